"""A view of the place Prepare, as the window shows it."""

from __future__ import annotations

from typing import TypeVar

from pytestqt.qtbot import QtBot

from ui.prepare import PreparePlace
from ui.prepare.view import View
from ui.shell.main_window import MainWindow
from ui.workspace import Workspace

AView = TypeVar("AView", bound=View)


def window_of(workspace: Workspace, qtbot: QtBot) -> MainWindow:
    """Show the file that is open in a window of its own, which has the keyboard."""
    window = MainWindow(workspace)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.resize(1440, 900)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def shown_view(window: MainWindow, name: str, kind: type[AView]) -> AView:
    """Show a view; AssertionError where another page stands there."""
    window.go(PreparePlace.shown_by)
    place = window.place
    assert isinstance(place, PreparePlace)
    place.show_view(name)
    shown = place.page(name)
    assert isinstance(shown, kind)
    return shown
