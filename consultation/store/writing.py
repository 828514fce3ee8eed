"""The only way in: validate, compare with what is there, write one revision, project it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import blake2b
from sqlite3 import Connection
from typing import Any
from uuid import UUID

from pydantic import ValidationError

from consultation.errors import InvalidRecord, NotFound
from consultation.language import N_
from consultation.model import KINDS, Person, Record
from consultation.store.clock import Clock, Stamp
from consultation.store.database import in_words
from consultation.store.fold import Folded, ancestry, fold
from consultation.store.identity import Identity
from consultation.store.projection import ROW, Projector, blank, revisions_of
from consultation.store.revision import (
    LARGEST_BODY,
    SALT_SIZE,
    Revision,
    check_values,
    read_revision,
    write_revision,
)

INSERT = f"INSERT OR IGNORE INTO revision ({ROW}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608


@dataclass(frozen=True)
class Written:
    """The revisions an action wrote, in order: what undoing it needs. Empty when nothing had changed."""

    revisions: tuple[tuple[bytes, bytes], ...] = ()
    """Pairs of record and revision."""

    def __bool__(self) -> bool:
        return bool(self.revisions)

    def __add__(self, other: Written) -> Written:
        return Written(self.revisions + other.revisions)


class Writer:
    """Writes revisions to one open file."""

    def __init__(
        self,
        database: Connection,
        name: str,
        identity: Identity,
        clock: Clock,
        entropy: Callable[[int], bytes] = os.urandom,
    ) -> None:
        self._database = database
        self._name = name
        self._identity = identity
        self._clock = clock
        self._entropy = entropy
        self._introduced = not identity.name

    @contextmanager
    def together(self) -> Iterator[None]:
        """Make everything written inside one transaction: all of it, or, when something raises, nothing."""
        with in_words(self._name):
            if self._database.in_transaction:
                yield
                return
            self._database.execute("BEGIN IMMEDIATE")
            introduced = self._introduced
            try:
                yield
                self._database.execute("COMMIT")
            except BaseException:
                self._introduced = introduced
                if self._database.in_transaction:
                    self._database.execute("ROLLBACK")
                raise

    def save(self, record: Record) -> Written:
        """Write what ``record`` changes; InvalidRecord when it cannot be stored, NotSaved when the disk cannot."""
        values = checked_values(type(record), dict(record))
        with self.together():
            if record.id != self._identity.author:
                self._introduce()
            first_seq, revisions = revisions_of(self._database, record.id.bytes)
            if not revisions:
                return self._write(record.id, record.kind(), [values], [], 0)
            folded = fold(revisions)
            if folded.kind != record.kind():
                raise InvalidRecord(
                    N_("This cannot be saved: something of another kind is kept under its id. Nothing was changed.")
                )
            changed = {
                name: value
                for name, value in values.items()
                if value != folded.values.get(name, _Unset)
                and not (name not in folded.values and value == blank(folded.kind, name))
            }
            if not changed:
                return Written()
            return self._write(
                record.id, folded.kind, [_asserting(changed, values["deleted"], folded)], revisions, first_seq
            )

    def decide(self, record_id: UUID, values: Mapping[str, Any]) -> Written:
        """Write ``values`` of a record even where they are what is shown: that is what settles a conflict."""
        with self.together():
            self._introduce()
            first_seq, revisions = revisions_of(self._database, record_id.bytes)
            if not revisions:
                raise NotFound(N_("What you asked for is not in this file."))
            kind = revisions[0].kind
            whole = {**_state(kind, fold(revisions).values, record_id), **values}
            checked = checked_values(KINDS[kind], whole)
            return self._write(record_id, kind, [{name: checked[name] for name in values}], revisions, first_seq)

    def undo(self, written: Written) -> Written:
        """Put back what ``written`` changed, except where somebody has changed it again since."""
        by_record: dict[bytes, list[bytes]] = {}
        for record, revision in written.revisions:
            by_record.setdefault(record, []).append(revision)
        undone = Written()
        with self.together():
            self._introduce()
            for record, those in reversed(by_record.items()):
                undone += self._undo_one(record, frozenset(those))
        return undone

    def plant(self, records: Iterable[Record], origin: str, wall_ms: int) -> None:
        """Write first revisions that depend on ``records`` and ``origin`` alone, as kits need them."""
        source = UUID(bytes=blake2b(origin.encode(), digest_size=16).digest())
        with self.together():
            before = last_place(self._database)
            projector = Projector(self._database)
            for record in records:
                salt = blake2b(record.id.bytes + origin.encode(), digest_size=SALT_SIZE).digest()
                values = checked_values(type(record), dict(record))
                row = write_revision(record.id, record.kind(), (), Stamp(wall_ms, 0), source, source, values, salt)
                self._database.execute(INSERT, row)
            for (record_id,) in self._database.execute(
                "SELECT DISTINCT record FROM revision WHERE seq > ?", (before,)
            ).fetchall():
                first_seq, revisions = revisions_of(self._database, record_id)
                projector.add(first_seq, record_id, fold(revisions), known=first_seq <= before)
            projector.write()

    def _introduce(self) -> None:
        """Give the author's card to the file before the first change, so that readers know who wrote."""
        if self._introduced:
            return
        self._introduced = True
        if not revisions_of(self._database, self._identity.author.bytes)[1]:
            self.save(Person(id=self._identity.author, name=self._identity.name))

    def _undo_one(self, record: bytes, those: frozenset[bytes]) -> Written:
        first_seq, revisions = revisions_of(self._database, record)
        now = fold(revisions)
        earlier = [one for one in ancestry(revisions, those) if one.id not in those]
        names = {name for one in revisions if one.id in those for name in one.fields}
        ours = {name for name in names if all(one.id in those for one in now.setters[name])}
        if not earlier:
            return self._write(UUID(bytes=record), now.kind, [{"deleted": True}], revisions, first_seq)
        before = fold(earlier)
        alternatives: list[dict[str, Any]] = [{}]
        for name in sorted(ours):
            values = _distinct(name, before)
            if len(values) == 1 and name not in now.conflicts and now.values.get(name) == values[0]:
                continue
            while len(alternatives) < len(values):
                alternatives.append({})
            for alternative, value in zip(alternatives, values, strict=False):
                alternative[name] = value
        deleted = bool(now.values.get("deleted", False))
        written = [one if "deleted" in one else _asserting(one, deleted, now) for one in alternatives if one]
        return self._write(UUID(bytes=record), now.kind, written, revisions, first_seq)

    def _write(
        self,
        record_id: UUID,
        kind: str,
        alternatives: Sequence[Mapping[str, Any]],
        revisions: Sequence[Revision],
        first_seq: int,
    ) -> Written:
        """Write one revision for each alternative, all after the same heads: several stand side by side."""
        heads = fold(revisions).heads if revisions else ()
        stamp = self._clock.tick([*(head.stamp for head in heads), *self._last_stamp()])
        written: list[tuple[bytes, bytes]] = []
        after = list(revisions)
        for place, values in enumerate(alternatives):
            row = write_revision(
                record_id,
                kind,
                tuple(head.id for head in heads),
                Stamp(stamp.wall_ms, stamp.counter + place),
                self._identity.replica,
                self._identity.author,
                values,
                self._entropy(SALT_SIZE),
            )
            if row.body is not None and len(row.body) > LARGEST_BODY:
                raise InvalidRecord(
                    N_(
                        "This is longer than one entry can be (about a million characters), so it was not saved. "
                        "Nothing else was changed. Divide it into several."
                    )
                )
            place_in_file = self._database.execute(INSERT, row).lastrowid or 0
            first_seq = first_seq or place_in_file
            after.append(read_revision(row))
            written.append((record_id.bytes, row.id))
        if written:
            projector = Projector(self._database)
            projector.add(first_seq, record_id.bytes, fold(after), known=bool(revisions))
            projector.write()
        return Written(tuple(written))

    def _last_stamp(self) -> list[Stamp]:
        found = self._database.execute("SELECT wall_ms, counter FROM revision ORDER BY seq DESC LIMIT 1").fetchall()
        return [Stamp(*one) for one in found]


def checked_values(kind: type[Record], values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the checked values of a record but its id; InvalidRecord names the field that is wrong.

    ``table=True`` classes of SQLModel take anything when they are built, so this is where it is looked at.
    """
    names = [name for name in kind.model_fields if name != "id"]
    try:
        return check_values(kind.kind(), {name: values.get(name) for name in names})
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(one) for one in first["loc"]) or kind.kind()
        problem = "no language code" if first["loc"][-1:] == ("language",) else first["type"]
        raise InvalidRecord(_reason(problem), field=field) from error


def last_place(database: Connection) -> int:
    """Return the place of the newest revision in the file, 0 when there is none."""
    return int(database.execute("SELECT coalesce(max(seq), 0) FROM revision").fetchone()[0])


def _reason(problem: str) -> str:
    if problem == "string_pattern_mismatch":
        return N_(
            "The field “{field}” is empty or has a character that cannot be stored. Nothing was saved, "
            "nothing was lost. Correct it and try again."
        )
    if problem == "no language code":
        return N_(
            "The field “{field}” is not a code of a language, such as en, fr or es. Nothing was saved, "
            "nothing was lost. Correct it and try again."
        )
    if problem == "string_unicode":
        return N_(
            "The field “{field}” has half a character in it, as some programs leave behind when they cut a text. "
            "Nothing was saved, nothing was lost. Type that word again."
        )
    return N_(
        "The field “{field}” does not have a value that fits. Nothing was saved, nothing was lost. "
        "Correct it and try again."
    )


class _Unset:
    """Equal to no value of a field."""


def _asserting(changed: dict[str, Any], deleted: bool, folded: Folded) -> dict[str, Any]:
    """Let a change say that the record exists, so that a concurrent deletion of it is a conflict."""
    return changed if "deleted" in folded.conflicts else {**changed, "deleted": deleted}


def _distinct(name: str, folded: Folded) -> list[Any]:
    """Return the values of a field: several where they were in conflict, the one shown last."""
    values: list[Any] = []
    for one in folded.conflicts.get(name, ()):
        value = None if one.values is None else one.values[name]
        if value in values:
            values.remove(value)
        values.append(value)
    return values or [folded.values.get(name, blank(folded.kind, name))]


def _state(kind: str, values: Mapping[str, Any], record_id: UUID) -> dict[str, Any]:
    """Return every field of a record, blank where nobody set it."""
    names = [name for name in KINDS[kind].model_fields if name != "id"]
    return {"id": record_id, **{name: values.get(name, blank(kind, name)) for name in names}}
