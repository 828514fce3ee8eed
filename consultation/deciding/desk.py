"""The one queue of what a rapporteur decides: conflicts, what may be the same or contradict, what is incomplete."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from consultation.deciding.alike import Alike, Asked
from consultation.deciding.questions import Waiting, queue
from consultation.model import Recommendation
from consultation.reading.incomplete import Gap, read_incomplete
from consultation.store import Store

MENDED_HERE = (
    Gap.SET,
    Gap.STRAND,
    Gap.LANGUAGE,
    Gap.ADDRESSEE,
    Gap.STALE_TRANSLATION,
    Gap.EARLIER_COUNT,
    Gap.COUNTED_TWICE,
)
"""What a rapporteur completes; only a room can count hands."""


class Part(StrEnum):
    """A part of the queue, in the order of the work."""

    CONFLICTS = "conflicts"
    SURE = "sure"
    PERHAPS = "perhaps"
    CONTRADICT = "contradict"
    INCOMPLETE = "incomplete"


@dataclass(frozen=True)
class Lacking:
    """A recommendation, and what it lacks."""

    record: Recommendation
    gaps: tuple[Gap, ...]

    @property
    def key(self) -> tuple[UUID, ...]:
        """What tells it from all others."""
        return (self.record.id,)


Row = Waiting | Alike | Lacking


@dataclass(frozen=True)
class Desk:
    """All that waits for a decision, part by part."""

    conflicts: tuple[Waiting, ...]
    asked: Asked
    incomplete: tuple[Lacking, ...]

    def rows(self, part: Part) -> tuple[Row, ...]:
        """Return what waits in one part."""
        parts: dict[Part, tuple[Row, ...]] = {
            Part.CONFLICTS: self.conflicts,
            Part.SURE: self.asked.sure,
            Part.PERHAPS: self.asked.perhaps,
            Part.CONTRADICT: self.asked.contradict,
            Part.INCOMPLETE: self.incomplete,
        }
        return parts[part]

    def __len__(self) -> int:
        return sum(len(self.rows(part)) for part in Part)


def read_desk(store: Store, asked: Asked) -> Desk:
    """Read what waits for a decision; ``asked`` is what may be the same."""
    return Desk(tuple(queue(store)), asked, read_lacking(store))


def read_lacking(store: Store) -> tuple[Lacking, ...]:
    """Return the recommendations that lack something a rapporteur can complete, oldest first."""
    found: dict[UUID, tuple[Recommendation, list[Gap]]] = {}
    gaps = read_incomplete(store).gaps
    for gap in MENDED_HERE:
        for recommendation in gaps[gap]:
            found.setdefault(recommendation.id, (recommendation, []))[1].append(gap)
    return tuple(Lacking(record, tuple(lacking)) for record, lacking in sorted(found.values(), key=lambda it: it[0].id))
