"""The small marks of the window: the two sets, support, and gaps. A colour never stands without its shape or a word."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look.theme import Theme

BAR = 4.0
"""Height of a bar of support."""
SET = 9.0
"""Diameter of the round mark; the square one is as heavy to the eye with a little less."""
GAP = 7.0
ROOM = 12.0
"""Side of the room that a mark by itself takes, and height of that for a bar."""

Counts = tuple[int, int, int]
"""For, against, abstaining."""


def draw_support(painter: QPainter, room: QRectF, counts: Counts, theme: Theme, tone: str) -> None:
    """Draw a bar in three inks: for in the colour of the set, against in that of text, abstaining hollow.

    It reads from left to right in every language, for first. Nothing is drawn where nobody was counted.
    """
    whole = sum(counts)
    if not whole:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    parts = [count for count in counts if count]
    free = room.width() - (len(parts) - 1)  # one pixel between two parts
    high = BAR * theme.enlargement
    top = room.center().y() - high / 2
    left = room.left()
    inks = (theme.colour(tone), theme.colour("text"), None)
    for count, ink in zip(counts, inks, strict=True):
        if not count:
            continue
        wide = max(free * count / whole, 1.5)
        box = QRectF(left, top, wide, high)
        if ink is None:
            painter.setPen(QPen(theme.colour("edge"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            box = box.adjusted(0.5, 0.5, -0.5, -0.5)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
        painter.drawRoundedRect(box, 1.5, 1.5)
        left += wide + 1
    painter.restore()


def draw_set(painter: QPainter, centre: QPointF, theme: Theme, tone: str) -> None:
    """Draw the mark of a set: round for citizenship, square for policy and action."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(tone))
    size = SET * theme.enlargement
    if tone == "citizenship":
        painter.drawEllipse(centre, size / 2, size / 2)
    else:
        side = size * (SET - 1) / SET
        painter.drawRoundedRect(QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side), 1, 1)
    painter.restore()


def draw_gap(painter: QPainter, centre: QPointF, theme: Theme, tone: str) -> None:
    """Draw the hollow dot that stands before the word for what is missing."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    size = GAP * theme.enlargement
    painter.setPen(QPen(theme.colour(tone), 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(centre, size / 2, size / 2)
    painter.restore()


class _Mark(QWidget):
    """A mark by itself, beside words that say the same."""

    def __init__(self, theme: Theme, tone: str) -> None:
        super().__init__()
        self._theme, self._tone = theme, tone
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _on_theme_changed(self) -> None:
        side = round(ROOM * self._theme.enlargement)
        self.setFixedSize(side, side)
        self.update()

    @property
    def _centre(self) -> QPointF:
        return QPointF(self.width() / 2, self.height() / 2)


class SetMark(_Mark):
    """The mark of a set."""

    def __init__(self, theme: Theme, tone: str = "citizenship") -> None:
        super().__init__(theme, tone)

    def show_set(self, tone: str) -> None:
        """Show the mark of another set, by its tone."""
        self._tone = tone
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_set(QPainter(self), self._centre, self._theme, self._tone)


class GapDot(_Mark):
    """The hollow dot of a gap, or of a conflict."""

    def __init__(self, theme: Theme, tone: str = "incomplete") -> None:
        super().__init__(theme, tone)

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_gap(QPainter(self), self._centre, self._theme, self._tone)


class SupportBar(QWidget):
    """The bar of support, as wide as there is room; the figures stand beside it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._counts, self._tone = theme, (0, 0, 0), "citizenship"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(48)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_counts(self, counts: Counts, tone: str) -> None:
        """Show how many are for, against and abstaining, in the tone of the set."""
        self._counts, self._tone = counts, tone
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_support(QPainter(self), QRectF(self.rect()), self._counts, self._theme, self._tone)

    def _on_theme_changed(self) -> None:
        self.setFixedHeight(round(ROOM * self._theme.enlargement))
        self.update()
