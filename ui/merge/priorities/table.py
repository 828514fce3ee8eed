"""The list of what was asked for: rows drawn when they are seen, several to be chosen, and each figure to be asked."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress, count
from uuid import UUID

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyle, QTableView

from consultation.language import Translator
from consultation.weighing.figures import Figure
from consultation.weighing.weighed import Weighed
from ui.keys import is_writing
from ui.look.folds import px
from ui.look.painting import Painting
from ui.look.theme import Theme
from ui.merge.priorities.cells import ROW, PriorityCells
from ui.merge.priorities.rows import (
    ACROSS,
    AGAINST,
    DIVIDES,
    FIGURES,
    ROOMS,
    SUPPORT,
    TEN,
    WORDS,
    PriorityRows,
    heads,
)

WIDTHS = {SUPPORT: 116, ROOMS: 64, ACROSS: 64, AGAINST: 66, DIVIDES: 98, TEN: 38}
"""Of all columns but that of the words, which takes what is left."""
LEAST, HEAD = 240, 44
FOLD = (AGAINST, TEN, DIVIDES, ROOMS)
"""Which columns go first where there is little room."""
SORTS = {
    ACROSS: Figure.ACROSS,
    AGAINST: Figure.AGAINST,
    DIVIDES: Figure.DIVIDES,
    SUPPORT: Figure.SUPPORT,
    ROOMS: Figure.ROOMS,
}
"""Column -> what a click on its head sorts by."""
KEPT_SELECTION = 5_000
"""So many chosen rows are found again when rows are shown anew."""


class PriorityTable(QTableView):
    """One cell is current; its row, and those chosen with it, can be changed at once."""

    figure_changed = Signal()
    """Another row or another figure is current."""
    chosen_changed = Signal()
    sort_asked = Signal(object)
    """The `Figure` by which somebody wants the rows sorted."""

    def __init__(self, theme: Theme, t: Translator) -> None:
        super().__init__()
        self._theme, self._t = theme, t
        self.rows = PriorityRows(t, self)
        self.setModel(self.rows)
        self.setItemDelegate(PriorityCells(theme, t, self))
        self.setHorizontalHeader(_Head(theme, t, self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self.selectionModel().currentChanged.connect(lambda *_: self.figure_changed.emit())
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen_changed.emit())
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @property
    def row(self) -> Weighed | None:
        """The row at hand."""
        place = self.currentIndex().row()
        return self.rows.rows[place] if 0 <= place < len(self.rows.rows) else None

    @property
    def figure(self) -> Figure:
        """The figure that is asked for: that of the cell at hand."""
        return FIGURES.get(self.currentIndex().column(), Figure.ACROSS)

    @property
    def chosen(self) -> list[Weighed]:
        """The rows that are chosen, from the top."""
        places = sorted({place for top, bottom in self._spans() for place in range(top, bottom + 1)})
        return [self.rows.rows[place] for place in places if place < len(self.rows.rows)]

    @property
    def count_chosen(self) -> int:
        """How many rows are chosen."""
        return sum(bottom - top + 1 for top, bottom in self._spans())

    def show_rows(self, rows: Sequence[Weighed], *, read_anew: bool = False) -> None:
        """Show other rows; what was at hand and chosen still is, where it is among them.

        ``read_anew`` says that they are not the same ones, though they may stand for the same.
        """
        column = max(self.currentIndex().column(), 0) if self.currentIndex().isValid() else ACROSS
        place, at_hand = max(self.currentIndex().row(), 0), self.row
        chosen = self.chosen if self.count_chosen <= KEPT_SELECTION else []
        model = self.selectionModel()
        model.blockSignals(True)
        self.rows.show(rows)
        found = _places(rows, [*chosen, at_hand] if at_hand else chosen, read_anew)
        place = found.get(at_hand.key, place) if at_hand else place
        if rows:
            self._select([found[row.key] for row in chosen if row.key in found] or [min(place, len(rows) - 1)])
            current = self.rows.index(min(place, len(rows) - 1), column)
            model.setCurrentIndex(current, QItemSelectionModel.SelectionFlag.NoUpdate)
        model.blockSignals(False)
        self.viewport().update()
        self.figure_changed.emit()
        self.chosen_changed.emit()

    def choose(self, key: UUID) -> bool:
        """Go to a row; tell whether it is shown."""
        place = next((number for number, row in enumerate(self.rows.rows) if row.key == key), None)
        if place is not None:
            self.setCurrentIndex(self.rows.index(place, max(self.currentIndex().column(), 0)))
        return place is not None

    def show_sorted(self, figure: Figure) -> None:
        """Show by which figure the rows are sorted."""
        head = self.horizontalHeader()
        if isinstance(head, _Head):
            head.show_sorted(next((column for column, by in SORTS.items() if by is figure), -1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and not held:
            leading = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
            self._go_to_figure(1 if (key == Qt.Key.Key_Right) == leading else -1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and not held and self.rows.rows:
            place = 0 if key == Qt.Key.Key_Home else len(self.rows.rows) - 1
            self.setCurrentIndex(self.rows.index(place, self.currentIndex().column()))
        elif is_writing(event) and key != Qt.Key.Key_Space:
            event.ignore()  # here they would only jump about among the rows
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.figure_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _go_to_figure(self, step: int) -> None:
        """Go to the next figure that is shown; the rows that are chosen stay chosen."""
        column = self.currentIndex().column() + step
        while 0 <= column <= TEN and self.isColumnHidden(column):
            column += step
        if 0 <= column <= TEN and self.currentIndex().isValid():
            there = self.rows.index(self.currentIndex().row(), column)
            self.selectionModel().setCurrentIndex(there, QItemSelectionModel.SelectionFlag.NoUpdate)

    def _spans(self) -> set[tuple[int, int]]:
        """Return the first and the last of the rows that are chosen beside each other."""
        selection = self.selectionModel().selection()
        return {(each.top(), each.bottom()) for each in map(selection.at, range(selection.size()))}

    def _select(self, places: Sequence[int]) -> None:
        selection = QItemSelection()
        for first, last in _runs(sorted(places)):
            selection.select(self.rows.index(first, 0), self.rows.index(last, TEN))
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(selection, flags.ClearAndSelect | flags.Rows)

    def _fold(self) -> None:
        """Hide the columns there is no room for, and give the words what is left."""
        room, hidden = self.viewport().width(), set[int]()
        for column in FOLD:
            if sum(px(self._theme, wide) for at, wide in WIDTHS.items() if at not in hidden) + LEAST <= room:
                break
            hidden.add(column)
        for column, wide in WIDTHS.items():
            self.setColumnHidden(column, column in hidden)
            self.horizontalHeader().resizeSection(column, px(self._theme, wide))
        used = sum(px(self._theme, wide) for at, wide in WIDTHS.items() if at not in hidden)
        self.horizontalHeader().resizeSection(WORDS, max(room - used, 80))

    def _on_theme_changed(self) -> None:
        self.verticalHeader().setDefaultSectionSize(px(self._theme, ROW))
        self._fold()
        self.viewport().update()
        self.horizontalHeader().updateGeometry()


class _Head(QHeaderView):
    """The names of the columns on two lines; a click sorts by the figures below."""

    def __init__(self, theme: Theme, t: Translator, table: PriorityTable) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._theme, self._names, self._sorted = theme, heads(t), ACROSS
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(24)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.sectionClicked.connect(self._on_clicked)
        self._asked = table.sort_asked

    def show_sorted(self, column: int) -> None:
        """Show by which column the rows are sorted; -1 for none of them."""
        self._sorted = column
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(0, px(self._theme, HEAD))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        with Painting(painter):
            painter.fillRect(rect, self._theme.colour("base"))
            painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), self._theme.colour("line"))
            self._draw_name(painter, rect, section)

    def _on_clicked(self, column: int) -> None:
        if column in SORTS:
            self._asked.emit(SORTS[column])

    def _draw_name(self, painter: QPainter, rect: QRect, section: int) -> None:
        strong = section == self._sorted
        font = self._theme.font("caption", strong=strong)
        painter.setFont(font)
        painter.setPen(self._theme.colour("text" if strong else "muted"))
        first, second = self._names[section]
        text = f"{first}\n{second}{' ↓' if strong else ''}" if first else f"{second}{' ↓' if strong else ''}"
        edge = Qt.AlignmentFlag.AlignLeading if section in (WORDS, SUPPORT) else Qt.AlignmentFlag.AlignTrailing
        align = QStyle.visualAlignment(self.layoutDirection(), edge | Qt.AlignmentFlag.AlignBottom)
        inside = rect.adjusted(62 if section == WORDS else 8, 0, -8, -6)
        painter.drawText(QStyle.visualRect(self.layoutDirection(), rect, inside), int(align), text)


def _places(rows: Sequence[Weighed], wanted: Sequence[Weighed], read_anew: bool) -> dict[UUID, int]:
    """Find where some rows are among many: the same ones, or where all was read anew those of the same key."""
    if read_anew:
        keys = {row.key.int for row in wanted}  # whole numbers: of ids it is ten times slower
        found = [place for place, row in enumerate(rows) if row.members[0].int in keys]
    else:
        there = set(map(id, wanted))
        found = list(compress(count(), map(there.__contains__, map(id, rows))))
    return {rows[place].key: place for place in found}


def _runs(places: Sequence[int]) -> list[tuple[int, int]]:
    """Put neighbouring places together."""
    found: list[tuple[int, int]] = []
    for place in places:
        if found and place == found[-1][1] + 1:
            found[-1] = (found[-1][0], place)
        else:
            found.append((place, place))
    return found
