"""Looks up off the GUI thread which recommendations need a wording, where there are too many to do it at once."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from consultation.progress import Progress
from consultation.reading.needs import read_wording
from consultation.reading.passages import Declaration
from ui.jobs import Job
from ui.workspace import Workspace

AT_ONCE = 1_000
"""Recommendations that are looked at before the page is shown."""
REST_MS = 700
"""How long nothing has to change before it begins: it would slow down what is being shown."""


class LookingUp(QObject):
    """Reads it for one declaration at a time; for another that was asked for meanwhile next."""

    told = Signal(object)
    """The ids of those that need a wording in the declaration that was asked for last."""

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._asked: Declaration | None = None
        self._job: Job | None = None
        self._soon = QTimer(self, interval=REST_MS, singleShot=True)
        self._soon.timeout.connect(self._begin)

    def ask(self, standing: Declaration) -> None:
        """Have it told for a declaration that has more than could be looked at at once."""
        self._asked = standing if len(standing.unused_agreed) > AT_ONCE else None
        self._soon.start()

    def _begin(self) -> None:
        workspace, standing = self._workspace, self._asked
        if standing is None or self._job is not None or not workspace.is_readable:
            return
        again = workspace.store.again()

        def work(progress: Progress) -> object:
            with again() as store:
                return read_wording(store, standing, progress)

        self._job = workspace.jobs.run(workspace.t("Looking for what needs a wording"), work)
        self._job.done.connect(lambda found: self._on_told(standing, found))
        self._job.ended.connect(self._on_ended)

    def _on_told(self, standing: Declaration, found: object) -> None:
        if standing is self._asked and self._workspace.is_open:
            self._asked = None
            self.told.emit(found)

    def _on_ended(self) -> None:
        self._job = None
        if self._asked is not None:
            self._soon.start()
