"""What is open: the store, the language, the look, and every write. Pages read the store and write through here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from consultation.errors import ConsultationError
from consultation.language import Translator, in_language, system_language, translator
from consultation.model import Consultation, Record
from consultation.store import Identity, Store, Written
from ui.errors import report_bug, show_error
from ui.jobs import Jobs
from ui.settings import RecentFile, Settings
from ui.theme import Theme

FULL_LOG = 200


@dataclass(frozen=True)
class Change:
    """What was written: which kinds of records, and which records; everything after a merge."""

    kinds: frozenset[str] = frozenset()
    records: frozenset[UUID] = frozenset()
    everything: bool = False

    def touches(self, *kinds: type[Record]) -> bool:
        """Tell whether a record of one of these kinds may be another now."""
        return self.everything or any(kind.kind() in self.kinds for kind in kinds)


@dataclass(frozen=True)
class Message:
    """Something to tell the person, with at most one thing to do about it."""

    text: str
    tone: str = "text"
    action: str = ""
    act: Callable[[], object] | None = None
    said_at: datetime = field(default_factory=lambda: datetime.now().astimezone())


@dataclass(eq=False)
class Step:
    """One thing a person did, as undo sees it."""

    written: Written = field(default_factory=Written)
    kinds: set[str] = field(default_factory=set)
    done: bool = False
    """It was written; False when the store refused."""


class Workspace(QObject):
    """One open file and everything its pages share."""

    changed = Signal(object)
    """A `Change`: after every write, and after the file was changed by a job."""
    file_changed = Signal()
    """Another file is open, or none."""
    language_changed = Signal()
    said = Signal(object)
    """A `Message`."""
    steps_changed = Signal()
    """What can be undone is something else."""
    place_asked = Signal(str)
    """A page leads on to another place: the name of its folder ("declaration")."""

    def __init__(self, settings: Settings, theme: Theme, identity: Identity) -> None:
        super().__init__()
        self.settings, self.theme, self.identity = settings, theme, identity
        self.jobs = Jobs(self)
        self.messages: list[Message] = []
        self._store: Store | None = None
        self._path: Path | None = None
        self._t = translator(self._language_code())
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._together: Step | None = None
        self.jobs.failed.connect(self._on_job_failed)
        self.jobs.broken.connect(self._on_job_broken)

    @property
    def t(self) -> Translator:
        """The translator of the window's language."""
        return self._t

    @property
    def is_open(self) -> bool:
        """A file is open."""
        return self._store is not None

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
        """The consultation the open file is about."""
        return self.store.consultation

    @property
    def can_undo(self) -> bool:
        """There is something to undo."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """There is something to redo."""
        return bool(self._undone)

    def label(self, labels: Mapping[str, str]) -> str:
        """Choose the text of multilingual ``labels`` for the window."""
        return in_language(labels, self._t.language)

    def open(self, path: Path) -> bool:
        """Open a file in place of the one that is open; a refusal is said and leaves things as they are."""
        store = None
        try:
            store = Store.open(path, self.identity)
            self.take(store, path)
        except ConsultationError as error:
            show_error(self, error)
            if store is not None:
                store.close()
            return False
        return True

    def take(self, store: Store, path: Path) -> None:
        """Make an open ``store`` the one of this window."""
        title = self.label(store.consultation.title)
        self._leave()
        self._store, self._path = store, path.resolve()
        self.settings.remember(RecentFile(str(self._path), title, _now()))
        self.file_changed.emit()

    def close(self) -> None:
        """Close the file; everything is saved already."""
        self._leave()
        self.file_changed.emit()

    def quit(self) -> None:
        """Stop long work and close the file."""
        self.jobs.stop()
        self._leave()

    def reread(self) -> None:
        """Have every page read the file again, after a job has written to it."""
        self._done, self._undone = [], []
        self.steps_changed.emit()
        self.changed.emit(Change(everything=True))

    def save(self, record: Record) -> bool:
        """Store what ``record`` changes; tell whether that succeeded (a refusal is said in the strip)."""
        return self._write(lambda: self.store.save(record), record.kind())

    def change(self, record: Record, **values: Any) -> bool:
        """Store these ``values`` of a record, on a fresh copy of it."""
        return self._write(lambda: self.store.change(record, **values), record.kind())

    def delete(self, record: Record, words: str) -> bool:
        """Delete a record and offer to undo it; ``words`` say what was deleted."""
        return self.do(words, lambda: self.store.delete(record), record.kind())

    def resolve(self, record: Record, name: str, value: Any) -> bool:
        """Settle a conflict on the field ``name``."""
        return self._write(lambda: self.store.resolve(type(record), record.id, name, value), record.kind())

    def do(self, words: str, act: Callable[[], Written], *kinds: str) -> bool:
        """Write by ``act`` (a function of the core on the store), then say ``words`` with Undo."""
        before = len(self._done)
        if not self._write(act, *kinds):
            return False
        if len(self._done) > before:
            self.say_done(words)
        return True

    def say_done(self, words: str) -> None:
        """Say what the last step did, with Undo."""
        step = self._done[-1] if self._done else None
        self.say(words, "done", self._t("Undo"), (lambda: self._undo(step)) if step else None)

    @contextmanager
    def together(self) -> Iterator[Step]:
        """Make several writes one step: all or nothing; look at ``.done`` afterwards."""
        if self._together is not None:
            yield self._together
            return
        step = self._together = Step()
        try:
            with self.store.together():
                yield step
            step.done = True
        except ConsultationError as error:
            show_error(self, error)
        finally:
            self._together = None
        if step.done:
            self._remember(step)

    def undo(self) -> None:
        """Put back what the last step changed."""
        if self._done:
            self._undo(self._done[-1])

    def redo(self) -> None:
        """Do again what was undone last."""
        if not self._undone:
            return
        step = self._undone.pop()
        again = self._reverse(step)
        if again:
            self._done.append(again)
            self._tell(again)

    def say(self, text: str, tone: str = "text", action: str = "", act: Callable[[], object] | None = None) -> None:
        """Show a message in the strip; ``tone`` is one of the theme's (done, conflict, incomplete, ...)."""
        message = Message(text, tone, action if act else "", act)
        self.messages = [*self.messages, message][-FULL_LOG:]
        self.said.emit(message)

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
            show_error(self, error)
            return
        self.identity = named

    def _on_job_failed(self, error: ConsultationError) -> None:
        show_error(self, error)

    def _on_job_broken(self, details: str) -> None:
        report_bug(self, details)

    def _write(self, act: Callable[[], Written], *kinds: str) -> bool:
        if self._together is not None:
            self._together.written += act()
            self._together.kinds.update(kinds)
            return True
        try:
            written = act()
        except ConsultationError as error:
            show_error(self, error)
            return False
        self._remember(Step(written, set(kinds), done=True))
        return True

    def _remember(self, step: Step) -> None:
        if step.written:
            self._done.append(step)
            self._undone = []
            self._tell(step)

    def _undo(self, step: Step) -> None:
        if step not in self._done:
            return
        undone = self._reverse(step)
        if undone:
            self._done.remove(step)
            self._undone.append(undone)
            self.say(self._t("Undone."), "done", self._t("Redo"), self.redo)
            self._tell(undone)

    def _reverse(self, step: Step) -> Step | None:
        try:
            written = self.store.undo(step.written)
        except ConsultationError as error:
            show_error(self, error)
            return None
        return Step(written, step.kinds, done=True)

    def _tell(self, step: Step) -> None:
        self.steps_changed.emit()
        records = step.written.records
        self.changed.emit(Change(frozenset(step.kinds), records))

    def _leave(self) -> None:
        if self._store is not None:
            self._store.close()
        self._store = self._path = None
        self._done, self._undone = [], []
        self.steps_changed.emit()

    def _language_code(self) -> str:
        return system_language() if self.settings.language == "system" else self.settings.language


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")
