"""What was decided and what was merged: looked at again, and taken back, in the same window and in a later one."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from consultation.merging import merge
from consultation.model import Recommendation
from consultation.sample import make_merged_sample, make_sample
from consultation.store import Store
from ui.actions import anywhere
from ui.merge.merges import BROUGHT, FILE, STATE
from ui.merge.place import MergePlace
from ui.merge.row_words import Settled
from ui.shell.main_window import MainWindow
from ui.widgets.table import BELOW
from ui.workspace import Workspace


def shown(qtbot: QtBot, workspace: Workspace, view: str, width: int = 1440) -> MergePlace:
    window = MainWindow(workspace)
    qtbot.addWidget(window)
    window.resize(width, 900 if width > 1000 else 600)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.go(anywhere.GO_MERGE)
    made = window.place
    assert isinstance(made, MergePlace)
    made.held = window
    made.show_view(view)
    return made


def settled(place: MergePlace) -> list[Settled]:
    """The conflicts among what was decided; the sample has groups and verdicts besides."""
    return [row for row in place.decided.list.rows if isinstance(row, Settled)]


@pytest.fixture
def decided(bare: Workspace, folder: Path) -> Workspace:
    """The sample merged, opened, and its first two conflicts decided by somebody else, in an earlier window."""
    path = folder / "merged.consult"
    make_merged_sample(path, bare.identity)
    with Store.open(path, bare.identity) as store:
        for where in store.past.disputed()[:2]:
            conflict = store.past.conflict(where)
            assert conflict is not None
            store.resolve(Recommendation, where.record, where.field, conflict.options[0].value)
    assert bare.open_now(path)
    return bare


def test_decisions_are_listed_with_who_decided_and_what_was_kept(qtbot: QtBot, decided: Workspace) -> None:
    place = shown(qtbot, decided, "decided")
    assert len(settled(place)) == 2
    assert isinstance(place.decided.at_hand, Settled)
    decision = place.decided.at_hand.decision
    assert decision.author_name == "Amira Ben Salah"
    assert decision.value == decision.options[0].value
    listed = len(place.decided.list.rows)
    qtbot.waitUntil(lambda: place.head._views["decided"].accessibleName() == f"Decided, {listed}")


def test_a_decision_of_an_earlier_window_is_taken_back_and_that_is_undone(qtbot: QtBot, decided: Workspace) -> None:
    place = shown(qtbot, decided, "decided")
    count = place.waiting
    assert place.decided.list.hasFocus()
    qtbot.keyClick(place.decided.list, Qt.Key.Key_T)
    assert place.waiting == count + 1
    assert len(settled(place)) == 1
    assert decided.messages.log[-1].action == "Undo"
    assert place.decided.list.hasFocus(), "the keyboard stays in the page"
    decided.steps.undo()
    assert place.waiting == count
    assert len(settled(place)) == 2


def test_a_decision_that_was_written_over_is_shown_and_cannot_be_taken_back(qtbot: QtBot, decided: Workspace) -> None:
    place = shown(qtbot, decided, "decided")
    rows = place.decided.list.rows
    texts = (at for at, row in enumerate(rows) if isinstance(row, Settled) and row.decision.field == "text")
    place.decided.list.choose(next(texts))
    assert place.decided.at_hand is not None
    decided.change(place.decided.at_hand.record, text="Something else.")
    assert not place.decided.back.isEnabled()
    before = decided.store.digest()
    place.decided.take_back()
    assert decided.store.digest() == before


def test_after_a_decision_the_keyboard_is_on_the_next_conflict(qtbot: QtBot, decided: Workspace) -> None:
    place = shown(qtbot, decided, "decide")
    left = place.decisions.count()
    qtbot.keyClick(place.decisions.list, Qt.Key.Key_1)
    assert place.decisions.count() == left - 1
    assert place.decisions.list.hasFocus()
    assert place.decisions.page.cards[0].answer.value is not None


def test_from_opening_the_file_two_keys_decide_the_first_conflict(qtbot: QtBot, decided: Workspace) -> None:
    window = MainWindow(decided)
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    before = decided.store.count_conflicts()
    qtbot.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_1)
    assert decided.store.count_conflicts() == before - 1


def test_where_there_is_little_room_the_queue_is_a_list_that_opens_and_keys_still_decide(
    qtbot: QtBot, decided: Workspace
) -> None:
    place = shown(qtbot, decided, "decide", width=960)
    box = place.decisions.side.box
    assert box.isVisible()
    assert not place.decisions.side.isVisible()
    assert box.hasFocus()
    left = place.decisions.count()
    qtbot.keyClick(box, Qt.Key.Key_J)
    assert place.decisions.list.place == box.currentIndex() == 1
    qtbot.keyClick(box, Qt.Key.Key_1)
    assert place.decisions.count() == left - 1
    assert box.hasFocus()


def test_only_the_conflict_that_is_shown_is_read_in_full(
    qtbot: QtBot, decided: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[object] = []
    inner = type(decided.store.past).conflict
    monkeypatch.setattr(
        type(decided.store.past), "conflict", lambda past, where: read.append(where) or inner(past, where)
    )
    place = shown(qtbot, decided, "decide")
    QApplication.processEvents()
    assert len(place.decisions.desk.conflicts) == 3
    assert len(set(read)) == 1


@pytest.fixture
def merged(bare: Workspace, folder: Path) -> Workspace:
    (folder / "sample").mkdir()
    sample = make_sample(folder / "sample")
    with Store.open(sample.prepared, bare.identity) as store:
        merge(store, sample.rooms[:2])
    assert bare.open_now(sample.prepared)
    return bare


def test_whoever_merged_is_named_though_nothing_else_was_written(qtbot: QtBot, merged: Workspace) -> None:
    place = shown(qtbot, merged, "merges")
    by = str(place.merges.rows.index(0, FILE).data(BELOW))
    assert by.startswith(f"{merged.identity.name}, ")


def test_a_merge_is_taken_back_as_a_whole_and_brought_in_again(qtbot: QtBot, merged: Workspace) -> None:
    place = shown(qtbot, merged, "merges")
    rows = place.merges.rows
    assert [merge.name for merge in rows.merges] == ["facilitator-en.consult", "facilitator-fr.consult"]
    assert "25 recommendations" in str(rows.index(0, BROUGHT).data())
    assert place.merges.table.hasFocus()
    qtbot.keyClick(place.merges.table, Qt.Key.Key_T)
    qtbot.waitUntil(lambda: not merged.jobs.running and rows.merges[0].taken_back, timeout=20_000)
    assert merged.store.count(Recommendation) == 4 + 26
    assert rows.index(0, STATE).data() == "taken back"
    assert merged.messages.log[-1].action == "Undo"
    qtbot.waitUntil(place.merges.back.isVisible)
    place.merges.back.click()
    qtbot.waitUntil(lambda: not merged.jobs.running and not rows.merges[0].taken_back, timeout=20_000)
    assert merged.store.count(Recommendation) == 4 + 26 + 25
    assert merged.store.count_conflicts() == 2
