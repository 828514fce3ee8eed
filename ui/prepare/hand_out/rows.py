"""Who gets the file, as rows: whether it is for them this time, their sessions, where, and how it stands."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QObject

from consultation.language import Translator
from consultation.model import DeliveryWay
from consultation.reading.recipients import Recipient
from consultation.words import choice_name
from ui.widgets.table import Column
from ui.widgets.table_rows import Cell, TableRows

TICK = 0
"""The column of the box to tick."""
ICONS = {DeliveryWay.STICK: "usb", DeliveryWay.MAIL: "mail"}


class RecipientRows(TableRows[Recipient]):
    """Those who get the file, one row each; the key of each is the id of the person."""

    def __init__(self, t: Translator, parent: QObject) -> None:
        columns = (
            Column("", 40),
            Column(t("Facilitator"), 180),
            Column(t("Sessions")),
            Column(t("Room"), 120, folds=2),
            Column(t.context("languages", "Speak"), 70, folds=3),
            Column(t.context("handing out", "How"), 110, folds=1),
            Column("", 190),
        )
        super().__init__(columns, self._cell_of, lambda recipient: recipient.person.id, parent)
        self._t = t
        self.ticked: set[UUID] = set()

    def show_rows(self, rows: Sequence[Recipient]) -> None:
        """Show these; who is new among them, and was not given it yet, is ticked."""
        known = {recipient.person.id for recipient in self.rows}
        waiting = {each.person.id for each in rows if _state_of(each) is None}
        there = {each.person.id for each in rows}
        self.ticked = (self.ticked & there) | (waiting - known)
        super().show_rows(rows)

    def tick(self, row: int) -> None:
        """Give it to somebody, or not."""
        self.ticked ^= {self.rows[row].person.id}
        self.dataChanged.emit(self.index(row, TICK), self.index(row, len(self.columns) - 1))

    def _cell_of(self, recipient: Recipient, column: int) -> Cell:
        making = (self._tick, self._person, self._sessions, self._rooms, self._languages, self._way, self._state)
        return making[column](recipient)

    def _tick(self, recipient: Recipient) -> Cell:
        ticked = recipient.person.id in self.ticked
        return Cell(ticked=ticked, spoken=self._t("gets the file") if ticked else self._t("does not get the file"))

    def _person(self, recipient: Recipient) -> Cell:
        return Cell(recipient.person.name)

    def _sessions(self, recipient: Recipient) -> Cell:
        return Cell(", ".join(session.code for session in recipient.sessions))

    def _rooms(self, recipient: Recipient) -> Cell:
        return Cell(", ".join(recipient.rooms))

    def _languages(self, recipient: Recipient) -> Cell:
        return Cell(" ".join(recipient.languages))

    def _way(self, recipient: Recipient) -> Cell:
        way = recipient.delivery.way if recipient.delivery else DeliveryWay.STICK
        return Cell(choice_name(self._t, way), icon=(ICONS[way], "muted"))

    def _state(self, recipient: Recipient) -> Cell:
        t, state = self._t, _state_of(recipient)
        tone = {None: "incomplete", "given": "text", "back": "done"}[state]
        if state == "back":
            return Cell(t("✓ recorded, and back here"), tone)
        given = recipient.delivery.on if recipient.delivery else None
        return Cell(t("given on {day}").format(day=t.day(given, "medium")) if given else t("○ not given"), tone)


def _state_of(recipient: Recipient) -> str | None:
    if recipient.came_back:
        return "back"
    return "given" if recipient.delivery is not None and recipient.delivery.on else None
