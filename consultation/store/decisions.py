"""Conflicts that were decided: found again in the revisions, so that they are known in every copy of the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, literal_column, select

from consultation.store.engine import Engine
from consultation.store.fold import ancestry, fold, in_causal_order, withdrawn
from consultation.store.history import Option, moment_of, names_on_cards, option_before, option_of, who_wrote
from consultation.store.projection import kind_now, revisions_of
from consultation.store.revision import ID_SIZE, NOBODY, Revision
from consultation.store.tables import REVISION
from consultation.store.versions.names import OF_ANY_KIND
from consultation.store.written import Written, Wrote

LEAST = 3
"""Revisions of a record in which something was decided: two that disagree, and the decision."""

_OF_SEVERAL = select(REVISION.c.record).group_by(REVISION.c.record).having(func.count() >= literal_column(str(LEAST)))
"""Told by the index alone, without a look at what was written."""

_JOINED = (
    select(REVISION.c.record, REVISION.c.kind, REVISION.c.fields)
    .where(REVISION.c.record.in_(_OF_SEVERAL), func.length(REVISION.c.parents) > literal_column(str(ID_SIZE)))
    .distinct()
)
"""Only where somebody has written after several others, who knew nothing of each other, can anything be decided."""


@dataclass(frozen=True)
class Decision:
    """A conflict that is settled."""

    record: UUID
    kind: str
    field: str
    value: Any
    """What was kept."""
    author_name: str
    by_itself: bool
    """Nobody decided: it follows from what there was to choose from."""
    when: datetime
    options: tuple[Option, ...]
    """What there was to choose from."""
    before: Option | None
    """What stood there before people disagreed; None where nobody had said anything yet."""
    revision: bytes
    stands: bool
    """It still says what the field is; False where somebody has written something else since."""

    @property
    def written(self) -> Written:
        """What deciding wrote; undoing it puts the question again."""
        return Written((Wrote(self.record.bytes, self.kind, self.revision),))


def decisions(engine: Engine, records: Iterable[UUID] | None = None) -> list[Decision]:
    """Return the decisions that were not taken back, newest first, of the whole file or of these ``records``."""
    wanted = None if records is None else {record.bytes for record in records}
    joined = {
        (record, kind_now(kind, fields))
        for record, kind, fields in engine.run(_JOINED)
        if wanted is None or record in wanted
    }
    names = names_on_cards(engine)
    found = [
        decision
        for record, kind in joined
        for decision in _decisions(UUID(bytes=record), kind, revisions_of(engine, record, kind)[1], names)
    ]
    return sorted(found, key=lambda decision: (decision.when, decision.revision, decision.field), reverse=True)


def _decisions(
    record: UUID, kind: str, revisions: Sequence[Revision], names: Mapping[bytes, str]
) -> Iterator[Decision]:
    """Give the decisions on one record: the revisions that set a field which was in conflict for their author."""
    ordered = in_causal_order(revisions)
    void, setters = withdrawn(ordered), fold(ordered).setters
    after_joining: set[bytes] = set()
    for revision in ordered:
        if len(revision.parents) < 2 and not after_joining.intersection(revision.parents):
            continue
        after_joining.add(revision.id)
        if revision.id in void or revision.values is None:
            continue
        known = ancestry(ordered, revision.parents)
        open_then = fold(known).conflicts
        for field in revision.fields:
            if field in open_then and field not in OF_ANY_KIND:
                yield Decision(
                    record,
                    kind,
                    field,
                    revision.values[field],
                    who_wrote(revision, ordered, names),
                    revision.author == NOBODY.bytes,
                    moment_of(revision.stamp),
                    tuple(option_of(setter, field, ordered, names) for setter in open_then[field]),
                    option_before(known, open_then[field], field, names),
                    revision.id,
                    any(setter.id == revision.id for setter in setters.get(field, ())),
                )
