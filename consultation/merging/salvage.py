"""Saving what is whole of a damaged file, and saying what is not: nothing is invented, and nothing is passed over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple
from uuid import UUID

from consultation.errors import Altered
from consultation.model import KINDS, Person
from consultation.private import private_folder
from consultation.progress import UNHEARD, Progress
from consultation.store.clock import Stamp
from consultation.store.history import moment_of
from consultation.store.ledger import AUTHOR, FIELDS, ID, KIND, PARENTS, RECORD, WALL_MS
from consultation.store.projection import kind_now
from consultation.store.refilling import write_file
from consultation.store.remains import Lost, Remains, read_remains
from consultation.store.revision import read_revision, split_ids

TIMED = 7
"""The version of an id that says when it was made (RFC 9562, UUIDv7)."""


class LossKind(StrEnum):
    """What is known of an entry that is lost."""

    EARLIER = "earlier"
    """A change to a record of which a later one is whole."""
    LATER = "later"
    """A change to a record of which an earlier one is whole."""
    WHOLE = "whole"
    """The only entry there was on a record."""
    UNKNOWN = "unknown"
    """Nothing else speaks of it."""


@dataclass(frozen=True)
class Loss:
    """An entry that was in the file and cannot be saved."""

    sort: LossKind
    kind: str | None = None
    """The kind of its record."""
    record: UUID | None = None
    about: tuple[UUID, ...] = ()
    """The records that it spoke of, or that speak of it, and that are whole."""
    fields: tuple[str, ...] = ()
    """What it set, where that is known."""
    author: UUID | None = None
    when: datetime | None = None
    """When it was written, where that is known."""
    after: datetime | None = None
    before: datetime | None = None
    """When what stands before and after it in the file was written, where that says something."""


class WholeOf(NamedTuple):
    """How many of a number are whole."""

    whole: int
    of: int


class Touched(NamedTuple):
    """A record and its last change that is whole."""

    kind: str
    record: UUID
    author: UUID
    when: datetime


@dataclass(frozen=True)
class Salvaged:
    """What can be saved of a damaged file, and what cannot."""

    path: Path
    remains: Remains
    losses: tuple[Loss, ...]
    kinds: dict[str, WholeOf]
    """Kind -> its records that are whole, of all that are known."""
    author: UUID | None
    author_name: str
    """Who wrote in it last, of what is whole."""
    when: datetime | None

    @property
    def entries(self) -> WholeOf:
        """The entries that are whole, of all that are known."""
        whole = len(self.remains.rows)
        return WholeOf(whole, whole + len(self.losses))

    @property
    def cut(self) -> int:
        """Pages that are missing at the end: what stood on them is counted only as far as the rest knows of it."""
        present = self.remains.pages_present
        return max(self.remains.pages - present, 0)

    @property
    def consultations(self) -> tuple[UUID, ...]:
        """The consultations it is of."""
        return tuple({UUID(bytes=row[RECORD]): None for row in self.remains.rows.values() if row[KIND] == _ABOUT})

    def last_written(self, kinds: Collection[str]) -> list[Touched]:
        """Return the records of these kinds, each with its last change that is whole, newest first."""
        latest: dict[bytes, tuple[Any, ...]] = {}
        for row in self.remains.rows.values():
            known = latest.get(row[RECORD])
            if row[KIND] in kinds and (known is None or known[WALL_MS] <= row[WALL_MS]):
                latest[row[RECORD]] = row
        return [
            Touched(row[KIND], UUID(bytes=row[RECORD]), UUID(bytes=row[AUTHOR]), moment_of(Stamp(row[WALL_MS], 0)))
            for row in sorted(latest.values(), key=lambda row: (row[WALL_MS], row[ID]), reverse=True)
        ]


@dataclass(frozen=True)
class Saved:
    """A file that was made of what is whole."""

    path: Path
    digest: str
    entries: int


_ABOUT = "consultation"


def salvage(path: Path, progress: Progress = UNHEARD) -> Salvaged:
    """Look for everything in the file at ``path`` that verifies. It is not changed, nor opened where it lies.

    FileRefused when nothing in it can be saved.
    """
    with private_folder() as folder:
        remains = read_remains(path, folder, progress)
    rows = remains.rows
    latest = max(rows.values(), key=lambda row: row[WALL_MS])
    account = _Account(remains)
    losses = tuple(account.losses())
    return Salvaged(
        path,
        remains,
        losses,
        account.kinds(losses),
        UUID(bytes=latest[AUTHOR]),
        _name_of(latest[AUTHOR], rows),
        moment_of(Stamp(latest[WALL_MS], 0)),
    )


def save_what_is_whole(salvaged: Salvaged, out: Path, progress: Progress = UNHEARD) -> Saved:
    """Write what is whole into a new file at ``out``; ExportRefused when something is there already.

    It is an ordinary file. Changes that build on lost ones stand in it as well: merged with a whole copy, at any time,
    it comes to the same as that copy.
    """
    digest = write_file(out, salvaged.remains.rows, salvaged.remains.about, progress)
    return Saved(out, digest, len(salvaged.remains.rows))


class _Account:
    """What can be told of the losses, from what is whole."""

    def __init__(self, remains: Remains) -> None:
        self._remains = remains
        self._kinds = {row[RECORD]: kind_now(row[KIND], row[FIELDS]) for row in remains.rows.values()}
        self._parents = {parent for row in remains.rows.values() for parent in split_ids(row[PARENTS])}
        self._order = sorted((place, revision) for revision, place in remains.places.items())
        lost = {each.record for each in remains.lost if each.record is not None} - self._kinds.keys()
        self._named = _named_by_others(remains, lost)

    def losses(self) -> Iterator[Loss]:
        """Say of each loss what is known of it; in the order of the file."""
        places, at = self._order, 0
        for lost in self._remains.lost:
            before = after = None
            if lost.seq is not None:
                while at < len(places) and places[at][0] < lost.seq:
                    at += 1
                before = self._remains.rows[places[at - 1][1]] if at else None
                after = self._remains.rows[places[at][1]] if at < len(places) else None
            yield self._loss(lost, before, after)

    def kinds(self, losses: Iterable[Loss]) -> dict[str, WholeOf]:
        """Count the records that are whole, by kind, of all that are known."""
        there = Counter(self._kinds.values())
        hurt = {loss.record: loss.kind for loss in losses if loss.record is not None and loss.kind is not None}
        harmed = Counter(kind for record, kind in hurt.items() if record.bytes in self._kinds)
        gone = Counter(kind for record, kind in hurt.items() if record.bytes not in self._kinds)
        return {
            kind: WholeOf(there[kind] - harmed[kind], there[kind] + gone[kind])
            for kind in [*KINDS, *sorted(set(there) - set(KINDS))]
            if there[kind] or gone[kind]
        }

    def _loss(self, lost: Lost, before: Any, after: Any) -> Loss:
        since, until, author = _around(before, after)
        if lost.row is not None:
            author, when = UUID(bytes=lost.row.author), moment_of(Stamp(lost.row.wall_ms, 0))
        else:
            when = None
        if lost.record is None:
            return Loss(LossKind.UNKNOWN, author=author, when=when, after=since, before=until)
        record = UUID(bytes=lost.record)
        kind = self._kinds.get(lost.record)
        about: tuple[UUID, ...] = (record,)
        if kind is not None:
            sort = LossKind.EARLIER if lost.id in self._parents else LossKind.LATER
        else:
            sort = LossKind.WHOLE
            projected = self._remains.projected.get(lost.record)
            kind, about = self._named.get(lost.record, (None, ()))
            if lost.row is not None:
                kind = kind_now(lost.row.kind, lost.row.fields)
            if projected is not None:
                kind = projected.kind
                about = tuple(UUID(bytes=each) for each in projected.refers_to if each in self._kinds)
            when = when or _made(record)
        fields = tuple(lost.row.fields.split()) if lost.row is not None else ()
        if kind is None:
            sort = LossKind.UNKNOWN
        return Loss(sort, kind, record, about, fields, author, when, since, until)


def _named_by_others(remains: Remains, lost: set[bytes]) -> dict[bytes, tuple[str | None, tuple[UUID, ...]]]:
    """Return what others tell of records that are lost: their kind, and who refers to them."""
    found: dict[bytes, tuple[str | None, tuple[UUID, ...]]] = {}
    if not lost:
        return found
    for row in remains.rows.values():
        with suppress(Altered):
            values = read_revision(row).values or {}
            for field, value in values.items():
                for each in value if isinstance(value, list) else (value,):
                    if isinstance(each, UUID) and each.bytes in lost:
                        kind, about = found.get(each.bytes, (None, ()))
                        told = next((name for name in (field, field.removesuffix("s")) if name in KINDS), kind)
                        found[each.bytes] = told, (*about, UUID(bytes=row[RECORD]))
    return found


def _around(before: Any, after: Any) -> tuple[datetime | None, datetime | None, UUID | None]:
    """Say when, and by whom, something was written that stood between these two; None where they do not tell."""
    since = moment_of(Stamp(before[WALL_MS], 0)) if before is not None else None
    until = moment_of(Stamp(after[WALL_MS], 0)) if after is not None else None
    if since is not None and until is not None and since > until:  # other people's entries were merged in between
        since = until = None
    near = {row[AUTHOR] for row in (before, after) if row is not None}
    return since, until, UUID(bytes=near.pop()) if len(near) == 1 else None


def _made(record: UUID) -> datetime | None:
    """Return when a record was made, where its id says so."""
    return moment_of(Stamp(record.int >> 80, 0)) if record.version == TIMED else None


def _name_of(author: bytes, rows: Mapping[bytes, Any]) -> str:
    """Return the name on a card, as it was written last."""
    cards = [row for row in rows.values() if row[RECORD] == author and "name" in row[FIELDS].split()]
    cards = [row for row in cards if row[KIND] == Person.kind()]
    for row in sorted(cards, key=lambda row: (row[WALL_MS], row[ID]), reverse=True):
        values = read_revision(row).values
        if values and values.get("name"):
            return str(values["name"])
    return ""
