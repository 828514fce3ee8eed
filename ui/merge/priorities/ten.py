"""Those to begin with: proposed in proportion, put in order by hand, and kept in the file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from consultation.language import Translator
from consultation.model import RecommendationSet
from consultation.model.asking import SHORTLIST_SIZE
from consultation.weighing.proposing import Has, Place, dues
from consultation.weighing.telling import term_name
from consultation.weighing.weighed import Weighed, Weighing
from ui.actions import weighing
from ui.keys import shown, tip
from ui.look.folds import px
from ui.look.marks import SetMark
from ui.merge.priorities.ten_list import ROW, TenEntry, TenList
from ui.merge.priorities.working import WorkingPane
from ui.widgets.buttons import quiet_button
from ui.widgets.flow import Flow
from ui.widgets.rows import clear
from ui.widgets.words import caption, heading, rule, words
from ui.workspace import Workspace

WIDE, LESS, FEWEST = 344, 308, 4
"""Width where there is room, and where there is less; rows of the list that are always seen."""
NAMED = (weighing.OTHER_FIGURE, weighing.IN_THE_TEN, weighing.TEN_UP, weighing.SET_STRAND, weighing.PUT_TOGETHER)
"""Of what keys do here, what is named below the list."""


class TenColumn(QFrame):
    """The list of those to begin with, what each strand has of it, and below it how the figure at hand came about."""

    propose_asked = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace, self._t = workspace, workspace.t
        self._build()

    def show_places(self, places: Sequence[Place], size: int, weighing: Weighing) -> None:
        """Show those to begin with; none yet where nobody has asked for them."""
        t = self._t
        self._heading.setText(_named(t, max(size, len(places))))
        self.propose.setText(t("Propose again") if places else t("Propose"))
        self.list.show_entries([self._entry(place, number) for number, place in enumerate(places, 1)])
        rows = [place.row for place in places]
        self._show_dues(dues(weighing, rows, size), weighing)
        self._tell(rows, weighing)
        self._empty.setVisible(not places)
        self.list.setVisible(bool(places))
        self._fit()

    def fold(self, wide: bool) -> None:
        """Be as wide as there is room."""
        self.setFixedWidth(px(self._workspace.theme, WIDE if wide else LESS))
        self.working.fold(wide)
        self._fit()

    def _build(self) -> None:
        t, theme = self._t, self._workspace.theme
        self.setProperty("surface", "window")
        self.setProperty("part", True)
        self._heading = heading(t("Ten to begin with"))
        self.propose = quiet_button(theme, t("Propose"), self.propose_asked.emit, tip=tip(t, weighing.PROPOSE_TEN))
        self._dues, self._sets = QHBoxLayout(), QHBoxLayout()
        self._wide_of, self._marks = caption(), {}
        for each in RecommendationSet:
            self._marks[each] = caption(tone="text", wrap=False)
            self._sets.addWidget(SetMark(theme, each.value))
            self._sets.addWidget(self._marks[each])
        self._sets.addStretch(1)
        self.list = TenList(theme, t("Those to begin with"))
        self._empty = caption(
            t(
                "None yet. The program proposes some so that every strand, room and region gets something; "
                "the order is yours."
            )
        )
        self.working = WorkingPane(self._workspace)
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(self.propose, 0, Qt.AlignmentFlag.AlignTop)
        above = QVBoxLayout()
        above.setContentsMargins(20, 12, 12, 0)
        above.setSpacing(4)
        above.addLayout(head)
        above.addLayout(self._dues)
        above.addLayout(self._sets)
        above.addWidget(self._wide_of)
        above.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(above)
        column.addWidget(self.list)
        column.addWidget(self.working, 1)
        column.addWidget(rule())
        column.addWidget(self._foot())
        self.fold(wide=True)

    def _foot(self) -> QWidget:
        """Name the keys that work here."""
        held = QWidget()
        flow = Flow(held)
        outer = QVBoxLayout()
        outer.setContentsMargins(20, 4, 12, 6)
        outer.addWidget(held)
        foot = QWidget()
        foot.setLayout(outer)
        for action in NAMED:
            pair = QWidget()
            line = QHBoxLayout(pair)
            line.setContentsMargins(0, 0, 6, 0)
            line.setSpacing(4)
            cap = words(shown(action), "caption", wrap=False)
            cap.setProperty("keycap", True)
            line.addWidget(cap)
            line.addWidget(caption(self._t(action.label), wrap=False))
            flow.addWidget(pair)
        return foot

    def _entry(self, place: Place, number: int) -> TenEntry:
        t, row = self._t, place.row
        moved = ""
        if place.proposed is None:
            moved = t("put in")
        elif place.proposed != number:
            moved = t("from {place}").format(place=t.number(place.proposed))
        told = t("{place}: {text}").format(place=t.number(number), text=row.text)
        return TenEntry(
            row.key,
            t.number(number),
            t.number(row.number) if row.number else "",
            row.set.value,
            row.text,
            moved,
            f"{told} ({moved})" if moved else told,
        )

    def _show_dues(self, found: Mapping[UUID, Has], weighing: Weighing) -> None:
        t = self._t
        clear(self._dues)
        for term in weighing.strands:
            each = found[term.id]
            name = caption(term_name(t, term), wrap=False)
            figures = words(
                t("{has} due {due}").format(
                    has=t.number(round(float(each.has), 1)), due=t.number(round(float(each.due), 1))
                ),
                "caption",
                wrap=False,
            )
            held = QFrame()
            column = QVBoxLayout(held)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            column.addWidget(name)
            column.addWidget(figures)
            self._dues.addWidget(held, 1)

    def _tell(self, rows: Sequence[Weighed], weighing: Weighing) -> None:
        """Say how many of each set there are, and of how many rooms and regions."""
        t = self._t
        for each, label in self._marks.items():
            label.setText(t.number(sum(row.set is each for row in rows)))
        rooms = {room for row in rows for room in row.backing.rooms}
        regions = {region for row in rows for region in row.backing.regions}
        asked = {region for region, count in weighing.asked_by_region.items() if count}
        said = t("{rooms} of {all_rooms} rooms, {regions} of {all_regions} regions").format(
            rooms=t.number(len(rooms)),
            all_rooms=t.number(len(weighing.rooms)),
            regions=t.number(len(regions)),
            all_regions=t.number(len(asked)),
        )
        self._wide_of.setText(said if rows else "")
        self._wide_of.setVisible(bool(rows))

    def _fit(self) -> None:
        """Be as high as the rows, as far as the working below has room too."""
        row = px(self._workspace.theme, ROW)
        most = max(FEWEST, min(self.list.count(), (self.window().height() - px(self._workspace.theme, 460)) // row))
        self.list.setFixedHeight(min(self.list.count(), most) * row + 4)


def _named(t: Translator, number: int) -> str:
    if number == SHORTLIST_SIZE:
        return t("Ten to begin with")
    return t("{count} to begin with").format(count=t.number(number))
