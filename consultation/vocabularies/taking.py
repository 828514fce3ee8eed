"""A table of terms looked at before it is taken in: what is new, what says something else, what is there already."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

from consultation.errors import SourceRefused
from consultation.exchange.cells import Sheet, unknown_column
from consultation.exchange.grid import Grid
from consultation.exchange.matched import Change, Standing
from consultation.exchange.names import AN_ID, folded
from consultation.exchange.tables import ID, TABLES
from consultation.exchange.tables import Column as TableColumn
from consultation.exchange.taking_in import Intake
from consultation.language import DOCUMENT_LANGUAGES, N_, own_language_name, translator
from consultation.model import Term, Vocabulary
from consultation.reading.vocabularies import spoken_languages
from consultation.store import Store, Written
from consultation.vocabularies.making import free_key

TABLE = TABLES["terms"]
REFERRING = ("parent", "family", "joined")
"""Fields that name another term of the vocabulary, by its id or its key, in the table or in the file."""


class TermPreview(NamedTuple):
    """What would become of a row."""

    number: int
    """As the spreadsheet counts it."""
    standing: Standing
    """New, changed or the same."""
    term: Term
    """As it would be."""
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class TermsPreview:
    """What would become of a table."""

    name: str
    rows: tuple[TermPreview, ...]

    def count(self, standing: Standing) -> int:
        """Count the rows of a kind."""
        return sum(row.standing is standing for row in self.rows)


def preview_terms(store: Store, grid: Grid, vocabulary: str = "") -> TermsPreview:
    """Look at a table of terms; nothing is written.

    Its first row names the columns as `terms` tables do; a column of names may also be called by its language ("fr",
    "French", "français"). ``vocabulary`` is meant where no column says which. A row is about the term of its id, else
    of its key, else of its name; an empty cell says nothing. SourceRefused names the row that cannot be read.
    """
    return _Reading(store, grid, vocabulary).read()


def take_terms(store: Store, preview: TermsPreview) -> Written:
    """Write what is new and what says something else, as one step; vocabularies that are named alone are made."""
    wanted = [row.term for row in preview.rows if row.standing is not Standing.SAME]
    known = {vocabulary.key for vocabulary in store.all(Vocabulary)}
    made = [Vocabulary(id=Vocabulary.id_of(key), key=key) for key in dict.fromkeys(t.vocabulary for t in wanted)]
    with store.together():
        return store.save_all([*(each for each in made if each.key not in known), *wanted])


class _Place(NamedTuple):
    """What a column is about."""

    at: int
    column: TableColumn
    path: tuple[str, ...]


class _Reading:
    """One table being looked at."""

    def __init__(self, store: Store, grid: Grid, vocabulary: str) -> None:
        self._store, self._grid, self._vocabulary = store, grid, vocabulary
        self._intake = Intake(store, grid.name, Term.kind())
        self._places, self._id_at = self._find_columns()
        everything = store.all(Term, deleted=True)
        self._terms = {term.id: term for term in everything if not term.deleted}
        self._deleted = {term.id for term in everything if term.deleted}
        self._by_name: dict[tuple[str, str], UUID] = {}
        for term in self._terms.values():
            self._learn(term)
        self._ranks: dict[str, int] = {}
        for term in self._terms.values():
            self._ranks[term.vocabulary] = max(self._ranks.get(term.vocabulary, -1), term.rank)

    def read(self) -> TermsPreview:
        """Look at every row; terms may name each other in any order."""
        begun = [(number, *self._begin(number, cells)) for number, cells in self._grid.rows[1:] if any(cells)]
        rows = []
        for number, term, values, before in begun:
            self._intake.row = number
            for field, named in values.items():
                setattr(term, field, self._named(term, field, named) if field in REFERRING else named)
            rows.append(_told(number, term, before))
        for row in rows:
            self._intake.row = row.number
            self._refuse_circle(row.term)
        return TermsPreview(self._grid.name, tuple(rows))

    def _find_columns(self) -> tuple[list[_Place], int | None]:
        heads = self._grid.rows[0][1] if self._grid.rows else []
        known, places, id_at = TABLE.by_heading(), list[_Place](), None
        names = _languages_by_name(spoken_languages(self._store))
        for at, head in enumerate(heads):
            first, *path = head.strip().split(".")
            column = known.get(folded(first).replace(" ", "_"))
            if folded(head) == ID:
                id_at = at
            elif folded(head) in names:
                places.append(_Place(at, known["label"], (names[folded(head)],)))
            elif column is not None and column.shape.knows(tuple(path)):
                places.append(_Place(at, column, tuple(path)))
            elif head.strip():
                raise unknown_column(Sheet(self._grid.name, tuple(heads), []), head, [ID, *known])
        if not any(place.column.field in ("label", "key") for place in places):
            raise SourceRefused(
                N_(
                    "“{name}” has no column with names. Nothing was imported. "
                    "Its first row has to name the columns: {columns}."
                ),
                name=self._grid.name,
                columns=", ".join(f"label.{code}" for code in spoken_languages(self._store)),
            )
        return places, id_at

    def _begin(self, number: int, cells: Sequence[str]) -> tuple[Term, dict[str, Any], Term | None]:
        """Find the term of a row, or make it; return it with what the row says, and as it was."""
        self._intake.row = number
        values = self._values(cells)
        vocabulary = values.pop("vocabulary", "") or self._vocabulary
        if not vocabulary:
            self._intake.refuse(N_("the column “{column}” is empty"), column="vocabulary")
        given = self._given_id(cells)
        before = self._terms.get(given) if given else self._find(vocabulary, values)
        labels = values.pop("label", {})
        key = values.pop("key", "")
        if before is None:
            term = self._make(given, vocabulary, key, labels)
        else:
            term = Term(**deepcopy(before.model_dump()))
            term.label = {**term.label, **labels}
        for field, value in list(values.items()):
            if isinstance(value, Mapping):
                values[field] = {**getattr(term, field), **value}
        self._terms[term.id] = term
        self._learn(term)
        return term, values, before

    def _values(self, cells: Sequence[str]) -> dict[str, Any]:
        """Return what a row says, by field; another term is named as it stands there."""
        said: dict[str, tuple[TableColumn, list[tuple[tuple[str, ...], str]]]] = {}
        for at, column, path in self._places:
            if at < len(cells) and cells[at].strip():
                said.setdefault(column.field, (column, []))[1].append((path, cells[at]))
        values: dict[str, Any] = {}
        for field, (column, parts) in said.items():
            named = field in REFERRING
            values[field] = parts[0][1].strip() if named else self._intake.gather(column.shape, parts, column.heading)
        return values

    def _given_id(self, cells: Sequence[str]) -> UUID | None:
        text = cells[self._id_at].strip() if self._id_at is not None and self._id_at < len(cells) else ""
        if text and not AN_ID.fullmatch(text):
            self._intake.refuse(N_("“{value}” is not the id of a record"), value=text)
        if text and UUID(text) in self._deleted:
            self._intake.refuse(N_("the record of this id was deleted in the file; restore it, or take the row out"))
        return UUID(text) if text else None

    def _find(self, vocabulary: str, values: Mapping[str, Any]) -> Term | None:
        names = [values["key"]] if values.get("key") else [name for name in values.get("label", {}).values() if name]
        if not names:
            self._intake.refuse(N_("the term has neither a name nor a key"))
        found = (self._by_name.get((vocabulary, folded(name))) for name in names)
        term = next((each for each in found if each is not None), None)
        return self._terms[term] if term is not None else None

    def _make(self, given: UUID | None, vocabulary: str, key: str, labels: Mapping[str, str]) -> Term:
        if not (key or labels):
            self._intake.refuse(N_("the term has neither a name nor a key"))
        taken = {term.key for term in self._terms.values() if term.vocabulary == vocabulary}
        key = key or free_key(next(iter(labels.values())), taken, vocabulary)
        rank = self._ranks[vocabulary] = self._ranks.get(vocabulary, -1) + 1
        label = dict(labels) or {spoken_languages(self._store)[0]: key}
        return Term(id=given or self._store.new_id(), vocabulary=vocabulary, key=key, label=label, rank=rank)

    def _learn(self, term: Term) -> None:
        for name in (term.key, *term.label.values()):
            if name.strip():
                self._by_name.setdefault((term.vocabulary, folded(name)), term.id)

    def _named(self, term: Term, field: str, named: str) -> UUID:
        """Find the term that another names."""
        found = UUID(named) if AN_ID.fullmatch(named) else self._by_name.get((term.vocabulary, folded(named)))
        if found is None or (found in self._terms and self._terms[found].vocabulary != term.vocabulary):
            self._intake.refuse(
                N_("in the column “{column}”, there is no term “{value}” in this vocabulary"), column=field, value=named
            )
        return found

    def _refuse_circle(self, term: Term) -> None:
        passed: set[UUID] = set()
        at: Term | None = term
        while at is not None and at.parent is not None and at.id not in passed:
            passed.add(at.id)
            if at.parent == term.id:
                self._intake.refuse(N_("“{value}” would stand under itself"), value=term.key)
            at = self._terms.get(at.parent)


def _told(number: int, term: Term, before: Term | None) -> TermPreview:
    if before is None:
        return TermPreview(number, Standing.NEW, term, ())
    fields = [column.field for column in TABLE.columns]
    changes = tuple(
        Change(field, getattr(before, field), getattr(term, field))
        for field in fields
        if getattr(before, field) != getattr(term, field)
    )
    return TermPreview(number, Standing.CHANGED if changes else Standing.SAME, term, changes)


def _languages_by_name(codes: Sequence[str]) -> dict[str, str]:
    """Return languages by everything a head calls them: code, name in that language and in those of the program."""
    found: dict[str, str] = {}
    for code in dict.fromkeys([*codes, *DOCUMENT_LANGUAGES]):
        said = (translator(language).language_name(code) for language in DOCUMENT_LANGUAGES)
        for name in (code, own_language_name(code), *said):
            found.setdefault(folded(name), code)
    return found
