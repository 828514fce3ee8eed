"""The Prepare place: the consultation, its words, people, programme, open space and aims, and what is handed out."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from consultation.exchange.matched import Listing
from consultation.model import Record
from ui.actions import anywhere, preparing
from ui.keys import bind
from ui.page import Page
from ui.prepare.aims import AimsPage
from ui.prepare.consultation import ConsultationPage
from ui.prepare.hand_out import HandOutPage
from ui.prepare.open_space import OpenSpacePage
from ui.prepare.people import PeoplePage
from ui.prepare.programme import ProgrammePage
from ui.prepare.table_in import TableSheet
from ui.prepare.view import View
from ui.prepare.words import WordsPage
from ui.touched import Touched
from ui.widgets.page_head import PageHead
from ui.workspace import Workspace

CONSULTATION, WORDS, PEOPLE, PROGRAMME = "consultation", "words", "people", "programme"
OPEN_SPACE, AIMS, HAND_OUT = "open_space", "aims", "hand_out"

VIEWS: dict[str, type[View]] = {
    CONSULTATION: ConsultationPage,
    WORDS: WordsPage,
    PEOPLE: PeoplePage,
    PROGRAMME: ProgrammePage,
    OPEN_SPACE: OpenSpacePage,
    AIMS: AimsPage,
    HAND_OUT: HandOutPage,
}
"""The views in the order of their tabs."""


class PreparePlace(Page):
    """From a kit to the file that is handed out; each view is made when it is shown for the first time."""

    shown_by = anywhere.GO_PREPARE
    kinds = tuple(dict.fromkeys(kind for view in VIEWS.values() for kind in view.kinds))
    stands_here = tuple(dict.fromkeys(kind for view in VIEWS.values() for kind in view.stands_here))

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._views: dict[str, View] = {}
        self._states: dict[str, dict[str, Any]] = {}
        self._sheets: dict[str, TableSheet] = {}
        self._view = CONSULTATION
        self._with_table: set[str] = set()
        """The views before which a table stands that is taken in."""
        self._build()
        self._connect()

    @property
    def view(self) -> str:
        """The name of the view that is shown."""
        return self._view

    def page(self, name: str) -> View:
        """Return a view by its name; it is made where nobody has seen it yet."""
        if name not in self._views:
            page = self._views[name] = VIEWS[name](self._workspace)
            self._head_parts[name] = _in_a_row(page.head_actions())
            self.head.add_action(self._head_parts[name])
            page.stand_below(self.head)
            self._stack.addWidget(page)  # once its parts stand in the head: it may show them at once
            page.status_changed.connect(self.status_changed)
            page.status_changed.connect(page.order_tabs)  # it may have made other parts in the head
            page.record_asked.connect(self.show_record)
            page.mend_asked.connect(self.mend)
            page.first_asked.connect(self.begin)
            page.table_asked.connect(partial(self.take_table, name))
            if name in self._states:
                page.restore(self._states.pop(name))
        return self._views[name]

    def sheet(self, name: str) -> TableSheet:
        """Return what a table is taken into a view with; it is made where nobody has asked for it yet."""
        if name not in self._sheets:
            sheet = self._sheets[name] = TableSheet(self._workspace, VIEWS[name].listings, self.page(name).completing)
            sheet.stand_below(self.head)
            self._stack.addWidget(sheet)
            sheet.status_changed.connect(sheet.order_tabs)
            sheet.left.connect(partial(self._leave_table, name))
        return self._sheets[name]

    def take_table(self, name: str, listing: Listing, paste: bool = False) -> None:
        """Show before a view the sheet that takes a table in; to ``paste``, with that of the clipboard."""
        self._with_table.add(name)
        self.sheet(name).begin(listing, paste)
        self.show_view(name)

    def show_view(self, name: str) -> None:
        """Show one of the views, or the table that stands before it."""
        on_tabs = self.head.isAncestorOf(QApplication.focusWidget() or self)  # there, arrows go from view to view
        before = self._views.get(self.view)
        if before is not None:
            before.flush()
        page: View = self.page(name)
        self._view = name
        self.head.show_open(name)
        for each, part in self._head_parts.items():
            part.setVisible(each == name and name not in self._with_table)
        if name in self._with_table:
            page = self.sheet(name)
        self._stack.setCurrentWidget(page)
        self.setFocusProxy(page)
        if self.isVisible() and not on_tabs:
            page.setFocus()
        self.status_changed.emit()
        QTimer.singleShot(0, self.head, self.head.fit)  # other parts stand in it now

    def refresh(self, touched: Touched) -> None:
        """Say how many there are of everything, in an event of its own: the view that is shown comes first."""
        if not self._views:
            self.show_view(CONSULTATION)
        QTimer.singleShot(0, self, self._count)

    def status(self) -> tuple[list[str], list[str]]:
        """Say what the view that is shown says; of a table that is not taken in yet there is nothing to say."""
        is_view = self._views and self.view not in self._with_table
        return self._views[self.view].status() if is_view else ([], [])

    def go_find(self) -> None:
        """Go to the field to find words, in a view that has one."""
        if self.view not in self._with_table:
            self.page(self.view).go_find()

    def flush(self) -> None:
        """Save what is typed in any view."""
        for page in self._views.values():
            page.flush()

    def state(self) -> dict[str, Any]:
        """Return what is shown, for the page in another language."""
        return {
            "view": self.view,
            "views": {name: page.state() for name, page in self._views.items()} | self._states,
            "sheets": {name: sheet.state() for name, sheet in self._sheets.items()},
            "with_table": self._with_table,
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Take up where the page in the other language was."""
        self._states = dict(state["views"])
        for name, held in state["sheets"].items():
            self.sheet(name).restore(held)
        self._with_table = set(state["with_table"])
        self.show_view(state["view"])

    def show_record(self, record_id: UUID) -> None:
        """Show a record in the first view in which it can stand."""
        store = self._workspace.store
        for name, view in VIEWS.items():
            if any(store.find(kind, record_id) is not None for kind in view.stands_here):
                self._with_table.discard(name)
                self.show_view(name)
                self.page(name).show_record(record_id)
                return

    def mend(self, record_id: UUID, field: str, language: str) -> None:
        """Show a record, and take the keyboard to the field in which it lacks something."""
        self.show_record(record_id)
        self.page(self.view).go_to_field(field, language)

    def begin(self, kind: type[Record]) -> None:
        """Show the view in which the first record of a kind can be made."""
        name = next(name for name, view in VIEWS.items() if kind in view.stands_here)
        self._with_table.discard(name)
        self.show_view(name)

    def _build(self) -> None:
        t, theme = self._workspace.t, self._workspace.theme
        self.setProperty("surface", "base")
        self._stack = QStackedWidget()
        self._head_parts: dict[str, QWidget] = {}
        self.head = PageHead(theme, self.title(t))
        words = {CONSULTATION: t("Consultation"), WORDS: t.context("tab", "Words"), PEOPLE: t("People")}
        words |= {PROGRAMME: t("Programme"), OPEN_SPACE: t("Open space"), AIMS: t("Aims"), HAND_OUT: t("Hand out")}
        for name in VIEWS:
            self.head.add_view(name, words[name])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.head.view_chosen.connect(self.show_view)
        bind(self, preparing.NEXT_VIEW, lambda: self._step(1))
        bind(self, preparing.VIEW_BEFORE, lambda: self._step(-1))

    def _leave_table(self, name: str) -> None:
        self._with_table.discard(name)
        if self.view == name:
            self.show_view(name)

    def _step(self, by: int) -> None:
        names = list(VIEWS)
        self.show_view(names[(names.index(self.view) + by) % len(names)])

    def _count(self) -> None:
        if not self._workspace.is_readable:
            return
        for name, view in VIEWS.items():
            number = view.how_many(self._workspace.store)
            self.head.show_count(name, self._workspace.t.number(number) if number else "")


def _in_a_row(parts: list[QWidget]) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(8)
    for part in parts:
        line.addWidget(part)
    return row
