"""The paragraphs and items there are, as drafting finds them: whose hand is in them, and which a proposal is about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar
from uuid import UUID

from consultation.drafting.wording_items import PlannedItem
from consultation.model import Item, Paragraph, Record, Section
from consultation.model.record import Labels, derived_id
from consultation.reading.parts import PARTS, edited_parts, is_moved, languages_of
from consultation.store import Conflict, Store

Passage = TypeVar("Passage", Paragraph, Item)

HOLDERS: Mapping[type[Record], str] = {Paragraph: "section", Item: "paragraph"}
"""What a passage stands in, by the name of the field."""

BY_LANGUAGE = frozenset({*PARTS, "drafted", "untranslated", "renderings"})
"""Fields in which each language stands for itself: drafts made on two laptops in two languages add up."""

SOURCES = frozenset({"sources", "drafted_sources"})
"""Fields in which each source stands for itself: what some added and what others took out holds."""


class Known:
    """The sections, paragraphs and items of a file, those that were deleted too."""

    def __init__(self, store: Store) -> None:
        self._about = store.consultation.id
        self.sections = {section.id: section for section in store.all(Section, deleted=True)}
        self.paragraphs = {paragraph.id: paragraph for paragraph in store.all(Paragraph, deleted=True)}
        self.items = {item.id: item for item in store.all(Item, deleted=True)}
        self.undecided: dict[UUID, dict[str, Conflict]] = {}
        """Record -> its fields on which people or drafts disagree."""
        ours = {*self.sections, *self.paragraphs, *self.items}
        for conflict in store.conflicts() if store.disputed() & ours else ():
            self.undecided.setdefault(conflict.record, {})[conflict.field] = conflict
        self._contested: dict[UUID, frozenset[str]] = {}
        passages: list[Paragraph | Item] = [*self.paragraphs.values(), *self.items.values()]
        for passage in passages:
            if passage.id in self.undecided:
                self._contested[passage.id] = _weigh(passage, self.undecided[passage.id])

    def id_for(self, key: str) -> UUID:
        """Return the id of what is drafted under a key: two drafts of one consultation share their passages."""
        return derived_id(str(self._about), key)

    def contested(self, passage: Paragraph | Item) -> frozenset[str]:
        """Name the fields that people have set differently: only a person can decide about them."""
        return self._contested.get(passage.id, frozenset())

    def edited(self, passage: Paragraph | Item, language: str) -> frozenset[str]:
        """Name the parts in which somebody's words stand, or may come to stand."""
        return edited_parts(passage, language) | self.contested(passage) & frozenset(PARTS)

    def is_edited(self, passage: Paragraph | Item) -> bool:
        """Tell whether somebody's words stand in it, in whatever language."""
        return any(self.edited(passage, language) for language in languages_of(passage))

    def is_somebodys(self, passage: Paragraph | Item) -> bool:
        """Tell whether a person has put anything into it: then it is not drafting's to take away."""
        if isinstance(passage, Paragraph) and (passage.adopted or self.holds_items(passage.id)):
            return True
        return passage.pinned or not passage.drafted or self.is_edited(passage)

    def holds_items(self, paragraph: UUID) -> bool:
        """Tell whether items stand in a paragraph."""
        return any(
            item.paragraph == paragraph and not item.deleted and not item.left_out for item in self.items.values()
        )

    def holds_left_out(self, paragraph: UUID) -> bool:
        """Tell whether items were left out of a paragraph, to which they come back."""
        return any(item.paragraph == paragraph and not item.deleted and item.left_out for item in self.items.values())

    def is_moved(self, passage: Paragraph | Item) -> bool:
        """Tell whether a person has chosen its place: it is not where drafting last put it.

        Version 1 did not note where it put a paragraph, and let nobody move one.
        """
        if passage.pinned or self.contested(passage) & {HOLDERS[type(passage)], "rank"}:
            return True
        return is_moved(passage)

    def match(self, proposals: Sequence[PlannedItem]) -> dict[str, Item]:
        """Find the item each proposal is about, each item once: key of the proposal -> item.

        An item that a person wrote answers none: it may name a source that drafting has words for. First the one
        that comes from the same leading recommendation, then the one its id was derived for, then one that shares a
        source.
        """
        matched: dict[str, Item] = {}
        free = {item.id: item for item in self.items.values() if item.drafted}
        sourced = [item for item in free.values() if item.sources]
        leads = {item.sources[0]: item.id for item in sourced}
        shared = {source: item.id for item in sourced for source in item.sources}

        def take(proposal: PlannedItem, candidates: Iterable[UUID | None]) -> None:
            for candidate in candidates:
                if candidate in free and proposal.key not in matched:
                    matched[proposal.key] = free.pop(candidate)

        for proposal in proposals:
            if proposal.sources:
                take(proposal, [leads.get(proposal.sources[0])])
        for proposal in proposals:
            take(proposal, [self.id_for(f"item {proposal.key}")])
        for proposal in proposals:
            take(proposal, [shared.get(source) for source in proposal.sources])
        return matched

    def new_id(self, proposal: PlannedItem) -> UUID:
        """Return the id of the item that a proposal no item is about will be."""
        number, key = 1, f"item {proposal.key}"
        while self.id_for(key) in self.items:  # the item of that id has gone to other words since
            number += 1
            key = f"item {proposal.key} {number}"
        return self.id_for(key)


def _weigh(passage: Paragraph | Item, undecided: Mapping[str, Conflict]) -> frozenset[str]:
    """Put together what drafts and one person wrote; return the fields in which several people have a part.

    What one person wrote or where one person put it stands against what drafting did meanwhile, as it does in one
    file.
    """
    contested = set()
    together: Any
    for name, conflict in undecided.items():
        values = [option.value for option in conflict.options]
        if name in PARTS:
            together, agreed = _put_together(values, _said_by_drafting(name, passage, undecided))
        elif name in (HOLDERS[type(passage)], "rank"):
            together, agreed = _chosen(values, _values(f"drafted_{name}", passage, undecided))
        elif name in SOURCES:
            before = conflict.before.value if conflict.before is not None else []
            together, agreed = _added_and_taken_out(before, values), True
        elif name in BY_LANGUAGE:
            together, agreed = {code: said for value in values for code, said in value.items()}, True
        else:
            continue
        if agreed:
            setattr(passage, name, together)
        else:
            contested.add(name)
    return frozenset(contested)


def _chosen(values: Sequence[Any], drafted: Sequence[Any]) -> tuple[Any, bool]:
    """Choose among several places: the one a person chose, else the latest; False where people chose several."""
    people = [value for value in values if value not in drafted] if drafted != [None] else []
    return (people or values)[-1], len(set(people)) < 2


def _added_and_taken_out(before: Sequence[UUID], values: Sequence[Sequence[UUID]]) -> list[UUID]:
    """Return a list with all that somebody added to it, and without what somebody took out of it."""
    named = dict.fromkeys(source for value in reversed(values) for source in value)
    return [source for source in named if source not in before or all(source in value for value in values)]


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


def _said_by_drafting(name: str, passage: Paragraph | Item, undecided: Mapping[str, Conflict]) -> dict[str, set[str]]:
    """Return what drafts proposed for a part: language -> wordings."""
    proposed: dict[str, set[str]] = {}
    for drafted in _values("drafted", passage, undecided):
        for code, said in drafted.items():
            proposed.setdefault(code, set()).add(said if isinstance(said, str) else said[name])
    return proposed


def _values(name: str, passage: Paragraph | Item, undecided: Mapping[str, Conflict]) -> list[Any]:
    conflict = undecided.get(name)
    return [option.value for option in conflict.options] if conflict else [getattr(passage, name)]
