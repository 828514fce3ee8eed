"""The file for the rooms: everything that was prepared, and nothing that is the secretariat's own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from consultation.language import Translator
from consultation.model import KINDS, Contact, Delivery, Interest, Record
from consultation.store import Copy, Store, Written
from consultation.words.kinds import all_counted

OWN: tuple[type[Record], ...] = (Contact, Interest, Delivery)
"""The kinds of records that stay with those who prepare: how to reach people, who asked for what, who got the file."""


@dataclass(frozen=True)
class LeftOut:
    """What does not go into the file for the rooms."""

    own: Mapping[str, int]
    """Kind -> how many records of it stay here; who was given the file is told to nobody."""
    deleted: int
    """Records that were deleted: their words stay here too."""
    records: frozenset[UUID]


def left_out(store: Store) -> LeftOut:
    """Find what stays here; what somebody has deleted and somebody else has edited is not decided, and goes along."""
    own = {kind.kind(): store.count(kind) for kind in OWN if kind is not Delivery}
    disputed = {conflict.record for conflict in store.conflicts()}
    records: set[UUID] = set()
    deleted = 0
    for kind in KINDS.values():
        for id_, is_gone in store.columns(kind, "id", "deleted", deleted=True):
            if kind in OWN:
                records.add(id_)
            elif is_gone and id_ not in disputed:
                records.add(id_)
                deleted += 1
    return LeftOut({kind: number for kind, number in own.items() if number}, deleted, frozenset(records))


def hand_out(store: Store, path: Path) -> Copy:
    """Write the file for the rooms to ``path``, replacing what is there once it is whole; ExportRefused says why not.

    All files that are made from it are of this consultation and merge without doubles.
    """
    return store.hand_out(path, left_out(store).records)


def note_given(store: Store, deliveries: Iterable[Delivery], on: date) -> Written:
    """Note that the file was given to whom these records name."""
    with store.together():
        return sum((store.change(delivery, on=on) for delivery in deliveries), Written())


def stays_here(t: Translator, stays: LeftOut) -> list[str]:
    """Say what does not go into the file for the rooms, kind by kind."""
    parts = all_counted(t, stays.own)
    if stays.deleted:
        parts.append(t.plural("{count} deleted entry", "{count} deleted entries", stays.deleted))
    return parts
