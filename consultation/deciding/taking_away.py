"""Taking people, organisations and partnerships away: whoever is named by what was said or planned stays."""

from __future__ import annotations

from collections import Counter
from uuid import UUID

from consultation.model import Contact, Organisation, Partnership, Person, Record
from consultation.reading.organisation_list import people_by_organisation
from consultation.reading.references import naming
from consultation.store import Store, Written

GOES_TOO = (Contact,)
"""Kinds of record that go with the person they are about."""


def kept_by(store: Store, record: Person | Organisation | Partnership) -> Counter[str]:
    """Return what keeps a record from being deleted: kind of record -> how many of it name the record."""
    found = Counter(each.kind() for each, _ in naming(store, record.id) if not isinstance(each, (*GOES_TOO, Person)))
    if isinstance(record, Organisation):
        named = people_by_organisation(store, "").get(record.id, [])
        if named:
            found[Person.kind()] = len(named)
    return found


def take_away(store: Store, record: Person | Organisation | Partnership) -> Written:
    """Delete a record that nothing names, and how a person is reached with it."""
    with store.together():
        written = Written()
        for each in _gone_with(store, record.id):
            written += store.delete(each)
        return written + store.delete(record)


def _gone_with(store: Store, person: UUID) -> list[Record]:
    return [each for kind in GOES_TOO for each in store.all(kind, person=person)]
