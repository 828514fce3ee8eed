"""Every kind of record can be stored with any values that fit, and comes back the same."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from datetime import UTC, date, datetime, timedelta, timezone
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin
from uuid import UUID

import pytest
from annotated_types import Interval
from hypothesis import given
from hypothesis import strategies as st
from typing_extensions import get_type_hints, is_typeddict

from consultation.model import KINDS, Record, new_id
from consultation.model.choices import Decision, OrganisationPart
from consultation.model.record import (
    Day,
    DayText,
    HalfYear,
    IdText,
    Key,
    LanguageCode,
    Moment,
    MonthText,
    Packed,
    TimeZone,
)
from consultation.store import Store
from consultation.store.checks import screen
from tests.builders import START_MS, empty_store, identity, many_examples, sql_in

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
WORDS = TEXT.filter(lambda text: re.search(r"\S", text))
CODES = st.sampled_from(["", "en", "fr", "zh-Hant", "es-419"])
OFFSETS = st.integers(-23 * 60, 23 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
MOMENTS = st.datetimes(datetime(1800, 1, 3), datetime(2200, 12, 29), timezones=OFFSETS)
PATTERNED: list[tuple[Any, st.SearchStrategy[Any]]] = [
    (Moment, MOMENTS),
    (Day, st.dates(date(1800, 1, 1), date(2200, 12, 31))),
    (TimeZone, st.sampled_from(["UTC", "Europe/Istanbul", "Asia/Kathmandu"])),
    (LanguageCode, CODES),
    (Key, st.from_regex(r"[a-z][a-z0-9_]{0,10}", fullmatch=True)),
    (MonthText, st.sampled_from(["", "2021-05"])),
    (HalfYear, st.sampled_from(["", "2020-H2"])),
    (DayText, st.sampled_from(["", "2021-10-05"])),
    (Packed, st.binary(max_size=20).map(lambda data: b64encode(data).decode())),
    (IdText, st.one_of(st.just(""), st.uuids().map(str))),
]


def values_of(wanted: Any, required: bool) -> st.SearchStrategy[Any]:
    """Return what fits a field that is annotated so."""
    origin, parts = get_origin(wanted), get_args(wanted)
    known = [one for type_, one in PATTERNED if type_ == wanted]
    if known:
        return known[0]
    if is_typeddict(wanted):
        return st.fixed_dictionaries(
            {name: values_of(one, False) for name, one in get_type_hints(wanted, include_extras=True).items()}
        )
    if origin is Annotated:
        limits = [one for one in parts[1:] if isinstance(one, Interval)]
        if limits:
            return st.integers(limits[0].ge, limits[0].le)
        if parts[0] is not str:
            return values_of(parts[0], required)
        return WORDS if required else TEXT
    if origin in (Union, UnionType):
        return st.one_of([values_of(one, required) for one in parts])
    if origin is list:
        return st.lists(values_of(parts[0], False), max_size=3)
    if origin is dict:
        return st.dictionaries(values_of(parts[0], False), values_of(parts[1], False), max_size=3)
    if wanted is NoneType:
        return st.none()
    if wanted is bool:
        return st.booleans()
    if wanted is UUID:
        return st.uuids()
    if wanted is int:
        return st.integers(-9, 9)
    return st.sampled_from(wanted)


@st.composite
def records(draw: st.DrawFn) -> Record:
    kind = draw(st.sampled_from(sorted(KINDS)))
    types = get_type_hints(KINDS[kind], include_extras=True)
    values = {
        name: draw(values_of(types[name], field.is_required()))
        for name, field in KINDS[kind].model_fields.items()
        if name != "id"
    }
    for name in KINDS[kind].parted():
        values[name] = {key: terms for key, terms in values[name].items() if terms}
    return KINDS[kind](id=new_id(), **values)


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    with empty_store(tmp_path_factory.mktemp("records")) as store:
        yield store


@many_examples(100)
@given(records())
def test_any_record_comes_back_as_it_was_saved(store: Store, record: Record):
    store.save(record)
    found = store.get(type(record), record.id)
    assert found == record
    assert json.loads(found.model_dump_json(warnings=False)) == json.loads(record.model_dump_json())
    assert not store.save(found)


def test_all_of_them_say_the_same_after_a_rebuild(store: Store):
    before = screen(store._engine)
    assert store.check().is_sound
    assert store.check(rebuild=True).is_sound
    assert screen(store._engine) == before


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_kind_can_be_made_with_nothing_but_what_it_needs(tmp_path, kind):
    needed = {}
    for name, field in kind.model_fields.items():
        if field.is_required():
            wanted = field.annotation
            needed[name] = new_id() if wanted is UUID else 1 if wanted is int else "x"
            if isinstance(wanted, type) and hasattr(wanted, "__members__"):
                needed[name] = next(iter(wanted))
    with empty_store(tmp_path, who="") as store:
        made = kind(**needed)
        store.save(made)
        assert store.all(kind) == [made]
        assert store.check().is_sound


def test_every_kind_has_a_name_and_fields_of_its_own():
    for name, kind in KINDS.items():
        assert kind.kind() == name
        assert {"id", "deleted"} < set(kind.model_fields)
        assert set(kind.spoken()) <= set(kind.model_fields)


def test_lists_of_two_records_are_not_the_same_list():
    for kind in KINDS.values():
        first, second = kind(), kind()
        for name in kind.model_fields:
            value = getattr(first, name, None)
            if isinstance(value, list | dict):
                assert value is not getattr(second, name)


def test_a_new_id_is_a_uuid_of_version_7():
    made = new_id(START_MS, lambda size: b"\xff" * size)
    assert (made.version, made.variant) == (7, "specified in RFC 4122")
    assert made.int >> 80 == START_MS
    assert str(new_id(0, bytes)) == "00000000-0000-7000-8000-000000000000"


def test_new_ids_differ_and_follow_the_time():
    made = {new_id(START_MS) for _ in range(1000)}
    assert len(made) == 1000
    assert max(made) < new_id(START_MS + 1)
    assert abs(new_id().int >> 80) - datetime.now(UTC).timestamp() * 1000 < 60_000


def test_choices_in_a_list_come_back_as_choices(store: Store):
    city = KINDS["organisation"](parts=[OrganisationPart.HOST])
    store.save(city)
    assert [type(one) for one in store.get(KINDS["organisation"], city.id).parts] == [OrganisationPart]


def test_a_choice_is_stored_as_its_word(store: Store):
    verdict = KINDS["verdict"](first=new_id(), second=new_id(), decision=Decision.CONTRADICT)
    store.save(verdict)
    found = sql_in(store, "SELECT decision FROM verdict WHERE id = ?", (verdict.id.bytes,)).fetchone()
    assert found == ("contradict",)
    with Store.open(store.path, identity("Ben")) as again:
        assert again.get(KINDS["verdict"], verdict.id).decision is Decision.CONTRADICT
