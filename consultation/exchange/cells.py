"""Reading and writing tables of plain text, so that whatever a person wrote stays text."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from consultation.errors import SourceRefused
from consultation.files import unreadable
from consultation.language import N_

LARGEST = 64 << 20
"""Bytes. More rows than anybody could have said."""

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the start of a formula."""

DELIMITERS = (",", ";", "\t")


@dataclass(frozen=True)
class Line:
    """A row of a table, and its number as a spreadsheet shows it."""

    number: int
    cells: dict[str, str]

    def get(self, column: str) -> str:
        """Return the text of a column without the white space around it; empty where there is none."""
        return self.cells.get(column, "").strip()


def read_table(path: Path, required: Sequence[str], known: Sequence[str]) -> list[Line]:
    """Read a CSV file with a heading; SourceRefused when a column is missing, unknown or there twice.

    UTF-8 with or without a byte order mark; commas, semicolons or tabs, as the heading has them. Empty rows are
    passed over.
    """
    rows = _rows(_text_of(path), path)
    if not rows:
        raise SourceRefused(
            N_("“{name}” is empty. Nothing was imported. Its first row has to name the columns: {columns}."),
            name=path.name,
            columns=", ".join(required),
        )
    number, heading = rows[0]
    columns = [cell.strip().casefold() for cell in heading]
    _check_heading(path, columns, required, known)
    lines = []
    for number, row in rows[1:]:
        if any(cell.strip() for cell in row[len(columns) :]):
            raise SourceRefused(
                N_("Row {row} of “{name}” has more cells than there are columns. Nothing was imported."),
                row=number,
                name=path.name,
            )
        if any(cell.strip() for cell in row):
            lines.append(Line(number, {name: _bare(cell) for name, cell in zip(columns, row, strict=False)}))
    return lines


def column_names(path: Path) -> list[str]:
    """Return the names of the columns of a CSV file; empty when it has no row."""
    rows = _rows(_text_of(path), path)
    return [cell.strip().casefold() for cell in rows[0][1]] if rows else []


def table_bytes(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Write a CSV table that spreadsheets open as it is: UTF-8 with a byte order mark, no cell a formula."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_guarded(cell) for cell in row] for row in rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8")


def _guarded(cell: str) -> str:
    """Put an apostrophe before what a spreadsheet would take for a formula, or for our apostrophe."""
    return f"'{cell}" if cell.lstrip("'").startswith(FORMULA) else cell


def _bare(cell: str) -> str:
    """Take away the apostrophe that `_guarded` put there."""
    return cell[1:] if cell.startswith("'") and cell.lstrip("'").startswith(FORMULA) else cell


def _text_of(path: Path) -> str:
    if path.is_dir():
        raise SourceRefused(
            N_("“{name}” is a folder. Nothing was imported. Choose a file that ends in .csv."), name=path.name
        )
    try:
        if path.stat().st_size > LARGEST:
            raise SourceRefused(
                N_("“{name}” is too large to be a table of recommendations. Nothing was imported."), name=path.name
            )
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise unreadable(path, error) from error
    except UnicodeDecodeError as error:
        row = _row_after(error.object[: error.start].decode("utf-8-sig", "replace"))
        raise SourceRefused(
            N_(
                "Row {row} of “{name}” is not written in UTF-8. Nothing was imported. "
                "Save the table again as “CSV UTF-8” and try once more."
            ),
            row=row,
            name=path.name,
        ) from error
    if "\0" in text:
        row = _row_after(text[: text.index("\0")])
        raise SourceRefused(
            N_("Row {row} of “{name}” has a character that no text has. Nothing was imported."),
            row=row,
            name=path.name,
        )
    return text


def _rows(text: str, path: Path) -> list[tuple[int, list[str]]]:
    """Return the rows with the number of the row in a spreadsheet (a cell of several lines is one row)."""
    rows: list[tuple[int, list[str]]] = []
    try:
        for row in _reader(text, strict=True):
            rows.append((len(rows) + 1, row))
    except csv.Error as error:
        raise SourceRefused(
            N_(
                "Row {row} of “{name}” has a quotation mark that is not closed, or one too many. Nothing was "
                "imported. Save the table again as “CSV UTF-8” and try once more."
            ),
            row=len(rows) + 1,
            name=path.name,
        ) from error
    return rows


def _row_after(text: str) -> int:
    """Return the number of the row in which ``text`` stops."""
    return max(1, sum(1 for _ in _reader(text + "|", strict=False)))


def _reader(text: str, strict: bool) -> Iterator[list[str]]:
    csv.field_size_limit(LARGEST)  # Python's own limit is shorter than what a record can hold
    heading = text.split("\n", 1)[0]
    return csv.reader(io.StringIO(text, newline=""), delimiter=max(DELIMITERS, key=heading.count), strict=strict)


def _check_heading(path: Path, columns: Sequence[str], required: Sequence[str], known: Sequence[str]) -> None:
    missing = [name for name in required if name not in columns]
    if missing:
        raise SourceRefused(
            N_(
                "“{name}” has no column {missing}. Nothing was imported. "
                "The columns are: {columns}; these have to be there: {required}."
            ),
            name=path.name,
            missing=", ".join(missing),
            columns=", ".join(known),
            required=", ".join(required),
        )
    strange = [name for name in columns if name and name not in known]
    if strange:
        raise SourceRefused(
            N_("“{name}” has a column nobody knows: {strange}. Nothing was imported. The columns are: {columns}."),
            name=path.name,
            strange=", ".join(strange),
            columns=", ".join(known),
        )
    twice = sorted({name for name in columns if name and columns.count(name) > 1})
    if twice:
        raise SourceRefused(
            N_("“{name}” has the column {twice} more than once. Nothing was imported."),
            name=path.name,
            twice=", ".join(twice),
        )
