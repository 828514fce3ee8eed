"""Showing another place, after something was written that it shows, and another session."""

from __future__ import annotations

import statistics
from functools import partial

from benchmarks.window.big_file import BigFile
from benchmarks.window.stage import Stage, show_within
from consultation.model import Recommendation, Session
from ui.merge import MergePlace

ROUNDS, SESSIONS = 5, 12
LIMIT_MS = 150.0


def measure(stage: Stage, big: BigFile, _: object) -> bool:
    """Show every place by turns, then sessions, the full one among them."""
    good = _places(stage, big)
    return _sessions(stage, big) and good


def _places(stage: Stage, big: BigFile) -> bool:
    stage.show_session(big.usual)
    (asked, *_) = stage.store.columns(Recommendation, "id", session=big.full)
    times: dict[str, list[float]] = {name: [] for name in stage.window.place_names}
    for number in range(ROUNDS):
        stage.workspace.change(stage.store.get(Recommendation, *asked), rationale=f"Said again, {number}.")
        stage.settle()
        for place, name in reversed([*enumerate(times)]):  # the one that is shown last, so that each is another
            times[name].append(stage.settled(partial(_show, stage, place)))
    good = True
    for name, those in times.items():
        good &= show_within(f"showing {name}, median, ms", statistics.median(those), LIMIT_MS)
        good &= show_within(f"showing {name}, worst, ms", max(those), LIMIT_MS)
    return good


def _show(stage: Stage, place: int) -> None:
    """Show a place; of Merge what there is to decide, which is the longest of it."""
    stage.window.show_place(place)
    if isinstance(stage.window.place, MergePlace):
        stage.window.place.show_decisions()


def _sessions(stage: Stage, big: BigFile) -> bool:
    usual = [session for (session,) in stage.store.columns(Session, "id") if session != big.full][:SESSIONS]
    show = stage.place.show_session
    full: list[float] = []
    others: list[float] = []
    for session in usual:
        others.append(stage.settled(partial(show, session), stage.stream.viewport()))
        full.append(stage.settled(partial(show, big.full), stage.stream.viewport()))
    good = show_within("showing another session, median, ms", statistics.median(others), LIMIT_MS)
    good &= show_within("showing another session, worst, ms", max(others), LIMIT_MS)
    good &= show_within("showing the session of 5,000, median, ms", statistics.median(full), LIMIT_MS)
    return show_within("showing the session of 5,000, worst, ms", max(full), LIMIT_MS) and good
