"""Kits: what a secretariat hands out before a consultation: its framework, programme and questions.

A kit is a TOML file. The ids of its records are derived from the kit alone, so that two files made from the
same kit share them and merge without doubles.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from consultation.errors import KitRefused, NotFound
from consultation.kits.entry import Entry
from consultation.language import N_
from consultation.model import (
    AgendaItem,
    KnownVocabulary,
    Labels,
    RecommendationSet,
    Record,
    Session,
    SessionFormat,
    SessionStatus,
    Term,
)
from consultation.model.record import derived_id

KITS_DIR = Path(__file__).parent.parent.parent / "resources" / "kits"
FORMAT = 1
"""The version of the kit format that this program reads."""
LARGEST = 4 * 1024 * 1024
"""Bytes; a kit is a text of a few pages, so anything larger is something else."""

MINUTES_OF_A_DAY = 24 * 60
RECITAL = re.compile(r"\*[^*\s][^*]*\*\s+\S")
"""A recital is opened by its participle between asterisks."""


@dataclass(frozen=True)
class Kit:
    """A kit that has been read and found complete."""

    name: str
    version: str
    date: date
    title: Labels
    languages: tuple[str, ...]
    description: Labels
    source: dict[str, Any] = field(repr=False)
    """The kit file as TOML gives it."""
    file: str = ""
    """Its file name, for messages."""

    def records(self) -> list[Record]:
        """Make the terms, the sessions and their agendas afresh, always with the same ids."""
        return list(_records(self.name, self._place()))

    def consultation(self) -> dict[str, Any]:
        """Return what the kit says of the Consultation record, by field; it has no id of its own."""
        return _consultation(self.name, self._place())

    def _place(self) -> Entry:
        return Entry(self.file, "", self.source, self.languages)


def kits() -> list[Kit]:
    """Read the kits that come with the program, by name."""
    return [read_kit(path) for path in sorted(KITS_DIR.glob("*.toml"))]


def read_kit(name_or_path: str | Path) -> Kit:
    """Read one kit, by its name or from a file; raise `NotFound` or `KitRefused`, each saying why."""
    path = _path_of(name_or_path)
    source = _parse(path)
    head = Entry(path.name, "", source)
    if head.get("format", int) > FORMAT:
        raise head.refused("format", N_("it needs a newer version of this program"))
    languages = tuple(one for _, one in head.texts("languages"))
    if not languages:
        raise head.refused("languages", N_("at least one language is needed"))
    place = Entry(path.name, "", source, languages)
    place.only("format", "name", "version", "date", "languages", "title", "description", "consultation")
    kit = Kit(
        name=place.text("name"),
        version=place.text("version"),
        date=place.get("date", date),
        title=place.labels("title"),
        languages=languages,
        description=place.labels("description"),
        source=source,
        file=path.name,
    )
    kit.records()  # whatever is wrong in them is said now, not when the consultation is made
    kit.consultation()
    return kit


def kit_id(kit: str, kind: str, key: str) -> UUID:
    """Derive the id of a kit's record."""
    return derived_id(kit, kind, key)


def _path_of(name_or_path: str | Path) -> Path:
    """Find the file of a kit; a word without a file's ending is the name of a kit of ours."""
    path = Path(name_or_path)
    if isinstance(name_or_path, str) and path.name == name_or_path and path.suffix != ".toml":
        path = KITS_DIR / f"{name_or_path}.toml"
    if not os.path.isfile(path):  # unlike Path.is_file, it has an answer for every name
        names = ", ".join(sorted(one.stem for one in KITS_DIR.glob("*.toml")))
        raise NotFound(
            N_("There is no kit “{name}”. The kits there are: {kits}. Nothing was changed."),
            name=str(name_or_path),
            kits=names,
        )
    return path


def _parse(path: Path) -> dict[str, Any]:
    """Read the TOML of a kit file."""
    try:
        with path.open("rb") as stream:
            content = stream.read(LARGEST + 1)
        if len(content) > LARGEST:
            raise KitRefused(
                N_("The kit {file} was not used: it is far too large for a kit. Nothing was changed."),
                file=path.name,
            )
        return tomllib.loads(content.decode("utf-8"))
    except OSError as error:
        raise KitRefused(
            N_("The kit {file} could not be opened: {detail}. Nothing was changed."),
            file=path.name,
            detail=error.strerror or str(error),
        ) from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise KitRefused(
            N_(
                "The kit {file} was not used: it is not written as a kit is, in TOML ({detail}). "
                "Nothing was changed. Correct the file, or choose another kit."
            ),
            file=path.name,
            detail=str(error),
        ) from error


def _records(kit: str, place: Entry) -> Iterator[Record]:
    """Make every record of a kit, refusing what is wrong on the way."""
    vocabularies = place.table("terms")
    vocabularies.only(*KnownVocabulary)
    for vocabulary in KnownVocabulary:
        taken: set[str] = set()
        for rank, one in enumerate(vocabularies.tables(vocabulary)):
            yield _term(kit, vocabulary, rank, one, taken)
    codes: set[str] = set()
    kinds = _keys(place, KnownVocabulary.SESSION_KIND)
    for one in place.tables("sessions"):
        session = _session(kit, one, codes, kinds)
        yield session
        for rank, item in enumerate(one.tables("agenda")):
            yield _agenda_item(kit, session, rank, item)


def _term(kit: str, vocabulary: KnownVocabulary, rank: int, place: Entry, taken: set[str]) -> Term:
    """Make one term; only operative verbs have a joiner and sets."""
    verb = vocabulary is KnownVocabulary.OPERATIVE_VERB
    place.only("key", "label", "description", *(("before", "joiner", "sets") if verb else ()))
    key = place.name("key", taken)
    return Term(
        id=kit_id(kit, Term.kind(), f"{vocabulary}.{key}"),
        vocabulary=vocabulary,
        key=key,
        label=place.labels("label"),
        description=place.labels("description") if "description" in place.values else {},
        rank=rank,
        before=place.labels_of_some("before") if verb else {},
        joiner=place.labels("joiner") if verb else {},
        sets=place.choices("sets", RecommendationSet) if verb else [],
    )


def _session(kit: str, place: Entry, taken: set[str], kinds: set[str]) -> Session:
    """Make one session of the programme; its hours may still be unknown."""
    lists = ("questions", "partners", "agenda")
    place.only("code", "kind", "title", "format", "status", "starts", "ends", "room", *lists)
    code = place.name("code", taken)
    kind = place.text("kind")
    if kind not in kinds:
        raise place.refused("kind", N_("{value} is not a session kind of this kit"), value=kind)
    starts, ends = place.moment("starts"), place.moment("ends")
    if starts and ends and ends <= starts:
        raise place.refused("ends", N_("the session ends before it starts"))
    return Session(
        id=kit_id(kit, Session.kind(), code),
        code=code,
        title=place.labels("title"),
        kind_term=kit_id(kit, Term.kind(), f"{KnownVocabulary.SESSION_KIND}.{kind}"),
        format=place.choice("format", SessionFormat),
        status=place.choice("status", SessionStatus, SessionStatus.PLANNED),
        starts=starts,
        ends=ends,
        room=place.text("room") if "room" in place.values else "",
        questions=place.labels_list("questions"),
        partners=place.labels_list("partners"),
    )


def _agenda_item(kit: str, session: Session, rank: int, place: Entry) -> AgendaItem:
    """Make one item of a session's agenda; it is known by its place in it."""
    place.only("title", "minutes")
    return AgendaItem(
        id=kit_id(kit, AgendaItem.kind(), f"{session.code}.{rank}"),
        session=session.id,
        rank=rank,
        title=place.labels("title"),
        minutes=place.number("minutes", most=MINUTES_OF_A_DAY) if "minutes" in place.values else None,
    )


def _consultation(kit: str, place: Entry) -> dict[str, Any]:
    """Collect the values of the Consultation record."""
    own = place.table("consultation")
    texts = ("title", "host", "place", "purpose", "declaration_name", "common_ground")
    lists = ("organisers", "partners", "recitals")
    own.only(*texts, *lists, "starts", "ends", "time_zone", "common_ground_terms")
    values: dict[str, Any] = {name: own.labels(name) for name in texts}
    values |= {name: own.labels_list(name) for name in lists}
    for recital in own.tables("recitals"):
        for language, text in recital.values.items():
            if not RECITAL.match(text):
                raise recital.refused(language, N_("a recital opens with its participle between asterisks"))
    values["starts"], values["ends"] = own.get("starts", date), own.get("ends", date)
    if values["ends"] < values["starts"]:
        raise own.refused("ends", N_("the consultation ends before it starts"))
    values["time_zone"] = _time_zone(own)
    values["languages"] = list(place.languages)
    marks = own.texts("common_ground_terms")
    values["common_ground_terms"] = [_marking(kit, place, own, at, name) for at, name in marks]
    values["kit"] = kit
    return values


def _marking(kit: str, place: Entry, own: Entry, key: str, name: str) -> UUID:
    """Resolve a term written "vocabulary.key"."""
    vocabulary, _, term = name.partition(".")
    if vocabulary not in list(KnownVocabulary) or term not in _keys(place, KnownVocabulary(vocabulary)):
        raise own.refused(key, N_("{value} is not a term of this kit"), value=name)
    return kit_id(kit, Term.kind(), name)


def _time_zone(place: Entry) -> str:
    """Check that a time zone is known by its IANA name."""
    name = place.text("time_zone")
    try:
        ZoneInfo(name)
    except (OSError, ValueError, KeyError) as error:  # a folder's name, a path, a name nobody knows
        raise place.refused("time_zone", N_("{value} is not a time zone"), value=name) from error
    return name


def _keys(place: Entry, vocabulary: KnownVocabulary) -> set[str]:
    """Return the keys of a vocabulary of the kit."""
    return {one.text("key") for one in place.table("terms").tables(vocabulary)}
