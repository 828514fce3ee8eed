"""Accounts for every recommendation off the GUI thread: it takes about as long as a draft."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from consultation.drafting.fates import Accounts, account
from consultation.progress import Progress
from consultation.reading.passages import Declaration
from ui.jobs import Job
from ui.workspace import Workspace


class Accounting(QObject):
    """Reads the accounts of one declaration at a time; those of another that was asked for meanwhile come next."""

    told = Signal(object)
    """The `Accounts` of the declaration that was asked for last."""

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._asked: Declaration | None = None
        self._job: Job | None = None

    @property
    def is_busy(self) -> bool:
        """Something that was asked is not told yet."""
        return self._asked is not None

    def ask(self, standing: Declaration) -> None:
        """Have the accounts of a declaration told."""
        self._asked = standing
        if self._job is None:
            self._run(standing)

    def _run(self, standing: Declaration) -> None:
        workspace = self._workspace
        if not workspace.is_readable:
            return
        again = workspace.store.again()

        def work(progress: Progress) -> Accounts:
            with again() as store:
                progress()
                return account(store, standing)

        self._job = workspace.jobs.run(workspace.t("Accounting for the recommendations"), work)
        self._job.done.connect(lambda accounts: self._on_told(standing, accounts))
        self._job.ended.connect(self._on_ended)

    def _on_told(self, standing: Declaration, accounts: Accounts) -> None:
        if standing is self._asked and self._workspace.is_open:
            self._asked = None
            self.told.emit(accounts)

    def _on_ended(self) -> None:
        self._job = None
        if self._asked is not None:
            self._run(self._asked)
