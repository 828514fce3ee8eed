"""Rows of tables in the sample, read in as a table from a spreadsheet is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from consultation.exchange.cells import Sheet
from consultation.exchange.reading import import_rows
from consultation.exchange.tables import ID, TABLES
from consultation.store import Store

Rows = Mapping[str, list[dict[str, Any]]]
"""Name of a table -> its rows, each by the names of its columns."""

LEADS = "@"
"""What stands before the key of another entry."""


def give_ids(store: Store, rows: Rows, known: dict[str, UUID]) -> None:
    """Give every row that has a key an id, so that rows can lead to each other."""
    for name in rows:
        for row in rows[name]:
            if "key" in row:
                known[row["key"]] = store.new_id()


def read_rows(store: Store, name: str, rows: list[dict[str, Any]], known: Mapping[str, UUID]) -> None:
    """Read the rows of one table into the file."""
    headings = list(dict.fromkeys(column for row in rows for column in row if column != "key"))
    made = [
        (number, [_id_of(row, known), *(_cell(store, row.get(column, ""), known) for column in headings)])
        for number, row in enumerate(rows, 2)
    ]
    import_rows(store, Sheet(name, (ID, *headings), made), TABLES[name])


def _id_of(row: Mapping[str, Any], known: Mapping[str, UUID]) -> str:
    return str(known[row["key"]]) if "key" in row else ""


def _cell(store: Store, value: Any, known: Mapping[str, UUID]) -> str:
    """Write what the sample says as a cell has it, with ids in the place of keys."""
    text = str(value)
    if text == f"{LEADS}digest":
        return store.digest()
    return ", ".join(_led_to(text, known)) if text.startswith(LEADS) else text


def _led_to(text: str, known: Mapping[str, UUID]) -> Iterator[str]:
    for key in text.split(", "):
        yield str(known[key.removeprefix(LEADS)])
