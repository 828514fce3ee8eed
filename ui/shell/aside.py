"""What happened to one record, shown in front of the place one is in, and the way back to where one was."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget, QWidget
from shiboken6 import isValid

from consultation.model import Record
from ui.history import HistoryPage
from ui.workspace import Workspace


class HistoryAside(QObject):
    """Answers `Workspace.history_asked`; going to any place ends it, as Escape does."""

    def __init__(self, workspace: Workspace, stack: QStackedWidget) -> None:
        super().__init__(stack)
        self._workspace, self._stack = workspace, stack
        self._page: HistoryPage | None = None
        self._place: QWidget | None = None
        self._typed_in: QWidget | None = None
        workspace.history_asked.connect(self.show)
        stack.currentChanged.connect(self._on_current_changed)

    def show(self, record: Record) -> None:
        """Show what happened to a record."""
        if not self._workspace.is_readable or self._page is not None:
            return
        self._place, self._typed_in = self._stack.currentWidget(), self._stack.window().focusWidget()
        page = HistoryPage(self._workspace, record)
        page.left.connect(self._on_left)
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self._page = page
        page.setFocus()

    def _on_left(self) -> None:
        place, back = self._place, self._typed_in
        if place is not None and isValid(place):
            self._stack.setCurrentWidget(place)
            if back is not None and isValid(back) and back.isVisible():
                back.setFocus()
            else:
                place.setFocus()

    def _on_current_changed(self) -> None:
        page = self._page
        if page is None or self._stack.currentWidget() is page:
            return
        self._page = None
        if isValid(page):
            self._stack.removeWidget(page)
            page.deleteLater()
