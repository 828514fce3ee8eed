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
    free = [paragraph for paragraph in planned if paragraph not in fixed]
    if not fixed:
        return {paragraph: rank for rank, paragraph in enumerate(free)}
    walls = sorted(Place(rank, paragraph) for paragraph, rank in fixed.items())
    rooms: list[list[UUID]] = [[] for _ in range(len(walls) + 1)]
    stands = {
        paragraph: float(bisect_left(walls, Place(standing[paragraph], paragraph)))
        for paragraph in free
        if paragraph in standing
    }
    stands |= {wall.id: number + 0.5 for number, wall in enumerate(walls)}
    for place, paragraph in enumerate(planned):
        if paragraph in fixed:
            continue
        if paragraph in standing:
            rooms[int(stands[paragraph])].append(paragraph)
        else:
            before = [stands[other] for other in planned[:place] if other in stands]
            after = [stands[other] for other in planned[place:] if other in stands]
            rooms[_best(len(rooms), before, after)].append(paragraph)
    _make_fit(rooms, walls, standing)
    place_in_plan = {paragraph: place for place, paragraph in enumerate(free)}
    ranks: dict[UUID, int] = {}
    for number, members in enumerate(rooms):
        members.sort(key=place_in_plan.__getitem__)
        first = _first_rank(walls, number, len(members))
        ranks |= {paragraph: min(max(first + place, -FARTHEST), FARTHEST) for place, paragraph in enumerate(members)}
    return ranks


def _best(rooms: int, before: Sequence[float], after: Sequence[float]) -> int:
    """Choose the room for a new paragraph in which it stands on the wrong side of as few others as can be.

    ``before`` and ``after`` are the rooms of those before and after it in the plan; x.5 is what stands behind room x.
    """
    return min(
        range(rooms), key=lambda room: sum(other > room for other in before) + sum(other < room for other in after)
    )


def _first_rank(walls: Sequence[Place], number: int, count: int) -> int:
    """Return the rank of the first of ``count`` paragraphs between two fixed ones."""
    return min(walls[0].rank - count, 0) if number == 0 else walls[number - 1].rank + 1


def _make_fit(rooms: Sequence[list[UUID]], walls: Sequence[Place], standing: Iterable[UUID]) -> None:
    """Let those for which there is no rank between two fixed ones stand behind the second, new ones first."""
    there = frozenset(standing)
    for number in range(1, len(walls)):
        most = max(walls[number].rank - walls[number - 1].rank - 1, 0)
        members = rooms[number]
        while len(members) > most:
            new = [paragraph for paragraph in members if paragraph not in there]
            out = new[-1] if new else members[-1]
            members.remove(out)
            rooms[number + 1].append(out)
