"""Buttons: the one main action of a page, ordinary ones, quiet ones, and those that are an icon alone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolButton

from ui.look.icons import set_icon
from ui.look.theme import Theme

GAP = 4
"""Between an icon and the word beside it."""


def button(theme: Theme, text: str, slot: Callable[[], object], icon: str = "", tip: str = "") -> QPushButton:
    """Make an ordinary button."""
    return _made(theme, text, slot, icon, tip, "text")


def main_button(theme: Theme, text: str, slot: Callable[[], object], icon: str = "", tip: str = "") -> QPushButton:
    """Make the button for the main action of a page."""
    made = _made(theme, text, slot, icon, tip, "on_accent")
    made.setProperty("main", True)
    return made


def quiet_button(theme: Theme, text: str, slot: Callable[[], object], icon: str = "", tip: str = "") -> QPushButton:
    """Make a button that is only a word in the accent."""
    made = _made(theme, text, slot, icon, tip, "accent")
    made.setProperty("quiet", True)
    return made


def icon_button(theme: Theme, icon: str, name: str, slot: Callable[[], object], tone: str = "muted") -> QToolButton:
    """Make a button that is an icon; ``name`` says what it does, aloud and as a tool tip."""
    made = QToolButton()
    made.setToolTip(name)
    made.setAccessibleName(name)
    made.setIconSize(QSize(20, 20))
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    set_icon(made, theme, icon, tone)
    made.clicked.connect(lambda: slot())
    return made


def _made(theme: Theme, text: str, slot: Callable[[], object], icon: str, tip: str, tone: str) -> QPushButton:
    made = QPushButton(text)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    made.setAutoDefault(False)
    if icon:
        set_icon(made, theme, icon, tone, gap=GAP)
        made.setIconSize(QSize(16 + GAP, 16))
    if tip:
        made.setToolTip(tip)
    made.clicked.connect(lambda: slot())
    return made
