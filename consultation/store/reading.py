"""Reading records back, as SQLModel objects that belong to nobody: change one, then save it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, func
from sqlalchemy import select as sql_select
from sqlalchemy.dialects import sqlite
from sqlmodel import col, select

from consultation.errors import NotFound
from consultation.language import N_
from consultation.model import KINDS, Record, Session, Term
from consultation.store.clock import Stamp
from consultation.store.engine import Engine
from consultation.store.history import moment_of
from consultation.store.sqlite.words import find, places_of
from consultation.store.tables import CONFLICT, UNREAD
from consultation.store.wording import in_words

R = TypeVar("R", bound=Record)

MOST_ASKED = 10_000
"""Ids that one statement asks for; SQLite takes three times as many."""

_DIALECT = sqlite.dialect()
_UNREAD = select(func.count()).select_from(UNREAD)
_COUNT_CONFLICTS = select(func.count()).select_from(CONFLICT)
_DISPUTED = select(CONFLICT.c.record).distinct()


class Reader:
    """Reads the projections of one open file.

    Where records are chosen by ``values``, a set of values chooses those that have any of them: some thousands at most.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._name = engine.name

    def find(self, kind: type[R], record_id: UUID) -> R | None:
        """Return a record, deleted or not, or None."""
        with in_words(self._name), self._engine.session() as session:
            return session.get(kind, record_id)

    def whatever(self, record_id: UUID, kinds: Iterable[type[Record]] = tuple(KINDS.values())) -> Record | None:
        """Return the record of an id, deleted or not, of the first of these ``kinds`` that has one; or None."""
        found = (self.find(kind, record_id) for kind in kinds)
        return next((record for record in found if record is not None), None)

    def get(self, kind: type[R], record_id: UUID) -> R:
        """Return a record, deleted or not; NotFound when the file has none of that id."""
        found = self.find(kind, record_id)
        if found is None:
            raise NotFound(
                N_("What you asked for is not in “{name}”. It may be in a file that is not merged yet."),
                name=self._name,
            )
        return found

    def all(self, kind: type[R], deleted: bool = False, **values: Any) -> list[R]:
        """Return the records of a kind that have these ``values``, oldest first."""
        wanted = select(kind).where(*_having(kind, deleted, values)).order_by(col(kind.id))
        with in_words(self._name), self._engine.session() as session:
            return list(session.exec(wanted).all())

    def holding(self, kind: type[R], name: str, record_id: UUID, deleted: bool = False) -> list[R]:
        """Return the records of a kind that have ``record_id`` in their list of ids ``name``, oldest first."""
        held = func.instr(getattr(kind, name), str(record_id)) > 0
        wanted = select(kind).where(held, *_having(kind, deleted, {})).order_by(col(kind.id))
        with in_words(self._name), self._engine.session() as session:
            return list(session.exec(wanted).all())

    def those(self, kind: type[R], ids: Iterable[UUID]) -> dict[UUID, R]:
        """Return the records of these ``ids``, deleted or not, each under its id; one that is not there is missing."""
        return {
            record.id: record for some in _parted(set(ids)) for record in self.all(kind, deleted=True, id=set(some))
        }

    def columns(
        self, kind: type[Record], *names: str, deleted: bool = False, several: str = "", **values: Any
    ) -> list[tuple[Any, ...]]:
        """Return these fields alone of the records of a kind that have these ``values``, oldest first.

        A value that stands in many records is made once. With ``several``, only of records whose value of that field
        stands in more of them than one.
        """
        fields, held = [getattr(kind, name) for name in names], _having(kind, deleted, values)
        wanted = sql_select(*fields).where(*held).order_by(col(kind.id))
        if several:
            field = col(getattr(kind, several))
            wanted = wanted.where(field.in_(sql_select(field).where(*held).group_by(field).having(func.count() > 1)))
        with in_words(self._name), self._engine.session() as session:
            cursor = session.connection().execute(wanted).cursor
            rows = cursor.fetchall() if cursor else []  # bare: rows of SQLAlchemy take long to make and to throw away
        if not rows:
            return []
        return list(zip(*map(_read, fields, zip(*rows, strict=True)), strict=True))

    def deleted(self, kind: type[Record]) -> list[UUID]:
        """Return the records of a kind that were deleted, oldest first."""
        wanted = sql_select(col(kind.id)).where(col(kind.deleted).is_(True)).order_by(col(kind.id))
        with in_words(self._name), self._engine.session() as session:
            return list(session.execute(wanted).scalars())

    def place_among(self, kind: type[Record], name: str, ids: Collection[UUID]) -> dict[UUID, int]:
        """Return the place of each of ``ids``, from 1, among the records of its kind with the same value of ``name``.

        In the order of making, deleted ones too; what has no value there has no place. Some hundred ids at most.
        """
        field, wanted = col(getattr(kind, name)), sorted(set(ids))
        theirs = sql_select(field).where(col(kind.id).in_(wanted))
        place = func.row_number().over(partition_by=field, order_by=col(kind.id)).label("place")
        placed = sql_select(col(kind.id).label("id"), place).where(field.in_(theirs)).subquery()
        with in_words(self._name), self._engine.session() as session:
            rows = session.execute(sql_select(placed).where(placed.c.id.in_(wanted)))
            return {row.id: row.place for row in rows}

    def count(self, kind: type[Record], **values: Any) -> int:
        """Count the records of a kind that have these ``values`` and are not deleted."""
        wanted = select(func.count()).select_from(kind).where(*_having(kind, False, values))
        with in_words(self._name), self._engine.session() as session:
            return session.exec(wanted).one()

    def latest(self, kind: type[Record], *names: str) -> tuple[Any, ...] | None:
        """Return these fields of the record of a kind that was made last, of those not deleted; None for no record."""
        fields = [getattr(kind, name) for name in names]
        wanted = sql_select(*fields).where(*_having(kind, False, {})).order_by(col(kind.id).desc()).limit(1)
        with in_words(self._name), self._engine.session() as session:
            row = session.execute(wanted).first()
        return tuple(row) if row is not None else None

    def count_by(self, kind: type[Record], name: str, **values: Any) -> dict[Any, int]:
        """Count the records of a kind that have these ``values`` and are not deleted, by one of their fields."""
        field = getattr(kind, name)
        wanted = sql_select(field, func.count()).where(*_having(kind, False, values)).group_by(field)
        with in_words(self._name), self._engine.session() as session:
            return {value: int(count) for value, count in session.execute(wanted)}

    def terms(self, vocabulary: str, retired: bool = False) -> list[Term]:
        """Return the terms of a vocabulary that can be chosen, in their order.

        With ``retired`` also those that cannot any more, which whatever has them keeps.
        """
        found = [term for term in self.all(Term, vocabulary=vocabulary) if retired or term.is_offered]
        return sorted(found, key=lambda term: (term.rank, term.id))

    def session(self, code: str) -> Session:
        """Return the session of a code, whatever its case; NotFound names the codes there are."""
        sessions = self.all(Session)
        for session in sessions:
            if session.code.casefold() == code.strip().casefold():
                return session
        raise NotFound(
            N_("There is no session “{code}”. Nothing was changed. The sessions are: {codes}."),
            code=code,
            codes=", ".join(sorted(session.code for session in sessions)) or "–",
        )

    def found(self, words: str, *kinds: type[Record], most: int = 200) -> list[tuple[type[Record], UUID]]:
        """Return kind and id of the records in which every word of ``words`` begins a word, best first.

        One or two letters begin so many words that none is better than another: then the newest come first.
        """
        names = [kind.kind() for kind in kinds or KINDS.values()]
        with in_words(self._name):
            return [(KINDS[kind], UUID(bytes=record)) for kind, record in find(self._engine, words, names, most)]

    def places(self, ids: Collection[UUID]) -> dict[int, UUID]:
        """Return where the words of ``ids`` stand in the index, for `found_among`; a record may have several places."""
        found: dict[int, UUID] = {}
        with in_words(self._name):
            for some in _parted(ids):
                marks = ", ".join("?" * len(some))
                known = f"SELECT seq, record FROM revision WHERE record IN ({marks})"  # noqa: S608 - marks only
                rows = self._engine.run(known, *(record.bytes for record in some))
                found.update((place, UUID(bytes=record)) for place, record in rows)
        return found

    def found_among(self, words: str, places: Mapping[int, UUID]) -> frozenset[UUID]:
        """Return the records of ``places`` in which every word of ``words`` begins a word, however many others do."""
        with in_words(self._name):
            return frozenset(places[place] for place in places_of(self._engine, words) & places.keys())

    def search(self, words: str, *kinds: type[Record], most: int = 200) -> list[Record]:
        """Return the records that `found` finds, best first."""
        found = self.found(words, *kinds, most=most)
        records: dict[tuple[type[Record], UUID], Record] = {}
        for kind in dict.fromkeys(kind for kind, _ in found):
            wanted = {record_id for of, record_id in found if of is kind}
            records.update(((kind, record.id), record) for record in self.all(kind, deleted=True, id=wanted))
        return [records[place] for place in found]

    def counts(self) -> dict[str, int]:
        """Count the records of every kind that are not deleted."""
        return {name: self.count(kind) for name, kind in KINDS.items()}

    def unread(self) -> int:
        """Count the records that hold something this program does not know, and therefore does not show."""
        with in_words(self._name):
            return int(self._engine.run(_UNREAD).fetchone()[0])

    def last_written(self, kind: type[Record], field: str) -> datetime | None:
        """Return when a field of any record of a kind was last written; None where none was."""
        of_kind = f"SELECT id FROM {kind.kind()}"  # noqa: S608 - one of our tables
        asked = f"SELECT max(wall_ms) FROM revision WHERE record IN ({of_kind}) AND ' ' || fields || ' ' LIKE ?"  # noqa: S608
        with in_words(self._name):
            (wall_ms,) = self._engine.run(asked, f"% {field} %").fetchone()
        return None if wall_ms is None else moment_of(Stamp(wall_ms, 0))

    def count_conflicts(self) -> int:
        """Count the fields in conflict."""
        with in_words(self._name):
            return int(self._engine.run(_COUNT_CONFLICTS).fetchone()[0])

    def disputed(self, among: Collection[UUID] | None = None) -> frozenset[UUID]:
        """Return the records of which a field is in conflict: all of them, or those ``among`` some."""
        with in_words(self._name):
            if among is None:
                return frozenset(UUID(bytes=record) for (record,) in self._engine.run(_DISPUTED))
            found: set[UUID] = set()
            for some in _parted(among):
                marks = ", ".join("?" * len(some))
                asked = f"SELECT record FROM conflict WHERE record IN ({marks})"  # noqa: S608 - marks only
                found.update(UUID(bytes=record) for (record,) in self._engine.run(asked, *(it.bytes for it in some)))
            return frozenset(found)


def _having(kind: type[Record], deleted: bool, values: Mapping[str, Any]) -> list[ColumnElement[bool]]:
    """Return what holds of the records of a kind that have these ``values``."""
    held: list[ColumnElement[bool]] = [] if deleted else [col(kind.deleted).is_(False)]
    for name, value in values.items():
        field = col(getattr(kind, name))
        held.append(field.in_(sorted(value)) if isinstance(value, set | frozenset) else field == value)
    return held


def _read(field: Any, values: Sequence[Any]) -> Sequence[Any]:
    """Make the values of a field of what its column keeps; equal ones once, but for ids, lists and maps."""
    read = field.type.dialect_impl(_DIALECT).result_processor(_DIALECT, None)
    if read is None:
        return values
    first = next((value for value in values if value is not None), None)
    if field.key == "id" or isinstance(read(first), list | dict):
        return [read(value) for value in values]
    made = {value: read(value) for value in set(values)}
    return [made[value] for value in values]


def _parted(ids: Collection[UUID]) -> Iterator[list[UUID]]:
    """Part ids into as many as one statement may ask for."""
    listed = list(ids)
    for first in range(0, len(listed), MOST_ASKED):
        yield listed[first : first + MOST_ASKED]
