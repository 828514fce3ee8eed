"""The place to drop files on: a dashed frame that lights up while a file is held over the page."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.look.theme import Theme


class DropArea(QFrame):
    """A dashed frame around ``content``."""

    def __init__(self, theme: Theme, content: QWidget) -> None:
        super().__init__()
        self._theme = theme
        self._lit = False
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(content)
        theme.changed.connect(self.update)

    def light(self, lit: bool) -> None:
        """Show whether a file is held over the page."""
        if lit != self._lit:
            self._lit = lit
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._theme.colour("accent" if self._lit else "edge"), 2 if self._lit else 1.5)
        pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(self._theme.soft("accent") if self._lit else self._theme.colour("base"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 12, 12)


def dropped_files(dropped: QMimeData) -> list[Path]:
    """Return the files that are being dropped, whatever they are: those of other programs are refused in words."""
    return [Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile()]
