"""The stage of the gallery: one window, in which a scene is set before it is drawn."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, QEventLoop
from PySide6.QtWidgets import QWidget

from ui.page import Page
from ui.shell.main_window import MainWindow
from ui.workspace import Workspace

P = TypeVar("P", bound=Page)


@dataclass
class Stage:
    """One window to set a scene in; what is shown last is drawn."""

    window: MainWindow
    workspace: Workspace
    folder: Path
    """For files a scene needs; thrown away afterwards."""
    file: Path
    """The sample as the rapporteur has it after merging; open it with `open_sample`."""
    drawn: list[QWidget] = field(default_factory=list)

    def open_sample(self) -> None:
        """Open a copy of the sample."""
        copy = self.folder / "forum-2021.consult"
        if not copy.exists():
            shutil.copyfile(self.file, copy)
        self.workspace.open_now(copy)
        self.settle()

    def rebuild(self) -> None:
        """Have the window make its pages anew, for something that they read when they are made."""
        self.workspace.language_changed.emit()
        self.settle()

    def show(self, widget: QWidget) -> None:
        """Draw a dialog instead of the window."""
        widget.show()
        self.drawn.append(widget)

    def place(self, kind: type[P]) -> P:
        """Go to a place and return its page."""
        if kind.shown_by is not None and not isinstance(self.window.place, kind):
            self.window.go(kind.shown_by)
            self.settle()
        page = self.window.place
        if not isinstance(page, kind):
            raise RuntimeError(f"the window does not show {kind.__name__}")
        return page

    def settle(self) -> None:
        """Let the window do what it has put off: layouts, timers, jobs."""
        until = QDeadlineTimer(8_000)
        while True:
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
            if not self.workspace.jobs.running or until.hasExpired():
                break
        for _ in range(5):
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


Scene = Callable[[Stage], None]
