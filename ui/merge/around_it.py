"""Below a conflict: how the draft reads until somebody decides, and what was said around the recommendation."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from consultation.deciding.around import Said, said_about
from consultation.deciding.meanwhile import meanwhile
from consultation.deciding.questions import Question
from consultation.words import author_name, person_line
from ui.widgets.marked import Manner, MarkedWords
from ui.widgets.rows import clear
from ui.widgets.words import caption, rule, said, section
from ui.workspace import Workspace

BESIDE = 2
"""Columns."""
MOST_SAID = 4


class AroundIt(QWidget):
    """Shows nothing where there is neither."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(32)
        self._grid.setVerticalSpacing(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(rule())
        column.addLayout(self._grid)

    def show_question(self, question: Question) -> None:
        """Show what is around a conflict."""
        t, store = self._workspace.t, self._workspace.store
        clear(self._grid)
        found = said_about(store, question.record)[:MOST_SAID]
        cells = [self._draft(pieces)] if (pieces := meanwhile(store, question)) else []
        cells += [self._said(each, number) for number, each in enumerate(found)]
        for number, cell in enumerate(cells):
            self._grid.addWidget(cell, number // BESIDE, number % BESIDE)
        for place in range(BESIDE):
            self._grid.setColumnStretch(place, int(place < len(cells)))
        self.setVisible(bool(cells))
        self.setAccessibleName(t("Around it"))

    def _draft(self, pieces: list[tuple[str, bool]]) -> QWidget:
        """Quote the item as it stands in the draft, what nobody has agreed on in brackets."""
        t = self._workspace.t
        cell, column = _cell()
        column.addWidget(section(t("Until then, in the draft")))
        text = MarkedWords(self._workspace.theme, "said")
        text.setAccessibleName(t("Until then, in the draft"))
        stretches: list[tuple[str, Manner]] = []
        for place, (words, is_open) in enumerate(pieces):
            stretches += [(" ", Manner.PLAIN)] if place else []
            inside = [("[", Manner.BRACKET), (words, Manner.PLAIN), ("]", Manner.BRACKET)]
            stretches += inside if is_open else [(words, Manner.PLAIN)]
        text.show_stretches(stretches)
        column.addWidget(text)
        column.addWidget(caption(t("A final edition is not possible while a bracket remains.")))
        column.addStretch(1)
        return cell

    def _said(self, each: Said, number: int) -> QWidget:
        t = self._workspace.t
        by = (person_line(each.person) if each.person else each.who) or author_name(t, "")
        if each.is_reservation:
            by = t("{name}, with a reservation").format(name=by)
        cell, column = _cell()
        if not number:
            column.addWidget(section(t("Said about it")))
        column.addWidget(said(each.text, "quoted"))
        column.addWidget(caption(by[:1].upper() + by[1:]))
        column.addStretch(1)
        return cell


def _cell() -> tuple[QWidget, QVBoxLayout]:
    cell = QWidget()
    column = QVBoxLayout(cell)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    return cell, column
