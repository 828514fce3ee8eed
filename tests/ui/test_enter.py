"""Enter does the expected: it presses the button that has the keyboard, and leads a new person on."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QLineEdit, QVBoxLayout
from pytestqt.qtbot import QtBot

from ui.merge import MergePlace
from ui.session import SessionPlace
from ui.shell.main_window import MainWindow
from ui.shell.rail import PlaceButton
from ui.start.new_dialog import NewDialog
from ui.widgets.buttons import button, icon_button, main_button, quiet_button
from ui.widgets.chips import Chip
from ui.widgets.page_head import ViewTab

ENTERS = [Qt.Key.Key_Return, Qt.Key.Key_Enter]


@pytest.fixture
def documents(monkeypatch: pytest.MonkeyPatch, folder: Path) -> Path:
    """The folder for documents of an account that has none yet."""
    proposed = folder / "account" / "Documents"
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(proposed))
    return proposed


@pytest.mark.parametrize("key", ENTERS)
@pytest.mark.parametrize("make", [button, main_button, quiet_button])
def test_enter_presses_the_button_that_has_the_keyboard(bare, qtbot: QtBot, make, key) -> None:
    done: list[bool] = []
    made = make(bare.theme, "Go on", lambda: done.append(True))
    qtbot.addWidget(made)
    made.show()
    qtbot.keyClick(made, key)
    assert done == [True]
    qtbot.keyClick(made, Qt.Key.Key_Space)
    assert done == [True, True]


def test_enter_with_other_keys_held_presses_nothing(bare, qtbot: QtBot) -> None:
    done: list[bool] = []
    made = button(bare.theme, "Go on", lambda: done.append(True))
    qtbot.addWidget(made)
    made.show()
    qtbot.keyClick(made, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert done == []


@pytest.mark.parametrize("key", ENTERS)
def test_enter_presses_an_icon_and_ticks_a_chip(bare, qtbot: QtBot, key) -> None:
    done: list[bool] = []
    icon, chip = icon_button(bare.theme, "x", "Close", lambda: done.append(True)), Chip(bare.theme, "Housing")
    for made in (icon, chip):
        qtbot.addWidget(made)
        made.show()
        qtbot.keyClick(made, key)
    assert done == [True]
    assert chip.isChecked()


def test_in_a_dialog_enter_means_its_default_button(bare, qtbot: QtBot) -> None:
    done: list[str] = []
    dialog = QDialog()
    qtbot.addWidget(dialog)
    other = button(bare.theme, "Choose a folder…", lambda: done.append("other"))
    icon = icon_button(bare.theme, "x", "Clear", lambda: done.append("icon"))
    default = main_button(bare.theme, "Make the file", lambda: done.append("default"))
    default.setDefault(True)
    column = QVBoxLayout(dialog)
    for made in (other, icon, default):
        column.addWidget(made)
    dialog.show()
    for made in (other, icon):
        made.setFocus()
        qtbot.keyClick(made, Qt.Key.Key_Return)
    assert done == ["default", "default"]


def test_enter_opens_a_place_and_the_list_of_sessions(window: MainWindow, qtbot: QtBot) -> None:
    (merge,) = [found for found in window.findChildren(PlaceButton) if found.text() == "Merge"]
    place = window.place
    assert isinstance(place, SessionPlace)
    place.show_session(window.workspace.store.session("D1-CLIMATE").id)
    sessions = next(found for found in window.findChildren(QAbstractButton) if found.text() == "D1-CLIMATE")
    with qtbot.waitSignal(sessions.clicked):
        qtbot.keyClick(sessions, Qt.Key.Key_Return)
    qtbot.keyClick(merge, Qt.Key.Key_Return)
    assert isinstance(window.place, MergePlace)


def test_the_folder_the_program_proposes_is_made_with_the_file(bare, qtbot: QtBot, documents: Path) -> None:
    dialog = NewDialog(bare)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not documents.exists()
    qtbot.keyClick(dialog.findChild(QLineEdit), Qt.Key.Key_Return)
    assert bare.is_open
    assert bare.path is not None
    assert bare.path.parent == documents


def test_a_folder_that_a_person_chose_is_not_made(bare, qtbot: QtBot, documents: Path, folder: Path) -> None:
    dialog = NewDialog(bare)
    qtbot.addWidget(dialog)
    dialog.choose("forum-intermediary-cities-2021", "Room two", folder / "stick")
    dialog.show()
    dialog.accept()
    assert dialog.isVisible()
    assert not bare.is_open
    assert not (folder / "stick").exists()
    assert not documents.exists()


def test_a_proposed_folder_that_cannot_be_made_is_refused_in_words(bare, qtbot: QtBot, documents: Path) -> None:
    documents.parent.write_text("a file where the folder should be")
    dialog = NewDialog(bare)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.accept()
    assert dialog.isVisible()
    assert not bare.is_open
    said = [label.text() for label in dialog.findChildren(QLabel)]
    assert any(text.startswith(f"The folder “{documents}” cannot be made: ") for text in said)


def test_an_ampersand_in_the_words_of_a_button_is_a_letter_and_no_key(bare):
    button = ViewTab(bare.theme, "Q&A")
    assert button.text() == "Q&A"
    assert button.shortcut().isEmpty()
