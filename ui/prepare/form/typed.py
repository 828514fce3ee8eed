"""A field to type in, tied to a part of a record; what is wrong with it is said below it."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from consultation.errors import ConsultationError, WrongUsage
from consultation.model import Record
from ui.draft_file import Draft
from ui.prepare.form.labelled import Labelled
from ui.prepare.form.parts import Part
from ui.waiting import OF, return_to_field
from ui.widgets.fields import SavedEdit, SavedLine
from ui.workspace import Workspace


class Typed(QWidget):
    """Shows one part of a record, saves what is typed, and keeps what cannot be saved."""

    def __init__(self, workspace: Workspace, name: str, part: Part, edit: SavedEdit | SavedLine) -> None:
        super().__init__()
        self._workspace = workspace
        self.edit = edit
        self._part = part
        self._record: Record | None = None
        self._key = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._labelled = Labelled(name, edit)
        column.addWidget(self._labelled)
        self.setFocusProxy(edit)
        edit.edited.connect(self._on_edited)
        edit.textChanged.connect(self._on_text_changed)

    @property
    def wrong(self) -> str:
        """What is wrong with what is typed; empty where nothing is."""
        return self._labelled.problem

    def show_record(self, record: Record) -> None:
        """Show a record; of another one, or in another language, only once what was typed is saved or put aside."""
        key = f"field/{record.id}/{self._part.key}"
        other = key != self._key
        if other:
            self.leave()
        stored = self._part.text(record)
        self.edit.show_text(stored, force=other)
        self._record, self._key = record, key
        if isinstance(self.edit, SavedLine) and not self.edit.hasFocus():
            self.edit.setCursorPosition(0)  # of words that are too long, the beginning is seen
        if other:
            self._labelled.refuse("")
            return_to_field(self._workspace, self.edit, key, stored, partial(self._type_again, key))

    def leave(self) -> None:
        """Save what is typed, and forget the record."""
        if self._record is None:
            return
        self.edit.flush()
        self._record, self._key = None, ""
        self.edit.show_text("", force=True)

    def flush(self) -> None:
        """Save what is typed and waits."""
        self.edit.flush()

    def _on_edited(self, text: str) -> None:
        record = self._record
        if record is None or not self._workspace.is_open:  # what is typed is kept as a draft
            return
        store = self._workspace.store
        try:
            values = self._part.values(store.get(type(record), record.id), text)
        except WrongUsage as error:
            self._labelled.refuse(self._workspace.t.error(error))
            return
        except ConsultationError as error:
            self._workspace.messages.refuse(self._workspace.t, error)
            return
        if self._workspace.do("", lambda: store.change(record, **values)):
            self.edit.settle()
            self._labelled.refuse("")
            self._on_text_changed()
            if not self.edit.hasFocus():
                self.edit.show_text(self._part.text(store.get(type(record), record.id)), force=True)

    def _on_text_changed(self) -> None:
        """Keep what is typed with its record until it is saved."""
        if self._record is None:
            return
        text = self._typed()
        if self.edit.pending and text.strip():
            self._workspace.drafts.keep(self._key, Draft(text, {OF: self._part.text(self._record)}))
        else:
            self._workspace.drafts.drop(self._key)
            self._labelled.refuse("")

    def _type_again(self, key: str, draft: Draft) -> None:
        if key != self._key:
            return
        if isinstance(self.edit, SavedEdit):
            self.edit.setPlainText(draft.text)
        else:
            self.edit.setText(draft.text)
        self._on_text_changed()
        self.edit.resume()

    def _typed(self) -> str:
        return self.edit.toPlainText() if isinstance(self.edit, SavedEdit) else self.edit.text()


def line_for(workspace: Workspace, name: str, part: Part, *, required: bool = False) -> Typed:
    """Make a field of one line."""
    return Typed(workspace, name, part, SavedLine(required))


def text_for(workspace: Workspace, name: str, part: Part, lines: int = 1, *, required: bool = False) -> Typed:
    """Make a field of several lines, at least so many."""
    return Typed(workspace, name, part, SavedEdit(lines, required=required))
