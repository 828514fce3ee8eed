"""Buttons: the one main action of a page, ordinary ones, quiet ones, and those that are an icon alone.

Enter presses the one that has the keyboard, as Space does; Qt's own take Enter in dialogs only.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QDialog, QPushButton, QSizePolicy, QToolButton, QWidget

from ui.look.icons import set_icon
from ui.look.painting import Painting
from ui.look.theme import Theme
from ui.widgets.words import on_button

GAP = 4
"""Between an icon and the word beside it."""
RING = 2
"""Width of the ring around what has the keyboard."""
ROUND = 6
"""Of the corners of a ground."""
ICON = 18
UP_AND_DOWN = (Qt.Key.Key_Up, Qt.Key.Key_Down)
"""Keys that Qt's own buttons take to go to a neighbour; here they are left to whatever holds the button."""


def pressed_by_enter(pressed: QAbstractButton, event: QKeyEvent) -> bool:
    """Press a button if the key is Enter, and tell whether that was so.

    A dialog with a default button is left alone: there Enter means that one, wherever the keyboard is.
    """
    if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return False
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or _has_default(pressed.window()):
        return False
    event.accept()
    if not event.isAutoRepeat():  # a key that is held presses once
        pressed.click()
    return True


class DrawnButton(QAbstractButton):
    """A button that draws itself. It is as large as it asks for, or larger, and draws itself anew with the theme."""

    def __init__(self, theme: Theme, text: str = "") -> None:
        super().__init__()
        self._theme = theme
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self._on_theme_changed)

    def draw(self, painter: QPainter) -> None:
        """Draw what it shows: by itself no more than the ring of the keyboard, and a ground under the pointer."""
        self.draw_ground(painter, "raised" if self.underMouse() and self.isEnabled() else "")

    def draw_ground(self, painter: QPainter, ground: str = "") -> None:
        """Draw a ground with round corners, if there is one, and the ring where the keyboard is here."""
        if ground or self.hasFocus():
            painter.setPen(QPen(self._theme.colour("accent"), RING) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour(ground) if ground else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), ROUND, ROUND)

    def setText(self, text: str) -> None:
        super().setText(on_button(text))

    def text(self) -> str:
        return super().text().replace("&&", "&")

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        with Painting(painter):
            self.draw(painter)

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()


class WordButton(QPushButton):
    """A button with words that Enter presses too."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(text)
        self._theme = theme
        self._drawn = ("", "text")

    def draw_icon(self, icon: str, tone: str) -> None:
        """Show an icon; before words there is room after it."""
        self._drawn = (icon, tone)
        gap = GAP if self.text() else 0
        set_icon(self, self._theme, icon, tone, gap=gap)

    def show_words(self, text: str) -> None:
        """Show other words, or the icon alone."""
        if text != self.text():
            self.setText(text)
            self.draw_icon(*self._drawn)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in UP_AND_DOWN:
            event.ignore()
        elif not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button; on the filled one a line of ground lies between the ring of the keyboard and the fill."""
        super().paintEvent(event)
        if self.hasFocus() and self.property("main"):
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.colour("base"), RING))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(3, 3, -3, -3), 4, 4)


class IconButton(QToolButton):
    """A flat button, an icon alone or with a word, that Enter presses too."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in UP_AND_DOWN:
            event.ignore()
        elif not pressed_by_enter(self, event):
            super().keyPressEvent(event)


def button(theme: Theme, text: str, slot: Callable[[], object], icon: str = "", tip: str = "") -> WordButton:
    """Make an ordinary button."""
    return _made(theme, text, slot, icon, tip, "text")


def main_button(theme: Theme, text: str, slot: Callable[[], object], icon: str = "", tip: str = "") -> WordButton:
    """Make the button for the main action of a page."""
    made = _made(theme, text, slot, icon, tip, "on_accent")
    made.setProperty("main", True)
    return made


def quiet_button(theme: Theme, text: str, slot: Callable[[], object], icon: str = "", tip: str = "") -> WordButton:
    """Make a button that is only a word in the accent."""
    made = _made(theme, text, slot, icon, tip, "accent")
    made.setProperty("quiet", True)
    return made


def icon_button(theme: Theme, icon: str, name: str, slot: Callable[[], object], tone: str = "muted") -> QToolButton:
    """Make a button that is an icon; ``name`` says what it does, aloud and as a tool tip."""
    made = IconButton()
    made.setToolTip(name)
    made.setAccessibleName(name)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    set_icon(made, theme, icon, tone, size=ICON)
    made.clicked.connect(lambda: slot())
    return made


def _made(theme: Theme, text: str, slot: Callable[[], object], icon: str, tip: str, tone: str) -> WordButton:
    made = WordButton(theme, text)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    made.setAutoDefault(False)
    if icon:
        made.draw_icon(icon, tone)
    if tip:
        made.setToolTip(tip)
    made.clicked.connect(lambda: slot())
    return made


def _has_default(window: QWidget) -> bool:
    """Tell whether a window is a dialog in which Enter has a button of its own."""
    return isinstance(window, QDialog) and any(found.isDefault() for found in window.findChildren(QPushButton))
