"""Copies of the whole file that can be trusted: made aside, read back, then put in their place at once."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from sqlite3 import Connection

from consultation.errors import ExportRefused, NotSaved
from consultation.i18n import N_
from consultation.store.checks import digest
from consultation.store.database import connect, in_words


@dataclass(frozen=True)
class Copy:
    """A copy that was made and read back."""

    path: Path
    digest: str
    counts: dict[str, int]
    """Records of each kind that are not deleted."""


def vacuum_into(database: Connection, path: Path, name: str) -> str:
    """Write a whole copy to ``path``, replacing what is there only once it has been read back. Return its digest."""
    if not path.parent.is_dir():
        raise ExportRefused(
            N_("There is no folder “{folder}”, so no copy was made. Choose a folder that exists."),
            folder=str(path.parent),
        )
    if path.is_dir():
        raise ExportRefused(
            N_("“{name}” is a folder, so no copy was made. Choose a name for the file."), name=str(path)
        )
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with in_words(path.name):
            database.execute("VACUUM INTO ?", (str(temporary),))
            copied = connect(temporary)
            try:
                found = digest(copied)
            finally:
                copied.close()
            if found != digest(database):
                raise NotSaved(
                    N_(
                        "The copy of “{name}” did not read back as it was written, so it was thrown away. "
                        "Your file is as it was. Try another stick."
                    ),
                    name=name,
                )
        _sync(temporary)
        temporary.replace(path)
        _sync(path.parent)
    except OSError as error:
        raise NotSaved(
            N_("No copy was made at “{name}”: {reason}. Your file is as it was. Choose another place."),
            name=str(path),
            reason=error.strerror or str(error),
        ) from error
    finally:
        with suppress(FileNotFoundError):
            temporary.unlink()
    return found


def _sync(path: Path) -> None:
    """Wait until ``path`` is on the disk and not only on its way there."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
