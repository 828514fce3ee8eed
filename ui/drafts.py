"""What is typed and not yet saved: kept beside the settings, at most a second behind the keys, until it is saved.

Each consultation file has its own drafts, and each window that has it open writes to a file of its own. They are not in
the consultation file, which may be read-only, taken out or busy, and which is handed on with everything in it.
"""

from __future__ import annotations

import contextlib
import os
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QLockFile, QObject, QThreadPool, QTimer, Signal

from consultation.errors import ConsultationError
from consultation.files import write_whole
from ui.draft_file import Draft, DraftFile, Kept, file_names, read_drafts
from ui.settings import Settings

BEHIND_MS = 800
"""How far what is kept may be behind the keys; writing takes a little more."""
AGAIN_MS = 5_000
"""After this it is tried again to write what could not be written."""
FOLDER, LOCK = "drafts", ".lock"


class Drafts(QObject):
    """The drafts of the open file; without one, nothing is kept and nothing is found."""

    stuck = Signal(bool)
    """They cannot be written, or can again."""
    _tried = Signal(bool, object)

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = settings.folder / FOLDER
        self._file: DraftFile | None = None
        self._lock: QLockFile | None = None
        self._kept: Kept = {}
        self._shown: set[str] = set()
        """Keys whose first draft somebody shows: only that one is replaced by what is typed, or dropped."""
        self._on_disk = b""
        self._done_with: list[QLockFile] = []
        """Of files whose drafts are taken up: they go once these are written."""
        self._is_stuck = False
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._behind = QTimer(self, singleShot=True, interval=BEHIND_MS)
        self._behind.timeout.connect(self.flush)
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._again.timeout.connect(self.flush)
        self._tried.connect(self._on_tried)

    def open(self, path: Path, consultation: UUID) -> bool:
        """Take up the drafts of a file; tell whether another window has it open too.

        What a window left that was killed is here again, and what was typed into the same consultation where its
        file is no longer: such drafts say in ``origin`` how that file was called.
        """
        self.close()
        with contextlib.suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        places = (self._folder / name for name in file_names(path, consultation))
        first = place = next(places)
        while _is_anothers(lock := _lock_of(place)):
            place = next(places)
        self._file, self._lock = DraftFile(place, path, consultation), lock
        self._take_up(place, origin="")
        for left in self._left_of(consultation):
            if left != place:
                self._take_up_left(left)
        self.flush()
        return place != first

    def close(self) -> None:
        """Write what is typed, and keep nothing any more; waits for the disk."""
        self.flush()
        self._behind.stop()
        self._again.stop()
        self._pool.waitForDone()
        for lock in (self._lock, *self._done_with):
            if lock is not None:
                lock.unlock()
        self._file, self._lock, self._on_disk, self._done_with = None, None, b"", []
        self._kept, self._shown = {}, set()
        self._set_stuck(False)

    def move_to(self, path: Path) -> None:
        """Keep the drafts for the file at ``path`` from now on, in which the open one goes on."""
        if self._file is None:
            return
        kept, shown, old = self._kept, self._shown, self._file
        self.open(path, old.consultation)
        self._kept, self._shown = {**self._kept, **kept}, shown
        lock = _lock_of(old.place)
        if lock.isLocked():
            self._done_with.append(lock)
        self.flush()

    @property
    def keys(self) -> list[str]:
        """The keys under which something waits."""
        return sorted(self._kept)

    def read(self, key: str) -> Draft | None:
        """Return what was typed under ``key`` and not yet saved; whoever asks shows it from now on."""
        if key not in self._kept:
            return None
        self._shown.add(key)
        return self._kept[key][0]

    def under(self, start: str) -> dict[str, Draft]:
        """Return what was typed under each key that begins with ``start``, as `read` does: rest of the key -> draft."""
        found = sorted(key for key in self._kept if key.startswith(start))
        self._shown.update(found)
        return {key.removeprefix(start): self._kept[key][0] for key in found}

    def leave(self, key: str) -> None:
        """Show what is kept under ``key`` no longer: what is typed there now does not replace it."""
        self._shown.discard(key)

    def keep(self, key: str, draft: Draft) -> None:
        """Keep what is being typed under ``key``; it is on the disk within a second."""
        if self._file is None:
            return
        here = self._kept.get(key, [])
        if key in self._shown:  # what is typed on says no less where it began
            draft, here = replace(draft, origin=draft.origin or here[0].origin), here[1:]
        self._kept[key] = [draft, *here]
        self._shown.add(key)
        self._write_soon()

    def drop(self, key: str) -> None:
        """Forget what is shown under ``key``: it is saved, or taken back. What waits behind it is read next."""
        if key not in self._shown:
            return
        self._shown.discard(key)
        behind = self._kept.pop(key)[1:]
        if behind:
            self._kept[key] = behind
        self._write_soon()

    def flush(self) -> None:
        """Begin to write now what is not on the disk; another thread waits for it."""
        self._behind.stop()
        if self._file is None:
            return
        data, place, done_with = self._file.holds(self._kept), self._file.place, self._done_with
        if data == self._on_disk and not done_with and not self._is_stuck:
            return
        self._on_disk, self._done_with = data, []
        self._pool.start(lambda: self._tried.emit(_write(place, data, done_with), done_with))

    def wait(self) -> None:
        """Wait until what is kept is on the disk; for the end of the program, and for tests."""
        self.flush()
        self._pool.waitForDone()

    def _write_soon(self) -> None:
        if not self._behind.isActive():  # not begun anew by the next key, or nothing would be kept while one types
            self._behind.start()

    def _take_up(self, place: Path, origin: str) -> None:
        """Add what is kept at ``place``; never joined to what is there: of one field, the one waits for the other."""
        for key, drafts in read_drafts(place)[1].items():
            here = self._kept.setdefault(key, [])
            for draft in drafts:
                if all((draft.text, draft.values) != (known.text, known.values) for known in here):
                    here.append(replace(draft, origin=draft.origin or origin))

    def _left_of(self, consultation: UUID) -> list[Path]:
        """Return the files with drafts of a consultation."""
        try:
            return sorted(self._folder.glob(f"{consultation.hex}-*.json"))
        except OSError:
            return []

    def _take_up_left(self, left: Path) -> None:
        """Take up what another window has left, unless it is still there, or the file it was typed in."""
        assert self._file is not None
        lock = _lock_of(left)
        if _is_anothers(lock):
            return
        was_at, _ = read_drafts(left)
        same = was_at == self._file.path
        if was_at is not None and (same or not os.path.exists(was_at)):
            self._take_up(left, origin="" if same else was_at.name)
            self._done_with.append(lock)
        else:
            lock.unlock()

    def _on_tried(self, written: bool, done_with: list[QLockFile]) -> None:
        if written:
            for lock in done_with:
                lock.unlock()
        else:
            self._done_with += done_with
            if self._file is not None:
                self._again.start()
        self._set_stuck(not written)

    def _set_stuck(self, stuck: bool) -> None:
        if stuck != self._is_stuck:
            self._is_stuck = stuck
            self.stuck.emit(stuck)


def _lock_of(place: Path) -> QLockFile:
    """Try to take the lock of a file with drafts; one that a killed window has left is no hindrance."""
    lock = QLockFile(str(place.with_suffix(LOCK)))
    lock.setStaleLockTime(0)  # however long a window is open: only whether its process lives is asked
    lock.tryLock(0)
    return lock


def _is_anothers(lock: QLockFile) -> bool:
    return not lock.isLocked() and lock.error() == QLockFile.LockError.LockFailedError


def _write(place: Path, data: bytes, done_with: list[QLockFile]) -> bool:
    """Write, and then take away what has been taken up in it; called in another thread."""
    try:
        if data:
            write_whole(place, data)
        else:
            place.unlink(missing_ok=True)
        for lock in done_with:
            Path(lock.fileName()).with_suffix(".json").unlink(missing_ok=True)
    except (ConsultationError, OSError):
        return False
    return True
