"""The column with a queue at the left, which folds to a list that opens where there is little room."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.look.folds import px, room_of
from ui.merge.queue import Queue
from ui.widgets.fields import Choice
from ui.widgets.words import caption, section
from ui.workspace import Workspace

WIDTH, NARROWEST = 304, 1100
"""Of the column; and of a window in which it stands, in pixels of the design."""
HEAD_NEEDS, LEAST = 640, 120
"""What the rail and the head of a place need beside the list that opens; and the least of that, in pixels."""


class QueueSide(QFrame):
    """A queue with its name above and a remark below; ``box`` stands for it where it folds."""

    def __init__(self, workspace: Workspace, name: str) -> None:
        super().__init__()
        self._workspace = workspace
        self.setProperty("surface", "window")
        self.queue = Queue(workspace, name)
        self.box = Choice()
        self.box.setModel(self.queue.queued)
        self.box.setAccessibleName(name)
        self.box.setMaxVisibleItems(10)
        self._name, self._head, self.remark = name, section(name), caption()
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 16, 8, 12)
        column.setSpacing(8)
        for part, margin in ((self._head, 12), (self.queue, 0), (self.remark, 12)):
            part.setContentsMargins(margin, 0, margin, 0)
            column.addWidget(part, int(part is self.queue))
        self.queue.chosen.connect(self._on_chosen)
        self.box.activated.connect(self.queue.choose)

    def fold(self, window: QWidget) -> bool:
        """Stand beside the page, or fold, by the width of the window; tell whether it is folded."""
        theme = self._workspace.theme
        folded = room_of(window, theme) < NARROWEST
        self.setFixedWidth(px(theme, WIDTH))
        self.setVisible(not folded)
        beside_tabs = window.width() - px(theme, HEAD_NEEDS)
        self.box.setFixedWidth(max(min(px(theme, WIDTH), beside_tabs), LEAST))
        return folded

    def count(self, number: int) -> None:
        """Show how many there are."""
        t = self._workspace.t
        self._head.setText(f"{self._name}  {t.number(number)}" if number else self._name)

    def _on_chosen(self, row: object) -> None:
        if row is not None:
            self.box.setCurrentIndex(self.queue.place)
