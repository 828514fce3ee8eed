"""What a figure says in words: which of its rows is the longest, and which are where several are as long."""

from __future__ import annotations

from collections.abc import Mapping

from consultation.language import Translator


def largest_of(counts: Mapping[str, int], whole: int, t: Translator) -> str:
    """Name what was counted most often, and how often of the ``whole``; everything where several are level."""
    names, most = leading(counts)
    pattern = (
        t("The largest number: {name} – {count} of {all}.")
        if len(names) == 1
        else t("The largest number: {name} – {count} of {all} each.")
    )
    return pattern.format(name=" · ".join(names), count=t.number(most), all=t.number(whole))


def leading(counts: Mapping[str, int]) -> tuple[list[str], int]:
    """Return the names that were counted most often, in their order, and how often; ``counts`` is not empty."""
    most = max(counts.values())
    return [name for name, count in counts.items() if count == most], most
