"""A session that is not in the kit: its code, title, how and when."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QDateTime, QTime
from PySide6.QtWidgets import QComboBox, QDateTimeEdit, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from consultation.model import Session, SessionFormat, SessionStatus
from consultation.words import choice_name
from ui.widgets.buttons import button, main_button
from ui.widgets.count import Count
from ui.widgets.fields import Field
from ui.widgets.popups import opens_list
from ui.widgets.words import title, words
from ui.workspace import Workspace

SHORTEST, USUAL, LONGEST = 5, 90, 600
"""Minutes."""


class NewSessionDialog(QDialog):
    """Asks for what a session needs; `session` is the one that was stored."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.session: Session | None = None
        self._build()

    def accept(self) -> None:
        """Store the session."""
        workspace = self._workspace
        code, name = self.code.text().strip(), self.name.text().strip()
        if not code:
            self._refuse(workspace.t("A session needs a code, for example {code}.").format(code="S12"), self.code)
            return
        if any(session.code.casefold() == code.casefold() for session in workspace.store.all(Session)):
            self._refuse(
                workspace.t("There is a session “{code}” already. Choose another code.").format(code=code), self.code
            )
            return
        minutes = self._minutes.number
        if minutes is None:
            said = workspace.t("How many minutes is the session? Write a number from {least} to {most}.")
            self._refuse(said.format(least=SHORTEST, most=LONGEST), self._minutes)
            return
        starts = self._begins()
        session = Session(
            id=workspace.store.new_id(),
            code=code,
            title={workspace.t.language: name} if name else {},
            format=self._format.currentData(),
            starts=starts,
            ends=starts + timedelta(minutes=minutes),
            room=self._room.text().strip(),
            status=SessionStatus.PLANNED,
        )
        if workspace.save(session):
            self.session = session
            super().accept()

    def _begins(self) -> datetime:
        """Return the moment that is entered, which is meant in the place of the consultation."""
        day, time = self._starts.date(), self._starts.time()
        zone = ZoneInfo(self._workspace.consultation.time_zone)
        return datetime(day.year(), day.month(), day.day(), time.hour(), time.minute(), tzinfo=zone)

    def _build(self) -> None:
        workspace, t = self._workspace, self._workspace.t
        zone = workspace.consultation.time_zone
        now = datetime.now(ZoneInfo(zone)).replace(second=0, microsecond=0)
        self.setWindowTitle(t("New session"))
        self.setMinimumWidth(480)
        self.code, self.name, self._room = QLineEdit(), QLineEdit(), QLineEdit()
        self._format = QComboBox()
        opens_list(self._format)
        for how in SessionFormat:
            self._format.addItem(choice_name(t, how), how)
        self._starts = QDateTimeEdit(QDateTime(QDate(now.year, now.month, now.day), QTime(now.hour, now.minute)))
        self._starts.setCalendarPopup(True)
        self._starts.setDisplayFormat("yyyy-MM-dd HH:mm")
        self._minutes = Count(SHORTEST, LONGEST)
        self._minutes.show_number(USUAL)
        self._refusal = words("", tone="conflict")
        self._refusal.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(title(t("New session")))
        column.addLayout(_row((Field(t("Code"), self.code), 1), (Field(t("Title"), self.name), 3)))
        column.addLayout(_row((Field(t("Format"), self._format), 1), (Field(t("Room"), self._room), 3)))
        begins = Field(t("Begins ({zone})").format(zone=zone), self._starts)
        column.addLayout(_row((begins, 3), (Field(t("Minutes"), self._minutes), 1)))
        column.addWidget(self._refusal)
        column.addSpacing(8)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(button(workspace.theme, t("Cancel"), self.reject))
        add = main_button(workspace.theme, t("Add the session"), self.accept)
        add.setDefault(True)
        row.addWidget(add)
        column.addLayout(row)

    def _refuse(self, text: str, field: QLineEdit) -> None:
        self._refusal.setText(text)
        self._refusal.show()
        field.setFocus()


def _row(*parts: tuple[QWidget, int]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    for part, share in parts:
        row.addWidget(part, share)
    return row
