"""Where a term is used: some of the records that have it, each leading there, and how many there are."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy, QStyle, QVBoxLayout, QWidget

from consultation.model import Recommendation
from consultation.reading.term_uses import ToldUse, Use, told_uses
from consultation.words import kind_name
from ui.look.folds import px
from ui.look.marks import draw_set
from ui.look.theme import Theme
from ui.widgets.buttons import DrawnButton
from ui.widgets.rows import clear
from ui.widgets.words import caption, plain_tip, section
from ui.workspace import Workspace

MOST = 6
"""Records that are shown; the rest are counted."""
HIGH, MARK, GAP = 28, 14, 6


class TermUses(QWidget):
    """Says `asked` with the id of a record."""

    asked = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_uses(self, uses: Sequence[Use]) -> None:
        """Show where a term is used."""
        t = self._workspace.t
        clear(self._column)
        head = section(f"{t('Used in')}  {t.number(len(uses))}")
        head.setContentsMargins(0, 0, 0, 4)
        self._column.addWidget(head)
        if not uses:
            self._column.addWidget(caption(t("Nothing has it yet.")))
        for told in told_uses(self._workspace.store, t, uses[:MOST]):
            row = UseRow(self._workspace.theme, told, kind_name(t, told.record.kind()))
            row.clicked.connect(lambda _=False, record=told.record.id: self._on_pressed(record))
            self._column.addWidget(row)
        if len(uses) > MOST:
            more = len(uses) - MOST
            self._column.addWidget(caption(t.plural("and {count} more", "and {count} more", more)))

    def _on_pressed(self, record: UUID) -> None:
        self.asked.emit(record)


class UseRow(DrawnButton):
    """A recommendation with the mark of its set and its number; anything else with the name of its kind."""

    def __init__(self, theme: Theme, told: ToldUse, kind: str) -> None:
        super().__init__(theme, " ".join(told.words.split()))
        self._told, self._kind = told, kind
        self.setAccessibleName(f"{kind} {told.number or ''}: {told.words}")
        self.setToolTip(plain_tip(told.words))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        high = QFontMetrics(self._theme.reading("quoted")).height() + 6
        return QSize(120, max(px(self._theme, HIGH), high))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.sizeHint().height())

    def draw(self, painter: QPainter) -> None:
        super().draw(painter)
        record, room = self._told.record, self.rect().adjusted(2, 0, -2, 0)
        if isinstance(record, Recommendation):
            spot = QStyle.visualRect(self.layoutDirection(), room, QRect(room.left(), room.top(), 10, room.height()))
            draw_set(painter, QPointF(spot.center()), self._theme, record.set.value)
            font, tone = self._theme.font(strong=True), record.set.value
            room = self._after(room, px(self._theme, MARK))
            if self._told.number:
                room = self._write(painter, room, str(self._told.number), font, tone)
            self._write(painter, room, self.text(), self._theme.reading("quoted"), "text")
            return
        room = self._write(painter, room, self._kind, self._theme.font("caption"), "muted")
        self._write(painter, room, self.text(), self._theme.font(), "text")

    def _write(self, painter: QPainter, room: QRect, text: str, font: QFont, tone: str) -> QRect:
        """Write words at the beginning of the room; return the rest of it."""
        painter.setFont(font)
        painter.setPen(self._theme.colour(tone))
        metrics = painter.fontMetrics()
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading | Qt.TextFlag.TextSingleLine)
        painter.drawText(room, flags, metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width()))
        return self._after(room, metrics.horizontalAdvance(text) + px(self._theme, GAP))

    def _after(self, room: QRect, used: int) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), room, room.adjusted(used, 0, 0, 0))
