"""The sessions of the timetable as a list, for selection, keys and screen readers; what a block says."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from consultation.model import Session
from consultation.reading.clashes import Clash, Fault, faults_of, find_clashes
from consultation.reading.open_space import Offered, with_places
from consultation.reading.programme import when_of
from consultation.reading.timetable import Block, Timetable, read_timetable
from consultation.words import choice_name
from ui.workspace import Workspace

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class BlockWords:
    """What stands on a block."""

    title: str
    facts: str
    wrong: str
    """A clash or a fault, in few words; else nothing."""
    is_quiet: bool
    """Nobody writes in it, or its places are given away: it steps back."""


class Sessions(QAbstractListModel):
    """Read from the file at once; the words of a block are made when it is drawn."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.shown = Timetable("UTC", (), (), 0, 0)
        self.listed: list[Session] = []
        self._places: dict[UUID, int] = {}
        self.clashes: list[Clash] = []
        self.faults: list[Fault] = []
        self._wrong: dict[UUID, list[Clash | Fault]] = {}
        self.blocks: dict[UUID, Block] = {}
        self._offered: dict[UUID, Offered] = {}
        self._words: dict[UUID, BlockWords] = {}

    def read(self) -> None:
        """Read the programme."""
        store = self._workspace.store
        zone = store.consultation.time_zone
        self.beginResetModel()
        self.shown = read_timetable(store)
        self.listed = [*(block.session for block in self.shown.blocks()), *self.shown.waiting]
        self._places = {session.id: place for place, session in enumerate(self.listed)}
        self.blocks = {block.session.id: block for block in self.shown.blocks()}
        self.clashes = find_clashes(store)
        self.faults = [fault for session in self.listed for fault in faults_of(session, zone)]
        wrong: dict[UUID, list[Clash | Fault]] = defaultdict(list)
        for clash in self.clashes:
            wrong[clash.first.id].append(clash)
            wrong[clash.second.id].append(clash)
        for fault in self.faults:
            wrong[fault.session.id].append(fault)
        self._wrong = dict(wrong)
        limited = any(session.places is not None for session in self.listed)
        self._offered = {each.session.id: each for each in with_places(store)} if limited else {}
        self._words = {}
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own)
        return 0 if parent.isValid() else len(self.listed)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        session = self.listed[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words(session).title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = self.words(session)
            when = when_of(session, self._workspace.consultation.time_zone, self._workspace.t)
            when = when or self._workspace.t("Without a time")
            return ". ".join(part for part in (said.title, when, said.facts, said.wrong) if part)
        return None

    @property
    def timeless(self) -> list[Session]:
        """Those of which not even the month is known."""
        return [session for session in self.shown.waiting if not session.month]

    def place_of(self, session: UUID | None) -> int:
        """Return the place of a session in the list; -1 where it is not there."""
        return -1 if session is None else self._places.get(session, -1)

    def wrong_with(self, session: UUID) -> list[Clash | Fault]:
        """Return the clashes and faults of a session."""
        return self._wrong.get(session, [])

    def words(self, session: Session) -> BlockWords:
        """Return what stands on the block of a session."""
        if session.id not in self._words:
            self._words[session.id] = self._made(session)
        return self._words[session.id]

    def _made(self, session: Session) -> BlockWords:
        t = self._workspace.t
        title = self._workspace.label(session.title)
        facts = [session.code] if title else []
        facts.append(choice_name(t, session.format))
        if session.id in self._offered:
            facts.append(self._offered[session.id].said(t))
        if session.languages:
            facts.append(" ".join(session.languages))
        zone = self._workspace.consultation.time_zone
        wrong = [each.said_in(session.id, t, zone) for each in self.wrong_with(session.id)]
        quiet = not session.recorded or session.places is not None
        return BlockWords(title or session.code, " · ".join(facts), wrong[0] if wrong else "", quiet)
