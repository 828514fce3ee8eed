"""The means to complete a recommendation: one for each thing it can lack, each saved by itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from consultation.deciding.counts import counts_of, keep_count, let_count_hold
from consultation.deciding.saying import hands
from consultation.language import N_
from consultation.model import KnownVocabulary, Recommendation, RecommendationSet
from consultation.reading.incomplete import Gap
from consultation.reading.tallies import GroupCount, folded_group
from consultation.reading.vocabularies import named_terms
from consultation.words import choice_name
from ui.actions import merging
from ui.keys import shown
from ui.widgets.buttons import button
from ui.widgets.chip_field import ChipField
from ui.widgets.chips import ChipChoice, ChipRow
from ui.widgets.flow import Flow
from ui.widgets.keyed_button import KeyedButton
from ui.widgets.rows import clear
from ui.widgets.words import caption, words
from ui.workspace import Workspace

ASKED = {
    Gap.SET: N_("Set"),
    Gap.STRAND: N_("Strand"),
    Gap.LANGUAGE: N_("Language"),
    Gap.ADDRESSEE: N_("Addressee"),
    Gap.EARLIER_COUNT: N_("Count on an earlier wording"),
    Gap.COUNTED_TWICE: N_("Counted twice"),
    Gap.STALE_TRANSLATION: N_("Translation of earlier words"),
}


class Mend(QWidget):
    """One thing that is lacking, and what completes it; says so once it is complete."""

    def __init__(self, workspace: Workspace, gap: Gap) -> None:
        super().__init__()
        self._workspace, self.gap = workspace, gap
        self._record: Recommendation | None = None
        name = workspace.t(ASKED[gap])
        self.setAccessibleName(name)
        self._done = caption(workspace.t("✓ complete"), "done", wrap=False)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(words(name, "caption", "muted", strong=True, wrap=False))
        head.addWidget(self._done)
        head.addStretch(1)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(6)
        self.column.addLayout(head)
        self._make()

    def show_record(self, record: Recommendation, lacking: bool) -> None:
        """Show a recommendation, and whether it still lacks this."""
        self._record = record
        self._done.setVisible(not lacking)
        self._show(record)

    def take_keyboard(self) -> None:
        """Go to the first thing that completes it."""
        self.setFocus()

    def _make(self) -> None:
        """Build what completes it."""

    def _show(self, record: Recommendation) -> None:
        """Show what is stored."""

    def _change(self, **values: Any) -> None:
        if self._record is not None:
            self._workspace.change(self._record, **values)


class SetMend(Mend):
    """The set, as chips of which one is ticked."""

    def _make(self) -> None:
        self.chips = ChipRow(self._workspace.theme)
        self.chips.offer([(which, choice_name(self._workspace.t, which), which.value) for which in RecommendationSet])
        self.chips.chosen.connect(lambda which: self._change(set=which))
        self.column.addWidget(self.chips)

    def take_keyboard(self) -> None:
        self.chips.focus_first()

    def _show(self, record: Recommendation) -> None:
        self.chips.tick(record.set)


class LanguageMend(Mend):
    """The language, as chips: those of the consultation."""

    def _make(self) -> None:
        t = self._workspace.t
        self.chips = ChipRow(self._workspace.theme)
        codes = self._workspace.consultation.languages
        self.chips.offer([(code, t.language_name(code), "accent") for code in codes])
        self.chips.chosen.connect(lambda code: self._change(language=code))
        self.column.addWidget(self.chips)

    def take_keyboard(self) -> None:
        self.chips.focus_first()

    def _show(self, record: Recommendation) -> None:
        self.chips.tick(record.language)


class StrandMend(Mend):
    """The strands, as chips of which any can be ticked."""

    def _make(self) -> None:
        workspace = self._workspace
        self.chips = ChipChoice(workspace.theme)
        self.chips.offer(*named_terms(workspace.store, KnownVocabulary.STRAND, workspace.t.language))
        self.chips.chosen.connect(self._on_ticked)
        self.column.addWidget(self.chips)

    def take_keyboard(self) -> None:
        self.chips.focus_first()

    def _show(self, record: Recommendation) -> None:
        self.chips.tick(record.chosen(KnownVocabulary.STRAND))

    def _on_ticked(self, keys: list[UUID]) -> None:
        if self._record is not None:
            fresh = self._workspace.store.get(Recommendation, self._record.id)
            self._change(terms={**fresh.terms, KnownVocabulary.STRAND.value: keys})


class AddresseeMend(Mend):
    """The addressees, found by typing."""

    def _make(self) -> None:
        workspace = self._workspace
        self.field = ChipField(workspace.theme, workspace.t, workspace.t("Addressees"))
        self.field.offer(*named_terms(workspace.store, KnownVocabulary.ADDRESSEE, workspace.t.language))
        self.field.chosen.connect(lambda keys: self._change(addressees=keys))
        self.column.addWidget(self.field)

    def take_keyboard(self) -> None:
        self.field.add()

    def _show(self, record: Recommendation) -> None:
        self.field.tick(record.addressees)


class CountMend(Mend):
    """Hands that were counted before the words were changed: whether they hold for the new words a person says."""

    left_as_it_is = Signal()

    def _make(self) -> None:
        t, theme, holds = self._workspace.t, self._workspace.theme, merging.COUNT_HOLDS
        self._said = words()
        self.column.addWidget(self._said)
        acts = QWidget()
        line = Flow(acts, 8)
        self.holds = KeyedButton(theme, t(holds.words), shown(holds), self.let_hold, holds.icon)
        self.not_held = button(theme, t("It does not hold"), self.left_as_it_is.emit)
        line.addWidget(self.holds)
        line.addWidget(self.not_held)
        self.column.addWidget(acts)
        self.column.addWidget(caption(t("One that does not hold stays with a remark; only the room can count again.")))

    def take_keyboard(self) -> None:
        self.holds.setFocus()

    def let_hold(self) -> None:
        """Have the count hold for the words that stand now."""
        record, t = self._record, self._workspace.t
        if record is not None:
            self._workspace.do(
                t("The count holds for the new words."), lambda: let_count_hold(self._workspace.store, record)
            )

    def _show(self, record: Recommendation) -> None:
        t = self._workspace.t
        earlier = [count for count in counts_of(self._workspace.store, record).standing if count.on_earlier_wording]
        self._said.setText("; ".join(hands(t, count.tally) for count in earlier))
        for part in (self._said, self.holds, self.not_held):
            part.setVisible(bool(earlier))


class TwiceMend(Mend):
    """Two counts of one group: a person keeps one."""

    def _make(self) -> None:
        self._rows = QVBoxLayout()
        self.column.addLayout(self._rows)

    def take_keyboard(self) -> None:
        first = self._rows.itemAt(0)
        part = first.widget() if first is not None else None
        if part is not None:
            part.setFocus()

    def _show(self, record: Recommendation) -> None:
        t, counts = self._workspace.t, counts_of(self._workspace.store, record)
        clear(self._rows)
        for group in counts.counted_twice:
            those = [count for count in counts.standing if folded_group(count.group) == folded_group(group)]
            for count in those:
                when = count.counted_at.astimezone() if count.counted_at else None
                day = t("{day}, {time}").format(day=t.day(when.date()), time=t.time(when)) if when else ""
                said = ", ".join(part for part in (count.group, hands(t, count.tally), day) if part)
                keep = t("Keep: {count}").format(count=said)
                self._rows.addWidget(button(self._workspace.theme, keep, partial(self._keep, count, those)))

    def _keep(self, kept: GroupCount, those: Sequence[GroupCount]) -> None:
        store, t = self._workspace.store, self._workspace.t
        self._workspace.do(t("One count is kept."), lambda: keep_count(store, kept, those))


MENDS: dict[Gap, Callable[[Workspace, Gap], Mend]] = {
    Gap.SET: SetMend,
    Gap.STRAND: StrandMend,
    Gap.LANGUAGE: LanguageMend,
    Gap.ADDRESSEE: AddresseeMend,
    Gap.EARLIER_COUNT: CountMend,
    Gap.COUNTED_TWICE: TwiceMend,
}
