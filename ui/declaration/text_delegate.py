"""Draws the declaration: headings with a mark of their set, clauses with their number in the margin."""

from __future__ import annotations

import sys
import traceback
from uuid import UUID

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from consultation.language import Translator
from ui.declaration.draft_model import ROW
from ui.declaration.rows import TextRow
from ui.look.icons import pixmap
from ui.look.theme import Theme

MARGIN, GUTTER, ABOVE, GAP, MARK = 16, 40, 8, 4, 12
"""Room at the sides, for the number, above and below a clause, before its notes; the side of a set's mark."""
INDENT = 28
"""How much further in an item stands than its paragraph."""
HEADED = {1: 28, 2: 16}
"""Room above a heading."""
WIDEST = 75
"""Characters a line may have."""
Index = QModelIndex | QPersistentModelIndex


class TextDelegate(QStyledItemDelegate):
    """Draws rows of the draft; words are laid out as plain text, never as markup."""

    def __init__(self, theme: Theme, t: Translator, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._theme, self._t = theme, t
        self.editing: UUID | None = None
        """The clause that is being edited: its editor draws the words."""
        self.editor_height = 0
        self._heights: dict[tuple[object, ...], int] = {}
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @property
    def reading(self) -> QFont:
        """The font of the words."""
        return self._reading

    def text_width(self, row: TextRow | None = None) -> int:
        """Return how wide the words are: the room there is, but no line too long to read; of an item, less."""
        viewport = self._view.viewport().width()
        widest = QFontMetrics(self._reading).averageCharWidth() * WIDEST
        return max(min(viewport - GUTTER - 2 * MARGIN, widest), 160) - _indent(row)

    def sizeHint(self, option: Option, index: Index) -> QSize:
        row = index.data(ROW)
        if not isinstance(row, TextRow):
            return QSize()
        if row.id is not None and row.id == self.editing:
            return QSize(0, self.editor_height)
        width = self.text_width(row)
        key = (row.text, row.level, bool(self.notes(row)), width)
        if key not in self._heights:
            self._heights[key] = self._height(row, width)
        return QSize(0, self._heights[key] - (HEADED[row.level] if row.level and index.row() == 0 else 0))

    def paint(self, painter: QPainter, option: Option, index: Index) -> None:
        painter.save()
        try:
            row = index.data(ROW)
            if isinstance(row, TextRow):
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                if row.passage:
                    self._draw_clause(painter, option, row)
                else:
                    self._draw_heading(painter, option, index, row)
        except Exception:  # noqa: BLE001  an exception that leaves paint ends the program
            traceback.print_exc(file=sys.stderr)
        finally:
            painter.restore()

    def notes(self, row: TextRow) -> list[str]:
        """Say in few words what is to be known about a clause."""
        t = self._t
        said: list[str] = []
        passage = row.passage
        if passage is None:
            return said
        if passage.sources:
            said.append(t.plural("{count} source", "{count} sources", len(passage.sources)))
        if passage.reservations:
            said.append(t.plural("{count} reservation", "{count} reservations", passage.reservations))
        if passage.other_language:
            language = t.language_name(passage.other_language)
            said.append(t("in the words of the room, in {language}").format(language=language))
        return [t("Edited"), *said] if passage.edited else said

    def _height(self, row: TextRow, width: int) -> int:
        words = self._lay_out(row, width)
        height = round(words.boundingRect().height())
        if row.level:
            return HEADED[row.level] + height + GAP
        notes = GAP + QFontMetrics(self._small).height() if self.notes(row) else 0
        return 2 * ABOVE + height + notes

    def _lay_out(self, row: TextRow, width: int) -> QTextLayout:
        font = self._headings[row.level] if row.level else self._reading
        layout = QTextLayout(row.text.replace("\n", "\u2028"), font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        layout.setTextOption(option)
        if row.opening:
            italic = QTextLayout.FormatRange()
            italic.start, italic.length = 0, len(row.opening)
            made = QTextCharFormat()
            made.setFontItalic(True)
            italic.format = made
            layout.setFormats([italic])
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top))
            top += line.height() * (1.0 if row.level else 1.12)
        layout.endLayout()
        return layout

    def _draw_heading(self, painter: QPainter, option: Option, index: Index, row: TextRow) -> None:
        tone = row.tone or "text"
        width = self.text_width()
        top = option.rect.top() + (HEADED[row.level] if index.row() else 0)
        words = self._place(option, QRect(option.rect.left() + MARGIN + GUTTER, top, width, option.rect.height()))
        painter.setPen(self._theme.colour(tone))
        layout = self._lay_out(row, width)
        if row.tone:
            line = QFontMetrics(self._headings[row.level]).height()
            side = MARK if row.level == 1 else MARK - 4
            left = option.rect.left() + MARGIN + GUTTER - 12 - side
            mark = self._place(option, QRect(left, top + (line - side) // 2, side, side))
            painter.setBrush(self._theme.colour(tone) if row.level == 1 else Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour(tone), 1.5))
            painter.drawRoundedRect(QRectF(mark), 2, 2)
        layout.draw(painter, QPointF(words.topLeft()))

    def _draw_clause(self, painter: QPainter, option: Option, row: TextRow) -> None:
        theme, item = self._theme, option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        editing = row.id == self.editing
        if chosen and not editing:
            painter.setPen(QPen(theme.colour("accent"), 2) if self._view.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(theme.soft("accent"))
            box = QRect(item.left() + 8, item.top(), GUTTER + self.text_width() + MARGIN, item.height())
            painter.drawRoundedRect(QRectF(self._place(option, box)).adjusted(1, 1, -1, -1), 6, 6)
        painter.setFont(self._reading)
        painter.setPen(theme.colour(row.tone or "muted"))
        line = QFontMetrics(self._reading).height()
        aside = _indent(row)
        margin = self._place(option, QRect(item.left() + MARGIN + aside, item.top() + ABOVE, GUTTER - 12, line))
        trailing = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(margin, int(QStyle.visualAlignment(option.direction, trailing)), row.label)
        if editing:
            return
        width, left = self.text_width(row), item.left() + MARGIN + GUTTER + aside
        words = self._place(option, QRect(left, item.top() + ABOVE, width, item.height()))
        painter.setPen(theme.colour("text"))
        self._lay_out(row, width).draw(painter, QPointF(words.topLeft()))
        self._draw_notes(painter, QRect(words.left(), item.bottom() - ABOVE + 1, width, 0), row)

    def _draw_notes(self, painter: QPainter, place: QRect, row: TextRow) -> None:
        notes = self.notes(row)
        if not notes:
            return
        metrics = QFontMetrics(self._small)
        room = QRect(place.left(), place.top() - metrics.height(), place.width(), metrics.height())
        painter.setFont(self._small)
        leading = self._view.layoutDirection() == Qt.LayoutDirection.LeftToRight
        if row.passage and row.passage.edited and leading:
            colour = self._theme.colours.tone("accent")
            painter.drawPixmap(room.left(), room.top() + (room.height() - 16) // 2, pixmap("pencil", colour, 16))
            painter.setPen(self._theme.colour("accent"))
            room = room.adjusted(20, 0, 0, 0)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), notes[0])
            room = room.adjusted(metrics.horizontalAdvance(notes[0]), 0, 0, 0)
            notes = ["", *notes[1:]]
        painter.setPen(self._theme.colour("muted"))
        text = metrics.elidedText(" · ".join(notes), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter), text)

    def _place(self, option: Option, place: QRect) -> QRect:
        return QStyle.visualRect(self._view.layoutDirection(), option.rect, place)

    def _on_theme_changed(self) -> None:
        self._reading = self._theme.reading()
        self._small = self._theme.font("caption")
        self._headings = {1: self._theme.font("heading", strong=True), 2: self._theme.font("body", strong=True)}
        self._heights.clear()


def _indent(row: TextRow | None) -> int:
    return INDENT if row is not None and row.lettered else 0
