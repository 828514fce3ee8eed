"""Reading one entry of a kit file after the other, so that whatever is wrong in it can be named."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeVar
from uuid import UUID

from consultation.errors import InvalidRecord, KitRefused, sentence
from consultation.kits.source import Source
from consultation.language import N_
from consultation.model import Labels, Record, Translations, translation
from consultation.store.validating import BRIEFLY, checked_values, values_of

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
Made = TypeVar("Made", bound=Record)


@dataclass(frozen=True)
class Entry:
    """A table of a kit file and where it stands, so that whatever is wrong in it can be named.

    Entries of lists are counted from 1 in what a person reads: "sessions[2].title" is the second session's.
    """

    source: Source
    path: str
    values: dict[str, Any]
    languages: tuple[str, ...] = ()
    complete: bool = True
    """Texts are there in every language; otherwise any of them may lack, in some languages or in all."""

    def refused(self, key: str, problem: str, **values: object) -> KitRefused:
        """Build the refusal of what stands at ``key``."""
        return self.source.refused(self._at(key), sentence(problem, **values))

    def checked(self, record: Made) -> Made:
        """Return a record that was made of this entry; refuse what in it no file can keep."""
        try:
            checked_values(type(record), values_of(record))
        except InvalidRecord as error:
            said = dict(error.sentence.values)
            problem = BRIEFLY.get(error.sentence.message, error.sentence.message)
            raise self.refused(str(said["field"]).partition(".")[0], problem, **said) from error
        return record

    def only(self, *known: str) -> None:
        """Refuse a key that kits do not have; most often one that was mistyped."""
        for key in self.values:
            if key not in known:
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

    def optional_texts(self, key: str) -> list[str]:
        """Return a list of different texts; none when the key is not there."""
        return [text for _, text in self.texts(key)] if key in self.values else []

    def number(self, key: str, most: int) -> int:
        """Return a whole number from 1 to ``most``."""
        return self._between(key, 1, most)

    def counted(self, key: str, most: int) -> int:
        """Return a whole number from 0 to ``most``."""
        return self._between(key, 0, most)

    def optional_number(self, key: str, most: int) -> int | None:
        """Return a whole number from 1 to ``most``, or none when the key is not there."""
        return self.number(key, most) if key in self.values else None

    def moment(self, key: str) -> datetime | None:
        """Return a moment with its offset, or none."""
        if key not in self.values:
            return None
        value = self.get(key, datetime)
        if value.tzinfo is None:
            raise self.refused(key, N_("{expected} is expected here"), expected=sentence(EXPECTED[datetime]))
        return value

    def optional_text(self, key: str) -> str:
        """Return a text, or nothing when the key is not there."""
        return self.text(key) if key in self.values else ""

    def optional_day(self, key: str) -> date | None:
        """Return a day, or none."""
        return self.get(key, date) if key in self.values else None

    def yes(self, key: str) -> bool | None:
        """Return a yes or a no, or none when the key is not there."""
        if key not in self.values:
            return None
        if not isinstance(self.values[key], bool):
            raise self.refused(key, N_("{expected} is expected here"), expected="true, false")
        return bool(self.values[key])

    def one_of(self, key: str, known: Mapping[str, UUID]) -> UUID | None:
        """Return the record that a name stands for, or none when the key is not there."""
        return self.known(key, self.text(key), known) if key in self.values else None

    def some_of(self, key: str, known: Mapping[str, UUID]) -> list[UUID]:
        """Return the records that names stand for; none when the key is not there."""
        return [self.known(at, name, known) for at, name in self.texts(key)] if key in self.values else []

    def known(self, key: str, name: str, known: Mapping[str, UUID]) -> UUID:
        """Return the record that ``name`` stands for."""
        if name not in known:
            raise self.refused(key, N_("the kit has nothing called {value}"), value=name)
        return known[name]

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

    def table(self, key: str) -> Entry:
        """Step into a table."""
        return self._inside(key, self.get(key, dict))

    def tables(self, key: str) -> list[Entry]:
        """Step into each table of a list; none when the key is not there."""
        if key not in self.values:
            return []
        places = []
        for number, value in enumerate(self.get(key, list), start=1):
            at = f"{key}[{number}]"
            places.append(self._inside(at, self._checked(at, value, dict)))
        return places

    def labels(self, key: str) -> Labels:
        """Return a text that is read in every language of the kit, and in no other."""
        if key not in self.values and not self.complete:
            return {}
        return self.table(key).as_labels()

    def optional_labels(self, key: str) -> Labels:
        """Return a text in every language of the kit; none when the key is not there."""
        return self.labels(key) if key in self.values else {}

    def labels_of_some(self, key: str) -> Labels:
        """Return a text that only some of the kit's languages need; none when the key is not there."""
        if key not in self.values:
            return {}
        return replace(self.table(key), complete=False).as_labels()

    def labels_list(self, key: str) -> list[Labels]:
        """Return a list of such texts."""
        return [place.as_labels() for place in self.tables(key)]

    def spoken(self, key: str) -> tuple[str, str, Translations]:
        """Return a text as one in a language, with its translations into the others of the kit.

        The language is the one that ``original`` names, else the first of the kit's in which the text is there.
        """
        texts = self.labels(key)
        first = self.optional_text("original") or next(iter(texts), "")
        if first not in texts:
            raise self.refused("original" if first else key, N_("it is missing"))
        others = {language: translation(text, texts[first]) for language, text in texts.items() if language != first}
        return first, texts[first], others

    def as_labels(self) -> Labels:
        """Read this table as a text in every language of the kit, and in no other."""
        for language in self.values:
            if language not in self.languages:
                raise self.refused(language, N_("this language is not one of the kit's languages"))
        needed = self.languages if self.complete else [each for each in self.languages if each in self.values]
        return {language: self.text(language) for language in needed}

    def _between(self, key: str, least: int, most: int) -> int:
        value = self.get(key, int)
        if not least <= value <= most:
            raise self.refused(
                key, N_("{value} is not a number from {least} to {most}"), value=value, least=least, most=most
            )
        return value

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

    def _inside(self, key: str, values: dict[str, Any]) -> Entry:
        return replace(self, path=self._at(key), values=values)

    def _at(self, key: str) -> str:
        return f"{self.path}.{key}" if self.path else key
