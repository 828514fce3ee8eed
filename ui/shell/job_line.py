"""Long work, in the top line: what is being done, how far it is, and a way to stop it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from ui.jobs import Job
from ui.widgets.buttons import quiet_button
from ui.widgets.words import caption
from ui.workspace import Workspace

WIDE, HIGH = 120, 4


class JobLine(QWidget):
    """Shows the work that runs, but for what is quiet; hidden while there is none."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._job: Job | None = None
        self._name = caption("", wrap=False)
        self._progress = QProgressBar()
        self._progress.setFixedSize(WIDE, HIGH)
        self._progress.setTextVisible(False)
        self._stop = quiet_button(workspace.theme, workspace.t("Stop"), self._on_stop_pressed)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for part in (self._name, self._progress, self._stop):
            line.addWidget(part)
        self.hide()
        workspace.jobs.started.connect(self._follow)
        for job in workspace.jobs.running:
            self._follow(job)

    def _follow(self, job: Job) -> None:
        if job.quiet:
            return
        job.progressed.connect(self._on_progressed)
        job.ended.connect(self._show_running)
        self._show_running()

    def _show_running(self) -> None:
        """Show the job that is being done: they run one after the other, the oldest first."""
        running = [job for job in self._workspace.jobs.running if not job.quiet]
        job = running[0] if running else None
        self.setVisible(job is not None)
        if job is not None and job is not self._job:
            self._name.setText(job.name)
            self._progress.setAccessibleName(job.name)
            self._progress.setRange(0, 0)
        self._job = job

    def _on_progressed(self, done: int, total: int) -> None:
        if self.sender() is self._job:
            self._progress.setRange(0, total)
            self._progress.setValue(done)

    def _on_stop_pressed(self) -> None:
        if self._job is not None:
            self._job.cancel()
