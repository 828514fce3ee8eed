"""Painting that cannot end the program: an exception that left `paint` would."""

from __future__ import annotations

import sys
import traceback
from types import TracebackType

from PySide6.QtGui import QPainter


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
