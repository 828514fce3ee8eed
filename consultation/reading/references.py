"""What names a record: every field of every kind that holds its id, be it one id or a list of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache
from typing import Any
from uuid import UUID

from consultation.model import KINDS, Record
from consultation.model.columns import IdColumn, IdListColumn
from consultation.store import Store

Field = tuple[type[Record], str]
"""A kind of record and the name of one of its fields."""


@cache
def id_fields() -> tuple[tuple[Field, ...], tuple[Field, ...]]:
    """Return the fields that hold one id of another record, and those that hold a list of ids."""
    single: list[Field] = []
    several: list[Field] = []
    for kind in KINDS.values():
        for column in kind.metadata.tables[kind.kind()].columns:
            if isinstance(column.type, IdColumn) and column.name != "id":
                single.append((kind, column.name))
            elif isinstance(column.type, IdListColumn):
                several.append((kind, column.name))
    return tuple(single), tuple(several)


def naming(store: Store, record_id: UUID, *, deleted: bool = False) -> Iterator[tuple[Record, str]]:
    """Give the records that name a record, each with the field that does; ``deleted`` ones on request."""
    single, several = id_fields()
    for kind, name in single:
        for record in store.all(kind, deleted=deleted, **{name: record_id}):
            yield record, name
    for kind, name in several:
        for record in store.holding(kind, name, record_id, deleted):
            yield record, name


def named_among(store: Store, ids: Collection[UUID]) -> set[UUID]:
    """Return those of some hundred ``ids`` that a record names which is not deleted."""
    wanted, found = set(ids), set[UUID]()
    if not wanted:
        return found
    single, several = id_fields()
    for kind, name in single:
        asked: dict[str, Any] = {name: wanted}
        found.update(value for (value,) in store.columns(kind, name, **asked))
    for kind, name in several:
        found.update(each for each in wanted - found if store.holding(kind, name, each))
    return found & wanted
