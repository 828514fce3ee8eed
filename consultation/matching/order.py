"""Whether two texts say the same words of other things: "cities advise ministries" and "ministries advise cities".

Word order must not decide, and mostly it does not: what is told in another order moves as a clause, or changes its form
("is advised by"). But where two things have changed places around something that stayed as it was, they have changed
their parts.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from consultation.matching.keys import CHARACTERS, key_of
from consultation.matching.languages import small_words
from consultation.matching.lexicon import lexicon

_WORD = re.compile(r"[^\W\d_]+|\d+")
_BETWEEN = 2
"""Runs that have changed places are at least so many apart: "parks and gardens" is "gardens and parks"."""


Run = list[tuple[int, int]]
"""Words that follow each other in both texts, in one order: the place of each in the first and in the second."""


def is_exchanged(first: str, second: str, language: str) -> bool:
    """Tell whether two folded texts of one language have two things in each other's place."""
    mine, theirs = _Words(first, language), _Words(second, language)
    if mine.agents != theirs.agents:  # "is advised by"
        return False
    runs = _runs(mine, theirs)
    order = sorted(range(len(runs)), key=lambda number: runs[number][0][1])
    return any(
        order[other] == number and _stays_between(runs, order, number, other, mine, theirs)
        for number, other in enumerate(order)
        if other - number >= _BETWEEN
    )


def is_replaced(first: Sequence[str], second: Sequence[str]) -> bool:
    """Tell whether one of two rows of keys has, in one place, something that it says elsewhere, and the other has not.

    "Hearings on the budget. The plan is public.", "Hearings on the plan. The plan is public."
    """
    start = next((at for at, (one, other) in enumerate(zip(first, second, strict=False)) if one != other), None)
    if start is None:
        return False
    back = zip(reversed(first[start:]), reversed(second[start:]), strict=False)
    alike = next((at for at, (one, other) in enumerate(back) if one != other), min(len(first), len(second)) - start)
    parts = [(row, row[start : len(row) - alike]) for row in (first, second)]
    return all(part for _, part in parts) and any(
        set(part) <= {*row[:start], *row[len(row) - alike :]} for row, part in parts
    )


class _Words:
    """The words of a text in their order, articles and the like left out; in Chinese its characters."""

    def __init__(self, folded: str, language: str) -> None:
        self.language = language
        words: list[str] = _WORD.findall(folded)
        if language in CHARACTERS:
            words = [letter for word in words for letter in word]
        small = small_words(language)
        glue = small.glue
        self.agents = sum(word in small.agent for word in words)
        self.words = [word for word in words if word not in glue]
        self.keys = [key_of(word, language) or word for word in self.words]
        self.counts = Counter(self.keys)
        self.weighs = [bool(key_of(word, language)) and word not in small.function for word in self.words]

    def led_by(self, place: int) -> str:
        """Return how the small word at a place or before it begins ("a", "al" and "aux" are one), "" without one."""
        if not self.weighs[place]:
            return self.words[place][0]
        return self.words[place - 1][0] if place and not self.weighs[place - 1] else ""


def _runs(mine: _Words, theirs: _Words) -> list[Run]:
    """Return what both have once, as the longest runs that stand side by side in both, in the order of the first."""
    there = {key: place for place, key in enumerate(theirs.keys) if theirs.counts[key] == 1}
    both = [(place, there[key]) for place, key in enumerate(mine.keys) if mine.counts[key] == 1 and key in there]
    rank = {place: number for number, place in enumerate(sorted(place for _, place in both))}
    runs: list[Run] = []
    for here, other in both:
        if runs and rank[other] == rank[runs[-1][-1][1]] + 1:
            runs[-1].append((here, other))
        else:
            runs.append([(here, other)])
    return runs


def _stays_between(
    runs: Sequence[Run], order: Sequence[int], number: int, other: int, mine: _Words, theirs: _Words
) -> bool:
    """Tell whether all between two runs that changed places, and all around them, stayed where and as it was."""
    if any(order[place] != place for place in range(len(runs)) if place not in (number, other)):
        return False
    if not all(any(mine.weighs[here] for here, _ in runs[place]) for place in (number, other)):
        return False
    weighing = [
        mine.words[here] == theirs.words[there]
        for run in runs[number + 1 : other]
        for here, there in run
        if mine.weighs[here]
    ]
    if weighing and 2 * sum(weighing) <= len(weighing):  # "publishes", "is published"
        return False
    words, others = ({mine.words[here] for here, _ in runs[place]} for place in (number, other))
    if _are_opposed(words, others, mine.language):
        return True
    # Where the small words before them stayed, "to" and "from", they changed places; else clauses moved with theirs.
    (one, one_there), (another, another_there) = (_start(runs[place], mine, theirs) for place in (number, other))
    return mine.led_by(one) == theirs.led_by(another_there) and mine.led_by(another) == theirs.led_by(one_there)


def _are_opposed(words: set[str], others: set[str], language: str) -> bool:
    """Tell whether one says the opposite of the other: "raise", "lower"."""
    known = lexicon(language)
    ways, other_ways = ({way for word in each for way in known.ways(word)} for each in (words, others))
    return any((axis, -sign) in other_ways for axis, sign in ways)


def _start(run: Run, mine: _Words, theirs: _Words) -> tuple[int, int]:
    """Return where a run begins in either text, with the words before it that come more than once."""
    here, there = run[0]
    while here and there and mine.weighs[here - 1] and mine.keys[here - 1] == theirs.keys[there - 1]:
        here, there = here - 1, there - 1
    return here, there
