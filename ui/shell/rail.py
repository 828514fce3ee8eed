"""The rail along the leading edge: one button, icon and word, for each place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QVBoxLayout

from consultation.language import Translator
from ui.actions import Action
from ui.keys import tip
from ui.look.icons import set_icon
from ui.look.theme import Theme
from ui.widgets.buttons import IconButton

NARROWEST = 88


class Rail(QFrame):
    """Chooses the place; says `chosen` with its number."""

    chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 12, 8, 12)
        self._column.setSpacing(8)
        self._column.addStretch(1)
        self._group = QButtonGroup(self)
        self._words: list[str] = []
        self._group.idClicked.connect(self.chosen)
        self.setMinimumWidth(NARROWEST)

    def offer(self, t: Translator, places: Sequence[Action]) -> None:
        """Show a button for each of the actions that go to a place."""
        for old in self._group.buttons():
            self._group.removeButton(old)
            self._column.removeWidget(old)
            old.deleteLater()
        self._words = [t(action.label) for action in places]
        for number, action in enumerate(places):
            place = IconButton()
            place.setText(self._words[number])
            place.setToolTip(tip(t, action, self._words[number]))
            place.setCheckable(True)
            place.setProperty("rail", True)
            place.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
            place.setIconSize(QSize(24, 24))
            place.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            place.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            place.setMinimumHeight(64)
            set_icon(place, self._theme, action.icon, "muted", "accent")
            self._group.addButton(place, number)
            self._column.insertWidget(number, place)

    def show_waiting(self, number: int, waiting: int) -> None:
        """Say beside the word how many things wait for a person in a place."""
        button = self._group.button(number)
        if button is not None:
            button.setText(f"{self._words[number]} ({waiting})" if waiting else self._words[number])

    def show_chosen(self, number: int) -> None:
        """Show which place is open."""
        button = self._group.button(number)
        if button is not None:
            button.setChecked(True)
