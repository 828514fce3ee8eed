"""The blocks a Document is a tree of: a closed union, so that a format that forgets one fails the type check."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from consultation.document.figures import Figure
from consultation.document.objections import Objected
from consultation.document.summary import OnAPage
from consultation.document.tables import Table
from consultation.document.text import Runs


class Role(StrEnum):
    """What a paragraph is for, which decides how it is set."""

    BODY = "body"
    LEAD = "lead"
    """The opening "We, ..., gathered in ..."; its first word in strong."""
    DECLARE = "declare"
    """The words that end the recitals: "Declare the following:"."""
    INTRODUCTION = "introduction"
    """What stands below a title and says what follows."""
    CAPTION = "caption"
    KEY = "key"
    """Small print below a rule, which explains marks and signs."""
    METHOD = "method"
    """A statement about the consultation, opened by a few words in strong."""


@dataclass(frozen=True)
class Heading:
    """A heading, which is in the outline: 0 is a title inside, as of an annex; 1 opens a part, 2 a set, 3 a strand."""

    level: int
    text: str
    anchor: str
    tone: str = ""
    """``citizenship``, ``policy`` or empty: the colour with a meaning, beside the words that say it."""
    new_page: bool = False
    label: str = ""
    """What stands above a title: "Annex A"."""

    @property
    def whole(self) -> str:
        """The heading on one line: "Annex A. All recommendations, by session"."""
        return f"{self.label}. {self.text}" if self.label else self.text


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
    proposed: Runs = ()
    """Says who proposes these words until a person adopts them; empty once one has."""


@dataclass(frozen=True)
class Hands:
    """A count of hands as it stands under what was counted; None is what nobody knows."""

    in_favour: int | None
    against: int | None
    abstaining: int | None
    words: Runs
    """The count in words: the bar beside them only repeats it."""


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
    count: Hands | None = None
    """The hands that were counted on it, where that is to be seen at once."""


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
    proposed: Runs = ()
    """As in a recital."""


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


@dataclass(frozen=True)
class Signature:
    """A line to sign on; ``words`` stand on it where they are known."""

    label: str
    words: str = ""


@dataclass(frozen=True)
class Signatures:
    """Where a text is adopted: place and date, in whose name, in which languages."""

    title: str
    note: Runs
    lines: tuple[Signature, ...]
    anchor: str = ""


Block = (
    Heading
    | Paragraph
    | Recital
    | NumberedParagraph
    | ListBlock
    | Table
    | Objected
    | Figure
    | Note
    | OnAPage
    | Signatures
)
