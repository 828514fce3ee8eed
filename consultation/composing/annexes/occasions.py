"""When a session was, as annexes write it: in full above its recommendations, short in columns."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from consultation.language import Translator
from consultation.model import Session
from consultation.reading.programme import day_of


def day_and_hours(session: Session, zone: str, t: Translator) -> str:
    """Write "5 October 2021, 13:30–15:30", or the month; nothing where neither is known."""
    on = day_of(session, zone)
    return ", ".join(filter(None, (t.day(on), hours(session, zone, t)))) if on else month(session, t)


def hours(session: Session, zone: str, t: Translator) -> str:
    """Write from when until when it was; nothing where that is not known."""
    return t.hours(session.starts, session.ends, zone) if session.starts else ""


def month(session: Session, t: Translator) -> str:
    """Write the month of a session of which no more is known."""
    if not session.month:
        return ""
    year, number = session.month.split("-")
    return t.month(date(int(year), int(number), 1))


def day(session: Session, zone: str, t: Translator, *, with_year: bool) -> str:
    """Write the day or the month."""
    on = day_of(session, zone)
    if on is None:
        return month(session, t)
    return t.day(on, "medium") if with_year else t.day_of_year(on)


def short_day(session: Session, zone: str, t: Translator) -> str:
    """Write the day as briefly as it can be, or the month."""
    on = day_of(session, zone)
    return t.day_of_year(on, short=True) if on else month(session, t)


def of_several_years(sessions: Iterable[Session], zone: str) -> bool:
    """Say whether the days of sessions need their year to be told apart."""
    return len({on.year for session in sessions if (on := day_of(session, zone))}) > 1
