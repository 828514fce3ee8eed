"""Reading records back, as SQLModel objects that belong to nobody: change one, then save it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import func
from sqlalchemy import select as select_columns
from sqlalchemy.dialects import sqlite
from sqlalchemy.types import TypeEngine
from sqlmodel import col, select

from consultation.errors import NotFound
from consultation.language import N_
from consultation.model import KINDS, Record, Session, Term
from consultation.store.engine import Engine
from consultation.store.sqlite.words import find as find_words
from consultation.store.tables import UNREAD
from consultation.store.wording import in_words

R = TypeVar("R", bound=Record)


class Reader:
    """Reads the projections of one open file."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._name = engine.name

    def find(self, kind: type[R], record_id: UUID) -> R | None:
        """Return a record, deleted or not, or None."""
        with in_words(self._name), self._engine.session() as session:
            return session.get(kind, record_id)

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
        wanted = select(kind).order_by(col(kind.id))
        if not deleted:
            wanted = wanted.where(col(kind.deleted).is_(False))
        for name, value in values.items():
            wanted = wanted.where(getattr(kind, name) == value)
        with in_words(self._name), self._engine.session() as session:
            return list(session.exec(wanted).all())

    def among(self, kind: type[R], name: str, values: Collection[Any]) -> list[R]:
        """Return the records of a kind in whose field ``name`` one of a few ``values`` stands, oldest first."""
        if not values:
            return []
        wanted = select(kind).where(col(kind.deleted).is_(False), getattr(kind, name).in_(values)).order_by(col(kind.id))
        with in_words(self._name), self._engine.session() as session:
            return list(session.exec(wanted).all())

    def columns(self, kind: type[Record], *names: str) -> list[tuple[Any, ...]]:
        """Return only these fields of the records of a kind, oldest first: much quicker than whole records."""
        wanted = [getattr(kind, name) for name in names]
        statement = select_columns(*wanted).where(col(kind.deleted).is_(False)).order_by(col(kind.id))
        with in_words(self._name):
            rows = self._engine.run(str(statement.compile(dialect=_DIALECT))).fetchall()
        if not rows:
            return []
        read = (_values(column.type, values) for column, values in zip(wanted, zip(*rows, strict=True), strict=True))
        return list(zip(*read, strict=True))

    def count(self, kind: type[Record], **values: Any) -> int:
        """Count the records of a kind that have these ``values`` and are not deleted."""
        wanted = select(func.count()).select_from(kind).where(col(kind.deleted).is_(False))
        for name, value in values.items():
            wanted = wanted.where(getattr(kind, name) == value)
        with in_words(self._name), self._engine.session() as session:
            return session.exec(wanted).one()

    def terms(self, vocabulary: str) -> list[Term]:
        """Return the terms of a vocabulary in their order."""
        return sorted(self.all(Term, vocabulary=vocabulary), key=lambda term: (term.rank, term.id))

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

    def search(self, words: str, *kinds: type[Record], most: int = 200) -> list[Record]:
        """Return the records in which every word of ``words`` begins a word, best first."""
        names = [kind.kind() for kind in kinds or KINDS.values()]
        with in_words(self._name):
            found = find_words(self._engine, words, names, most)
        return [self.get(KINDS[kind], UUID(bytes=record)) for kind, record in found]

    def counts(self) -> dict[str, int]:
        """Count the records of every kind that are not deleted."""
        return {name: self.count(kind) for name, kind in KINDS.items()}

    def unread(self) -> int:
        """Count the records that hold something this program does not know, and therefore does not show."""
        with in_words(self._name):
            return int(self._engine.run(_UNREAD).fetchone()[0])


def _values(kept_as: TypeEngine[Any], values: Sequence[Any]) -> Sequence[Any]:
    """Return the values of one column as Python has them; each that occurs is made once."""
    read = kept_as.dialect_impl(_DIALECT).result_processor(_DIALECT, None)
    if read is None:
        return values
    made = {value: read(value) for value in set(values)}
    return [made[value] for value in values]


_DIALECT = sqlite.dialect(paramstyle="qmark")
_UNREAD = select(func.count()).select_from(UNREAD)
