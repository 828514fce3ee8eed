"""Starts the window."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtWidgets import QApplication

from consultation.store import Identity, settings_folder
from ui import PROGRAM
from ui.look.theme import Theme
from ui.settings import Settings
from ui.shell.cleaning import Cleaning
from ui.shell.errors import catch_bugs, report_bugs_of_jobs
from ui.shell.main_window import MainWindow
from ui.workspace import Workspace

HANDOVER_S = 0.0001
"""Seconds after which the window, waiting for Python, asks a job to hand it over.

A window that draws gives Python away and asks for it again hundreds of times. Beside a job that counts it waits that
long each time. Beside one that reads a file it is woken whenever that gives Python away to SQLite, finds it taken
again, and waits anew without ever having asked: unless it asks sooner than a job takes from one statement to the next.
With Python's own five milliseconds a list of thirty rows took half a second (`python -m benchmarks.window files`).
"""


class QtWords:
    """Qt's own texts (Cancel, Cut, Paste) in the language of the window."""

    def __init__(self, app: QApplication, workspace: Workspace) -> None:
        self._app, self._workspace = app, workspace
        self._loaded: QTranslator | None = None
        workspace.language_changed.connect(self.load)
        self.load()

    def unload(self) -> None:
        """Take Qt's catalogue out again."""
        if self._loaded is not None:
            self._app.removeTranslator(self._loaded)
            self._loaded = None

    def load(self) -> None:
        """Load Qt's catalogue for the language of the window; English is built in."""
        self.unload()
        self._loaded = QTranslator()
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._loaded.load(f"qtbase_{self._workspace.t.language}", folder):
            self._app.installTranslator(self._loaded)


def make_workspace(app: QApplication, folder: Path | None = None) -> Workspace:
    """Make the workspace of an application from the settings in ``folder`` (the installation's own by default)."""
    folder = folder or settings_folder()
    settings = Settings(folder)
    theme = Theme(app, settings.theme, settings.scale)
    workspace = Workspace(settings, theme, Identity.load(folder))
    report_bugs_of_jobs(workspace)
    return workspace


def the_application(argv: Sequence[str]) -> QApplication:
    """Return the one application there is, or make it."""
    sys.setswitchinterval(HANDOVER_S)
    app = QApplication.instance()
    return app if isinstance(app, QApplication) else QApplication(list(argv))


def run(argv: Sequence[str], file: Path | None = None) -> int:
    """Open the window, with ``file`` in it if there is one, until it is closed."""
    app = the_application(argv)
    app.setApplicationName("consultation")
    app.setApplicationDisplayName(PROGRAM)
    app.setDesktopFileName("consultation")
    workspace = make_workspace(app)
    catch_bugs(workspace)
    words = QtWords(app, workspace)
    Cleaning(app, workspace)
    window = MainWindow(workspace)
    window.show()
    if file is not None:
        window.open(file)
    code = app.exec()
    del words
    sys.excepthook = sys.__excepthook__
    return code
