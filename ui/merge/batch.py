"""The files on their way in: which there are, what each would bring, and how far they have come."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from consultation.merging import Account, Contribution, account_of, merge, trial
from consultation.progress import Progress
from ui.jobs import Job
from ui.workspace import Workspace


class BatchStage(StrEnum):
    """How far the files have come."""

    EMPTY = "empty"
    CHOSEN = "chosen"
    MERGING = "merging"
    MERGED = "merged"


class Batch(QObject):
    """Files that are read, then merged together; says `moved` whenever something about them is new."""

    moved = Signal()
    merged = Signal()

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._wanted: set[Path] = set()
        self._read: dict[Path, Account] = {}
        self._reading: Job | None = None
        self.paths: list[Path] = []
        self.results: list[Account] = []
        """What came of the files merged last."""
        self.stage = BatchStage.EMPTY

    @property
    def is_reading(self) -> bool:
        """The files are being looked at."""
        return self._reading is not None

    @property
    def shown(self) -> list[tuple[Path, Account | None]]:
        """The files to show, in order, each with what is known of it."""
        if self.stage == BatchStage.MERGED:
            return [(file.path, file) for file in self.results]
        return [(path, self._read.get(path)) for path in self.paths]

    @property
    def going_in(self) -> list[Account]:
        """The files that merging would take and that bring something."""
        return [file for path in self.paths if (file := self._read.get(path)) is not None and file.goes_in]

    def state(self) -> dict[str, Any]:
        """Return the files and how far they have come."""
        stage = BatchStage.CHOSEN if self.stage == BatchStage.MERGING else self.stage
        return {"paths": self.paths, "wanted": self._wanted, "results": self.results, "stage": stage}

    def restore(self, state: dict[str, Any]) -> None:
        """Take up what `state` gave; files that wait are read again."""
        self.paths, self._wanted = list(state["paths"]), set(state["wanted"])
        self.results, self.stage = state["results"], state["stage"]
        if self.stage == BatchStage.CHOSEN:
            self.read()
        else:
            self.moved.emit()

    def add(self, paths: Iterable[Path]) -> None:
        """Put files on the list and read them."""
        if self.stage == BatchStage.MERGING:
            return
        new = [path for path in dict.fromkeys(paths) if path not in self.paths]
        if new:
            self.paths += new
            self.read()

    def remove(self, path: Path) -> None:
        """Take a file off the list."""
        self.paths.remove(path)
        self._wanted.discard(path)
        self._read.pop(path, None)
        if self.paths:
            self.read()
        else:
            self._reading, self.stage = None, BatchStage.EMPTY
            self.moved.emit()

    def want(self, path: Path, wanted: bool) -> None:
        """Take in a file of another consultation all the same, or not."""
        if wanted:
            self._wanted.add(path)
        else:
            self._wanted.discard(path)
        self.read()

    def read(self) -> None:
        """Look at the files, off the GUI thread; an earlier look that has not ended no longer counts."""
        self.stage = BatchStage.CHOSEN
        again, sources, wanted = self._workspace.store.again(), tuple(self.paths), frozenset(self._wanted)

        def work(progress: Progress) -> list[Account]:
            with again() as store:
                return trial(store, sources, other_consultation=wanted, progress=progress)

        self._reading = self._workspace.jobs.run(self._workspace.t("Reading the files"), work)
        self._reading.done.connect(self._on_read)
        self._reading.ended.connect(self._on_reading_ended)
        self.moved.emit()

    def merge(self) -> None:
        """Merge the files that can go in, all of them or none."""
        chosen = self.going_in
        if self.stage != BatchStage.CHOSEN or self.is_reading or not chosen:
            return
        again = self._workspace.store.again()
        sources, others = [file.path for file in chosen], frozenset(self._wanted)

        def work(progress: Progress) -> list[Contribution]:
            with again() as store:
                return merge(store, sources, other_consultation=others, progress=progress)

        self.stage = BatchStage.MERGING
        self.moved.emit()
        job = self._workspace.jobs.run(self._workspace.t("Merging"), work, writes=True)
        job.done.connect(self._workspace.reread)  # also when this page is gone by then
        job.done.connect(self._on_merged)
        job.failed.connect(self._on_merge_failed)
        job.broken.connect(self._on_merge_failed)

    def _on_read(self, files: list[Account]) -> None:
        if self.sender() is self._reading:
            self._read = {file.path: file for file in files}

    def _on_reading_ended(self) -> None:
        if self.sender() is not self._reading:
            return
        self._reading = None
        self.paths = [path for path in self.paths if path in self._read]  # stopped: what is not read cannot go in
        if not self.paths:
            self.stage = BatchStage.EMPTY
        self.moved.emit()

    def _on_merged(self, contributions: list[Contribution]) -> None:
        if not self._workspace.is_open:  # the window was closed in the meantime
            return
        self.results = [account_of(self._workspace.store, contribution) for contribution in contributions]
        self.paths, self._wanted, self._read = [], set(), {}
        self.stage = BatchStage.MERGED
        self.moved.emit()
        self.merged.emit()

    def _on_merge_failed(self) -> None:
        if self._workspace.is_open:
            self.read()
