"""The list between what it is narrowed by and those to begin with, and what of these is shown in which width."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.look.folds import Fold, room_of
from ui.merge.priorities.bar import PriorityBar, SortTab
from ui.merge.priorities.side import PrioritySide
from ui.merge.priorities.ten import TenColumn
from ui.workspace import Workspace


class PrioritySpread(QWidget):
    """Both beside the list where there is room; else one of them or none, as a person presses."""

    def __init__(
        self, workspace: Workspace, side: PrioritySide, bar: PriorityBar, middle: QWidget, ten: TenColumn
    ) -> None:
        super().__init__()
        self._theme, self._side, self._bar, self._ten = workspace.theme, side, bar, ten
        self._pressed: QWidget | None = None
        self._none = False
        t, theme = workspace.t, workspace.theme
        self.side_tab, self.ten_tab = SortTab(theme, t("Filter")), SortTab(theme, t("To begin with"))
        for tab, part in ((self.side_tab, side), (self.ten_tab, ten)):
            bar.add_part(tab)
            tab.clicked.connect(lambda _=False, part=part: self._toggle(part))
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(middle, 1)
        self._edges = (_edge(), _edge())
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        for each in (side, self._edges[0]):
            line.addWidget(each)
        line.addWidget(held, 1)
        for each in (self._edges[1], ten):
            line.addWidget(each)
        theme.changed.connect(self.fold)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fold()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fold()

    def fold(self) -> None:
        """Show both parts beside the list, one of them, or none, by the width of the window."""
        room = room_of(self, self._theme)
        both = room >= Fold.MEDIUM
        usual = self._ten if room >= Fold.NARROW and not self._none else None
        beside = self._pressed or usual
        for part, edge, tab in (
            (self._side, self._edges[0], self.side_tab),
            (self._ten, self._edges[1], self.ten_tab),
        ):
            there = both or beside is part
            part.setVisible(there)
            edge.setVisible(there)
            tab.setVisible(not both)
            tab.setChecked(there)
        self._side.fold()
        self._ten.fold(room >= Fold.WIDE)
        self._bar.fold()

    def _toggle(self, part: QWidget) -> None:
        self._none = not part.isHidden()
        self._pressed = part if part.isHidden() else None
        self.fold()


def _edge() -> QFrame:
    """Make the thin line between two columns."""
    edge = QFrame()
    edge.setProperty("rule", True)
    edge.setFixedWidth(1)
    return edge
