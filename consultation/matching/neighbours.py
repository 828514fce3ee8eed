"""Who is near whom by a sentence model, and what that adds to what words and concepts say."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Protocol

from consultation.matching.scoring import probability

WITHIN = (-5.3, 16.5)
"""In one language: constant, and the cosine as far as words leave anything to say."""
ACROSS = (-4.8, 0.5, 11.3)
"""Across languages: constant, the log-odds by concepts and figures, the cosine."""
UNKNOWN = 0.04
"""The score by concepts below which they are taken to say nothing."""


class Near(Protocol):
    """Who is near whom; texts are named by their number."""

    pairs: list[tuple[int, int]]
    """Candidates, the lower number first, each pair once."""

    def cosine(self, first: int, second: int) -> float | None:
        """Return how near two texts are; None where one of them is not known yet."""


class Space(Protocol):
    """Where texts lie near each other that mean nearly the same. `Meaning` is one."""

    def near(self, texts: Sequence[str], languages: Sequence[str], since: int = 0) -> Near:
        """Look for the neighbours of the texts from number ``since`` on, among all of them."""


class Neighbours:
    """What a `Space` found, of texts that have numbers of their own: ``numbers`` are theirs, in ascending order."""

    def __init__(self, numbers: Sequence[int] = (), near: Near | None = None) -> None:
        self._near = near
        self._place = {number: place for place, number in enumerate(numbers)}
        self._before: dict[int, list[int]] = {}
        for first, second in near.pairs if near is not None else ():
            self._before.setdefault(numbers[second], []).append(numbers[first])

    def of(self, number: int) -> list[int]:
        """Return the neighbours of a text among those with lower numbers."""
        return self._before.get(number, [])

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Give all neighbours, the lower number first."""
        return ((other, number) for number, others in self._before.items() for other in others)

    def cosine(self, first: int, second: int) -> float | None:
        """Return how near two texts are; None where that is not known."""
        return None if self._near is None else self._near.cosine(self._place[first], self._place[second])


def within_a_language(score: float, jaccard: float, cosine: float) -> float:
    """Return the probability that two texts in one language say the same, from their score by words and concepts.

    The more of their words they share, the more these decide and the less a cosine says: one thing exchanged for
    another hardly moves two texts apart.
    """
    left = (1 - jaccard) ** 2
    return (1 - left) * score + left * probability(WITHIN, (1.0, left * cosine))


def across_languages(score: float, cosine: float) -> float:
    """Return the probability that two texts in two languages say the same, from their score by concepts."""
    score = max(score, UNKNOWN)
    return probability(ACROSS, (1.0, math.log(score / (1 - score)), cosine))
