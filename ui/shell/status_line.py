"""The line at the bottom of the window: quiet facts about the page that is shown, as many as there is room for."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QStyle

from ui.look.folds import px
from ui.look.theme import Theme
from ui.widgets.words import plain_tip

HEIGHT, INSET, GAP = 26, 16, 24


class StatusLine(QFrame):
    """Shows facts, those at its beginning and those at its end; the last of each are left out first."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._leading: list[str] = []
        self._trailing: list[str] = []
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_facts(self, leading: list[str], trailing: list[str]) -> None:
        """Show other facts."""
        facts = [fact for fact in leading if fact], [fact for fact in trailing if fact]
        if facts == (self._leading, self._trailing):
            return
        self._leading, self._trailing = facts
        self.setAccessibleName(". ".join([*self._leading, *self._trailing]))
        self._tell_rest()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_rest()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setFont(self._theme.font("caption"))
        painter.setPen(self._theme.colour("muted"))
        metrics = painter.fontMetrics()
        leading, trailing = self._shown()
        left, right = INSET, self.width() - INSET
        for fact in leading:
            left = self._draw(painter, left, metrics.horizontalAdvance(fact), fact) + GAP
        for fact in reversed(trailing):
            right -= metrics.horizontalAdvance(fact)
            self._draw(painter, right, metrics.horizontalAdvance(fact), fact)
            right -= GAP

    def _tell_rest(self) -> None:
        """Say all of it in the tool tip where some of it is left out."""
        left_out = self._shown() != (self._leading, self._trailing)
        self.setToolTip(plain_tip(self.accessibleName()) if left_out else "")

    def _draw(self, painter: QPainter, left: int, wide: int, fact: str) -> int:
        room = QStyle.visualRect(self.layoutDirection(), self.rect(), QRect(left, 0, wide, self.height()))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), fact)
        return left + wide

    def _shown(self) -> tuple[list[str], list[str]]:
        """Return the facts for which there is room: both ends in turn, from the outside."""
        metrics = QFontMetrics(self._theme.font("caption"))
        free = self.width() - 2 * INSET
        leading: list[str] = []
        trailing: list[str] = []
        waiting = [list(self._leading), list(reversed(self._trailing))]
        for place in range(max(map(len, waiting), default=0)):
            for facts, shown in zip(waiting, (leading, trailing), strict=True):
                if place < len(facts) and len(shown) == place:
                    free -= metrics.horizontalAdvance(facts[place]) + GAP
                    if free >= -GAP:
                        shown.append(facts[place])
        return leading, trailing[::-1]

    def _on_theme_changed(self) -> None:
        self.setFixedHeight(px(self._theme, HEIGHT))
        self.update()
