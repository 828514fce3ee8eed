"""The catalogues: every text a person reads, in the language of the window or of the document.

There is no current language. A `Translator` is made for one language and handed to whatever writes text,
so a Spanish document can be written from a French window.
"""

from __future__ import annotations

import gettext
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from consultation.errors import ConsultationError
from consultation.language.choice import WINDOW_LANGUAGES

REGIONS = {"en": "en_GB"}
"""Where babel's own choice for a language is one country's way: dates in English are written as the world does."""

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
        from babel.numbers import format_decimal

        return str(format_decimal(value, locale=self._region))

    def percent(self, share: float) -> str:
        """Write a share from 0 to 1 in hundredths, as the language does ("83 %")."""
        from babel.numbers import format_percent

        return str(format_percent(share, locale=self._region))

    def day(self, value: date, style: str = "long") -> str:
        """Write a date; ``style`` is babel's: short, medium, long, full."""
        from babel.dates import format_date

        written = format_date(value, style, locale=self._region)
        if self.language == "fr" and value.day == 1 and style in ("long", "full"):
            return written.replace("1 ", "1er ", 1)  # as French writes the first of a month, and only that
        return written

    def day_of_year(self, value: date) -> str:
        """Write a day and its month, where the year is said nearby."""
        from babel.dates import format_skeleton

        return str(format_skeleton("MMMMd", value, locale=self._region))

    def month(self, value: date) -> str:
        """Write a month and its year, where the day is not known."""
        from babel.dates import format_skeleton

        return str(format_skeleton("yMMMM", value, locale=self._region))

    def days(self, start: date, end: date) -> str:
        """Write an interval of days ("5–8 October 2021"), for languages that write the day first."""
        written = self.day(end)
        if start == end:
            return written
        if (start.year, start.month) == (end.year, end.month) and written.startswith(str(end.day)):
            return f"{self.day(start).split(' ')[0]}–{written}"
        return f"{self.day_of_year(start) if start.year == end.year else self.day(start)} – {written}"

    def time(self, value: datetime, time_zone: str = "") -> str:
        """Write the time of day, in ``time_zone`` where one is given."""
        from babel.dates import format_time

        zone = ZoneInfo(time_zone) if time_zone else None
        return format_time(value.astimezone(zone) if zone else value, "short", locale=self._region)

    def zone_name(self, time_zone: str) -> str:
        """Name a time zone by its city ("Istanbul" for "Europe/Istanbul")."""
        from babel.dates import get_timezone_location

        return str(get_timezone_location(time_zone, locale=self._region, return_city=True))

    def listed(self, items: Iterable[str]) -> str:
        """Write a list as a sentence does ("a, b and c")."""
        from babel.lists import format_list

        return format_list(list(items), locale=self._region)

    def language_name(self, code: str) -> str:
        """Name the language ``code`` in this language; the code itself when it is unknown."""
        from babel import Locale, UnknownLocaleError

        try:
            return Locale.parse(code, sep="-").get_display_name(self.language) or code
        except (UnknownLocaleError, ValueError):
            return code


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
