"""Keys while the keyboard is in a list: what is written goes to the entry line, and only Delete deletes."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest

from consultation.model import Intervention, Role
from ui.actions import recording
from ui.settings import RecentFile
from ui.start.recent import RecentList

CONTROL = Qt.KeyboardModifier.ControlModifier
SAID = ("The river floods.", "Help comes late.", "Nobody asks us.", "We ask for a vote.")


@pytest.fixture
def place(wide, workspace):
    """The room with four interventions, of which none is selected, as after opening a file."""
    place, session = wide.place, workspace.store.session("D1-CLIMATE").id
    for text in SAID:
        workspace.save(Intervention(id=workspace.store.new_id(), session=session, text=text))
    place.show_session(session)
    place.room.entry.edit.setFocus()
    assert place.room.stream.entry is None
    return place


@pytest.fixture
def stream(place):
    return place.room.stream


def said(workspace) -> list[str]:
    return [intervention.text for intervention in workspace.store.all(Intervention)]


def click(stream, row: int) -> None:
    rect = stream.visualRect(stream.model().index(row, 0))
    QTest.mouseClick(stream.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())


def type_on(qtbot, words: str) -> None:
    """Type as a person does: each key goes to where the keyboard is then."""
    for letter in words:
        widget = QCoreApplication.instance().focusWidget()
        if letter == "⌫":
            qtbot.keyClick(widget, Qt.Key.Key_Backspace)
        else:
            qtbot.keyClick(widget, letter)


def test_what_is_typed_after_a_click_in_the_list_stands_on_the_entry_line(place, stream, workspace, qtbot) -> None:
    click(stream, 1)
    assert (stream.hasFocus(), stream.entry.text) == (True, SAID[1])
    type_on(qtbot, "The helo⌫p w⌫we need")
    assert place.room.entry.text == "The help we need"
    assert place.room.entry.edit.hasFocus()
    assert stream.entry.text == SAID[1]
    assert said(workspace) == list(SAID)


def test_what_is_typed_goes_on_from_what_stands_on_the_line(place, stream, qtbot) -> None:
    type_on(qtbot, "half")
    click(stream, 0)
    type_on(qtbot, "way there")
    assert place.room.entry.text == "halfway there"


def test_letters_with_an_accent_arrive_as_an_input_method_makes_them(place, stream) -> None:
    click(stream, 0)
    assert stream.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    begun, made = QInputMethodEvent("´", []), QInputMethodEvent()
    made.setCommitString("é")
    QCoreApplication.sendEvent(stream, begun)
    assert stream.hasFocus()
    QCoreApplication.sendEvent(stream, made)
    assert place.room.entry.text == "é"
    assert place.room.entry.edit.hasFocus()


def test_letters_typed_with_alt_gr_arrive_and_keys_with_control_do_not(place, stream) -> None:
    click(stream, 0)
    QTest.keyClick(stream, Qt.Key.Key_J, CONTROL)
    assert stream.hasFocus()
    QTest.keyClick(stream, "{", CONTROL | Qt.KeyboardModifier.AltModifier)
    assert place.room.entry.text == "{"


def test_a_keyboard_search_leaves_the_selection_alone(stream) -> None:
    click(stream, 0)
    stream.keyboardSearch("We ask")
    assert stream.entry.text == SAID[0]


def test_backspace_deletes_nothing(stream, workspace) -> None:
    click(stream, 1)
    QTest.keyClick(stream, Qt.Key.Key_Backspace)
    assert said(workspace) == list(SAID)
    assert recording.DELETE_ENTRY.keys == ("Del",)


def test_delete_deletes_the_entry_that_is_selected_and_nothing_without_one(stream, workspace) -> None:
    click(stream, 1)
    rect = stream.visualRect(stream.currentIndex())
    QTest.mouseClick(stream.viewport(), Qt.MouseButton.LeftButton, CONTROL, rect.center())
    assert stream.currentIndex().isValid()
    assert not stream.selectionModel().hasSelection()
    QTest.keyClick(stream, Qt.Key.Key_Delete)
    assert said(workspace) == list(SAID)
    click(stream, 1)
    QTest.keyClick(stream, Qt.Key.Key_Delete)
    assert said(workspace) == [SAID[0], *SAID[2:]]


def test_delete_first_shows_an_entry_that_is_out_of_sight(place, stream, workspace, qtbot) -> None:
    with workspace.store.together():
        for number in range(40):
            workspace.store.save(Intervention(session=place.session.id, text=f"Number {number} " + "word " * 40))
    workspace.reread()
    bar = stream.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    stream.choose(place.room.model.entries()[0].id)
    stream.setFocus()
    bar.setValue(bar.maximum())
    QTest.keyClick(stream, Qt.Key.Key_Delete)
    assert len(said(workspace)) == 44
    assert bar.value() == 0
    QTest.keyClick(stream, Qt.Key.Key_Delete)
    assert SAID[0] not in said(workspace)


def test_the_list_selects_its_last_entry_when_the_keyboard_comes(place, stream) -> None:
    QTest.keyClick(place.room.entry.edit, Qt.Key.Key_Up)
    assert stream.hasFocus()
    assert (stream.entry.text, place.details.entry.text) == (SAID[3], SAID[3])
    for key, text in ((Qt.Key.Key_Up, SAID[2]), (Qt.Key.Key_Home, SAID[0]), (Qt.Key.Key_Down, SAID[1])):
        QTest.keyClick(stream, key)
        assert stream.entry.text == text


@pytest.mark.parametrize(("key", "row"), [(Qt.Key.Key_Up, 3), (Qt.Key.Key_Down, 3), (Qt.Key.Key_Home, 0)])
def test_keys_find_their_way_in_a_list_whose_selection_is_gone(place, stream, key, row) -> None:
    stream.setFocus()
    place.room.model.choose()
    stream.selectionModel().clearSelection()
    QTest.keyClick(stream, key)
    assert stream.entry.text == SAID[row]


def test_a_click_selects_what_is_under_it_and_nothing_before(stream, place) -> None:
    shown = []
    stream.chosen.connect(lambda entry: shown.append(entry.text))
    click(stream, 1)
    assert shown == [SAID[1]]


def test_only_a_person_who_is_selected_is_taken_off(place, workspace) -> None:
    people = place.side.people
    for name in ("Jorge Amaro", "Fatma Yildiz"):
        people.add(name)
    names = people._list
    assert names.chosen is None
    names.setFocus()
    assert names.chosen.text() == "Jorge Amaro"
    names.clearSelection()
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
        QTest.keyClick(names, key)
    assert len(workspace.store.all(Role)) == 2
    names.setCurrentRow(1)
    QTest.keyClick(names, Qt.Key.Key_Backspace)
    assert len(workspace.store.all(Role)) == 2
    QTest.keyClick(names, Qt.Key.Key_Delete)
    assert [names.item(row).text() for row in range(names.count())] == ["Jorge Amaro"]


def test_only_a_recent_file_that_is_selected_is_forgotten(workspace, folder, qtbot) -> None:
    for number in (1, 2):
        workspace.settings.remember(RecentFile(str(folder / f"{number}.consult"), f"Room {number}", ""))
    files = RecentList(workspace, datetime.now().astimezone())
    qtbot.addWidget(files)
    files.show()
    qtbot.waitExposed(files)
    files.activateWindow()
    before = files.count()
    files.setFocus()
    qtbot.waitUntil(files.hasFocus)
    assert files.chosen is files.item(0)
    files.clearSelection()
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
        QTest.keyClick(files, key)
    assert files.count() == before
    files.setCurrentRow(0)
    QTest.keyClick(files, Qt.Key.Key_Delete)
    assert files.count() == before - 1
