"""The people, the organisations and the partnerships: a table of each, and a form in the peek."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from consultation.exchange.matched import Listing
from consultation.language import N_
from consultation.model import Contact, Organisation, Partnership, Person, Role, Session, Term
from consultation.store import Store
from ui.actions import preparing
from ui.keys import bind, bind_each, offer
from ui.look.folds import Fold, fold_of, px
from ui.prepare.people.export import export_list
from ui.prepare.people.head import PeopleHead
from ui.prepare.people.panes import first_steps
from ui.prepare.people.person_fields import PersonFields
from ui.prepare.people.side import FormSide
from ui.prepare.people.tables import KINDS, ORGANISATIONS, PARTNERSHIPS, PEOPLE, PeopleTables
from ui.prepare.people.taking_away import delete_record
from ui.prepare.view import View
from ui.touched import Touched
from ui.widgets.peek import WIDTH
from ui.widgets.tab_order import follow_the_eye
from ui.workspace import Workspace

WORDS = {PEOPLE: N_("people"), ORGANISATIONS: N_("organisations"), PARTNERSHIPS: N_("partnerships")}
"""What the lists are called in the name of a file."""
INSET = 20
"""Of the tables; their words begin with the title of the page."""
LEAST = 520
"""Of the table beside the form; where there is less, the form lies over it."""


class PeoplePage(View):
    """One table of people; those of organisations and partnerships stand behind it."""

    kinds = (Person, Organisation, Partnership, Contact, Role, Term, Session)
    stands_here = (Person, Organisation, Partnership)
    listings = (Listing.PEOPLE, Listing.ORGANISATIONS)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.head: PeopleHead | None = None
        self._adds = False
        """The record in the form was just added: the next one is new too."""
        self._build()
        self._connect()

    @classmethod
    def how_many(cls, store: Store) -> int:
        return store.count(Person)

    def head_actions(self) -> list[QWidget]:
        self.head = PeopleHead(self._workspace, self.add, self.paste, self.export)
        self._name_add()
        return self.head.parts

    def refresh(self, touched: Touched) -> None:
        """Show what was written, in the table and in the form."""
        self.tables.take(touched)
        if self.side.isVisibleTo(self):
            self.side.read_again()

    def status(self) -> tuple[list[str], list[str]]:
        return self.tables.status()

    def go_find(self) -> None:
        self.tables.go_find()

    def show_record(self, record_id: UUID) -> None:
        """Show a record in its table, and its form; one of a pair that is looked at stays beside the other."""
        store = self._workspace.store
        self.catch_up()
        if self.tables.shows_in_a_pair(record_id):
            return
        for name, kind in KINDS.items():
            if store.find(kind, record_id) is not None:
                if self.tables.go_to(name, record_id):
                    self._open_row()
                self.tables.pane.setFocus()
                return

    def go_to_field(self, field: str, language: str) -> None:
        form = self.side.form
        if form is not None and isinstance(form.fields, PersonFields):
            form.fields.go_to(field)

    def add(self) -> None:
        """Begin a new record of the list that is shown."""
        self.tables.show_list(self.tables.list)
        self._adds = True
        self._open_side()
        self.side.open_new(self.tables.kind)
        follow_the_eye(self)

    def edit(self) -> None:
        """Go to the form of the row at hand."""
        if self._open_row() and self.side.form is not None:
            self.side.form.begin()

    def delete(self) -> None:
        """Delete the row at hand, or say what keeps it."""
        kind, at_hand = self.tables.kind, self.tables.pane.at_hand
        record = self._workspace.store.find(kind, at_hand) if at_hand else None
        if isinstance(record, Person | Organisation | Partnership):
            self.side.flush()
            delete_record(self._workspace, record)

    def go_on(self) -> None:
        """Show the next record, or, after a new one, one more; behind the last one a new one begins."""
        if self._adds or not self.tables.pane.step(1):
            self.add()
        else:
            self.edit()

    def close_form(self) -> None:
        """Put the form away."""
        self.side.flush()
        had_keyboard = self.side.isAncestorOf(self.focusWidget() or self)
        self._adds = False
        self.side.hide()
        self._lie()
        if had_keyboard:
            self.tables.pane.setFocus()

    def paste(self) -> None:
        """Take people or organisations from a table."""
        self.close_form()
        self.table_asked.emit(Listing.ORGANISATIONS if self.tables.list == ORGANISATIONS else Listing.PEOPLE, True)

    def export(self) -> None:
        """Write the list to a table."""
        export_list(self._workspace, self.window(), self.tables.list, self._workspace.t(WORDS[self.tables.list]))

    def flush(self) -> None:
        """Save what is typed in the form."""
        self.side.flush()

    def state(self) -> dict[str, Any]:
        return self.tables.state()

    def restore(self, state: dict[str, Any]) -> None:
        self.tables.restore(state)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._name_add()
        self._lie()

    def _build(self) -> None:
        workspace = self._workspace
        self.setProperty("surface", "base")
        self.tables = PeopleTables(workspace, first_steps(workspace, self.add, self.paste))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.tables)
        self.side = FormSide(workspace, self)
        self.setFocusProxy(self.tables)

    def _connect(self) -> None:
        self.tables.left.connect(self.close_form)
        self.tables.shown.connect(self._on_list_shown)
        self.tables.counted.connect(self.status_changed)
        self.side.closed.connect(self.close_form)
        self.side.next_asked.connect(self.go_on)
        self.side.stored.connect(self.tables.choose)
        self.side.delete_asked.connect(self.delete)
        for pane in self.tables.panes.values():
            pane.chosen.connect(self._on_row)
            pane.edit_asked.connect(self.edit)
            bind(pane.table, preparing.ADD_PERSON, self.add)
            bind(pane.table, preparing.DELETE_ROW, self.delete)
            offer(pane.table, preparing.EDIT_ROW, self.edit)
        bind_each(self, preparing.SORT_ROWS, self.tables.sort)
        bind(self, preparing.PASTE_TABLE, self.paste)
        bind(self, preparing.EXPORT_PEOPLE, self.export)
        bind(self, preparing.PAIRS_ALIKE, self.tables.show_pairs)

    def _on_list_shown(self) -> None:
        self._name_add()
        self.order_tabs()

    def _on_row(self, record: UUID | None) -> None:
        """Follow the row with the form, while that is open."""
        if (
            self.side.isVisibleTo(self)
            and record is not None
            and record != self.side.record
            and self.tables.pane.has_keyboard()
        ):
            self._open_row()

    def _open_row(self) -> bool:
        at_hand = self.tables.pane.at_hand
        record = self._workspace.store.find(self.tables.kind, at_hand) if at_hand else None
        if record is None:
            return False
        self._adds = False
        self._open_side()
        self.side.open_record(record)
        follow_the_eye(self)
        return True

    def _open_side(self) -> None:
        if not self.side.isVisibleTo(self):
            self.side.show()
            self._lie()

    def _lie(self) -> None:
        """Lay the form at the trailing edge: beside the table, or over it where there is little room."""
        theme, open_ = self._workspace.theme, self.side.isVisibleTo(self)
        wide = px(theme, WIDTH)
        beside = self.width() - wide >= px(theme, LEAST)
        inset = px(theme, INSET)
        self._column.setContentsMargins(inset, 0, wide + inset // 2 if open_ and beside else inset, 0)
        at = QRect(self.width() - wide, 0, wide, self.height()) if beside else self.rect()
        if beside and self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            at.moveLeft(0)
        self.side.lie(at)

    def _name_add(self) -> None:
        if self.head is not None:
            self.head.show_list(self.tables.kind, tight=fold_of(self, self._workspace.theme) < Fold.MEDIUM)
