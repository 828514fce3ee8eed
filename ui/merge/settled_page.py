"""A conflict that was decided: what was kept, by whom, what else there was, and taking the decision back."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from consultation.deciding.differences import compare
from consultation.store import Decision
from consultation.words import Values, author_name, field_name, kind_name, lookup_in, vocabulary_labels
from ui.actions import merging
from ui.keys import shown
from ui.merge.row_words import Settled
from ui.widgets.cards import Card
from ui.widgets.keyed_button import KeyedButton
from ui.widgets.marked import Manner, MarkedWords
from ui.widgets.rows import clear
from ui.widgets.scroll import scrolled
from ui.widgets.words import caption, heading, words
from ui.workspace import Workspace


class SettledPage(QWidget):
    """The decision at hand."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.settled: Settled | None = None
        self._build()

    def show_settled(self, settled: Settled) -> None:
        """Show a decision."""
        self.settled = settled
        t, decision = self._workspace.t, settled.decision
        when = decision.when.astimezone()
        said = (
            t("Put together by itself from what {name} wrote, {day}, {time}")
            if decision.by_itself
            else t("Decided by {name}, {day}, {time}")
        )
        self._by.setText(
            said.format(name=author_name(t, decision.author_name), day=t.day(when.date()), time=t.time(when))
        )
        self._heading.setText(self._field_words(decision))
        self._show_values(decision)
        self.back.setEnabled(decision.stands)
        self._means.setText(
            t("Then the question is open again; nothing is lost.")
            if decision.stands
            else t("Somebody has written something else since.")
        )

    def take_back(self) -> None:
        """Take the decision at hand back: the question is open again."""
        settled, t = self.settled, self._workspace.t
        if settled is None or not settled.decision.stands:
            return
        decision = settled.decision
        said = t("Decision taken back: {field}.").format(field=self._field_words(decision))
        self._workspace.do(said, lambda: self._workspace.store.undo(decision.written))

    def _build(self) -> None:
        t, theme, back = self._workspace.t, self._workspace.theme, merging.TAKE_DECISION_BACK
        self._heading, self._by, self._cards = heading(), caption(), QGridLayout()
        self._cards.setSpacing(16)
        for place in (0, 1):
            self._cards.setColumnStretch(place, 1)
        self.back = KeyedButton(theme, t(back.label), shown(back), self.take_back, back.icon)
        self._means = caption()
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.back)
        line.addWidget(self._means, 1)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(32, 20, 32, 24)
        column.setSpacing(4)
        column.addWidget(self._by)
        column.addWidget(self._heading)
        column.addSpacing(12)
        column.addLayout(self._cards)
        column.addSpacing(12)
        column.addLayout(line)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inside))

    def _show_values(self, decision: Decision) -> None:
        """Show what was kept, and below it what else there was."""
        t, store = self._workspace.t, self._workspace.store
        clear(self._cards)
        values = Values(t, lookup_in(store), vocabulary_labels(store))
        given = [option.value for option in decision.options]
        kept, *texts = values.alternatives(decision.field, [decision.value, *given])
        by = [author_name(t, option.author_name) for option in decision.options]
        wrote = [name for name, value in zip(by, given, strict=True) if value == decision.value]
        head = t("Kept, as {names} wrote it").format(names=t.listed(wrote)) if wrote else t("Kept: another wording")
        if decision.by_itself:
            head = t("Kept: what both changed")
        cards = [self._card(head, [(kept, Manner.PLAIN)])]
        for name, value, text in zip(by, given, texts, strict=True):
            if value != decision.value:
                pieces = [(it.text, Manner.MARKED if it.differs else Manner.PLAIN) for it in compare(text, kept)]
                cards.append(self._card(t("Not kept: {name}").format(name=name), pieces))
        for number, card in enumerate(cards):
            self._cards.addWidget(card, number // 2, number % 2)

    def _card(self, head: str, stretches: list[tuple[str, Manner]]) -> Card:
        card = Card()
        card.column.setContentsMargins(18, 14, 18, 16)
        card.column.addWidget(words(head, strong=True))
        text = MarkedWords(self._workspace.theme, "said")
        text.setAccessibleName(head)
        text.show_stretches(stretches)
        card.column.addWidget(text)
        card.column.addStretch(1)
        return card

    def _field_words(self, decision: Decision) -> str:
        t = self._workspace.t
        field = field_name(t, decision.kind, decision.field, vocabulary_labels(self._workspace.store))
        return t("{kind}: {field}").format(kind=kind_name(t, decision.kind), field=field)
