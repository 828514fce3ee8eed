"""The blocks a Document is a tree of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from consultation.document.text import Runs


class Role(StrEnum):
    """What a paragraph is for, which decides how it is set."""

    BODY = "body"
    LEAD = "lead"
    """The opening "We, ..., gathered in ..."."""
    CAPTION = "caption"


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 opens a part or an annex, 2 a set, 3 a strand. Every heading is in the contents."""

    level: int
    text: str
    anchor: str
    tone: str = ""
    """``citizenship``, ``policy`` or empty: the colour with a meaning, beside the words that say it."""
    new_page: bool = False


@dataclass(frozen=True)
class Paragraph:
    """Running text."""

    runs: Runs
    role: Role = Role.BODY
    anchor: str = ""


@dataclass(frozen=True)
class Recital:
    """A recital of the preamble: the participle that opens it is its first run, in emphasis."""

    runs: Runs
    anchor: str = ""


@dataclass(frozen=True)
class Clause:
    """A numbered operative clause, its number hanging in the margin."""

    number: str
    runs: Runs
    anchor: str
    notes: tuple[Runs, ...] = ()
    """Small lines below it: other wordings, reservations, the language it was said in."""
    tone: str = ""


@dataclass(frozen=True)
class ListBlock:
    """A list of short entries."""

    items: tuple[Runs, ...]
    ordered: bool = False


class Align(StrEnum):
    """How the cells of a column stand."""

    START = "start"
    END = "end"
    CENTRE = "centre"


@dataclass(frozen=True)
class Column:
    """A column of a table; ``weight`` is its share of the width."""

    title: str
    weight: float = 1.0
    align: Align = Align.START


@dataclass(frozen=True)
class Row:
    """A row of cells, one for each column."""

    cells: tuple[Runs, ...]
    anchor: str = ""


@dataclass(frozen=True)
class Table:
    """A table; its heading is repeated where it crosses a page."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    caption: str = ""


@dataclass(frozen=True)
class Series:
    """One series of a figure, with a value for each category."""

    name: str
    values: tuple[int, ...]
    tone: str = ""


@dataclass(frozen=True)
class Figure:
    """A bar figure: one group of bars a category, one bar a series, each with its number."""

    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    description: str
    """What the figure says, in a sentence, for those who do not see it."""


@dataclass(frozen=True)
class Note:
    """A short remark set apart from the text."""

    runs: Runs


Block = Heading | Paragraph | Recital | Clause | ListBlock | Table | Figure | Note
