"""What can be undone and done again: the steps a person has taken since the file was opened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal

from consultation.store import Written


@dataclass(eq=False)
class Step:
    """One thing a person did, as undo sees it."""

    written: Written = field(default_factory=Written)
    name: str = ""
    """What was done, as the person was told: "Intervention deleted."; empty where nothing was said."""
    done: bool = False
    """It was written; False when the store refused."""
    first: Written | None = None
    """What was written when it was done the first time, for a step that takes another back or does it again."""

    @property
    def named_by(self) -> Written:
        """What names it: taking a step back and doing it again are called after what was done first."""
        return self.first or self.written


class Steps(QObject):
    """Remembers what was done and what was taken back, each newest last."""

    changed = Signal()
    """What can be undone is something else."""
    undone = Signal(object)
    """The `Step` that takes another back; nothing is written in it where somebody has changed all of that since."""

    redone = Signal(object)
    """The `Step` that does another again; as with `undone`."""

    def __init__(self, reverse: Callable[[Step], Step | None], parent: QObject | None = None) -> None:
        """Take steps back with ``reverse``, which writes what a step undoes, or answers None when it is refused."""
        super().__init__(parent)
        self._reverse = reverse
        self._done: list[Step] = []
        self._undone: list[Step] = []

    @property
    def can_undo(self) -> bool:
        """There is something to undo."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """There is something to redo."""
        return bool(self._undone)

    @property
    def next_undone(self) -> Step | None:
        """The step that would be undone."""
        return self._done[-1] if self._done else None

    @property
    def next_redone(self) -> Step | None:
        """The step that would be done again, as it was taken back."""
        return self._undone[-1] if self._undone else None

    def remember(self, step: Step) -> None:
        """Take up a new step; what was undone before it cannot be done again."""
        self._done.append(step)
        self._undone = []
        self.changed.emit()

    def undo(self, step: Step | None = None) -> None:
        """Put back what ``step`` changed, by default the last one."""
        step = step or (self._done[-1] if self._done else None)
        if step is None or step not in self._done:
            return
        back = self._reverse(step)
        if back is None:
            return
        self._done.remove(step)
        if back.written:
            self._undone.append(back)
        self.changed.emit()
        self.undone.emit(back)

    def redo(self) -> None:
        """Do again what was undone last."""
        if not self._undone:
            return
        again = self._reverse(self._undone[-1])
        if again is None:
            return
        self._undone.pop()
        if again.written:
            self._done.append(again)
        self.changed.emit()
        self.redone.emit(again)

    def forget(self) -> None:
        """Remember nothing: another file is open, or none."""
        self._done, self._undone = [], []
        self.changed.emit()
