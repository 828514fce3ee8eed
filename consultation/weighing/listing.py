"""The list of what was asked for, narrowed and put in order: made once, then each key costs little."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import compress
from uuid import UUID

from consultation.matching.folding import fold
from consultation.model import RecommendationSet
from consultation.weighing.figures import Figure, by_figure, without_figure
from consultation.weighing.matrix import Matrix, strands_by_capital, strands_by_set
from consultation.weighing.weighed import Lack, Weighed, Weighing

LAST = "\U0010ffff"
"""Comes after every letter."""
_WORD = re.compile(r"\w+")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
Facet = tuple[str, Hashable]
"""Something that a thing is or has: a field of `Narrowing`, and its value."""


@dataclass(frozen=True)
class Narrowing:
    """What is to be shown; what is not said may be anything."""

    strand: UUID | None = None
    no_strand: bool = False
    set: RecommendationSet | None = None
    capital: UUID | None = None
    no_capital: bool = False
    region: UUID | None = None
    lack: Lack | None = None
    words: str = ""
    """All of which have to be found, each at the beginning of a word."""

    def facets(self) -> Iterator[Facet]:
        """Give what a thing has to be or have."""
        for name in ("strand", "set", "capital", "region", "lack"):
            value = getattr(self, name)
            if value is not None:
                yield name, value
        if self.no_strand:
            yield "strand", None
        if self.no_capital:
            yield "capital", None


class Listing:
    """Everything in a weighing, to be looked at in any order and by any words."""

    def __init__(self, weighing: Weighing) -> None:
        self.weighing = weighing
        self._orders: dict[Figure, list[int]] = {}

    @cached_property
    def by_set(self) -> Matrix[RecommendationSet]:
        """Counts by strand and set."""
        return strands_by_set(self.weighing)

    @cached_property
    def by_capital(self) -> Matrix[UUID]:
        """Counts by strand and capital of resilience."""
        return strands_by_capital(self.weighing)

    @cached_property
    def lacking(self) -> dict[Lack, int]:
        """How many there are to be looked at first, by why; what nothing lacks is missing."""
        counts = {lack: len(self._facets.get(("lack", lack), ())) for lack in Lack}
        return {lack: count for lack, count in counts.items() if count}

    def prepare(self) -> Listing:
        """Do what takes long beforehand: all orders, all counts, and words to be found."""
        for figure in Figure:
            self._in_order(figure)
        weighing = self.weighing
        _ = self._places_of, self._vocabulary, self.by_set, self.by_capital, self.lacking
        _ = weighing.by_recommendation, weighing.asked_by_region, weighing.strand_shares, weighing.rooms
        return self

    def show(self, narrowing: Narrowing, figure: Figure) -> list[Weighed]:
        """Return what is to be shown, in the order of a figure."""
        wanted = [self._facets.get(facet, set()) for facet in narrowing.facets()]
        wanted += [self._saying(word) for word in words_of(narrowing.words)]
        places, rows = self._in_order(figure), self.weighing.rows
        for having in sorted(wanted, key=len):
            places = list(compress(places, map(having.__contains__, places)))
        return list(map(rows.__getitem__, places))

    def _saying(self, start: str) -> set[int]:
        """Return the places of what has a word that begins so."""
        first, among = bisect_left(self._vocabulary, start), self._vocabulary
        last = bisect_left(among, start + LAST, first)
        return set[int]().union(*(self._places_of[word] for word in among[first:last]))

    @cached_property
    def _places_of(self) -> dict[str, list[int]]:
        """Every word that is said -> where."""
        found: dict[str, list[int]] = defaultdict(list)
        for place, row in enumerate(self.weighing.rows):
            for word in {str(row.number), *words_of(row.text)}:
                found[word].append(place)
        return dict(found)

    @cached_property
    def _vocabulary(self) -> list[str]:
        return sorted(self._places_of)

    @cached_property
    def _facets(self) -> dict[Facet, set[int]]:
        found: dict[Facet, set[int]] = defaultdict(set)
        for place, row in enumerate(self.weighing.rows):
            for facet in _facets_of(row):
                found[facet].add(place)
        return dict(found)

    @cached_property
    def _without_figure(self) -> list[int]:
        return without_figure(self.weighing.rows)

    def _in_order(self, figure: Figure) -> list[int]:
        if figure not in self._orders:
            self._orders[figure] = by_figure(self.weighing.rows, self._without_figure, figure)
        return self._orders[figure]


def words_of(text: str) -> list[str]:
    """Return the words of a text as they are looked for; of writing without spaces, what begins at each character."""
    words = _WORD.findall(fold(text))
    return [word[start:] for word in words for start in (range(len(word)) if _UNSPACED.search(word) else (0,))]


def _facets_of(row: Weighed) -> Iterator[Facet]:
    yield "set", row.set
    for name, values in (("strand", row.strands), ("capital", row.capitals)):
        yield from ((name, value) for value in values) if values else ((name, None),)
    for region in row.backing.regions:
        yield "region", region
    for lack in row.lacks:
        yield "lack", lack
