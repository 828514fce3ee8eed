"""The parts a form is made of: a name over a field, what is wrong with it beside it, and choices of one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.look.folds import px
from ui.look.theme import Theme
from ui.widgets.buttons import RING, DrawnButton
from ui.widgets.fields import Choice
from ui.widgets.words import caption, section

HIGH = 32


class Labelled(QWidget):
    """A name over a field; under it what is wrong with what is typed, as long as it is."""

    def __init__(self, name: str, content: QWidget, strong: bool = False) -> None:
        super().__init__()
        label = section(name) if strong else caption(name, wrap=False)
        label.setBuddy(content)
        if not content.accessibleName():
            content.setAccessibleName(name)
        self._problem = caption("", "conflict")
        self._problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (label, content, self._problem):
            column.addWidget(part)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    @property
    def problem(self) -> str:
        """What is wrong, as it is said beside the field."""
        return "" if self._problem.isHidden() else self._problem.text()

    def refuse(self, words: str) -> None:
        """Say beside the field what is wrong; nothing takes it back."""
        self._problem.setText(words)
        self._problem.setVisible(bool(words))


def side_by_side(*parts: tuple[QWidget, int]) -> QHBoxLayout:
    """Lay fields beside each other, each with its share of the width."""
    line = QHBoxLayout()
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(8)
    for part, share in parts:
        line.addWidget(part, share, Qt.AlignmentFlag.AlignTop)
    return line


def add_section(column: QVBoxLayout, name: str, *parts: QWidget) -> None:
    """Put a heading into the column of a form, and parts below it."""
    column.addSpacing(6)
    column.addWidget(section(name))
    for part in parts:
        column.addWidget(part)


class OneOf(Choice):
    """One of some values, or none of them."""

    picked = Signal(object)
    """A value, or None; said when a person chooses."""

    def __init__(self, none: str = "–") -> None:
        super().__init__()
        self._none = none
        self.activated.connect(lambda: self.picked.emit(self.currentData()))

    def offer(self, choices: Iterable[tuple[Any, str]]) -> None:
        """Offer these values with their words, and none first."""
        chosen = self.currentData()
        self.clear()
        self.addItem(self._none, None)
        for value, words in choices:
            self.addItem(words, value)
        self.show_value(chosen)

    def show_value(self, value: Any) -> None:
        """Show the value that is stored."""
        place = next((place for place in range(self.count()) if self.itemData(place) == value), 0)
        self.setCurrentIndex(place)


class _Segment(DrawnButton):
    """One of the words of a `Segments`."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(theme, text)
        self.setCheckable(True)
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
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(theme.colour("edge"), 1))
        painter.setBrush(theme.colour("accent_soft" if checked else "raised" if self.underMouse() else "base"))
        painter.drawRect(box)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        painter.setFont(theme.font(strong=checked))
        painter.setPen(theme.colour("accent" if checked else "text"))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.text())


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
