"""A whole document on one page: for those who read no further, with where to read on."""

from __future__ import annotations

from dataclasses import dataclass

from consultation.document.figures import Fact
from consultation.document.text import Runs


@dataclass(frozen=True)
class SummaryRow:
    """One line of a summary: what it is about, what is said, and where."""

    name: str
    runs: Runs
    reference: Runs = ()
    """Linked to its place: "2 (a)"."""


@dataclass(frozen=True)
class SummaryPart:
    """Lines of a summary below their head, "We undertake to"."""

    title: str
    rows: tuple[SummaryRow, ...]
    open: bool = False
    """Whether this is what is not agreed."""


@dataclass(frozen=True)
class OnAPage:
    """The summary: it fills one page, whatever it holds; where there is too much, the first line of a part stands."""

    title: str
    parts: tuple[SummaryPart, ...]
    facts: tuple[Fact, ...] = ()
    """At most five; those nobody knows are left out."""
    common: Runs = ()
    """What all of it rests on, in a sentence."""
    note: Runs = ()
    """What this page leaves out, and where it is."""
    anchor: str = ""
