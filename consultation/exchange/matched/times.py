"""Days and hours as people write them into tables, in English, French and Spanish; what could be two is no day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time
from enum import Enum
from functools import cache
from zoneinfo import ZoneInfo

from consultation.exchange.leaves import Wrong
from consultation.language import DOCUMENT_LANGUAGES, N_
from consultation.model.record import EARLIEST, LATEST
from consultation.reading.people import plain

Hours = tuple[time, time | None]
"""From when until when."""


class DayOrder(Enum):
    """In which order a table writes a day in figures."""

    DAY_FIRST = "5/10/2021 is in October"
    MONTH_FIRST = "5/10/2021 is in May"
    UNKNOWN = "nothing in the table tells"


_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_FIGURES = re.compile(r"(?<!\d)(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4}|\d{2})(?!\d)")
_TOKENS = re.compile(r"\d+|[^\W\d_]+")
_HOUR = re.compile(
    r"(?<!\d)(\d{1,2})(?:\s*[:.h]\s*(\d{2})(?::\d{2}(?:\.\d+)?)?(?!\d)\s*(?:min)?|\s*h(?:rs?|ours?|eures?|oras?)?\b)?"
    r"\s*([ap])?(?(3)\.?\s?m\b\.?)"
)
_HOUR_BEHIND_DAY = re.compile(r"(?<![\d/.\-])\d{1,2}\s*(?:[:h]\s*\d{2}|h\b|[ap]\.?\s?m\b).*$")
_BETWEEN_HOURS = re.compile(r"\b(?:to|until|till|from|and|a|de|des|du|la|las|hasta|y|et|jusqu|au|h)\b|[\s\-–—−/'’,;→]+")
_CENTURY = 2000


def order_of(cells: Iterable[str]) -> DayOrder:
    """Tell from those cells of a column in which it shows in which order its days are written."""
    can_be_day_first = can_be_month_first = True
    for cell in cells:
        found = _FIGURES.search(cell)
        if found:
            can_be_day_first &= int(found[2]) <= 12
            can_be_month_first &= int(found[1]) <= 12
    if can_be_day_first == can_be_month_first:
        return DayOrder.UNKNOWN
    return DayOrder.DAY_FIRST if can_be_day_first else DayOrder.MONTH_FIRST


def read_day(text: str, order: DayOrder = DayOrder.UNKNOWN, year: int | None = None) -> date:
    """Read a day; Wrong when it is none or could be two.

    Args:
        text: as somebody wrote it, an hour behind it or not.
        order: in which order its column writes figures.
        year: of a day without one, such as "Tuesday 5 October".
    """
    said = " ".join(plain(text).split())
    if found := _ISO.match(said):
        return _day(text, *map(int, found.groups()))
    if found := _FIGURES.search(said):
        return _day_in_figures(text, found, order)
    return _day_in_words(text, _HOUR_BEHIND_DAY.sub("", said), year)


def read_month(text: str) -> str:
    """Read a month of which no day is said ("October 2021", "2021-10"); empty when it is none."""
    tokens = _TOKENS.findall(plain(text))
    months = [_months()[token] for token in tokens if token in _months()]
    years = [int(token) for token in tokens if token.isdecimal() and len(token) == 4]
    if len(tokens) == 2 and len(years) == 1:
        months = months or [int(token) for token in tokens if len(token) <= 2 and token.isdecimal()]
    figures = sum(token.isdecimal() for token in tokens)
    is_whole = figures == (1 if any(token in _months() for token in tokens) else 2)
    if is_whole and len(months) == len(years) == 1 and 1 <= months[0] <= 12 and EARLIEST <= years[0] <= LATEST:
        return f"{years[0]:04}-{months[0]:02}"
    return ""


def read_hours(text: str) -> Hours:
    """Read an hour, or from which to which ("14:30", "14h30 – 16h", "2 to 3.30 pm"); Wrong when it is neither."""
    said = plain(text)
    found = list(_HOUR.finditer(said))
    rest = _BETWEEN_HOURS.sub("", _HOUR.sub(" ", said))
    if rest or not 1 <= len(found) <= 2:
        raise _no_hour(text)
    halves = [match[3] for match in found]
    if len(halves) == 2 and halves[1] and not halves[0]:
        first, second = (int(match[1]) % 12 for match in found)
        halves[0] = halves[1] if first <= second else "a" if halves[1] == "p" else "p"
    read = [_time(text, match, half) for match, half in zip(found, halves, strict=True)]
    return read[0], read[1] if len(read) == 2 else None


def has_hour(text: str) -> bool:
    """Tell whether an hour stands in a cell."""
    said = plain(text)
    return bool(_HOUR_BEHIND_DAY.search(_ISO.sub("", said).replace("t", " ")))


def read_moment(text: str, order: DayOrder, year: int | None) -> tuple[date | None, time | None, datetime | None]:
    """Read a day, an hour, or both; with an offset, the moment itself. Wrong when it is none of these."""
    said = text.strip()
    if _ISO.match(said):
        try:
            whole = datetime.fromisoformat(said)
        except ValueError:
            whole = None
        if whole is not None:
            moment = whole if whole.tzinfo else None
            return whole.date(), whole.time() if has_hour(said) else None, moment
    behind = _HOUR_BEHIND_DAY.search(plain(said))
    before = plain(said)[: behind.start()].strip(" ,;-–à@") if behind else plain(said)
    hour = read_hours(behind[0])[0] if behind else None
    return (read_day(before, order, year) if before or not hour else None), hour, None


def at(day: date, hour: time, zone: ZoneInfo) -> datetime:
    """Return the moment of an hour in a zone; Wrong where a change of the clock leaves it out, or brings it twice."""
    first = datetime.combine(day, hour, zone).replace(fold=0)
    second = first.replace(fold=1)
    if first.utcoffset() == second.utcoffset():
        return first
    back = first.astimezone(UTC).astimezone(zone)
    values = {"hour": f"{hour:%H:%M}", "day": day.isoformat(), "zone": zone.key}
    if back.replace(tzinfo=None) != first.replace(tzinfo=None):
        raise Wrong(N_("there is no {hour} on {day} in {zone}: the clock is put forward then"), **values)
    raise Wrong(
        N_("{hour} comes twice on {day} in {zone}, where the clock is put back; write it as {first} or {second}"),
        first=first.isoformat(sep=" ", timespec="minutes"),
        second=second.isoformat(sep=" ", timespec="minutes"),
        **values,
    )


def _day_in_figures(text: str, found: re.Match[str], order: DayOrder) -> date:
    first, second, year = (int(part) for part in found.groups())
    order = DayOrder.DAY_FIRST if "." in found[0] else order
    year += _CENTURY if year < 100 else 0
    if order is DayOrder.UNKNOWN and first <= 12 and second <= 12 and first != second:
        raise Wrong(
            N_("“{value}” could be {first} or {second}; write the day as {example}"),
            value=text.strip(),
            first=_day(text, year, second, first).isoformat(),
            second=_day(text, year, first, second).isoformat(),
            example="2021-10-05",
        )
    is_month_first = order is DayOrder.MONTH_FIRST or (order is DayOrder.UNKNOWN and second > 12)
    return _day(text, year, first, second) if is_month_first else _day(text, year, second, first)


def _day_in_words(text: str, said: str, year: int | None) -> date:
    tokens = _TOKENS.findall(said)
    named = [token for token in tokens if token in _months()]
    months = [_months()[token] for token in named if token not in _others()] or [_months()[token] for token in named]
    figures = [int(token) for token in tokens if token.isdecimal() and len(token) <= 4]
    strange = [token for token in tokens if not token.isdecimal() and token not in _months() | _others()]
    years = [number for number in figures if number >= EARLIEST]
    days = [number for number in figures if number <= 31]
    known = years[0] if years else year
    if strange or len(set(months)) != 1 or len(days) != 1 or len(figures) != len(days) + len(years) or known is None:
        raise _no_day(text)
    return _day(text, known, months[0], days[0])


def _day(text: str, year: int, month: int, day: int) -> date:
    try:
        found = date(year, month, day)
    except ValueError as error:
        raise _no_day(text) from error
    if not EARLIEST <= year <= LATEST:
        raise _no_day(text)
    return found


def _time(text: str, found: re.Match[str], half: str | None) -> time:
    hour, minute = int(found[1]), int(found[2] or 0)
    if half and not 1 <= hour <= 12:
        raise _no_hour(text)
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    try:
        return time(hour, minute)
    except ValueError as error:
        raise _no_hour(text) from error


def _no_day(text: str) -> Wrong:
    return Wrong(N_("“{value}” is not a day such as 2021-10-05"), value=text.strip())


def _no_hour(text: str) -> Wrong:
    return Wrong(N_("“{value}” is not an hour such as 14:30"), value=text.strip())


@cache
def _months() -> dict[str, int]:
    """Return the names of the months, short and long, in plain letters."""
    from babel.dates import get_month_names

    return dict(_named(get_month_names))


@cache
def _others() -> dict[str, int]:
    """Return the words that stand beside a day and say nothing one needs."""
    from babel.dates import get_day_names

    little = ("de", "del", "du", "le", "el", "the", "of", "er", "st", "nd", "rd", "th", "on")
    return {**dict.fromkeys(little, 0), **dict(_named(get_day_names))}


def _named(names: object) -> Sequence[tuple[str, int]]:
    """Return what babel calls months or days of the week, with their numbers."""
    assert callable(names)
    return [
        (plain(str(name)).rstrip("."), number)
        for language in (*DOCUMENT_LANGUAGES, "en_GB")
        for width in ("wide", "abbreviated")
        for number, name in names(width, locale=language).items()
    ]
