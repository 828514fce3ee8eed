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
    """How many were deleted: their words stay here too."""


def left_out(store: Store) -> LeftOut:
    """Count what stays here; what somebody has deleted and somebody else has edited is not decided, and goes along."""
    own = {kind.kind(): store.count(kind) for kind in OWN if kind is not Delivery}
    return LeftOut({kind: number for kind, number in own.items() if number}, len(_deleted(store)))


def hand_out(store: Store, path: Path) -> Copy:
    """Write the file for the rooms to ``path``, replacing what is there once it is whole; ExportRefused says why not.

    All files that are made from it are of this consultation and merge without doubles.
    """
    own = {record for kind in OWN for (record,) in store.columns(kind, "id", deleted=True)}
    return store.hand_out(path, frozenset(own | _deleted(store)))


def _deleted(store: Store) -> set[UUID]:
    """Return what was deleted, but for what is the secretariat's own and what is not decided."""
    gone = {record for kind in KINDS.values() if kind not in OWN for record in store.deleted(kind)}
    return gone - store.disputed(gone) if gone else gone


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
