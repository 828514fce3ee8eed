"""The peek of this view: the form of the person, the organisation or the partnership at hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from consultation.model import Organisation, Partnership, Person, Record
from ui.actions import preparing
from ui.keys import shown
from ui.prepare.people.form import Fields, RecordForm
from ui.prepare.people.organisation_fields import OrganisationFields
from ui.prepare.people.partnership_fields import PartnershipFields
from ui.prepare.people.person_fields import PersonFields
from ui.widgets.peek import Peek
from ui.workspace import Workspace

FIELDS: dict[Any, Callable[[RecordForm[Any]], Fields[Any]]] = {
    Person: PersonFields,
    Organisation: OrganisationFields,
    Partnership: PartnershipFields,
}


class FormSide(Peek):
    """One form of each kind; what was entered of a new record that cannot be stored yet is taken up again."""

    next_asked = Signal()
    stored = Signal(object)
    delete_asked = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(workspace.theme, parent)
        self._workspace = workspace
        self._forms: dict[type[Record], RecordForm[Any]] = {}
        self._unfinished: dict[type[Record], Record] = {}
        self._stack = QStackedWidget()
        self.fill(self._stack)
        t = workspace.t
        self.show_hints(
            [
                (shown(preparing.NEXT_FIELD), t(preparing.NEXT_FIELD.label)),
                (shown(preparing.NEXT_PERSON), t.context("what a key leads to", "next")),
            ]
        )

    def form_of(self, kind: type[Record]) -> RecordForm[Any]:
        """Return the form of a kind; made when it is shown for the first time."""
        if kind not in self._forms:
            form = self._forms[kind] = RecordForm(self._workspace, FIELDS[kind])
            form.left.connect(self.closed)
            form.next_asked.connect(self.next_asked)
            form.stored.connect(self.stored)
            form.delete_asked.connect(self.delete_asked)
            self._stack.addWidget(form)
        return self._forms[kind]

    @property
    def form(self) -> RecordForm[Any] | None:
        """The form that is shown, if there is one yet."""
        return next((form for form in self._forms.values() if form is self._stack.currentWidget()), None)

    @property
    def record(self) -> UUID | None:
        """The record that is shown, stored or not."""
        return self.form.record.id if self.form is not None and self.form.record is not None else None

    def open_record(self, record: Record) -> None:
        """Show a record."""
        form = self.form_of(type(record))
        if form.record is not None and form.record.id == record.id and not form.is_new:
            form.read_again(record)
        else:
            self._put_aside(form)
            form.open(record)
        self._stack.setCurrentWidget(form)

    def open_new(self, kind: type[Record]) -> None:
        """Begin a new record, or go on with the one that was begun and could not be stored."""
        form = self.form_of(kind)
        if not (form.is_new and form.holds_something):
            self._put_aside(form)
            begun = self._unfinished.pop(kind, None)
            fresh = begun or kind(id=self._workspace.store.new_id(), **form.fields.blank())
            form.open(fresh, is_new=True)
        self._stack.setCurrentWidget(form)
        form.begin()

    def read_again(self) -> None:
        """Show what the file says of the record now."""
        form = self.form
        if form is None or form.record is None or form.is_new:
            return
        record = self._workspace.store.find(type(form.record), form.record.id)
        if record is None or record.deleted:
            form.record = None
            self.closed.emit()
        else:
            form.read_again(record)

    def flush(self) -> None:
        """Save what is typed in the form that is shown."""
        if self.form is not None and self.form.record is not None:
            self.form.flush()

    def _put_aside(self, form: RecordForm[Any]) -> None:
        form.flush()
        if form.holds_something and form.record is not None:
            self._unfinished[type(form.record)] = form.record
