"""What needs a wording is found off the GUI thread where there is much to look at."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from consultation.drafting import draft_declaration
from consultation.model import Recommendation, RecommendationSet, RecommendationStatus
from ui.declaration import DeclarationPlace
from ui.shell.main_window import MainWindow


def test_what_needs_a_wording_is_told_when_it_is_known(window: MainWindow, qtbot: QtBot, monkeypatch):
    monkeypatch.setattr("ui.declaration.place.AT_ONCE", 0)
    store = window.workspace.store
    for text in ("Open the wells.", "Who should pay for all of it?"):
        store.save(
            Recommendation(
                id=store.new_id(),
                text=text,
                language="en",
                set=RecommendationSet.POLICY,
                status=RecommendationStatus.ADOPTED,
            )
        )
    draft_declaration(store, window.workspace.t)
    window.workspace.reread()
    window.show_place(3)
    place = window.place
    assert isinstance(place, DeclarationPlace)
    assert place.needs.wording == ()
    qtbot.waitUntil(lambda: len(place.needs.wording) == 1)
    qtbot.waitUntil(lambda: not window.workspace.jobs.running)
