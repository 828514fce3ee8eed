"""Reading and writing tables of plain text, so that whatever a person wrote stays text."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from consultation.errors import SourceRefused
from consultation.files import read_whole
from consultation.language import N_, inert

LARGEST = 64 << 20
"""Bytes. More rows than anybody could have said."""

MOST_COLUMNS = 1000
"""More than any table of ours has, with every text in a dozen languages."""

DELIMITERS = (",", ";", "\t")

_FORMULA = re.compile(r"""((?:^|[;\t\r\n])["' ]*)(?=[=+\-@\t\r])""")
"""What a spreadsheet takes for the start of a formula: also behind a semicolon, a tab or the end of a line, for those
that divide there divide inside of our quotation marks too."""

_GUARD = re.compile(r"""((?:^|[;\t\r\n])["' ]*)'(?=[=+\-@\t\r])""")


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


def read_sheet(path: Path) -> Sheet:
    """Read a CSV file; SourceRefused, with the row, when it is none.

    UTF-8 with or without a byte order mark; commas, semicolons or tabs, as the heading has them. Empty rows are
    passed over. The heading is empty when there is no row at all.
    """
    rows = _rows(_text_of(path), path)
    heading = tuple(cell.strip() for cell in rows[0][1]) if rows else ()
    found = []
    for number, row in rows[1:]:
        if len(row) > len(heading) and any(cell.strip() for cell in row[len(heading) :]):
            raise SourceRefused(
                N_("Row {row} of “{name}” has more cells than there are columns. Nothing was imported."),
                row=number,
                name=path.name,
            )
        if any(row) and any(cell.strip() for cell in row):
            found.append((number, [_bare(cell) if "'" in cell else cell for cell in row]))
    return Sheet(path.name, heading, found)


def known_columns(sheet: Sheet, required: Sequence[str], known: Sequence[str]) -> list[str]:
    """Return the columns of a table in small letters; SourceRefused when one is missing, unknown or there twice.

    A space in a heading is as good as a low line.
    """
    columns = [name.casefold().replace(" ", "_") for name in sheet.heading]
    if not columns:
        raise no_rows(sheet, required)
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


def no_rows(sheet: Sheet, required: Sequence[str]) -> SourceRefused:
    """Make the refusal of a table that has not even a heading."""
    return SourceRefused(
        N_("“{name}” is empty. Nothing was imported. Its first row has to name the columns: {columns}."),
        name=sheet.name,
        columns=", ".join(required),
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
    """Put an apostrophe before whatever a spreadsheet could take for a formula."""
    return _FORMULA.sub(r"\1'", cell)


def _bare(cell: str) -> str:
    """Take away the apostrophes that `_guarded` put there."""
    return _GUARD.sub(r"\1", cell)


def _text_of(path: Path) -> str:
    data = read_whole(path, LARGEST)
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
        for number, row in enumerate(_reader(text, strict=True), 1):
            if number == 1 and len(row) > MOST_COLUMNS:
                raise SourceRefused(
                    N_("“{name}” has {count} columns; a table has at most {most}. Nothing was imported."),
                    name=path.name,
                    count=len(row),
                    most=MOST_COLUMNS,
                )
            rows.append((number, row))
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
    heading = text[: text.find("\n")] if "\n" in text else text
    return csv.reader(io.StringIO(text, newline=""), delimiter=max(DELIMITERS, key=heading.count), strict=strict)
