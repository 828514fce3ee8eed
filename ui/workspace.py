"""What is open: the store, the language, the look, and every write. Pages read the store and write through here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from consultation.errors import ConsultationError
from consultation.language import Translator, in_language, system_language, translator
from consultation.model import Consultation, Record
from consultation.progress import Progress
from consultation.store import Identity, Store, Written
from consultation.words import upgraded
from ui.jobs import Jobs
from ui.look.theme import Theme
from ui.messages import Messages
from ui.settings import RecentFile, Settings
from ui.touched import EVERYTHING, Touched
from ui.undo import Step, Steps


class Workspace(QObject):
    """One open file and everything its pages share."""

    changed = Signal(object)
    """A `Touched`: after every write, and after the file was changed by a job."""
    file_changed = Signal()
    """Another file is open, or none."""
    leaving = Signal()
    """The file that is open is about to be closed: what is still being typed has to be saved now."""
    language_changed = Signal()
    place_asked = Signal(object)
    """A page leads on to another place: the `Action` that goes there."""

    def __init__(self, settings: Settings, theme: Theme, identity: Identity) -> None:
        super().__init__()
        self.settings, self.theme, self.identity = settings, theme, identity
        self.jobs, self.messages, self.steps = Jobs(self), Messages(self), Steps(self._reverse, self)
        self._store: Store | None = None
        self._path: Path | None = None
        self._t = translator(self._language_code())
        self._together: Step | None = None
        self.jobs.failed.connect(self._refuse)
        self.steps.undone.connect(self._on_undone)
        self.steps.redone.connect(self._on_redone)

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
        """A file is open, and no job writes to it: whoever reads does not have to wait."""
        return self.is_open and not self.jobs.writing

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

    def label(self, labels: Mapping[str, str]) -> str:
        """Choose the text of multilingual ``labels`` for the window."""
        return in_language(labels, self._t.language)

    def open(self, path: Path) -> None:
        """Open a file in place of the one that is open; a refusal is said and leaves things as they are.

        One that comes from elsewhere is looked through first, off the GUI thread; until then things are as they are.
        """
        if self._is_kept_off():
            return
        if Store.opens_at_once(path, self.identity):
            self.open_now(path)
            return
        identity = self.identity

        def look_through(progress: Progress) -> Path | None:
            with Store.open(path, identity, progress=progress) as store:
                return store.kept_as_it_was

        job = self.jobs.run(self._t("Reading “{name}”").format(name=path.name), look_through)
        job.done.connect(lambda kept: self.open_now(path, kept))

    def open_now(self, path: Path, kept: Path | None = None) -> bool:
        """Open a file at once, however long that takes; tell whether that succeeded.

        ``kept`` is the copy of it as it was, where it has just been made one of today's version.
        """
        if self._is_kept_off():
            return False
        store = None
        try:
            store = Store.open(path, self.identity)
            self.take(store, path)
            if kept := kept or store.kept_as_it_was:
                self.messages.say(upgraded(path.name, kept.name).in_words(self._t), "done")
        except ConsultationError as error:
            self._refuse(error)
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
        if self._is_kept_off():
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

    def take_up(self, written: Written, name: str) -> Step | None:
        """Take what a job has written to the open file for a step: pages hear of it, and it can be undone.

        Nothing is said; None where nothing was written.
        """
        step = Step(written, name, done=True)
        if not self.is_open or not written:
            return None
        self.steps.remember(step)
        self._tell(step)
        return step

    def save(self, record: Record, words: str = "") -> bool:
        """Store what ``record`` changes; tell whether that succeeded (a refusal is said in the top line)."""
        return self.do(words, lambda: self.store.save(record))

    def change(self, record: Record, **values: Any) -> bool:
        """Store these ``values`` of a record, on a fresh copy of it."""
        return self.do("", lambda: self.store.change(record, **values))

    def delete(self, record: Record, words: str) -> bool:
        """Delete a record; ``words`` say what was deleted."""
        return self.do(words, lambda: self.store.delete(record))

    def resolve(self, record: Record, name: str, value: Any, words: str) -> bool:
        """Settle a conflict on the field ``name``; ``words`` say what was decided."""
        return self.do(words, lambda: self.store.resolve(type(record), record.id, name, value))

    def do(self, words: str, act: Callable[[], Written]) -> bool:
        """Write by ``act`` (a function of the core on the store); if there are ``words``, say them with Undo.

        While a job writes to the file, ``act`` is not called: whatever it has to read is read inside it.
        """
        if self._together is not None:
            if self.jobs.writing:
                return False  # as `together` has said
            self._together.written += act()
            return True
        if self._is_kept_off():
            return False
        try:
            written = act()
        except ConsultationError as error:
            self._refuse(error)
            return False
        self._remember(Step(written, words, done=True))
        return True

    @contextmanager
    def together(self) -> Iterator[Step]:
        """Make several writes one step: all or nothing; look at ``.done`` afterwards. Write by `save`, `do` and so on.

        A step that is given a ``name`` meanwhile is said with Undo.
        """
        if self._together is not None:
            yield self._together
            return
        step = self._together = Step()
        try:
            if self._is_kept_off():
                yield step
            else:
                with self.store.together():
                    yield step
                step.done = True
        except ConsultationError as error:
            self._refuse(error)
        finally:
            self._together = None
        if step.done:
            self._remember(step)

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

    def _is_kept_off(self) -> bool:
        """Tell whether a job writes to the file, and if so, say that nothing else can be done with it."""
        if self.jobs.writing:
            said = self._t(
                "Files are being merged, so this was not done. Nothing was lost: what you have typed is still there. "
                "Do it again when the files are merged."
            )
            self.messages.say(said, "conflict")
        return self.jobs.writing

    def _refuse(self, error: ConsultationError) -> None:
        self.messages.refuse(self._t, error)

    def _remember(self, step: Step) -> None:
        if not step.written:
            return
        self.steps.remember(step)
        self._tell(step)
        if step.name:
            self.messages.say(step.name, "done", self._t("Undo"), lambda: self.steps.undo(step))

    def _reverse(self, step: Step) -> Step | None:
        """Write what takes a step back; None when that is refused."""
        if self._is_kept_off():
            return None
        try:
            written = self.store.undo(step.written)
        except ConsultationError as error:
            self._refuse(error)
            return None
        back = Step(written, step.name, done=True)
        self._tell(back)
        return back

    def _on_undone(self, back: Step) -> None:
        t = self._t
        if not back.written:
            self._say_it_stays()
            return
        said = t("Undone: “{step}”").format(step=back.name) if back.name else t("Undone.")
        self.messages.say(said, "done", t("Redo"), self.steps.redo)

    def _on_redone(self, again: Step) -> None:
        if not again.written:
            self._say_it_stays()

    def _say_it_stays(self) -> None:
        self.messages.say(self._t("It stays as it is: somebody has changed it since."), "incomplete")

    def _tell(self, step: Step) -> None:
        if step.written:
            self.changed.emit(Touched(step.written.kinds, step.written.records))

    def _leave(self) -> None:
        if self._store is not None:
            self.leaving.emit()
            self._store.close()
        self._store = self._path = None
        self.steps.forget()

    def _language_code(self) -> str:
        return system_language() if self.settings.language == "system" else self.settings.language


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")
