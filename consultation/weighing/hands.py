"""Who was counted for one thing that was asked for: a line for each room, or for each group of people in it.

Nothing is added up over rooms: the same people may have been in several.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from consultation.model import Recommendation
from consultation.reading.tallies import NOT_COUNTED, Counts, GroupCount, folded_group


class Standing(StrEnum):
    """Whether a line enters the figures."""

    COUNTED = "counted"
    NOT_COUNTED = "not_counted"
    """Nobody counted hands there."""
    IN_PART = "in_part"
    """Hands for or hands against were not counted."""
    COUNTED_TWICE = "counted_twice"
    """Two counts of the same people hold; which one, only a person knows."""
    IN_GROUPS = "in_groups"
    """The groups of the room were counted one by one and stand for it."""


@dataclass(frozen=True)
class Line:
    """The hands of a room, or of one group of people in it."""

    room: UUID | None
    """The session; None where nobody noted it."""
    group: str = ""
    """Empty means the whole room."""
    in_favour: int = 0
    against: int = 0
    abstaining: int = 0
    standing: Standing = Standing.COUNTED
    wordings: int = 1
    """For how many wordings of the same thing these people were counted, and their hands put together."""
    earlier: bool = False
    """They were counted before the words were changed."""

    @property
    def seen(self) -> int:
        """Hands that were raised at all: for, against and abstaining."""
        return self.in_favour + self.against + self.abstaining

    @property
    def enters(self) -> bool:
        """Whether it enters the figures."""
        return self.standing is Standing.COUNTED


def lines_of(
    members: Iterable[Recommendation], counts: Mapping[UUID, Counts], order: Mapping[UUID, int]
) -> tuple[Line, ...]:
    """Tell who was counted for recommendations that ask for the same thing.

    Args:
        members: the recommendations.
        counts: what was counted, by recommendation.
        order: the place of each session in the programme.

    Returns:
        The lines by room in the order of the programme, the whole room before its groups. Hands of the same people
        for several wordings are put together, for the sake of their share alone.
    """
    by_room: dict[UUID | None, list[Counts]] = defaultdict(list)
    for member in members:
        by_room[member.session].append(counts.get(member.id, Counts()))
    rooms = sorted(by_room, key=lambda room: (room is None, order.get(room, 0) if room else 0))
    return tuple(line for room in rooms for line in _of_room(room, by_room[room]))


def _of_room(room: UUID | None, found: Sequence[Counts]) -> list[Line]:
    twice = {folded_group(group) for counts in found for group in counts.counted_twice}
    people: dict[str, list[GroupCount]] = defaultdict(list)
    for counts in found:
        for count in counts.standing:
            if count.tally.is_counted:
                people[folded_group(count.group)].append(count)
    if not people:
        return [Line(room, standing=Standing.NOT_COUNTED)]
    in_groups = sum(1 for group in people if group) > 1
    lines = []
    for group in sorted(people, key=lambda group: (bool(group), group)):
        if group in twice:
            standing = Standing.COUNTED_TWICE
        else:
            standing = Standing.IN_GROUPS if in_groups and not group else Standing.COUNTED
        lines.append(_line(room, people[group], standing))
    return lines


def _line(room: UUID | None, same: Sequence[GroupCount], standing: Standing) -> Line:
    """Put together the counts of the same people."""
    shown = same[:1] if standing is Standing.COUNTED_TWICE else same
    whole = [count.tally for count in shown if count.tally.in_favour is not None and count.tally.against is not None]
    if standing is Standing.COUNTED and len(whole) < len(shown):
        standing = Standing.IN_PART
    tally = sum((count.tally for count in shown), NOT_COUNTED)
    return Line(
        room,
        same[0].group,
        tally.in_favour or 0,
        tally.against or 0,
        tally.abstain or 0,
        standing,
        len(shown),
        any(count.on_earlier_wording for count in shown),
    )
