"""The outline: the sections by the number they begin with, and how much stands in each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from consultation.language import Translator
from consultation.reading.passages import Declaration, SectionText
from ui.look.folds import px
from ui.look.marks import draw_set
from ui.look.painting import Painting
from ui.look.theme import Theme
from ui.widgets.buttons import RING
from ui.widgets.fields import Choice
from ui.workspace import Workspace

SECTION = Qt.ItemDataRole.UserRole
PAD, NUMBER, GAP, ABOVE = 8, 22, 8, 3
HEADED = 10
"""Room above a heading."""
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Entry:
    """A row of the outline."""

    name: str
    first: UUID | None = None
    """Where it leads; None for a heading that others stand under."""
    number: str = ""
    """Of the first paragraph."""
    count: str = ""
    tone: str = ""
    """The set a heading names."""

    @property
    def is_heading(self) -> bool:
        """Others stand under it."""
        return self.first is None


def entries_of(standing: Declaration, t: Translator) -> list[Entry]:
    """Return the outline of a declaration; ``t`` speaks the language of the window."""
    found: list[Entry] = []
    for section in standing.sections:
        for title in section.titles[:-1]:
            found.append(Entry(title.text, tone=str(title.set or "")))
        if section.titles:
            found.append(_entry(section, t))
    return found


def _entry(section: SectionText, t: Translator) -> Entry:
    first, many = section.paragraphs[0], len(section.paragraphs) > 1
    count = t.number(len(section.paragraphs)) if many else ""
    if first.items and not many:
        count = t.plural("{count} item", "{count} items", len(first.items))
    return Entry(section.titles[-1].text, first.id, first.number, count)


class Outline(QListWidget):
    """Finds the way in the declaration; says `asked` with the first paragraph of a section."""

    asked = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._places: dict[UUID, int] = {}
        self.setItemDelegate(_Entries(workspace.theme, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setAccessibleName(workspace.t("Outline"))
        self.currentItemChanged.connect(self._on_current_changed)
        workspace.theme.changed.connect(self.scheduleDelayedItemsLayout)

    def show_entries(self, entries: Sequence[Entry], standing: Declaration) -> None:
        """Show the sections of a declaration."""
        self.blockSignals(True)
        self.clear()
        for entry in entries:
            item = QListWidgetItem(f"{entry.number} {entry.name} {entry.count}".strip())
            item.setData(SECTION, entry)
            if entry.is_heading:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.addItem(item)
        self.blockSignals(False)
        self._places = _places(entries, standing)

    def mark_place(self, passage: UUID | None) -> None:
        """Show in which section a passage stands."""
        place = self._places.get(passage, -1) if passage else -1
        if place != self.currentRow():
            self.blockSignals(True)
            self.setCurrentRow(place)
            self.blockSignals(False)
            self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _on_current_changed(self, item: QListWidgetItem | None) -> None:
        entry = item.data(SECTION) if item is not None else None
        if isinstance(entry, Entry) and entry.first is not None:
            self.asked.emit(entry.first)


class OutlineChoice(Choice):
    """The outline where there is no room for it: a list in the head of the page."""

    asked = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._places: dict[UUID, int] = {}
        self.setAccessibleName(workspace.t("Outline"))
        self.setToolTip(workspace.t("Outline"))
        self.setMinimumContentsLength(12)
        self.activated.connect(lambda _: self.asked.emit(self.currentData()))

    def show_entries(self, entries: Sequence[Entry], standing: Declaration) -> None:
        """Show the sections of a declaration, those under a heading with it."""
        self.clear()
        places, heading = _places(entries, standing), ""
        rows: dict[int, int] = {}
        for place, entry in enumerate(entries):
            if entry.is_heading:
                heading = entry.name
                continue
            rows[place] = self.count()
            named = f"{heading}: {entry.name}" if heading else entry.name
            self.addItem(f"{entry.number}  {named}".strip(), entry.first)
        self._places = {passage: rows[place] for passage, place in places.items()}

    def mark_place(self, passage: UUID | None) -> None:
        """Show in which section a passage stands."""
        self.setCurrentIndex(self._places.get(passage, -1) if passage else -1)


def _places(entries: Sequence[Entry], standing: Declaration) -> dict[UUID, int]:
    """Return passage -> the row of its section."""
    begins = {entry.first: place for place, entry in enumerate(entries) if entry.first}
    places: dict[UUID, int] = {}
    at = -1
    for passage in standing.passages:
        at = begins.get(passage.id, at)
        places[passage.id] = at
    return places


class _Entries(QStyledItemDelegate):
    """Draws the rows: the number hangs, the count stands at the end, long names take a second line."""

    def __init__(self, theme: Theme, view: Outline) -> None:
        super().__init__(view)
        self._view, self._theme = view, theme

    def sizeHint(self, option: Option, index: Index) -> QSize:
        entry = index.data(SECTION)
        if not isinstance(entry, Entry):
            return QSize()
        width = self._view.viewport().width()
        room = self._name_room(entry, QRect(0, 0, width, 10_000))
        metrics = QFontMetrics(self._font(entry))
        high = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), entry.name).height()
        return QSize(0, self._above(entry, index) + high + px(self._theme, ABOVE))

    def paint(self, painter: QPainter, option: Option, index: Index) -> None:
        with Painting(painter):
            entry = index.data(SECTION)
            if isinstance(entry, Entry):
                self._draw(painter, option, entry, self._above(entry, index))

    def _above(self, entry: Entry, index: Index) -> int:
        """Return the room above the words: a heading keeps away from what stands before it."""
        return px(self._theme, ABOVE + (HEADED if entry.is_heading and index.row() else 0))

    def _draw(self, painter: QPainter, option: Option, entry: Entry, above: int) -> None:
        theme, chosen = self._theme, bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or (option.state & QStyle.StateFlag.State_MouseOver and not entry.is_heading):
            painter.setPen(
                QPen(theme.colour("accent"), RING) if chosen and self._view.hasFocus() else Qt.PenStyle.NoPen
            )
            painter.setBrush(theme.soft("accent") if chosen else theme.colour("raised"))
            painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 6, 6)
        font = self._font(entry)
        high = QFontMetrics(font).height()
        room = self._name_room(entry, option.rect.adjusted(0, above, 0, 0))
        if entry.is_heading and entry.tone:
            centre = QRect(option.rect.left(), room.top(), px(theme, PAD + NUMBER), high)
            draw_set(painter, QRectF(self._mirrored(option, centre)).center(), theme, entry.tone)
        painter.setFont(font)
        painter.setPen(theme.colour("accent" if chosen else "text"))
        flags = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        painter.drawText(self._mirrored(option, room), int(flags) | int(Qt.TextFlag.TextWordWrap), entry.name)
        ends = int(QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignTop))
        painter.setPen(theme.colour("accent" if chosen else "muted"))
        number = QRect(option.rect.left(), room.top(), px(theme, PAD + NUMBER), high)
        painter.drawText(self._mirrored(option, number), ends, entry.number)
        painter.setFont(theme.font("caption"))
        count = QRect(option.rect.left(), room.top() + 1, option.rect.width() - px(theme, PAD), high)
        painter.drawText(self._mirrored(option, count), ends, entry.count)

    def _name_room(self, entry: Entry, place: QRect) -> QRect:
        theme = self._theme
        left = px(theme, PAD + NUMBER + GAP)
        right = px(theme, PAD)
        if entry.count:
            right += QFontMetrics(theme.font("caption")).horizontalAdvance(entry.count) + px(theme, GAP)
        return QRect(place.left() + left, place.top(), max(place.width() - left - right, 40), place.height())

    def _font(self, entry: Entry) -> QFont:
        return self._theme.font("body", strong=entry.is_heading)

    def _mirrored(self, option: Option, place: QRect) -> QRect:
        return QStyle.visualRect(self._view.layoutDirection(), option.rect, place)
