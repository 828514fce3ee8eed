"""The peek of a clause: what it comes from, and what drafting proposes in place of what a person wrote."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from consultation.reading.needs import Needs
from consultation.reading.passages import Declaration
from ui.actions import Action, declaring
from ui.declaration.mending import Mending
from ui.declaration.proposal import ProposalCard
from ui.declaration.rows import TextRow, place_of
from ui.declaration.source_entry import SourceEntry
from ui.declaration.source_list import SourceList
from ui.declaration.why_here import WhyHere
from ui.keys import pressed, shown, tip
from ui.widgets.buttons import icon_button, quiet_button
from ui.widgets.flow import Flow
from ui.widgets.peek import Peek
from ui.widgets.scroll import scrolled
from ui.widgets.words import caption, heading, words
from ui.workspace import Workspace


class SourcesPeek(Peek):
    """The sources of the clause at hand; it reads nothing while it is closed."""

    taken = Signal(object)
    """The wording drafting proposes for the clause at hand is to be taken."""
    passage_asked = Signal(object)
    """Another clause is to be shown."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(workspace.theme, parent)
        self._workspace = workspace
        self._row: TextRow | None = None
        self._standing: Declaration | None = None
        self._needs = Needs({})
        self._build()

    @property
    def is_open(self) -> bool:
        """It has been opened, though its page may be hidden."""
        return not self.isHidden()

    def has_keyboard(self) -> bool:
        """Tell whether something in it has the focus."""
        focus = QApplication.focusWidget()
        return focus is not None and (focus is self or self.isAncestorOf(focus))

    def show_clause(self, row: TextRow | None, standing: Declaration | None, needs: Needs) -> None:
        """Show what a clause of a declaration waits for and where it comes from, now or when the peek is opened."""
        self._row, self._standing, self._needs = row, standing, needs
        if self.is_open:
            self._fill()

    def open(self) -> None:
        """Open, and show the clause at hand."""
        self._fill()
        self.show()
        self.raise_()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if pressed(event, declaring.LEAVE_SOURCES):
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _fill(self) -> None:
        t, row, standing = self._workspace.t, self._row, self._standing
        passage = row.passage if row is not None else None
        sources = passage.sources if passage is not None else ()
        self._name.setText(place_of(passage, t) if passage is not None else t("No clause is chosen"))
        facts = [t.plural("{count} source", "{count} sources", len(sources))] if sources else []
        if passage is not None and passage.reservations:
            facts.append(t.plural("{count} reservation", "{count} reservations", passage.reservations))
        self._facts.setText(", ".join(facts))
        self.mending.show_passage(passage, self._needs, standing)
        self.proposal.show_row(row)
        self._none.setVisible(passage is not None and not sources)
        if standing is not None:
            self.sources.show_sources(sources, standing.language, standing.source_numbers)
        self.why.show_passage(passage, [entry.source for entry in self.sources.entries])
        self._scroll.verticalScrollBar().setValue(0)

    def _finish(self, entry: SourceEntry) -> None:
        """Say where else a source stands, each place leading there."""
        row, standing, t = self._row, self._standing, self._workspace.t
        if row is None or row.passage is None or standing is None:
            return
        here = {row.passage.id, *(item.id for item in getattr(row.passage, "items", ()))}
        elsewhere = [each for each in standing.citations().get(entry.recommendation_id, ()) if each.passage not in here]
        if not elsewhere:
            return
        line = QWidget()
        flow = Flow(line, 4)
        flow.addWidget(caption(t("It stands in:"), wrap=False))
        for each in elsewhere:
            go = partial(self.passage_asked.emit, each.passage)
            flow.addWidget(quiet_button(self._workspace.theme, each.number, go))
        entry.column.addWidget(line)

    def _build(self) -> None:
        t, theme = self._workspace.t, self._workspace.theme
        self._name, self._facts = heading(), caption(wrap=False)
        self.closing = icon_button(theme, "x", tip(t, declaring.LEAVE_SOURCES), self.closed.emit)
        head = QHBoxLayout()
        head.setContentsMargins(24, 16, 16, 8)
        head.setSpacing(12)
        head.addWidget(self._name)
        head.addWidget(self._facts)
        head.addStretch(1)
        head.addWidget(self.closing)
        self.proposal = ProposalCard(self._workspace)
        self.proposal.taken.connect(self.taken)
        self._none = words(
            t("No recommendation stands behind it: it comes from the kit, the figures or a person."), tone="muted"
        )
        self.mending = Mending(self._workspace)
        self.mending.passage_asked.connect(self.passage_asked)
        self.sources, self.why = SourceList(self._workspace, self._finish), WhyHere(self._workspace)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 8, 24, 24)
        column.setSpacing(16)
        for part in (self.mending, self.proposal, self._none, self.sources, self.why):
            column.addWidget(part)
        column.addStretch(1)
        self._scroll: QScrollArea = scrolled(inside)
        whole = QWidget()
        outer = QVBoxLayout(whole)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(head)
        outer.addWidget(self._scroll, 1)
        self.fill(whole)
        edit, out = declaring.EDIT_CLAUSE, declaring.LEAVE_OUT
        self.show_hints([(_first(edit), t("edit")), (_first(out), t("leave out"))])


def _first(action: Action) -> str:
    return shown(action).split(" – ")[0]
