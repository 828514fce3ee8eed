"""What still lacks, and what is in order: one line for each thing that was looked at."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QStyle, QVBoxLayout, QWidget

from consultation.model import Session
from consultation.reading.readiness import BEGUN_WITH, MENDED_IN, Check, Lack, said
from consultation.words import gist, lookup_in
from ui.look.folds import px
from ui.look.icons import pixmap
from ui.look.theme import Theme
from ui.widgets.buttons import RING, DrawnButton
from ui.widgets.roving import Roving
from ui.widgets.rows import clear
from ui.widgets.words import Elided, caption, rule, words
from ui.workspace import Workspace

HIGH, SIGN, PAD = 38, 11, 12
MOST_NAMED = 3
"""Records that are named beside what they lack."""
SQUARE, BETWEEN = 26, 5


class Checks(QWidget):
    """Says of the line that is pressed which record lacks something, in which field, in which language.

    Of what lacks altogether, it says of which kind of record the first has to be made.
    """

    asked = Signal(object, str, str)
    first_asked = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.lines: list[_Line] = []
        self._pressed: dict[str, int] = {}
        """For each line the place of the record it leads to next: pressed again, it leads to the one after."""
        self._build()

    def show_checks(self, checks: list[Check]) -> None:
        """Show what was found; the line that had the keyboard keeps it."""
        t = self._workspace.t
        lacking = [check for check in checks if not check.is_in_order]
        fine = [check for check in checks if check.is_in_order]
        held = next((line.check.matter for line in self.lines if line.hasFocus()), None)
        self._sum.setText(
            t("{done} of {all} are in order.").format(done=t.number(len(fine)), all=t.number(len(checks)))
        )
        self._calm.setVisible(not any(check.matter in BEGUN_WITH for check in lacking))
        self._squares.show_states([check.is_in_order for check in checks])
        clear(self._rows)
        self.lines = [self._line(check) for check in lacking]
        for line in self.lines:
            self._rows.addWidget(line)
        self._roving.gather(self.lines)
        for line in self.lines:
            if line.check.matter is held:
                line.setFocus()
        clear(self._fine)
        for place, check in enumerate(fine):
            self._fine.addWidget(_Fine(self._workspace.theme, *said(t, check)), place // 2, place % 2)

    def mend(self) -> None:
        """Go where what lacks can be mended: that of the line that has the keyboard, else of the first."""
        line = next((line for line in self.lines if line.hasFocus()), self.lines[0] if self.lines else None)
        if line is not None:
            line.click()

    def _build(self) -> None:
        theme = self._workspace.theme
        self._sum, self._squares = words(strong=True, wrap=False), _Squares(theme)
        self._calm = Elided(self._workspace.t("Nothing here keeps you from handing out."))
        self._roving = Roving(self)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._sum)
        head.addWidget(self._calm, 1)
        head.addWidget(self._squares)
        self._rows, self._fine = QVBoxLayout(), QGridLayout()
        self._rows.setSpacing(0)
        self._fine.setHorizontalSpacing(32)
        self._fine.setVerticalSpacing(0)
        self._fine.setColumnStretch(0, 1)
        self._fine.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(rule())
        column.addLayout(self._rows)
        column.addLayout(self._fine)

    def _line(self, check: Check) -> _Line:
        found, more = said(self._workspace.t, check)
        named = "" if check.matter in BEGUN_WITH else self._named(check.lacks)
        line = _Line(self._workspace.theme, check, found, more or named)
        line.clicked.connect(lambda: self._on_pressed(check))
        return line

    def _named(self, lacks: tuple[Lack, ...]) -> str:
        """Name the first of the records that lack it; sessions by what a programme calls them."""
        store, t = self._workspace.store, self._workspace.t
        look = lookup_in(store)
        records = [store.get(lack.kind, lack.record) for lack in lacks[:MOST_NAMED]]
        names = [record.code if isinstance(record, Session) else gist(t, record, look) for record in records]
        return ", ".join(names) + (" …" if len(lacks) > MOST_NAMED else "")

    def _on_pressed(self, check: Check) -> None:
        if check.matter in BEGUN_WITH:
            self.first_asked.emit(BEGUN_WITH[check.matter])
            return
        place = self._pressed.get(check.matter, 0) % len(check.lacks)
        self._pressed[check.matter] = place + 1
        lack = check.lacks[place]
        self.asked.emit(lack.record, MENDED_IN[check.matter], next(iter(lack.languages), ""))


class _Line(DrawnButton):
    """A gap: a hollow dot, what lacks, and what it lacks it."""

    def __init__(self, theme: Theme, check: Check, found: str, more: str) -> None:
        super().__init__(theme, found)
        self.check, self._more = check, more
        self.setAccessibleName(f"{found}. {more}" if more else found)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(200, max(px(self._theme, HIGH), QFontMetrics(self._theme.font()).height() + 12))

    def draw(self, painter: QPainter) -> None:
        theme, room = self._theme, self.rect()
        painter.fillRect(QRect(0, room.bottom(), room.width(), 1), theme.colour("line"))
        if self.hasFocus() or self.underMouse():
            painter.setPen(QPen(theme.colour("accent"), RING) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent_soft" if self.hasFocus() else "window"))
            painter.drawRoundedRect(room.adjusted(1, 1, -1, -2), 6, 6)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("incomplete"), 2))
        dot = QRect(px(theme, PAD), (room.height() - px(theme, SIGN)) // 2, px(theme, SIGN), px(theme, SIGN))
        painter.drawEllipse(QStyle.visualRect(self.layoutDirection(), room, dot))
        strong = QFontMetrics(theme.font(strong=True))
        at, edge = px(theme, 40), px(theme, 32)
        wide = min(strong.horizontalAdvance(self.text()) + 2, room.width() - at - edge)
        self._write(painter, QRect(at, 0, wide, room.height()), self.text(), "text", strong=True)
        rest = QRect(at + wide + 12, 0, room.width() - at - wide - 12 - edge, room.height())
        self._write(painter, rest, self._more, "muted")
        size = px(theme, 15)
        spot = QRect(room.width() - edge + 8, (room.height() - size) // 2, size, size)
        drawn = pixmap("arrow-right", theme.colour("muted").name(), size, painter.device().devicePixelRatioF())
        painter.drawPixmap(QStyle.visualRect(self.layoutDirection(), room, spot), drawn)

    def _write(self, painter: QPainter, room: QRect, text: str, tone: str, *, strong: bool = False) -> None:
        painter.setFont(self._theme.font(strong=strong))
        painter.setPen(self._theme.colour(tone))
        short = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        place = QStyle.visualRect(self.layoutDirection(), self.rect(), room)
        flags = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place, int(QStyle.visualAlignment(self.layoutDirection(), flags)), short)


class _Fine(QWidget):
    """Something that is in order: grey, and counted."""

    def __init__(self, theme: Theme, found: str, more: str) -> None:
        super().__init__()
        self._theme = theme
        self._sign, line = QLabel(), QHBoxLayout()
        line.setContentsMargins(px(theme, PAD), 4, 0, 4)
        line.setSpacing(10)
        line.addWidget(self._sign)
        line.addWidget(words(found, tone="muted"), 1)
        line.addWidget(caption(more, wrap=False))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line, 1)
        column.addWidget(rule())
        self.setMinimumHeight(px(theme, HIGH))
        theme.changed.connect(self._draw)
        self._draw()

    def _draw(self) -> None:
        size, tone = px(self._theme, 16), self._theme.colour("done").name()
        self._sign.setPixmap(pixmap("check", tone, size, self.devicePixelRatioF()))


class _Squares(QWidget):
    """One mark for each thing that was looked at: filled where it is in order, hollow where it is not."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._states: list[bool] = []
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_states(self, states: list[bool]) -> None:
        """Show those in order first."""
        self._states = sorted(states, reverse=True)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(max(len(self._states), 1) * px(self._theme, SQUARE), px(self._theme, 8))

    def paintEvent(self, event: object) -> None:
        painter, wide = QPainter(self), px(self._theme, SQUARE)
        for place, is_done in enumerate(self._states):
            tone = self._theme.colour("done" if is_done else "incomplete")
            painter.setPen(QPen(tone, 1))
            painter.setBrush(tone if is_done else Qt.BrushStyle.NoBrush)
            box = QRect(place * wide, 1, wide - BETWEEN, px(self._theme, 6) - 1)
            painter.drawRect(QStyle.visualRect(self.layoutDirection(), self.rect(), box))
