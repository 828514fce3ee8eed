"""The tables of a consultation file, and how to tell that a file has exactly these.

The statements are put together here and not by SQLAlchemy: a file is refused when a table in it is not written
as ours is, so the text must not change with a library's version.
"""

from __future__ import annotations

from functools import cache
from sqlite3 import Connection, connect

from sqlalchemy import Boolean, Column, Integer
from sqlmodel import SQLModel

from consultation.model import KINDS
from consultation.model.columns import IdColumn

APPLICATION_ID = 0x434E534C
""""CNSL", in the header of every consultation file."""

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

_LOCAL = ("CREATE TABLE local (name TEXT PRIMARY KEY NOT NULL, value BLOB NOT NULL)",)
"""What is true of this file and not of the set of revisions: which consultation it is about."""

_FOLDED = (
    """CREATE TABLE conflict (
 record BLOB NOT NULL,
 field TEXT NOT NULL,
 kind TEXT NOT NULL,
 PRIMARY KEY (record, field, kind)
) WITHOUT ROWID""",
    """CREATE TABLE unread (
 record BLOB NOT NULL,
 kind TEXT NOT NULL,
 PRIMARY KEY (record, kind)
) WITHOUT ROWID""",
    """CREATE VIRTUAL TABLE search USING fts5 (
 kind UNINDEXED, record UNINDEXED, words,
 tokenize = "unicode61 remove_diacritics 2"
)""",
)

_SEARCH_MEMORY = "INSERT INTO search (search, rank) VALUES ('hashsize', 4194304)"
"""Bytes of new words held before they are written into the index: merging writes them a third faster."""


def projection(kind: str) -> str:
    """Return the statement that makes the table of the records of ``kind``."""
    columns = ",\n ".join(_column(column) for column in SQLModel.metadata.tables[kind].columns)
    return f'CREATE TABLE "{kind}" (\n {columns}\n)'


def statements() -> tuple[str, ...]:
    """Return every statement that makes an empty file, in order."""
    return (*_TRUTH, *_LOCAL, *_FOLDED, *(projection(kind) for kind in KINDS), _SEARCH_MEMORY)


@cache
def expected_schema() -> frozenset[tuple[str, str, str, str | None]]:
    """Return what `schema_of` answers for a file of ours."""
    database = connect(":memory:")
    for statement in statements():
        database.execute(statement)
    found = schema_of(database)
    database.close()
    return found


def schema_of(database: Connection) -> frozenset[tuple[str, str, str, str | None]]:
    """Return everything the file defines: (type, name, table, statement)."""
    return frozenset(database.execute("SELECT type, name, tbl_name, sql FROM sqlite_master"))


def _column(column: Column[object]) -> str:
    if isinstance(column.type, IdColumn):
        affinity = "BLOB"
    elif isinstance(column.type, Boolean | Integer):
        affinity = "INTEGER"
    else:
        affinity = "TEXT"
    constraint = " PRIMARY KEY NOT NULL" if column.primary_key else "" if column.nullable else " NOT NULL"
    return f'"{column.name}" {affinity}{constraint}'
