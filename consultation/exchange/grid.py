"""A table as it lies in a file or on the clipboard: rows of text, before anybody has said what is in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from consultation.errors import Sentence

MOST_COLUMNS = 1000
"""More than any table of ours has, with every text in a dozen languages."""

LARGEST = 64 << 20
"""Bytes. More rows than anybody could have said."""


class Fault(NamedTuple):
    """A cell that says nothing one can take."""

    row: int
    """As the spreadsheet counts it."""
    at: int
    """Column, from 0."""
    reason: Sentence
    """Part of a sentence: begins small and has no full stop."""


class Grid(NamedTuple):
    """A table as it was read; rows in which nothing stands are left out."""

    name: str
    """Of the file; empty where it was pasted."""
    rows: list[tuple[int, list[str]]]
    """Number of the row as a spreadsheet shows it, and its cells, which may be fewer than the columns."""
    sheet: str = ""
    """The sheet of a workbook that was read."""
    sheets: tuple[str, ...] = ()
    """The sheets of the workbook that are not hidden."""
    faults: Sequence[Fault] = ()

    @property
    def width(self) -> int:
        """How many columns there are."""
        return max((len(cells) for _, cells in self.rows), default=0)


def letter_of(at: int) -> str:
    """Name a column, counted from 0, as a spreadsheet does: 0 is A, 26 is AA."""
    letters = ""
    at += 1
    while at:
        at, place = divmod(at - 1, 26)
        letters = chr(ord("A") + place) + letters
    return letters
