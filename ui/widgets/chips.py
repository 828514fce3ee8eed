"""Chips: small words that can be ticked, and small words that say what something is.

A group of chips is one stop of Tab, with arrows inside; Space and Enter tick.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QLabel, QSizePolicy, QWidget

from ui.look.folds import px
from ui.look.icons import pixmap
from ui.look.theme import Theme
from ui.widgets.buttons import RING, pressed_by_enter
from ui.widgets.flow import Flow
from ui.widgets.roving import Roving
from ui.widgets.rows import clear
from ui.widgets.words import on_button, plain_tip, words

HEIGHT, INSIDE, SIGN, GAP = 26, 12, 14, 6
ROUNDING = 2
"""Pixels by which a word may be wider on the screen than it was measured."""


class Chip(QCheckBox):
    """A word that is ticked or not; a check mark says so besides the colour. A screen reader hears a check box."""

    def __init__(self, theme: Theme, text: str, tone: str = "accent", icon: str = "") -> None:
        super().__init__()
        self._theme, self._tone, self._icon = theme, tone, icon
        self._words = ""
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAttribute(Qt.WidgetAttribute.WA_LayoutUsesWidgetRect)  # not that of a box with a word beside it
        theme.changed.connect(self._on_theme_changed)

    def setText(self, text: str) -> None:
        self._words = text
        super().setText(on_button(text))

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._theme.font())
        width = metrics.horizontalAdvance(self._words) + ROUNDING + 2 * INSIDE + (SIGN + GAP if self._sign() else 0)
        return QSize(width, max(px(self._theme, HEIGHT), metrics.height() + 4))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 96), self.sizeHint().height())

    def hitButton(self, place: QPoint) -> bool:
        return self.rect().contains(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def nextCheckState(self) -> None:
        super().nextCheckState()
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, checked = self._theme, self.isCheckable() and self.isChecked()
        hovered = self.underMouse() and self.isEnabled()
        ground = theme.soft(self._tone) if checked else theme.colour("raised" if hovered else "base")
        focused = self.hasFocus()
        edge = "accent" if focused else self._tone if checked else "edge" if self.isEnabled() else "line"
        painter.setPen(QPen(theme.colour(edge), RING if focused else 1))
        painter.setBrush(ground)
        inset = RING / 2 if focused else 0.5
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        self._draw_words(painter, self._tone if checked else "text" if self.isEnabled() else "muted")

    def _draw_words(self, painter: QPainter, tone: str) -> None:
        room = self.rect().adjusted(INSIDE, 0, -INSIDE, 0)
        leading = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
        sign = self._sign()
        if sign:
            ink = self._theme.colours.tone(self._tone if self._icon else tone)
            picture = pixmap(sign, ink, SIGN, self.devicePixelRatioF())
            x = room.left() if leading else room.right() - SIGN + 1
            painter.drawPixmap(x, (self.height() - SIGN) // 2, picture)
            wide = SIGN + GAP
            room = room.adjusted(wide, 0, 0, 0) if leading else room.adjusted(0, 0, -wide, 0)
        painter.setFont(self._theme.font())
        painter.setPen(self._theme.colour(tone))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextSingleLine
        text = QFontMetrics(painter.font()).elidedText(self._words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(flags), text)
        if text != self._words and not self.toolTip():
            self.setToolTip(plain_tip(self._words))

    def _sign(self) -> str:
        return self._icon or ("check" if self.isCheckable() and self.isChecked() else "")

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()


class _Chips(QWidget):
    """Chips of one vocabulary."""

    def __init__(self, theme: Theme, tone: str = "accent") -> None:
        super().__init__()
        self._theme, self._tone = theme, tone
        self._chips: dict[Any, Chip] = {}
        self._kept: frozenset[Any] = frozenset()
        self._flow = Flow(self)
        self._roving = Roving(self)

    @property
    def offered(self) -> list[Any]:
        """The keys there are to choose from."""
        return list(self._chips)

    def focus_first(self) -> None:
        """Give the keyboard to the chip that Tab comes to."""
        for chip in self._chips.values():
            if chip.focusPolicy() & Qt.FocusPolicy.TabFocus:
                chip.setFocus(Qt.FocusReason.TabFocusReason)

    def ticked(self) -> list[Any]:
        """Return the keys that are ticked."""
        return [key for key, chip in self._chips.items() if chip.isChecked()]

    def _show(self, chips: dict[Any, Chip]) -> None:
        clear(self._flow)
        self._chips = chips
        for chip in chips.values():
            self._flow.addWidget(chip)
        self._roving.gather(list(chips.values()))

    def _tick(self, keys: Sequence[Any]) -> None:
        for key, chip in self._chips.items():
            chip.setChecked(key in keys)
            chip.setVisible(key in keys or key not in self._kept)
            chip.updateGeometry()
        self._flow.invalidate()


class ChipChoice(_Chips):
    """Any number of them ticked; says which when a person ticks."""

    chosen = Signal(list)
    """The keys that are ticked now, in the order they are shown."""

    def offer(self, choices: Iterable[tuple[UUID | str, str]], kept: Iterable[tuple[UUID | str, str]] = ()) -> None:
        """Show these (key, word) pairs, none of them ticked; those that are ``kept`` only once they are ticked."""
        chips, kept = {}, list(kept)
        for key, text in [*choices, *kept]:
            chip = chips[key] = Chip(self._theme, text, self._tone)
            chip.clicked.connect(self._on_clicked)
        self._kept = frozenset(key for key, _ in kept)
        self._show(chips)
        self._tick([])

    def tick(self, keys: Sequence[object]) -> None:
        """Show these keys as ticked."""
        self._tick(keys)

    def _on_clicked(self) -> None:
        self._flow.invalidate()
        self.chosen.emit(self.ticked())


class ChipRow(_Chips):
    """One of them is ticked, always; arrows only look, Space and Enter choose."""

    chosen = Signal(object)
    """The key that a person has ticked."""

    def offer(self, choices: Iterable[tuple[Any, str, str]]) -> None:
        """Show these (key, word, tone) triples, none of them ticked."""
        chips = {}
        for key, text, tone in choices:
            chip = chips[key] = Chip(self._theme, text, tone)
            chip.clicked.connect(lambda _=False, key=key: self._on_clicked(key))
        self._show(chips)

    def tick(self, key: Any) -> None:
        """Show this key as the one that is chosen; Tab comes to it."""
        self._tick([key])
        if key in self._chips:
            self._roving.gather(list(self._chips.values()), self._chips[key])

    def _on_clicked(self, key: Any) -> None:
        self.tick(key)
        self.chosen.emit(key)


def tag(text: str, tone: str = "muted") -> QLabel:
    """Make a small word on a quiet ground: what something is, or its state."""
    label = words(text, "caption", tone, strong=True, wrap=False)
    label.setProperty("soft", tone)
    label.setContentsMargins(8, 3, 8, 3)
    label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return label
