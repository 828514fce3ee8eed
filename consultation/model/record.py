"""What every record has, and the types their fields are made of."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from hashlib import blake2b
from typing import Annotated, Any
from uuid import UUID

from annotated_types import Interval
from pydantic import AwareDatetime, StringConstraints
from sqlalchemy import JSON
from sqlmodel import Field, SQLModel

from consultation.model.columns import DayColumn, IdColumn, IdListColumn, MomentColumn

Text = Annotated[str, StringConstraints(pattern=r"^[^\x00]*$")]
"""Words a person wrote: any character but NUL, which many programs take for the end of a text."""

Words = Annotated[str, StringConstraints(pattern=r"^[^\x00]*[^\s\x00][^\x00]*$")]
"""Words that must be there: a text of more than white space."""

LanguageCode = Annotated[str, StringConstraints(pattern=r"^([A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*)?$")]
"""A code such as "fr" or "zh-Hant" (BCP 47), or nothing where the language is not known."""

Count = Annotated[int, Interval(ge=0, le=10**9)]
"""A number of heads, hands or minutes."""

Rank = Annotated[int, Interval(ge=-(10**9), le=10**9)]
"""A place in an order; ties are broken by id."""

Labels = dict[Text, Text]
"""Language code -> text, for what is read in several languages."""

Moment = AwareDatetime
"""A moment with its offset from UTC; one without is refused."""


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
        return str(cls.__tablename__)

    @classmethod
    def spoken(cls) -> tuple[str, ...]:
        """Name the fields whose words are found by a search."""
        return ()


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
    """A field that is a list or a map of plain values."""
    return Field(default_factory=list, sa_type=JSON)


def moment() -> Any:
    """A field for a moment, or none."""
    return Field(default=None, sa_type=MomentColumn)


def day() -> Any:
    """A field for a day, or none."""
    return Field(default=None, sa_type=DayColumn)
