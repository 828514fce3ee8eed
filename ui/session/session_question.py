"""Which session are you running? Asked where no rule knows: today's sessions first, each with what is in it."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QVBoxLayout, QWidget
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from consultation.model import Session, SessionStatus
from consultation.reading.programme import Recorded, day_of, recorded, to_write_in
from consultation.words import choice_name
from ui.actions import recording
from ui.look.folds import px
from ui.look.painting import Painting
from ui.look.theme import Theme
from ui.session.chooser import time_line
from ui.widgets.buttons import quiet_button
from ui.widgets.cards import EmptyState
from ui.widgets.words import heading
from ui.workspace import Workspace

SESSION = Qt.ItemDataRole.UserRole
BELOW, TODAY = SESSION + 1, SESSION + 2
WIDEST = 760
Index = QModelIndex | QPersistentModelIndex


class SessionQuestion(QWidget):
    """The question and all sessions; Enter or a click answers it."""

    chosen = Signal(object)
    """The id of a session."""
    new_asked = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._build()

    @property
    def list(self) -> QListWidget:
        """The sessions."""
        return self._list

    def ask(self) -> None:
        """Show the sessions there are."""
        workspace = self._workspace
        zone = workspace.consultation.time_zone
        today = datetime.now(ZoneInfo(zone)).date()
        sessions = to_write_in(workspace.store)
        counts = recorded(workspace.store)
        self._list.clear()
        now = [session for session in sessions if _is_now(session, zone, today)]
        for session in [*now, *(session for session in sessions if session not in now)]:
            self._list.addItem(self._item(session, counts.get(session.id, Recorded()), session in now))
        if self._list.count():
            self._list.setCurrentRow(0)
        self._list.setVisible(bool(sessions))
        self._question.setVisible(bool(sessions))
        self._new.setVisible(bool(sessions))
        self._none.setVisible(not sessions)
        self.setFocusProxy(self._list if sessions else self._first)

    def _build(self) -> None:
        t, theme = self._workspace.t, self._workspace.theme
        self._question = heading(t("Which session are you running?"))
        self._question.setContentsMargins(px(theme, 12), 0, 0, 0)  # where the words of the rows begin
        self._list = _Sessions()
        self._list.setItemDelegate(_SessionRows(theme, self._list))
        self._list.setAccessibleName(t("Sessions"))
        self._list.setMouseTracking(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self._list.itemClicked.connect(self._on_chosen)
        self._list.taken.connect(self._on_chosen)
        self._new = quiet_button(theme, t(recording.NEW_SESSION.label), self.new_asked.emit, "plus")
        self._first = quiet_button(theme, t("Add the first session"), self.new_asked.emit, "plus")
        self._none = EmptyState(
            theme,
            "calendar-days",
            t("No session yet"),
            t("What is said is recorded in a session: one meeting in one room."),
            self._first,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 32, 24, 16)
        column.setSpacing(12)
        column.addWidget(self._question)
        column.addWidget(self._list, 1)
        column.addWidget(self._new)
        column.addWidget(self._none, 1)
        self._list.setMaximumWidth(px(theme, WIDEST))

    def _item(self, session: Session, found: Recorded, is_now: bool) -> QListWidgetItem:
        t, workspace = self._workspace.t, self._workspace
        on = day_of(session, workspace.consultation.time_zone)
        status = choice_name(t, session.status) if session.status is not SessionStatus.PLANNED else ""
        day = t.day(on, "medium") if on else ""
        if is_now and session.status is not SessionStatus.RUNNING:
            day = t("Today")
        below = "  ·  ".join(part for part in (session.code, day, time_line(workspace, session), status) if part)
        counts = [
            t.plural("{count} recommendation", "{count} recommendations", found.recommendations),
            t.plural("{count} intervention", "{count} interventions", found.interventions),
        ]
        said = (
            "  ·  ".join(count.replace(" ", "\u00a0") for count in counts)
            if found.recommendations or found.interventions
            else ""
        )
        item = QListWidgetItem(workspace.label(session.title) or session.code)
        item.setData(SESSION, session.id)
        item.setData(BELOW, "  ·  ".join(part for part in (below, said) if part))
        item.setData(TODAY, is_now)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.text()}. {item.data(BELOW)}")
        return item

    def _on_chosen(self, item: QListWidgetItem) -> None:
        session = item.data(SESSION)
        if isinstance(session, UUID):
            self.chosen.emit(session)


class _Sessions(QListWidget):
    """Enter takes the current row."""

    taken = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            self.taken.emit(item)
        else:
            super().keyPressEvent(event)


class _SessionRows(QStyledItemDelegate):
    """Draws a session: its title, which is never cut, and what is known of it; today's are larger."""

    def __init__(self, theme: Theme, view: QListWidget) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, option: Option, index: Index) -> QSize:
        title, below = self._places(QRect(0, 0, self._view.viewport().width(), 0), index)
        return QSize(120, below.bottom() + px(self._theme, 9) - title.top() + px(self._theme, 8))

    def paint(self, painter: QPainter, option: Option, index: Index) -> None:
        with Painting(painter):
            self._draw(painter, option, index)

    def _draw(self, painter: QPainter, option: Option, index: Index) -> None:
        theme, state = self._theme, option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            focused = chosen and self._view.hasFocus()
            painter.setPen(QPen(theme.colour("accent"), 2) if focused else Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent_soft" if chosen else "window"))
            painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 6, 6)
        title, below = self._places(option.rect, index)
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)
        painter.setFont(self._title(index))
        painter.setPen(theme.colour("text"))
        painter.drawText(title, flags, str(index.data()))
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.colour("muted"))
        painter.drawText(below, flags, str(index.data(BELOW)))

    def _places(self, room: QRect, index: Index) -> tuple[QRect, QRect]:
        inside = room.adjusted(px(self._theme, 12), px(self._theme, 8), -px(self._theme, 12), 0)
        flags = int(Qt.TextFlag.TextWordWrap)
        tall = QRect(inside.left(), inside.top(), inside.width(), 10_000)
        title = QFontMetrics(self._title(index)).boundingRect(tall, flags, str(index.data()))
        title = QRect(inside.left(), inside.top(), inside.width(), title.height())
        tall = QRect(inside.left(), title.bottom() + 3, inside.width(), 10_000)
        below = QFontMetrics(self._theme.font("caption")).boundingRect(tall, flags, str(index.data(BELOW)))
        return title, QRect(inside.left(), tall.top(), inside.width(), below.height())

    def _title(self, index: Index) -> QFont:
        return self._theme.font("heading" if index.data(TODAY) else "body", strong=True)


def _is_now(session: Session, zone: str, today: date) -> bool:
    """Tell whether a session is held today, or runs."""
    return session.status is SessionStatus.RUNNING or day_of(session, zone) == today
