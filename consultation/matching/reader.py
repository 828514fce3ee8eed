"""Reading a text once: its language, keys and concepts, kept small because a file has a hundred thousand of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from consultation.matching.folding import fold
from consultation.matching.glossary import Glossary, TermKind
from consultation.matching.keys import factors, keys_of, units_of
from consultation.matching.languages import base_language, guess_language
from consultation.matching.scoring import VERB, Rarity, Side

_LETTERS = re.compile(r"\d+(?:[.,/:]\d+)*|[^\W\d_]+|[%‰€$£¥₽₺+<>=°]")


@dataclass(slots=True, eq=False)
class Entry:
    """One wording, and who has it: texts that are identical are read and compared once."""

    words: str
    language: str
    keys: tuple[str, ...]
    units: tuple[str, ...]
    concepts: tuple[str, ...]
    """Each once, in the order of the text."""
    spans: tuple[int, ...]
    """Where concepts stand in the folded words: start and end of the first, of the second ..."""
    named: tuple[str, ...]
    """The concepts that stand there."""
    members: list[Any]
    """The keys of the texts with this wording, in their order; empty once all were removed."""

    @property
    def folded(self) -> str:
        return fold(self.words)

    def places(self) -> Iterator[tuple[str, int, int]]:
        """Give each concept with its start and end in the folded words."""
        return zip(self.named, self.spans[::2], self.spans[1::2], strict=True)


def identity_of(folded: str) -> str:
    """Return what identical texts have in common: letters, figures and signs of money and measure, without spaces."""
    pieces = _LETTERS.findall(folded)
    return "".join([f" {piece} " if piece[0].isdigit() else piece for piece in pieces])


class Reader:
    """Makes entries and sides of texts."""

    def __init__(self, glossary: Glossary) -> None:
        self._glossary = glossary
        self._languages: Counter[str] = Counter()

    def read(self, words: str, folded: str, language: str) -> Entry:
        """Read one text; ``folded`` are its words, folded."""
        language = base_language(language) if language else guess_language(folded, self._languages)
        self._languages[language] += 1
        keys = keys_of(folded, language)
        found = [each for each in self._glossary.find(folded, language) if each.kind is not TermKind.QUANTITY]
        named = tuple([each.concept for each in found])
        spans = tuple([place for each in found for place in (each.start, each.end)])
        concepts = tuple(dict.fromkeys(named))
        return Entry(
            words,
            language,
            keys,
            units_of(keys, language),
            named if len(named) == len(concepts) else concepts,
            spans,
            named,
            [],
        )

    def actors(self, entry: Entry) -> frozenset[str]:
        """Return the concepts of an entry that can be addressed."""
        concepts = self._glossary.concepts
        return frozenset([name for name in entry.concepts if concepts[name].kind is TermKind.ACTOR])

    def side(self, entry: Entry, rarity: Rarity) -> Side:
        """Prepare an entry for being compared."""
        ideas, things = self._ideas(entry) if entry.named else ({}, set())
        known = factors(entry.language)
        parts = {unit: known[unit] for unit in entry.units if unit in known}
        for unit in ideas.keys() - things:
            parts.setdefault(unit, VERB)
        weights = {unit: rarity[unit] * parts.get(unit, 1.0) for unit in entry.units}
        return Side(
            entry.language,
            frozenset(entry.units),
            weights,
            parts,
            frozenset(entry.concepts),
            _readings(entry),
            ideas,
            sum(weights.values()),
        )

    def _ideas(self, entry: Entry) -> tuple[dict[str, set[str]], set[str]]:
        """Return the concepts each unit was read as, and the units that stand for more than a verb."""
        ideas: dict[str, set[str]] = {}
        things: set[str] = set()
        folded = entry.folded
        for concept, start, end in entry.places():
            units = units_of(keys_of(folded[start:end], entry.language), entry.language)
            for unit in units:
                ideas.setdefault(unit, set()).add(concept)
            if self._glossary.concepts[concept].kind is not TermKind.VERB:
                things.update(units)
        return ideas, things


def _readings(entry: Entry) -> tuple[frozenset[str], ...]:
    """Return the concepts that stand in one place together, each such set once."""
    places: dict[tuple[int, int], set[str]] = {}
    for concept, start, end in entry.places():
        places.setdefault((start, end), set()).add(concept)
    return tuple(dict.fromkeys(map(frozenset, places.values())))
