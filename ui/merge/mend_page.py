"""A recommendation that lacks something: its words, and the means to complete it."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from consultation.deciding.desk import Lacking
from consultation.model import Person, Session
from consultation.reading.incomplete import Gap
from consultation.words import person_line
from ui.actions import merging
from ui.keys import shown
from ui.look.marks import SetMark
from ui.merge.mends import MENDS, CountMend, Mend
from ui.merge.stale_mend import StaleMend
from ui.widgets.keyed_button import KeyedButton
from ui.widgets.marked import MarkedWords
from ui.widgets.rows import clear
from ui.widgets.scroll import scrolled
from ui.widgets.tab_order import follow_the_eye
from ui.widgets.words import caption, heading, words
from ui.workspace import Workspace


class MendPage(QWidget):
    """The recommendation at hand; says `left_as_it_is` where somebody says so, and `later`."""

    left_as_it_is = Signal()
    later = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._shown: UUID | None = None
        self.mends: dict[Gap, Mend] = {}
        self._build()

    def show_lacking(self, lacking: Lacking, place: str) -> None:
        """Show a recommendation; what it lacked when it was taken up stays in sight once it is complete."""
        record, t = lacking.record, self._workspace.t
        tone = record.set.value if record.set else ""
        self._mark.setVisible(bool(tone))
        if tone:
            self._mark.show_set(tone)
        session = self._workspace.store.find(Session, record.session) if record.session else None
        person = self._workspace.store.find(Person, record.proposer) if record.proposer else None
        about = (session.code if session else "", person_line(person) if person and not person.deleted else "")
        self._place.setText(place)
        self._about.setText(", ".join(part for part in about if part))
        self._heading.setText(t("What does it lack?") if lacking.gaps else t("Nothing is lacking any more"))
        self.later_button.setText(t(merging.NEXT_CONFLICT.label) if lacking.gaps else t("Next"))
        self._text.show_words(record.text)
        if record.id != self._shown:
            self._shown = record.id
            self._make(lacking.gaps)
        else:
            for gap in lacking.gaps:
                if gap not in self.mends:
                    self._add(gap)
        for gap, mend in self.mends.items():
            mend.show_record(record, gap in lacking.gaps)
        follow_the_eye(self)

    def let_count_hold(self) -> None:
        """Have a count on earlier words hold, where there is one."""
        mend = self.mends.get(Gap.EARLIER_COUNT)
        if isinstance(mend, CountMend):
            mend.let_hold()

    def take_keyboard(self) -> None:
        """Go to the first thing that completes it."""
        first = next(iter(self.mends.values()), None)
        if first is not None:
            first.take_keyboard()

    def _build(self) -> None:
        t, theme, later = self._workspace.t, self._workspace.theme, merging.NEXT_CONFLICT
        self._place, self._about = caption(wrap=False), caption()
        self._mark, self._heading = SetMark(theme), heading()
        self._text = MarkedWords(theme)
        self._column = QVBoxLayout()
        self._column.setSpacing(16)
        self.later_button = KeyedButton(theme, t(later.label), shown(later), self.later.emit, look="quiet")
        head = QHBoxLayout()
        head.setSpacing(8)
        for part in (self._place, self._mark):
            head.addWidget(part)
        head.addWidget(self._about, 1)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(32, 20, 32, 24)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._heading)
        column.addSpacing(8)
        column.addWidget(self._text)
        column.addSpacing(16)
        column.addLayout(self._column)
        column.addSpacing(12)
        column.addWidget(words(t("Everything is saved at once."), "caption", "muted"))
        column.addWidget(self.later_button)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inside))

    def _make(self, gaps: tuple[Gap, ...]) -> None:
        clear(self._column)
        self.mends = {}
        for gap in gaps:
            self._add(gap)

    def _add(self, gap: Gap) -> None:
        made = StaleMend(self._workspace, gap) if gap is Gap.STALE_TRANSLATION else MENDS[gap](self._workspace, gap)
        if isinstance(made, CountMend):
            made.left_as_it_is.connect(self.left_as_it_is)
        self.mends[gap] = made
        self._column.addWidget(made)
