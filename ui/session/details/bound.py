"""Fields tied to a record: what is typed is saved in it, and what cannot be saved stays typed."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QObject

from consultation.model import Recommendation, Record, translation
from ui.widgets.fields import SavedEdit, SavedLine
from ui.workspace import Workspace


class Bound(QObject):
    """Ties one field of a record to something to type in."""

    def __init__(self, workspace: Workspace, edit: SavedEdit | SavedLine, name: str) -> None:
        super().__init__(edit)
        self._workspace, self._edit, self._name = workspace, edit, name
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
        record = self._record
        if record is None:
            return
        if self._workspace.do("", lambda: self._workspace.store.change(record, **{self._name: self._value(text)})):
            self._edit.settle()

    def _value(self, text: str) -> object:
        """Return what the field is to hold."""
        return text

    def _stored(self, record: Record) -> str:
        """Return the words the field holds."""
        return str(getattr(record, self._name))

    def _typed(self) -> str:
        return self._edit.toPlainText() if isinstance(self._edit, SavedEdit) else self._edit.text()

    def _type(self, text: str) -> None:
        if isinstance(self._edit, SavedEdit):
            self._edit.setPlainText(text)
        else:
            self._edit.setText(text)


class BoundTranslation(Bound):
    """Ties the translation of a recommendation into one language to something to type in."""

    def __init__(self, workspace: Workspace, edit: SavedEdit | SavedLine, language: str) -> None:
        super().__init__(workspace, edit, "translations")
        self._language = language

    def _value(self, text: str) -> object:
        assert isinstance(self._record, Recommendation)
        fresh = self._workspace.store.get(Recommendation, self._record.id)
        made = translation(text, of=fresh.text, by=self._workspace.identity.author)
        return {**fresh.translations, self._language: made}

    def _stored(self, record: Record) -> str:
        assert isinstance(record, Recommendation)
        kept = record.translations.get(self._language)
        return kept["text"] if kept else ""
