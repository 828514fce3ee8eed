"""Chips: small words that can be ticked, and small words that say what something is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QWidget

from ui.look.icons import pixmap
from ui.look.theme import Theme
from ui.widgets.buttons import pressed_by_enter
from ui.widgets.flow import Flow
from ui.widgets.rows import clear
from ui.widgets.words import on_button, plain_tip, words


class Chip(QAbstractButton):
    """A word that is ticked or not; a check mark says so besides the colour."""

    def __init__(self, theme: Theme, text: str, tone: str = "accent", icon: str = "") -> None:
        super().__init__()
        self._theme, self._tone, self._icon = theme, tone, icon
        self._words = ""
        self.setText(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self._on_theme_changed)

    def setText(self, text: str) -> None:
        self._words = text
        super().setText(on_button(text))

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self._words) + 24 + (20 if self._drawn_icon() else 0)
        return QSize(width, metrics.height() + 12)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 96), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, checked = self._theme, self.isChecked()
        hovered = self.underMouse() and self.isEnabled()
        ground = theme.soft(self._tone) if checked else theme.colour("raised" if hovered else "base")
        edge = theme.colour(self._tone if checked else "line")
        focused = self.hasFocus()
        painter.setPen(QPen(theme.colour("accent") if focused else edge, 2 if focused else 1))
        painter.setBrush(ground)
        inset = 1.0 if focused else 0.5
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        self._draw_words(painter, checked)

    def _draw_words(self, painter: QPainter, checked: bool) -> None:
        room = self.rect().adjusted(10, 0, -10, 0)
        colour = self._theme.colours.tone(self._tone if checked else "text")
        name = self._drawn_icon()
        if name:
            picture = pixmap(name, colour, 16, self.devicePixelRatioF())
            leading = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
            x = room.left() - 2 if leading else room.right() - 14
            painter.drawPixmap(x, (self.height() - 16) // 2, picture)
            room = room.adjusted(18, 0, 0, 0) if leading else room.adjusted(0, 0, -18, 0)
        painter.setPen(QPen(self._theme.colour(self._tone if checked else "text")))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextSingleLine
        text = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(flags), text)
        if text != self._words and not self.toolTip():
            self.setToolTip(plain_tip(self._words))

    def _drawn_icon(self) -> str:
        return self._icon or ("check" if self.isCheckable() and self.isChecked() else "")

    def nextCheckState(self) -> None:
        super().nextCheckState()
        self.updateGeometry()

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()


class ChipChoice(QWidget):
    """Chips of one vocabulary, any number of them ticked; says which when a person ticks."""

    chosen = Signal(list)
    """The keys that are ticked now, in the order they are shown."""

    def __init__(self, theme: Theme, tone: str = "accent") -> None:
        super().__init__()
        self._theme, self._tone = theme, tone
        self._chips: dict[object, Chip] = {}
        self._flow = Flow(self)

    def offer(self, choices: Iterable[tuple[UUID | str, str]]) -> None:
        """Show these (key, word) pairs, none of them ticked."""
        clear(self._flow)
        self._chips = {}
        for key, text in choices:
            chip = Chip(self._theme, text, self._tone)
            chip.clicked.connect(self._on_chip_clicked)
            self._chips[key] = chip
            self._flow.addWidget(chip)

    @property
    def offered(self) -> list[object]:
        """The keys there are to choose from."""
        return list(self._chips)

    def tick(self, keys: Sequence[object]) -> None:
        """Show these keys as ticked."""
        for key, chip in self._chips.items():
            chip.setChecked(key in keys)
            chip.updateGeometry()

    def ticked(self) -> list[object]:
        """Return the keys that are ticked."""
        return [key for key, chip in self._chips.items() if chip.isChecked()]

    def _on_chip_clicked(self) -> None:
        self._flow.invalidate()
        self.chosen.emit(self.ticked())


def tag(text: str, tone: str = "muted") -> QLabel:
    """Make a small word on a quiet ground: what something is, or its state."""
    label = words(text, "caption", tone, strong=True, wrap=False)
    label.setProperty("soft", tone)
    label.setContentsMargins(8, 3, 8, 3)
    label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return label
