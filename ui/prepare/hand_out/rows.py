"""Who gets the file, as rows: whether it is for them this time, their sessions, where, and how it stands."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from consultation.language import Translator
from consultation.model import DeliveryWay
from consultation.reading.recipients import Recipient
from consultation.words import choice_name
from ui.widgets.table import ICON, TONE, Column

TICK, PERSON, SESSIONS, ROOM, SPEAK, WAY, STATE = range(7)
Index = QModelIndex | QPersistentModelIndex
ICONS = {DeliveryWay.STICK: "usb", DeliveryWay.MAIL: "mail"}


def columns(t: Translator) -> tuple[Column, ...]:
    """Name the columns."""
    return (
        Column("", 40),
        Column(t("Facilitator"), 180),
        Column(t("Sessions")),
        Column(t("Room"), 120, folds=2),
        Column(t.context("languages", "Speak"), 70, folds=3),
        Column(t.context("handing out", "How"), 110, folds=1),
        Column("", 190),
    )


class RecipientRows(QAbstractTableModel):
    """Those who get the file, one row each."""

    def __init__(self, t: Translator, parent: QObject) -> None:
        super().__init__(parent)
        self._t = t
        self.recipients: list[Recipient] = []
        self.ticked: set[UUID] = set()

    def read(self, recipients: list[Recipient]) -> None:
        """Show these; who is new among them, and was not given it yet, is ticked."""
        known = {recipient.person.id for recipient in self.recipients}
        self.beginResetModel()
        self.recipients = recipients
        waiting = {each.person.id for each in recipients if _state_of(each) is None}
        there = {each.person.id for each in recipients}
        self.ticked = (self.ticked & there) | (waiting - known)
        self.endResetModel()

    def tick(self, row: int) -> None:
        """Give it to somebody, or not."""
        self.ticked ^= {self.recipients[row].person.id}
        self.dataChanged.emit(self.index(row, TICK), self.index(row, STATE))

    def place_of(self, person: UUID) -> int:
        """Return the row of a person; -1 where they are not listed."""
        return next((row for row, each in enumerate(self.recipients) if each.person.id == person), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self.recipients)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else STATE + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.recipients):
            return None
        recipient = self.recipients[index.row()]
        if index.column() == TICK:
            return self._tick(recipient, role)
        if index.column() == WAY:
            return self._way(recipient, role)
        if index.column() == STATE:
            return self._state(recipient, role)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            PERSON: recipient.person.name,
            SESSIONS: ", ".join(session.code for session in recipient.sessions),
            ROOM: ", ".join(recipient.rooms),
            SPEAK: " ".join(recipient.languages),
        }[index.column()]

    def _tick(self, recipient: Recipient, role: int) -> object:
        ticked = recipient.person.id in self.ticked
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._t("gets the file") if ticked else self._t("does not get the file")
        return None

    def _way(self, recipient: Recipient, role: int) -> object:
        way = recipient.delivery.way if recipient.delivery else DeliveryWay.STICK
        if role == Qt.ItemDataRole.DisplayRole:
            return choice_name(self._t, way)
        return (ICONS[way], "muted") if role == ICON else None

    def _state(self, recipient: Recipient, role: int) -> object:
        t, state = self._t, _state_of(recipient)
        if role == TONE:
            return {None: "incomplete", "given": "text", "back": "done"}[state]
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if state == "back":
            return t("✓ recorded, and back here")
        given = recipient.delivery.on if recipient.delivery else None
        return t("given on {day}").format(day=t.day(given, "medium")) if given else t("○ not given")


def _state_of(recipient: Recipient) -> str | None:
    if recipient.came_back:
        return "back"
    return "given" if recipient.delivery is not None and recipient.delivery.on else None
