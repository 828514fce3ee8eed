"""The history of one record: shown in front of the place, restored with Undo, and left to where one was."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from consultation.model import Recommendation, RecommendationSet, RecommendationStatus
from ui.actions import anywhere
from ui.history import HistoryPage
from ui.shell.main_window import MainWindow


@pytest.fixture
def record(window: MainWindow) -> Recommendation:
    """A recommendation that was reworded and then adopted."""
    workspace = window.workspace
    made = Recommendation(
        id=workspace.store.new_id(), set=RecommendationSet.POLICY, text="Open <b>the</b> wells.", language="en"
    )
    workspace.save(made)
    workspace.change(made, text="Open <b>all</b> wells.")
    workspace.change(made, status=RecommendationStatus.ADOPTED)
    return workspace.store.get(Recommendation, made.id)


def history_of(window: MainWindow, record: Recommendation) -> HistoryPage:
    window.workspace.history_asked.emit(record)
    page = window.findChild(HistoryPage)
    assert page is not None
    return page


def test_the_words_of_a_state_show_what_its_change_put_in_and_took_out(
    window: MainWindow, record: Recommendation
) -> None:
    page = history_of(window, record)
    assert page.isVisible()
    assert len(page.states) == 3
    page.list.choose(1)
    assert (page.view.text.struck, page.view.text.marked) == (["the"], ["all"])
    assert page.view.text.toPlainText() == "Open <b>the all</b> wells."


def test_escape_leads_back_to_where_the_keyboard_was(qtbot: QtBot, window: MainWindow, record: Recommendation) -> None:
    window.go(anywhere.GO_SESSION)
    place = window.place
    before = window.focusWidget()
    page = history_of(window, record)
    assert page.list.hasFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Escape)
    assert place is not None
    assert place.isVisible()
    assert window.focusWidget() is before
    qtbot.waitUntil(lambda: window.findChild(HistoryPage) is None)


def test_going_to_a_place_leaves_the_history(window: MainWindow, record: Recommendation, qtbot: QtBot) -> None:
    history_of(window, record)
    window.go(anywhere.GO_MERGE)
    qtbot.waitUntil(lambda: window.findChild(HistoryPage) is None)
    assert window.place is not None
    assert window.place.isVisible()


def test_enter_restores_the_state_at_hand_and_undo_takes_that_back(
    qtbot: QtBot, window: MainWindow, record: Recommendation
) -> None:
    workspace = window.workspace
    page = history_of(window, record)
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert len(page.states) == 3, "it is as it is now: there is nothing to restore"
    page.list.choose(2)
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    found = workspace.store.get(Recommendation, record.id)
    assert (found.text, found.status) == ("Open <b>the</b> wells.", RecommendationStatus.PROPOSED)
    assert workspace.messages.log[-1].action == "Undo"
    assert len(page.states) == 4
    assert page.list.hasFocus()
    workspace.steps.undo()
    assert workspace.store.get(Recommendation, record.id).text == "Open <b>all</b> wells."


def test_where_there_is_little_room_the_states_are_a_list_that_opens(
    qtbot: QtBot, window: MainWindow, record: Recommendation
) -> None:
    window.resize(960, 600)
    page = history_of(window, record)
    qtbot.waitUntil(page.box.isVisible)
    assert not page.list.isVisible()
    assert page.box.count() == 3
    page.box.activated.emit(2)
    assert page.at_hand.values["text"] == "Open <b>the</b> wells."
