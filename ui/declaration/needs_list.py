"""Below the outline: what waits for a person, by what it is, each leading to the next place where it does."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStyle, QVBoxLayout, QWidget

from consultation.language import Translator
from consultation.reading.needs import Need, Needs
from ui.actions import declaring
from ui.keys import shown
from ui.look.folds import px
from ui.look.marks import draw_gap
from ui.look.theme import Theme
from ui.widgets.buttons import DrawnButton
from ui.widgets.rows import clear
from ui.widgets.words import caption, section
from ui.workspace import Workspace

HEIGHT, INSET = 28, 8


def said_of(t: Translator, need: Need) -> str:
    """Say what a clause needs."""
    return {
        Need.CONFLICT: t("in conflict"),
        Need.TRANSLATION: t("to be translated"),
        Need.STALE: t("translated from earlier words"),
        Need.CONTRADICTS: t("opposites, undecided"),
        Need.WORDING: t("need a wording"),
        Need.STRAND: t("without a strand"),
    }[need]


def counts_of(needs: Needs) -> dict[Need, int]:
    """Count what waits, by what it needs: two passages that contradict each other are one thing to decide."""
    counts = {need: len(passages) for need, passages in needs.passages.items()}
    if needs.opposites:
        counts[Need.CONTRADICTS] = len(needs.opposites)
    if needs.wording:
        counts[Need.WORDING] = len(needs.wording)
    return counts


class NeedsList(QWidget):
    """Says `asked` with a need."""

    asked = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.rows: list[NeedRow] = []
        t = workspace.t
        self._name, self._count = section(t("Needs a person")), caption(wrap=False)
        head = QHBoxLayout()
        head.setContentsMargins(INSET, 0, 0, 0)
        head.setSpacing(6)
        head.addWidget(self._name)
        head.addWidget(self._count)
        head.addStretch(1)
        self._hint = caption(f"{shown(declaring.NEXT_NEED)} {t(declaring.NEXT_NEED.label)}", wrap=False)
        head.addWidget(self._hint)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._nothing = caption(t("Nothing in this text waits for a person."))
        self._nothing.setContentsMargins(INSET, 0, INSET, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._nothing)
        column.addLayout(self._column)

    def show_needs(self, needs: Needs) -> None:
        """Show what waits."""
        t = self._workspace.t
        clear(self._column)
        self.rows = []
        total = sum(counts_of(needs).values())
        self._count.setText(t.number(total) if total else "")
        self._nothing.setVisible(not needs.total)
        self._hint.setVisible(bool(needs.total))
        for need, count in counts_of(needs).items():
            self._add(said_of(t, need), count, "conflict" if need is Need.CONFLICT else "incomplete", need)

    def follow(self, before: QWidget) -> None:
        """Let Tab go from ``before`` through the rows."""
        for row in self.rows:
            QWidget.setTabOrder(before, row)
            before = row

    def _add(self, said: str, count: int, tone: str, need: Need) -> None:
        row = NeedRow(self._workspace.theme, said, self._workspace.t.number(count), tone)
        row.clicked.connect(lambda: self.asked.emit(need))
        self.rows.append(row)
        self._column.addWidget(row)


class NeedRow(DrawnButton):
    """The hollow dot, a word and a count; pressed, it leads on."""

    def __init__(self, theme: Theme, words: str, count: str, tone: str) -> None:
        super().__init__(theme, words)
        self._count, self._tone = count, tone
        self.setAccessibleName(f"{words}, {count}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def count(self) -> str:
        """How many, as it is shown."""
        return self._count

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._theme.font())
        wide = metrics.horizontalAdvance(self.text()) + metrics.horizontalAdvance(self._count) + px(self._theme, 48)
        return QSize(wide, max(px(self._theme, HEIGHT), metrics.height() + 6))

    def draw(self, painter: QPainter) -> None:
        super().draw(painter)
        theme = self._theme
        dot = self._placed(QRect(INSET, 0, 8, self.height()))
        draw_gap(painter, QRectF(dot).center(), theme, self._tone)
        painter.setFont(theme.font())
        painter.setPen(theme.colour(self._tone))
        room = self._placed(QRect(INSET + 8 + px(theme, 10), 0, self.width() - px(theme, 26), self.height()))
        leading = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeading)
        painter.drawText(room, int(leading | Qt.AlignmentFlag.AlignVCenter), self.text())
        trailing = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignTrailing)
        counted = self._placed(QRect(0, 0, self.width() - INSET, self.height()))
        painter.drawText(counted, int(trailing | Qt.AlignmentFlag.AlignVCenter), self._count)

    def _placed(self, place: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), place)
