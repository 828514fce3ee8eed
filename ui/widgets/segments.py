"""A few values beside each other, one of which is always chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.look.folds import px
from ui.look.theme import Theme
from ui.widgets.buttons import RING, ROUND, DrawnButton

HIGH = 32


class _Segment(DrawnButton):
    """One of the words of a `Segments`."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(theme, text)
        self.setCheckable(True)
        self.is_first = self.is_last = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._theme.font(strong=True))
        return QSize(metrics.horizontalAdvance(self.text()) + 16, max(px(self._theme, HIGH), metrics.height() + 8))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()  # the arrows choose, and with that chosen Enter goes on
        else:
            super().keyPressEvent(event)

    def draw(self, painter: QPainter) -> None:
        theme, checked = self._theme, self.isChecked()
        painter.save()
        painter.setClipRect(self.rect())
        painter.setPen(QPen(theme.colour("edge"), 1))
        painter.setBrush(theme.colour("accent_soft" if checked else "raised" if self.underMouse() else "base"))
        painter.drawRoundedRect(self._box(), ROUND, ROUND)
        if not self.is_first:
            x = self.width() - 0.5 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 0.5
            painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))
        painter.restore()
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        painter.setFont(theme.font(strong=checked))
        painter.setPen(theme.colour("accent" if checked else "text"))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.text())

    def _box(self) -> QRectF:
        """Return its edge: the outer corners of all of them are round, and two beside each other share a line."""
        turned = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        at_left, at_right = (self.is_last, self.is_first) if turned else (self.is_first, self.is_last)
        left = 0.5 if at_left else -2.0 * ROUND
        right = -0.5 if at_right else 2.0 * ROUND
        return QRectF(self.rect()).adjusted(left, 0.5, right, -0.5)


class Segments(QWidget):
    """A few values beside each other, one of which is chosen; arrows choose another."""

    picked = Signal(object)

    def __init__(self, theme: Theme, choices: Sequence[tuple[Any, str]]) -> None:
        super().__init__()
        self._theme = theme
        self._buttons = {value: _Segment(theme, words) for value, words in choices}
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        for value, button in self._buttons.items():
            button.clicked.connect(lambda _=False, value=value: self._pick(value))
            line.addWidget(button)
        made = list(self._buttons.values())
        made[0].is_first = made[-1].is_last = True
        self.show_value(next(iter(self._buttons)))

    @property
    def value(self) -> Any:
        """The value that is chosen."""
        return next(value for value, button in self._buttons.items() if button.isChecked())

    def show_value(self, value: Any) -> None:
        """Show the value that is stored; Tab comes to it."""
        for each, button in self._buttons.items():
            button.setChecked(each is value)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each is value else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self._buttons[value])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        turned = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        values = list(self._buttons)
        place = values.index(self.value) + (-step if turned else step)
        if 0 <= place < len(values):
            self._pick(values[place])
            self._buttons[values[place]].setFocus(Qt.FocusReason.TabFocusReason)

    def _pick(self, value: Any) -> None:
        self.show_value(value)
        self.picked.emit(value)
