"""Who is missing: how many of each region and kind of actor were there, and the cells that are empty."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QStyle, QStyledItemDelegate, QTableView, QVBoxLayout, QWidget
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from consultation.language import Translator
from consultation.reading.coverage import Turnout
from consultation.weighing.telling import term_name
from ui.actions import weighing
from ui.keys import bind, tip
from ui.look.folds import px
from ui.look.painting import Painting
from ui.look.theme import Theme
from ui.widgets.buttons import RING, button
from ui.widgets.words import caption, heading
from ui.workspace import Workspace

HIGH, LEAST, NAMES, HEAD = 38, 56, 176, 72
Index = QModelIndex | QPersistentModelIndex


class TurnoutCells(QAbstractTableModel):
    """Kinds of actors, named in the first column, by regions, with heads."""

    def __init__(self, t: Translator, parent: QObject) -> None:
        super().__init__(parent)
        self._t = t
        self._turnout: Turnout | None = None

    def show(self, turnout: Turnout) -> None:
        """Show who was there."""
        self.beginResetModel()
        self._turnout = turnout
        self.endResetModel()

    def heads(self, index: Index) -> int | None:
        """Return how many there were; None where some may be among people of whom it was not noted."""
        turnout = self._turnout
        if turnout is None:
            return None
        return turnout.cell(turnout.regions[index.column() - 1].id, turnout.actors[index.row()].id)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return len(self._turnout.actors) if self._turnout and not parent.isValid() else 0

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 1 + len(self._turnout.regions) if self._turnout and not parent.isValid() else 0

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        across = orientation == Qt.Orientation.Horizontal and section > 0
        if self._turnout is None or not across or role != Qt.ItemDataRole.DisplayRole:
            return None
        return term_name(self._t, self._turnout.regions[section - 1])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if self._turnout is None or not index.isValid():
            return None
        if index.column() == 0:
            is_said = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
            return term_name(self._t, self._turnout.actors[index.row()]) if is_said else None
        heads, t = self.heads(index), self._t
        said = t("nobody knows") if heads is None else t.number(heads) if heads else t("nobody")
        if role == Qt.ItemDataRole.DisplayRole:
            return t.number(heads) if heads else "?" if heads is None else ""
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            region, actor = self._turnout.regions[index.column() - 1], self._turnout.actors[index.row()]
            return t("{region}, {actor}: {heads}").format(
                region=term_name(t, region), actor=term_name(t, actor), heads=said
            )
        return None


class MissingPage(QWidget):
    """Says `left` when somebody goes back to the list."""

    left = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._theme, self._t = workspace.theme, workspace.t
        self._build()

    def show_turnout(self, turnout: Turnout) -> None:
        """Show who was there, and how many cells are empty."""
        self._cells.show(turnout)
        t, absent = self._t, len(turnout.absent())
        self._said.setText(
            t.plural(
                "Of {count} region and kind of actor surely nobody was there: those cells are empty.",
                "Of {count} pairs of region and kind of actor surely nobody was there: those cells are empty.",
                absent,
            )
            if absent
            else t("Of no region and kind of actor it is sure that nobody was there.")
        )
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        t, theme, leave = self._t, self._theme, weighing.LEAVE_MISSING
        self._cells = TurnoutCells(t, self)
        self.table = QTableView()
        self.table.setModel(self._cells)
        self.table.setItemDelegate(_Cell(theme, self._cells, self.table))
        self.table.setAccessibleName(t(weighing.WHO_IS_MISSING.label))
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionMode(QTableView.SelectionMode.NoSelection)
        self.table.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.table.setCornerButtonEnabled(False)
        self.table.setHorizontalHeader(_Names(theme, self.table))
        self.table.verticalHeader().hide()
        self._said = caption()
        self.back = button(theme, t(leave.label), self.left.emit, tip=tip(t, leave))
        head_line = QHBoxLayout()
        head_line.addWidget(heading(t(weighing.WHO_IS_MISSING.label)), 1)
        head_line.addWidget(self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 16)
        column.setSpacing(8)
        column.addLayout(head_line)
        column.addWidget(self._said)
        column.addWidget(self.table, 1)
        column.addWidget(
            caption(t("A question mark: some may be among people of whom region or kind of actor was not noted."))
        )
        self.setFocusProxy(self.table)
        bind(self, leave, self.left.emit)
        theme.changed.connect(self._fit)

    def _fit(self) -> None:
        """Give all columns the same room, as much as there is."""
        theme, columns = self._theme, self._cells.columnCount()
        names = px(theme, NAMES)
        self.table.verticalHeader().setDefaultSectionSize(px(theme, HIGH))
        room = self.table.width() - names - 4
        head = self.table.horizontalHeader()
        for column in range(columns):
            wide = max(room // (columns - 1), px(theme, LEAST)) if column else names
            head.resizeSection(column, wide)
        self.table.horizontalHeader().setFixedHeight(px(theme, HEAD))


class _Names(QHeaderView):
    """The names of regions, quiet, on as many lines as they need."""

    def __init__(self, theme: Theme, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._theme = theme
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setSectionsClickable(False)
        self.setStretchLastSection(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.colour("base"))
        painter.end()
        super().paintEvent(event)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        with Painting(painter):
            painter.fillRect(rect, self._theme.colour("base"))
            painter.setFont(self._theme.font("caption"))
            painter.setPen(self._theme.colour("text"))
            align = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom) | Qt.TextFlag.TextWordWrap
            name = str(self.model().headerData(section, self.orientation()) or "")
            painter.drawText(rect.adjusted(2, 0, -2, -4), align, name)


class _Cell(QStyledItemDelegate):
    """A figure; or, where nobody was, a box with a dashed edge."""

    def __init__(self, theme: Theme, cells: TurnoutCells, table: QTableView) -> None:
        super().__init__(table)
        self._theme, self._cells, self._table = theme, cells, table

    def sizeHint(self, option: Option, index: Index) -> QSize:
        return QSize(px(self._theme, LEAST), px(self._theme, HIGH))

    def paint(self, painter: QPainter, option: Option, index: Index) -> None:
        with Painting(painter):
            theme, heads = self._theme, self._cells.heads(index) if index.column() else None
            box = QRectF(option.rect).adjusted(2.5, 2.5, -2.5, -2.5)
            if heads == 0:
                painter.setPen(QPen(theme.colour("edge"), 1, Qt.PenStyle.DashLine))
                painter.setBrush(theme.colour("window"))
                painter.drawRoundedRect(box, 4, 4)
            if index == self._table.currentIndex() and self._table.hasFocus():
                painter.setPen(QPen(theme.colour("accent"), RING))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(box, 4, 4)
            painter.setFont(theme.font())
            painter.setPen(theme.colour("text" if heads or not index.column() else "muted"))
            leading = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
            align = Qt.AlignmentFlag.AlignCenter if index.column() else leading
            align = QStyle.visualAlignment(option.direction, align)
            room = option.rect.adjusted(4, 0, -4, 0)
            painter.drawText(room, int(align) | Qt.TextFlag.TextWordWrap, str(index.data() or ""))
