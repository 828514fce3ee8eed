"""What was decided: what was kept, by whom, what else there was, and taking the decision back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from consultation.deciding.differences import compare
from consultation.model import KINDS, Record
from consultation.store import Decision
from consultation.words import Values, author_name, field_name, kind_name, lookup_in, vocabulary_labels
from ui import actions
from ui.keys import bind, shown
from ui.merge.side import QueueSide
from ui.merge.telling import Settled
from ui.page import Page
from ui.touched import Touched
from ui.widgets.cards import Card, EmptyState
from ui.widgets.keyed_button import KeyedButton
from ui.widgets.marked import Manner, MarkedWords
from ui.widgets.rows import clear
from ui.widgets.scroll import scrolled
from ui.widgets.words import caption, heading, words
from ui.workspace import Workspace


class DecidedPage(Page):
    """The decisions, newest first, and the one at hand."""

    kinds = tuple(KINDS.values())  # any record can have been in conflict

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._known: dict[UUID, list[Decision]] = {}
        self.at_hand: Settled | None = None
        self._build()
        self._connect()

    def count(self) -> int:
        """Count the decisions; reads what is new of them, also while the page is hidden."""
        self.catch_up()
        return len(self.list.rows)

    def take_back(self) -> None:
        """Take the decision at hand back: the question is open again."""
        settled, t = self.at_hand, self._workspace.t
        if settled is None or not settled.decision.stands:
            return
        decision = settled.decision
        said = t("Decision taken back: {field}.").format(field=self._field_words(decision))
        self._workspace.do(said, lambda: self._workspace.store.undo(decision.written))
        self.setFocus()

    def refresh(self, touched: Touched) -> None:
        """Read the decisions on the records that were written, or all."""
        past = self._workspace.store.past
        if touched.everything:
            self._known = _by_record(past.decisions())
        else:
            anew = _by_record(past.decisions(touched.records))
            self._known = {record: those for record, those in self._known.items() if record not in touched.records}
            self._known |= anew
        self._show(sorted((each for those in self._known.values() for each in those), key=_newest_first))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fold()

    def fold(self) -> None:
        """Have the queue stand beside the decision, or fold to the list that opens."""
        folded = self.side.fold(self.window())
        self.side.box.setVisible(folded and self.isVisible() and bool(self.list.rows))
        self.setFocusProxy(self.side.box if folded else self.list)

    def _build(self) -> None:
        t, theme, back = self._workspace.t, self._workspace.theme, actions.TAKE_DECISION_BACK
        self.side = QueueSide(self._workspace, t("Decided"))
        self.list = self.side.queue
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
        beside = QWidget()
        row = QHBoxLayout(beside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side)
        row.addWidget(scrolled(inside), 1)
        nothing = EmptyState(
            theme, "git-compare", t("Nothing has been decided yet"), t("What you decide can be looked at here again.")
        )
        self._layers = QStackedLayout(self)
        self._layers.addWidget(beside)
        self._layers.addWidget(nothing)

    def _connect(self) -> None:
        self.list.chosen.connect(self._on_chosen)
        self._workspace.theme.changed.connect(self.fold)
        bind(self, actions.TAKE_DECISION_BACK, self.take_back)

    def _show(self, decisions: list[Decision]) -> None:
        ids: dict[str, list[UUID]] = {}
        for decision in decisions:
            ids.setdefault(decision.kind, []).append(decision.record)
        records: dict[UUID, Record] = {}
        for kind, those in ids.items():
            records |= self._workspace.store.those(KINDS[kind], those)
        rows = [Settled(each, records[each.record]) for each in decisions if each.record in records]
        keys, place = [row.key for row in rows], max(self.list.place, 0)
        if self.at_hand is not None and self.at_hand.key in keys:
            place = keys.index(self.at_hand.key)
        self.list.show_rows(rows, place)
        self.side.count(len(rows))
        self._layers.setCurrentIndex(int(not rows))
        self.fold()

    def _on_chosen(self, row: Settled | None) -> None:
        self.at_hand = row
        if row is None:
            return
        t, decision = self._workspace.t, row.decision
        when = decision.when.astimezone()
        by = t("Decided by {name}, {day}, {time}").format(
            name=author_name(t, decision.author_name), day=t.day(when.date()), time=t.time(when)
        )
        self._by.setText(by)
        self._heading.setText(self._field_words(decision))
        self._show_values(decision)
        self.back.setEnabled(decision.stands)
        self._means.setText(
            t("Then the question is open again; nothing is lost.")
            if decision.stands
            else t("Somebody has written something else since.")
        )

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


def _by_record(decisions: list[Decision]) -> dict[UUID, list[Decision]]:
    found: dict[UUID, list[Decision]] = {}
    for decision in decisions:
        found.setdefault(decision.record, []).append(decision)
    return found


def _newest_first(decision: Decision) -> tuple[Any, ...]:
    return (-decision.when.timestamp(), decision.revision, decision.field)
