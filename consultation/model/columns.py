"""How values that SQLite does not know are kept in its columns.

Each type has one form in Python and one in the column. The bulk writer (`store.projection`) asks for the form alone,
the typed reader (SQLModel) goes through the types.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import JSON, Boolean, Dialect, LargeBinary, String
from sqlalchemy.types import TypeDecorator, TypeEngine

Value = TypeVar("Value")


class KeptColumn(TypeDecorator[Value]):
    """A type with a form of its own in the column: its text, unless it says otherwise."""

    impl: type[TypeEngine[Any]] = String
    cache_ok = True

    @staticmethod
    def kept(value: Any) -> Any:
        """Return the form in which the column keeps a value; None is asked of no type."""
        return str(value)

    def process_bind_param(self, value: Value | None, dialect: Dialect) -> Any:
        return None if value is None else self.kept(value)


class IdColumn(KeptColumn[UUID]):
    """A UUID as its 16 bytes."""

    impl = LargeBinary
    cache_ok = True

    @staticmethod
    def kept(value: UUID) -> bytes:
        return value.bytes

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> UUID | None:
        return None if value is None else UUID(bytes=value)


class IdListColumn(KeptColumn[list[UUID]]):
    """A list of UUIDs as a JSON array of their usual text."""

    cache_ok = True

    @staticmethod
    def kept(value: list[UUID]) -> str:
        return '["' + '","'.join(map(str, value)) + '"]' if value else "[]"

    def process_result_value(self, value: str | None, dialect: Dialect) -> list[UUID] | None:
        if not value or value == "[]":
            return None if value is None else []
        return [UUID(text) for text in json.loads(value)]


class TermsColumn(KeptColumn[dict[str, list[UUID]]]):
    """Terms by vocabulary as a JSON object of arrays of their ids' usual text."""

    cache_ok = True

    @staticmethod
    def kept(value: dict[str, list[UUID]]) -> str:
        return "{" + ",".join([f'"{key}":{IdListColumn.kept(value[key])}' for key in sorted(value)]) + "}"

    def process_result_value(self, value: str | None, dialect: Dialect) -> dict[str, list[UUID]] | None:
        if not value or value == "{}":
            return None if value is None else {}
        return {key: [UUID(term) for term in terms] for key, terms in json.loads(value).items()}


class MomentColumn(KeptColumn[datetime]):
    """A moment with its offset, in ISO 8601."""

    cache_ok = True

    @staticmethod
    def kept(value: datetime) -> str:
        return value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        return None if value is None else datetime.fromisoformat(value)


class DayColumn(KeptColumn[date]):
    """A day in ISO 8601."""

    cache_ok = True

    @staticmethod
    def kept(value: date) -> str:
        return value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> date | None:
        return None if value is None else date.fromisoformat(value)


def enum_column(kind: type[StrEnum]) -> type[KeptColumn[StrEnum]]:
    """Make the column type that keeps a member of ``kind`` as its value."""

    class EnumColumn(KeptColumn[StrEnum]):
        cache_ok = True

        def process_result_value(self, value: str | None, dialect: Dialect) -> StrEnum | None:
            return None if value is None else kind(value)

    return EnumColumn


def enum_list_column(kind: type[StrEnum]) -> type[KeptColumn[list[StrEnum]]]:
    """Make the column type that keeps members of ``kind`` as a JSON array of their values."""

    class EnumListColumn(KeptColumn[list[StrEnum]]):
        cache_ok = True

        @staticmethod
        def kept(value: list[StrEnum]) -> str:
            return _as_json(value)

        def process_result_value(self, value: str | None, dialect: Dialect) -> list[StrEnum] | None:
            return None if value is None else [kind(choice) for choice in json.loads(value)]

    return EnumListColumn


def keeper(column: TypeEngine[Any]) -> Callable[[Any], Any] | None:
    """Return what puts a value into the form in which a column keeps it; None where every value is in it already."""
    if isinstance(column, KeptColumn):
        return column.kept
    if isinstance(column, Boolean):
        return int
    return _as_json if isinstance(column, JSON) else None


def _as_json(value: Any) -> str:
    """Write a list or a map as canonical JSON: keys in order, no spaces, characters as they are."""
    if not value:
        return "[]" if isinstance(value, list) else "{}"
    return _CANONICAL.encode(value)


_CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)
