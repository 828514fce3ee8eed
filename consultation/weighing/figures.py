"""By what things that were asked for are weighed and put in order; each figure of each thing with its working."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import inf
from uuid import UUID

from consultation.reading.adding import NoSum
from consultation.weighing.consensus import Consensus, chance
from consultation.weighing.dividing import Sides, sides_of
from consultation.weighing.hands import Line
from consultation.weighing.weighed import Weighed


class Figure(StrEnum):
    """What a thing that was asked for is weighed by."""

    SUPPORT = "support"
    """Hands in favour: the plain total where there is one, else those of the room that raised most."""
    ROOMS = "rooms"
    REGIONS = "regions"
    ACTORS = "actors"
    ACROSS = "across"
    """Group-informed consensus in favour."""
    AGAINST = "against"
    """Group-informed consensus against."""
    DIVIDES = "divides"
    """Controversy in the most divided room."""


@dataclass(frozen=True)
class Step:
    """What one room, or one group in it, contributes to a figure."""

    line: Line
    value: float | None
    """None where it does not enter."""
    sides: Sides | None = None


@dataclass(frozen=True)
class Working:
    """How a figure came about, so that it can be worked out again by hand."""

    figure: Figure
    value: float | None
    """None where there is none."""
    steps: tuple[Step, ...] = ()
    names: tuple[UUID, ...] = ()
    """The rooms, regions or kinds of actor that were counted."""
    consensus: Consensus | None = None
    no_sum: NoSum | None = None
    """Why the hands of several rooms are not added up."""
    in_two: int = 0
    """How many people are known to have been in two of the rooms."""


def value_of(row: Weighed, figure: Figure) -> float | None:
    """Return a figure; None where nobody counted what it is made of."""
    if figure is Figure.ACROSS:
        return row.in_favour.product if row.in_favour else None
    if figure is Figure.AGAINST:
        return row.against.product if row.against else None
    if figure is Figure.DIVIDES:
        return float(row.divided[1].controversy) if row.divided else None
    if figure is Figure.SUPPORT:
        return _support(row)
    return len(_named(row, figure))


def working_of(row: Weighed, figure: Figure) -> Working:
    """Work a figure out, step by step."""
    value = value_of(row, figure)
    if figure in (Figure.ROOMS, Figure.REGIONS, Figure.ACTORS):
        return Working(figure, value, names=tuple(sorted(_named(row, figure))))
    if figure is Figure.DIVIDES:
        steps = [Step(line, float(sides.controversy) if sides else None, sides) for line, sides in _all_sides(row)]
        return Working(figure, value, tuple(steps))
    if figure is Figure.SUPPORT:
        steps = [Step(line, line.in_favour if line.enters else None) for line in row.lines]
        return Working(figure, value, tuple(steps), no_sum=row.no_sum, in_two=row.in_two)
    against = figure is Figure.AGAINST
    steps = [
        Step(line, chance(line.against if against else line.in_favour, line.seen) if line.enters else None)
        for line in row.lines
    ]
    consensus = row.against if against else row.in_favour
    return Working(figure, value, tuple(steps), consensus=consensus, no_sum=row.no_sum, in_two=row.in_two)


def in_order(rows: Sequence[Weighed], figure: Figure) -> list[Weighed]:
    """Put things in the order of a figure, the greatest first; those without it last.

    Where it is the same, the consensus across the rooms decides, then the mean over them, then the number of rooms,
    then the order of making.
    """
    return [rows[place] for place in by_figure(rows, without_figure(rows), figure)]


def without_figure(rows: Sequence[Weighed]) -> list[int]:
    """Return the places of things in the order that decides where a figure is the same."""
    keys = [(*_after(row), row.key.int) for row in rows]
    return sorted(range(len(rows)), key=keys.__getitem__)


def by_figure(rows: Sequence[Weighed], places: Sequence[int], figure: Figure) -> list[int]:
    """Put places that are in order already in that of a figure."""
    values = [_descending(value_of(row, figure)) for row in rows]
    return sorted(places, key=values.__getitem__)


def merit(row: Weighed) -> tuple[float, ...]:
    """Return what decides between two things where no group does: the mean over the rooms, then the wider one."""
    mean = row.in_favour.mean if row.in_favour else -1.0
    return (mean, len(row.backing.rooms), len(row.backing.regions), -float(row.key.int))


def _after(row: Weighed) -> tuple[float, ...]:
    consensus = row.in_favour
    return (
        _descending(consensus.product if consensus else None),
        -(consensus.mean if consensus else 0.0),
        -len(row.backing.rooms),
    )


def _descending(value: float | None) -> float:
    """Return what sorts the greatest first, and what has no value last."""
    return inf if value is None else -value


def _named(row: Weighed, figure: Figure) -> frozenset[UUID]:
    if figure is Figure.ROOMS:
        return row.backing.rooms
    return row.backing.regions if figure is Figure.REGIONS else row.backing.actors


def _support(row: Weighed) -> float | None:
    if row.total is not None:
        return row.total.in_favour
    return max((line.in_favour for line in row.lines if line.enters), default=None)


def _all_sides(row: Weighed) -> list[tuple[Line, Sides | None]]:
    return [(line, sides_of(line)) for line in row.lines]
