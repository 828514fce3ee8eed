"""The files of a kit's sample: the secretariat's own, what it handed out, and one for each facilitator."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from consultation.files import ENDING
from consultation.handing_out import hand_out
from consultation.kits import Kit
from consultation.preparing import new_consultation
from consultation.sample.of_a_kit import Room, read_kit_sample
from consultation.store import Store


@dataclass(frozen=True)
class KitFiles:
    """The files of a kit's sample."""

    prepared: Path
    """The secretariat's own."""
    handed_out: Path
    """What of it went to the rooms."""
    rooms: tuple[Path, ...]
    ends: datetime
    """When the last of it was written."""


def make_kit_sample(folder: Path, kit: Kit) -> KitFiles:
    """Write the files into ``folder``; NotFound where the kit has no sample, KitRefused where that is wrong."""
    sample = read_kit_sample(kit)
    prepared, handed_out = folder / f"prepared{ENDING}", folder / f"handed-out{ENDING}"
    desk = sample.secretariat.desk
    desk.now = sample.secretariat.noted[0].at
    with new_consultation(prepared, kit, desk.identity, desk.clock, desk.entropy) as store:
        _write(store, sample.secretariat)
        hand_out(store, handed_out)
    rooms = []
    for number, room in enumerate(sample.rooms, 1):
        path = folder / f"room-{number}{ENDING}"
        shutil.copyfile(handed_out, path)
        with Store.open(path, room.desk.identity, room.desk.clock, room.desk.entropy) as store:
            _write(store, room)
        rooms.append(path)
    return KitFiles(prepared, handed_out, tuple(rooms), sample.ends)


def _write(store: Store, room: Room) -> None:
    """Write down what was noted, each at its time."""
    with store.together():
        for noted in room.noted:
            room.desk.now = noted.at
            store.save(noted.record)
