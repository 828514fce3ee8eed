"""The paragraphs there are, as drafting finds them: whose hand is in them, and which of them a proposal is about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from consultation.drafting.plan import COMMON_GROUND, PlannedParagraph
from consultation.model import Item, Labels, Paragraph
from consultation.model.record import derived_id
from consultation.reading.parts import PARTS, edited_parts, languages_of
from consultation.store import Conflict, Store

PLACE = ("section", "rank")
BY_LANGUAGE = frozenset({*PARTS, "drafted", "untranslated"})
"""Fields in which each language stands for itself: drafts made on two laptops in two languages add up."""


class Known:
    """The paragraphs of a file, those that were deleted too; or only those that are ``asked`` for."""

    def __init__(self, store: Store, asked: Sequence[Paragraph] | None = None) -> None:
        self._about = store.consultation.id
        paragraphs = store.all(Paragraph, deleted=True) if asked is None else asked
        self.paragraphs = {paragraph.id: paragraph for paragraph in paragraphs}
        self._with_items = {item.paragraph for item in store.all(Item)}
        self.undecided: dict[UUID, dict[str, Conflict]] = {}
        """Record -> its fields on which people or drafts disagree."""
        disputed = {UUID(bytes=record) for record, _, _ in store.ledger.conflicts()}
        for conflict in store.conflicts() if asked is None or disputed & self.paragraphs.keys() else ():
            self.undecided.setdefault(conflict.record, {})[conflict.field] = conflict
        self._contested: dict[UUID, frozenset[str]] = {}
        for paragraph in self.paragraphs.values():
            if paragraph.id in self.undecided:
                self._contested[paragraph.id] = self._weigh(paragraph, self.undecided[paragraph.id])

    def id_for(self, key: str) -> UUID:
        """Return the id of what is drafted under a key: two drafts of one consultation share their paragraphs."""
        return derived_id(str(self._about), key)

    def contested(self, paragraph: Paragraph) -> frozenset[str]:
        """Name the fields that people have set differently: only a person can decide about them."""
        return self._contested.get(paragraph.id, frozenset())

    def edited(self, paragraph: Paragraph, language: str) -> frozenset[str]:
        """Name the parts in which somebody's words stand, or may come to stand."""
        return edited_parts(paragraph, language) | self.contested(paragraph) & frozenset(PARTS)

    def is_edited(self, paragraph: Paragraph) -> bool:
        """Tell whether somebody's words stand in it, in whatever language."""
        return any(self.edited(paragraph, language) for language in languages_of(paragraph))

    def is_somebodys(self, paragraph: Paragraph) -> bool:
        """Tell whether a person has put anything into it: then it is not drafting's to take away."""
        return paragraph.pinned or paragraph.id in self._with_items or self.is_edited(paragraph)

    def is_moved(self, paragraph: Paragraph) -> bool:
        """Tell whether a person has chosen its place: it is not where drafting last put it.

        Version 1 did not note where it put a paragraph, and let nobody move one.
        """
        if paragraph.pinned or self.contested(paragraph) & frozenset(PLACE):
            return True
        if paragraph.drafted_section is None:
            return False
        return (paragraph.section, paragraph.rank) != (paragraph.drafted_section, paragraph.drafted_rank)

    def match(self, proposals: Sequence[PlannedParagraph]) -> dict[str, Paragraph]:
        """Find the paragraph each proposal is about, each paragraph once: key of the proposal -> paragraph.

        A paragraph that a person wrote answers none: it may name a source that drafting has words for. First the one
        that has its words from the same recommendation, then the one its id was derived for, then one that shares a
        source.
        """
        matched: dict[str, Paragraph] = {}
        free = {paragraph.id: paragraph for paragraph in self.paragraphs.values() if paragraph.drafted}
        sourced = [paragraph for paragraph in free.values() if self._is_joined(paragraph)]
        leads = {paragraph.sources[0]: paragraph.id for paragraph in sourced}
        shared = {source: paragraph.id for paragraph in sourced for source in paragraph.sources}

        def take(proposal: PlannedParagraph, candidates: Iterable[UUID | None]) -> None:
            for candidate in candidates:
                if candidate in free and proposal.key not in matched:
                    matched[proposal.key] = free.pop(candidate)

        for proposal in proposals:
            if proposal.sources and proposal.key != COMMON_GROUND:
                take(proposal, [leads.get(proposal.sources[0])])
        for proposal in proposals:
            take(proposal, [self.id_for(f"clause {proposal.key}")])
        for proposal in proposals:
            if proposal.key != COMMON_GROUND:
                take(proposal, [shared.get(source) for source in proposal.sources])
        return matched

    def new_id(self, proposal: PlannedParagraph) -> UUID:
        """Return the id of the paragraph that a proposal no paragraph is about will be."""
        number, key = 1, f"clause {proposal.key}"
        while self.id_for(key) in self.paragraphs:  # the paragraph of that id has gone to other words since
            number += 1
            key = f"clause {proposal.key} {number}"
        return self.id_for(key)

    def _is_joined(self, paragraph: Paragraph) -> bool:
        """Tell whether it is known by its sources; the statement of common ground shares its with others."""
        return bool(paragraph.sources) and paragraph.id != self.id_for(f"clause {COMMON_GROUND}")

    def _weigh(self, paragraph: Paragraph, undecided: Mapping[str, Conflict]) -> frozenset[str]:
        """Put together what drafts and one person wrote; return the fields in which several people have a part.

        What one person wrote or where one person put it stands against what drafting did meanwhile, as it does in
        one file.
        """
        contested = set()
        for name, conflict in undecided.items():
            values = [option.value for option in conflict.options]
            if name in PARTS:
                together, agreed = _put_together(values, _said_by_drafting(name, paragraph, undecided))
            elif name in PLACE:
                together, agreed = _chosen(values, _values(f"drafted_{name}", paragraph, undecided))
            elif name in BY_LANGUAGE:
                together, agreed = {code: said for value in values for code, said in value.items()}, True
            else:
                continue
            if agreed:
                setattr(paragraph, name, together)
            else:
                contested.add(name)
        return frozenset(contested)


def _chosen(values: Sequence[Any], drafted: Sequence[Any]) -> tuple[Any, bool]:
    """Choose among several places: the one a person chose, else the latest; False where people chose several."""
    people = [value for value in values if value not in drafted] if drafted != [None] else []
    return (people or values)[-1], len(set(people)) < 2


def _put_together(values: Sequence[Labels], drafted: Mapping[str, set[str]]) -> tuple[Labels, bool]:
    """Put several values of a part together, language by language; False where people wrote several in one."""
    chosen = {}
    agreed = True
    for code in dict.fromkeys(code for value in values for code in value):
        said = [value[code] for value in values if code in value]
        people = [each for each in said if each not in drafted.get(code, ())]
        agreed &= len(set(people)) < 2
        chosen[code] = (people or said)[-1]
    return chosen, agreed


def _said_by_drafting(name: str, paragraph: Paragraph, undecided: Mapping[str, Conflict]) -> dict[str, set[str]]:
    """Return what drafts proposed for a part: language -> wordings."""
    proposed: dict[str, set[str]] = {}
    for drafted in _values("drafted", paragraph, undecided):
        for code, phrase in drafted.items():
            proposed.setdefault(code, set()).add(phrase[name])
    return proposed


def _values(name: str, paragraph: Paragraph, undecided: Mapping[str, Conflict]) -> list[Any]:
    conflict = undecided.get(name)
    return [option.value for option in conflict.options] if conflict else [getattr(paragraph, name)]
