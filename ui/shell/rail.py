"""The rail along the leading edge: the mark, and below it a button, icon and word, for each place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QVBoxLayout

from consultation.language import Translator
from ui.actions import Action
from ui.keys import tip
from ui.look.folds import px
from ui.look.icons import pixmap
from ui.look.identity import MarkLabel
from ui.look.theme import Theme
from ui.widgets.buttons import DrawnButton

WIDE, ICONS_ALONE, LEAST_ALONE = 80, 48, 40
HIGH, HIGH_ALONE = 58, 44
MARK, ICON = 26, 20


class Rail(QFrame):
    """Chooses the place; says `chosen` with its number. One stop for the keyboard: arrows go from place to place."""

    chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._alone = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(4, 12, 4, 12)
        self._column.setSpacing(4)
        self._column.addWidget(MarkLabel(theme, MARK), alignment=Qt.AlignmentFlag.AlignHCenter)
        self._column.addSpacing(8)
        self._column.addStretch(1)
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self.chosen)
        theme.changed.connect(self._fit)

    def offer(self, t: Translator, places: Sequence[Action]) -> None:
        """Show a button for each of the actions that go to a place."""
        for number, action in enumerate(places):
            words = t(action.label)
            place = PlaceButton(self._theme, words, action.icon)
            place.setToolTip(tip(t, action, words))
            self._group.addButton(place, number)
            self._column.insertWidget(2 + number, place)
        self._fit()

    def show_icons_alone(self, alone: bool) -> None:
        """Leave out the words, which are then in the tool tips."""
        self._alone = alone
        self._fit()

    def show_waiting(self, number: int, waiting: int, words: str) -> None:
        """Show how many things wait for a person in a place, which ``words`` say aloud."""
        button = self._group.button(number)
        if isinstance(button, PlaceButton):
            button.show_waiting(waiting, words)

    def show_chosen(self, number: int) -> None:
        """Show which place is open."""
        button = self._group.button(number)
        if button is not None:
            button.setChecked(True)

    def _fit(self) -> None:
        buttons = [button for button in self._group.buttons() if isinstance(button, PlaceButton)]
        for button in buttons:
            button.show_icon_alone(self._alone)
        wide = max(ICONS_ALONE, px(self._theme, LEAST_ALONE)) if self._alone else px(self._theme, WIDE)
        words = max((button.words_width for button in buttons), default=0)
        self.setFixedWidth(wide if self._alone else max(wide, words + 16))


class PlaceButton(DrawnButton):
    """A place: its icon, its word, and how many things wait there."""

    def __init__(self, theme: Theme, words: str, icon: str) -> None:
        super().__init__(theme, words)
        self._icon, self._waiting, self._alone = icon, 0, False
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def words_width(self) -> int:
        """How wide the word is."""
        return QFontMetrics(self._theme.font("caption", strong=True)).horizontalAdvance(self.text())

    def show_icon_alone(self, alone: bool) -> None:
        """Leave the word out."""
        self._alone = alone
        self.setFixedHeight(px(self._theme, HIGH_ALONE if alone else HIGH))
        self.update()

    def show_waiting(self, waiting: int, words: str) -> None:
        """Show how many things wait for a person here, which ``words`` say aloud."""
        if waiting == self._waiting:
            return
        self._waiting = waiting
        self.setAccessibleName(f"{self.text()}, {words}" if waiting else self.text())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(ICON + 20, HIGH_ALONE if self._alone else HIGH)

    def draw(self, painter: QPainter) -> None:
        theme, chosen = self._theme, self.isChecked()
        self.draw_ground(
            painter, "accent_soft" if chosen else "raised" if self.underMouse() and self.isEnabled() else ""
        )
        tone = "accent" if chosen else "muted"
        high = 0 if self._alone else QFontMetrics(theme.font("caption")).height() + 4
        side = px(theme, ICON)
        spot = QRect((self.width() - side) // 2, (self.height() - side - high) // 2, side, side)
        painter.drawPixmap(spot, pixmap(self._icon, theme.colours.tone(tone), side, self.devicePixelRatioF()))
        painter.setPen(theme.colour(tone))
        if not self._alone:
            painter.setFont(theme.font("caption", strong=chosen))
            below = QRect(0, spot.bottom() + 3, self.width(), high)
            painter.drawText(below, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop), self.text())
        if self._waiting:
            painter.setFont(theme.font("caption"))
            wide = QFontMetrics(painter.font()).horizontalAdvance(str(self._waiting))
            left = min(
                spot.right() + 1, self.width() - wide - 2
            )  # a long number goes over the icon, never out of sight
            beside = QRect(left, spot.top() - 5, wide + 2, spot.height())
            painter.drawText(beside, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), str(self._waiting))
