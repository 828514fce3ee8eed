"""What can be told of each thing said in a session: who, when, support, reservations and what it lacks.

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
from consultation.reading.incomplete import Gap, gaps_of
from consultation.reading.tallies import Counts, count_support
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
class Around:
    """What has to be known of the records around what was said to tell it."""

    people: Mapping[UUID, Person]
    support: Mapping[UUID, Sequence[Support]]
    reservations: Mapping[UUID, Sequence[Reservation]]
    vocabularies: frozenset[str]
    disputed: frozenset[UUID]


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
