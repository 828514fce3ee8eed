"""What waits for a decision in the open file: read as far as it changed, compared off the GUI thread."""

from __future__ import annotations

from bisect import insort
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from consultation.deciding.again import Pairs
from consultation.deciding.alike import Asked
from consultation.deciding.desk import Desk, Lacking, lacking_among, read_lacking
from consultation.deciding.judged import read_judged
from consultation.deciding.matches import read_asked, texts_of
from consultation.deciding.questions import queue
from consultation.matching import Matcher, Text
from consultation.matching.glossary import Glossary
from consultation.model import Group, Recommendation, Support, Term, Verdict
from consultation.progress import Progress
from ui.jobs import Job
from ui.touched import Touched
from ui.workspace import Workspace


@dataclass(frozen=True)
class _Compared:
    """What a comparison has found."""

    matcher: Matcher[UUID]
    texts: dict[UUID, Text[UUID]]
    pairs: Pairs
    asked: Asked
    lacking: tuple[Lacking, ...]


class OpenDesk(QObject):
    """The `Desk` of the open file; says `changed` when a comparison has found something else."""

    changed = Signal()

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.desk = Desk((), Asked(), ())
        self._known: _Compared | None = None
        self._job: Job | None = None
        self._since: Touched | None = None
        """What was written while the recommendations were being compared."""

    @property
    def is_compared(self) -> bool:
        """What may be the same is known."""
        return self._known is not None

    @property
    def is_comparing(self) -> bool:
        """It is being looked for."""
        return self._job is not None

    def state(self) -> object:
        """Return what was found, for the page in another language."""
        return self._known and replace(self._known, asked=self.desk.asked, lacking=self.desk.incomplete)

    def restore(self, state: Any) -> None:
        """Take up what `state` gave."""
        if isinstance(state, _Compared):
            self._take(state)

    def read(self, touched: Touched) -> None:
        """Read what was written; what may be the same is compared again where words were changed."""
        self.desk = replace(self.desk, conflicts=tuple(queue(self._workspace.store)))
        if self._job is not None:
            self._since = touched if self._since is None else self._since | touched
        if self._known is None or touched.everything or touched.concerns(Term):
            self._compare()
            return
        self._follow(touched)
        if self._has_other_words(touched):
            self._compare()

    def _follow(self, touched: Touched) -> None:
        """Read what may be the same and what is incomplete, as far as something was written about it."""
        store = self._workspace.store
        if touched.concerns(Recommendation, Support):
            about = set(store.those(Recommendation, touched.records))
            about |= {support.recommendation for support in store.those(Support, touched.records).values()}
            found = [lacking for lacking in self.desk.incomplete if lacking.record.id not in about]
            for lacking in lacking_among(store, about):
                insort(found, lacking, key=_age)
            self.desk = replace(self.desk, incomplete=tuple(found))
        if touched.concerns(Verdict, Group) and self._known is not None:
            about = {each for it in store.those(Verdict, touched.records).values() for each in (it.first, it.second)}
            about |= {each for it in store.those(Group, touched.records).values() for each in it.recommendations}
            asked = self._known.pairs.ask_again(self.desk.asked, read_judged(store), about)
            self.desk = replace(self.desk, asked=asked)

    def _has_other_words(self, touched: Touched) -> bool:
        """Tell whether recommendations were written whose words are others than those that were compared."""
        if self._known is None or not touched.concerns(Recommendation):
            return False
        now = {text.key: text for text in texts_of(self._workspace.store, touched.records)}
        return any(now.get(each) != self._known.texts.get(each) for each in touched.records)

    def _compare(self) -> None:
        """Compare what was changed since the last time with all; once more where something is changed meanwhile."""
        if self._job is not None:
            return
        again, known = self._workspace.store.again(), self._known

        def work(progress: Progress) -> _Compared:
            with again() as store:
                texts = {text.key: text for text in texts_of(store)}
                matcher = known.matcher if known is not None else Matcher(Glossary.ours())
                before = known.texts if known is not None else {}
                matcher.remove([key for key in before if key not in texts])
                matcher.add([text for key, text in texts.items() if before.get(key) != text], progress)
                matching = matcher.matching()
                found = read_asked(store, matching)
                return _Compared(matcher, texts, Pairs.among(matching.pairs), found, read_lacking(store))

        self._job = self._workspace.jobs.run(self._workspace.t("Comparing the recommendations"), work)
        self._job.done.connect(self._on_compared)
        self._job.ended.connect(self._on_ended)

    def _take(self, found: _Compared) -> None:
        self._known = found
        self.desk = replace(self.desk, asked=found.asked, incomplete=found.lacking)

    def _on_compared(self, found: _Compared) -> None:
        if self._workspace.is_open:
            self._take(found)

    def _on_ended(self) -> None:
        self._job, since, self._since = None, self._since, None
        if since is not None and self._known is not None and self._workspace.is_readable:
            self.read(since)
        self.changed.emit()


def _age(lacking: Lacking) -> tuple[UUID, ...]:
    return lacking.key
