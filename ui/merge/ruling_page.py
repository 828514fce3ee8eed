"""A group that people made, or a verdict on two: looked at again, changed, and taken back."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from consultation.deciding.cards import Card, read_card
from consultation.deciding.ideas import read_ideas
from consultation.deciding.judging import let_lead, split, take_back, take_group_back, take_out, word_group
from consultation.deciding.lineage import Stage, lineage
from consultation.deciding.rulings import Ruling
from consultation.deciding.saying import RULED
from consultation.model import Group, Recommendation, Session, Verdict
from consultation.store import Written
from consultation.words import author_name, shortened
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

LONGEST = 60
"""Letters of a recommendation in the lineage."""


class RulingPage(QWidget):
    """The ruling at hand, and what can be done with it."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.ruling: Ruling | None = None
        self.card: Card | None = None
        self._build()
        self._connect()

    @property
    def group(self) -> Group | None:
        """The group at hand; None for a verdict."""
        record = self.ruling.record if self.ruling is not None else None
        return record if isinstance(record, Group) else None

    def show_ruling(self, ruling: Ruling) -> None:
        """Show a ruling."""
        other = self.ruling is None or self.ruling.record.id != ruling.record.id
        at_hand = None if other else self.members.at_hand
        self.ruling = ruling
        if other:
            self._put_wording_away()
        self.card = card = read_card(self._workspace.store, ruling.members)
        ideas = read_ideas(card.texts, ())
        self._show_head(ruling)
        self.ideas.show_ideas(ideas)
        self.members.show_card(card, ideas, at_hand)
        self.members.mark(card.lead if self.group is not None else None, ())
        self.joint.show_card(card)
        self._show_wording(card)
        self._show_lineage()
        for part in (self.split_button, self.out, self.write, self.joint):
            part.setVisible(self.group is not None)

    def take_back(self) -> None:
        """Take the ruling back: it is asked again."""
        t, store, ruling = self._workspace.t, self._workspace.store, self.ruling
        if ruling is None:
            return
        record = ruling.record

        def act() -> Written:
            return take_group_back(store, record) if isinstance(record, Group) else take_back(store, record)

        self._workspace.do(t("Taken back: it is asked again."), act)

    def split(self) -> None:
        """Split the group; that its members are different is remembered."""
        t, store, group = self._workspace.t, self._workspace.store, self.group
        if group is not None:
            self._workspace.do(t("The group is split."), lambda: split(store, group.recommendations[0]))

    def take_out(self) -> None:
        """Take the card at hand out of the group."""
        t, store, member = self._workspace.t, self._workspace.store, self.members.at_hand
        if self.group is not None and member is not None:
            self._workspace.do(t("Taken out of the group; it stands for itself."), lambda: take_out(store, member))

    def let_lead(self, number: int) -> None:
        """Let the one of a number lead, from 0."""
        if number < len(self.members.cards):
            self._on_lead_asked(self.members.cards[number].id)

    def write_wording(self) -> None:
        """Offer to write words for the group."""
        if self.group is not None and self.card is not None:
            self._acts.hide()
            self.own.show()
            self.own.begin(self.card, dict(self.card.wording))
            QTimer.singleShot(0, self, lambda: self._area.ensureWidgetVisible(self.own))  # once it is laid out

    def _build(self) -> None:
        t = self._workspace.t
        self._by, self._heading = caption(), heading()
        self.ideas, self.members = IdeasLine(self._workspace), Members(self._workspace)
        self.joint, self.own = Joint(self._workspace, t("In each room")), GroupWording(self._workspace)
        self._wording = QVBoxLayout()
        self._lineage_head, self._lineage = section(t("How it came together")), QVBoxLayout()
        self._lineage.setSpacing(2)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(32, 20, 32, 24)
        column.setSpacing(4)
        for part in (self._by, self._heading, self.ideas):
            column.addWidget(part)
        column.addSpacing(8)
        column.addWidget(self.members)
        column.addSpacing(10)
        column.addWidget(self._make_acts())
        column.addWidget(self.own)
        column.addLayout(self._wording)
        column.addSpacing(16)
        column.addWidget(self.joint)
        column.addSpacing(16)
        column.addWidget(self._lineage_head)
        column.addLayout(self._lineage)
        column.addStretch(1)
        self._area = scrolled(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)

    def _make_acts(self) -> QWidget:
        t, theme = self._workspace.t, self._workspace.theme
        self._acts = QWidget()
        line = Flow(self._acts, 8)
        made = [
            KeyedButton(theme, t(action.label), shown(action), act, action.icon)
            for action, act in (
                (merging.TAKE_DECISION_BACK, self.take_back),
                (merging.SPLIT_GROUP, self.split),
                (merging.TAKE_MEMBER_OUT, self.take_out),
                (merging.WORD_GROUP, self.write_wording),
            )
        ]
        self.back, self.split_button, self.out, self.write = made
        for each in made:
            line.addWidget(each)
        return self._acts

    def _connect(self) -> None:
        self.members.lead_asked.connect(self._on_lead_asked)
        self.joint.write_asked.connect(self.write_wording)
        self.own.taken.connect(self._on_wording_taken)
        self.own.left.connect(self._put_wording_away)

    def _show_head(self, ruling: Ruling) -> None:
        t, when = self._workspace.t, ruling.when.astimezone()
        by = t("Decided by {name}, {day}, {time}").format(
            name=author_name(t, ruling.who), day=t.day(when.date()), time=t.time(when)
        )
        self._by.setText(by)
        if isinstance(ruling.record, Verdict):
            self._heading.setText(t(RULED[ruling.record.decision]))
        else:
            self._heading.setText(t("These are one recommendation"))

    def _show_wording(self, card: Card) -> None:
        """Show the words that were written for the group."""
        t = self._workspace.t
        clear(self._wording)
        for code, words in sorted(card.wording.items()):
            self._wording.addWidget(caption(t("For all, in {language}").format(language=t.language_name(code))))
            self._wording.addWidget(caption(words, "text"))

    def _show_lineage(self) -> None:
        clear(self._lineage)
        group = self.group
        self._lineage_head.setVisible(group is not None)
        if group is None:
            return
        for stage in lineage(self._workspace.store, group):
            self._lineage.addWidget(caption(self._told(stage)))

    def _told(self, stage: Stage) -> str:
        """Say who did what when to the group."""
        t, when = self._workspace.t, stage.when.astimezone()
        said = []
        if stage.came:
            said.append(t("put together: {which}").format(which=self._named(stage.came)))
        if stage.went:
            said.append(t("taken out: {which}").format(which=self._named(stage.went)))
        return t("{day}, {time}, {name}: {what}").format(
            day=t.day(when.date(), "medium"), time=t.time(when), name=author_name(t, stage.who), what="; ".join(said)
        )

    def _named(self, members: tuple[UUID, ...]) -> str:
        """Name recommendations by their session and first words."""
        t, store = self._workspace.t, self._workspace.store
        found = store.those(Recommendation, members)
        sessions = store.those(Session, {each.session for each in found.values() if each.session})
        named = []
        for record in found.values():
            code = sessions[record.session].code if record.session in sessions else ""
            quoted = t("“{words}”").format(words=shortened(record.text, LONGEST))
            named.append(f"{code} {quoted}".strip())
        return t.listed(named)

    def _put_wording_away(self) -> None:
        self.own.hide()
        self._acts.show()

    def _on_lead_asked(self, member: UUID) -> None:
        t, store, group = self._workspace.t, self._workspace.store, self.group
        if group is not None and group.lead != member:
            self._workspace.do(t("Another one leads the group."), lambda: let_lead(store, member))

    def _on_wording_taken(self, said: dict[str, str]) -> None:
        group, card, store = self.group, self.card, self._workspace.store
        if group is None or card is None:
            return
        changed = {code: words for code, words in said.items() if words != card.wording.get(code, "")}
        with self._workspace.together() as step:
            for code, words in changed.items():
                self._workspace.do("", partial(word_group, store, group.recommendations[0], code, words))
            step.name = self._workspace.t("The words for the group are written.")
        if step.done:
            self._put_wording_away()
