"""How long a session has run and has to go; what starts and ends it."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from consultation.language import Translator
from consultation.model import Session, SessionStatus
from consultation.reading.programme import hours_of, minutes_planned, started_at
from ui.look.icons import set_icon
from ui.widgets.buttons import GAP, button
from ui.widgets.words import caption, set_property
from ui.workspace import Workspace

EVERY_MS = 5_000
SOON = 5
"""Minutes before the planned end at which the clock warns."""


class SessionClock(QWidget):
    """Ticks while it is seen; warns by word and colour when the end is near."""

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

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.tick()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

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
        here = now.astimezone()
        elsewhere = here.utcoffset() != now.utcoffset()
        if elsewhere:
            said = t("{time} in {zone}; this computer says {here}")
            self._zone.setText(said.format(time=t.time(now), zone=t.zone_name(zone), here=t.time(here)))
        self._zone.setVisible(elsewhere)
        self.ticked.emit(minutes_run(self._started, now))

    def _build(self) -> None:
        self._left, self._zone = caption(), caption()
        self._switch = button(self._workspace.theme, "", self.switch_asked.emit, "play")
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._left, 1)
        line.addWidget(self._switch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._zone)
        column.addLayout(line)
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.tick)

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
