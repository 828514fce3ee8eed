"""What the recommendations of one session lack, as sets of ids that are kept up as entries are written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from uuid import UUID

from consultation.model import KnownVocabulary, Recommendation, RecommendationSet, RecommendationStatus, Support
from consultation.reading.incomplete import Gap, vocabularies_with_terms
from consultation.reading.timeline import Said
from consultation.store import Store

COUNTED = (Gap.STRAND, Gap.COUNT)
"""What can be told without the words of a recommendation."""


@dataclass
class GapCounts:
    """The recommendations of a session by set, and those that lack something."""

    sets: dict[RecommendationSet, set[UUID]] = field(default_factory=lambda: defaultdict(set))
    lacking: dict[Gap, set[UUID]] = field(default_factory=lambda: {gap: set() for gap in COUNTED})
    """By what they lack: a strand, a count of hands. One that was set aside lacks nothing."""

    @property
    def citizenship(self) -> int:
        """How many are on citizenship."""
        return len(self.sets[RecommendationSet.CITIZENSHIP])

    @property
    def policy(self) -> int:
        """How many are on policy and action."""
        return len(self.sets[RecommendationSet.POLICY])

    @property
    def without_strand(self) -> int:
        """How many lack a strand."""
        return len(self.lacking[Gap.STRAND])

    @property
    def not_counted(self) -> int:
        """How many nobody has counted hands for."""
        return len(self.lacking[Gap.COUNT])

    def forget(self, recommendation: UUID) -> None:
        """Leave one out that is deleted or in another session now."""
        for those in (*self.sets.values(), *self.lacking.values()):
            those.discard(recommendation)

    def take(self, said: Said) -> None:
        """Take in what is true of one now; what is no recommendation changes nothing."""
        if isinstance(said.record, Recommendation):
            self._put(said.record.id, said.record.set, said.gaps)

    def _put(self, recommendation: UUID, of: RecommendationSet, gaps: Collection[Gap]) -> None:
        self.forget(recommendation)
        self.sets[of].add(recommendation)
        for gap in self.lacking:
            if gap in gaps:
                self.lacking[gap].add(recommendation)


def gap_counts(store: Store, session: UUID) -> GapCounts:
    """Read what the recommendations of a session lack, without their words."""
    strands = KnownVocabulary.STRAND in vocabularies_with_terms(store)
    written = store.columns(Recommendation, "id", "set", "status", "terms", session=session)
    counted = _counted(store, {recommendation for recommendation, *_ in written})
    counts = GapCounts()
    for recommendation, of, status, terms in written:
        gaps = []
        if status is not RecommendationStatus.SET_ASIDE:
            gaps += [Gap.STRAND] if strands and not terms.get(KnownVocabulary.STRAND) else []
            gaps += [Gap.COUNT] if recommendation not in counted else []
        counts._put(recommendation, of, gaps)
    return counts


def _counted(store: Store, recommendations: set[UUID]) -> set[UUID]:
    """Return those for which somebody counted hands or dots, or used a scale."""
    scales = ("in_favour", "against", "abstain", "consensus", "dots")
    counted = store.columns(Support, "recommendation", *scales, recommendation=recommendations)
    return {recommendation for recommendation, *numbers in counted if any(number is not None for number in numbers)}
