"""The people, the organisations and the partnerships: a table of each, and a form in the peek."""

from __future__ import annotations

from functools import cached_property
from typing import Any
from uuid import UUID

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from consultation.exchange.matched import Listing
from consultation.language import N_
from consultation.model import Contact, Organisation, Partnership, Person, Record, Role, Session, Term
from consultation.reading.people_list import Missing, PeopleList
from consultation.store import Store
from ui.actions import preparing
from ui.keys import bind, bind_each, offer
from ui.look.folds import Fold, fold_of, px
from ui.prepare.people.export import export_list
from ui.prepare.people.head import PeopleHead
from ui.prepare.people.lists import Asked, Lists
from ui.prepare.people.pairs import PairsPage
from ui.prepare.people.pane import TablePane
from ui.prepare.people.panes import first_steps, make_panes
from ui.prepare.people.person_fields import PersonFields
from ui.prepare.people.saying import list_words, missing_words, status_words
from ui.prepare.people.side import FormSide
from ui.prepare.people.taking_away import delete_record
from ui.prepare.view import View
from ui.touched import Touched
from ui.widgets.find_bar import FindBar
from ui.widgets.peek import WIDTH
from ui.widgets.sign_button import SignTab
from ui.widgets.tab_order import follow_the_eye
from ui.workspace import Workspace

PEOPLE, ORGANISATIONS, PARTNERSHIPS, PAIRS = "people", "organisations", "partnerships", "pairs"
KINDS: dict[str, type[Record]] = {PEOPLE: Person, ORGANISATIONS: Organisation, PARTNERSHIPS: Partnership}
WORDS = {PEOPLE: N_("people"), ORGANISATIONS: N_("organisations"), PARTNERSHIPS: N_("partnerships")}
"""What the lists are called in the name of a file."""
INSET = 20
"""Of the tables; their words begin with the title of the page."""
LEAST = 520
"""Of the table beside the form; where there is less, the form lies over it."""
PREPARED_MS = 300
"""After the table is shown, what a search and the pairs need is made ready."""


class PeoplePage(View):
    """One table of people; those of organisations and partnerships stand behind it."""

    kinds = (Person, Organisation, Partnership, Contact, Role, Term, Session)
    stands_here = (Person, Organisation, Partnership)
    listings = (Listing.PEOPLE, Listing.ORGANISATIONS)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._lists: Lists | None = None
        self.head: PeopleHead | None = None
        self.list = PEOPLE
        self.missing: Missing | None = None
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

    @cached_property
    def pairs_page(self) -> PairsPage:
        """Those who may be the same person twice; made when somebody asks for it."""
        made = PairsPage(self._workspace)
        made.left.connect(self._leave_pairs)
        self._middle.addWidget(made)
        return made

    @property
    def _is_on_pairs(self) -> bool:
        return isinstance(self._middle.currentWidget(), PairsPage)

    @property
    def pane(self) -> TablePane[Any]:
        """The table of the list that is shown."""
        return self.panes[self.list]

    def refresh(self, touched: Touched) -> None:
        """Show what was written; who may be twice is looked for once the table is there."""
        store, language = self._workspace.store, self._workspace.t.language
        if self._lists is None or touched.everything:
            self._lists = Lists(PeopleList(store, language))
        else:
            self._lists.take(store, touched)
        self._show_list()
        if self.side.isVisibleTo(self):
            self.side.read_again()
        if self._is_on_pairs:
            self._show_pairs()
        self._later.start()

    def status(self) -> tuple[list[str], list[str]]:
        """Say how many there are of each, and how many women and men."""
        lists, store = self._lists, self._workspace.store
        return status_words(self._workspace.t, store, lists.people) if lists else ([], [])

    def go_find(self) -> None:
        """Go to the field to find words."""
        self.show_list(self.list)
        self.bar.field.setFocus()
        self.bar.field.selectAll()

    def show_record(self, record_id: UUID) -> None:
        """Show a record in its table, and its form; one of a pair that is looked at stays beside the other."""
        store = self._workspace.store
        self.catch_up()
        if self._is_on_pairs and self._lists and record_id in self._lists.alike:
            return
        for name, kind in KINDS.items():
            if store.find(kind, record_id) is not None:
                self.missing = None
                self.bar.field.clear()
                self.show_list(name)
                if self.pane.choose(record_id):
                    self._open_row()
                self.pane.setFocus()
                return

    def go_to_field(self, field: str, language: str) -> None:
        form = self.side.form
        if form is not None and isinstance(form.fields, PersonFields):
            form.fields.go_to(field)

    def show_list(self, name: str) -> None:
        """Show the table of people, of organisations or of partnerships."""
        if name != self.list:
            self.close_form()
            self.list, self.missing = name, None
        self._middle.setCurrentWidget(self.pane)
        self.setFocusProxy(self.pane)
        self._name_add()
        self._show_list()

    def show_pairs(self) -> None:
        """Show those who may be the same person twice."""
        self.close_form()
        self.list, self.missing = PEOPLE, None
        self._show_list()
        self._show_pairs()
        self._middle.setCurrentWidget(self.pairs_page)
        self.setFocusProxy(self.pairs_page)
        self._choose_tabs()
        self.order_tabs()
        self.pairs_page.setFocus()

    def narrow(self, missing: Missing) -> None:
        """Show those alone of whom something is missing, or everybody again."""
        chosen = None if self.missing is missing else missing
        self.show_list(PEOPLE)
        self.missing = chosen
        self._show_list()

    def add(self) -> None:
        """Begin a new record of the list that is shown."""
        self.show_list(self.list)
        self._adds = True
        self._open_side()
        self.side.open_new(KINDS[self.list])
        follow_the_eye(self)

    def edit(self) -> None:
        """Go to the form of the row at hand."""
        if self._open_row() and self.side.form is not None:
            self.side.form.begin()

    def delete(self) -> None:
        """Delete the row at hand, or say what keeps it."""
        kind, at_hand = KINDS[self.list], self.pane.at_hand
        record = self._workspace.store.find(kind, at_hand) if at_hand else None
        if isinstance(record, Person | Organisation | Partnership):
            self.side.flush()
            delete_record(self._workspace, record)

    def go_on(self) -> None:
        """Show the next record, or, after a new one, one more; behind the last one a new one begins."""
        if self._adds or not self.pane.step(1):
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
            self.pane.setFocus()

    def sort(self, column: int) -> None:
        """Sort by a column; by the same one once more the other way round."""
        if column < len(self.pane.rows.columns) and self._middle.currentWidget() is self.pane:
            self.pane.sort(column)
            self._show_list()

    def paste(self) -> None:
        """Take people or organisations from a table."""
        self.close_form()
        self.table_asked.emit(Listing.ORGANISATIONS if self.list == ORGANISATIONS else Listing.PEOPLE, True)

    def export(self) -> None:
        """Write the list to a table."""
        export_list(self._workspace, self.window(), self.list, self._workspace.t(WORDS[self.list]))

    def flush(self) -> None:
        """Save what is typed in the form."""
        self.side.flush()

    def state(self) -> dict[str, Any]:
        """Return what is shown, for the page in another language."""
        return {"list": self.list, "typed": self.bar.field.text(), "missing": self.missing, "at": self.pane.at_hand}

    def restore(self, state: dict[str, Any]) -> None:
        """Take up where the page in the other language was."""
        self.show_list(state["list"])
        self.missing = state["missing"]
        self.bar.field.setText(state["typed"])
        self._show_list()
        if state["at"] is not None:
            self.pane.choose(state["at"])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._name_add()
        self._lie()

    def _build(self) -> None:
        workspace = self._workspace
        self.setProperty("surface", "base")
        theme, t = workspace.theme, workspace.t
        self.bar = FindBar(theme, t, t("Find here"))
        filters = {missing.value: SignTab(theme, "incomplete") for missing in Missing}
        filters[PAIRS] = SignTab(theme, "duplicate", "copy")
        self.bar.offer({name: SignTab(theme) for name in KINDS}, filters)
        self.panes: dict[str, TablePane[Any]] = make_panes(workspace, first_steps(workspace, self.add, self.paste))
        self._middle = QStackedWidget()
        for pane in self.panes.values():
            self._middle.addWidget(pane)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.bar)
        self._column.addWidget(self._middle, 1)
        self.side = FormSide(workspace, self)
        self._later = QTimer(self, singleShot=True, interval=PREPARED_MS)
        self.setFocusProxy(self.pane)

    def _connect(self) -> None:
        self.bar.chosen.connect(self._on_tab)
        self.bar.sought.connect(self._on_sought)
        self.bar.list_asked.connect(lambda: self.pane.setFocus())
        self._later.timeout.connect(self._make_ready)
        self.side.closed.connect(self.close_form)
        self.side.next_asked.connect(self.go_on)
        self.side.stored.connect(self._on_stored)
        self.side.delete_asked.connect(self.delete)
        for pane in self.panes.values():
            pane.chosen.connect(self._on_row)
            pane.edit_asked.connect(self.edit)
            pane.everything_asked.connect(self._show_everything)
            pane.table.sort_asked.connect(self.sort)
            bind(pane.table, preparing.ADD_PERSON, self.add)
            bind(pane.table, preparing.DELETE_ROW, self.delete)
            offer(pane.table, preparing.EDIT_ROW, self.edit)
        bind_each(self, preparing.SORT_ROWS, self.sort)
        bind(self, preparing.PASTE_TABLE, self.paste)
        bind(self, preparing.EXPORT_PEOPLE, self.export)
        bind(self, preparing.PAIRS_ALIKE, self.show_pairs)

    def _show_list(self) -> None:
        """Show the rows of the list, and how many there are of everything."""
        if self._lists is not None:
            self._show_rows()
            self._say_counts(self._lists)
            self.status_changed.emit()

    def _show_rows(self) -> None:
        """Show the rows that fit what is typed and chosen."""
        lists = self._lists
        if lists is None:
            return
        pane = self.pane
        if self.list != PEOPLE:
            lists.read_houses(self._workspace.store, self._workspace.t.language)
        asked = Asked(self.bar.field.text(), pane.rows.cells.columns[pane.sorted_by], pane.falling, self.missing)
        pane.show_rows(*lists.shown(KINDS[self.list], asked))

    def _say_counts(self, lists: Lists) -> None:
        t, store = self._workspace.t, self._workspace.store
        said = list_words(t, store, lists.people) + missing_words(t, lists.people, len(lists.pairs))
        for name, words in zip(self.bar.tabs, said, strict=True):
            self.bar.show_words(name, words)
        self._choose_tabs()

    def _choose_tabs(self) -> None:
        self.bar.choose(PAIRS if self._is_on_pairs else str(self.missing) if self.missing else self.list)

    def _show_pairs(self) -> None:
        if self._lists is not None:
            self._lists.read_pairs(self._workspace.store)
            self.pairs_page.show_pairs(self._lists.pairs)

    def _make_ready(self) -> None:
        """Get the first search ready, and after another pause look for those who may be twice."""
        lists = self._lists
        if lists is None or not self._workspace.is_readable or not self.isVisible():
            return
        if lists.people.prepare():
            self._later.start()
        else:
            lists.read_pairs(self._workspace.store)
            self._say_counts(lists)

    def _on_sought(self) -> None:
        """Narrow the table; what is made ready waits until nobody types."""
        self._show_rows()
        if self._later.isActive():
            self._later.start()

    def _show_everything(self) -> None:
        self.missing = None
        self.bar.field.clear()
        self._show_list()

    def _leave_pairs(self) -> None:
        self.show_list(PEOPLE)
        self.pane.setFocus()

    def _on_tab(self, name: str) -> None:
        if name == PAIRS:
            self.show_pairs()
        elif name in KINDS:
            self.missing = None
            self.show_list(name)
        else:
            self.narrow(Missing(name))

    def _on_row(self, record: UUID | None) -> None:
        """Follow the row with the form, while that is open."""
        if (
            self.side.isVisibleTo(self)
            and record is not None
            and record != self.side.record
            and self.pane.has_keyboard()
        ):
            self._open_row()

    def _on_stored(self, record: UUID) -> None:
        """Go to the row of what was added; what is typed to be found gives way to it."""
        if not self.pane.choose(record):
            self._show_everything()
            self.pane.choose(record)

    def _open_row(self) -> bool:
        at_hand = self.pane.at_hand
        record = self._workspace.store.find(KINDS[self.list], at_hand) if at_hand else None
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
            self.head.show_list(KINDS[self.list], tight=fold_of(self, self._workspace.theme) < Fold.MEDIUM)
