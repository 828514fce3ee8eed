"""What became of a recommendation in the room: its status, and what the count says of it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy, QVBoxLayout, QWidget

from consultation.model import Recommendation, RecommendationStatus
from consultation.reading.tallies import Counts, Tally
from consultation.words import choice_name
from ui.look.icons import icon
from ui.widgets.fields import Choice
from ui.widgets.flow import Flow
from ui.widgets.words import caption
from ui.workspace import Workspace


class Result(QWidget):
    """The status, to be chosen; beside it the share of hands in favour, below it when and on what was counted."""

    chosen = Signal(object)
    """A `RecommendationStatus`."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._status = Choice()
        self._status.setAccessibleName(workspace.t("Status"))
        self._status.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._status.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._status.setIconSize(QSize(16, 16))
        for status in RecommendationStatus:
            self._status.addItem(choice_name(workspace.t, status), status)
        self._status.activated.connect(lambda _: self.chosen.emit(self._status.currentData()))
        self._share, self._when = caption("", "text", wrap=False), caption()
        line = QWidget()
        flow = Flow(line)
        flow.addWidget(self._status)
        flow.addWidget(self._share)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(line)
        column.addWidget(self._when)
        workspace.theme.changed.connect(self._tint)
        self._tint()

    def show_recommendation(self, recommendation: Recommendation) -> None:
        """Show the status of a recommendation."""
        self._status.setCurrentIndex(self._status.findData(recommendation.status))

    def show_count(self, total: Tally, counts: Counts) -> None:
        """Show what share of all hands typed was in favour; of what is stored, when and on which wording it was."""
        t, hands = self._workspace.t, total.counted
        share = ""
        if hands and total.in_favour is not None:
            share = t("{share} of {hands} in favour")
            share = share.format(share=t.percent(total.in_favour / hands), hands=t.number(hands))
        self._share.setText(share)
        self._share.setVisible(bool(share))
        about = self._about(counts)
        self._when.setText(about)
        self._when.setVisible(bool(about))

    def _about(self, counts: Counts) -> str:
        t, zone = self._workspace.t, self._workspace.consultation.time_zone
        if counts.counted_twice:
            return t("A group was counted twice, so it is not added up.")
        moments = [count.counted_at for count in counts.standing if count.counted_at is not None]
        parts = [t("Counted at {time}").format(time=t.time(max(moments), zone))] if moments else []
        if counts.on_earlier_wording:
            parts.append(t("on an earlier wording") if moments else t("Counted on an earlier wording"))
        return ", ".join(parts)

    def _tint(self) -> None:
        adopted = self._status.findData(RecommendationStatus.ADOPTED)
        self._status.setItemIcon(adopted, icon(self._workspace.theme, "check", "done"))
