"""The cells of one sheet as text: what a formula last came to, merged cells in each of their rows, dates as dates."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from datetime import datetime, timedelta

from consultation.errors import SourceRefused, sentence
from consultation.exchange.grid import MOST_COLUMNS, Fault, letter_of
from consultation.exchange.workbook.package import Package, SheetPart, plain, unescaped
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
        self._row: Cells = {}
        self._number = 0
        self._at = -1
        self._type = self._style = ""
        self._pieces: list[str] = []
        self._is_open = self._is_formula = False
        package.parse(sheet.part, self._start, self._end, self._text)
        self._fill_merged()

    def _start(self, name: str, about: dict[str, str]) -> None:
        if ":" in name:
            name = plain(name)
        if name == "c":
            place = about.get("r", "").rstrip("0123456789")
            self._at = self._columns.get(place, -1) if place else self._at + 1
            if self._at < 0:
                self._at = self._columns[place] = self._column(place)
            self._type = about.get("t", "n")
            self._style = about.get("s", "")
            self._pieces = []
            self._is_formula = False
        elif name == "v" or name == "t":
            self._is_open = True
        elif name == "f":
            self._is_formula = True
        elif name == "row":
            self._begin_row(about.get("r", ""))
        elif name == "mergeCell":
            self._merged.append(about.get("ref", ""))

    def _end(self, name: str) -> None:
        if ":" in name:
            name = plain(name)
        if name == "v" or name == "t":
            self._is_open = False
        elif name == "c":
            self._end_cell()
        elif name == "rPh":
            self._pieces = self._pieces[:-1]

    def _text(self, piece: str) -> None:
        if self._is_open:
            self._pieces.append(piece)

    def _begin_row(self, number: str) -> None:
        self._number = int(number) if number.isdecimal() and len(number) < 10 else self._number + 1
        if not 1 <= self._number <= LAST_ROW:
            raise self._package.damaged()
        self._row = self.rows.setdefault(self._number, {})
        self._at = -1

    def _end_cell(self) -> None:
        written = "".join(self._pieces)
        if self._type == "s":
            text = self._shared(written)
        elif self._type in ("str", "inlineStr"):
            text = unescaped(written)
        elif self._is_formula and not written:
            self._note(N_("the formula in the cell {cell} has no result"))
            return
        elif self._type == "e":
            self._note(N_("the cell {cell} shows an error: {value}"), written)
            return
        elif self._type == "b":
            text = "yes" if written.strip() == "1" else "no" if written else ""
        elif self._type == "d":
            text = written.replace("T", " ").removesuffix(" 00:00:00")
        else:
            text = self._as_number(written) if written else ""
        if text and not text.isspace():
            self._row[self._at] = text

    def _shared(self, place: str) -> str:
        if not place.isdecimal() or int(place) >= len(self._words):
            raise self._package.damaged()
        return self._words[int(place)]

    def _note(self, message: str, value: str = "") -> None:
        cell = f"{letter_of(self._at)}{self._number}"
        self.faults.append(Fault(self._number, self._at, sentence(message, cell=cell, value=value)))

    def _as_number(self, written: str) -> str:
        if self._style in self._dates:
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
        numbers = sorted(self.rows)
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
