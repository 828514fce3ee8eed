"""A file that is moved, deleted, replaced or read-only under the window: it is said, and leads on; nothing is lost."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from forum_file import make_file
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from consultation.model import Intervention, Recommendation, RecommendationSet
from consultation.store import Store, Underneath
from tests.builders import public_folder, without_privileges
from ui.shell.main_window import MainWindow
from ui.workspace import Workspace

GONE = "The file has been moved or deleted. Nothing typed is lost."


@pytest.fixture
def line(window: MainWindow, workspace: Workspace):
    place = window.place
    place.show_session(workspace.store.session("D1-CLIMATE").id)
    return place.room.entry


def enter(line, text: str) -> None:
    QTest.keyClicks(line.edit, text)
    QTest.keyClick(line.edit, Qt.Key.Key_Return)


def said(store: Store) -> list[str]:
    return [intervention.text for intervention in store.all(Intervention)]


def test_a_deleted_file_is_called_so_and_two_ways_lead_out(window: MainWindow, workspace: Workspace, line) -> None:
    enter(line, "Saved before.")
    workspace.path.unlink()
    enter(line, "More trees.")
    assert line.text == "More trees."
    message = window.message_line.message
    assert message is not None
    assert (message.text, message.tone) == (GONE, "conflict")
    assert [offer.words for offer in message.offers] == ["Save everything elsewhere…", "Try again"]
    shown = [button.text() for button in window.message_line._offers if button.isVisible()]
    assert shown == ["Save everything elsewhere…", "Try again"]
    assert workspace.saved.state.trouble is not None
    assert workspace.saved.state.tone == "incomplete"


def test_everything_goes_on_elsewhere_with_what_could_not_be_saved(
    window: MainWindow, workspace: Workspace, line, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    enter(line, "Saved before.")
    made = Recommendation(
        session=window.place.session.id, set=RecommendationSet.POLICY, text="Fund the buses.", language="en"
    )
    workspace.save(made)
    window.place.show_record(made.id)
    window.place.open_details()
    shutil.move(workspace.path, folder / "moved.consult")
    QTest.keyClicks(line.edit, "Half a sent")
    text = window.place.details.recommendation.text
    QTest.keyClicks(text, "Now. ")
    text.flush()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(folder / "rescued.consult"), ""))
    window.message_line.press_action(0)
    assert workspace.path == folder / "rescued.consult"
    assert window.message_line.message is not None
    assert window.message_line.message.text == "Everything is saved in “rescued.consult”, and goes on there."
    assert workspace.saved.state.trouble is None
    assert line.text == "Half a sent"
    assert said(workspace.store) == ["Saved before."]
    assert "Now. " in workspace.store.get(Recommendation, made.id).text
    QTest.keyClicks(line.edit, "ence.")
    QTest.keyClick(line.edit, Qt.Key.Key_Return)
    assert said(workspace.store) == ["Saved before.", "Half a sentence."]
    assert workspace.settings.recent[0].path == str(folder / "rescued.consult")
    workspace.close()
    with Store.open(folder / "rescued.consult", workspace.identity) as rescued:
        assert rescued.check().is_sound
    with Store.open(folder / "moved.consult", workspace.identity) as moved:
        assert said(moved) == ["Saved before."]


def test_what_cannot_be_saved_elsewhere_either_says_why_and_leaves_both_ways_open(
    window: MainWindow, workspace: Workspace, line, folder: Path
) -> None:
    workspace.path.unlink()
    window.rescue.save(folder / "no such folder" / "x.consult")
    message = window.message_line.message
    assert message is not None
    assert "does not exist" in message.text
    assert len(message.offers) == 2
    assert workspace.path == folder / "forum.consult"


def test_it_is_seen_without_writing_and_mended_when_the_file_is_put_back(
    window: MainWindow, workspace: Workspace, line, folder: Path, qtbot: QtBot
) -> None:
    shutil.move(workspace.path, folder / "moved.consult")
    qtbot.waitUntil(lambda: workspace.saved.state.trouble is not None)
    assert window.message_line.message is not None
    assert window.message_line.message.text == GONE
    enter(line, "More trees.")
    assert line.text == "More trees."
    window.message_line.press_action(1)
    assert window.message_line.message.text == GONE
    shutil.move(folder / "moved.consult", workspace.path)
    window.message_line.press_action(1)
    assert workspace.saved.state.trouble is not None  # something was refused, and is not saved yet
    QTest.keyClick(line.edit, Qt.Key.Key_Return)
    assert said(workspace.store) == ["More trees."]
    assert workspace.saved.state.trouble is None
    assert workspace.saved.state.in_words(workspace.t).startswith("Saved ")


def test_a_file_that_is_gone_can_be_closed_by_key_and_its_words_are_kept(
    window: MainWindow, workspace: Workspace, line, folder: Path, qtbot: QtBot
) -> None:
    enter(line, "Saved before.")
    path = workspace.path
    path.rename(folder / "moved.consult")
    QTest.keyClicks(line.edit, "More trees.")
    qtbot.keyClick(window, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert not workspace.is_open
    assert window.place is None
    assert workspace.open_now(folder / "moved.consult")
    window.place.show_session(workspace.store.session("D1-CLIMATE").id)
    assert window.place.room.entry.text == "More trees."


def test_a_stick_that_is_put_back_as_another_disk_goes_on(
    window: MainWindow, workspace: Workspace, line, folder: Path
) -> None:
    enter(line, "Saved before.")
    workspace.following.ask()
    workspace.store.send_copy(folder / "copy.consult")
    os.replace(folder / "copy.consult", workspace.path)
    enter(line, "More trees.")
    assert workspace.following.underneath is Underneath.REPLACED
    window.message_line.press_action(1)
    assert workspace.following.underneath is Underneath.SOUND
    QTest.keyClick(line.edit, Qt.Key.Key_Return)
    assert said(workspace.store) == ["Saved before.", "More trees."]


def test_another_file_of_the_same_name_is_not_taken_for_it(
    window: MainWindow, workspace: Workspace, line, folder: Path
) -> None:
    workspace.store.send_copy(folder / "before.consult")
    enter(line, "Saved before.")
    workspace.following.ask()
    os.replace(folder / "before.consult", workspace.path)
    enter(line, "More trees.")
    assert window.message_line.message is not None
    assert window.message_line.message.text.startswith("Another file has taken its place.")
    window.message_line.press_action(1)
    assert window.message_line.message.text.startswith("Another file has taken its place.")
    assert said(workspace.store) == ["Saved before."]
    window.rescue.save(folder / "rescued.consult")
    QTest.keyClick(line.edit, Qt.Key.Key_Return)
    assert said(workspace.store) == ["Saved before.", "More trees."]


def test_a_file_that_cannot_be_changed_is_told_on_opening(bare: Workspace, qtbot: QtBot) -> None:
    window = MainWindow(bare)
    qtbot.addWidget(window)
    window.show()
    with public_folder() as folder:
        path = make_file(folder / "forum.consult", bare.identity)
        path.chmod(0o444)
        folder.chmod(0o555)
        with without_privileges():
            assert bare.open_now(path)
            message = window.message_line.message
            assert message is not None
            assert (message.text.startswith("This file or its folder is read-only"), message.tone) == (
                True,
                "conflict",
            )
            assert len(message.offers) == 2
            assert bare.saved.state.trouble is None
            bare.close()


def test_at_opening_it_says_when_the_file_was_last_written(bare: Workspace, folder: Path) -> None:
    path = make_file(folder / "forum.consult", bare.identity)
    os.utime(path, (1_600_000_000, 1_600_000_000))
    assert bare.open_now(path)
    state = bare.saved.state
    assert state.moment is not None
    assert state.moment.timestamp() == 1_600_000_000
    assert (state.in_words(bare.t), state.tone) == ("Saved on 13 Sept 2020", "muted")
    bare.close()
    assert bare.saved.state.in_words(bare.t) == ""
