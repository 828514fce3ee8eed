"""What stands around the pages: the rail beside them, the top line above, the status line below."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.look.folds import Fold, fold_of
from ui.page import Page
from ui.shell.places import PLACES
from ui.shell.rail import Rail
from ui.shell.status_line import StatusLine
from ui.shell.top_line import TopLine
from ui.widgets.words import rule
from ui.workspace import Workspace


class Frame(QWidget):
    """Holds the pages; folds with the width of the window."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.rail = Rail(workspace.theme)
        self.rail.offer(workspace.t, [place.shown_by for place in PLACES if place.shown_by])
        self.top = TopLine(workspace)
        self.pages = QStackedWidget()
        self.status = StatusLine(workspace.theme)
        self._edge = QFrame()
        self._edge.setProperty("rule", True)
        self._edge.setFixedWidth(1)
        self._rules = (rule(), rule())
        column = QVBoxLayout()
        column.setSpacing(0)
        for part, share in ((self.top, 0), (self._rules[0], 0), (self.pages, 1), (self._rules[1], 0), (self.status, 0)):
            column.addWidget(part, share)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.rail)
        line.addWidget(self._edge)
        line.addLayout(column, 1)
        workspace.theme.changed.connect(self.fold)

    def show_file(self, name: str) -> None:
        """Show that a file of this name is open, with its paper; or, for "", the start page on its own ground."""
        for part in (self.rail, self._edge, *self._rules, self.status):
            part.setVisible(bool(name))
        self.pages.setProperty("surface", "base" if name else "window")
        self.pages.style().polish(self.pages)
        self.top.show_file(name)
        self.fold()

    def show_status(self, page: Page | None) -> None:
        """Show the facts of a page."""
        self.status.show_facts(*(page.status() if page is not None else ([], [])))

    def fold(self) -> None:
        """Fit to the width of the window."""
        fold = fold_of(self, self._workspace.theme)
        self.rail.show_icons_alone(fold is Fold.SMALL)
        self.top.fold(fold)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fold()
