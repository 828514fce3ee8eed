"""What two texts share and what each has alone, as numbers, and the probability that they recommend the same.

Words weigh by how rare they are in the file, on a scale from 0 to 1 that does not depend on its size. What decides is
the weight left over on *both* sides: a thing exchanged for another is not the same, however long the rest.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import mul
from typing import TypeVar

from rapidfuzz.distance import OSA

from consultation.matching.arabic import is_one_word
from consultation.matching.keys import CHARACTERS, CONTRAST

KNOWN = 200
"""Texts that every file is taken to have besides its own: a small file knows little about what is rare."""
LEAST = 0.1
VERB = 0.75
"""What a verb of the glossary weighs, as part of a word: what is asked for tells more than "build" or "set up"."""
MUCH = 4.0
"""The weight of shared concepts from which more tells nothing new."""
DOUBT = 1.0
"""The weight of one concept that counts as not shared: one in common out of one says little."""
FEW_LEFT = 5
"""Words left over up to which it may decide whether one is written as two."""
ANSWERED = 0.4
"""What remains of a word whose idea the other text has in other words."""
JACCARD, EXCHANGED, LEFT_OVER = 1, 3, 4
"""Where these stand among the features within a language."""
_HEAD = 2
_BEGINNING = 4
_MOST, _MUCH_OF_SHORT = 0.75, 0.65
ENDINGS = frozenset(
    """
e i y a o s es er ers or ur eur ed en et al el at it ut if iv ic iqu is iz ist ism ion ation ition ution acion
icion cion acao icao cao ment ement ament imient amient iment ant ent anc enc abl ibl ativ itiv ator atur atori
tur ag ad ada id ida ido ado os ous eux euz an ain in ier ial iel ual uel ar ir ul ti iti ty ity ness ance ence
""".split()  # noqa: SIM905  a list of a hundred lines would be read by nobody
) | {""}
"""What stems in Latin script may end in and still be one word: "sign" and "signatur", not "citi" and "citizen"."""
LATE_ENDINGS = frozenset(["qu", "gu", "c", "zc", "z", "g", "t", "ct", "d", "v", "r", "n", "l", "m"])
"""The same behind a longer beginning: "reduc" and "reduzc"."""
Figured = TypeVar("Figured")
_ALTERNATING = str.maketrans({"щ": "ст", "ч": "т", "ж": "д", "ш": "с"})
"""Sounds that change in the words of one root in Russian: "размещение", "разместить"."""
_SHORTEST_COMPOUND = 5
_SHORTEST_PART = 4
_DOUBLED = re.compile(r"(.)\1")
_COGNATE = 5


class Rarity(dict[str, float]):
    """How much a key weighs: 1 for one that no text has, `LEAST` for one that all have."""

    def __init__(self, count: Mapping[str, int], texts: int) -> None:
        super().__init__()
        self._count = count
        self._whole = math.log(texts + KNOWN)

    def __missing__(self, key: str) -> float:
        self[key] = max(LEAST, 1 - math.log(self._count.get(key, 0) + 1) / self._whole)
        return self[key]


@dataclass(slots=True)
class Side:
    """One text of a pair as it is compared."""

    language: str
    units: frozenset[str]
    weights: dict[str, float]
    """Of its units: how rare each is, times its part."""
    parts: dict[str, float]
    """What part of a word each unit is that is less than one: light words, verbs."""
    concepts: frozenset[str]
    readings: tuple[frozenset[str], ...]
    """The concepts again, those together that one place of the text may name: either may answer for the place."""
    ideas: dict[str, set[str]]
    """The concepts that a unit was read as."""
    mass: float
    """The weight of all its units."""


def alike(word: str, other: str) -> bool:
    """Tell whether two keys are one word but for its ending or a slip of the keyboard."""
    if not word.isascii():
        word, other = word.translate(_ALTERNATING), other.translate(_ALTERNATING)
    shorter, longer = sorted((word, other), key=len)
    common = _common_beginning(shorter, longer)
    if common >= _BEGINNING and _endings_differ(shorter[common:], longer[common:], common, word.isascii()):
        return True
    if common > 1 and _DOUBLED.sub(r"\1", word) == _DOUBLED.sub(r"\1", other):
        return True
    slips = 0 if len(shorter) < 6 or word[0] != other[0] else 1 if len(shorter) < 9 else 2
    return slips > 0 and OSA.distance(shorter, longer, score_cutoff=slips) <= slips


def _endings_differ(shorter: str, longer: str, common: int, latin: bool) -> bool:
    """Tell whether what follows a common beginning is only an ending; elsewhere than in Latin script, short."""
    if not latin:
        return common / (common + len(longer)) >= (_MOST if common + len(longer) > 7 else _MUCH_OF_SHORT)
    endings = ENDINGS | LATE_ENDINGS if common > _BEGINNING else ENDINGS
    return shorter in endings and longer in endings


def _common_beginning(shorter: str, longer: str) -> int:
    for at, letter in enumerate(shorter):
        if letter != longer[at]:
            return at
    return len(shorter)


def leftovers(first: Side, second: Side) -> tuple[set[str], set[str]]:
    """Return the units of each text that no like word of the other answers to."""
    both = first.units & second.units
    mine, theirs = set(first.units.difference(both)), set(second.units.difference(both))
    if mine and theirs and first.language == second.language and first.language not in CHARACTERS:
        _take_alike(mine, theirs, first.language)
        if len(mine) <= FEW_LEFT and len(theirs) <= FEW_LEFT:
            _take_compounds(mine, theirs, both)
            _take_compounds(theirs, mine, both)
    return mine, theirs


def _take(left: set[str], right: set[str], is_like: Callable[[str, str], bool]) -> None:
    """Take out each word with the first of the other side that is like it."""
    for word in sorted(left):
        like = next((other for other in sorted(right) if is_like(word, other)), None)
        if like is not None:
            left.discard(word)
            right.discard(like)


def _take_alike(left: set[str], right: set[str], language: str) -> None:
    if language == "ar":
        _take(left, right, is_one_word)
    heads: dict[str, list[str]] = {}
    for word in right:
        heads.setdefault(word[:_HEAD], []).append(word)
    for word in sorted(word for word in left if word[:_HEAD] in heads):
        for other in sorted(heads[word[:_HEAD]]):
            if other in right and alike(word, other):
                left.discard(word)
                right.discard(other)
                break


def _take_compounds(left: set[str], right: set[str], both: frozenset[str]) -> None:
    """Take out a word that the other side writes as two: "online", "on-line"."""
    for word in [word for word in left if len(word) >= _SHORTEST_COMPOUND]:
        for at in range(2, len(word) - 1):
            parts = [_begins(word[:at], right), _begins(word[at:], right)]
            known = {part for part in parts if part}
            others = (word[:at] if not parts[0] else "", word[at:] if not parts[1] else "")
            if known and all(len(other) < _SHORTEST_PART or other in both for other in others):
                left.discard(word)
                right -= known
                break


def _begins(part: str, words: set[str]) -> str:
    """Return the word that ``part`` is, but for a last letter that stemming left, "" for none."""
    if len(part) < _SHORTEST_PART - 1:
        return ""
    return next((word for word in (part, part + "e") if word in words), "")


def _alone(units: set[str], side: Side, shared: frozenset[str]) -> tuple[float, float, float]:
    """Return what units of a text weigh that are left over, how many words they are, and how many contrasting ones.

    Where the other text has the idea in other words, ``ANSWERED`` of it remains. The number of words does not ask how
    rare they are: "schools" for "hospitals" is another thing in a file that is full of schools, too. A contrasting
    word, "before", is exchanged only for another.
    """
    weights, parts, ideas = side.weights, side.parts, side.ideas
    weight = words = contrast = 0.0
    for unit in units:
        remains = 1.0 if shared.isdisjoint(ideas.get(unit, ())) else ANSWERED
        part = parts.get(unit, 1.0)
        weight += weights[unit] * remains
        if part == CONTRAST:
            contrast += part
        else:
            words += part * remains
    return weight, words, contrast


def overlap(shared: float, alone_first: float, alone_second: float, doubt: float = 0.0) -> tuple[float, float]:
    """Return Jaccard's coefficient and the share of the smaller that is shared, from weights.

    With ``doubt``, a weight that nobody shares, sharing all of a little is less than sharing all of a lot.
    """
    if shared <= 0:
        return 0.0, 0.0
    least = min(alone_first, alone_second)
    return shared / (shared + alone_first + alone_second + doubt), shared / (shared + least + doubt)


def within_language(
    first: Side, second: Side, rarity: Rarity, answered: frozenset[str] = frozenset()
) -> tuple[float, ...]:
    """Return the features of a pair in one language, in the order of `coefficients.SURE`; ``rarity`` is of concepts.

    Where the glossary knows nothing of a text, words stand for concepts. What is ``answered`` by other words is not
    left over.
    """
    mine, theirs = leftovers(first, second)
    if answered:
        mine -= answered
        theirs -= answered
    shared = first.concepts & second.concepts
    alone_first, words_first, contrast_first = _alone(mine, first, shared)
    alone_second, words_second, contrast_second = _alone(theirs, second, shared)
    mass = (first.mass - alone_first + second.mass - alone_second) / 2
    return (
        1.0,
        *overlap(mass, alone_first, alone_second),
        min(words_first, words_second) + min(contrast_first, contrast_second),
        max(words_first + contrast_first, words_second + contrast_second),
        1 / (1 + min(len(first.units), len(second.units))),
        *(
            _concepts(first, second, rarity)
            if first.concepts and second.concepts
            else _likeness(mass, alone_first, alone_second)
        ),
    )


def across_languages(first: Side, second: Side, rarity: Rarity) -> tuple[float, ...]:
    """Return the features of a pair in two languages, in the order of `coefficients.ACROSS`; ``rarity`` as above."""
    shared = first.concepts & second.concepts
    return (
        1.0,
        *sorted((_answered(first, second, shared), _answered(second, first, shared))),
        1 / (1 + min(len(first.concepts), len(second.concepts))),
        *_concepts(first, second, rarity),
    )


def _concepts(first: Side, second: Side, rarity: Rarity) -> tuple[float, float, float, float]:
    """Return Jaccard and contained of the concepts, the weight of those shared, and the least that is alone."""
    shared = first.concepts & second.concepts
    mass_first, alone_first = _named(first, shared, rarity)
    mass_second, alone_second = _named(second, shared, rarity)
    mass = min(mass_first - alone_first, mass_second - alone_second)
    return _likeness(mass, alone_first, alone_second)


def _likeness(mass: float, alone_first: float, alone_second: float) -> tuple[float, float, float, float]:
    return *overlap(mass, alone_first, alone_second, DOUBT), min(1.0, mass / MUCH), min(alone_first, alone_second)


def _named(side: Side, shared: frozenset[str], rarity: Rarity) -> tuple[float, float]:
    """Return what all concepts of a text weigh, and those of places whose concepts the other has none of."""
    mass = alone = 0.0
    for reading in side.readings:
        weight = max(map(rarity.__getitem__, reading))
        mass += weight
        if shared.isdisjoint(reading):
            alone += weight
    return mass, alone


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


def agreement(mine: frozenset[Figured], theirs: frozenset[Figured]) -> float:
    """Return 1 for the same figures, -1 for others, less where one side has more or none; 0 where there are none."""
    if not mine or not theirs:
        return -0.5 if mine or theirs else 0.0
    if mine == theirs:
        return 1.0
    return 0.3 if mine < theirs or theirs < mine else -1.0


def probability(coefficients: Sequence[float], features: Sequence[float]) -> float:
    """Return the logistic function of the weighed features."""
    return logistic(weighed(coefficients, features))


def weighed(coefficients: Sequence[float], features: Sequence[float]) -> float:
    """Return the sum of the features, each times its coefficient; further coefficients stay out."""
    weights: Iterator[float] = map(mul, coefficients, features)
    return sum(weights)


def logistic(weight: float) -> float:
    """Return the probability whose odds have this natural logarithm."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, weight))))
