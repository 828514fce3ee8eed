"""How long a session has run and has to go; what starts and ends it."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from consultation.language import Translator
from consultation.model import Session, SessionStatus
from consultation.reading.programme import hours_of, minutes_planned, started_at
from ui.look.icons import set_icon
from ui.widgets.buttons import GAP, button
from ui.widgets.words import caption, set_property
from ui.workspace import Workspace

SOON = 5
"""Minutes before the planned end at which the clock warns."""


class SessionClock(QWidget):
    """Says when the end is near, by word and colour; is told to `tick` while the session is looked at."""

    ticked = Signal(object)
    """The minutes the session has run; None while it does not."""
    switch_asked = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._session: Session | None = None
        self._started: datetime | None = None
        self._build()

    def show_session(self, session: Session | None) -> None:
        """Measure another session, from the moment somebody started it."""
        self._session = session
        self._started = None
        if session is not None and session.status == SessionStatus.RUNNING:
            self._started = started_at(self._workspace.store.history(session))
        self._show_switch()
        self.tick()

    def tick(self) -> None:
        """Show how the session stands now."""
        if not self._workspace.is_readable:
            return
        t, session = self._workspace.t, self._session
        zone = self._workspace.consultation.time_zone
        now = datetime.now(ZoneInfo(zone))
        left = minutes_left(session, self._started, now)
        words = ""
        if left is not None and left <= SOON:
            words = rest(t, left)
        elif self._started is None and session is not None and session.starts is not None:
            words = t("Planned: {hours}").format(hours=hours_of(session, zone, t))
        self._left.setText(words)
        set_property(self._left, "tone", "muted" if left is None else "incomplete")
        self.ticked.emit(minutes_run(self._started, now))

    def _build(self) -> None:
        self._left = caption()
        self._switch = button(self._workspace.theme, "", self.switch_asked.emit, "play")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self._left, 1)
        line.addWidget(self._switch)

    def _show_switch(self) -> None:
        t, theme = self._workspace.t, self._workspace.theme
        status = self._session.status if self._session else SessionStatus.PLANNED
        words = {SessionStatus.RUNNING: t("End session"), SessionStatus.CLOSED: t("Open again")}
        self._switch.setText(words.get(status, t("Start")))
        set_icon(self._switch, theme, "circle-stop" if status == SessionStatus.RUNNING else "play", "text", gap=GAP)
        self._switch.setEnabled(self._session is not None)


def minutes_run(started: datetime | None, now: datetime) -> int | None:
    """Return how many minutes have gone since a session was started; None where it was not."""
    return max(round((now - started).total_seconds() / 60), 0) if started is not None else None


def minutes_left(session: Session | None, started: datetime | None, now: datetime) -> int | None:
    """Return how many minutes a session that runs has to go, less than none when it is over; None if nobody knows."""
    run = minutes_run(started, now)
    planned = minutes_planned(session) if session is not None and session.status == SessionStatus.RUNNING else None
    return planned - run if planned is not None and run is not None else None


def rest(t: Translator, left: int) -> str:
    """Say how many minutes are left, or by how many it is over."""
    if left >= 0:
        return t.plural("{count} minute to go", "{count} minutes to go", left)
    return t.plural("{count} minute over", "{count} minutes over", -left)
