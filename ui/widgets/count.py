"""A field for a number that is typed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRegularExpression, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit

from ui.actions import recording
from ui.keys import pressed
from ui.widgets.fields import leaves_undo
from ui.widgets.words import set_property

LONGEST = 12
"""More digits than any number that is taken: a number too large is seen to be so, and never cut to a smaller one."""


class Count(QLineEdit):
    """Digits, or nothing; whoever comes, by keyboard or mouse, types a new number over the one that is there."""

    left = Signal()
    """The keyboard has gone elsewhere, or Enter was pressed: what is typed is meant."""
    next_asked = Signal()
    """Enter: go on."""

    def __init__(self, least: int, most: int) -> None:
        super().__init__()
        self._least, self._most = least, most
        self._entering = False
        self.setPlaceholderText("–")
        self.setMaxLength(LONGEST)
        self.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]*"), self))
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.textChanged.connect(self._on_text_changed)

    @property
    def number(self) -> int | None:
        """The number that is typed; None for nothing, and for one that is refused."""
        return int(self.text()) if self.text() and not self.is_refused else None

    @property
    def is_refused(self) -> bool:
        """What is typed is no number that can be taken: too small or too large."""
        return bool(self.text()) and not self._least <= int(self.text()) <= self._most

    def show_number(self, number: int | None) -> None:
        """Show a number, or nothing; not as if it had been typed."""
        text = "" if number is None else str(number)
        if self.text() != text:
            self.setText(text)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and leaves_undo(self, event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if pressed(event, recording.NEXT_COUNT):
            self.left.emit()
            self.next_asked.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            return  # the person was here before and goes on
        self.selectAll()
        self._entering = event.reason() == Qt.FocusReason.MouseFocusReason

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._entering = False
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if self._entering:  # the press has put the caret between the digits
            self.selectAll()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._entering:  # a hand that shakes must not select half of the number
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._entering = False

    def _on_text_changed(self) -> None:
        set_property(self, "refused", self.is_refused)
