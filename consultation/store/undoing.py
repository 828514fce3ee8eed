"""Undoing: putting back what was changed, except where somebody has changed it again since.

What was made is deleted; of what was changed, the change is withdrawn, so that whatever it replaced stands again under
the name of its own author. Words that were erased do not come back, so an erasure stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from consultation.store.engine import Engine
from consultation.store.fold import fold, in_causal_order, withdrawn
from consultation.store.projection import revisions_of
from consultation.store.revision import NOBODY, Revision
from consultation.store.versions.names import ERASED, OF_ANY_KIND, WITHDRAWN
from consultation.store.writing import Writer
from consultation.store.written import Written


def undo(engine: Engine, writer: Writer, written: Written) -> Written:
    """Put back what ``written`` changed; answers with what that wrote, so that it can be undone as well."""
    by_record: dict[tuple[bytes, str], list[bytes]] = {}
    for record, kind, revision in written.revisions:
        by_record.setdefault((record, kind), []).append(revision)
    undone = Written()
    with writer.together():
        writer.introduce()
        for (record, kind), those in reversed(by_record.items()):
            undone += _undo_one(engine, writer, record, kind, frozenset(those))
    return undone


def _undo_one(engine: Engine, writer: Writer, record: bytes, kind: str, those: frozenset[bytes]) -> Written:
    first_seq, revisions = revisions_of(engine, record, kind)
    ordered = in_causal_order(revisions)
    void = withdrawn(ordered)
    counting = [revision for revision in ordered if revision.id not in void]
    those |= _settled_after(counting, those)
    if any(revision.id in those and not revision.parents for revision in ordered):
        others = [
            revision
            for revision in counting
            if revision.id not in those and not OF_ANY_KIND.issuperset(revision.fields)
        ]
        if others or not counting:
            return Written()
        return writer.write_after(UUID(bytes=record), kind, [{"deleted": True}], revisions, first_seq)
    telling = {setter.id for setters in fold(revisions).setters.values() for setter in setters}
    telling |= {revision.id for revision in counting if WITHDRAWN in revision.fields}
    if not telling & those:
        return Written()
    named = sorted(revision.id.hex() for revision in counting if revision.id in those and ERASED not in revision.fields)
    if not named:
        return Written()
    return writer.write_after(UUID(bytes=record), kind, [{WITHDRAWN: named}], revisions, first_seq)


def _settled_after(counting: Sequence[Revision], those: frozenset[bytes]) -> frozenset[bytes]:
    """Return what was put together by itself from ``those``: no person has changed them since."""
    found = set(those)
    for revision in counting:
        if revision.author == NOBODY.bytes and not found.isdisjoint(revision.parents):
            found.add(revision.id)
    return frozenset(found)
