"""The open file: the one thing the rest of the program holds in its hand."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from typing import Any, Self, TypeVar
from uuid import UUID

from consultation.errors import ExportRefused, NotFound
from consultation.files import is_same_file
from consultation.language import N_
from consultation.model import Consultation, Record, Session, Term
from consultation.model.record import new_id
from consultation.store import checks, history
from consultation.store.clock import Clock
from consultation.store.copies import Copy, vacuum_into
from consultation.store.database import (
    SharedConnection,
    check_header,
    check_schema,
    connect,
    in_words,
)
from consultation.store.history import Change, Conflict
from consultation.store.identity import Identity
from consultation.store.reading import Reader
from consultation.store.schema import APPLICATION_ID, statements
from consultation.store.versions.number import CURRENT
from consultation.store.writing import Writer, Written

R = TypeVar("R", bound=Record)


class Store:
    """One consultation file, open. Belongs to the thread that opened it; another thread opens its own."""

    def __init__(
        self,
        path: Path,
        database: SharedConnection,
        identity: Identity,
        clock: Clock | None = None,
        entropy: Callable[[int], bytes] = os.urandom,
    ) -> None:
        self.path = path
        self.identity = identity
        self.clock = clock or Clock()
        self.entropy = entropy
        self.database = database
        """For `merging`, which reads and writes in bulk."""
        self._newest: UUID | None = None
        self._reader = Reader(database, path.name)
        self._writer = Writer(database, path.name, identity, self.clock, entropy)

    @classmethod
    def create(
        cls,
        path: Path,
        identity: Identity,
        clock: Clock | None = None,
        entropy: Callable[[int], bytes] = os.urandom,
    ) -> Self:
        """Make a new, empty file at ``path``; ExportRefused when something is there already."""
        try:
            path.touch(exist_ok=False)
        except FileExistsError as error:
            raise ExportRefused(
                N_("There is already a file “{name}”. It was not touched. Choose another name."), name=path.name
            ) from error
        except FileNotFoundError as error:
            raise ExportRefused(
                N_("There is no folder “{folder}”, so no file was made. Choose a folder that exists."),
                folder=str(path.parent),
            ) from error
        except OSError as error:
            raise ExportRefused(
                N_("“{name}” cannot be made here: {reason}. Choose another folder."),
                name=str(path),
                reason=error.strerror or str(error),
            ) from error
        made = False
        try:
            with in_words(path.name):
                database = connect(path)
                database.execute("BEGIN IMMEDIATE")
                database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                database.execute(f"PRAGMA user_version = {CURRENT.number}")
                for statement in statements():
                    database.execute(statement)
                database.execute("COMMIT")
            made = True
        finally:
            if not made:
                path.unlink()
        return cls(path, database, identity, clock, entropy)

    @classmethod
    def open(
        cls,
        path: Path,
        identity: Identity,
        clock: Clock | None = None,
        entropy: Callable[[int], bytes] = os.urandom,
    ) -> Self:
        """Open the file at ``path``; FileRefused, with the reason, when it is not ours to open."""
        check_header(path)
        with in_words(path.name, unread=True):
            database = connect(path)
            try:
                check_schema(database, path.name)
            except BaseException:
                database.close()
                raise
        return cls(path, database, identity, clock, entropy)

    def close(self) -> None:
        """Let go of the file."""
        self.database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    # Reading

    @property
    def consultation(self) -> Consultation:
        """The consultation this file is about; NotFound in a file that has none yet."""
        with in_words(self.path.name):
            found = self.database.execute("SELECT value FROM local WHERE name = 'consultation'").fetchone()
        if found is None:
            known = self.all(Consultation)
            if not known:
                raise NotFound(
                    N_("“{name}” is empty: it holds no consultation. Start a new one from a kit."),
                    name=self.path.name,
                )
            return known[0]
        return self.get(Consultation, UUID(bytes=found[0]))

    def find(self, kind: type[R], record_id: UUID) -> R | None:
        """Return a record, deleted or not, or None."""
        return self._reader.find(kind, record_id)

    def get(self, kind: type[R], record_id: UUID) -> R:
        """Return a record, deleted or not; NotFound when the file has none of that id."""
        return self._reader.get(kind, record_id)

    def all(self, kind: type[R], deleted: bool = False, **values: Any) -> list[R]:
        """Return the records of a kind that have these ``values``, oldest first."""
        return self._reader.all(kind, deleted, **values)

    def count(self, kind: type[Record], **values: Any) -> int:
        """Count the records of a kind that have these ``values`` and are not deleted."""
        return self._reader.count(kind, **values)

    def counts(self) -> dict[str, int]:
        """Count the records of every kind that are not deleted."""
        return self._reader.counts()

    def terms(self, vocabulary: str) -> list[Term]:
        """Return the terms of a vocabulary in their order."""
        return self._reader.terms(vocabulary)

    def session(self, code: str) -> Session:
        """Return the session of a code, whatever its case; NotFound names the codes there are."""
        return self._reader.session(code)

    def search(self, words: str, *kinds: type[Record], most: int = 200) -> list[Record]:
        """Return the records in which every word of ``words`` begins a word, best first."""
        return self._reader.search(words, *kinds, most=most)

    def history(self, record: Record) -> list[Change]:
        """Return the changes to a record, oldest first."""
        with in_words(self.path.name):
            return history.history(self.database, record.kind(), record.id)

    def conflicts(self) -> list[Conflict]:
        """Return every conflict in the file."""
        with in_words(self.path.name):
            return history.conflicts(self.database)

    def author_names(self) -> dict[UUID, str]:
        """Return the people who wrote in the file: card -> name."""
        with in_words(self.path.name):
            found = history.author_names(self.database)
        return {UUID(bytes=author): name for author, name in found.items()}

    # Writing

    def new_id(self) -> UUID:
        """Make the id of a new record: after all that this store has made, so that their order is that of making."""
        made = new_id(self.clock.now(), self.entropy)
        if self._newest is not None and made <= self._newest:
            made = UUID(int=self._newest.int + 1)
        self._newest = made
        return made

    def together(self) -> AbstractContextManager[None]:
        """Make everything written inside one transaction: all of it, or, when something raises, nothing."""
        return self._writer.together()

    def save(self, record: Record) -> Written:
        """Write what ``record`` changes; InvalidRecord when it cannot be stored, NotSaved when the disk cannot."""
        return self._writer.save(record)

    def change(self, record: Record, **values: Any) -> Written:
        """Write these ``values`` of a record; NotFound when the file has no such record."""
        self.get(type(record), record.id)
        return self._writer.change(type(record), record.id, values)

    def delete(self, record: Record) -> Written:
        """Mark a record as deleted; it stays in the history and can be restored."""
        return self.change(record, deleted=True)

    def restore(self, record: Record) -> Written:
        """Take back a deletion."""
        return self.change(record, deleted=False)

    def resolve(self, kind: type[Record], record_id: UUID, field: str, value: Any) -> Written:
        """Settle a conflict with ``value``, be it one of the options or a new one."""
        return self._writer.decide(kind, record_id, {field: value})

    def undo(self, written: Written) -> Written:
        """Put back what ``written`` changed, except where somebody has changed it again since."""
        return self._writer.undo(written)

    def restore_to(self, record: Record, revision: bytes) -> Written:
        """Give a record the values it had just after ``revision``."""
        with in_words(self.path.name):
            values = history.state_at(self.database, record.kind(), record.id, revision)
        return self.change(record, **values)

    def plant(self, records: Iterable[Record], origin: str, wall_ms: int) -> None:
        """Write a kit's records: the same revisions in every file that is made from it."""
        self._writer.plant(records, origin, wall_ms)

    def name_consultation(self, consultation: Consultation) -> None:
        """Say which consultation this file is about."""
        with self.together():
            self.database.execute("INSERT OR REPLACE INTO local VALUES ('consultation', ?)", (consultation.id.bytes,))

    # The whole file

    def send_copy(self, path: Path) -> Copy:
        """Write a checked copy of the whole file to ``path``."""
        if is_same_file(path, self.path):
            raise ExportRefused(
                N_("That is the file that is open. Nothing was changed. Choose another name for the copy.")
            )
        return Copy(path, vacuum_into(self.database, path, self.path.name), self.counts())

    def check(self, rebuild: bool = False) -> checks.Report:
        """Check the whole file; with ``rebuild``, make the projections anew first."""
        if rebuild:
            with self.together():
                checks.rebuild(self.database)
        report = checks.check(self.database, self.path.name)
        return replace(report, rebuilt=rebuild)

    def digest(self) -> str:
        """Return one hash of the set of revisions, as 64 hexadecimal digits."""
        with in_words(self.path.name):
            return checks.digest(self.database)
