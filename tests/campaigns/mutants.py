"""Files that were good once: a byte, a page, a field of the header, or anything SQL can change, is another."""

from __future__ import annotations

import contextlib
import sqlite3
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.builders import with_schema_sql, with_sql

PAGE = 4096


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
    """A page lost, doubled, exchanged or filled with noise; a file cut short or with something behind it."""
    pages = good.stat().st_size // PAGE
    chance = Random(12)
    found: list[Mutant] = []
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
    ("our version", 60, ">i", (0, -1, 77, 0x7FFFFFFF, -0x80000000)),
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


def projection_mutants(good: Path) -> list[Mutant]:
    """Everything that is only derived, changed by another program: what is shown must be what the revisions say."""
    chance = Random(15)
    values = ("NULL", "'another'", "1", "x'ff00'", "-9e300", "'[[[['", "'{\"en\":7}'", "zeroblob(100000)")
    found = [
        Mutant(f"{table}.{column} = {value}", _sql(f'UPDATE OR IGNORE "{table}" SET "{column}" = {value}'))
        for table, columns in columns_of(good).items()
        if table != "revision"
        for column in columns
        for value in chance.sample(values, 3)
    ]
    for table in columns_of(good):
        if table != "revision":
            found.append(Mutant(f"nothing in {table}", _sql(f'DELETE FROM "{table}"')))
    return [
        *found,
        Mutant("consent is given", _sql("UPDATE person SET consent = 1")),
        Mutant("words never said", _sql("UPDATE recommendation SET text = 'never said'")),
        Mutant("a person under another id", _sql("UPDATE person SET id = x'0190000000007000800000000000000a'")),
        Mutant(
            "a conflict that is none",
            _sql("INSERT OR IGNORE INTO conflict (record, field, kind) SELECT record, 'text', kind FROM revision"),
        ),
        Mutant(
            "a field in conflict that is none",
            _sql("INSERT INTO conflict (record, field, kind) VALUES (x'07', 'colour', 'hat')"),
        ),
        Mutant("words that are found and were not said", _sql("UPDATE search SET words = 'words map wells'")),
    ]


REVISIONS = (
    "DELETE FROM revision",
    "DELETE FROM revision WHERE parents = x''",
    "DELETE FROM revision WHERE seq % 2",
    "UPDATE revision SET seq = -seq",
    "UPDATE revision SET seq = 9223372036854775807 WHERE seq = 1",
    "UPDATE revision SET body = CAST(replace(body, 'map', 'cat') AS BLOB)",
    "UPDATE revision SET body = NULL WHERE kind = 'lesson'",
    "UPDATE revision SET salt = NULL WHERE kind = 'lesson'",
    "UPDATE revision SET salt = NULL, body = NULL",
    "UPDATE revision SET salt = NULL, body = NULL WHERE kind = 'consultation'",
    "UPDATE OR IGNORE revision SET id = zeroblob(32) WHERE kind = 'lesson' AND parents = x''",
    "UPDATE revision SET id = hex(id)",
    "UPDATE revision SET parents = zeroblob(64000)",
    "UPDATE revision SET parents = id",
    "UPDATE revision SET kind = 'nothing'",
    "UPDATE revision SET kind = 'sqlite_master'",
    "UPDATE revision SET kind = CAST(x'ff80' AS TEXT)",
    "UPDATE revision SET fields = ''",
    "UPDATE revision SET fields = CAST(fields AS BLOB)",
    "UPDATE revision SET record = zeroblob(1000000)",
    "UPDATE revision SET author = 7",
    "UPDATE revision SET wall_ms = -1",
    "UPDATE revision SET wall_ms = 1e300",
    "UPDATE revision SET wall_ms = 'noon'",
    "UPDATE revision SET counter = -9223372036854775808",
    "INSERT INTO revision SELECT seq + 1000, randomblob(32), record, kind, parents, wall_ms, counter, replica, author,"
    ' fields, "commitment", salt, body FROM revision',
)

SCHEMA = (
    "UPDATE sqlite_master SET sql = 'CREATE NONSENSE' WHERE name = 'lesson'",
    "UPDATE sqlite_master SET sql = NULL WHERE name = 'revision'",
    "UPDATE sqlite_master SET sql = replace(sql, 'INTEGER', 'TEXT') WHERE name = 'revision'",
    "UPDATE sqlite_master SET sql = replace(sql, 'BLOB', 'INTEGER') WHERE name = 'person'",
    "UPDATE sqlite_master SET sql = replace(sql, ' NOT NULL', '') WHERE name = 'lesson'",
    "UPDATE sqlite_master SET sql = replace(sql, 'fts5', 'rtree') WHERE name = 'search'",
    "UPDATE sqlite_master SET sql = replace(sql, 'unicode61', 'porter') WHERE name = 'search'",
    "UPDATE sqlite_master SET sql = upper(sql)",
    "UPDATE sqlite_master SET rootpage = 2",
    "UPDATE sqlite_master SET rootpage = 999999",
    "UPDATE sqlite_master SET rootpage = 0, type = 'view', sql = 'CREATE VIEW revision AS SELECT 1'"
    " WHERE name = 'revision'",
    "UPDATE sqlite_master SET rootpage = (SELECT rootpage FROM sqlite_master WHERE name = 'person')"
    " WHERE name = 'revision'",
    "UPDATE sqlite_master SET tbl_name = 'person' WHERE name = 'lesson'",
    "UPDATE sqlite_master SET name = 'another' WHERE name = 'local'",
    "DELETE FROM sqlite_master WHERE name = 'revision'",
    "DELETE FROM sqlite_master WHERE name LIKE 'search_%'",
    "DELETE FROM sqlite_master",
    "INSERT INTO sqlite_master SELECT * FROM sqlite_master",
)

TABLES = (
    "CREATE TABLE extra (id INTEGER)",
    "CREATE VIEW extra AS SELECT * FROM revision",
    "CREATE VIEW extra AS WITH RECURSIVE many(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM many) SELECT n FROM many",
    "CREATE INDEX extra ON lesson (text)",
    "CREATE INDEX extra ON revision (length(body))",
    "CREATE UNIQUE INDEX extra ON lesson (deleted, id)",
    "CREATE TRIGGER extra AFTER INSERT ON revision BEGIN DELETE FROM revision; END",
    "CREATE TRIGGER extra AFTER UPDATE ON lesson BEGIN UPDATE person SET consent = 1; END",
    "CREATE TRIGGER extra BEFORE DELETE ON conflict BEGIN SELECT RAISE(ABORT, 'no'); END",
    "CREATE VIRTUAL TABLE extra USING fts5 (words)",
    "ALTER TABLE revision ADD COLUMN extra TEXT",
    "ALTER TABLE lesson ADD COLUMN extra AS (text || text)",
    "ALTER TABLE lesson RENAME COLUMN text TO words",
    "DROP TABLE lesson",
    "DROP TABLE search",
    "DROP TABLE local",
    "DROP INDEX revision_by_record",
    "ANALYZE",
    "PRAGMA journal_mode = WAL",
)


def sql_mutants(good: Path) -> list[Mutant]:
    """Revisions, tables, views and triggers as another program may leave them."""
    return [
        *(Mutant(statement, _sql(statement)) for statement in (*REVISIONS, *TABLES)),
        *(Mutant(statement, _schema_sql(statement)) for statement in SCHEMA),
    ]


def columns_of(path: Path) -> dict[str, list[str]]:
    """Return every table of a file that can be written, with its columns."""
    database = sqlite3.connect(path)
    try:
        names = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {
            name: [column for _, column, *_ in database.execute(f'PRAGMA table_info("{name}")')]
            for name in names
            if not name.startswith("sqlite_")
        }
    finally:
        database.close()


def _pages_of(path: Path, *names: str) -> list[int]:
    """The root pages of some tables and indexes."""
    database = sqlite3.connect(path)
    try:
        return [page for name, page in database.execute("SELECT name, rootpage FROM sqlite_master") if name in names]
    finally:
        database.close()


def _sql(statement: str) -> Callable[[Path], None]:
    def spoil(path: Path) -> None:
        with contextlib.suppress(sqlite3.IntegrityError):  # a column that takes numbers only stays as it was
            with_sql(path, statement).replace(path)

    return spoil


def _schema_sql(statement: str) -> Callable[[Path], None]:
    def spoil(path: Path) -> None:
        with_schema_sql(path, statement).replace(path)

    return spoil


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
