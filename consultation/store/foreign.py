"""Reading someone else's file, which is hostile until it has been read.

The order of the checks matters: size and header before SQLite sees a byte, a private copy so that nothing can
change under our hands, our exact tables before any of them is read, SQLite's own check, and from then on
nothing but the one table of revisions may be read, row by row through the hashes. Its projections and its
search index are never looked at.
"""

from __future__ import annotations

import errno
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from consultation.errors import Altered, DamagedFile
from consultation.files import unreadable
from consultation.language import N_
from consultation.private import no_room
from consultation.store.engine import text_of
from consultation.store.ledger import BODY, CONSULTATIONS, LIST
from consultation.store.opening import ALTERED_TABLES
from consultation.store.revision import LARGEST_BODY, RECORD_SIZE, verify
from consultation.store.schema import is_expected
from consultation.store.sqlite.connection import allow_only, connect_to_read, is_whole, schema_of
from consultation.store.sqlite.header import Header, read_header
from consultation.store.sqlite.journal import is_being_written
from consultation.store.wording import in_words

ROWS_AT_ONCE = 1000
BYTES_AT_ONCE = 4 << 20
"""Of bodies; more in one go would only fill the memory."""

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}

_HOLDS = "SELECT 1 FROM revision WHERE id = ?"

_READABLE = {"revision", "sqlite_master"}


class Source:
    """Another person's file, opened for reading its revisions and nothing else."""

    def __init__(self, database: sqlite3.Connection, path: Path) -> None:
        self._database = database
        self.path = path

    def rows(self) -> Iterator[list[tuple[Any, ...]]]:
        """Give the values of all `RevisionRow`s, verified, in the order of the file, some hundreds at a time.

        DamagedFile when one is not what its id says.
        """
        with in_words(self.path.name, unread=True):
            rows: list[tuple[Any, ...]] = []
            size = 0
            for row in self._database.execute(text_of(LIST)):
                verify(row)
                rows.append(row)
                size += len(row[BODY] or b"")
                if len(rows) == ROWS_AT_ONCE or size > BYTES_AT_ONCE:
                    yield rows
                    rows, size = [], 0
            if rows:
                yield rows

    def holds(self, revisions: Iterable[bytes]) -> int:
        """Count how many of these revisions it has, by its index alone: they are not verified here."""
        with in_words(self.path.name, unread=True):
            return sum(self._database.execute(_HOLDS, (revision,)).fetchone() is not None for revision in revisions)

    def consultations(self) -> set[bytes]:
        """Return the ids of the consultations the file holds."""
        with in_words(self.path.name, unread=True):
            found = {record for (record,) in self._database.execute(text_of(CONSULTATIONS))}
            if any(not isinstance(record, bytes) or len(record) != RECORD_SIZE for record in found):
                raise Altered(N_("Something in it was changed after it was written."))
            return found


@contextmanager
def open_source(path: Path, folder: Path, is_cancelled: Callable[[], bool] = lambda: False) -> Iterator[Source]:
    """Open another person's file safely, by way of a copy in the private ``folder``.

    FileRefused, with the reason, when it cannot be taken.
    """
    header = read_header(path)
    if is_being_written(path):
        raise DamagedFile(
            N_(
                "“{name}” was being written when it was copied. Nothing was changed. "
                "Open it once with this program where it was recorded, close it, and copy it again."
            ),
            name=path.name,
        )
    if not header.is_whole:
        raise DamagedFile(
            N_(
                "“{name}” is cut short: part of it was not copied. Nothing was changed. "
                "Copy it once more from where it comes from."
            ),
            name=path.name,
        )
    with _private_copy(path, folder) as copy, _opened(copy, path, header, is_cancelled) as database:
        yield Source(database, path)


@contextmanager
def _private_copy(path: Path, folder: Path) -> Iterator[Path]:
    """Copy the main file to where nobody can change it under our hands."""
    copy = folder / "source"
    try:
        shutil.copyfile(path, copy)
    except OSError as error:
        raise (no_room(error) if error.errno in _NO_ROOM else unreadable(path, error)) from error
    try:
        yield copy
    finally:
        copy.unlink()


@contextmanager
def _opened(copy: Path, path: Path, header: Header, is_cancelled: Callable[[], bool]) -> Iterator[sqlite3.Connection]:
    with in_words(path.name, unread=True):
        database = connect_to_read(copy, 8 * LARGEST_BODY, is_cancelled)
    try:
        with in_words(path.name, unread=True):
            if not is_expected(schema_of(database), header.version):
                raise DamagedFile(ALTERED_TABLES, name=path.name)
            if not is_whole(database, "revision"):
                raise Altered(N_("Part of it is missing."))
            allow_only(database, _READABLE)
        yield database
    finally:
        database.close()
