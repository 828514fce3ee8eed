"""Priorities: what weighs how much, narrowed and sorted; those to begin with; and who is missing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from consultation.model import (
    Attendance,
    Group,
    Intervention,
    Person,
    Recommendation,
    Role,
    Session,
    Shortlist,
    Support,
    Term,
    Verdict,
)
from consultation.progress import Progress
from consultation.store import Store
from consultation.weighing.figures import Figure
from consultation.weighing.listing import Listing, Narrowing
from consultation.weighing.weighed import Weighed, Weighing, read_weighing
from ui.actions import weighing
from ui.keys import bind, offer, shown
from ui.last_asked import LastAsked
from ui.merge.priorities.bar import PriorityBar, sort_name
from ui.merge.priorities.changing import Changing
from ui.merge.priorities.export import ask_where, write_list
from ui.merge.priorities.missing import MissingPage
from ui.merge.priorities.ordering import Ordering
from ui.merge.priorities.side import PrioritySide
from ui.merge.priorities.spread import PrioritySpread
from ui.merge.priorities.table import PriorityTable
from ui.merge.priorities.ten import TenColumn
from ui.page import Page
from ui.touched import Touched
from ui.widgets.buttons import quiet_button
from ui.widgets.cards import EmptyState
from ui.widgets.keyed_button import KeyedButton
from ui.widgets.tab_order import follow_the_eye
from ui.workspace import Workspace

AT_ONCE = 1_500
"""Recommendations that are weighed before the page is shown; more are weighed off the GUI thread."""
LIST, MISSING, NOTHING, NOT_FOUND, READING = range(5)
"""What stands in the middle."""
WORKING_MS = 20
"""How long a row is at hand before its working is written out: whoever holds an arrow passes many."""


class PrioritiesPage(Page):
    """Figures help to read and none decides; the order of those to begin with is made by hand and kept in the file."""

    kinds = (
        *(Recommendation, Support, Group, Verdict, Shortlist),
        *(Session, Term, Person, Role, Attendance, Intervention),
    )

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._listing: Listing | None = None
        self.figure = Figure.ACROSS
        self._build()
        self._connect()

    def count(self) -> int:
        """Count the recommendations."""
        return self._workspace.store.count(Recommendation)

    def state(self) -> dict[str, Any]:
        """Return what is shown, for the page in another language."""
        row = self.table.row
        return {
            "figure": self.figure,
            "narrowing": self.side.narrowing,
            "key": row.key if row else None,
            "missing": self._middle.currentIndex() == MISSING,
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Take up where the page in the other language was."""
        self.figure = state["figure"]
        self.side.narrowing = state["narrowing"]
        self.bar.field.setText(self.side.narrowing.words)
        if self._listing is not None:
            self._show_list()
            if state["key"] is not None:
                self.table.choose(state["key"])
        if state["missing"]:
            self.show_missing()

    def status(self) -> tuple[list[str], list[str]]:
        """Say how much is shown, how much of it is among those to begin with, and what is chosen."""
        t, listing = self._workspace.t, self._listing
        if listing is None:
            return [], []
        rows = self.table.rows.rows
        ten = set(self.ordering.order)
        whole = len(listing.weighing.rows)
        among = len(ten) if len(rows) == whole else sum(row.key in ten for row in rows)
        facts = [
            t("{shown} of {whole} shown").format(shown=t.number(len(rows)), whole=t.number(whole)),
            t("{count} of them among those to begin with").format(count=t.number(among)),
        ]
        chosen = self.table.count_chosen
        if chosen > 1:
            facts.append(t.plural("{count} chosen", "{count} chosen", chosen))
        return facts, [t("Sorted by: {figure}").format(figure=sort_name(t, self.figure))]

    def refresh(self, touched: Touched) -> None:
        """Weigh everything anew, unless only the order of those to begin with was written."""
        only_ten = not touched.everything and touched.kinds & {kind.kind() for kind in self.kinds} == {Shortlist.kind()}
        if only_ten and self._listing is not None:
            self._show_ten()
        elif self.count() <= AT_ONCE:
            self.show_listing(Listing(read_weighing(self._workspace.store)))
        else:
            if self._listing is None:
                self._middle.setCurrentIndex(READING)
            self._weighing.ask(touched)

    def show_listing(self, listing: Listing) -> None:
        """Show what was weighed."""
        self._listing = listing
        self.table.rows.codes = {key: session.code for key, session in listing.weighing.sessions.items()}
        self.side.show_listing(listing)
        self._show_list(read_anew=True)
        self._show_ten()
        follow_the_eye(self)

    def go_find(self) -> None:
        """Go to the field to find words."""
        self.show_list()
        self.bar.field.setFocus()
        self.bar.field.selectAll()

    def sort(self, figure: Figure) -> None:
        """Sort the list by a figure."""
        self.figure = figure
        self._show_list()

    def show_missing(self) -> None:
        """Show who is missing, or the list again."""
        if self._middle.currentIndex() == MISSING:
            self.show_list()
        elif self._listing is not None:
            self.missing.show_turnout(self._listing.weighing.turnout)
            self._middle.setCurrentIndex(MISSING)
            self.missing.setFocus()

    def show_list(self) -> None:
        """Show the list again."""
        if self._listing is not None and self._middle.currentIndex() == MISSING:
            self._show_list()
            self.table.setFocus()

    def propose(self) -> None:
        """Propose those to begin with, in the place of what stands there; it can be undone."""
        if self._listing is not None and self._listing.weighing.rows:
            self.ordering.propose(self._listing.weighing)

    def put_in_or_take_out(self) -> None:
        """Put what is chosen among those to begin with, or take it out where all of it is there."""
        in_ten = [self.ten.list.key] if self.ten.list.hasFocus() else [row.key for row in self.table.chosen]
        self.ordering.put_in_or_take_out([key for key in in_ten if key is not None])

    def shift(self, step: int) -> None:
        """Move the one at hand up or down among those to begin with."""
        key = self._at_hand.key if self._at_hand else None
        if key is not None:
            self.ordering.shift(key, step)
            self.ten.list.choose(key)

    def place(self, key: UUID, place: int) -> None:
        """Have one of those to begin with stand at another place, from 0."""
        self.ordering.place(key, place)
        self.ten.list.choose(key)

    def export(self) -> None:
        """Write the list as it is shown to a table."""
        if self._listing is None:
            return
        path = ask_where(self._workspace, self.window())
        if path is not None:
            write_list(self._workspace, path, self.table.rows.rows, self._listing.weighing)

    @property
    def _at_hand(self) -> Weighed | None:
        """The row at hand, of those to begin with while the keyboard is there."""
        if self.ten.list.hasFocus() and self._listing is not None and self.ten.list.key is not None:
            return self._listing.weighing.by_recommendation.get(self.ten.list.key)
        return self.table.row

    def _build(self) -> None:
        workspace, export = self._workspace, weighing.EXPORT_LIST
        t, theme = workspace.t, workspace.theme
        self.side, self.bar, self.ten = PrioritySide(workspace), PriorityBar(workspace), TenColumn(workspace)
        self.table, self.missing = PriorityTable(theme, t), MissingPage(workspace)
        self.table.setAccessibleName(t("What was asked for"))
        self.changing, self.ordering = Changing(workspace, self.table), Ordering(workspace, self)
        self._weighing = LastAsked(workspace, t("Weighing"), _weigh, self)
        self._working = QTimer(self, interval=WORKING_MS, singleShot=True)
        self.export_button = KeyedButton(theme, t(export.label), shown(export), self.export, export.icon)
        self._middle = QStackedWidget()
        for part in (self.table, self.missing, *self._empty_states()):
            self._middle.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.spread = PrioritySpread(workspace, self.side, self.bar, self._middle, self.ten)
        column.addWidget(self.spread)
        self.setFocusProxy(self.table)

    def _empty_states(self) -> list[QWidget]:
        """Make what stands in the place of the list: nothing there, nothing found, not read yet."""
        t, theme = self._workspace.t, self._workspace.theme
        everything = quiet_button(theme, t("Show everything"), self._show_everything)
        fits = t("Nothing that was asked for fits what is chosen.")
        return [
            EmptyState(
                theme, "scale", t("Nothing has been asked for yet"), t("What the rooms ask for is weighed here.")
            ),
            EmptyState(theme, "search", t("Nothing fits"), fits, everything),
            EmptyState(theme, "scale", t("Being weighed…"), t("There is much: the list appears in a moment.")),
        ]

    def _connect(self) -> None:
        self.side.narrowed.connect(lambda _: self._show_list())
        self.side.missing_asked.connect(self.show_missing)
        self.missing.left.connect(self.show_list)
        self.bar.sorted_by.connect(self.sort)
        self.bar.sought.connect(self._on_sought)
        self.bar.list_asked.connect(self.table.setFocus)
        self.table.sort_asked.connect(self.sort)
        self.table.figure_changed.connect(self._working.start)
        self.table.chosen_changed.connect(self.status_changed)
        self.ten.propose_asked.connect(self.propose)
        self.ten.list.moved.connect(self.place)
        self.ten.list.currentRowChanged.connect(lambda _: self._working.start())
        self._working.timeout.connect(self._show_working)
        self._weighing.told.connect(self.show_listing)
        for part in (self.table, self.ten.list):
            bind(part, weighing.IN_THE_TEN, self.put_in_or_take_out)
            bind(part, weighing.TEN_UP, lambda: self.shift(-1))
            bind(part, weighing.TEN_DOWN, lambda: self.shift(1))
            bind(part, weighing.PROPOSE_TEN, self.propose)
            bind(part, weighing.WHO_IS_MISSING, self.show_missing)
        bind(self.table, weighing.SET_STRAND, lambda: self._change(self.changing.ask_strand))
        bind(self.table, weighing.SET_ADDRESSEE, lambda: self._change(self.changing.ask_addressee))
        bind(self.table, weighing.SET_STATUS, self.changing.ask_status)
        bind(self.table, weighing.PUT_TOGETHER, self.changing.put_together, lambda: self.table.count_chosen > 1)
        offer(self.table, weighing.OTHER_FIGURE, self.table.setFocus)
        bind(self, weighing.EXPORT_LIST, self.export)

    def _show_list(self, *, read_anew: bool = False) -> None:
        if self._listing is None:
            return
        rows = self._listing.show(self.side.narrowing, self.figure)
        self.table.show_rows(rows, read_anew=read_anew)
        self.table.show_sorted(self.figure)
        self.bar.show_sorted(self.figure)
        whole = len(self._listing.weighing.rows)
        self.side.show_number(len(rows), whole)
        self._middle.setCurrentIndex(LIST if rows else NOT_FOUND if whole else NOTHING)
        self.status_changed.emit()

    def _show_ten(self) -> None:
        if self._listing is None:
            return
        ordering, weighing = self.ordering, self._listing.weighing
        ordering.read(weighing)
        self.ten.show_places(ordering.places, ordering.size, weighing)
        self.table.rows.show_ten({key: number for number, key in enumerate(ordering.order, 1)})
        self._working.start()
        self.status_changed.emit()

    def _show_working(self) -> None:
        weighing = self._listing.weighing if self._listing else None
        self.ten.working.show_working(self._at_hand, self.table.figure, weighing)

    def _change(self, ask: Callable[[Weighing], None]) -> None:
        if self._listing is not None:
            ask(self._listing.weighing)

    def _show_everything(self) -> None:
        self.bar.field.clear()
        self.side.ask(Narrowing())

    def _on_sought(self, text: str) -> None:
        self.side.narrowing = replace(self.side.narrowing, words=text)
        self._show_list()


def _weigh(store: Store, asked: Any, progress: Progress) -> Listing:
    return Listing(read_weighing(store)).prepare()
