"""Figures of several kinds. Each has its alternative: a sentence for those who do not see it, and its numbers.

A number that nobody knows is None, which is not 0.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

Counts = tuple[int | None, ...]


@dataclass(frozen=True)
class Series:
    """One series of a figure, with a value for each category."""

    name: str
    values: Counts
    tone: str = ""
    """``citizenship``, ``policy`` or another tone of the house style; empty for a colour of its own."""


@dataclass(frozen=True)
class GroupedBars:
    """One group of bars a category, one bar a series, each with its number."""

    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    description: str
    """What the figure says, in a sentence, for those who do not see it."""
    caption: str = ""
    """What is counted, below the title."""


@dataclass(frozen=True)
class StackedBars:
    """One bar a category, its series one after the other on one scale; none of them below 0."""

    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    description: str
    caption: str = ""
    total: str = ""
    """Head of a column with the sums; empty where the series must not be added up."""
    remarks: tuple[str, ...] = ()
    """Small words beside the name of each category: a day, a place."""


@dataclass(frozen=True)
class SideBars:
    """A small figure for each series beside the next, its categories by size; one it does not know is not in it."""

    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    """The name of each says what is counted in it: "57 interventions"."""
    description: str
    caption: str = ""


@dataclass(frozen=True)
class Combinations:
    """Bars of what may belong to several parts at once: a row for each combination, so that nothing is in two.

    Joined dots say which parts a row is about.
    """

    title: str
    parts: tuple[str, ...]
    categories: tuple[str, ...]
    """What each row is called for those who do not see its dots: "People and Planet"."""
    members: tuple[tuple[bool, ...], ...]
    """For each row, which of the parts it is about."""
    series: tuple[Series, ...]
    description: str
    caption: str = ""
    total: str = ""
    """Head of the column with the sums."""
    whole: str = ""
    """What stands beside the sum of all, in the last row: "35 citizenship, 45 policy and action"."""


@dataclass(frozen=True)
class Boxes:
    """Scores in a row of boxes each, filled as far as the score goes; a score nobody gave has none."""

    title: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    values: tuple[Counts, ...]
    """Row by row, from 0 to ``most``."""
    description: str
    caption: str = ""
    most: int = 5
    remarks: tuple[str, ...] = ()
    """Small words below the name of each row."""


@dataclass(frozen=True)
class Fact:
    """A number that speaks for itself, over what it counts."""

    value: int | None
    label: str


@dataclass(frozen=True)
class Facts:
    """A row of numbers."""

    facts: tuple[Fact, ...]
    title: str = ""
    description: str = ""
    caption: str = ""


@dataclass(frozen=True)
class HeatGrid:
    """Numbers by two sides, darker where they are larger; a cell that nobody counted stays empty."""

    title: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    values: tuple[Counts, ...]
    """Row by row."""
    description: str
    caption: str = ""
    total: str = ""
    """Head of a column with the sum of each row; empty where they must not be added up."""
    row_head: str = ""
    """Head of the names of the rows: what they are."""


Figure = GroupedBars | StackedBars | SideBars | Combinations | Boxes | Facts | HeatGrid


@dataclass(frozen=True)
class Numbers:
    """The numbers of a figure as they would stand in a table: the heads, and each row by its name."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, Counts], ...]


def numbers_of(figure: Figure) -> Numbers:
    """Return the numbers ``figure`` shows, sums included where it shows them."""
    match figure:
        case GroupedBars() | SideBars():
            return _of_series(figure)
        case StackedBars():
            return _with_sums(_of_series(figure), figure.total)
        case Combinations():
            numbers = _of_series(figure)
            whole = (figure.whole, tuple(sum_of(series.values) for series in figure.series))
            rows = (*numbers.rows, whole) if figure.whole else numbers.rows
            return _with_sums(Numbers(numbers.heads, rows), figure.total)
        case Facts():
            return Numbers(("",), tuple((fact.label, (fact.value,)) for fact in figure.facts))
        case HeatGrid():
            return _with_sums(_of_grid(figure), figure.total)
        case Boxes():
            return _of_grid(figure)
        case _:
            assert_never(figure)


def sum_of(counts: Counts) -> int | None:
    """Add up what is known; None where nothing is."""
    known = [count for count in counts if count is not None]
    return sum(known) if known else None


def _of_series(figure: GroupedBars | StackedBars | SideBars | Combinations) -> Numbers:
    wide = len(figure.categories)
    columns = [_filled(series.values, wide) for series in figure.series]
    rows = tuple((name, tuple(column[place] for column in columns)) for place, name in enumerate(figure.categories))
    return Numbers(tuple(series.name for series in figure.series), rows)


def _of_grid(figure: HeatGrid | Boxes) -> Numbers:
    counted = (*figure.values, *((),) * len(figure.rows))
    return Numbers(
        figure.columns,
        tuple((name, _filled(counts, len(figure.columns))) for name, counts in zip(figure.rows, counted, strict=False)),
    )


def _filled(counts: Counts, count: int) -> Counts:
    """Return ``count`` numbers: those there are, then unknown ones."""
    return (*counts[:count], *(None,) * (count - len(counts)))


def _with_sums(numbers: Numbers, head: str) -> Numbers:
    """Add a column of sums under ``head``, if there is one."""
    if not head:
        return numbers
    return Numbers((*numbers.heads, head), tuple((name, (*counts, sum_of(counts))) for name, counts in numbers.rows))
