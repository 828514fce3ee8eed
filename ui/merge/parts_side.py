"""The column with the one queue: its parts below each other, of which the one at hand is open."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from consultation.deciding.desk import Desk, Part
from consultation.deciding.saying import PARTS
from consultation.errors import ModelRefused
from consultation.language import N_, Translator
from ui.merge.pace import Pace
from ui.merge.part_head import PartHead
from ui.merge.side import Side
from ui.widgets.fields import Choice
from ui.widgets.tab_order import follow_the_eye
from ui.widgets.words import caption
from ui.workspace import Workspace

OF_LIKENESS = (Part.SURE, Part.PERHAPS, Part.CONTRADICT)
"""The parts that are known once the recommendations have been compared."""
ALL_DECIDED, COMPARING = N_("all decided"), N_("being compared…")


def by_meaning(t: Translator, read: tuple[int, int] | None) -> str:
    """Say how many texts of how many were read to be compared by meaning too; nothing where none are."""
    if read is None:
        return ""
    return t("Also comparing by meaning: {done} of {all}").format(done=t.number(read[0]), all=t.number(read[1]))


class PartsSide(Side):
    """The heads of the parts, the rows of the open one under its head, and how long it all takes."""

    part_asked = Signal(object)
    """The part that is to be open, or None."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, workspace.t("To decide"))
        self.part: Part | None = None
        """The part that is open."""
        self.remark = caption()
        self.meaning = caption()
        """What goes on beside the work."""
        for said in (self.remark, self.meaning):
            said.setContentsMargins(12, 0, 12, 0)
        self.meaning.hide()
        self.heads: dict[Part, PartHead] = {}
        self.parts = Choice()
        self.parts.setAccessibleName(workspace.t("Part of the queue"))
        self._build()

    @property
    def boxes(self) -> tuple[Choice, ...]:
        return (self.parts, self.box)

    def show_desk(self, desk: Desk, done: frozenset[Part], comparing: bool) -> None:
        """Say of every part how many wait in it, or that all of it is ``done``."""
        t = self._workspace.t
        self.parts.blockSignals(True)
        for place, part in enumerate(Part):
            number = len(desk.rows(part))
            waiting = comparing and not number and part in OF_LIKENESS
            remark = t(COMPARING) if waiting else t(ALL_DECIDED) if part in done else t("none")
            is_done = part in done and not number and not waiting
            self.heads[part].show_state(
                t.number(number) if number else "", "" if number else remark, done=is_done, opened=part is self.part
            )
            self.parts.setItemText(place, f"{t(PARTS[part])}  {t.number(number) if number else remark}")
        if self.part is not None:
            self.parts.setCurrentIndex(list(Part).index(self.part))
        self.parts.blockSignals(False)
        self.fit()

    def say_how_long(self, desk: Desk, pace: Pace) -> None:
        """Say how many are left, and from the third decision on how long they will take at this pace."""
        t, left = self._workspace.t, len(desk)
        said = t.plural("{count} left", "{count} left", left) if left else ""
        minutes = pace.minutes({part: len(desk.rows(part)) for part in Part}) if left else None
        if minutes is not None:
            how_long = t.plural(
                "about {count} minute at today’s pace", "about {count} minutes at today’s pace", minutes
            )
            said = f"{said}, {how_long}"
        self.remark.setText(said)

    def say_what_is_compared(self, read: tuple[int, int] | None, refusal: ModelRefused | None) -> None:
        """Say how many texts of how many were ``read`` to be compared by meaning too, or why that is not done."""
        self.meaning.setText(
            by_meaning(self._workspace.t, read) or (self._workspace.t.error(refusal) if refusal else "")
        )
        self.meaning.setVisible(bool(self.meaning.text()))

    def open(self, part: Part | None) -> None:
        """Put the rows under the head of a part, or out of sight."""
        if part is not self.part:
            self.part = part
            self._column.removeWidget(self.queue)
            if part is not None:
                self._column.insertWidget(list(Part).index(part) + 1, self.queue, 1000)
            follow_the_eye(self)
        self.queue.setVisible(part is not None)

    def fit(self) -> None:
        """Let the rows take no more room than they need: the other heads come right below them."""
        self.queue.setMaximumHeight(self.queue.whole_height() + 4)

    def _build(self) -> None:
        t, theme = self._workspace.t, self._workspace.theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 12, 8, 12)
        self._column.setSpacing(2)
        for part in Part:
            head = self.heads[part] = PartHead(theme, t(PARTS[part]))
            head.fold_asked.connect(partial(self._on_fold_asked, part))
            head.stepped.connect(partial(self._on_stepped, part))
            self._column.addWidget(head)
            self.parts.addItem(t(PARTS[part]))
        self._column.addStretch(1)
        self._column.addWidget(self.meaning)
        self._column.addWidget(self.remark)
        self.queue.setParent(self)
        self.queue.hide()
        self.parts.activated.connect(lambda place: self.part_asked.emit(list(Part)[place]))
        theme.changed.connect(self.fit)

    def _on_fold_asked(self, part: Part, opened: bool) -> None:
        self.part_asked.emit(part if opened else None)

    def _on_stepped(self, part: Part, by: int) -> None:
        """Go from head to head; the rows of the open part lie between."""
        heads = list(self.heads.values())
        place = list(Part).index(part)
        into_rows = self.part is not None and self.queue.rows and place == list(Part).index(self.part) + (by < 0)
        if into_rows:
            self.queue.setFocus(Qt.FocusReason.TabFocusReason)
        elif 0 <= place + by < len(heads):
            heads[place + by].setFocus(Qt.FocusReason.TabFocusReason)
