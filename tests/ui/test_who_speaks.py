"""Who has the floor: the line, the list of people, the details and the file say the same."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from consultation.model import Intervention, Person, Role

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def place(wide, workspace):
    place = wide.place
    place.show_session(workspace.store.session("D1-CLIMATE").id)
    place.details.show()
    place.room.entry.edit.setFocus()
    return place


def name_speaker(place, name: str) -> None:
    edit = place.room.entry.edit
    QTest.keyClicks(edit, f"@{name}")
    QTest.keyClick(edit, Qt.Key.Key_Return)


def type_line(place, text: str) -> None:
    QTest.keyClicks(place.room.entry.edit, text)
    QTest.keyClick(place.room.entry.edit, Qt.Key.Key_Return)


def listed(place) -> list[str]:
    """The names in the list of people that are selected."""
    return [item.text() for item in place.side.people._list.selectedItems()]


def test_who_is_named_on_the_line_is_selected_in_the_list(place) -> None:
    name_speaker(place, "Jorge Amaro")
    name_speaker(place, "Fatma Yildiz")
    assert listed(place) == ["Fatma Yildiz"]
    place.room.entry.speaker.choose(None)
    assert listed(place) == []


def test_a_speaker_who_is_taken_back_says_nothing_more(place, workspace) -> None:
    name_speaker(place, "Jorge Amaro")
    name_speaker(place, "Fatma Yildiz")
    said = []
    place.room.entry.speaker.chosen.connect(said.append)
    QTest.keyClick(place.room.entry.edit, Qt.Key.Key_Z, CONTROL)
    while any(person.name == "Fatma Yildiz" for person in workspace.store.all(Person)):
        QTest.keyClick(place.room.entry.edit, Qt.Key.Key_Z, CONTROL)
    assert said == [None]
    assert place.room.entry.speaker.text() == ""
    assert place.room.entry.speaker.person is None
    assert listed(place) == []
    type_line(place, "A man in the third row says something")
    (spoken,) = workspace.store.all(Intervention)
    assert spoken.person is None
    assert place.details._pages[Intervention].speaker.person is None


def test_a_speaker_who_comes_back_does_not_take_the_floor_again(place, workspace) -> None:
    name_speaker(place, "Fatma Yildiz")
    workspace.steps.undo()
    workspace.steps.redo()
    assert "Fatma Yildiz" in {person.name for person in workspace.store.all(Person)}
    assert place.room.entry.speaker.person is None


def test_looking_at_words_of_somebody_not_known_any_more_writes_nothing(place, workspace) -> None:
    name_speaker(place, "Fatma Yildiz")
    type_line(place, "We waited long.")
    (role,) = workspace.store.all(Role)
    person, (said,) = workspace.store.get(Person, role.person), workspace.store.all(Intervention)
    workspace.delete(person, "Deleted.")
    speaker = place.details._pages[Intervention].speaker
    assert speaker.person is None
    speaker.setFocus()
    place.room.entry.edit.setFocus()
    assert workspace.store.get(Intervention, said.id).person == person.id
