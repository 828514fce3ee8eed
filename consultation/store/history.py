"""What happened to a record, who wrote it, and where people disagree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import LargeBinary, select, type_coerce

from consultation.errors import NotFound
from consultation.language import N_
from consultation.model import Person
from consultation.store.clock import Stamp
from consultation.store.engine import Engine
from consultation.store.fold import Folded, ancestry, fold
from consultation.store.projection import revisions_of
from consultation.store.revision import Revision
from consultation.store.tables import CONFLICT, RECORDS, REVISION
from consultation.store.versions.names import ERASED, WITHDRAWN, gathered

_CONFLICTS = select(CONFLICT.c.record, CONFLICT.c.kind, CONFLICT.c.field).order_by(
    CONFLICT.c.kind, CONFLICT.c.record, CONFLICT.c.field
)
_PEOPLE = RECORDS[Person.kind()]
_CARDS = select(type_coerce(_PEOPLE.c.id, LargeBinary), _PEOPLE.c.name)
_AUTHORS = _CARDS.where(type_coerce(_PEOPLE.c.id, LargeBinary).in_(select(REVISION.c.author)))

LATEST_MOMENT_MS = 253_370_764_800_000
"""The year 9999, the last one a date can show."""


@dataclass(frozen=True)
class Change:
    """One revision, as a person reads it."""

    revision: bytes
    author: UUID
    author_name: str
    """Empty when the file has no card of that person."""
    when: datetime
    fields: tuple[str, ...]
    values: Mapping[str, Any]
    """Empty when the words were erased."""
    created: bool
    withdraws: tuple[bytes, ...] = ()
    """The changes it took back: what they had replaced stands again, by its own author."""
    erases: tuple[bytes, ...] = ()
    """The changes of which it took the words away for good."""


@dataclass(frozen=True)
class Option:
    """One of the values people gave to a field without knowing of each other."""

    value: Any
    author_name: str
    when: datetime
    revision: bytes


@dataclass(frozen=True)
class Conflict:
    """A field with several latest values. The last option is the one shown meanwhile."""

    record: UUID
    kind: str
    field: str
    options: tuple[Option, ...]


def history(engine: Engine, kind: str, record_id: UUID) -> list[Change]:
    """Return the changes to a record, oldest first; NotFound when the file has no such record."""
    names = names_on_cards(engine)
    return [
        Change(
            revision.id,
            UUID(bytes=revision.author),
            names.get(revision.author, ""),
            moment_of(revision.stamp),
            revision.fields,
            revision.values or {},
            not revision.parents,
            _named(revision, WITHDRAWN),
            _named(revision, ERASED),
        )
        for revision in sorted(_known(engine, kind, record_id), key=lambda revision: revision.order)
    ]


def conflicts(engine: Engine) -> list[Conflict]:
    """Return every conflict in the file, in a stable order."""
    names = names_on_cards(engine)
    listed = engine.run(_CONFLICTS).fetchall()
    folded: dict[tuple[bytes, str], Folded] = {}
    found: list[Conflict] = []
    for record, kind, field in listed:
        if (record, kind) not in folded:
            folded[record, kind] = fold(revisions_of(engine, record, kind)[1])
        options = tuple(
            Option(setter.values[field], names.get(setter.author, ""), moment_of(setter.stamp), setter.id)
            for setter in folded[record, kind].conflicts[field]
            if setter.values is not None
        )
        found.append(Conflict(UUID(bytes=record), kind, field, options))
    return found


def state_at(engine: Engine, kind: str, record_id: UUID, revision: bytes) -> Mapping[str, Any]:
    """Return the values a record had for the author of ``revision``, just after writing it.

    NotFound when it is not a revision of this record.
    """
    revisions = _known(engine, kind, record_id)
    if all(change.id != revision for change in revisions):
        raise NotFound(N_("That change is not in this file."))
    return gathered(kind, fold(ancestry(revisions, [revision])).values)


def names_on_cards(engine: Engine) -> dict[bytes, str]:
    """Return the names on all cards, whoever of them has written something: that would take all revisions to tell."""
    return dict(engine.run(_CARDS).fetchall())


def author_names(engine: Engine) -> dict[bytes, str]:
    """Return the names on the cards of those who wrote in the file."""
    return dict(engine.run(_AUTHORS).fetchall())


def moment_of(stamp: Stamp) -> datetime:
    """Return the time a stamp stands for."""
    return datetime.fromtimestamp(min(max(stamp.wall_ms, 0), LATEST_MOMENT_MS) / 1000, UTC)


def _named(revision: Revision, field: str) -> tuple[bytes, ...]:
    return tuple(bytes.fromhex(named) for named in (revision.values or {}).get(field, ()))


def _known(engine: Engine, kind: str, record_id: UUID) -> list[Revision]:
    revisions = revisions_of(engine, record_id.bytes, kind)[1]
    if not revisions:
        raise NotFound(N_("What you asked for is not in this file."))
    return revisions
