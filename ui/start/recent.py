"""The files that were open before, the newest first: by name, where they are, when, and what is inside."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListWidgetItem, QStyle, QStyledItemDelegate
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from consultation.words import counted
from ui.actions import anywhere
from ui.look.folds import px
from ui.look.icons import pixmap
from ui.look.painting import Painting, write_line
from ui.look.theme import Theme
from ui.settings import RecentFile
from ui.start.telling import folder_words, missing, opened_words
from ui.widgets.buttons import RING
from ui.widgets.chosen_list import ChosenList
from ui.widgets.words import plain_tip
from ui.workspace import Workspace

ROW = Qt.ItemDataRole.UserRole
HIGH, ICON, GAP = 56, 18, 8


@dataclass(frozen=True)
class RecentRow:
    """What a row says."""

    file: RecentFile
    name: str
    folder: str
    day: str
    inside: str
    is_missing: bool


class RecentList(ChosenList):
    """A list to open files from; a key takes one off it, and the file itself stays."""

    emptied = Signal()

    def __init__(self, workspace: Workspace, now: datetime) -> None:
        super().__init__(anywhere.FORGET_FILE)
        self._workspace, self._now = workspace, now
        self.setAccessibleName(workspace.t("Recent files"))
        self.setProperty("flush", True)
        self.setItemDelegate(_RecentRows(workspace.theme, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(self.ScrollMode.ScrollPerPixel)
        self.take_off_asked.connect(self.forget_chosen)
        self.itemActivated.connect(self._on_activated)
        self.itemClicked.connect(self._on_activated)
        self.refresh()

    def refresh(self) -> None:
        """Show the files again."""
        self.clear()
        for file in self._workspace.settings.recent:
            row = self._row(file)
            item = QListWidgetItem(row.name)
            item.setData(ROW, row)
            said = ", ".join(part for part in (row.name, file.title, row.folder, row.day, row.inside) if part)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
            item.setToolTip(plain_tip(file.path))
            self.addItem(item)

    def sizeHint(self) -> QSize:
        """Ask for room for every row: the list is only as high as they are."""
        high = self.sizeHintForRow(0) if self.count() else 0
        return QSize(px(self._workspace.theme, 320), high * self.count() + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(self._workspace.theme, 320), self.sizeHintForRow(0) * min(self.count(), 2))

    def forget_chosen(self) -> None:
        """Take the selected file off the list; the file itself stays."""
        item = self.chosen
        if item is None:
            return
        place = self.row(item)
        self._workspace.settings.forget(item.data(ROW).file.path)
        self.refresh()
        self.updateGeometry()
        self.setCurrentRow(min(place, self.count() - 1))
        if not self.count():
            self.emptied.emit()

    def _row(self, file: RecentFile) -> RecentRow:
        t, path = self._workspace.t, Path(file.path)
        why = missing(path)
        inside = counted(t, "recommendation", file.recommendations) if file.recommendations is not None else ""
        day = opened_words(t, file.opened, self._now)
        folder = folder_words(path, Path.home())
        return RecentRow(file, path.name, folder, day, t(why.value) if why else inside, why is not None)

    def _on_activated(self, item: QListWidgetItem) -> None:
        self._workspace.open(Path(item.data(ROW).file.path))


class _RecentRows(QStyledItemDelegate):
    """Draws the rows: name and title over the folder, at the end the day over what is inside."""

    def __init__(self, theme: Theme, view: RecentList) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, option: Option, index: QModelIndex | QPersistentModelIndex) -> QSize:
        lines = (
            QFontMetrics(self._theme.font(strong=True)).height() + QFontMetrics(self._theme.font("caption")).height()
        )
        return QSize(120, max(px(self._theme, HIGH), lines + 16))

    def paint(self, painter: QPainter, option: Option, index: QModelIndex | QPersistentModelIndex) -> None:
        with Painting(painter):
            self._draw_ground(painter, option)
            self._draw(painter, option, index.data(ROW))

    def _draw_ground(self, painter: QPainter, option: Option) -> None:
        theme, state = self._theme, option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected) and self._view.hasFocus()
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        if chosen or over:
            painter.setPen(QPen(theme.colour("accent"), RING) if chosen else Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent_soft" if chosen else "raised"))
            painter.drawRoundedRect(option.rect.adjusted(1, 2, -1, -2), 6, 6)

    def _draw(self, painter: QPainter, option: Option, row: RecentRow) -> None:
        theme, room = self._theme, option.rect.adjusted(GAP, 0, -GAP, 0)
        side = px(theme, ICON)
        spot = QRect(room.left(), room.center().y() - side // 2, side, side)
        tone = "incomplete" if row.is_missing else "muted"
        icon = "file-x" if row.is_missing else "file-text"
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(
            QStyle.visualRect(option.direction, option.rect, spot), pixmap(icon, theme.colours.tone(tone), side, ratio)
        )
        upper = QFontMetrics(theme.font(strong=True)).height()
        lower = QFontMetrics(theme.font("caption")).height()
        top = room.center().y() - (upper + lower) // 2 + 1
        small = QFontMetrics(theme.font("caption"))
        end = max(small.horizontalAdvance(row.day), small.horizontalAdvance(row.inside)) + 2
        at_end = QRect(room.right() - end, top, end, upper)
        words = QRect(room.left() + side + GAP, top, at_end.left() - room.left() - side - 3 * GAP, upper)
        below, at_end_below = words.translated(0, upper), at_end.translated(0, upper)
        strength = "muted" if row.is_missing else "text"
        used = self._line(painter, option, words, row.name, "body", strength, strong=True)
        beside = words.adjusted(used + GAP, 0, 0, 0)
        if beside.width() > 4 * GAP:
            self._line(painter, option, beside, row.file.title, "body", "muted")
        self._line(painter, option, below, row.folder, "caption", "muted")
        self._line(painter, option, at_end, row.day, "caption", strength, at_end=True)
        self._line(painter, option, at_end_below, row.inside, "caption", tone, at_end=True)

    def _line(
        self,
        painter: QPainter,
        option: Option,
        room: QRect,
        text: str,
        size: str,
        tone: str,
        strong: bool = False,
        at_end: bool = False,
    ) -> int:
        """Draw a line of words; return how wide it is."""
        room = QStyle.visualRect(option.direction, option.rect, room)
        font, colour = self._theme.font(size, strong=strong), self._theme.colour(tone)
        return write_line(painter, room, text, font, colour, option.direction, at_end=at_end)
