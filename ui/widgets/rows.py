"""Rows that are made anew."""

from __future__ import annotations

from PySide6.QtWidgets import QLayout


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and throw it away; hidden at once, for it goes only later."""
    while taken := layout.takeAt(0):
        part = taken.widget()
        if part is not None:
            part.hide()
            part.deleteLater()
