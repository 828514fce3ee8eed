"""The card of the start page: the file and the session with which one goes on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout

from ui import actions
from ui.keys import shown
from ui.look.folds import px
from ui.look.theme import Theme
from ui.settings import RecentFile
from ui.start.telling import going_on_line, session_line
from ui.widgets.buttons import RING, pressed_by_enter
from ui.widgets.words import caption, heading
from ui.workspace import Workspace

RADIUS, HIGH = 8, 32


class GoingOn(QFrame):
    """Shows what goes on; pressing it anywhere goes on, and so does Enter."""

    def __init__(self, workspace: Workspace, file: RecentFile, now: datetime, act: Callable[[], object]) -> None:
        super().__init__()
        self._theme, self._act = workspace.theme, act
        t, session = workspace.t, file.session
        self.button = KeyedButton(workspace.theme, t(actions.GO_ON.label), shown(actions.GO_ON), act)
        self.button.installEventFilter(self)
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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._act()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.button.hasFocus()
        wide = RING if focused else 1
        painter.setPen(QPen(theme.colour("accent" if focused else "edge"), wide))
        painter.setBrush(theme.colour("base"))
        inset = wide / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)


class KeyedButton(QAbstractButton):
    """A main button that shows its key; what it stands on has the ring."""

    def __init__(self, theme: Theme, words: str, keys: str, act: Callable[[], object]) -> None:
        super().__init__()
        self._theme, self._keys = theme, keys
        self.setText(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: act())
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        words, keys = self._widths()
        return QSize(words + keys + 8 + 28, px(self._theme, HIGH))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        painter.setPen(theme.colour("on_accent"))
        words, keys = self._widths()
        leading = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
        places = (14, 14 + words + 8) if leading else (14 + keys + 8, 14)
        for text, left, wide, font in (
            (self.text(), places[0], words, theme.font(strong=True)),
            (self._keys, places[1], keys, theme.font("caption")),
        ):
            painter.setFont(font)
            painter.drawText(QRectF(left, 0, wide + 1, self.height()), Qt.AlignmentFlag.AlignVCenter, text)

    def _widths(self) -> tuple[int, int]:
        words = QFontMetrics(self._theme.font(strong=True)).horizontalAdvance(self.text())
        return words, QFontMetrics(self._theme.font("caption")).horizontalAdvance(self._keys)
