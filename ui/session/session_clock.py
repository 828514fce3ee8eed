"""The time in the place of the consultation, and how long the session has to go."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from consultation.language import Translator
from consultation.model import Session, SessionStatus
from consultation.reading.programme import minutes_planned, started_at
from ui.widgets.words import caption, title
from ui.workspace import Workspace

EVERY_MS = 5_000
SOON = 5
"""Minutes before the planned end at which the clock warns."""


class SessionClock(QWidget):
    """Ticks while it is seen; warns by word and colour when the end is near."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._session: Session | None = None
        self._started: datetime | None = None
        self._time, self._left = title(), caption()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._time)
        column.addWidget(self._left)
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.tick)

    def show_session(self, session: Session | None) -> None:
        """Measure another session, from the moment somebody started it."""
        self._session = session
        self._started = None
        if session is not None and session.status == SessionStatus.RUNNING:
            self._started = started_at(self._workspace.store.history(session))
        self.tick()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.tick()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def tick(self) -> None:
        """Show the time now."""
        if not self._workspace.is_readable:
            return
        now = datetime.now(ZoneInfo(self._workspace.consultation.time_zone))
        self._time.setText(self._workspace.t.time(now))
        words, near = time_left(self._workspace.t, self._session, self._started, now)
        self._left.setText(words)
        tone = "incomplete" if near else "muted"
        if self._left.property("tone") != tone:
            self._left.setProperty("tone", tone)
            self._left.style().polish(self._left)


def time_left(t: Translator, session: Session | None, started: datetime | None, now: datetime) -> tuple[str, bool]:
    """Say how long a session has run and has to go, and whether the end is near."""
    if session is None or session.status != SessionStatus.RUNNING or started is None:
        return "", False
    run = max(round((now - started).total_seconds() / 60), 0)
    words = t.plural("Running for {count} minute", "Running for {count} minutes", run)
    planned = minutes_planned(session)
    if planned is None:
        return words, False
    left = planned - run
    if left >= 0:
        rest = t.plural("{count} minute to go", "{count} minutes to go", left)
    else:
        rest = t.plural("{count} minute over", "{count} minutes over", -left)
    return f"{words}  ·  {rest}", left <= SOON
