"""Which session this is: a button with its code, title and time, and a list by day to choose another."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from consultation.language import Translator
from consultation.model import Session, SessionStatus
from consultation.reading.people import plain
from consultation.reading.programme import Part, by_day, hours_of
from consultation.words import choice_name
from ui import actions
from ui.keys import tip
from ui.look.icons import pixmap
from ui.widgets.buttons import pressed_by_enter, quiet_button
from ui.widgets.two_lines import TwoLines, row, row_heading
from ui.widgets.words import Elided
from ui.workspace import Workspace

SESSION = Qt.ItemDataRole.UserRole
STATUS_TONES = {SessionStatus.RUNNING: "done", SessionStatus.PROPOSED: "incomplete"}


def time_line(workspace: Workspace, session: Session) -> str:
    """Write when and how a session is."""
    t, zone = workspace.t, workspace.consultation.time_zone
    hours = hours_of(session, zone, t)
    parts = [hours] if hours else []
    parts.append(choice_name(t, session.format))
    if session.room:
        parts.append(session.room)
    return "  ·  ".join(parts)


class SessionButton(QAbstractButton):
    """Shows the session at hand; opens the list of all."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._head = Elided("", strong=True)
        self._day = Elided("", "caption", "muted")
        self._time = Elided("", "caption", "muted")
        self._line = line = QHBoxLayout(self)
        line.setContentsMargins(12, 8, 12, 8)
        column = QVBoxLayout()
        column.setSpacing(2)
        line.addLayout(column, 1)
        line.addSpacing(24)
        for part in (self._head, self._day, self._time):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(part)
        workspace.theme.changed.connect(self.update)

    def show_session(self, session: Session | None) -> None:
        """Show another session."""
        t, workspace = self._workspace.t, self._workspace
        if session is None:
            self._head.show_text(t("No session yet"))
            self._day.show_text(t("Choose or add one"))
            self._time.show_text("")
            return
        status = choice_name(t, session.status)
        self._head.show_text(f"{session.code}  ·  {status}")
        (part,) = by_day([session], [], workspace.consultation.time_zone)
        self._day.show_text(_heading(t, part))
        self._time.show_text(time_line(workspace, session))
        self.setAccessibleName(f"{t('Session')}: {session.code}, {workspace.label(session.title)}, {status}")
        self.setToolTip(tip(t, actions.SESSIONS))

    def sizeHint(self) -> QSize:
        return self._line.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._workspace.theme
        painter.setPen(QPen(theme.colour("accent" if self.hasFocus() else "edge"), 2 if self.hasFocus() else 1))
        painter.setBrush(theme.colour("raised" if self.underMouse() else "base"))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 8, 8)
        picture = pixmap("chevron-down", theme.colours.muted, 20, self.devicePixelRatioF())
        x = self.width() - 30 if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else 10
        painter.drawPixmap(x, (self.height() - 20) // 2, picture)


class SessionList(QFrame):
    """All sessions by day, with a search; closes when one is chosen."""

    chosen = Signal(object)
    """The id of the session."""
    new_asked = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._workspace = workspace
        self._build()

    def open_below(self, button: QWidget, current: UUID | None) -> None:
        """Show the list under ``button`` with the current session selected."""
        self._search.clear()
        self._fill(current)
        place = button.mapToGlobal(QPoint(0, button.height() + 4))
        room = button.screen().availableGeometry()
        high = min(560, room.bottom() - place.y() - 16)
        self.setGeometry(QRect(place, QSize(max(440, button.width()), max(high, 240))))
        self.show()
        self._search.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_item_chosen(self._list.currentItem())
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        t, theme = self._workspace.t, self._workspace.theme
        self.setProperty("surface", "card")
        self._search = QLineEdit()
        self._search.setPlaceholderText(t("Code, title or room"))
        self._search.setAccessibleName(t("Search the sessions"))
        self._search.textChanged.connect(lambda: self._fill(None))
        self._list = QListWidget()
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setItemDelegate(TwoLines(theme, self._list))
        self._list.setMouseTracking(True)
        self._list.itemClicked.connect(self._on_item_chosen)
        self._list.setAccessibleName(t("Sessions"))
        row = QHBoxLayout()
        row.addWidget(quiet_button(theme, t("New session"), self._on_new_pressed, "plus"))
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 8)
        column.setSpacing(8)
        column.addWidget(self._search)
        column.addWidget(self._list, 1)
        column.addLayout(row)

    def _fill(self, current: UUID | None) -> None:
        workspace = self._workspace
        self._list.clear()
        chosen = None
        for part in by_day(self._found(plain(self._search.text())), [], workspace.consultation.time_zone):
            self._list.addItem(row_heading(_heading(workspace.t, part)))
            for session in part.sessions:
                item = self._add_session(session)
                if chosen is None or session.id == current:
                    chosen = item
        if chosen is not None:
            self._list.setCurrentItem(chosen)
            self._list.scrollToItem(chosen)

    def _found(self, wanted: str) -> list[Session]:
        """Return the sessions in whose code, title or room there is what is wanted."""
        label = self._workspace.label
        return [
            session
            for session in self._workspace.store.all(Session)
            if wanted in plain(f"{session.code} {label(session.title)} {session.room}")
        ]

    def _add_session(self, session: Session) -> QListWidgetItem:
        workspace = self._workspace
        name = workspace.label(session.title)
        status = choice_name(workspace.t, session.status)
        when = time_line(workspace, session)
        below = "  ·  ".join((session.code, when, status))
        item = row(name or session.code, below, STATUS_TONES.get(session.status, "muted"))
        item.setData(SESSION, session.id)
        self._list.addItem(item)
        return item

    def _step(self, by: int) -> None:
        row = self._list.currentRow() + by
        while 0 <= row < self._list.count():
            if self._list.item(row).data(SESSION) is not None:
                self._list.setCurrentRow(row)
                return
            row += by

    def _on_item_chosen(self, item: QListWidgetItem | None) -> None:
        session = item.data(SESSION) if item is not None else None
        if session is not None:
            self.close()
            self.chosen.emit(session)

    def _on_new_pressed(self) -> None:
        self.close()
        self.new_asked.emit()


def _heading(t: Translator, part: Part) -> str:
    name = part.heading(t) or t("Without a date")
    return name[:1].upper() + name[1:]
