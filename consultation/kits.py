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
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

from consultation.errors import KitRefused, NotFound, sentence
from consultation.i18n import N_
from consultation.model import (
    AgendaItem,
    Labels,
    RecommendationSet,
    Record,
    Session,
    SessionFormat,
    SessionStatus,
    Term,
    Vocabulary,
)
from consultation.model.record import derived_id

KITS_DIR = Path(__file__).parent.parent / "resources" / "kits"
FORMAT = 1
"""The version of the kit format that this program reads."""
LARGEST = 4 * 1024 * 1024
"""Bytes; a kit is a text of a few pages, so anything larger is something else."""

MINUTES_OF_A_DAY = 24 * 60
RECITAL = re.compile(r"\*[^*\s][^*]*\*\s+\S")
"""A recital is opened by its participle between asterisks."""

EXPECTED: dict[type, str] = {
    str: N_("a text"),
    int: N_("a whole number"),
    list: N_("a list"),
    dict: N_("a table"),
    date: N_("a date"),
    datetime: N_("a date and hour with its offset from UTC"),
}
"""How a person calls the types of TOML."""

Value = TypeVar("Value")
Choice = TypeVar("Choice", bound=StrEnum)


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

    def _place(self) -> _Place:
        return _Place(self.file, "", self.source, self.languages)


def kits() -> list[Kit]:
    """Read the kits that come with the program, by name."""
    return [read_kit(path) for path in sorted(KITS_DIR.glob("*.toml"))]


def read_kit(name_or_path: str | Path) -> Kit:
    """Read one kit, by its name or from a file; raise `NotFound` or `KitRefused`, each saying why."""
    path = _path_of(name_or_path)
    source = _parse(path)
    head = _Place(path.name, "", source)
    if head.get("format", int) > FORMAT:
        raise head.refused("format", N_("it needs a newer version of this program"))
    languages = tuple(one for _, one in head.texts("languages"))
    if not languages:
        raise head.refused("languages", N_("at least one language is needed"))
    place = _Place(path.name, "", source, languages)
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
            N_("There is no kit {name}. The kits there are: {kits}. Nothing was changed."),
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


def _records(kit: str, place: _Place) -> Iterator[Record]:
    """Make every record of a kit, refusing what is wrong on the way."""
    vocabularies = place.table("terms")
    vocabularies.only(*Vocabulary)
    for vocabulary in Vocabulary:
        taken: set[str] = set()
        for rank, one in enumerate(vocabularies.tables(vocabulary)):
            yield _term(kit, vocabulary, rank, one, taken)
    codes: set[str] = set()
    kinds = _keys(place, Vocabulary.SESSION_KIND)
    for one in place.tables("sessions"):
        session = _session(kit, one, codes, kinds)
        yield session
        for rank, item in enumerate(one.tables("agenda")):
            yield _agenda_item(kit, session, rank, item)


def _term(kit: str, vocabulary: Vocabulary, rank: int, place: _Place, taken: set[str]) -> Term:
    """Make one term; only operative verbs have a joiner and sets."""
    verb = vocabulary is Vocabulary.OPERATIVE_VERB
    place.only("key", "label", "description", *(("joiner", "sets") if verb else ()))
    key = place.name("key", taken)
    return Term(
        id=kit_id(kit, Term.kind(), f"{vocabulary}.{key}"),
        vocabulary=vocabulary,
        key=key,
        label=place.labels("label"),
        description=place.labels("description") if "description" in place.values else {},
        rank=rank,
        joiner=place.labels("joiner") if verb else {},
        sets=place.choices("sets", RecommendationSet) if verb else [],
    )


def _session(kit: str, place: _Place, taken: set[str], kinds: set[str]) -> Session:
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
        kind_term=kit_id(kit, Term.kind(), f"{Vocabulary.SESSION_KIND}.{kind}"),
        format=place.choice("format", SessionFormat),
        status=place.choice("status", SessionStatus, SessionStatus.PLANNED),
        starts=starts,
        ends=ends,
        room=place.text("room") if "room" in place.values else "",
        questions=place.labels_list("questions"),
        partners=place.labels_list("partners"),
    )


def _agenda_item(kit: str, session: Session, rank: int, place: _Place) -> AgendaItem:
    """Make one item of a session's agenda; it is known by its place in it."""
    place.only("title", "minutes")
    return AgendaItem(
        id=kit_id(kit, AgendaItem.kind(), f"{session.code}.{rank}"),
        session=session.id,
        rank=rank,
        title=place.labels("title"),
        minutes=place.number("minutes", most=MINUTES_OF_A_DAY) if "minutes" in place.values else None,
    )


def _consultation(kit: str, place: _Place) -> dict[str, Any]:
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


def _marking(kit: str, place: _Place, own: _Place, key: str, name: str) -> UUID:
    """Resolve a term written "vocabulary.key"."""
    vocabulary, _, term = name.partition(".")
    if vocabulary not in list(Vocabulary) or term not in _keys(place, Vocabulary(vocabulary)):
        raise own.refused(key, N_("{value} is not a term of this kit"), value=name)
    return kit_id(kit, Term.kind(), name)


def _time_zone(place: _Place) -> str:
    """Check that a time zone is known by its IANA name."""
    name = place.text("time_zone")
    try:
        ZoneInfo(name)
    except (OSError, ValueError, KeyError) as error:  # a folder's name, a path, a name nobody knows
        raise place.refused("time_zone", N_("{value} is not a time zone"), value=name) from error
    return name


def _keys(place: _Place, vocabulary: Vocabulary) -> set[str]:
    """Return the keys of a vocabulary of the kit."""
    return {one.text("key") for one in place.table("terms").tables(vocabulary)}


@dataclass(frozen=True)
class _Place:
    """A table of a kit file and where it stands, so that whatever is wrong in it can be named.

    Entries of lists are counted from 1 in what a person reads: "sessions[2].title" is the second session's.
    """

    file: str
    path: str
    values: dict[str, Any]
    languages: tuple[str, ...] = ()

    def refused(self, key: str, problem: str, **values: object) -> KitRefused:
        """Build the refusal of what stands at ``key``."""
        return KitRefused(
            N_(
                "The kit {file} was not used, because of {key}: {reason}. "
                "Nothing was changed. Correct the file, or choose another kit."
            ),
            file=self.file,
            key=self._at(key),
            reason=sentence(problem, **values),
        )

    def only(self, *known: str) -> None:
        """Refuse a key that kits do not have; most often one that was mistyped."""
        allowed = {*known, "terms", "sessions"} if not self.path else set(known)
        for key in self.values:
            if key not in allowed:
                raise self.refused(key, N_("a kit has nothing of this name here"))

    def get(self, key: str, kind: type[Value]) -> Value:
        """Return a value that must be there, and be of this kind."""
        if key not in self.values:
            raise self.refused(key, N_("it is missing"))
        return self._checked(key, self.values[key], kind)

    def text(self, key: str) -> str:
        """Return a text; an empty one is as good as missing."""
        return self._words(key, self.get(key, str))

    def name(self, key: str, taken: set[str]) -> str:
        """Return a name without spaces that is not ``taken`` yet in its list, and take it."""
        name = self.text(key)
        if name != "".join(name.split()):
            raise self.refused(key, N_("{value} has a space in it"), value=name)
        if name in taken:
            raise self.refused(key, N_("{value} is there twice"), value=name)
        taken.add(name)
        return name

    def texts(self, key: str) -> list[tuple[str, str]]:
        """Return a list of different texts, each with the key at which it stands."""
        found: list[tuple[str, str]] = []
        for number, value in enumerate(self.get(key, list), start=1):
            at = f"{key}[{number}]"
            text = self._words(at, self._checked(at, value, str))
            if text in (other for _, other in found):
                raise self.refused(at, N_("{value} is there twice"), value=text)
            found.append((at, text))
        return found

    def number(self, key: str, most: int) -> int:
        """Return a whole number from 1 to ``most``."""
        value = self.get(key, int)
        if not 1 <= value <= most:
            raise self.refused(key, N_("{value} is not a number from 1 to {most}"), value=value, most=most)
        return value

    def moment(self, key: str) -> datetime | None:
        """Return a moment with its offset, or none."""
        if key not in self.values:
            return None
        value = self.get(key, datetime)
        if value.tzinfo is None:
            raise self.refused(key, N_("{expected} is expected here"), expected=sentence(EXPECTED[datetime]))
        return value

    def choice(self, key: str, choices: type[Choice], default: Choice | None = None) -> Choice:
        """Return one of the program's fixed choices."""
        if default is not None and key not in self.values:
            return default
        return self._chosen(key, self.text(key), choices)

    def choices(self, key: str, choices: type[Choice]) -> list[Choice]:
        """Return some of the program's fixed choices; none when the key is not there."""
        if key not in self.values:
            return []
        return [self._chosen(at, text, choices) for at, text in self.texts(key)]

    def table(self, key: str) -> _Place:
        """Step into a table."""
        return _Place(self.file, self._at(key), self.get(key, dict), self.languages)

    def tables(self, key: str) -> list[_Place]:
        """Step into each table of a list; none when the key is not there."""
        if key not in self.values:
            return []
        places = []
        for number, value in enumerate(self.get(key, list), start=1):
            at = f"{key}[{number}]"
            places.append(_Place(self.file, self._at(at), self._checked(at, value, dict), self.languages))
        return places

    def labels(self, key: str) -> Labels:
        """Return a text that is read in every language of the kit, and in no other."""
        return self.table(key)._as_labels()

    def labels_list(self, key: str) -> list[Labels]:
        """Return a list of such texts."""
        return [one._as_labels() for one in self.tables(key)]

    def _as_labels(self) -> Labels:
        for language in self.values:
            if language not in self.languages:
                raise self.refused(language, N_("this language is not one of the kit's languages"))
        return {language: self.text(language) for language in self.languages}

    def _chosen(self, key: str, text: str, choices: type[Choice]) -> Choice:
        if text not in list(choices):
            listed = ", ".join(choices)
            raise self.refused(key, N_("{value} is not one of {choices}"), value=text, choices=listed)
        return choices(text)

    def _checked(self, key: str, value: object, kind: type[Value]) -> Value:
        """Check the type; a yes is no number and a moment no day, although Python thinks so."""
        disguised = isinstance(value, bool) or (kind is date and isinstance(value, datetime))
        if disguised or not isinstance(value, kind):
            raise self.refused(key, N_("{expected} is expected here"), expected=sentence(EXPECTED[kind]))
        return value

    def _words(self, key: str, value: str) -> str:
        if not value.strip():
            raise self.refused(key, N_("it is empty"))
        if "\0" in value:
            raise self.refused(key, N_("there is a character in it that no text has"))
        return value

    def _at(self, key: str) -> str:
        return f"{self.path}.{key}" if self.path else key
