"""The programme as a calendar and as a document."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from icalendar import Calendar

from consultation.composing import programme
from consultation.errors import NotFound
from consultation.exchange.calendar import programme_calendar
from consultation.language import translator
from consultation.model import Person, Role, RoleKind, Session
from consultation.publishing import markdown_text, publish
from consultation.store import Store
from tests.builders import a_session, a_store

EN = translator("en")
AT = datetime(2021, 10, 5, 10, 30, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with a_store(tmp_path) as made:
        made.change(made.consultation, time_zone="Europe/Istanbul")
        yield made


def held(store: Store, code: str = "S1", **values: object) -> Session:
    return a_session(store, code, title={"en": "Water, care; and more"}, **values)


def test_a_calendar_has_the_hours_of_the_place_and_says_what_it_left_out(store):
    session = held(store, starts=AT, ends=AT.replace(hour=12), room="A 1")
    held(store, "MAY", month="2021-05")
    made = programme_calendar(store, EN)
    assert (made.written, made.left_out) == (1, 1)
    (event,) = Calendar.from_ical(made.data).walk("VEVENT")
    assert event["uid"] == f"{session.id}@consultation"
    assert event["dtstart"].params["TZID"] == "Europe/Istanbul"
    assert event.decoded("dtstart") == AT
    assert event.decoded("dtstart").hour == 13
    assert str(event["summary"]) == "Water, care; and more"
    assert str(event["location"]) == "A 1"


def test_the_same_file_makes_the_same_calendar(store):
    held(store, starts=AT)
    assert programme_calendar(store, EN).data == programme_calendar(store, EN).data


def test_the_document_has_a_heading_for_each_day_and_names_only_who_agreed(store):
    session = held(store, starts=AT, ends=AT.replace(hour=12))
    held(store, "LUNCH", starts=AT.replace(hour=12), recorded=False)
    for name, consent in (("Marisol Tennant", True), ("Solange Petrequin", None)):
        person = Person(name=name, consent=consent)
        store.save(person)
        store.save(Role(session=session.id, person=person.id, role=RoleKind.MODERATOR))
    written = markdown_text(programme(store, EN))
    assert "5 October 2021" in written
    assert "LUNCH" in written
    assert "Marisol Tennant" in written
    assert "Petrequin" not in written


def test_an_empty_programme_is_refused(store):
    with pytest.raises(NotFound):
        programme(store, EN)


def test_the_programme_is_printed(store, tmp_path):
    held(store, starts=AT)
    publish(programme(store, EN), tmp_path / "programme.pdf")
    assert (tmp_path / "programme.pdf").read_bytes().startswith(b"%PDF")
