"""What is offered while somebody types: kinds after /, people after @, strands after #, and what the palette finds.

The keyboard stays in the field; whoever owns that hands its keys to `steer`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QTextCharFormat,
    QTextLayout,
)
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QWidget
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from consultation.reading.people import plain
from ui.look.icons import pixmap
from ui.look.marks import draw_set
from ui.look.painting import Painting
from ui.look.theme import Theme
from ui.widgets.floating import INSIDE, Floating

OFFER = Qt.ItemDataRole.UserRole
MOST_ROWS = 10
"""So many rows are shown without scrolling."""
HIGH = 28
"""Of a row, at the usual text size."""
ICONS, PAD, GAP = 26, 14, 12
RULE_HIGH = 9
NARROWEST, WIDEST = 240, 480
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Offer:
    """A row that can be chosen."""

    key: Any
    """What is meant by it; given back when it is chosen."""
    words: str
    beside: str = ""
    """Quieter, after the words: an organisation."""
    at_end: str = ""
    """At the end of the row, never shortened: keys, or how often."""
    icon: str = ""
    tone: str = "muted"
    """Of the icon and the number; that of a set without an icon draws the shape of the set."""
    number: str = ""
    """Before the words, strong."""
    marked: bool = True
    """The letters that were typed are marked in it."""


@dataclass(frozen=True)
class OfferHeading:
    """The name of the rows below it."""

    words: str
    at_end: str = ""
    """What stands at the end of the rows below it."""


Row = Offer | OfferHeading | None
"""None is a rule between rows."""


class OfferRows(QListWidget):
    """The rows themselves: one is always current; headings and rules cannot be."""

    chosen = Signal(object)
    """The key of an `Offer`, by mouse or by `take`."""

    def __init__(self, theme: Theme, high: int = HIGH) -> None:
        super().__init__()
        self._rows = _OfferDelegate(theme, self, high)
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
                item.setData(Qt.ItemDataRole.AccessibleTextRole, " ".join(_parts(row)))
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

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(theme, window)
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
        """Have a screen reader say the current row, since the keyboard is elsewhere."""
        if self.is_open and self.rows.current is not None:
            said = " ".join(_parts(self.rows.current))
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.rows, said))


class _OfferDelegate(QStyledItemDelegate):
    """Draws the rows."""

    def __init__(self, theme: Theme, rows: OfferRows, high: int) -> None:
        super().__init__(rows)
        self._theme, self._high = theme, high
        self.typed = ""

    def sizeHint(self, option: Option, index: Index) -> QSize:
        row = index.data(OFFER)
        body, small = QFontMetrics(self._theme.font()), QFontMetrics(self._theme.font("caption"))
        if row is None:
            return QSize(NARROWEST, RULE_HIGH)
        high = max(self._high, body.height() + 8)
        if isinstance(row, OfferHeading):
            return QSize(NARROWEST, max(self._high - 4, small.height() + 8))
        strong = QFontMetrics(self._theme.font(strong=True))
        wide = PAD + ICONS + strong.horizontalAdvance(f"{row.number}  {row.words}")
        wide += sum(GAP + small.horizontalAdvance(text) for text in (row.beside, row.at_end) if text)
        return QSize(wide + PAD, high)

    def paint(self, painter: QPainter, option: Option, index: Index) -> None:
        with Painting(painter):
            row = index.data(OFFER)
            if row is None:
                middle = option.rect.center().y()
                painter.fillRect(QRect(option.rect.left(), middle, option.rect.width(), 1), self._theme.colour("line"))
            elif isinstance(row, OfferHeading):
                self._draw_heading(painter, option, row)
            else:
                self._draw_offer(painter, option, row)

    def _draw_heading(self, painter: QPainter, option: Option, row: OfferHeading) -> None:
        room = option.rect.adjusted(PAD, 0, -PAD, 0)
        wide = QFontMetrics(self._theme.font("caption")).horizontalAdvance(row.at_end)
        metrics = QFontMetrics(self._theme.font("caption", strong=True))
        short = metrics.elidedText(row.words, Qt.TextElideMode.ElideRight, room.width() - (wide + GAP if wide else 0))
        self._draw_line(painter, option, room, short, "caption", True)
        self._draw_line(
            painter, option, QRect(room.right() - wide, room.top(), wide + 1, room.height()), row.at_end, "caption"
        )

    def _draw_offer(self, painter: QPainter, option: Option, row: Offer) -> None:
        theme, room = self._theme, option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.soft("accent"))
            painter.drawRoundedRect(QRectF(room).adjusted(0, 0, 0, 0), 4, 4)
        self._draw_sign(painter, option, row)
        left, right = room.left() + PAD + ICONS, room.right() - PAD
        if row.at_end:
            wide = QFontMetrics(theme.font("caption")).horizontalAdvance(row.at_end)
            at_end = QRect(right - wide, room.top(), wide + 1, room.height())
            self._draw_line(painter, option, at_end, row.at_end, "caption")
            right -= wide + GAP
        if row.number:
            wide = QFontMetrics(theme.font(strong=True)).horizontalAdvance(row.number)
            number = QRect(left, room.top(), wide + 1, room.height())
            self._draw_line(painter, option, number, row.number, "body", True, row.tone)
            left += wide + 8
        typed = self.typed if row.marked else ""
        used = self._draw_words(painter, option, QRect(left, room.top(), right - left, room.height()), row.words, typed)
        left += used + GAP
        if row.beside and right - left > GAP:
            beside = QRect(left, room.top(), right - left, room.height())
            self._draw_words(painter, option, beside, row.beside, typed, "caption")

    def _draw_sign(self, painter: QPainter, option: Option, row: Offer) -> None:
        theme, room = self._theme, option.rect
        spot = QRect(room.left() + PAD - 1, room.center().y() - 7, 16, 16)
        spot = QStyle.visualRect(option.direction, room, spot)
        if row.icon:
            picture = pixmap(row.icon, theme.colours.tone(row.tone), 16, painter.device().devicePixelRatioF())
            painter.drawPixmap(spot, picture)
        elif row.tone in ("citizenship", "policy"):
            draw_set(painter, QPointF(spot.center()) + QPointF(0.5, 0.5), theme, row.tone)

    def _draw_line(
        self,
        painter: QPainter,
        option: Option,
        room: QRect,
        text: str,
        size: str,
        strong: bool = False,
        tone: str = "muted",
    ) -> None:
        painter.setFont(self._theme.font(size, strong=strong))
        painter.setPen(self._theme.colour(tone))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
        painter.drawText(QStyle.visualRect(option.direction, option.rect, room), int(flags), text)

    def _draw_words(
        self, painter: QPainter, option: Option, room: QRect, text: str, typed: str, size: str = "body"
    ) -> int:
        """Draw words with the letters that were typed marked in them; return how wide they are."""
        font = self._theme.font(size)
        line = " ".join(text.split())
        short = QFontMetrics(font).elidedText(line, Qt.TextElideMode.ElideRight, room.width())
        layout = QTextLayout(short, font)
        layout.setFormats(self._marks(short, typed))
        layout.beginLayout()
        drawn = layout.createLine()
        layout.endLayout()
        if not drawn.isValid():
            return 0
        wide = round(drawn.naturalTextWidth()) + 1
        place = QRect(room.left(), room.top(), wide, room.height())
        place = QStyle.visualRect(option.direction, option.rect, place)
        painter.setPen(self._theme.colour("text" if size == "body" else "muted"))
        layout.draw(painter, QPointF(place.left(), place.top() + (place.height() - drawn.height()) / 2))
        return wide

    def _marks(self, text: str, typed: str) -> list[QTextLayout.FormatRange]:
        marks = []
        for first, last in matched_places(text, typed):
            mark = QTextLayout.FormatRange()
            mark.start, mark.length = first, last - first
            mark.format = QTextCharFormat()
            mark.format.setForeground(self._theme.colour("accent"))
            mark.format.setFontWeight(600)
            marks.append(mark)
        return marks


def matched_places(text: str, typed: str) -> list[tuple[int, int]]:
    """Return where in ``text`` each word that was ``typed`` stands: where a word begins with it, or else inside one.

    Case and accents make no difference.
    """
    letters = [(letter, place) for place, character in enumerate(text) for letter in plain(character) or character]
    folded = "".join(letter for letter, _ in letters)
    found = []
    for word in plain(typed).split():
        starts = [at for at in range(len(folded)) if folded.startswith(word, at)]
        begins = [at for at in starts if at == 0 or not folded[at - 1].isalnum()]
        if starts:
            at = (begins or starts)[0]
            found.append((letters[at][1], letters[at + len(word) - 1][1] + 1))
    return found


def _parts(row: Offer) -> list[str]:
    return [part for part in (row.number, row.words, row.beside, row.at_end) if part]


def spot_under(widget: QWidget) -> QRect:
    """Return the whole of a widget as the spot a list opens at."""
    return QRect(QPoint(0, 0), widget.size())
