"""Which count of a recommendation holds: where its words were changed since, or the same people were counted twice."""

from __future__ import annotations

from collections.abc import Sequence

from consultation.model import Recommendation, Support, fingerprint
from consultation.reading.tallies import Counts, GroupCount, count_support
from consultation.store import Store, Written


def counts_of(store: Store, recommendation: Recommendation) -> Counts:
    """Return what was counted for a recommendation."""
    return count_support(recommendation.text, store.all(Support, recommendation=recommendation.id))


def let_count_hold(store: Store, recommendation: Recommendation) -> Written:
    """Let the hands counted on earlier words hold for those that stand now."""
    written, mark = Written(), fingerprint(store.get(Recommendation, recommendation.id).text)
    with store.together():
        for count in counts_of(store, recommendation).standing:
            if count.on_earlier_wording:
                written += store.change(store.get(Support, count.support), counted_on=mark)
    return written


def keep_count(store: Store, kept: GroupCount, others: Sequence[GroupCount]) -> Written:
    """Keep one count of a group that was counted twice; the ``others`` are deleted, and stay in the history."""
    written = Written()
    with store.together():
        for other in others:
            if other.support != kept.support:
                written += store.delete(store.get(Support, other.support))
    return written
