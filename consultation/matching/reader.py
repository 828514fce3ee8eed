"""Reading a text once: its language, keys and concepts, kept small because a file has a hundred thousand of them."""

from __future__ import annotations

import re
from collections.abc import Hashable
from dataclasses import dataclass

from consultation.matching.folding import fold
from consultation.matching.glossary import Glossary, TermKind
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
    spans: tuple[int, ...]
    """Where concepts stand in the folded words: start and end of the first, of the second ..."""
    named: tuple[str, ...]
    """The concepts that stand there."""
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
        found = self._glossary.find(folded, language)
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

    def side(self, entry: Entry, rarity: Rarity) -> Side:
        """Prepare an entry for being compared."""
        ideas, things = self._ideas(entry) if entry.named else ({}, set())
        weights = {unit: rarity[unit] for unit in entry.units}
        for unit in ideas.keys() & weights.keys() - things:
            weights[unit] *= VERB
        return Side(
            entry.language,
            frozenset(entry.units),
            weights,
            " ".join(sorted(entry.units)),
            frozenset(entry.concepts),
            ideas,
            sum(weights.values()),
        )

    def _ideas(self, entry: Entry) -> tuple[dict[str, set[str]], set[str]]:
        """Return the concepts each unit was read as, and the units that stand for more than a verb."""
        ideas: dict[str, set[str]] = {}
        things: set[str] = set()
        folded = entry.folded
        for concept, start, end in zip(entry.named, entry.spans[::2], entry.spans[1::2], strict=True):
            units = units_of(keys_of(folded[start:end], entry.language), entry.language)
            for unit in units:
                ideas.setdefault(unit, set()).add(concept)
            if self._glossary.concepts[concept].kind is not TermKind.VERB:
                things.update(units)
        return ideas, things
