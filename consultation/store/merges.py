"""The merges into a file: what each brought, and taking one back as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, func, literal_column, select, update

from consultation.store.clock import Stamp
from consultation.store.engine import Engine
from consultation.store.fold import in_causal_order, withdrawn
from consultation.store.history import moment_of
from consultation.store.ledger import last_place
from consultation.store.projection import kind_now, revisions_of
from consultation.store.tables import MERGE, REVISION, put
from consultation.store.undoing import undo
from consultation.store.writing import Writer
from consultation.store.written import Written, Wrote

_LIST = select(*MERGE.c).order_by(MERGE.c.number)
_NOTE = put(MERGE)
_TAKEN_BACK = (
    update(MERGE)
    .values(back_first=bindparam("new_first"), back_last=bindparam("new_last"))
    .where(MERGE.c.number == bindparam("which"))
)
_BACK = select(MERGE.c.back_first, MERGE.c.back_last).where(MERGE.c.number == bindparam("which"))
_BROUGHT = (
    select(REVISION.c.kind, REVISION.c.fields, func.count())
    .where(
        REVISION.c.seq.between(bindparam("first"), bindparam("last")),
        REVISION.c.parents == literal_column("X''"),
    )
    .group_by(REVISION.c.kind, REVISION.c.fields)
)
_BETWEEN = select(REVISION.c.record, REVISION.c.kind, REVISION.c.fields, REVISION.c.id).where(
    REVISION.c.seq.between(bindparam("first"), bindparam("last"))
)


@dataclass(frozen=True)
class Merge:
    """A merge of one file."""

    number: int
    name: str
    """Of the file that was merged."""
    when: datetime
    author: UUID
    """Who merged it."""
    first: int
    last: int
    """The places its revisions took."""
    taken_back: bool
    """Somebody has taken it back, and nobody has undone that."""


def note_merge(engine: Engine, name: str, now_ms: int, author: UUID, first: int, last: int) -> None:
    """Remember a merge that took these places."""
    engine.run(_NOTE, None, name, now_ms, author.bytes, first, last, 0, 0)


def merges(engine: Engine) -> list[Merge]:
    """Return the merges into a file, oldest first."""
    return [
        Merge(number, name, moment_of(Stamp(merged_ms, 0)), UUID(bytes=author), first, last, _counts(engine, *back))
        for number, name, merged_ms, author, first, last, *back in engine.run(_LIST).fetchall()
    ]


def take_back(engine: Engine, writer: Writer, merge: Merge) -> Written:
    """Put back what a merge changed and delete what it brought, except where somebody has changed it since."""
    with writer.together():
        writer.introduce()  # before: the card of who takes it back stays when it is brought in again
        before = last_place(engine)
        undone = undo(engine, writer, Written(tuple(_between(engine, merge.first, merge.last))))
        if undone:
            engine.run(_TAKEN_BACK, before + 1, last_place(engine), merge.number)
    return undone


def bring_back(engine: Engine, writer: Writer, merge: Merge) -> Written:
    """Bring in again what a merge had brought before it was taken back, except where somebody has changed it since."""
    first, last = engine.run(_BACK, merge.number).fetchone()
    return undo(engine, writer, Written(tuple(_between(engine, first, last))))


def brought_by(engine: Engine, merge: Merge) -> dict[str, int]:
    """Count the records that came with a merge: kind -> number."""
    counts: dict[str, int] = {}
    for kind, fields, number in engine.run(_BROUGHT, merge.first, merge.last):
        now = kind_now(kind, fields)
        counts[now] = counts.get(now, 0) + number
    return counts


def _between(engine: Engine, first: int, last: int) -> list[Wrote]:
    """Return the revisions at these places."""
    return [
        Wrote(record, kind_now(kind, fields), revision)
        for record, kind, fields, revision in engine.run(_BETWEEN, first, last).fetchall()
    ]


def _counts(engine: Engine, first: int, last: int) -> bool:
    """Tell whether any of the revisions at these places still counts, that is, has not been withdrawn since."""
    if not last:  # nobody has ever taken it back
        return False
    for record, kind, revision in _between(engine, first, last):
        _, revisions = revisions_of(engine, record, kind)
        if revision not in withdrawn(in_causal_order(revisions)):
            return True
    return False
