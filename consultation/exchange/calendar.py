"""The programme as a calendar (RFC 5545), for the calendar of whoever takes part."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone

from consultation.language import Translator, in_language
from consultation.model import Session
from consultation.reading.programme import in_order
from consultation.store import Store
from consultation.words import choice_name, session_name

PRODUCT = "-//Consultation//Programme//EN"
NEVER = datetime(2000, 1, 1, tzinfo=UTC)
"""What a calendar of a file without a change is stamped with."""


@dataclass(frozen=True)
class CalendarFile:
    """A calendar, ready to be put into a file."""

    data: bytes
    written: int
    left_out: int
    """Sessions that have no day: of a month alone no calendar knows anything."""


def programme_calendar(store: Store, t: Translator) -> CalendarFile:
    """Write the sessions that have a time, in the zone of the consultation, titles in the language of ``t``.

    The same session has the same UID in every calendar, so that a calendar taken in again changes what is there. Names
    of people are not in it.
    """
    consultation, sessions = store.consultation, in_order(store.all(Session))
    zone, stamp = consultation.time_zone, store.changed_at() or NEVER
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    title = in_language(consultation.title, t.language)
    if title:
        calendar.add("x-wr-calname", title)
    timed = [session for session in sessions if session.starts is not None]
    if timed and zone != "UTC":
        calendar.add_component(_zone(zone, timed))
    for session in timed:
        calendar.add_component(_event(session, zone, stamp, t))
    return CalendarFile(calendar.to_ical(), len(timed), len(sessions) - len(timed))


def _event(session: Session, zone: str, stamp: datetime, t: Translator) -> Event:
    event = Event()
    event.add("uid", f"{session.id}@consultation")
    event.add("dtstamp", stamp.astimezone(UTC))
    event.add("summary", session_name(t, session))
    assert session.starts is not None
    there = ZoneInfo(zone)
    event.add("dtstart", session.starts.astimezone(there))
    if session.ends is not None and session.ends > session.starts:
        event.add("dtend", session.ends.astimezone(there))
    place = ", ".join(part for part in (session.room, session.channel) if part.strip())
    if place:
        event.add("location", place)
    said = [session.code, choice_name(t, session.format), in_language(session.purpose, t.language)]
    event.add("description", "\n".join(part for part in said if part))
    return event


def _zone(zone: str, sessions: list[Session]) -> Timezone:
    """Describe the zone for the days of the programme alone."""
    days: list[date] = [session.starts.date() for session in sessions if session.starts]
    first, last = min(days), max(days)
    return Timezone.from_tzid(zone, first_date=first - timedelta(days=366), last_date=last + timedelta(days=366))
