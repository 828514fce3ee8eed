"""What a table would bring, row by row, before anything is written: new, changed, the same, or doubtful."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol, runtime_checkable
from uuid import UUID

from consultation.collecting import without_collecting
from consultation.errors import Sentence, SourceRefused, sentence
from consultation.exchange.grid import Grid
from consultation.exchange.matched.columns import Columns, needed
from consultation.exchange.matched.fields import Listing
from consultation.exchange.matched.interests import Interests
from consultation.exchange.matched.lister import Alike, Found, Lister, Said
from consultation.exchange.matched.organisations import Organisations
from consultation.exchange.matched.people import People
from consultation.exchange.matched.programme import Programme
from consultation.exchange.matched.row import Row, Table
from consultation.exchange.matched.terms import VocabularyTerms
from consultation.exchange.matched.weighed import Answer, Answers, Change, RowPreview, Standing
from consultation.language import N_
from consultation.progress import UNHEARD, Progress
from consultation.store import Store

LISTERS: Mapping[Listing, Callable[[Store, Table], Lister]] = {
    Listing.PEOPLE: People,
    Listing.ORGANISATIONS: Organisations,
    Listing.PROGRAMME: Programme,
    Listing.INTERESTS: Interests,
    Listing.TERMS: VocabularyTerms,
}


@runtime_checkable
class Settling(Protocol):
    """A lister of rows that name each other."""

    def settled(self, rows: Sequence[RowPreview], answers: Answers) -> Sequence[RowPreview]:
        """Return the rows as they stand once it is known which of them are taken in."""


@dataclass(frozen=True)
class Preview:
    """What a table would bring."""

    listing: Listing
    name: str
    """Of the file; empty where it was pasted."""
    rows: tuple[RowPreview, ...]
    _counts: Counter[Standing] = field(repr=False)

    def count(self, standing: Standing) -> int:
        """Count the rows of which this would become."""
        return self._counts[standing]

    @property
    def doubtful(self) -> tuple[RowPreview, ...]:
        """The rows a person has not answered for."""
        return tuple(row for row in self.rows if row.standing is Standing.DOUBTFUL)


def preview(
    store: Store, grid: Grid, columns: Columns, answers: Answers | None = None, progress: Progress = UNHEARD
) -> Preview:
    """Say what taking in a table would do; the file is only read.

    Nothing is joined by its name alone: a row is surely about a record where more than the name is the same, else it
    is doubtful. SourceRefused where no column holds what every record needs; Cancelled where a person has had enough.
    """
    if columns.missing:
        raise SourceRefused(
            N_("None of the columns holds “{field}”, without which no row can be taken in. Say which one does."),
            field=needed(columns),
        )
    with store.reading_together(), without_collecting():
        table = Table(grid, columns)
        lister, given = LISTERS[columns.listing](store, table), answers or {}
        weighing, rows = _Weighing(lister, given), list[RowPreview]()
        for row in table.rows():
            progress(len(rows), len(grid.rows))
            rows.append(weighing.row(row))
        if isinstance(lister, Settling):
            rows = list(lister.settled(rows, given))
    return Preview(columns.listing, grid.name, tuple(rows), Counter(row.standing for row in rows))


class _Weighing:
    """Weighs the rows of one table, one after the other."""

    def __init__(self, lister: Lister, answers: Answers) -> None:
        self._lister = lister
        self._answers = answers
        self._earlier: dict[object, int] = {}
        """What tells a row from others -> the first row of that."""
        self._taken: dict[UUID, int] = {}
        """Record -> the row that is about it."""

    def row(self, row: Row) -> RowPreview:
        said = self._lister.read(row)
        answer = self._answers.get(row.number)
        if not said.name:
            standing = Standing.LEFT if answer is Answer.LEAVE else Standing.DOUBTFUL
            return RowPreview(row.number, standing, "", doubts=(*said.doubts, NO_NAME), can_be_taken=False)
        found = self._lister.find(said)
        if answer is Answer.LEAVE:
            return self._as(Standing.LEFT, row, said, found, [*said.doubts, *found.doubts])
        doubts = [*said.doubts, *found.doubts, *self._twice(row.number, said, found)]
        if doubts and answer is None:
            return self._as(Standing.DOUBTFUL, row, said, found, doubts)
        record = answer if isinstance(answer, UUID) else found.record
        if record is None:
            return self._as(Standing.NEW, row, said, found, doubts)
        changes = self._changes(record, said)
        standing = Standing.CHANGED if changes else Standing.SAME
        return self._as(standing, row, said, Found(record, found.alike), doubts, changes)

    def _as(
        self,
        standing: Standing,
        row: Row,
        said: Said,
        found: Found,
        doubts: Sequence[Sentence],
        changes: tuple[Change, ...] = (),
    ) -> RowPreview:
        remarks = tuple(said.remarks)
        return RowPreview(
            row.number, standing, said.name, found.record, changes, tuple(doubts), remarks, found.alike, said=said
        )

    def _twice(self, number: int, said: Said, found: Found) -> list[Sentence]:
        """Say where an earlier row is, or may be, about the same."""
        twice = [self._earlier[key] for key in said.keys if key in self._earlier]
        if found.record in self._taken and found.record is not None:
            twice.append(self._taken[found.record])
        namesakes = [] if twice or said.name_key not in self._earlier else [self._earlier[said.name_key]]
        for key in (*said.keys, said.name_key):
            self._earlier.setdefault(key, number)
        if found.record is not None:
            self._taken.setdefault(found.record, number)
        if twice:
            return [sentence(N_("row {row} is about the same"), row=twice[0])]
        return [sentence(N_("row {row} has the same name; it may be the same"), row=row) for row in namesakes]

    def _changes(self, record: UUID, said: Said) -> tuple[Change, ...]:
        known = self._lister.known(record)
        whole = self._lister.joined(known, said)
        return tuple(
            Change(name, known.get(name) or None, value)
            for name, value in whole.items()
            if value != known.get(name) and not _says_nothing(value)
        )


NO_NAME = sentence(N_("nothing in it says what it is about"))


def _says_nothing(value: Any) -> bool:
    return value is None or value in ("", [], {})


__all__ = ["Alike", "Answer", "Answers", "Change", "Preview", "RowPreview", "Standing", "preview"]
