"""Where the keyboard goes when what had it is gone: back to the page, never on to the rail."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from ui.page import Page


class Keyboard(QObject):
    """Keeps the keyboard in the page that is shown when a part of it goes that had it, such as a pressed button."""

    def __init__(self, window: QWidget, shown: Callable[[], Page | None]) -> None:
        """Watch ``window``, of which ``shown`` is the page that is shown."""
        super().__init__(window)
        self._window, self._shown = window, shown
        app = QApplication.instance()
        assert isinstance(app, QApplication), "a window has an application"
        app.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, old: QWidget | None, now: QWidget | None) -> None:
        gone = old is not None and (not isValid(old) or not old.isVisible())
        if gone and self._is_beside(now):
            QTimer.singleShot(0, self, partial(self._come_back, now))  # whoever acted may yet say where it goes

    def _come_back(self, went_to: QWidget | None) -> None:
        page = self._shown()
        if page is not None and page.isVisible() and QApplication.focusWidget() is went_to and self._is_beside(went_to):
            page.setFocus()

    def _is_beside(self, place: QWidget | None) -> bool:
        """Tell whether the keyboard is in the window and not in the page, or nowhere."""
        page = self._shown()
        if place is None:
            return self._window.isActiveWindow()
        return isValid(place) and page is not None and place.window() is self._window and not page.isAncestorOf(place)
