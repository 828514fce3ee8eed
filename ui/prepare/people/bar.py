"""Above the tables: the field to find words, the three lists, and what is missing or alike among the people."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QStyle, QWidget

from ui.actions import anywhere
from ui.keys import shown, tip
from ui.look.folds import px
from ui.look.icons import pixmap, set_icon
from ui.look.marks import draw_gap
from ui.look.theme import Theme
from ui.widgets.buttons import DrawnButton
from ui.widgets.flow import Flow
from ui.widgets.roving import Roving
from ui.workspace import Workspace

HIGH, PAD, SIGN = 28, 8, 15
FIELD, NARROW_FIELD = 220, 150
ICON = 14


class FindField(QLineEdit):
    """Narrows the table at each key; Down or Enter goes to what was found, Escape empties it."""

    table_asked = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        t = workspace.t
        self.setPlaceholderText(f"{t('Find')}  {shown(anywhere.FIND)}")
        self.setAccessibleName(t("Find here"))
        self.setToolTip(tip(t, anywhere.FIND))
        sign = QAction(self)
        set_icon(sign, workspace.theme, "search", "muted")
        self.addAction(sign, QLineEdit.ActionPosition.LeadingPosition)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.table_asked.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.table_asked.emit()
        else:
            super().keyPressEvent(event)


class BarTab(DrawnButton):
    """A few words that show a list or narrow it; chosen, they have the soft ground."""

    def __init__(self, theme: Theme, tone: str = "text", icon: str = "") -> None:
        """``tone`` "incomplete" draws the mark of a gap before the words; another one may have an ``icon``."""
        super().__init__(theme)
        self._tone, self._icon = tone, icon
        self.setCheckable(True)

    def nextCheckState(self) -> None:
        """Leave it to the page: it is checked once that shows it."""

    def show_words(self, words: str) -> None:
        """Show other words."""
        if words != self.text():
            self.setText(words)
            self.setAccessibleName(words)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._theme.font())
        sign = px(self._theme, SIGN) if self._has_sign else 0
        high = max(px(self._theme, HIGH), metrics.height() + 6)
        return QSize(metrics.horizontalAdvance(self.text()) + 2 * PAD + 4 + sign, high)

    def draw(self, painter: QPainter) -> None:
        theme, checked = self._theme, self.isChecked()
        self.draw_ground(painter, "accent_soft" if checked else "raised" if self.underMouse() else "")
        sign = px(theme, SIGN) if self._has_sign else 0
        room = self.rect().adjusted(PAD, 0, -PAD, 0)
        spot = QStyle.visualRect(self.layoutDirection(), room, QRect(room.left(), room.top(), sign, room.height()))
        if self._icon:
            picture = pixmap(self._icon, theme.colours.tone(self._tone), ICON, self.devicePixelRatioF())
            painter.drawPixmap(spot.left(), (self.height() - ICON) // 2, picture)
        elif sign:
            draw_gap(painter, QPointF(spot.center().x() - 1, self.height() / 2), theme, self._tone)
        painter.setFont(theme.font())
        plain = self._tone == "text"
        painter.setPen(theme.colour("accent" if checked and plain else self._tone))
        words = QStyle.visualRect(self.layoutDirection(), room, room.adjusted(sign, 0, 0, 0))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading | Qt.TextFlag.TextSingleLine
        painter.drawText(words, int(flags), self.text())

    @property
    def _has_sign(self) -> bool:
        return self._tone == "incomplete" or bool(self._icon)


class PeopleBar(QFrame):
    """Says `chosen` with the name of a tab, and `sought` with words."""

    chosen = Signal(str)
    sought = Signal(str)

    def __init__(self, workspace: Workspace, lists: tuple[str, ...], filters: dict[str, tuple[str, str]]) -> None:
        """Offer ``lists`` by their names, and ``filters`` of the first of them: name -> tone and icon."""
        super().__init__()
        self._theme = workspace.theme
        self._filters = tuple(filters)
        self.field = FindField(workspace)
        self.field.textChanged.connect(self.sought)
        self.tabs = {name: BarTab(self._theme) for name in lists}
        self.tabs |= {name: BarTab(self._theme, *look) for name, look in filters.items()}
        self._build()

    def show_words(self, name: str, words: str) -> None:
        """Show the words of a tab; without words it is left out."""
        self.tabs[name].show_words(words)
        self.tabs[name].setVisible(bool(words))
        self._rule.setVisible(any(not self.tabs[each].isHidden() for each in self._filters))

    def choose(self, *names: str) -> None:
        """Show which tabs are chosen."""
        for name, tab in self.tabs.items():
            tab.setChecked(name in names)
        self._roving.gather([tab for tab in self.tabs.values() if not tab.isHidden()], self.tabs[names[0]])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the field give way before the words do."""
        super().resizeEvent(event)
        tabs = sum(tab.sizeHint().width() + 4 for tab in self.tabs.values() if not tab.isHidden())
        left = self.width() - tabs - px(self._theme, 80)
        self.field.setFixedWidth(max(min(left, px(self._theme, FIELD)), px(self._theme, NARROW_FIELD)))

    def _build(self) -> None:
        self._rule = QFrame()
        self._rule.setProperty("rule", True)
        self._rule.setFixedSize(1, 28)
        held = QWidget()
        inside = Flow(held)
        self._roving = Roving(held)
        for name, tab in self.tabs.items():
            if name == self._filters[0]:
                inside.addWidget(self._rule)
            tab.clicked.connect(lambda _=False, name=name: self.chosen.emit(name))
            inside.addWidget(tab)
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 8, 12, 8)
        line.setSpacing(12)
        line.addWidget(self.field)
        line.addWidget(held, 1)
