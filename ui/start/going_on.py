"""The card of the start page: the file and the session with which one goes on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from ui.actions import anywhere
from ui.keys import shown
from ui.settings import RecentFile
from ui.start.telling import going_on_line, session_line
from ui.widgets.keyed_button import KeyedButton
from ui.widgets.words import caption, heading
from ui.workspace import Workspace

RADIUS = 8


class GoingOn(QFrame):
    """Shows what goes on; pressing it anywhere goes on, and so does Enter."""

    def __init__(self, workspace: Workspace, file: RecentFile, now: datetime, act: Callable[[], object]) -> None:
        super().__init__()
        self._theme, self._act = workspace.theme, act
        t, session = workspace.t, file.session
        self.button = KeyedButton(workspace.theme, t(anywhere.GO_ON.label), shown(anywhere.GO_ON), act, look="main")
        words = QVBoxLayout()
        words.setSpacing(4)
        if session is not None:
            first = QHBoxLayout()
            first.setSpacing(8)
            code = caption(session.code, "text", wrap=False)
            code.setProperty("strong", True)
            first.addWidget(code)
            first.addWidget(caption(session_line(t, session, now)), 1)
            words.addLayout(first)
        words.addWidget(heading((session.title if session else "") or file.title))
        words.addWidget(caption(going_on_line(t, file, now)))
        line = QHBoxLayout(self)
        line.setContentsMargins(20, 16, 20, 16)
        line.setSpacing(24)
        line.addLayout(words, 1)
        line.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignVCenter)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusProxy(self.button)
        self.button.setAccessibleDescription(f"{session.title if session else file.title}, {file.path}")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._act()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("edge"), 1))
        painter.setBrush(theme.colour("base"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
