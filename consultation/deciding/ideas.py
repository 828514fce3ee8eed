"""Which stretches of several recommendations say the same idea, which only one says, and which stand opposed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from consultation.deciding.alike import Found
from consultation.joining import Joined
from consultation.matching import ReasonKind
from consultation.matching.folding import fold

WORD = re.compile(r"\w+")
SHORT, LETTERS = 3, 6
"""Letters of a word that says little by itself; and those by which two words are compared."""


class Voice(StrEnum):
    """How a stretch of one recommendation stands to the others."""

    PLAIN = "plain"
    SHARED = "shared"
    """Others say it too, in these words or in others."""
    ALONE = "alone"
    """No other says it."""
    AGAINST = "against"
    """Another says the opposite."""


@dataclass(frozen=True)
class Part:
    """A stretch of a recommendation."""

    text: str
    voice: Voice = Voice.PLAIN
    idea: int = 0
    """The number of the idea, from 1; 0 where it has none."""


@dataclass(frozen=True)
class Ideas:
    """Several recommendations, each in parts."""

    shared: tuple[str, ...]
    """The ideas that are numbered, in the words of the first that says them."""
    parts: Mapping[UUID, tuple[Part, ...]]

    @property
    def alone(self) -> tuple[str, ...]:
        """What only one of them says."""
        return tuple(part.text for parts in self.parts.values() for part in parts if part.voice is Voice.ALONE)


Spot = tuple[UUID, int, int]
"""A recommendation, and where in it words begin and end."""


def read_ideas(texts: Mapping[UUID, str], languages: Mapping[UUID, str], pairs: Sequence[Found]) -> Ideas:
    """Divide recommendations into parts by the reasons of their pairs; ``texts`` in the order they are shown."""
    joined: Joined[Spot] = Joined()
    opposed: set[Spot] = set()
    for pair in pairs:
        if pair.first not in texts or pair.second not in texts:
            continue
        for reason in pair.why:
            if reason.kind is ReasonKind.AGAINST:
                sides = ((pair.first, reason.first), (pair.second, reason.second))
                opposed.update(spot for key, said in sides for each in said if (spot := _find(texts, key, each)))
                continue
            for mine, theirs in zip(reason.first, reason.second, strict=False):
                spots = _find(texts, pair.first, mine), _find(texts, pair.second, theirs)
                found = [spot for spot in spots if spot is not None]
                if reason.kind in (ReasonKind.CONCEPTS, ReasonKind.FIGURES) and len(found) > 1:
                    for spot in found:
                        joined.put(spot)
                    joined.join(*found)
    ideas = _numbered(joined, list(texts), texts)
    alone = {spot for key in texts for spot in _alone(key, texts, languages)}
    return Ideas(
        tuple(_words(spots[0], texts) for spots in ideas),
        {key: _parts(key, texts[key], ideas, opposed, alone) for key in texts},
    )


def _find(texts: Mapping[UUID, str], key: UUID, words: str) -> Spot | None:
    """Find words where they stand by themselves, and not within another word."""
    found = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", texts[key], re.IGNORECASE) if words else None
    found = found or (re.search(re.escape(words), texts[key], re.IGNORECASE) if words else None)
    return (key, found.start(), found.end()) if found is not None else None


def _numbered(joined: Joined[Spot], order: Sequence[UUID], texts: Mapping[UUID, str]) -> list[list[Spot]]:
    """Return the spots of each idea, those of the first text first, in the order of reading."""
    ideas = [sorted(spots, key=lambda spot: (order.index(spot[0]), spot[1])) for spots in joined.sets()]
    several = [spots for spots in ideas if len({key for key, _, _ in spots}) > 1]
    return sorted(several, key=lambda spots: (order.index(spots[0][0]), spots[0][1]))


def _alone(key: UUID, texts: Mapping[UUID, str], languages: Mapping[UUID, str]) -> Iterable[Spot]:
    """Give the stretches that no other says, where all are in one language: else words tell nothing of ideas."""
    others = [other for other in texts if other != key]
    if not others or len(set(languages.values())) != 1:
        return
    said = {_stem(found[0]) for other in others for found in WORD.finditer(texts[other])}
    words = list(WORD.finditer(texts[key]))
    lonely = [_stem(found[0]) not in said for found in words]
    if all(lonely):
        return  # nothing in common: marking everything would mark nothing
    place = 0
    while place < len(words):
        last = place
        while lonely[place] and last + 1 < len(words) and lonely[last + 1]:
            last += 1
        telling = any(len(found[0]) > SHORT or found[0].isdigit() for found in words[place : last + 1])
        if lonely[place] and telling:
            yield key, words[place].start(), words[last].end()
        place = last + 1


def _stem(word: str) -> str:
    """Return what a word is compared by: without case and accents, and long ones without their ending."""
    return fold(word)[:LETTERS]


def _parts(
    key: UUID, text: str, ideas: Sequence[Sequence[Spot]], opposed: set[Spot], alone: set[Spot]
) -> tuple[Part, ...]:
    """Divide a text; what stands opposed comes before an idea that is shared, and that before what is said alone."""
    spans = [(start, end, Voice.AGAINST, 0) for of, start, end in opposed if of == key]
    spans += [
        (start, end, Voice.SHARED, number)
        for number, spots in enumerate(ideas, start=1)
        for of, start, end in spots
        if of == key
    ]
    spans += [(start, end, Voice.ALONE, 0) for of, start, end in alone if of == key]
    taken: list[tuple[int, int, Voice, int]] = []
    for span in spans:
        if all(span[1] <= start or end <= span[0] for start, end, _, _ in taken):
            taken.append(span)
    parts, place = [], 0
    for start, end, voice, idea in sorted(taken):
        parts += [Part(text[place:start]), Part(text[start:end], voice, idea)]
        place = end
    return tuple(part for part in (*parts, Part(text[place:])) if part.text)


def _words(spot: Spot, texts: Mapping[UUID, str]) -> str:
    key, start, end = spot
    return texts[key][start:end]
