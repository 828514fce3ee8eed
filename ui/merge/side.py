"""The column with a queue at the left, which folds to a list that opens where there is little room."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.look.folds import px, room_of
from ui.merge.queue import Queue
from ui.widgets.fields import Choice
from ui.widgets.words import section
from ui.workspace import Workspace

WIDTH, NARROWEST = 304, 1100
"""Of the column; and of a window in which it stands, in pixels of the design."""
HEAD_NEEDS, LEAST = 640, 120
"""What the rail and the head of a place need beside the list that opens; and the least of that, in pixels."""


class Side(QFrame):
    """A column with a queue; ``box`` stands for it where it folds."""

    def __init__(self, workspace: Workspace, name: str) -> None:
        super().__init__()
        self._workspace = workspace
        self.setProperty("surface", "window")
        self.queue = Queue(workspace, name)
        self.box = Choice()
        self.box.setModel(self.queue.queued)
        self.box.setAccessibleName(name)
        self.box.setMaxVisibleItems(10)
        self.queue.chosen.connect(self._on_chosen)
        self.box.activated.connect(self.queue.choose)

    @property
    def boxes(self) -> tuple[Choice, ...]:
        """What stands in the head of the place where the column folds."""
        return (self.box,)

    def fold(self, window: QWidget) -> bool:
        """Stand beside the page, or fold, by the width of the window; tell whether it is folded."""
        theme = self._workspace.theme
        folded = room_of(window, theme) < NARROWEST
        self.setFixedWidth(px(theme, WIDTH))
        self.setVisible(not folded)
        beside_tabs = max(min(px(theme, WIDTH), window.width() - px(theme, HEAD_NEEDS)), LEAST * len(self.boxes))
        for box in self.boxes:
            box.setFixedWidth(beside_tabs // len(self.boxes))
        return folded

    def _on_chosen(self, row: object) -> None:
        if row is not None:
            self.box.setCurrentIndex(self.queue.place)


class QueueSide(Side):
    """A queue with its name above it."""

    def __init__(self, workspace: Workspace, name: str) -> None:
        super().__init__(workspace, name)
        self._name, self._head = name, section(name)
        self._head.setContentsMargins(12, 0, 12, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 16, 8, 12)
        column.setSpacing(8)
        column.addWidget(self._head)
        column.addWidget(self.queue, 1)

    def count(self, number: int) -> None:
        """Show how many there are."""
        t = self._workspace.t
        self._head.setText(f"{self._name}  {t.number(number)}" if number else self._name)
