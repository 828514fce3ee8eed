"""Hours as people type and read them where the consultation is held, and what clocks do when they are changed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from zoneinfo import ZoneInfo

from consultation.errors import InvalidRecord, Sentence, sentence
from consultation.language import N_

OF_A_DAY = 24 * 60
"""Minutes."""
LATE, EARLY = 18 * 60, 6 * 60
"""From when on a session may go past midnight, and until when it then ends."""
TYPED_HOUR = re.compile(r"\s*(\d{1,2})\s*(?:[:.hH]\s*(\d{2})?)?\s*(?:([+\u2212-])(\d{1,2}):?(\d{2})?\s*)?")


@dataclass(frozen=True)
class Hour:
    """An hour as a clock shows it."""

    minute: int
    """Since midnight."""
    from_utc: timedelta | None = None
    """How far that clock is ahead of UTC, where somebody has said it."""

    def __str__(self) -> str:
        return f"{self.minute // 60:02}:{self.minute % 60:02}"


class Part(StrEnum):
    """Which of the two hours of a session."""

    BEGINS = "begins"
    ENDS = "ends"


@dataclass(frozen=True)
class Refused:
    """Why an hour cannot be, and which of the two it is."""

    part: Part
    why: Sentence


def hour_typed(text: str) -> Hour | None:
    """Read an hour as people type it ("13:30", "13h30", "9", "02:30+03:00"); None where it is none."""
    found = TYPED_HOUR.fullmatch(text)
    if found is None:
        return None
    hours, minutes, sign, ahead, and_minutes = found.groups()
    minute = int(hours) * 60 + int(minutes or 0)
    if int(minutes or 0) >= 60 or minute > OF_A_DAY:
        return None
    if sign is None:
        return Hour(minute)
    by = timedelta(hours=int(ahead), minutes=int(and_minutes or 0))
    return Hour(minute, by if sign == "+" else -by)


def hours_typed(on: date, begins: str, ends: str, time_zone: str) -> tuple[datetime, datetime | None] | Refused:
    """Read from when until when a session is that begins on a day; ``ends`` may be empty.

    In the evening it may end after midnight: 22:00 to 1:00.
    """
    first = hour_typed(begins)
    if first is None:
        return Refused(Part.BEGINS, _no_hour())
    starts = _moment(on, first, time_zone, Part.BEGINS)
    if isinstance(starts, Refused) or not ends.strip():
        return starts if isinstance(starts, Refused) else (starts, None)
    last = hour_typed(ends)
    if last is None:
        return Refused(Part.ENDS, _no_hour())
    if last.minute <= first.minute and first.minute >= LATE and last.minute <= EARLY:
        on += timedelta(days=1)
    end = _moment(on, last, time_zone, Part.ENDS)
    if isinstance(end, datetime) and end <= starts:
        return Refused(Part.ENDS, sentence(N_("It ends before it begins.")))
    return end if isinstance(end, Refused) else (starts, end)


def hour_shown(moment: datetime, time_zone: str) -> str:
    """Write an hour as it is typed: "13:30"; with its distance from UTC where clocks show it twice."""
    there = moment.astimezone(ZoneInfo(time_zone))
    return f"{there:%H:%M}" + (_ahead(there) if comes_twice(moment, time_zone) else "")


def moment_at(on: date, minute: int, time_zone: str) -> datetime:
    """Return the moment at which a clock there shows ``minute`` since midnight; more than a day goes on to the next.

    Of an hour that comes twice, when clocks are put back, the first is meant. InvalidRecord for an hour that is
    left out, when clocks are put forward.
    """
    wall = _wall(on, minute, time_zone)
    moment = wall.astimezone(UTC)
    if moment.astimezone(ZoneInfo(time_zone)).replace(tzinfo=None) != wall.replace(tzinfo=None):
        raise InvalidRecord(
            sentence(
                N_("There is no {hour} on that day where the consultation is held: clocks are put forward then."),
                hour=str(Hour(minute % OF_A_DAY)),
            )
        )
    return moment


def comes_twice(moment: datetime, time_zone: str) -> bool:
    """Tell whether clocks there show this hour twice, because they are put back."""
    if not _are_changed_about(moment.date(), time_zone):
        return False
    first, second = _distances(moment.astimezone(ZoneInfo(time_zone)))
    return first > second


def is_the_second(moment: datetime, time_zone: str) -> bool:
    """Tell whether it is the second of two hours that clocks show alike."""
    return comes_twice(moment, time_zone) and moment.astimezone(ZoneInfo(time_zone)).fold == 1


def _moment(on: date, hour: Hour, time_zone: str, part: Part) -> datetime | Refused:
    """Return the moment of an hour; one that comes twice is refused where nobody says which of the two is meant."""
    try:
        moment = moment_at(on, hour.minute, time_zone)
    except InvalidRecord as error:
        return Refused(part, error.sentence)
    wall = _wall(on, hour.minute, time_zone)
    first, second = _distances(wall)
    if hour.from_utc is None and first > second:
        shown = N_("Clocks are put back in that hour, so it comes twice. Type which is meant: {first} or {second}.")
        words = [f"{hour}{_ahead(wall.replace(fold=fold))}" for fold in (0, 1)]
        return Refused(part, sentence(shown, first=words[0], second=words[1]))
    if hour.from_utc is None or hour.from_utc == first:
        return moment
    if hour.from_utc == second:
        return wall.replace(fold=1).astimezone(UTC)
    said = N_("Clocks where the consultation is held are not that far from UTC then: it is {hour}.")
    return Refused(part, sentence(said, hour=f"{hour}{_ahead(wall)}"))


def _wall(on: date, minute: int, time_zone: str) -> datetime:
    day, left = divmod(minute, OF_A_DAY)
    return datetime.combine(on + timedelta(days=day), time(left // 60, left % 60), ZoneInfo(time_zone))


def _distances(there: datetime) -> tuple[timedelta, timedelta]:
    """Return how far clocks are ahead of UTC the first and the second time they show an hour."""
    first, second = (there.replace(fold=fold).utcoffset() or timedelta() for fold in (0, 1))
    return first, second


@lru_cache(maxsize=4096)
def _are_changed_about(on: date, time_zone: str) -> bool:
    """Tell whether clocks there are changed on a day or one beside it: mostly they are not, and days are few."""
    first, last = (datetime.combine(on + timedelta(days=by), time(), ZoneInfo(time_zone)) for by in (-2, 3))
    return first.utcoffset() != last.utcoffset()


def _ahead(there: datetime) -> str:
    minutes = int((there.utcoffset() or timedelta()).total_seconds() // 60)
    return f"{'+' if minutes >= 0 else '-'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def _no_hour() -> Sentence:
    return sentence(N_("An hour is written as {example}."), example="13:30")
