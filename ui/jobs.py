"""Long work off the GUI thread: a plain function, with progress, that can be cancelled.

    job = workspace.jobs.run(t("Merging"), lambda progress: merge(target, sources, progress))
    job.done.connect(self._on_merged)          # the function's answer
    job.failed.connect(self._on_refused)       # a ConsultationError; shown in the top line too
    job.ended.connect(...)                     # in any case

The function opens its own connection, calls ``progress(done, total)`` now and then, and neither touches widgets
nor the open store. ``progress`` raises `Cancelled` once the person has asked to stop. A function that writes to the
open file is run with ``writes=True``: SQLite may keep everybody else from the file meanwhile, and whoever waits for it
in the GUI thread makes the window stand still.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from consultation.collecting import without_collecting
from consultation.errors import ConsultationError
from consultation.progress import Progress

BETWEEN_SIGNALS = 0.05
"""Seconds between two progress signals: more would only fill the queue of the window."""


class Job(QObject):
    """One piece of long work; all signals arrive in the GUI thread."""

    progressed = Signal(int, int)
    over = Signal()
    """It works no longer; what came of it is said next."""
    done = Signal(object)
    failed = Signal(object)
    """A `ConsultationError`: the refusal to show."""
    broken = Signal(str)
    """A bug: its traceback."""
    ended = Signal()
    _returned = Signal(object)
    _refused = Signal(object)
    _crashed = Signal(str)

    def __init__(
        self, name: str, function: Callable[[Progress], object], writes: bool = False, quiet: bool = False
    ) -> None:
        super().__init__()
        self.name, self.writes, self.quiet = name, writes, quiet
        self._function = function
        self._progress = Progress(self._tell)
        self._told, self._told_at = (0, 0), 0.0
        self._returned.connect(self._on_returned)
        self._refused.connect(self._on_refused)
        self._crashed.connect(self._on_crashed)

    def cancel(self) -> None:
        """Ask the function to stop at its next word of progress."""
        self._progress.cancel()

    def work(self) -> None:
        """Do the work; called in another thread."""
        try:
            with without_collecting():  # a look at all that a job has made would stop the window as well
                answer = self._function(self._progress)
        except ConsultationError as error:
            self._refused.emit(error)
        except BaseException:  # noqa: BLE001  a bug in a thread would otherwise vanish without a word
            self._crashed.emit(traceback.format_exc())
        else:
            self._returned.emit(answer)

    def _tell(self, done: int, total: int, what: str) -> None:
        told, now = (done, total), monotonic()
        if told != self._told and (done == total or now - self._told_at >= BETWEEN_SIGNALS):
            self._told, self._told_at = told, now
            self.progressed.emit(done, total)

    def _on_returned(self, answer: object) -> None:
        self.over.emit()
        self.done.emit(answer)
        self.ended.emit()

    def _on_refused(self, error: ConsultationError) -> None:
        self.over.emit()
        self.failed.emit(error)
        self.ended.emit()

    def _on_crashed(self, details: str) -> None:
        self.over.emit()
        self.broken.emit(details)
        self.ended.emit()


class Jobs(QObject):
    """Runs jobs one after the other, so that two of them never write to one file."""

    started = Signal(object)
    failed = Signal(object)
    broken = Signal(str)
    about_to_write = Signal()
    """A job that writes is about to begin: what is still being typed has to be saved now."""
    writing_changed = Signal(bool)
    """From now on a job writes to the open file, or none does."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._running: dict[Job, _Runner] = {}
        self._writing: set[Job] = set()

    @property
    def running(self) -> list[Job]:
        """Jobs that have not ended."""
        return list(self._running)

    @property
    def writing(self) -> bool:
        """A job writes to the open file, or waits to: nobody else reads from it or writes to it meanwhile."""
        return bool(self._writing)

    def run(self, name: str, function: Callable[[Progress], object], writes: bool = False, quiet: bool = False) -> Job:
        """Start ``function`` off the GUI thread; ``name`` says what it does while it runs.

        ``writes`` says that it writes to the open file; ``quiet``, that the top line does not tell of it: whoever has
        started it says how far it is.
        """
        job = Job(name, function, writes, quiet)
        runner = _Runner(job)
        if writes:
            self.about_to_write.emit()
            self._set_writing({*self._writing, job})
        self._running[job] = runner
        job.over.connect(self._on_over)
        job.failed.connect(self.failed)
        job.broken.connect(self.broken)
        job.ended.connect(self._on_ended)
        self.started.emit(job)
        self._pool.start(runner)
        return job

    def stop(self) -> None:
        """Cancel everything and wait until it has stopped."""
        for job in self._running:
            job.cancel()
        self._pool.waitForDone()
        self._set_writing(set())  # though none of them has said so yet

    def _set_writing(self, writing: set[Job]) -> None:
        changed = bool(writing) != self.writing
        self._writing = writing
        if changed:
            self.writing_changed.emit(self.writing)

    def _on_over(self) -> None:
        self._set_writing({job for job in self._writing if job is not self.sender()})

    def _on_ended(self) -> None:
        job = self.sender()
        if isinstance(job, Job):
            self._running.pop(job, None)


class _Runner(QRunnable):
    """Carries a job into the pool; kept by `Jobs` until it has ended."""

    def __init__(self, job: Job) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self._job = job

    def run(self) -> None:
        self._job.work()
