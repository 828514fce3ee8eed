"""Where the rest of a damaged file may be: which other files hold what is lost of it."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from itertools import islice
from pathlib import Path

from consultation.errors import FileRefused
from consultation.merging.salvage import Salvaged
from consultation.private import private_folder
from consultation.progress import UNHEARD, Progress
from consultation.store import Store
from consultation.store.foreign import open_source

MOST_ASKED = 60
"""Other files that are asked."""


def holders_of_the_rest(
    salvaged: Salvaged, own: Store, others: Iterable[Path], progress: Progress = UNHEARD
) -> list[tuple[str, int]]:
    """Return the names of the files that have something of what is lost, with how many entries of it.

    Only entries whose id is known can be looked for; ``own`` is the open file.
    """
    lost = [each.id for each in salvaged.remains.lost if each.id is not None]
    if not lost:
        return []
    found = [(own.path.name, own.ledger.count(lost))]
    for path in islice((path for path in others if path != salvaged.path), MOST_ASKED):
        progress()
        with suppress(FileRefused), private_folder() as folder, open_source(path, folder) as source:
            found.append((path.name, source.holds(lost)))
    return [(name, number) for name, number in found if number]
