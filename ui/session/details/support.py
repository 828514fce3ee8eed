"""Support for a recommendation: for, against and abstain, by group; or a degree of consensus."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from consultation.model import Recommendation, Support, fingerprint
from consultation.reading.tallies import room_first
from consultation.words import consensus_name
from ui.widgets.buttons import icon_button, quiet_button
from ui.widgets.fields import PAUSE_MS, Choice, Count, SavedLine
from ui.widgets.rows import clear
from ui.widgets.words import caption, section
from ui.workspace import Workspace

NOT_COUNTED = -1
VOTES = ("in_favour", "against", "abstain")


class SupportTable(QWidget):
    """One row of counts for each group; the first is the room."""

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
            self.flush()
        self._recommendation = recommendation
        stored = room_first(self._workspace.store.all(Support, recommendation=recommendation.id))
        if all(support.group for support in stored):
            stored.insert(0, self._blank(other))
        shown = {row.support.id for row in self._rows if row.room or not row.unsaved}
        if other or {support.id for support in stored} != shown:
            self._fill(stored)
        else:
            by_id = {support.id: support for support in stored}
            for row in self._rows:
                if row.support.id in by_id:
                    row.show_support(by_id[row.support.id])

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
        column.addLayout(self._grid)
        column.addWidget(quiet_button(self._workspace.theme, t("Add a group"), self.add_group, "plus"))

    def add_group(self) -> None:
        """Offer a row for another group; it is stored once something is entered."""
        if self._recommendation is None:
            return
        support = Support(id=self._workspace.store.new_id(), recommendation=self._recommendation.id)
        self._append(support, unsaved=True, room=False)
        self._rows[-1].group.setFocus()

    def _blank(self, other: bool) -> Support:
        """Return the room's row while nobody has been counted."""
        assert self._recommendation is not None
        kept = [row.support for row in self._rows if row.unsaved and row.room]
        if kept and not other:
            return kept[0]
        return Support(id=self._workspace.store.new_id(), recommendation=self._recommendation.id)

    def _fill(self, supports: list[Support]) -> None:
        clear(self._grid)
        for row in self._rows:
            row.deleteLater()
        self._rows = []
        t = self._workspace.t
        heads = (t.context("votes", "For"), t.context("votes", "Against"), t.context("votes", "Abstain"))
        self._grid.addWidget(section(t("Support")), 0, 0)
        for place, word in enumerate(heads):
            self._grid.addWidget(caption(word, wrap=False), 0, place + 1)
        for place, support in enumerate(supports):
            unsaved = self._workspace.store.find(Support, support.id) is None
            self._append(support, unsaved, room=place == 0)

    def _append(self, support: Support, unsaved: bool, room: bool) -> None:
        row = SupportRow(self._workspace, support, unsaved, room, self)
        row.removed.connect(self._on_removed)
        line = self._grid.rowCount()
        self._grid.addWidget(row.group, line, 0)
        for place, vote in enumerate(row.votes):
            self._grid.addWidget(vote, line, place + 1)
        if room:
            self._grid.addWidget(row.consensus, line + 1, 0, 1, 5)
        else:
            self._grid.addWidget(row.remove, line, 4)
        self._rows.append(row)

    def _on_removed(self, support_id: UUID) -> None:
        row = next(row for row in self._rows if row.support.id == support_id)
        stored = self._workspace.store.find(Support, support_id)
        if stored is not None:
            self._workspace.delete(stored, self._workspace.t("Group taken out of the count."))
        if row in self._rows and self._recommendation is not None:
            self._fill([other.support for other in self._rows if other is not row])


class SupportRow(QWidget):
    """What one group thinks; its parts stand in the grid of the table."""

    removed = Signal(object)

    def __init__(self, workspace: Workspace, support: Support, unsaved: bool, room: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self._workspace = workspace
        self.support, self.unsaved, self.room = support, unsaved, room
        self._dirty = False
        self._build()
        self.show_support(support)
        self._connect()

    def show_support(self, support: Support) -> None:
        """Show the counts, unless other ones are just being entered."""
        if self._dirty:
            return
        self.support = support
        self.group.show_text(support.group)
        for name, vote in zip(VOTES, self.votes, strict=True):
            value = getattr(support, name)
            vote.blockSignals(True)
            vote.setValue(NOT_COUNTED if value is None else value)
            vote.blockSignals(False)
        self.consensus.setCurrentIndex(self.consensus.findData(support.consensus))

    def flush(self) -> None:
        """Save the counts now if they are others."""
        self._pause.stop()
        if not self._dirty:
            return
        values: dict[str, Any] = {
            name: None if vote.value() == NOT_COUNTED else vote.value()
            for name, vote in zip(VOTES, self.votes, strict=True)
        }
        values |= {"consensus": self.consensus.currentData()}
        if self.unsaved or any(getattr(self.support, name) != value for name, value in values.items()):
            counted = self._workspace.store.get(Recommendation, self.support.recommendation)
            values["counted_on"] = fingerprint(counted.text)
        values["group"] = self.group.text().strip()
        new, self.unsaved = self.unsaved, False
        if new:
            made = Support(id=self.support.id, recommendation=self.support.recommendation, **values)
            saved = self._workspace.save(made)
        else:
            saved = self._workspace.change(self.support, **values)
        if saved:
            self.group.settle()
            self._dirty = False
            self.support = self._workspace.store.get(Support, self.support.id)
        else:
            self.unsaved = new

    def _build(self) -> None:
        t = self._workspace.t
        self.group = SavedLine()
        self.group.setPlaceholderText(t("The room") if self.room else t("Group"))
        self.group.setAccessibleName(t("Who was counted"))
        self.votes: list[Count] = []
        for name in (t.context("votes", "For"), t.context("votes", "Against"), t.context("votes", "Abstain")):
            vote = Count(NOT_COUNTED, 99_999)
            vote.setSpecialValueText("–")
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
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)

    def _connect(self) -> None:
        self._pause.timeout.connect(self.flush)
        self.group.textEdited.connect(self._on_entered)
        self.group.editingFinished.connect(self.flush)
        for vote in self.votes:
            vote.valueChanged.connect(self._on_entered)
            vote.editingFinished.connect(self.flush)
        self.consensus.activated.connect(self._on_consensus_chosen)

    def _on_entered(self) -> None:
        self._dirty = True
        self._pause.start()

    def _on_consensus_chosen(self) -> None:
        self._dirty = True
        self.flush()
