"""The sections of the aims at the side, each with how much is in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout

from ui.look.folds import px
from ui.look.theme import Theme
from ui.widgets.buttons import DrawnButton
from ui.widgets.roving import Roving

WIDE, NARROW, HIGH, INSIDE = 232, 176, 36, 12


class SectionSide(QFrame):
    """One stop for the keyboard; arrows go from section to section, Enter shows one."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, names: Sequence[str]) -> None:
        super().__init__()
        self.setProperty("part", True)
        self._theme = theme
        self.setProperty("surface", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.parts = [SectionButton(theme, name) for name in names]
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 16, 12, 12)
        column.setSpacing(2)
        for place, part in enumerate(self.parts):
            column.addWidget(part)
            part.clicked.connect(lambda _=False, place=place: self.chosen.emit(place))
        column.addStretch(1)
        self._roving = Roving(self)
        self.choose(0)
        self.be_narrow(narrow=False)

    def choose(self, place: int) -> None:
        """Show which section is open."""
        for at, part in enumerate(self.parts):
            part.setChecked(at == place)
        self._roving.gather(self.parts, self.parts[place])

    def show_counts(self, counts: Sequence[int]) -> None:
        """Show how much is in each."""
        for part, count in zip(self.parts, counts, strict=True):
            part.show_count(str(count) if count else "")

    def be_narrow(self, *, narrow: bool) -> None:
        """Take less room where there is little."""
        self.setFixedWidth(px(self._theme, NARROW if narrow else WIDE))


class SectionButton(DrawnButton):
    """A name, and quieter at the end a number."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, name)
        self._count = ""
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_count(self, count: str) -> None:
        """Show a number."""
        self._count = count
        self.setAccessibleName(f"{self.text()}, {count}" if count else self.text())
        self.update()

    def nextCheckState(self) -> None:
        """Stay as it is: the page says which section is shown."""

    def sizeHint(self) -> QSize:
        return QSize(px(self._theme, NARROW) - 2 * INSIDE, px(self._theme, HIGH))

    def draw(self, painter: QPainter) -> None:
        theme, shown = self._theme, self.isChecked()
        self.draw_ground(painter, "accent_soft" if shown else ("raised" if self.underMouse() else ""))
        room = self.rect().adjusted(INSIDE, 0, -INSIDE, 0)
        small = theme.font("caption")
        wide = QFontMetrics(small).horizontalAdvance(self._count)
        painter.setFont(small)
        painter.setPen(theme.colour("accent" if shown else "muted"))
        middle, leading = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignLeading
        painter.drawText(room, int(middle | Qt.AlignmentFlag.AlignTrailing), self._count)
        painter.setFont(theme.font(strong=shown))
        painter.setPen(theme.colour("accent" if shown else "text"))
        turned = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        words = room.adjusted(wide + 8, 0, 0, 0) if turned else room.adjusted(0, 0, -wide - 8, 0)
        text = QFontMetrics(painter.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, int(middle | leading), text)
