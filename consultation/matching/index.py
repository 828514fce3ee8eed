"""An inverted index that follows rare features and looks at the newest texts that have them: what a text costs does not
grow with the file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain

FIRST = 8
"""Postings of a feature that are looked at besides the newest: the first text of a family is what others copy."""
HARDLY_ANY = 6

Feature = str | tuple[str, str]


class Index:
    """Finds texts by number; a text finds those that were added before it."""

    def __init__(self) -> None:
        self.count: Counter[str] = Counter()
        """In how many texts a word or concept stands."""
        self._postings: dict[Feature, list[int]] = {}

    def expect(self, texts: Iterable[Sequence[str]]) -> None:
        """Count the words of texts that are about to be added, each once a text: what is rare is known then."""
        self.count.update(chain.from_iterable(texts))

    def add(self, number: int, features: Iterable[Feature]) -> None:
        """Let a text be found by its features."""
        postings = self._postings
        for feature in features:
            found = postings.get(feature)
            if found is None:
                postings[feature] = [number]
            else:
                found.append(number)

    def remove(self, number: int, words: Iterable[str], features: Iterable[Feature]) -> None:
        """Forget a text of these words, whichever of the ``features`` it was found by."""
        self.count.subtract(words)
        for feature in features:
            found = self._postings.get(feature, [])
            if number in found:
                found.remove(number)

    def near(self, features: Iterable[Feature], shared: int, newest: int) -> list[int]:
        """Return the texts that share at least ``shared`` of the features, among the first and the ``newest`` of each.

        A feature that hardly any text has counts twice.
        """
        lists = []
        for found in map(self._postings.get, features):
            if found:
                lists.append(found if len(found) <= newest else found[:FIRST] + found[-newest:])
                if len(found) <= HARDLY_ANY:
                    lists.append(found)
        hits = Counter(chain.from_iterable(lists))
        return [number for number, times in hits.items() if times >= shared]
