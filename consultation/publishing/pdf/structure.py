"""What each part of a page is: the elements a tagged PDF is made of, named as PDF names them.

Strips are cut wherever a page ends; the element stays one. Whoever writes tags needs nothing but the pages: every text
and drawing names its element, an element knows what it is in, and both come in the order in which they are read.
Words inside a line differ by their ink, which knows link, language, and insertion or deletion.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Tag(StrEnum):
    """Kinds of elements (ISO 32000-1, 14.8.4)."""

    DOCUMENT = "Document"
    TITLE = "Title"
    H1 = "H1"
    H2 = "H2"
    H3 = "H3"
    PARAGRAPH = "P"
    LIST = "L"
    LIST_ITEM = "LI"
    LABEL = "Lbl"
    LIST_BODY = "LBody"
    REFERENCE = "Reference"
    TABLE = "Table"
    ROW = "TR"
    HEAD_CELL = "TH"
    CELL = "TD"
    CAPTION = "Caption"
    BLOCK_QUOTE = "BlockQuote"
    FIGURE = "Figure"
    ARTIFACT = "Artifact"
    """Furniture: what a reader program passes over."""


class Scope(StrEnum):
    """What a head cell is the head of."""

    NONE = ""
    COLUMN = "Column"
    ROW = "Row"
    ROW_GROUP = "RowGroup"


@dataclass(eq=False, slots=True)
class Element:
    """One element, inside of another."""

    tag: Tag
    within: Element | None = None
    alternative: str = ""
    """What is said of it to those who do not see it."""
    scope: Scope = Scope.NONE

    def below(self, tag: Tag, *, alternative: str = "", scope: Scope = Scope.NONE) -> Element:
        """Make an element inside of this one."""
        return Element(tag, self, alternative, scope)

    def path(self) -> Iterator[Element]:
        """Give this element, then what it is in, up to the document."""
        yield self
        if self.within is not None:
            yield from self.within.path()


ARTIFACT = Element(Tag.ARTIFACT)
"""Rules, dots and whatever else says nothing. Bars on a strip are always that."""

HEADINGS = (Tag.H1, Tag.H2, Tag.H3)
