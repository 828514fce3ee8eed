"""What the start page says of days, hours, folders and files, in the language of the window."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from enum import Enum
from pathlib import Path
from zoneinfo import ZoneInfo

from consultation.language import N_, Translator
from consultation.model import SessionFormat
from consultation.words import choice_name, counted
from ui.settings import RecentFile, RecentSession

NOON, EVENING = 12, 18
SOON = 120
"""From so many minutes on, the hour itself says when a session begins."""
MOUNTED = re.compile(r"(/media/[^/]+/[^/]+|/run/media/[^/]+/[^/]+|/mnt/[^/]+|/Volumes/[^/]+)(?:/|$)")
"""Where sticks and other disks appear."""


class Missing(Enum):
    """Why a file cannot be opened now."""

    GONE = N_("missing")
    NOT_PLUGGED_IN = N_("not plugged in")


def greeting(t: Translator, name: str, now: datetime) -> str:
    """Greet by the hour and the first word of a name; without a name, by the hour alone."""
    first = next((word for word in name.split() if not word.endswith(".")), "")
    if now.hour < NOON:
        return t("Good morning, {name}").format(name=first) if first else t("Good morning")
    if now.hour < EVENING:
        return t("Good afternoon, {name}").format(name=first) if first else t("Good afternoon")
    return t("Good evening, {name}").format(name=first) if first else t("Good evening")


def day_words(t: Translator, moment: datetime, now: datetime) -> str:
    """Say which day it was or will be: by its distance where it is near, else by its date."""
    near = {-1: t("yesterday"), 0: t("today"), 1: t("tomorrow")}
    away = (moment.date() - now.date()).days
    if away in near:
        return near[away]
    return t.day_of_year(moment.date()) if moment.year == now.year else t.day(moment.date())


def opened_words(t: Translator, opened: str, now: datetime) -> str:
    """Say when a file was open last; today with the hour."""
    moment = _moment(opened)
    if moment is None:
        return ""
    moment = moment.astimezone(now.tzinfo)
    day = day_words(t, moment, now)
    return f"{day}, {t.time(moment)}" if moment.date() == now.date() else day


def session_line(t: Translator, session: RecentSession, now: datetime) -> str:
    """Say when and how a session is, where the consultation is held."""
    starts, ends, zone = _moment(session.starts), _moment(session.ends), ZoneInfo(session.time_zone)
    parts = []
    if starts is not None:
        parts.append(day_words(t, starts.astimezone(zone), now.astimezone(zone)))
        hours = [t.time(moment, session.time_zone) for moment in (starts, ends) if moment is not None]
        parts.append("–".join(hours))
    parts.append(choice_name(t, SessionFormat(session.format)).lower())
    return ", ".join(parts)


def going_on_line(t: Translator, file: RecentFile, now: datetime) -> str:
    """Say in which file one goes on, when the session begins where that is soon, and what is written down in it."""
    parts, session = [Path(file.path).name], file.session
    if session is not None:
        parts.append(_begins(t, session, now))
        parts.append(
            t.plural("{count} entry written down", "{count} entries written down", session.entries)
            if session.entries
            else t("nothing recorded yet")
        )
    elif file.recommendations is not None:
        parts.append(counted(t, "recommendation", file.recommendations))
    return " · ".join(part for part in parts if part)


def folder_words(path: Path, home: Path) -> str:
    """Write the folder of a file as a person thinks of it: from their own folder on, or from the name of a stick."""
    folder = path.parent
    if folder == home:
        return "~"
    if folder.is_relative_to(home):
        return " / ".join(folder.relative_to(home).parts)
    mounted = MOUNTED.match(folder.as_posix())
    if mounted:
        stick = Path(mounted[1])
        return " / ".join((stick.name, *folder.relative_to(stick).parts))
    return str(folder)


def missing(path: Path) -> Missing | None:
    """Say why a file cannot be opened; None where it is there. A stick is missed by the folder it appears in."""
    try:
        if path.exists():
            return None
    except OSError:
        return Missing.GONE
    mounted = MOUNTED.match(path.as_posix())
    root = Path(mounted[1]) if mounted else Path(path.anchor)
    return Missing.GONE if root.exists() else Missing.NOT_PLUGGED_IN


def _begins(t: Translator, session: RecentSession, now: datetime) -> str:
    starts, ends = _moment(session.starts), _moment(session.ends)
    if starts is None:
        return ""
    if starts <= now:
        return t("going on now") if ends is not None and now < ends else ""
    minutes = (starts - now) // timedelta(minutes=1)
    return t.plural("begins in {count} minute", "begins in {count} minutes", minutes) if minutes < SOON else ""


def _moment(written: str) -> datetime | None:
    try:
        return datetime.fromisoformat(written).astimezone()
    except ValueError:
        return None
