"""Editing a clause where it stands: its words, or, where these are in another language, their translation."""

from __future__ import annotations

from dataclasses import asdict

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from consultation.language import Translator
from consultation.reading.parts import PARTS, Parts
from consultation.reading.passages import ItemText, Passage, State
from ui.actions import declaring
from ui.declaration.parts_edit import STAYING, PartsEdit, one_line
from ui.declaration.rows import TextRow
from ui.draft_file import Draft
from ui.keys import pressed, shown
from ui.look.folds import px
from ui.waiting import OF, return_to_field
from ui.widgets.buttons import quiet_button
from ui.widgets.fields import SavedEdit
from ui.widgets.words import caption, said, section
from ui.workspace import Workspace

PARTED, TRANSLATION = "parts", "translation"
"""How the keys of what waits to be saved end."""
AROUND = 8
"""What the frame of a field takes at each side of the words in it."""


class TranslationEdit(SavedEdit):
    """The words of a clause in the language of the document."""

    ended = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__(1, 30)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if pressed(event, declaring.END_CLAUSE):
            self.flush()
            self.ended.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in STAYING:
            self.left.emit()


class ClauseEdit(QWidget):
    """The fields with what is to be known about them, in the place of the clause."""

    edited = Signal(object)
    """The `Parts` as they are now."""
    translated = Signal(str)
    """What the clause says in the language of the document."""
    ended = Signal()
    """The person is done, or has gone elsewhere."""
    resized = Signal()
    split_asked = Signal(object)
    """The words before the cursor and those after it."""

    def __init__(self, workspace: Workspace, row: TextRow, passage: Passage, document: Translator) -> None:
        super().__init__()
        self._workspace, self._passage, self._is_item = workspace, passage, row.item is not None
        self._stored, self._start = row.parts, ""
        self.field, self.translation = PartsEdit(), TranslationEdit()
        self.translating = may_be_translated(passage)
        self._build(document)
        self._connect()
        self.show_parts(row.parts, force=True)
        self._show_fields()

    def event(self, event: QEvent) -> bool:
        """Say that the height may be another once the field knows how wide it is."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.resized.emit()
        return done

    def show_parts(self, parts: Parts, force: bool = False) -> None:
        """Show what is stored, but for what a person is just typing."""
        self._stored = parts
        self.field.show_parts(parts, force)

    @property
    def _original(self) -> str:
        """What is to be translated."""
        return self._passage.original or self._passage.parts.words

    def take_keyboard(self) -> None:
        """Give the keyboard to the field that is shown, behind the last letter."""
        field = self.translation if self.translating else self.field
        field.setFocus()
        field.moveCursor(field.textCursor().MoveOperation.End)

    def follow(self, before: QWidget) -> None:
        """Let Tab come here from ``before``, and go on to what came after it."""
        for part in (self.field, self.translation, self._instead):
            QWidget.setTabOrder(before, part)
            before = part

    def edit_itself(self) -> None:
        """Edit the words of the clause, though they are in another language."""
        self.translation.flush()
        self.translating = False
        self._show_fields()
        self.take_keyboard()
        self.resized.emit()

    def flush(self) -> None:
        """Save what is typed."""
        self.field.flush()
        self.translation.flush()

    def settle(self) -> None:
        """Take what is typed for stored."""
        (self.translation if self.translating else self.field).settle()
        self._keep()

    def return_typed(self, start: str) -> None:
        """Put in what could not be saved before, and keep what is typed from now on: the keys begin with ``start``."""
        self._start = start
        workspace = self._workspace
        if self.translating:
            key = start + TRANSLATION
            return_to_field(workspace, self.translation, key, self._original, self._translate_again)
        return_to_field(workspace, self.field, start + PARTED, self._stored.text, self._type_again)
        for field in (self.field, self.translation):
            field.textChanged.connect(self._keep)

    def let_go(self) -> None:
        """Save nothing any more; what could not be saved waits for the next time."""
        self._start = ""
        self.field.settle()
        self.translation.settle()

    def lie(self, left: int, width: int, room: int) -> None:
        """Let the words stand where they stand in the text, of which ``room`` is seen."""
        self._column.setContentsMargins(left - AROUND, 0, max(room - left - width - AROUND, 0), 8)

    def has_keyboard(self) -> bool:
        """Tell whether one of the parts has the focus."""
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def height_for(self, width: int) -> int:
        """Return how high it has to be."""
        column = self._column
        return column.totalHeightForWidth(width) if column.hasHeightForWidth() else self.sizeHint().height()

    def _build(self, document: Translator) -> None:
        t, theme = self._workspace.t, self._workspace.theme
        self.field.setAccessibleName(t("Wording of the clause"))
        self.field.setProperty("textsize", "said")
        self.translation.setProperty("textsize", "said")
        self._rendering = QWidget(self)
        column = QVBoxLayout(self._rendering)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        language, other = t.language_name(document.language), t.language_name(self._passage.other_language)
        inset = QVBoxLayout()
        inset.setContentsMargins(AROUND, 0, 0, 0)
        inset.setSpacing(4)
        inset.addWidget(caption(t("The words in {language}:").format(language=other)))
        original = said(self._original, tone="muted")
        original.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        inset.addWidget(original)
        name = section(t("In {language}").format(language=language))
        name.setBuddy(self.translation)
        self.translation.setAccessibleName(name.text())
        inset.addWidget(name)
        column.addLayout(inset)
        column.addWidget(self.translation)
        self._remark = caption()
        self._instead = quiet_button(theme, t("Edit the clause itself"), self.edit_itself, "pencil")
        below = QVBoxLayout()
        below.setContentsMargins(AROUND, 0, 0, 0)
        below.addWidget(self._remark)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(px(theme, 4))
        for part in (self.field, self._rendering):
            self._column.addWidget(part)
        self._column.addLayout(below)
        self._column.addWidget(self._instead, 0, Qt.AlignmentFlag.AlignLeading)
        self._column.addStretch(1)

    def _show_fields(self) -> None:
        t = self._workspace.t
        said = t("Saved as you type; {key} when done.").format(key=shown(declaring.END_CLAUSE))
        if self.translating:
            said = " ".join([t("It becomes the translation of the recommendation, so it serves every document."), said])
        elif self._is_item:
            said = " ".join([said, t("{key} splits it at the cursor.").format(key=shown(declaring.SPLIT))])
        self._remark.setText(said)
        self.field.setVisible(not self.translating)
        self._rendering.setVisible(self.translating)
        self._instead.setVisible(self.translating)
        self.setFocusProxy(self.translation if self.translating else self.field)

    def _connect(self) -> None:
        self.field.edited.connect(self.edited)
        self.field.refused.connect(self._on_refused)
        self.field.split_asked.connect(self.split_asked)
        self.translation.edited.connect(lambda text: self.translated.emit(one_line(text)))
        for field in (self.field, self.translation):
            field.ended.connect(self.ended)
            field.left.connect(self._on_left)
            field.document().documentLayout().documentSizeChanged.connect(self.resized)

    def _keep(self) -> None:
        """Keep what is typed until it is saved."""
        if not self._start:
            return
        drafts, parts = self._workspace.drafts, self.field.parts
        if self.field.pending and parts.are_written:
            drafts.keep(self._start + PARTED, Draft(parts.text, {**asdict(parts), OF: self._stored.text}))
        else:
            drafts.drop(self._start + PARTED)
        if self.translation.pending:
            typed, original = self.translation.toPlainText(), self._original
            drafts.keep(self._start + TRANSLATION, Draft(typed, {OF: original}))
        else:
            drafts.drop(self._start + TRANSLATION)

    def _type_again(self, draft: Draft) -> None:
        if self.translating:
            self.edit_itself()
        self.field.type_parts(Parts(**{part: draft.values.get(part, "") for part in PARTS}))
        self._keep()
        self.field.resume()

    def _translate_again(self, draft: Draft) -> None:
        self.translation.setPlainText(draft.text)
        self._keep()
        self.translation.resume()

    def _on_refused(self) -> None:
        said = self._workspace.t("Only the words that open a clause are in italics: mark them from its beginning.")
        self._workspace.messages.say(said, "incomplete")

    def _on_left(self) -> None:
        QTimer.singleShot(0, self, self._end_if_left)

    def _end_if_left(self) -> None:
        if not self.has_keyboard():
            self.ended.emit()


def may_be_translated(passage: Passage) -> bool:
    """Tell whether the words are in another language and wait for a translation."""
    return isinstance(passage, ItemText) and passage.state is State.UNTRANSLATED
