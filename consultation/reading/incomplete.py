"""What a recommendation lacks: a strand, a language, an addressee, a count, a translation of the words it has now."""

from __future__ import annotations

from enum import StrEnum

from consultation.model import (
    KnownVocabulary,
    Recommendation,
    RecommendationStatus,
    Term,
)
from consultation.reading.tallies import Counts
from consultation.reading.translations import stale_languages
from consultation.store import Store


class Gap(StrEnum):
    """What a recommendation lacks."""

    SET = "set"
    STRAND = "strand"
    LANGUAGE = "language"
    ADDRESSEE = "addressee"
    COUNT = "count"
    """Nobody was counted."""
    EARLIER_COUNT = "earlier_count"
    """Its words were changed after hands had been counted."""
    COUNTED_TWICE = "counted_twice"
    STALE_TRANSLATION = "stale_translation"
    """Its words were changed after somebody had translated them."""


def gaps_of(recommendation: Recommendation, counts: Counts, vocabularies: frozenset[str]) -> tuple[Gap, ...]:
    """Return what a recommendation lacks.

    Args:
        recommendation: one that was set aside lacks nothing, since nobody has to complete it.
        counts: what was counted for it.
        vocabularies: those that have terms; where there are no strands, a recommendation lacks none.
    """
    if recommendation.status is RecommendationStatus.SET_ASIDE:
        return ()
    lacking = {
        Gap.SET: not recommendation.set,
        Gap.STRAND: KnownVocabulary.STRAND in vocabularies and not recommendation.chosen(KnownVocabulary.STRAND),
        Gap.LANGUAGE: not recommendation.language,
        Gap.ADDRESSEE: KnownVocabulary.ADDRESSEE in vocabularies and not recommendation.addressees,
        Gap.COUNT: not counts.is_counted,
        Gap.EARLIER_COUNT: counts.on_earlier_wording,
        Gap.COUNTED_TWICE: bool(counts.counted_twice),
        Gap.STALE_TRANSLATION: bool(stale_languages(recommendation.translations, recommendation.text)),
    }
    return tuple(gap for gap, lacks in lacking.items() if lacks)


def vocabularies_with_terms(store: Store) -> frozenset[str]:
    """Return the keys of the vocabularies from which something can be chosen."""
    needed = {KnownVocabulary.STRAND, KnownVocabulary.ADDRESSEE}
    return frozenset(
        vocabulary for (vocabulary,) in store.columns(Term, "vocabulary", vocabulary=needed, retired=False, joined=None)
    )
