"""The merges into a file: what each brought, and taking one back as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, literal_column, select, update

from consultation.store.clock import Stamp
from consultation.store.engine import Engine
from consultation.store.history import moment_of
from consultation.store.projection import kind_now
from consultation.store.tables import MERGE, REVISION, put
from consultation.store.writing import Writer, Written, Wrote

_LIST = select(*MERGE.c).order_by(MERGE.c.number)
_NOTE = put(MERGE)
_TURN = update(MERGE).values(taken_back=literal_column("1")).where(MERGE.c.number == bindparam("which"))
_BROUGHT = select(REVISION.c.record, REVISION.c.kind, REVISION.c.fields, REVISION.c.id).where(
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


def note_merge(engine: Engine, name: str, now_ms: int, author: UUID, first: int, last: int) -> None:
    """Remember a merge that took these places."""
    engine.run(_NOTE, None, name, now_ms, author.bytes, first, last, 0)


def merges(engine: Engine) -> list[Merge]:
    """Return the merges into a file, oldest first."""
    return [
        Merge(number, name, moment_of(Stamp(merged_ms, 0)), UUID(bytes=author), first, last, bool(taken_back))
        for number, name, merged_ms, author, first, last, taken_back in engine.run(_LIST)
    ]


def take_back(engine: Engine, writer: Writer, merge: Merge) -> Written:
    """Put back what a merge changed and delete what it brought, except where somebody has changed it since."""
    with writer.together():
        brought = Written(
            tuple(
                Wrote(record, kind_now(kind, fields), revision)
                for record, kind, fields, revision in engine.run(_BROUGHT, merge.first, merge.last).fetchall()
            )
        )
        undone = writer.undo(brought)
        engine.run(_TURN, merge.number)
    return undone
