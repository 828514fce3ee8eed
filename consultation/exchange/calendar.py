"""The programme as a calendar (iCalendar, RFC 5545), for the calendars people carry."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from consultation.language import Translator, in_language
from consultation.model import Session
from consultation.reading.programme import in_order
from consultation.store import Store
from consultation.words import session_name

CALENDAR_ENDING = ".ics"
MAKER = "-//Consultation//Programme//EN"
USUAL = timedelta(hours=1)
"""How long a session lasts of which only the beginning is known."""


@dataclass(frozen=True)
class Exported:
    """A calendar, and what it could not hold."""

    data: bytes
    sessions: int
    """How many sessions are in it."""
    left_out: int
    """Sessions without a day: no calendar has a place for them."""


def calendar_of(store: Store, t: Translator) -> Exported:
    """Write the programme in the language of ``t``; the same file gives the same bytes.

    Each session keeps its UID, so that a calendar that reads a later version moves it and has no second one.
    """
    about, sessions = store.consultation, in_order(store.all(Session))
    made = store.changed_at()
    calendar = Calendar()
    calendar.add("prodid", MAKER)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", in_language(about.title, t.language))
    zone = ZoneInfo(about.time_zone)
    dated = [session for session in sessions if session.starts is not None]
    for session in dated:
        assert session.starts is not None
        event = Event()
        event.add("uid", f"{session.id}@consultation")
        event.add("dtstamp", made or session.starts)
        event.add("dtstart", session.starts.astimezone(zone))
        event.add("dtend", (session.ends or session.starts + USUAL).astimezone(zone))
        event.add("summary", session_name(t, session))
        if where := ", ".join(part for part in (session.room, session.channel) if part):
            event.add("location", where)
        if purpose := in_language(session.purpose, t.language):
            event.add("description", purpose)
        calendar.add_component(event)
    if dated:
        years = [session.starts.year for session in dated if session.starts]
        calendar.add_missing_timezones(date(min(years), 1, 1), date(max(years) + 1, 1, 1))
    return Exported(calendar.to_ical(sorted=True), len(dated), len(sessions) - len(dated))
