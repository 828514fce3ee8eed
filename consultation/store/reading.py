"""Reading records back, as SQLModel objects that belong to nobody: change one, then save it."""

from __future__ import annotations

import re
from sqlite3 import Connection
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Engine, func
from sqlmodel import Session as DbSession
from sqlmodel import col, create_engine, select
from sqlmodel.pool import StaticPool

from consultation.errors import NotFound
from consultation.language import N_
from consultation.model import KINDS, Record, Session, Term
from consultation.store.database import in_words

R = TypeVar("R", bound=Record)


class Reader:
    """Reads the projections of one open file."""

    def __init__(self, database: Connection, name: str) -> None:
        self._database = database
        self._name = name
        self._engine: Engine = create_engine("sqlite://", creator=lambda: database, poolclass=StaticPool)
        self._engine.connect().close()  # SQLAlchemy's first greeting cannot be in the midst of a transaction

    def find(self, kind: type[R], record_id: UUID) -> R | None:
        """Return a record, deleted or not, or None."""
        with in_words(self._name), DbSession(self._engine) as session:
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
        with in_words(self._name), DbSession(self._engine) as session:
            return list(session.exec(wanted).all())

    def count(self, kind: type[Record], **values: Any) -> int:
        """Count the records of a kind that have these ``values`` and are not deleted."""
        wanted = select(func.count()).select_from(kind).where(col(kind.deleted).is_(False))
        for name, value in values.items():
            wanted = wanted.where(getattr(kind, name) == value)
        with in_words(self._name), DbSession(self._engine) as session:
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
        asked = " ".join(f'"{word}"*' for word in re.findall(r"\w+", words))
        if not asked:
            return []
        names = [kind.kind() for kind in kinds or KINDS.values()]
        marks = ", ".join("?" * len(names))
        with in_words(self._name):
            found = self._database.execute(
                f"SELECT kind, record FROM search WHERE search MATCH ? AND kind IN ({marks})"  # noqa: S608
                " ORDER BY rank, record LIMIT ?",
                (asked, *names, most),
            ).fetchall()
        return [self.get(KINDS[kind], UUID(bytes=record)) for kind, record in found]

    def counts(self) -> dict[str, int]:
        """Count the records of every kind that are not deleted."""
        return {name: self.count(kind) for name, kind in KINDS.items()}
