"""What is not complete yet: what has no strand, language or addressee, and what was changed under a translation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from consultation.model import (
    KINDS,
    KnownVocabulary,
    Recommendation,
    RecommendationStatus,
    Record,
    Support,
    Term,
)
from consultation.reading.tallies import Counts, count_all
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


@dataclass(frozen=True)
class StaleTranslation:
    """A translation of words that were changed since."""

    record: Record
    language: str


@dataclass(frozen=True)
class Incomplete:
    """Everything in a file that waits for somebody to complete it."""

    gaps: Mapping[Gap, tuple[Recommendation, ...]]
    """Recommendations by what they lack, oldest first; those set aside lack nothing."""
    stale_translations: tuple[StaleTranslation, ...]
    """Of every kind of record."""
    unnamed_languages: Mapping[str, tuple[Record, ...]]
    """Records whose language nobody named, by kind; kinds without any are left out."""

    def counts(self) -> dict[Gap, int]:
        """Count the recommendations that lack each thing."""
        return {gap: len(lacking) for gap, lacking in self.gaps.items()}


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


def read_incomplete(store: Store) -> Incomplete:
    """Read from the file what is not complete."""
    recommendations = store.all(Recommendation)
    counts = count_all(recommendations, store.all(Support))
    vocabularies = vocabularies_with_terms(store)
    gaps: dict[Gap, list[Recommendation]] = {gap: [] for gap in Gap}
    for recommendation in recommendations:
        for gap in gaps_of(recommendation, counts.get(recommendation.id, Counts()), vocabularies):
            gaps[gap].append(recommendation)
    stale: list[StaleTranslation] = []
    unnamed: dict[str, tuple[Record, ...]] = {}
    for kind in KINDS.values():
        if "language" not in kind.model_fields:
            continue
        records = recommendations if kind is Recommendation else store.all(kind)
        if "translations" in kind.model_fields:
            stale += _stale(records)
        if without := tuple(record for record in records if not getattr(record, "language")):  # noqa: B009 - any such kind
            unnamed[kind.kind()] = without
    return Incomplete({gap: tuple(lacking) for gap, lacking in gaps.items()}, tuple(stale), unnamed)


def vocabularies_with_terms(store: Store) -> frozenset[str]:
    """Return the keys of the vocabularies from which something can be chosen."""
    needed = {KnownVocabulary.STRAND, KnownVocabulary.ADDRESSEE}
    return frozenset(
        vocabulary for (vocabulary,) in store.columns(Term, "vocabulary", vocabulary=needed, retired=False, joined=None)
    )


def _stale(records: Iterable[Record]) -> Iterable[StaleTranslation]:
    for record in records:
        originals = (getattr(record, name, "") for name in ("text", "title"))
        for language in stale_languages(getattr(record, "translations"), *originals):  # noqa: B009 - any such kind
            yield StaleTranslation(record, language)
