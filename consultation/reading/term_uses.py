"""Where the terms of vocabularies are used: every field that refers to one, in every kind of record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple
from uuid import UUID

from consultation.language import Translator
from consultation.model import (
    Activity,
    Attendance,
    Consultation,
    Handover,
    Item,
    Organisation,
    Paragraph,
    Person,
    Recommendation,
    Record,
    Score,
    Section,
    Session,
)
from consultation.model.kinds import KINDS
from consultation.model.record import Tagged
from consultation.reading.numbers import numbers_among
from consultation.store import Store
from consultation.words import gist, kind_name, lookup_in

TERM_FIELDS: Mapping[type[Record], tuple[str, ...]] = {
    Recommendation: ("addressees",),
    Session: ("kind_term",),
    Person: ("region", "actor"),
    Organisation: ("region", "actor"),
    Attendance: ("region", "actor"),
    Activity: ("axis",),
    Score: ("capital",),
    Section: ("strand", "family", "criterion"),
    Paragraph: ("strand", "addressees"),
    Item: ("co_addressees",),
    Handover: ("addressee",),
    Consultation: ("common_ground_terms",),
}
"""The fields that refer to terms, besides `terms` of what is tagged; those people ask for first come first."""


class Use(NamedTuple):
    """A record that has a term."""

    kind: type[Record]
    record: UUID


def using_kinds() -> dict[type[Record], tuple[str, ...]]:
    """Return every kind of record that can have a term, with the fields in which it has it."""
    tagged = [kind for kind in KINDS.values() if issubclass(kind, Tagged)]
    return {
        kind: (*TERM_FIELDS.get(kind, ()), *(("terms",) if kind in tagged else ()))
        for kind in dict.fromkeys([*TERM_FIELDS, *tagged])
    }


def uses_of_terms(store: Store) -> dict[UUID, list[Use]]:
    """Return the records that have each term, deleted ones left out: each once, however often it names the term."""
    found: dict[UUID, list[Use]] = {}
    for kind, fields in using_kinds().items():
        for record, *values in store.columns(kind, "id", *fields):
            for term in dict.fromkeys(term for value in values for term in named_in(value)):
                found.setdefault(term, []).append(Use(kind, record))
    return found


def named_in(value: UUID | list[UUID] | Mapping[str, list[UUID]] | None) -> Iterator[UUID]:
    """Give the terms that the value of a field names: one, several, or several by vocabulary."""
    if isinstance(value, UUID):
        yield value
    elif isinstance(value, Mapping):
        for terms in value.values():
            yield from terms
    elif value:
        yield from value


class ToldUse(NamedTuple):
    """A record that has a term, as people know it."""

    record: Record
    number: int
    """By which a moderator calls a recommendation; 0 for what has none."""
    words: str
    """What it is about."""


def told_uses(store: Store, t: Translator, uses: Sequence[Use]) -> list[ToldUse]:
    """Read the records that have a term, those people ask for first, and put them into words."""
    lookup, found = lookup_in(store), dict[UUID, Record]()
    for kind in dict.fromkeys(use.kind for use in uses):
        found.update(store.those(kind, (use.record for use in uses if use.kind is kind)))
    numbers = numbers_among(store, [use.record for use in uses if use.kind is Recommendation])
    return [
        ToldUse(
            found[use.record],
            numbers.get(use.record, 0),
            gist(t, found[use.record], lookup) or kind_name(t, use.kind.kind()),
        )
        for use in uses
        if use.record in found
    ]
