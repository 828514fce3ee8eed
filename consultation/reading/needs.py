"""What in a declaration waits for a person, with the places where it does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from consultation.grammar import unfit
from consultation.model import (
    Decision,
    Group,
    KnownVocabulary,
    Recommendation,
    SectionKind,
    Verdict,
)
from consultation.progress import UNHEARD, Progress
from consultation.reading.passages import Declaration, ItemText, ParagraphText, Passage, State
from consultation.reading.wording import Words, chosen_words, joint_wording
from consultation.store import Store


class Need(StrEnum):
    """Why a passage, or a recommendation, waits for a person."""

    CONFLICT = "conflict"
    """People disagree about its words, or about those of the recommendation it comes from."""
    TRANSLATION = "translation"
    """Its words are in another language: nobody has translated them."""
    STALE = "stale"
    """Its words translate an earlier text."""
    CONTRADICTS = "contradicts"
    """It asks for the opposite of another passage, and nobody has decided between them."""
    WORDING = "wording"
    """A recommendation that the text may say cannot stand in it as it is worded."""
    STRAND = "strand"
    """It stands across the strands, since nobody gave its recommendations one."""


BRACKETED = (Need.CONFLICT, Need.TRANSLATION, Need.STALE)
"""What stands in square brackets."""

HEARD_EVERY = 200
"""Recommendations after which one may be told to stop."""

BLOCKING = (*BRACKETED, Need.CONTRADICTS)
"""What a final edition must not have."""

_STATES = {
    State.IN_CONFLICT: Need.CONFLICT,
    State.UNTRANSLATED: Need.TRANSLATION,
    State.STALE: Need.STALE,
}


@dataclass(frozen=True)
class Needs:
    """What waits for a person in one declaration."""

    passages: Mapping[Need, tuple[UUID, ...]]
    """In the order of the text; a need that nothing has is left out."""
    wording: tuple[UUID, ...] = ()
    """Recommendations that the text may say, but not as they are worded."""
    opposites: tuple[tuple[UUID, UUID], ...] = ()
    """Pairs of passages that ask for the opposite of each other, the earlier one first."""

    def of(self, passage: UUID) -> tuple[Need, ...]:
        """Return what a passage needs."""
        return tuple(need for need, waiting in self.passages.items() if passage in waiting)

    def after(self, at: UUID | None, order: Sequence[UUID], need: Need | None = None) -> UUID | None:
        """Return the next passage in ``order`` that waits, for one need or any; after the last, the first again."""
        wanted = {each for kind, waiting in self.passages.items() if need in (None, kind) for each in waiting}
        begin = order.index(at) + 1 if at in order else 0
        return next((each for each in (*order[begin:], *order[:begin]) if each in wanted), None)

    def against(self, passage: UUID) -> tuple[UUID, ...]:
        """Return the passages that ask for the opposite of one."""
        return tuple(
            second if first == passage else first for first, second in self.opposites if passage in (first, second)
        )

    @property
    def brackets(self) -> int:
        """How many passages stand in square brackets."""
        return len({passage for need in BRACKETED for passage in self.passages.get(need, ())})

    @property
    def is_final(self) -> bool:
        """Nothing keeps the text from being final."""
        return not any(need in self.passages for need in BLOCKING)

    @property
    def total(self) -> int:
        """How much waits."""
        return sum(map(len, self.passages.values())) + len(self.wording)


def read_needs(store: Store, standing: Declaration, at_once: int | None = None) -> Needs:
    """Read what waits for a person in a declaration: in as many statements for a long one as for a short one.

    Where more than ``at_once`` recommendations would have to be looked at for their wording, none of them is;
    `read_wording` does that.
    """
    passages = standing.passages
    across = _without_strand(store, standing) if store.terms(KnownVocabulary.STRAND) else frozenset()
    opposites = tuple(_opposites(store, passages))
    opposed = {passage for pair in opposites for passage in pair}
    found = {
        **{need: [each for each in passages if _STATES.get(each.state) is need] for need in _STATES.values()},
        Need.CONTRADICTS: [each for each in passages if each.id in opposed],
        Need.STRAND: [each for each in passages if each.id in across],
    }
    waiting = {need: tuple(each.id for each in those) for need, those in found.items() if those}
    are_few = at_once is None or len(standing.unused_agreed) <= at_once
    return Needs(waiting, read_wording(store, standing) if are_few else (), opposites)


def read_wording(store: Store, standing: Declaration, progress: Progress = UNHEARD) -> tuple[UUID, ...]:
    """Read which recommendations stand nowhere though their rooms agreed to them, since they cannot be an item."""
    left = set(standing.unused_agreed)
    if not left:
        return ()
    groups = {member: group for group in store.all(Group) for member in group.recommendations if member in left}
    leads = {group.id: group.lead for group in groups.values() if group.lead and group.lead in group.recommendations}
    read = store.columns(Recommendation, "id", "text", "language", id=left.union(leads.values()))
    own = {recommendation: Words(text, language) for recommendation, text, language in read}
    of_leads = {group: own[lead] for group, lead in leads.items() if lead in own}
    found = []
    for place, recommendation in enumerate(each for each in own if each in left):
        if place % HEARD_EVERY == 0:
            progress(place, len(left))
        group, words = groups.get(recommendation), own[recommendation]
        said = words if group is None else _said_for_all(group, words, of_leads.get(group.id))
        if unfit(said.text, said.language) is not None:
            found.append(recommendation)
    return tuple(found)


def _said_for_all(group: Group, words: Words, of_lead: Words | None) -> Words:
    """Choose what the text would say of a member that says these ``words``, as `worded` does in the lead's language."""
    joint, language = joint_wording(group), (of_lead or words).language
    if joint and (of_lead is None or language in joint):
        return chosen_words(joint, language)
    return of_lead or words


def _opposites(store: Store, passages: Sequence[ParagraphText | ItemText]) -> Iterator[tuple[UUID, UUID]]:
    """Give the pairs of passages that come from recommendations a person found to contradict each other.

    What stands where nothing was agreed may say both.
    """
    place = {passage.id: number for number, passage in enumerate(passages)}
    says: dict[UUID, list[UUID]] = {}
    for passage in passages:
        for source in () if isinstance(passage, ItemText) and passage.quoted else passage.own_sources:
            says.setdefault(source, []).append(passage.id)
    found: set[tuple[UUID, UUID]] = set()
    for verdict in store.all(Verdict, decision=Decision.CONTRADICT):
        for first in says.get(verdict.first, ()):
            for second in says.get(verdict.second, ()):
                if first != second:
                    earlier, later = sorted((first, second), key=place.__getitem__)
                    found.add((earlier, later))
    yield from sorted(found, key=lambda pair: (place[pair[0]], place[pair[1]]))


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
