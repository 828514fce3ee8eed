"""What was decided: conflicts, groups and verdicts in one list, newest first, each looked at again and taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from uuid import UUID

from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QStackedWidget, QWidget

from consultation.deciding.rulings import Ruling, newest_first, read_rulings
from consultation.model import KINDS, Group, Record, Verdict
from consultation.store import Decision
from ui.actions import merging
from ui.keys import bind, bind_each
from ui.merge.row_words import Row, Ruled, Settled
from ui.merge.ruling_page import RulingPage
from ui.merge.settled_page import SettledPage
from ui.merge.side import QueueSide
from ui.page import Page
from ui.touched import Touched
from ui.widgets.cards import EmptyState
from ui.workspace import Workspace


class DecidedPage(Page):
    """The decisions, newest first, and the one at hand."""

    kinds = tuple(KINDS.values())  # any record can have been in conflict

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._known: dict[UUID, list[Decision]] = {}
        self._rulings: dict[UUID, Ruling] = {}
        self._was_left = True
        self.at_hand: Row | None = None
        self._build()
        self._connect()

    @property
    def back(self) -> QWidget:
        """The button that takes back what is at hand."""
        return self.ruled.back if isinstance(self.at_hand, Ruled) else self.settled.back

    def count(self) -> int:
        """Count the decisions; reads what is new of them, also while the page is hidden."""
        self.catch_up()
        return len(self.list.rows)

    def take_back(self) -> None:
        """Take the decision at hand back: the question is open again."""
        page = self.ruled if isinstance(self.at_hand, Ruled) else self.settled
        page.take_back()
        self.setFocus()

    def refresh(self, touched: Touched) -> None:
        """Read the decisions on the records that were written, or all."""
        store = self._workspace.store
        if touched.everything:
            self._known = _by_record(store.past.decisions())
            self._rulings = read_rulings(store)
        else:
            anew = _by_record(store.past.decisions(touched.records))
            self._known = {record: those for record, those in self._known.items() if record not in touched.records}
            self._known |= anew
            if touched.concerns(Group, Verdict):
                kept = {id_: ruling for id_, ruling in self._rulings.items() if id_ not in touched.records}
                self._rulings = kept | read_rulings(store, touched.records)
        self._show(self._rows())

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._was_left = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fold()

    def fold(self) -> None:
        """Have the queue stand beside the decision, or fold to the list that opens."""
        folded = self.side.fold(self.window())
        self.side.box.setVisible(folded and self.isVisible() and bool(self.list.rows))
        self.setFocusProxy(self.side.box if folded else self.list)

    def _build(self) -> None:
        t, theme = self._workspace.t, self._workspace.theme
        self.side = QueueSide(self._workspace, t("Decided"))
        self.list = self.side.queue
        self.settled, self.ruled = SettledPage(self._workspace), RulingPage(self._workspace)
        self._pages = QStackedWidget()
        for page in (self.settled, self.ruled):
            self._pages.addWidget(page)
        beside = QWidget()
        row = QHBoxLayout(beside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side)
        row.addWidget(self._pages, 1)
        nothing = EmptyState(
            theme, "git-compare", t("Nothing has been decided yet"), t("What you decide can be looked at here again.")
        )
        self._layers = QStackedLayout(self)
        self._layers.addWidget(beside)
        self._layers.addWidget(nothing)

    def _connect(self) -> None:
        self.list.chosen.connect(self._on_chosen)
        self.list.sideways.connect(self.ruled.members.step)
        self._workspace.theme.changed.connect(self.fold)
        bind(self, merging.TAKE_DECISION_BACK, self.take_back)
        for action, act in (
            (merging.SPLIT_GROUP, self.ruled.split),
            (merging.TAKE_MEMBER_OUT, self.ruled.take_out),
            (merging.WORD_GROUP, self.ruled.write_wording),
        ):
            bind(self, action, partial(self._do, act), self._is_group)
        bind_each(self, merging.LEAD_GROUP, self._on_number)

    def _rows(self) -> list[Row]:
        """Return all decisions as rows, newest first."""
        decisions = [each for those in self._known.values() for each in those]
        ids: dict[str, list[UUID]] = {}
        for decision in decisions:
            ids.setdefault(decision.kind, []).append(decision.record)
        records: dict[UUID, Record] = {}
        for kind, those in ids.items():
            records |= self._workspace.store.those(KINDS[kind], those)
        settled = [Settled(each, records[each.record]) for each in decisions if each.record in records]
        rows: list[Row] = [*settled, *map(Ruled, newest_first(self._rulings.values()))]
        return sorted(rows, key=_when, reverse=True)

    def _show(self, rows: list[Row]) -> None:
        keys, place = [row.key for row in rows], max(self.list.place, 0)
        was_left, self._was_left = self._was_left, not self.isVisible()
        if was_left:
            place = 0  # who comes back after something was decided looks at that
        elif self.at_hand is not None and self.at_hand.key in keys:
            place = keys.index(self.at_hand.key)
        self.list.show_rows(rows, place)
        self.side.count(len(rows))
        self._layers.setCurrentIndex(int(not rows))
        self.fold()

    def _is_group(self) -> bool:
        return isinstance(self.at_hand, Ruled) and isinstance(self.at_hand.ruling.record, Group)

    def _do(self, act: Callable[[], None]) -> None:
        act()
        if not self.ruled.own.isVisible():
            self.setFocus()

    def _on_number(self, number: int) -> None:
        if self._is_group():
            self.ruled.let_lead(number)

    def _on_chosen(self, row: Row | None) -> None:
        self.at_hand = row
        if isinstance(row, Settled):
            self.settled.show_settled(row)
            self._pages.setCurrentWidget(self.settled)
        elif isinstance(row, Ruled):
            self.ruled.show_ruling(row.ruling)
            self._pages.setCurrentWidget(self.ruled)


def _by_record(decisions: list[Decision]) -> dict[UUID, list[Decision]]:
    found: dict[UUID, list[Decision]] = {}
    for decision in decisions:
        found.setdefault(decision.record, []).append(decision)
    return found


def _when(row: Row) -> tuple[datetime, str]:
    if isinstance(row, Ruled):
        return row.ruling.when, str(row.ruling.record.id)
    assert isinstance(row, Settled)
    return row.decision.when, row.decision.revision.hex()
