"""What becomes of counts, wordings and languages when recommendations are put together: nothing is moved silently."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from consultation.deciding.cards import Card, Member
from consultation.deciding.saying import about_the_sum, hands, how_counted
from ui.actions import merging
from ui.keys import shown
from ui.look.folds import px
from ui.look.marks import SupportBar
from ui.widgets.keyed_button import KeyedButton
from ui.widgets.rows import clear
from ui.widgets.words import caption, words
from ui.workspace import Workspace

BAR, ROOM = 136, 150
MOST, BOTH = 12, 2
"""Rooms that are listed one by one."""


class Joint(QWidget):
    """Each room's count, what they are together or why that is not said, and what stays; says `write_asked`."""

    write_asked = Signal()

    def __init__(self, workspace: Workspace, name: str) -> None:
        super().__init__()
        self._workspace = workspace
        self._rooms = QGridLayout()
        self._rooms.setHorizontalSpacing(12)
        self._rooms.setVerticalSpacing(4)
        self._rooms.setColumnStretch(2, 1)
        self.sum, self.stays = caption(), caption()
        self._missing = caption()
        t, write = workspace.t, merging.WRITE_WORDING
        self.write = KeyedButton(
            workspace.theme, t("Write them now"), shown(write), self.write_asked.emit, look="quiet"
        )
        edge = QFrame()
        edge.setProperty("rule", True)
        edge.setFixedWidth(3)
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(words(name, strong=True))
        column.addLayout(self._rooms)
        for part in (self.sum, self.stays, self._missing, self.write):
            column.addWidget(part)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(16)
        line.addWidget(edge)
        line.addLayout(column, 1)

    def show_card(self, card: Card) -> None:
        """Show what there is of some recommendations."""
        t = self._workspace.t
        clear(self._rooms)
        for row, member in enumerate(card.members[:MOST]):
            self._add_room(row, member)
        rest = len(card.members) - MOST
        if rest > 0:
            self._rooms.addWidget(caption(t.plural("and {count} more", "and {count} more", rest)), MOST, 0, 1, 3)
        self.sum.setText(about_the_sum(t, card.joint, card.rooms))
        self.sum.setVisible(bool(self.sum.text()))
        both = len(card.members) == BOTH
        wordings = t("Both wordings") if both else t.plural("Its wording", "All {count} wordings", len(card.members))
        doubts = t.plural("{count} reservation", "{count} reservations", card.reservations) if card.reservations else ""
        kept = t.listed(part for part in (wordings, doubts, t("every source")) if part)
        self.stays.setText(t("{what} stay.").format(what=kept))
        self.show_missing(card.missing(self._workspace.consultation.languages))

    def show_missing(self, languages: tuple[str, ...]) -> None:
        """Say in which languages the words of the one that leads are missing."""
        t = self._workspace.t
        named = t.listed(t.language_name(code) for code in languages)
        self._missing.setText(t("The leading wording is missing in {languages}:").format(languages=named))
        self._missing.setVisible(bool(languages))
        self.write.setText(t("Write them now") if languages else t("Write words for all…"))
        self.write.updateGeometry()

    def _add_room(self, row: int, member: Member) -> None:
        t, theme, tally = self._workspace.t, self._workspace.theme, member.counts.total
        name = words(member.session.code if member.session else t("in no session"), wrap=False)
        name.setMinimumWidth(px(theme, ROOM))
        self._rooms.addWidget(name, row, 0)
        if tally.is_counted:
            bar = SupportBar(theme)
            bar.setFixedWidth(px(theme, BAR))
            record = member.recommendation
            tone = record.set.value if record.set else "text"
            bar.show_counts((tally.in_favour or 0, tally.against or 0, tally.abstain or 0), tone)
            self._rooms.addWidget(bar, row, 1, Qt.AlignmentFlag.AlignVCenter)
        else:
            self._rooms.addWidget(words("–", tone="muted", wrap=False), row, 1)
        how = how_counted(t, member.counts) if member.counts.is_counted else t("not counted")
        said = "   ".join(part for part in (hands(t, tally) if tally.is_counted else "", how) if part)
        self._rooms.addWidget(words(said, tone="muted"), row, 2)
