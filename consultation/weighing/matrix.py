"""How many things were asked for in which strand: by set, or by capital of resilience."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar
from uuid import UUID

from consultation.model import RecommendationSet
from consultation.weighing.weighed import Weighed, Weighing

Column = TypeVar("Column", bound=Hashable)


@dataclass(frozen=True)
class Matrix(Generic[Column]):
    """Counts by strand and something else; a thing in two strands is counted in both."""

    strands: tuple[UUID | None, ...]
    """In the order of the vocabulary; at the end None, what stands in no strand, where there is any."""
    columns: tuple[Column | None, ...]
    """At the end None, what has none of them, where there is any."""
    cells: Mapping[tuple[UUID | None, Column | None], int]
    of_strand: Mapping[UUID | None, int]
    of_column: Mapping[Column | None, int]
    in_several: int
    """How many stand in two strands or more."""

    def cell(self, strand: UUID | None, column: Column | None) -> int:
        """Return how many there are of both."""
        return self.cells.get((strand, column), 0)


def strands_by_set(weighing: Weighing) -> Matrix[RecommendationSet]:
    """Count by strand and set."""
    return _matrix(
        weighing.rows, [term.id for term in weighing.strands], list(RecommendationSet), lambda row: {row.set}
    )


def strands_by_capital(weighing: Weighing) -> Matrix[UUID]:
    """Count by strand and capital of resilience; a thing with two capitals is counted in both."""
    strands, capitals = ([term.id for term in terms] for terms in (weighing.strands, weighing.capitals))
    return _matrix(weighing.rows, strands, capitals, lambda row: row.capitals)


def _matrix(
    rows: Iterable[Weighed],
    strands: Sequence[UUID],
    columns: Sequence[Column],
    of: Callable[[Weighed], Iterable[Column]],
) -> Matrix[Column]:
    cells: Counter[tuple[UUID | None, Column | None]] = Counter()
    of_strand: Counter[UUID | None] = Counter()
    of_column: Counter[Column | None] = Counter()
    in_several = 0
    for row in rows:
        theirs: tuple[UUID | None, ...] = tuple(row.strands) or (None,)
        across: tuple[Column | None, ...] = tuple(of(row)) or (None,)
        in_several += len(theirs) > 1
        of_strand.update(theirs)
        of_column.update(across)
        cells.update((strand, column) for strand in theirs for column in across)
    return Matrix(
        (*strands, *((None,) if of_strand[None] else ())),
        (*columns, *((None,) if of_column[None] else ())),
        dict(cells),
        of_strand,
        of_column,
        in_several,
    )
