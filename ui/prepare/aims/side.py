"""The sections of the aims at the side, each with how much is in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QVBoxLayout

from consultation.language import Translator
from ui.look.folds import px
from ui.look.theme import Theme
from ui.widgets.side_list import SideList, SidePart

WIDE, NARROW, WIDEST = 232, 176, 272
AROUND = 72
"""The room in a row around the name of a section: its ends, and how much is in it."""


class SectionSide(QFrame):
    """Says `chosen` with the place of a section."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, t: Translator, names: Sequence[str]) -> None:
        super().__init__()
        self.setProperty("part", True)
        self.setProperty("surface", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme, self._t, self._names = theme, t, names
        self.list = SideList(theme, t("Aims"))
        self.list.chosen.connect(self.chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 10, 8, 12)
        column.addWidget(self.list)
        column.addStretch(1)
        self.setFocusProxy(self.list)
        self.be_narrow(narrow=False)

    def show_sections(self, counts: Sequence[int], place: int) -> None:
        """Show how much is in each section, and which is open."""
        shown = [self._t.number(count) if count else "" for count in counts]
        self.list.show_parts([("", list(map(self._part, range(len(shown)), shown)))], place)

    def be_narrow(self, *, narrow: bool) -> None:
        """Take less room where there is little, but what the names of the sections need."""
        metrics = QFontMetrics(self._theme.font(strong=True))
        needed = max(map(metrics.horizontalAdvance, self._names)) + px(self._theme, AROUND)
        usual = px(self._theme, NARROW if narrow else WIDE)
        self.setFixedWidth(max(usual, min(needed, px(self._theme, WIDEST))))

    def _part(self, place: int, count: str) -> SidePart:
        name = self._names[place]
        return SidePart(place, name, count, spoken=f"{name}, {count}" if count else name)
