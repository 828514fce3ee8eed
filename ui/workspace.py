"""What is open, and every write to it. Pages read the store and write through here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from consultation.errors import ConsultationError
from consultation.model import Record
from consultation.store import Identity, Written
from consultation.words import step_name
from ui.by_meaning import ByMeaning
from ui.known_recommendations import KnownRecommendations
from ui.look.theme import Theme
from ui.open_file import OpenFile
from ui.settings import Settings
from ui.touched import Touched
from ui.undo import Step, Steps


class Workspace(OpenFile):
    """One open file and everything its pages share."""

    def __init__(self, settings: Settings, theme: Theme, identity: Identity) -> None:
        super().__init__(settings, theme, identity)
        self.steps = Steps(self._reverse, self)
        self.known, self.by_meaning = KnownRecommendations(self), ByMeaning(self)
        self._together: Step | None = None

    def take_up(self, written: Written, name: str) -> Step | None:
        """Take what a job has written to the open file for a step: pages hear of it, and it can be undone.

        Nothing is said; None where nothing was written.
        """
        step = Step(written, name, done=True)
        if not self.is_open or not written:
            return None
        self._take_up(step)
        return step

    def take_up_and_say(self, written: Written, words: str) -> None:
        """Take up what a job has written, and say ``words`` with Undo; nothing where nothing was written."""
        if self.is_open:
            self._remember(Step(written, words, done=True))

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

    def _leave(self) -> None:
        super()._leave()
        self.steps.forget()
