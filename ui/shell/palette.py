"""The palette: finds anything by typing, and does it. A child of the window, so that Escape goes back to the field."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLineEdit, QWidget
from shiboken6 import isValid

from consultation.language import Translator
from ui.actions import anywhere
from ui.keys import pressed, shown
from ui.look.folds import px
from ui.look.icons import IconLabel
from ui.look.theme import Theme
from ui.shell.finding import ACTIONS_ONLY, PEOPLE_ONLY, Finding, Found
from ui.widgets.floating import INSIDE, Floating
from ui.widgets.offer import Offer, OfferHeading, Row
from ui.widgets.offer_drawing import GAP, ICONS, PAD
from ui.widgets.offer_list import OfferRows
from ui.widgets.words import caption, rule

WIDE, TOP, HEAD, FOOT, ROW, INSET = 668, 112, 52, 32, 34, 18
BELOW = 40
"""What is left free under it, with its shadow."""
OUTDENT = 32
"""How far the palette begins before the words it covers."""
MOST = 12
"""Rows and names of families that are shown without scrolling."""
SOON_MS = 8
"""So long after a key it is looked for, so that the letter is painted first."""


class Palette(Floating):
    """Finds and does; made anew each time it is opened."""

    closed = Signal()

    def __init__(self, theme: Theme, t: Translator, finding: Finding, window: QWidget, words_at: int | None) -> None:
        super().__init__(theme, window)
        self._t, self._finding, self._words_at = t, finding, words_at
        self._back = QApplication.focusWidget()
        self._found: list[Found] = []
        self._build()
        self._connect()

    @property
    def found(self) -> list[Found]:
        """What is listed."""
        return self._found

    def open(self) -> None:
        """Open over the words of the page, with what can be done there."""
        self._look()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        self._ahead.start()

    def close_up(self, back: bool = True) -> None:
        """Go, and have the keyboard where it was."""
        self._soon.stop()
        self._ahead.stop()
        self.hide()
        self.closed.emit()
        if back and self._back is not None and isValid(self._back) and self._back.isVisible():
            self._back.setFocus(Qt.FocusReason.PopupFocusReason)
        self.deleteLater()

    def take(self, place: int) -> None:
        """Do what a row says."""
        found = self._found[place]
        self.close_up()
        found.act()

    def steer(self, event: QKeyEvent) -> bool:
        """Take the keys that belong to the list; tell whether that was so."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: MOST // 2, Qt.Key.Key_PageUp: -MOST // 2}
        steps |= {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
        if pressed(event, anywhere.TAKE_FOUND):
            self._look_now()
            self.rows.take()
        elif pressed(event, anywhere.LEAVE_PALETTE) or pressed(event, anywhere.PALETTE):
            self.close_up()
        elif event.key() in steps:
            self.rows.step(steps[Qt.Key(event.key())])
        else:
            return False
        return True

    def window_resized(self) -> None:
        self._lie()

    def _build(self) -> None:
        t, theme = self._t, self._theme
        self.field = _Field(self)
        self.field.setFont(theme.font("said"))
        self.field.setProperty("bare", True)
        self.field.setAccessibleName(t(anywhere.PALETTE.label))
        self.field.setPlaceholderText(t("An action, a session, a person, a number, words…"))
        self._count = caption(wrap=False)
        self.rows = OfferRows(theme, px(theme, ROW))
        self.rows.setMinimumHeight(1)  # it is as high as what was found, however little that is
        self._foot = self._make_foot()
        self.column.setContentsMargins(1, 1, 1, 1)
        head = _line(px(theme, HEAD), 12, IconLabel(theme, "search", "muted", 18), self.field, self._count)
        self.column.addWidget(head)
        self.column.addWidget(rule())
        inside = QFrame()
        around = QHBoxLayout(inside)
        around.setContentsMargins(INSIDE, INSIDE, INSIDE, INSIDE)
        around.addWidget(self.rows)
        self.column.addWidget(inside, 1)
        self.column.addWidget(rule())
        self.column.addWidget(self._foot)
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._ahead = QTimer(self, interval=0)

    def _make_foot(self) -> QFrame:
        t = self._t
        kinds = ((ACTIONS_ONLY, t("actions only")), ("9", t("a number")), (PEOPLE_ONLY, t("people")))
        begins = [caption(f"{sign} {words}", wrap=False) for sign, words in kinds]
        does = caption(t("{key} does it").format(key=shown(anywhere.TAKE_FOUND)), wrap=False)
        leaves = caption(t("{key} goes back").format(key=shown(anywhere.LEAVE_PALETTE)), wrap=False)
        return _line(px(self._theme, FOOT), 20, *begins, None, does, leaves)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._soon.start)
        self._soon.timeout.connect(self._look)
        self._ahead.timeout.connect(self._read_on)
        self.rows.chosen.connect(self.take)
        self.rows.currentRowChanged.connect(self.rows.say_current)

    def _look_now(self) -> None:
        """Look for what is typed, if that still waits."""
        if self._soon.isActive():
            self._soon.stop()
            self._look()

    def _look(self) -> None:
        t, typed = self._t, self.field.text()
        self._found = self._finding.find(typed)
        self._lie()
        self._count.setText(t.plural("{count} found", "{count} found", len(self._found)) if typed.strip() else "")

    def _read_on(self) -> None:
        """Read ahead while nobody waits; then say the numbers that were not known before."""
        if self._finding.read_on():
            return
        self._ahead.stop()
        current = self.rows.current
        self._look()
        if current is not None:
            self.rows.choose(current.key)

    def _lie(self) -> None:
        """Show what was found, as high as it is, over the words of the page."""
        window, theme = self.parentWidget(), self._theme
        assert window is not None, "it is a child of the window"
        wide = min(px(theme, WIDE), window.width() - 2 * OUTDENT)
        self.rows.offer(self._rows(wide), self.field.text().lstrip(ACTIONS_ONLY + PEOPLE_ONLY))
        frame = px(theme, HEAD) + self._foot.height() + 2 * INSIDE + 4
        top = min(px(theme, TOP), window.height() // 6)
        high = min(self.rows.wanted(MOST).height(), window.height() - top - frame - BELOW)
        self.lie(QRect(self._left(wide), top, wide, high + frame))

    def _left(self, wide: int) -> int:
        """Begin beside the words of the page; without any, stand in the middle."""
        window = self.parentWidget()
        assert window is not None, "it is a child of the window"
        left = (window.width() - wide) // 2 if self._words_at is None else self._words_at - OUTDENT
        left = max(min(left, window.width() - wide - OUTDENT), OUTDENT)
        mirrored = window.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return window.width() - wide - left if mirrored and self._words_at is not None else left

    def _rows(self, wide: int) -> list[Row]:
        """Return the rows of what was found, each family under its name."""
        if not self._found:
            return [OfferHeading(self._t("Nothing was found."))]
        rows: list[Row] = []
        family = None
        for place, found in enumerate(self._found):
            if found.family is not family:
                family = found.family
                rows.append(OfferHeading(self._t(family.words)))
            rows.append(self._offer(place, found, wide))
        return rows

    def _offer(self, place: int, found: Found, wide: int) -> Offer:
        """Make the row of something found; its words leave room for what stands beside and at the end."""
        body, small = QFontMetrics(self._theme.font()), QFontMetrics(self._theme.font("caption"))
        strong = QFontMetrics(self._theme.font(strong=True))
        taken = (
            2 * INSIDE
            + 2 * PAD
            + ICONS
            + sum(
                GAP + measured.horizontalAdvance(text)
                for measured, text in ((strong, found.number), (small, found.at_end))
                if text
            )
        )
        after = f" · {found.after}" if found.after and found.beside else found.after
        most = max(wide // 2, wide - taken - body.horizontalAdvance(found.words) - 2 * GAP)
        most -= small.horizontalAdvance(after)
        beside = small.elidedText(found.beside, Qt.TextElideMode.ElideRight, most) + after
        room = wide - taken - GAP - small.horizontalAdvance(beside) - 8
        words = body.elidedText(found.words, Qt.TextElideMode.ElideRight, max(room, 80))
        return Offer(place, words, beside, found.at_end, found.icon, found.tone, found.number)


class _Field(QLineEdit):
    """Where is typed what to find; every key pressed in it belongs to the palette."""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self._palette = palette

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._palette.steer(event):
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() in (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.OtherFocusReason):
            self._palette.close_up(back=False)


def _line(high: int, gap: int, *parts: QWidget | None) -> QFrame:
    """Set parts in a row; a field takes what room there is, and so does None."""
    frame = QFrame()
    frame.setFixedHeight(high)
    line = QHBoxLayout(frame)
    line.setContentsMargins(INSET, 0, INSET, 0)
    line.setSpacing(gap)
    for part in parts:
        if part is None:
            line.addStretch(1)
        else:
            line.addWidget(part, int(isinstance(part, QLineEdit)))
    return frame
