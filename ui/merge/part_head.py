"""The head of a part of the queue: its name and how many wait in it; folded or open."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QStyle

from ui.actions import merging
from ui.keys import pressed
from ui.look.folds import px
from ui.look.icons import pixmap
from ui.look.painting import write_line
from ui.look.theme import Theme
from ui.widgets.buttons import DrawnButton

HEIGHT, INSET, SIGN, GAP = 28, 12, 14, 6
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class PartHead(DrawnButton):
    """Says `fold_asked` with whether it is to be open, and `stepped` towards the next or the one before."""

    fold_asked = Signal(bool)
    stepped = Signal(int)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, name)
        self._number, self._remark = "", ""
        self._done, self.is_open = False, False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: self.fold_asked.emit(not self.is_open))

    def show_state(self, number: str, remark: str, *, done: bool, opened: bool) -> None:
        """Show how many wait, or a remark where none does; ``done`` says that all of it is decided."""
        self._number, self._remark, self._done, self.is_open = number, remark, done, opened
        self.setAccessibleName(", ".join(part for part in (self.text(), number, remark) if part))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, max(px(self._theme, HEIGHT), QFontMetrics(self._theme.font("caption")).height() + 8))

    def event(self, event: QEvent) -> bool:
        """Keep the arrows: they go from head to head here, and fold."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and _is_kept(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in STEPS:
            self.stepped.emit(STEPS[key])
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            ahead = (key == Qt.Key.Key_Right) == (self.layoutDirection() == Qt.LayoutDirection.LeftToRight)
            if ahead != self.is_open:
                self.fold_asked.emit(ahead)
        else:
            super().keyPressEvent(event)

    def draw(self, painter: QPainter) -> None:
        super().draw(painter)
        theme = self._theme
        room = self.rect().adjusted(INSET, 0, -INSET, 0)
        tone = "done" if self._done else "muted"
        sign = "check" if self._done else "chevron-right" if self._number and not self.is_open else ""
        used = 0
        if sign:
            size = px(theme, SIGN)
            spot = QRect(room.left(), (self.height() - size) // 2, size, size)
            spot = QStyle.visualRect(self.layoutDirection(), room, spot)
            painter.drawPixmap(spot, pixmap(sign, theme.colours.tone(tone), size, self.devicePixelRatioF()))
            used = size + GAP
        for words, strong in ((self.text(), True), (self._number or self._remark, False)):
            rest = QStyle.visualRect(self.layoutDirection(), room, room.adjusted(used, 0, 0, 0))
            font = theme.font("caption", strong)
            used += write_line(painter, rest, words, font, theme.colour(tone), self.layoutDirection()) + GAP


def _is_kept(event: QKeyEvent) -> bool:
    return event.key() in STEPS or pressed(event, merging.FOLD_PART)
