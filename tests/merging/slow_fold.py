"""What a file should say, worked out a second time, slowly, from the plain rows of the table of revisions."""

from __future__ import annotations

import json
from uuid import UUID

from pydantic_core import to_jsonable_python

from consultation.model import KINDS
from consultation.store import Store
from tests.builders import ancestors, parents_of


def say_the_same(store: Store, rows: list[dict[str, object]]) -> None:
    """Compare values and conflicts with what the rows say, worked out slowly."""
    conflicts = {}
    for record in {row["record"] for row in rows}:
        those = [row for row in rows if row["record"] == record]
        before = ancestors({row["id"]: parents_of(row) for row in those})
        void = withdrawn(those, before)
        counting = [row for row in those if row["id"] not in void]
        shown = store.get(KINDS[those[0]["kind"]], UUID(bytes=record))
        as_json = to_jsonable_python(shown.model_dump())
        names = {name for row in counting for name in row["fields"].split()}
        for name in names - {"withdrawn", "erased", "reason_of_erasure"}:
            setters = [row for row in counting if name in row["fields"].split()]
            latest = [row for row in setters if not any(row["id"] in before[other["id"]] for other in setters)]
            latest.sort(key=lambda row: (row["wall_ms"], row["counter"], row["replica"], row["id"]))
            values = [json.loads(row["body"])[name] for row in latest if row["body"] is not None]
            if not values:
                assert not as_json[name]
                continue
            whole, _, part = name.partition(".")
            shown_value = as_json[whole].get(part, []) if part else as_json[name]
            assert shown_value == values[-1]
            if any(value != values[0] for value in values):
                conflicts[UUID(bytes=record), name] = {as_text(value) for value in values}
    assert disagreements(store) == conflicts


def withdrawn(rows: list[dict[str, object]], before: dict[bytes, set[bytes]]) -> set[bytes]:
    """Return what no longer counts: named by a later one that itself is not named by one that counts."""
    naming = {
        row["id"]: {bytes.fromhex(one) for one in json.loads(row["body"])["withdrawn"]} & before[row["id"]]
        for row in rows
        if "withdrawn" in row["fields"].split() and row["body"] is not None
    }

    def counts(one: bytes) -> bool:
        return not any(one in named and counts(other) for other, named in naming.items())

    return {row["id"] for row in rows if not counts(row["id"])}


def disagreements(store: Store) -> dict[tuple[UUID, str], set[str]]:
    """What people gave to each field in conflict."""
    return {
        (conflict.record, conflict.field): {as_text(option.value) for option in conflict.options}
        for conflict in store.conflicts()
    }


def as_text(value: object) -> str:
    """A value as text, the same for equal values."""
    return json.dumps(to_jsonable_python(value), sort_keys=True)
