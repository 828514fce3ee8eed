"""Reading a workbook: which of its sheets, and its cells as a person would write them."""

from __future__ import annotations

import io
from bisect import bisect_right
from datetime import date, datetime, time, timedelta

from python_calamine import CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from consultation.collecting import without_collecting
from consultation.errors import SourceRefused
from consultation.exchange.grid import MOST_COLUMNS, Grid
from consultation.exchange.workbook.package import MOST_CELLS, Package, protected
from consultation.language import N_

WORKBOOK = ".xlsx"
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How workbooks begin that are enciphered, or of the time before 2007."""
_HALF_A_SECOND = timedelta(milliseconds=500)

Cell = str | bool | int | float | datetime | date | time | timedelta
Rows = list[tuple[int, list[str]]]


def looks_like_workbook(data: bytes) -> bool:
    """Tell by how it begins whether a file is a workbook, readable or not."""
    return data.startswith((_ZIP, _OLE))


def read_workbook(name: str, data: bytes, sheet: str = "") -> Grid:
    """Read one sheet: the one called so, else the first that is not hidden and has something in it.

    SourceRefused, with the name of the file, when it is no workbook, asks for a password, is too large when it is
    unpacked, or has no sheet of that name.
    """
    if data.startswith(_OLE):
        raise protected(name)
    package = Package(name, data)
    try:
        with without_collecting():
            return _read(package, CalamineWorkbook.from_filelike(io.BytesIO(data)), sheet)
    except (SourceRefused, KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except BaseException as error:  # where the library fails in itself, what it raises is no Exception
        raise package.damaged() from error


def _read(package: Package, book: CalamineWorkbook, sheet: str) -> Grid:
    of_cells = [each for each in book.sheets_metadata if each.typ == SheetTypeEnum.WorkSheet]
    names = tuple(each.name for each in of_cells if each.visible == SheetVisibleEnum.Visible)
    if sheet and sheet not in {each.name for each in of_cells}:
        raise SourceRefused(
            N_("“{name}” has no sheet “{sheet}”. Nothing was imported. Its sheets are: {sheets}."),
            name=package.name,
            sheet=sheet,
            sheets=", ".join(names) or "–",
        )
    for asked in [sheet] if sheet else names:
        rows = _rows(package, book.get_sheet_by_name(asked))
        faults = list(package.without_value(asked))
        if rows or faults:
            return Grid(package.name, rows, asked, names, faults)
    return Grid(package.name, [], sheets=names)


def _rows(package: Package, sheet: CalamineSheet) -> Rows:
    """Return the rows in which something stands, with their numbers."""
    rows: Rows = []
    for number, cells in enumerate(sheet.to_python(skip_empty_area=False), 1):
        texts = [("" if cell.isspace() else cell) if type(cell) is str else _in_words(cell) for cell in cells]
        while texts and not texts[-1]:
            texts.pop()
        if texts:
            rows.append((number, texts))
    widest = max((len(texts) for _, texts in rows), default=0)
    if widest > MOST_COLUMNS:
        raise SourceRefused(
            N_("“{name}” has {count} columns; a table has at most {most}. Nothing was imported."),
            name=package.name,
            count=widest,
            most=MOST_COLUMNS,
        )
    _fill_merged(package, sheet, rows)
    return rows


def _in_words(cell: Cell) -> str:
    """Write what is no text as a person would: "2021-10-05", "2021-10-05 14:30", an hour, "14:30", hours, "26:00"."""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, datetime):
        cell = (cell + _HALF_A_SECOND).replace(microsecond=0)
        return cell.date().isoformat() if cell.time() == time() else f"{cell.date()} {_in_words(cell.time())}"
    if isinstance(cell, time):
        cell = (datetime.combine(date.min, cell) + _HALF_A_SECOND).time()
        return f"{cell:%H:%M:%S}" if cell.second else f"{cell:%H:%M}"
    if isinstance(cell, timedelta):
        hours, seconds = divmod(round(cell.total_seconds()), 3600)
        return f"{hours:02}:{seconds // 60:02}"
    if isinstance(cell, float):
        return f"{cell:.0f}" if cell.is_integer() and abs(cell) < 1e21 else f"{cell:.15g}"
    return str(cell)


def _fill_merged(package: Package, sheet: CalamineSheet, rows: Rows) -> None:
    """Let cells that are merged downwards say the same in each of their rows."""
    numbers, cells_of = [number for number, _ in rows], dict(rows)
    left = MOST_CELLS
    for (first, at), (last, _) in sheet.merged_cell_ranges or ():
        below = numbers[bisect_right(numbers, first + 1) : bisect_right(numbers, last + 1)]
        left -= len(below)
        if left < 0:
            raise package.damaged()
        text = "".join(cells_of.get(first + 1, [])[at : at + 1])
        for number in below if text else ():
            texts = cells_of[number]
            texts.extend([""] * (at + 1 - len(texts)))
            texts[at] = texts[at] or text
