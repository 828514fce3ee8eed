"""Hands counted for what was not agreed, in words: of all recommendations that say it, where they may be added up."""

from __future__ import annotations

from collections.abc import Sequence

from consultation.language import Translator
from consultation.reading.tallies import NOT_COUNTED, Counts, Tally


def total_of(counted: Sequence[Counts]) -> Tally:
    """Add up what was counted; not counted where a group was counted twice, for any of them."""
    if any(counts.counted_twice for counts in counted):
        return NOT_COUNTED
    return sum((counts.total for counts in counted), NOT_COUNTED)


def hands_in_words(counted: Sequence[Counts], t: Translator) -> str:
    """Say how many hands were counted: "30 for, 1 against, 4 abstaining"."""
    total = total_of(counted)
    if not total.is_counted:
        twice = any(counts.counted_twice for counts in counted)
        return t("counted twice, not added up") if twice else t("not counted by hands")
    said = [
        t("{count} for").format(count=hand(total.in_favour, t)),
        t("{count} against").format(count=hand(total.against, t)),
        t("{count} abstaining").format(count=hand(total.abstain, t)),
    ]
    words = ", ".join(said)
    if any(counts.on_earlier_wording for counts in counted):
        earlier = t("counted on an earlier wording")
        words = f"{words} ({earlier})"
    return words


def hand(hands: int | None, t: Translator) -> str:
    """Write a number of hands; a dash where nobody counted them."""
    return "–" if hands is None else t.number(hands)
