"""The files on their way in: which there are, which are ticked, what each would bring, and how far they have come."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from consultation.deciding.settling import settle_by_itself
from consultation.merging import Account, account_of, merge, trial
from consultation.progress import Progress
from ui.jobs import Job
from ui.workspace import Workspace

PAUSE_MS = 150
"""After a tick, before the files are read again: several are ticked one after the other."""


class BatchStage(StrEnum):
    """How far the files have come."""

    EMPTY = "empty"
    CHOSEN = "chosen"
    MERGING = "merging"
    MERGED = "merged"


@dataclass(frozen=True)
class Merged:
    """What came of merging."""

    files: list[Account]
    by_itself: int
    """Conflicts that needed nobody."""


class Batch(QObject):
    """Files that are read, then merged together; says `moved` whenever something about them is new.

    What the ticked files would bring is tried with the ticked files alone, so it is what they will bring; what the
    others would, is tried after them.
    """

    moved = Signal()
    merged = Signal()

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._wanted: set[Path] = set()
        """Files of another consultation that are to come in all the same."""
        self._left: set[Path] = set()
        """Files that could go in and are not ticked."""
        self._read: dict[Path, Account] = {}
        self._reading: Job | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.read)
        self.paths: list[Path] = []
        self.results: list[Account] = []
        """What came of the files merged last."""
        self._outcome: list[Account] = []
        """The same, and in their places the files that stayed out."""
        self.by_itself = 0
        """Conflicts of the files merged last that needed nobody."""
        self.stage = BatchStage.EMPTY

    @property
    def is_reading(self) -> bool:
        """The files are being looked at."""
        return self._reading is not None or self._pause.isActive()

    @property
    def shown(self) -> list[tuple[Path, Account | None]]:
        """The files to show, in order, each with what is known of it: after merging those that stayed out too."""
        if self.stage == BatchStage.MERGED:
            return [(file.path, file) for file in self._outcome]
        return [(path, self._read.get(path)) for path in self.paths]

    @property
    def going_in(self) -> list[Account]:
        """The ticked files, which merging would take and that bring something."""
        return [file for path in self.paths if self.is_ticked(path) and (file := self._read[path]).goes_in]

    def can_go_in(self, path: Path) -> bool:
        """Tell whether a file can be ticked at all."""
        file = self._read.get(path)
        return (
            self.stage in (BatchStage.CHOSEN, BatchStage.MERGED)
            and file is not None
            and file.refusal is None
            and not file.shown.brings_nothing
        )

    def is_merged(self, path: Path) -> bool:
        """Tell whether a file was among those merged last."""
        return self.stage == BatchStage.MERGED and path not in self._read

    def is_ticked(self, path: Path) -> bool:
        """Tell whether a file is to go in."""
        file = self._read.get(path)
        if file is None or not self.can_go_in(path):
            return False
        return path in self._wanted if file.is_other else path not in self._left

    def state(self) -> dict[str, Any]:
        """Return the files and how far they have come."""
        stage = BatchStage.CHOSEN if self.stage == BatchStage.MERGING else self.stage
        return {
            "paths": self.paths,
            "wanted": self._wanted,
            "left": self._left,
            "results": self.results,
            "outcome": self._outcome,
            "stage": stage,
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Take up what `state` gave; files that wait are read again."""
        self.paths, self._wanted, self._left = list(state["paths"]), set(state["wanted"]), set(state["left"])
        self.results, self._outcome, self.stage = state["results"], state["outcome"], state["stage"]
        if self.stage == BatchStage.CHOSEN:
            self.read()
        else:
            self._read = {file.path: file for file in self._outcome if file.path in self.paths}
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
        self._left.discard(path)
        self._read.pop(path, None)
        if self.paths:
            self.read()
        else:
            self._reading, self.stage = None, BatchStage.EMPTY
            self._pause.stop()
            self.moved.emit()

    def tick(self, path: Path, ticked: bool) -> None:
        """Have a file go in, or not; one of another consultation too."""
        file = self._read.get(path)
        if file is None or not self.can_go_in(path):
            return
        chosen = self._wanted if file.is_other else self._left
        if ticked == file.is_other:
            chosen.add(path)
        else:
            chosen.discard(path)
        self._pause.start()
        self.moved.emit()

    def tick_all(self) -> None:
        """Have every file go in that can; where all do already, none. Those of another consultation are left alone.

        Copies of a file are left with it: without it they would bring what it brings.
        """
        own = {path for path, file in self._read.items() if file.refusal is None and not file.is_other}
        ready = {path for path in own if self.can_go_in(path)}
        if not ready:
            return
        if self._left.isdisjoint(ready):
            self._left |= own
        else:
            self._left -= own
        self._pause.start()
        self.moved.emit()

    def read(self) -> None:
        """Look at the files, off the GUI thread; an earlier look that has not ended no longer counts."""
        self._pause.stop()
        self.stage = BatchStage.CHOSEN
        again, wanted = self._workspace.store.again(), frozenset(self._wanted)
        sources = sorted(self.paths, key=self._left.__contains__)

        def work(progress: Progress) -> list[Account]:
            with again() as store:
                return trial(store, sources, other_consultation=wanted, progress=progress)

        self._reading = self._workspace.jobs.run(self._workspace.t("Reading the files"), work)
        self._reading.done.connect(self._on_read)
        self._reading.ended.connect(self._on_reading_ended)
        self.moved.emit()

    def merge(self) -> None:
        """Merge the ticked files, all of them or none."""
        chosen = self.going_in
        if self.stage != BatchStage.CHOSEN or self.is_reading or not chosen:
            return
        again = self._workspace.store.again()
        sources, others = [file.path for file in chosen], frozenset(self._wanted)

        def work(progress: Progress) -> Merged:
            with again() as store:
                merged = merge(store, sources, other_consultation=others, progress=progress)
                by_itself = len(settle_by_itself(store, progress).revisions)
                return Merged([account_of(store, contribution) for contribution in merged], by_itself)

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

    def _on_merged(self, merged: Merged) -> None:
        if not self._workspace.is_open:  # the window was closed in the meantime
            return
        self.results, self.by_itself = merged.files, merged.by_itself
        taken = {file.path: file for file in merged.files}
        self._outcome = [taken.get(path, self._read[path]) for path in self.paths]
        self.paths = [path for path in self.paths if path not in taken]
        self._wanted, self._read = set(), {path: self._read[path] for path in self.paths}
        self.stage = BatchStage.MERGED
        self.moved.emit()
        self.merged.emit()

    def _on_merge_failed(self) -> None:
        if self._workspace.is_open:
            self.read()
