"""What a table of one kind of record is: its columns, what each holds, and how it is written and read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from consultation.exchange.leaves import (
    AtMoment,
    Code,
    Language,
    Named,
    Number,
    OnDay,
    OneOf,
    Private,
    Typed,
    Words,
    YesNo,
)
from consultation.exchange.names import Names
from consultation.exchange.shapes import Numbered, One, Parts, PerKey, PerVocabulary, Several, Shape
from consultation.model import (
    MONTH,
    Gender,
    KnownVocabulary,
    Organisation,
    Person,
    Record,
    Session,
    SessionFormat,
    Term,
)
from consultation.words import PLURALS

ID = "id"
"""The column every table has: with it a table is read back whole."""


@dataclass(frozen=True)
class Column:
    """A field of a record, as a table has it."""

    field: str
    shape: Shape
    meaning: str = ""
    name: str = ""
    """Where the columns are not called like the field."""
    shown: Callable[[Any, Names], Any] | None = None
    """What of it may be shown, where that depends on the record."""

    @property
    def heading(self) -> str:
        """What its columns are called, or begin with."""
        return self.name or self.field


@dataclass(frozen=True)
class Table:
    """A table of one kind of record."""

    kind: type[Record]
    columns: tuple[Column, ...]

    @property
    def name(self) -> str:
        """The plural that commands and files use."""
        return PLURALS[self.kind.kind()]

    def by_heading(self) -> Mapping[str, Column]:
        """Return the columns by what they are called, or begin with."""
        return {column.heading: column for column in self.columns}

    def plain_headings(self) -> set[str]:
        """Return the columns that are in every table of this kind, whatever is in it."""
        return {column.heading for column in self.columns if column.shape.knows(())}

    def required(self) -> list[str]:
        """Return the fields without which there is no such record."""
        return [column.field for column in self.columns if self.kind.model_fields[column.field].is_required()]


WORDS = One(Words())
CODE = One(Code())
IN_LANGUAGE = One(Language())
TYPED = One(Typed())
PRIVATE = One(Private())
NUMBER = One(Number())
ORDER = One(Number(least=-(10**9)))
YES_NO = One(YesNo())
DAY = One(OnDay())
MOMENT = One(AtMoment())
IN_MONTH = One(Words(MONTH, "2021-05"))
TEXTS = Numbered(WORDS)
CODES = Several(Code())
LANGUAGES = Several(Language())
LABELS = PerKey(WORDS)
LABELS_LIST = Numbered(LABELS)
PERSON = One(Named(Person))
SESSION = One(Named(Session))
SESSIONS = Several(Named(Session))
ORGANISATION = One(Named(Organisation))
ORGANISATIONS = Several(Named(Organisation))
TERMS = PerVocabulary()


def one_of(choices: type[StrEnum]) -> One:
    """One of the program's fixed choices."""
    return One(OneOf(choices))


def some_of(choices: type[StrEnum]) -> Several:
    """Some of the program's fixed choices."""
    return Several(OneOf(choices))


def term(vocabulary: str) -> One:
    """A term of a vocabulary."""
    return One(Named(Term, vocabulary))


def terms(vocabulary: str) -> Several:
    """Terms of a vocabulary, in order."""
    return Several(Named(Term, vocabulary))


def choice(field: str, choices: type[StrEnum], more: str = "") -> Column:
    """One of the program's fixed choices, which are what there is to be said of it."""
    *others, last = choices
    return Column(field, one_of(choices), f"{', '.join(others)} or {last}{more}")


def record(kind: type[Record]) -> One:
    """Another record, by its id."""
    return One(Named(kind))


def records(kind: type[Record]) -> Several:
    """Other records, by their ids, in order."""
    return Several(Named(kind))


ID_COLUMN = Column(ID, CODE, "the record's own; empty, or no such column, for a new one")

RENDERED = {
    "by": One(Named(Person, as_text=True)),
    "of": WORDS,
    "machine": One(YesNo(seldom=True)),
}
TRANSLATIONS = PerKey(Parts({"text": WORDS, **RENDERED}, main="text"))
RENDERINGS = PerKey(Parts(RENDERED))

LANGUAGE = Column("language", IN_LANGUAGE, "code of the language of the words, such as en, fr, es")
TRANSLATED = Column(
    "translations",
    TRANSLATIONS,
    "`translation.fr` the words in French, `translation.fr.by` who translated, `translation.fr.of` the mark of the "
    "wording that was translated, `translation.fr.machine` yes where a machine did",
    "translation",
)


def said(meaning: str) -> tuple[Column, ...]:
    """A text as it was said or written, in whichever language, and what it is in others."""
    return Column("text", WORDS, meaning), LANGUAGE, TRANSLATED


TAGS = Column("terms", TERMS, "`terms.strand` the strands by their keys, and so for each vocabulary")
RANK = Column("rank", ORDER, "place in the order")
WHO = Column("who", WORDS, "in words, where the person is not listed", shown=lambda entry, names: names.beside(entry))
IN_SESSION = Column("session", SESSION, "code of the session")
WHEN = Column("on", DAY, "when")
TERRITORY = Column("territory", WORDS, "city, region or country")
REGION = Column("region", term(KnownVocabulary.REGION), "region of the world, by its key")
ACTOR = Column("actor", term(KnownVocabulary.ACTOR), "kind of actor, by its key")
GENDER = choice("gender", Gender, "; may be left out")
FORMAT = choice("format", SessionFormat)
