"""What was said in a session, in the order in which it was written down, each with who, support and what it lacks.

The room sees everybody. What leaves it, a document or a screen, asks `people.MayBeNamed` for each name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from consultation.model import (
    Intervention,
    Lesson,
    Person,
    Point,
    Practice,
    Recommendation,
    Record,
    Reservation,
    Summary,
    Support,
)
from consultation.reading.incomplete import Gap, gaps_of, vocabularies_with_terms
from consultation.reading.tallies import Counts, by_recommendation, count_support
from consultation.store import Store

SAID: tuple[type[Record], ...] = (Intervention, Recommendation, Lesson, Point, Summary, Practice)
"""The kinds of records that a session is told by."""


@dataclass(frozen=True)
class Said:
    """One thing said in a session, or noted of it."""

    record: Record
    person: Person | None
    """Who said or proposed it, where the person is listed, deleted or not."""
    who: str
    """Who it was in words, where the person is not listed."""
    when: datetime | None
    """When it was said, or else written down; None for what a kit brought."""
    counts: Counts
    reservations: tuple[Reservation, ...]
    gaps: tuple[Gap, ...]
    disputed: bool
    """People disagree on something in it."""


@dataclass(frozen=True)
class Timeline:
    """What was said in one session."""

    said: tuple[Said, ...]
    whole: int
    """How many there are, found by a search or not."""


@dataclass(frozen=True)
class Around:
    """What has to be known of the whole file to tell what was said."""

    people: Mapping[UUID, Person]
    support: Mapping[UUID, Sequence[Support]]
    reservations: Mapping[UUID, Sequence[Reservation]]
    vocabularies: frozenset[str]
    disputed: frozenset[UUID]


def read_timeline(
    store: Store, session: UUID, words: str = "", kinds: Sequence[type[Record]] = SAID, around: Around | None = None
) -> Timeline:
    """Read what was said in a session, or what in it holds ``words``."""
    records = [record for kind in kinds for record in store.all(kind, session=session)]
    whole = len(records)
    if words.strip():
        found = store.found_among(words, store.places([record.id for record in records]))
        records = [record for record in records if record.id in found]
    around = around or read_around(store)
    return Timeline(tuple(tell(record, around) for record in sorted(records, key=lambda record: record.id)), whole)


def read_around(store: Store) -> Around:
    """Read what stands around the things said: people, support, reservations, vocabularies, conflicts."""
    return Around(
        people={person.id: person for person in store.all(Person, deleted=True)},
        support=by_recommendation(store.all(Support)),
        reservations=by_recommendation(store.all(Reservation)),
        vocabularies=vocabularies_with_terms(store),
        disputed=store.disputed(),
    )


def tell(record: Record, around: Around) -> Said:
    """Tell one thing that was said."""
    asked = record if isinstance(record, Recommendation) else None
    counts = count_support(asked.text, around.support.get(asked.id, ())) if asked else Counts()
    speaker = speaker_of(record)
    said_at = record.said_at if isinstance(record, Intervention) else None
    return Said(
        record=record,
        person=around.people.get(speaker) if speaker else None,
        who=record.who if isinstance(record, Summary | Point) else "",
        when=said_at or made_at(record.id),
        counts=counts,
        reservations=tuple(around.reservations.get(record.id, ())),
        gaps=gaps_of(asked, counts, around.vocabularies) if asked else (),
        disputed=record.id in around.disputed,
    )


def times_spoken(store: Store, session: UUID) -> dict[UUID, int]:
    """Count how often each person spoke in a session; those who did not are missing."""
    times = store.count_by(Intervention, "person", session=session)
    return {person: number for person, number in times.items() if person is not None}


def made_at(record_id: UUID) -> datetime | None:
    """Return the moment a record was made, which its id holds; None for ids of kits."""
    if record_id.version != 7:
        return None
    return datetime.fromtimestamp((record_id.int >> 80) / 1000, UTC)


def speaker_of(record: Record) -> UUID | None:
    """Return who said or proposed something, where that is somebody listed."""
    if isinstance(record, Recommendation):
        return record.proposer
    return record.person if isinstance(record, Intervention | Summary | Point) else None
