"""Strips → pages: what goes where, decided once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from consultation.publishing.pdf.strips import Strip


class Placed(NamedTuple):
    """A strip on a page."""

    top: float
    """Its distance from the top of the text."""
    strip: Strip
    repeated: bool = False
    """A head shown once more where its table goes on: furniture by now."""


@dataclass(slots=True)
class Page:
    """Strips below each other, as far down as ``depth``."""

    depth: float
    placed: list[Placed] = field(default_factory=list)
    filled: float = 0.0
    after: float = 0.0
    section: str = ""
    """The part that the first line of the page belongs to."""
    is_cover: bool = False

    def room_for(self, strips: Sequence[Strip]) -> bool:
        """Say whether ``strips`` fit below what is here."""
        filled, after = self.filled, self.after
        if filled and self.depth - filled < strips[0].needs:
            return False
        for strip in strips:
            filled += (max(after, strip.before) if filled else 0.0) + strip.height
            after = strip.after
        return filled <= self.depth + 0.01

    def add(self, strip: Strip, *, repeated: bool = False) -> None:
        """Put ``strip`` below what is here."""
        top = self.filled + (max(self.after, strip.before) if self.placed else 0.0)
        self.placed.append(Placed(top, strip, repeated))
        self.filled, self.after = top + strip.height, strip.after


def paginate(strips: Iterable[Strip], depth: float) -> list[Page]:
    """Fill pages from top to bottom, keeping together what asks for it where a page can hold it."""
    pages = [Page(depth)]
    for group in _groups(strips):
        if pages[-1].placed and (group[0].new_page or not pages[-1].room_for(group)):
            _turn(pages, group[0])
        for strip in group:
            if pages[-1].placed and not pages[-1].room_for([strip]):
                _turn(pages, strip)
            pages[-1].add(strip)
    return _with_sections(pages)


def cover_page(strip: Strip, depth: float, above: float) -> Page:
    """Put a strip as high as the paper on a page of its own, ``above`` higher than any text."""
    return Page(depth, [Placed(-above, strip)], is_cover=True)


def _with_sections(pages: list[Page]) -> list[Page]:
    """Say of each page to which part its first line belongs."""
    section = ""
    for page in pages:
        found = [placed.strip.section for placed in page.placed if placed.strip.section]
        opening = next((placed.strip.section for placed in page.placed if not placed.repeated), "")
        page.section = opening or section
        section = found[-1] if found else section
    return pages


def _turn(pages: list[Page], strip: Strip) -> None:
    """Start a new page for ``strip``, with the head that is repeated above it."""
    page = Page(pages[-1].depth)
    pages.append(page)
    if strip.head is not None and page.room_for([strip.head, strip]):
        page.add(strip.head, repeated=True)


def _groups(strips: Iterable[Strip]) -> Iterator[list[Strip]]:
    """Gather strips that are to stay together."""
    group: list[Strip] = []
    for strip in strips:
        if strip.new_page and group:
            yield group
            group = []
        group.append(strip)
        if not strip.keep:
            yield group
            group = []
    if group:
        yield group
