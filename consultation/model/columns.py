"""How values that SQLite does not know are kept in its columns.

Each type has one form in Python and one in the column, so that the bulk writer (`store.projection`) and the
typed reader (SQLModel) agree.
"""

from __future__ import annotations

import json
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import Dialect, LargeBinary, String
from sqlalchemy.types import TypeDecorator


class IdColumn(TypeDecorator[UUID]):
    """A UUID as its 16 bytes."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: UUID | None, dialect: Dialect) -> bytes | None:
        return None if value is None else value.bytes

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> UUID | None:
        return None if value is None else UUID(bytes=value)


class IdListColumn(TypeDecorator[list[UUID]]):
    """A list of UUIDs as a JSON array of their usual text."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: list[UUID] | None, dialect: Dialect) -> str | None:
        return None if value is None else to_json([str(one) for one in value])

    def process_result_value(self, value: str | None, dialect: Dialect) -> list[UUID] | None:
        return None if value is None else [UUID(one) for one in json.loads(value)]


class TermsColumn(TypeDecorator[dict[str, list[UUID]]]):
    """Terms by vocabulary as a JSON object of arrays of their ids' usual text."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: dict[str, list[UUID]] | None, dialect: Dialect) -> str | None:
        return None if value is None else to_json(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> dict[str, list[UUID]] | None:
        if value is None:
            return None
        return {key: [UUID(one) for one in terms] for key, terms in json.loads(value).items()}


class MomentColumn(TypeDecorator[datetime]):
    """A moment with its offset, in ISO 8601."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        return None if value is None else datetime.fromisoformat(value)


class DayColumn(TypeDecorator[date]):
    """A day in ISO 8601."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> date | None:
        return None if value is None else date.fromisoformat(value)


def enum_column(kind: type[StrEnum]) -> type[TypeDecorator[StrEnum]]:
    """Make the column type that keeps a member of ``kind`` as its value."""

    class EnumColumn(TypeDecorator[StrEnum]):
        impl = String
        cache_ok = True

        def process_bind_param(self, value: StrEnum | None, dialect: Dialect) -> str | None:
            return None if value is None else str(value)

        def process_result_value(self, value: str | None, dialect: Dialect) -> StrEnum | None:
            return None if value is None else kind(value)

    return EnumColumn


def enum_list_column(kind: type[StrEnum]) -> type[TypeDecorator[list[StrEnum]]]:
    """Make the column type that keeps members of ``kind`` as a JSON array of their values."""

    class EnumListColumn(TypeDecorator[list[StrEnum]]):
        impl = String
        cache_ok = True

        def process_bind_param(self, value: list[StrEnum] | None, dialect: Dialect) -> str | None:
            return None if value is None else to_json([str(one) for one in value])

        def process_result_value(self, value: str | None, dialect: Dialect) -> list[StrEnum] | None:
            return None if value is None else [kind(one) for one in json.loads(value)]

    return EnumListColumn


def to_json(value: Any) -> str:
    """Write canonical JSON: keys in order, no spaces, characters as they are."""
    return _CANONICAL.encode(value)


_AS_IT_IS = (str, int, float, bytes)
"""What SQLite knows itself."""


def stored(value: Any) -> Any:
    """Return the form in which a column keeps ``value``; the counterpart of the types above for bulk writing."""
    if value is None or isinstance(value, _AS_IT_IS):
        return value
    if isinstance(value, UUID):
        return value.bytes
    if isinstance(value, date):  # a datetime is a date too
        return value.isoformat()
    if not value:
        return "[]" if isinstance(value, list) else "{}"
    # Lists of ids and terms by vocabulary are by far the most, and nothing in them needs care.
    if isinstance(value, list) and isinstance(value[0], UUID):
        return '["' + '","'.join([str(one) for one in value]) + '"]'
    if isinstance(value, dict) and all(isinstance(one, list) for one in value.values()):
        return "{" + ",".join([f'"{key}":{stored(value[key])}' for key in sorted(value)]) + "}"
    return _CANONICAL.encode(value)


_CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)
