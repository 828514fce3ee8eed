"""The peek of this view: the form of the person, the organisation or the partnership at hand."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from consultation.model import Organisation, Partnership, Person, Record
from ui.actions import preparing
from ui.keys import shown
from ui.prepare.people.form import RecordForm
from ui.prepare.people.organisation_form import OrganisationForm
from ui.prepare.people.partnership_form import PartnershipForm
from ui.prepare.people.person_form import PersonForm
from ui.widgets.peek import Peek
from ui.workspace import Workspace


class FormSide(Peek):
    """One form of each kind; what was entered of a new record that cannot be stored yet is taken up again."""

    next_asked = Signal()
    stored = Signal(object)
    delete_asked = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(workspace.theme, parent)
        self._workspace = workspace
        self.person, self.organisation = PersonForm(workspace), OrganisationForm(workspace)
        self.partnership = PartnershipForm(workspace)
        self._forms: dict[type[Record], RecordForm[Any]] = {
            Person: self.person,
            Organisation: self.organisation,
            Partnership: self.partnership,
        }
        self._unfinished: dict[type[Record], Record] = {}
        self._stack = QStackedWidget()
        for form in self._forms.values():
            self._stack.addWidget(form)
            form.left.connect(self.closed)
            form.next_asked.connect(self.next_asked)
            form.stored.connect(self._on_stored)
            form.delete_asked.connect(self.delete_asked)
        self.fill(self._stack)
        t = workspace.t
        self.show_hints(
            [
                (shown(preparing.NEXT_FIELD), t(preparing.NEXT_FIELD.label)),
                (shown(preparing.NEXT_PERSON), t.context("what a key leads to", "next")),
                (shown(preparing.LEAVE_FORM), t.context("what a key leads to", "to the table")),
            ]
        )

    @property
    def form(self) -> RecordForm[Any]:
        """The form that is shown."""
        return next(form for form in self._forms.values() if form is self._stack.currentWidget())

    @property
    def record(self) -> UUID | None:
        """The record that is shown, stored or not."""
        return self.form.record.id if self.form.record is not None else None

    def open_record(self, record: Record) -> None:
        """Show a record."""
        form = self._forms[type(record)]
        if form.record is not None and form.record.id == record.id and not form.is_new:
            form.read_again(record)
        else:
            self._put_aside(form)
            form.open(record)
        self._stack.setCurrentWidget(form)

    def open_new(self, kind: type[Record]) -> None:
        """Begin a new record, or go on with the one that was begun and could not be stored."""
        form = self._forms[kind]
        if not (form.is_new and form.holds_something):
            self._put_aside(form)
            begun = self._unfinished.pop(kind, None)
            fresh = begun or kind(id=self._workspace.store.new_id(), **form.blank())
            form.open(fresh, is_new=True)
        self._stack.setCurrentWidget(form)
        form.begin()

    def read_again(self) -> None:
        """Show what the file says of the record now."""
        form = self.form
        if form.record is None or form.is_new:
            return
        record = self._workspace.store.find(type(form.record), form.record.id)
        if record is None or record.deleted:
            form.record = None
            self.closed.emit()
        else:
            form.read_again(record)

    def flush(self) -> None:
        """Save what is typed in the form that is shown."""
        if self.form.record is not None:
            self.form.flush()

    def _put_aside(self, form: RecordForm[Any]) -> None:
        form.flush()
        if form.holds_something and form.record is not None:
            self._unfinished[type(form.record)] = form.record

    def _on_stored(self, record: UUID) -> None:
        self.stored.emit(record)
