"""A row of somebody's own table, its cells by what they hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from consultation.errors import Sentence
from consultation.exchange.grid import Grid
from consultation.exchange.matched.columns import Columns


@lru_cache(maxsize=65_536)
def on_one_line(text: str) -> str:
    """Return a text with one space where it has white space: the same cells come in row after row."""
    return " ".join(text.split())


class Row(NamedTuple):
    """One row."""

    number: int
    """As the spreadsheet counts it."""
    said: Mapping[str, str]
    """Field -> what the row says of it, on one line; what it says nothing of is not there."""
    cells: Sequence[str]
    places: Mapping[str, Sequence[tuple[int, str]]]
    """Field -> its columns, each with its language."""
    faults: Sequence[Sentence] = ()
    """What is wrong with cells that would be read."""

    def get(self, field: str) -> str:
        """Return what the row says of a field, on one line; empty where it says nothing."""
        return self.said.get(field, "")

    def text(self, field: str) -> str:
        """Return what the row says of a field, with its lines."""
        for at, _ in self.places.get(field, ()):
            return self.cells[at].strip() if at < len(self.cells) else ""
        return ""

    def labels(self, field: str, language: str) -> dict[str, str]:
        """Return what the row says of a field in each language; ``language`` is that of columns that do not say it."""
        return {
            of or language: self.cells[at].strip()
            for at, of in self.places.get(field, ())
            if at < len(self.cells) and self.cells[at].strip()
        }


class Table:
    """A table whose columns are known."""

    def __init__(self, grid: Grid, columns: Columns) -> None:
        self.columns = columns
        self._places: dict[str, list[tuple[int, str]]] = {}
        for column in columns.columns:
            if column.field:
                self._places.setdefault(column.field, []).append((column.at, column.language))
        self._rows = grid.rows[0 if columns.heads is None else columns.heads + 1 :]
        read = {at for places in self._places.values() for at, _ in places}
        self._faults: dict[int, list[Sentence]] = {}
        for fault in grid.faults:
            if fault.at in read:
                self._faults.setdefault(fault.row, []).append(fault.reason)

    def rows(self) -> Iterator[Row]:
        """Give the rows below the heads in which a column that is read says something."""
        firsts = [(field, places[0][0]) for field, places in self._places.items()]
        others = [at for places in self._places.values() for at, _ in places[1:]]
        for number, cells in self._rows:
            width = len(cells)
            said = {field: text for field, at in firsts if at < width and (text := on_one_line(cells[at]))}
            faults = self._faults.get(number, ())
            if said or faults or any(at < width and cells[at].strip() for at in others):
                yield Row(number, said, cells, self._places, faults)

    def column(self, field: str) -> list[str]:
        """Return all cells of the column that holds a field."""
        places = self._places.get(field, [])
        return [cells[at] for at, _ in places for _, cells in self._rows if at < len(cells) and cells[at]]
