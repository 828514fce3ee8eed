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


Figure = GroupedBars | StackedBars | Facts | HeatGrid


@dataclass(frozen=True)
class Numbers:
    """The numbers of a figure as they would stand in a table: the heads, and each row by its name."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, Counts], ...]


def numbers_of(figure: Figure) -> Numbers:
    """Return the numbers ``figure`` shows, sums included where it shows them."""
    match figure:
        case GroupedBars():
            return Numbers(tuple(series.name for series in figure.series), _by_category(figure))
        case StackedBars():
            heads = tuple(series.name for series in figure.series)
            return _with_sums(Numbers(heads, _by_category(figure)), figure.total)
        case Facts():
            return Numbers(("",), tuple((fact.label, (fact.value,)) for fact in figure.facts))
        case HeatGrid():
            counted = (*figure.values, *((),) * len(figure.rows))
            rows = tuple(
                (name, _filled(counts, len(figure.columns))) for name, counts in zip(figure.rows, counted, strict=False)
            )
            return _with_sums(Numbers(figure.columns, rows), figure.total)
        case _:
            assert_never(figure)


def sum_of(counts: Counts) -> int | None:
    """Add up what is known; None where nothing is."""
    known = [count for count in counts if count is not None]
    return sum(known) if known else None


def _by_category(figure: GroupedBars | StackedBars) -> tuple[tuple[str, Counts], ...]:
    wide = len(figure.categories)
    columns = [_filled(series.values, wide) for series in figure.series]
    return tuple((name, tuple(column[place] for column in columns)) for place, name in enumerate(figure.categories))


def _filled(counts: Counts, count: int) -> Counts:
    """Return ``count`` numbers: those there are, then unknown ones."""
    return (*counts[:count], *(None,) * (count - len(counts)))


def _with_sums(numbers: Numbers, head: str) -> Numbers:
    """Add a column of sums under ``head``, if there is one."""
    if not head:
        return numbers
    return Numbers((*numbers.heads, head), tuple((name, (*counts, sum_of(counts))) for name, counts in numbers.rows))
