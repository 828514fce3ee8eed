"""Which texts are worth comparing with a text: those that share rare words with it, and those that share concepts.

A word that few texts have is a feature of its own; of words that many have, two neighbours are one. Concepts are
followed by pairs, and cross languages.
"""

from __future__ import annotations

from collections.abc import Sequence
from heapq import nlargest
from itertools import combinations, pairwise

from consultation.matching.bands import SMALL
from consultation.matching.index import Feature, Index
from consultation.matching.reader import Entry
from consultation.matching.scoring import Rarity

COMMON = 64
"""Texts; a word that more have is followed only together with its neighbour."""
RAREST = 12
"""Words of a text that are followed."""
FEW = 4
"""Features; a text with fewer follows its common words too."""
SHARED = 2
"""Features that two texts must share."""
NEWEST = 64
"""Texts of a feature that are looked at."""
OVERLAP = 0.45
"""The part of the shorter text, weighed by how rare its words are, that a candidate must share."""
OVERLAP_IF_SMALL = 0.08
BEST = 16
"""Candidates by words."""
BEST_IF_SMALL = 24
CONCEPTS = 5
"""Concepts of a text, the rarest, that are followed by pairs."""
MINDED, MINDED_IF_SMALL = 0.7, 0.1
"""The part of all their concepts that two texts must share."""
BEST_MINDED = 3
"""Candidates by concepts; in a small file as many as by words."""
CONCEPT_NEWEST = 32
"""Texts of a pair of concepts that are looked at in a large file."""


class Candidates:
    """Finds candidates among the entries of a file, which it shares with its owner."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._entries = entries
        self.words = Index()
        self.concepts = Index()
        self._rarity = Rarity(self.words.count, 0)

    def expect(self, entries: Sequence[Entry]) -> None:
        """Learn how rare words and concepts are in entries that are about to be added."""
        self.words.expect([entry.units for entry in entries])
        self.concepts.expect([entry.concepts for entry in entries])
        self._rarity = Rarity(self.words.count, len(self._entries))

    def add(self, number: int) -> list[int]:
        """Let an entry be found, and return its candidates among those added before."""
        entry = self._entries[number]
        words, concepts = self._word_features(entry), self._concept_features(entry)
        found = self._near(entry, words, concepts)
        self.words.add(number, words)
        self.concepts.add(number, concepts)
        return found

    def remove(self, number: int) -> None:
        """Let an entry be found no more."""
        entry = self._entries[number]
        self.words.remove(number, entry.units, [*entry.keys, *_neighbours(entry.keys)])
        self.concepts.remove(number, entry.concepts, [*entry.concepts, *combinations(sorted(entry.concepts), 2)])

    def near(self, entry: Entry) -> list[int]:
        """Return the candidates of an entry that is not in the file."""
        return self._near(entry, self._word_features(entry), self._concept_features(entry))

    def _near(self, entry: Entry, words: list[Feature], concepts: list[Feature]) -> list[int]:
        shared = SHARED if len(words) >= FEW and len(self._entries) > SMALL else 1
        by_words = self.words.near(words, shared, NEWEST)
        found = dict.fromkeys(self._overlapping(entry, by_words))
        if concepts:
            found.update(dict.fromkeys(self._of_one_mind(entry, concepts)))
        return list(found)

    def _overlapping(self, entry: Entry, numbers: list[int]) -> list[int]:
        """Keep those that share enough words, the best of them."""
        entries, rarity, count = self._entries, self._rarity, len(entry.units)
        units = set(entry.units)
        large = len(self._entries) > SMALL
        least = (OVERLAP if large else OVERLAP_IF_SMALL) * sum(map(rarity.__getitem__, units))
        ranked = []
        for number in numbers:
            theirs = entries[number].units
            shared = sum(map(rarity.__getitem__, units.intersection(theirs)))
            if shared >= least * min(1.0, len(theirs) / count):
                ranked.append((round(shared / (count + len(theirs)), 6), number))
        best = BEST if large else BEST_IF_SMALL
        return [number for _, number in (nlargest(best, ranked) if len(ranked) > best else ranked)]

    def _of_one_mind(self, entry: Entry, features: list[Feature]) -> list[int]:
        """Keep those that share enough concepts, the best of them."""
        large = len(self._entries) > SMALL
        shared_pairs = 1 if not large or len(entry.concepts) < 3 else 3
        numbers = self.concepts.near(features, shared_pairs, CONCEPT_NEWEST if large else NEWEST)
        concepts, ranked = set(entry.concepts), []
        weight = {concept: 1 / (1 + self.concepts.count[concept]) ** 0.25 for concept in concepts}
        for number in numbers:
            theirs = self._entries[number].concepts
            shared = concepts.intersection(theirs)
            part = len(shared) / (len(concepts) + len(theirs) - len(shared))
            if part >= (MINDED if large else MINDED_IF_SMALL):
                ranked.append((round(part * sum(map(weight.__getitem__, shared)), 6), number))
        best = BEST_MINDED if large else BEST_IF_SMALL
        return [number for _, number in (nlargest(best, ranked) if len(ranked) > best else ranked)]

    def _word_features(self, entry: Entry) -> list[Feature]:
        count, keys = self.words.count, entry.keys
        unique = dict.fromkeys(keys)
        rare = [key for key in unique if count[key] <= COMMON]
        if len(rare) > RAREST:
            return list(sorted(rare, key=count.__getitem__)[:RAREST])
        features: list[Feature] = list(rare)
        if len(rare) < len(unique):
            common = dict.fromkeys(key for key in unique if count[key] > COMMON)
            pairs = [pair for pair in _neighbours(keys) if pair[0] in common and pair[1] in common]
            features += pairs[: RAREST - len(rare)]
            if len(features) < FEW:
                features += common
        return features

    def _concept_features(self, entry: Entry) -> list[Feature]:
        count = self.concepts.count
        rarest = sorted(entry.concepts, key=lambda concept: (count[concept], concept))[:CONCEPTS]
        features: list[Feature] = list(combinations(sorted(rarest), 2))
        return features + list(rarest) if len(self._entries) <= SMALL or len(rarest) < SHARED else features


def _neighbours(keys: Sequence[str]) -> list[tuple[str, str]]:
    """Return the pairs of keys that stand beside each other, each pair once and in one order."""
    return list(dict.fromkeys((key, other) if key < other else (other, key) for key, other in pairwise(keys)))
