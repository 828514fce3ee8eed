"""What opens over a page is a child of the window, and is gone with the page all the same, its shadow too."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


@pytest.fixture
def opened(window, workspace, qtbot):
    """A small window in which the column lies over the room, and the lists of sessions and of actions were open."""
    window.resize(960, 600)
    window.place.show_session(workspace.store.session("D1-CLIMATE").id)
    qtbot.waitUntil(lambda: window.place.side._is_strip)
    window.place.choose_session()
    window.leading.open_palette()
    window.leading.open_palette()
    window.place.side._open_over()
    assert window.place.side.people.isVisible()
    return window


def floats(window: QWidget) -> list[QWidget]:
    return [part for part in window.findChildren(QWidget) if part.property("floats") and part.parent() is window]


def test_the_column_over_the_room_goes_with_the_place(opened):
    opened.show_place(2)
    assert not [part for part in floats(opened) if part.isVisible()]
    opened.show_place(1)
    opened.place.side._open_over()
    assert opened.place.side.people.isVisible()


def test_the_column_over_the_room_has_the_keyboard_and_goes_at_escape(opened, qtbot):
    people = opened.place.side.people
    held = opened.focusWidget()
    assert people.isAncestorOf(held)
    qtbot.keyClick(held, Qt.Key.Key_Escape)
    assert not people.isVisible()
    assert opened.place.isAncestorOf(opened.focusWidget())


def test_nothing_is_left_of_what_opened_over_pages_that_are_gone(opened, workspace, qtbot):
    workspace.close()
    qtbot.waitUntil(lambda: not floats(opened))


def test_nothing_is_left_of_it_in_another_language(opened, workspace, qtbot):
    workspace.speak("fr")
    qtbot.waitUntil(lambda: not floats(opened))
