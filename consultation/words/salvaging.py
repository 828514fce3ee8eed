"""What can be saved of a damaged file, and what is lost of it, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol
from uuid import UUID
from zoneinfo import ZoneInfo

from consultation.language import Translator
from consultation.words.fields import field_name
from consultation.words.kinds import kind_name
from consultation.words.records import Lookup, author_name, gist
from consultation.words.shortened import shortened

MOST_FIELDS = 3
"""Fields that are named; an entry with more set nearly everything."""
LONGEST_GIST = 60
"""Characters of what an entry is about."""


class LostEntry(Protocol):
    """What is told of an entry that is lost (`merging.Loss`)."""

    @property
    def sort(self) -> str:
        """How much is known of it: earlier, later, whole or unknown."""

    @property
    def kind(self) -> str | None:
        """The kind of its record."""

    @property
    def about(self) -> Sequence[UUID]:
        """The records it spoke of that are whole."""

    @property
    def fields(self) -> Sequence[str]:
        """What it set, where that is known."""

    @property
    def author(self) -> UUID | None:
        """Who wrote it."""

    @property
    def when(self) -> datetime | None:
        """When it was written."""

    @property
    def after(self) -> datetime | None:
        """When what stands before it was written."""

    @property
    def before(self) -> datetime | None:
        """When what stands after it was written."""


def entries_whole(t: Translator, whole: int, of: int) -> str:
    """Say how many of a file's entries are whole."""
    return t("{number} of {entries} are whole").format(number=t.number(whole), entries=_entries(t, of))


def can_be_saved(t: Translator, whole: int, of: int) -> str:
    """Say how many entries of a damaged file can be saved."""
    return t("{number} of {entries} can be saved").format(number=t.number(whole), entries=_entries(t, of))


def pages_unreadable(t: Translator, unreadable: int, pages: int, cut: int) -> str:
    """Say how much of a file cannot be read."""
    if not unreadable:
        return t("Every page of the file can be read.")
    told = t("{number} of {pages} of the file cannot be read.").format(
        number=t.number(unreadable), pages=t.plural("{count} page", "{count} pages", pages)
    )
    if not cut:
        return told
    missing = t.plural(
        "Its end is missing: {count} page. What stood there is counted only as far as the rest speaks of it.",
        "Its end is missing: {count} pages. What stood there is counted only as far as the rest speaks of it.",
        cut,
    )
    return f"{told} {missing}"


def loss_title(t: Translator, lost: LostEntry) -> str:
    """Name an entry that is lost by its kind."""
    return kind_name(t, lost.kind) if lost.kind is not None else t("Not known")


def loss_words(t: Translator, lost: LostEntry, lookup: Lookup) -> str:
    """Say what is known of an entry that is lost, and what of it is whole all the same."""
    if lost.kind is None:
        return t("one entry that nothing else speaks of")
    words = next((words for each in lost.about if (words := _gist(t, each, lookup))), "")
    told = _how_much(t, lost.sort, bool(words)).format(words=words)
    names = [name for name in lost.fields if name != "deleted"]
    if not 0 < len(names) <= MOST_FIELDS:
        return told
    fields = t.listed(field_name(t, lost.kind, name) for name in names)
    return t("{loss} ({fields})").format(loss=told, fields=fields)


def loss_when(t: Translator, lost: LostEntry, names: Mapping[UUID, str], zone: str = "") -> str:
    """Say when an entry that is lost was written, and by whom; in ``zone``, or else in that of the machine."""

    def time(moment: datetime) -> str:
        here = moment.astimezone(ZoneInfo(zone) if zone else None)
        return t("{day}, {time}").format(day=t.day(here.date(), "medium"), time=t.time(here))

    if lost.when is not None:
        when = time(lost.when)
        if lost.author is None:
            return when
        return t("{time}, {name}").format(time=when, name=author_name(t, names.get(lost.author, "")))
    if lost.after is not None and lost.before is not None and time(lost.after) != time(lost.before):
        return t("between {start} and {end}").format(start=time(lost.after), end=time(lost.before))
    if lost.after is not None:
        same = lost.before is not None
        return (t("about {time}") if same else t("after {time}")).format(time=time(lost.after))
    return t("before {time}").format(time=time(lost.before)) if lost.before is not None else ""


def _how_much(t: Translator, sort: str, is_named: bool) -> str:
    if sort == "earlier":
        named = t("an earlier change to “{words}”; a later one is whole")
        return named if is_named else t("an earlier change; a later one is whole")
    if sort == "later":
        named = t("a later change to “{words}”; an earlier one is whole")
        return named if is_named else t("a later change; an earlier one is whole")
    return t("all of it; “{words}”, which it goes with, is whole") if is_named else t("all of it")


def _gist(t: Translator, record_id: UUID, lookup: Lookup) -> str:
    record = lookup(record_id)
    return shortened(gist(t, record, lookup), LONGEST_GIST) if record is not None else ""


def _entries(t: Translator, number: int) -> str:
    return t.plural("{count} entry", "{count} entries", number)
