"""The leading column of the room: which session, its clock, agenda and people."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from consultation.model import Session, SessionStatus
from ui.look.icons import set_icon
from ui.page import Page
from ui.session.agenda import Agenda
from ui.session.chooser import SessionButton, SessionList
from ui.session.people import INSET, People
from ui.session.session_clock import SessionClock
from ui.touched import Touched
from ui.widgets.buttons import GAP, button
from ui.widgets.scroll import scrolled
from ui.workspace import Workspace


class Side(Page):
    """Everything about the session that is not what was said."""

    kinds = (Session,)
    session_chosen = Signal(object)
    """The id of a session."""
    new_asked = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._session: Session | None = None
        self._build()
        self._connect()

    def refresh(self, touched: Touched) -> None:
        """Show the session as it is now."""
        if self._session is not None:
            self._session = self._workspace.store.find(Session, self._session.id)
            self._button.show_session(self._session)
            self._clock.show_session(self._session)
            self._refresh_start()

    def show_session(self, session: Session | None) -> None:
        """Show another session."""
        self.be_fresh()
        self._session = session
        self._button.show_session(session)
        self._clock.show_session(session)
        self._agenda.show_session(session)
        self.people.show_session(session.id if session else None)
        self._refresh_start()

    def choose(self) -> None:
        """Open the list of sessions."""
        self._list.open_below(self._button, self._session.id if self._session else None)

    def switch(self) -> None:
        """Start the session, close it, or open it again."""
        if self._session is None:
            return
        t, workspace = self._workspace.t, self._workspace
        running = self._session.status == SessionStatus.RUNNING
        status = SessionStatus.CLOSED if running else SessionStatus.RUNNING
        name = self._session.code
        said = t("Session {code} is closed.") if running else t("Session {code} has started.")
        session = self._session
        workspace.do(said.format(code=name), lambda: workspace.store.change(session, status=status))

    def _build(self) -> None:
        workspace = self._workspace
        self._button = SessionButton(workspace)
        self._list = SessionList(workspace, self)
        self._clock = SessionClock(workspace)
        self._start = button(workspace.theme, "", self.switch, "play")
        self.people = People(workspace)
        self._agenda = Agenda(workspace)
        which = QHBoxLayout()
        which.setContentsMargins(INSET, 0, INSET, 0)
        which.addWidget(self._button)
        when = QHBoxLayout()
        when.setContentsMargins(INSET, 0, INSET, 0)
        when.setSpacing(8)
        when.addWidget(self._clock, 1)
        when.addWidget(self._start, alignment=Qt.AlignmentFlag.AlignTop)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(24 - INSET, 16, 16 - INSET, 16)
        column.setSpacing(16)
        column.addLayout(which)
        column.addLayout(when)
        column.addWidget(self.people)
        column.addWidget(self._agenda)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inside))
        self.setMinimumWidth(272)

    def _connect(self) -> None:
        self._button.clicked.connect(self.choose)
        self._list.chosen.connect(self.session_chosen)
        self._list.new_asked.connect(self.new_asked)

    def _refresh_start(self) -> None:
        t, theme = self._workspace.t, self._workspace.theme
        status = self._session.status if self._session else SessionStatus.PLANNED
        words = {SessionStatus.RUNNING: t("Close"), SessionStatus.CLOSED: t("Open again")}
        self._start.setText(words.get(status, t("Start")))
        set_icon(self._start, theme, "circle-stop" if status == SessionStatus.RUNNING else "play", "text", gap=GAP)
        self._start.setEnabled(self._session is not None)
