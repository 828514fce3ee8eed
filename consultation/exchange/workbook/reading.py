"""Reading a workbook: which of its sheets, and its rows."""

from __future__ import annotations

from consultation.errors import SourceRefused
from consultation.exchange.grid import Grid
from consultation.exchange.workbook.package import Package, protected
from consultation.exchange.workbook.sheet import rows_of
from consultation.language import N_

WORKBOOK = ".xlsx"
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How workbooks begin that are enciphered, or of the time before 2007."""


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
    visible = [part for part in package.sheets if part.is_visible and part.part]
    names = tuple(part.name for part in visible)
    if sheet:
        visible = [part for part in package.sheets if part.name == sheet and part.part]
        if not visible:
            raise SourceRefused(
                N_("“{name}” has no sheet “{sheet}”. Nothing was imported. Its sheets are: {sheets}."),
                name=name,
                sheet=sheet,
                sheets=", ".join(names) or "–",
            )
    for part in visible:
        rows, faults = rows_of(package, part)
        if rows or faults:
            return Grid(name, rows, part.name, names, faults)
    return Grid(name, [], sheets=names)
