"""The sample: one consultation as three facilitators recorded it, each in a file of their own.

The words are in ``resources/sample``; everything here goes through the calls that a facilitator's window and the
commands use. Clocks and chance are made up, so the sample is the same every time.
"""

from __future__ import annotations

import shutil
import tempfile
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from consultation.drafting import draft_declaration
from consultation.handing_out import hand_out
from consultation.kits import read_kit
from consultation.language import Translator
from consultation.merging import merge
from consultation.model import Inheritance, Record, Reference
from consultation.model.record import derived_id
from consultation.preparing import new_consultation
from consultation.reading.declaration import languages_drafted
from consultation.sample.desk import Desk
from consultation.sample.rapporteur import decide
from consultation.sample.writing import record
from consultation.store import Identity, Store

WORDS_DIR = Path(__file__).parent.parent.parent / "resources" / "sample"
KIT = "forum-intermediary-cities-2021"
OF_THE_KIT: dict[type[Record], tuple[str, ...]] = {
    Reference: ("chefchaouen_2018",),
    Inheritance: ("balance_sheet", "investment", "natural_resources", "definition", "living_systems"),
}
"""What the kit brings that entries of the sample lead to, or go on with."""

FACILITATORS = ("fr", "en", "es")


@dataclass(frozen=True)
class Sample:
    """The files of the sample."""

    prepared: Path
    """The secretariat's own."""
    handed_out: Path
    """What of it was given to the facilitators."""
    rooms: tuple[Path, ...]
    """What they gave back."""
    known: dict[str, UUID]
    """What the keys in the words of the sample stand for."""


def make_sample(folder: Path) -> Sample:
    """Write the sample's files into ``folder``: the secretariat's, the one handed out, and each facilitator's."""
    words = {name: _read(name) for name in ("common", *FACILITATORS, "edits")}
    prepared, handed_out = folder / "prepared.consult", folder / "handed-out.consult"
    secretariat = Desk("common", words["common"]["facilitator"])
    known = {key: derived_id(KIT, kind.kind(), key) for kind, keys in OF_THE_KIT.items() for key in keys}
    with new_consultation(
        prepared, read_kit(KIT), secretariat.identity, secretariat.clock, secretariat.entropy
    ) as store:
        record(store, secretariat, words["common"], known)
        hand_out(store, handed_out)
    rooms, everything = [], dict(known)
    for name in FACILITATORS:
        room = folder / f"facilitator-{name}.consult"
        shutil.copyfile(handed_out, room)
        desk = Desk(name, words[name]["facilitator"])
        edits = [edit for edit in words["edits"]["edits"] if edit["facilitator"] == name]
        with Store.open(room, desk.identity, desk.clock, desk.entropy) as store:
            learnt = dict(known)
            record(store, desk, words[name], learnt, edits)
        everything |= learnt
        rooms.append(room)
    return Sample(prepared, handed_out, tuple(rooms), everything)


def decide_sample(store: Store, sample: Sample) -> int:
    """Decide in the merged file what the rapporteur found to be the same; return how many groups that makes."""
    return decide(store, WORDS_DIR / "rapporteur.toml", sample.known)


def make_merged_sample(path: Path, identity: Identity) -> None:
    """Write the sample to ``path`` as the rapporteur has it after merging all rooms, conflicts undecided."""
    with tempfile.TemporaryDirectory(prefix="consultation-") as folder:
        sample = make_sample(Path(folder))
        with Store.open(sample.prepared, identity) as store:
            merge(store, sample.rooms)
            store.send_copy(path)


def draft_sample(path: Path, identity: Identity, document: Translator) -> None:
    """Make the declaration of the sample at ``path`` in a language, if there is none in it yet."""
    with Store.open(path, identity) as store:
        if document.language not in languages_drafted(store):
            draft_declaration(store, document)


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((WORDS_DIR / f"{name}.toml").read_text(encoding="utf-8"))
