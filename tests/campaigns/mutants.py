"""Files that were good once: a byte, a page or a field of the header is another."""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

PAGE = 4096
EMPTY_INDEX = b"\x0a\0\0\0\0\x10\0\0".ljust(PAGE, b"\0")
"""A page of an index that holds nothing: the form is right, and what it says is not true."""


@dataclass(frozen=True)
class Mutant:
    """A way to spoil a file."""

    name: str
    spoil: Callable[[Path], None]
    """Changes the file in place."""


def byte_mutants(good: Path) -> list[Mutant]:
    """One byte changed, most often where the truth is: in the table of tables and in the revisions."""
    chance = Random(11)
    size = good.stat().st_size
    truth = _pages_of(good, "revision", "revision_by_record", "sqlite_autoindex_revision_1") or [1]
    places = [chance.randrange(size) for _ in range(150)]
    places += [(chance.choice([1, *truth]) - 1) * PAGE + chance.randrange(PAGE) for _ in range(150)]
    places += [(chance.choice([1, *truth]) - 1) * PAGE + chance.randrange(12) for _ in range(60)]
    return [_in_bytes(f"byte {place} xor {mask:#x}", _flip(place, mask)) for place, mask in _masked(places, chance)]


def page_mutants(good: Path) -> list[Mutant]:
    """A page lost, doubled, exchanged or filled with noise, an index emptied; a file cut short or lengthened."""
    pages = good.stat().st_size // PAGE
    chance = Random(12)
    found = [
        _in_bytes(f"{index} without an entry", _replace((page - 1) * PAGE, EMPTY_INDEX))
        for index in ("revision_by_record", "sqlite_autoindex_revision_1")
        for page in _pages_of(good, index)
    ]
    for page in range(pages):
        other = chance.randrange(pages)
        noise = chance.randbytes(PAGE)
        found += [
            _in_bytes(f"page {page + 1} of zeros", _replace(page * PAGE, bytes(PAGE))),
            _in_bytes(f"page {page + 1} of noise", _replace(page * PAGE, noise)),
            _in_bytes(f"page {page + 1} like page {other + 1}", _copy_page(other, page)),
            _in_bytes(f"page {page + 1} exchanged with page {other + 1}", _exchange(page, other)),
        ]
        if page % 8 == 0:
            found.append(_in_bytes(f"cut after page {page + 1}", _cut((page + 1) * PAGE)))
            found.append(_in_bytes(f"cut within page {page + 1}", _cut(page * PAGE + 777)))
    found.append(_in_bytes("a page more", lambda whole: whole.extend(noise)))
    found.append(_in_bytes("a byte more", lambda whole: whole.extend(b"\1")))
    return found


HEADER = (
    ("magic", 0, ">16s", (b"SQLite format 4\0", bytes(16))),
    ("page size", 16, ">H", (0, 1, 2, 512, 1000, 2048, 8192, 65535)),
    ("write version", 18, ">B", (0, 2, 3, 255)),
    ("read version", 19, ">B", (0, 2, 3, 255)),
    ("reserved bytes", 20, ">B", (1, 32, 255)),
    ("largest payload", 21, ">B", (0, 65, 255)),
    ("smallest payload", 22, ">B", (0, 33, 255)),
    ("leaf payload", 23, ">B", (0, 33, 255)),
    ("change counter", 24, ">I", (0, 1, 0x7FFFFFFF, 0xFFFFFFFF)),
    ("pages", 28, ">I", (0, 1, 2, 0x7FFFFFFF, 0xFFFFFFFF)),
    ("first free page", 32, ">I", (1, 2, 0x7FFFFFFF, 0xFFFFFFFF)),
    ("free pages", 36, ">I", (1, 0x7FFFFFFF, 0xFFFFFFFF)),
    ("schema cookie", 40, ">I", (0, 0x7FFFFFFF, 0xFFFFFFFF)),
    ("schema format", 44, ">I", (0, 1, 2, 3, 5, 0xFFFFFFFF)),
    ("cache size", 48, ">i", (1, -1, 0x7FFFFFFF, -0x80000000)),
    ("largest root page", 52, ">I", (1, 2, 0xFFFFFFFF)),
    ("text encoding", 56, ">I", (0, 2, 3, 4, 0xFFFFFFFF)),
    ("our version", 60, ">i", (0, 1, -1, 77, 201, 300, 0x7FFFFFFF, -0x80000000)),
    ("incremental vacuum", 64, ">I", (1, 0xFFFFFFFF)),
    ("whose file", 68, ">I", (0, 1, 0xFFFFFFFF)),
    ("reserved", 72, ">20s", (b"\xff" * 20,)),
    ("valid for", 92, ">I", (0, 0xFFFFFFFF)),
    ("written by", 96, ">I", (0, 1, 0xFFFFFFFF)),
)
"""Every field of the header of a database (SQLite file format, 1.3): name, place, form, and values to try."""


def header_mutants(good: Path) -> list[Mutant]:
    """Another value in one field of the header, and in two at once."""
    fields = [
        (f"{name} = {value!r}", _replace(place, struct.pack(form, value)))
        for name, place, form, values in HEADER
        for value in values
    ]
    chance = Random(13)
    doubled = [(chance.choice(fields), chance.choice(fields)) for _ in range(60)]
    return [_in_bytes(name, change) for name, change in fields] + [
        _in_bytes(f"{one[0]}, {other[0]}", _both(one[1], other[1])) for one, other in doubled
    ]


def _pages_of(path: Path, *names: str) -> list[int]:
    """The root pages of some tables and indexes."""
    database = sqlite3.connect(path)
    try:
        return [page for name, page in database.execute("SELECT name, rootpage FROM sqlite_master") if name in names]
    finally:
        database.close()


Change = Callable[[bytearray], object]


def _in_bytes(name: str, change: Change) -> Mutant:
    def spoil(path: Path) -> None:
        whole = bytearray(path.read_bytes())
        change(whole)
        path.write_bytes(whole)

    return Mutant(name, spoil)


def _masked(places: list[int], chance: Random) -> Iterator[tuple[int, int]]:
    for place in places:
        yield place, chance.choice((1, 1 << chance.randrange(8), 0x80, 0xFF))


def _flip(place: int, mask: int) -> Change:
    def change(whole: bytearray) -> None:
        whole[place] ^= mask

    return change


def _replace(place: int, part: bytes) -> Change:
    def change(whole: bytearray) -> None:
        whole[place : place + len(part)] = part

    return change


def _copy_page(source: int, target: int) -> Change:
    def change(whole: bytearray) -> None:
        whole[target * PAGE : (target + 1) * PAGE] = whole[source * PAGE : (source + 1) * PAGE]

    return change


def _exchange(one: int, other: int) -> Change:
    def change(whole: bytearray) -> None:
        first, second = (whole[page * PAGE : (page + 1) * PAGE] for page in (one, other))
        whole[one * PAGE : (one + 1) * PAGE], whole[other * PAGE : (other + 1) * PAGE] = second, first

    return change


def _cut(size: int) -> Change:
    def change(whole: bytearray) -> None:
        del whole[size:]

    return change


def _both(one: Change, other: Change) -> Change:
    def change(whole: bytearray) -> None:
        one(whole)
        other(whole)

    return change
