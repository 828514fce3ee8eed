"""The engine of an open file: its one connection, its transaction, and statements in the words of SQLAlchemy.

Records are read one by one through SQLModel's sessions. Everything else is a statement of SQLAlchemy Core over the
tables, put into text once and run on the driver's own cursor: through SQLAlchemy's, saving one field would take
more than twice a bare commit, and sixty thousand rows three times as long (`docs/architecture.md`).
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

from sqlalchemy import ClauseElement
from sqlalchemy.dialects import sqlite
from sqlmodel import Session as DbSession
from sqlmodel import create_engine
from sqlmodel.pool import StaticPool

from consultation.store.wording import in_words

_DIALECT = sqlite.dialect(paramstyle="qmark")


def _read_json(text: str) -> Any:
    """Read the JSON of a column; most lists and maps of a record are empty, and there are many records."""
    return [] if text == "[]" else {} if text == "{}" else json.loads(text)


class SharedConnection(sqlite3.Connection):
    """One connection for plain statements and for SQLModel's reading.

    SQLModel's sessions end with a rollback. Here a transaction is ended by whoever began it, in words
    (COMMIT, ROLLBACK), so that reading in the midst of writing is harmless.
    """

    def commit(self) -> None:
        """Leave the transaction to whoever began it."""

    def rollback(self) -> None:
        """Leave the transaction to whoever began it."""


class Engine:
    """The connection to one open file."""

    def __init__(self, connection: sqlite3.Connection, name: str) -> None:
        self.name = name
        """The name of the file, for sentences."""
        self.connection = connection
        """For what only SQLite has, in `store.sqlite`."""
        self._only_reading = False
        self._engine = create_engine(
            "sqlite://", creator=lambda: connection, poolclass=StaticPool, json_deserializer=_read_json
        )
        self._engine.connect().close()  # SQLAlchemy's first greeting cannot be in the midst of a transaction

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()

    def run(self, statement: ClauseElement | str, *values: object) -> sqlite3.Cursor:
        """Run one statement with the values of its parameters, in the order in which they stand in it."""
        return self.connection.execute(statement if isinstance(statement, str) else text_of(statement), values)

    def many(self, statement: ClauseElement | str, rows: Iterable[Sequence[Any]]) -> int:
        """Run one statement for many rows; return how many rows it changed."""
        text = statement if isinstance(statement, str) else text_of(statement)
        return self.connection.executemany(text, rows).rowcount

    def session(self) -> DbSession:
        """Begin reading records."""
        return DbSession(self._engine)

    @property
    def in_transaction(self) -> bool:
        """Whether something is being written, or read as one."""
        return self.connection.in_transaction

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Make everything written inside one transaction: all of it, or, when something raises, nothing."""
        if self._only_reading:
            raise RuntimeError("what is written while one state is read would be lost")
        with in_words(self.name):
            if self.in_transaction:
                yield
                return
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.connection.execute("COMMIT")
            except BaseException:
                if self.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise

    @contextmanager
    def reading(self) -> Iterator[None]:
        """See one state of the file throughout, whatever others write meanwhile; nothing can be written."""
        with in_words(self.name):
            if self.in_transaction:
                yield
                return
            self.connection.execute("BEGIN")
            self._only_reading = True
            try:
                self.connection.execute("SELECT count(*) FROM sqlite_master").fetchone()  # only this takes the lock
                yield
            finally:
                self._only_reading = False
                if self.in_transaction:  # a file so damaged that it cannot be read has ended it
                    self.connection.execute("ROLLBACK")

    @contextmanager
    def attempt(self) -> Iterator[None]:
        """Try something within a transaction: when it raises, it is as if it had not been begun."""
        self.connection.execute("SAVEPOINT attempt")
        try:
            yield
        except BaseException:
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK TO attempt")
                self.connection.execute("RELEASE attempt")
            raise
        self.connection.execute("RELEASE attempt")


@cache
def text_of(statement: ClauseElement) -> str:
    """Return a statement as SQLite reads it. Statements are made once, where they are used, and kept."""
    return str(statement.compile(dialect=_DIALECT))
