"""What is known of the open file beside its records: drafts, whether all is saved, what others write, how it stands."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from consultation.errors import ConsultationError, DamagedFile, FileUnreachable, NotSaved
from consultation.store import Store, Underneath
from ui.drafts import Drafts
from ui.following import Following
from ui.saving import DRAFTS, FILE, WRITE, Saving, written_at
from ui.settings import Settings

PATIENCE_MS = 1_000
"""How long the window waits for another that writes, before it says that this was not saved."""


class Keeping(QObject):
    """Keeps account of the open file."""

    stranded = Signal(object)
    """An `Underneath`: the file is gone, or cannot be changed; said when that is seen, and at every write."""
    saving_asked = Signal()
    """What is still being typed has to be saved now: the file can be written again."""

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.drafts, self.saved, self.following = Drafts(settings, self), Saving(self), Following(self)
        self._path: Path | None = None
        self.following.heard.connect(self._note_written)
        self.following.stands.connect(self._on_stands)
        self.drafts.stuck.connect(self._on_drafts_stuck)

    def open(self, store: Store, path: Path, consultation: UUID) -> bool:
        """Begin with a file; tell whether another window has it open too."""
        self._begin(store, path)
        return self.drafts.open(path, consultation)

    def go_on_in(self, store: Store, path: Path) -> None:
        """Go on with another file that holds all that is in the one before."""
        self._begin(store, path)
        self.drafts.move_to(path)

    def close(self) -> None:
        """End with the file; what is typed and not saved is on the disk afterwards."""
        self.drafts.close()
        self.following.end()
        self.saved.begin(None)
        self._path = None

    def pause(self, paused: bool) -> None:
        """Leave the file alone while a job of this window writes to it."""
        self.following.pause(paused)
        if not paused:
            self._note_written()

    def says_it_stands_otherwise(self) -> bool:
        """Look how the file stands, and say it where it is gone or cannot be changed: that explains a refusal."""
        before, stands = self.following.underneath, self.following.look()
        if stands is before and stands is not Underneath.SOUND:  # another than before has been said by the look itself
            self.stranded.emit(stands)
        return stands is not Underneath.SOUND

    def explains(self, error: ConsultationError) -> bool:
        """Take note that a write was refused; tell whether that has been said already, with what to do about it."""
        if not isinstance(error, (NotSaved, FileUnreachable, DamagedFile)):
            return False
        self.saved.refused(WRITE)
        return self.says_it_stands_otherwise()

    def _begin(self, store: Store, path: Path) -> None:
        self._path = path
        store.wait_at_most(PATIENCE_MS)
        self.following.begin(store)
        self.saved.begin(written_at(path))

    def _note_written(self, *_: object) -> None:
        if self._path is not None:
            self.saved.note(written_at(self._path))

    def _on_stands(self, stands: Underneath) -> None:
        if stands in (Underneath.GONE, Underneath.REPLACED):
            self.saved.refused(FILE)
        else:
            self.saved.mended(FILE)
        if stands is Underneath.SOUND:
            self.saving_asked.emit()
            if not self.drafts.keys:  # nothing that was refused waits any more
                self.saved.mended(WRITE)
        else:
            self.stranded.emit(stands)

    def _on_drafts_stuck(self, stuck: bool) -> None:
        (self.saved.refused if stuck else self.saved.mended)(DRAFTS)
