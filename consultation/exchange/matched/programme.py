"""A programme against the sessions of the file: the same where the code is, or the title and the hour."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from itertools import count
from typing import Any
from uuid import UUID

from consultation.errors import sentence
from consultation.exchange.in_words import spelt
from consultation.exchange.matched.hours import WHEN, Hours
from consultation.exchange.matched.known_words import Terms, languages_of, named, one_of
from consultation.exchange.matched.lister import MOST_ALIKE, Alike, Found, Said, labels_joined, language_of
from consultation.exchange.matched.people import spelling
from consultation.exchange.matched.roles import Roles, with_more
from consultation.exchange.matched.row import Row, Table
from consultation.language import N_, in_language
from consultation.model import KnownVocabulary, Organisation, Session, SessionFormat, Track
from consultation.model.record import Labels
from consultation.store import Store

FIELDS = (
    *("code", "title", "purpose", "kind_term", "format", *WHEN, "room", "channel"),
    *("languages", "places", "track", "organisations", "partners"),
)
MADE_CODE = "S{number}"
"""What a session is called by of which the table says no code."""

_BETWEEN = re.compile(r"[;|\n]")
"""What stands between several organisations; a comma is part of many a name."""
_MOST_PLACES = 10**9


class Programme:
    """Reads a programme."""

    def __init__(self, store: Store, table: Table) -> None:
        self._language = language_of(store)
        self._hours = Hours(store, table)
        self._kinds = Terms(store, KnownVocabulary.SESSION_KIND)
        self._tracks = named((track.id, track.title.values()) for track in store.all(Track))
        self._organisations = named(
            (record, (*names.values(), *shorts.values()))
            for record, names, shorts in store.columns(Organisation, "id", "name", "short_name")
        )
        self._roles = Roles(store, table)
        self._known: dict[UUID, dict[str, Any]] = {}
        self._by_code: dict[str, UUID] = {}
        self._by_title: dict[str, list[UUID]] = {}
        self._by_hour: dict[tuple[str, datetime], list[UUID]] = {}
        for record, *values in store.columns(Session, "id", *FIELDS):
            known = self._known[record] = dict(zip(FIELDS, values, strict=True))
            self._by_code.setdefault(spelling(known["code"]), record)
            for title in {spelling(title) for title in known["title"].values()} - {""}:
                self._by_title.setdefault(title, []).append(record)
                if known["starts"]:
                    self._by_hour.setdefault((title, known["starts"]), []).append(record)

    def read(self, row: Row) -> Said:
        titles = row.labels("title", self._language)
        code = row.get("code")
        said = Said(next(iter(titles.values()), code), doubts=list(row.faults))
        if not said.name:
            return said
        values = said.values
        if code:
            values["code"] = code
        if titles:
            values["title"] = titles
        if purpose := row.labels("purpose", self._language):
            values["purpose"] = purpose
        for field in ("room", "channel"):
            if text := row.get(field):
                values[field] = text
        self._hours.read(row, said)
        self._read_choices(row, said)
        self._read_organisations(row, said)
        starts = values.get("starts")
        said.name_key = spelling(said.name)
        moment = starts.timestamp() if starts else values.get("month", "")
        said.keys = (("code", spelling(code)),) if code else ((said.name_key, moment),)
        if not code or starts:
            said.name_key = (said.name_key, moment)
        self._roles.read(row, self.find(said).record, said)
        return said

    def find(self, said: Said) -> Found:
        code = said.values.get("code", "")
        if code and (record := self._by_code.get(spelling(code))):
            return Found(record)
        titles = {spelling(title) for title in said.values.get("title", {}).values()}
        alike = list(dict.fromkeys(record for title in titles for record in self._by_title.get(title, ())[:MOST_ALIKE]))
        starts = said.values.get("starts")
        same = {record for title in titles for record in self._by_hour.get((title, starts), ())} if starts else set()
        if len(same) == 1 and not code:
            return Found(same.pop())
        if not alike:
            return Found()
        found = tuple(self._alike(record, said) for record in alike[:MOST_ALIKE])
        return Found(None, found, [sentence(N_("it may be a session that is in the file"))])

    def known(self, record: UUID) -> Mapping[str, Any]:
        return {**self._known.get(record, {}), **self._roles.of(record)}

    def joined(self, known: Mapping[str, Any], said: Said) -> Mapping[str, Any]:
        whole = dict(said.values)
        for field in {"title", "purpose"} & whole.keys():
            whole[field] = labels_joined(known.get(field, {}), whole[field])
        if spelling(known.get("code", "")) == spelling(whole.get("code", "")):
            whole.pop("code", None)
        if known.get("starts"):
            whole.pop("month", None)
        if set(known.get("organisations", ())) == set(whole.get("organisations", ())):
            whole.pop("organisations", None)
        return {**whole, **with_more(known, said.aside)}

    def _read_choices(self, row: Row, said: Said) -> None:
        values, remarks = said.values, said.remarks
        if (text := row.get("kind_term")) and (term := self._kinds.read(text, remarks)):
            values["kind_term"] = term
        if text := row.get("format"):
            self._keep(said, "format", one_of(SessionFormat, text), text)
        if (text := row.get("languages")) and (codes := languages_of(text, remarks)):
            values["languages"] = codes
        if text := row.get("places"):
            is_number = text.isdecimal() and int(text) <= _MOST_PLACES
            self._keep(said, "places", int(text) if is_number else None, text)
        if text := row.get("track"):
            track = self._tracks.get(spelt(text))
            if track:
                values["track"] = track
            else:
                unknown = N_("there is no track “{value}” in the file; the row is taken without it")
                remarks.append(sentence(unknown, value=text))

    def _read_organisations(self, row: Row, said: Said) -> None:
        """Read who holds a session: organisations of the file, and in words those that are not there."""
        held: dict[UUID, None] = {}
        in_words: list[Labels] = []
        for part in filter(None, (" ".join(part.split()) for part in _BETWEEN.split(row.text("organisations")))):
            pieces = [part] if spelt(part) in self._organisations else [piece.strip() for piece in part.split(",")]
            known = [self._organisations.get(spelt(piece)) for piece in pieces]
            if all(known):
                held.update((record, None) for record in known if record)
            else:
                in_words.append({self._language: part})
        if held:
            said.values["organisations"] = list(held)
        if in_words:
            said.values["partners"] = in_words

    def _is_at(self, record: UUID, starts: datetime | None) -> bool:
        return bool(starts) and self._known[record]["starts"] == starts

    def _alike(self, record: UUID, said: Said) -> Alike:
        known = self._known[record]
        is_same_hour = self._is_at(record, said.values.get("starts"))
        why = (
            N_("the same title and hour, another code") if is_same_hour else N_("the same title, not at the same hour")
        )
        return Alike(record, f"{known['code']}  {in_language(known['title'], self._language)}", sentence(why))

    @staticmethod
    def _keep(said: Said, field: str, value: object, text: str) -> None:
        if value is None:
            said.remarks.append(sentence(N_("“{value}” cannot be read; the row is taken without it"), value=text))
        else:
            said.values[field] = value


def made_codes(store: Store, given: Iterable[str]) -> Iterator[str]:
    """Make codes that no session has, of the file or of those ``given``."""
    taken = {spelling(code) for code in (*given, *(code for (code,) in store.columns(Session, "code", deleted=True)))}
    for number in count(1):
        code = MADE_CODE.format(number=number)
        if spelling(code) not in taken:
            yield code
