"""Fields tied to a record: what is typed is saved in it, and what cannot be saved stays typed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from consultation.model import Recommendation, Record, translation
from ui.draft_file import Draft
from ui.waiting import OF, return_to_field
from ui.widgets.fields import SavedEdit, SavedLine
from ui.workspace import Workspace


class Bound(QObject):
    """Ties one field of a record to something to type in."""

    def __init__(self, workspace: Workspace, edit: SavedEdit | SavedLine, name: str) -> None:
        super().__init__(edit)
        self._workspace, self._edit, self._name = workspace, edit, name
        self._record: Record | None = None
        edit.edited.connect(self._on_edited)
        edit.textChanged.connect(self._on_text_changed)

    @property
    def edit(self) -> SavedEdit | SavedLine:
        """What is typed in."""
        return self._edit

    def show(self, record: Record) -> None:
        """Show a record's field; of another record only after what was typed is saved or put aside."""
        other = self._record is None or self._record.id != record.id
        if other:
            self.leave()
        stored = self._stored(record)
        self._edit.show_text(stored, force=other)
        self._record = record
        if other:
            return_to_field(self._workspace, self._edit, self._key(record), stored, partial(self._type_again, record))

    def leave(self) -> None:
        """Save what is typed; where that is refused, it waits with its record until that is shown again."""
        if self._record is None:
            return
        self._edit.flush()
        left, self._record = self._record, None
        self._edit.show_text(self._stored(left), force=True)

    def flush(self) -> None:
        """Save what is typed now."""
        self._edit.flush()

    def _on_edited(self, text: str) -> None:
        record = self._record
        if record is None:
            return
        if self._workspace.do("", lambda: self._workspace.store.change(record, **{self._name: self._value(text)})):
            self._edit.settle()
            self._on_text_changed()

    def _on_text_changed(self) -> None:
        """Keep what is typed with its record until it is saved."""
        if self._record is None:
            return
        key, text = self._key(self._record), self._typed()
        if self._edit.pending and text.strip():
            self._workspace.drafts.keep(key, Draft(text, {OF: self._stored(self._record)}))
        else:
            self._workspace.drafts.drop(key)

    def _type_again(self, record: Record, draft: Draft) -> None:
        if self._record is not None and self._record.id == record.id:
            self._type(draft.text)
            self._on_text_changed()
            self._edit.resume()

    def _key(self, record: Record) -> str:
        return f"field/{record.id}/{self._name}"

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

    def _key(self, record: Record) -> str:
        return f"{super()._key(record)}/{self._language}"

    def _value(self, text: str) -> object:
        assert isinstance(self._record, Recommendation)
        fresh = self._workspace.store.get(Recommendation, self._record.id)
        made = translation(text, of=fresh.text, by=self._workspace.identity.author)
        return {**fresh.translations, self._language: made}

    def _stored(self, record: Record) -> str:
        assert isinstance(record, Recommendation)
        kept = record.translations.get(self._language)
        return kept["text"] if kept else ""
