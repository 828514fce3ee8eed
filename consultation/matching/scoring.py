"""What two texts share and what each has alone, as numbers, and the probability that they recommend the same.

Words weigh by how rare they are in the file, on a scale from 0 to 1 that does not depend on its size. What decides is
the weight left over on *both* sides: a thing exchanged for another is not the same, however long the rest.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

KNOWN = 200
"""Texts that every file is taken to have besides its own: a small file knows little about what is rare."""
VERB = 0.5
"""What a verb of the glossary weighs, as part of a word: what is asked for tells more than "build" or "set up"."""
ANSWERED = 0.4
"""What remains of a word whose idea the other text has in other words."""
_HEAD = 2
_SHORTEST_COMPOUND = 6
_SHORTEST_PART = 4
_DOUBLED = re.compile(r"(.)\1")
_COGNATE = 5


class Rarity(dict[str, float]):
    """How much a key weighs: 1 for one that no text has, near 0 for one that all have."""

    def __init__(self, count: Mapping[str, int], texts: int, factors: Mapping[str, float]) -> None:
        super().__init__()
        self._count = count
        self._whole = math.log(texts + KNOWN)
        self._factors = factors

    def __missing__(self, key: str) -> float:
        rare = max(0.0, 1 - math.log(self._count.get(key, 0) + 1) / self._whole)
        self[key] = rare * self._factors.get(key, 1.0)
        return self[key]


@dataclass(slots=True)
class Side:
    """One text of a pair as it is compared."""

    language: str
    units: frozenset[str]
    weights: dict[str, float]
    """Of its units."""
    line: str
    """Its units in the order of the alphabet, for the share of equal letters."""
    concepts: frozenset[str]
    ideas: dict[str, set[str]]
    """The concepts that a unit was read as."""
    mass: float
    """The weight of all its units."""


def alike(word: str, other: str) -> bool:
    """Tell whether two keys are one word but for its ending or a slip of the keyboard.

    The common beginning is all of the shorter one, or most of the longer one.
    """
    shorter, longer = sorted((word, other), key=len)
    common = _common_beginning(shorter, longer)
    if common == len(shorter):
        return len(shorter) > 4 or (len(shorter) == 4 and len(longer) > 6)
    if common >= 4 and common / len(longer) >= (0.65 if len(longer) <= 7 else 0.75):
        return True
    if _DOUBLED.sub(r"\1", word) == _DOUBLED.sub(r"\1", other):
        return True
    slips = 0 if len(shorter) < 6 or word[0] != other[0] else 1 if len(shorter) < 9 else 2
    return slips > 0 and OSA.distance(shorter, longer, score_cutoff=slips) <= slips


def _common_beginning(shorter: str, longer: str) -> int:
    for at, letter in enumerate(shorter):
        if letter != longer[at]:
            return at
    return len(shorter)


def leftovers(first: Side, second: Side) -> tuple[dict[str, float], dict[str, float]]:
    """Return what of each text no like word of the other answers to, with its weight.

    A shared concept answers most of a word, so ``ANSWERED`` of it remains.
    """
    mine, theirs = set(first.units - second.units), set(second.units - first.units)
    if mine and theirs and first.language == second.language != "zh":
        both = first.units & second.units
        _take_alike(mine, theirs)
        _take_compounds(mine, theirs, both)
        _take_compounds(theirs, mine, both)
    shared = first.concepts & second.concepts
    return _weighed(mine, first, shared), _weighed(theirs, second, shared)


def _take_alike(left: set[str], right: set[str]) -> None:
    heads: dict[str, list[str]] = {}
    for word in sorted(right):
        heads.setdefault(word[:_HEAD], []).append(word)
    for word in sorted(left, key=lambda word: (len(word), word)):
        for other in heads.get(word[:_HEAD], ()):
            if other in right and alike(word, other):
                left.discard(word)
                right.discard(other)
                break


def _take_compounds(left: set[str], right: set[str], both: frozenset[str]) -> None:
    """Take out a word that the other side writes as two: "online", "on-line"."""
    for word in [word for word in left if len(word) >= _SHORTEST_COMPOUND]:
        for at in range(2, len(word) - 1):
            parts = {word[:at], word[at:]}
            known = parts & right
            if known and all(part in known or part in both or len(part) < _SHORTEST_PART for part in parts):
                left.discard(word)
                right -= parts
                break


def _weighed(units: set[str], side: Side, shared: frozenset[str]) -> dict[str, float]:
    weights, ideas = side.weights, side.ideas
    return {unit: weights[unit] * (ANSWERED if not shared.isdisjoint(ideas.get(unit, ())) else 1.0) for unit in units}


def overlap(first: float, second: float, alone_first: float, alone_second: float) -> tuple[float, float]:
    """Return Jaccard's coefficient and the share of the smaller that is shared, from weights: whole, and alone."""
    shared = max(0.0, (first - alone_first + second - alone_second) / 2)
    if not shared:
        return 0.0, 0.0
    return shared / (shared + alone_first + alone_second), shared / (shared + min(alone_first, alone_second))


def within_language(first: Side, second: Side) -> tuple[float, ...]:
    """Return the features of a pair in one language, in the order of `coefficients.WITHIN`."""
    mine, theirs = leftovers(first, second)
    alone_first, alone_second = sum(mine.values()), sum(theirs.values())
    jaccard, contained = overlap(first.mass, second.mass, alone_first, alone_second)
    concepts = _share(first.concepts, second.concepts)
    return (
        1.0,
        jaccard,
        contained,
        fuzz.ratio(first.line, second.line) / 100,
        min(alone_first, alone_second),
        max(alone_first, alone_second),
        1 / (1 + min(len(first.units), len(second.units))),
        jaccard if concepts is None else concepts,
    )


def across_languages(first: Side, second: Side, rarity: Rarity) -> tuple[float, ...]:
    """Return the features of a pair in two languages, in the order of `coefficients.ACROSS`."""
    shared = first.concepts & second.concepts
    alone_first = sum(map(rarity.__getitem__, first.concepts - shared))
    alone_second = sum(map(rarity.__getitem__, second.concepts - shared))
    mass = sum(map(rarity.__getitem__, shared))
    jaccard, contained = overlap(mass + alone_first, mass + alone_second, alone_first, alone_second)
    answered = sorted((_answered(first, second, shared), _answered(second, first, shared)))
    return (
        1.0,
        jaccard,
        contained,
        min(1.0, mass / 3),
        min(alone_first, alone_second),
        max(alone_first, alone_second),
        *answered,
        1 / (1 + min(len(first.concepts), len(second.concepts))),
    )


def _share(first: frozenset[str], second: frozenset[str]) -> float | None:
    if not first or not second:
        return None
    return len(first & second) / len(first | second)


def _answered(side: Side, other: Side, shared: frozenset[str]) -> float:
    """Return what part of a text the other answers to: by a concept, or by a word that looks the same."""
    if not side.mass:
        return 0.0
    heads = {unit[:_COGNATE] for unit in other.units if len(unit) > _COGNATE}
    found = sum(
        side.weights[unit]
        for unit in side.units
        if not shared.isdisjoint(side.ideas.get(unit, ()))
        or (unit in other.units or (len(unit) > _COGNATE and unit[:_COGNATE] in heads))
    )
    return found / side.mass


def probability(coefficients: Sequence[float], features: Sequence[float]) -> float:
    """Return the logistic function of the weighed features."""
    weighed = sum(map(float.__mul__, coefficients, features))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, weighed))))
