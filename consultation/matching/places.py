"""From places in a folded text back to the text as it was written: folding may make letters more or fewer."""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate

from consultation.matching.folding import fold

Span = tuple[int, int]


def original(text: str, folded: str) -> Callable[[int, int], Span]:
    """Return a function from a span of the folded text to the span of the text that it came from."""
    if len(folded) == len(text):
        return lambda start, end: (start, end)
    ends = list(accumulate(len(fold(letter)) for letter in text))
    if ends[-1] != len(folded):
        ends = [round(at * len(folded) / len(text)) for at in range(1, len(text) + 1)]

    def span(start: int, end: int) -> Span:
        first = next((at for at, after in enumerate(ends) if after > start), len(text))
        last = next((at for at, after in enumerate(ends) if after >= end), len(text) - 1)
        return first, last + 1

    return span
