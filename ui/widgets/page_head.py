"""The head of a page: its title, its views as tabs, and at the trailing edge what can be done."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QEvent, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from ui.look.folds import px
from ui.look.theme import Theme
from ui.widgets.buttons import RING, DrawnButton
from ui.widgets.fields import Choice
from ui.widgets.words import rule, title

HEIGHT, INSET, GAP = 56, 32, 8
AT_END, BETWEEN_TABS, TITLE_GAP = 24, 12, 16
LIST_ENDS = 52
"""Before and after a name in the list of views, with its arrow."""
LINE = 2
"""The line under the view that is shown."""


class PageHead(QFrame):
    """Says what the page is; says `view_chosen` with the name of a view."""

    view_chosen = Signal(str)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._views: dict[str, ViewTab] = {}
        self._actions: list[QWidget] = []
        self._spaced: tuple[_Spaces, bool] | None = None
        self._group = QButtonGroup(self)  # exclusive: one stop for the keyboard, arrows go from view to view
        self.title = title(name)
        self._row = QWidget()
        self._line = line = QHBoxLayout(self._row)
        line.addWidget(self.title)
        self._after_title = QSpacerItem(TITLE_GAP, 0)
        line.addItem(self._after_title)
        self._strip = QWidget()
        self._tabs = QHBoxLayout(self._strip)
        self._tabs.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._strip)
        self._folded = Choice()
        self._folded.setAccessibleName(name)
        self._folded.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._folded.activated.connect(self._on_folded_chosen)
        self._folded.hide()
        line.addWidget(self._folded)
        line.addStretch(1)
        self._space(_spaces(tight=False), titled=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._row)
        column.addWidget(rule())
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def add_view(self, name: str, words: str) -> None:
        """Offer a view; the first one is chosen."""
        tab = ViewTab(self._theme, words)
        self._views[name] = tab
        self._group.addButton(tab)
        self._tabs.addWidget(tab)
        tab.setChecked(len(self._views) == 1)
        self._folded.addItem(words, name)
        self._widen_list()
        tab.toggled.connect(lambda chosen, name=name: self.view_chosen.emit(name) if chosen else None)

    def show_count(self, name: str, number: str) -> None:
        """Show beside the words of a view how many things are in it; nothing for ""."""
        self._views[name].show_count(number)

    def choose(self, name: str) -> None:
        """Choose a view, as a click on its tab does; Tab comes to it, and not to the one that had the keyboard last."""
        for each, tab in self._views.items():
            tab.setFocusPolicy(Qt.FocusPolicy.TabFocus if each == name else Qt.FocusPolicy.NoFocus)
        self._views[name].setChecked(True)
        self._folded.setCurrentIndex(self._folded.findData(name))

    def show_open(self, name: str) -> None:
        """Show which view is open, for whoever has opened it: `view_chosen` is not said."""
        with QSignalBlocker(self):
            self.choose(name)

    def add_action(self, part: QWidget) -> None:
        """Put something that can be done at the trailing edge."""
        self._actions.append(part)
        self._line.addWidget(part)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def event(self, event: QEvent) -> bool:
        """Fit again where a part of it comes, goes or is another width."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return done

    def fit(self) -> None:
        """Leave the title out where there is no room for it: the rail says it too; then let all move together.

        Where the tabs have no room even then, they fold to a list to choose from.
        """
        room = self.width()
        usual = self._needed(tight=False)
        titled = usual + self.title.sizeHint().width() + TITLE_GAP + GAP <= room
        self.title.setVisible(titled)
        folded = bool(self._views) and self._needed(tight=True) > room
        spaces = _spaces(tight=usual > room)
        self._space(spaces if folded or titled else spaces._replace(left=INSET - GAP // 2), titled=titled)
        self._strip.setHidden(folded)
        self._folded.setVisible(folded)

    def _needed(self, *, tight: bool) -> int:
        """Return how wide the head is at least, with its tabs and without its title.

        Reckoned part by part: a layout remembers how wide a part was until the events that tell it have come.
        """
        spaces = _spaces(tight=tight)
        tabs = sum(tab.sizeHint().width() for tab in self._views.values())
        between = spaces.tabs * max(len(self._views) - 1, 0)
        parts = [_least(part) + spaces.gap for part in self._actions if not part.isHidden()]
        return spaces.left + spaces.right + tabs + between + 2 * spaces.gap + sum(parts)

    def _widen_list(self) -> None:
        """Let the list of views say the longest name whole."""
        metrics = QFontMetrics(self._theme.font())
        longest = max((metrics.horizontalAdvance(tab.text()) for tab in self._views.values()), default=0)
        self._folded.setMinimumWidth(longest + px(self._theme, LIST_ENDS))

    def _on_folded_chosen(self) -> None:
        self.view_chosen.emit(self._folded.currentData())

    def _space(self, spaces: _Spaces, *, titled: bool) -> None:
        """Set the distances between the parts; only where they change, or each would ask for the next.

        Without a title the words of the first tab begin where it began.
        """
        if (spaces, titled) != self._spaced:
            self._spaced = spaces, titled
            self._after_title.changeSize(TITLE_GAP if titled else 0, 0)
            self._line.setContentsMargins(spaces.left, 0, spaces.right, 0)
            self._line.setSpacing(spaces.gap)
            self._tabs.setSpacing(spaces.tabs)

    def _on_theme_changed(self) -> None:
        self._row.setFixedHeight(px(self._theme, HEIGHT) - 1)
        self._widen_list()


class _Spaces(NamedTuple):
    """The distances in a head, in pixels: from its edges, between its parts, and between its tabs."""

    left: int
    right: int
    gap: int
    tabs: int


def _spaces(*, tight: bool) -> _Spaces:
    return _Spaces(INSET, GAP, GAP // 2, GAP // 4) if tight else _Spaces(INSET, AT_END, GAP, BETWEEN_TABS)


def _least(part: QWidget) -> int:
    """Return how wide a part is at least."""
    firm = part.sizePolicy().horizontalPolicy() in (QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)
    hint = part.sizeHint() if firm else part.minimumSizeHint()
    return max(hint.width(), part.minimumWidth())


class ViewTab(DrawnButton):
    """A view of a page: a word, quieter a number, and a line below while it is shown."""

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__(theme, words)
        self._count = ""
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leads into the view
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

    def show_count(self, number: str) -> None:
        """Show a number beside the words."""
        self._count = number
        self.setAccessibleName(f"{self.text()}, {number}" if number else self.text())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        strong, small = QFontMetrics(self._theme.font(strong=True)), QFontMetrics(self._theme.font("caption"))
        wide = strong.horizontalAdvance(self.text()) + GAP
        counted = small.horizontalAdvance(self._count) + 6 if self._count else 0
        return QSize(wide + counted, strong.height() + 2 * GAP)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def draw(self, painter: QPainter) -> None:
        theme, chosen = self._theme, self.isChecked()
        tone = "accent" if chosen else ("text" if self.underMouse() else "muted")
        font = theme.font(strong=chosen)
        painter.setFont(font)
        painter.setPen(theme.colour(tone))
        room = self.rect().adjusted(GAP // 2, 0, -GAP // 2, 0)
        used = QFontMetrics(font).horizontalAdvance(self.text())
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading | Qt.TextFlag.TextSingleLine)
        leading = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
        painter.drawText(room, flags, self.text())
        if self._count:
            painter.setFont(theme.font("caption"))
            rest = room.adjusted(used + 6, 0, 0, 0) if leading else room.adjusted(0, 0, -used - 6, 0)
            painter.drawText(rest, flags, self._count)
        if chosen:
            painter.fillRect(QRectF(0, self.height() - LINE, self.width(), LINE), theme.colour("accent"))
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), RING))
            box = QRectF(self.rect()).adjusted(1, GAP, -1, -GAP)
            painter.drawRoundedRect(box, 6, 6)
