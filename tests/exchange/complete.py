"""Records in which every field says something, made up from the types of their fields."""

from __future__ import annotations

import types
from base64 import b64encode
from collections.abc import Mapping
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Annotated, Any, Union, get_args, get_origin

from hypothesis import strategies as st
from typing_extensions import get_type_hints, is_typeddict

from consultation.language import inert
from consultation.model import KINDS, Record, record

LANGUAGES = ("en", "fr", "es", "zh-Hant")

TEXTS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("=+-@'\"\n\t,;| "), max_size=12
).filter(lambda text: inert(text) == text and "\0" not in text and text.strip() != "")
"""Words that say something, ordinary signs of every writing and those that mean something in a table among them."""

CODES = st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True)
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
MOMENTS = st.datetimes(datetime(1900, 1, 1), datetime(2100, 12, 31), timezones=st.just(UTC))
OF_TYPE: list[tuple[Any, st.SearchStrategy[Any]]] = [
    (record.LanguageCode, st.sampled_from(LANGUAGES)),
    (record.Key, CODES),
    (record.MonthText, st.sampled_from(["2021-05", "1999-12"])),
    (record.HalfYear, st.sampled_from(["2020-H2", "2021-H1"])),
    (record.DayText, DAYS.map(date.isoformat)),
    (record.IdText, st.uuids().map(str)),
    (record.Packed, st.binary(min_size=1).map(lambda data: b64encode(data).decode())),
    (record.TimeZone, st.sampled_from(["UTC", "Europe/Istanbul"])),
    (record.Count, st.integers(0, 10**9)),
    (record.Rank, st.integers(-(10**9), 10**9)),
    (record.Moment, MOMENTS),
    (record.Day, DAYS),
    (record.Labels, st.dictionaries(st.sampled_from(LANGUAGES), TEXTS, min_size=1)),
    (record.Text, TEXTS),
    (record.Words, TEXTS),
]

SHORT_NAMES = {("consultation", "languages"), ("vocabulary", "kinds"), ("consultation", "kit"), ("term", "key")}
"""Texts that are short names in truth."""


def complete(kind: str) -> st.SearchStrategy[Record]:
    """Records of a kind with something in every field."""
    model = KINDS[kind]
    fields = {
        name: _short_names(name) if (kind, name) in SHORT_NAMES else _values(field.rebuild_annotation())
        for name, field in model.model_fields.items()
        if name not in ("id", "deleted")
    }
    return st.builds(lambda **values: model(**values), id=st.uuids(version=4), **fields)


def _short_names(name: str) -> st.SearchStrategy[Any]:
    return CODES if name in ("kit", "key") else st.lists(CODES, min_size=1, max_size=3, unique=True)


def _values(wanted: Any) -> st.SearchStrategy[Any]:
    """Values of a type, none of them empty."""
    for known, strategy in OF_TYPE:
        if wanted == known:
            return strategy
    origin, inside = get_origin(wanted), get_args(wanted)
    if origin in (Union, types.UnionType):
        return st.one_of(*(_values(one) for one in inside if one is not type(None)))
    if origin is Annotated:
        return st.integers(1, 5) if inside[0] is int else _values(inside[0])
    if origin is list:
        entry = get_args(inside[0])[0] if get_origin(inside[0]) is Annotated else inside[0]
        plain = get_origin(entry) is not dict and not is_typeddict(entry)
        return st.lists(_values(inside[0]), min_size=1, max_size=3, unique=plain)
    if origin is dict:
        keys = CODES if inside[0] == record.Key else st.sampled_from(LANGUAGES)
        return st.dictionaries(keys, _values(inside[1]), min_size=1, max_size=3)
    if is_typeddict(wanted):
        return st.fixed_dictionaries({name: _values(one) for name, one in _hints(wanted).items()})
    if isinstance(wanted, type) and issubclass(wanted, StrEnum):
        return st.sampled_from(list(wanted))
    return st.booleans() if wanted is bool else st.uuids(version=4)


def _hints(wanted: Any) -> Mapping[str, Any]:
    return get_type_hints(wanted, include_extras=True)
