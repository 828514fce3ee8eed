"""Fields tied to a record: what is typed is saved in it, and what cannot be saved stays typed."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QObject

from consultation.model import Record
from ui.widgets.fields import SavedEdit, SavedLine
from ui.workspace import Workspace


class Bound(QObject):
    """Ties one field of a record to something to type in."""

    def __init__(self, workspace: Workspace, edit: SavedEdit | SavedLine, name: str, key: str = "") -> None:
        super().__init__(edit)
        self._workspace, self._edit, self._name, self._key = workspace, edit, name, key
        self._record: Record | None = None
        self._unsaved: dict[UUID, str] = {}
        edit.edited.connect(self._on_edited)

    @property
    def edit(self) -> SavedEdit | SavedLine:
        """What is typed in."""
        return self._edit

    def show(self, record: Record) -> None:
        """Show a record's field; of another record only after what was typed is saved or put aside."""
        other = self._record is None or self._record.id != record.id
        if other:
            self.leave()
        self._record = record
        self._edit.show_text(self._stored(record), force=other)
        if other and record.id in self._unsaved:
            self._type(self._unsaved.pop(record.id))

    def leave(self) -> None:
        """Save what is typed; where that is refused, put it aside for when the record is shown again."""
        if self._record is None:
            return
        self._edit.flush()
        if self._edit.pending and self._typed().strip():
            self._unsaved[self._record.id] = self._typed()
            self._edit.show_text(self._stored(self._record), force=True)
        self._record = None

    def flush(self) -> None:
        """Save what is typed now."""
        self._edit.flush()

    def _on_edited(self, text: str) -> None:
        if self._record is None:
            return
        value: object = text
        if self._key:
            fresh = self._workspace.store.get(type(self._record), self._record.id)
            value = {**getattr(fresh, self._name), self._key: text}
        if self._workspace.change(self._record, **{self._name: value}):
            self._edit.settle()

    def _stored(self, record: Record) -> str:
        value = getattr(record, self._name)
        return str(value.get(self._key, "") if self._key else value)

    def _typed(self) -> str:
        return self._edit.toPlainText() if isinstance(self._edit, SavedEdit) else self._edit.text()

    def _type(self, text: str) -> None:
        if isinstance(self._edit, SavedEdit):
            self._edit.setPlainText(text)
        else:
            self._edit.setText(text)
