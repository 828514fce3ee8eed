"""Painting that cannot end the program, as an exception that left `paint` would; and one line of words, painted."""

from __future__ import annotations

import sys
import traceback
from types import TracebackType

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle


class Painting:
    """``with Painting(painter):`` smooths edges, reports what goes wrong, and leaves the painter as it was."""

    def __init__(self, painter: QPainter) -> None:
        self._painter = painter

    def __enter__(self) -> None:
        self._painter.save()
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        self._painter.restore()
        if isinstance(error, Exception):
            traceback.print_exception(error, file=sys.stderr)
        return error is None or isinstance(error, Exception)


def write_line(
    painter: QPainter,
    room: QRect,
    text: str,
    font: QFont,
    colour: QColor,
    direction: Qt.LayoutDirection,
    *,
    at_end: bool = False,
) -> int:
    """Write one line, cut short where it has no room; return how wide it is, in pixels.

    ``room`` is where it lies on the screen, in the middle of its height; ``direction`` says at which side of it reading
    begins.
    """
    painter.setFont(font)
    painter.setPen(colour)
    metrics = QFontMetrics(font)
    short = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(room.width(), 0))
    edge = Qt.AlignmentFlag.AlignTrailing if at_end else Qt.AlignmentFlag.AlignLeading
    flags = int(QStyle.visualAlignment(direction, edge | Qt.AlignmentFlag.AlignVCenter))
    painter.drawText(room, flags | Qt.TextFlag.TextSingleLine, short)
    return metrics.horizontalAdvance(short)
