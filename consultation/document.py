"""The Document: what drafting hands to publishing. A tree of blocks with inline runs, in one language.

It knows nothing of records or of files, so a new kind of document touches only `drafting`, a new format only
`publishing`. Text in it is plain text, never markup.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Style(StrEnum):
    """How a run of text stands out."""

    PLAIN = "plain"
    EMPHASIS = "emphasis"
    STRONG = "strong"
    REFERENCE = "reference"
    """Small and unobtrusive; with a ``target``, a link to the block of that anchor."""


@dataclass(frozen=True)
class Run:
    """Some words in one style."""

    text: str
    style: Style = Style.PLAIN
    target: str = ""
    """Anchor of the block this run links to, or empty."""
    language: str = ""
    """Language of the words where it is not the document's."""


Runs = tuple[Run, ...]


def plain(text: str, language: str = "") -> Runs:
    """Make the runs of a text without any style; ``language`` where it is not the document's."""
    return (Run(text, language=language),) if text else ()


def text_of(runs: Runs) -> str:
    """Return the words of some runs without their styles."""
    return "".join(run.text for run in runs)


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


@dataclass(frozen=True)
class Cover:
    """The block that opens a document."""

    title: str
    kicker: str = ""
    """The kind of document, above its title."""
    subtitle: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    """Pairs of a label and its words: dates, place, hosts."""


@dataclass(frozen=True)
class Document:
    """A whole document in one language, ready to be published in any format."""

    language: str
    cover: Cover
    blocks: tuple[Block, ...] = field(default=())
    author: str = ""
    final: bool = False
    """A document that is not final is marked as a draft on every page."""
