"""Chosen words as chips, each of which can be taken off, and one "Add" that completes from the whole vocabulary."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QSizePolicy, QWidget

from consultation.language import Translator
from consultation.reading.people import plain
from ui.actions import recording
from ui.keys import pressed, tip
from ui.look.folds import px
from ui.look.icons import pixmap
from ui.look.theme import Theme
from ui.widgets.buttons import RING, quiet_button
from ui.widgets.chips import GAP, HEIGHT, INSIDE, ROUNDING, SIGN
from ui.widgets.completion import Completion
from ui.widgets.flow import Flow
from ui.widgets.offer import Offer, Row
from ui.widgets.roving import Roving
from ui.widgets.words import on_button, plain_tip

WIDEST = 280
"""Of a chip; longer words are shown as far as they go, and whole in its tip."""


class ChosenChip(QAbstractButton):
    """A chosen word; its cross, Delete and Backspace take it off."""

    taken_off = Signal()

    def __init__(self, theme: Theme, text: str, name: str) -> None:
        """Show ``text``; a screen reader says ``name``, which tells how it is taken off."""
        super().__init__()
        self._theme, self._words = theme, text
        self.setText(on_button(text))
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._theme.font())
        width = min(
            metrics.horizontalAdvance(self._words) + ROUNDING + 2 * INSIDE + SIGN + GAP, px(self._theme, WIDEST)
        )
        return QSize(width, max(px(self._theme, HEIGHT), metrics.height() + 4))

    def minimumSizeHint(self) -> QSize:
        return QSize(96, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if pressed(event, recording.TAKE_OFF_WORD):
            self.taken_off.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        x = event.position().x()
        from_end = self.width() - x if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else x
        if 0 <= from_end <= INSIDE + SIGN + GAP and self.rect().contains(event.position().toPoint()):
            self.taken_off.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, focused = self._theme, self.hasFocus()
        painter.setPen(QPen(theme.colour("accent" if focused else "edge"), RING if focused else 1))
        painter.setBrush(theme.colour("raised" if self.underMouse() else "base"))
        inset = RING / 2 if focused else 0.5
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        leading = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
        cross = pixmap("x", theme.colours.muted, SIGN, self.devicePixelRatioF())
        x = self.width() - INSIDE - SIGN + 2 if leading else INSIDE - 2
        painter.drawPixmap(x, (self.height() - SIGN) // 2, cross)
        wide = SIGN + GAP - 2
        room = self.rect().adjusted(INSIDE, 0, -INSIDE, 0)
        room = room.adjusted(0, 0, -wide, 0) if leading else room.adjusted(wide, 0, 0, 0)
        painter.setFont(theme.font())
        painter.setPen(theme.colour("text"))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading | Qt.TextFlag.TextSingleLine
        text = QFontMetrics(painter.font()).elidedText(self._words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(flags), text)
        if text != self._words:
            self.setToolTip(plain_tip(self._words))


class ChipField(QWidget):
    """Any number of the words of a vocabulary that is too long to be shown whole."""

    chosen = Signal(list)
    """The keys that are chosen now, in the order in which they were; said when a person adds one or takes one off."""
    laid_out = Signal()
    """Chips were made anew: the order of Tab is to be told again."""

    def __init__(self, theme: Theme, t: Translator, name: str) -> None:
        """Make the field for the vocabulary called ``name``."""
        super().__init__()
        self._theme, self._t = theme, t
        self._names: dict[Any, str] = {}
        self._kept: dict[Any, str] = {}
        self._keys: list[Any] = []
        self._chips: list[ChosenChip] = []
        self._flow = Flow(self)
        self._roving = Roving(self)
        self._add = quiet_button(theme, t("Add"), self.add, "plus")
        self._add.setAccessibleName(t("{name}: add").format(name=name))
        self._line = QLineEdit()
        self._line.setPlaceholderText(t("Type to find"))
        self._line.setAccessibleName(t("{name}: add").format(name=name))
        self._line.setMinimumWidth(160)
        self._completion = Completion(theme, self._line, self._rows)
        self._completion.chosen.connect(self._on_row_taken)
        self._line.editingFinished.connect(self._on_left)
        self._line.hide()
        for part in (self._add, self._line):
            self._flow.addWidget(part)

    @property
    def chips(self) -> list[ChosenChip]:
        """The chips of what is chosen, in their order."""
        return list(self._chips)

    @property
    def offered(self) -> list[Any]:
        """The keys there are to choose from, and those that are only kept."""
        return [*self._names, *self._kept]

    def offer(self, choices: Iterable[tuple[Any, str]], kept: Iterable[tuple[Any, str]] = ()) -> None:
        """Offer these (key, word) pairs; those that are ``kept`` are shown where they are chosen, and not offered."""
        self._names, self._kept = dict(choices), dict(kept)
        self._show()

    def tick(self, keys: Sequence[Any]) -> None:
        """Show these keys as chosen."""
        if list(keys) != self._keys:
            self._keys = list(keys)
            self._show()

    def ticked(self) -> list[Any]:
        """Return the keys that are chosen and known."""
        return [key for key in self._keys if key in self._names or key in self._kept]

    def add(self) -> None:
        """Go to the line in which one more is found."""
        self._add.hide()
        self._line.show()
        self._line.setFocus()
        self._completion.open()

    def _show(self) -> None:
        while self._flow.count() > 2:
            taken = self._flow.takeAt(0)
            part = taken.widget() if taken is not None else None
            if part is not None:
                part.hide()
                part.deleteLater()
        tail = [self._flow.takeAt(0) for _ in range(2)]
        self._chips = [self._chip(key) for key in self.ticked()]
        for chip in self._chips:
            self._flow.addWidget(chip)
            chip.show()  # or it could not take the keyboard at once
        for item in tail:
            if item is not None:
                self._flow.addItem(item)
        self._roving.gather(self._chips)
        self._flow.invalidate()
        self.updateGeometry()
        self.laid_out.emit()

    def _chip(self, key: Any) -> ChosenChip:
        name = self._names.get(key) or self._kept[key]
        chip = ChosenChip(self._theme, name, tip(self._t, recording.TAKE_OFF_WORD, name))
        chip.taken_off.connect(lambda: self._take_off(key))
        return chip

    def _rows(self, typed: str) -> Sequence[Row]:
        wanted = plain(typed)
        left = [(key, name) for key, name in self._names.items() if key not in self._keys]
        return [Offer(key, name) for key, name in left if wanted in plain(name)]

    def _on_row_taken(self, key: Any) -> None:
        self._line.clear()
        self._change([*self._keys, key])
        self._line.setFocus()

    def _take_off(self, key: Any) -> None:
        place = self.ticked().index(key)
        self._change([other for other in self._keys if other != key])
        left = self._chips[min(place, len(self._chips) - 1)] if self._chips else self._add
        left.setFocus(Qt.FocusReason.TabFocusReason)

    def _change(self, keys: list[Any]) -> None:
        self._keys = keys
        self._show()
        self.chosen.emit(keys)

    def _on_left(self) -> None:
        """Put the line away; what is typed in it and not taken from the list is no word of the vocabulary."""
        if not self._line.hasFocus():
            self._line.clear()
            self._line.hide()
            self._add.show()
            self._flow.invalidate()
