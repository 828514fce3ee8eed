"""What has been said in a session, as a list Qt can show: it holds records in order and renews only what changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
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
    Term,
)
from consultation.reading.incomplete import Gap
from consultation.reading.timeline import Said, read_around, read_timeline, tell
from consultation.words import choice_name, person_line
from ui.session.entry_kinds import KINDS, EntryKind, entry_kind_name, kind_of
from ui.touched import Touched
from ui.workspace import Workspace

ENTRY = Qt.ItemDataRole.UserRole
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
        self._around = read_around(self._workspace.store)
        self._strands = self._strand_names()
        self._entries = [self._entry(said) for said in self._read()]
        self._index()
        self.endResetModel()

    def take(self, touched: Touched) -> None:
        """Show again what was written."""
        if self._session is None:
            return
        if touched.concerns(Person, Term):
            self.show(self._session, self._words)
            return
        records = set(touched.records)
        if touched.concerns(Support, Reservation):
            self._around = read_around(self._workspace.store)
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
            self._entries.insert(place, self._entry(tell(record, self._around)))
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
            self._entries[row] = self._entry(tell(record, self._around))
            self.dataChanged.emit(self.index(row), self.index(row))

    def _find(self, record_id: UUID) -> Record | None:
        for kind in KINDS:
            found = self._workspace.store.find(kind, record_id)
            if found is not None:
                return found
        return None

    def _read(self) -> tuple[Said, ...]:
        self._whole = 0
        if self._session is None:
            return ()
        timeline = read_timeline(self._workspace.store, self._session, self._words, KINDS, self._around)
        self._whole = timeline.whole
        return timeline.said

    def _strand_names(self) -> dict[UUID, str]:
        label = self._workspace.label
        return {term.id: label(term.label) for term in self._workspace.store.terms(KnownVocabulary.STRAND)}

    def _recommendations_of(self, records: frozenset[UUID]) -> set[UUID]:
        store = self._workspace.store
        counted = (store.find(Support, record) for record in records)
        reserved = (store.find(Reservation, record) for record in records)
        return {found.recommendation for found in (*counted, *reserved) if found is not None}

    def _index(self) -> None:
        self._rows = {entry.id: row for row, entry in enumerate(self._entries)}

    def _entry(self, said: Said) -> StreamEntry:
        t, record, kind = self._workspace.t, said.record, kind_of(said.record)
        kind_words, notes = entry_kind_name(t, kind), ""
        if isinstance(record, Intervention):
            if record.sort != InterventionKind.STATEMENT:
                kind_words = choice_name(t, record.sort)
            notes = "" if record.attributable else t("Not to be quoted by name")
        elif isinstance(record, Recommendation):
            notes = "  ·  ".join(self._about(record, said))
        missing = t("No strand yet") if Gap.STRAND in said.gaps else ""
        return StreamEntry(
            id=record.id,
            kind=kind,
            record=record,
            kind_words=kind_words,
            who=person_line(said.person) if said.person else "",
            when=self._time(said.when),
            text=record.text if isinstance(record, Intervention | Recommendation | Lesson) else "",
            notes=notes,
            missing=t("Two versions: see Merge") if said.disputed else missing,
            state="conflict" if said.disputed else "incomplete",
        )

    def _about(self, record: Recommendation, said: Said) -> list[str]:
        t = self._workspace.t
        parts = [self._strands[term] for term in record.chosen(KnownVocabulary.STRAND) if term in self._strands]
        if record.status != RecommendationStatus.PROPOSED:
            parts.append(choice_name(t, record.status))
        total = said.counts.total
        for votes, words in (
            (total.in_favour, t("{count} for")),
            (total.against, t("{count} against")),
            (total.abstain, t("{count} abstain")),
        ):
            if votes:
                parts.append(words.format(count=t.number(votes)))
        if Gap.COUNTED_TWICE in said.gaps:
            parts.append(t("counted twice, not added up"))
        if Gap.EARLIER_COUNT in said.gaps:
            parts.append(t("counted on an earlier wording"))
        if said.reservations:
            parts.append(t.plural("{count} reservation", "{count} reservations", len(said.reservations)))
        if record.reference:
            parts.append(record.reference)
        return parts

    def _time(self, moment: datetime | None) -> str:
        if moment is None:
            return ""
        return self._workspace.t.time(moment, self._workspace.consultation.time_zone)
