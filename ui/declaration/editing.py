"""The editor of a clause in the text: laid over its row, which is as high as the editor meanwhile."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from consultation.reading.parts import Parts
from ui.declaration.acts import Acts
from ui.declaration.clause_edit import ClauseEdit
from ui.declaration.draft_model import DraftModel
from ui.declaration.rows import TextRow
from ui.declaration.tall_list import TallList
from ui.declaration.text_delegate import TextDelegate
from ui.workspace import Workspace


class Editing(QObject):
    """Opens and closes the editor, and has what is typed in it written down."""

    ended = Signal()
    """The editor is closed."""
    split = Signal(object)
    """The row after the one that was split in two."""

    def __init__(self, workspace: Workspace, view: TallList, model: DraftModel, acts: Acts) -> None:
        super().__init__(view)
        self._workspace, self._view, self._model, self._acts = workspace, view, model, acts
        self.edit: ClauseEdit | None = None
        """The editor, while a clause is being edited."""

    @property
    def _delegate(self) -> TextDelegate:
        delegate = self._view.itemDelegate()
        assert isinstance(delegate, TextDelegate)
        return delegate

    def begin(self, row: TextRow) -> None:
        """Edit a clause where it stands."""
        passage, view = row.passage, self._view
        if passage is None or self.edit is not None:
            return
        self.edit = edit = ClauseEdit(self._workspace, row, passage, self._acts.t)
        self._delegate.editing = passage.id
        edit.edited.connect(self._on_edited)
        edit.translated.connect(self._on_translated)
        edit.split_asked.connect(self._on_split_asked)
        edit.ended.connect(self._on_edit_ended)
        edit.resized.connect(self.fit)
        view.setIndexWidget(view.currentIndex(), edit)
        self.place()
        edit.follow(view)
        edit.take_keyboard()
        edit.return_typed(f"clause/{passage.id}/{self._acts.t.language}/")
        QTimer.singleShot(0, view, lambda: view.scrollTo(view.currentIndex()))

    def flush(self) -> None:
        """Save what is typed."""
        if self.edit is not None:
            self.edit.flush()

    def end(self) -> None:
        """Save what is typed and show the clause again; the keyboard stays with the text if it was there."""
        edit, view = self.edit, self._view
        if edit is None:
            return
        had_focus = edit.has_keyboard()
        edit.flush()
        edit.let_go()
        self.edit, self._delegate.editing = None, None
        for place in range(self._model.rowCount()):
            if view.indexWidget(self._model.index(place)) is edit:
                view.setIndexWidget(self._model.index(place), None)  # type: ignore[arg-type]
        edit.hide()
        edit.deleteLater()
        view.scheduleDelayedItemsLayout()
        view.viewport().update()
        if had_focus:
            view.setFocus()
        self.ended.emit()

    def show_parts(self, row: TextRow) -> None:
        """Show what the clause that is edited says now, but for what a person is just typing."""
        if self.edit is not None and row.id == self._delegate.editing:
            self.edit.show_parts(row.parts)

    def place(self) -> None:
        """Lay the editor where the words of its row are."""
        layout, row = self._delegate.layout, self._row()
        if self.edit is not None and row is not None:
            self.edit.lie(layout.left(row), layout.wide(row), self._view.viewport().width())
            self.fit()

    def fit(self) -> None:
        """Have the row be as high as the editor."""
        if self.edit is None:
            return
        height = self.edit.height_for(self._view.viewport().width())
        if height != self._delegate.editor_height:
            self._delegate.editor_height = height
            self._view.scheduleDelayedItemsLayout()

    def _row(self) -> TextRow | None:
        return self._model.row_of(self._delegate.editing)

    def _on_edited(self, parts: Parts) -> None:
        edit, row = self.edit, self._row()
        if edit is not None and row is not None and self._acts.reword(row, parts):
            edit.settle()

    def _on_translated(self, words: str) -> None:
        edit, clause = self.edit, self._delegate.editing
        if edit is not None and clause is not None and self._acts.translate(clause, words):
            edit.settle()

    def _on_split_asked(self, words: tuple[str, str]) -> None:
        row = self._row()
        if row is None or not all(words):
            self._workspace.messages.say(
                self._workspace.t("There have to be words on both sides. Nothing was split."), "incomplete"
            )
            return
        clause: UUID | None = row.id
        self.end()
        row = self._model.row_of(clause)
        if row is not None and self._acts.split(row, words):
            self.split.emit(clause)

    def _on_edit_ended(self) -> None:
        QTimer.singleShot(0, self._view, self.end)
