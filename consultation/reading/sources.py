"""Recommendations as the sources of a clause: who said them where, how many were for them, who had reservations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from consultation.model import Person, Recommendation, Reservation, Session, Support
from consultation.reading.numbers import numbers_among
from consultation.reading.tallies import Counts, by_recommendation, count_support
from consultation.store import Store


@dataclass(frozen=True)
class Source:
    """One recommendation with what belongs to it."""

    recommendation: Recommendation
    session: Session | None
    number: int | None
    """Its number in its session, by which a moderator named it; None outside any."""
    proposer: Person | None
    counts: Counts
    reservations: tuple[Reservation, ...]
    people: Mapping[UUID, Person]
    """Those who have the reservations, as far as they are listed."""
    is_disputed: bool
    """A field of it is in conflict."""


def read_sources(store: Store, recommendations: Sequence[UUID]) -> list[Source]:
    """Read a few recommendations in the order in which they are asked for; those that are gone are left out."""
    asked = set(recommendations)
    found = {record.id: record for record in store.all(Recommendation, id=asked)} if asked else {}
    if not found:
        return []
    sessions = {record.session for record in found.values() if record.session}
    numbers = numbers_among(store, asked)
    support = by_recommendation(store.all(Support, recommendation=asked))
    reserved = by_recommendation(store.all(Reservation, recommendation=asked))
    named = {record.proposer for record in found.values()}
    named |= {reservation.person for those in reserved.values() for reservation in those}
    people = store.those(Person, (each for each in named if each is not None))
    held = {session.id: session for session in store.all(Session, id=sessions)}
    disputed = store.disputed()
    return [
        Source(
            record,
            held.get(record.session) if record.session else None,
            numbers.get(record.id),
            people.get(record.proposer) if record.proposer else None,
            count_support(record.text, support.get(record.id, ())),
            tuple(reserved.get(record.id, ())),
            people,
            record.id in disputed,
        )
        for record in (found[each] for each in recommendations if each in found)
    ]
