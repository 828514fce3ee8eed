"""The order of the paragraphs of a section when drafting writes it again. Pure functions.

What a person has put somewhere keeps its rank, and whatever stood before or after it stays before or after it.
Everything else follows the plan.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple
from uuid import UUID

FARTHEST = 10**9
"""The largest rank there is."""


class Place(NamedTuple):
    """Where a paragraph stands in its section; ranks alike are told apart by id."""

    rank: int
    id: UUID


def ranked(planned: Sequence[UUID], standing: Mapping[UUID, int], fixed: Mapping[UUID, int]) -> dict[UUID, int]:
    """Give a rank to every one of the ``planned`` paragraphs that is not ``fixed``, in the order of the plan.

    ``standing`` holds the ranks of those that are in the section already, ``fixed`` of those that stay where they
    are, planned or not. Without any fixed, the ranks are 0, 1, 2 ...
    """
    walls = sorted(Place(rank, one) for one, rank in fixed.items())
    rooms: list[list[UUID]] = [[] for _ in range(len(walls) + 1)]
    free = [one for one in planned if one not in fixed]
    known = [_room(walls, Place(standing[one], one)) for one in free if one in standing]
    room = known[0] if known else len(walls)
    for one in free:
        if one in standing:
            room = _room(walls, Place(standing[one], one))
        rooms[room].append(one)
    _make_fit(rooms, walls, standing)
    ranks: dict[UUID, int] = {}
    for number, members in enumerate(rooms):
        first = _first_rank(walls, number, len(members))
        ranks |= {one: min(max(first + place, -FARTHEST), FARTHEST) for place, one in enumerate(members)}
    return ranks


def _room(walls: Sequence[Place], place: Place) -> int:
    """Return how many of the fixed stand before a place."""
    return bisect_left(walls, place)


def _first_rank(walls: Sequence[Place], number: int, count: int) -> int:
    """Return the rank of the first of ``count`` paragraphs between two fixed ones."""
    if not walls:
        return 0
    return min(walls[0].rank - count, 0) if number == 0 else walls[number - 1].rank + 1


def _make_fit(rooms: Sequence[list[UUID]], walls: Sequence[Place], standing: Iterable[UUID]) -> None:
    """Let those for which there is no rank between two fixed ones stand behind the second, new ones first."""
    there = frozenset(standing)
    for number in range(1, len(walls)):
        most = max(walls[number].rank - walls[number - 1].rank - 1, 0)
        members = rooms[number]
        while len(members) > most:
            new = [one for one in members if one not in there]
            out = new[-1] if new else members[-1]
            members.remove(out)
            rooms[number + 1].insert(0, out)
