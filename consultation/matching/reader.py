"""Reading a text once: its language, keys and concepts, kept small because a file has a hundred thousand of them."""

from __future__ import annotations

import re
from collections.abc import Hashable
from dataclasses import dataclass

from consultation.matching.folding import fold
from consultation.matching.glossary import Found, Glossary, TermKind
from consultation.matching.keys import keys_of, units_of
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
    members: list[Hashable]
    """The keys of the texts with this wording, in their order; empty once all were removed."""

    @property
    def folded(self) -> str:
        return fold(self.words)


def identity_of(folded: str) -> str:
    """Return what identical texts have in common: letters, figures and signs of money and measure, without spaces."""
    pieces = _LETTERS.findall(folded)
    return "".join([f" {piece} " if piece[0].isdigit() else piece for piece in pieces])


class Reader:
    """Makes entries and sides of texts."""

    def __init__(self, glossary: Glossary) -> None:
        self._glossary = glossary

    def read(self, words: str, folded: str, language: str) -> Entry:
        """Read one text; ``folded`` are its words, folded."""
        language = base_language(language) if language else guess_language(folded)
        keys = keys_of(folded, language)
        concepts = dict.fromkeys(found.concept for found in self._glossary.find(folded, language))
        return Entry(words, language, keys, units_of(keys, language), tuple(concepts), [])

    def found(self, entry: Entry) -> tuple[Found, ...]:
        """Return the concepts of an entry and where they stand in its folded words."""
        return self._glossary.find(entry.folded, entry.language)

    def side(self, entry: Entry, rarity: Rarity) -> Side:
        """Prepare an entry for being compared."""
        ideas: dict[str, frozenset[str]] = {}
        things: set[str] = set()
        if entry.concepts:
            folded = entry.folded
            for found in self._glossary.find(folded, entry.language):
                for unit in units_of(keys_of(folded[found.start : found.end], entry.language), entry.language):
                    ideas[unit] = ideas.get(unit, frozenset()) | {found.concept}
                    if found.kind is not TermKind.VERB:
                        things.add(unit)
        weights = {unit: rarity[unit] * (VERB if unit in ideas and unit not in things else 1.0) for unit in entry.units}
        return Side(
            entry.language,
            frozenset(entry.units),
            weights,
            " ".join(sorted(entry.units)),
            frozenset(entry.concepts),
            ideas,
            sum(weights.values()),
        )
