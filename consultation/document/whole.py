"""The Document itself: its cover and its blocks, in one language."""

from __future__ import annotations

from dataclasses import dataclass, field

from consultation.document.blocks import Block


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
