"""A table on its way in: what is read of it, what its columns hold, what a person has answered, what it would bring."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from consultation.errors import ConsultationError
from consultation.exchange.grid import Grid
from consultation.exchange.matched import (
    Answer,
    Columns,
    Listing,
    Preview,
    Standing,
    Taken,
    match_columns,
    pasted_rows,
    preview,
    read_rows,
    take_in,
)
from consultation.progress import Progress
from ui.jobs import Job
from ui.workspace import Workspace

Read = Callable[[Progress], Grid]
Completed = Callable[[Grid], Grid]


@dataclass(frozen=True)
class Looked:
    """What came of looking at a table."""

    grid: Grid | None = None
    columns: Columns | None = None
    preview: Preview | None = None
    """None as long as no column holds what every row has to say."""
    refusal: ConsultationError | None = None


class Incoming(QObject):
    """Says `moved` whenever something about the table is new.

    It is read, looked through and written off the GUI thread. A new look takes the place of one that has not ended.
    """

    moved = Signal()
    progressed = Signal(int, int)
    taken = Signal()

    def __init__(
        self, workspace: Workspace, listing: Listing, completing: Callable[[], Completed], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._completing = completing
        self._workspace, self.listing = workspace, listing
        self._job: Job | None = None
        self.path: Path | None = None
        """The file that was chosen; None for what was pasted."""
        self.answers: dict[int, Answer | UUID] = {}
        self.looked = Looked()
        self.is_stopped = False
        """A person has had enough."""
        self.doing = ""
        """What is under way, in words."""
        workspace.leaving.connect(self._on_leaving)

    @property
    def is_busy(self) -> bool:
        """The table is being read, looked through or written."""
        return self._job is not None

    @property
    def is_there(self) -> bool:
        """There is a table."""
        return self.looked.grid is not None

    @property
    def brings(self) -> int:
        """How many rows it would write."""
        made = self.looked.preview
        return made.count(Standing.NEW) + made.count(Standing.CHANGED) if made else 0

    def open(self, path: Path, sheet: str = "") -> None:
        """Read a file: of a workbook the sheet called so, else the first that holds something."""
        self._forget()
        self.path = path
        reading = self._workspace.t("Reading “{name}”").format(name=path.name)
        self._look(reading, partial(read_rows, path, sheet))

    def open_sheet(self, sheet: str) -> None:
        """Read another sheet of the workbook that was chosen."""
        if self.path is not None:
            self.open(self.path, sheet)

    def paste(self, text: str) -> None:
        """Read what a spreadsheet has put on the clipboard."""
        self._forget()
        self._look(self._workspace.t("Reading what was pasted"), lambda _progress: pasted_rows(text))

    def read_as(self, listing: Listing) -> None:
        """Take the rows for something else."""
        self.listing, self.answers = listing, {}
        self.look_again(None)

    def put(self, at: int, field: str, language: str) -> None:
        """Let a column hold a field, or nothing."""
        columns = self.looked.columns
        if columns is not None:
            put = columns.put(at, field, language)
            self.looked = replace(self.looked, columns=put)
            self.look_again(put)

    def answer(self, number: int, given: Answer | UUID | None) -> None:
        """Say what becomes of a row, or take that back."""
        self.answers = {row: answer for row, answer in self.answers.items() if row != number}
        if given is not None:
            self.answers[number] = given
        self.look_again(self.looked.columns)

    def look_again(self, columns: Columns | None) -> None:
        """See what the table would bring now; without ``columns`` they are proposed anew."""
        grid = self.looked.grid
        if grid is not None:
            self._look(self._workspace.t("Looking through the rows"), lambda _progress: grid, columns)

    def give_up(self) -> None:
        """Stop what is under way; of a table that is not read yet nothing is kept."""
        if self._job is not None and not self._job.writes:
            self._job.cancel()
            self._job, self.is_stopped = None, True
            self.looked = replace(self.looked, preview=None)
            self.moved.emit()

    def take_in(self) -> None:
        """Write what the table brings, as one step."""
        made = self.looked.preview
        if made is None or self.is_busy or not self.brings or not self._workspace.is_readable:
            return
        again = self._workspace.store.again()

        def work(progress: Progress) -> Taken:
            with again() as store:
                return take_in(store, made, progress)

        self._run(self._workspace.t("Taking in the table"), work, self._on_taken, writes=True)

    def state(self) -> Mapping[str, Any]:
        """Return the table, for the sheet in another language."""
        return {"listing": self.listing, "path": self.path, "answers": self.answers, "looked": self.looked}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Take up what `state` gave."""
        self.listing, self.path, self.answers = state["listing"], state["path"], state["answers"]
        self.looked = state["looked"]
        if self.path is not None and self.looked == Looked():  # it was still being read
            self.open(self.path)
        self.moved.emit()

    def _forget(self) -> None:
        self.path, self.answers, self.looked = None, {}, Looked()

    def _look(self, doing: str, read: Read, columns: Columns | None = None) -> None:
        again, listing, answers = self._workspace.store.again(), self.listing, dict(self.answers)
        completed = self._completing()

        def work(progress: Progress) -> Looked:
            looked = Looked()
            try:
                grid = completed(read(progress))
                progress()
                found = columns or match_columns(grid, listing)
                looked = Looked(grid, found)
                if not found.missing:
                    with again() as store:
                        looked = Looked(grid, found, preview(store, grid, found, answers, progress))
            except ConsultationError as error:
                return replace(looked, refusal=error)
            return looked

        self._run(doing, work, self._on_looked)

    def _run(
        self, doing: str, work: Callable[[Progress], object], then: Callable[..., None], writes: bool = False
    ) -> None:
        if self._job is not None:
            self._job.cancel()
        self.doing, self.is_stopped = doing, False
        job = self._job = self._workspace.jobs.run(doing, work, writes=writes, quiet=not writes)
        job.progressed.connect(self._on_progressed)
        job.done.connect(then)
        job.ended.connect(self._on_ended)
        self.moved.emit()

    def _on_progressed(self, done: int, total: int) -> None:
        if self.sender() is self._job:
            self.progressed.emit(done, total)

    def _on_looked(self, looked: Looked) -> None:
        if self.sender() is self._job:
            self.looked = looked

    def _on_taken(self, taken: Taken) -> None:
        workspace, t = self._workspace, self._workspace.t
        if not workspace.is_open:  # the window was closed in the meantime
            return
        said = t("Taken in from the table: {new} new, {changed} changed.")
        self._forget()
        self.taken.emit()
        workspace.take_up_and_say(taken.written, said.format(new=t.number(taken.new), changed=t.number(taken.changed)))

    def _on_leaving(self) -> None:
        """Hear no more of what is under way: the file is being closed."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _on_ended(self) -> None:
        if self.sender() is self._job:
            self._job = None
            self.moved.emit()
