"""The Document itself: its cover and its blocks, in one language."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

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
    status: str = ""
    """What it is and as of when: "Draft of 8 October 2021, 18:40 UTC · 7f3a-91c2"; on the cover and at every foot."""
    changed_at: datetime | None = None
    """When anything in it was changed last; the dates of the file, never those of its making."""
    digest: str = ""
    """Short proof of what it was made from."""
