"""The line above the cards: the ideas they share, by number."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from consultation.deciding.ideas import Ideas
from consultation.words import shortened
from ui.look.folds import px
from ui.look.theme import Theme
from ui.widgets.flow import Flow
from ui.widgets.rows import clear
from ui.widgets.words import caption
from ui.workspace import Workspace

HIGH, INSIDE, BETWEEN = 22, 9, 5
LONGEST, MOST = 40, 8
"""Letters of an idea, and ideas in the line."""


class IdeaChip(QWidget):
    """A number and the words of an idea in a thin frame; nothing to press."""

    def __init__(self, theme: Theme, number: str, words: str) -> None:
        super().__init__()
        self._theme, self._number, self._words = theme, number, words
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{number} {words}")
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        small = QFontMetrics(self._theme.font("caption"))
        wide = small.horizontalAdvance(self._number) + BETWEEN + small.horizontalAdvance(self._words)
        return QSize(wide + 2 * INSIDE + 2, max(px(self._theme, HIGH), small.height() + 4))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("line"), 1))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setFont(theme.font("caption"))
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        room = self.rect().adjusted(INSIDE, 0, -INSIDE, 0)
        used = QFontMetrics(painter.font()).horizontalAdvance(self._number) + BETWEEN
        leading = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
        first, rest = (self._number, self._words) if leading else (self._words, self._number)
        if not leading:
            used = QFontMetrics(painter.font()).horizontalAdvance(self._words) + BETWEEN
        painter.setPen(theme.colour("muted" if leading else "text"))
        painter.drawText(room, flags, first)
        painter.setPen(theme.colour("text" if leading else "muted"))
        painter.drawText(room.adjusted(used, 0, 0, 0), flags, rest)


class IdeasLine(QWidget):
    """What several recommendations are alike in, where they are in several languages."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._flow = Flow(self, 6)

    def show_ideas(self, ideas: Ideas) -> None:
        """Show the ideas of some recommendations; nothing where none is known."""
        t, theme = self._workspace.t, self._workspace.theme
        clear(self._flow)
        if ideas.shared:
            self._flow.addWidget(caption(t("Alike in"), wrap=False))
        for number, said in enumerate(ideas.shared[:MOST], start=1):
            self._flow.addWidget(IdeaChip(theme, t.number(number), shortened(said, LONGEST)))
        self.setVisible(bool(ideas.shared))
        self.updateGeometry()
