"""Above a list: the field to find words in it, and tabs that show another list or narrow this one."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from consultation.language import Translator
from ui.look.folds import px
from ui.look.theme import Theme
from ui.widgets.find_line import WIDE, FindLine
from ui.widgets.flow import Flow
from ui.widgets.roving import Roving
from ui.widgets.rows import clear
from ui.widgets.sign_button import SignTab

BETWEEN, BESIDE = 12, 4
"""Between the field and the tabs, and between two tabs."""
LEAST = 92
"""How narrow the field becomes where all the rest needs the room."""


class FindBar(QFrame):
    """Says `chosen` with the name of a tab, `sought` with words, and `list_asked` where the list is to be gone to."""

    chosen = Signal(str)
    sought = Signal(str)
    list_asked = Signal()

    def __init__(self, theme: Theme, t: Translator, name: str) -> None:
        """``name`` says to a screen reader where it finds."""
        super().__init__()
        self._theme = theme
        self.tabs: dict[str, SignTab] = {}
        self._filters: tuple[str, ...] = ()
        self._beside: list[QWidget] = []
        self.field = FindLine(theme, t, name)
        self.field.textChanged.connect(self.sought)
        self.field.list_asked.connect(self.list_asked)
        self._rule: QFrame | None = None
        self._tabs = QWidget()
        self._flow = Flow(self._tabs, BESIDE)
        self._roving = Roving(self._tabs)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(12, 8, 12, 8)
        self._line.setSpacing(BETWEEN)
        self._line.addWidget(self.field)
        self._line.addWidget(self._tabs, 1, Qt.AlignmentFlag.AlignVCenter)

    def put_first(self, part: QWidget) -> None:
        """Put something before the field."""
        self._beside.append(part)
        self._line.insertWidget(0, part)

    def put_last(self, part: QWidget) -> None:
        """Put something at the trailing edge."""
        self._beside.append(part)
        self._line.addWidget(part)

    def offer(self, lists: Mapping[str, SignTab], filters: Mapping[str, SignTab]) -> None:
        """Offer tabs by their names: those that show a list, and behind a rule those that narrow it."""
        clear(self._flow)
        self._rule = None
        self.tabs, self._filters = {**lists, **filters}, tuple(filters)
        for name, tab in self.tabs.items():
            if lists and name == self._filters[0]:
                self._rule = _upright()
                self._flow.addWidget(self._rule)
            tab.clicked.connect(lambda _=False, name=name: self.chosen.emit(name))
            self._flow.addWidget(tab)

    def show_words(self, name: str, words: str) -> None:
        """Show the words of a tab; without words it is left out."""
        self.tabs[name].show_words(words)
        self.tabs[name].setVisible(bool(words))
        if self._rule is not None:
            self._rule.setVisible(any(not self.tabs[each].isHidden() for each in self._filters))

    def choose(self, *names: str) -> None:
        """Show which tabs are chosen."""
        for name, tab in self.tabs.items():
            tab.setChecked(name in names)
        there = [tab for tab in self.tabs.values() if not tab.isHidden()]
        self._roving.gather(there, next((tab for tab in there if tab.isChecked()), None))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def event(self, event: QEvent) -> bool:
        """Share the room anew when a part comes or goes."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._share()
        return super().event(event)

    def _share(self) -> None:
        """Let the field give way before the words do."""
        tabs = sum(tab.sizeHint().width() + BESIDE for tab in self.tabs.values() if not tab.isHidden())
        others = [part for part in self._beside if not part.isHidden()]
        taken = sum(max(part.minimumWidth(), part.minimumSizeHint().width()) + BETWEEN for part in others)
        left = self.width() - tabs - taken - 3 * BETWEEN - BESIDE
        wide = max(min(left, px(self._theme, WIDE)), px(self._theme, LEAST))
        if wide != self.field.width():
            self.field.setFixedWidth(wide)


def _upright() -> QFrame:
    rule = QFrame()
    rule.setProperty("rule", True)
    rule.setFixedSize(1, 28)
    return rule
