"""The face of the product: two words on common ground, round for citizenship and square for policy."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QLabel

from ui.look.colours import Colours
from ui.look.theme import Theme

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "identity"
ICON_SIZES = (16, 32, 48, 256)
"""Each is drawn for its own grid of pixels; one drawing scaled down would blur."""


def window_icon() -> QIcon:
    """Return the icon of the program's windows."""
    made = QIcon()
    for size in ICON_SIZES:
        made.addPixmap(_rendered((FOLDER / f"icon-{size}.svg").read_text("utf-8"), size, 1.0))
    return made


def mark(colours: Colours, size: int, ratio: float = 1.0) -> QPixmap:
    """Draw the mark without its tile, in the colours of the two sets; its ground takes that of text."""
    return _mark(colours.citizenship, colours.policy, colours.text, size, ratio)


class MarkLabel(QLabel):
    """The mark, in the colours at hand."""

    def __init__(self, theme: Theme, size: int) -> None:
        super().__init__()
        self._theme, self._size = theme, size
        self.setFixedSize(QSize(size, size))
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _on_theme_changed(self) -> None:
        self.setPixmap(mark(self._theme.colours, self._size, self.devicePixelRatioF()))


@lru_cache(maxsize=32)
def _mark(warm: str, cool: str, ground: str, size: int, ratio: float) -> QPixmap:
    drawing = (FOLDER / "mark.svg").read_text("utf-8")
    for name, colour in (("warm", warm), ("cool", cool), ("ground", ground)):
        drawing = drawing.replace(f"{{{name}}}", colour)
    return _rendered(drawing, size, ratio)


def _rendered(drawing: str, size: int, ratio: float) -> QPixmap:
    side = round(size * ratio)
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture
