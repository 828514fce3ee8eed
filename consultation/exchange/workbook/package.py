"""What lies in a workbook file (ECMA-376): parts within limits, sheets, shared words, styles that show dates."""

from __future__ import annotations

import io
import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from typing import NamedTuple
from xml.parsers import expat

from consultation.errors import SourceRefused
from consultation.language import N_
from consultation.language.inert import SHOWN

MOST_UNPACKED = 128 << 20
"""Bytes of XML in all: some hundred thousand rows."""

MOST_PARTS = 10_000

_DATES = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
"""Formats of numbers that every workbook has and that show a date or an hour."""

_NO_PATTERN = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_DATE_PATTERN = re.compile("[dmyhs]", re.IGNORECASE)
_BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, KeyError, OSError, RuntimeError, ValueError)
"""What reading an archive raises that is none, or not whole."""
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""How workbooks are packed."""

_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")

Attributes = Mapping[str, str]
Start = Callable[[str, dict[str, str]], None]
"""Told the name and the attributes of an element that begins."""


class SheetPart(NamedTuple):
    """One sheet of a workbook."""

    name: str
    part: str
    is_visible: bool


class Package:
    """A workbook file, opened."""

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise self.damaged() from error
        self._refuse_too_much()
        book = self._book()
        self._leads_to = self._relations(book)
        self._folder = posixpath.dirname(book)
        found = self.started(book)
        self.sheets = [
            SheetPart(
                about.get("name", ""), self._place(about.get("id", "")), about.get("state", "visible") == "visible"
            )
            for element, about in found
            if element == "sheet"
        ]
        self.from_1904 = any(
            element == "workbookPr" and about.get("date1904") in ("1", "true") for element, about in found
        )
        self.words = self._words()
        self.dates = self._date_styles()

    def started(self, part: str) -> list[tuple[str, Attributes]]:
        """Return the elements of a part in the order in which they begin, by their names without prefix."""
        found: list[tuple[str, Attributes]] = []

        def start(name: str, attributes: Attributes) -> None:
            found.append((name, {plain(key): value for key, value in attributes.items()}))

        self.parse(part, start)
        return found

    def parse(
        self,
        part: str,
        start: Start,
        end: Callable[[str], None] | None = None,
        text: Callable[[str], None] | None = None,
    ) -> None:
        """Go through a part, elements by their names without prefix; SourceRefused when it is no XML of a workbook."""
        parser = expat.ParserCreate()
        parser.buffer_text = True

        def first(name: str, about: dict[str, str]) -> None:
            """See whether names have a prefix: most workbooks do without, and those that have one take longer."""
            has_prefix = ":" in name
            parser.StartElementHandler = _without_prefix(start) if has_prefix else start
            parser.EndElementHandler = (lambda name: end(plain(name))) if has_prefix and end else end
            parser.StartElementHandler(name, about)

        parser.StartElementHandler = first
        parser.CharacterDataHandler = text
        parser.StartDoctypeDeclHandler = self._refuse_declarations
        try:
            parser.Parse(self._zip.read(part), True)
        except (expat.ExpatError, *_BROKEN) as error:
            raise self.damaged() from error

    def damaged(self) -> SourceRefused:
        """Say that this is no workbook one can read."""
        return SourceRefused(
            N_(
                "“{name}” is no whole workbook. Nothing was imported. Open it in a spreadsheet program, save it as "
                "“Excel workbook (.xlsx)” and try once more."
            ),
            name=self.name,
        )

    def _refuse_declarations(self, *_: object) -> None:
        raise self.damaged()

    def _refuse_too_much(self) -> None:
        entries = self._zip.infolist()
        if any(entry.flag_bits & 1 for entry in entries):
            raise protected(self.name)
        if any(entry.compress_type not in _PACKED for entry in entries):
            raise self.damaged()
        unpacked = sum(entry.file_size for entry in entries if entry.filename.endswith((".xml", ".rels")))
        if len(entries) > MOST_PARTS or unpacked > MOST_UNPACKED:
            raise SourceRefused(
                N_(
                    "“{name}” is too large to be read here: unpacked, at most {largest} MB are taken. Nothing was "
                    "imported. Save the sheet that is needed as a workbook of its own and try once more."
                ),
                name=self.name,
                largest=MOST_UNPACKED >> 20,
            )

    def _book(self) -> str:
        """Return the part that lists the sheets."""
        for _, about in self.started("_rels/.rels"):
            if about.get("Type", "").endswith("/officeDocument"):
                part = about.get("Target", "").lstrip("/")
                if part.endswith(".xml"):
                    return part
        raise self.damaged()

    def _relations(self, part: str) -> list[Attributes]:
        folder, name = posixpath.split(part)
        return [about for _, about in self.started(posixpath.join(folder, "_rels", f"{name}.rels")) if "Id" in about]

    def _place(self, relation: str) -> str:
        """Return the part a relation leads to; nothing where it leads to something that is no sheet of cells."""
        for about in self._leads_to:
            if about["Id"] == relation and about.get("Type", "").endswith("/worksheet"):
                return self._whole(about.get("Target", ""))
        return ""

    def _of_type(self, kind: str) -> str:
        for about in self._leads_to:
            if about.get("Type", "").endswith(f"/{kind}"):
                part = self._whole(about.get("Target", ""))
                return part if part in self._zip.namelist() else ""
        return ""

    def _whole(self, target: str) -> str:
        return target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"{self._folder}/{target}")

    def _words(self) -> list[str]:
        """Return the texts that cells point to, without the reading aids of Japanese."""
        part = self._of_type("sharedStrings")
        words: list[str] = []
        pieces: list[str] = []
        is_open, is_aid = False, False

        def start(name: str, _: dict[str, str]) -> None:
            nonlocal is_open, is_aid
            if name == "t":
                is_open = not is_aid
            elif name == "si":
                pieces.clear()
            elif name == "rPh":
                is_aid = True

        def end(name: str) -> None:
            nonlocal is_open, is_aid
            if name == "t":
                is_open = False
            elif name == "si":
                words.append(unescaped("".join(pieces)))
            elif name == "rPh":
                is_aid = False

        def text(piece: str) -> None:
            if is_open:
                pieces.append(piece)

        if part:
            self.parse(part, start, end, text)
        return words

    def _date_styles(self) -> frozenset[str]:
        """Return the styles of cells, as cells name them, that show a number as a date or an hour."""
        part = self._of_type("styles")
        dates = set(_DATES)
        styles: list[int] = []
        is_inside = False
        for element, about in self.started(part) if part else ():
            if element == "numFmt" and _shows_date(about.get("formatCode", "")):
                dates.add(_number(about.get("numFmtId", "")))
            elif element in ("cellXfs", "cellStyleXfs", "cellStyles", "dxfs"):
                is_inside = element == "cellXfs"
            elif element == "xf" and is_inside:
                styles.append(_number(about.get("numFmtId", "")))
        return frozenset(str(place) for place, number in enumerate(styles) if number in dates)


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


def _without_prefix(start: Start) -> Start:
    return lambda name, about: start(plain(name), about)


def plain(name: str) -> str:
    """Return the name of an element or attribute without its prefix."""
    return name.rpartition(":")[2] if ":" in name else name


def unescaped(text: str) -> str:
    """Take back the way in which a workbook writes characters that XML does not have."""
    return _ESCAPED.sub(lambda found: _character(int(found[1], 16)), text) if "_x" in text else text


def _character(code: int) -> str:
    """Return a character, or the sign that there was one where no text can have it: NUL, half a character."""
    return SHOWN if code == 0 or 0xD800 <= code <= 0xDFFF else chr(code)


def _is_shown(about: Attributes) -> bool:
    return about.get("state", "visible") == "visible"


def _shows_date(pattern: str) -> bool:
    return bool(_DATE_PATTERN.search(_NO_PATTERN.sub("", pattern.partition(";")[0])))


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 10 else -1
