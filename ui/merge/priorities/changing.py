"""Strand, addressee and status of all rows that are chosen: a menu that keys go through, one step for all.

All that are chosen can be put together, too: as one recommendation, where matching has not found that they are.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from consultation.deciding.judging import say_same
from consultation.language import Translator
from consultation.model import Recommendation, RecommendationStatus, Term
from consultation.progress import Progress
from consultation.store import Store, Written
from consultation.weighing.setting import set_addressee, set_status, set_strand
from consultation.weighing.telling import term_name
from consultation.weighing.weighed import Weighed, Weighing
from consultation.words import choice_name, counted
from ui.merge.priorities.table import PriorityTable
from ui.widgets.popups import menu_of
from ui.widgets.words import on_button
from ui.workspace import Workspace

AT_ONCE = 300
"""So many recommendations are written while a person waits; more are a job."""
Write = Callable[[Store, Sequence[UUID]], Written]


class Changing(QObject):
    """Changes what is chosen in a table; what all have already is ticked, and taken off when it is chosen again."""

    def __init__(self, workspace: Workspace, table: PriorityTable) -> None:
        super().__init__(table)
        self._workspace, self._table, self._t = workspace, table, workspace.t

    def ask_strand(self, weighing: Weighing) -> None:
        """Ask which strand they are to stand in, or no longer."""
        self._ask_term(weighing.strands, lambda row: row.strands, set_strand)

    def ask_addressee(self, weighing: Weighing) -> None:
        """Ask to whom they are to be addressed, or no longer."""
        self._ask_term(weighing.addressees, lambda row: row.addressees, set_addressee)

    def ask_status(self) -> None:
        """Ask which status they are to have."""
        rows = self._table.chosen
        menu = menu_of(self._table)
        for status in RecommendationStatus:
            name, has = choice_name(self._t, status), all(row.statuses == {status} for row in rows)
            self._offer(menu, name, has, partial(self._write, name, partial(set_status, status=status)))
        self._open(menu)

    def put_together(self) -> None:
        """Make one group of all that are chosen, led by the one at hand, or by the first of them."""
        rows, at_hand = self._table.chosen, self._table.row
        if len(rows) > 1:
            lead = (at_hand if at_hand in rows else rows[0]).key
            ids = [member for row in rows for member in row.members]
            self._do(self._t("They are one group now."), ids, partial(say_same, lead=lead))

    def _ask_term(
        self,
        terms: Sequence[Term],
        of: Callable[[Weighed], frozenset[UUID]],
        put: Callable[..., Written],
    ) -> None:
        rows, t = self._table.chosen, self._t
        menu = menu_of(self._table)
        for term in terms:
            has = all(term.id in of(row) for row in rows)
            if not (has or term.is_offered):
                continue
            name = term_name(t, term)
            said = t("no longer {term}").format(term=name) if has else name
            self._offer(menu, name, has, partial(self._write, said, partial(put, term=term.id, on=not has)))
        self._open(menu)

    def _offer(self, menu: QMenu, name: str, ticked: bool, act: Callable[[], None]) -> None:
        item = menu.addAction(on_button(name))
        item.setCheckable(True)
        item.setChecked(ticked)
        item.triggered.connect(lambda *_: act())

    def _open(self, menu: QMenu) -> None:
        """Open at the row at hand, with the first entry chosen."""
        if menu.isEmpty() or not self._table.chosen:
            menu.deleteLater()
            return
        spot = self._table.visualRect(self._table.currentIndex()).bottomLeft() + QPoint(40, 0)
        menu.popup(self._table.viewport().mapToGlobal(spot))
        menu.setActiveAction(menu.actions()[0])

    def _write(self, name: str, write: Write) -> None:
        ids = [member for row in self._table.chosen for member in row.members]
        self._do(_said(self._t, len(ids), name), ids, write)

    def _do(self, said: str, ids: Sequence[UUID], write: Write) -> None:
        workspace = self._workspace
        if len(ids) <= AT_ONCE:
            workspace.do(said, lambda: write(workspace.store, ids))
            return
        again = workspace.store.again()

        def work(progress: Progress) -> Written:
            with again() as store:
                return write(store, ids)

        job = workspace.jobs.run(said, work, writes=True)
        job.done.connect(partial(workspace.take_up_and_say, words=said))


def _said(t: Translator, number: int, name: str) -> str:
    return t("{recommendations}: {what}.").format(recommendations=counted(t, Recommendation.kind(), number), what=name)
