"""Two windows on one file: the second says so, both show what the other writes, and neither waits for the other."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path
from time import monotonic

import pytest
from forum_file import make_file
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from typing_window import CODE, window_elsewhere

from consultation.merging import merge
from consultation.model import Intervention, Recommendation, RecommendationSet
from consultation.store import Store
from tests.builders import identity
from ui.following import PATIENCE
from ui.saving import WRITE
from ui.shell.main_window import MainWindow
from ui.touched import Touched
from ui.workspace import Workspace

OPEN_TOO = "“forum.consult” is open in another window too. What is written there is shown here."
AT_ONCE = 3.0
"""Seconds; whoever waits for a lock in SQLite waits five."""


@pytest.fixture
def place(window: MainWindow, workspace: Workspace):
    window.place.show_session(workspace.store.session(CODE).id)
    return window.place


def shown(place) -> list[str]:
    return [entry.text for entry in place.room.model.entries()]


def said(store: Store, session, text: str) -> Intervention:
    made = Intervention(id=store.new_id(), session=session, text=text, language="en")
    store.save(made)
    return made


def test_the_second_window_says_so_and_a_killed_one_is_not_believed_to_be_there(bare: Workspace, folder: Path) -> None:
    path = make_file(folder / "forum.consult", bare.identity)
    with window_elsewhere(folder / "home", path) as other:
        assert bare.open_now(path)
        assert bare.messages.log[-1].text == OPEN_TOO
        bare.close()
        other.kill()
        other.wait()
        before = len(bare.messages.log)
        assert bare.open_now(path)
        assert OPEN_TOO not in [message.text for message in bare.messages.log[before:]]


def test_what_the_other_window_enters_is_shown_here(place, workspace: Workspace, qtbot: QtBot) -> None:
    QTest.keyClicks(place.room.entry.edit, "half a sent")
    with Store.open(workspace.path, workspace.identity) as other:
        said(other, place.session.id, "More trees.")
        qtbot.waitUntil(lambda: "More trees." in shown(place))
    assert place.room.entry.text == "half a sent"


def test_what_the_other_window_saves_does_not_make_it_saved_that_something_was_refused_here(
    place, workspace: Workspace
) -> None:
    workspace.saved.refused(WRITE)
    os.utime(workspace.path, (1_600_000_000, 1_600_000_000))
    with Store.open(workspace.path, workspace.identity) as other:
        said(other, place.session.id, "More trees.")
    workspace.following.ask()
    state = workspace.saved.state
    assert state.trouble is not None
    assert state.moment is not None
    assert state.moment.timestamp() > 1_600_000_000


def test_a_merge_in_the_other_window_leaves_what_is_selected_and_typed_in_the_details(
    place, workspace: Workspace, folder: Path
) -> None:
    mine = said(workspace.store, place.session.id, "More trees.")
    workspace.reread()
    workspace.store.send_copy(folder / "room.consult")
    with Store.open(folder / "room.consult", identity("Room")) as room:
        said(room, place.session.id, "From the room.")
    place.show_record(mine.id)
    QTest.keyClicks(place.room.entry.edit, "half a sent")
    place.details.text.setFocus()
    place.details.text.selectAll()
    QTest.keyClicks(place.details.text, "Fewer")
    with Store.open(workspace.path, workspace.identity) as other:
        merge(other, [folder / "room.consult"])
    workspace.following.ask()
    assert sorted(shown(place)) == ["From the room.", "More trees."]
    QTest.keyClicks(place.details.text, " trees")
    assert place.details.entry.id == mine.id
    assert place.details.text.hasFocus()
    assert place.details.text.toPlainText() == "Fewer trees"
    assert place.room.entry.text == "half a sent"


def test_the_other_process_and_this_one_show_the_same(bare: Workspace, folder: Path, qtbot: QtBot) -> None:
    path = make_file(folder / "forum.consult", bare.identity)
    heard: list[Touched] = []
    with window_elsewhere(folder / "home", path, "Trees.\r"):
        assert bare.open_now(path)
        bare.changed.connect(heard.append)
        qtbot.waitUntil(lambda: any(touched.concerns(Intervention, Recommendation) for touched in heard))
    assert [made.text for made in bare.store.all(Recommendation)] == ["Trees."]


def test_only_pages_that_show_what_was_written_hear_of_it(place, workspace: Workspace) -> None:
    heard: list[Touched] = []
    workspace.changed.connect(heard.append)
    with Store.open(workspace.path, workspace.identity) as other:
        made = said(other, place.session.id, "More trees.")
    workspace.following.ask()
    (touched,) = heard
    assert (touched.everything, made.id in touched.records) == (False, True)
    assert not touched.concerns(Recommendation)


def test_undo_takes_back_what_was_done_here_and_not_what_was_done_there(place, workspace: Workspace) -> None:
    session = place.session.id
    recommendation = Recommendation(session=session, set=RecommendationSet.POLICY, text="Buses.", language="en")
    workspace.save(recommendation)
    workspace.change(recommendation, text="Fund the buses.")
    with Store.open(workspace.path, workspace.identity) as other:
        other.change(recommendation, reference="A-1")
        theirs = said(other, session, "More trees.")
    workspace.following.ask()
    workspace.steps.undo()
    now = workspace.store.get(Recommendation, recommendation.id)
    assert (now.text, now.reference) == ("Buses.", "A-1")
    assert not workspace.store.get(Intervention, theirs.id).deleted
    workspace.change(recommendation, text="Fund all buses.")
    with Store.open(workspace.path, workspace.identity) as other:
        other.change(recommendation, text="Fund no buses.")
    workspace.following.ask()
    workspace.steps.undo()
    assert workspace.messages.log[-1].text == "It stays as it is: somebody has changed it since."
    assert workspace.store.get(Recommendation, recommendation.id).text == "Fund no buses."


def test_while_the_other_window_merges_nothing_is_lost_and_nobody_waits_long(
    place, window: MainWindow, workspace: Workspace, folder: Path
) -> None:
    workspace.store.send_copy(folder / "room.consult")
    with Store.open(folder / "room.consult", identity("Room")) as room:
        said(room, place.session.id, "From the room.")
    entry = place.room.entry
    with Store.open(workspace.path, workspace.identity) as other:
        with other.together():
            began = monotonic()
            QTest.keyClicks(entry.edit, "More trees.")
            QTest.keyClick(entry.edit, Qt.Key.Key_Return)
            assert monotonic() - began < AT_ONCE
            assert entry.text == "More trees."
            assert "is being written just now" in workspace.messages.log[-1].text
        merge(other, [folder / "room.consult"])
    workspace.following.ask()
    assert "From the room." in shown(place)
    QTest.keyClick(entry.edit, Qt.Key.Key_Return)
    assert shown(place)[-1] == "More trees."


def test_a_file_that_another_keeps_to_himself_is_left_alone_until_it_is_free(place, workspace: Workspace) -> None:
    with closing(Store.open(workspace.path, workspace.identity)) as other:
        made = said(other, place.session.id, "More trees.")
        other._engine.run("BEGIN EXCLUSIVE")
        for _ in range(PATIENCE):
            workspace.following.ask()
        assert not workspace.is_readable
        assert not workspace.change(made, text="Fewer trees.")
        assert workspace.messages.log[-1].text.startswith("Another window is writing to the file")
        with workspace.together() as step:
            assert not workspace.change(made, text="No trees.")
        assert not step.done
        place.read_again()
        assert "More trees." not in shown(place)
        other._engine.run("ROLLBACK")
        workspace.following.ask()
        assert workspace.is_readable
        assert "More trees." in shown(place)


def test_a_file_that_another_keeps_to_himself_can_be_closed(place, workspace: Workspace) -> None:
    QTest.keyClicks(place.room.entry.edit, "half a sent")
    path = workspace.path
    with closing(Store.open(path, workspace.identity)) as other:
        other._engine.run("BEGIN EXCLUSIVE")
        for _ in range(PATIENCE):
            workspace.following.ask()
        workspace.close()
        assert not workspace.is_open
        other._engine.run("ROLLBACK")
    assert workspace.open_now(path)
    assert [draft.text for draft in workspace.drafts.under("line/").values()] == ["half a sent"]
