"""Hands that were counted, as annexes write them."""

from __future__ import annotations

from consultation.composing.hands import hand
from consultation.language import Translator
from consultation.reading.tallies import NOT_COUNTED, Counts, Tally

EARLIER = "‡"
"""Behind a count that was made on an earlier wording."""


def tallies_of(counts: Counts | None) -> list[Tally]:
    """Return what was counted: one tally, or several that may not be added up."""
    if counts is None:
        return []
    if len(counts.groups) == 1:
        # Nearly always so, and much quicker than to ask who counted again.
        return [only.tally for only in counts.groups if only.tally.is_counted]
    if counts.counted_twice:
        return [count.tally for count in counts.standing if count.tally.is_counted]
    return [counts.total] if counts.total != NOT_COUNTED else []


def is_earlier(counts: Counts | None) -> bool:
    """Say whether hands were counted on a wording that has changed since."""
    return counts is not None and any(count.on_earlier_wording for count in counts.standing if count.tally.is_counted)


def in_one(counts: Counts | None, t: Translator) -> str:
    """Write for, against and abstaining on one line: "30 / 1 / 4"; nothing where nobody counted."""
    written = "; ".join(" / ".join(hand(hands, t) for hands in _hands(tally)) for tally in tallies_of(counts))
    return f"{written} {EARLIER}" if written and is_earlier(counts) else written


def in_columns(counts: Counts | None, t: Translator) -> list[tuple[str, str]]:
    """Write for, against and abstaining, each with what a further count of the same hands says."""
    tallies = tallies_of(counts) or [NOT_COUNTED]
    columns = zip(*(_hands(tally) for tally in tallies), strict=True)
    return [(hand(first, t), "; ".join(hand(other, t) for other in others)) for first, *others in columns]


def _hands(tally: Tally) -> tuple[int | None, int | None, int | None]:
    return tally.in_favour, tally.against, tally.abstain
