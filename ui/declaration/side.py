"""Beside the text: the outline, and below it what waits for a person."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.declaration.needs_list import NeedsList
from ui.declaration.outline import Outline
from ui.look.folds import Fold, px
from ui.widgets.words import rule, section
from ui.workspace import Workspace

WIDE, LESS = 288, 256


class Side(QFrame):
    """The column at the leading edge of the page."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._theme = workspace.theme
        self.setProperty("surface", "base")
        self.setProperty("part", True)
        self.outline, self.needs = Outline(workspace), NeedsList(workspace)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(12, 16, 12, 16)
        column.setSpacing(8)
        name = section(workspace.t("Outline"))
        name.setContentsMargins(8, 0, 0, 0)
        column.addWidget(name)
        column.addWidget(self.outline, 1)
        column.addWidget(rule())
        column.addWidget(self.needs)
        edge = QFrame()
        edge.setProperty("rule", True)
        edge.setFixedWidth(1)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(inside, 1)
        line.addWidget(edge)

    def fold(self, fold: Fold) -> None:
        """Be as wide as there is room."""
        self.setFixedWidth(px(self._theme, WIDE if fold >= Fold.WIDE else LESS))
