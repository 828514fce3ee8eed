"""Strips: the horizontal bands a document is made of, each of which stays whole on a page.

Blocks become strips, strips become pages, pages are drawn. Distances are in points, down from the top of the strip
and right from the left edge of the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from reportlab.graphics.shapes import Drawing

from consultation.document import Document, Heading
from consultation.publishing.pdf.lines import Line
from consultation.publishing.pdf.look import Type


class Text(NamedTuple):
    """A line of words; ``y`` is the foot of its letters."""

    x: float
    y: float
    line: Line


class Bar(NamedTuple):
    """A filled rectangle: a rule, a mark, a wash behind words."""

    x: float
    y: float
    width: float
    height: float
    colour: str


class Link(NamedTuple):
    """A place to click that leads to an anchor."""

    x: float
    y: float
    width: float
    height: float
    target: str


class Entry(NamedTuple):
    """A heading with an anchor of our own, for the contents and the bookmarks."""

    heading: Heading
    anchor: str

    @property
    def level(self) -> int:
        """Depth below the top of the document, 0 to 2."""
        return min(max(self.heading.level, 1), 3) - 1


def entries_of(document: Document) -> list[Entry | None]:
    """Give each block that is a heading with words its entry."""
    return [
        # No anchor of a document starts so: two headings may share one, or have none.
        Entry(block, f"\0{place}") if isinstance(block, Heading) and block.text.strip() else None
        for place, block in enumerate(document.blocks)
    ]


@dataclass(slots=True)
class Strip:
    """A band of a page."""

    height: float
    texts: list[Text] = field(default_factory=list)
    bars: list[Bar] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    anchors: list[str] = field(default_factory=list)
    entry: Entry | None = None
    """The heading whose line in the contents this is."""
    drawing: Drawing | None = None
    before: float = 0.0
    after: float = 0.0
    keep: bool = False
    """Stays on the page of the strip below."""
    new_page: bool = False
    head: Strip | None = None
    """What is repeated above this strip where it opens a page."""


def stacked(lines: Sequence[Line], type_: Type, x: float = 0.0) -> list[Strip]:
    """Make strips of the lines of a text; its first two lines stay together, and so do its last two."""
    return side_by_side([(x, lines)], type_)


def side_by_side(columns: Sequence[tuple[float, Sequence[Line]]], type_: Type) -> list[Strip]:
    """Make strips of texts that stand beside each other, each with its ``x``; their first lines are level."""
    count = max((len(lines) for _, lines in columns), default=0)
    strips = []
    for first, last in _slices(count):
        strip = Strip((last - first) * type_.leading)
        for x, lines in columns:
            for place, line in enumerate(lines[first:last]):
                if line:
                    strip.texts.append(Text(x, place * type_.leading + type_.baseline, line))
        strips.append(strip)
    return strips


def _slices(count: int) -> list[tuple[int, int]]:
    """Say which of ``count`` lines stay together."""
    if count <= 3:
        return [(0, count)] if count else []
    return [(0, 2), *((place, place + 1) for place in range(2, count - 2)), (count - 2, count)]


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


def anchored(strips: list[Strip], anchor: str) -> list[Strip]:
    """Make the first strip the place ``anchor`` leads to."""
    if strips and anchor:
        strips[0].anchors.append(anchor)
    return strips
