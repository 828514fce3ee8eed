"""What reading any table into a file has in common: naming the row that is wrong, making sessions and cards."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NoReturn, TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

from consultation.collecting import without_collecting
from consultation.errors import InvalidRecord, Sentence, SourceRefused, sentence
from consultation.exchange.in_words import TermsInWords
from consultation.exchange.leaves import Wrong
from consultation.exchange.names import Names, folded
from consultation.exchange.shapes import Cells, Shape
from consultation.language import N_
from consultation.model import Person, Record, Session
from consultation.store import Store, Written
from consultation.store.validating import BRIEFLY, Fresh

Given = TypeVar("Given")
Made = TypeVar("Made", bound=Record)


@dataclass
class Imported:
    """What an import did."""

    kind: str
    records: int = 0
    already_there: int = 0
    """Rows that stand in the file just so."""
    new_sessions: list[str] = field(default_factory=list)
    new_people: list[str] = field(default_factory=list)
    new_terms: dict[str, list[str]] = field(default_factory=dict)
    """Key of a vocabulary -> the terms that were made of what the table names in words."""
    written: Written = field(default_factory=Written)


class Intake:
    """Reads the cells of one table against one file, making what is missing on the way."""

    def __init__(self, store: Store, name: str, kind: str) -> None:
        self.store = store
        self.names = Names(store)
        self.in_words = TermsInWords(store, self.names, self._save)
        self.done = Imported(kind, new_terms=self.in_words.made)
        self.row = 0
        """The row that is being read or written."""
        self._name = name
        self._zone: ZoneInfo | None = None
        self._read: dict[tuple[int, str], Any] = {}
        self._made: list[Fresh] = []

    def cell(self, shape: Shape, text: str, column: str) -> Any:
        """Read what stands in one cell; what many rows say alike is read once."""
        key = (id(shape), text)
        if key not in self._read:
            self._read[key] = self.gather(shape, [((), text)], column)
        return self._read[key]

    def gather(self, shape: Shape, cells: Cells, column: str) -> Any:
        """Make a value of the cells that stand under one column, or under several that begin alike."""
        try:
            return shape.gather(cells, self)
        except Wrong as error:
            self.refuse(N_("in the column “{column}”, {reason}"), column=column, reason=error.sentence)

    def make(self, kind: type[Record], record: UUID | None = None, **values: Any) -> UUID:
        """Take note of a record that the row brings; `write` writes it."""
        made = Fresh(kind, record or self.store.new_id(), values)
        self._made.append(made)
        return made.id

    def write(self, rows: Iterable[Given], take_in: Callable[[Given], None]) -> Imported:
        """Take in one row after the other and write what they bring; SourceRefused names the row that is wrong."""

        def brought() -> Iterator[Fresh]:
            for row in rows:
                take_in(row)
                yield from self._made
                self._made.clear()

        try:
            with without_collecting():
                self.done.written += self.store.save_all(brought())
        except InvalidRecord as error:
            self.refuse(briefly(error))
        return self.done

    def session_of(self, code: str) -> UUID:
        """Find a session by its code, or make it."""
        called = self.names.of(Session)
        known = called.ids.get(folded(code))
        if known is None:
            known = self._save(Session(id=self.store.new_id(), code=code)).id
            called.add(known, [code])
            self.done.new_sessions.append(code)
        return known

    def person_of(self, name: str) -> UUID:
        """Find a person by name, or make a card without consent to be named."""
        called = self.names.of(Person)
        known = called.ids.get(folded(name))
        if known is None:
            made = self._save(Person(id=self.store.new_id(), name=" ".join(name.split())))
            known = made.id
            called.add(known, [made.name])
            self.done.new_people.append(made.name)
        return known

    def moment_of(self, text: str) -> datetime:
        """Read a moment; without an offset it is in the time zone of the consultation."""
        try:
            moment = datetime.fromisoformat(text)
        except ValueError as error:
            raise Wrong(N_("“{value}” is not a date and time such as 2021-10-05 14:30"), value=text) from error
        if moment.tzinfo is None:
            self._zone = self._zone or ZoneInfo(self.store.consultation.time_zone)
            moment = moment.replace(tzinfo=self._zone)
        return moment

    def refuse(self, message: str | Sentence, **values: object) -> NoReturn:
        """Refuse the table, naming the row."""
        raise SourceRefused(
            N_("Row {row} of “{name}”: {reason}. Nothing was imported. Correct that row and import the file again."),
            row=self.row,
            name=self._name,
            reason=sentence(message, **values) if isinstance(message, str) else message,
        )

    def _save(self, record: Made) -> Made:
        try:
            self.done.written += self.store.save(record)
        except InvalidRecord as error:
            self.refuse(briefly(error))
        return record


def briefly(error: InvalidRecord) -> Sentence:
    """Return why a record cannot be stored, without what is to be done: the table has to be imported again."""
    return Sentence(BRIEFLY[error.sentence.message], error.sentence.values)


def as_said(cells: Iterable[str]) -> tuple[str, ...]:
    """Return the cells of a row in the form in which two rows are compared: spaces and case do not tell apart."""
    return tuple([" ".join(cell.split()).casefold() if cell else cell for cell in cells])
