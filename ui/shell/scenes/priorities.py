"""Scenes of the priorities for the gallery."""

from __future__ import annotations

from consultation.model import KnownVocabulary
from consultation.weighing.figures import Figure
from consultation.weighing.listing import Narrowing
from ui.merge.place import PRIORITIES, MergePlace
from ui.merge.priorities import PrioritiesPage
from ui.merge.priorities.rows import ACROSS
from ui.shell.stage import Stage


def _page(stage: Stage) -> PrioritiesPage:
    stage.open_sample()
    place = stage.place(MergePlace)
    place.show_view(PRIORITIES)
    stage.settle()
    return place.priorities


def _settled(stage: Stage, page: PrioritiesPage) -> None:
    page.table.setFocus()
    stage.settle()


def none_yet(stage: Stage) -> None:
    """Everything, and none to begin with yet."""
    _settled(stage, _page(stage))


def ten(stage: Stage) -> None:
    """Ten to begin with, one of them moved; the figure of one that several rooms asked for."""
    page = _page(stage)
    page.propose()
    page.place(page.ordering.order[4], 2)
    wide = max(page.table.rows.rows, key=lambda row: sum(line.enters for line in row.lines))
    page.table.choose(wide.key)
    page.table.setCurrentIndex(page.table.rows.index(page.table.currentIndex().row(), ACROSS))
    _settled(stage, page)


def divides(stage: Stage) -> None:
    """What divides the rooms of one strand."""
    page = _page(stage)
    page.propose()
    strands = stage.workspace.store.terms(KnownVocabulary.STRAND)
    page.side.ask(Narrowing(strand=strands[0].id))
    page.sort(Figure.DIVIDES)
    _settled(stage, page)


def several(stage: Stage) -> None:
    """Several chosen, to be changed at once."""
    page = _page(stage)
    page.table.selectAll()
    _settled(stage, page)


def missing(stage: Stage) -> None:
    """Who is missing."""
    page = _page(stage)
    page.show_missing()
    stage.settle()


def not_found(stage: Stage) -> None:
    """Words that nothing fits."""
    page = _page(stage)
    page.bar.field.setText("no such words")
    page.bar.field.setFocus()
    stage.settle()


SCENES = {
    "merge-priorities": ten,
    "merge-priorities-none-yet": none_yet,
    "merge-priorities-divides": divides,
    "merge-priorities-several": several,
    "merge-priorities-missing": missing,
    "merge-priorities-not-found": not_found,
}
