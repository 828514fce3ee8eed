"""Days as people type them into a field: "2021-10-05", "5/10/2021", "5 Oct 2021", "5 octobre 2021"."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from consultation.language import DOCUMENT_LANGUAGES
from consultation.reading.people import plain

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_FIGURES = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_IN_WORDS = re.compile(r"(\d{1,2})(?:er|st|nd|rd|th)? (?:de )?([a-z]+)\.?,? (?:de )?(\d{4})")
_ISO_MONTH = re.compile(r"(\d{4})-(\d{1,2})")
_MONTH_IN_WORDS = re.compile(r"([a-z]+)\.? (?:de )?(\d{4})")


def day_typed(text: str) -> date | None:
    """Read a day with its year, the day before the month where both are figures; None where it is none."""
    said = " ".join(plain(text).split())
    if found := _ISO.fullmatch(said):
        year, month, number = map(int, found.groups())
    elif found := _FIGURES.fullmatch(said):
        number, month, year = map(int, found.groups())
    elif found := _IN_WORDS.fullmatch(said):
        number, month, year = int(found[1]), _month(found[2]), int(found[3])
    else:
        return None
    try:
        return date(year, month, number)
    except ValueError:
        return None


def month_typed(text: str) -> str:
    """Read a month with its year ("October 2021", "2021-10") as "2021-10"; empty where it is none."""
    said = " ".join(plain(text).split())
    if found := _ISO_MONTH.fullmatch(said):
        year, month = map(int, found.groups())
    elif found := _MONTH_IN_WORDS.fullmatch(said):
        year, month = int(found[2]), _month(found[1])
    else:
        return ""
    return f"{year}-{month:02}" if 1 <= month <= 12 else ""


def _month(name: str) -> int:
    """Return the number of a month by its name, or by enough of its first letters; 0 where it is none."""
    fitting = {number for month, number in _months().items() if len(name) >= 3 and month.startswith(name)}
    exact = _months().get(name)
    return exact or (fitting.pop() if len(fitting) == 1 else 0)


@cache
def _months() -> dict[str, int]:
    from babel.dates import get_month_names

    return {
        plain(name).rstrip("."): number
        for language in DOCUMENT_LANGUAGES
        for width in ("wide", "abbreviated")
        for number, name in get_month_names(width, locale=language).items()
    }
