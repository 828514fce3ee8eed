"""What a text wants instead of what: "trams instead of buses", "replace buses with trams"."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from consultation.matching.lexicon import Hit, Reading

_LETTERS = 5
_NEAR = 5
"""Turkish says what is not wanted in the few words before "yerine"."""


class Preference(NamedTuple):
    """What is wanted and what is not, as beginnings of words (pairs of characters in Chinese)."""

    wanted: frozenset[str]
    unwanted: frozenset[str]
    unwanted_at: tuple[int, int]
    """From which token to which the text speaks of what is not wanted."""
    words: str


def read_preference(reading: Reading, language: str) -> Preference | None:
    """Return what a text prefers to what; None when it does not compare two things."""
    for hit in reading.hits:
        if hit.name == "instead":
            spans = _around(reading, hit, language)
        elif hit.name == "replace" and language != "zh":
            spans = _replaced(reading, hit)
        else:
            continue
        if spans is None:
            continue
        (wanted_from, wanted_to), unwanted_at = spans
        wanted = _beginnings(reading.tokens[wanted_from:wanted_to], language)
        unwanted = _beginnings(reading.tokens[slice(*unwanted_at)], language)
        if wanted and unwanted:
            words = reading.words(min(wanted_from, unwanted_at[0]), max(wanted_to, unwanted_at[1]))
            return Preference(wanted - unwanted, unwanted - wanted, unwanted_at, words)
    return None


def _sentence(reading: Reading, place: int) -> tuple[int, int]:
    stops = [hit.start for hit in reading.hits if hit.name == "stop"]
    start = max((stop + 1 for stop in stops if stop < place), default=0)
    return start, min((stop for stop in stops if stop >= place), default=len(reading.tokens))


def _comma(reading: Reading, start: int, end: int) -> int | None:
    return next((hit.start for hit in reading.hits if hit.name == "comma" and start <= hit.start < end), None)


Spans = tuple[tuple[int, int], tuple[int, int]]


def _around(reading: Reading, hit: Hit, language: str) -> Spans | None:
    start, end = _sentence(reading, hit.start)
    if language == "tr":
        near = max(start, hit.start - _NEAR)
        return (hit.end, end), (near, hit.start)
    if hit.start > start:
        comma = _comma(reading, hit.end, end)
        return (start, hit.start), (hit.end, comma or end)
    comma = _comma(reading, hit.end, end)
    return ((comma + 1, end), (hit.end, comma)) if comma else None


def _replaced(reading: Reading, hit: Hit) -> Spans | None:
    _, end = _sentence(reading, hit.start)
    by = next((other for other in reading.hits if other.name == "replacing" and hit.end < other.start < end), None)
    return ((by.end, end), (hit.end, by.start)) if by else None


def _beginnings(tokens: list[str], language: str) -> frozenset[str]:
    if language == "zh":
        return frozenset(first + second for first, second in pairwise(tokens))
    return frozenset(token[:_LETTERS] for token in tokens if len(token) > 3)


def is_reversed(mine: Preference, theirs: Preference) -> bool:
    """Tell whether one wants what the other does not want, rather than the same."""
    crossed = len(mine.wanted & theirs.unwanted) + len(mine.unwanted & theirs.wanted)
    straight = len(mine.wanted & theirs.wanted) + len(mine.unwanted & theirs.unwanted)
    return crossed > straight
