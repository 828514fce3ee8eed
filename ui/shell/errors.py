"""The one place that shows what went wrong: refusals as sentences, bugs as bugs with their details."""

from __future__ import annotations

import platform
import sys
import traceback
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6 import __version__ as qt_version
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout

from consultation.errors import ConsultationError
from ui.widgets.buttons import button, main_button
from ui.widgets.words import heading, words
from ui.workspace import Workspace

LOG = "problems.log"


def report_bug(workspace: Workspace, details: str) -> None:
    """Say that the program made a mistake, and keep the details for whoever can repair it."""
    print(details, file=sys.stderr)
    _keep(workspace.settings.folder, details)
    t = workspace.t
    workspace.messages.say(
        t("The program made a mistake. What is saved is safe; what you were typing is still there."),
        tone="conflict",
        action=t("Details"),
        act=lambda: ProblemDialog(workspace, details).exec(),
    )


def catch_bugs(workspace: Workspace) -> None:
    """Have every exception nobody expected reported instead of lost."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, ConsultationError):
            workspace.messages.refuse(workspace.t, error)
        elif isinstance(error, KeyboardInterrupt):
            QGuiApplication.quit()
        else:
            report_bug(workspace, "".join(traceback.format_exception(kind, error, trace)))

    sys.excepthook = hook


def report_bugs_of_jobs(workspace: Workspace) -> None:
    """Report what goes wrong in long work, where no hook sees it."""
    workspace.jobs.broken.connect(lambda details: report_bug(workspace, details))


class ProblemDialog(QDialog):
    """The details of a bug, to copy into a message to the people who make the program."""

    def __init__(self, workspace: Workspace, details: str) -> None:
        super().__init__(QApplication.activeWindow())
        self._details = f"{platform.platform()}, Python {platform.python_version()}, Qt {qt_version}\n\n{details}"
        self._build(workspace)

    def _build(self, workspace: Workspace) -> None:
        t = workspace.t
        self.setWindowTitle(t("Details of the problem"))
        self.resize(720, 480)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(heading(t("Details of the problem")))
        column.addWidget(
            words(t("Copy these lines into a message to the people who look after this program for you."), tone="muted")
        )
        text = QPlainTextEdit(self._details)
        text.setReadOnly(True)
        column.addWidget(text, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(button(workspace.theme, t("Copy"), self._on_copy, "copy"))
        row.addWidget(main_button(workspace.theme, t("Close"), self.accept))
        column.addLayout(row)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details)


def _keep(folder: Path, details: str) -> None:
    try:
        with (folder / LOG).open("a", encoding="utf-8") as log:
            log.write(f"{datetime.now().astimezone().isoformat(timespec='seconds')}\n{details}\n")
    except OSError:
        print("The problem could not be written to the log.", file=sys.stderr)
