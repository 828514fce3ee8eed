"""The tables of a consultation file, and how to tell that a file has exactly these.

The statements are put together here and not by SQLAlchemy: a file is refused when a table in it is not written
as ours is, so the text must not change with a library's version.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from sqlite3 import connect

from sqlalchemy import Boolean, Column, Integer, LargeBinary, Table

from consultation.model import KINDS
from consultation.model.columns import IdColumn
from consultation.store.sqlite import words
from consultation.store.sqlite.connection import schema_of
from consultation.store.tables import CONFLICT, ERASED, LOCAL, MERGE, RECORDS, UNREAD
from consultation.store.versions.number import CURRENT, Version

APPLICATION_ID = 0x434E534C
""""CNSL", in the header of every consultation file."""

Definitions = frozenset[tuple[str, str, str, str | None]]
"""Everything a file defines: (type, name, table, statement)."""

_TRUTH = (
    """CREATE TABLE revision (
 seq INTEGER PRIMARY KEY,
 id BLOB NOT NULL UNIQUE,
 record BLOB NOT NULL,
 kind TEXT NOT NULL,
 parents BLOB NOT NULL,
 wall_ms INTEGER NOT NULL,
 counter INTEGER NOT NULL,
 replica BLOB NOT NULL,
 author BLOB NOT NULL,
 fields TEXT NOT NULL,
 "commitment" BLOB NOT NULL,
 salt BLOB,
 body BLOB
)""",
    "CREATE INDEX revision_by_record ON revision (record)",
)
"""The same in every version: a file of another one keeps its revisions where they are."""

_HOLES = "CREATE INDEX revision_without_words ON revision (id) WHERE body IS NULL"


def projection(kind: str) -> str:
    """Return the statement that makes the table of the records of ``kind``."""
    return _made(RECORDS[kind])


def derived() -> tuple[str, ...]:
    """Return the statements that make all but the table of revisions, in order."""
    return (
        _HOLES,
        *(_made(table) for table in (LOCAL, MERGE, ERASED, CONFLICT, UNREAD)),
        words.TABLE,
        *(projection(kind) for kind in KINDS),
        words.MEMORY,
    )


def statements() -> tuple[str, ...]:
    """Return every statement that makes an empty file, in order."""
    return (*_TRUTH, *derived())


_KEPT = {
    Version(1, 0): "first.sql",
    Version(2, 0): "second.sql",
    Version(2, 1): "third.sql",
    Version(2, 2): "fourth.sql",
}
"""The tables of earlier versions, to the letter."""


@cache
def expected_schema(version: Version = CURRENT) -> Definitions:
    """Return what a file of that version defines; one that we know."""
    if version == CURRENT:
        return _defined_by(statements())
    text = files("consultation.store.versions").joinpath(_KEPT[version]).read_text(encoding="utf-8")
    kept = "\n".join(line for line in text.splitlines() if not line.startswith("--"))
    return _defined_by(tuple(statement for statement in kept.split(";\n") if statement.strip()))


def is_expected(defined: Definitions, version: Version) -> bool:
    """Tell whether a file of ``version`` defines what it should.

    Of a newer minor version we know the table of revisions and the search index; its other tables are its own
    projections, which we never read, so they may only be plain tables, under plain names.
    """
    if version <= CURRENT:
        return version in (CURRENT, *_KEPT) and defined == expected_schema(version)
    ground = {
        definition
        for definition in expected_schema()
        if definition[2] == "revision" or definition[2].startswith("search")
    }
    return ground <= defined and all(_is_plain_table(definition) for definition in defined - ground)


def _is_plain_table(definition: tuple[str, str, str, str | None]) -> bool:
    type_, name, table, statement = definition
    if type_ == "index":
        return name.startswith("sqlite_autoindex_") and statement is None
    plain = re.fullmatch(r"[a-z][a-z0-9_]{0,63}", name) is not None and name == table
    return type_ == "table" and plain and re.match(r'CREATE TABLE "?[a-z]', statement or "") is not None


def _defined_by(those: tuple[str, ...]) -> Definitions:
    database = connect(":memory:")
    for statement in those:
        database.execute(statement)
    found = schema_of(database)
    database.close()
    return found


def _made(table: Table) -> str:
    columns = [_column(column, len(table.primary_key) > 1) for column in table.columns]
    end = ""
    if len(table.primary_key) > 1:
        columns.append(f"PRIMARY KEY ({', '.join(column.name for column in table.primary_key)})")
        end = " WITHOUT ROWID"
    listed = ",\n ".join(columns)
    return f'CREATE TABLE "{table.name}" (\n {listed}\n){end}'


def _column(column: Column[object], key_is_elsewhere: bool) -> str:
    if isinstance(column.type, IdColumn | LargeBinary):
        affinity = "BLOB"
    elif isinstance(column.type, Boolean | Integer):
        affinity = "INTEGER"
    else:
        affinity = "TEXT"
    alone = column.primary_key and not key_is_elsewhere
    whole = affinity == "INTEGER" and alone  # the place in the file itself
    constraint = " PRIMARY KEY" if alone else ""
    return f'"{column.name}" {affinity}{constraint}{"" if column.nullable or whole else " NOT NULL"}'
