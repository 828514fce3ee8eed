"""The list of what was asked for, narrowed and put in order: made once, then each key costs little."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from consultation.model import RecommendationSet
from consultation.weighing.figures import Figure, in_order
from consultation.weighing.weighed import Lack, Weighed, Weighing


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
    """All of which have to be found, by the beginning of words or in the midst of them."""

    def takes(self, row: Weighed) -> bool:
        """Tell whether a thing is to be shown, as far as it does not depend on its words."""
        return (
            (self.strand is None or self.strand in row.strands)
            and not (self.no_strand and row.strands)
            and (self.set is None or row.set is self.set)
            and (self.capital is None or self.capital in row.capitals)
            and not (self.no_capital and row.capitals)
            and (self.region is None or self.region in row.backing.regions)
            and (self.lack is None or self.lack in row.lacks)
        )


class Listing:
    """Everything in a weighing, to be looked at in any order and by any words."""

    def __init__(self, weighing: Weighing) -> None:
        self.weighing = weighing
        self._orders: dict[Figure, list[Weighed]] = {}

    @cached_property
    def _findable(self) -> dict[UUID, str]:
        return {row.key: findable(f"{row.number} {row.text}") for row in self.weighing.rows}

    def prepare(self, figure: Figure) -> Listing:
        """Do what takes long beforehand: put everything in the order of a figure, and make words to be found."""
        self._in_order(figure)
        self._findable  # noqa: B018 - made by being looked at
        return self

    def show(self, narrowing: Narrowing, figure: Figure) -> list[Weighed]:
        """Return what is to be shown, in the order of a figure."""
        rows = self._in_order(figure)
        wanted = findable(narrowing.words).split()
        if wanted:
            words = self._findable
            rows = [row for row in rows if all(word in words[row.key] for word in wanted)]
        elif narrowing == Narrowing():
            return rows
        return [row for row in rows if narrowing.takes(row)]

    def _in_order(self, figure: Figure) -> list[Weighed]:
        if figure not in self._orders:
            self._orders[figure] = in_order(self.weighing.rows, figure)
        return self._orders[figure]


def findable(text: str) -> str:
    """Return the form in which words are looked for: small letters without accents."""
    if text.isascii():
        return text.casefold()
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
