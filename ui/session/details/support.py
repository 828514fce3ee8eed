"""Support for a recommendation: for, against and abstain, by group; or a degree of consensus."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import Any
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from consultation.model import Recommendation, Support, fingerprint
from consultation.reading.tallies import room_first
from consultation.store import Written
from consultation.words import consensus_name
from ui.draft_file import Draft
from ui.waiting import OF, return_to_field
from ui.widgets.buttons import icon_button, quiet_button
from ui.widgets.count import Count
from ui.widgets.fields import PAUSE_MS, Choice, SavedLine
from ui.widgets.words import caption, section
from ui.workspace import Workspace

MOST = 99_999
"""How many people can be counted; no hall holds more."""
VOTES = ("in_favour", "against", "abstain")


def support_key(recommendation: UUID) -> str:
    """Return what the keys of drafts of counts for a recommendation begin with."""
    return f"support/{recommendation}/"


class SupportTable(QWidget):
    """One row of counts for each group; the first is the room."""

    left = Signal()
    """Enter in the last count: back to the entry line."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._recommendation: Recommendation | None = None
        self._rows: list[SupportRow] = []
        self._build()

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
        self._lay(rows)
        if other:
            for row in self._rows:
                row.return_typed()

    def flush(self) -> None:
        """Save what is typed."""
        for row in self._rows:
            row.flush()

    def _build(self) -> None:
        t = self._workspace.t
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(4)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        heads = (t.context("votes", "For"), t.context("votes", "Against"), t.context("votes", "Abstain"))
        self._grid.addWidget(section(t("Support")), 0, 0)
        for place, word in enumerate(heads):
            self._grid.addWidget(caption(word, wrap=False), 0, place + 1)
        column.addLayout(self._grid)
        column.addWidget(quiet_button(self._workspace.theme, t("Add a group"), self.add_group, "plus"))

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
        row = SupportRow(self._workspace, support, unsaved, self)
        row.removed.connect(self._on_removed)
        row.next_asked.connect(self._on_next_asked)
        return row

    def _lay(self, rows: list[SupportRow]) -> None:
        """Lay these rows below each other, the room first, and throw away the others."""
        gone, self._rows = [row for row in self._rows if row not in rows], rows
        for row in gone:
            row.throw_away()
        for place, row in enumerate(rows):
            row.put_into(self._grid, place + 1 if place == 0 else place + 2, room=place == 0)
        parts = [part for row in rows for part in row.parts]
        for before, after in pairwise(parts):
            self.setTabOrder(before, after)

    def _leave(self) -> None:
        """Save what is typed; where that is refused, it waits with its recommendation."""
        if self._recommendation is None:
            return
        self.flush()
        self._lay([])

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


class SupportRow(QWidget):
    """What one group thinks; its parts stand in the grid of the table."""

    removed = Signal(object)
    next_asked = Signal(object)
    """Enter in a `Count`."""

    def __init__(self, workspace: Workspace, support: Support, unsaved: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self._workspace = workspace
        self.support, self.unsaved, self.room = support, unsaved, False
        self._dirty = False
        self._build()
        self.show_support(support)
        self._connect()

    @property
    def parts(self) -> list[QWidget]:
        """Everything that stands in the grid, in the order of Tab."""
        return [self.group, *self.votes, self.remove, self.consensus]

    @property
    def pending(self) -> bool:
        """Something was entered that is not saved yet."""
        return self._dirty

    @property
    def key(self) -> str:
        """The key of what is typed here, among the drafts."""
        return f"{support_key(self.support.recommendation)}{self.support.id}"

    @property
    def _stored(self) -> str:
        """What the file holds of it, in a line."""
        support = self.support
        return f"{support.group}|{support.in_favour}|{support.against}|{support.abstain}|{support.consensus}"

    def put_into(self, grid: QGridLayout, line: int, room: bool) -> None:
        """Stand in this line of the grid; the room has a scale of consensus below it, and stays."""
        self.room = room
        self.group.setPlaceholderText(self._workspace.t("The room") if room else self._workspace.t("Group"))
        grid.addWidget(self.group, line, 0)
        for place, vote in enumerate(self.votes):
            grid.addWidget(vote, line, place + 1)
        if room:
            grid.addWidget(self.consensus, line + 1, 0, 1, 5)
        else:
            grid.addWidget(self.remove, line, 4)
        for part in self.parts:
            part.setVisible(part is not (self.remove if room else self.consensus))

    def hide_parts(self) -> None:
        """Stand in no grid for a while."""
        for part in self.parts:
            part.hide()

    def throw_away(self) -> None:
        """Go, and save nothing any more."""
        self._pause.stop()
        self._dirty = False
        self.hide_parts()
        for part in (*self.parts, self):
            part.deleteLater()

    def return_typed(self) -> None:
        """Put in what could not be saved before, and try again after a pause."""
        return_to_field(self._workspace, self, self.key, self._stored, self._type_again)

    def show_support(self, support: Support) -> None:
        """Show the counts, unless other ones are just being entered."""
        if self._dirty:
            return
        self.support = support
        self.group.show_text(support.group)
        for name, vote in zip(VOTES, self.votes, strict=True):
            vote.show_number(getattr(support, name))
        self.consensus.setCurrentIndex(self.consensus.findData(support.consensus))

    def flush(self) -> None:
        """Save the counts now if they are others; nothing is saved while one of them is refused."""
        self._pause.stop()
        if not self._dirty or self._refuses():
            return
        values: dict[str, Any] = {name: vote.number for name, vote in zip(VOTES, self.votes, strict=True)}
        values |= {"consensus": self.consensus.currentData()}
        values["group"] = self.group.text().strip()
        new, self.unsaved = self.unsaved, False
        counted = new or any(getattr(self.support, name) != values[name] for name in (*VOTES, "consensus"))
        saved = self._workspace.do("", lambda: self._write(values, new, counted))
        if saved:
            self.group.settle()
            self._dirty = False
            self._workspace.drafts.drop(self.key)
            self.support = self._workspace.store.get(Support, self.support.id)
        else:
            self.unsaved = new

    def _refuses(self) -> bool:
        """Say which count is too large to be right, if there is one."""
        refused = next((vote for vote in self.votes if vote.is_refused), None)
        if refused is not None:
            t = self._workspace.t
            said = t("{number} is more than can be counted, so it was not saved. Correct it in the details.")
            self._workspace.messages.say(said.format(number=refused.text()), "conflict")
        return refused is not None

    def _write(self, values: dict[str, Any], new: bool, counted: bool) -> Written:
        """Write what was entered, and on which wording it was counted where it was counted now."""
        store, recommendation = self._workspace.store, self.support.recommendation
        if counted:
            values = {**values, "counted_on": fingerprint(store.get(Recommendation, recommendation).text)}
        if new:
            return store.save(Support(id=self.support.id, recommendation=recommendation, **values))
        return store.change(self.support, **values)

    def _build(self) -> None:
        t = self._workspace.t
        self.group = SavedLine()
        self.group.setAccessibleName(t("Who was counted"))
        self.votes: list[Count] = []
        for name in (t.context("votes", "For"), t.context("votes", "Against"), t.context("votes", "Abstain")):
            vote = Count(0, MOST)
            vote.setAccessibleName(name)
            vote.setFixedWidth(60)
            self.votes.append(vote)
        self.consensus = Choice()
        self.consensus.setAccessibleName(t("Consensus"))
        self.consensus.addItem(t("No consensus scale used"), None)
        for degree in range(1, 6):
            self.consensus.addItem(consensus_name(t, degree), degree)
        self.remove = icon_button(
            self._workspace.theme, "x", t("Take this group out"), lambda: self.removed.emit(self.support.id)
        )
        for part in self.parts:
            part.setParent(self.parentWidget())
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)

    def _connect(self) -> None:
        self._pause.timeout.connect(self._on_paused)
        self.group.textEdited.connect(self._on_entered)
        self.group.editingFinished.connect(self.flush)
        for vote in self.votes:
            vote.textEdited.connect(self._on_entered)
            vote.left.connect(self.flush)
            vote.next_asked.connect(partial(self.next_asked.emit, vote))
        self.consensus.activated.connect(self._on_consensus_chosen)

    def _on_entered(self) -> None:
        self._dirty = True
        self._keep()
        self._pause.start()

    def _keep(self) -> None:
        """Keep what is entered with the recommendation until it is saved."""
        counts = {name: vote.text() for name, vote in zip(VOTES, self.votes, strict=True)}
        consensus = str(self.consensus.currentData() or "")
        about = {**counts, "consensus": consensus, "room": "1" if self.room else "", OF: self._stored}
        self._workspace.drafts.keep(self.key, Draft(self.group.text(), about))

    def _type_again(self, draft: Draft) -> None:
        self.group.setText(draft.text)
        for name, vote in zip(VOTES, self.votes, strict=True):
            vote.setText(draft.values.get(name, ""))
        degrees = [str(self.consensus.itemData(place) or "") for place in range(self.consensus.count())]
        degree = draft.values.get("consensus", "")
        self.consensus.setCurrentIndex(degrees.index(degree) if degree in degrees else 0)
        self._on_entered()

    def _on_paused(self) -> None:
        """Save after a pause; a number in which the keyboard still is may be half typed, and waits."""
        if not any(vote.hasFocus() for vote in self.votes):
            self.flush()

    def _on_consensus_chosen(self) -> None:
        self._dirty = True
        self._keep()
        self.flush()
