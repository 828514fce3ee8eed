"""Reading and writing tables of plain text, so that whatever a person wrote stays text."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from consultation.errors import Sentence, SourceRefused
from consultation.exchange.grid import Grid
from consultation.language import N_, inert

_FORMULA = re.compile(r"""((?:^|[;\t\r\n])["' ]*)(?=[=+\-@\t\r])""")
"""What a spreadsheet takes for the start of a formula: also behind a semicolon, a tab or the end of a line, for those
that divide there divide inside of our quotation marks too."""


class Line(NamedTuple):
    """A row of a table, and its number as a spreadsheet shows it."""

    number: int
    cells: Mapping[str, str]

    def get(self, column: str) -> str:
        """Return the text of a column without the white space around it; empty where there is none."""
        return self.cells.get(column, "")


class Sheet(NamedTuple):
    """A table that was read: what its first row says, and the rows below it that are not empty."""

    name: str
    heading: tuple[str, ...]
    rows: list[tuple[int, list[str]]]
    """Number of the row in a spreadsheet, and its cells."""

    def lines(self, columns: Sequence[str]) -> Iterator[Line]:
        """Give the rows, their cells by what the ``columns`` are called, without the white space around them."""
        for number, cells in self.rows:
            yield Line(number, dict(zip(columns, map(str.strip, cells), strict=False)))


def sheet_of(grid: Grid) -> Sheet:
    """Return a table whose first row names its columns; SourceRefused when a cell cannot be taken, or has no column.

    The heading is empty when there is no row at all.
    """
    for fault in grid.faults:
        raise SourceRefused(
            N_("Row {row} of “{name}”: {reason}. Nothing was imported. Correct that row and import the file again."),
            row=fault.row,
            name=grid.name,
            reason=fault.reason,
        )
    heading = tuple(cell.strip() for cell in grid.rows[0][1]) if grid.rows else ()
    for number, row in grid.rows[1:]:
        if len(row) > len(heading) and any(cell.strip() for cell in row[len(heading) :]):
            raise SourceRefused(
                N_("Row {row} of “{name}” has more cells than there are columns. Nothing was imported."),
                row=number,
                name=grid.name,
            )
    return Sheet(grid.name, heading, grid.rows[1:])


def known_columns(sheet: Sheet, required: Sequence[str], known: Sequence[str]) -> list[str]:
    """Return the columns of a table in small letters; SourceRefused when one is missing, unknown or there twice.

    A space in a heading is as good as a low line.
    """
    columns = [name.casefold().replace(" ", "_") for name in sheet.heading]
    if not columns:
        raise no_rows(sheet.name, ", ".join(required))
    missing = [name for name in required if name not in columns]
    if missing:
        raise SourceRefused(
            N_(
                "“{name}” has no column {missing}. Nothing was imported. "
                "The columns are: {columns}; these have to be there: {required}."
            ),
            name=sheet.name,
            missing=", ".join(missing),
            columns=", ".join(known),
            required=", ".join(required),
        )
    for name in columns:
        if name and name not in known:
            raise unknown_column(sheet, name, known)
    refuse_twice(sheet, columns)
    return columns


def no_rows(name: str, columns: str | Sentence) -> SourceRefused:
    """Make the refusal of a table that has not even a heading; ``columns`` are those it needs."""
    return SourceRefused(
        N_("“{name}” is empty. Nothing was imported. Its first row has to name the columns: {columns}."),
        name=name,
        columns=columns,
    )


def unknown_column(sheet: Sheet, name: str, known: Iterable[str]) -> SourceRefused:
    """Make the refusal of a column that this kind of table does not have."""
    return SourceRefused(
        N_("“{name}” has a column nobody knows: {strange}. Nothing was imported. The columns are: {columns}."),
        name=sheet.name,
        strange=name,
        columns=", ".join(known),
    )


def refuse_twice(sheet: Sheet, columns: Iterable[str]) -> None:
    """Refuse a column that is there more than once: nobody knows which of them is meant."""
    for name, times in Counter(columns).items():
        if name and times > 1:
            raise SourceRefused(
                N_("“{name}” has the column {twice} more than once. Nothing was imported."),
                name=sheet.name,
                twice=name,
            )


def table_bytes(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Write a CSV table that spreadsheets open as it is: UTF-8 with a byte order mark, no cell a formula.

    Every cell stands in quotation marks. What a program could obey is made inert.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    writer.writerow(columns)
    writer.writerows([_guarded(inert(cell)) for cell in row] for row in rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8")


def _guarded(cell: str) -> str:
    """Put an apostrophe before whatever a spreadsheet could take for a formula; `plain_tables` takes it away again."""
    return _FORMULA.sub(r"\1'", cell)
