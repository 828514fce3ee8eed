"""The sessions of the timetable as a list, for selection, keys and screen readers; what a block says."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from consultation.model import Consultation, Session, SessionFormat, SignUp
from consultation.reading.clashes import Clash, Fault
from consultation.reading.people import plain
from consultation.reading.programme import when_of
from consultation.reading.timetable import Block, Timetable
from consultation.words import choice_name
from ui.prepare.programme.held import Held
from ui.touched import Touched
from ui.widgets.words import plain_tip
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
        self._held = Held(workspace)
        self.listed: list[Session] = []
        self.blocks: dict[UUID, Block] = {}
        self._places: dict[UUID, int] = {}
        self._wrong: dict[UUID, list[Clash | Fault]] = {}
        self._words: dict[UUID, BlockWords] = {}
        self._plain: dict[UUID, str] = {}
        self._formats: dict[SessionFormat, str] = {}
        self._found: set[UUID] | None = None
        self._typed = ""

    @property
    def shown(self) -> Timetable:
        """The programme in its places."""
        return self._held.shown

    @property
    def clashes(self) -> list[Clash]:
        """What cannot be, in the order of the programme."""
        return self._held.clashes

    def read(self, touched: Touched) -> None:
        """Read what was written."""
        self.beginResetModel()
        self._held.read(touched)
        self.blocks = {block.session.id: block for block in self.shown.blocks()}
        self.listed = [*(block.session for block in self.blocks.values()), *self.shown.waiting]
        self._places = {session.id: place for place, session in enumerate(self.listed)}
        wrong: dict[UUID, list[Clash | Fault]] = defaultdict(list)
        for clash in self.clashes:
            wrong[clash.first.id].append(clash)
            wrong[clash.second.id].append(clash)
        for session in self.listed:
            if faults := self._held.faults[session.id]:
                wrong[session.id] += faults
        self._forget(touched, wrong)
        self._wrong = dict(wrong)
        self.find(self._typed)
        self.endResetModel()

    def find(self, typed: str) -> None:
        """Look for the sessions that hold all of these words; where nothing is typed, none is kept back."""
        self._typed = typed
        wanted = plain(typed).split()
        for session in self.listed if wanted else ():
            if session.id not in self._plain:
                self._plain[session.id] = plain(" ".join([session.code, *session.title.values(), session.room]))
        self._found = (
            {session.id for session in self.listed if all(word in self._plain[session.id] for word in wanted)}
            if wanted
            else None
        )

    @property
    def found(self) -> list[Session]:
        """Those that were found, in their order; all of them where nothing is looked for."""
        return [session for session in self.listed if self.is_found(session.id)]

    @property
    def is_finding(self) -> bool:
        """Tell whether something is looked for."""
        return self._found is not None

    def is_found(self, session: UUID) -> bool:
        """Tell whether a session is not kept back by what is looked for."""
        return self._found is None or session in self._found

    def _forget(self, touched: Touched, wrong: dict[UUID, list[Clash | Fault]]) -> None:
        """Have the words be made anew of those sessions alone of which they may be others."""
        if touched.everything or touched.concerns(SignUp, Consultation):
            self._words, self._plain = {}, {}
            return
        others = {key for key in {*wrong, *self._wrong} if wrong.get(key) != self._wrong.get(key)}
        for key in {*touched.records, *others}:
            self._words.pop(key, None)
            self._plain.pop(key, None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own)
        return 0 if parent.isValid() else len(self.listed)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        session = self.listed[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words(session).title
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self.words(session).title)
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
        title, wrong = self._workspace.label(session.title), self.wrong_with(session.id)
        if session.format not in self._formats:
            self._formats[session.format] = choice_name(self._workspace.t, session.format)
        facts = [session.code] if title else []
        facts.append(self._formats[session.format])
        if session.id in self._held.offered:
            facts.append(self._held.offered[session.id].said(self._workspace.t))
        if session.languages:
            facts.append(" ".join(session.languages))
        said = wrong[0].said_in(session.id, self._workspace.t, self.shown.time_zone) if wrong else ""
        quiet = not session.recorded or session.places is not None
        return BlockWords(title or session.code, " · ".join(facts), said, quiet)
