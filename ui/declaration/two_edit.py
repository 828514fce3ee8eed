"""Translating where the translation stands: the words, in a frame that grows with them, and what becomes of them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from consultation.reading.passages import ItemText, ParagraphText, State
from ui.actions import declaring
from ui.declaration.parts_edit import STAYING
from ui.declaration.translating import may_be_translated
from ui.declaration.typed import Typed
from ui.keys import pressed, shown
from ui.widgets.fields import PlainEdit
from ui.widgets.words import caption
from ui.workspace import Workspace

AROUND = 12


class TwoField(PlainEdit):
    """The words in the other language."""

    taken = Signal()
    ended = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if pressed(event, declaring.SAVE_AND_NEXT):
            self.taken.emit()
        elif pressed(event, declaring.END_TRANSLATING):
            self.ended.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in STAYING:
            self.left.emit()


class TwoEdit(QFrame):
    """Says `taken` when the words are to be saved and the next is wanted, `ended` when they are only to be saved."""

    taken = Signal()
    ended = Signal()
    resized = Signal()

    def __init__(self, workspace: Workspace, passage: ParagraphText | ItemText, language: str) -> None:
        super().__init__()
        self._workspace, self.passage = workspace, passage
        self.setProperty("surface", "editing")
        self._build()
        stored = "" if passage.state is State.UNTRANSLATED else passage.parts.words
        self.typed = Typed(workspace, self.field, passage, language, stored)

    def take_keyboard(self) -> None:
        """Go into the field, behind the last letter."""
        self.field.setFocus()
        self.field.moveCursor(self.field.textCursor().MoveOperation.End)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.resized.emit()
        return done

    def height_for(self, width: int) -> int:
        """Return how high it has to be."""
        return max(self._column.totalHeightForWidth(width), self.sizeHint().height())

    def _build(self) -> None:
        t = self._workspace.t
        self.field = TwoField(1, 30)
        self.field.setProperty("bare", True)
        self.field.setProperty("textsize", "said")
        self.field.setAccessibleName(t("Translation"))
        where = t("translates the recommendation itself, so every document has it")
        told = (
            where if isinstance(self.passage, ItemText) and may_be_translated(self.passage) else t("words of the text")
        )
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(caption(told), 1)
        save = declaring.SAVE_AND_NEXT
        foot.addWidget(caption(t("{key} saves, next bracket").format(key=shown(save))), 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(AROUND - 2, 4, AROUND - 2, 6)
        self._column.setSpacing(4)
        self._column.addWidget(self.field)
        self._column.addLayout(foot)
        self.field.taken.connect(self.taken)
        self.field.ended.connect(self.ended)
        self.field.left.connect(self.ended)
        self.field.document().documentLayout().documentSizeChanged.connect(self.resized)
