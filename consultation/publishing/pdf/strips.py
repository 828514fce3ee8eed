"""Strips: the horizontal bands a document is made of, each of which stays whole on a page.

Blocks become strips, strips become pages, pages are drawn. Distances are in points: down from the top of the strip, and
from where a line of the text starts. What a strip holds is in the order in which it is read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

from reportlab.graphics.shapes import Drawing
from reportlab.lib.utils import ImageReader

from consultation.document import Document, Heading, OnAPage
from consultation.publishing.look import Type
from consultation.publishing.pdf.lines import Line
from consultation.publishing.pdf.structure import Element

WHOLE = 6
"""A text of no more lines than this is not split between pages."""


class Text(NamedTuple):
    """A line of words of one element; ``y`` is the foot of its letters."""

    start: float
    y: float
    line: Line
    element: Element


class Fill(Enum):
    """How a rectangle is drawn."""

    SOLID = "solid"
    HATCHED = "hatched"
    """Strokes at 45 degrees: survives photocopying and hides no word."""
    EDGED = "edged"
    """Only its edge, which is ``step`` thick."""
    DOTTED = "dotted"
    """A line of dashes down its middle."""


class Bar(NamedTuple):
    """A rectangle: a rule, a mark, a wash behind words. It says nothing, so it is an artifact."""

    start: float
    y: float
    width: float
    height: float
    colour: str
    fill: Fill = Fill.SOLID
    step: float = 3.6
    """From stroke to stroke of what is hatched."""


class Drawn(NamedTuple):
    """A figure, as wide as the text."""

    drawing: Drawing
    element: Element


class Picture(NamedTuple):
    """A picture from a file."""

    start: float
    y: float
    width: float
    height: float
    image: ImageReader
    element: Element


class Entry(NamedTuple):
    """A line of the outline: a heading with an anchor of our own."""

    text: str
    level: int
    """Depth below the top of the document, 0 to 2."""
    anchor: str


def entries_of(document: Document) -> list[Entry | None]:
    """Give each block that is a heading with words its entry."""
    return [_entry(block, place) for place, block in enumerate(document.blocks)]


def _entry(block: object, place: int) -> Entry | None:
    # No anchor of a document starts so: two headings may share one, or have none.
    anchor = f"\0{place}"
    if isinstance(block, Heading) and block.text.strip():
        return Entry(block.whole, min(max(block.level, 1), 3) - 1, anchor)
    if isinstance(block, OnAPage) and block.title.strip():
        return Entry(block.title, 0, anchor)
    return None


@dataclass(slots=True)
class Strip:
    """A band of a page."""

    height: float
    texts: list[Text] = field(default_factory=list)
    bars: list[Bar] = field(default_factory=list)
    anchors: list[str] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    figure: Drawn | None = None
    before: float = 0.0
    after: float = 0.0
    keep: bool = False
    """Stays on the page of the strip below."""
    new_page: bool = False
    needs: float = 0.0
    """Opens a new page where less room than this is left."""
    section: str = ""
    """The part of the document that begins here."""
    leading: float = 0.0
    """From line to line, where it holds nothing but lines of text."""
    head: Strip | None = None
    """What is repeated above this strip where it opens a page."""


class Part(NamedTuple):
    """The lines of one element, ``start`` from where the strip starts."""

    start: float
    lines: Sequence[Line]
    element: Element


def stacked(part: Part, type_: Type, *, whole: int = WHOLE) -> list[Strip]:
    """Make strips of the lines of a text; its first two lines stay together, and so do its last two.

    A text of no more than ``whole`` lines is one strip.
    """
    return side_by_side([part], type_, whole=whole)


def side_by_side(parts: Sequence[Part], type_: Type, *, whole: int = WHOLE) -> list[Strip]:
    """Make strips of texts that stand beside each other; their first lines are level."""
    count = max((len(part.lines) for part in parts), default=0)
    strips = []
    for first, last in _slices(count, whole):
        strip = Strip((last - first) * type_.leading, leading=type_.leading)
        for start, lines, element in parts:
            for place, line in enumerate(lines[first:last]):
                if line:
                    strip.texts.append(Text(start, place * type_.leading + type_.baseline, line, element))
        strips.append(strip)
    return strips


def _slices(count: int, whole: int) -> list[tuple[int, int]]:
    """Say which of ``count`` lines stay together."""
    if count <= whole:
        return [(0, count)] if count else []
    return [(0, 2), *((place, place + 1) for place in range(2, count - 2)), (count - 2, count)]


def labelled(strips: list[Strip], start: float, type_: Type, line: Line, element: Element) -> list[Strip]:
    """Put a number or another label before the first line of a text: there it is read first, wherever it hangs."""
    strips = strips or [Strip(type_.leading, leading=type_.leading)]
    if line:
        strips[0].texts.insert(0, Text(start, type_.baseline, line, element))
    return strips


def spaced(strips: list[Strip], before: float, after: float) -> list[Strip]:
    """Put space around strips that belong together."""
    if strips:
        strips[0].before = before
        strips[-1].after = after
    return strips


def kept(strips: list[Strip]) -> list[Strip]:
    """Keep strips together and with what follows them."""
    for strip in strips:
        strip.keep = True
    return strips


def anchored(strips: list[Strip], *anchors: str) -> list[Strip]:
    """Make the first strip the place each of ``anchors`` leads to."""
    if strips:
        strips[0].anchors.extend(filter(None, anchors))
    return strips
