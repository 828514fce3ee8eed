"""Rows of a table of the aims: records, some below others, under headings that cannot be chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from PySide6.QtCore import QObject

from consultation.model import Record
from consultation.reading.finding import asked_words, begins_all, known_words
from ui.widgets.table import Column
from ui.widgets.table_rows import Cell, TableRows


@dataclass(frozen=True)
class Row:
    """A record, or a heading where there is none."""

    record: Record | None
    cells: tuple[Cell, ...]
    level: int = 0

    @property
    def key(self) -> UUID | None:
        """The id of the record; None of a heading."""
        return self.record.id if self.record is not None else None


def found_in(rows: Sequence[Row], typed: str) -> list[Row]:
    """Return the rows in which each word that is typed begins one, with all that they stand below."""
    asked = asked_words(typed)
    if not asked:
        return list(rows)
    wanted: set[int] = set()
    above: dict[int, int] = {}
    for place, row in enumerate(rows):
        above = {level: at for level, at in above.items() if level < row.level} | {row.level: place}
        if row.record is not None and begins_all(known_words(*_words(row)), asked):
            wanted |= set(above.values())
    return [row for place, row in enumerate(rows) if place in wanted]


def _words(row: Row) -> list[str]:
    return [part for cell in row.cells for part in (cell.text, cell.below)]


class AimRows(TableRows[Row]):
    """What a section shows."""

    def __init__(self, columns: Sequence[Column], parent: QObject) -> None:
        super().__init__(columns, _cell, lambda row: row.key, parent)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; where they are the same records, what is chosen stays chosen."""
        if [row.key for row in rows] != [row.key for row in self.rows]:
            super().show_rows(rows)
            return
        self.rows = rows
        if rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(self.columns) - 1))


def _cell(row: Row, column: int) -> Cell:
    """Return what stands under a column; the first is read aloud with all the others."""
    cell = row.cells[column] if column < len(row.cells) else Cell()
    return cell if column else replace(cell, level=row.level, spoken=". ".join(filter(None, _words(row))))
