"""Strand by set, or capital by strand, with counts: each cell, row and column narrows the list."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from ui.look.folds import px
from ui.look.marks import draw_set
from ui.look.theme import Theme
from ui.widgets.buttons import RING, DrawnButton
from ui.widgets.rows import clear
from ui.widgets.words import caption

CELL, HIGH, GAP = 44, 30, 4
Key = Hashable


@dataclass(frozen=True)
class Line:
    """A row or a column: what it is, what it is called, and how many there are in it."""

    key: Key
    name: str
    count: str
    lacking: bool = False
    """It is what has none."""
    set_tone: str = ""
    """A column of a set is named by its mark."""


class MatrixGrid(QWidget):
    """Says `pressed` with the `MatrixPart`; one stop of Tab, with arrows inside."""

    pressed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        self._grid.setColumnStretch(0, 1)
        self.parts: dict[tuple[int, int], MatrixPart] = {}
        self._at = (1, 1)
        self._shown: tuple[object, ...] = ()

    def show_counts(self, rows: Sequence[Line], columns: Sequence[Line], cells: Mapping[tuple[Key, Key], str]) -> None:
        """Show a matrix; the keyboard stays where it was."""
        if self._shown == (rows, columns, cells):
            return
        self._shown = (list(rows), list(columns), dict(cells))
        had = any(part.hasFocus() for part in self.parts.values())
        clear(self._grid)
        self.parts = {}
        for across, column in enumerate(columns, 1):
            part = MatrixPart(self._theme, column.name, f"{column.name}, {column.count}", column.set_tone or "head")
            self._add(part, 0, across, None, column.key)
        for down, row in enumerate(rows, 1):
            name = MatrixPart(self._theme, row.name, f"{row.name}, {row.count}", "lacking" if row.lacking else "name")
            self._add(name, down, 0, row.key, None)
            for across, column in enumerate(columns, 1):
                text = cells[row.key, column.key]
                cell = MatrixPart(self._theme, text, f"{row.name}, {column.name}, {text}", "cell")
                self._add(cell, down, across, row.key, column.key)
            total = caption(row.count, wrap=False)
            total.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(total, down, len(columns) + 1)
        self._at = self._at if self._at in self.parts else next(iter(self.parts), (1, 1))
        self._stop()
        if had and self._at in self.parts:
            self.parts[self._at].setFocus()

    def mark(self, row: Key, column: Key, no_row: bool, no_column: bool) -> None:
        """Show what the list is narrowed to; ``no_row`` and ``no_column`` say that it is not by rows or columns."""
        for part in self.parts.values():
            of_row = not no_row and part.row == row and part.down > 0
            of_column = not no_column and part.column == column and part.across > 0
            if part.down and part.across:
                part.setChecked((of_row or no_row) and (of_column or no_column) and not (no_row and no_column))
            else:
                part.setChecked(of_row if part.down else of_column)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, MatrixPart):
            if event.type() == QEvent.Type.FocusIn:
                self._at = (watched.down, watched.across)
                self._stop()
            elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and not event.modifiers():
                return self._steer(watched, Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _add(self, part: MatrixPart, down: int, across: int, row: Key, column: Key) -> None:
        part.down, part.across, part.row, part.column = down, across, row, column
        part.installEventFilter(self)
        part.clicked.connect(lambda: self.pressed.emit(part))
        self.parts[down, across] = part
        self._grid.addWidget(part, down, across)

    def _steer(self, here: MatrixPart, key: Qt.Key) -> bool:
        steps = {Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0), Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1)}
        if key not in steps:
            return False
        down, across = steps[key]
        across = across if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else -across
        there = self.parts.get((here.down + down, here.across + across))
        if there is not None:
            there.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _stop(self) -> None:
        for place, part in self.parts.items():
            policy = Qt.FocusPolicy.StrongFocus if place == self._at else Qt.FocusPolicy.ClickFocus
            if part.focusPolicy() != policy:
                part.setFocusPolicy(policy)


class MatrixPart(DrawnButton):
    """A cell, or the name of a row or a column; checked while the list is narrowed to it."""

    def __init__(self, theme: Theme, text: str, spoken: str, kind: str) -> None:
        """``kind`` is "cell", "name", "lacking", "head", or the tone of a set."""
        super().__init__(theme, text)
        self._kind = kind
        self.down = self.across = 0
        """Its place; 0 for the names of columns and rows."""
        self.row: Any = None
        self.column: Any = None
        self.setCheckable(True)
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        wide = kind in ("name", "lacking")
        policy = QSizePolicy.Policy.Expanding if wide else QSizePolicy.Policy.Fixed
        self.setSizePolicy(policy, QSizePolicy.Policy.Fixed)

    def nextCheckState(self) -> None:
        """Leave it to the list: it is checked once that is narrowed."""

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._theme.font())
        high = max(px(self._theme, HIGH), metrics.height() + 6)
        if self._kind in ("name", "lacking"):
            return QSize(px(self._theme, 60), high)
        return QSize(px(self._theme, CELL), high if self._kind == "cell" else max(px(self._theme, 20), 20))

    def draw(self, painter: QPainter) -> None:
        theme, checked = self._theme, self.isChecked()
        if self._kind in ("citizenship", "policy"):
            self.draw_ground(painter, "accent_soft" if checked else "raised" if self.underMouse() else "")
            draw_set(painter, QPointF(self.width() / 2, self.height() / 2), theme, self._kind)
            return
        if self._kind == "cell":
            self._draw_box(painter)
        else:
            self.draw_ground(painter, "raised" if self.underMouse() else "")
        tones = {"lacking": "incomplete", "head": "muted"}
        small = self._kind == "head"
        font = theme.font("caption" if small else "body", strong=checked)
        painter.setFont(font)
        painter.setPen(theme.colour("accent" if checked else tones.get(self._kind, "text")))
        centred = Qt.AlignmentFlag.AlignHCenter if self._kind in ("cell", "head") else Qt.AlignmentFlag.AlignLeading
        room = self.rect().adjusted(2, 0, -2, 0)
        short = QFontMetrics(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(centred | Qt.AlignmentFlag.AlignVCenter) | Qt.TextFlag.TextSingleLine, short)

    def _draw_box(self, painter: QPainter) -> None:
        theme, focused = self._theme, self.hasFocus()
        painter.setPen(QPen(theme.colour("accent" if focused or self.isChecked() else "edge"), RING if focused else 1))
        painter.setBrush(theme.colour("accent_soft" if self.isChecked() else "base"))
        inset = RING / 2 if focused else 0.5
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 6, 6)
