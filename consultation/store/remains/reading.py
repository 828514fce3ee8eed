"""Reading a damaged file by way of a private copy: first through SQLite, then page by page."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing, suppress
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any

from consultation.errors import DamagedFile, NewerFile, NotAConsultation
from consultation.files import unreadable
from consultation.language import N_
from consultation.progress import UNHEARD, Progress
from consultation.store.engine import text_of
from consultation.store.ledger import LIST
from consultation.store.remains.found import Remains
from consultation.store.remains.rows import LARGEST_ROW, verified
from consultation.store.remains.search import Search
from consultation.store.schema import APPLICATION_ID, is_expected
from consultation.store.sqlite.connection import allow_only, connect, connect_to_read, is_whole, schema_of
from consultation.store.sqlite.header import LARGEST_FILE
from consultation.store.sqlite.journal import check_journals, journal_of, log_of
from consultation.store.sqlite.pages import PAGE_SIZES, TABLE_LEAF, Pages
from consultation.store.sqlite.trees import Head, read_head
from consultation.store.versions.number import CURRENT, Version

ENOUGH = 16
"""Pages that have to be read to tell one size of them from another."""


def read_remains(path: Path, folder: Path, progress: Progress = UNHEARD) -> Remains:
    """Read what is left of the file at ``path``, by way of a copy in the private ``folder``.

    FileRefused when nothing in it is a revision, or it is not ours to read.
    """
    copy = _private_copy(path, folder)
    try:
        with copy.open("rb") as file:
            head = read_head(file.read(4096))
            _refuse_others(head, path)
            with closing(mmap(file.fileno(), 0, access=ACCESS_READ)) as data:
                pages = _paged(data, head)
                search = Search(pages, head, progress)
                search.look(_read_by_sqlite(copy, head))
                remains = search.remains()
    finally:
        for left in (copy, journal_of(copy), log_of(copy), copy.with_name(f"{copy.name}-shm")):
            left.unlink(missing_ok=True)
    if not remains.rows:
        raise (DamagedFile if head.application == APPLICATION_ID else NotAConsultation)(
            N_(
                "Nothing in “{name}” can be read as an entry of a consultation, so nothing of it can be saved. "
                "It was not changed. Ask the person it comes from for another copy."
            ),
            name=path.name,
        )
    return remains


def _private_copy(path: Path, folder: Path) -> Path:
    """Copy a file to where nobody can change it, as it was before the change that somebody was in the middle of."""
    copy = folder / "damaged"
    try:
        if not path.is_file():
            path.stat()
            raise NotAConsultation(
                N_("“{name}” is no ordinary file, so nothing of it can be saved. Choose a file that ends in .consult."),
                name=path.name,
            )
        size = path.stat().st_size
        if not 0 < size <= LARGEST_FILE:
            message = N_("“{name}” is empty: there is nothing in it that could be saved. Ask for another copy.")
            if size:
                message = N_("“{name}” is larger than any consultation can be, so it was not read. It was not changed.")
            raise DamagedFile(message, name=path.name)
        shutil.copyfile(path, copy)
        if _play_back(path, copy):
            return copy
        shutil.copyfile(path, copy)
    except OSError as error:
        raise unreadable(path, error) from error
    return copy


def _play_back(path: Path, copy: Path) -> bool:
    """Have SQLite take back, in the copy, what was being written; tell whether the copy may be used as it is."""
    try:
        check_journals(path)
    except DamagedFile:  # SQLite must not act on it
        return True
    beside = [(journal_of(path), journal_of(copy)), (log_of(path), log_of(copy))]
    there = [(theirs, ours) for theirs, ours in beside if theirs.is_file() and theirs.stat().st_size]
    for theirs, ours in there:
        shutil.copyfile(theirs, ours)
    if not there:
        return True
    try:
        connect(copy).close()
    except sqlite3.Error:
        for _, ours in there:
            ours.unlink(missing_ok=True)
        return False
    return True


def _refuse_others(head: Head, path: Path) -> None:
    number = head.version
    if head.application == APPLICATION_ID and number > 0 and Version.from_header(number).major > CURRENT.major:
        raise NewerFile(
            N_(
                "“{name}” was written by a newer version of this program. It was not touched. "
                "Install the newer version to open it."
            ),
            name=path.name,
        )


def _read_by_sqlite(copy: Path, head: Head) -> list[tuple[Any, ...]] | None:
    """Read the table as SQLite reads it, with the place of each row before it; None where it cannot."""
    if head.application != APPLICATION_ID or head.version <= 0:
        return None
    with (
        suppress(sqlite3.Error, UnicodeDecodeError),
        closing(connect_to_read(copy, LARGEST_ROW, lambda: False)) as database,
    ):
        if is_expected(schema_of(database), Version.from_header(head.version)) and is_whole(database, "revision"):
            allow_only(database, {"revision", "sqlite_master"})
            return database.execute(text_of(LIST).replace("SELECT ", "SELECT revision.seq, ", 1)).fetchall()
    return None


def _opened(copy: Path) -> sqlite3.Connection:
    return connect_to_read(copy, LARGEST_ROW, lambda: False)


def _paged(data: mmap, head: Head) -> Pages:
    """Take the file apart into pages: of the size it says, or else of the size that makes most of it readable."""
    said = Pages(data, head.page_size, head.reserved) if head.is_there else None
    if said is not None and _readable(said):
        return said
    tried = [Pages(data, size, 0, origin) for size in PAGE_SIZES for origin in dict.fromkeys((0, _shift(data, size)))]
    return max(tried, key=_readable)


def _shift(data: mmap, size: int) -> int:
    """Return where page 1 would begin in a file that has lost bytes of it, and nothing at its end."""
    return len(data) % size - size if len(data) % size else 0


def _readable(pages: Pages) -> float:
    """Return how many pages in a byte are of the table and readable from end to end, as far as one has to look."""
    found = 0
    for number in range(1, pages.count + 1):
        if pages.kind(number) == TABLE_LEAF:
            rows = [verified(cell) for cell in pages.cells(number)]
            found += bool(rows) and all(row is not None for row in rows)
            if found == ENOUGH:
                return found / (number * pages.size)
    return found / (pages.count * pages.size)
