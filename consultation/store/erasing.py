"""Erasing: taking words out of the file for good, in every copy that ever meets this one.

The bodies of all revisions that set a field go, salt and all, and an erasure, which is a revision of the record like
any other, says which they were, by whom and why. What those bodies said of other fields is said again by the erasure.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from consultation.errors import NotFound
from consultation.language import N_
from consultation.store.engine import Engine
from consultation.store.fold import Folded, fold
from consultation.store.ledger import erase, last_place
from consultation.store.projection import project_since, revisions_of
from consultation.store.sqlite import words
from consultation.store.versions.names import ERASED, OF_ANY_KIND, REASON
from consultation.store.writing import Writer
from consultation.store.written import Written


def erase_fields(
    engine: Engine, writer: Writer, kind: str, record_id: UUID, fields: Sequence[str], reason: str
) -> Written:
    """Take the words of these fields of a record out of the file; nothing is written when there were none."""
    with writer.together():
        _, revisions = revisions_of(engine, record_id.bytes, kind)
        if not revisions:
            raise NotFound(N_("What you asked for is not in this file."))
        gone = [
            revision
            for revision in revisions
            if revision.values is not None and any(_is_one_of(name, fields) for name in revision.fields)
        ]
        if not gone:
            return Written()
        named = {ERASED: sorted(revision.id.hex() for revision in gone), REASON: reason}
        kept = _said_otherwise(fold(revisions), {revision.id for revision in gone}, fields)
        written = writer.write_side_by_side(kind, record_id, [{**named, **values} for values in kept])
        for revision in gone:
            erase(engine, revision.id, record_id.bytes)
        for _ in project_since(engine, last_place(engine), [record_id.bytes]):
            pass
        words.press(engine)
    return written


def _is_one_of(name: str, fields: Sequence[str]) -> bool:
    return name in fields or name.partition(".")[0] in fields


def _said_otherwise(folded: Folded, gone: set[bytes], fields: Sequence[str]) -> list[dict[str, Any]]:
    """Return what the words that go also said of other fields: several alternatives where these are in conflict."""
    alternatives: list[dict[str, Any]] = [{}]
    for name, setters in folded.setters.items():
        if _is_one_of(name, fields) or name in OF_ANY_KIND or not any(setter.id in gone for setter in setters):
            continue
        values: list[Any] = []
        for setter in setters:
            if setter.values is not None and setter.values[name] not in values:
                values.append(setter.values[name])
        while len(alternatives) < len(values):
            alternatives.append({})
        for alternative, value in zip(alternatives, values, strict=False):
            alternative[name] = value
    return alternatives
