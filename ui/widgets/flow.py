"""A layout that sets its items in lines like words, along the direction of reading."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget


class Flow(QLayout):
    """Lines of widgets, broken where the room ends."""

    def __init__(self, parent: QWidget | None = None, gap: int = 8, between: int | None = None) -> None:
        """Keep ``gap`` pixels between two items, and ``between`` two lines; as many where that is not said."""
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap, self._between = gap, gap if between is None else between
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _arrange(self, rect: QRect, move: bool) -> int:
        """Set the lines, each item in the middle of its line; return how high they are together."""
        down = rect.y()
        for line in self._lines(rect.width()):
            high = max(size.height() for _, size in line)
            if move:
                self._set(line, QRect(rect.x(), down, rect.width(), high), rect)
            down += high + self._between
        return max(down - self._between, rect.y()) - rect.y()

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        along = 0
        for item in self._items:
            if item.isEmpty():
                continue  # hidden
            hint = item.sizeHint()
            size = QSize(min(hint.width(), width) if width else hint.width(), hint.height())
            if not lines or along + size.width() > width:
                lines.append([])
                along = 0
            lines[-1].append((item, size))
            along += size.width() + self._gap
        return lines

    def _set(self, line: list[tuple[QLayoutItem, QSize]], room: QRect, whole: QRect) -> None:
        bearer = self.parentWidget()
        direction = bearer.layoutDirection() if bearer is not None else Qt.LayoutDirection.LeftToRight
        along = room.x()
        for item, size in line:
            place = QRect(QPoint(along, room.y() + (room.height() - size.height()) // 2), size)
            item.setGeometry(QStyle.visualRect(direction, whole, place))
            along += size.width() + self._gap
