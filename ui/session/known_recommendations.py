"""The recommendations of the open file, to be asked whether one says the same: read once, then kept up to date."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from consultation.deciding.matches import texts_of
from consultation.errors import ConsultationError
from consultation.matching import Matcher, Text
from consultation.matching.glossary import Glossary
from consultation.model import Recommendation
from consultation.progress import UNHEARD, Progress
from consultation.store import Store
from ui.jobs import Job
from ui.touched import Touched
from ui.workspace import Workspace

MOST = 20_000
"""Recommendations of a file that is read for this at all: so many take a processor a quarter of a minute and 110 MB."""
AT_ONCE = 10
"""Recommendations that are read anew between two letters; more are read in a job."""


@dataclass
class _Known:
    """What has been read; in the hands of the window or of one job, never of both."""

    matcher: Matcher[UUID] = field(default_factory=lambda: Matcher(Glossary.ours()))
    texts: dict[UUID, Text[UUID]] = field(default_factory=dict)

    def read(self, store: Store, among: Collection[UUID] | None = None, progress: Progress = UNHEARD) -> None:
        """Take up what was written since: of all recommendations, or of those ``among`` some."""
        now = {text.key: text for text in texts_of(store, among)}
        gone = [each for each in (self.texts if among is None else among) if each in self.texts and each not in now]
        self.matcher.remove(gone)
        self.matcher.add([text for each, text in now.items() if self.texts.get(each) != text], progress)
        for each in gone:
            del self.texts[each]
        self.texts |= now


class KnownRecommendations(QObject):
    """Answers from memory; reads nothing before somebody asks, and then only what was written since."""

    caught_up = Signal()
    """What was asked and not answered can be asked again."""

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._known: _Known | None = None
        """None before anybody has asked, and while a job reads."""
        self._unread: Touched | None = None
        """What was written since."""
        self._job: Job | None = None
        self._is_off = False
        """There are too many of them, or reading was stopped or refused."""
        workspace.leaving.connect(self.forget)
        workspace.jobs.about_to_write.connect(self._on_about_to_write)

    def take(self, touched: Touched) -> None:
        """Remember what was written, to be read when somebody asks."""
        if touched.concerns(Recommendation):
            self._unread = touched if self._unread is None else self._unread | touched
        if touched.everything:
            self._is_off = False

    def ask(self, text: Text[None]) -> UUID | None:
        """Return a recommendation that surely says the same as a text.

        None where there is none, and as long as that is not known: then `caught_up` is said once it is.
        """
        known = self._caught_up()
        pair = known.matcher.ask(text) if known is not None else None
        return pair.second if pair is not None else None

    def forget(self) -> None:
        """Let go of everything: the file is being closed."""
        if self._job is not None:
            self._job.cancel()
        self._job, self._known, self._unread, self._is_off = None, None, None, False

    def _caught_up(self) -> _Known | None:
        """Return what is known, with what was written since; None where that is still to be read, by a job."""
        if self._job is not None or self._is_off:
            return None
        unread = self._unread
        if self._known is None or (unread is not None and (unread.everything or len(unread.records) > AT_ONCE)):
            self._begin()
            return None
        if unread is not None:
            self._known.read(self._workspace.store, unread.records)
            self._unread = None
        return self._known

    def _begin(self) -> None:
        """Read everything that was written in a job, which has what is known to itself until it ends."""
        store, before = self._workspace.store, self._known
        self._is_off = store.count(Recommendation) > MOST
        if self._is_off:
            return
        again = store.again()

        def work(progress: Progress) -> _Known | None:
            known = before or _Known()
            try:
                with again() as store:
                    known.read(store, progress=progress)
            except ConsultationError:  # nobody has asked for it, so nobody is told that it cannot be had
                return None
            return known

        self._known, self._unread = None, None
        self._job = self._workspace.jobs.run(self._workspace.t("Reading what was recommended already"), work)
        self._job.done.connect(self._on_read)
        self._job.ended.connect(self._on_ended)

    def _on_read(self, known: _Known | None) -> None:
        if self.sender() is self._job:
            self._known = known

    def _on_ended(self) -> None:
        if self.sender() is not self._job:
            return  # of a file that is closed meanwhile
        self._job = None
        self._is_off = self._known is None
        self.caught_up.emit()

    def _on_about_to_write(self) -> None:
        """Do not have what is to be written wait: it makes what is being read another."""
        if self._job is not None:
            self.forget()
