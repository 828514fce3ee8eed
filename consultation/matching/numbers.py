"""The figures of a text, by kind, so that two ways of writing one figure are one value.

A percentage is a number from 0 to 100 and more; a frequency is times a year (every five years: 0.2); a duration is
days (a month: 30, a year: 365); a date is a year, or the month and day as 0.MMDD; an age, a time of day and every other
number are figures. One is no figure, as "a" and "one" may stand for each other.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from consultation.matching.lexicon import Reading
from consultation.matching.numerals import day_of, value_of_figures, value_of_words

YEAR, MONTH, HOUR = 365.0, 30.0, 1 / 24
_OF_EACH = 2
"""Words of "de cada": "in", as in one of every five, but each before a unit of time."""
_YEARS = range(1900, 2151)
_USUAL = (8760.0, 365.0, 104.0, 52.0, 26.0, 24.0, 12.0, 6.0, 4.0, 3.0, 2.0, 1.0, 0.5, 0.333, 0.25, 0.2, 0.1)


class FigureKind(StrEnum):
    """What a figure counts."""

    FIGURE = "figure"
    PERCENT = "percent"
    DATE = "date"
    FREQUENCY = "frequency"
    DURATION = "duration"


class Figure(NamedTuple):
    """One figure of a text, and the words that say it."""

    kind: FigureKind
    value: float
    words: str


class Part(NamedTuple):
    """A word that has to do with figures; ``number`` once the words of a number are put together."""

    name: str
    value: float
    start: int
    end: int
    plain: bool = False
    """Four figures and no separator: it may be a year."""
    written: bool = False
    """In figures, so that no word before it belongs to it."""


def parts_of(reading: Reading) -> list[Part]:
    """Return what has to do with figures in a text, in order."""
    found = [
        Part(hit.name.removeprefix("figures."), float(hit.value or 0), hit.start, hit.end)
        for hit in reading.hits
        if hit.name.startswith("figures.") and hit.name != "figures.nothing"
    ]
    for place, token in enumerate(reading.tokens):
        if day := day_of(token):
            found.append(Part("day", day.toordinal(), place, place + 1))
        elif "0" <= token[0] <= "9":
            value = value_of_figures(token) + _afternoon(reading.tokens[place + 1 : place + 4])
            found.append(Part("number", value, place, place + 1, token.isdigit() and len(token) == 4, True))
    if not any(part.name in _SPEAKING for part in found):
        return []
    found.sort(key=lambda part: part.start)
    return _put_together(found)


def _afternoon(following: list[str]) -> int:
    return 12 if following[:1] == ["pm"] or following == ["p", ".", "m"] else 0


_SPEAKING = frozenset(["number", "scale", "fraction", "unit", "unit_in", "once", "frequency", "span", "month", "day"])


def _put_together(parts: list[Part]) -> list[Part]:
    together: list[Part] = []
    place = 0
    while place < len(parts):
        run = _run(parts, place)
        if not run:
            together.append(parts[place])
            place += 1
            continue
        spoken = [part for part in run if part.name != "and"]
        value, taken = value_of_words([(part.name, part.value) for part in spoken])
        last = spoken[taken - 1]
        together.append(Part("number", value, run[0].start, last.end, taken == 1 and run[0].plain))
        place = parts.index(last, place) + 1
    return together


def _run(parts: list[Part], place: int) -> list[Part]:
    """Return the words of numbers that stand side by side from ``place`` on; "and" may join two of them."""
    run: list[Part] = []
    for part in parts[place:]:
        if run and (part.start > run[-1].end or part.written or (run[-1].written and part.name != "scale")):
            break
        if part.name in ("number", "scale") or (run and part.name == "and"):
            run.append(part)
        elif not run or part.start >= run[-1].end:
            break
    while run and run[-1].name == "and":
        run.pop()
    return run


class FigureReader:
    """Puts the parts of one text together to figures; what is taken is not counted a second time."""

    def __init__(self, reading: Reading, parts: list[Part]) -> None:
        self._reading = reading
        self._parts = parts
        self._used: set[int] = set()
        self.figures: list[Figure] = []

    def read(self) -> list[Figure]:
        """Return the figures, the kinds that take several words first."""
        for look in (
            self._dated,
            self._repeated,
            self._times,
            self._adverb,
            self._share,
            self._month,
            self._lasting,
            self._number,
        ):
            for part in self._parts:
                if part.start not in self._used:
                    look(part)
        return self.figures

    def _next(self, part: Part, *names: str, gap: int = 0) -> Part | None:
        """Return the nearest part of one of these names that begins at most ``gap`` words behind ``part``."""
        for other in self._parts:
            if part.end <= other.start <= part.end + gap and other.name in names and other.start not in self._used:
                return other
        return None

    def _before(self, part: Part, *names: str, gap: int = 0) -> Part | None:
        for other in reversed(self._parts):
            if other.end <= part.start <= other.end + gap and other.name in names and other.start not in self._used:
                return other
        return None

    def _say(self, kind: FigureKind, value: float, *parts: Part | None) -> None:
        said = [part for part in parts if part]
        for part in said:
            self._used.update(range(part.start, part.end))
        start, end = min(part.start for part in said), max(part.end for part in said)
        self.figures.append(Figure(kind, round(value, 4), self._reading.words(start, end)))

    def _often(self, times: float, days: float, *parts: Part | None) -> None:
        self._say(FigureKind.FREQUENCY, times_a_year(times, days), *parts)

    def _dated(self, part: Part) -> None:
        """31/12/2026: the year and the day in it, as they are said in words."""
        if part.name == "day":
            day = date.fromordinal(int(part.value))
            self._say(FigureKind.DATE, day.month / 100 + day.day / 10_000, part)
            self._say(FigureKind.DATE, day.year, part)

    def _repeated(self, part: Part) -> None:
        """Every year, every five years, every other week; in Turkish beş yılda bir."""
        if part.name == "every" or (
            part.name == "in" and part.end - part.start == _OF_EACH and self._next(part, "unit")
        ):
            many = self._next(part, "number", "other")
            if unit := self._next(many or part, "unit", "span", gap=1 if many else 0):
                times = self._before(part, "times")
                count = self._before(times, "number") if times else self._before(part, "once")
                self._often(
                    count.value if count else 1, (many.value if many else 1) * unit.value, count, part, many, unit
                )
        elif part.name == "unit_in":
            many = self._before(part, "number")
            times = self._next(part, "number", "once")
            named = self._next(times, "times") if times else None
            if times and (named or times.value == 1 or times.name == "once"):
                self._often(times.value, (many.value if many else 1) * part.value, many, part, times, named)

    def _times(self, part: Part) -> None:
        """Twice a year, three times a month, once every two years."""
        count: Part | None = part if part.name == "once" else None
        if part.name == "times":
            count = self._before(part, "number")
        elif count is None:
            return
        last = self._next(part, "per", "every", gap=1) or part
        many = self._next(last, "number", "other")
        unit = self._next(many or last, "unit", "span", gap=1)
        if unit and last is not part:
            self._often(count.value if count else 1, (many.value if many else 1) * unit.value, count, part, many, unit)
        elif adverb := self._next(part, "frequency", gap=1):
            self._often(count.value if count else 1, YEAR / adverb.value, count, part, adverb)

    def _adverb(self, part: Part) -> None:
        if part.name == "frequency":
            self._often(part.value, YEAR, part)

    def _share(self, part: Part) -> None:
        """30 %, a third, one in five, 1/4."""
        if part.name == "fraction":
            self._say(FigureKind.PERCENT, part.value, part)
        if part.name != "number":
            return
        if sign := self._next(part, "percent") or self._before(part, "percent_before"):
            self._say(FigureKind.PERCENT, part.value, part, sign)
        elif (joint := self._next(part, "in", gap=2)) and (whole := self._next(joint, "number")):
            if 0 < part.value < whole.value <= 100 and not self._next(whole, "unit"):
                self._say(FigureKind.PERCENT, round(100 * part.value / whole.value), part, whole)
        elif self._reading.tokens[part.end : part.end + 1] == ["/"]:
            whole = next((other for other in self._parts if other.start == part.end + 1), None)
            if whole and whole.name == "number" and 0 < part.value < whole.value <= 10:
                self._say(FigureKind.PERCENT, round(100 * part.value / whole.value), part, whole)

    def _month(self, part: Part) -> None:
        if part.name != "month":
            return
        day = self._before(part, "number", gap=1) or self._next(part, "number", gap=1)
        if day and _is_year(day):
            self._say(FigureKind.DATE, part.value / 100, part)
        elif day and 1 <= day.value <= 31:
            self._say(FigureKind.DATE, part.value / 100 + day.value / 10_000, part, day)
        elif not self._doubtful(part):
            self._say(FigureKind.DATE, part.value / 100, part)

    def _doubtful(self, part: Part) -> bool:
        """May and march are other words too, and so are neuf, or on and altı of Turkish once the letters are folded."""
        return any(other.name == "doubtful" and other.start == part.start for other in self._parts)

    def _lasting(self, part: Part) -> None:
        """30 days, within a month, half a year; but an age and a time of day are figures."""
        if part.name == "span":
            self._say(FigureKind.DURATION, part.value, part)
        elif part.name == "unit" and (ahead := self._before(part, "within", "a")):
            if ahead.name == "within" or self._before(ahead, "within"):
                self._say(FigureKind.DURATION, part.value, part)
        elif part.name == "number":
            age = self._next(part, "age_unit")
            unit = None if _is_year(part) else self._next(part, "unit") or self._behind_calendar(part)
            if age or (unit and unit.value == YEAR and self._is_age(part, unit)):
                self._say(FigureKind.FIGURE, part.value, part, age or unit)
            elif unit and self._is_clock(part, unit):
                minutes = self._next(unit, "number")
                self._say(FigureKind.FIGURE, part.value + (minutes.value / 60 if minutes else 0), part, unit, minutes)
            elif unit:
                self._say(FigureKind.DURATION, days_of(part.value, unit.value), part, unit)

    def _behind_calendar(self, part: Part) -> Part | None:
        calendar = self._next(part, "calendar")
        return self._next(calendar, "unit") if calendar else None

    def _is_clock(self, number: Part, unit: Part) -> bool:
        hour = abs(unit.value - HOUR) < 0.001 and number.value <= 24
        return hour and bool(self._before(number, "clock") or self._next(unit, "number"))

    def _is_age(self, number: Part, unit: Part) -> bool:
        """Two years are no age, unless the words say so."""
        told = number.value > 2 and self._before(number, "age_before", gap=1)
        return bool(told or self._next(unit, "age_after"))

    def _number(self, part: Part) -> None:
        if part.name != "number":
            return
        if _is_year(part):
            if self._reading.tokens[part.end : part.end + 1] != ["s"]:
                self._say(FigureKind.DATE, part.value, part)
        elif part.value not in (0, 1) and not (self._doubtful(part) and part.end - part.start == 1):
            self._say(FigureKind.FIGURE, part.value, part)


def times_a_year(times: float, days: float) -> float:
    """Return how often a year something is done that is done so many times in so many days, in usual figures."""
    a_year = times * YEAR / days if days else 0.0
    usual = min(_USUAL, key=lambda value: abs(value - a_year))
    return usual if abs(usual - a_year) <= usual * 0.04 else round(a_year, 3)


def _is_year(number: Part) -> bool:
    """Tell whether a number is a year; 2000 trees are trees."""
    return number.plain and number.value in _YEARS and number.value % 100 != 0


def days_of(count: float, unit: float) -> float:
    """Return how many days ``count`` units of so many days are; twelve months are a year of 365."""
    if unit == MONTH and count >= 12 and count % 12 == 0:
        return count / 12 * YEAR
    return round(count * unit, 2)


def read_figures(reading: Reading) -> Iterable[Figure]:
    """Return the figures of a text in any language but Chinese."""
    parts = parts_of(reading)
    return FigureReader(reading, parts).read() if parts else ()
