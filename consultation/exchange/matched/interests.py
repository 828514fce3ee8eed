"""A table of expressions of interest, most often the answers of a form, against those of the file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from consultation.errors import sentence
from consultation.exchange.in_words import spelt
from consultation.exchange.leaves import Wrong
from consultation.exchange.matched.known_words import languages_of, named
from consultation.exchange.matched.lister import MOST_ALIKE, Alike, Found, Said
from consultation.exchange.matched.people import Directory, name_key, spelling
from consultation.exchange.matched.row import Row, Table
from consultation.exchange.matched.times import order_of, read_day
from consultation.language import N_
from consultation.model import Interest, Organisation, Person
from consultation.store import Store

FIELDS = ("title", "text", "language", "person", "organisation", "who", "contact", "received")
_ASKER = ("person", "organisation", "who", "contact")


class Interests:
    """Reads a table of expressions of interest."""

    def __init__(self, store: Store, table: Table) -> None:
        self._directory = Directory(store)
        self._organisations = named(
            (record, (*names.values(), *shorts.values()))
            for record, names, shorts in store.columns(Organisation, "id", "name", "short_name")
        )
        self._names = dict(store.columns(Person, "id", "name"))
        self._order = order_of(table.column("received"))
        self._known: dict[UUID, dict[str, Any]] = {}
        self._by_title: dict[str, list[UUID]] = {}
        self._by_sign: dict[tuple[str, object], list[UUID]] = {}
        """By the title and one thing that is said of who asks."""
        for record, *values in store.columns(Interest, "id", *FIELDS):
            self._known[record] = dict(zip(FIELDS, values, strict=True))
            self._by_title.setdefault(spelling(values[0]), []).append(record)
            for sign in self._signs(self._known[record]):
                self._by_sign.setdefault(sign, []).append(record)

    def read(self, row: Row) -> Said:
        title = row.get("title")
        said = Said(title, {"title": title}, doubts=list(row.faults))
        if not title:
            return said
        values = said.values
        if text := row.text("text"):
            values["text"] = text
        self._read_who(row, said)
        reached = [row.get("mail"), row.get("telephone"), row.get("contact")]
        if contact := "; ".join(dict.fromkeys(filter(None, reached))):
            values["contact"] = contact
        if (text := row.get("language")) and (codes := languages_of(text, said.remarks)):
            values["language"] = codes[0]
        if (text := row.get("received")) and (day := self._received(text, said)):
            values["received"] = day
        said.name_key = spelling(title)
        signs = (name_key(row.get("who")), row.get("mail").casefold(), spelling(row.get("organisation")))
        said.keys = ((said.name_key, *signs),)
        return said

    def find(self, said: Said) -> Found:
        alike = self._by_title.get(spelling(said.name), [])
        signed = {record for sign in self._signs(said.values) for record in self._by_sign.get(sign, ())[:MOST_ALIKE]}
        sure = [record for record in signed if self._is_same_asker(self._known[record], said.values)]
        if len(sure) == 1:
            return Found(sure[0])
        why = sentence(N_("the same title, asked by somebody else, or nobody knows by whom"))
        doubts = [sentence(N_("it may be an expression of interest that is in the file"))] if alike else []
        return Found(None, tuple(Alike(record, self._asker(record), why) for record in alike[:MOST_ALIKE]), doubts)

    def known(self, record: UUID) -> Mapping[str, Any]:
        return self._known.get(record, {})

    def joined(self, known: Mapping[str, Any], said: Said) -> Mapping[str, Any]:
        whole = dict(said.values)
        if spelling(known.get("title", "")) == spelling(whole["title"]):
            del whole["title"]
        if known.get("person"):
            whole.pop("who", None)
        return whole

    def _read_who(self, row: Row, said: Said) -> None:
        """Find who asks among the people and organisations of the file; who is not there is kept in words."""
        who, house = row.get("who"), row.get("organisation")
        organisation = self._organisations.get(spelt(house)) if house else None
        person = self._directory.find(who, house, row.get("mail")).record if who else None
        if organisation:
            said.values["organisation"] = organisation
        if person:
            said.values["person"] = person
        words = ["" if person else who, "" if organisation else house]
        if in_words := ", ".join(filter(None, words)):
            said.values["who"] = in_words

    def _received(self, text: str, said: Said) -> date | None:
        try:
            return read_day(text, self._order)
        except Wrong as error:
            said.doubts.append(error.sentence)
            return None

    @staticmethod
    def _signs(values: Mapping[str, Any]) -> list[tuple[str, object]]:
        """Return the title with each thing that is said of who asks."""
        said = [values.get(field) for field in _ASKER]
        return [(spelling(values["title"]), spelling(sign) if isinstance(sign, str) else sign) for sign in said if sign]

    @staticmethod
    def _is_same_asker(known: Mapping[str, Any], values: Mapping[str, Any]) -> bool:
        """Tell whether the same person or organisation asks: something is said of it twice, and nothing otherwise."""
        said = [(known[field], values.get(field)) for field in _ASKER]
        both = [(before, after) for before, after in said if before and after]
        return bool(both) and all(
            spelling(before) == spelling(after) if isinstance(before, str) else before == after
            for before, after in both
        )

    def _asker(self, record: UUID) -> str:
        known = self._known[record]
        who = self._names.get(known["person"], "") or known["who"]
        return f"{known['title']} ({who})" if who else str(known["title"])
