"""A translation that is being written: what is typed waits until it is saved, wherever the field for it stands."""

from __future__ import annotations

from consultation.reading.passages import ItemText, ParagraphText
from ui.draft_file import Draft
from ui.waiting import OF, return_to_field
from ui.widgets.fields import PlainEdit
from ui.workspace import Workspace


class Typed:
    """Keeps what is typed into a field as the translation of a passage; ``stored`` is what the file holds."""

    def __init__(
        self,
        workspace: Workspace,
        field: PlainEdit,
        passage: ParagraphText | ItemText,
        language: str,
        stored: str,
    ) -> None:
        self._workspace, self._field, self.stored = workspace, field, stored
        self._key = f"translating/{passage.id}/{language}"
        field.setPlainText(stored)
        return_to_field(workspace, field, self._key, stored, lambda draft: field.setPlainText(draft.text))
        field.textChanged.connect(self._keep)

    @property
    def words(self) -> str:
        """What is typed, as one line."""
        return " ".join(self._field.toPlainText().split())

    @property
    def is_new(self) -> bool:
        """Something else is typed than the file holds."""
        return bool(self.words) and self.words != self.stored

    def settle(self) -> None:
        """Take what is typed for saved."""
        self.stored = self.words
        self._workspace.drafts.drop(self._key)

    def _keep(self) -> None:
        if self.is_new:
            self._workspace.drafts.keep(self._key, Draft(self._field.toPlainText(), {OF: self.stored}))
        else:
            self._workspace.drafts.drop(self._key)
