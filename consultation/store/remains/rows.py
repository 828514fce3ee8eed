"""Telling a row of the table of revisions from all other bytes of a file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from consultation.errors import Altered
from consultation.store.revision import RevisionRow, read_revision, verify
from consultation.store.sqlite.pages import Cell, Pages, read_varint, size_of, values_of, write_varint

LARGEST_ROW = 8 << 20
"""Bytes; a revision has at most some megabytes."""

_COLUMNS = len(RevisionRow._fields) + 1

_BEGINNING = re.compile(rb"[\x0e-\x7f]\x00\x4c\x2c", re.DOTALL)
"""How every row of the table begins: the length of its header, no `seq`, 32 bytes of id, 16 of record."""


def values_in(cell: Cell | None) -> tuple[Any, ...] | None:
    """Return the values of a row of the table of revisions, without its `seq`."""
    if cell is None or cell.payload[1:4] != b"\x00\x4c\x2c":
        return None
    values = values_of(cell.payload)
    return values[1:] if values is not None and len(values) == _COLUMNS else None


def verified(cell: Cell | None) -> tuple[Any, ...] | None:
    """Return the values of a `RevisionRow` that is what its id says, and whose body is what its fields promise."""
    values = values_in(cell) if cell is not None and not cell.missing else None
    return values if values is not None and is_true(values) else None


def is_true(values: tuple[Any, ...]) -> bool:
    """Tell whether a row is what its id says, and its body what its fields promise."""
    try:
        verify(values)
        read_revision(values)
    except Altered:
        return False
    return True


def cells_within(pages: Pages, number: int) -> Iterator[Cell]:
    """Give what begins like a row of the table anywhere on a page, with its place where that can be read too."""
    page = pages.bytes_of(number)
    for match in _BEGINNING.finditer(page):
        at = match.start()
        end, where, length, columns = at + page[at], at + 1, page[at], 0
        while where < min(end, len(page)):
            serial, where = read_varint(page, where)
            length += size_of(serial) or 0
            columns += 1
        if where != end or columns != _COLUMNS or length > LARGEST_ROW:
            continue
        cell = pages.row_at(number, page.ljust(pages.size, b"\0"), at, length)
        yield Cell(_place_before(page, at, length), cell.payload, cell.missing)


def _place_before(page: bytes, at: int, length: int) -> int | None:
    """Return the place of the row that begins at byte ``at``: it stands before it, after the length of the row."""
    before = write_varint(length)
    for size in range(1, 6):
        start = at - size
        if start < len(before) or page[start - len(before) : start] != before:
            continue
        place, end = read_varint(page, start)
        if end == at and place > 0:
            return place
    return None
