"""The tables of a file that are not records, as SQLModel knows them: the revisions, what is folded, what is local."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Table, bindparam
from sqlalchemy.dialects.sqlite import Insert, insert
from sqlmodel import Field, SQLModel

from consultation.model import KINDS


class LedgerRow(SQLModel, table=True):
    """A revision, and its place in this file."""

    __tablename__ = "revision"

    seq: int | None = Field(default=None, primary_key=True)
    id: bytes = Field(unique=True)
    record: bytes = Field(index=True)
    kind: str
    parents: bytes
    wall_ms: int
    counter: int
    replica: bytes
    author: bytes
    fields: str
    commitment: bytes
    salt: bytes | None = None
    body: bytes | None = None


class ErasedRow(SQLModel, table=True):
    """A revision whose words are gone for good: folded from the erasures among the revisions.

    An erasure speaks of revisions of its own record alone. Which record that is belongs to the key: what a stranger's
    erasure names under another record must not hide what a true one names.
    """

    __tablename__ = "erased"

    id: bytes = Field(primary_key=True)
    record: bytes = Field(primary_key=True)


class ConflictRow(SQLModel, table=True):
    """A field in which people disagree."""

    __tablename__ = "conflict"

    record: bytes = Field(primary_key=True)
    kind: str = Field(primary_key=True)
    field: str = Field(primary_key=True)


class UnreadRow(SQLModel, table=True):
    """A record that holds something this program does not know and therefore does not show."""

    __tablename__ = "unread"

    record: bytes = Field(primary_key=True)
    kind: str = Field(primary_key=True)


class LocalRow(SQLModel, table=True):
    """Something that is true of this file and not of the set of revisions: which consultation it is about."""

    __tablename__ = "local"

    name: str = Field(primary_key=True)
    value: bytes


class MergeRow(SQLModel, table=True):
    """A merge into this file: its revisions took the places from ``first`` to ``last``.

    Those that took it back took the places from ``back_first`` to ``back_last``; 0 where nobody has.
    """

    __tablename__ = "merge"

    number: int | None = Field(default=None, primary_key=True)
    name: str
    merged_ms: int
    author: bytes
    first: int
    last: int
    back_first: int = 0
    back_last: int = 0


def table_of(model: type[SQLModel]) -> Table:
    """Return the table of a class."""
    table: Any = SQLModel.metadata.tables[str(model.__tablename__)]
    return table  # type: ignore[no-any-return]


def put(table: Table) -> Insert:
    """Return the statement that puts a row into a table, its values in the order of the columns."""
    return insert(table).values({column.name: bindparam(f"new_{column.name}") for column in table.columns})


REVISION = table_of(LedgerRow)
ERASED = table_of(ErasedRow)
CONFLICT = table_of(ConflictRow)
UNREAD = table_of(UnreadRow)
LOCAL = table_of(LocalRow)
MERGE = table_of(MergeRow)

RECORDS = {kind: table_of(model) for kind, model in KINDS.items()}
"""The table of each kind of record."""
