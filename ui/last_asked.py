"""Reads something long off the GUI thread for whatever was asked last, and tells it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from consultation.progress import Progress
from consultation.store import Store
from ui.jobs import Job
from ui.workspace import Workspace

Tell = Callable[[Store, Any, Progress], object]
"""Reads, with a store of its own, what is to be told of what was asked."""


class LastAsked(QObject):
    """Works on one question at a time; of those asked meanwhile only the last is worked on, next."""

    told = Signal(object)
    """What was read for what was asked last."""

    def __init__(self, workspace: Workspace, name: str, tell: Tell, parent: QObject, rest_ms: int = 0) -> None:
        """Tell by ``tell``; ``name`` says what it does while it runs.

        Nothing is begun before nothing was asked for ``rest_ms``: it would slow down what is being shown.
        """
        super().__init__(parent)
        self._workspace, self._name, self._tell = workspace, name, tell
        self._asked: object = None
        self._job: Job | None = None
        self._soon = QTimer(self, interval=rest_ms, singleShot=True)
        self._soon.timeout.connect(self._begin)

    @property
    def is_busy(self) -> bool:
        """Something that was asked is not told yet."""
        return self._asked is not None

    def ask(self, asked: object) -> None:
        """Have something told; None asks for nothing, and what was asked before is not told any more."""
        self._asked = asked
        if asked is not None and self._soon.interval() == 0:
            self._begin()
        else:
            self._soon.start()

    def _begin(self) -> None:
        workspace, asked, tell = self._workspace, self._asked, self._tell
        if asked is None or self._job is not None or not workspace.is_readable:
            return
        again = workspace.store.again()

        def work(progress: Progress) -> object:
            with again() as store:
                progress()
                return tell(store, asked, progress)

        self._job = workspace.jobs.run(self._name, work)
        self._job.done.connect(lambda found: self._on_told(asked, found))
        self._job.ended.connect(lambda: self._on_ended(asked))

    def _on_told(self, asked: object, found: object) -> None:
        if asked is self._asked and self._workspace.is_open:
            self._asked = None
            self.told.emit(found)

    def _on_ended(self, asked: object) -> None:
        """Go on with what was asked meanwhile; what was refused or stopped is not begun again."""
        self._job = None
        if self._asked is asked:
            self._asked = None
        elif self._asked is not None:
            self.ask(self._asked)
