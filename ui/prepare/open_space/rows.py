"""Expressions of interest, and the sessions with places, as rows."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from consultation.model import InterestState
from consultation.reading.open_space import Asked, Offered
from consultation.reading.programme import when_of
from ui.widgets.table import STRONG, TONE, Column
from ui.workspace import Workspace

TITLE, WHO, RECEIVED, OUTCOME = range(4)
VISIT, WHEN, PLACES = range(3)
Index = QModelIndex | QPersistentModelIndex
TONES = {InterestState.RECEIVED: "incomplete", InterestState.ACCEPTED: "done", InterestState.DECLINED: "muted"}
SIGNS = {InterestState.RECEIVED: "○ ", InterestState.ACCEPTED: "✓ ", InterestState.DECLINED: ""}


class InterestRows(QAbstractTableModel):
    """Who asked to hold a session, one row each."""

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.asked: list[Asked] = []
        t = workspace.t
        self.columns = (
            Column(t("What they would do")),
            Column(t("Who"), 230, folds=2),
            Column(t("Received"), 120, folds=3),
            Column(t("What became of it"), 200),
        )

    def read(self, asked: list[Asked]) -> None:
        """Show these."""
        self.beginResetModel()
        self.asked = asked
        self.endResetModel()

    def place_of(self, interest: UUID | None) -> int:
        """Return the row of an interest; -1 where it is not listed."""
        return next((row for row, each in enumerate(self.asked) if each.interest.id == interest), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self.asked)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.asked):
            return None
        asked, t = self.asked[index.row()], self._workspace.t
        interest = asked.interest
        if role == STRONG:
            return index.column() == TITLE
        if role == TONE:
            return TONES[interest.state] if index.column() == OUTCOME else "text"
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            TITLE: interest.title,
            WHO: asked.who,
            RECEIVED: t.day(interest.received, "medium") if interest.received else "–",
            OUTCOME: SIGNS[interest.state] + asked.outcome(t),
        }[index.column()]


class PlaceRows(QAbstractTableModel):
    """The sessions one has to sign up for, one row each."""

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.offered: list[Offered] = []
        t = workspace.t
        self.columns = (
            Column(t("Visit or option")),
            Column(t("When"), 230, folds=1),
            Column(t("Places"), 200),
        )

    def read(self, offered: list[Offered]) -> None:
        """Show these."""
        self.beginResetModel()
        self.offered = offered
        self.endResetModel()

    def place_of(self, session: UUID | None) -> int:
        """Return the row of a session; -1 where it is not listed."""
        return next((row for row, each in enumerate(self.offered) if each.session.id == session), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self.offered)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.offered):
            return None
        offered, workspace = self.offered[index.row()], self._workspace
        if role == STRONG:
            return index.column() == VISIT
        if role == TONE:
            return "conflict" if index.column() == PLACES and offered.left < 0 else "text"
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        session = offered.session
        return {
            VISIT: workspace.label(session.title) or session.code,
            WHEN: when_of(session, workspace.consultation.time_zone, workspace.t) or "–",
            PLACES: offered.said(workspace.t),
        }[index.column()]
