"""Copies of the whole file that can be trusted: made aside, read back, then put in their place at once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from consultation.errors import NotSaved
from consultation.files import replacing
from consultation.language import N_
from consultation.store.checks import digest
from consultation.store.engine import Engine
from consultation.store.sqlite.connection import connect, copy_into
from consultation.store.wording import in_words

MOST_TRIES = 5
"""Times a copy is begun anew because somebody was writing meanwhile."""


@dataclass(frozen=True)
class Copy:
    """A copy that was made and read back."""

    path: Path
    digest: str
    counts: dict[str, int]
    """Records of each kind that are not deleted."""


def copy_to(engine: Engine, path: Path) -> str:
    """Write a whole copy to ``path``, replacing what is there only once it has been read back. Return its digest.

    NotSaved when it does not read back as what was in the file while it was made.
    """
    with replacing(path) as part, in_words(path.name):
        # VACUUM cannot be part of a transaction; if somebody writes between it and the digest, both are made again
        for _ in range(MOST_TRIES):
            before = digest(engine)
            part.unlink(missing_ok=True)
            copy_into(engine.connection, part)
            if digest(engine) == before:
                break
        copy = Engine(connect(part), path.name)
        try:
            found = digest(copy)
        finally:
            copy.close()
        if found != before:
            raise NotSaved(
                N_(
                    "The copy of “{name}” did not read back as it was written, so it was thrown away. "
                    "Your file is as it was. Try another stick."
                ),
                name=engine.name,
            )
    return found
