"""The only way in: validate, compare with what is there, write one revision, project it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from sqlalchemy import select

from consultation.errors import NotFound
from consultation.language import N_
from consultation.model import KINDS, Person, Record
from consultation.store.clock import Clock, Stamp
from consultation.store.engine import Engine
from consultation.store.fold import Folded, State, fold
from consultation.store.identity import Identity
from consultation.store.ledger import INSERT, last_place, put_in
from consultation.store.projection import BATCH, Projector, blank, revisions_of
from consultation.store.revision import (
    MOST_PARENTS,
    SALT_SIZE,
    Revision,
    RevisionRow,
    read_revision,
    write_revision,
)
from consultation.store.tables import REVISION
from consultation.store.validating import Fresh, check_length, checked_values, first_values, values_of
from consultation.store.versions.names import gathered, scattered
from consultation.store.written import Written, Wrote

_NEWEST = select(REVISION.c.wall_ms, REVISION.c.counter).order_by(REVISION.c.seq.desc())


class Writer:
    """Writes revisions to one open file."""

    def __init__(
        self,
        engine: Engine,
        identity: Identity,
        clock: Clock,
        entropy: Callable[[int], bytes] = os.urandom,
    ) -> None:
        self._engine = engine
        self._identity = identity
        self._clock = clock
        self._entropy = entropy
        self._introduced = not identity.name

    @contextmanager
    def together(self) -> Iterator[None]:
        """Make everything written inside one transaction: all of it, or, when something raises, nothing."""
        introduced = self._introduced
        try:
            with self._engine.transaction():
                yield
        except BaseException:
            self._introduced = introduced
            raise

    def save(self, record: Record) -> Written:
        """Write what ``record`` changes; InvalidRecord when it cannot be stored, NotSaved when the disk cannot."""
        values = checked_values(type(record), values_of(record))
        return self._set(record.kind(), record.id, values)

    def save_all(self, records: Iterable[Record | Fresh]) -> Written:
        """Write many records as `save` writes one: those that are new in batches, the others one by one.

        Each is checked before the next is asked for, so whoever gives them knows which one was refused; they may
        save others meanwhile.
        """
        written: list[Wrote] = []
        batch: dict[tuple[bytes, str], tuple[dict[str, Any], RevisionRow]] = {}
        stamp = Stamp(0, 0)
        with self.together():
            for record in records:
                kind = record.kind if isinstance(record, Fresh) else type(record)
                name = kind.kind()
                if (record.id.bytes, name) in batch or len(batch) == BATCH:
                    written.extend(self._write_batch(batch))
                    batch.clear()
                if not batch:
                    self.introduce()
                    stamp = self._clock.tick(self._last_stamp())
                values = first_values(kind, record.values if isinstance(record, Fresh) else values_of(record))
                row = self._revision(record.id, name, (), stamp, values)
                batch[row.record, name] = (values, row)
                stamp = Stamp(stamp.wall_ms, stamp.counter + 1)
            if batch:
                written.extend(self._write_batch(batch))
        return Written(tuple(written))

    def change(self, kind: type[Record], record_id: UUID, values: Mapping[str, Any]) -> Written:
        """Write these values of a record; only they are looked at, so a record that lacks words can be deleted."""
        return self._set(kind.kind(), record_id, checked_values(kind, values))

    def decide(self, kind: type[Record], record_id: UUID, values: Mapping[str, Any]) -> Written:
        """Write ``values`` of a record even where they are what is shown: that is what settles a conflict.

        Part of a map that is written entry by entry is named with it ("terms.strand").
        """
        checked = scattered(kind.kind(), checked_values(kind, gathered(kind.kind(), values, empty=True)))
        with self.together():
            self.introduce()
            first_seq, revisions = revisions_of(self._engine, record_id.bytes, kind.kind())
            if not revisions:
                raise NotFound(N_("What you asked for is not in this file."))
            return self.write_after(record_id, kind.kind(), [checked], revisions, first_seq)

    def write_side_by_side(self, kind: str, record_id: UUID, alternatives: Sequence[Mapping[str, Any]]) -> Written:
        """Write one revision for each alternative, none of which knows of the others."""
        with self.together():
            self.introduce()
            first_seq, revisions = revisions_of(self._engine, record_id.bytes, kind)
            return self.write_after(record_id, kind, alternatives, revisions, first_seq)

    def introduce(self) -> None:
        """Give the author's card to the file before the first change, so that readers know who wrote."""
        if self._introduced:
            return
        self._introduced = True
        if not revisions_of(self._engine, self._identity.author.bytes, Person.kind())[1]:
            self.save(Person(id=self._identity.author, name=self._identity.name))

    def _set(self, kind: str, record_id: UUID, values: Mapping[str, Any]) -> Written:
        """Write those of the checked ``values`` that are not what the record has."""
        with self.together():
            if record_id != self._identity.author:
                self.introduce()
            first_seq, revisions = revisions_of(self._engine, record_id.bytes, kind)
            if not revisions:
                return self.write_after(record_id, kind, [scattered(kind, values)], [], 0)
            folded = fold(revisions)
            changed = {
                name: value
                for name, value in _apart(kind, values, folded).items()
                if value != folded.values.get(name, _Unset)
                and not (name not in folded.values and value == blank(kind, name))
            }
            if not changed:
                return Written()
            deleted = values.get("deleted", folded.values.get("deleted", False))
            return self.write_after(record_id, kind, [_asserting(changed, deleted, folded)], revisions, first_seq)

    def write_after(
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
        parents = sorted(head.id for head in heads)
        after = list(revisions)
        written: list[Wrote] = []

        def add(values: Mapping[str, Any], parents: Sequence[bytes]) -> bytes:
            nonlocal first_seq
            now = Stamp(stamp.wall_ms, stamp.counter + len(written))
            row = self._revision(record_id, kind, tuple(parents), now, values)
            place = self._engine.run(INSERT, *row).lastrowid or 0
            first_seq = first_seq or place
            after.append(read_revision(row))
            written.append(Wrote(record_id.bytes, kind, row.id))
            return row.id

        while len(parents) > MOST_PARENTS:  # more heads than one revision may name: they are tied together first
            knot = add({}, parents[:MOST_PARENTS])
            parents = sorted([knot, *parents[MOST_PARENTS:]])
        for values in alternatives:
            add(values, parents)
        projector = Projector(self._engine)
        projector.add(first_seq, record_id.bytes, fold(after), known=bool(revisions))
        projector.write()
        return Written(tuple(written))

    def _revision(
        self, record: UUID, kind: str, parents: tuple[bytes, ...], stamp: Stamp, values: Mapping[str, Any]
    ) -> RevisionRow:
        replica, author = self._identity.replica, self._identity.author
        row = write_revision(record, kind, parents, stamp, replica, author, values, self._entropy(SALT_SIZE))
        check_length(row)
        return row

    def _write_batch(self, batch: Mapping[tuple[bytes, str], tuple[Mapping[str, Any], RevisionRow]]) -> list[Wrote]:
        """Write the first revisions of the records in ``batch`` that have none; of the others, what has changed."""
        marks = ", ".join("?" * len(batch))
        known = {
            record
            for (record,) in self._engine.run(
                f"SELECT DISTINCT record FROM revision WHERE record IN ({marks})",  # noqa: S608 - marks only
                *(record for record, _ in batch),
            )
        }
        new = [(values, row) for values, row in batch.values() if row.record not in known]
        first = last_place(self._engine) + 1
        put_in(self._engine, [row for _, row in new])
        projector = Projector(self._engine)
        for place, (values, row) in enumerate(new, first):
            projector.add(place, row.record, State(row.kind, dict(values), {}, False), known=False)
        projector.write()
        written = [Wrote(row.record, row.kind, row.id) for _, row in new]
        for (record, kind), (values, _) in batch.items():
            if record in known:
                changed = gathered(kind, values, empty=True)
                written.extend(self._set(kind, UUID(bytes=record), changed).revisions)
        return written

    def _last_stamp(self) -> list[Stamp]:
        found = self._engine.run(_NEWEST).fetchmany(1)
        return [Stamp(*row) for row in found]


class _Unset:
    """Equal to no value of a field."""


def _asserting(changed: dict[str, Any], deleted: bool, folded: Folded) -> dict[str, Any]:
    """Let a change say that the record exists, so that a concurrent deletion of it is a conflict."""
    return changed if "deleted" in folded.conflicts else {**changed, "deleted": deleted}


def _apart(kind: str, values: Mapping[str, Any], folded: Folded) -> dict[str, Any]:
    """Take maps apart, naming also the entries that are in the record and no longer in ``values``."""
    whole = dict(values)
    for name in KINDS[kind].parted():
        if name in whole:
            begin = f"{name}."
            before: dict[str, Any] = {
                field.removeprefix(begin): [] for field in folded.values if field.startswith(begin)
            }
            whole[name] = {**before, **whole[name]}
    return scattered(kind, whole)
