"""One of several recommendations that may be the same: where it was asked for, its words, its count, does it lead."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QWidget

from consultation.deciding.cards import Member
from consultation.deciding.ideas import Part, Voice
from consultation.deciding.saying import hands, how_counted
from consultation.model import Recommendation
from ui.look.folds import px
from ui.look.marks import GapDot, SetMark, SupportBar
from ui.widgets.buttons import RING
from ui.widgets.cards import Card
from ui.widgets.flow import Flow
from ui.widgets.marked import Manner, MarkedWords
from ui.widgets.words import caption, set_property, words
from ui.workspace import Workspace

BAR, ROUND = 120, 8
KEYS = 9
"""Cards that have a key of their own."""
MANNERS = {
    Voice.PLAIN: Manner.PLAIN,
    Voice.SHARED: Manner.SHARED,
    Voice.ALONE: Manner.MARKED,
    Voice.AGAINST: Manner.MARKED,
}


class MemberCard(Card):
    """Says `pressed` when it is clicked, and `lead_asked` when it is to lead."""

    pressed = Signal()
    lead_asked = Signal()

    def __init__(self, workspace: Workspace, member: Member, parts: tuple[Part, ...], number: int, size: str) -> None:
        """``number`` is its place, from 1; ``size`` that of its words."""
        super().__init__()
        self._workspace, self.member, self._number = workspace, member, number
        self.is_aside = self._is_at_hand = False
        self._build(parts, size)

    @property
    def id(self) -> UUID:
        """The recommendation."""
        return self.member.recommendation.id

    def show_place(self, *, at_hand: bool, leads: bool, aside: bool) -> None:
        """Show whether it is at hand, leads, or is left aside."""
        t = self._workspace.t
        self._is_at_hand, self.is_aside = at_hand, aside
        self.lead.setChecked(leads)
        self.lead.setText(t("Leads the group") if leads else t("Let this one lead"))
        self._aside.setVisible(aside)
        self._aside.setText(t("Left aside as different"))
        self.text.take_tone("muted" if aside else "text")
        set_property(self.lead, "tone", "" if leads else "muted")
        self.setAccessibleName(self._name())
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.pressed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card; the one at hand has a stronger edge."""
        super().paintEvent(event)
        if self._is_at_hand:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._workspace.theme.colour("accent"), RING))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), ROUND, ROUND)

    def _build(self, parts: tuple[Part, ...], size: str) -> None:
        theme = self._workspace.theme
        self.column.setContentsMargins(16, 14, 16, 14)
        self.column.setSpacing(2)
        self.column.addLayout(self._head())
        person = self.member.proposer
        if person is not None and not person.deleted:
            self.column.addWidget(caption(person.name))
        self.column.addSpacing(8)
        self.text = MarkedWords(theme, size)
        self.text.show_stretches([stretch for part in parts for stretch in _stretches(part)])
        self.text.setAccessibleName(self._name())
        self.text.setAccessibleDescription(self.text.words)
        self.column.addWidget(self.text)
        self.column.addSpacing(8)
        self.column.addStretch(1)
        self.column.addWidget(self._counted())
        self.column.addSpacing(8)
        self.column.addLayout(self._foot())

    def _head(self) -> QHBoxLayout:
        """Mark, number and session, and at the end the language."""
        t, record = self._workspace.t, self.member.recommendation
        tone = record.set.value if record.set else ""
        line = QHBoxLayout()
        line.setSpacing(6)
        where = QWidget()
        flow = Flow(where, 6)
        if tone:
            flow.addWidget(SetMark(self._workspace.theme, tone))
        if self.member.place:
            flow.addWidget(words(t.number(self.member.place), tone=tone or "text", strong=True, wrap=False))
        session = self.member.session
        flow.addWidget(words(session.code if session else t("in no session"), strong=True, wrap=False))
        line.addWidget(where, 1)
        language = t.language_name(record.language) if record.language else t("no language")
        line.addWidget(caption(language[:1].upper() + language[1:], wrap=False), 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _counted(self) -> QWidget:
        """The bar of support and its figures, or that nobody counted."""
        t, theme, counts = self._workspace.t, self._workspace.theme, self.member.counts
        row = QWidget()
        flow = Flow(row, 8)
        if not counts.is_counted:
            flow.addWidget(GapDot(theme))
            flow.addWidget(caption(t("not counted in this room"), "incomplete", wrap=False))
            return row
        tally = counts.total
        if tally.is_counted:
            bar = SupportBar(theme)
            bar.setFixedWidth(px(theme, BAR))
            tone = _tone(self.member.recommendation)
            bar.show_counts((tally.in_favour or 0, tally.against or 0, tally.abstain or 0), tone)
            flow.addWidget(bar)
        said = hands(t, tally) if tally.is_counted else how_counted(t, counts)
        flow.addWidget(caption(said, "text", wrap=False))
        return row

    def _foot(self) -> QHBoxLayout:
        t = self._workspace.t
        self.lead = QRadioButton()
        self.lead.setAutoExclusive(False)
        self.lead.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # by its number, which stands beside it
        self.lead.clicked.connect(self.lead_asked)
        self._aside = caption(tone="incomplete")
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.lead)
        line.addWidget(self._aside, 1)
        line.addStretch(1)
        self.key = caption(t.number(self._number), wrap=False)
        line.addWidget(self.key)
        return line

    def _name(self) -> str:
        session = self.member.session.code if self.member.session else ""
        return f"{self._workspace.t.number(self._number)} {session}".strip()


def _stretches(part: Part) -> list[tuple[str, Manner]]:
    said = [(part.text, MANNERS[part.voice])]
    return [*said, (str(part.idea), Manner.NUMBER)] if part.idea else said


def _tone(record: Recommendation) -> str:
    return record.set.value if record.set else "text"
