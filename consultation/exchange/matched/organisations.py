"""A table of organisations against those of the file: the same where the full name is, and no other place is said."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from consultation.errors import Sentence, sentence
from consultation.exchange.matched.known_words import Terms, agreed, parts_of
from consultation.exchange.matched.lister import MOST_ALIKE, Alike, Found, Said, labels_joined, language_of
from consultation.exchange.matched.people import spelling
from consultation.exchange.matched.row import Row, Table
from consultation.language import N_
from consultation.model import KnownVocabulary, Organisation
from consultation.store import Store

FIELDS = ("name", "short_name", "territory", "region", "actor", "parts", "member")


class Organisations:
    """Reads a table of organisations."""

    def __init__(self, store: Store, table: Table) -> None:
        self._language = language_of(store)
        self._regions = Terms(store, KnownVocabulary.REGION)
        self._actors = Terms(store, KnownVocabulary.ACTOR)
        self._known: dict[UUID, dict[str, Any]] = {}
        self._by_name: dict[str, list[UUID]] = {}
        self._by_short_name: dict[str, list[UUID]] = {}
        for record, *values in store.columns(Organisation, "id", *FIELDS):
            known = self._known[record] = dict(zip(FIELDS, values, strict=True))
            for name in {spelling(name) for name in known["name"].values()} - {""}:
                self._by_name.setdefault(name, []).append(record)
            for name in {spelling(name) for name in known["short_name"].values()} - {""}:
                self._by_short_name.setdefault(name, []).append(record)

    def read(self, row: Row) -> Said:
        names = row.labels("name", self._language)
        said = Said(next(iter(names.values()), ""), doubts=list(row.faults))
        values, remarks = said.values, said.remarks
        if not names:
            return said
        values["name"] = names
        if short := row.labels("short_name", self._language):
            values["short_name"] = short
        if territory := row.get("territory"):
            values["territory"] = territory
        for field, terms in (("region", self._regions), ("actor", self._actors)):
            if (text := row.get(field)) and (term := terms.read(text, remarks)):
                values[field] = term
        if (text := row.get("parts")) and (parts := parts_of(text, remarks)):
            values["parts"] = parts
        if text := row.get("member"):
            if (member := agreed(text)) is None:
                remarks.append(sentence(N_("“{value}” cannot be read; the row is taken without it"), value=text))
            else:
                values["member"] = member
        said.name_key = spelling(said.name)
        said.keys = ((said.name_key, spelling(territory)),)
        return said

    def find(self, said: Said) -> Found:
        names = {spelling(name) for name in said.values["name"].values()}
        shorts = {spelling(name) for name in said.values.get("short_name", {}).values()} | names
        same = list(dict.fromkeys(record for name in names for record in self._by_name.get(name, ())))
        here = [record for record in same if not self._is_elsewhere(record, said)]
        if len(here) == 1:
            return Found(here[0])
        near = [record for name in shorts for record in self._by_short_name.get(name, ())]
        near += [record for name in shorts - names for record in self._by_name.get(name, ())]
        alike = [
            self._alike(record, said, record in same) for record in list(dict.fromkeys([*same, *near]))[:MOST_ALIKE]
        ]
        doubts = [sentence(N_("it may be an organisation that is in the file"))] if alike else []
        return Found(None, tuple(alike), doubts)

    def known(self, record: UUID) -> Mapping[str, Any]:
        return self._known.get(record, {})

    def joined(self, known: Mapping[str, Any], said: Said) -> Mapping[str, Any]:
        whole = dict(said.values)
        for field in {"name", "short_name"} & whole.keys():
            whole[field] = labels_joined(known.get(field, {}), whole[field])
        if "parts" in whole:
            whole["parts"] = list(dict.fromkeys([*known.get("parts", ()), *whole["parts"]]))
        return whole

    def _is_elsewhere(self, record: UUID, said: Said) -> bool:
        here, there = said.values.get("territory", ""), self._known[record]["territory"]
        return bool(here and there) and spelling(here) != spelling(there)

    def _alike(self, record: UUID, said: Said, is_same_name: bool) -> Alike:
        known = self._known[record]
        why: Sentence
        if not is_same_name:
            why = sentence(N_("the same short name, another name"))
        elif self._is_elsewhere(record, said):
            why = sentence(N_("the same name, elsewhere: {territory}"), territory=known["territory"])
        else:
            why = sentence(N_("the same name"))
        return Alike(record, next(iter({**known["short_name"], **known["name"]}.values()), ""), why)
