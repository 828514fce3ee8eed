"""A value for every field of every record, and a record of every kind that has all its fields filled."""

from __future__ import annotations

import types
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from pydantic import AwareDatetime
from typing_extensions import is_typeddict

from consultation.model import KINDS, Person, Record, Session, Term
from consultation.model.record import DayText, HalfYear, IdText, Key, LanguageCode, MonthText, Packed, TimeZone

SOMEBODY = Person(id=UUID(int=1), name="Zoé Quill", organisation="City of Wells")
PLANET = Term(
    id=UUID(int=2), vocabulary="strand", key="planet", label={"en": "Planet", "fr": "Planète", "es": "Planeta"}
)
ROOM = Session(id=UUID(int=3), code="D2-WATER", title={"en": "Water"})

WRITTEN = {
    DayText: "2021-10-05",
    HalfYear: "2020-H2",
    IdText: str(SOMEBODY.id),
    Key: "strand",
    LanguageCode: "fr",
    MonthText: "2021-05",
    Packed: "eA==",
    TimeZone: "Europe/Istanbul",
}


def lookup(record_id: UUID) -> Record | None:
    """Find the records of this file."""
    return {one.id: one for one in (SOMEBODY, PLANET, ROOM)}.get(record_id)


def a_value(annotation: Any) -> Any:
    """A value with something in it of a field's type."""
    if annotation in WRITTEN:
        return WRITTEN[annotation]
    if is_typeddict(annotation):
        return {name: a_value(inner) for name, inner in get_type_hints(annotation, include_extras=True).items()}
    origin, inside = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return a_value(inside[0])
    if origin in (Union, types.UnionType):
        return a_value(next(one for one in inside if one is not type(None)))
    if origin is list:
        return [a_value(inside[0])]
    if origin is dict:
        return {"fr": a_value(inside[1]), "en": a_value(inside[1])}
    if issubclass(annotation, StrEnum):
        return next(iter(annotation))
    return {
        UUID: SOMEBODY.id,
        bool: True,
        int: 3,
        str: "Some words",
        AwareDatetime: datetime(2021, 10, 5, 14, 30, tzinfo=UTC),
        date: date(2021, 10, 5),
    }[annotation]


def fields_of(kind: type[Record]) -> dict[str, Any]:
    """The types of a record's fields as they are written, without its id."""
    hints = get_type_hints(kind, include_extras=True)
    return {name: hints[name] for name in kind.model_fields if name != "id"}


FIELDS = {kind: fields_of(record) for kind, record in KINDS.items()}
"""Kind -> field -> its type."""


def a_record(kind: str) -> Record:
    """A record with something in every field; it refers to a person wherever it refers to anything."""
    model = KINDS[kind]
    return model(id=UUID(int=99), **{name: a_value(hint) for name, hint in FIELDS[kind].items()})
