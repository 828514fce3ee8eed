"""A form of this view: a record that is new until it can be stored, the fields of its kind, and their keys."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from consultation.model import Record
from ui.actions import preparing
from ui.keys import pressed, tip
from ui.prepare.people.fields import Labelled
from ui.widgets.buttons import icon_button, quiet_button
from ui.widgets.fields import SavedEdit, SavedLine
from ui.widgets.scroll import scrolled
from ui.widgets.tab_order import follow_the_eye
from ui.widgets.words import Elided
from ui.workspace import Workspace

R = TypeVar("R", bound=Record)
INSET, BETWEEN = 24, 10


class Fields(ABC, Generic[R]):
    """The fields of one kind of record, in a `RecordForm` that shows them and stores what is put in them."""

    def __init__(self, form: RecordForm[R]) -> None:
        self.form, self.workspace = form, form.workspace

    @abstractmethod
    def lay_out(self, column: QVBoxLayout) -> None:
        """Make the fields and put them into the column of the form."""

    @abstractmethod
    def show(self, record: R, force: bool) -> None:
        """Show a record; with ``force`` what is typed gives way."""

    @abstractmethod
    def stops(self) -> list[QWidget]:
        """Return the fields through which Enter leads, in their order."""

    @abstractmethod
    def lacks(self, record: R) -> str:
        """Say why a new record cannot be stored yet; nothing where it can."""

    @abstractmethod
    def said_new(self, record: R) -> str:
        """Say that a new record was added."""

    def blank(self) -> dict[str, Any]:
        """Return what a new record has before anything was entered."""
        return {}

    def flush(self) -> None:
        """Save what is typed and is no text."""


class RecordForm(QWidget, Generic[R]):
    """Shows one record. A new one is stored as soon as it has what it cannot be without; until then it is kept here."""

    left = Signal()
    """Back to the table."""
    next_asked = Signal()
    """The next record, or one more new one."""
    stored = Signal(object)
    """The id of a new record that was stored."""
    delete_asked = Signal()

    def __init__(self, workspace: Workspace, fields: Callable[[RecordForm[R]], Fields[R]]) -> None:
        super().__init__()
        self.workspace = workspace
        self.record: R | None = None
        self.is_new = False
        """The record is not stored yet."""
        self._head = Elided("", "heading", strong=True)
        self._column = QVBoxLayout()
        self._column.setContentsMargins(INSET, 4, INSET, 16)
        self._column.setSpacing(BETWEEN)
        self.fields = fields(self)
        self.fields.lay_out(self._column)
        self._finish()

    def open(self, record: R, *, is_new: bool = False) -> None:
        """Show another record, once what was typed is saved."""
        self.flush()
        self.record, self.is_new = record, is_new
        self.fields.show(record, force=True)
        self._delete.setVisible(not is_new)
        self._area.verticalScrollBar().setValue(0)
        follow_the_eye(self)

    def read_again(self, record: R) -> None:
        """Show what the file says of the record now, and leave alone what is being typed."""
        if self.record is not None and record.id == self.record.id and not self.is_new:
            self.record = record
            self.fields.show(record, force=False)

    def begin(self) -> None:
        """Go to the first field."""
        stops = self._stops()
        if stops:
            stops[0].setFocus(Qt.FocusReason.TabFocusReason)

    def flush(self) -> None:
        """Save what is typed."""
        for line in self.findChildren(SavedLine):
            line.flush()
        for edit in self.findChildren(SavedEdit):
            edit.flush()
        self.fields.flush()

    @property
    def holds_something(self) -> bool:
        """Something was entered of a new record that cannot be stored yet."""
        record = self.record
        if record is None or not self.is_new:
            return False
        return record.model_dump(exclude={"id"}) != type(record)(**self.fields.blank()).model_dump(exclude={"id"})

    def event(self, event: QEvent) -> bool:
        """Keep the key for the next person from beginning a new file."""
        overrides = event.type() == QEvent.Type.ShortcutOverride
        if overrides and isinstance(event, QKeyEvent) and pressed(event, preparing.NEXT_PERSON):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if pressed(event, preparing.NEXT_PERSON):
            self.flush()
            self.next_asked.emit()
        elif pressed(event, preparing.NEXT_FIELD):
            self.go_on()
        elif pressed(event, preparing.LEAVE_FORM):
            self.flush()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def go_on(self) -> None:
        """Go to the next field; buttons between two fields are left out."""
        here, stops = QApplication.focusWidget(), self._stops()
        place = next((at for at, stop in enumerate(stops) if stop is here or stop.focusProxy() is here), None)
        if place is not None and place + 1 < len(stops):
            after = stops[place + 1]
            after.setFocus(Qt.FocusReason.TabFocusReason)
            self._area.ensureWidgetVisible(after, 0, 48)

    def put(self, **values: Any) -> bool:
        """Store these values; of a new record they are kept until it can be stored. Tell whether none was refused."""
        record = self.record
        if record is None:
            return False
        if not self.is_new:
            if not self.workspace.change(record, **values):
                return False
            self._take(record, values)
            return True
        self._take(record, values)
        if self.fields.lacks(record):
            return True
        if not self.workspace.save(record, self.fields.said_new(record)):
            return False
        self.is_new = False
        self._delete.show()
        self.stored.emit(record.id)
        return True

    def show_title(self, words: str) -> None:
        """Show in the head of what the form is."""
        self._head.show_text(words)

    def _stops(self) -> list[QWidget]:
        return [field for field in self.fields.stops() if field.isEnabled() and field.isVisibleTo(self)]

    @staticmethod
    def _take(record: R, values: dict[str, Any]) -> None:
        for name, value in values.items():
            setattr(record, name, value)

    def _finish(self) -> None:
        workspace = self.workspace
        t, theme = workspace.t, workspace.theme
        top = QHBoxLayout()
        top.setContentsMargins(INSET, 12, 12, 4)
        top.addWidget(self._head, 1)
        close = tip(t, preparing.LEAVE_FORM, t("Close the form"))
        top.addWidget(icon_button(theme, "x", close, self._close))
        self._delete = quiet_button(theme, t("Delete"), self.delete_asked.emit, "trash-2")
        self._column.addSpacing(8)
        self._column.addWidget(self._delete)
        self._column.addStretch(1)
        inside = QWidget()
        inside.setLayout(self._column)
        self._area = scrolled(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._area, 1)

    def _close(self) -> None:
        self.flush()
        self.left.emit()


class BoundLine:
    """Ties a line to a field of the form's record, with what is wrong beside it."""

    def __init__(self, form: RecordForm[Any], line: SavedLine | SavedEdit, name: str, label: Labelled) -> None:
        self._form, self._line, self._name, self._label = form, line, name, label
        self._needed = ""
        line.edited.connect(self._on_edited)
        if isinstance(line, SavedLine):
            line.textEdited.connect(lambda _: label.refuse(""))

    def need(self, why: str) -> BoundLine:
        """Refuse an empty field, and say ``why`` beside it."""
        self._needed = why
        return self

    def show(self, text: str, force: bool) -> None:
        """Show what is stored."""
        self._line.show_text(text, force=force)
        if force:
            self._label.refuse("")

    def _on_edited(self, text: str) -> None:
        said = " ".join(text.split()) if isinstance(self._line, SavedLine) else text
        if self._needed and not said:
            self._label.refuse(self._needed)
        elif self._form.put(**self._values(said)):
            self._label.refuse("")
            self._line.settle()

    def _values(self, said: str) -> dict[str, Any]:
        return {self._name: said}
