"""Rows of a table of the aims: records, some below others, under headings that cannot be chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from PySide6.QtCore import QObject

from consultation.model import Record
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
    if column:
        return cell
    said = [part for each in row.cells for part in (each.text, each.below)]
    return replace(cell, level=row.level, spoken=". ".join(filter(None, said)))
