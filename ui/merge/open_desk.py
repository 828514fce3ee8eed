"""What waits for a decision in the open file: read as far as it changed, compared off the GUI thread."""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from consultation.deciding.again import Pairs
from consultation.deciding.alike import Alike, Asked
from consultation.deciding.desk import Desk, Lacking, lacking_among, read_lacking
from consultation.deciding.judged import read_judged
from consultation.deciding.matches import read_asked, texts_of
from consultation.deciding.questions import queue
from consultation.matching import Text
from consultation.model import Group, Recommendation, Support, Term, Verdict
from consultation.progress import Progress
from consultation.store import Store
from ui.jobs import Job
from ui.known_recommendations import Known
from ui.touched import Touched
from ui.workspace import Workspace


@dataclass(frozen=True)
class _Compared:
    """What a comparison has found."""

    texts: dict[UUID, Text[UUID]]
    pairs: Pairs
    asked: Asked
    lacking: tuple[Lacking, ...]
    by_meaning: frozenset[UUID]
    """Those that were compared by their meaning as well."""

    @property
    def by_words_alone(self) -> bool:
        """Some were compared by words and glossary alone."""
        return len(self.by_meaning) < len(self.texts)


class OpenDesk(QObject):
    """The `Desk` of the open file; says `changed` when a comparison has found something else."""

    changed = Signal()
    moved = Signal()
    """How far the texts are read for what they mean."""

    def __init__(self, workspace: Workspace, parent: QObject, at_hand: Callable[[], Alike | None]) -> None:
        """``at_hand`` tells what may be the same and somebody is looking at."""
        super().__init__(parent)
        self._workspace, self._at_hand = workspace, at_hand
        self.desk = Desk((), Asked(), ())
        self._known: _Compared | None = None
        self._job: Job | None = None
        self._since: Touched | None = None
        """What was written while the recommendations were being compared."""
        workspace.by_meaning.moved.connect(self.moved)
        workspace.by_meaning.read.connect(self._on_meaning_read)

    @property
    def is_compared(self) -> bool:
        """What may be the same is known."""
        return self._known is not None

    @property
    def is_comparing(self) -> bool:
        """It is being looked for."""
        return self._job is not None

    @property
    def by_meaning(self) -> tuple[int, int] | None:
        """How many texts of how many are read to be compared by meaning as well; None while none are."""
        its = self._workspace.by_meaning
        is_last_step = self.is_comparing and its.meaning is not None and self._known and self._known.by_words_alone
        return its.progress or ((len(its.known), len(its.known)) if is_last_step else None)

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
        """Compare what was changed since the last time with all; once more where something is changed meanwhile.

        By meaning as well, as far as that is known.
        """
        if self._job is not None:
            return
        meaning, its_words = self._workspace.by_meaning.meaning, self._workspace.by_meaning.known

        def work(known: Known, store: Store, progress: Progress) -> _Compared:
            if meaning is not None:
                known.compare_by_meaning(meaning, its_words, progress)
            matching = known.matcher.matching()
            found = read_asked(store, matching)
            pairs, lacking = Pairs.among(matching.pairs), read_lacking(store)
            return _Compared(dict(known.texts), pairs, found, lacking, frozenset(known.by_meaning))

        self._job = self._workspace.known.run(self._workspace.t("Comparing the recommendations"), work)
        self._job.done.connect(self._on_compared)
        self._job.ended.connect(self._on_ended)

    def _take(self, found: _Compared) -> None:
        self._known = found
        self.desk = replace(self.desk, asked=found.asked, incomplete=found.lacking)

    def _on_compared(self, found: _Compared) -> None:
        if self._workspace.is_open:
            self._take(self._with_what_is_at_hand(found))
            if found.by_words_alone:
                self._workspace.by_meaning.begin(text.words for text in found.texts.values())

    def _with_what_is_at_hand(self, found: _Compared) -> _Compared:
        """Leave what a person is looking at where it is, though another proposal has taken its place."""
        at_hand, before = self._at_hand(), self._known
        if at_hand is None or before is None or not self._workspace.is_readable:
            return found
        if any(before.texts.get(each) != found.texts.get(each) for each in at_hand.members):
            return found
        pairs = found.pairs.with_these(at_hand.pairs)
        asked = pairs.ask_again(found.asked, read_judged(self._workspace.store), at_hand.members)
        return replace(found, pairs=pairs, asked=asked)

    def _on_meaning_read(self) -> None:
        if self._known is not None and self._workspace.is_readable:
            self._compare()
            self.changed.emit()

    def _on_ended(self) -> None:
        self._job, since, self._since = None, self._since, None
        if since is not None and self._known is not None and self._workspace.is_readable:
            self.read(since)
        self.changed.emit()


def _age(lacking: Lacking) -> tuple[UUID, ...]:
    return lacking.key
