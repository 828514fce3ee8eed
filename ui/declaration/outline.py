"""The outline: the sections by their headings, the paragraphs by number and strand, and how much stands in each."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from consultation.reading.passages import Declaration
from ui.actions import declaring
from ui.declaration.draft_model import carried, carrying
from ui.declaration.outline_delegate import SECTION, Index, OutlineDelegate
from ui.declaration.outline_entries import Entry, places_of
from ui.keys import pressed
from ui.widgets.fields import Choice
from ui.workspace import Workspace


class Outline(QListWidget):
    """Finds the way in the declaration; says `asked` with the first paragraph of a section."""

    asked = Signal(object)
    moved = Signal(object, int)
    """An entry is to go up (-1) or down (1)."""
    dropped = Signal(object, object)
    """The id of what was dragged, and the `Entry` it was let go on."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._places: dict[UUID, int] = {}
        self._over: QListWidgetItem | None = None
        self.setItemDelegate(OutlineDelegate(workspace.theme, self, self.is_over))
        self.setDragDropMode(QListWidget.DragDropMode.DragDrop)
        self.setDropIndicatorShown(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setAccessibleName(workspace.t("Outline"))
        self.currentItemChanged.connect(self._on_current_changed)
        workspace.theme.changed.connect(self.scheduleDelayedItemsLayout)

    def show_entries(self, entries: Sequence[Entry], standing: Declaration) -> None:
        """Show the sections of a declaration."""
        kept = self.entry.section if self.entry is not None else None
        self.blockSignals(True)
        self.clear()
        for entry in entries:
            item = QListWidgetItem(f"{entry.number} {entry.name} {entry.told or entry.count}".strip())
            item.setData(SECTION, entry)
            if entry.first is None:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.addItem(item)
            if kept is not None and entry.section == kept:
                self.setCurrentItem(item)
        self.blockSignals(False)
        self._places = places_of(entries, standing)

    def mark_place(self, passage: UUID | None) -> None:
        """Show where a passage stands; the heading that led to it stays at hand."""
        place = self._places.get(passage, -1) if passage else -1
        entry = self.entry
        if entry is not None and entry.is_heading and entry.first == passage:
            return
        if place != self.currentRow():
            self.blockSignals(True)
            self.setCurrentRow(place)
            self.blockSignals(False)
            self.viewport().update()

    @property
    def entry(self) -> Entry | None:
        """The entry at hand."""
        item = self.currentItem()
        found = item.data(SECTION) if item is not None else None
        return found if isinstance(found, Entry) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        for action, steps in ((declaring.MOVE_UP, -1), (declaring.MOVE_DOWN, 1)):
            if pressed(event, action) and self.entry is not None:
                self.moved.emit(self.entry, steps)
                return
        super().keyPressEvent(event)

    def mimeData(self, items: Sequence[QListWidgetItem]) -> QMimeData:
        entry = items[0].data(SECTION)
        dragged = (entry.section or entry.first) if isinstance(entry, Entry) else None
        return carrying(dragged) if dragged is not None else QMimeData()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.dragMoveEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        item = self.itemAt(event.position().toPoint())
        self._over = item if carried(event.mimeData()) is not None else None
        self.viewport().update()
        if self._over is not None and self._over.flags():
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._over = None
        self.viewport().update()

    def dropEvent(self, event: QDropEvent) -> None:
        item, self._over = self.itemAt(event.position().toPoint()), None
        dragged = carried(event.mimeData())
        if item is not None and dragged is not None:
            event.setDropAction(Qt.DropAction.CopyAction)  # Qt would take away what it believes to be moved
            event.accept()
            entry = item.data(SECTION)
            QTimer.singleShot(0, self, lambda: self.dropped.emit(dragged, entry))

    def is_over(self, index: Index) -> bool:
        """Tell whether something is held over a row."""
        return self._over is not None and self.row(self._over) == index.row()

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
        places, heading = places_of(entries, standing), ""
        rows: dict[int, int] = {}
        for place, entry in enumerate(entries):
            if entry.is_heading or entry.first is None:
                heading = entry.name if entry.is_heading else ""
                continue
            heading = heading if not entry.is_strong else ""
            rows[place] = self.count()
            named = f"{heading}: {entry.name}" if heading else entry.name
            self.addItem(f"{entry.number}  {named}".strip(), entry.first)
        self._places = {passage: rows[place] for passage, place in places.items()}

    def mark_place(self, passage: UUID | None) -> None:
        """Show in which section a passage stands."""
        self.setCurrentIndex(self._places.get(passage, -1) if passage else -1)
