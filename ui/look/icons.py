"""Icons drawn from `resources/icons`, tinted with the theme and turned round where reading goes right to left."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap, QTransform
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QLabel

from ui.look.theme import Theme

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "icons"
POINTING = frozenset({"chevron-right", "chevron-left", "arrow-right", "undo-2", "panel-right"})
"""Icons that point along the line of reading."""
SIZES = (16, 18, 20, 24, 32, 48)
STROKE, GRID, BOLD_FROM = 1.75, 24, 18
"""Lines are this wide on the screen from the size on at which corners no longer clog; below, as wide as `SMALL`."""
BESIDE_WORDS = 16
"""Pixels of an icon on a button or in a menu."""
SMALL = 2.35
"""Width of a line on the grid, for small icons."""


def pixmap(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """Draw the icon ``name`` in ``colour``, ``size`` pixels wide on a screen of that ``ratio``."""
    turned = name in POINTING and QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return _drawn(name, colour, size, ratio, turned)


def icon(
    theme: Theme, name: str, tone: str = "text", chosen: str = "", gap: int = 0, side: int = BESIDE_WORDS
) -> QIcon:
    """Build the icon ``name`` for buttons and menus; ``chosen`` is its tone where the button is checked.

    ``gap`` is room after it, before a word; ``side`` the pixels it is shown with, if that is known.
    """
    made = QIcon()
    if gap:
        made.addPixmap(_with_gap(pixmap(name, theme.colours.tone(tone), side, 2.0), gap))
        made.addPixmap(_with_gap(pixmap(name, theme.colours.edge, side, 2.0), gap), QIcon.Mode.Disabled)
        return made
    faint = theme.colours.edge
    for size in {*SIZES, side}:
        for ratio in (1.0, 2.0):
            plain = pixmap(name, theme.colours.tone(tone), size, ratio)
            made.addPixmap(plain, QIcon.Mode.Normal, QIcon.State.Off)
            made.addPixmap(pixmap(name, faint, size, ratio), QIcon.Mode.Disabled, QIcon.State.Off)
            if chosen:
                made.addPixmap(pixmap(name, theme.colours.tone(chosen), size, ratio), QIcon.Mode.Normal, QIcon.State.On)
    return made


def set_icon(
    bearer: Any,
    theme: Theme,
    name: str,
    tone: str = "text",
    chosen: str = "",
    gap: int = 0,
    size: int = BESIDE_WORDS,
) -> None:
    """Give ``bearer`` (a button, an action) an icon that follows the theme; a second call replaces the first.

    ``size`` is that of a button's icon at the usual text size; it grows with the text.
    """
    for old in bearer.findChildren(_Tint, options=Qt.FindChildOption.FindDirectChildrenOnly):
        old.setParent(None)
        old.deleteLater()
    _Tint(bearer, theme, name, tone, chosen, gap, size)


class IconLabel(QLabel):
    """An icon by itself, next to words that say the same."""

    def __init__(self, theme: Theme, name: str, tone: str = "text", size: int = 20) -> None:
        super().__init__()
        self._theme, self._name, self._tone, self._size = theme, name, tone, size
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_icon(self, name: str, tone: str) -> None:
        """Show another icon."""
        self._name, self._tone = name, tone
        self._on_theme_changed()

    def _on_theme_changed(self) -> None:
        colour, side = self._theme.colours.tone(self._tone), round(self._size * self._theme.enlargement)
        self.setFixedSize(QSize(side, side))
        self.setPixmap(pixmap(self._name, colour, side, self.devicePixelRatioF()))


class _Tint(QObject):
    """Lives in the bearer and repaints its icon; goes when the bearer goes."""

    def __init__(self, bearer: QObject, theme: Theme, name: str, tone: str, chosen: str, gap: int, size: int) -> None:
        super().__init__(bearer)
        self._theme, self._name, self._tone, self._chosen = theme, name, tone, chosen
        self._gap, self._size = gap, size
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _on_theme_changed(self) -> None:
        bearer: Any = self.parent()
        if bearer is not None:
            side = round(self._size * self._theme.enlargement)
            bearer.setIcon(icon(self._theme, self._name, self._tone, self._chosen, self._gap, side))
            if isinstance(bearer, QAbstractButton):
                bearer.setIconSize(QSize(side + self._gap, side))


def _with_gap(picture: QPixmap, gap: int) -> QPixmap:
    """Add empty room after an icon."""
    ratio = picture.devicePixelRatio()
    wide = QPixmap(picture.width() + round(gap * ratio), picture.height())
    wide.setDevicePixelRatio(ratio)
    wide.fill(Qt.GlobalColor.transparent)
    turned = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    painter = QPainter(wide)
    painter.drawPixmap(gap if turned else 0, 0, picture)
    painter.end()
    return wide


@lru_cache(maxsize=2048)
def _drawn(name: str, colour: str, size: int, ratio: float, turned: bool) -> QPixmap:
    drawing = (FOLDER / f"{name}.svg").read_text("utf-8").replace("currentColor", colour)
    wide = STROKE * GRID / size if size >= BOLD_FROM else SMALL
    drawing = drawing.replace('stroke-width="2"', f'stroke-width="{wide:.2f}"')
    side = round(size * ratio)
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    if turned:
        picture = picture.transformed(QTransform().scale(-1, 1))
    picture.setDevicePixelRatio(ratio)
    return picture
