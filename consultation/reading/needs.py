"""What in a declaration waits for a person, with the places where it does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from consultation.model import KnownVocabulary, Recommendation, SectionKind
from consultation.reading.passages import Declaration, ParagraphText, Passage
from consultation.reading.translations import stale_languages
from consultation.store import Store


class Need(StrEnum):
    """Why a passage waits for a person."""

    CONFLICT = "conflict"
    """People disagree about it, or about the recommendation whose words it uses."""
    TRANSLATION = "translation"
    """Its words are in another language: nobody has translated them."""
    STALE = "stale"
    """Its words are in another language: they were changed after somebody had translated them."""
    STRAND = "strand"
    """It stands across the strands, since nobody gave its recommendations one."""


@dataclass(frozen=True)
class Needs:
    """What waits for a person in one declaration."""

    passages: Mapping[Need, tuple[UUID, ...]]
    """In the order of the text; a need that nothing has is left out."""
    nowhere: tuple[UUID, ...]
    """Recommendations that stand nowhere, though nobody has set them aside."""

    def of(self, passage: UUID) -> tuple[Need, ...]:
        """Return what a passage needs."""
        return tuple(need for need, waiting in self.passages.items() if passage in waiting)

    def after(self, at: UUID | None, order: Sequence[UUID], need: Need | None = None) -> UUID | None:
        """Return the next passage in ``order`` that waits, for one need or any; after the last, the first again."""
        wanted = {each for kind, waiting in self.passages.items() if need in (None, kind) for each in waiting}
        begin = order.index(at) + 1 if at in order else 0
        return next((each for each in (*order[begin:], *order[:begin]) if each in wanted), None)

    @property
    def total(self) -> int:
        """How much waits."""
        return sum(map(len, self.passages.values())) + len(self.nowhere)


def read_needs(store: Store, standing: Declaration) -> Needs:
    """Read what waits for a person in a declaration: in as many statements for a long one as for a short one."""
    passages = standing.passages
    foreign = [passage for passage in passages if passage.other_language]
    stale = _stale(store, standing.language, foreign)
    disputed = store.disputed()
    across = _without_strand(store, standing) if store.terms(KnownVocabulary.STRAND) else frozenset()
    found = {
        Need.CONFLICT: [each for each in passages if {each.id, *each.own_sources[:1]} & disputed],
        Need.TRANSLATION: [each for each in foreign if not stale.intersection(each.own_sources[:1])],
        Need.STALE: [each for each in foreign if stale.intersection(each.own_sources[:1])],
        Need.STRAND: [each for each in passages if each.id in across],
    }
    nowhere = standing.unused[: len(standing.unused) - standing.unused_set_aside]
    return Needs({need: tuple(each.id for each in those) for need, those in found.items() if those}, nowhere)


def _stale(store: Store, language: str, passages: Iterable[Passage]) -> frozenset[UUID]:
    """Return the recommendations whose translation was made of other words."""
    used = {source for passage in passages for source in passage.own_sources[:1]}
    translated = store.columns(Recommendation, "id", "text", "translations", id=used) if used else []
    return frozenset(
        recommendation for recommendation, text, made in translated if language in stale_languages(made, text)
    )


def _without_strand(store: Store, standing: Declaration) -> frozenset[UUID]:
    """Return the passages none of whose recommendations has a strand."""
    asked = [
        passage
        for section in standing.sections
        if section.part is SectionKind.OPERATIVE
        for passage in _passages(section.paragraphs)
        if passage.own_sources
    ]
    used = {source for passage in asked for source in passage.own_sources}
    terms = store.columns(Recommendation, "id", "terms", id=used) if used else []
    placed = {recommendation for recommendation, chosen in terms if chosen.get(KnownVocabulary.STRAND)}
    return frozenset(passage.id for passage in asked if not placed.intersection(passage.own_sources))


def _passages(paragraphs: Iterable[ParagraphText]) -> Iterable[Passage]:
    for paragraph in paragraphs:
        yield paragraph
        yield from paragraph.items
