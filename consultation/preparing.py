"""Making a new consultation, from a kit or without one: the file a secretariat hands out."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from consultation.kits import Kit
from consultation.model import Consultation
from consultation.store import Clock, Identity, Store
from consultation.store.opening import made_beside

Entropy = Callable[[int], bytes]


def new_consultation(
    path: Path, kit: Kit, identity: Identity, clock: Clock | None = None, entropy: Entropy = os.urandom
) -> Store:
    """Make a file at ``path`` with everything the kit brings, and open it; ExportRefused when it cannot be made.

    The kit's records are the same in every file made from it. The consultation itself is new: files are copied
    from this one to be of the same consultation.
    """

    def fill(store: Store) -> Consultation:
        handed_out = datetime(kit.date.year, kit.date.month, kit.date.day, tzinfo=UTC)
        store.plant(kit.records(), f"kit {kit.name} {kit.version}", int(handed_out.timestamp() * 1000))
        return Consultation(id=store.new_id(), **kit.consultation())

    return _made(path, fill, identity, clock, entropy)


def new_without_kit(
    path: Path,
    title: str,
    place: str,
    language: str,
    identity: Identity,
    clock: Clock | None = None,
    entropy: Entropy = os.urandom,
    time_zone: str = "UTC",
) -> Store:
    """Make a file that says what its consultation is called, where it is held, in which language and by which clock.

    ``place`` may be empty; ``time_zone`` is its IANA name. ExportRefused when the file cannot be made.
    """

    def fill(store: Store) -> Consultation:
        return Consultation(
            id=store.new_id(),
            title={language: " ".join(title.split())},
            place={language: " ".join(place.split())} if place.strip() else {},
            languages=[language],
            time_zone=time_zone,
        )

    return _made(path, fill, identity, clock, entropy)


def _made(
    path: Path, fill: Callable[[Store], Consultation], identity: Identity, clock: Clock | None, entropy: Entropy
) -> Store:
    """Make a file and open it. It has its name only once it is whole: whatever stops this leaves none of that name."""
    nobody = replace(identity, folder=None)  # whoever keeps no settings remembers no files: this one has no name yet
    with made_beside(path) as part, Store.create(part, nobody, clock, entropy) as store, store.together():
        consultation = fill(store)
        store.save(consultation)
        store.name_consultation(consultation)
    return Store.open(path, identity, clock, entropy, as_it_is=True)
