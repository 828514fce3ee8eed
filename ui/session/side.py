"""The floor: who speaks, who is in the session, and its agenda; a column, or a strip over the room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from consultation.model import Session, SessionStatus
from ui.look.folds import Fold, fold_of, px
from ui.page import Page
from ui.session.agenda import Agenda
from ui.session.floor import Floor
from ui.session.people import People
from ui.session.session_clock import SessionClock
from ui.session.side_rows import INSET
from ui.touched import Touched
from ui.widgets.floating import Floating
from ui.widgets.scroll import scrolled
from ui.widgets.tab_order import follow_the_eye
from ui.widgets.words import rule
from ui.workspace import Workspace

WIDE, MEDIUM = 272, 256
"""Width of the column in a wide window, and in a narrower one."""
AROUND = 20
LEAST = 130
"""Height under which the list of people does not scroll by itself."""
EVERYBODY = 100_000
EVERY_MS = 5_000
LOW = 800
"""Height of a window under which what is past on the agenda folds."""


class Side(Page):
    """Everything about the session that is not what was said."""

    kinds = (Session,)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._session: Session | None = None
        self._is_strip = False
        self._over: Over | None = None
        self._build()
        self._connect()
        self._fit()

    def refresh(self, touched: Touched) -> None:
        """Show the session as it is now."""
        if self._session is not None:
            self._session = self._workspace.store.find(Session, self._session.id)
            self._clock.show_session(self._session)

    def show_session(self, session: Session | None) -> None:
        """Show another session."""
        self.be_fresh()
        self._session = session
        self._agenda.show_session(session)
        self.people.show_session(session.id if session else None)
        self._clock.show_session(session)

    def set_strip(self, strip: bool) -> None:
        """Be a strip of one line, for a narrow window, or the column again."""
        if strip == self._is_strip:
            return
        self._is_strip = strip
        self._close_over()
        self._floor.set_strip(strip)
        self._rest.setVisible(not strip)
        self._edge.setVisible(not strip)
        self._fit()

    def switch(self) -> None:
        """Start the session, end it, or open it again."""
        if self._session is None:
            return
        t, workspace = self._workspace.t, self._workspace
        running = self._session.status == SessionStatus.RUNNING
        status = SessionStatus.CLOSED if running else SessionStatus.RUNNING
        name = self._session.code
        said = t("Session {code} has ended.") if running else t("Session {code} has started.")
        session = self._session
        workspace.do(said.format(code=name), lambda: workspace.store.change(session, status=status))

    def flush(self) -> None:
        """Keep a name that is being edited."""
        self.people.flush()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._clock.tick()
        self._ticks.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._ticks.stop()
        self._close_over()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._share()
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        workspace = self._workspace
        self.setProperty("part", True)
        self._floor, self.people, self._agenda = Floor(workspace), People(workspace), Agenda(workspace)
        self._clock = SessionClock(workspace)
        self._ticks = QTimer(self, interval=EVERY_MS)
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 20, 0, 16)
        self._column.setSpacing(20)
        self._column.addWidget(self.people)
        self._column.addWidget(self._agenda)
        self._column.addStretch(1)
        foot = QVBoxLayout()
        foot.setContentsMargins(INSET, 8, INSET, 10)
        foot.addWidget(self._clock)
        self._rest = QWidget()
        self._rest.setProperty("surface", "window")
        self._rest.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        rest = QVBoxLayout(self._rest)
        rest.setContentsMargins(0, 0, 0, 0)
        rest.setSpacing(0)
        self._area = scrolled(self._inside)
        rest.addWidget(self._area, 1)
        rest.addWidget(rule())
        rest.addLayout(foot)
        self._edge = QFrame()
        self._edge.setProperty("rule", True)
        self._edge.setFixedWidth(1)
        for watched in (self._inside, self._area):
            watched.installEventFilter(self)
        self._parts = QVBoxLayout()
        self._parts.setSpacing(0)
        self._parts.addWidget(self._floor)
        self._parts.addWidget(self._rest, 1)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addLayout(self._parts, 1)
        line.addWidget(self._edge)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("surface", "window")
        follow_the_eye(self)

    def _connect(self) -> None:
        self.people.floor_shown.connect(self._floor.show_person)
        self._ticks.timeout.connect(self._clock.tick)
        self._clock.switch_asked.connect(self.switch)
        self._clock.ticked.connect(self._on_ticked)
        self._floor.opened.connect(self._open_over)
        self._workspace.theme.changed.connect(self._fit)

    def _fit(self) -> None:
        """Take the width, and the room for what is past, that the window has."""
        theme = self._workspace.theme
        around = 0 if self._is_strip else AROUND - INSET
        self._parts.setContentsMargins(around, 0 if self._is_strip else 16, around, 0)
        if self._is_strip:
            self.setMinimumWidth(0)
            self.setMaximumWidth(16_777_215)
        else:
            self.setFixedWidth(px(theme, WIDE if fold_of(self, theme) >= Fold.WIDE else MEDIUM))
        self._agenda.fold_past(self.window().height() < px(theme, LOW))
        self._share()

    def _share(self) -> None:
        """Leave the list of people what the rest of the column does not need; too little, and the column scrolls."""
        around = self._column.contentsMargins()
        spaces = 2 * self._column.spacing() + around.top() + around.bottom()
        room = self._area.viewport().height() - self._agenda.sizeHint().height() - self.people.besides - spaces
        self.people.reach(room if room >= px(self._workspace.theme, LEAST) else EVERYBODY)

    def _on_ticked(self, run: int | None) -> None:
        self._agenda.show_run(run)
        self._floor.show_agenda(self._agenda.in_hand)

    def _open_over(self) -> None:
        """Show the rest of the column under the strip, over the room; put it away where it is shown."""
        if self._over is not None:
            self._close_over()
            return
        self._over = Over(self._workspace, self.window(), self._rest, self)
        self._over.closed.connect(self._close_over)
        theme = self._workspace.theme
        below = self.mapTo(self.window(), QPoint(8, self.height() + 4))
        high = self.window().height() - below.y() - px(theme, 40)
        self._over.open(QRect(below.x(), below.y(), px(theme, WIDE + AROUND), high))
        self.people.setFocus()

    def _close_over(self) -> None:
        over, self._over = self._over, None
        if over is not None:
            over.hide()
            self._parts.addWidget(self._rest, 1)
            self._rest.setVisible(not self._is_strip)
            over.deleteLater()


class Over(Floating):
    """The rest of the column, opened from the strip; goes at Escape and with the page."""

    closed = Signal()

    def __init__(self, workspace: Workspace, window: QWidget, inside: QWidget, owner: QWidget) -> None:
        super().__init__(workspace.theme, window, owner)
        self.column.addWidget(inside)
        inside.show()

    def open(self, room: QRect) -> None:
        """Lie over this room of the window."""
        self.lie(room)

    def window_resized(self) -> None:
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
