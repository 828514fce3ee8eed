"""Scenes of the history of a record for the gallery."""

from __future__ import annotations

from consultation.model import Recommendation, RecommendationStatus, Reservation, Support, fingerprint
from ui.history import HistoryPage
from ui.merge.place import MergePlace
from ui.shell.stage import Stage


def _shown(stage: Stage) -> HistoryPage:
    """Show the history of a recommendation that was reworded twice, counted, and adopted."""
    stage.open_sample()
    stage.place(MergePlace)
    workspace = stage.workspace
    conflicting = {where.record for where in workspace.store.past.disputed()}
    record = next(each for each in workspace.store.all(Recommendation) if each.id not in conflicting)
    first = record.text
    workspace.change(record, text=f"{first.rstrip('.')}, and publish the figure every year.")
    now = workspace.store.get(Recommendation, record.id)
    workspace.save(
        Support(
            id=workspace.store.new_id(),
            recommendation=record.id,
            group="Those online",
            in_favour=20,
            against=1,
            abstain=3,
            counted_on=fingerprint(now.text),
        )
    )
    workspace.save(
        Reservation(id=workspace.store.new_id(), recommendation=record.id, who="Two mayors", text="Too soon.")
    )
    workspace.change(now, text=f"{first.rstrip('.')}, by neighbourhood, and publish the figure beside every budget.")
    workspace.change(now, status=RecommendationStatus.ADOPTED)
    workspace.history_asked.emit(workspace.store.get(Recommendation, record.id))
    stage.settle()
    page = stage.window.findChild(HistoryPage)
    if page is None:
        raise RuntimeError("the window does not show the history")
    return page


def now(stage: Stage) -> None:
    """The newest state."""
    _shown(stage)


def earlier(stage: Stage) -> None:
    """An earlier state, and what restoring it would change."""
    page = _shown(stage)
    page.list.choose(4)


SCENES = {"history-now": now, "history-earlier": earlier}
