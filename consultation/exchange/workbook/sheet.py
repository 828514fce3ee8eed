"""The cells of one sheet as text: what a formula last came to, merged cells in each of their rows, dates as dates."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from datetime import datetime, timedelta

from consultation.errors import SourceRefused, sentence
from consultation.exchange.grid import MOST_COLUMNS, Fault, letter_of
from consultation.exchange.workbook.package import Attributes, Package, SheetPart, unescaped
from consultation.language import N_

MOST_CELLS = 5_000_000
LAST_ROW = 1_048_576
"""No spreadsheet has more."""

EPOCH, EPOCH_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)
LAST_DAY = 2_958_465
"""31 December 9999, counted as a spreadsheet does."""
A_DAY = 86_400
LEAP_DAY_1900 = 60
"""The day a spreadsheet counts and that there never was: 29 February 1900."""

_CELL = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")

Cells = dict[int, str]
"""Column, from 0 -> text."""


class SheetCells:
    """Reads one sheet."""

    def __init__(self, package: Package, sheet: SheetPart) -> None:
        self._package = package
        self._words = package.words
        self._dates = package.dates
        self._columns: dict[str, int] = {}
        self.rows: dict[int, Cells] = {}
        self.faults: list[Fault] = []
        self._merged: list[str] = []
        self._number = 0
        self._at = -1
        self._read(sheet.part)
        self._fill_merged()

    def _read(self, part: str) -> None:
        """Go through the sheet; what is done for each cell stands here, for there may be a million of them."""
        words, columns, shared = self._words, self._columns, len(self._words)
        row: Cells = {}
        pieces: list[str] = []
        kept = 0  # of the pieces: what stands between the elements of a cell is nobody's text
        about_cell: Attributes = {}
        is_formula = False

        def start(name: str, about: dict[str, str]) -> None:
            nonlocal about_cell, is_formula, row
            if name == "v":
                pieces.clear()
            elif name == "c":
                about_cell = about
            elif name == "row":
                row = self._begin_row(about.get("r", ""))
            elif name == "f":
                is_formula = True
            elif name == "t":
                del pieces[kept:]
            elif name == "mergeCell":
                self._merged.append(about.get("ref", ""))

        def end(name: str) -> None:
            nonlocal is_formula, kept
            if name == "v" or name == "t":
                kept = len(pieces)
            elif name == "c":
                letters = about_cell.get("r", "").rstrip("0123456789")
                at = columns.get(letters)
                self._at = at = self._column_of(letters) if at is None else at
                if kept == 1 and about_cell.get("t") == "s" and pieces[0].isdecimal():
                    place = int(pieces[0])
                    found = words[place] if place < shared else self._shared(pieces[0])
                else:
                    found = self._text_of(about_cell, "".join(pieces[:kept]), is_formula)
                if found and not found.isspace():
                    row[at] = found
                pieces.clear()
                kept, is_formula = 0, False
            elif name == "rPh":
                pieces.pop()
                kept -= 1

        self._package.parse(part, start, end, pieces.append)

    def _begin_row(self, number: str) -> Cells:
        self._number = int(number) if number.isdecimal() and len(number) < 20 else self._number + 1
        if not 1 <= self._number <= LAST_ROW:
            raise self._package.damaged()
        self._at = -1
        return self.rows.setdefault(self._number, {})

    def _column_of(self, letters: str) -> int:
        """Return the column of a cell; of one that does not say it, the next."""
        if not letters:
            return self._at + 1
        self._columns[letters] = found = self._column(letters)
        return found

    def _text_of(self, about: Attributes, written: str, is_formula: bool) -> str:
        """Return what a cell says; nothing, and a fault, where it cannot be taken."""
        sort = about.get("t", "n")
        if sort == "s":
            return self._shared(written.strip()) if written else ""
        if sort in ("str", "inlineStr"):
            return unescaped(written)
        if is_formula and not written:
            return self._note(N_("the formula in the cell {cell} has no result"))
        if sort == "e":
            return self._note(N_("the cell {cell} shows an error: {value}"), written)
        if sort == "b":
            return "yes" if written.strip() == "1" else "no" if written else ""
        if sort == "d":
            return written.replace("T", " ").removesuffix(" 00:00:00")
        return self._as_number(written.strip(), about.get("s", "")) if written else ""

    def _shared(self, place: str) -> str:
        if not place.isdecimal() or int(place) >= len(self._words):
            raise self._package.damaged()
        return self._words[int(place)]

    def _note(self, message: str, value: str = "") -> str:
        cell = f"{letter_of(self._at)}{self._number}"
        self.faults.append(Fault(self._number, self._at, sentence(message, cell=cell, value=value)))
        return ""

    def _as_number(self, written: str, style: str) -> str:
        if style in self._dates:
            try:
                return moment_of(float(written), self._package.from_1904)
            except (ValueError, OverflowError):
                return written
        if written.isdecimal():
            return written
        try:
            number = float(written)
        except ValueError:
            return written
        return f"{number:.0f}" if number.is_integer() and abs(number) < 1e15 else f"{number:.15g}"

    def _column(self, letters: str) -> int:
        place = 0
        for letter in letters:
            place = place * 26 + ord(letter) - ord("A") + 1
        if not letters.isascii() or not letters.isupper() or place > 16_384:
            raise self._package.damaged()
        return place - 1

    def _fill_merged(self) -> None:
        """Let cells that are merged downwards say the same in each of their rows."""
        numbers = sorted(number for number, cells in self.rows.items() if cells)
        left = MOST_CELLS
        for area in self._merged:
            first, _, last = area.partition(":")
            begin, end = _CELL.fullmatch(first), _CELL.fullmatch(last)
            if begin is None or end is None or begin[2] == end[2]:
                continue
            at = self._column(begin[1])
            text = self.rows.get(int(begin[2]), {}).get(at, "")
            below = numbers[bisect_right(numbers, int(begin[2])) : bisect_left(numbers, int(end[2]) + 1)]
            left -= len(below)
            if left < 0:
                raise self._package.damaged()
            for number in below if text else ():
                self.rows[number].setdefault(at, text)


def rows_of(package: Package, sheet: SheetPart) -> tuple[list[tuple[int, list[str]]], list[Fault]]:
    """Return the rows of a sheet in which something stands, with their numbers, and the cells that cannot be taken."""
    read = SheetCells(package, sheet)
    filled = {number: cells for number, cells in read.rows.items() if cells}
    widths = {number: max(cells) + 1 for number, cells in filled.items()}
    if widths and max(widths.values()) > MOST_COLUMNS:
        raise SourceRefused(
            N_("“{name}” has {count} columns; a table has at most {most}. Nothing was imported."),
            name=package.name,
            count=max(widths.values()),
            most=MOST_COLUMNS,
        )
    if sum(widths.values()) > MOST_CELLS:
        raise SourceRefused(
            N_("“{name}” has more cells than can be read here. Nothing was imported. Divide it into several tables."),
            name=package.name,
        )
    rows = [(number, [filled[number].get(at, "") for at in range(widths[number])]) for number in sorted(filled)]
    return rows, read.faults


def moment_of(counted: float, from_1904: bool) -> str:
    """Write what a spreadsheet counts in days: "2021-10-05", "2021-10-05 14:30", or an hour alone, "14:30".

    ValueError where no calendar has such a day.
    """
    if not 0 <= counted <= LAST_DAY:
        raise ValueError("a day before or after all calendars")
    days, seconds = divmod(round(counted * A_DAY), A_DAY)
    begins = EPOCH_1904 if from_1904 else EPOCH
    if days < LEAP_DAY_1900 and not from_1904:
        begins += timedelta(days=1)
    moment = begins + timedelta(days=days, seconds=seconds)
    hour = f"{moment:%H:%M}" if not moment.second else f"{moment:%H:%M:%S}"
    if days == 0:
        return hour
    return moment.date().isoformat() if not seconds else f"{moment.date().isoformat()} {hour}"
