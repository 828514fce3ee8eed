"""What the recommendations of the open file mean, read bit by bit by the sentence model, where there is one.

Beside everything else: a bit takes some seconds and makes way for any other job. What was read is kept beside the file,
so it goes on from there the next time; nothing of the model is imported before there are texts to read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from consultation.deciding.matches import meaning_beside
from consultation.errors import ModelRefused
from consultation.matching.meaning import Meaning
from consultation.matching.sentence_model import has_model
from consultation.progress import Progress
from ui.jobs import Job
from ui.open_file import OpenFile

AT_ONCE, STEP = 256, 16
"""Texts of one job: three seconds; and those after which it makes way for another: less than one, also on a machine
that is busy."""


class ByMeaning(QObject):
    """Reads the texts it is given; says `read` once `meaning` knows them all."""

    moved = Signal()
    """`progress` is something else now."""
    read = Signal()

    def __init__(self, file: OpenFile) -> None:
        super().__init__(file)
        self._file = file
        self._path: Path | None = None
        """Of the file whose texts are read."""
        self._texts: list[str] = []
        self._missing: list[str] = []
        """What is being read, and how much of it is still to be read."""
        self._job: Job | None = None
        self._is_off = False
        """The model cannot be used: for this file it is not tried again."""
        self.meaning: Meaning | None = None
        """What the texts mean that are known."""
        self.known: frozenset[str] = frozenset()
        """Texts that it knows."""
        self.refusal: ModelRefused | None = None
        """Why a model that is installed is not used."""
        file.leaving.connect(self.forget)
        file.jobs.started.connect(self._on_job_started)

    @property
    def progress(self) -> tuple[int, int] | None:
        """How many texts of how many are known; None while none are read."""
        return (len(self._texts) - len(self._missing), len(self._texts)) if self._missing else None

    def begin(self, texts: Iterable[str]) -> None:
        """Read texts, the last ones first; `read` is said once all are known.

        Nothing is done while others are read, nor where there is no model that can be used.
        """
        if self._path != self._file.path:
            self.forget()
        if self._job is not None or self._is_off or not has_model():
            return
        self._path = path = self._file.path
        self._texts, self._missing = list(dict.fromkeys(texts)), []
        wanted, meaning = self._texts, self.meaning

        def look(_: Progress) -> tuple[Meaning | None, list[str]] | ModelRefused:
            try:
                found = meaning or meaning_beside(path)
            except ModelRefused as error:  # said in its place: nobody has asked for the model just now
                return error
            missing = found.missing(wanted) if found is not None else []
            if found is not None and not missing:
                found.forget_others(wanted)
            return found, missing

        self._run(look).done.connect(self._on_looked)

    def forget(self) -> None:
        """Stop, and let go of everything: the file is being closed."""
        if self._job is not None:
            self._job.cancel()
        self._job = self._path = self.meaning = self.refusal = None
        self._texts, self._missing, self.known, self._is_off = [], [], frozenset(), False

    def _read_some(self, meaning: Meaning) -> None:
        """Read the next texts, as far as no other job is waiting."""
        texts, missing = self._texts, self._missing

        def work(progress: Progress) -> int:
            done, some = 0, missing[:AT_ONCE]
            while done < len(some) and not progress.cancelled:
                meaning.reckon(some[done : done + STEP])
                done = min(done + STEP, len(some))
            if done == len(missing):
                meaning.forget_others(texts)
            return done

        self._run(work).done.connect(self._on_some_read)

    def _run(self, work: Callable[[Progress], object]) -> Job:
        self._job = self._file.jobs.run(self._file.t("Comparing the recommendations"), work, quiet=True)
        self._job.failed.connect(self._on_failed)
        self._job.broken.connect(self._on_failed)
        return self._job

    def _on_looked(self, found: tuple[Meaning | None, list[str]] | ModelRefused) -> None:
        if self.sender() is not self._job:
            return  # of a file that is closed meanwhile
        if isinstance(found, ModelRefused):
            self.refusal = found
            self._on_failed()
        else:
            self.meaning, self._missing = found
            self._go_on()

    def _on_some_read(self, number: int) -> None:
        if self.sender() is self._job:
            self._missing = self._missing[number:]
            self._go_on()

    def _go_on(self) -> None:
        self._job = None
        if self.meaning is None:
            self._is_off = True
        elif self._missing:
            self._read_some(self.meaning)
        else:
            self.known = frozenset(self._texts)
            self.read.emit()
        self.moved.emit()

    def _on_failed(self) -> None:
        if self.sender() is self._job:
            self._job, self._missing, self._is_off = None, [], True
            self.moved.emit()

    def _on_job_started(self, job: Job) -> None:
        """Make way: what is read so far is kept, and the rest comes after that job."""
        if self._job is not None and not job.quiet:
            self._job.cancel()
