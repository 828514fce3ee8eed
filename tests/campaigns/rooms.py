"""A file with one record of every kind in it, and everything a file shows, to be compared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from random import Random
from typing import Any, get_args
from uuid import UUID

from consultation.errors import ConsultationError
from consultation.merging import merge
from consultation.model import KINDS, Consultation, Lesson, Record
from consultation.store import Identity, Store, settings_folder
from tests.builders import a_store, handed_to, identity

THEIRS = "theirs.consult"


def a_full_room(folder: Path, name: str = THEIRS, who: str = "Ben", seed: int = 5) -> Store:
    """A file with a record of each kind, one of them changed, one deleted and one in conflict."""
    store = a_store(folder, name, who, entropy=Random(seed).randbytes)
    consultation = store.consultation.id
    for kind in KINDS.values():
        if kind is not Consultation:
            store.save(kind(id=store.new_id(), **required(kind, consultation)))
    changed = store.all(Lesson)[0]
    store.change(changed, text="Begin with the map, then the wells.")
    second = Lesson(id=store.new_id(), text="Deleted again.")
    store.save(second)
    store.delete(second)
    with handed_to(store, "Zoë", name="zoë.consult", entropy=Random(seed + 1).randbytes) as other:
        other.change(changed, text="Begin with the wells.")
        store.change(changed, text="Begin with the map, at night.")
        merge(store, [other.path])
    other.path.unlink()
    return store


def at_home(name: str) -> Identity:
    """Return somebody whose settings are kept, so that the files they leave are known at the next opening."""
    return replace(identity(name), folder=settings_folder())


def required(kind: type[Record], other: UUID) -> dict[str, Any]:
    """Values for the fields a record of ``kind`` cannot be without."""
    return {
        name: _some(field.annotation, other)
        for name, field in kind.model_fields.items()
        if field.is_required() and name != "id"
    }


def _some(wanted: Any, other: UUID) -> Any:
    for choice in (wanted, *get_args(wanted)):
        if choice is UUID:
            return other
        if choice is datetime:
            return datetime(2027, 1, 15, 9, tzinfo=UTC)
        if choice in (int, bool):
            return choice(1)
        if isinstance(choice, type) and issubclass(choice, StrEnum):
            return next(iter(choice))
    return "some_words"  # as a key may be written, and any other text


def shown(store: Store) -> dict[str, list[str]]:
    """Everything a file shows: the records of every kind, deleted ones too, and the conflicts with their options."""
    found = {
        name: sorted(one.model_dump_json() for one in store.all(kind, deleted=True)) for name, kind in KINDS.items()
    }
    found["conflicts"] = sorted(
        repr((one.record, one.kind, one.field, [option.value for option in one.options])) for one in store.conflicts()
    )
    return found


def differing(one: dict[str, list[str]], other: dict[str, list[str]]) -> list[str]:
    """Name what two files show differently."""
    return [name for name in one if one[name] != other[name]]


def refusals(store: Store, *paths: Path) -> Iterator[ConsultationError | None]:
    """Merge files of any consultation; give the refusal of each, or None where it came in."""
    try:
        yield from [one.refusal for one in merge(store, paths, other_consultation=True)]
    except ConsultationError as error:
        yield error
