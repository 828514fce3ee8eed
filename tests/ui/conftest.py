"""A workspace with a real file made from the kit of the forum, and the window that shows it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from forum_file import make_file
from PySide6 import __version__ as qt_version
from PySide6.QtCore import QEvent, Qt
from pytestqt.qtbot import QtBot

from consultation.model import Session
from consultation.reading.programme import in_order
from ui.session import SessionPlace
from ui.shell.app import make_workspace
from ui.shell.main_window import MainWindow
from ui.workspace import Workspace


@pytest.fixture(autouse=True)
def no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have every machine alike: tests that want a sentence model say so."""
    monkeypatch.setattr("ui.by_meaning.has_model", lambda: False)


@pytest.fixture
def bare(qapp, folder: Path) -> Iterator[Workspace]:
    """A workspace in which no file is open."""
    workspace = make_workspace(qapp, folder / "home")
    workspace.name_author("Amira Ben Salah")
    workspace.speak("en")
    workspace.theme.choose("light")
    yield workspace
    workspace.quit()
    workspace.theme.deleteLater()
    workspace.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # without a running loop nothing is deleted by itself


@pytest.fixture
def workspace(bare: Workspace, folder: Path) -> Workspace:
    """A workspace with a file made from the kit of the forum."""
    assert bare.open_now(make_file(folder / "forum.consult", bare.identity))
    return bare


@pytest.fixture
def window(qtbot: QtBot, workspace: Workspace) -> MainWindow:
    """The window, shown, with that file in it, and the first session of its programme."""
    made = MainWindow(workspace)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.resize(1440, 900)  # once shown: it would rather fill the screen of the tests, which is smaller
    made.activateWindow()
    if isinstance(made.place, SessionPlace) and made.place.session is None:
        made.place.show_session(in_order(workspace.store.all(Session))[0].id)
        made.place.setFocus()
    return made


@pytest.fixture
def wide(qtbot: QtBot, window: MainWindow) -> MainWindow:
    """The window as wide as on a desk: maximised on the screen that tests have, it folds as far as it can."""
    qtbot.wait(20)  # what is under way to the maximised window comes first
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.resize(1440, 900)
    qtbot.waitUntil(lambda: window.place.width() > 1300)
    return window


def pytest_report_header() -> str:
    """Warn of a combination that ends the program in the middle of a run."""
    if qt_version == "6.12.0" and sys.version_info < (3, 12):
        return "PySide6 6.12.0 loses references to None on Python 3.11: tests may abort. Use PySide6 6.11."
    return f"PySide6 {qt_version}"
