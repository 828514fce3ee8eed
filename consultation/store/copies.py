"""Copies of the whole file that can be trusted: made aside, read back, then put in their place at once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from sqlite3 import Connection

from consultation.errors import NotSaved
from consultation.files import replacing
from consultation.language import N_
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
    with replacing(path) as part, in_words(path.name):
        database.execute("VACUUM INTO ?", (str(part),))
        copy = connect(part)
        try:
            found = digest(copy)
        finally:
            copy.close()
        if found != digest(database):
            raise NotSaved(
                N_(
                    "The copy of “{name}” did not read back as it was written, so it was thrown away. "
                    "Your file is as it was. Try another stick."
                ),
                name=name,
            )
    return found
