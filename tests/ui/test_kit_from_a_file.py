"""A secretariat makes its file from a kit of its own, which it has in a file."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel, QListWidget
from pytestqt.qtbot import QtBot

from consultation.kits import kits
from ui.start.new_dialog import NewDialog

OWN = """
format = 3
name = "our-towns"
version = "1"
date = 2024-03-01
languages = ["en"]
title = { en = "Forum of our towns" }
description = { en = "A day in which our towns agree on what they ask for." }
[consultation]
title = { en = "Forum of our towns" }
purpose = { en = "To agree." }
[[terms.session_kind]]
key = "room"
label = { en = "Room" }
[[sessions]]
code = "MORNING"
kind = "room"
format = "in_person"
title = { en = "Morning" }
"""


@pytest.fixture
def own_kit(folder: Path) -> Path:
    path = folder / "our-towns.toml"
    path.write_text(OWN, "utf-8")
    return path


@pytest.fixture
def dialog(bare, qtbot: QtBot) -> NewDialog:
    made = NewDialog(bare)
    qtbot.addWidget(made)
    made.show()
    return made


def press(dialog: NewDialog, qtbot: QtBot, words: str) -> None:
    (button,) = [each for each in dialog.findChildren(QAbstractButton) if each.text() == words]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def says(dialog: NewDialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def choosing(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))


def test_a_kit_from_a_file_is_offered_chosen_and_made(dialog, bare, own_kit, folder, qtbot, monkeypatch) -> None:
    choosing(own_kit, monkeypatch)
    press(dialog, qtbot, "A kit from a file…")
    listed = dialog.findChild(QListWidget)
    assert (listed.count(), listed.currentRow()) == (len(kits()) + 1, len(kits()))
    assert "what they ask for" in says(dialog)
    dialog.name_file("ours", folder)
    press(dialog, qtbot, "Make the file")
    assert bare.store.consultation.kit == "our-towns"
    assert bare.store.session("MORNING").title == {"en": "Morning"}


def test_a_kit_that_is_wrong_is_refused_by_key_and_line(dialog, own_kit, qtbot, monkeypatch) -> None:
    own_kit.write_text(OWN.replace('kind = "room"', 'kind = "cellar"'), "utf-8")
    choosing(own_kit, monkeypatch)
    press(dialog, qtbot, "A kit from a file…")
    assert dialog.findChild(QListWidget).count() == len(kits())
    assert "because of sessions[1].kind (line 17)" in says(dialog)
    dialog.findChild(QListWidget).setCurrentRow(1 if len(kits()) > 1 else -1)
    dialog.name_file("ours")
    assert "line 17" not in says(dialog)


def test_choosing_no_file_changes_nothing(dialog, qtbot, monkeypatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    press(dialog, qtbot, "A kit from a file…")
    assert dialog.findChild(QListWidget).count() == len(kits())
