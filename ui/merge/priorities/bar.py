"""Above the list: by what it is sorted, and the field to find words in it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from consultation.language import Translator
from consultation.weighing.figures import Figure
from consultation.weighing.telling import NAMES
from ui.actions import anywhere
from ui.keys import tip
from ui.look.folds import px
from ui.look.icons import IconLabel
from ui.look.theme import Theme
from ui.widgets.buttons import DrawnButton
from ui.widgets.fields import Choice
from ui.widgets.find_line import FindEdit
from ui.widgets.roving import Roving
from ui.widgets.words import rule
from ui.workspace import Workspace

SORTS = (Figure.ACROSS, Figure.ROOMS, Figure.REGIONS, Figure.DIVIDES, Figure.SUPPORT)
"""What the list is offered to be sorted by; the heads of its columns offer the others."""
HIGH, PAD, FIELD = 28, 8, 150


class SortTab(DrawnButton):
    """A figure to sort by; on a soft ground while the list is."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(theme, text)
        self.setCheckable(True)

    def nextCheckState(self) -> None:
        """Leave it to the list: it is checked once that is sorted so."""

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._theme.font())
        wide = metrics.horizontalAdvance(self.text()) + 2 * PAD + 4
        return QSize(wide, max(px(self._theme, HIGH), metrics.height() + 6))

    def draw(self, painter: QPainter) -> None:
        checked = self.isChecked()
        self.draw_ground(painter, "accent_soft" if checked else "raised" if self.underMouse() else "")
        painter.setFont(self._theme.font())
        painter.setPen(self._theme.colour("accent" if checked else "text"))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.text())


class PriorityBar(QFrame):
    """Says `sorted_by` with a figure and `sought` with words; where there is little room the figures are a list."""

    sorted_by = Signal(object)
    sought = Signal(str)
    list_asked = Signal()
    """From the field down to the list."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._theme, self._t = workspace.theme, workspace.t
        self._build()

    def show_sorted(self, figure: Figure) -> None:
        """Show by what the list is sorted."""
        for by, tab in self.tabs.items():
            tab.setChecked(by is figure)
        self._choice.setCurrentIndex(list(Figure).index(figure))
        self._roving.gather(list(self.tabs.values()), self.tabs.get(figure))

    def add_part(self, part: QWidget) -> None:
        """Put something before the field."""
        self._parts.append(part)
        self._line.insertWidget(self._line.count() - 2, part)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fold()

    def fold(self) -> None:
        """Show the figures beside each other where there is room for all."""
        parts = [part for part in self._parts if not part.isHidden()]
        others = sum(part.sizeHint().width() + 8 for part in (*parts, self.field))
        needed = sum(tab.sizeHint().width() + 4 for tab in self.tabs.values())
        roomy = needed + others + px(self._theme, 60) <= self.width()
        self._tabs.setVisible(roomy)
        self._choice.setVisible(not roomy)

    def _build(self) -> None:
        t, theme = self._t, self._theme
        self._parts: list[QWidget] = []
        self._tabs = QWidget()
        inside = QHBoxLayout(self._tabs)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        self.tabs = {figure: SortTab(theme, sort_name(t, figure)) for figure in SORTS}
        self._roving = Roving(self._tabs)
        for figure, tab in self.tabs.items():
            tab.clicked.connect(lambda _=False, figure=figure: self.sorted_by.emit(figure))
            inside.addWidget(tab)
        self._choice = Choice()
        self._choice.setAccessibleName(t("Sorted by"))
        self._choice.setMinimumContentsLength(max(len(sort_name(t, figure)) for figure in Figure))
        for figure in Figure:
            self._choice.addItem(sort_name(t, figure), figure)
        self._choice.activated.connect(lambda place: self.sorted_by.emit(list(Figure)[place]))
        self.field = FindField(t)
        self.field.textChanged.connect(self.sought)
        self.field.list_asked.connect(self.list_asked)
        self._line = line = QHBoxLayout()
        line.setContentsMargins(12, 6, 16, 6)
        line.setSpacing(8)
        line.addWidget(self._tabs)
        line.addWidget(self._choice)
        line.addStretch(1)
        line.addWidget(IconLabel(theme, "search", "muted", 16))
        line.addWidget(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(rule())
        self.show_sorted(Figure.ACROSS)
        self._choice.hide()


class FindField(FindEdit):
    """Narrows the list by words at each key."""

    def __init__(self, t: Translator) -> None:
        super().__init__()
        self.setPlaceholderText(t("Find here"))
        self.setAccessibleName(t("Find here"))
        self.setToolTip(tip(t, anywhere.FIND))
        self.setProperty("quiet", True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(FIELD)


def sort_name(t: Translator, figure: Figure) -> str:
    """Name a figure as something to sort by."""
    context, message = NAMES[figure]
    return t.context(context, message)
