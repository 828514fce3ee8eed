"""What can stand in one cell of a table, and how it is written and read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Protocol
from uuid import UUID

from consultation.errors import ConsultationError
from consultation.exchange.names import AN_ID, DIVIDERS, Names, folded
from consultation.language import N_
from consultation.model import LANGUAGE_CODE, Organisation, Person, Record, Session, Term

YES = ("yes", "y", "true", "1", "oui", "sí", "si")
NO = ("no", "n", "false", "0", "non")
LARGEST_NUMBER = 10**9


class Wrong(ConsultationError):
    """A cell that says nothing one can take; it becomes part of the sentence that names its row."""


class Making(Protocol):
    """Who reads the table: knows the names in the file, and makes a session or a card where one is missing."""

    @property
    def names(self) -> Names:
        """The names in the file."""

    def session_of(self, code: str) -> UUID:
        """Find a session by its code, or make it."""

    def person_of(self, name: str) -> UUID:
        """Find a person by name, or make a card without consent to be named."""

    def moment_of(self, text: str) -> datetime:
        """Read a moment; without an offset it is in the time zone of the consultation."""


class Leaf(Protocol):
    """What stands in one cell."""

    @property
    def nothing(self) -> Any:
        """The value of an empty cell inside a list or a map."""

    def write(self, value: Any, names: Names) -> str:
        """Write a value into a cell."""

    def read(self, text: str, making: Making) -> Any:
        """Read a cell that is not empty; Wrong when it says nothing of the sort."""

    def plain(self, value: Any, names: Names) -> Any:
        """Return the value as JSON has it."""


@dataclass(frozen=True)
class Words:
    """A text as somebody wrote it, or a short text of a form of its own."""

    form: re.Pattern[str] | None = None
    example: str = ""
    nothing: str = ""

    def write(self, value: str, names: Names) -> str:
        return value

    def read(self, text: str, making: Making) -> str:
        if self.form is None:
            return text
        if not self.form.fullmatch(text.strip()):
            raise Wrong(N_("“{value}” is not written as {example} is"), value=text, example=self.example)
        return text.strip()

    plain = write


class Code(Words):
    """A short name: nobody means the spaces around it."""

    def read(self, text: str, making: Making) -> str:
        return text.strip()


class Language(Words):
    """The code of a language."""

    def read(self, text: str, making: Making) -> str:
        if not LANGUAGE_CODE.fullmatch(text.strip()):
            raise Wrong(N_("“{value}” is not a code of a language, such as en, fr or es"), value=text.strip())
        return text.strip()


class Typed(Words):
    """Words in the place of a person: left out where they name one who is not to be named."""

    def write(self, value: str, names: Names) -> str:
        return names.typed(value)

    plain = write


class Private(Words):
    """How somebody is reached: left out unless names are asked for."""

    def write(self, value: str, names: Names) -> str:
        return "" if value and names.hidden() else value

    plain = write


@dataclass(frozen=True)
class Number:
    """A whole number."""

    least: int = 0
    nothing: None = None

    def write(self, value: int, names: Names) -> str:
        return str(value)

    def read(self, text: str, making: Making) -> int:
        if not re.fullmatch(r"-?[0-9]{1,10}", text.strip()) or not self.least <= int(text) <= LARGEST_NUMBER:
            raise Wrong(N_("“{value}” is not a number that fits"), value=text)
        return int(text)

    def plain(self, value: int, names: Names) -> int:
        return value


@dataclass(frozen=True)
class YesNo:
    """Yes or no."""

    nothing: bool = False
    seldom: bool = False
    """No goes without saying."""

    def write(self, value: bool, names: Names) -> str:
        return "yes" if value else "" if self.seldom else "no"

    def read(self, text: str, making: Making) -> bool:
        said = text.strip().casefold()
        if said not in (*YES, *NO):
            raise Wrong(N_("“{value}” is neither yes nor no"), value=text)
        return said in YES

    def plain(self, value: bool, names: Names) -> bool:
        return value


@dataclass(frozen=True)
class OnDay:
    """A day, or, in a list of plain values, the text of one."""

    as_text: bool = False
    nothing: Any = None

    def write(self, value: date | str, names: Names) -> str:
        return value if isinstance(value, str) else value.isoformat()

    def read(self, text: str, making: Making) -> date | str:
        try:
            day = date.fromisoformat(text.strip())
        except ValueError as error:
            raise Wrong(N_("“{value}” is not a day such as 2021-10-05"), value=text) from error
        return day.isoformat() if self.as_text else day

    plain = write


@dataclass(frozen=True)
class AtMoment:
    """A moment with its offset."""

    nothing: None = None

    def write(self, value: datetime, names: Names) -> str:
        return value.isoformat()

    def read(self, text: str, making: Making) -> datetime:
        return making.moment_of(text.strip())

    plain = write


@dataclass(frozen=True)
class OneOf:
    """One of the program's fixed choices."""

    choices: type[StrEnum]
    nothing: Any = None

    def write(self, value: StrEnum, names: Names) -> str:
        return str(value)

    def read(self, text: str, making: Making) -> StrEnum:
        said = text.strip().casefold().replace(" ", "_").replace("-", "_")
        if said not in list(self.choices):
            listed = ", ".join(self.choices)
            raise Wrong(N_("“{value}” is not one of: {choices}"), value=text.strip(), choices=listed)
        return self.choices(said)

    plain = write


@dataclass(frozen=True)
class Named:
    """Another record: by the name it has in the file, or by its id."""

    kind: type[Record]
    vocabulary: str = ""
    as_text: bool = False
    """In a list of plain values ids are texts."""
    there: bool = False
    """Its record is in the file. Of what other tables bring, a table of every field may come before them."""
    in_words: str = ""
    """The column beside it that makes terms where there are none."""

    @property
    def nothing(self) -> Any:
        return "" if self.as_text else None

    @property
    def by_name(self) -> bool:
        """Whether such records have names by which one can be told from another."""
        return bool(self.vocabulary) or self.kind in (Session, Person, Organisation)

    def write(self, value: UUID | str, names: Names) -> str:
        if not value:
            return ""
        record = UUID(value) if isinstance(value, str) else value
        if self.kind is Person:
            return names.person(record)
        if not self.by_name:
            return str(record)
        return names.of(self.kind, self.vocabulary).name_of(record)

    def read(self, text: str, making: Making) -> UUID | str:
        found = self._read(text.strip(), making)
        return str(found) if self.as_text else found

    plain = write

    def _read(self, text: str, making: Making) -> UUID:
        if AN_ID.fullmatch(text) and (
            not self.there or UUID(text) in making.names.of(self.kind, self.vocabulary).names
        ):
            return UUID(text)
        if self.kind is Session:
            return making.session_of(text)
        if self.kind is Person:
            return making.person_of(text)
        if not self.by_name:
            raise Wrong(N_("“{value}” is not the id of a record"), value=text)
        called = making.names.of(self.kind, self.vocabulary)
        found = called.ids.get(folded(text))
        if found is None and self.kind is Term:
            listed = ", ".join(called.names.values()) or "–"
            if self.in_words:
                raise Wrong(
                    N_("“{value}” is not one of: {choices} (the column “{column}” makes what there is not yet)"),
                    value=text,
                    choices=listed,
                    column=self.in_words,
                )
            raise Wrong(N_("“{value}” is not one of: {choices}"), value=text, choices=listed)
        if found is None:
            raise Wrong(N_("there is no organisation “{value}” in the file; import it first"), value=text)
        if folded(text) in called.shared:
            raise Wrong(N_("there is more than one “{value}” in the file; write its id instead"), value=text)
        return found


def several(leaf: Leaf, text: str, making: Making) -> list[Any]:
    """Read a cell in which several stand, divided by commas, semicolons, bars or line ends; each counts once."""
    if DIVIDERS.search(text) and isinstance(leaf, Named) and leaf.kind in (Term, Organisation):
        whole = making.names.of(leaf.kind, leaf.vocabulary).ids.get(folded(text))
        if whole is not None:
            return [whole]
    found: dict[Any, None] = {}
    for part in DIVIDERS.split(text):
        if part.strip():
            found[leaf.read(part.strip(), making)] = None
    return list(found)
