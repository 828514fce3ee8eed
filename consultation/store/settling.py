"""Settling: what follows from what others wrote, as the same revision in every file that settles it.

It is nobody's act. Two who merge the same files write the same revision, so neither is asked about what the other's
computer did; whoever goes on from it, takes it back or erases it does so for every copy.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from typing import Any

from consultation.errors import InvalidRecord
from consultation.model import KINDS
from consultation.store.clock import LARGEST_COUNTER, Stamp
from consultation.store.engine import Engine
from consultation.store.fold import fold
from consultation.store.history import Conflict
from consultation.store.ledger import INSERT
from consultation.store.projection import Projector, revisions_of
from consultation.store.revision import MOST_PARENTS, NOBODY, SALT_SIZE, RevisionRow, read_revision, write_revision
from consultation.store.validating import check_length, checked_values
from consultation.store.written import Written, Wrote


def settle(engine: Engine, conflict: Conflict, value: Any) -> Written:
    """Write ``value``, which follows from the options of ``conflict`` and from nothing else, after just these options.

    Nothing is written where it was written before, though somebody has taken it back since, nor where the value is
    none that can be stored.
    """
    first_place, revisions = revisions_of(engine, conflict.record.bytes, conflict.kind)
    try:
        row = _row(engine, conflict, value)
    except InvalidRecord:
        return Written()
    if len(conflict.options) > MOST_PARENTS or any(revision.id == row.id for revision in revisions):
        return Written()
    with engine.transaction():
        engine.run(INSERT, *row)
        projector = Projector(engine)
        projector.add(first_place, row.record, fold([*revisions, read_revision(row)]), known=True)
        projector.write()
    return Written((Wrote(row.record, row.kind, row.id),))


def _row(engine: Engine, conflict: Conflict, value: Any) -> RevisionRow:
    parents = sorted(option.revision for option in conflict.options)
    rows = _secrets(engine, parents)
    latest = max(stamp for stamp, _ in rows)
    row = write_revision(
        conflict.record,
        conflict.kind,
        tuple(parents),
        Stamp(latest.wall_ms, min(latest.counter + 1, LARGEST_COUNTER)),
        NOBODY,
        NOBODY,
        checked_values(KINDS[conflict.kind], {conflict.field: value}),
        blake2b(b"".join(salt for _, salt in rows), digest_size=SALT_SIZE, person=b"consult-settled").digest(),
    )
    check_length(row)
    return row


def _secrets(engine: Engine, revisions: Sequence[bytes]) -> list[tuple[Stamp, bytes]]:
    """Return when each was written, and its salt: nobody can guess what is made of these once they are erased."""
    asked = "SELECT wall_ms, counter, salt FROM revision WHERE id = ?"
    found = [engine.run(asked, revision).fetchone() for revision in revisions]
    return [(Stamp(wall_ms, counter), salt) for wall_ms, counter, salt in found]
