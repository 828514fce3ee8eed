"""Editing a clause where it stands: each of its parts in a field of its own."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from consultation.reading.parts import Parts
from consultation.reading.passages import ItemText, ParagraphText
from ui import actions
from ui.declaration.text_delegate import ABOVE, GAP, GUTTER, MARGIN
from ui.draft_file import Draft
from ui.keys import pressed, shown
from ui.waiting import OF, return_to_field
from ui.widgets.fields import SavedEdit, SavedLine
from ui.widgets.words import caption
from ui.workspace import Workspace

STAYING = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)
"""The keyboard goes elsewhere for a moment only."""
AROUND = 16
"""What a field is wider than the words in it."""


class ClauseField(SavedEdit):
    """The words of a clause."""

    ended = Signal()
    left = Signal()

    def __init__(self, required: bool) -> None:
        super().__init__(2, 30, required=required)

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
            self.left.emit()


class OpeningField(SavedLine):
    """What opens a clause, or to whom it speaks."""

    ended = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if pressed(event, actions.END_CLAUSE):
            self.flush()
            self.ended.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in STAYING:
            self.left.emit()


class ClauseEdit(QWidget):
    """The fields with what is to be known about them, in the place of the clause."""

    edited = Signal(str, str)
    """The name of a part, and what it says now."""
    ended = Signal()
    """The person is done, or has gone elsewhere."""
    resized = Signal()

    def __init__(self, workspace: Workspace, passage: ParagraphText | ItemText, font: QFont, width: int) -> None:
        super().__init__()
        self._workspace, self._parts, self._start = workspace, passage.parts, ""
        self.field = ClauseField(required=isinstance(passage, ItemText) or not passage.items)
        self.lead_in, self.addressed = OpeningField(), OpeningField()
        self._fields: dict[str, ClauseField | OpeningField] = {
            "lead_in": self.lead_in,
            "addressed": self.addressed,
            "words": self.field,
        }
        self._build(passage, font)
        self._connect()
        self.set_width(width)
        self.show_parts(passage.parts, force=True)

    def show_parts(self, parts: Parts, force: bool = False) -> None:
        """Show what is stored, but for what a person is just typing."""
        self._parts = parts
        for name, field in self._fields.items():
            said = getattr(parts, name)
            if force or one_line(_typed(field)) != said:
                field.show_text(said, force=force)

    def settle(self, name: str) -> None:
        """Take what is typed in the field of a part for stored."""
        self._fields[name].settle()
        self._keep(name)

    def flush(self) -> None:
        """Save what is typed."""
        for field in self._fields.values():
            field.flush()

    def return_typed(self, start: str) -> None:
        """Put in what could not be saved before, and keep what is typed from now on: the keys begin with ``start``."""
        self._start = start
        for name, field in self._fields.items():
            stored = getattr(self._parts, name)
            return_to_field(self._workspace, field, start + name, stored, partial(self._type_again, name))
            field.textChanged.connect(partial(self._keep, name))

    def let_go(self) -> None:
        """Save nothing any more; what could not be saved waits for the next time."""
        self._start = ""
        for field in self._fields.values():
            field.settle()

    def set_width(self, width: int) -> None:
        """Let the words be as wide as they are in the text."""
        self.field.setFixedWidth(width + AROUND)
        self._openings.setFixedWidth(width + AROUND)
        self._remark.setMaximumWidth(width)

    def has_keyboard(self) -> bool:
        """Tell whether one of the fields has the focus."""
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def height_for(self, width: int) -> int:
        """Return how high it has to be."""
        column = self._column
        return column.totalHeightForWidth(width) if column.hasHeightForWidth() else self.sizeHint().height()

    def _build(self, passage: ParagraphText | ItemText, font: QFont) -> None:
        t = self._workspace.t
        italic = QFont(font)
        italic.setItalic(True)
        for field, name, face in (
            (self.lead_in, t("What opens the clause"), italic),
            (self.addressed, t("Whom it speaks to"), font),
            (self.field, t("Wording of the clause"), font),
        ):
            field.setFont(face)
            field.setAccessibleName(name)
            field.setToolTip(name)
        self._openings = QWidget(self)
        line = QHBoxLayout(self._openings)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP)
        line.addWidget(self.lead_in, 1)
        line.addWidget(self.addressed, 3)
        self._openings.setVisible(isinstance(passage, ParagraphText))
        self.addressed.setVisible(bool(passage.number or passage.parts.addressed))
        self._remark = caption(t("Saved as you type; {key} when done.").format(key=shown(actions.END_CLAUSE)))
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN + GUTTER - 8, ABOVE - 6, 0, ABOVE)
        column.setSpacing(GAP)
        column.addWidget(self._openings, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.field, 0, Qt.AlignmentFlag.AlignLeading)
        below = QVBoxLayout()
        below.setContentsMargins(8, 0, 0, 0)
        below.addWidget(self._remark)
        column.addLayout(below)
        column.addStretch(1)

    def _connect(self) -> None:
        self.lead_in.edited.connect(lambda text: self.edited.emit("lead_in", text))
        self.addressed.edited.connect(lambda text: self.edited.emit("addressed", text))
        self.field.edited.connect(lambda text: self.edited.emit("words", text))
        for field in (self.lead_in, self.addressed, self.field):
            field.ended.connect(self.ended)
            field.left.connect(self._on_left)
        self.field.document().documentLayout().documentSizeChanged.connect(self.resized)

    def _keep(self, name: str, *_: object) -> None:
        """Keep what is typed until it is saved."""
        field = self._fields[name]
        if not self._start:
            return
        if field.pending and (field is not self.field or one_line(_typed(field))):
            self._workspace.drafts.keep(self._start + name, Draft(_typed(field), {OF: getattr(self._parts, name)}))
        else:
            self._workspace.drafts.drop(self._start + name)

    def _type_again(self, name: str, draft: Draft) -> None:
        field = self._fields[name]
        if isinstance(field, OpeningField):
            field.setText(draft.text)
        else:
            field.setPlainText(draft.text)
        self._keep(name)
        field.resume()

    def _on_left(self) -> None:
        QTimer.singleShot(0, self, self._end_if_left)

    def _end_if_left(self) -> None:
        if not self.has_keyboard():
            self.ended.emit()


def one_line(text: str) -> str:
    """Return words as a clause keeps them: one paragraph."""
    return " ".join(text.split())


def _typed(field: ClauseField | OpeningField) -> str:
    return field.text() if isinstance(field, OpeningField) else field.toPlainText()
