"""Tables: columns, the cells that are heads, rows and bands of rows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from consultation.document.text import Runs


class Align(StrEnum):
    """How the cells of a column stand."""

    START = "start"
    END = "end"
    CENTRE = "centre"


@dataclass(frozen=True)
class Column:
    """A column of a table, under the head ``title``; ``weight`` is its share of the width."""

    title: str
    weight: float = 1.0
    align: Align = Align.START
    head: bool = False
    """Whether its cells are the heads of their rows: what a row is about, and what a reader program says first."""
    meaning: str = ""
    """What a title that is short for want of room stands for; formats that have the room write it instead."""
    quoted: bool = False
    """Whether its cells are read as text, such as the words of a room, and set like it."""


@dataclass(frozen=True)
class Row:
    """A row of cells, one for each column."""

    cells: tuple[Runs, ...]
    anchor: str = ""
    remarks: tuple[Runs, ...] = ()
    """A smaller second line of each cell; there may be fewer than cells."""
    total: bool = False
    """Whether it sums up the rows above it."""


@dataclass(frozen=True)
class Band:
    """A head across the whole width, for the rows below it up to the next band."""

    runs: Runs
    remark: Runs = ()
    """A smaller second line."""
    anchor: str = ""


@dataclass(frozen=True)
class Table:
    """A table; its heads are repeated where it crosses a page."""

    columns: tuple[Column, ...]
    rows: tuple[Row | Band, ...]
    caption: str = ""
