"""Making a file out of revisions that were found elsewhere and verify."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from consultation.progress import UNHEARD, Progress
from consultation.store.checks import digest
from consultation.store.engine import Engine
from consultation.store.ledger import ID, PARENTS, Ledger
from consultation.store.opening import create
from consultation.store.revision import split_ids
from consultation.store.tables import LOCAL, put

ROWS_AT_ONCE = 1000
_NAME = put(LOCAL)

HANDED_OUT = "handed_out"
"""What a file says of itself that was made for the rooms: nobody has chosen a room in it yet."""


def write_file(
    path: Path,
    rows: Mapping[bytes, Sequence[Any]],
    about: bytes | None,
    progress: Progress = UNHEARD,
    *,
    handed_out: bool = False,
) -> str:
    """Make a new file at ``path`` of the values of `RevisionRow`s, by id, which verify; return its digest.

    What an erasure among them names stays erased. ``about`` is the consultation it is about. With
    ``handed_out`` the file knows that it was made for the rooms. ExportRefused when something is there already.
    """

    def fill(engine: Engine) -> None:
        ledger = Ledger(engine)
        ordered = parents_first(rows)
        while some := list(islice(ordered, ROWS_AT_ONCE)):
            ledger.take_in([tuple(row) for row in some])
            progress()
        for number, _ in enumerate(ledger.fold_since(0)):
            if number % ROWS_AT_ONCE == 0:
                progress()
        if about is not None:
            engine.run(_NAME, "consultation", about)
        if handed_out:
            engine.run(_NAME, HANDED_OUT, b"")

    engine = create(path, fill)
    try:
        return digest(engine)
    finally:
        engine.close()


def parents_first(rows: Mapping[bytes, Sequence[Any]]) -> Iterator[Sequence[Any]]:
    """Give the rows in their order, but each after its parents, as far as these are there."""
    given: set[bytes] = set()
    for first in rows:
        waiting = [first]
        while waiting:
            row = rows[waiting[-1]]
            before = [parent for parent in split_ids(row[PARENTS]) if parent in rows and parent not in given]
            if before and row[ID] not in given:
                waiting += before
                continue
            waiting.pop()
            if row[ID] not in given:
                given.add(row[ID])
                yield row
