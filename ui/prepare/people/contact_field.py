"""How to reach a person: for those who prepare alone."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from consultation.model import Contact
from ui.prepare.form import Labelled, side_by_side
from ui.widgets.fields import SavedLine
from ui.widgets.words import caption
from ui.workspace import Workspace


class ContactField(QWidget):
    """Telephone and mail, kept in a record of their own that is made when the first of them is entered."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._person: UUID | None = None
        self._contact: Contact | None = None
        t = workspace.t
        self.telephone, self.mail = SavedLine(), SavedLine()
        self._lines = {"telephone": self.telephone, "mail": self.mail}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(
            side_by_side((Labelled(t("Telephone"), self.telephone), 2), (Labelled(t("E-mail"), self.mail), 3))
        )
        column.addWidget(
            caption(t("For those who prepare. It is never handed out with the file and stands in no document."))
        )
        for name, line in self._lines.items():
            line.edited.connect(lambda text, name=name: self._on_edited(name, text))

    def show_person(self, person: UUID | None, force: bool) -> None:
        """Show how to reach a person; what is entered of one who is not stored yet waits here."""
        self._person = person
        self._contact = next(iter(self._workspace.store.all(Contact, person=person)), None) if person else None
        for name, line in self._lines.items():
            line.show_text(getattr(self._contact, name) if self._contact else "", force=force)

    def take_person(self, person: UUID) -> None:
        """Keep what was entered for a person who has just been stored."""
        self._person = person
        for line in self._lines.values():
            line.flush()

    def _on_edited(self, name: str, text: str) -> None:
        workspace, said = self._workspace, " ".join(text.split())
        if self._person is None:
            return
        if self._contact is None:
            contact = Contact(id=workspace.store.new_id(), person=self._person)
            setattr(contact, name, said)
            done = workspace.save(contact)
            self._contact = contact if done else None
        else:
            done = workspace.change(self._contact, **{name: said})
        if done:
            self._lines[name].settle()
