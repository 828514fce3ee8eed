"""The tables of people, organisations and partnerships, what narrows them, and those who look alike."""

from __future__ import annotations

from functools import cached_property
from typing import Any
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from consultation.model import Organisation, Partnership, Person, Record
from consultation.reading.people_list import Missing, PeopleList
from ui.prepare.people.lists import Asked, Lists
from ui.prepare.people.pairs import PairsPage
from ui.prepare.people.pane import TablePane
from ui.prepare.people.panes import make_panes
from ui.prepare.people.saying import list_words, missing_words, status_words
from ui.touched import Touched
from ui.widgets.cards import EmptyState
from ui.widgets.find_bar import FindBar
from ui.widgets.sign_button import SignTab
from ui.workspace import Workspace

PEOPLE, ORGANISATIONS, PARTNERSHIPS, PAIRS = "people", "organisations", "partnerships", "pairs"
KINDS: dict[str, type[Record]] = {PEOPLE: Person, ORGANISATIONS: Organisation, PARTNERSHIPS: Partnership}
PREPARED_MS = 300
"""After the table is shown, what a search and the pairs need is made ready."""


class PeopleTables(QWidget):
    """One of the tables is shown, or the pairs; above it the field to find and the tabs."""

    left = Signal()
    """Another list is about to be shown."""
    shown = Signal()
    """Another list, or the pairs, are shown now."""
    counted = Signal()

    def __init__(self, workspace: Workspace, first_steps: dict[str, EmptyState]) -> None:
        super().__init__()
        self._workspace = workspace
        self._lists: Lists | None = None
        self.list = PEOPLE
        self.missing: Missing | None = None
        self._build(first_steps)
        self._connect()

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

    @property
    def kind(self) -> type[Record]:
        """The kind of record that the list holds."""
        return KINDS[self.list]

    def take(self, touched: Touched) -> None:
        """Show what was written; who may be twice is looked for once the table is there."""
        store, language = self._workspace.store, self._workspace.t.language
        if self._lists is None or touched.everything:
            self._lists = Lists(PeopleList(store, language))
        else:
            self._lists.take(store, touched)
        self._show_list()
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

    def shows_in_a_pair(self, record: UUID) -> bool:
        """Tell whether the pairs are shown, and a record is one of them."""
        return self._is_on_pairs and self._lists is not None and record in self._lists.alike

    def go_to(self, name: str, record: UUID) -> bool:
        """Show a record in its list, whatever was typed or chosen; tell whether it is there."""
        self.missing = None
        self.bar.field.clear()
        self.show_list(name)
        return self.pane.choose(record)

    def choose(self, record: UUID) -> None:
        """Go to the row of a record; what is typed to be found gives way to it."""
        if not self.pane.choose(record):
            self._show_everything()
            self.pane.choose(record)

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

    def show_list(self, name: str) -> None:
        """Show the table of people, of organisations or of partnerships."""
        if name != self.list:
            self.left.emit()
            self.list, self.missing = name, None
        self._middle.setCurrentWidget(self.pane)
        self.setFocusProxy(self.pane)
        self.shown.emit()
        self._show_list()

    def show_pairs(self) -> None:
        """Show those who may be the same person twice."""
        self.left.emit()
        self.list, self.missing = PEOPLE, None
        self._show_list()
        self._show_pairs()
        self._middle.setCurrentWidget(self.pairs_page)
        self.setFocusProxy(self.pairs_page)
        self._choose_tabs()
        self.shown.emit()
        self.pairs_page.setFocus()

    def narrow(self, missing: Missing) -> None:
        """Show those alone of whom something is missing, or everybody again."""
        chosen = None if self.missing is missing else missing
        self.show_list(PEOPLE)
        self.missing = chosen
        self._show_list()

    def sort(self, column: int) -> None:
        """Sort by a column; by the same one once more the other way round."""
        if column < len(self.pane.rows.columns) and self._middle.currentWidget() is self.pane:
            self.pane.sort(column)
            self._show_list()

    def _build(self, first_steps: dict[str, EmptyState]) -> None:
        theme, t = self._workspace.theme, self._workspace.t
        self.bar = FindBar(theme, t, t("Find here"))
        filters = {missing.value: SignTab(theme, "incomplete") for missing in Missing}
        filters[PAIRS] = SignTab(theme, "duplicate", "copy")
        self.bar.offer({name: SignTab(theme) for name in KINDS}, filters)
        self.panes: dict[str, TablePane[Any]] = make_panes(self._workspace, first_steps)
        self._middle = QStackedWidget()
        for pane in self.panes.values():
            self._middle.addWidget(pane)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._middle, 1)
        self._later = QTimer(self, singleShot=True, interval=PREPARED_MS)
        self.setFocusProxy(self.pane)

    def _connect(self) -> None:
        self.bar.chosen.connect(self._on_tab)
        self.bar.sought.connect(self._on_sought)
        self.bar.list_asked.connect(lambda: self.pane.setFocus())
        self._later.timeout.connect(self._make_ready)
        for pane in self.panes.values():
            pane.everything_asked.connect(self._show_everything)
            pane.table.sort_asked.connect(self.sort)

    def _show_list(self) -> None:
        """Show the rows of the list, and how many there are of everything."""
        if self._lists is not None:
            self._show_rows()
            self._say_counts(self._lists)
            self.counted.emit()

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
