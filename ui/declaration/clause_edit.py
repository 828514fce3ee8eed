"""Editing a clause where it stands: its words as they are kept, with the asterisks around the opening."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import actions
from ui.declaration.text_delegate import ABOVE, GAP, GUTTER, MARGIN
from ui.keys import pressed, shown
from ui.widgets.fields import SavedEdit
from ui.widgets.words import caption
from ui.workspace import Workspace

STAYING = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)
"""The keyboard goes elsewhere for a moment only."""


class ClauseField(SavedEdit):
    """The words of a clause."""

    ended = Signal()

    def __init__(self) -> None:
        super().__init__(2, 30, required=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if pressed(event, actions.END_CLAUSE):
            self.flush()
            self.ended.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()  # a clause is one paragraph
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in STAYING:
            self.ended.emit()


class ClauseEdit(QWidget):
    """The field with what is to be known about it, in the place of the clause."""

    resized = Signal()

    def __init__(self, workspace: Workspace, text: str, font: QFont, width: int) -> None:
        super().__init__()
        t = workspace.t
        self.field = ClauseField()
        self.field.setFont(font)
        self.field.setFixedWidth(width + 16)
        self.field.setAccessibleName(t("Wording of the clause"))
        self.field.show_text(text, force=True)
        said = t("*Between asterisks*: the opening, set in italics. Saved as you type; {key} when done.")
        remark = caption(said.format(key=shown(actions.END_CLAUSE)))
        remark.setMaximumWidth(width)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN + GUTTER - 8, ABOVE - 6, 0, ABOVE)
        column.setSpacing(GAP)
        column.addWidget(self.field, 0, Qt.AlignmentFlag.AlignLeading)
        line = QVBoxLayout()
        line.setContentsMargins(8, 0, 0, 0)
        line.addWidget(remark)
        column.addLayout(line)
        column.addStretch(1)
        self.field.document().documentLayout().documentSizeChanged.connect(self.resized)

    def height_for(self, width: int) -> int:
        """Return how high it has to be."""
        column = self._column
        return column.totalHeightForWidth(width) if column.hasHeightForWidth() else self.sizeHint().height()
