"""Putting what SQLite, or a hash, says about a file into the sentence of an expected error."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

from sqlalchemy.exc import DBAPIError

from consultation.errors import (
    Altered,
    Cancelled,
    ConsultationError,
    DamagedFile,
    FileUnreachable,
    NotSaved,
    sentence,
)
from consultation.language import N_


@contextmanager
def in_words(name: str, unread: bool = False) -> Iterator[None]:
    """Turn what SQLite or the hashes raise about the file ``name`` into an expected error that names it.

    In a file that is still ``unread``, anything SQLite stumbles over is damage to the file and no bug of ours.
    """
    try:
        yield
    except Altered as error:
        raise DamagedFile(
            N_(
                "“{name}” is damaged. {reason} Nothing was changed. "
                "Keep it, and ask the person it comes from for another copy."
            ),
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
    if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_READONLY_DBMOVED:
        raise NotSaved(sentence(_MOVED, name=name)) from error
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if isinstance(error, sqlite3.OperationalError) and "decode to UTF-8" in str(error):
        code = sqlite3.SQLITE_CORRUPT  # Python finds this one, so SQLite gives it no code
    found = _SENTENCES.get(code, (DamagedFile, _DAMAGED) if unread else None)
    if found is None:
        raise error
    kind, message = found
    raise kind(sentence(message, name=name)) from error


_DAMAGED = N_(
    "“{name}” is damaged and cannot be read as it is. Nothing was changed. Keep it, and open a copy you have sent, "
    "or ask the person it comes from for another one."
)

_MOVED = N_(
    "“{name}” has been moved or deleted since it was opened. This last change was not saved. "
    "Put the file back, or save everything elsewhere, and try again."
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
        N_(
            "“{name}” is being written just now, in another window or by another program. Nothing was changed. "
            "Wait until that has ended and try again."
        ),
    ),
    sqlite3.SQLITE_INTERRUPT: (Cancelled, N_("Stopped. Nothing was changed.")),
    sqlite3.SQLITE_CORRUPT: (DamagedFile, _DAMAGED),
    sqlite3.SQLITE_NOTADB: (DamagedFile, _DAMAGED),
    sqlite3.SQLITE_TOOBIG: (DamagedFile, _DAMAGED),
}
