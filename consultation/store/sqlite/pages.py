"""The pages of a database, read by hand where SQLite will not (SQLite file format, 1.3 to 1.6).

Nothing in them is taken on trust: a number counts only where it can be what it should, a chain of pages ends where it
must, and what cannot be read is left out. Whether a row is what it says is for the hashes to tell.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from mmap import mmap
from typing import Any, NamedTuple

TABLE_LEAF, TABLE_INNER, INDEX_LEAF, INDEX_INNER = 0x0D, 0x05, 0x0A, 0x02
TABLES, INDEXES = frozenset({TABLE_LEAF, TABLE_INNER}), frozenset({INDEX_LEAF, INDEX_INNER})
INNER = frozenset({TABLE_INNER, INDEX_INNER})

HEADER_SIZE = 100
PAGE_SIZES = (4096, 1024, 2048, 8192, 16384, 32768, 65536, 512)
"""In bytes, ours first."""
LARGEST_PAYLOAD = 8 << 20
"""Bytes of one row; a revision has at most some megabytes."""

_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
"""Serial type -> bytes of the integer."""


class Cell(NamedTuple):
    """One cell of a page, with what it holds."""

    key: int | None
    """The rowid, in the pages of a table."""
    payload: bytes
    """The part of the row that could be read; it is whole when ``missing`` is 0."""
    missing: int = 0
    """Bytes of the row on pages that could not be followed."""


class Child(NamedTuple):
    """A page below another, and the keys it may hold: more than ``low``, up to ``high``."""

    page: int
    low: int | None
    high: int | None


@dataclass
class Pages:
    """The pages of a file, of which nothing is known for certain."""

    data: bytes | mmap
    size: int = PAGE_SIZES[0]
    """Bytes of a page."""
    reserved: int = 0
    """Bytes at the end of each page that are not used."""
    origin: int = 0
    """Where page 1 begins; less than 0 in a file that has lost its first bytes."""
    chains: dict[int, int] = field(default_factory=dict)
    """Pages that hold the rest of a row -> the page whose row it is."""
    broken: set[int] = field(default_factory=set)
    """Pages that should hold the rest of a row and do not."""

    @property
    def count(self) -> int:
        """How many pages there are, the last one perhaps in part."""
        return -(-(len(self.data) - self.origin) // self.size)

    @property
    def usable(self) -> int:
        """Bytes of a page that are used."""
        return self.size - self.reserved

    def bytes_of(self, number: int) -> bytes:
        """Return a page, counted from 1, or as much of it as there is; nothing where there is none."""
        start = self.origin + (number - 1) * self.size
        return bytes(self.data[max(start, 0) : start + self.size]) if number > 0 and start > -self.size else b""

    def kind(self, number: int) -> int | None:
        """Return the type of a page of a tree; None when it is none, or not whole."""
        page = self.bytes_of(number)
        if len(page) != self.size:
            return None
        return _kind(page, HEADER_SIZE if number == 1 else 0, self.usable)

    def cells(self, number: int) -> Iterator[Cell | None]:
        """Give the cells of a page of a tree, None for each that cannot be read."""
        page, base = self.bytes_of(number), HEADER_SIZE if number == 1 else 0
        kind = page[base]
        if kind == TABLE_INNER:
            return
        first = base + (12 if kind in INNER else 8)
        count = struct.unpack_from(">H", page, base + 3)[0]
        for at in struct.unpack_from(f">{count}H", page, first):
            yield self._cell(number, page, at + (4 if kind in INNER else 0), kind == TABLE_LEAF)

    def children(self, number: int, low: int | None = None, high: int | None = None) -> list[Child]:
        """Return the pages below a page inside a tree, whose keys lie between ``low`` and ``high``."""
        page, base = self.bytes_of(number), HEADER_SIZE if number == 1 else 0
        found: list[Child] = []
        for at in struct.unpack_from(f">{struct.unpack_from('>H', page, base + 3)[0]}H", page, base + 12):
            if at + 4 > self.usable:
                continue
            child, key = struct.unpack_from(">I", page, at)[0], None
            if page[base] == TABLE_INNER:
                key = read_varint(page, at + 4)[0]
            found.append(Child(child, low, key))
            low = key
        return [*found, Child(struct.unpack_from(">I", page, base + 8)[0], low, high)]

    def free(self, first: int) -> set[int]:
        """Return the pages that nobody uses, from the ``first`` of their list on."""
        found: set[int] = set()
        while 1 < first <= self.count and first not in found:
            found.add(first)
            page = self.bytes_of(first)
            if len(page) < self.size:
                break
            first, number = struct.unpack_from(">II", page)
            if number <= self.usable // 4 - 2:
                found.update(struct.unpack_from(f">{number}I", page, 8))
        return found

    def row_at(self, number: int, page: bytes, at: int, length: int) -> Cell:
        """Return the row of ``length`` bytes that begins at byte ``at`` of a page of a table."""
        return self._gathered(number, page, at, length, None, True)

    def _cell(self, number: int, page: bytes, at: int, is_table: bool) -> Cell | None:
        length, at = read_varint(page, at)
        key = None
        if is_table:
            key, at = read_varint(page, at)
        if not 0 < length <= LARGEST_PAYLOAD or at >= self.usable:
            return None
        return self._gathered(number, page, at, length, key, is_table)

    def _gathered(self, number: int, page: bytes, at: int, length: int, key: int | None, is_table: bool) -> Cell:
        here = _local(length, self.usable, is_table)
        payload = page[at : min(at + here, self.usable)]
        if len(payload) < here:
            return Cell(key, payload, length - len(payload))
        if here == length:
            return Cell(key, payload)
        if at + here + 4 > self.usable:
            return Cell(key, payload, length - here)
        follows = struct.unpack_from(">I", page, at + here)[0]
        payload += self._chain(number, follows, length - here)
        return Cell(key, payload, length - len(payload))

    def _chain(self, number: int, follows: int, length: int) -> bytes:
        """Return the rest of a row from the pages it lies on, as far as they can be followed."""
        parts: list[bytes] = []
        each, before = self.usable - 4, 0
        while length > 0:
            page = self.bytes_of(follows) if 1 < follows <= self.count else b""
            if len(page) < self.size or self.chains.get(follows, number) != number:
                self.broken.add(follows if 1 < follows <= self.count else before)
                break
            self.chains[follows] = number
            parts.append(page[4 : 4 + min(each, length)])
            length -= each
            before, follows = follows, struct.unpack_from(">I", page)[0]
        self.broken.discard(0)
        return b"".join(parts)


def read_varint(page: bytes, at: int) -> tuple[int, int]:
    """Read a number of variable length; return it and where it ends (past the page where it is not whole)."""
    value = 0
    for place in range(8):
        if at + place >= len(page):
            return 0, len(page) + 1
        byte = page[at + place]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + place + 1
    if at + 8 >= len(page):
        return 0, len(page) + 1
    value = value << 8 | page[at + 8]
    return value - (1 << 64) if value >= 1 << 63 else value, at + 9


def write_varint(value: int) -> bytes:
    """Write a number, below 2**56, as `read_varint` reads it."""
    parts = [value & 0x7F]
    while value := value >> 7:
        parts.append(value & 0x7F | 0x80)
    return bytes(reversed(parts))


def values_of(payload: bytes) -> tuple[Any, ...] | None:
    """Read the values of a row; one that is not whole has None for the values that are missing at its end.

    None when it is no row.
    """
    end, at = read_varint(payload, 0)
    if not at <= end <= len(payload):
        return None
    found: list[Any] = []
    place = end
    while at < end:
        serial, at = read_varint(payload, at)
        size = size_of(serial)
        if size is None:
            return None
        part = payload[place : place + size]
        place += size
        try:
            found.append(_value(serial, part) if len(part) == size else None)
        except UnicodeDecodeError:
            return None
    return tuple(found) if at == end else None


def size_of(serial: int) -> int | None:
    """Return how many bytes a value of a serial type takes; None for one that nobody uses."""
    if serial >= 12:
        return (serial - 12) // 2
    return {0: 0, 7: 8, 8: 0, 9: 0, **_INTEGERS}.get(serial)


def _value(serial: int, part: bytes) -> Any:
    if serial >= 12:
        return part.decode() if serial % 2 else part
    if serial in _INTEGERS:
        return int.from_bytes(part, "big", signed=True)
    return {0: None, 8: 0, 9: 1}.get(serial)  # we write no fractions


def _kind(page: bytes, base: int, usable: int) -> int | None:
    """Return the type of a page of a tree, if its header can be one."""
    kind = page[base]
    if kind not in TABLES and kind not in INDEXES:
        return None
    freeblock, count, content = struct.unpack_from(">HHH", page, base + 1)
    content = content or 65536
    pointers = base + (12 if kind in INNER else 8) + 2 * count
    if not pointers <= content <= usable or (freeblock and not content <= freeblock < usable):
        return None
    if kind in INNER and not count:
        return None
    return kind


def _local(length: int, usable: int, is_table: bool) -> int:
    """Return how many bytes of a row stand on its own page; the rest lies on a chain of others."""
    most = usable - 35 if is_table else (usable - 12) * 64 // 255 - 23
    if length <= most:
        return length
    least = (usable - 12) * 32 // 255 - 23
    some = least + (length - least) % (usable - 4)
    return some if some <= most else least
