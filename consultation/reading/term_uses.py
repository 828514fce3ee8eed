"""Where the terms of vocabularies are used: every field that refers to one, in every kind of record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple
from uuid import UUID

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
from consultation.store import Store

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
