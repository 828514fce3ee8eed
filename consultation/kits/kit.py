"""Kits: what a secretariat hands out before a consultation: its framework, programme and questions.

A kit is a TOML file. The ids of its records are derived from the kit alone, so that two files made from the
same kit share them and merge without doubles.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from consultation.errors import NotFound
from consultation.kits.contents import consultation_of, records_of
from consultation.kits.entry import Entry
from consultation.kits.frame import Frame
from consultation.kits.source import Source, read_source
from consultation.kits.vocabularies import Vocabularies
from consultation.language import N_
from consultation.model import Consultation, Labels, Record
from consultation.model.record import LATEST

HEAD = ("format", "name", "version", "date", "languages", "incomplete", "title", "description")
BODY = (
    *("consultation", "vocabularies", "terms", "organisations", "references", "objectives"),
    *("days", "tracks", "sessions", "milestones", "activities", "partnerships", "inheritance"),
)

KITS_DIR = Path(__file__).parent.parent.parent / "resources" / "kits"
ENDING = ".toml"
"""What the names of kit files end in."""
FORMAT = 3
"""The newest version of the kit format that this program reads; it reads all before it."""
FIRST_YEAR, LAST_YEAR = 1970, LATEST
"""Between these a kit can be dated: its records are stamped with that day, and clocks begin in 1970."""


@dataclass(frozen=True)
class Kit:
    """A kit that has been read; whoever asks for what is in it is told what is wrong there (KitRefused)."""

    name: str
    version: str
    date: date
    title: Labels
    languages: tuple[str, ...]
    description: Labels
    entry: Entry = field(repr=False)
    """The kit file."""

    @property
    def file(self) -> str:
        """The name of its file."""
        return self.entry.source.file

    def records(self) -> list[Record]:
        """Make every record of the kit afresh, always with the same ids."""
        return list(records_of(self.name, self.entry))

    def consultation(self) -> dict[str, Any]:
        """Return what the kit says of the Consultation record, by field; it has no id of its own."""
        return consultation_of(self.name, self.entry)

    def terms(self) -> dict[str, dict[str, UUID]]:
        """Find every term: vocabulary -> key -> id."""
        return Vocabularies(self.name, self.entry).terms()

    def organisations(self) -> dict[str, UUID]:
        """Find the organisations by the keys they have in the kit."""
        return Frame(self.name, self.entry, self.terms()).organisations()


def kits() -> list[Kit]:
    """Read what the kits that come with the program say of themselves, by name; what is in one is read with it."""
    return [_begun(*read_source(path)) for path in sorted(KITS_DIR.glob(f"*{ENDING}"))]


def read_kit(name_or_path: str | Path) -> Kit:
    """Read one kit, by its name or from a file; raise `NotFound` or `KitRefused`, each saying why."""
    return kit_in(*read_source(_path_of(name_or_path)))


def kit_in(source: Source, values: dict[str, Any]) -> Kit:
    """Look through what a kit file says; KitRefused names the key and the line of what is wrong."""
    kit = _begun(source, values)
    kit.records()
    kit.entry.table("consultation").checked(Consultation(**kit.consultation()))
    return kit


def _begun(source: Source, values: dict[str, Any]) -> Kit:
    """Read the head of a kit file."""
    head = Entry(source, "", values)
    if head.get("format", int) > FORMAT:
        raise head.refused("format", N_("it needs a newer version of this program"))
    languages = tuple(language for _, language in head.texts("languages"))
    if not languages:
        raise head.refused("languages", N_("at least one language is needed"))
    place = replace(head, languages=languages, complete=not head.yes("incomplete"))
    place.only(*HEAD, *BODY)
    kit = Kit(
        name=place.text("name"),
        version=place.text("version"),
        date=place.get("date", date),
        title=place.labels("title"),
        languages=languages,
        description=place.labels("description"),
        entry=place,
    )
    if not FIRST_YEAR <= kit.date.year <= LAST_YEAR:
        raise place.refused("date", N_("a kit cannot be of that year"))
    return kit


def _path_of(name_or_path: str | Path) -> Path:
    """Find the file of a kit; a word without a file's ending is the name of a kit of ours."""
    path = Path(name_or_path)
    if isinstance(name_or_path, str) and path.name == name_or_path and path.suffix != ENDING:
        path = KITS_DIR / f"{name_or_path}{ENDING}"
    if not os.path.isfile(path):  # unlike Path.is_file, it has an answer for every name
        names = ", ".join(sorted(file.stem for file in KITS_DIR.glob(f"*{ENDING}")))
        raise NotFound(
            N_("There is no kit “{name}”. The kits there are: {kits}. Nothing was changed."),
            name=str(name_or_path),
            kits=names,
        )
    return path
