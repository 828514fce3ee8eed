"""Reading a table of any kind, with or without ids, into a file: all rows or none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from consultation.exchange.cells import Sheet, no_rows, refuse_twice, unknown_column
from consultation.exchange.names import AN_ID, folded
from consultation.exchange.shapes import One, Path
from consultation.exchange.tables import ID, ID_COLUMN, Column, Table
from consultation.exchange.taking_in import Imported, Intake, as_said
from consultation.exchange.writing import cells_of, heading_of
from consultation.language import N_, inert
from consultation.model import Consultation, Record, Session, fingerprint
from consultation.store import Store
from consultation.store.validating import beginnings

Place = tuple[int, Column, Path]
"""Where in a row a cell stands, and what it is about."""


def import_rows(store: Store, sheet: Sheet, table: Table) -> Imported:
    """Read a table into the file: all rows, or, at any wrong one, none.

    A row whose id is in the file is passed over when it says what the record says, and refused when it says anything
    else: a table adds, it never changes what people wrote. A row without an id is passed over when a record says the
    same in all of its columns.
    """
    places = _places(sheet, table)
    with store.together():
        return _Reading(store, sheet, table, places).read()


class _Reading:
    """One table being read into one file."""

    def __init__(self, store: Store, sheet: Sheet, table: Table, places: Sequence[Place]) -> None:
        self._store = store
        self._sheet = sheet
        self._table = table
        self._places = [place for place in places if place[1].field != ID]
        self._id_at = next((at for at, column, _ in places if column.field == ID), None)
        self._intake = Intake(store, sheet.name, table.kind.kind())
        self._headings = [heading_of(column, path) for _, column, path in self._places]
        self._known: dict[UUID, Record] = {record.id: record for record in store.all(table.kind, deleted=True)}
        self._there: set[tuple[str, ...]] | None = None
        self._new: set[UUID] = set()
        self._code_at = next((at for at, column, _ in self._places if column.field == "code"), None)
        self._by_code = self._sessions_by_code() if table.kind is Session else {}

    def read(self) -> Imported:
        """Read every row and write what is new."""
        done = self._intake.write(self._sheet.rows, self._take_in)
        done.records = len(self._new)
        if self._table.kind is Consultation and self._new:
            self._store.name_consultation(self._store.get(Consultation, next(iter(self._new))))
        return done

    def _take_in(self, row: tuple[int, list[str]]) -> None:
        self._intake.row, cells = row
        given = self._given_id(cells)
        record = given or self._by_code.get(folded(self._code(cells)))
        values = self._values(cells)
        if record is None:
            _date_translations(values)
        if self._is_there(record, given, values, cells):
            self._intake.done.already_there += 1
            return
        self._refuse_second_consultation()
        if given in self._new:
            self._intake.refuse(N_("the id “{value}” is there twice"), value=str(given))
        if record in self._new:
            self._intake.refuse(N_("the code “{value}” is there twice"), value=self._code(cells))
        self._new.add(self._intake.make(self._table.kind, record, **values))

    def _sessions_by_code(self) -> dict[str, UUID]:
        """Find the sessions the rows are about: they may lead to each other by their codes, in any order."""
        called = self._intake.names.of(Session)
        for number, cells in self._sheet.rows:
            self._intake.row = number
            code = self._code(cells)
            if code and folded(code) not in called.ids:
                called.add(self._given_id(cells) or self._store.new_id(), [code])
        return called.ids

    def _code(self, cells: Sequence[str]) -> str:
        """Return the code by which a session is known, in a table of sessions."""
        return cells[self._code_at].strip() if self._code_at is not None and self._code_at < len(cells) else ""

    def _given_id(self, cells: Sequence[str]) -> UUID | None:
        text = cells[self._id_at].strip() if self._id_at is not None and self._id_at < len(cells) else ""
        if text and not AN_ID.fullmatch(text):
            self._intake.refuse(N_("“{value}” is not the id of a record"), value=text)
        return UUID(text) if text else None

    def _values(self, cells: Sequence[str]) -> dict[str, Any]:
        """Return what a row says, by field; what it says nothing of is left to the record."""
        said: dict[str, tuple[Column, list[tuple[Path, str]]]] = {}
        for at, column, path in self._places:
            if at < len(cells) and cells[at].strip():
                said.setdefault(column.field, (column, []))[1].append((path, cells[at]))
        values: dict[str, Any] = {}
        for name, (column, parts) in said.items():
            if isinstance(column.shape, One):
                values[name] = self._intake.cell(column.shape, parts[0][1], column.heading)
            else:
                values[name] = self._intake.gather(column.shape, parts, column.heading)
        for name in self._table.required():
            if name not in values:
                self._intake.refuse(N_("the column “{column}” is empty"), column=name)
        return values

    def _is_there(
        self, record: UUID | None, given: UUID | None, values: Mapping[str, Any], cells: Sequence[str]
    ) -> bool:
        """Tell whether the file says all that the row says; refuse a row that would change a record."""
        said = self._said(values)
        if record is None:
            return self._as_row(said) in self._rows_there()
        known = self._known.get(record)
        if known is None:
            return False
        if known.deleted:
            self._intake.refuse(N_("the record of this id was deleted in the file; restore it, or take the row out"))
        if self._as_row(said, cells) != self._as_row(self._cells(known), cells):
            self._intake.refuse(
                N_("the record of this id is in the file with other words; take the row out, or empty its id")
                if given
                else N_(
                    "the session of this code is in the file with other words; take the row out, or write another code"
                )
            )
        return True

    def _said(self, values: Mapping[str, Any]) -> dict[str, str]:
        """Return what a row says in the words in which a table would write it."""
        whole = {**beginnings(self._table.kind), **values}
        return {
            heading_of(column, path): inert(text)
            for column in self._table.columns
            for path, text in column.shape.spread(whole[column.field], self._intake.names)
        }

    def _cells(self, record: Record) -> dict[str, str]:
        return {name: inert(text) for name, text in cells_of(self._table, record, self._intake.names)}

    def _as_row(self, said: Mapping[str, str], cells: Sequence[str] | None = None) -> tuple[str, ...]:
        """Return what is compared: all of the table's columns, or, with ``cells``, those in which something stands."""
        return as_said(
            said.get(heading, "")
            for heading, (at, _, _) in zip(self._headings, self._places, strict=True)
            if cells is None or (at < len(cells) and cells[at].strip())
        )

    def _rows_there(self) -> set[tuple[str, ...]]:
        if self._there is None:
            self._there = {self._as_row(self._cells(record)) for record in self._known.values() if not record.deleted}
        return self._there

    def _refuse_second_consultation(self) -> None:
        if self._table.kind is Consultation and (self._known or self._new):
            self._intake.refuse(N_("the file is about a consultation already, and can be about one alone"))


def _places(sheet: Sheet, table: Table) -> list[Place]:
    """Find what each column of a table is about; SourceRefused when one is unknown, missing or there twice."""
    if not sheet.heading:
        raise no_rows(sheet.name, ", ".join([ID, *table.required()]))
    known = table.by_heading()
    places: list[Place] = []
    for at, heading in enumerate(sheet.heading):
        if not heading:
            continue
        first, *rest = heading.split(".")
        path = tuple(word.strip().lower() if len(word.strip()) <= 3 else word.strip() for word in rest)
        column = known.get(first.strip().casefold())
        if heading.casefold() == ID:
            column, path = ID_COLUMN, ()
        if column is None or (column.field != ID and not column.shape.knows(path)):
            raise unknown_column(sheet, heading, [ID, *known])
        places.append((at, column, path))
    refuse_twice(sheet, [heading_of(column, path) for _, column, path in places])
    return places


def _date_translations(values: dict[str, Any]) -> None:
    """Let translations that somebody typed beside a text be translations of that text."""
    text = values.get("text") or values.get("title") or ""
    for translation in values.get("translations", {}).values():
        translation["of"] = translation["of"] or fingerprint(text)
