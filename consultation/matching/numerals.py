"""The value of a number as it is written: in figures with the separators of any language, in words, in Chinese."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date

_DAY = re.compile(r"\d+([./-])\d+\1\d+")
_DAYS, _MONTHS = 31, 12
_GROUPED = re.compile(r"\d{1,3}(?:([.,' ])\d{3})+")
_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0, "半": 0.5}
_UNITS = {"十": 10, "百": 100, "千": 1_000, "万": 10_000, "亿": 100_000_000}
_SECTION = 10_000


def day_of(written: str) -> date | None:
    """Return the day that 31/12/2026, 31.12.2026 or 2026-12-31 is; None for what is no day.

    Where both may be the month, the second is: in that order most of the world writes.
    """
    parts = [int(part) for part in re.split(r"[./-]", written)] if _DAY.fullmatch(written) else []
    if not parts:
        return None
    year, month, day = parts if parts[0] > _DAYS else parts[::-1]
    if month > _MONTHS:
        month, day = day, month
    return date(year, month, day) if 0 < month <= _MONTHS and 0 < day <= monthrange(year, month)[1] else None


def value_of_figures(written: str) -> float:
    """Return what figures say: 50,000 and 50.000 and 50 000 are one number, and so are 2.5 and 2,5.

    22:30 is a time of day, in hours: 22.5.
    """
    if ":" in written:
        hours, minutes = written.split(":")
        return int(hours) + int(minutes) / 60
    if _GROUPED.fullmatch(written) and not written.startswith("0"):
        return float(re.sub(r"\D", "", written))
    return float(re.sub("[,']", ".", written))


def value_of_words(parts: Sequence[tuple[str, float]]) -> tuple[float, int]:
    """Return the number that the first of ``parts`` begin, and how many of them it takes.

    A part is ("number", 25) or ("scale", 1000); 0 parts are taken when the first cannot begin a number.
    """
    total, section, smallest, taken = 0.0, 0.0, float("inf"), 0
    for kind, value in parts:
        if kind == "scale":
            if value >= 1000:
                total = (total + (section or 1)) * value if total and not section else total + (section or 1) * value
                section, smallest = 0.0, value
            else:
                section, smallest = (section or 1) * value, value
        elif taken == 0 or value < smallest:
            section += value
            smallest = 10 if 10 < value < 100 and value % 10 == 0 else 100 if value >= 100 else 1
        elif section < 10 and 20 <= value < 100 and value % 10 == 0:
            section += value  # Arabic says five and twenty
            smallest = 1
        else:
            break
        taken += 1
    return total + section, taken


def value_of_chinese(written: str) -> float:
    """Return what a Chinese number says: 三百二十, 5万, 两亿."""
    total, section, digit = 0.0, 0.0, 0.0
    for part in re.findall(r"\d+(?:[.,]\d+)*|.", written):
        if part in _UNITS:
            unit = _UNITS[part]
            if unit >= _SECTION:
                total = (total + section + digit or 1) * unit
                section = digit = 0
            else:
                section += (digit or 1) * unit
                digit = 0
        else:
            digit = _DIGITS[part] if part in _DIGITS else value_of_figures(part)
    return total + section + digit
