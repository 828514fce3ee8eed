"""The catalogues: every text a person reads, in the language of the window or of the document.

There is no current language. A `Translator` is made for one language and handed to whatever writes text,
so a Spanish document can be written from a French window.
"""

from __future__ import annotations

import gettext
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo

from consultation.errors import ConsultationError
from consultation.language.choice import WINDOW_LANGUAGES
from consultation.language.lists import with_and, with_or
from consultation.language.marks import N_, NC_

REGIONS = {"en": "en_GB"}
"""Where babel's own choice for a language is one country's way: dates in English are written as the world does."""

IN_WORDS = (
    NC_("number, before a word that is feminine", "one"),
    NC_("number", "two"),
    NC_("number", "three"),
    NC_("number", "four"),
    NC_("number", "five"),
    NC_("number", "six"),
    NC_("number", "seven"),
    NC_("number", "eight"),
    NC_("number", "nine"),
    NC_("number", "ten"),
)
"""The numbers that a sentence of a document writes out, from one on. All that is counted so is feminine in French and
Spanish: people, regions, sessions, recommendations, differences."""

DOMAIN = "consultation"
LOCALE_DIR = Path(__file__).parent.parent.parent / "resources" / "locale"


class Translator:
    """Puts messages, dates, numbers and lists into one language."""

    def __init__(self, language: str) -> None:
        self.language = language if language in WINDOW_LANGUAGES else "en"
        self._region = REGIONS.get(self.language, self.language)
        self._catalogue = gettext.translation(DOMAIN, LOCALE_DIR, [self.language], fallback=True)

    def __call__(self, message: str) -> str:
        """Translate ``message``; without a translation, the English source is returned."""
        return self._catalogue.gettext(message) if message else ""

    def plural(self, singular: str, many: str, count: int) -> str:
        """Translate with the plural form for ``count``, filled in as ``{count}``, grouped as the language does."""
        return self._catalogue.ngettext(singular, many, count).format(count=self.number(count))

    def plural_in_words(self, singular: str, many: str, count: int) -> str:
        """Translate with the plural form for ``count``, as a document writes it: numbers up to ten in words."""
        if not 1 <= count <= len(IN_WORDS):
            return self.plural(singular, many, count)
        return self._catalogue.ngettext(singular, many, count).format(count=self.context(*IN_WORDS[count - 1]))

    def context(self, context: str, message: str) -> str:
        """Translate a word that needs its ``context`` to be understood ("For", as a column of votes)."""
        return self._catalogue.pgettext(context, message)

    def letter(self, letter: str) -> str:
        """Write the letter of an item in a numbered paragraph: "(a)" in English, "a)" in French."""
        return self.context("the letter of an item", "({letter})").format(letter=letter)

    def error(self, error: ConsultationError) -> str:
        """Put an expected error into words."""
        return error.sentence.in_words(self)

    def number(self, value: float) -> str:
        """Write a number with the language's separators."""
        return _written(value, self._region)

    def hundredths(self, value: float) -> str:
        """Write a number with two figures after the point, as the language does ("0.70")."""
        return _with_hundredths(round(value, 2), self._region)

    def percent(self, share: float) -> str:
        """Write a share from 0 to 1 in hundredths, as the language does ("83 %")."""
        from babel.numbers import format_percent

        return str(format_percent(share, locale=self._region))

    def day(self, value: date, style: str = "long") -> str:
        """Write a date; ``style`` is babel's: short, medium, long, full."""
        from babel.dates import format_date

        written = format_date(value, style, locale=self._region)
        return written if style == "short" else self._first_of_month(value, written)

    def day_of_year(self, value: date, *, short: bool = False) -> str:
        """Write a day and its month, where the year is said nearby; ``short`` shortens the month."""
        from babel.dates import format_skeleton

        skeleton = "MMMd" if short else "MMMMd"
        return self._first_of_month(value, str(format_skeleton(skeleton, value, locale=self._region)))

    def weekday(self, value: date) -> str:
        """Name the day of the week."""
        from babel.dates import format_date

        return str(format_date(value, "EEEE", locale=self._region))

    def month(self, value: date) -> str:
        """Write a month and its year, where the day is not known."""
        from babel.dates import format_skeleton

        return str(format_skeleton("yMMMM", value, locale=self._region))

    def days(self, start: date, end: date) -> str:
        """Write an interval of days as a title page does: "5–8 October 2021", "Du 5 au 8 octobre 2021"."""
        if start == end:
            return self.day(start)
        if (start.year, start.month) == (end.year, end.month):
            pattern = self.context("days of one month on a title page", "{start}–{end}")
        else:
            pattern = self.context("days of two months on a title page", "{start} – {end}")
        return pattern.format(start=self._start(start, end), end=self.day(end))

    def during(self, start: date, end: date) -> str:
        """Write on which day, or from which to which day, as a sentence does: "from 5 to 8 October 2021"."""
        if start == end:
            return self(N_("on {day}")).format(day=self.day(start))
        return self(N_("from {start} to {end}")).format(start=self._start(start, end), end=self.day(end))

    def time(self, value: datetime, time_zone: str = "") -> str:
        """Write the time of day, in ``time_zone`` where one is given."""
        from babel.dates import format_time

        zone = ZoneInfo(time_zone) if time_zone else None
        return format_time(value.astimezone(zone) if zone else value, "short", locale=self._region)

    def zone_name(self, time_zone: str) -> str:
        """Name a time zone by its city ("Istanbul" for "Europe/Istanbul")."""
        from babel.dates import get_timezone_location

        return str(get_timezone_location(time_zone, locale=self._region, return_city=True))

    def hours(self, start: datetime, end: datetime | None, time_zone: str) -> str:
        """Write from when until when, as a document does: "13:30–15:30", "13 h 30 – 15 h 30", "16 h".

        The window writes `time`: figures that stand below one another, and are typed in the same way.
        """
        begins = self._hour(start.astimezone(ZoneInfo(time_zone)))
        if end is None:
            return begins
        pattern = self.context("hours in a document", "{start}–{end}")
        return pattern.format(start=begins, end=self._hour(end.astimezone(ZoneInfo(time_zone))))

    def listed(self, items: Iterable[str]) -> str:
        """Write a list as a sentence does ("a, b and c")."""
        return with_and(items, self.language)

    def either(self, items: Iterable[str]) -> str:
        """Write a list of choices as a sentence does ("a, b or c")."""
        return with_or(items, self.language)

    def language_name(self, code: str) -> str:
        """Name the language ``code`` in this language; the code itself when it is unknown."""
        return _language_name(code, self.language)

    def _hour(self, value: datetime) -> str:
        if not value.minute:
            return self.context("full hour in a document", "{hour:02}:00").format(hour=value.hour)
        pattern = self.context("time of day in a document", "{hour:02}:{minute:02}")
        return pattern.format(hour=value.hour, minute=value.minute)

    def _start(self, start: date, end: date) -> str:
        """Write the first day of an interval, without what its last day says."""
        if start.year != end.year:
            return self.day(start)
        if start.month != end.month:
            return self.day_of_year(start)
        return self._first_of_month(start, f"{start.day} ").strip()

    def _first_of_month(self, value: date, written: str) -> str:
        """Write "1er" for the first of a month, as French does, and for no other day."""
        return written.replace("1 ", "1er ", 1) if self.language == "fr" and value.day == 1 else written


@cache
def translator(language: str) -> Translator:
    """Return the translator of a language; an unknown one is answered with English."""
    return Translator(language)


@dataclass(frozen=True)
class LanguageName:
    """The name of a language, as a value of a sentence that is not yet in words."""

    code: str

    def in_words(self, translate: Callable[[str], str]) -> str:
        """Name it in the language of the sentence."""
        speaker = translate if isinstance(translate, Translator) else translator("en")
        return speaker.language_name(self.code)


@dataclass(frozen=True)
class Choices:
    """What there is to choose from, as a value of a sentence that is not yet in words."""

    items: tuple[str, ...]

    def in_words(self, translate: Callable[[str], str]) -> str:
        """List them as the language of the sentence does."""
        speaker = translate if isinstance(translate, Translator) else translator("en")
        return speaker.either(self.items)


def own_language_name(code: str) -> str:
    """Name a language in that language ("français"); the code itself when it is unknown."""
    return _language_name(code, code)


@lru_cache(maxsize=1024)
def _language_name(code: str, language: str) -> str:
    """Name a language in another; long tables name the same few again and again."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(code, sep="-").get_display_name(language) or code
    except (UnknownLocaleError, ValueError):
        return code


@lru_cache(maxsize=8192)
def _written(value: float, region: str) -> str:
    """Write a number as a region does; babel takes its time, and pages write the same ones again and again."""
    from babel.numbers import format_decimal

    between = _between_thousands(region) if isinstance(value, int) and value >= 0 else None
    if between is None:
        return str(format_decimal(value, locale=region))
    short, long = between
    return f"{value:,}".replace(",", short if value < TEN_THOUSAND else long)


@lru_cache(maxsize=1024)
def _with_hundredths(value: float, region: str) -> str:
    from babel.numbers import format_decimal

    return str(format_decimal(value, format="0.00", locale=region))


TEN_THOUSAND = 10_000


@lru_cache(maxsize=64)
def _between_thousands(region: str) -> tuple[str, str] | None:
    """Return what a region writes between groups of three figures, in numbers of four figures and in longer ones.

    It is learned from numbers babel has written; None where the figures or groups are others.
    """
    from babel.numbers import format_decimal

    four, seven = (str(format_decimal(sample, locale=region)) for sample in (1234, 1234567))
    short, long = four[1:-3], seven[1:-7]
    is_so = four == f"1{short}234" and seven == f"1{long}234{long}567"
    return (short, long) if is_so else None
