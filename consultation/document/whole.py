"""The Document itself: its cover and its blocks, in one language."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from consultation.document.blocks import Block
from consultation.document.figures import Fact
from consultation.document.text import Runs


@dataclass(frozen=True)
class Emblem:
    """Who stands behind a document: a picture (PNG or JPEG), or the name where there is none."""

    name: str
    picture: bytes = b""


@dataclass(frozen=True)
class Cover:
    """The page that opens a document. Whatever is empty is left out."""

    title: str
    issuer: str = ""
    kind: str = ""
    """The kind of document: "Draft declaration"."""
    note: Runs = ()
    """Below the status: what a draft is not."""
    columns: tuple[tuple[str, str], ...] = ()
    """Up to three pairs of a label and its words: who, where, when."""
    facts: tuple[Fact, ...] = ()
    """Up to five; those nobody knows are left out."""
    facts_note: str = ""
    """What was counted, and how."""
    emblems: tuple[Emblem, ...] = ()
    """Up to ten, five a row."""
    statements: tuple[str, ...] = ()
    """Who paid for it, and whose views it does not give."""
    languages: str = ""
    """In which language this text is, and in which else there is one."""


@dataclass(frozen=True)
class Document:
    """A whole document in one language, ready to be published in any format."""

    language: str
    cover: Cover | None = None
    blocks: tuple[Block, ...] = field(default=())
    author: str = ""
    final: bool = False
    """A document that is not final is marked as a draft on every page."""
    title: str = ""
    """What runs above every page; the title of the cover where there is none."""
    status: str = ""
    """What it is and as of when: "Draft of 8 October 2021, 18:40 UTC · 7f3a-91c2"; on the cover and at every foot."""
    changed_at: datetime | None = None
    """When anything in it was changed last; the dates of the file, never those of its making."""
    digest: str = ""
    """Short proof of what it was made from."""
    keywords: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Its title, wherever it stands."""
        return self.title or (self.cover.title if self.cover else "")
