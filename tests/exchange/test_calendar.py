"""The programme as a calendar: hours in their zone, one UID for each session, the same bytes each time."""

from __future__ import annotations

from datetime import UTC, datetime

from icalendar import Calendar

from consultation.exchange import calendar_of
from consultation.language import translator
from tests.builders import a_session, a_store

T = translator("en")


def events(data: bytes) -> dict[str, dict[str, object]]:
    calendar = Calendar.from_ical(data)
    return {str(event["summary"]): event for event in calendar.walk("VEVENT")}


def test_a_session_stands_in_the_zone_of_the_consultation_and_keeps_its_uid_when_it_moves(tmp_path):
    with a_store(tmp_path) as store:
        store.change(store.consultation, time_zone="Europe/Istanbul")
        starts, ends = datetime(2021, 10, 5, 12, 30, tzinfo=UTC), datetime(2021, 10, 5, 14, tzinfo=UTC)
        session = a_session(store, code="D1", title={"en": "Wells, rivers; seas"}, starts=starts, ends=ends, room="A")
        a_session(store, code="MAY", month="2021-05")
        first = calendar_of(store, T)
        assert (first.sessions, first.left_out) == (1, 1)
        event = events(first.data)["Wells, rivers; seas"]
        assert event["dtstart"].dt == starts
        assert event["dtstart"].params["TZID"] == "Europe/Istanbul"
        assert (event["dtend"].dt, str(event["location"])) == (ends, "A")
        assert calendar_of(store, T).data == first.data
        store.change(session, starts=starts.replace(hour=13))
        moved = events(calendar_of(store, T).data)["Wells, rivers; seas"]
        assert moved["uid"] == event["uid"]
        assert moved["dtstart"].dt == starts.replace(hour=13)


def test_a_programme_without_days_is_an_empty_calendar(tmp_path):
    with a_store(tmp_path) as store:
        a_session(store, code="MAY", month="2021-05")
        made = calendar_of(store, T)
        assert (made.sessions, made.left_out) == (0, 1)
        assert b"BEGIN:VCALENDAR" in made.data
