"""Tables of plain text with something between their cells: CSV files, and what a spreadsheet puts on the clipboard."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

from consultation.errors import SourceRefused
from consultation.exchange.grid import LARGEST, MOST_COLUMNS, Grid
from consultation.exchange.workbook import WORKBOOK, damaged, looks_like_workbook, read_workbook
from consultation.files import read_whole
from consultation.language import N_
from consultation.progress import UNHEARD, Progress

DELIMITERS = (",", ";", "\t")

_GUARD = re.compile(r"""((?:^|[;\t\r\n])["' ]*)'(?=[=+\-@\t\r])""")
"""The apostrophes that `cells.table_bytes` puts before what a spreadsheet could take for a formula."""

_PASTED = re.compile(r'(?:"([^"]*+(?:""[^"]*+)*+)"(?=[\t\r\n]|\Z)|([^\t\r\n]*+))(\t|\r\n|\r|\n|\Z)')
"""A cell on the clipboard: in quotation marks where it has several lines, else as it is, with any marks in it."""


def read_rows(path: Path, sheet: str = "", progress: Progress = UNHEARD) -> Grid:
    """Read a table, whatever is in it: a workbook (XLSX) or a CSV file, told apart by how they begin.

    CSV is UTF-8 with or without a byte order mark; commas, semicolons or tabs, as its first row has them.

    Args:
        path: an ordinary file of at most `LARGEST` bytes.
        sheet: of a workbook, which sheet; else the first that is not hidden and has something in it.
        progress: hears that it goes on.

    Raises:
        SourceRefused: it is neither, or no whole one; the sentence names the row where there is one.
        FileRefused: it cannot be read at all, is no ordinary file, or is too large.
        Cancelled: a person has had enough.
    """
    data = read_whole(path, LARGEST)
    progress()
    if looks_like_workbook(data):
        return read_workbook(path.name, data, sheet)
    try:
        text = _text_of(path.name, data)
    except SourceRefused as error:
        raise damaged(path.name) if path.suffix.lower() == WORKBOOK else error from error
    rows = _rows(text, path.name, progress)
    return Grid(path.name, [(number, [_bare(cell) for cell in row]) for number, row in rows])


def pasted_rows(text: str) -> Grid:
    """Read what a spreadsheet puts on the clipboard: tabs between cells, cells of several lines in quotation marks."""
    text = text.replace("\0", "")
    rows: list[tuple[int, list[str]]] = []
    cells: list[str] = []
    number = 1
    for found in _PASTED.finditer(text):
        quoted, bare, end = found.groups()
        cells.append(bare if quoted is None else quoted.replace('""', '"'))
        if end != "\t":
            if _says_something(cells):
                rows.append((number, cells))
            cells = []
            number += 1
        if end == "":
            break
    widest = max((len(row) for _, row in rows), default=0)
    if widest > MOST_COLUMNS:
        raise SourceRefused(
            N_("What was pasted has {count} columns; a table has at most {most}. Nothing was taken in."),
            count=widest,
            most=MOST_COLUMNS,
        )
    return Grid("", rows)


def _says_something(row: list[str]) -> bool:
    return any(row) and any(cell.strip() for cell in row)


def _bare(cell: str) -> str:
    """Take away the apostrophes that guard a cell."""
    return _GUARD.sub(r"\1", cell) if "'" in cell else cell


def _text_of(name: str, data: bytes) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = _row_after(error.object[: error.start].decode("utf-8-sig", "replace"))
        raise SourceRefused(
            N_(
                "Row {row} of “{name}” is not written in UTF-8. Nothing was imported. "
                "Save the table again as “CSV UTF-8” and try once more."
            ),
            row=row,
            name=name,
        ) from error
    if "\0" in text:
        row = _row_after(text[: text.index("\0")])
        raise SourceRefused(
            N_("Row {row} of “{name}” has a character that no text has. Nothing was imported."),
            row=row,
            name=name,
        )
    return text


def _rows(text: str, name: str, progress: Progress) -> list[tuple[int, list[str]]]:
    """Return the rows with the number of the row in a spreadsheet (a cell of several lines is one row)."""
    rows: list[tuple[int, list[str]]] = []
    number = 0
    try:
        for number, row in enumerate(_reader(text, strict=True), 1):
            progress()
            if len(row) > MOST_COLUMNS and (number == 1 or any(row[MOST_COLUMNS:])):
                raise SourceRefused(
                    N_("“{name}” has {count} columns; a table has at most {most}. Nothing was imported."),
                    name=name,
                    count=len(row),
                    most=MOST_COLUMNS,
                )
            if _says_something(row):
                rows.append((number, row))
    except csv.Error as error:
        raise SourceRefused(
            N_(
                "Row {row} of “{name}” has a quotation mark that is not closed, or one too many. Nothing was "
                "imported. Save the table again as “CSV UTF-8” and try once more."
            ),
            row=number + 1,
            name=name,
        ) from error
    return rows


def _row_after(text: str) -> int:
    """Return the number of the row in which ``text`` stops."""
    return max(1, sum(1 for _ in _reader(text + "|", strict=False)))


def _reader(text: str, strict: bool) -> Iterator[list[str]]:
    csv.field_size_limit(LARGEST)  # Python's own limit is shorter than what a record can hold
    heading = text[: text.find("\n")] if "\n" in text else text
    return csv.reader(io.StringIO(text, newline=""), delimiter=max(DELIMITERS, key=heading.count), strict=strict)
