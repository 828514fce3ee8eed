"""Recommendations that may be the same, or may contradict each other: seen side by side and decided by single keys."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from consultation.deciding.alike import Alike
from consultation.deciding.cards import Card, read_card
from consultation.deciding.ideas import read_ideas
from consultation.deciding.saying import why
from consultation.matching import PairKind
from consultation.model import Decision
from ui.actions import merging
from ui.keys import shown
from ui.merge.group_wording import GroupWording
from ui.merge.ideas_line import IdeasLine
from ui.merge.joint import Joint
from ui.merge.members import Members
from ui.widgets.flow import Flow
from ui.widgets.keyed_button import KeyedButton
from ui.widgets.rows import clear
from ui.widgets.scroll import scrolled
from ui.widgets.words import caption, heading, section
from ui.workspace import Workspace

LEAST = 2
"""Members that make a group."""
VERDICTS = {
    Decision.SAME: merging.SAY_SAME,
    Decision.PART_OF: merging.SAY_PART,
    Decision.CONTRADICT: merging.SAY_CONTRADICT,
    Decision.DIFFERENT: merging.SAY_DIFFERENT,
}
OPPOSED = (Decision.CONTRADICT, Decision.DIFFERENT, Decision.SAME, Decision.PART_OF)
"""The order in which they are offered where two may contradict each other."""


class AlikePage(QWidget):
    """The question at hand; says `decided` with a `Decision`."""

    decided = Signal(object)
    identical_asked = Signal()
    later = Signal()
    left = Signal()
    """The words for all were put away: back to the list."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.alike: Alike | None = None
        self.card: Card | None = None
        self.lead: UUID | None = None
        """The one that leads, if they are the same."""
        self.aside: set[UUID] = set()
        """Those that are left aside as different."""
        self.wording: dict[str, str] = {}
        """Words for them all, if they are the same."""
        self._build()
        self._connect()

    def show_alike(self, alike: Alike, place: str, identical: int) -> None:
        """Show what may be the same; ``place`` says which of how many, ``identical`` how many can be taken at once."""
        store, other = self._workspace.store, self.alike is None or self.alike.key != alike.key
        card = read_card(store, alike.members)
        at_hand = None if other else self.members.at_hand
        if other:
            self.aside, self.lead = set(), card.lead
            self.wording = dict(card.wording)
            self.leave_wording()
        self.alike, self.card = alike, card
        ideas = read_ideas(card.texts, alike.pairs)
        self._show_head(alike, card, place)
        self.ideas.show_ideas(ideas)
        self.members.show_card(card, ideas, at_hand)
        self.joint.show_card(card)
        self._show_reasons(alike)
        self._show_acts(alike, identical)
        self._mark()
        if other:
            self._area.verticalScrollBar().setValue(0)

    def let_lead(self, number: int) -> None:
        """Let the one of a number lead, from 0."""
        if number < len(self.members.cards):
            self._on_lead_asked(self.members.cards[number].id)

    def leave_aside(self) -> None:
        """Leave the card at hand aside as different, or no longer; two at least stay."""
        at_hand, card = self.members.at_hand, self.card
        if at_hand is None or card is None:
            return
        if at_hand in self.aside:
            self.aside.discard(at_hand)
        elif len(card.members) - len(self.aside) > LEAST:
            self.aside.add(at_hand)
            if self.lead == at_hand:
                self.lead = next(
                    each.recommendation.id for each in card.members if each.recommendation.id not in self.aside
                )
        self._mark()

    def step_member(self, by: int) -> None:
        """Take the next card in hand, or the one before."""
        card = self.members.step(by)
        if card is not None:
            self._area.ensureWidgetVisible(card)

    def write_wording(self) -> None:
        """Offer to write words for all."""
        if self.card is None or self._asked is PairKind.CONTRADICT:
            return
        self._acts.hide()
        self.own.show()
        self.own.begin(self._as_chosen(self.card), self.wording)
        QTimer.singleShot(0, self, lambda: self._area.ensureWidgetVisible(self.own))  # once it is laid out

    def leave_wording(self) -> None:
        """Put the words for all away."""
        self.own.hide()
        self._acts.show()

    @property
    def _asked(self) -> PairKind:
        return self.alike.kind if self.alike is not None else PairKind.SAME

    def _build(self) -> None:
        t = self._workspace.t
        self._place, self._heading = caption(), heading()
        self.ideas, self.members = IdeasLine(self._workspace), Members(self._workspace)
        self.own = GroupWording(self._workspace)
        self.joint = Joint(self._workspace, t("If they are the same"))
        self._reasons = QVBoxLayout()
        self._reasons.setSpacing(2)
        self._why = section(t("Why they are shown together"))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(32, 20, 32, 24)
        column.setSpacing(4)
        column.addWidget(self._place)
        column.addWidget(self._heading)
        column.addSpacing(6)
        column.addWidget(self.ideas)
        column.addSpacing(8)
        column.addWidget(self.members)
        column.addSpacing(10)
        column.addWidget(self._make_acts())
        column.addWidget(self.own)
        column.addSpacing(16)
        column.addWidget(self.joint)
        column.addSpacing(16)
        column.addWidget(self._why)
        column.addLayout(self._reasons)
        column.addStretch(1)
        self._area = scrolled(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)

    def _make_acts(self) -> QWidget:
        """Build what can be said of them, each with its key."""
        t, theme = self._workspace.t, self._workspace.theme
        self._acts, said = QWidget(), QWidget()
        self._line = Flow(said, 8)
        self.verdicts: dict[Decision, KeyedButton] = {}
        for decision, action in VERDICTS.items():
            words = t(action.label)
            made = KeyedButton(theme, words, shown(action), partial(self.decided.emit, decision))
            self.verdicts[decision] = made
        identical, later = merging.ACCEPT_IDENTICAL, merging.NEXT_CONFLICT
        self.identical = KeyedButton(theme, "", shown(identical), self.identical_asked.emit, "check")
        self.later_button = KeyedButton(theme, t(later.label), shown(later), self.later.emit, look="quiet")
        whole = QHBoxLayout(self._acts)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addWidget(said, 1)
        whole.addWidget(self.later_button, 0, Qt.AlignmentFlag.AlignTop)
        return self._acts

    def _connect(self) -> None:
        self.members.lead_asked.connect(self._on_lead_asked)
        self.joint.write_asked.connect(self.write_wording)
        self.own.taken.connect(self._on_wording_taken)
        self.own.left.connect(self._on_wording_left)

    def _show_head(self, alike: Alike, card: Card, place: str) -> None:
        t = self._workspace.t
        rooms = t.plural("{count} room", "{count} rooms", card.rooms) if card.rooms else ""
        languages = t.plural("{count} language", "{count} languages", len(card.languages)) if card.languages else ""
        about = ", ".join(part for part in (rooms, languages) if part)
        self._place.setText(f"{place}     {about}")
        opposed = alike.kind is PairKind.CONTRADICT
        asked = t("Do these contradict each other?") if opposed else t("Is this one recommendation?")
        self._heading.setText(asked)

    def _show_acts(self, alike: Alike, identical: int) -> None:
        """Put the likeliest verdict first; it is the main one."""
        t = self._workspace.t
        opposed = alike.kind is PairKind.CONTRADICT
        order = OPPOSED if opposed else tuple(VERDICTS)
        while self._line.count():
            self._line.takeAt(0)
        for decision in order:
            self._line.addWidget(self.verdicts[decision])
            self.verdicts[decision].be_main(decision is order[0])
        self._line.addWidget(self.identical)
        self.identical.setVisible(alike.is_identical and identical > 1)
        self.identical.setText(t.plural("Accept {count} identical", "Accept all {count} identical", identical))
        self.identical.setToolTip(t(merging.ACCEPT_IDENTICAL.words))
        self.identical.updateGeometry()
        self._line.invalidate()

    def _show_reasons(self, alike: Alike) -> None:
        t = self._workspace.t
        clear(self._reasons)
        reasons = [why(t, reason) for pair in alike.pairs for reason in pair.why]
        likely = t("{share} likely").format(share=t.percent(round(alike.score, 2)))
        said = list(dict.fromkeys(reason for reason in reasons if reason))
        for reason in [*said[:6], likely]:
            self._reasons.addWidget(caption(reason))

    def _as_chosen(self, card: Card) -> Card:
        """Return a card as it would be with the lead and the words for all that were chosen here."""
        return replace(card, lead=self.lead or card.lead, wording=self.wording)

    def _mark(self) -> None:
        """Show which one leads and which are left aside, and say so on the buttons; and what is missing for it."""
        t, card = self._workspace.t, self.card
        if card is None:
            return
        self.members.mark(self.lead, self.aside)
        ids = [each.recommendation.id for each in card.members]
        number = ids.index(self.lead) + 1 if self.lead in ids else 1
        part = self.verdicts[Decision.PART_OF]
        part.setText(t("Part of no. {number}").format(number=t.number(number)))
        part.updateGeometry()
        self._line.invalidate()
        self.joint.show_missing(self._as_chosen(card).missing(self._workspace.consultation.languages))

    def _on_lead_asked(self, member: UUID) -> None:
        if member not in self.aside:
            self.lead = member
            self._mark()

    def _on_wording_taken(self, said: dict[str, str]) -> None:
        self.wording = {code: words for code, words in said.items() if words}
        self._mark()
        self._on_wording_left()

    def _on_wording_left(self) -> None:
        self.leave_wording()
        self.left.emit()
