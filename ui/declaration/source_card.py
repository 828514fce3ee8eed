"""A recommendation as a source: its own words, where they come from, and what the room thought of them."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from consultation.model import Person, Recommendation, RecommendationStatus, Reservation, Session, Support, texts_of
from consultation.reading.tallies import GroupCount, count_support
from consultation.words import choice_name, consensus_name, person_line, session_name
from ui.look.icons import IconLabel
from ui.widgets.cards import Card
from ui.widgets.chips import tag
from ui.widgets.flow import Flow
from ui.widgets.words import caption, words
from ui.workspace import Workspace

STATUS_TONES = {RecommendationStatus.ADOPTED: "done", RecommendationStatus.SET_ASIDE: "incomplete"}


class SourceCard(Card):
    """One recommendation, to read."""

    def __init__(self, workspace: Workspace, recommendation: Recommendation, language: str, number: int) -> None:
        super().__init__()
        self._workspace = workspace
        self.recommendation = recommendation
        self.number = number
        """The one it has in the document."""
        self._build(language)

    @property
    def recommendation_id(self) -> UUID:
        """The id of the recommendation."""
        return self.recommendation.id

    def _build(self, language: str) -> None:
        t, source = self._workspace.t, self.recommendation
        tags = QWidget()
        flow = Flow(tags, 4)
        flow.addWidget(tag(t("No. {number}").format(number=t.number(self.number))))
        flow.addWidget(tag(choice_name(t, source.set), str(source.set)))
        if source.status in STATUS_TONES:
            flow.addWidget(tag(choice_name(t, source.status), STATUS_TONES[source.status]))
        if source.language and source.language != language:
            name = t.language_name(source.language)
            flow.addWidget(tag(name[:1].upper() + name[1:]))
        self.column.setContentsMargins(12, 12, 12, 12)
        self.column.addWidget(tags)
        said = words(source.text, "said")
        said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.column.addWidget(said)
        translation = texts_of(source.translations).get(language, "").strip()
        if source.language and source.language != language and translation:
            self.column.addWidget(words(translation, tone="muted"))
        for line in self._origin():
            self.column.addWidget(caption(line))
        support = self._workspace.store.all(Support, recommendation=source.id)
        for counted in count_support(source.text, support).groups:
            told = self._support(counted)
            if told:
                self.column.addLayout(self._with_icon("thumbs-up", told))
        for reservation in self._workspace.store.all(Reservation, recommendation=source.id):
            told = self._reservation(reservation)
            self.column.addLayout(self._with_icon("message-square-warning", told, "incomplete"))

    def _origin(self) -> list[str]:
        """Say in which session it was proposed, and by whom."""
        t, store, source = self._workspace.t, self._workspace.store, self.recommendation
        session = store.find(Session, source.session) if source.session else None
        proposer = store.find(Person, source.proposer) if source.proposer else None
        lines = []
        if session is not None:
            lines.append(session_name(t, session))
        if proposer is not None:
            lines.append(t("Proposed by {name}").format(name=person_line(proposer)))
        if source.reference:
            lines.append(t("Reference: {reference}").format(reference=source.reference))
        return lines

    def _support(self, counted: GroupCount) -> str:
        t, tally = self._workspace.t, counted.tally
        counts = (
            (tally.in_favour, t("{count} for")),
            (tally.against, t("{count} against")),
            (tally.abstain, t("{count} abstaining")),
        )
        said = [words.format(count=t.number(count)) for count, words in counts if count is not None]
        if counted.consensus is not None:
            said.append(t("consensus {degree}").format(degree=consensus_name(t, counted.consensus)))
        if not said:
            return ""
        if counted.on_earlier_wording:
            said.append(t("counted on an earlier wording"))
        told = t.listed(said)
        return t("{group}: {votes}").format(group=counted.group, votes=told) if counted.group else told

    def _reservation(self, reservation: Reservation) -> str:
        t = self._workspace.t
        person = self._workspace.store.find(Person, reservation.person) if reservation.person else None
        who = reservation.who or (person_line(person) if person else "")
        return t("{who}: {words}").format(who=who, words=reservation.text) if who else reservation.text

    def _with_icon(self, icon: str, text: str, tone: str = "muted") -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(IconLabel(self._workspace.theme, icon, tone, 16), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(caption(text, "text" if tone == "incomplete" else "muted"), 1)
        return line
