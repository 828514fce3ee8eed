"""A table of the words to choose from against those of the file: known by their code, never by a name alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple
from uuid import UUID

from consultation.errors import Sentence, sentence
from consultation.exchange.grid import Grid
from consultation.exchange.in_words import spelt
from consultation.exchange.leaves import Wrong
from consultation.exchange.matched.columns import match_columns
from consultation.exchange.matched.fields import Listing
from consultation.exchange.matched.known_words import agreed, one_of
from consultation.exchange.matched.lister import MOST_ALIKE, Alike, Found, Said, language_of
from consultation.exchange.matched.row import Row, Table
from consultation.exchange.matched.times import order_of, read_day
from consultation.exchange.matched.weighed import Answer, Answers, RowPreview, Standing
from consultation.exchange.names import folded
from consultation.language import DOCUMENT_LANGUAGES, N_, translator
from consultation.model import KnownVocabulary, Term, Vocabulary, Voice
from consultation.reading.vocabularies import name_of_term
from consultation.store import Store
from consultation.vocabularies.making import free_key
from consultation.words import vocabulary_name

PER_LANGUAGE = ("label", "description", "heading", "brief", "to_do", "following")
REFERRING = ("parent", "joined", "family")
"""The fields that name another term of the vocabulary, one of the file or of the table."""
FIELDS = (*PER_LANGUAGE, *REFERRING, "voice", "retired", "decides_on")

CIRCLES = {
    "parent": N_("“{value}” would stand under itself"),
    "joined": N_("“{value}” would be joined with itself"),
}
"""The fields that never lead back to where one began, and what is wrong where they would."""

NO_VOCABULARY = N_("there is no vocabulary “{value}” in the file")


def of_vocabulary(grid: Grid, key: str) -> Grid:
    """Have a table without a column of vocabularies say in each row that it is of this one."""
    columns = match_columns(grid, Listing.TERMS)
    if columns.of("vocabulary") is not None or columns.heads is None:
        return grid
    at, width = columns.heads, grid.width
    rows = [
        (number, [*cells, *[""] * (width - len(cells)), "vocabulary" if place == at else key if place > at else ""])
        for place, (number, cells) in enumerate(grid.rows)
    ]
    return grid._replace(rows=rows)


class _Named(NamedTuple):
    """What a row is about, before what it says of it is read."""

    vocabulary: str
    code: str
    is_known: bool
    """Its code is one of the file."""
    record: UUID
    """The term of that code, else the one that would be made of the row."""


class VocabularyTerms:
    """Reads a table of terms; its rows may name each other in any order."""

    def __init__(self, store: Store, table: Table) -> None:
        self._store = store
        self._language = language_of(store)
        self._terms = {term.id: term for term in store.all(Term)}
        self._order = order_of(table.column("decides_on"))
        self._described = {each.key: each.label for each in store.all(Vocabulary)}
        self._vocabularies = dict(self._called())
        self._by_code: dict[tuple[str, str], list[UUID]] = {}
        self._by_name: dict[tuple[str, str], list[UUID]] = {}
        self._ranks: dict[str, int] = {}
        for term in self._terms.values():
            self._learn(term.vocabulary, term.key, term.label.values(), term.id)
            self._ranks[term.vocabulary] = max(self._ranks.get(term.vocabulary, -1), term.rank)
        self._in_file = frozenset(self._by_name)
        self._rows: dict[int, _Named] = {}
        for row in table.rows():
            self._meet(row)
        self._met = {named.record for named in self._rows.values() if named.is_known}

    def read(self, row: Row) -> Said:
        named, labels = self._rows[row.number], row.labels("label", self._language)
        if not row.get("vocabulary"):
            return Said("", doubts=[*row.faults, sentence(N_("nothing says of which vocabulary it is"))])
        there = name_of_term(self._terms[named.record], self._language) if named.is_known else row.get("key")
        said = Said(next(iter(labels.values()), there), doubts=list(row.faults), record=named.record)
        if not said.name:
            return said
        values = said.values
        values.update(vocabulary=named.vocabulary, key=named.code, rank=self._rank(named))
        for field in PER_LANGUAGE:
            if said_in := row.labels(field, self._language):
                values[field] = said_in
        self._read_vocabulary(row, named, said)
        for field in REFERRING:
            if text := row.get(field):
                self._refer(field, text, named, said)
        self._read_rest(row, said)
        said.keys = ((named.vocabulary, folded(named.code)),)
        said.name_key = said.keys[0] if row.get("key") else (named.vocabulary, "", spelt(said.name))
        return said

    def find(self, said: Said) -> Found:
        place = (said.values["vocabulary"], folded(said.values["key"]))
        same = [record for record in self._by_code.get(place, ()) if record in self._terms]
        if len(same) == 1 and same[0] == said.record:
            return Found(same[0])
        if same:
            return Found(None, self._alike(same), [sentence(N_("several terms of the file have this code"))])
        names = {spelt(name) for name in (said.name, *said.values.get("label", {}).values())}
        alike = {each: None for name in names for each in self._by_name.get((place[0], name), ())}
        near = [each for each in alike if each in self._terms and each not in self._met]
        doubts = [sentence(N_("it may be a term that is in the file: only a code tells for sure"))] if near else []
        return Found(None, self._alike(near), doubts)

    def known(self, record: UUID) -> Mapping[str, Any]:
        term = self._terms.get(record)
        return {field: getattr(term, field) for field in FIELDS} if term is not None else {}

    def joined(self, known: Mapping[str, Any], said: Said) -> Mapping[str, Any]:
        whole = {field: value for field, value in said.values.items() if field in FIELDS}
        for field in whole.keys() & set(PER_LANGUAGE):
            there = known.get(field, {})
            whole[field] = {
                **there,
                **{c: text for c, text in whole[field].items() if text != there.get(c, "").strip()},
            }
        return whole

    def settled(self, rows: Sequence[RowPreview], answers: Answers) -> Sequence[RowPreview]:
        """Have rows doubtful that name a term which is not taken in, or lead to a circle.

        A vocabulary to which somebody has agreed once is agreed to in all rows; so it is asked for once.
        """
        agreed_to = {
            row.said.values["vocabulary"] for row in rows if row.said.needs and answers.get(row.number) is Answer.TAKE
        }
        chosen = {row.said.record: row.record for row in rows if isinstance(answers.get(row.number), UUID)}
        settled = [_naming(self._agreed(row, agreed_to), chosen) for row in rows]
        while wrong := dict(self._wrong(settled)):
            answered = {place for place in wrong if settled[place].number in answers}
            for place in answered or wrong:  # without what was answered first: then the rest may stand
                settled[place] = _without(settled[place], *wrong[place], place in answered)
        return settled

    def _called(self) -> Iterator[tuple[str, str]]:
        """Give everything the vocabularies are called, with their keys."""
        keys = [*KnownVocabulary, *self._described, *(term.vocabulary for term in self._terms.values())]
        for key in dict.fromkeys(map(str, keys)):
            labels = self._described.get(key, {})
            ours = (vocabulary_name(translator(language), key, {key: labels}) for language in DOCUMENT_LANGUAGES)
            yield from ((spelt(name), key) for name in (*labels.values(), *ours))
        yield from ((spelt(key), key) for key in map(str, keys))

    def _learn(self, vocabulary: str, code: str, names: Iterable[str], record: UUID) -> None:
        self._by_code.setdefault((vocabulary, folded(code)), []).append(record)
        for name in {spelt(name) for name in names if name.strip()}:
            self._by_name.setdefault((vocabulary, name), []).append(record)

    def _meet(self, row: Row) -> None:
        """Find which term a row is about by its code; what is new gets an id, so that other rows can name it."""
        called = row.get("vocabulary")
        vocabulary = self._vocabularies.get(spelt(called)) or free_key(called, (), "vocabulary")
        names, code = list(row.labels("label", self._language).values()), row.get("key")
        if not code and names:
            taken = {key for of, key in self._by_code if of == vocabulary}
            code = free_key(names[0], taken, vocabulary)
        found = self._by_code.get((vocabulary, folded(code)), [])
        is_known = bool(found) and found[0] in self._terms
        record = found[0] if is_known else self._store.new_id()
        self._rows[row.number] = _Named(vocabulary, code, is_known, record)
        if not found and code:
            fresh = [name for name in names if (vocabulary, spelt(name)) not in self._in_file]
            self._learn(vocabulary, code, fresh, record)

    def _rank(self, named: _Named) -> int:
        """Return the place of a new term: behind all of the file and of the rows above."""
        if not named.is_known:
            self._ranks[named.vocabulary] = self._ranks.get(named.vocabulary, -1) + 1
        return self._ranks.get(named.vocabulary, 0)

    def _read_vocabulary(self, row: Row, named: _Named, said: Said) -> None:
        called, key = row.get("vocabulary"), named.vocabulary
        if key in self._described:
            return
        is_known = spelt(called) in self._vocabularies
        label = {} if is_known or called == key else {self._language: called}
        said.needs = (Vocabulary(id=Vocabulary.id_of(key), key=key, label=label),)
        if not is_known:
            said.doubts.append(sentence(NO_VOCABULARY, value=called))

    def _refer(self, field: str, text: str, named: _Named, said: Said) -> None:
        """Read which term another names: by its code, else by a name that no other has."""
        vocabulary = named.vocabulary
        found = self._by_code.get((vocabulary, folded(text))) or self._by_name.get((vocabulary, spelt(text)), [])
        if len(found) == 1:
            said.values[field] = found[0]
        else:
            unknown, several = N_("there is no term “{value}” in this vocabulary"), N_("“{value}” may be several terms")
            said.doubts.append(sentence(several if found else unknown, value=text))

    def _read_rest(self, row: Row, said: Said) -> None:
        readings: dict[str, Any] = {
            "retired": agreed,
            "voice": lambda text: one_of(Voice, text),
            "decides_on": lambda text: read_day(text, self._order),
        }
        for field, read in readings.items():
            if text := row.get(field):
                try:
                    value = read(text)
                except Wrong:
                    value = None
                if value is None:
                    unread = N_("“{value}” cannot be read; the row is taken without it")
                    said.remarks.append(sentence(unread, value=text))
                else:
                    said.values[field] = value

    def _alike(self, records: Sequence[UUID]) -> tuple[Alike, ...]:
        terms = [self._terms[record] for record in records[:MOST_ALIKE]]
        why = N_("the same name, and the code {code}")
        return tuple(Alike(term.id, name_of_term(term, self._language), sentence(why, code=term.key)) for term in terms)

    def _agreed(self, row: RowPreview, vocabularies: set[str]) -> RowPreview:
        """Have a row be taken whose only doubt is a vocabulary that was agreed to."""
        asked = row.standing is Standing.DOUBTFUL and row.said.needs and row.said.values["vocabulary"] in vocabularies
        if asked and all(doubt.message == NO_VOCABULARY for doubt in row.doubts):
            return row._replace(standing=Standing.NEW, doubts=())
        return row

    def _wrong(self, rows: Sequence[RowPreview]) -> Iterator[tuple[int, tuple[str, Sentence]]]:
        """Give the places of rows that cannot be taken as they are, each with a field and why."""
        there = {*self._terms, *(row.said.record for row in rows if row.standing is Standing.NEW)}
        ways = {field: self._way(rows, field) for field in CIRCLES}
        for place, row in enumerate(rows):
            for field in REFERRING:
                value = _reference(row, field)
                if value is not None and value not in there:
                    yield place, (field, sentence(N_("it names a term that is not taken in")))
                elif value is not None and field in CIRCLES and _leads_back(_about(row), ways[field]):
                    yield place, (field, sentence(CIRCLES[field], value=row.name))

    def _way(self, rows: Sequence[RowPreview], field: str) -> dict[UUID | None, UUID | None]:
        """Return which term each would lead to, once the rows were taken in."""
        way: dict[UUID | None, UUID | None] = {term.id: getattr(term, field) for term in self._terms.values()}
        for row in rows:
            if (value := _reference(row, field)) is not None:
                way[_about(row)] = value
        return way


def _naming(row: RowPreview, chosen: Mapping[UUID | None, UUID | None]) -> RowPreview:
    """Have a row name the terms of the file that somebody chose for other rows."""
    named = {field: chosen[value] for field in REFERRING if (value := row.said.values.get(field)) and chosen.get(value)}
    if not named:
        return row
    changes = tuple(each._replace(after=named.get(each.field, each.after)) for each in row.changes)
    return row._replace(changes=changes, said=replace(row.said, values={**row.said.values, **named}))


def _about(row: RowPreview) -> UUID | None:
    return row.record if row.standing is Standing.CHANGED else row.said.record


def _reference(row: RowPreview, field: str) -> UUID | None:
    """Return the term that a row which is taken would name in a field."""
    if row.standing is Standing.NEW:
        found: UUID | None = row.said.values.get(field)
        return found
    if row.standing is Standing.CHANGED:
        return next((change.after for change in row.changes if change.field == field), None)
    return None


def _leads_back(start: UUID | None, way: Mapping[UUID | None, UUID | None]) -> bool:
    passed: set[UUID | None] = set()
    at = way.get(start)
    while at is not None and at != start and at not in passed:
        passed.add(at)
        at = way.get(at)
    return at is not None and at == start


def _without(row: RowPreview, field: str, doubt: Sentence, is_answered: bool) -> RowPreview:
    """Have a row wait for a person; where one has answered, take it without that field."""
    doubts = (*row.doubts, doubt)
    if not is_answered:
        return row._replace(standing=Standing.DOUBTFUL, doubts=doubts)
    values = {name: value for name, value in row.said.values.items() if name != field}
    changes = tuple(change for change in row.changes if change.field != field)
    standing = Standing.SAME if row.standing is Standing.CHANGED and not changes else row.standing
    return row._replace(standing=standing, doubts=doubts, changes=changes, said=replace(row.said, values=values))
