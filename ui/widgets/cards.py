"""Cards, and what an empty page says."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.look.folds import px
from ui.look.icons import IconLabel
from ui.look.theme import Theme
from ui.widgets.words import heading, words

WIDEST = 480
"""How wide a line of what an empty page says may be."""


class Card(QFrame):
    """A quiet surface for one thing; fill ``column``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 12, 16, 12)
        self.column.setSpacing(8)


class EmptyState(QWidget):
    """Says what belongs on a page while there is nothing, and offers the first step."""

    def __init__(self, theme: Theme, icon: str, name: str, text: str, *first_step: QWidget) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 8, 24, 8)
        column.setSpacing(8)
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addStretch(2)
        self._icon = IconLabel(theme, icon, "muted", 32)
        column.addWidget(self._icon, alignment=centre)
        self.name, self.text = heading(name), words(text, tone="muted")
        for label in (self.name, self.text):
            label.setAlignment(centre)
            column.addWidget(_centred(label))
        column.addSpacing(8)
        for part in first_step:
            column.addWidget(part, alignment=centre)
        column.addStretch(3)
        self._theme = theme
        theme.changed.connect(self._fit)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the picture out where the words need the room."""
        super().resizeEvent(event)
        column = self.layout()
        if column is not None:
            picture = 0 if self._icon.isHidden() else self._icon.height() + column.spacing()
            needed = column.totalHeightForWidth(self.width()) - picture
            self._icon.setVisible(needed + self._icon.height() + column.spacing() <= self.height())

    def _fit(self) -> None:
        for label in (self.name, self.text):
            label.setMaximumWidth(px(self._theme, WIDEST))


def _centred(label: QWidget) -> QWidget:
    """Keep a wrapped label in the middle without squeezing its lines."""
    from PySide6.QtWidgets import QHBoxLayout

    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.addStretch(1)
    line.addWidget(label, 100)
    line.addStretch(1)
    return row
