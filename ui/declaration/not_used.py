"""What is not in the text: why each is not, with its way in, and beside it the share of every room and language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from consultation.drafting.fates import Accounts, Fate, account
from consultation.language import translator
from consultation.model import Recommendation
from consultation.reading.passages import Declaration, ItemText, ParagraphText
from ui.declaration.coverage_side import By, Chosen, CoverageSide
from ui.declaration.left_out import LeftOutEntry
from ui.declaration.reasons import why
from ui.declaration.source_entry import SourceEntry
from ui.declaration.source_list import SourceList
from ui.declaration.word_card import WordCard
from ui.last_asked import LastAsked
from ui.look.folds import px
from ui.widgets.buttons import button, quiet_button
from ui.widgets.flow import Flow
from ui.widgets.rows import clear
from ui.widgets.scroll import scrolled
from ui.widgets.tab_order import follow_the_eye
from ui.widgets.words import caption, heading, rule, words
from ui.workspace import Workspace

SEARCHED_FROM = 8
"""Recommendations from which a field to find among them is worth its room."""
INSET, WIDEST = 32, 620
MAY_BE_MADE = (Fate.FURTHER, Fate.NOT_ADOPTED, Fate.NOT_DRAFTED, Fate.SET_ASIDE, Fate.NOT_AGREED)
"""What a person may take into the text as it is worded, whatever became of it."""


class NotUsed(QWidget):
    """The view "Not used"; what it shows is read when it is shown."""

    back_asked = Signal(object)
    """A paragraph or item that was left out is to come back."""
    clause_asked = Signal(object)
    """A clause is to be made of a recommendation."""
    worded = Signal(object, object)
    """A clause is to be made of a recommendation with these words."""
    passage_asked = Signal(object)
    """A paragraph or item is to be shown where it stands."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._standing: Declaration | None = None
        self._accounts: Accounts | None = None
        self._part: Chosen | None = None
        self._goes_to_wording = False
        self._texts: Mapping[UUID, str] | None = None
        self.left_out: list[LeftOutEntry] = []
        self.accounting = LastAsked(
            workspace,
            workspace.t("Accounting for the recommendations"),
            lambda store, standing, _: account(store, standing),
            self,
        )
        self._build()
        self.search.textChanged.connect(self._show_entries)
        self.side.chosen.connect(self._on_part_chosen)
        self.accounting.told.connect(self._on_told)

    @property
    def accounts(self) -> Accounts | None:
        """What became of every recommendation; None until that is known."""
        return self._accounts

    @property
    def word_cards(self) -> list[WordCard]:
        """The cards in which words are waited for, in their order."""
        cards = (entry.findChild(WordCard) for entry in self.unused.entries)
        return [card for card in cards if card is not None]

    def show_draft(self, standing: Declaration) -> None:
        """Show what is not in the text of a declaration."""
        if standing is self._standing and self._accounts is not None:
            return
        self._standing, self._texts = standing, None
        self.accounting.ask(standing)

    def show_wordings(self) -> None:
        """Show what needs a wording, and go to the first field."""
        self._goes_to_wording = True
        if self._accounts is not None and not self.accounting.is_busy:
            self._go_to_wording()

    def go_on(self) -> bool:
        """Go from the wording that is being written to the next; tell whether there is one."""
        cards = self.word_cards
        at = next((place for place, card in enumerate(cards) if card.has_keyboard()), -1)
        if at + 1 < len(cards):
            cards[at + 1].take_keyboard()
            return True
        return False

    def go_find(self) -> None:
        """Go to the field to find among them."""
        self.search.setFocus()
        self.search.selectAll()

    def fold(self, beside: bool) -> None:
        """Show the shares beside the list, or where there is no room only the list."""
        self.side.setVisible(beside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()

    def _on_told(self, accounts: Accounts) -> None:
        if self._standing is None or not self._workspace.is_open:  # the file was closed in the meantime
            return
        self._accounts = accounts
        left_out: list[ParagraphText | ItemText] = [*self._standing.left_out, *self._standing.left_out_items]
        self.side.show_accounts(accounts, len(left_out))
        self._show_left_out(left_out)
        self._show_entries()
        if self._goes_to_wording:
            self._go_to_wording()

    def _go_to_wording(self) -> None:
        self._goes_to_wording = False
        self.side.choose(By.FATE, Fate.NEEDS_WORDING)
        if self.word_cards:
            self.word_cards[0].take_keyboard()

    def _on_part_chosen(self, part: Chosen | None) -> None:
        self._part = part
        self._show_entries()

    def _show_left_out(self, passages: Sequence[ParagraphText | ItemText]) -> None:
        clear(self._left_out_rows)
        self.left_out = [LeftOutEntry(self._workspace, passage) for passage in passages]
        for entry in self.left_out:
            entry.back_asked.connect(self.back_asked)
            self._left_out_rows.addWidget(entry)
            self._left_out_rows.addWidget(rule())

    def _show_entries(self) -> None:
        """Show those that belong to the part that is looked at, and hold the words that are searched."""
        standing, accounts, t = self._standing, self._accounts, self._workspace.t
        if standing is None or accounts is None:
            return
        part, typed = self._part, self.search.text().casefold().split()
        found = [
            each
            for each, fated in accounts.fates.items()
            if fated.fate is not Fate.LEFT_OUT and (part is None or part.holds(fated.fate, accounts.voices[each]))
        ]
        if typed:
            found = [each for each in found if all(word in self._said(each) for word in typed)]
        shows_left_out = bool(self.left_out) and (part is None or part.key is Fate.LEFT_OUT) and not typed
        self._left_out.setVisible(shows_left_out)
        self._name.setText(self._sum_up(len(found), bool(typed)))
        self._rest.setVisible(part is None or part.key is not Fate.LEFT_OUT)
        self.search.setVisible(bool(typed) or len(accounts.fates) >= SEARCHED_FROM)
        self._hint.setText(t("Every recommendation is in the text.") if not accounts.fates else "")
        self._hint.setVisible(not accounts.fates)
        self.unused.show_sources(found, standing.language, standing.source_numbers)
        follow_the_eye(self)

    def _sum_up(self, count: int, is_found: bool) -> str:
        t, part = self._workspace.t, self._part
        if is_found:
            return t.plural("{count} found", "{count} found", count)
        said = t.plural(
            "{count} recommendation is not in the text", "{count} recommendations are not in the text", count
        )
        return said if part is None else t("{part}: {count}").format(part=part.name, count=said)

    def _said(self, recommendation: UUID) -> str:
        """Return the words of a recommendation as they are searched; they are read when somebody searches."""
        if self._texts is None:
            read = self._workspace.store.columns(Recommendation, "id", "text")
            self._texts = {each: text.casefold() for each, text in read}
        return self._texts.get(recommendation, "")

    def _finish(self, entry: SourceEntry) -> None:
        """Say why one is not in the text, and offer the way in."""
        if self._accounts is None or self._standing is None:
            return
        t, theme, each = self._workspace.t, self._workspace.theme, entry.recommendation_id
        fated = self._accounts.fates[each]
        if fated.fate is Fate.NEEDS_WORDING:
            document = translator(self._standing.language)
            card = WordCard(self._workspace, entry.source.recommendation, fated.unfit, document)
            card.worded.connect(partial(self.worded.emit, each))
            entry.column.addWidget(card)
            return
        entry.column.addWidget(caption(why(t, fated)))
        acts = QWidget()
        line = Flow(acts, 8)
        if fated.fate in MAY_BE_MADE:
            entry.act = button(theme, t("Make a clause of it"), partial(self.clause_asked.emit, each), "plus")
            line.addWidget(entry.act)
        if fated.passage is not None:
            show = partial(self.passage_asked.emit, fated.passage)
            line.addWidget(quiet_button(theme, t("Go to {number}").format(number=fated.number), show))
        entry.column.addWidget(acts)

    def _lay(self) -> None:
        """Keep the words as wide as they are read well."""
        theme = self._workspace.theme
        inset = px(theme, INSET)
        beside = self.side.width() if self.side.isVisible() else 0
        free = self.width() - beside - 2 * inset
        self._column.setContentsMargins(inset, px(theme, 16), inset + max(free - px(theme, WIDEST), 0), 32)

    def _build(self) -> None:
        t = self._workspace.t
        self.side = CoverageSide(self._workspace)
        self._left_out, self._rest = QWidget(), QWidget()
        above = QVBoxLayout(self._left_out)
        above.setContentsMargins(0, 0, 0, 8)
        above.setSpacing(16)
        above.addWidget(heading(t("Left out")))
        self._left_out_rows = QVBoxLayout()
        self._left_out_rows.setSpacing(16)
        above.addLayout(self._left_out_rows)
        self._name, self._hint = heading(), words(tone="muted")
        self.search = QLineEdit()
        self.search.setPlaceholderText(t("Find among them"))
        self.search.setAccessibleName(t("Find among them"))
        self.search.setClearButtonEnabled(True)
        self.unused = SourceList(self._workspace, self._finish)
        below = QVBoxLayout(self._rest)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(16)
        for part in (self._name, self._hint, self.search, self.unused):
            below.addWidget(part)
        self._left_out.hide()
        page = QWidget()
        page.setProperty("surface", "base")
        self._column = QVBoxLayout(page)
        self._column.setSpacing(16)
        self._column.addWidget(self._left_out)
        self._column.addWidget(self._rest)
        self._column.addStretch(1)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.side)
        line.addWidget(scrolled(page), 1)
