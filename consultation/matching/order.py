"""Whether two texts say the same words of other things: "cities advise ministries" and "ministries advise cities".

Word order must not decide, and mostly it does not: what is told in another order moves as a clause, or changes its form
("is advised by"). But where two things have changed places around something that stayed as it was, they have changed
their parts.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from consultation.matching.keys import CHARACTERS, key_of
from consultation.matching.languages import small_words

_WORD = re.compile(r"[^\W\d_]+|\d+")
_BETWEEN = 2
"""Runs that have changed places are at least so many apart: "parks and gardens" is "gardens and parks"."""


class Run(NamedTuple):
    """Words that stand side by side, in one order, in both texts; the places of its first and last in either."""

    first: tuple[int, int]
    second: tuple[int, int]


def is_exchanged(first: str, second: str, language: str) -> bool:
    """Tell whether two folded texts of one language have two things in each other's place."""
    mine, theirs = _Words(first, language), _Words(second, language)
    if mine.agents != theirs.agents:  # "is advised by"
        return False
    runs = _runs(mine, theirs)
    order = sorted(range(len(runs)), key=lambda number: runs[number].second)
    return any(
        order[other] == number and _stays_between(runs, order, number, other, mine, theirs)
        for number, other in enumerate(order)
        if other - number >= _BETWEEN
    )


class _Words:
    """The words of a text in their order, articles and the like left out; in Chinese its characters."""

    def __init__(self, folded: str, language: str) -> None:
        words = _WORD.findall(folded)
        if language in CHARACTERS:
            words = [letter for word in words for letter in word]
        small = small_words(language)
        glue = small.glue
        self.agents = sum(word in small.agent for word in words)
        self.words = [word for word in words if word not in glue]
        self.keys = [key_of(word, language) or word for word in self.words]
        self.counts = Counter(self.keys)
        self.weighs = [bool(key_of(word, language)) for word in self.words]


def _runs(mine: _Words, theirs: _Words) -> list[Run]:
    """Return what both have once, as the longest runs that stand side by side in both, in the order of the first."""
    there = {key: place for place, key in enumerate(theirs.keys) if theirs.counts[key] == 1}
    both = [(place, there[key]) for place, key in enumerate(mine.keys) if mine.counts[key] == 1 and key in there]
    rank = {place: number for number, place in enumerate(sorted(place for _, place in both))}
    runs: list[Run] = []
    for here, other in both:
        if runs and rank[other] == rank[runs[-1].second[1]] + 1:
            last = runs.pop()
            runs.append(Run((last.first[0], here), (last.second[0], other)))
        else:
            runs.append(Run((here, here), (other, other)))
    return runs


def _stays_between(
    runs: Sequence[Run], order: Sequence[int], number: int, other: int, mine: _Words, theirs: _Words
) -> bool:
    """Tell whether all between two runs that changed places, and all around them, stayed where and as it was."""
    others = [place for place in range(len(runs)) if place not in (number, other)]
    if any(order[place] != place for place in others):
        return False
    between = runs[number + 1 : other]
    pairs = [
        (mine.words[here], theirs.words[there])
        for run in between
        for here, there in zip(range(run.first[0], run.first[1] + 1), range(run.second[0], run.second[1] + 1), strict=True)
        if mine.weighs[here]
    ]
    same = 2 * sum(here == there for here, there in pairs) > len(pairs) or not pairs
    weighs = all(
        any(mine.weighs[run.first[0] : run.first[1] + 1]) for run in (runs[number], runs[other])
    )
    if not (same and weighs):
        return False
    one, another = (_taken_along(runs[place], mine, theirs) for place in (number, other))
    return one == another  # each took its own small word along: a clause has moved


def _taken_along(run: Run, mine: _Words, theirs: _Words) -> str:
    """Return the small word that leads a run in both texts: "in schools", "every day"; "" where it has none."""
    if not mine.weighs[run.first[0]]:
        return mine.words[run.first[0]]
    before = [
        words.words[place - 1] if place and not words.weighs[place - 1] else ""
        for words, place in ((mine, run.first[0]), (theirs, run.second[0]))
    ]
    return before[0] if before[0] == before[1] else ""
