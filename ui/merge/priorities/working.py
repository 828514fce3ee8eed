"""How the figure at hand came about: a line for each room, what came of them, and what has to be known to read it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from consultation.weighing.figures import Figure, working_of
from consultation.weighing.telling import Told, ToldLine, tell
from consultation.weighing.weighed import Weighed, Weighing
from ui.look.marks import GapDot, SetMark, SupportBar
from ui.widgets.rows import clear
from ui.widgets.scroll import scrolled
from ui.widgets.words import caption, rule, words
from ui.workspace import Workspace

TOGETHER = {Figure.ROOMS: (Figure.ROOMS, Figure.REGIONS, Figure.ACTORS)}
"""Figures of one column are told together."""
BAR = 56


class WorkingPane(QFrame):
    """Writes the working of a figure of a row out."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.setProperty("surface", "window")
        self.told: list[Told] = []
        self._with_bars = True
        inside = QWidget()
        inside.setProperty("surface", "window")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(20, 12, 20, 12)
        self._column.setSpacing(6)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(rule())
        outer.addWidget(scrolled(inside), 1)

    def fold(self, wide: bool) -> None:
        """Leave the bars out from the next working on where there is little room."""
        self._with_bars = wide

    def show_working(self, row: Weighed | None, figure: Figure, weighing: Weighing | None) -> None:
        """Write out how a figure of a row came about; nothing where there is no row."""
        clear(self._column)
        self.told = []
        if row is None or weighing is None:
            return
        t = self._workspace.t
        for each in TOGETHER.get(figure, (figure,)):
            told = tell(t, working_of(row, each), weighing)
            self.told.append(told)
            self._tell(told, row)
        self._column.addStretch(1)

    def _tell(self, told: Told, row: Weighed) -> None:
        self._head(told.title, row)
        if told.lines:
            grid = QGridLayout()
            grid.setHorizontalSpacing(10)
            grid.setVerticalSpacing(4)
            grid.setColumnStretch(0, 1)
            for number, line in enumerate(told.lines):
                self._line(grid, number, line, row.set.value)
            self._hold(grid)
        if told.results:
            self._column.addWidget(rule())
        for name, value in told.results:
            said, figure = caption(name), words(value, strong=True, wrap=False)
            pair = QHBoxLayout()
            pair.addWidget(said, 1)
            pair.addWidget(figure)
            self._hold(pair)
        for number, remark in enumerate(told.remarks):
            self._column.addWidget(caption(remark, "text" if number == 0 else "muted"))

    def _head(self, title: str, row: Weighed) -> None:
        first = not self._column.count()
        if not first:
            self._column.addSpacing(6)
        line = QHBoxLayout()
        line.setSpacing(8)
        if first:
            line.addWidget(SetMark(self._workspace.theme, row.set.value), 0, Qt.AlignmentFlag.AlignTop)
            if row.number:
                number = words(self._workspace.t.number(row.number), tone=row.set.value, strong=True, wrap=False)
                line.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(words(title, strong=True), 1)
        self._hold(line)

    def _line(self, grid: QGridLayout, number: int, line: ToldLine, tone: str) -> None:
        grid.addWidget(caption(line.name, "text"), number, 0)
        if self._with_bars and line.line is not None and line.line.enters:
            bar = SupportBar(self._workspace.theme)
            bar.setFixedWidth(BAR)
            bar.show_counts((line.line.in_favour, line.line.against, line.line.abstaining), tone)
            grid.addWidget(bar, number, 1)
        if line.calculation:
            said = caption(line.calculation, "incomplete" if line.left_out else "muted", wrap=False)
            told = QHBoxLayout()
            told.setSpacing(4)
            told.addStretch(1)
            if line.left_out:
                told.addWidget(GapDot(self._workspace.theme))
            told.addWidget(said)
            held = QWidget()
            told.setContentsMargins(0, 0, 0, 0)
            held.setLayout(told)
            grid.addWidget(held, number, 2)
        if line.value:
            value = words(line.value, strong=not line.left_out, wrap=False)
            value.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(value, number, 3)

    def _hold(self, layout: QGridLayout | QHBoxLayout) -> None:
        """Put a layout into a part of its own, which goes with all that is in it."""
        part = QWidget()
        layout.setContentsMargins(0, 0, 0, 0)
        part.setLayout(layout)
        self._column.addWidget(part)
