"""Whether the hands counted in several rooms for one thing may be added up, and if not, why.

A sum says how many people want something. It says so only where no one is counted twice and all were asked in one way
about words that stand; else each room's own count is all that can honestly be told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from consultation.model import Recommendation
from consultation.reading.tallies import NOT_COUNTED, Counts, Tally


class NoSum(StrEnum):
    """Why counts are not added up."""

    COUNTED_TWICE = "counted_twice"
    """Of one group in a room two counts hold: which is for a person to choose."""
    SAME_ROOM = "same_room"
    """One room counted twice, on two recommendations: the same people."""
    NO_ROOM = "no_room"
    """Nobody knows in which room something was counted."""
    OTHER_METHOD = "other_method"
    """Some raised hands, others stuck dots or used a scale."""
    EARLIER_WORDING = "earlier_wording"
    """Some counted words that were changed since."""
    NOT_LISTED = "not_listed"
    """Nobody is listed by name in one of the rooms, so nobody knows who was in two."""
    SAME_PEOPLE = "same_people"
    """Some people were in two of the rooms."""


@dataclass(frozen=True)
class RoomCount:
    """What was counted for one recommendation of several that say the same."""

    recommendation: UUID
    session: UUID | None
    counts: Counts


@dataclass(frozen=True)
class JointCount:
    """What was counted for recommendations that say the same, room by room, and together where that may be said."""

    rooms: tuple[RoomCount, ...]
    """Of each recommendation, in the order given, those that nobody counted too."""
    total: Tally
    """Of all; not counted where it may not be added up, or where nobody counted."""
    no_sum: NoSum | None = None
    """Why nothing is added up, where two rooms or more have counted."""
    in_two: int = 0
    """How many people are known to have been in two of the rooms."""

    @property
    def counted(self) -> tuple[RoomCount, ...]:
        """Those that somebody counted."""
        return tuple(room for room in self.rooms if room.counts.is_counted)

    @property
    def is_sum(self) -> bool:
        """Whether the total is of more than one room."""
        return self.total.is_counted and len(self.counted) > 1

    @property
    def most_against(self) -> int:
        """The hands against: of all, or, where nothing is added up, of the room with most."""
        if self.total.is_counted:
            return self.total.against or 0
        return max((room.counts.total.against or 0 for room in self.counted), default=0)

    @property
    def is_contested(self) -> bool:
        """Whether a fifth or more were against: of all, or, where nothing is added up, in one of the rooms."""
        if self.total.is_counted and not any(room.counts.counted_twice for room in self.rooms):
            return self.total.is_contested
        return any(room.counts.is_contested for room in self.rooms)


def count_together(
    recommendations: Sequence[Recommendation],
    counts: Mapping[UUID, Counts],
    listed: Mapping[UUID, frozenset[UUID]],
) -> JointCount:
    """Put together what was counted for recommendations that say the same.

    Args:
        recommendations: those that say the same.
        counts: what was counted for each; one that nobody counted may be missing.
        listed: the people listed by name as present, by session.
    """
    rooms = tuple(RoomCount(each.id, each.session, counts.get(each.id, Counts())) for each in recommendations)
    counted = [room for room in rooms if room.counts.is_counted]
    if len(counted) < 2:
        return JointCount(rooms, counted[0].counts.total if counted else NOT_COUNTED)
    people = people_in_two(listed, (room.session for room in counted if room.session))
    why = _no_sum(counted, listed, people)
    total = NOT_COUNTED if why else sum((room.counts.total for room in counted), NOT_COUNTED)
    return JointCount(rooms, total, why, people)


def people_in_two(listed: Mapping[UUID, frozenset[UUID]], sessions: Iterable[UUID]) -> int:
    """Count the people who are listed in two or more of some sessions."""
    times = Counter(person for session in dict.fromkeys(sessions) for person in listed.get(session, ()))
    return sum(number > 1 for number in times.values())


def _no_sum(counted: Sequence[RoomCount], listed: Mapping[UUID, frozenset[UUID]], in_two: int) -> NoSum | None:
    sessions = [room.session for room in counted]
    reasons = {
        NoSum.COUNTED_TWICE: any(room.counts.counted_twice for room in counted),
        NoSum.OTHER_METHOD: any(not count.tally.is_counted for room in counted for count in room.counts.standing),
        NoSum.EARLIER_WORDING: any(room.counts.on_earlier_wording for room in counted),
        NoSum.NO_ROOM: None in sessions,
        NoSum.SAME_ROOM: len(set(sessions)) < len(sessions),
        NoSum.SAME_PEOPLE: in_two > 0,
        NoSum.NOT_LISTED: any(session is not None and not listed.get(session) for session in sessions),
    }
    return next((reason for reason, holds in reasons.items() if holds), None)
