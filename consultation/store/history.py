"""What happened to a record, who wrote it, and where people disagree."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import LargeBinary, bindparam, select, type_coerce

from consultation.errors import NotFound
from consultation.language import N_
from consultation.model import Person
from consultation.store.clock import Stamp
from consultation.store.engine import Engine
from consultation.store.fold import ancestry, fold
from consultation.store.projection import blank, revisions_of, revisions_of_several
from consultation.store.revision import NOBODY, Revision
from consultation.store.tables import CONFLICT, MERGE, RECORDS, REVISION
from consultation.store.versions.names import ERASED, WITHDRAWN, gathered, is_known

_CONFLICTS = select(CONFLICT.c.record, CONFLICT.c.kind, CONFLICT.c.field).order_by(
    CONFLICT.c.kind, CONFLICT.c.record, CONFLICT.c.field
)
_CAME_WITH = (
    select(REVISION.c.id, MERGE.c.name)
    .join(MERGE, REVISION.c.seq.between(MERGE.c.first, MERGE.c.last))
    .where(REVISION.c.record == bindparam("of"))
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
    """Empty when the file has no card of that person; of what was put together by itself, all whose words it has."""
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


class Disputed(NamedTuple):
    """A field on which people disagree, and nothing more: what a list of them needs."""

    kind: str
    record: UUID
    field: str


@dataclass(frozen=True)
class Conflict:
    """A field with several latest values. The last option is the one shown meanwhile."""

    record: UUID
    kind: str
    field: str
    options: tuple[Option, ...]
    before: Option | None = None
    """What stood there when those who disagree last knew the same; None where nobody had said anything yet."""


def history(engine: Engine, kind: str, record_id: UUID) -> list[Change]:
    """Return the changes to a record, oldest first; NotFound when the file has no such record."""
    names, known = names_on_cards(engine), _known(engine, kind, record_id)
    return [
        Change(
            revision.id,
            UUID(bytes=revision.author),
            who_wrote(revision, known, names),
            moment_of(revision.stamp),
            revision.fields,
            revision.values or {},
            not revision.parents,
            _named(revision, WITHDRAWN),
            _named(revision, ERASED),
        )
        for revision in sorted(known, key=lambda revision: revision.order)
    ]


def disputed(engine: Engine) -> list[Disputed]:
    """Return the fields on which people disagree, in a stable order, without reading what anybody wrote."""
    return [Disputed(kind, UUID(bytes=record), field) for record, kind, field in engine.run(_CONFLICTS).fetchall()]


def conflicts(engine: Engine) -> list[Conflict]:
    """Return every conflict in the file, in a stable order."""
    names = names_on_cards(engine)
    found = (_conflict(engine, names, each) for each in disputed(engine))
    return [conflict for conflict in found if conflict is not None]


def conflict(engine: Engine, where: Disputed) -> Conflict | None:
    """Return the conflict on one field, with everything people wrote; None where they agree by now."""
    return _conflict(engine, names_on_cards(engine), where)


def conflicts_on(engine: Engine, places: Sequence[Disputed]) -> list[Conflict]:
    """Return the conflicts on several fields, in as many statements for many as for few."""
    names = names_on_cards(engine)
    revisions = revisions_of_several(engine, {where.record.bytes for where in places})
    found = (
        _among([each for each in revisions.get(where.record.bytes, ()) if each.kind == where.kind], names, where)
        for where in places
    )
    return [conflict for conflict in found if conflict is not None]


def _conflict(engine: Engine, names: Mapping[bytes, str], where: Disputed) -> Conflict | None:
    return _among(revisions_of(engine, where.record.bytes, where.kind)[1], names, where)


def _among(revisions: Sequence[Revision], names: Mapping[bytes, str], where: Disputed) -> Conflict | None:
    kind, record, field = where
    setters = fold(revisions).conflicts.get(field) if revisions else None
    if setters is None:
        return None
    options = tuple(option_of(setter, field, revisions, names) for setter in setters)
    return Conflict(record, kind, field, options, option_before(revisions, setters, field, names))


def option_of(setter: Revision, field: str, among: Sequence[Revision], names: Mapping[bytes, str]) -> Option:
    """Return what ``setter``, which has its words, said of ``field``."""
    values = setter.values or {}
    return Option(values[field], who_wrote(setter, among, names), moment_of(setter.stamp), setter.id)


def who_wrote(revision: Revision, among: Sequence[Revision], names: Mapping[bytes, str]) -> str:
    """Name whoever wrote a revision; of what was put together by itself, all whose words it has, earliest first."""
    if revision.author != NOBODY.bytes:
        return names.get(revision.author, "")
    by_id = {each.id: each for each in among}
    found: list[Revision] = []
    seen: set[bytes] = set()
    waiting = [revision]
    while waiting:
        each = waiting.pop()
        if each.author != NOBODY.bytes:
            found.append(each)
            continue
        waiting += (by_id[parent] for parent in each.parents if parent in by_id and parent not in seen)
        seen.update(each.parents)
    writers = (names.get(each.author, "") for each in sorted(found, key=lambda each: each.order))
    return ", ".join(dict.fromkeys(name for name in writers if name))


def option_before(
    revisions: Sequence[Revision], setters: Sequence[Revision], field: str, names: Mapping[bytes, str]
) -> Option | None:
    """Return what those who disagree had before them all: the state of what every one of them descends from."""
    known_to_all = set.intersection(*({each.id for each in ancestry(revisions, [it.id])} for it in setters))
    common = [revision for revision in revisions if revision.id in known_to_all]
    telling = [it for it in (fold(common).setters.get(field, ()) if common else ()) if it.values is not None]
    return option_of(telling[-1], field, revisions, names) if telling else None


def came_with(engine: Engine, record_id: UUID) -> dict[bytes, str]:
    """Return the name of the file with which each change to a record came; what was written here is not in it."""
    return dict(engine.run(_CAME_WITH, record_id.bytes).fetchall())


def state_at(engine: Engine, kind: str, record_id: UUID, revision: bytes) -> Mapping[str, Any]:
    """Return the values a record had for the author of ``revision``, just after writing it.

    What nobody had entered by then, and somebody has now, is there with its empty value; what it was of which the words
    have been erased or lost, nobody knows, so it is not there. NotFound when it is not a revision of this record.
    """
    revisions = _known(engine, kind, record_id)
    if all(change.id != revision for change in revisions):
        raise NotFound(N_("That change is not in this file."))
    before = ancestry(revisions, [revision])
    then, here = fold(before), {change.id for change in before}
    later: dict[str, Any] = {}
    if all(here.issuperset(change.parents) for change in before):
        entered = (name for name in fold(revisions).values if name not in then.setters)
        later = {name: blank(kind, name) for name in entered if is_known(kind, name)}
    gone = {name.partition(".")[0] for name in then.setters if name not in then.values}
    known = {name: value for name, value in {**then.values, **later}.items() if name.partition(".")[0] not in gone}
    return gathered(kind, known, empty=True)


def names_on_cards(engine: Engine) -> dict[bytes, str]:
    """Return the names on all cards, whoever of them has written something: that would take all revisions to tell."""
    return dict(engine.run(_CARDS).fetchall())


def last_changes(
    engine: Engine, kind: str, records: Collection[UUID] | None = None
) -> dict[UUID, tuple[str, datetime]]:
    """Return who last wrote in each record of a kind, and when: by the clocks of the writers."""
    names = names_on_cards(engine)
    of_kind = f'SELECT id FROM "{kind}"'  # noqa: S608 - one of our tables
    asked = f"SELECT record, author, max(wall_ms) FROM revision WHERE record IN ({of_kind}) GROUP BY record"  # noqa: S608
    if records is None:
        rows = engine.run(asked).fetchall()
    else:
        of_one = "SELECT record, author, max(wall_ms) FROM revision WHERE record = ? GROUP BY record"
        rows = [row for each in records for row in engine.run(of_one, each.bytes).fetchall()]
    return {
        UUID(bytes=record): (names.get(author, ""), moment_of(Stamp(wall_ms, 0))) for record, author, wall_ms in rows
    }


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
