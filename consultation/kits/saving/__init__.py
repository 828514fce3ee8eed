"""A kit of one's own, made from any consultation: its frame, and nobody who took part in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import tomli_w

from consultation.errors import WrongUsage
from consultation.files import write_whole
from consultation.kits.kit import ENDING, FORMAT, KITS_DIR, Kit, kit_in
from consultation.kits.saving import about, frame, programme, surroundings, words
from consultation.kits.saving.draft import Draft, entry
from consultation.kits.source import LARGEST, Source
from consultation.language import N_
from consultation.model import KINDS
from consultation.store import Store

CANNOT_BE_SAVED = N_(
    "No kit was made of this consultation, because of {key}: {reason}. "
    "Nothing was written. Correct it in the consultation, then try again."
)


@dataclass(frozen=True)
class SavedKit:
    """A kit that was saved."""

    kit: Kit
    left_out: Mapping[str, int]
    """Kind of record -> how many of those a kit can have are not in it, since they lead to nothing in it."""
    other_languages: tuple[str, ...]
    """Languages in which something is said in the file that are not among those of the consultation."""
    emblems_left_out: int
    """How many emblems are not in it, since it would be larger with them than a kit can be."""


def save_kit(store: Store, path: Path, name: str, on: date, version: str = "1") -> SavedKit:
    """Write the frame of a consultation to ``path`` as a kit of the day ``on``, replacing what is there.

    WrongUsage where a kit of ours has that name; KitRefused where something in the consultation fits into no kit;
    ExportRefused when it cannot be written.
    """
    if name in (file.stem for file in KITS_DIR.glob(f"*{ENDING}")):
        raise WrongUsage(
            N_("A kit of the program has the name “{name}” already. Choose another. Nothing was written."),
            name=name,
        )
    with store.reading_together():
        draft, values = _written(store, name, on, version)
    text = tomli_w.dumps(values)
    emblems = 0
    if len(text.encode("utf-8")) > LARGEST:
        emblems = _without_emblems(values)
        text = tomli_w.dumps(values)
    kit = kit_in(Source(path.name, text, CANNOT_BE_SAVED), values)
    data = text.encode("utf-8")
    if len(data) > LARGEST:
        raise WrongUsage(N_("The kit would be larger than a kit can be. Nothing was written."))
    write_whole(path, data)
    kinds = {kind: count for kind, count in draft.left_out.items() if count and kind in KINDS}
    return SavedKit(kit, kinds, tuple(sorted(draft.other_languages)), emblems)


def _written(store: Store, name: str, on: date, version: str) -> tuple[Draft, dict[str, Any]]:
    """Write all parts, in the order in which each finds the keys of those it leads to."""
    consultation = store.consultation
    draft = Draft(dict.fromkeys(consultation.languages) or _languages_spoken(consultation.title))
    parts: dict[str, Any] = {}
    for part, write in (
        ("vocabularies", words.vocabularies),
        ("terms", words.terms),
        ("organisations", frame.organisations),
        ("references", frame.references),
        ("objectives", frame.objectives),
        ("days", programme.days),
        ("tracks", programme.tracks),
        ("sessions", programme.sessions),
        ("milestones", surroundings.milestones),
        ("partnerships", surroundings.partnerships),
        ("activities", surroundings.activities),
        ("inheritance", surroundings.inheritance),
    ):
        written: object = write(store, draft)
        parts[part] = written
    of_it = about.consultation(consultation, draft)
    head = entry(
        format=FORMAT,
        name=name,
        version=version,
        date=on,
        languages=draft.languages,
        incomplete=None if draft.complete else True,
        title=draft.labels(consultation.title),
        description=draft.labels(consultation.purpose) or draft.labels(consultation.title),
    )
    return draft, {**head, "consultation": of_it, **entry(**parts)}


def _without_emblems(values: dict[str, Any]) -> int:
    """Take the emblems out of a kit; return how many there were."""
    return sum(organisation.pop("emblem", None) is not None for organisation in values.get("organisations", []))


def _languages_spoken(labels: Mapping[str, str]) -> list[str]:
    """Return the languages of a consultation that names none."""
    return [language for language, text in labels.items() if text.strip()] or ["en"]
