"""Beside the text: where the clause at hand comes from, and what is in no clause yet."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from consultation.model import Recommendation, SectionKind
from consultation.reading.passages import Declaration, ParagraphText
from ui import actions
from ui.declaration.cards_list import CardsList
from ui.declaration.left_out import LeftOut
from ui.declaration.proposal import ProposalCard
from ui.declaration.rows import TextRow, left_out_rows
from ui.keys import tip
from ui.widgets.buttons import icon_button
from ui.widgets.chips import Chip
from ui.widgets.words import caption, heading, words
from ui.workspace import Workspace

SEARCHED_FROM = 8
"""Recommendations from which a field to find among them is worth its room."""


class Panel(QFrame):
    """The panel of sources; can be closed."""

    closed = Signal()
    taken = Signal(object)
    """The wording drafting proposes for the clause at hand is to be taken."""
    leave_out_asked = Signal()
    back_asked = Signal(object)
    """A paragraph or item that was left out is to come back."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._standing: Declaration | None = None
        self._unused_ones: list[Recommendation] = []
        self._build()
        self._connect()

    def show_draft(self, standing: Declaration) -> None:
        """Show what is in no clause of the declaration."""
        self._standing = standing
        left_out = left_out_rows(standing)
        self._left_out.show_rows(left_out)
        self._unused_ones = [self._workspace.store.get(Recommendation, unused) for unused in standing.unused]
        t, count, aside = self._workspace.t, len(standing.unused), standing.unused_set_aside
        self._tabs.button(1).setText(t("Not used ({count})").format(count=t.number(count + len(left_out))))
        self._tabs.button(1).updateGeometry()
        self._search.setVisible(count >= SEARCHED_FROM)
        self._unused_words.setVisible(bool(count) or not left_out)
        if not count:
            self._unused_words.setText(t("Every recommendation is in a clause."))
        else:
            said = t.plural("{count} recommendation is in no clause", "{count} recommendations are in no clause", count)
            set_aside = t.plural("{count} of them was set aside", "{count} of them were set aside", aside)
            if aside == count:
                said = t.plural(
                    "{count} recommendation was set aside and is in no clause.",
                    "{count} recommendations were set aside and are in no clause.",
                    count,
                )
            elif aside:
                said = t("{unused}; {set_aside}.").format(unused=said, set_aside=set_aside)
            else:
                said = t("{unused}. “Draft again” brings in what is new.").format(unused=said)
            self._unused_words.setText(said)
        self._show_unused()

    def show_clause(self, row: TextRow | None) -> None:
        """Show where a clause comes from."""
        t, store = self._workspace.t, self._workspace.store
        passage = row.passage if row else None
        sources = [store.get(Recommendation, source) for source in (passage.sources if passage else ())]
        self._tabs.button(0).setText(t("Sources ({count})").format(count=t.number(len(sources))))
        self._tabs.button(0).updateGeometry()
        self._leave_out.setVisible(passage is not None)
        if passage is None:
            self._name.setText(t("No clause is chosen"))
        elif passage.number:
            self._name.setText(t("Clause {number}").format(number=passage.number))
        else:
            preamble = isinstance(passage, ParagraphText) and passage.part is SectionKind.PREAMBLE
            self._name.setText(t("Preamble") if preamble else t("Recital"))
        self._proposal.show_row(row)
        self._none.setVisible(passage is not None and not sources)
        self._show_cards(self._sources, sources)
        self._scrolls[0].verticalScrollBar().setValue(0)

    def show_page(self, number: int) -> None:
        """Show the sources (0) or what is not used (1)."""
        self._tabs.button(number).setChecked(True)
        self._pages.setCurrentIndex(number)

    @property
    def sources(self) -> CardsList:
        """The cards of the sources."""
        return self._sources

    @property
    def unused(self) -> CardsList:
        """The cards of what is in no clause."""
        return self._unused

    @property
    def left_out(self) -> LeftOut:
        """The clauses that were left out."""
        return self._left_out

    @property
    def proposal(self) -> ProposalCard:
        """What drafting proposes in place of an edited clause."""
        return self._proposal

    def _build(self) -> None:
        t, theme = self._workspace.t, self._workspace.theme
        self._tabs = QButtonGroup(self)
        head = QHBoxLayout()
        head.setSpacing(8)
        for number, name in enumerate((t("Sources ({count})"), t("Not used ({count})"))):
            tab = Chip(theme, name.format(count=t.number(0)), "accent", "quote" if number == 0 else "inbox")
            self._tabs.addButton(tab, number)
            head.addWidget(tab)
        head.addStretch(1)
        head.addWidget(icon_button(theme, "x", tip(t, actions.SOURCES, t("Close the panel")), self.closed.emit))
        self._pages = QStackedWidget()
        self._scrolls = [_scrolled(self._source_page()), _scrolled(self._unused_page())]
        for scroll in self._scrolls:
            self._pages.addWidget(scroll)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 0, 0)
        column.setSpacing(12)
        line = QWidget()
        line.setLayout(head)
        head.setContentsMargins(0, 0, 16, 0)
        column.addWidget(line)
        column.addWidget(self._pages, 1)
        self.show_page(0)

    def _source_page(self) -> QWidget:
        t, theme = self._workspace.t, self._workspace.theme
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 16, 24)
        column.setSpacing(8)
        head = QHBoxLayout()
        self._name = heading()
        out = actions.LEAVE_OUT
        self._leave_out = icon_button(theme, out.icon, tip(t, out), self.leave_out_asked.emit)
        head.addWidget(self._name, 1)
        head.addWidget(self._leave_out)
        column.addLayout(head)
        self._proposal = ProposalCard(self._workspace)
        self._none = words(
            t("No recommendation stands behind it: it comes from the kit, the figures or a person."), tone="muted"
        )
        self._sources = CardsList(self._workspace)
        for part in (self._proposal, self._none, self._sources):
            column.addWidget(part)
        column.addStretch(1)
        return page

    def _unused_page(self) -> QWidget:
        t = self._workspace.t
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 16, 24)
        column.setSpacing(8)
        self._unused_words = words(tone="muted")
        self._search = QLineEdit()
        self._search.setPlaceholderText(t("Find among them"))
        self._search.setAccessibleName(t("Find among them"))
        self._search.setClearButtonEnabled(True)
        self._found = caption()
        self._unused = CardsList(self._workspace)
        self._left_out = LeftOut(self._workspace)
        for part in (self._left_out, self._unused_words, self._search, self._found, self._unused):
            column.addWidget(part)
        column.addStretch(1)
        return page

    def _connect(self) -> None:
        self._tabs.idClicked.connect(self.show_page)
        self._search.textChanged.connect(self._show_unused)
        self._proposal.taken.connect(self.taken)
        self._left_out.back_asked.connect(self.back_asked)

    def _show_unused(self) -> None:
        typed = self._search.text().casefold().split()
        found = [source for source in self._unused_ones if all(word in source.text.casefold() for word in typed)]
        self._found.setVisible(bool(typed))
        self._found.setText(self._workspace.t.plural("{count} found", "{count} found", len(found)))
        self._show_cards(self._unused, found)

    def _show_cards(self, cards: CardsList, recommendations: list[Recommendation]) -> None:
        if self._standing is not None:
            cards.show_cards(recommendations, self._standing.language, self._standing.source_numbers)


def _scrolled(page: QWidget) -> QScrollArea:
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setWidget(page)
    return scroll
