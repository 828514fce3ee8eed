"""Strand, addressee and status of many recommendations at once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from uuid import UUID

from consultation.model import KnownVocabulary, Recommendation, RecommendationStatus
from consultation.store import Store, Written

Setting = Callable[[Recommendation], None]
"""Sets something of one recommendation."""


def set_strand(store: Store, recommendations: Collection[UUID], term: UUID, on: bool) -> Written:
    """Put recommendations into a strand, or take them out of it; their other strands stay."""

    def put(each: Recommendation) -> None:
        each.terms = {
            **each.terms,
            KnownVocabulary.STRAND: _with(each.chosen(KnownVocabulary.STRAND), term, on),
        }

    return _set(store, recommendations, put)


def set_addressee(store: Store, recommendations: Collection[UUID], term: UUID, on: bool) -> Written:
    """Address recommendations to somebody, after whom they are addressed to now, or no longer."""

    def put(each: Recommendation) -> None:
        each.addressees = _with(each.addressees, term, on)

    return _set(store, recommendations, put)


def set_status(store: Store, recommendations: Collection[UUID], status: RecommendationStatus) -> Written:
    """Give recommendations a status."""

    def put(each: Recommendation) -> None:
        each.status = status

    return _set(store, recommendations, put)


def _set(store: Store, recommendations: Collection[UUID], put: Setting) -> Written:
    """Write what changes, all or nothing; what is so already is not written again."""
    found = list(store.those(Recommendation, recommendations).values())
    before = [(each.terms, each.addressees, each.status) for each in found]
    for each in found:
        put(each)
    changed = [
        each
        for each, was in zip(found, before, strict=True)
        if (each.terms, each.addressees, each.status) != was and not each.deleted
    ]
    with store.together():
        return store.save_all(changed)


def _with(chosen: Sequence[UUID], term: UUID, on: bool) -> list[UUID]:
    if on:
        return [*chosen] if term in chosen else [*chosen, term]
    return [each for each in chosen if each != term]
