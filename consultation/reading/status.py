"""Which state of a text a document shows: the line on its cover and at every foot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from consultation.language import Translator
from consultation.model import Edition
from consultation.store import Store

MARK_DIGITS = 8
"""Of a digest: nobody compares more by eye."""

GROUP = 4


@dataclass(frozen=True)
class Status:
    """What a document says of the state it was composed from."""

    line: str
    """ "Draft of 8 October 2021, 18:40 UTC · 7f3a-91c2"."""
    final: bool
    moment: datetime | None
    """When the file was last changed, or the edition frozen."""
    mark: str
    """ "7f3a-91c2"."""
    languages: tuple[str, ...] = ()
    """In which this state can be read; of an edition alone, for a draft is in every language it was drafted in."""


def mark_of(digest: str) -> str:
    """Return the first digits of a digest in groups that can be read out: "7f3a-91c2"."""
    digits = digest[:MARK_DIGITS]
    return "-".join(digits[start : start + GROUP] for start in range(0, len(digits), GROUP))


def status_of_draft(store: Store, t: Translator) -> Status:
    """Say of which state a document is that is composed now."""
    mark, moment = mark_of(store.digest()), store.changed_at()
    line = t("Draft of {moment}").format(moment=utc_words(t, moment)) if moment else t("Draft")
    return Status(f"{line} · {mark}", final=False, moment=moment, mark=mark)


def status_of_edition(edition: Edition, languages: Sequence[str], time_zone: str, t: Translator) -> Status:
    """Say which edition a document is, and in which ``languages`` it was frozen.

    ``time_zone`` is that of the consultation, whose day a text is adopted on.
    """
    mark, moment = mark_of(edition.revisions), edition.frozen_at
    number = t("edition {number}").format(number=t.number(edition.number))
    if edition.final and moment:
        adopted = t("Adopted on {day}").format(day=t.day(moment.astimezone(ZoneInfo(time_zone)).date()))
        parts = (adopted, number, mark)
    else:
        parts = (edition.name, number, *((utc_words(t, moment),) if moment else ()), mark)
    return Status(" · ".join(parts), edition.final, moment, mark, tuple(languages))


def utc_words(t: Translator, moment: datetime) -> str:
    """Write a moment as people anywhere can compare it: "8 October 2021, 18:40 UTC"."""
    utc = moment.astimezone(ZoneInfo("UTC"))
    return t("{day}, {time} UTC").format(day=t.day(utc.date()), time=t.hours(utc, None, "UTC"))
