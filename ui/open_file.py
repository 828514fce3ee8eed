"""The open file and what every page shares: language, look, who writes. `ui/workspace.py` adds every write."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from consultation.errors import ConsultationError, FileUnreachable
from consultation.language import Translator, in_language, system_language, translator
from consultation.model import Consultation
from consultation.store import Identity, Store
from ui.actions import Action
from ui.jobs import Jobs
from ui.keeping import Keeping
from ui.look.theme import Theme
from ui.messages import Messages
from ui.opening import open_at_once, open_later
from ui.recent import recent_file
from ui.settings import RecentFile, Settings
from ui.touched import EVERYTHING, Touched


class OpenFile(QObject):
    """One open file, or none, for reading."""

    changed = Signal(object)
    """A `Touched`: after every write, and after the file was changed by a job."""
    file_changed = Signal()
    """Another file is open, or none."""
    leaving = Signal()
    """The file that is open is about to be closed: what is still being typed has to be saved now."""
    language_changed = Signal()
    place_asked = Signal(object)
    """A page leads on to another place: the `Action` that goes there."""
    record_asked = Signal(object)
    """A page leads on to a record: its id; the window shows it where it stands."""
    history_asked = Signal(object)
    """A page asks to show what happened to a `Record`; from there one comes back to where one was."""

    def __init__(self, settings: Settings, theme: Theme, identity: Identity) -> None:
        super().__init__()
        self.settings, self.theme, self.identity = settings, theme, identity
        self.jobs, self.messages, self.keeping = Jobs(self), Messages(self), Keeping(settings, self)
        self.drafts, self.saved, self.following = self.keeping.drafts, self.keeping.saved, self.keeping.following
        self._store: Store | None = None
        self._path: Path | None = None
        self._consultation: Consultation | None = None
        self._t = translator(self._language_code())
        self.changed.connect(self._on_changed)
        self.jobs.failed.connect(self._refuse)
        self.jobs.writing_changed.connect(self.keeping.pause)
        self.following.heard.connect(self.changed)
        self.following.locked.connect(self._on_locked)

    @property
    def t(self) -> Translator:
        """The translator of the window's language."""
        return self._t

    @property
    def is_open(self) -> bool:
        """A file is open."""
        return self._store is not None

    @property
    def is_readable(self) -> bool:
        """A file is open, and nobody has it for himself: whoever reads does not have to wait."""
        return self.is_open and not self.jobs.writing and not self.following.is_locked

    @property
    def store(self) -> Store:
        """The open file, for reading."""
        if self._store is None:
            raise RuntimeError("no file is open")
        return self._store

    @property
    def path(self) -> Path:
        """Where the open file is."""
        if self._path is None:
            raise RuntimeError("no file is open")
        return self._path

    @property
    def consultation(self) -> Consultation:
        """The consultation the open file is about; read once until somebody writes to it."""
        if self._consultation is None:
            self._consultation = self.store.consultation
        return self._consultation

    def label(self, labels: Mapping[str, str]) -> str:
        """Choose the text of multilingual ``labels`` for the window."""
        return in_language(labels, self._t.language)

    def open(self, path: Path, place: Action | None = None) -> None:
        """Open a file in place of the one that is open; a refusal is said and leaves things as they are.

        Once it is open, the ``place`` that this action goes to is shown, by default the one that was shown last.
        One that comes from elsewhere is looked through first, off the GUI thread; until then things are as they are.
        """
        if self._is_merging():
            return
        open_now = partial(self.open_now, place=place)
        open_later(path, self.identity, self._t, self.jobs, open_now)

    def open_now(self, path: Path, kept: Path | None = None, place: Action | None = None) -> bool:
        """Open a file at once, however long that takes; tell whether that succeeded.

        ``kept`` is the copy of it as it was, where it has just been made one of today's version.
        """
        if self._is_merging():
            return False
        opened = open_at_once(path, kept, self.identity, self._t, self.messages, self.take)
        if opened and place is not None:
            self.place_asked.emit(place)
        return opened

    def take(self, store: Store, path: Path) -> None:
        """Make an open ``store`` the one of this window."""
        about, seen = store.consultation, self._seen(store, path.resolve())
        self._leave()
        self._put_in_place(store, path, seen)
        also_elsewhere = self.keeping.open(store, self.path, about.id)
        self.file_changed.emit()
        if also_elsewhere:
            said = self._t("“{name}” is open in another window too. What is written there is shown here.")
            self.messages.say(said.format(name=path.name), "incomplete")
        self.keeping.says_it_stands_otherwise()

    def go_on_in(self, store: Store) -> None:
        """Go on in another file with all that is in the open one; pages stay, and save there what waits."""
        old = self.store
        self._put_in_place(store, store.path, self._seen(store, store.path.resolve()))
        old.close()
        self.keeping.go_on_in(store, self.path)
        self.reread()
        self.keeping.saving_asked.emit()

    def close(self) -> None:
        """Close the file; everything is saved already."""
        if self._is_merging():
            return
        self._leave()
        self.file_changed.emit()

    def quit(self) -> None:
        """Stop long work and close the file."""
        self.jobs.stop()
        self._leave()

    def reread(self) -> None:
        """Have every page read the file again, after a job has written to it; earlier steps can still be undone."""
        if self.is_open:
            self.changed.emit(EVERYTHING)

    def speak(self, language: str) -> None:
        """Switch the window to a language ("system" or a code)."""
        self.settings.language = language
        code = self._language_code()
        if code != self._t.language:
            self._t = translator(code)
            self.language_changed.emit()

    def name_author(self, name: str) -> None:
        """Set the name changes are signed with from now on."""
        named = self.identity.named(name)
        if named == self.identity:
            return
        try:
            named.save(self.settings.folder)
        except ConsultationError as error:
            self._refuse(error)
            return
        self.identity = named

    def _is_merging(self) -> bool:
        """Tell whether a job writes to the file, and if so, say that nothing else can be done with it."""
        if self.jobs.writing:
            said = self._t(
                "Something else is being written to the file, so this was not done. Nothing was lost: what you have "
                "typed is still there. Do it again in a moment."
            )
            self.messages.say(said, "conflict")
        return self.jobs.writing

    def _refuse(self, error: ConsultationError) -> None:
        if not (isinstance(error, FileUnreachable) and self.keeping.says_it_stands_otherwise()):
            self.messages.refuse(self._t, error)

    def _put_in_place(self, store: Store, path: Path, seen: RecentFile) -> None:
        self._store, self._path = store, path.resolve()
        self.settings.remember(seen)

    def _on_locked(self, locked: bool) -> None:
        if not locked:
            self.reread()  # pages have put off reading

    def _on_changed(self, touched: Touched) -> None:
        if touched.concerns(Consultation):
            self._consultation = None

    def _leave(self) -> None:
        if self._store is not None:
            self.leaving.emit()
            with suppress(ConsultationError):  # it is closed all the same
                self.settings.remember(self._seen(self._store, self.path))
            self.keeping.close()
            self._store.close()
        self._store = self._path = self._consultation = None

    def _seen(self, store: Store, path: Path) -> RecentFile:
        last = self.settings.last_session(store.consultation.id)
        return recent_file(store, path, self._t.language, last)

    def _language_code(self) -> str:
        return system_language() if self.settings.language == "system" else self.settings.language
