"""Opening SQLite the way a consultation file needs it, and what else only SQLite has of a connection."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from consultation.store.engine import SharedConnection

BUSY_MS = 5000

PAGES_HELD = 4000
"""Changed pages, 16 MB of them, that are held back until a transaction ends: only then are others kept from reading."""

STEPS_BETWEEN_LOOKS = 100_000
"""SQLite's instructions after which it asks us whether to go on."""

_SAFE = (
    f"PRAGMA busy_timeout = {BUSY_MS}",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA mmap_size = 0",
    "PRAGMA synchronous = EXTRA",
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",
    f"PRAGMA cache_spill = {PAGES_HELD}",
)
"""Safe against power cuts, against a schema from a stranger, and nothing deleted stays in the file."""


def connect(path: Path) -> SharedConnection:
    """Open ``path`` for reading and writing; a journal of our own beside it is played back first."""
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None, factory=SharedConnection
    )
    try:
        for pragma in _SAFE:
            connection.execute(pragma)
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def connect_to_read(path: Path, largest: int, is_cancelled: Callable[[], bool]) -> sqlite3.Connection:
    """Open a copy of somebody else's file, which nobody changes meanwhile, with everything off that it could misuse.

    ``largest`` is the size in bytes of the largest value that is read; SQLite stops once it ``is_cancelled``.
    """
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None)
    try:
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, largest)
        connection.setlimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH, 100_000)
        connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
        connection.setlimit(sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH, 1)
        for pragma in ("trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0"):
            connection.execute(f"PRAGMA {pragma}")
        connection.set_progress_handler(is_cancelled, STEPS_BETWEEN_LOOKS)
    except BaseException:
        connection.close()
        raise
    return connection


def allow_only(connection: sqlite3.Connection, tables: Collection[str]) -> None:
    """Let the columns of these tables be read, and nothing else be done."""

    def judge(action: int, first: str | None, second: str | None, *_: str | None) -> int:
        if action == sqlite3.SQLITE_SELECT or (action == sqlite3.SQLITE_READ and first in tables):
            return sqlite3.SQLITE_OK
        return sqlite3.SQLITE_DENY

    connection.set_authorizer(judge)


def scratch() -> sqlite3.Connection:
    """Make a file of no name, on the disk for temporary files once it grows, that goes when it is closed."""
    connection = sqlite3.connect("", isolation_level=None)
    for pragma in ("synchronous = OFF", "journal_mode = OFF"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


@contextmanager
def nobody_writing(path: Path) -> Iterator[None]:
    """Keep everybody from writing to a file meanwhile; VACUUM cannot be part of a transaction itself."""
    guard = connect(path)
    try:
        with suppress(sqlite3.OperationalError):  # where we may not write, for others to wait is no use
            guard.execute("BEGIN IMMEDIATE")
        yield
    finally:
        guard.close()


@contextmanager
def without_waiting(connection: sqlite3.Connection) -> Iterator[None]:
    """Be refused at once meanwhile where somebody keeps the file to himself."""
    (usual,) = connection.execute("PRAGMA busy_timeout").fetchone()
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        yield
    finally:
        wait_at_most(connection, usual)


def wait_at_most(connection: sqlite3.Connection, milliseconds: int) -> None:
    """Wait no longer than this for others to let go of the file."""
    connection.execute(f"PRAGMA busy_timeout = {milliseconds:d}")


def changes_by_others(connection: sqlite3.Connection) -> int:
    """Return a number that is another one once anybody else has changed the file."""
    (version,) = connection.execute("PRAGMA data_version").fetchone()
    return int(version)


def mark(connection: sqlite3.Connection, application: int, version: int) -> None:
    """Write into the header whose file it is, and of which version."""
    connection.execute(f"PRAGMA application_id = {application}")
    connection.execute(f"PRAGMA user_version = {version}")


def schema_of(connection: sqlite3.Connection) -> frozenset[tuple[str, str, str, str | None]]:
    """Return everything the file defines: (type, name, table, statement)."""
    return frozenset(connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master"))


def is_whole(connection: sqlite3.Connection, table: str) -> bool:
    """Tell whether SQLite can read a table from end to end."""
    return bool(connection.execute(f"PRAGMA quick_check('{table}')").fetchone() == ("ok",))


def damage(connection: sqlite3.Connection, quickly: bool = False) -> list[str]:
    """Return what SQLite finds wrong with the structure of the file, in its words; nothing when it is whole.

    ``quickly`` compares only the indexes of what cannot be made anew with what they index.
    """
    there = {name for type_, name, *_ in schema_of(connection) if type_ == "table"}
    some = (f"integrity_check({table})" for table in ("revision", "local", "merge") if table in there)
    checks = ("quick_check(20)", *some) if quickly else ("integrity_check(20)",)
    found: list[str] = []
    for check in checks:
        try:
            found += [str(problem) for (problem,) in connection.execute(f"PRAGMA {check}") if problem != "ok"]
        except sqlite3.DatabaseError as error:  # so damaged that it cannot even be checked
            if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
                raise
            found.append(str(error))
    return found


def keep_journal(connection: sqlite3.Connection) -> None:
    """Write with a rollback journal, whatever another program has set in the file."""
    connection.execute("PRAGMA journal_mode = DELETE")


def copy_pages(connection: sqlite3.Connection, path: Path) -> None:
    """Write the file as it stands to ``path``, where nothing may be yet.

    Through SQLite: to open an own file in any other way, and close it, lets go of the locks we have on it.
    """
    with closing(sqlite3.connect(path)) as copy:
        connection.backup(copy)


def copy_into(connection: sqlite3.Connection, path: Path) -> None:
    """Write a whole copy of the file to ``path``, where nothing may be yet."""
    connection.execute("VACUUM INTO ?", (str(path),))
