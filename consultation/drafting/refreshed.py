"""What drafting did, for whoever tells it to a person."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from consultation.store import Written


@dataclass
class Refreshed:
    """What drafting did; passages are paragraphs and items."""

    new: list[UUID] = field(default_factory=list)
    """Passages that were not there before."""
    changed: list[UUID] = field(default_factory=list)
    """Passages worded anew: nobody had edited what is new in them."""
    kept: list[UUID] = field(default_factory=list)
    """Passages a person has edited, for which drafting would now propose something else."""
    withdrawn: list[UUID] = field(default_factory=list)
    """Passages nobody had edited, whose sources are gone or no longer stand in the text."""
    without_source: list[UUID] = field(default_factory=list)
    """Passages a person has edited, of which the same is true."""
    left_out: int = 0
    """Passages that a person has left out and that would be proposed again."""
    clauses: int = 0
    """Numbered paragraphs that stand in the draft now, those that people wrote among them."""
    items: int = 0
    """Their lettered items."""
    recitals: int = 0
    first: bool = False
    """Nothing was drafted in this language before."""
    written: Written = field(default_factory=Written)
