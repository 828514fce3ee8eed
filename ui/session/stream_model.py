"""What has been said in a session, as a list Qt can show: it holds ids in order, and reads entries when they are drawn.

Entries are read a page at a time and kept; what was written is read again in a constant number of statements.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable
from enum import Enum
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from consultation.model import (
    Person,
    Recommendation,
    RecommendationSet,
    Record,
    Reservation,
    Role,
    Support,
    Term,
)
from consultation.reading.gaps import GapCounts, gap_counts
from consultation.reading.incomplete import Gap
from consultation.reading.numbers import numbers_of
from consultation.reading.stream import Entry, Places, found_in, read_order, read_said
from consultation.reading.timeline import Said
from ui.session.entry_kinds import KINDS
from ui.session.stream_entry import EntryWords, StreamEntry
from ui.touched import Touched
from ui.workspace import Workspace

ENTRY = Qt.ItemDataRole.UserRole
PAGE = 64
"""Entries that are read at once."""
Index = QModelIndex | QPersistentModelIndex


class Only(Enum):
    """Which entries alone are shown."""

    CITIZENSHIP = "citizenship"
    POLICY = "policy"
    NO_STRAND = "no strand"
    NOT_COUNTED = "not counted"


class StreamModel(QAbstractListModel):
    """The entries of one session, oldest first."""

    counted = Signal()
    """How many there are of something is another number now."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._session: UUID | None = None
        self._words = ""
        self._only: Only | None = None
        self._order: list[Entry] = []
        self._kinds: Counter[type[Record]] = Counter()
        self._places: Places | None = None
        self._shown: list[UUID] = []
        self._read: dict[UUID, StreamEntry] = {}
        self._numbers: dict[UUID, int] = {}
        self._entry_words: EntryWords | None = None
        self._gaps: GapCounts | None = None

    @property
    def gaps(self) -> GapCounts:
        """What there is of each set and what is missing; read when it is first asked for."""
        if self._gaps is None and self._session is not None:
            self._gaps = gap_counts(self._workspace.store, self._session)
        return self._gaps or GapCounts()

    @property
    def is_counted(self) -> bool:
        """What is missing is known without reading."""
        return self._gaps is not None

    @property
    def whole(self) -> int:
        """How many entries the session has, found or not."""
        return len(self._order)

    @property
    def only(self) -> Only | None:
        """Which entries alone are shown, if not all."""
        return self._only

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not self.is_at_hand(index.row()):
            return None
        if role == ENTRY:
            return self.entry(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return self.entry(index.row()).text
        if role == Qt.ItemDataRole.AccessibleTextRole and self._entry_words is not None:
            return self._entry_words.aloud(self.entry(index.row()))
        return None

    def entry(self, row: int) -> StreamEntry:
        """Return the entry in a row; the page it stands on is read if that has not been done."""
        if self._shown[row] not in self._read:
            first = row // PAGE * PAGE
            self._read_these(self._shown[first : first + PAGE])
        return self._read[self._shown[row]]

    def is_at_hand(self, row: int) -> bool:
        """Tell whether a row and the one before it have been read, or can be: no job writes to the file."""
        return self._workspace.is_readable or (self.is_read(row) and (row == 0 or self.is_read(row - 1)))

    def is_read(self, row: int) -> bool:
        """Tell whether the entry in a row has been read."""
        return self._shown[row] in self._read

    def begins_run(self, row: int) -> bool:
        """Tell whether somebody else said what stands in the row before."""
        return row == 0 or self.entry(row).speaker != self.entry(row - 1).speaker

    def entries(self) -> list[StreamEntry]:
        """Return all the entries that are shown; reads them all."""
        return [self.entry(row) for row in range(len(self._shown))]

    def row_of(self, record_id: UUID) -> int:
        """Return the row of a record, or -1."""
        row = bisect_left(self._shown, record_id)
        return row if row < len(self._shown) and self._shown[row] == record_id else -1

    def id_at(self, row: int) -> UUID:
        """Return which record stands in a row."""
        return self._shown[row]

    def last_recommendation(self) -> UUID | None:
        """Return the recommendation that was written down last, shown or not."""
        return next((entry.id for entry in reversed(self._order) if entry.kind is Recommendation), None)

    def count(self, kind: type[Record]) -> int:
        """Count the entries of a kind in the session, shown or not."""
        return self._kinds[kind]

    def show(self, session: UUID | None) -> None:
        """Show all that was said in ``session``, as the file has it now."""
        self._begin(session)
        self.choose()

    def choose(self, words: str = "", only: Only | None = None) -> None:
        """Show what holds ``words``, or certain entries alone; nothing given: all."""
        self.beginResetModel()
        self._words, self._only = words.strip(), only
        self._shown = self._chosen()
        self.endResetModel()
        self.counted.emit()

    def take(self, touched: Touched) -> None:
        """Show again what was written."""
        if self._session is None:
            return
        if touched.everything:
            self._begin(self._session)
            self.choose(self._words, self._only)
            return
        if touched.concerns(Person, Term, Role):
            self._entry_words = EntryWords(self._workspace, self._session)
            self._forget(self._shown)
        ids = set(touched.records) if touched.concerns(*KINDS) else set()
        if touched.concerns(Support, Reservation):
            ids |= self._recommendations_of(touched)
        if ids:
            self._places = None
            self._renew(read_said(self._workspace.store, ids, KINDS))

    def _begin(self, session: UUID | None) -> None:
        """Read what is known of a session without its words."""
        self._session = session
        self._read, self._order, self._numbers, self._gaps = {}, [], {}, None
        self._kinds.clear()
        self._places = None
        if session is None:
            return
        store = self._workspace.store
        self._entry_words = EntryWords(self._workspace, session)
        self._order = list(read_order(store, session, KINDS))
        self._kinds.update(entry.kind for entry in self._order)
        self._numbers = numbers_of(store, session)

    def _chosen(self) -> list[UUID]:
        found: Iterable[Entry] = self._found() if self._words else self._order
        if self._only is None:
            return [entry.id for entry in found]
        those = {
            Only.CITIZENSHIP: self.gaps.sets[RecommendationSet.CITIZENSHIP],
            Only.POLICY: self.gaps.sets[RecommendationSet.POLICY],
            Only.NO_STRAND: self.gaps.lacking[Gap.STRAND],
            Only.NOT_COUNTED: self.gaps.lacking[Gap.COUNT],
        }[self._only]
        return [entry.id for entry in found if entry.id in those]

    def _found(self) -> Iterable[Entry]:
        """Find the words in the index; where in it the session stands is read with the first letter."""
        store = self._workspace.store
        if self._places is None:
            self._places = store.places([entry.id for entry in self._order])
        return found_in(store, self._order, self._words, self._places)

    def _read_these(self, ids: Collection[UUID]) -> None:
        wanted = [record_id for record_id in ids if record_id not in self._read]
        for record_id, said in read_said(self._workspace.store, wanted, KINDS).items():
            self._keep(record_id, said)

    def _keep(self, record_id: UUID, said: Said) -> None:
        assert self._entry_words is not None, "a session is shown"
        self._read[record_id] = self._entry_words.tell(said, self._numbers.get(record_id, 0))

    def _forget(self, ids: Collection[UUID]) -> None:
        """Read these again when they are drawn: something beside them is another."""
        for record_id in ids:
            self._read.pop(record_id, None)
        if self._shown:
            self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1))

    def _renew(self, read: dict[UUID, Said]) -> None:
        for record_id, said in sorted(read.items()):
            here = not said.record.deleted and getattr(said.record, "session", None) == self._session
            place = self._place(record_id)
            if here:
                self._number(record_id, said.record)
                self._keep(record_id, said)
                if self._gaps is not None:
                    self._gaps.take(said)
                self._put(record_id, type(said.record), is_new=place is None)
            elif place is not None:
                self._kinds[self._order.pop(place).kind] -= 1
                if self._gaps is not None:
                    self._gaps.forget(record_id)
                self._take_out(record_id)
        self.counted.emit()

    def _put(self, record_id: UUID, kind: type[Record], is_new: bool) -> None:
        """Show an entry that is new, or that says something else."""
        if is_new:
            self._kinds[kind] += 1
            self._order.insert(bisect_left(self._order, record_id, key=lambda entry: entry.id), Entry(kind, record_id))
            row = bisect_left(self._shown, record_id)
            self.beginInsertRows(QModelIndex(), row, row)
            self._shown.insert(row, record_id)
            self.endInsertRows()
            return
        row = self.row_of(record_id)
        if row >= 0:
            self.dataChanged.emit(self.index(row), self.index(row))

    def _take_out(self, record_id: UUID) -> None:
        row = self.row_of(record_id)
        if row >= 0:
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._shown[row]
            self.endRemoveRows()
        self._read.pop(record_id, None)

    def _place(self, record_id: UUID) -> int | None:
        """Return where an entry stands in the whole session, if it does."""
        place = bisect_left(self._order, record_id, key=lambda entry: entry.id)
        return place if place < len(self._order) and self._order[place].id == record_id else None

    def _number(self, record_id: UUID, record: Record) -> None:
        """Give a new recommendation its number: the next one, if it is the latest."""
        if not isinstance(record, Recommendation) or record_id in self._numbers or self._session is None:
            return
        if all(known < record_id for known in list(self._numbers)[-1:]):
            self._numbers[record_id] = len(self._numbers) + 1
        else:
            self._numbers = numbers_of(self._workspace.store, self._session)
            self._forget(self._shown)

    def _recommendations_of(self, touched: Touched) -> set[UUID]:
        """Return the recommendations that what was written is about, deleted or not."""
        written, store = set(touched.records), self._workspace.store
        kinds: tuple[type[Record], ...] = (Support, Reservation)
        return {
            recommendation
            for kind in kinds
            if touched.concerns(kind)
            for (recommendation,) in store.columns(kind, "recommendation", deleted=True, id=written)
            if self._place(recommendation) is not None
        }
