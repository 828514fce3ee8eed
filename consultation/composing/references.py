"""The numbers by which paragraphs name their sources, and by which the annex of sources names its paragraphs."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from consultation import document as doc
from consultation.language import Translator
from consultation.reading.material import Material
from consultation.reading.passages import Declaration

RESERVED = "†"
"""Marks a source against which there is a reservation."""


@dataclass(frozen=True)
class References:
    """Source numbers, and who cites whom."""

    numbers: Mapping[UUID, int]
    """Recommendation -> its number in the annex of recommendations, from 1."""
    reserved: Collection[UUID] = frozenset()
    """Recommendations against which there is a reservation."""
    cited: Mapping[UUID, Sequence[tuple[str, str]]] = field(default_factory=dict)
    """Recommendation -> (number, anchor) of the paragraphs and items that name it."""

    def marks(self, sources: Iterable[UUID], t: Translator) -> doc.Runs:
        """Make the small linked numbers of its sources, for the side of a paragraph."""
        known = sorted(
            (self.numbers[recommendation], recommendation)
            for recommendation in sources
            if recommendation in self.numbers
        )
        if not known:
            return ()
        runs: list[doc.Run] = []
        for place, (number, source) in enumerate(known):
            if place:
                runs.append(doc.Run(", ", doc.Style.REFERENCE))
            mark = f"{t.number(number)}{RESERVED if source in self.reserved else ''}"
            runs.append(doc.Run(mark, doc.Style.REFERENCE, anchor_of(source), spoken=self._spoken(source, number, t)))
        return tuple(runs)

    def _spoken(self, source: UUID, number: int, t: Translator) -> str:
        """Say what a mark leads to, for those who do not see it."""
        if source in self.reserved:
            return t("Recommendation {number} in Annex A, with a reservation").format(number=t.number(number))
        return t("Recommendation {number} in Annex A").format(number=t.number(number))


def references_of(standing: Declaration, material: Material) -> References:
    """Return the references of a declaration as it stands."""
    cited = {
        source: [(citation.number, anchor_of_passage(citation.passage)) for citation in citations]
        for source, citations in standing.citations().items()
    }
    return References(standing.source_numbers, frozenset(material.reservations), cited)


def anchor_of(source: UUID) -> str:
    """Return the anchor of a source in the annex."""
    return f"source-{source}"


def anchor_of_passage(passage: UUID) -> str:
    """Return the anchor of a paragraph or an item."""
    return f"clause-{passage}"
