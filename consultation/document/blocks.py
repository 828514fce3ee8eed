"""The blocks a Document is a tree of: a closed union, so that a format that forgets one fails the type check."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from consultation.document.figures import Figure
from consultation.document.objections import Objected
from consultation.document.tables import Table
from consultation.document.text import Runs


class Role(StrEnum):
    """What a paragraph is for, which decides how it is set."""

    BODY = "body"
    LEAD = "lead"
    """The opening "We, ..., gathered in ..."."""
    CAPTION = "caption"
    GUIDE = "guide"
    """What opens an annex: how it is to be read."""
    METHOD = "method"
    """A statement on the method, run in behind the words that say what it is about."""


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
class Item:
    """What one letter of a numbered paragraph says."""

    runs: Runs
    letter: str = ""
    """The bare letter ("a"), which each language writes in its way; without one, the item runs on in the lead-in."""
    anchor: str = ""
    sources: Runs = ()
    """Marks of the sources, linked ("20, 69†"), without brackets: each format sets them in its place."""
    notes: tuple[Runs, ...] = ()
    """Small lines below it."""


@dataclass(frozen=True)
class NumberedParagraph:
    """A numbered paragraph: its words, or the lead-in of its lettered items."""

    number: str
    lead: Runs
    anchor: str
    items: tuple[Item, ...] = ()
    sources: Runs = ()
    """Marks of the sources of the lead, as in an item."""
    notes: tuple[Runs, ...] = ()
    """Small lines below all of it: other wordings, reservations, what more there is and where."""
    tone: str = ""


@dataclass(frozen=True)
class ListItem:
    """An entry of a list, with the list that belongs under it."""

    runs: Runs
    inner: ListBlock | None = None


@dataclass(frozen=True)
class ListBlock:
    """A list, ordered or not."""

    items: tuple[ListItem, ...]
    ordered: bool = False


def listed(*entries: Runs, ordered: bool = False) -> ListBlock:
    """Make a list of entries that have no list of their own."""
    return ListBlock(tuple(ListItem(runs) for runs in entries), ordered)


@dataclass(frozen=True)
class Note:
    """A short remark set apart from the text."""

    runs: Runs


Block = Heading | Paragraph | Recital | NumberedParagraph | ListBlock | Table | Objected | Figure | Note
