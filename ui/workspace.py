"""What is open: the store, the language, the look, and every write. Pages read the store and write through here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from consultation.errors import ConsultationError, FileUnreachable
from consultation.language import Translator, in_language, system_language, translator
from consultation.model import Consultation, Record
from consultation.store import Identity, Store, Written
from consultation.words import step_name
from ui.actions import Action
from ui.jobs import Jobs
from ui.keeping import Keeping
from ui.look.theme import Theme
from ui.messages import Messages
from ui.opening import open_at_once, open_later
from ui.recent import recent_file
from ui.saving import now
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
    record_asked = Signal(object)
    """A page leads on to a record: its id; the window shows it where it stands."""
    history_asked = Signal(object)
    """A page asks to show what happened to a `Record`; from there one comes back to where one was."""

    def __init__(self, settings: Settings, theme: Theme, identity: Identity) -> None:
        super().__init__()
        self.settings, self.theme, self.identity = settings, theme, identity
        self.jobs, self.messages, self.steps = Jobs(self), Messages(self), Steps(self._reverse, self)
        self.keeping = Keeping(settings, self)
        self.drafts, self.saved, self.following = self.keeping.drafts, self.keeping.saved, self.keeping.following
        self._store: Store | None = None
        self._path: Path | None = None
        self._t = translator(self._language_code())
        self._together: Step | None = None
        self._consultation: Consultation | None = None
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
        self._put_in_place(store, path)
        self.settings.remember(seen)
        also_elsewhere = self.keeping.open(store, self.path, about.id)
        self.file_changed.emit()
        if also_elsewhere:
            said = self._t("“{name}” is open in another window too. What is written there is shown here.")
            self.messages.say(said.format(name=path.name), "incomplete")
        self.keeping.says_it_stands_otherwise()

    def go_on_in(self, store: Store) -> None:
        """Go on in another file with all that is in the open one; pages stay, and save there what waits."""
        old = self.store
        self._put_in_place(store, store.path)
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

    def take_up(self, written: Written, name: str) -> Step | None:
        """Take what a job has written to the open file for a step: pages hear of it, and it can be undone.

        Nothing is said; None where nothing was written.
        """
        step = Step(written, name, done=True)
        if not self.is_open or not written:
            return None
        self._take_up(step)
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
            if not self.is_readable:
                return False  # as `together` has said
            self._together.written += act()
            return True
        if self._is_kept_off():
            return False
        try:
            written = act()
        except ConsultationError as error:
            self._refuse_write(error)
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
            self._refuse_write(error)
        finally:
            self._together = None
        if step.done:
            self._remember(step)

    def name_of(self, step: Step) -> str:
        """Name a step as a menu does ("delete intervention")."""
        return step_name(self._t, self.store, step.named_by, step.name)

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

    def _is_kept_off(self) -> bool:
        """Tell whether a job or another window has the file for itself, and if so, say that nothing was written."""
        if not self.following.is_locked:
            return self._is_merging()
        said = self._t(
            "Another window is writing to the file, so this was not done. What you have typed is still there. "
            "Do it again in a moment."
        )
        self.messages.say(said, "conflict")
        return True

    def _refuse(self, error: ConsultationError) -> None:
        if not (isinstance(error, FileUnreachable) and self.keeping.says_it_stands_otherwise()):
            self.messages.refuse(self._t, error)

    def _refuse_write(self, error: ConsultationError) -> None:
        if not self.keeping.explains(error):
            self.messages.refuse(self._t, error)

    def _remember(self, step: Step) -> None:
        if not step.written:
            return
        self._take_up(step)
        if step.name:
            self.messages.say(step.name, "done", self._t("Undo"), lambda: self.steps.undo(step))

    def _take_up(self, step: Step) -> None:
        self.saved.wrote()
        self.steps.remember(step)
        self._tell(step)

    def _reverse(self, step: Step) -> Step | None:
        """Write what takes a step back; None when that is refused."""
        if self._is_kept_off():
            return None
        try:
            written = self.store.undo(step.written)
        except ConsultationError as error:
            self._refuse_write(error)
            return None
        self.saved.wrote()
        back = Step(written, step.name, done=True, first=step.named_by)
        self._tell(back)
        return back

    def _tell(self, step: Step) -> None:
        if step.written:
            self.changed.emit(Touched(step.written.kinds, step.written.records))

    def _put_in_place(self, store: Store, path: Path) -> None:
        self._store, self._path = store, path.resolve()
        title = self.label(store.consultation.title)
        self.settings.remember(RecentFile(str(self._path), title, now().isoformat(timespec="seconds")))

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
        self.steps.forget()

    def _seen(self, store: Store, path: Path) -> RecentFile:
        last = self.settings.value(f"session/{store.consultation.id}")
        return recent_file(store, path, self._t.language, last)

    def _language_code(self) -> str:
        return system_language() if self.settings.language == "system" else self.settings.language
