"""Fields to type in: plain text only, growing with what is typed, telling when a person has finished."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QKeySequence, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from ui.widgets.buttons import pressed_by_enter
from ui.widgets.popups import opens_list
from ui.widgets.words import words

PAUSE_MS = 900
"""How long a person stops typing before what is typed is saved."""


class PlainEdit(QPlainTextEdit):
    """Plain text, as high as its lines; Tab goes on to the next field."""

    def __init__(self, lowest: int = 1, highest: int = 12, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lowest, self._highest = lowest, highest
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(2)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def toPlainText(self) -> str:
        """Return what is typed; Qt's own would give ordinary spaces for those that do not break."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasText():
            self.insertPlainText(source.text().replace("\x00", ""))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_highest"):
            self._fit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and leaves_undo(self, event):
            event.ignore()
            return False
        return super().event(event)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.height())

    def _fit(self) -> None:
        self.ensurePolished()
        line = QFontMetricsF(self.font()).lineSpacing()
        lines = int(self.document().size().height())
        frame = self.height() - self.viewport().height() if self.isVisible() else 12
        around = 5 + max(frame, 0)
        height = ceil(min(max(lines, self._lowest), self._highest) * line) + around
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAsNeeded if lines > self._highest else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)


class SavedEdit(PlainEdit):
    """Text of a record: says `edited` when the field is left or after a pause, and never loses what is typed."""

    edited = Signal(str)

    def __init__(self, lowest: int = 1, highest: int = 12, required: bool = False) -> None:
        super().__init__(lowest, highest)
        self._shown = ""
        self._required = required
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        self.textChanged.connect(self._on_text_changed)

    @property
    def pending(self) -> bool:
        """Something was typed that is not yet saved."""
        return self.toPlainText() != self._shown

    def show_text(self, text: str, force: bool = False) -> None:
        """Show what is stored, unless a person is just typing something else."""
        if self.pending and not force:
            return
        self._pause.stop()
        self._shown = text
        if self.toPlainText() != text:
            place = self.textCursor().position()
            self.setPlainText(text)
            cursor = self.textCursor()
            cursor.setPosition(min(place, len(text)))
            self.setTextCursor(cursor)

    def settle(self) -> None:
        """Take what is typed for stored; called when saving has succeeded."""
        self._shown = self.toPlainText()

    def resume(self) -> None:
        """Try again after a pause to save what could not be saved."""
        if self.pending:
            self._pause.start()

    def flush(self) -> None:
        """Say `edited` now if there is something to save."""
        self._pause.stop()
        text = self.toPlainText()
        if self.pending and (text.strip() or not self._required):
            self.edited.emit(text)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.flush()
        if self.pending and self._required and not self.toPlainText().strip():
            self.show_text(self._shown, force=True)

    def _on_text_changed(self) -> None:
        if self.pending:
            self._pause.start()


class SavedLine(QLineEdit):
    """One line of a record: says `edited` when the field is left, at Enter, or after a pause."""

    edited = Signal(str)

    def __init__(self, required: bool = False) -> None:
        super().__init__()
        self._shown = ""
        self._required = required
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        self.textEdited.connect(lambda _: self._pause.start())
        self.editingFinished.connect(self.flush)

    @property
    def pending(self) -> bool:
        """Something was typed that is not yet saved."""
        return self.text() != self._shown

    def show_text(self, text: str, force: bool = False) -> None:
        """Show what is stored, unless a person is just typing something else."""
        if not self.pending or force:
            self._shown = text
            if self.text() != text:
                self.setText(text)

    def settle(self) -> None:
        """Take what is typed for stored; called when saving has succeeded."""
        self._shown = self.text()

    def resume(self) -> None:
        """Try again after a pause to save what could not be saved."""
        if self.pending:
            self._pause.start()

    def flush(self) -> None:
        """Say `edited` now if there is something to save."""
        self._pause.stop()
        if self.pending and (self.text().strip() or not self._required):
            self.edited.emit(self.text())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and leaves_undo(self, event):
            event.ignore()
            return False
        return super().event(event)


class Choice(QComboBox):
    """A list to choose one from; gives way where there is little room."""

    def __init__(self) -> None:
        super().__init__()
        opens_list(self)
        self.setMinimumContentsLength(6)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box; words for which there is no room end in dots, where Qt cuts a letter."""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        room = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        option.currentText = self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, room.width() - 2
        )
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)


class Tick(QCheckBox):
    """A box to tick that Enter ticks too; no wider than its words."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)


class Field(QWidget):
    """A small heading over the thing it names."""

    def __init__(self, name: str, content: QWidget) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        label = words(name, "caption", "muted", strong=True)
        label.setBuddy(content)
        content.setAccessibleName(name)
        column.addWidget(label)
        column.addWidget(content)


def leaves_undo(field: QPlainTextEdit | QLineEdit, event: QEvent) -> bool:
    """Tell whether Ctrl+Z has nothing to undo in the field itself, so that it undoes the last thing saved."""
    if not isinstance(event, QKeyEvent):
        return False
    if isinstance(field, QLineEdit):
        backward, forward = field.isUndoAvailable(), field.isRedoAvailable()
    else:
        backward, forward = field.document().isUndoAvailable(), field.document().isRedoAvailable()
    standard = QKeySequence.StandardKey
    return (event.matches(standard.Undo) and not backward) or (event.matches(standard.Redo) and not forward)
