"""What is offered while somebody types: kinds after /, people after @, strands after #, and what the palette finds.

The keyboard stays in the field; whoever owns that hands its keys to `steer`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from ui.look.theme import Theme
from ui.widgets.floating import INSIDE, Floating
from ui.widgets.offer import Offer, Row
from ui.widgets.offer_drawing import HIGH, NARROWEST, OFFER, OfferDelegate

MOST_ROWS = 10
"""So many rows are shown without scrolling."""
WIDEST = 480


class OfferRows(QListWidget):
    """The rows themselves: one is always current; headings and rules cannot be."""

    chosen = Signal(object)
    """The key of an `Offer`, by mouse or by `take`."""

    def __init__(self, theme: Theme, high: int = HIGH) -> None:
        super().__init__()
        self._rows = OfferDelegate(theme, self, high)
        self.setItemDelegate(self._rows)
        self.setProperty("bare", True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(self.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.itemEntered.connect(self._on_entered)
        self.itemClicked.connect(self._on_clicked)

    @property
    def current(self) -> Offer | None:
        """The row that Enter would take."""
        item = self.currentItem()
        found = item.data(OFFER) if item is not None else None
        return found if isinstance(found, Offer) else None

    @property
    def offers(self) -> list[Offer]:
        """The rows that can be chosen."""
        rows = (self.item(row).data(OFFER) for row in range(self.count()))
        return [row for row in rows if isinstance(row, Offer)]

    def offer(self, rows: Sequence[Row], typed: str = "") -> None:
        """Show these rows, the first that can be chosen as the current one; letters ``typed`` are marked in them."""
        self._rows.typed = typed
        self.clear()
        for row in rows:
            item = QListWidgetItem(row.words if row else "")
            item.setData(OFFER, row)
            if isinstance(row, Offer):
                item.setData(Qt.ItemDataRole.AccessibleTextRole, row.said)
            else:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.addItem(item)
        self.setCurrentRow(-1)
        self.step(1)

    def step(self, by: int) -> None:
        """Go on by one row that can be chosen, forward or back, and around at the ends."""
        there = [row for row in range(self.count()) if isinstance(self.item(row).data(OFFER), Offer)]
        if there:
            place = there.index(self.currentRow()) + by if self.currentRow() in there else 0
            self.setCurrentRow(there[place % len(there)])
            self.scrollToItem(self.currentItem())

    def choose(self, key: Any) -> None:
        """Make the row with this key the current one, if there is one."""
        for row in range(self.count()):
            found = self.item(row).data(OFFER)
            if isinstance(found, Offer) and found.key == key:
                self.setCurrentRow(row)

    def say_current(self) -> None:
        """Have a screen reader say the current row, since the keyboard is elsewhere."""
        if self.current is not None:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.current.said))

    def take(self) -> None:
        """Choose the current row."""
        if self.current is not None:
            self.chosen.emit(self.current.key)

    def wanted(self, most: int = MOST_ROWS, widest: int = WIDEST) -> QSize:
        """Return the size at which every row, or the ``most`` first, can be read whole."""
        rows = [self._rows.sizeHint(Option(), self.indexFromItem(self.item(row))) for row in range(self.count())]
        wide = max((row.width() for row in rows), default=NARROWEST)
        return QSize(min(max(wide, NARROWEST), widest), sum(row.height() for row in rows[:most]))

    def _on_entered(self, item: QListWidgetItem) -> None:
        if isinstance(item.data(OFFER), Offer):
            self.setCurrentItem(item)

    def _on_clicked(self, item: QListWidgetItem) -> None:
        offer = item.data(OFFER)
        if isinstance(offer, Offer):
            self.chosen.emit(offer.key)


class OfferList(Floating):
    """Rows that open over a field; never takes the keyboard."""

    chosen = Signal(object)
    """The key of an `Offer`; the list has gone by then."""

    def __init__(self, theme: Theme, window: QWidget, owner: QObject | None = None) -> None:
        super().__init__(theme, window, owner)
        self.rows = OfferRows(theme)
        self.rows.chosen.connect(self._on_chosen)
        self.rows.currentRowChanged.connect(self._tell)
        self.column.addWidget(self.rows)

    @property
    def is_open(self) -> bool:
        """Something is offered."""
        return not self.isHidden()

    def open_over(
        self, field: QWidget, spot: QRect, rows: Sequence[Row], typed: str = "", widest: int = WIDEST
    ) -> None:
        """Offer rows above ``spot`` of a field, or below it where there is more room; no rows: nothing."""
        self.rows.offer(rows, typed)
        if not self.rows.offers:
            self.withdraw()
            return
        window, wanted = self.parentWidget(), self.rows.wanted(widest=widest)
        assert window is not None, "it is a child of the window"
        high, wide = wanted.height() + 2 * INSIDE, min(wanted.width() + 2 * INSIDE, window.width() - 16)
        at = QRect(field.mapTo(window, spot.topLeft()), spot.size())
        above, below = at.top() - 8, window.height() - at.bottom() - 8
        high = min(high, max(above, below) - 4)
        top = at.top() - high - 4 if above >= high else at.bottom() + 4
        left = at.left() if field.layoutDirection() == Qt.LayoutDirection.LeftToRight else at.right() - wide
        self.lie(QRect(min(max(left, 8), window.width() - wide - 8), top, wide, high))
        beyond = self.geometry().bottom() - window.height() + 8
        if beyond > 0:  # it is no lower than its rows need, however little room there is
            self.move(self.x(), max(self.y() - beyond, 0))

    def withdraw(self) -> None:
        """Offer nothing."""
        self.hide()

    def steer(self, event: QKeyEvent) -> bool:
        """Take the keys that belong to an open list: up, down, Enter, Tab and Escape; tell whether that was so."""
        if not self.is_open or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        key = Qt.Key(event.key())
        if key in steps:
            self.rows.step(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            self.rows.take()
        elif key == Qt.Key.Key_Escape:
            self.withdraw()
        else:
            return False
        return True

    def _on_chosen(self, key: Any) -> None:
        self.withdraw()
        self.chosen.emit(key)

    def _tell(self) -> None:
        if self.is_open:
            self.rows.say_current()


def spot_under(widget: QWidget) -> QRect:
    """Return the whole of a widget as the spot a list opens at."""
    return QRect(QPoint(0, 0), widget.size())
