"""Support for a recommendation: for, against and abstain, by group; or a degree of consensus."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from consultation.model import Recommendation, Support
from consultation.reading.tallies import NOT_COUNTED, Counts, Tally, count_support, folded_group, room_first
from ui.look.marks import SupportBar
from ui.session.details.support_row import SupportRow, support_key
from ui.widgets.buttons import quiet_button
from ui.widgets.count import Count
from ui.widgets.words import section
from ui.workspace import Workspace


class SupportTable(QWidget):
    """The counts of the room and the bar below them; those of other groups, and the scale, stand in ``groups``."""

    left = Signal()
    """Enter in the last count: back to the entry line."""
    counted = Signal(object, object)
    """The `Tally` of all that is typed, and the `Counts` that are stored."""
    laid_out = Signal()
    """There are other rows: the order of Tab is to be told again."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._recommendation: Recommendation | None = None
        self._rows: list[SupportRow] = []
        self._spare: list[SupportRow] = []
        self._build()

    @property
    def groups_counted(self) -> int:
        """How many groups beside the room have a count that is stored."""
        return sum(1 for row in self._rows[1:] if not row.unsaved)

    def show_recommendation(self, recommendation: Recommendation) -> None:
        """Show the support of a recommendation, leaving alone what is being typed."""
        other = self._recommendation is None or self._recommendation.id != recommendation.id
        if other:
            self._leave()
        self._recommendation = recommendation
        if other:
            self._rows = self._waiting_rows()
        stored = room_first(self._workspace.store.all(Support, recommendation=recommendation.id))
        shown = {row.support.id: row for row in self._rows}
        rows = [shown.get(support.id) or self._row(support) for support in stored]
        blank = [row for row in self._rows if row.unsaved and row not in rows]
        if all(support.group for support in stored):
            room = next((row for row in blank if row.room), None) or self._row(self._empty(), unsaved=True)
            rows = [room, *rows, *(row for row in blank if row is not room)]
        else:
            rows += [row for row in blank if row.pending or not row.room]
        for row, support in ((shown[support.id], support) for support in stored if support.id in shown):
            row.show_support(support)
        self._lay(rows, again=other)
        if other:
            for row in self._rows:
                row.return_typed()

    def flush(self) -> None:
        """Save what is typed."""
        for row in self._rows:
            row.flush()

    def _build(self) -> None:
        t, theme = self._workspace.t, self._workspace.theme
        self._bar = SupportBar(theme)
        self._room = _column()
        whole = _column()
        whole.setSpacing(12)
        whole.addLayout(self._room)
        whole.addWidget(self._bar)
        self.setLayout(whole)
        self.groups = QWidget()
        self._others, self._scale = _column(), _column()
        self._others.setSpacing(8)
        inside = _column()
        inside.setSpacing(4)
        inside.addWidget(section(t("Support by group")))
        inside.addLayout(self._others)
        inside.addWidget(quiet_button(theme, t("Add a group"), self.add_group, "plus"))
        inside.addSpacing(8)
        inside.addWidget(section(t("Consensus")))
        inside.addLayout(self._scale)
        self.groups.setLayout(inside)

    def add_group(self) -> None:
        """Offer a row for another group; it is stored once something is entered."""
        if self._recommendation is None:
            return
        self._lay([*self._rows, self._row(self._empty(), unsaved=True)])
        self._rows[-1].group.setFocus()

    def _empty(self) -> Support:
        """Return what a row holds while nobody has been counted."""
        assert self._recommendation is not None
        return Support(id=self._workspace.store.new_id(), recommendation=self._recommendation.id)

    def _waiting_rows(self) -> list[SupportRow]:
        """Make the rows of counts that could not be saved and are not in the file yet."""
        assert self._recommendation is not None
        rows: list[SupportRow] = []
        for waiting, draft in self._workspace.drafts.under(support_key(self._recommendation.id)).items():
            if self._workspace.store.find(Support, UUID(waiting)) is None:
                support = Support(id=UUID(waiting), recommendation=self._recommendation.id)
                rows.append(self._row(support, unsaved=True))
                rows[-1].room = bool(draft.values.get("room"))
        return rows

    def _row(self, support: Support, unsaved: bool = False) -> SupportRow:
        if self._spare:
            row = self._spare.pop()
            row.begin(support, unsaved)
            return row
        row = SupportRow(self._workspace, support, unsaved)
        row.removed.connect(self._on_removed)
        row.next_asked.connect(self._on_next_asked)
        row.counts_changed.connect(self._show_counts)
        return row

    def _lay(self, rows: list[SupportRow], again: bool = True) -> None:
        """Lay these rows below each other, the room first, and throw away the others."""
        gone, again = [row for row in self._rows if row not in rows], again or rows != self._rows
        self._rows = rows
        for row in gone:
            row.throw_away()
        if not again:
            self._show_counts()
            return
        for place, row in enumerate(rows):
            layout = self._others if place else self._room
            layout.addWidget(row)
            row.stand(room=place == 0, named=place < 2)
            row.show()
            if place == 0:
                self._scale.addWidget(row.consensus)
            row.consensus.setVisible(place == 0)
        self._show_counts()
        self.laid_out.emit()

    def _show_counts(self) -> None:
        """Show what is typed as a bar, as it grows; nothing where a group was counted twice."""
        if self._recommendation is None:
            return
        rows = [row for row in self._rows if sum(row.counts)]
        groups = [folded_group(row.group.text()) for row in rows]
        total = sum((Tally(*(vote.number for vote in row.votes)) for row in rows), NOT_COUNTED)
        if len(set(groups)) < len(groups):
            total = NOT_COUNTED
        counts = (total.in_favour or 0, total.against or 0, total.abstain or 0)
        self._bar.show_counts(counts, self._recommendation.set.value)
        self.counted.emit(total, self._stored())

    def _stored(self) -> Counts:
        assert self._recommendation is not None
        return count_support(self._recommendation.text, (row.support for row in self._rows if not row.unsaved))

    def _leave(self) -> None:
        """Save what is typed; where that is refused, it waits with its recommendation."""
        if self._recommendation is None:
            return
        self.flush()
        for row in self._rows:
            row.let_go()
            row.hide()
            row.consensus.hide()
        self._spare += self._rows
        self._rows = []

    def _on_next_asked(self, vote: Count) -> None:
        """Go to the count after this one; from the last one, leave."""
        votes = [vote for row in self._rows for vote in row.votes]
        following = votes[votes.index(vote) + 1 :]
        if following:
            following[0].setFocus()
        else:
            self.left.emit()

    def _on_removed(self, support_id: UUID) -> None:
        row = next(row for row in self._rows if row.support.id == support_id)
        stored = self._workspace.store.find(Support, support_id)
        said = self._workspace.t("Group taken out of the count.")
        if stored is None or self._workspace.delete(stored, said):
            self._workspace.drafts.drop(row.key)
            self._lay([other for other in self._rows if other is not row])


def _column() -> QVBoxLayout:
    made = QVBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(4)
    return made
