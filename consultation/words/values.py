"""The value of any field, as a person reads it: labels instead of ids, dates as they are written, lists as lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from consultation.language import Translator, in_language
from consultation.model import Fact, Phrase, StatementKind, read_together
from consultation.words.choices import choice_name, consensus_name
from consultation.words.kinds import NAMES, kind_name
from consultation.words.records import Lookup, referred
from consultation.words.shortened import one_line
from consultation.words.vocabularies import Vocabularies, vocabulary_name

HIGHEST_SCORE = 5
MARK_DIGITS = 8
"""Of a hash: enough to see that two are not the same."""


class Values:
    """Puts the values of fields into words; ``lookup`` finds the records that ids stand for."""

    def __init__(self, t: Translator, lookup: Lookup, vocabularies: Vocabularies | None = None) -> None:
        self.t, self.lookup, self.vocabularies = t, lookup, vocabularies or {}
        self._writers: dict[str, Callable[[Any], list[str]]] = {
            "language": self._language,
            "languages": lambda value: [name for code in value for name in self._language(code)],
            "kinds": lambda value: [kind_name(t, kind) if kind in NAMES else kind for kind in value],
            "year": lambda value: [str(value)],
            "month": self._month,
            "half_year": self._half_year,
            "consensus": lambda value: [consensus_name(t, value)],
            "value": self._score,
            "deleted": lambda value: [t("Deleted") if value else t("Kept")],
            "emblem": lambda value: [t("A picture of {count} kB").format(count=t.number(len(value) // 1024 + 1))],
            "counted_on": lambda value: [t("the wording marked {mark}").format(mark=value[:MARK_DIGITS])],
            "revisions": lambda value: [t("the state of the file marked {mark}").format(mark=value[:MARK_DIGITS])],
            "packed": lambda value: [t("A text of {count} kB").format(count=t.number(len(value) // 1024 + 1))],
            "texts": lambda value: [name for code in value for name in self._language(code)],
            "terms": self._terms,
            "untranslated": lambda value: self._by_language(value, lambda code: self._language(code)[0]),
            "translations": lambda value: self._by_language(value, self._translation),
            "renderings": lambda value: self._by_language(value, self._translator),
            "left_out_in": lambda value: [name for code in value for name in self._language(code)],
            "recitals": lambda value: [self._recital(each) for each in value],
            "statements": lambda value: [self._statement(each) for each in value],
            "mandates": lambda value: [self._mandate(each) for each in value],
            "functions": lambda value: [self._function(each) for each in value],
            "took_over": lambda value: [self._taken_over(each) for each in value],
        }

    def words(self, name: str, value: Any) -> str:
        """Put the value of the field called ``name`` into words: a line for each part of it."""
        return "\n".join(self._lines(name, value))

    def line(self, name: str, value: Any) -> str:
        """Put the value of a field into words on one line."""
        return "; ".join(one_line(line) for line in self._lines(name, value))

    def alternatives(self, name: str, values: Sequence[Any]) -> list[str]:
        """Put several values of one field into words; of what is said in several languages, only what differs."""
        if not values or not all(isinstance(value, dict) for value in values) or name == "terms":
            return [self.words(name, value) for value in values]
        languages = list(dict.fromkeys(code for value in values for code in value))
        telling = [code for code in languages if len({repr(value.get(code) or "") for value in values}) > 1]
        shown = telling or languages
        parts = [{code: value[code] for code in shown if code in value} for value in values]
        if len(languages) == 1:
            return [self.words(name, part) for part in parts]
        return ["\n".join(self._each_language(name, part, shown)) for part in parts]

    def _lines(self, name: str, value: Any) -> list[str]:
        t = self.t
        if value is None or value in ("", [], {}):
            return [t("Nothing is entered")]
        if name in self._writers:
            return self._writers[name](value) or [t("Nothing is entered")]
        if isinstance(value, bool):
            return [t("Yes") if value else t("No")]
        if isinstance(value, StrEnum):
            return [choice_name(t, value)]
        if isinstance(value, UUID):
            return [referred(t, value, self.lookup)]
        if isinstance(value, datetime):
            return [t("{day}, {time}").format(day=t.day(value.date()), time=t.time(value))]
        if isinstance(value, date):
            return [t.day(value)]
        if isinstance(value, int):
            return [t.number(value)]
        if isinstance(value, dict):
            return self._by_language(value, self._phrase)
        if isinstance(value, list):
            return [self._entry(each) for each in value]
        return [str(value)]

    def _entry(self, value: Any) -> str:
        """Write one entry of a list; of one that is said in several languages, the language of the reader."""
        return in_language(value, self.t.language) if isinstance(value, dict) else self.line("", value)

    def _by_language(self, values: Mapping[str, Any], write: Callable[[Any], str]) -> list[str]:
        if len(values) == 1:
            return [write(each) or self.t("Nothing is entered") for each in values.values()]
        return [self._in_language_named(code, write(each)) for code, each in values.items()]

    def _each_language(self, name: str, values: Mapping[str, Any], languages: Iterable[str]) -> list[str]:
        """Write what is said in some languages, each named, also where there is only one or nothing in it."""
        return [
            self._in_language_named(code, self.words(name, {code: values[code]}) if values.get(code) else "")
            for code in languages
        ]

    def _in_language_named(self, code: str, words: str) -> str:
        language = self._language(code)[0]
        return self.t("{language}: {words}").format(language=language, words=words or "–")

    def _language(self, code: str) -> list[str]:
        name = self.t.language_name(code)
        return [name[:1].upper() + name[1:]]

    def _phrase(self, value: Any) -> str:
        """Write words in one language, be they a text or the parts of a paragraph."""
        if not isinstance(value, dict):
            return str(value)
        return read_together(Phrase(lead_in=value["lead_in"], addressed=value["addressed"], words=value["words"]))

    def _recital(self, value: Mapping[str, Any]) -> str:
        """Write a recital as it is read, with what has to be known for it."""
        needs = self.t.listed(choice_name(self.t, Fact(each)) for each in value["needs"])
        return self._with(self._entry(value["text"]), needs)

    def _translation(self, value: Mapping[str, Any]) -> str:
        return self._with(value["text"], self._translator(value))

    def _translator(self, value: Mapping[str, Any]) -> str:
        """Say who put words into a language."""
        if value["machine"]:
            return self.t("translated by a machine")
        return self.t("translated by {name}").format(name=self._named(value["by"])) if value["by"] else ""

    def _named(self, id_text: str) -> str:
        """Say what an id stands for that is written as text inside a value."""
        return referred(self.t, UUID(id_text), self.lookup) if id_text else ""

    def _with(self, words: str, more: str) -> str:
        return self.t("{words} ({more})").format(words=words, more=more) if more else words

    def _statement(self, value: Mapping[str, Any]) -> str:
        t = self.t
        kind = choice_name(t, StatementKind(value["kind"]))
        words = self._with(in_language(value["text"], t.language), self._named(value["organisation"]))
        return t("{kind}: {words}").format(kind=kind, words=words)

    def _mandate(self, value: Mapping[str, Any]) -> str:
        return self._with(in_language(value["what"], self.t.language), self._period(value))

    def _function(self, value: Mapping[str, Any]) -> str:
        parts = [part for part in (value["title"], self._named(value["organisation"])) if part]
        return self._with(", ".join(parts), self._period(value))

    def _period(self, value: Mapping[str, Any]) -> str:
        """Write the days from which and until which something holds, as far as they are known."""
        t = self.t
        starts, ends = self._day(value["starts"]), self._day(value["ends"])
        if starts and ends:
            return t("from {start} to {end}").format(start=starts, end=ends)
        if starts:
            return t("since {start}").format(start=starts)
        return t("until {end}").format(end=ends) if ends else ""

    def _day(self, text: str) -> str:
        """Write a day that is kept as text; one that no calendar has (30 February) stays as it is."""
        try:
            return self.t.day(date.fromisoformat(text))
        except ValueError:
            return text

    def _taken_over(self, value: Mapping[str, Any]) -> str:
        what = self._named(value["recommendation"])
        return self.t("{what}: {done}").format(what=what, done=value["done"]) if value["done"] else what

    def _terms(self, value: Mapping[str, list[UUID]]) -> list[str]:
        t = self.t
        return [
            t("{vocabulary}: {terms}").format(
                vocabulary=vocabulary_name(t, key, self.vocabularies), terms=self.line("", chosen)
            )
            for key, chosen in value.items()
        ]

    def _score(self, value: int) -> list[str]:
        t = self.t
        return [t("{score} of {highest}").format(score=t.number(value), highest=t.number(HIGHEST_SCORE))]

    def _month(self, value: str) -> list[str]:
        year, month = value.split("-")
        return [self.t.month(date(int(year), int(month), 1))]

    def _half_year(self, value: str) -> list[str]:
        return [half_year_name(self.t, value)]


def half_year_name(t: Translator, value: str) -> str:
    """Name a half-year such as "2020-H2"."""
    year, half = value.split("-H")
    words = t("first half of {year}") if half == "1" else t("second half of {year}")
    return words.format(year=year)
