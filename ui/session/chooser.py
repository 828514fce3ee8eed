"""Which session this is: a button with its code, title and time, and a list by day to choose another."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from consultation.language import Translator
from consultation.model import Session, SessionStatus
from consultation.reading.people import plain
from consultation.reading.programme import Part, Recorded, by_day, hours_of, recorded, to_write_in
from consultation.words import choice_name
from ui.actions import recording
from ui.look.folds import px
from ui.widgets.floating import INSIDE, Floating
from ui.widgets.offer import Offer, OfferHeading, Row
from ui.widgets.offer_list import OfferRows
from ui.workspace import Workspace

ROW, MOST_SESSIONS = 32, 14
NEW = object()
"""The key of the row that leads to a new session."""


def time_line(workspace: Workspace, session: Session) -> str:
    """Write when and how a session is."""
    t, zone = workspace.t, workspace.consultation.time_zone
    hours = hours_of(session, zone, t)
    parts = [hours] if hours else []
    parts.append(choice_name(t, session.format))
    if session.room:
        parts.append(session.room)
    return "  ·  ".join(parts)


class SessionList(Floating):
    """All sessions by day, with a search; goes when one is chosen, or when the keyboard goes elsewhere."""

    chosen = Signal(object)
    """The id of the session."""
    new_asked = Signal()

    def __init__(self, workspace: Workspace, window: QWidget, owner: QWidget) -> None:
        super().__init__(workspace.theme, window, owner)
        self._workspace = workspace
        self._counts: dict[UUID, Recorded] = {}
        self._build()

    def open_below(self, spot: QRect, current: UUID | None) -> None:
        """Show the list under a part of the window with the current session selected."""
        self._counts = recorded(self._workspace.store)
        self._field.clear()
        self._fill(current)
        window = self.parentWidget()
        assert window is not None, "it is a child of the window"
        high = window.height() - spot.bottom() - 24
        wanted = self._rows.wanted(MOST_SESSIONS, window.width() - 32)
        wide = max(wanted.width() + 2 * INSIDE + 14, px(self._workspace.theme, 480))
        wide = min(wide, window.width() - 32)
        room = QRect(spot.left() - INSIDE, spot.bottom() + 4, wide, 0)
        room.setHeight(min(wanted.height() + self._field.sizeHint().height() + 4 * INSIDE, max(high, 200)))
        if spot.left() + wide > window.width() - 16:
            room.moveRight(window.width() - 16)
        self.lie(room)
        self._field.setFocus()

    def take_key(self, event: QKeyEvent) -> bool:
        """Do what keys do in the field; tell whether it was one of those."""
        key = event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._rows.step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._rows.take()
        elif key == Qt.Key.Key_Escape:
            self.hide()
        else:
            return False
        return True

    def _build(self) -> None:
        t = self._workspace.t
        self._field = _Field(self)
        self._field.setPlaceholderText(t("Code, title or room"))
        self._field.setAccessibleName(t("Search the sessions"))
        self._field.textChanged.connect(lambda: self._fill(None))
        self._rows = OfferRows(self._workspace.theme, ROW)
        self._rows.setAccessibleName(t("Sessions"))
        self._rows.chosen.connect(self._on_chosen)
        self.column.setSpacing(INSIDE)
        self.column.addWidget(self._field)
        self.column.addWidget(self._rows, 1)

    def _fill(self, current: UUID | None) -> None:
        """Show the sessions that are looked for, and last the way to a new one."""
        workspace, t = self._workspace, self._workspace.t
        wanted, rows = plain(self._field.text()), list[Row]()
        parts = by_day(self._found(wanted), [], workspace.consultation.time_zone)
        for place, part in enumerate(parts):
            at_end = t("recommendations · interventions") if not place else ""
            rows.append(OfferHeading(_heading(t, part), at_end))
            rows += [self._offer(session) for session in part.sessions]
        rows += [None] if rows else []
        rows.append(Offer(NEW, t(recording.NEW_SESSION.label), icon="plus", marked=False))
        self._rows.offer(rows, self._field.text())
        if current is not None:
            self._rows.choose(current)

    def _found(self, wanted: str) -> list[Session]:
        """Return the sessions in whose code, title or room there is what is wanted."""
        label = self._workspace.label
        return [
            session
            for session in to_write_in(self._workspace.store)
            if wanted in plain(f"{session.code} {label(session.title)} {session.room}")
        ]

    def _offer(self, session: Session) -> Offer:
        workspace = self._workspace
        hours = hours_of(session, workspace.consultation.time_zone, workspace.t)
        running = choice_name(workspace.t, session.status) if session.status is SessionStatus.RUNNING else ""
        beside = " · ".join(part for part in (session.code, hours, running) if part)
        name = workspace.label(session.title)
        icon = "play" if running else ""
        return Offer(session.id, name or session.code, beside, counts_of(workspace.t, self._counts, session), icon)

    def _on_chosen(self, key: object) -> None:
        self.hide()
        if key is NEW:
            self.new_asked.emit()
        else:
            self.chosen.emit(key)


class _Field(QLineEdit):
    """Where the words of a session are typed."""

    def __init__(self, owner: SessionList) -> None:
        super().__init__()
        self._owner = owner

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._owner.take_key(event):
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._owner.hide()


def counts_of(t: Translator, counts: Mapping[UUID, Recorded], session: Session) -> str:
    """Write how many recommendations and interventions a session has; nothing where there are none."""
    found = counts.get(session.id)
    return f"{t.number(found.recommendations)} · {t.number(found.interventions)}" if found else ""


def _heading(t: Translator, part: Part) -> str:
    name = part.heading(t) or t("Without a date")
    return name[:1].upper() + name[1:]
