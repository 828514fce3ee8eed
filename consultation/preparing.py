"""Making a new consultation from a kit: the file a secretariat hands out."""

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


def new_consultation(
    path: Path,
    kit: Kit,
    identity: Identity,
    clock: Clock | None = None,
    entropy: Callable[[int], bytes] = os.urandom,
) -> Store:
    """Make a file at ``path`` with everything the kit brings, and open it; ExportRefused when it cannot be made.

    The file has its name only once it is whole, so whatever stops this leaves nothing of that name behind. The kit's
    records are the same in every file made from it. The consultation itself is new: files are copied
    from this one to be of the same consultation.
    """
    nobody = replace(identity, folder=None)  # whoever keeps no settings remembers no files: this one has no name yet
    with made_beside(path) as part, Store.create(part, nobody, clock, entropy) as store, store.together():
        handed_out = datetime(kit.date.year, kit.date.month, kit.date.day, tzinfo=UTC)
        store.plant(kit.records(), f"kit {kit.name} {kit.version}", int(handed_out.timestamp() * 1000))
        consultation = Consultation(id=store.new_id(), **kit.consultation())
        store.save(consultation)
        store.name_consultation(consultation)
    return Store.open(path, identity, clock, entropy, as_it_is=True)
