"""The recommendations of the open file and the one matcher that knows them, for every page that compares.

Read when somebody asks first, then kept up to date. Never in two hands: a job has them from when it is started until it
has ended, and jobs work one after the other; the window asks only while no job has them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from consultation.deciding.matches import texts_of
from consultation.errors import ConsultationError
from consultation.matching import Matcher, Space, Text
from consultation.matching.glossary import Glossary
from consultation.model import Recommendation
from consultation.progress import UNHEARD, Progress
from consultation.store import Store
from ui.jobs import Job
from ui.open_file import OpenFile
from ui.touched import EVERYTHING, Touched

MOST = 20_000
"""Recommendations of a file that is read for a question at all: so many take a processor a quarter of a minute and
110 MB. What was compared for another reason is asked however many there are."""
AT_ONCE = 10
"""Recommendations that are read anew between two letters; more are read in a job."""

T = TypeVar("T")


@dataclass
class Known:
    """What has been read; whatever stops its reading, the matcher knows exactly ``texts``."""

    texts: dict[UUID, Text[UUID]] = field(default_factory=dict)
    by_meaning: set[UUID] = field(default_factory=set)
    """Those that were compared by their meaning as well."""

    @cached_property
    def matcher(self) -> Matcher[UUID]:
        """The matcher; made in the first job, because reading the glossary takes a while."""
        return Matcher(Glossary.ours())

    def read(self, store: Store, among: Collection[UUID] | None = None, progress: Progress = UNHEARD) -> None:
        """Take up what was written since: of all recommendations, or of those ``among`` some."""
        now = {text.key: text for text in texts_of(store, among)}
        gone = [each for each in (list(self.texts) if among is None else among) if each in self.texts]
        gone = [each for each in gone if now.get(each) != self.texts[each]]
        self.matcher.remove(gone)
        for each in gone:
            del self.texts[each]
        self.by_meaning.difference_update(gone)
        fresh = {each: text for each, text in now.items() if each not in self.texts}
        self.matcher.add(fresh.values(), progress)
        self.texts |= fresh

    def compare_by_meaning(self, space: Space, words: Collection[str], progress: Progress) -> None:
        """Compare once more, with what ``space`` says, the texts of which it knows the ``words``."""
        keys = [each for each in self.lacking_meaning() if self.texts[each].words in words]
        self.matcher.compare_again(keys, space, progress)
        self.by_meaning.update(keys)

    def lacking_meaning(self) -> list[UUID]:
        """Return those that were compared by words alone."""
        return [each for each in self.texts if each not in self.by_meaning]


class KnownRecommendations(QObject):
    """Has them read, and answers from memory whether one says the same."""

    caught_up = Signal()
    """What was asked and not answered can be asked again."""

    def __init__(self, file: OpenFile) -> None:
        super().__init__(file)
        self._file = file
        self._known = Known()
        self._unread: Touched | None = EVERYTHING
        """What was written since they were read, or a job was started that reads them."""
        self._jobs: set[Job] = set()
        """Those that have what is known, or will have it."""
        self._reading: Job | None = None
        """The one that does nothing but read."""
        self._is_off = False
        """There are too many of them, or reading was stopped or refused: it is not begun again by itself."""
        file.changed.connect(self._on_written)
        file.leaving.connect(self.forget)
        file.jobs.about_to_write.connect(self._on_about_to_write)

    def ask(self, text: Text[None]) -> UUID | None:
        """Return a recommendation that surely says the same as a text.

        None where there is none, and as long as that is not known: then `caught_up` is said once it is.
        """
        if self._is_caught_up():
            pair = self._known.matcher.ask(text)
            return pair.second if pair is not None else None
        return None

    def run(self, name: str, work: Callable[[Known, Store, Progress], T]) -> Job:
        """Have a job read what was written since and then do ``work`` with all that is known, and the open file."""
        again, known = self._file.store.again(), self._known

        def read_and_work(progress: Progress) -> T:
            with again() as store:
                known.read(store, progress=progress)
                return work(known, store, progress)

        return self._start(name, read_and_work)

    def forget(self) -> None:
        """Let go of everything: the file is being closed."""
        for job in self._jobs:
            job.cancel()
        self._jobs, self._reading, self._known = set(), None, Known()
        self._unread, self._is_off = EVERYTHING, False

    def _is_caught_up(self) -> bool:
        """Read what was written since; False while a job has to do that, or has what is known."""
        if self._jobs or self._is_off:
            return False
        unread = self._unread
        if unread is not None and (unread.everything or len(unread.records) > AT_ONCE or len(self._known.texts) > MOST):
            self._read_in_a_job()
            return False
        if unread is not None:
            self._known.read(self._file.store, unread.records)
            self._unread = None
        return True

    def _read_in_a_job(self) -> None:
        store, known = self._file.store, self._known
        self._is_off = not known.texts and store.count(Recommendation) > MOST
        if self._is_off:
            return
        again = store.again()

        def work(progress: Progress) -> bool:
            try:
                with again() as store:
                    known.read(store, progress=progress)
            except ConsultationError:  # nobody has asked for it, so nobody is told that it cannot be had
                return False
            return True

        self._reading = self._start(self._file.t("Reading what was recommended already"), work)
        self._reading.done.connect(self._on_read)

    def _start(self, name: str, work: Callable[[Progress], object]) -> Job:
        self._unread = None
        job = self._file.jobs.run(name, work)
        self._jobs.add(job)
        job.failed.connect(self._on_failed)
        job.broken.connect(self._on_failed)
        job.ended.connect(self._on_ended)
        return job

    def _on_written(self, touched: Touched) -> None:
        """Remember what was written, to be read when somebody asks."""
        if touched.concerns(Recommendation):
            self._unread = touched if self._unread is None else self._unread | touched
        if touched.everything:
            self._is_off = False

    def _on_read(self, whole: bool) -> None:
        if self.sender() is self._reading and not whole:
            self._unread = EVERYTHING
            self._is_off = not self._file.jobs.writing  # it has only made way

    def _on_failed(self) -> None:
        if self.sender() in self._jobs:
            self._unread = EVERYTHING

    def _on_ended(self) -> None:
        job = self.sender()
        if not isinstance(job, Job) or job not in self._jobs:
            return  # of a file that is closed meanwhile
        self._jobs.discard(job)
        self._reading = None if job is self._reading else self._reading
        if not self._jobs:
            self.caught_up.emit()

    def _on_about_to_write(self) -> None:
        """Do not have what is to be written wait: it makes what is being read another."""
        if self._reading is not None:
            self._reading.cancel()
