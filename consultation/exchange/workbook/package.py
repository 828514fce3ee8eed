"""A workbook file before its cells are read: refused where reading it would do harm; cells that have no value."""

from __future__ import annotations

import io
import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from xml.etree import ElementTree

from consultation.errors import SourceRefused, sentence
from consultation.exchange.grid import Fault, letter_of
from consultation.language import N_

MOST_UNPACKED = 128 << 20
"""Bytes of XML in all: some hundred thousand rows."""
MOST_PARTS = 10_000
MOST_CELLS = 8_000_000
"""From the first cell of a sheet to its last, empty ones among them: the reader makes room for each."""
_MOST_DIGITS = 7
"""Of the number of a row: no spreadsheet has more than 1,048,576."""

_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""How workbooks are packed."""
BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, KeyError, OSError, RuntimeError, ValueError)
"""What reading an archive raises that is none, or not whole."""

_PLACED = re.compile(rb"""<(?:\w+:)?(row|c)(?=[\s/>])(?:[^<>]*?\sr=["']([A-Za-z]*)(\d+)["'])?""")
"""A row or a cell and where it says that it stands; not all programs say it."""
_NOT_NEAR = re.compile(rb"""<(?:\w+:)?(?:row|c)(?=[\s/>])(?! r="[A-Z]{0,2}\d{1,4}")""")
"""Of any that does not stand among the first 702 columns and 9,999 rows, which are fewer than `MOST_CELLS`."""
_WITHOUT_VALUE = re.compile(rb'<(?:\w+:)?f[\s/>]|\st="e"')
"""A formula, or the sort of a cell that shows an error."""
_CELL = re.compile(rb"<(?:\w+:)?c(?=[\s/>])")
_NAME = re.compile(rb"""[^<>]*?\sr=["']([A-Z]{1,3})(\d{1,7})["']""")
_SORT = re.compile(rb'[^<>]*?\st="(\w+)"')
_VALUE = re.compile(rb"<(?:\w+:)?v(?:\s[^<>]*)?>([^<]+)<")


class Package:
    """A workbook file that may be read."""

    def __init__(self, name: str, data: bytes) -> None:
        """Weigh a file; SourceRefused when it is no whole workbook, asks for a password or is too large."""
        self.name = name
        self._parts: dict[str, bytes] = {}
        try:
            archive = zipfile.ZipFile(io.BytesIO(data))
            entries = [entry for entry in archive.infolist() if entry.filename.endswith((".xml", ".rels"))]
            self._refuse_too_much(archive.infolist(), sum(entry.file_size for entry in entries))
            for entry in entries:
                part = self._parts[entry.filename] = archive.read(entry)
                self._weigh(part)
            self._sheets = dict(self._found())
        except (*BROKEN, ElementTree.ParseError) as error:
            raise self.damaged() from error

    def damaged(self) -> SourceRefused:
        """Say that this is no workbook one can read."""
        return damaged(self.name)

    def without_value(self, sheet: str) -> Iterator[Fault]:
        """Give the cells of a sheet whose formula has no result, or that show an error."""
        cells = self._parts[self._sheets[sheet]] if sheet in self._sheets else b""
        if not any(sign in cells for sign in (b"f>", b'"e"')):
            return
        for cell in _CELL.split(cells)[1:]:
            place, sort, value = _NAME.match(cell), _SORT.match(cell), _VALUE.search(cell)
            if place is None or not _WITHOUT_VALUE.search(cell):
                continue
            row, at, called = int(place[2]), column_of(place[1]), (place[1] + place[2]).decode()
            if sort and sort[1] == b"e" and value:
                shown = value[1].decode("utf-8", "replace")
                yield Fault(row, at, sentence(N_("the cell {cell} shows an error: {value}"), cell=called, value=shown))
            elif value is None and (sort is None or sort[1] != b"str"):
                yield Fault(row, at, sentence(N_("the formula in the cell {cell} has no result"), cell=called))

    def _refuse_too_much(self, entries: Sequence[zipfile.ZipInfo], unpacked: int) -> None:
        if any(entry.flag_bits & 1 for entry in entries):
            raise protected(self.name)
        if any(entry.compress_type not in _PACKED for entry in entries):
            raise self.damaged()
        if len(entries) > MOST_PARTS or unpacked > MOST_UNPACKED:
            raise SourceRefused(
                N_(
                    "“{name}” is too large to be read here: unpacked, at most {largest} MB are taken. Nothing was "
                    "imported. Save the sheet that is needed as a workbook of its own and try once more."
                ),
                name=self.name,
                largest=MOST_UNPACKED >> 20,
            )

    def _weigh(self, part: bytes) -> None:
        """Refuse a part that declares entities, is not written as workbooks are, or whose cells are too far apart.

        The reader makes room for every cell up to the last, and ends the program where there is none.
        """
        if b"<!DOCTYPE" in part or b"\0" in part:
            raise self.damaged()
        if b"sheetData" in part and not part.rstrip().endswith(b"worksheet>"):
            raise self.damaged()
        if b"sheetData" not in part or not _NOT_NEAR.search(part):
            return
        rows, columns = _reach(part)
        if rows * columns > MOST_CELLS:
            raise SourceRefused(
                N_(
                    "The cells of “{name}” reach as far as {cell}, more than can be read here. Nothing was imported. "
                    "Delete what stands far from the table, or divide the table, and try once more."
                ),
                name=self.name,
                cell=f"{letter_of(columns - 1)}{rows}",
            )

    def _found(self) -> Iterator[tuple[str, str]]:
        """Give the sheets by their names, and the part that holds the cells of each."""
        (book,) = self._relations("", "officeDocument").values()
        parts = self._relations(book, "worksheet")
        for sheet in ElementTree.fromstring(self._parts[book]).iterfind("{*}sheets/{*}sheet"):
            relation = next((value for key, value in sheet.items() if key.endswith("}id")), "")
            if relation in parts:
                yield sheet.get("name", ""), parts[relation]

    def _relations(self, part: str, kind: str) -> dict[str, str]:
        """Return the parts of a kind that a part leads to, by what it calls them."""
        folder, name = posixpath.split(part)
        relations = ElementTree.fromstring(self._parts[posixpath.join(folder, "_rels", f"{name}.rels")])
        return {
            each.get("Id", ""): posixpath.normpath(posixpath.join("/", folder, each.get("Target", "")))[1:]
            for each in relations
            if each.get("Type", "").endswith(f"/{kind}")
        }


def damaged(name: str) -> SourceRefused:
    """Make the refusal of what is no workbook, or not whole."""
    return SourceRefused(
        N_(
            "“{name}” is no whole workbook. Nothing was imported. Open it in a spreadsheet program, save it as "
            "“Excel workbook (.xlsx)” and try once more."
        ),
        name=name,
    )


def protected(name: str) -> SourceRefused:
    """Make the refusal of a workbook that asks for a password."""
    return SourceRefused(
        N_(
            "“{name}” is protected by a password, or a workbook of the time before 2007 (.xls). Nothing was imported. "
            "Open it in a spreadsheet program, save it without a password as “Excel workbook (.xlsx)” and try once "
            "more."
        ),
        name=name,
    )


def column_of(letters: bytes) -> int:
    """Return the place of a column, from 0, that a spreadsheet calls by letters."""
    place = 0
    for letter in letters.upper():
        place = place * 26 + letter - ord("A") + 1
    return place - 1


def _reach(sheet: bytes) -> tuple[int, int]:
    """Return the last row and the last column of a sheet in which a cell says that it stands, from 1."""
    row = column = rows = columns = 0
    places: dict[bytes, int] = {}
    for tag, letters, number in _PLACED.findall(sheet):
        if number:
            row = int(number[: _MOST_DIGITS + 1])
        elif tag == b"row":
            row += 1
        if tag == b"row":
            column = 0
            continue
        if letters not in places:
            places[letters] = column_of(letters[: _MOST_DIGITS + 1]) + 1
        column = places[letters] if letters else column + 1
        rows, columns = max(rows, row), max(columns, column)
    return rows, columns
