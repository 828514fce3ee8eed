"""A recommendation as a source: its own words, where they come from, and what the room thought of them."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QStyle, QVBoxLayout, QWidget

from consultation.model import RecommendationStatus, Reservation, texts_of
from consultation.reading.sources import Source
from consultation.reading.tallies import GroupCount
from consultation.words import choice_name, consensus_name, person_line
from ui.actions import anywhere
from ui.look.icons import IconLabel
from ui.look.marks import GapDot, SetMark, SupportBar
from ui.look.theme import Theme
from ui.widgets.buttons import quiet_button
from ui.widgets.flow import Flow
from ui.widgets.words import caption, said, words
from ui.workspace import Workspace

TONES = {RecommendationStatus.ADOPTED: "done"}
BAR, EDGE = 104, 3
"""Widths of the bar of support, and of the line before a reservation."""


class SourceEntry(QWidget):
    """One recommendation, to read."""

    def __init__(self, workspace: Workspace, source: Source, language: str, number: int) -> None:
        """Show a source beside a document in ``language``, in which it has this ``number``."""
        super().__init__()
        self._workspace, self.source, self.number = workspace, source, number
        self._tone = str(source.recommendation.set)
        self.act: QPushButton | None = None
        """What can be done with it, where there is something."""
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(6)
        self._add_head()
        self._add_words(language)
        self._add_origin()
        for counted in source.counts.standing:
            self._add_support(counted)
        for reservation in source.reservations:
            self._add_reservation(reservation)

    @property
    def recommendation_id(self) -> UUID:
        """The id of the recommendation."""
        return self.source.recommendation.id

    def _add_head(self) -> None:
        """Say its number in the document, its session with its number there, and how far it has come."""
        t, source = self._workspace.t, self.source
        line = QHBoxLayout()
        line.setSpacing(8)
        mark = SetMark(self._workspace.theme, self._tone)
        mark.setAccessibleName(choice_name(t, source.recommendation.set))
        mark.setToolTip(choice_name(t, source.recommendation.set))
        line.addWidget(mark)
        line.addWidget(words(t.number(self.number), tone=self._tone, strong=True, wrap=False))
        line.addWidget(words(self._session(), strong=True, wrap=False))
        line.addStretch(1)
        status = source.recommendation.status
        if status is RecommendationStatus.ADOPTED:
            line.addWidget(IconLabel(self._workspace.theme, "check", "done", 14))
        if status is not RecommendationStatus.PROPOSED:
            line.addWidget(caption(choice_name(t, status), TONES.get(status, "muted"), wrap=False))
        self.column.addLayout(line)
        if source.is_disputed:
            self._add_conflict()

    def _session(self) -> str:
        t, source = self._workspace.t, self.source
        if source.session is None:
            return ""
        if source.number is None:
            return source.session.code
        return t("{session}, no. {number}").format(session=source.session.code, number=t.number(source.number))

    def _add_conflict(self) -> None:
        t, theme = self._workspace.t, self._workspace.theme
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(GapDot(theme, "conflict"))
        line.addWidget(caption(t("in conflict"), "conflict", wrap=False))
        line.addWidget(quiet_button(theme, t("Decide"), self._on_decide_asked))
        line.addStretch(1)
        self.column.addLayout(line)

    def _add_words(self, language: str) -> None:
        t, record = self._workspace.t, self.source.recommendation
        text = said(record.text, "said")
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.column.addWidget(text)
        if record.language and record.language != language:
            translation = texts_of(record.translations).get(language, "").strip()
            name = t.language_name(record.language)
            self.column.addWidget(caption(name[:1].upper() + name[1:]))
            if translation:
                self.column.addWidget(said(translation, "quoted", "muted"))

    def _add_origin(self) -> None:
        t, source = self._workspace.t, self.source
        if source.proposer is not None:
            self.column.addWidget(caption(person_line(source.proposer)))
        if source.recommendation.reference:
            reference = source.recommendation.reference
            self.column.addWidget(caption(t("Reference: {reference}").format(reference=reference)))

    def _add_support(self, counted: GroupCount) -> None:
        figures = self._figures(counted)
        if not figures:
            return
        t = self._workspace.t
        line = QWidget()
        flow = Flow(line, 10)
        if counted.tally.is_counted:
            tally, bar = counted.tally, SupportBar(self._workspace.theme)
            bar.setFixedSize(BAR, QFontMetrics(self._workspace.theme.font("caption")).height())
            bar.show_counts((tally.in_favour or 0, tally.against or 0, tally.abstain or 0), self._tone)
            flow.addWidget(bar)
        flow.addWidget(caption(figures, "text", wrap=False))
        if counted.on_earlier_wording:
            flow.addWidget(caption(t("counted on an earlier wording"), "incomplete", wrap=False))
        self.column.addWidget(line)

    def _figures(self, counted: GroupCount) -> str:
        t, tally = self._workspace.t, counted.tally
        counts = (
            (tally.in_favour, t("{count} for")),
            (tally.against, t("{count} against")),
            (tally.abstain, t("{count} abstaining")),
        )
        told = [phrase.format(count=t.number(count)) for count, phrase in counts if count is not None]
        if counted.consensus is not None:
            told.append(t("consensus {degree}").format(degree=consensus_name(t, counted.consensus)))
        if not told:
            return ""
        listed = ", ".join(told)
        return t("{group}: {votes}").format(group=counted.group, votes=listed) if counted.group else listed

    def _add_reservation(self, reservation: Reservation) -> None:
        person = self.source.people.get(reservation.person) if reservation.person else None
        who = reservation.who or (person_line(person) if person else "")
        quoted = _Aside(self._workspace.theme)
        column = QVBoxLayout(quoted)
        column.setContentsMargins(12, 2, 0, 2)
        column.setSpacing(2)
        if who:
            column.addWidget(words(who, "caption", strong=True))
        column.addWidget(said(reservation.text, "quoted"))
        self.column.addWidget(quoted)

    def _on_decide_asked(self) -> None:
        self._workspace.place_asked.emit(anywhere.GO_MERGE)


class _Aside(QFrame):
    """What somebody holds against it: a line in the tone of what is open stands before it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def paintEvent(self, event: QPaintEvent) -> None:
        line = QStyle.visualRect(self.layoutDirection(), self.rect(), QRect(0, 0, EDGE, self.height()))
        QPainter(self).fillRect(line, self._theme.colour("incomplete"))
