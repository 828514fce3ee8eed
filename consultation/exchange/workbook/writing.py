"""Writing a table as a workbook: what a person wrote stays text, whatever a spreadsheet could take it for."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time
from enum import Enum
from typing import TYPE_CHECKING, Any

from consultation.errors import ExportRefused
from consultation.language import N_, inert

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

LAST_ROW = 1_048_576
"""No spreadsheet has more."""
LONGEST_CELL = 32_767
"""Characters a cell of a workbook can hold."""
WIDEST, NARROWEST = 60, 8
"""Characters of a column."""
FIRST_DAY = date(1900, 3, 1)
"""Before it spreadsheets count days otherwise than calendars do."""
MADE = datetime(2000, 1, 1)
"""When every workbook says it was made: the same table gives the same bytes."""


class Holds(Enum):
    """What the cells of a column hold."""

    TEXT = "text"
    NUMBER = "number"
    DAY = "day"
    HOUR = "hour"


def workbook_bytes(
    name: str, headings: Sequence[str], rows: Sequence[Sequence[str]], holds: Mapping[int, Holds] | None = None
) -> bytes:
    """Write one sheet: its first row bold and in place, columns as wide as what is in them, nothing a formula.

    Args:
        name: of the sheet.
        headings: what the columns are called.
        rows: texts; days are "2021-10-05", hours "14:30". What is not so written stays text.
        holds: by column, what stands in it where that is not text.

    Raises:
        ExportRefused: a text is longer than a cell can be, or there are more rows than a sheet has.
    """
    import xlsxwriter

    _refuse_too_much(headings, rows)
    out = io.BytesIO()
    as_text = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(out, {"in_memory": True, **as_text})
    book.set_properties({"created": MADE})
    sheet = book.add_worksheet(name)
    bold = book.add_format({"bold": True, "valign": "top", "text_wrap": True})
    plain = book.add_format({"valign": "top", "text_wrap": True})
    formats = {
        Holds.TEXT: plain,
        Holds.NUMBER: book.add_format({"valign": "top"}),
        Holds.DAY: book.add_format({"valign": "top", "num_format": "yyyy-mm-dd"}),
        Holds.HOUR: book.add_format({"valign": "top", "num_format": "hh:mm"}),
    }
    for at, heading in enumerate(headings):
        sheet.set_column(at, at, _width(heading, (row[at] for row in rows)))
        sheet.write_string(0, at, inert(heading), bold)
    columns = [(holds or {}).get(at, Holds.TEXT) for at in range(len(headings))]
    for number, row in enumerate(rows, 1):
        for at, text in enumerate(row):
            if text:
                _write(sheet, number, at, inert(text), columns[at], formats)
    sheet.freeze_panes(1, 0)
    if rows:
        sheet.autofilter(0, 0, len(rows), len(headings) - 1)
    book.close()
    return out.getvalue()


def _write(sheet: Worksheet, row: int, at: int, text: str, holds: Holds, formats: Mapping[Holds, Any]) -> None:
    try:
        value = _READ[holds](text) if holds in _READ else text
    except ValueError:
        value = text
    if isinstance(value, int):
        sheet.write_number(row, at, value, formats[holds])
    elif isinstance(value, time) or (isinstance(value, date) and value >= FIRST_DAY):
        sheet.write_datetime(row, at, value, formats[holds])
    else:
        sheet.write_string(row, at, text, formats[Holds.TEXT])


_READ: Mapping[Holds, Callable[[str], int | date | time]] = {
    Holds.NUMBER: int,
    Holds.DAY: date.fromisoformat,
    Holds.HOUR: time.fromisoformat,
}


def _width(heading: str, cells: Any) -> int:
    longest = max((len(line) for cell in (heading, *cells) for line in cell.split("\n")), default=0)
    return min(WIDEST, max(NARROWEST, longest + 2))


def _refuse_too_much(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    if len(rows) >= LAST_ROW:
        raise ExportRefused(
            N_("This table has more rows than a workbook can hold. Nothing was written. Write it as .csv.")
        )
    for number, row in enumerate(rows, 2):
        for at, text in enumerate(row):
            if len(text) > LONGEST_CELL:
                raise ExportRefused(
                    N_(
                        "Row {row} has more words under “{column}” than a cell of a workbook can hold. Nothing was "
                        "written. Write the table as .csv."
                    ),
                    row=number,
                    column=headings[at],
                )
