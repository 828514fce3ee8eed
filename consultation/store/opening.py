"""Making a file, and opening one: by whom it was written last decides what has to be done before it is shown."""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from consultation.errors import DamagedFile, ExportRefused
from consultation.files import replacing, settle
from consultation.language import N_
from consultation.progress import Progress
from consultation.store.checks import differing, remake, verify_all
from consultation.store.engine import Engine
from consultation.store.schema import APPLICATION_ID, is_expected, statements
from consultation.store.sqlite import words
from consultation.store.sqlite.connection import connect, copy_pages, damage, keep_journal, mark, schema_of
from consultation.store.sqlite.header import Header, read_header
from consultation.store.sqlite.journal import check_journals, is_being_written
from consultation.store.stamps import Stamps
from consultation.store.versions.number import CURRENT, Version
from consultation.store.wording import in_words

ALTERED_TABLES = N_(
    "“{name}” holds something this program did not write into it, so it was not opened. "
    "Nothing was changed. Ask the person who gave you the file for another copy."
)


@dataclass(frozen=True)
class Opened:
    """A file that may be shown."""

    engine: Engine
    upgraded_from: Version | None = None
    """The version it was of before it was opened here."""
    kept: Path | None = None
    """The copy of it as it was, where it was of another version."""


def create(path: Path, fill: Callable[[Engine], None] = lambda engine: None) -> Engine:
    """Make a new file at ``path``, empty or as ``fill`` leaves it; ExportRefused when something is there already."""
    with made_beside(path) as part, in_words(path.name):
        part.touch(exist_ok=False)
        engine = Engine(connect(part), path.name)
        try:
            with engine.transaction():
                mark(engine.connection, APPLICATION_ID, CURRENT.number)
                for statement in statements():
                    engine.run(statement)
                fill(engine)
        finally:
            engine.close()
    return Engine(connect(path), path.name)


@contextlib.contextmanager
def made_beside(path: Path) -> Iterator[Path]:
    """Give the name of a file to make beside ``path``, which gets its name once it is whole.

    ExportRefused when something of that name is there already, or nothing can be written there.
    """
    part = path.with_name(f".{path.name[:40]}.{secrets.token_hex(4)}.new")
    try:
        if os.path.lexists(path):
            raise FileExistsError
        yield part
        settle(part)
        _name_without_replacing(part, path)
        with contextlib.suppress(OSError):  # not every system lets us wait for a folder
            settle(path.parent)
    except FileExistsError as error:
        raise ExportRefused(
            N_("There is already a file “{name}”. It was not touched. Choose another name."), name=path.name
        ) from error
    except FileNotFoundError as error:
        raise ExportRefused(
            N_("There is no folder “{folder}”, so no file was made. Choose a folder that exists."),
            folder=str(path.parent),
        ) from error
    except OSError as error:
        raise ExportRefused(
            N_("“{name}” cannot be made here: {reason}. Choose another folder."),
            name=str(path),
            reason=error.strerror or str(error),
        ) from error
    finally:
        for left in (part, part.with_name(f"{part.name}-journal")):
            with contextlib.suppress(OSError):
                left.unlink(missing_ok=True)


def is_as_we_left_it(path: Path, stamps: Stamps) -> bool:
    """Tell whether nobody has touched the file since this installation closed it: then it opens at once."""
    return not is_being_written(path) and stamps.knows(path)


def open_again(path: Path) -> Opened:
    """Open a file of ours that has been looked through already: one that is open, or a private copy of it.

    Only SQLite reads it: to open an own file in any other way, and close it, lets go of the locks we have on it.
    """
    with in_words(path.name):
        engine = Engine(connect(path), path.name)
        keep_journal(engine.connection)
    return Opened(engine)


def open_file(path: Path, stamps: Stamps, progress: Progress) -> Opened:
    """Open the file at ``path`` for reading and writing; FileRefused, with the reason, when it is not ours to open.

    What a crash has left beside it is played back first, and only then is it looked at. A file that is not as this
    installation left it is verified and folded before anything of it is shown.
    """
    header = read_header(path)
    check_journals(path)
    interrupted = is_being_written(path)  # then what is played back has not been looked at by anybody
    known = is_as_we_left_it(path, stamps)
    if not interrupted:
        _check_whole(header, path)
    with in_words(path.name, unread=True):
        engine = Engine(connect(path), path.name)
    try:
        header = read_header(path)
        _check_whole(header, path)
        with in_words(path.name, unread=True):
            if not is_expected(schema_of(engine.connection), header.version):
                raise DamagedFile(ALTERED_TABLES, name=path.name)
            return _made_ready(engine, path, header, known, progress)
    except BaseException:
        engine.close()
        raise


def _check_whole(header: Header, path: Path) -> None:
    if not header.is_whole:
        raise DamagedFile(
            N_(
                "“{name}” is cut short: it was longer when it was written. Nothing was changed. "
                "Keep it as it is, and open a copy you have sent, or copy it once more from where it comes from."
            ),
            name=path.name,
        )


def _made_ready(engine: Engine, path: Path, header: Header, known: bool, progress: Progress) -> Opened:
    if header.version == CURRENT and known:
        keep_journal(engine.connection)
        return Opened(engine)
    if found := damage(engine.connection, quickly=True):
        raise DamagedFile(
            N_("“{name}” is damaged: {reason}. Nothing was changed. Keep it, and open a copy you have sent."),
            name=path.name,
            reason=found[0],
        )
    with engine.reading():
        verify_all(engine, progress)
        is_true = header.version == CURRENT and not differing(engine, progress)
    is_true = is_true and words.is_sound(engine)
    if is_true:
        keep_journal(engine.connection)
        return Opened(engine)
    kept = _kept_as_it_was(engine, path, header.version) if header.version != CURRENT else None
    keep_journal(engine.connection)
    with engine.transaction():
        mark(engine.connection, APPLICATION_ID, CURRENT.number)
        remake(engine, progress)
    return Opened(engine, header.version if kept else None, kept)


def _kept_as_it_was(engine: Engine, path: Path, version: Version) -> Path:
    """Copy a file of another version beside itself before its tables are made anew."""
    copy = path.with_name(f"{path.stem} (version {version}){path.suffix}")
    number = 1
    while copy.exists():
        number += 1
        copy = path.with_name(f"{path.stem} (version {version}, {number}){path.suffix}")
    with engine.reading(), replacing(copy) as part:
        copy_pages(engine.connection, part)
    return copy


def _name_without_replacing(part: Path, path: Path) -> None:
    """Give a file its name; FileExistsError when there is one of that name, even if only just now."""
    try:
        os.link(part, path)
    except (OSError, AttributeError) as error:
        if isinstance(error, FileExistsError) or os.path.lexists(path):
            raise FileExistsError from error
        os.rename(part, path)  # a disk without links, as sticks are
