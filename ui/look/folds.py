"""How much a page folds: by the width of its window in the person's own text size, so larger text folds earlier."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtWidgets import QWidget

from ui.look.theme import Theme


class Fold(IntEnum):
    """The widths at which pages fold; each is the least width in pixels at the usual text size."""

    SMALL = 0
    NARROW = 1000
    MEDIUM = 1200
    WIDE = 1360


def fold_of(widget: QWidget, theme: Theme) -> Fold:
    """Tell how far the window of ``widget`` makes pages fold."""
    room = room_of(widget, theme)
    return max(fold for fold in Fold if room >= fold)


def room_of(widget: QWidget, theme: Theme) -> float:
    """Return how wide the window of ``widget`` is, in pixels of the design."""
    return widget.window().width() / theme.enlargement


def px(theme: Theme, pixels: float) -> int:
    """Return a length of the design, given in pixels at the usual text size, in those of this screen and person."""
    return round(pixels * theme.enlargement)
