"""The order of Tab follows the eye: that of the layouts, whenever the parts in them were made."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLayout, QLayoutItem, QScrollArea, QStackedWidget, QWidget


def follow_the_eye(*roots: QWidget) -> None:
    """Have Tab go through everything in ``roots``, one after the other, as it is laid out.

    Called again when parts were added.
    """
    for before, after in pairwise([stop for root in roots for stop in stops(root)]):
        QWidget.setTabOrder(before, after)


def stops(root: QWidget) -> Iterator[QWidget]:
    """Return what can have the keyboard in ``root``, as it is laid out, hidden parts among it."""
    if root.focusPolicy() != Qt.FocusPolicy.NoFocus:
        yield root
    inside = root.widget() if isinstance(root, QScrollArea) else None
    if inside is not None:
        yield from stops(inside)
    elif isinstance(root, QStackedWidget):
        pages = (root.widget(place) for place in range(root.count()))
        for page in pages:
            if page is not None:
                yield from stops(page)
    else:
        layout = root.layout()
        if layout is not None:
            yield from _laid_out(layout)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for item in _in_order(layout):
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield from stops(widget)
        elif inner is not None:
            yield from _laid_out(inner)


def _in_order(layout: QLayout) -> list[QLayoutItem]:
    places = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        places.sort(key=lambda place: _cell(layout, place))
    items = (layout.itemAt(place) for place in places)
    return [item for item in items if item is not None]


def _cell(layout: QGridLayout, place: int) -> tuple[int, int]:
    position: Any = layout.getItemPosition(place)  # row, column, and how many of each
    return position[0], position[1]
