"""What may be stored: the values of records, looked at before they are written, and in which words they are refused."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

from pydantic import ValidationError

from consultation.errors import InvalidRecord
from consultation.language import N_
from consultation.model import Record
from consultation.store.revision import LARGEST_BODY, RevisionRow, check_values
from consultation.store.versions.names import scattered


class Fresh(NamedTuple):
    """What a record is to be made of: making the object itself takes longer than all the rest of writing it."""

    kind: type[Record]
    id: UUID
    values: Mapping[str, Any]
    """By field; those that are not here have the values every record begins with."""


def checked_values(kind: type[Record], values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the checked ``values`` of a record, by field; InvalidRecord names the field that is wrong.

    ``table=True`` classes of SQLModel take anything when they are built, so this is where it is looked at.
    """
    try:
        return check_values(kind.kind(), values)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"]) or kind.kind()
        problem = _PROBLEMS.get(str(first["loc"][-1]), first["type"]) if first["loc"] else first["type"]
        raise InvalidRecord(_REASONS.get(problem, _DOES_NOT_FIT), field=field) from error


def values_of(record: Record) -> dict[str, Any]:
    """Return the values of a record, by field."""
    return {name: getattr(record, name) for name in fields_of(type(record))}


def first_values(kind: type[Record], values: Mapping[str, Any]) -> dict[str, Any]:
    """Return all values of a new record, checked and apart as a revision has them; what is not said is as it begins."""
    for field in _needed(kind):
        if field not in values:
            raise InvalidRecord(_REASONS["string_pattern_mismatch"], field=field)
    return scattered(kind.kind(), checked_values(kind, {**beginnings(kind), **values}))


def check_length(row: RevisionRow) -> None:
    """Refuse what nobody would read again."""
    if row.body is not None and len(row.body) > LARGEST_BODY:
        raise InvalidRecord(_TOO_LONG)


@cache
def fields_of(kind: type[Record]) -> tuple[str, ...]:
    """Return the fields of a kind of record, but for its id."""
    return tuple(name for name in kind.model_fields if name != "id")


@cache
def _needed(kind: type[Record]) -> tuple[str, ...]:
    return tuple(name for name in fields_of(kind) if kind.model_fields[name].is_required())


@cache
def beginnings(kind: type[Record]) -> dict[str, Any]:
    """Return the values that records of a kind begin with; nobody changes a value in place."""
    return {
        name: field.get_default(call_default_factory=True)
        for name, field in kind.model_fields.items()
        if name != "id" and not field.is_required()
    }


_PROBLEMS = {"language": "no language code", "time_zone": "no time zone"}
"""Fields of which can be said better what is wrong than by pydantic."""


_REASONS = {
    "no time zone": N_(
        "The field “{field}” is not the name of a time zone, such as Europe/Istanbul. Nothing was saved, "
        "nothing was lost. Correct it and try again."
    ),
    "string_pattern_mismatch": N_(
        "The field “{field}” is empty or has a character that cannot be stored. Nothing was saved, "
        "nothing was lost. Correct it and try again."
    ),
    "no language code": N_(
        "The field “{field}” is not a code of a language, such as en, fr or es. Nothing was saved, "
        "nothing was lost. Correct it and try again."
    ),
    "string_unicode": N_(
        "The field “{field}” has half a character in it, as some programs leave behind when they cut a text. "
        "Nothing was saved, nothing was lost. Type that word again."
    ),
}
"""What is said of what pydantic finds wrong."""

_DOES_NOT_FIT = N_(
    "The field “{field}” does not have a value that fits. Nothing was saved, nothing was lost. "
    "Correct it and try again."
)

_TOO_LONG = N_(
    "This is longer than one entry can be (about a million characters), so it was not saved. "
    "Nothing else was changed. Divide it into several."
)

BRIEFLY = {
    _REASONS["no time zone"]: N_("the field “{field}” is not the name of a time zone, such as Europe/Istanbul"),
    _REASONS["string_pattern_mismatch"]: N_("the field “{field}” is empty or has a character that cannot be stored"),
    _REASONS["no language code"]: N_("the field “{field}” is not a code of a language, such as en, fr or es"),
    _REASONS["string_unicode"]: N_("the field “{field}” has half a character in it"),
    _DOES_NOT_FIT: N_("the field “{field}” does not have a value that fits"),
    _TOO_LONG: N_("it is longer than one entry can be (about a million characters)"),
}
"""Why a record is refused, for whoever says in a sentence of their own what was lost and what to do."""
