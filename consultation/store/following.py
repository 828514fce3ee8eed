"""Hearing of what others write to an open file: another window, or another program of ours."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import bindparam, func, select

from consultation.store.engine import Engine
from consultation.store.ledger import last_place
from consultation.store.projection import kind_now
from consultation.store.sqlite.connection import changes_by_others, without_waiting
from consultation.store.tables import MERGE, REVISION

MOST = 500
"""Changes that are listed one by one; of more it is only said that everything may be another."""

_SINCE = select(REVISION.c.record, REVISION.c.kind, REVISION.c.fields).where(REVISION.c.seq > bindparam("place"))
_AT = select(REVISION.c.id).where(REVISION.c.seq == bindparam("place"))
_MERGES = select(func.count()).select_from(MERGE)


@dataclass(frozen=True)
class News:
    """What others have written."""

    kinds: frozenset[str] = frozenset()
    records: frozenset[UUID] = frozenset()
    everything: bool = False
    """Files were merged, or words came or went of which no list is kept: any record may be another now."""


class Listener:
    """Hears what others write from the moment it is made; what this store itself writes is no news."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._seen, self._place, self._merges = 0, 0, 0
        self._newest: bytes | None = None
        self.skip()

    def skip(self) -> None:
        """Take all that is in the file now for known; NotSaved when somebody keeps it to himself."""
        with without_waiting(self._engine.connection), self._engine.reading():
            self._seen = changes_by_others(self._engine.connection)
            self._place, self._merges = last_place(self._engine), self._count_merges()
            self._note_newest()

    def news(self) -> News | None:
        """Return what others have written since this was last asked, None for nothing.

        Never waits: NotSaved when somebody keeps the file to himself just now; then it is said the next time.
        """
        with without_waiting(self._engine.connection), self._engine.reading():
            seen, place = changes_by_others(self._engine.connection), last_place(self._engine)
            if seen == self._seen:
                if place != self._place:
                    self._place = place
                    self._note_newest()
                return None
            merges, few = self._count_merges(), place - self._place <= MOST
            rows = self._engine.run(_SINCE, self._place).fetchall() if few and merges == self._merges else []
            self._seen, self._place, self._merges = seen, place, merges
            self._note_newest()
        if not rows:
            return News(everything=True)
        return News(
            frozenset(kind_now(kind, fields) for _, kind, fields in rows),
            frozenset(UUID(bytes=record) for record, _, _ in rows),
        )

    def goes_on_in(self, engine: Engine) -> bool:
        """Tell whether another file holds the newest change that was seen here, and so all before it."""
        found = engine.run(_AT, self._place).fetchone()
        return (found[0] if found else None) == self._newest

    def _note_newest(self) -> None:
        found = self._engine.run(_AT, self._place).fetchone()
        self._newest = found[0] if found else None

    def _count_merges(self) -> int:
        return int(self._engine.run(_MERGES).fetchone()[0])
