"""Reading what happened in one open file: where people disagree, what was decided, what came with which file."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from uuid import UUID

from consultation.model import Record
from consultation.store import decisions, history, merges
from consultation.store.decisions import Decision
from consultation.store.engine import Engine
from consultation.store.history import Conflict, Disputed
from consultation.store.merges import Merge
from consultation.store.wording import in_words


class Past:
    """Reads the past of one open file."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def disputed(self) -> list[Disputed]:
        """Return the fields on which people disagree, in a stable order; `conflict` reads one of them in full."""
        with in_words(self._engine.name):
            return history.disputed(self._engine)

    def conflict(self, where: Disputed) -> Conflict | None:
        """Return the conflict on one field, with everything people wrote; None where they agree by now."""
        with in_words(self._engine.name):
            return history.conflict(self._engine, where)

    def conflicts_on(self, places: Sequence[Disputed]) -> list[Conflict]:
        """Return the conflicts on several fields, with everything people wrote; those that are settled are missing."""
        with in_words(self._engine.name):
            return history.conflicts_on(self._engine, places)

    def decisions(self, records: Iterable[UUID] | None = None) -> list[Decision]:
        """Return the decisions that were not taken back, newest first, of the whole file or of these ``records``."""
        with in_words(self._engine.name):
            return decisions.decisions(self._engine, records)

    def last_changes(
        self, kind: type[Record], records: Collection[UUID] | None = None
    ) -> dict[UUID, tuple[str, datetime]]:
        """Return who last wrote in each record of a kind, or in these ``records`` of it, and when."""
        with in_words(self._engine.name):
            return history.last_changes(self._engine, kind.kind(), records)

    def came_with(self, record: Record) -> dict[bytes, str]:
        """Return the name of the file with which each change to a record came; what was written here is not in it."""
        with in_words(self._engine.name):
            return history.came_with(self._engine, record.id)

    def brought_by(self, merge: Merge) -> dict[str, int]:
        """Count the records that came with a merge: kind -> number."""
        with in_words(self._engine.name):
            return merges.brought_by(self._engine, merge)
