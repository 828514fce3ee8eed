"""The numbers by which clauses name their sources, and by which the annex of sources names its clauses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from consultation import document as doc
from consultation.language import Translator
from consultation.model import Recommendation
from consultation.reading.material import Material

MOST_MARKS = 12
"""Beyond this, the numbers would be longer than the clause: only how many there are is said."""


@dataclass
class References:
    """Source numbers, and who cites whom."""

    numbers: dict[UUID, int]
    """Recommendation -> its number in the annex of sources, from 1."""
    cited: dict[UUID, list[tuple[str, str]]] = field(default_factory=dict)
    """Recommendation -> (number, anchor) of the clauses that name it."""

    def cite(self, sources: Sequence[UUID], number: str, anchor: str) -> None:
        """Note that the clause of that number names these sources."""
        for source in sources:
            self.cited.setdefault(source, []).append((number, anchor))

    def marks(self, sources: Sequence[UUID], t: Translator) -> doc.Runs:
        """Make the small linked numbers of its sources, for the side of a clause."""
        known = sorted((self.numbers[one], one) for one in sources if one in self.numbers)
        if not known:
            return ()
        if len(known) > MOST_MARKS:
            words = t.plural("{count} source", "{count} sources", len(known))
            return (doc.Run(words, doc.Style.REFERENCE, target=anchor_of(known[0][1])),)
        runs: list[doc.Run] = []
        for place, (number, source) in enumerate(known):
            if place:
                runs.append(doc.Run(", ", doc.Style.REFERENCE))
            runs.append(doc.Run(t.number(number), doc.Style.REFERENCE, target=anchor_of(source)))
        return tuple(runs)


def number_sources(material: Material) -> References:
    """Number all recommendations: by session in the order of the programme, then in the order they were made."""
    place = {session.id: number for number, session in enumerate(material.programme())}

    def order(one: Recommendation) -> tuple[int, UUID]:
        return (place.get(one.session, len(place)) if one.session else len(place), one.id)

    ordered = sorted(material.recommendations.values(), key=order)
    return References({one.id: number for number, one in enumerate(ordered, 1)})


def anchor_of(source: UUID) -> str:
    """Return the anchor of a source in the annex."""
    return f"source-{source}"
