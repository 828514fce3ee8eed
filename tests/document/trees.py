"""Documents of every shape, made up from the types of the tree, so that a new block is among them by itself."""

from __future__ import annotations

from dataclasses import MISSING, fields, is_dataclass
from datetime import UTC, datetime
from enum import StrEnum
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from consultation.document import Document

TEXTS = st.text(max_size=8)
PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: TEXTS,
    int: st.integers(-(10**12), 10**12),
    bool: st.booleans(),
    float: st.floats(-1e9, 1e9),
    bytes: st.binary(max_size=12),
    datetime: st.datetimes(timezones=st.just(UTC) | st.none()),
    type(None): st.none(),
}


def documents() -> st.SearchStrategy[Document]:
    """Whole documents."""
    return values(Document)


def values(wanted: Any, deep: int = 9) -> st.SearchStrategy[Any]:
    """Values of a type of the tree; below ``deep`` levels, what need not be there is not."""
    if wanted in PLAIN:
        return PLAIN[wanted]
    origin, inside = get_origin(wanted), get_args(wanted)
    if origin in (Union, UnionType):
        wished = [kind for kind in inside if deep > 0 or not is_dataclass(kind)] or inside[:1]
        return st.one_of([st.deferred(lambda kind=kind: values(kind, deep - 1)) for kind in wished])
    if origin is tuple and inside[1:] == (...,):
        inner = st.deferred(lambda: values(inside[0], deep - 1))
        return st.lists(inner, max_size=3 if deep > 0 else 0).map(tuple)
    if origin is tuple:
        return st.tuples(*(values(kind, deep - 1) for kind in inside))
    if issubclass(wanted, StrEnum):
        return st.sampled_from(wanted)
    return st.builds(wanted, **fields_of(wanted, deep))


def fields_of(kind: type[Any], deep: int) -> dict[str, st.SearchStrategy[Any]]:
    """Values for the fields of a part of the tree."""
    types = get_type_hints(kind)
    wanted = [field for field in fields(kind) if deep > 0 or field.default is field.default_factory is MISSING]
    return {field.name: values(types[field.name], deep - 1) for field in wanted}


def kinds_of(wanted: Any, found: set[type[Any]] | None = None) -> set[type[Any]]:
    """Every class that may stand in a tree, however deep."""
    found = set() if found is None else found
    if is_dataclass(wanted) and isinstance(wanted, type) and wanted not in found:
        found.add(wanted)
        for hint in get_type_hints(wanted).values():
            kinds_of(hint, found)
    for inner in get_args(wanted):
        kinds_of(inner, found)
    return found
