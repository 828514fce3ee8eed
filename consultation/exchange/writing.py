"""Writing all records of one kind as a table, names only where they may stand."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from consultation.exchange.leaves import Number, OnDay
from consultation.exchange.names import Names
from consultation.exchange.shapes import Path, leaf_at
from consultation.exchange.tables import ID, Column, Table
from consultation.exchange.tables.table import LABELS
from consultation.exchange.tabular import Exported, Tabular
from consultation.exchange.workbook import Holds
from consultation.model import Record
from consultation.store import Store


def tabular_of(
    store: Store, table: Table, with_names: bool = False, records: Iterable[Record] | None = None
) -> Tabular:
    """Put all records of a kind with every field into rows, oldest first; or these ``records`` in their order."""
    names = Names(store, with_names)
    shown = _shown(store, table, names) if records is None else records
    rows = [dict(cells_of(table, record, names)) for record in shown]
    headings = _headings(table, rows, _languages(store))
    cells = [[row.get(heading, "") for heading in headings] for row in rows]
    return Tabular(table.name, headings, cells, names.left_out, _held(table, headings))


def json_of(store: Store, table: Table, with_names: bool = False) -> Exported:
    """Write all records of a kind with every field as JSON, oldest first."""
    names = Names(store, with_names)
    listed = [
        {ID: str(record.id), **{column.field: _plain(column, record, names) for column in table.columns}}
        for record in _shown(store, table, names)
    ]
    text = json.dumps({table.name: listed}, ensure_ascii=False, indent=1) + "\n"
    return Exported(text.encode(), names.left_out)


def cells_of(table: Table, record: Record, names: Names) -> Iterator[tuple[str, str]]:
    """Give the cells of a record that are not empty, each with the name of its column."""
    yield ID, str(record.id)
    for column in table.columns:
        for path, text in column.shape.spread(_value(column, record, names), names):
            yield heading_of(column, path), text


def heading_of(column: Column, path: Path) -> str:
    """Return the name of a column."""
    return ".".join((column.heading, *path))


def _shown(store: Store, table: Table, names: Names) -> Iterator[Any]:
    """Give the records of a table but those that are about somebody who is not to be named, and nothing without."""
    needed = [column for column in table.columns if column.field in table.required()]
    for record in store.all(table.kind):
        if names.may is None or all(
            any(column.shape.spread(_value(column, record, names), names)) for column in needed
        ):
            yield record


def _value(column: Column, record: Any, names: Names) -> Any:
    return column.shown(record, names) if column.shown else getattr(record, column.field)


def _plain(column: Column, record: Any, names: Names) -> Any:
    return column.shape.plain(_value(column, record, names), names)


def _headings(table: Table, rows: Sequence[dict[str, str]], languages: Sequence[str]) -> list[str]:
    """Return the columns in their order: plain ones always, those of lists and maps where something is in them."""
    used: dict[str, set[Path]] = {}
    begun = {column.heading for column in table.columns}
    for row in rows:
        for heading in row:
            first, _, rest = heading.partition(".")
            used.setdefault(first if first in begun else heading, set()).add(tuple(rest.split(".")) if rest else ())
    found = [ID]
    for column in table.columns:
        paths = used.get(column.heading, set())
        if column.shape.knows(()):
            paths = paths | {()}
        if column.shape == LABELS:
            paths = paths | {(language,) for language in languages}
        found.extend(heading_of(column, path) for path in sorted(paths, key=lambda path: _place(path, languages)))
    return found


def _held(table: Table, headings: Sequence[str]) -> dict[int, Holds]:
    """Tell which columns hold numbers and which days."""
    columns = table.by_heading()
    held: dict[int, Holds] = {}
    for at, heading in enumerate(headings):
        first, *path = heading.split(".")
        leaf = leaf_at(columns[first].shape, tuple(path)) if first in columns else None
        if isinstance(leaf, Number | OnDay):
            held[at] = Holds.DAY if isinstance(leaf, OnDay) else Holds.NUMBER
    return held


def _place(path: Path, languages: Sequence[str]) -> tuple[tuple[int, int, str], ...]:
    """Order columns by number, then by language as the consultation lists them, then by letter."""
    return tuple(
        (0, int(word), "")
        if word.isdecimal()
        else (1, languages.index(word), "")
        if word in languages
        else (2, 0, word)
        for word in path
    )


def _languages(store: Store) -> list[str]:
    return store.consultation.languages if store.counts()["consultation"] else []
