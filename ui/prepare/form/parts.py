"""What of a record a field holds, as text, and what is stored for a text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, Protocol
from uuid import UUID

from consultation.errors import WrongUsage
from consultation.exchange.leaves import Wrong
from consultation.exchange.matched.times import DayOrder, read_day, read_month
from consultation.language import N_, Translator, with_language, without_language
from consultation.model import Record, translation
from consultation.reading.zones import zone_typed


class Part(Protocol):
    """A part of a record that is typed."""

    @property
    def key(self) -> str:
        """What tells it from the other parts of the record."""

    def text(self, record: Record) -> str:
        """Return what the record holds, as it is typed."""

    def values(self, record: Record, text: str) -> dict[str, Any]:
        """Return what to store in the record's fields for a text; WrongUsage where it cannot be."""


class _Of:
    """A field of a record."""

    def __init__(self, name: str) -> None:
        self._name = name

    @property
    def key(self) -> str:
        return self._name


class _Spoken:
    """A field of a record, in the language at hand."""

    def __init__(self, name: str, language: Callable[[], str]) -> None:
        self._name, self._language = name, language

    @property
    def key(self) -> str:
        return f"{self._name}/{self._language()}"


class Plain(_Of):
    """A text."""

    def text(self, record: Record) -> str:
        return str(getattr(record, self._name))

    def values(self, record: Record, text: str) -> dict[str, Any]:
        return {self._name: text.strip()}


class Said(_Spoken):
    """A text in the language at hand, of labels in several."""

    def text(self, record: Record) -> str:
        return str(getattr(record, self._name).get(self._language(), ""))

    def values(self, record: Record, text: str) -> dict[str, Any]:
        return {self._name: with_language(getattr(record, self._name), self._language(), text.strip())}


class Translated(_Spoken):
    """The words of a record in the language at hand: its own where it was written in that, else their translation."""

    def __init__(self, name: str, language: Callable[[], str], author: Callable[[], UUID]) -> None:
        super().__init__(name, language)
        self._author = author

    def text(self, record: Any) -> str:
        if record.language in ("", self._language()):
            return str(getattr(record, self._name))
        kept = record.translations.get(self._language())
        return str(kept["text"]) if kept else ""

    def values(self, record: Any, text: str) -> dict[str, Any]:
        language, words = self._language(), text.strip()
        if record.language in ("", language):
            return {self._name: words}
        if not words:
            return {"translations": without_language(record.translations, language)}
        made = translation(words, of=getattr(record, self._name), by=self._author())
        return {"translations": {**record.translations, language: made}}


class DayOf(_Of):
    """A day."""

    def __init__(self, name: str, t: Translator, not_before: str = "", not_after: str = "", month: str = "") -> None:
        """The day must not lie before that of the field ``not_before``, nor after that of ``not_after``.

        Where there is a field ``month``, a month alone is kept in that.
        """
        super().__init__(name)
        self._t, self._month = t, month
        self._not_before, self._not_after = not_before, not_after

    def text(self, record: Record) -> str:
        kept = getattr(record, self._name)
        month = getattr(record, self._month) if self._month and not kept else ""
        if month:
            return self._t.month(date.fromisoformat(f"{month}-01"))
        return self._t.day(kept, "medium") if kept else ""

    def values(self, record: Record, text: str) -> dict[str, Any]:
        no_month = {self._month: ""} if self._month else {}
        if not text.strip():
            return {self._name: None, **no_month}
        try:
            typed = read_day(text, DayOrder.DAY_FIRST)
        except Wrong as error:
            if self._month and (month := read_month(text)):
                return {self._name: None, self._month: month}
            example = self._t.day(date(2021, 10, 5), "medium")
            raise WrongUsage(N_("This is no day. Type it as {example} or 2021-10-05."), example=example) from error
        first = getattr(record, self._not_before) if self._not_before else None
        last = getattr(record, self._not_after) if self._not_after else None
        if (first and typed < first) or (last and typed > last):
            raise WrongUsage(N_("The last day would lie before the first."))
        return {self._name: typed, **no_month}


class NumberOf(_Of):
    """A whole number that is not negative, or none."""

    def text(self, record: Record) -> str:
        kept = getattr(record, self._name)
        return "" if kept is None else str(kept)

    def values(self, record: Record, text: str) -> dict[str, Any]:
        if not text.strip():
            return {self._name: None}
        if not text.strip().isdecimal():
            raise WrongUsage(N_("This is no number: digits are asked for."))
        return {self._name: int(text)}


class LinesOf(_Of):
    """Several texts, one a line."""

    def text(self, record: Record) -> str:
        return "\n".join(getattr(record, self._name))

    def values(self, record: Record, text: str) -> dict[str, Any]:
        return {self._name: [line.strip() for line in text.splitlines() if line.strip()]}


class SaidLines(_Spoken):
    """Several texts in the language at hand, one a line, of a list of labels in several."""

    def text(self, record: Record) -> str:
        return "\n".join(labels.get(self._language(), "") for labels in getattr(record, self._name)).rstrip("\n")

    def values(self, record: Record, text: str) -> dict[str, Any]:
        lines = [line.strip() for line in text.splitlines()]
        held = list(getattr(record, self._name))
        places = range(max(len(lines), len(held)))
        pairs = [(held[n] if n < len(held) else {}, lines[n] if n < len(lines) else "") for n in places]
        made = [with_language(labels, self._language(), line) for labels, line in pairs]
        return {self._name: [labels for labels in made if labels]}


class Zone(_Of):
    """A time zone, by its name or that of its city."""

    def text(self, record: Record) -> str:
        return str(getattr(record, self._name))

    def values(self, record: Record, text: str) -> dict[str, Any]:
        zone = zone_typed(text)
        if not zone:
            raise WrongUsage(N_("There is no time zone of that name. Type a city, such as Istanbul."))
        return {self._name: zone}
