"""Opening SQLite the way a consultation file needs it, and putting its errors into words."""

from __future__ import annotations

import sqlite3
import stat
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

from sqlalchemy.exc import DBAPIError

from consultation.errors import (
    Altered,
    Cancelled,
    ConsultationError,
    DamagedFile,
    FileUnreachable,
    NewerFile,
    NotAConsultation,
    NotSaved,
    sentence,
)
from consultation.files import unreadable
from consultation.language import N_
from consultation.store.schema import APPLICATION_ID, expected_schema, schema_of
from consultation.store.versions.number import CURRENT, Version

HEADER_SIZE = 100
MAGIC = b"SQLite format 3\0"
LARGEST_FILE = 2 << 30
"""Bytes. A thousand rooms fill a twentieth of it."""

BUSY_MS = 5000

NOT_OURS = N_("“{name}” is not a consultation file. Nothing was changed. Choose a file that ends in .consult.")

ALTERED_TABLES = N_(
    "“{name}” holds something this program did not write into it, so it was not opened. "
    "Nothing was changed. Ask the person who gave you the file for a fresh copy."
)


class SharedConnection(sqlite3.Connection):
    """One connection for plain statements and for SQLModel's reading.

    SQLModel's sessions end with a rollback. Here a transaction is ended by whoever began it, in words
    (COMMIT, ROLLBACK), so that reading in the midst of writing is harmless.
    """

    def commit(self) -> None:
        """Leave the transaction to whoever began it."""

    def rollback(self) -> None:
        """Leave the transaction to whoever began it."""


def connect(path: Path) -> SharedConnection:
    """Open ``path`` for reading and writing, safe against power cuts."""
    database = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None, factory=SharedConnection
    )
    database.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
    database.execute("PRAGMA trusted_schema = OFF")
    database.execute("PRAGMA mmap_size = 0")
    database.execute("PRAGMA journal_mode = DELETE")
    database.execute("PRAGMA synchronous = EXTRA")
    database.execute("PRAGMA secure_delete = ON")
    database.execute("PRAGMA temp_store = MEMORY")
    return database


def check_header(path: Path) -> None:
    """Check, from its first bytes and its size alone, that ``path`` may be a file of ours; FileRefused if not."""
    name = path.name or str(path)
    try:
        if path.is_dir():
            raise NotAConsultation(
                N_("“{name}” is a folder, not a consultation file. Choose a file that ends in .consult."),
                name=name,
            )
        about = path.stat()
        size = about.st_size
        if not stat.S_ISREG(about.st_mode):  # a pipe or a device, which could keep us waiting forever
            raise NotAConsultation(NOT_OURS, name=name)
        with path.open("rb") as file:
            header = file.read(HEADER_SIZE)
    except OSError as error:
        raise unreadable(path, error) from error
    if len(header) < HEADER_SIZE or not header.startswith(MAGIC):
        raise NotAConsultation(NOT_OURS, name=name)
    page_size, pages, version, application = _read_header(header)
    if application != APPLICATION_ID:
        raise NotAConsultation(
            N_("“{name}” belongs to another program. Nothing was changed. Choose a file that ends in .consult."),
            name=name,
        )
    if Version.from_header(version).major > CURRENT.major:
        raise NewerFile(
            N_(
                "“{name}” was written by a newer version of this program. It was not touched. "
                "Install the newer version to open it."
            ),
            name=name,
        )
    if size > LARGEST_FILE:
        raise DamagedFile(
            N_(
                "“{name}” is larger than any consultation can be, so it was not read. Nothing was changed. "
                "Ask for a fresh copy."
            ),
            name=name,
        )
    if version < 1 or size < page_size * pages:
        raise DamagedFile(
            N_(
                "“{name}” is cut short: part of it was not copied. Nothing was changed. "
                "Copy it again from where it comes from."
            ),
            name=name,
        )


def check_schema(database: sqlite3.Connection, name: str) -> None:
    """Check that the file defines exactly our tables; DamagedFile if anything is more, less or other."""
    if schema_of(database) != expected_schema():
        raise DamagedFile(ALTERED_TABLES, name=name)


@contextmanager
def in_words(name: str, unread: bool = False) -> Iterator[None]:
    """Turn what SQLite or the hashes raise about the file ``name`` into an expected error that names it.

    In a file that is still ``unread``, anything SQLite stumbles over is damage to the file and no bug of ours.
    """
    try:
        yield
    except Altered as error:
        raise DamagedFile(
            N_("“{name}” is damaged. {reason} Nothing was changed. Ask for a fresh copy of it."),
            name=name,
            reason=error.sentence,
        ) from error
    except DBAPIError as error:  # SQLModel's reading
        if not isinstance(error.orig, sqlite3.Error):
            raise
        _raise_in_words(error.orig, name, unread)
    except sqlite3.Error as error:
        _raise_in_words(error, name, unread)
    except UnicodeDecodeError as error:
        raise DamagedFile(sentence(_DAMAGED, name=name)) from error


def _raise_in_words(error: sqlite3.Error, name: str, unread: bool) -> NoReturn:
    """Raise the expected error for ``error`` of SQLite, or ``error`` itself when it is a bug of ours."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if isinstance(error, sqlite3.OperationalError) and "decode to UTF-8" in str(error):
        code = sqlite3.SQLITE_CORRUPT  # Python finds this one, so SQLite gives it no code
    found = _SENTENCES.get(code, (DamagedFile, _DAMAGED) if unread else None)
    if found is None:
        raise error
    kind, message = found
    raise kind(sentence(message, name=name)) from error


def _read_header(header: bytes) -> tuple[int, int, int, int]:
    """Return page size, number of pages, user_version and application_id (SQLite file format, 1.3)."""
    page_size = struct.unpack_from(">H", header, 16)[0]
    pages = struct.unpack_from(">I", header, 28)[0]
    version = struct.unpack_from(">i", header, 60)[0]
    application = struct.unpack_from(">i", header, 68)[0]
    return (65536 if page_size == 1 else page_size), pages, version, application


_DAMAGED = N_(
    "“{name}” is damaged and cannot be read. Nothing was changed. Open a copy you have sent, or ask for a fresh one."
)

_SENTENCES: dict[int, tuple[type[ConsultationError], str]] = {
    sqlite3.SQLITE_FULL: (
        NotSaved,
        N_(
            "There is no room left on the disk of “{name}”. What was saved before is still there, this last change "
            "is not. Free some space and try again."
        ),
    ),
    sqlite3.SQLITE_IOERR: (
        NotSaved,
        N_(
            "The disk of “{name}” does not answer. What was saved before is still there, this last change is not. "
            "Check that the stick is plugged in and has room, and try again."
        ),
    ),
    sqlite3.SQLITE_READONLY: (
        NotSaved,
        N_(
            "“{name}” may not be changed: the file or its folder is read-only. Nothing was changed. "
            "Copy it to a folder of your own and open it there."
        ),
    ),
    sqlite3.SQLITE_CANTOPEN: (
        FileUnreachable,
        N_(
            "“{name}” cannot be opened where it is. Nothing was changed. "
            "Check the permissions of the file and its folder."
        ),
    ),
    sqlite3.SQLITE_BUSY: (
        NotSaved,
        N_("“{name}” is being written by another program just now. Nothing was changed. Close it there and try again."),
    ),
    sqlite3.SQLITE_INTERRUPT: (Cancelled, N_("Stopped. Nothing was changed.")),
    sqlite3.SQLITE_CORRUPT: (DamagedFile, _DAMAGED),
    sqlite3.SQLITE_NOTADB: (DamagedFile, _DAMAGED),
    sqlite3.SQLITE_TOOBIG: (DamagedFile, _DAMAGED),
}
