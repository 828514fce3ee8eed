"""The quiet note that what is being typed was said already: beside the entry line, or over the end of the stream."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QWidget

from consultation.language import Translator
from ui.actions import recording
from ui.keys import shown, tip
from ui.look.folds import px
from ui.look.marks import draw_gap
from ui.look.theme import Theme
from ui.widgets.buttons import DrawnButton
from ui.widgets.words import plain_tip

PAD, DOT, BETWEEN = 8, 16, 12
"""At the edges, for the mark before the words, and between two things in one line."""
ABOVE, ABOVE_IN_ROW = 2, 7
"""Above and below the words."""
CORNER = 8
SLACK = 2
"""Pixels that rounding may take of words that are not to be cut."""


class SaidNote(DrawnButton):
    """Says where, and in which words; pressed, it leads there. It never takes the keyboard."""

    def __init__(self, theme: Theme, t: Translator, parent: QWidget) -> None:
        super().__init__(theme)
        self._t = t
        self._where, self._words = "", ""
        self._is_row = False
        self.setParent(parent)
        self.setProperty("floats", True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    @property
    def whole(self) -> str:
        """All that it says."""
        return self._t("{where}: “{words}”").format(where=self._where, words=self._words) if self._where else ""

    def say(self, where: str, words: str) -> None:
        """Show where the ``words`` stand; a screen reader says it once."""
        if (where, words) == (self._where, self._words):
            return
        self._where, self._words = where, words
        self.setAccessibleName(where)
        self.setAccessibleDescription(self.whole)
        self.setToolTip(plain_tip(tip(self._t, recording.ALREADY_SAID, self.whole)))
        self.update()
        if where:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.whole))

    def lie(self, room: QRect, row: bool) -> None:
        """Lie in ``room``, as two lines on the paper or as one ``row`` over what stands there."""
        self._is_row = row
        self.setGeometry(room)
        self.update()

    def height_for(self, row: bool) -> int:
        """Return how high it is as two lines, or as one ``row``."""
        first, second = QFontMetrics(self._where_font()), QFontMetrics(self._words_font())
        if row:
            return max(first.height(), second.height()) + 2 * px(self._theme, ABOVE_IN_ROW)
        return first.height() + second.height() + 2 * px(self._theme, ABOVE)

    def sizeHint(self) -> QSize:
        return QSize(self.width(), self.height_for(self._is_row))

    def draw(self, painter: QPainter) -> None:
        if self._is_row:
            painter.setPen(QPen(self._theme.colour("edge"), 1))
            painter.setBrush(self._theme.colour("raised" if self.underMouse() else "base"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), CORNER, CORNER)
        else:
            super().draw(painter)
        room = self.rect().adjusted(px(self._theme, PAD), 0, -px(self._theme, PAD), 0)
        first, second = self._lines(room)
        left = first.left()
        first.setLeft(left + px(self._theme, DOT))
        draw_gap(
            painter,
            QPointF(self._turned(QRect(left, first.top(), px(self._theme, 8), first.height())).center()),
            self._theme,
            "duplicate",
        )
        used = self._write(painter, first, self._where_font(), "text", self._where)
        rest = first.adjusted(used + px(self._theme, BETWEEN), 0, 0, 0)
        if self._is_row:
            second = rest.adjusted(0, 0, -self._write_keys(painter, rest), 0)
        else:
            self._write_keys(painter, rest)
        self._write_words(painter, second)

    def _lines(self, room: QRect) -> tuple[QRect, QRect]:
        """Return where the first line is and where the second."""
        if self._is_row:
            return QRect(room), QRect(room)
        above = px(self._theme, ABOVE)
        high = QFontMetrics(self._where_font()).height()
        first = QRect(room.left(), above, room.width(), high)
        start = room.left() + px(self._theme, DOT)
        return first, QRect(start, above + high, room.right() + 1 - start, self.height() - 2 * above - high)

    def _write_words(self, painter: QPainter, room: QRect) -> None:
        """Write the words of the recommendation, in quotation marks, as far as there is room for them."""
        font, quoted = self._words_font(), self._t("“{words}”")
        metrics = QFontMetrics(font)
        space = room.width() - metrics.horizontalAdvance(quoted.format(words=""))
        line = metrics.elidedText(" ".join(self._words.split()), Qt.TextElideMode.ElideRight, max(space, 0))
        self._write(painter, room, font, "muted", quoted.format(words=line))

    def _write_keys(self, painter: QPainter, room: QRect) -> int:
        """Write the keys that lead there at the end of a line, where there is room; return what they take of it."""
        font, keys = self._theme.font("caption"), shown(recording.ALREADY_SAID)
        wide = QFontMetrics(font).horizontalAdvance(keys) + SLACK
        if wide > room.width():
            return 0
        self._write(painter, QRect(room.right() + 1 - wide, room.top(), wide, room.height()), font, "muted", keys)
        return wide + px(self._theme, BETWEEN)

    def _write(self, painter: QPainter, room: QRect, font: QFont, tone: str, text: str) -> int:
        """Write one line from the leading edge of ``room``; return how wide it is."""
        painter.setFont(font)
        painter.setPen(self._theme.colour(tone))
        text = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading | Qt.TextFlag.TextSingleLine
        painter.setLayoutDirection(self.layoutDirection())
        painter.drawText(self._turned(room), int(flags), text)
        return QFontMetrics(font).horizontalAdvance(text)

    def _turned(self, room: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), room)

    def _where_font(self) -> QFont:
        return self._theme.font("caption")

    def _words_font(self) -> QFont:
        return self._theme.reading("caption")
