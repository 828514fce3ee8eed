"""Copies of the whole file that can be trusted: made aside, read back, then put in their place at once."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from sqlite3 import OperationalError

from consultation.errors import ExportRefused, NotSaved
from consultation.files import is_same_file, replacing
from consultation.language import N_
from consultation.private import no_room
from consultation.store.checks import digest
from consultation.store.engine import Engine
from consultation.store.ledger import ID, RECORD, listed
from consultation.store.refilling import write_file
from consultation.store.sqlite.connection import connect, copy_into, copy_pages, nobody_writing
from consultation.store.wording import in_words


@dataclass(frozen=True)
class Copy:
    """A copy that was made and read back."""

    path: Path
    digest: str
    counts: dict[str, int]
    """Records of each kind that are not deleted."""


def copy_aside(engine: Engine, path: Path) -> None:
    """Write the file as it stands to ``path`` in a private folder; ExportRefused when there is no room for it."""
    with engine.reading():
        try:
            copy_pages(engine.connection, path)
        except OperationalError as error:
            raise no_room(error) from error


def copy_elsewhere(engine: Engine, own: Path, path: Path) -> str:
    """Write a copy as `copy_to` does, from the open file alone: it may have no name, or another one, by now."""
    _refuse_itself(own, path)
    with replacing(path) as part, engine.reading():
        whole = digest(engine)
        with in_words(path.name):
            copy_pages(engine.connection, part)
        return _read_back(part, path.name, whole, engine.name)


def copy_to(engine: Engine, own: Path, path: Path) -> str:
    """Write a whole copy of the file at ``own`` to ``path``, replacing what is there once it has been read back.

    Answers with its digest. ExportRefused when they are one file, NotSaved when it does not read back as what is in it.
    """
    _refuse_itself(own, path)
    with replacing(path) as part, in_words(path.name), nobody_writing(own):
        copy_into(engine.connection, part)
        return _read_back(part, path.name, digest(engine), engine.name)


def copy_without(engine: Engine, own: Path, path: Path, left_out: Collection[bytes], about: bytes | None) -> str:
    """Write a file of its own to ``path`` that holds every revision but those of the records ``left_out``.

    It replaces what is there once it is whole. Answers with its digest. ExportRefused when they are one file.
    """
    _refuse_itself(own, path)
    with replacing(path) as part, in_words(path.name), engine.reading():
        rows = {row[ID]: row for row in listed(engine) if row[RECORD] not in left_out}
        return write_file(part, rows, about, handed_out=True)


def _refuse_itself(own: Path, path: Path) -> None:
    if is_same_file(path, own):
        raise ExportRefused(N_("That is the file that is open. Nothing was changed. Choose another name for the copy."))


def _read_back(part: Path, name: str, whole: str, own_name: str) -> str:
    """Return the digest of a copy; NotSaved where it is not that of the ``whole`` file."""
    copy = Engine(connect(part), name)
    try:
        found = digest(copy)
    finally:
        copy.close()
    if found != whole:
        raise NotSaved(
            N_(
                "The copy of “{name}” did not read back as it was written, so it was thrown away. "
                "Your file is as it was. Try another stick."
            ),
            name=own_name,
        )
    return found
