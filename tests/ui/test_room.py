"""The room: typed, Enter, saved; nothing typed is ever lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from consultation.errors import NotSaved
from consultation.model import (
    Intervention,
    Lesson,
    Person,
    Recommendation,
    RecommendationSet,
    Role,
    RoleKind,
    SessionStatus,
)
from ui.session.entry_kinds import EntryKind, TypedEntry
from ui.session.stream_model import ENTRY

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def place(window, workspace):
    place = window.place
    place.show_session(workspace.store.session("D1-CLIMATE").id)
    place.room.entry.edit.setFocus()
    return place


def type_line(place, text: str) -> None:
    QTest.keyClicks(place.room.entry.edit, text)
    QTest.keyClick(place.room.entry.edit, Qt.Key.Key_Return)


def the(workspace, kind):
    (only,) = workspace.store.all(kind)
    return only


def test_enter_stores_the_line_as_an_intervention_and_selects_it(place, workspace) -> None:
    type_line(place, "Our river has no mayor.")
    said = the(workspace, Intervention)
    assert (said.text, said.session, said.language) == ("Our river has no mayor.", place.session.id, "en")
    assert said.said_at is not None
    assert place.room.stream.entry.id == said.id
    assert place.details.entry.id == said.id
    assert place.room.entry.text == ""


def test_enter_on_an_empty_line_stores_nothing(place, workspace) -> None:
    type_line(place, "   ")
    assert workspace.store.all(Intervention) == []


def test_shift_and_enter_go_on_below(place, workspace) -> None:
    edit = place.room.entry.edit
    low = edit.height()
    QTest.keyClicks(edit, "First")
    QTest.keyClick(edit, Qt.Key.Key_Return, SHIFT)
    type_line(place, "Second")
    assert the(workspace, Intervention).text == "First\nSecond"
    assert edit.height() == low


def test_a_save_that_fails_keeps_the_text_on_the_line(place, workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(record) -> None:
        raise NotSaved("The stick is full.")

    monkeypatch.setattr(workspace.store, "save", refuse)
    type_line(place, "Never lose a word")
    assert place.room.entry.text == "Never lose a word"
    assert workspace.messages.log[-1].text == "The stick is full."


@pytest.mark.parametrize(
    ("key", "which"), [(Qt.Key.Key_C, RecommendationSet.CITIZENSHIP), (Qt.Key.Key_P, RecommendationSet.POLICY)]
)
def test_a_shortcut_turns_the_line_into_a_recommendation(place, workspace, key, which) -> None:
    edit = place.room.entry.edit
    QTest.keyClicks(edit, "Fund what works")
    QTest.keyClick(edit, key, CONTROL | SHIFT)
    assert place.room.entry.text == "Fund what works"
    QTest.keyClick(edit, Qt.Key.Key_Return)
    made = the(workspace, Recommendation)
    assert (made.set, made.text, made.interventions) == (which, "Fund what works", [])


def test_a_shortcut_turns_the_line_into_a_lesson(place, workspace) -> None:
    for text in ("Begin with the caretakers.", "End with them too."):
        QTest.keyClicks(place.room.entry.edit, text)
        QTest.keyClick(place.room.entry.edit, Qt.Key.Key_L, CONTROL | SHIFT)
        QTest.keyClick(place.room.entry.edit, Qt.Key.Key_Return)
    assert [(one.text, one.rank) for one in workspace.store.all(Lesson)] == [
        ("Begin with the caretakers.", 0),
        ("End with them too.", 1),
    ]


def test_a_deleted_entry_comes_back_with_undo(place, workspace) -> None:
    type_line(place, "Delete me")
    said = the(workspace, Intervention)
    place.room.stream.setFocus()
    QTest.keyClick(place.room.stream, Qt.Key.Key_Delete)
    assert workspace.store.all(Intervention) == []
    assert workspace.messages.log[-1].action == "Undo"
    QTest.keyClick(place.room.stream, Qt.Key.Key_Z, CONTROL)
    assert the(workspace, Intervention).id == said.id
    assert place.room.model.row_of(said.id) == 0


def test_undo_works_from_the_empty_entry_line(place, workspace) -> None:
    type_line(place, "A slip")
    QTest.keyClick(place.room.entry.edit, Qt.Key.Key_Z, CONTROL)
    assert workspace.store.all(Intervention) == []


def test_undo_in_the_entry_line_takes_back_typing_first(place, workspace) -> None:
    type_line(place, "Stored")
    QTest.keyClicks(place.room.entry.edit, "typing")
    QTest.keyClick(place.room.entry.edit, Qt.Key.Key_Z, CONTROL)
    assert len(workspace.store.all(Intervention)) == 1


def test_marked_words_become_a_recommendation_that_knows_its_source(place, workspace) -> None:
    person = Person(name="Rokia Saré")
    workspace.save(person)
    place.room.entry.know_people()
    place.room.entry.speaker.choose(person.id)
    type_line(place, "We waited long. Give assemblies a vote on the budget. Then we will come.")
    said = the(workspace, Intervention)
    stream = place.room.stream
    stream.setFocus()
    start = said.text.index("Give")
    stream.mark(start, start + len("Give assemblies a vote on the budget"))
    QTest.keyClick(stream, Qt.Key.Key_C, CONTROL | SHIFT)
    made = the(workspace, Recommendation)
    assert made.text == "Give assemblies a vote on the budget"
    assert made.interventions == [said.id]
    assert made.proposer == person.id
    assert stream.entry.id == made.id


def test_words_are_marked_with_the_keyboard(place) -> None:
    type_line(place, "Water is not a gift")
    stream = place.room.stream
    stream.setFocus()
    for _ in range(2):
        QTest.keyClick(stream, Qt.Key.Key_Right, CONTROL | SHIFT)
    assert stream.marked_words == "Water is"
    QTest.keyClick(stream, Qt.Key.Key_Escape)
    assert stream.marked_words == ""


def test_words_are_marked_with_the_mouse(place) -> None:
    type_line(place, "Water is not a gift")
    stream = place.room.stream
    room = stream.words_rect(stream.currentIndex().row())
    viewport = stream.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=room.topLeft() + room.topLeft() * 0)
    QTest.mouseMove(viewport, room.topRight())
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=room.topRight())
    assert stream.marked_words == "Water is not a gift"


def test_the_speaker_is_chosen_by_typing_at_and_a_name(place, workspace) -> None:
    amina, ines = Person(name="Amina Berrahal"), Person(name="Inès Órtiz")
    workspace.save(amina)
    workspace.save(ines)
    place.room.entry.know_people()
    QTest.keyClicks(place.room.entry.edit, "@ort")
    QTest.keyClick(place.room.entry.edit, Qt.Key.Key_Return)
    assert place.room.entry.text == ""
    type_line(place, "Who pays?")
    assert the(workspace, Intervention).person == ines.id


def test_a_name_nobody_has_yet_becomes_a_speaker_of_the_session(place, workspace) -> None:
    QTest.keyClicks(place.room.entry.edit, "@Zehra Aydin")
    QTest.keyClick(place.room.entry.edit, Qt.Key.Key_Return)
    role = the(workspace, Role)
    assert workspace.store.get(Person, role.person).name == "Zehra Aydin"
    assert place.room.entry.speaker.person == role.person


def test_an_at_sign_in_the_middle_of_a_word_is_left_alone(place, workspace) -> None:
    workspace.save(Person(name="Example Person"))
    place.room.entry.know_people()
    type_line(place, "write to us@example.org please")
    assert the(workspace, Intervention).text == "write to us@example.org please"


def test_a_person_is_added_once(place, workspace) -> None:
    people = place.side.people
    first = people.add("Georges Abi Nassour, Union des communes", RoleKind.KEYNOTE_WITNESS)
    assert people.add("georges abi nassour") == first
    assert len([one for one in workspace.store.all(Person) if one.name.startswith("Georges")]) == 1
    assert the(workspace, Role).role == RoleKind.KEYNOTE_WITNESS


def test_words_are_shown_plain(place) -> None:
    place.details.show()
    type_line(place, "<b>x</b> & <img src='file:///etc/passwd'>")
    index = place.room.stream.currentIndex()
    assert index.data(ENTRY).text == "<b>x</b> & <img src='file:///etc/passwd'>"
    assert place.details.text.toPlainText() == "<b>x</b> & <img src='file:///etc/passwd'>"
    layout = place.room.stream._delegate.text.lay_out("<b>x</b>", 400)
    assert layout.text() == "<b>x</b>"


def test_typed_text_outlives_switching_the_language(place, window, workspace) -> None:
    type_line(place, "Stored")
    said = place.room.stream.entry.id
    place.room.entry.choose_kind(EntryKind.POLICY)
    QTest.keyClicks(place.room.entry.edit, "half a sent")
    session = place.session.id
    workspace.speak("fr")
    again = window.place
    assert again is not place
    assert again.room.entry.text == "half a sent"
    assert again.room.entry.kind == EntryKind.POLICY
    assert again.session.id == session
    assert again.room.stream.entry.id == said


def test_typed_text_outlives_closing_the_program(place, window, workspace) -> None:
    path = workspace.path
    QTest.keyClicks(place.room.entry.edit, "half a sent")
    window.workspace.close()
    window.workspace.open_now(path)
    assert window.place.room.entry.text == "half a sent"


def test_typed_text_belongs_to_its_session(place, workspace) -> None:
    QTest.keyClicks(place.room.entry.edit, "for climate")
    here = place.session.id
    place.show_session(workspace.store.session("D2-WATER").id)
    assert place.room.entry.text == ""
    place.show_session(here)
    assert place.room.entry.text == "for climate"


def test_search_finds_entries_of_this_session_and_says_how_many(place, workspace) -> None:
    for text in ("Water for all", "Streets for all", "watering the trees"):
        type_line(place, text)
    other = workspace.store.session("D2-WATER")
    workspace.save(Intervention(session=other.id, text="Water elsewhere"))
    place.room.stream.choose(None)
    place.go_find()
    search = place.room.head.search
    QTest.keyClicks(search.field, "water")
    QTest.keyClick(search.field, Qt.Key.Key_Return)
    assert {one.text for one in place.room.model.entries()} == {"Water for all", "watering the trees"}
    assert search._found.text() == "1 of 2"
    QTest.keyClick(search.field, Qt.Key.Key_Return)
    assert (place.room.stream.entry.text, search._found.text()) == ("watering the trees", "2 of 2")
    assert search.field.hasFocus()
    QTest.keyClick(search.field, Qt.Key.Key_Escape)
    assert place.room.model.rowCount() == 3


def test_something_added_during_a_search_is_visible(place) -> None:
    type_line(place, "Water for all")
    place.room.look_for("water")
    assert place.acts.enter(TypedEntry(EntryKind.INTERVENTION, "Streets", "en"))
    assert place.room.stream.entry.text == "Streets"


def test_a_session_is_started_and_closed(place, workspace) -> None:
    place.side.switch()
    assert workspace.store.get(type(place.session), place.session.id).status == SessionStatus.RUNNING
    place.side.switch()
    assert workspace.store.get(type(place.session), place.session.id).status == SessionStatus.CLOSED


def test_the_first_line_of_a_session_that_has_not_begun_offers_to_start_it(place, workspace) -> None:
    type_line(place, "Good morning")
    message = workspace.messages.log[-1]
    assert message.action == "Start"
    message.act()
    assert place.session.status == SessionStatus.RUNNING
    type_line(place, "Again")
    assert workspace.messages.log[-1].action != "Start"


def test_the_newest_entries_are_in_sight_when_a_session_is_shown(place, workspace, qtbot) -> None:
    other = workspace.store.session("D2-WATER")
    with workspace.store.together():
        for number in range(40):
            workspace.store.save(Intervention(session=other.id, text=f"Number {number} " + "word " * 40))
    place.show_session(other.id)
    bar = place.room.stream.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0 and bar.value() == bar.maximum())
    place.window().resize(1100, 700)
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())


def test_the_newest_of_many_entries_is_the_one_that_is_shown(place, workspace, qtbot) -> None:
    with workspace.store.together():
        for number in range(1500):
            workspace.store.save(Intervention(session=place.session.id, text=f"Number {number} " + "word " * 30))
    workspace.reread()
    assert place.room.model.rowCount() == 1500
    type_line(place, "The last one")
    assert place.room.stream.currentIndex().row() == 1500


def test_what_is_selected_stays_so_in_another_language(window, workspace, qtbot) -> None:
    room = window.place.room
    type_line(window.place, "Our river has no mayor.")
    chosen = room.stream.entry.id
    workspace.speak("fr")
    qtbot.waitUntil(lambda: window.place.isVisible())
    qtbot.wait(50)
    assert window.place.room is not room
    assert window.place.room.stream.entry.id == chosen
