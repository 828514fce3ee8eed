"""Planting: the records of a kit, as the same revisions in every file that is made from it."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b
from uuid import UUID

from sqlalchemy import bindparam, select

from consultation.model import Record
from consultation.store.clock import Stamp
from consultation.store.engine import Engine
from consultation.store.fold import fold
from consultation.store.ledger import INSERT, last_place
from consultation.store.projection import Projector, revisions_of
from consultation.store.revision import SALT_SIZE, write_revision
from consultation.store.tables import REVISION
from consultation.store.validating import first_values, values_of

_SINCE = select(REVISION.c.record, REVISION.c.kind).where(REVISION.c.seq > bindparam("before")).distinct()


def plant(engine: Engine, records: Iterable[Record], origin: str, wall_ms: int) -> None:
    """Write first revisions that depend on ``records`` and ``origin`` alone; ``wall_ms`` since 1970."""
    source = UUID(bytes=blake2b(origin.encode(), digest_size=16).digest())
    with engine.transaction():
        before = last_place(engine)
        for record in records:
            salt = blake2b(record.id.bytes + origin.encode(), digest_size=SALT_SIZE).digest()
            values = first_values(type(record), values_of(record))
            engine.run(
                INSERT,
                *write_revision(record.id, record.kind(), (), Stamp(wall_ms, 0), source, source, values, salt),
            )
        projector = Projector(engine)
        for record_id, kind in engine.run(_SINCE, before).fetchall():
            first_seq, revisions = revisions_of(engine, record_id, kind)
            projector.add(first_seq, record_id, fold(revisions), known=first_seq <= before)
        projector.write()
