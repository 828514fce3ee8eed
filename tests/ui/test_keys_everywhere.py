"""The keys of a place work while it is shown, wherever in the window the keyboard is; what can be done is offered."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ui.actions import declaring, merging, recording
from ui.keys import bind, offer, offered
from ui.shell.rail import Rail


@pytest.fixture
def page(bare, qtbot) -> tuple[QWidget, QWidget, QWidget]:
    """A window with a part that owns actions, and a field beside it."""
    window, part, beside = QWidget(), QWidget(), QLineEdit()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(part)
    column.addWidget(beside)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    beside.setFocus()
    return window, part, beside


def test_the_keys_of_a_place_work_while_the_keyboard_is_beside_it(page, qtbot) -> None:
    _, part, beside = page
    done = []
    bind(part, declaring.DRAFT, lambda: done.append("drafted"))
    qtbot.keyClick(beside, Qt.Key.Key_F5)
    assert done == ["drafted"]
    part.hide()
    qtbot.keyClick(beside, Qt.Key.Key_F5)
    assert done == ["drafted"]


def test_the_keys_of_a_list_work_in_the_list_alone(page, qtbot) -> None:
    _, part, beside = page
    done = []
    bind(part, merging.NEXT_CONFLICT, lambda: done.append("next"))
    bind(part, declaring.EDIT_CLAUSE, lambda: done.append("edited"))
    qtbot.keyClick(beside, Qt.Key.Key_F2)
    qtbot.keyClicks(beside, "j")
    assert done == []
    assert beside.text() == "j"


def test_only_what_is_shown_and_possible_is_offered(page) -> None:
    window, part, _ = page
    there = []
    bind(part, declaring.DRAFT, list)
    offer(part, recording.DELETE_ENTRY, list, lambda: bool(there))
    assert set(offered(window)) == {declaring.DRAFT}
    there.append("an entry")
    assert set(offered(window)) == {declaring.DRAFT, recording.DELETE_ENTRY}
    part.setDisabled(True)
    assert offered(window) == {}
    part.setDisabled(False)
    part.hide()
    assert offered(window) == {}


def test_what_is_not_possible_is_not_done_by_its_key(page, qtbot) -> None:
    _, part, beside = page
    done = []
    bind(part, declaring.EXPORT, lambda: done.append("exported"), lambda: False)
    qtbot.keyClick(beside, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert done == []


def test_the_session_is_chosen_by_key_from_the_rail(window, qtbot) -> None:
    rail = next(found for found in window.findChildren(Rail))
    button = rail.findChildren(QAbstractButton)[0]
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert button.hasFocus()
    qtbot.keyClick(button, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert window.place.isAncestorOf(window.focusWidget())


def test_the_keyboard_stays_in_the_page_when_the_pressed_button_goes(window, qtbot) -> None:
    """Qt would hand it on to the next part of the window, which is the rail."""
    place = window.place
    qtbot.waitUntil(window.isActiveWindow)
    pressed = QPushButton("Bring it back", place)
    pressed.clicked.connect(pressed.hide)
    pressed.clicked.connect(pressed.deleteLater)
    pressed.show()
    pressed.setFocus()
    qtbot.keyClick(pressed, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: place.focusProxy().hasFocus())


def test_going_to_the_rail_with_tab_is_left_alone(window, qtbot) -> None:
    rail = next(found for found in window.findChildren(Rail))
    button = rail.findChildren(QAbstractButton)[0]
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.wait(20)
    assert button.hasFocus()
