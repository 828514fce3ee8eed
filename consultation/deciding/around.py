"""What was said around a recommendation: the interventions it came from, and the reservations about it."""

from __future__ import annotations

from dataclasses import dataclass

from consultation.model import Intervention, Person, Recommendation, Record, Reservation
from consultation.store import Store


@dataclass(frozen=True)
class Said:
    """Words of one person."""

    text: str
    person: Person | None
    """None where nobody is named, or the person is not in the file."""
    who: str
    """Where the person is not listed."""
    is_reservation: bool


def said_about(store: Store, record: Record) -> list[Said]:
    """Return what was said that a recommendation came from, then the reservations about it."""
    if not isinstance(record, Recommendation):
        return []
    spoken = store.those(Intervention, record.interventions)
    words = [spoken[each] for each in record.interventions if each in spoken and not spoken[each].deleted]
    doubts = store.all(Reservation, recommendation=record.id)
    ids = [each.person for each in words] + [each.person for each in doubts]
    people = store.those(Person, (each for each in ids if each is not None))
    named = [people.get(each) if each is not None else None for each in ids]
    heard = [Said(each.text, person, "", False) for each, person in zip(words, named[: len(words)], strict=True)]
    return heard + [
        Said(each.text, person, each.who, True) for each, person in zip(doubts, named[len(words) :], strict=True)
    ]
