"""A consultation without a kit is made in the window, with the keyboard alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from consultation.model import Consultation, Recommendation, Vocabulary
from ui.actions import anywhere
from ui.declaration import DeclarationPlace
from ui.declaration.first_step import FirstStep
from ui.shell.main_window import MainWindow
from ui.start.again import Again
from ui.start.new_dialog import NewDialog
from ui.start.without_kit import WithoutKit


@pytest.fixture(autouse=True)
def documents(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the program proposes to put files."""
    place = folder / "documents"
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda *_: str(place))
    return place


@pytest.fixture
def dialog(bare, qtbot: QtBot) -> WithoutKit:
    made = WithoutKit(bare)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.title.hasFocus)
    return made


def in_dialogs(*acts: Callable[[QDialog], object]) -> list[str]:
    """Do each act in the dialog that is open at its turn; return the names of these dialogs, as they come."""
    seen: list[str] = []

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        seen.append(type(dialog).__name__)
        acts[len(seen) - 1](dialog)
        if len(seen) < len(acts):
            QTimer.singleShot(0, act)

    QTimer.singleShot(0, act)
    return seen


def test_title_place_and_language_are_typed_and_enter_makes_the_file(dialog, bare, qtbot: QtBot, documents) -> None:
    qtbot.keyClicks(dialog.title, "Asamblea: juventud & agua")
    qtbot.keyClick(dialog.title, Qt.Key.Key_Tab)
    assert dialog.place.hasFocus()
    qtbot.keyClicks(dialog.place, "Cuenca")
    qtbot.keyClick(dialog.place, Qt.Key.Key_Tab)
    assert dialog.language.hasFocus()
    qtbot.keyClick(dialog.language, Qt.Key.Key_End)
    assert dialog.language.currentData() == "es"
    qtbot.keyClick(dialog.language, Qt.Key.Key_Tab)
    name = dialog.focusWidget()
    assert isinstance(name, QLineEdit)
    assert name.text() == "Asamblea juventud agua"
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert bare.path == documents / "Asamblea juventud agua.consult"
    about = bare.store.consultation
    assert (about.title, about.place) == ({"es": "Asamblea: juventud & agua"}, {"es": "Cuenca"})
    assert (about.languages, about.kit) == (["es"], "")
    assert bare.store.count(Vocabulary) == bare.store.count(Recommendation) == 0
    assert bare.store.count(Consultation) == 1


def test_without_a_title_there_is_no_file(dialog, bare, qtbot: QtBot, documents) -> None:
    qtbot.keyClick(dialog.title, Qt.Key.Key_Return)
    qtbot.keyClicks(dialog.title, "  ")
    qtbot.keyClick(dialog.title, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert not bare.is_open
    assert not documents.exists()


def test_a_file_name_that_a_person_typed_stays(dialog, qtbot: QtBot) -> None:
    name = dialog.findChildren(QLineEdit)[-1]
    qtbot.keyClicks(dialog.title, "Water")
    assert name.text() == "Water"
    name.selectAll()
    qtbot.keyClicks(name, "Room two")
    qtbot.keyClicks(dialog.title, " for all")
    assert name.text() == "Room two"


def test_a_name_that_is_taken_is_said_and_the_dialog_stays(dialog, bare, documents: Path) -> None:
    documents.mkdir()
    (documents / "Water.consult").write_text("mine")
    dialog.title.setText("Water")
    dialog.accept()
    assert dialog.isVisible()
    assert any("already a file" in label.text() for label in dialog.findChildren(QLabel))
    assert (documents / "Water.consult").read_text() == "mine"
    assert not bare.is_open


def test_it_begins_in_the_language_of_the_window(bare, qtbot: QtBot) -> None:
    bare.speak("fr")
    made = WithoutKit(bare)
    qtbot.addWidget(made)
    assert made.language.currentData() == "fr"


def test_the_start_page_the_menu_and_the_palette_offer_it(window, workspace) -> None:
    assert anywhere.NEW_WITHOUT_KIT in window.possible()
    workspace.close()
    assert anywhere.NEW_WITHOUT_KIT in window.possible()
    start = window.frame.pages.currentWidget().shown
    assert isinstance(start, Again)
    seen = in_dialogs(QDialog.reject)
    start.without_kit.click()
    assert seen == ["WithoutKit"]


def test_the_dialog_of_kits_leads_to_it(bare, qtbot: QtBot, documents) -> None:
    window = MainWindow(bare)
    qtbot.addWidget(window)

    def press(dialog: QDialog) -> None:
        assert isinstance(dialog, NewDialog)
        (button,) = [each for each in dialog.findChildren(QPushButton) if each.text() == bare.t("New without a kit…")]
        button.setFocus()
        qtbot.keyClick(button, Qt.Key.Key_Space)

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, WithoutKit)
        dialog.title.setText("Water")
        dialog.accept()

    seen = in_dialogs(press, fill)
    window.ask_new()
    assert seen == ["NewDialog", "WithoutKit"]
    assert bare.path == documents / "Water.consult"


def test_the_declaration_of_an_empty_consultation_offers_no_draft(window, dialog, bare) -> None:
    dialog.title.setText("Water")
    dialog.accept()
    window.go(anywhere.GO_DECLARATION)
    place = window.place
    assert isinstance(place, DeclarationPlace)
    place.catch_up()
    first = place.findChild(FirstStep)
    assert first is not None
    assert not first.make.isEnabled()
    assert "There are no recommendations in this file yet." in first.text.text()
