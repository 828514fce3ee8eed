"""What every record has, and the types their fields are made of."""

from __future__ import annotations

import os
import re
import time
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from hashlib import blake2b
from typing import Annotated, Any
from uuid import UUID
from zoneinfo import available_timezones

from annotated_types import Interval
from pydantic import AfterValidator, AwareDatetime, BeforeValidator, StringConstraints, with_config
from sqlalchemy import JSON
from sqlmodel import Field, SQLModel
from typing_extensions import TypedDict

from consultation.model.columns import (
    DayColumn,
    IdColumn,
    IdListColumn,
    MomentColumn,
    TermsColumn,
    enum_column,
    enum_list_column,
)

Text = Annotated[str, StringConstraints(pattern=r"^[^\x00]*$")]
"""Words a person wrote: any character but NUL, which many programs take for the end of a text."""

Words = Annotated[str, StringConstraints(pattern=r"^[^\x00]*[^\s\x00][^\x00]*$")]
"""Words that must be there: a text of more than white space."""

LANGUAGE_CODE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
MONTH = re.compile(r"[12][0-9]{3}-(0[1-9]|1[0-2])")
HALF_YEAR = re.compile(r"[12][0-9]{3}-H[12]")

LanguageCode = Annotated[str, StringConstraints(pattern=f"^({LANGUAGE_CODE.pattern})?$")]
"""A code such as "fr" or "zh-Hant" (BCP 47), or nothing where the language is not known."""

Count = Annotated[int, Interval(ge=0, le=10**9)]
"""A number of heads, hands or minutes."""

Rank = Annotated[int, Interval(ge=-(10**9), le=10**9)]
"""A place in an order; ties are broken by id."""

Labels = dict[Text, Text]
"""Language code -> text, for what is read in several languages."""

Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,63}$")]
"""A short name in small letters, such as the key of a vocabulary ("strand")."""

MonthText = Annotated[str, StringConstraints(pattern=f"^({MONTH.pattern})?$")]
"""A month such as "2021-05" where the day is not known, or nothing."""

HalfYear = Annotated[str, StringConstraints(pattern=f"^({HALF_YEAR.pattern})?$")]
"""A half-year such as "2020-H2", or nothing."""

DayText = Annotated[str, StringConstraints(pattern=f"^({MONTH.pattern}-(0[1-9]|[12][0-9]|3[01]))?$")]
"""A day in ISO 8601 inside a list or map of plain values, or nothing."""

IdText = Annotated[str, StringConstraints(pattern=r"^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})?$")]
"""An id in its usual text inside a list or map of plain values, or nothing."""

EARLIEST, LATEST = 1800, 2200
"""The years between which a consultation and all that it refers to can be: any zone can be reckoned with there."""


def _in_our_times(value: Any) -> Any:
    if not EARLIEST <= value.year <= LATEST:
        raise ValueError("a year no consultation is in")
    return value


@cache
def _time_zones() -> frozenset[str]:
    return frozenset(available_timezones())


def _known_zone(name: str) -> str:
    if name not in _time_zones():
        raise ValueError("no time zone of that name")
    return name


Moment = Annotated[AwareDatetime, AfterValidator(_in_our_times)]
"""A moment with its offset from UTC; one without is refused."""

Day = Annotated[date, AfterValidator(_in_our_times)]
"""A day."""

Packed = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9+/]*={0,2}$", max_length=100_000)]
"""Bytes in base 64: what no person reads as it is."""

TimeZone = Annotated[str, AfterValidator(_known_zone)]
"""The IANA name of a time zone, e.g. Europe/Istanbul."""

Terms = dict[Key, list[UUID]]
"""Key of a vocabulary -> the terms of it that were chosen."""


@with_config(extra="forbid")
class Translation(TypedDict):
    """What a person or a machine made of a text in another language."""

    text: Text
    by: IdText
    """The card of who made it; empty where nobody was noted."""
    of: Text
    """`fingerprint` of the text it translates; empty where nobody noted it."""
    machine: bool


def _as_translation(value: Any) -> Any:
    """Version 1 kept a translation as its text alone."""
    return {"text": value, "by": "", "of": "", "machine": False} if isinstance(value, str) else value


Translations = dict[Text, Annotated[Translation, BeforeValidator(_as_translation)]]
"""Language code -> a translation."""


def fingerprint(text: str) -> str:
    """Return what tells one wording from another: 16 hexadecimal digits of the text, white space at its ends apart."""
    return blake2b(unicodedata.normalize("NFC", text).strip().encode("utf-8", "replace"), digest_size=8).hexdigest()


def translation(text: str, of: str, by: UUID | None = None, machine: bool = False) -> Translation:
    """Make the translation of the words ``of`` that the person ``by`` (or a machine) made."""
    return Translation(text=text, by=str(by) if by else "", of=fingerprint(of), machine=machine)


def texts_of(translations: Mapping[str, Translation]) -> Labels:
    """Return the words of translations: language code -> text."""
    return {language: entry["text"] for language, entry in translations.items()}


def new_id(now_ms: int | None = None, entropy: Callable[[int], bytes] = os.urandom) -> UUID:
    """Make a UUIDv7 (RFC 9562, 5.7): 48 bits of milliseconds since 1970, then 74 random bits."""
    milliseconds = int(time.time() * 1000) if now_ms is None else now_ms
    return _marked(int.from_bytes(milliseconds.to_bytes(6, "big") + entropy(10), "big"), version=7)


def derived_id(*names: str) -> UUID:
    """Make the id that belongs to ``names``: a UUIDv8 (RFC 9562, 5.8) of their BLAKE2b."""
    digest = blake2b("\0".join(names).encode(), digest_size=16).digest()
    return _marked(int.from_bytes(digest, "big"), version=8)


def _marked(value: int, version: int) -> UUID:
    """Set the bits that tell a UUID's version and variant."""
    return UUID(int=value & ~(0xF << 76) & ~(0x3 << 62) | version << 76 | 0x2 << 62)


class Record(SQLModel):
    """The base of every record.

    ``table=True`` classes of SQLModel do not validate what they are built from; `store.save` does.
    """

    id: UUID = Field(default_factory=new_id, primary_key=True, sa_type=IdColumn)
    deleted: bool = False

    @classmethod
    def kind(cls) -> str:
        """Return the name of this kind of record in revisions and commands ("agendaitem")."""
        return _name_of_table(cls)

    @classmethod
    def parted(cls) -> tuple[str, ...]:
        """Name the map fields whose entries people write each on its own: two entries are never in conflict."""
        return ()

    @classmethod
    def spoken(cls) -> tuple[str, ...]:
        """Name the fields whose words are found by a search."""
        return ()


@cache
def _name_of_table(kind: type[Record]) -> str:
    return str(kind.__tablename__)  # which SQLAlchemy works out anew whenever it is asked


class Tagged(Record):
    """A record to which terms of vocabularies can be given, each vocabulary on its own."""

    terms: Terms = Field(default_factory=dict, sa_type=TermsColumn)

    @classmethod
    def parted(cls) -> tuple[str, ...]:
        return ("terms",)

    def chosen(self, vocabulary: str) -> list[UUID]:
        """Return the terms of a vocabulary that were chosen for it."""
        return self.terms.get(vocabulary, [])


def ids() -> Any:
    """A field that refers to several other records, in order."""
    return Field(default_factory=list, sa_type=IdListColumn)


def link() -> Any:
    """A field that refers to another record, always."""
    return Field(sa_type=IdColumn)


def reference() -> Any:
    """A field that refers to another record, or to none."""
    return Field(default=None, sa_type=IdColumn)


def labels() -> Any:
    """A field of multilingual text."""
    return Field(default_factory=dict, sa_type=JSON)


def listing() -> Any:
    """A field that is a list of plain values."""
    return Field(default_factory=list, sa_type=JSON)


def mapping() -> Any:
    """A field that is a map of plain values."""
    return Field(default_factory=dict, sa_type=JSON)


def choice(kind: type[StrEnum], default: StrEnum | None = None) -> Any:
    """A field for one of the program's fixed choices, or none; ``default`` unless something is chosen."""
    return Field(default=default, sa_type=enum_column(kind))


def needed_choice(kind: type[StrEnum]) -> Any:
    """A field for one of the program's fixed choices that has to be made."""
    return Field(sa_type=enum_column(kind))


def chosen_from(kind: type[StrEnum]) -> Any:
    """A field for several of the program's fixed choices."""
    return Field(default_factory=list, sa_type=enum_list_column(kind))


def moment() -> Any:
    """A field for a moment, or none."""
    return Field(default=None, sa_type=MomentColumn)


def day() -> Any:
    """A field for a day, or none."""
    return Field(default=None, sa_type=DayColumn)
