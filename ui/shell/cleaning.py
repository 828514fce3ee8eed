"""When Python looks for objects that refer to each other: while nobody types, and then among the new ones only.

A look at everything there is takes as long as painting ten pages, and Python would take it whenever enough has come
together: in the middle of a word, or of scrolling. What is no longer used is nearly always freed without such a look.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from ui.jobs import Job
from ui.workspace import Workspace

AFTER_MS = 2_000
"""So long after a file was closed the whole is looked at, once: nobody types on the start page yet."""
EVERY_MS = 20_000
"""So often what has come since is looked at, which is little."""
SHORT, LONG = 10_000, 1_000
"""Objects before Python looks at the newest; looks at these before it looks at all, which is never by itself."""


class Cleaning(QObject):
    """Takes the looks at good moments; lasts as long as the application."""

    def __init__(self, app: QApplication, workspace: Workspace) -> None:
        super().__init__(app)
        self._workspace = workspace
        gc.set_threshold(SHORT, 10, LONG)
        self._once = QTimer(self, singleShot=True, interval=AFTER_MS)
        self._once.timeout.connect(self.look_at_all)
        self._again = QTimer(self, interval=EVERY_MS)
        self._again.timeout.connect(self._look_at_new)
        self._again.start()
        workspace.file_changed.connect(self._on_file_changed)
        workspace.jobs.started.connect(self._on_job_started)
        self.set_apart()

    def set_apart(self) -> None:
        """Look no more at what there is now, without a look at it: that takes no time."""
        gc.freeze()

    def look_at_all(self) -> None:
        """Look at everything, what was set apart among it, and set apart what is left."""
        if not self._workspace.is_open:
            gc.unfreeze()
            gc.collect()
            gc.freeze()

    def _look_at_new(self) -> None:
        """Look at what has come since; not while a job is bringing together much that stays."""
        if all(job.quiet for job in self._workspace.jobs.running):
            gc.collect()

    def _on_job_started(self, job: Job) -> None:
        if not job.quiet:  # hundreds follow each other, and bring together nothing that stays
            job.ended.connect(self.set_apart)  # what came of it has been taken up by then

    def _on_file_changed(self) -> None:
        if self._workspace.is_open:
            self._once.stop()
            QTimer.singleShot(0, self, self.set_apart)  # once its pages have been made
        else:
            self._once.start()
