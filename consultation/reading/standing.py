"""Where each recommendation stands in the declaration."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class StandingKind(StrEnum):
    """What became of a recommendation."""

    IN_TEXT = "in_text"
    NOT_AGREED = "not_agreed"
    """It is quoted where the rooms do not agree."""
    FURTHER = "further"
    """It would be in a paragraph that has as many items as it may have."""
    SET_ASIDE = "set_aside"
    NEEDS_WORDING = "needs_wording"
    """It cannot be an item before a person has worded it anew."""
    ANNEX = "annex"


@dataclass(frozen=True)
class Standing:
    """Where a recommendation stands."""

    kind: StandingKind
    reference: str = ""
    """What the passage is cited by ("2 (c)"), or the paragraph it is further to ("2"); empty where there is none,
    as in a recital."""
    anchor: str = ""
    """The anchor of that passage."""
