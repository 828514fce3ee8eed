"""A Document as text and back, so that it can be kept whole and published again years later.

The text names the classes and fields of the tree as they are called here: what was kept under a name is read under it
for ever. A field that has the value it begins with is not written, so that a tree may grow fields. Whatever is read
may come from a stranger: nothing is made but what the annotations of the tree allow.
"""

from __future__ import annotations

import json
import math
from base64 import b64decode, b64encode
from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache, partial
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from pydantic_core import from_json

from consultation.document.whole import Document
from consultation.errors import EditionRefused
from consultation.language import N_

FORMAT = "consultation-kept-document"
VERSION = 1
LARGEST_KEPT = 64 << 20
"""Bytes of a kept document. One of 20,000 recommendations, all of them in the text and in an annex, has about 20 MB."""

MOST_BRACKETS = 2_000_000
"""Signs that may open a list or an object: each takes memory, however short it is written."""

LARGEST_NUMBER = 10**15
IS = "is"
"""Says what an object is made of; no field has that name."""

Read = Callable[[Any], Any]


class _Strange(Exception):
    """Something in the text is not what the tree has in its place."""


def as_kept(document: Document) -> str:
    """Write a document as canonical JSON; EditionRefused when it is too long to be kept."""
    tree = {"format": FORMAT, "version": VERSION, "document": _written(document)}
    text = json.dumps(tree, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    if not _is_bearable(text.encode()):
        raise EditionRefused(N_("This document is longer than what an edition can hold. Nothing was changed."))
    return text


def from_kept(text: str) -> Document:
    """Read what `as_kept` wrote; EditionRefused when it is anything else."""
    data = text.encode("utf-8", "replace")
    try:
        if not _is_bearable(data):
            raise _Strange
        tree = from_json(data, allow_inf_nan=False)  # which goes no deeper than 200 levels
        if not isinstance(tree, dict) or tree.keys() != {"format", "version", "document"}:
            raise _Strange
        if (tree["format"], tree["version"]) != (FORMAT, VERSION):
            raise _Strange
        read: Document = _reader(Document)(tree["document"])
    except (_Strange, ValueError) as error:
        raise EditionRefused(
            N_(
                "The text of this edition cannot be read: a newer version of the program wrote it, or it was changed "
                "afterwards. Nothing was changed. Install the newest version, or ask for another copy of the file."
            )
        ) from error
    return read


def _is_bearable(data: bytes) -> bool:
    return len(data) <= LARGEST_KEPT and data.count(b"[") + data.count(b"{") <= MOST_BRACKETS


def _written(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_written(part) for part in value]
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, bytes):
        return {IS: "bytes", "base64": b64encode(value).decode()}
    if isinstance(value, datetime):
        return {IS: "moment", "at": value.isoformat()}
    if isinstance(value, date):
        return {IS: "day", "on": value.isoformat()}
    if is_dataclass(value):
        return _written_part(type(value), value)
    return value


def _written_part(kind: Any, value: Any) -> dict[str, Any]:
    told = [(field, getattr(value, field.name)) for field in _fields(kind).values()]
    kept = {field.name: _written(part) for field, part in told if not _is_as_it_begins(field, part)}
    return {IS: kind.__name__, **kept}


def _is_as_it_begins(field: Field[Any], part: Any) -> bool:
    if field.default_factory is not MISSING:
        return bool(part == field.default_factory())
    return field.default is not MISSING and bool(part == field.default)


@cache
def _fields(kind: type[Any]) -> dict[str, Field[Any]]:
    return {field.name: field for field in fields(kind) if field.init}


@cache
def _reader(wanted: Any) -> Read:
    """Return what reads a value of a type of the tree; TypeError where nothing of that type can be kept."""
    if wanted in _PLAIN:
        return _PLAIN[wanted]
    origin, inside = get_origin(wanted), get_args(wanted)
    if origin in (Union, UnionType):
        return _any_of(inside)
    if origin is tuple:
        return partial(_many, inside[0]) if inside[1:] == (...,) else partial(_row, inside)
    if isinstance(wanted, type) and issubclass(wanted, StrEnum):
        return partial(_chosen, wanted)
    if isinstance(wanted, type) and is_dataclass(wanted):
        return partial(_part, wanted)
    raise TypeError(f"nothing of the type {wanted} can be kept")


@cache
def _types(kind: type[Any]) -> dict[str, Any]:
    return get_type_hints(kind)


def _part(kind: Any, value: Any) -> Any:
    """Read an object as a part of the tree."""
    known = _fields(kind)
    if not isinstance(value, dict) or value.get(IS) != kind.__name__ or not value.keys() <= {IS, *known}:
        raise _Strange
    types = _types(kind)
    for field in known.values():
        if field.default is MISSING and field.default_factory is MISSING and field.name not in value:
            raise _Strange
    return kind(**{name: _reader(types[name])(part) for name, part in value.items() if name != IS})


def _many(inner: Any, value: Any) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise _Strange
    read = _reader(inner)
    return tuple([read(each) for each in value])


def _row(inside: tuple[Any, ...], value: Any) -> tuple[Any, ...]:
    if not isinstance(value, list) or len(value) != len(inside):
        raise _Strange
    return tuple(_reader(inner)(each) for inner, each in zip(inside, value, strict=True))


def _any_of(kinds: tuple[Any, ...]) -> Read:
    """Return what reads a value of one of several types; parts of the tree are known by their names."""
    parts = {kind.__name__: _reader(kind) for kind in kinds if is_dataclass(kind) and isinstance(kind, type)}
    others = [_reader(kind) for kind in kinds if not is_dataclass(kind)]

    def read(value: Any) -> Any:
        named = value.get(IS) if isinstance(value, dict) else None
        if isinstance(named, str) and named in parts:
            return parts[named](value)
        for each in others:
            try:
                return each(value)
            except _Strange:
                continue
        raise _Strange

    return read


def _chosen(kind: type[StrEnum], value: Any) -> StrEnum:
    try:
        return kind(value)
    except ValueError as error:
        raise _Strange from error


def _plain(kind: type[Any], value: Any) -> Any:
    if type(value) is not kind or (kind is int and abs(value) > LARGEST_NUMBER):
        raise _Strange
    return value


def _number(value: Any) -> float:
    if type(value) not in (int, float) or not math.isfinite(value) or abs(value) > LARGEST_NUMBER:
        raise _Strange
    return value  # type: ignore[no-any-return]


def _marked(name: str, holds: str, read: Callable[[str], Any], value: Any) -> Any:
    """Read what JSON has no form for, written as an object of one text."""
    if not isinstance(value, dict) or value.keys() != {IS, holds} or value[IS] != name or type(value[holds]) is not str:
        raise _Strange
    try:
        return read(value[holds])
    except ValueError as error:
        raise _Strange from error


_PLAIN: dict[Any, Read] = {
    str: partial(_plain, str),
    int: partial(_plain, int),
    bool: partial(_plain, bool),
    NoneType: partial(_plain, NoneType),
    float: _number,
    bytes: partial(_marked, "bytes", "base64", partial(b64decode, validate=True)),
    datetime: partial(_marked, "moment", "at", datetime.fromisoformat),
    date: partial(_marked, "day", "on", date.fromisoformat),
}
