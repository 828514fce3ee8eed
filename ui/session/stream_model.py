"""What has been said in a session, as a list Qt can show: it holds records in order and renews only what changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from consultation.model import (
    Intervention,
    InterventionKind,
    KnownVocabulary,
    Lesson,
    Person,
    Recommendation,
    RecommendationStatus,
    Record,
    Reservation,
    Support,
)
from ui.naming import intervention_kind_name, person_line, recommendation_status_name
from ui.session.entry_kinds import KINDS, EntryKind, entry_kind_name, kind_of
from ui.touched import Touched
from ui.workspace import Workspace

ENTRY = Qt.ItemDataRole.UserRole
MOST_FOUND = 5000
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class StreamEntry:
    """One thing said, put into words for the list."""

    id: UUID
    kind: EntryKind
    record: Record
    kind_words: str
    who: str
    when: str
    text: str
    notes: str
    """Strands, support, reservations: one quiet line."""
    missing: str
    """What is not complete, or in conflict; empty when nothing is."""
    state: str = "incomplete"
    """The tone of `missing`."""


class StreamModel(QAbstractListModel):
    """The entries of one session, oldest first."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._session: UUID | None = None
        self._words = ""
        self._entries: list[StreamEntry] = []
        self._rows: dict[UUID, int] = {}
        self._whole = 0

    @property
    def whole(self) -> int:
        """How many entries the session has, found or not."""
        return self._whole

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == ENTRY:
            return self._entries[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            entry = self._entries[index.row()]
            said = f"{entry.kind_words}. {entry.who}. {entry.text}"
            return entry.text if role == Qt.ItemDataRole.DisplayRole else said
        return None

    def entries(self) -> list[StreamEntry]:
        """Return the entries that are shown."""
        return list(self._entries)

    def row_of(self, record_id: UUID) -> int:
        """Return the row of a record, or -1."""
        return self._rows.get(record_id, -1)

    def show(self, session: UUID | None, words: str = "") -> None:
        """Show what was said in ``session``, or what in it holds ``words``."""
        self.beginResetModel()
        self._session, self._words = session, words.strip()
        records = self._read()
        self._learn()
        self._entries = [self._entry(record) for record in records]
        self._index()
        self.endResetModel()

    def take(self, touched: Touched) -> None:
        """Show again what was written."""
        if self._session is None:
            return
        if touched.concerns(Person):
            self.show(self._session, self._words)
            return
        records = set(touched.records)
        if touched.concerns(Support, Reservation):
            self._learn()
            records |= self._recommendations_of(touched.records)
        for record_id in sorted(records):
            self._renew(record_id)

    def counts(self) -> dict[EntryKind, int]:
        """Count the entries that are shown by what they are."""
        found = dict.fromkeys(EntryKind, 0)
        for entry in self._entries:
            found[entry.kind] += 1
        return found

    def _renew(self, record_id: UUID) -> None:
        record = self._find(record_id)
        row = self._rows.get(record_id, -1)
        if record is None:
            return
        here = not record.deleted and getattr(record, "session", None) == self._session
        if row < 0 and here:
            place = next((n for n, entry in enumerate(self._entries) if entry.id > record_id), len(self._entries))
            self.beginInsertRows(QModelIndex(), place, place)
            self._entries.insert(place, self._entry(record))
            self._whole += 1
            self._index()
            self.endInsertRows()
        elif row >= 0 and not here:
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._entries[row]
            self._whole -= 1
            self._index()
            self.endRemoveRows()
        elif row >= 0:
            self._entries[row] = self._entry(record)
            self.dataChanged.emit(self.index(row), self.index(row))

    def _find(self, record_id: UUID) -> Record | None:
        for kind in KINDS:
            found = self._workspace.store.find(kind, record_id)
            if found is not None:
                return found
        return None

    def _read(self) -> list[Record]:
        if self._session is None:
            self._whole = 0
            return []
        store = self._workspace.store
        records = [record for kind in KINDS for record in store.all(kind, session=self._session)]
        self._whole = len(records)
        if self._words:
            found = {hit.id for hit in store.search(self._words, *KINDS, most=MOST_FOUND)}
            records = [record for record in records if record.id in found]
        return sorted(records, key=lambda record: record.id)

    def _learn(self) -> None:
        """Read what the quiet lines are made of: names, strands, support, reservations, conflicts."""
        store, label = self._workspace.store, self._workspace.label
        self._people = {person.id: person for person in store.all(Person, deleted=True)}
        self._terms = {term.id: label(term.label) for term in store.terms(KnownVocabulary.STRAND)}
        self._supports: dict[UUID, list[Support]] = {}
        self._reserved: dict[UUID, int] = {}
        for support in store.all(Support):
            self._supports.setdefault(support.recommendation, []).append(support)
        for reservation in store.all(Reservation):
            self._reserved[reservation.recommendation] = self._reserved.get(reservation.recommendation, 0) + 1
        self._disputed = {conflict.record for conflict in store.conflicts()}

    def _recommendations_of(self, records: frozenset[UUID]) -> set[UUID]:
        store = self._workspace.store
        counted = (store.find(Support, record) for record in records)
        reserved = (store.find(Reservation, record) for record in records)
        return {found.recommendation for found in (*counted, *reserved) if found is not None}

    def _index(self) -> None:
        self._rows = {entry.id: row for row, entry in enumerate(self._entries)}

    def _entry(self, record: Record) -> StreamEntry:
        t, kind = self._workspace.t, kind_of(record)
        kind_words, missing, notes = entry_kind_name(t, kind), "", ""
        person: UUID | None = None
        said_at = None
        if isinstance(record, Intervention):
            person, said_at = record.person, record.said_at
            if record.sort != InterventionKind.STATEMENT:
                kind_words = intervention_kind_name(t, record.sort)
            notes = "" if record.attributable else t("Not to be attributed")
        elif isinstance(record, Recommendation):
            person = record.proposer
            notes = "  ·  ".join(self._about(record))
            missing = "" if record.chosen(KnownVocabulary.STRAND) or not self._terms else t("No strand yet")
        disputed = record.id in self._disputed
        return StreamEntry(
            id=record.id,
            kind=kind,
            record=record,
            kind_words=kind_words,
            who=person_line(self._people[person]) if person in self._people else "",
            when=self._time(said_at or _made_at(record.id)),
            text=record.text if isinstance(record, Intervention | Recommendation | Lesson) else "",
            notes=notes,
            missing=t("Two versions: see Merge") if disputed else missing,
            state="conflict" if disputed else "incomplete",
        )

    def _about(self, record: Recommendation) -> list[str]:
        t = self._workspace.t
        parts = [self._terms[term] for term in record.chosen(KnownVocabulary.STRAND) if term in self._terms]
        if record.status != RecommendationStatus.PROPOSED:
            parts.append(recommendation_status_name(t, record.status))
        supports = self._supports.get(record.id, [])
        for votes, words in (
            (sum(support.in_favour or 0 for support in supports), t("{count} for")),
            (sum(support.against or 0 for support in supports), t("{count} against")),
            (sum(support.abstain or 0 for support in supports), t("{count} abstain")),
        ):
            if votes:
                parts.append(words.format(count=t.number(votes)))
        reserved = self._reserved.get(record.id, 0)
        if reserved:
            parts.append(t.plural("{count} reservation", "{count} reservations", reserved))
        if record.reference:
            parts.append(record.reference)
        return parts

    def _time(self, moment: datetime | None) -> str:
        if moment is None:
            return ""
        return self._workspace.t.time(moment, self._workspace.consultation.time_zone)


def _made_at(record_id: UUID) -> datetime | None:
    """Return the moment a record was made, which its id holds; None for ids of kits."""
    if record_id.version != 7:
        return None
    return datetime.fromtimestamp((record_id.int >> 80) / 1000, UTC)
