"""The entry line: lists by their sign, who speaks, what a line becomes, and what can be taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest

from consultation.model import (
    Intervention,
    InterventionKind,
    KnownVocabulary,
    Lesson,
    Person,
    Recommendation,
    RecommendationSet,
    Role,
)
from ui.actions import recording
from ui.session.entry_kinds import PLAIN, EntryKind, LineKind
from ui.session.entry_offers import KeepWords, NewPerson, Somebody

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
CITIZENSHIP = (Qt.Key.Key_C, CONTROL | SHIFT)
POLICY = (Qt.Key.Key_P, CONTROL | SHIFT)
LESSON = (Qt.Key.Key_L, CONTROL | SHIFT)


@pytest.fixture
def place(wide, workspace):
    place = wide.place
    place.show_session(workspace.store.session("D1-CLIMATE").id)
    place.room.entry.edit.setFocus()
    return place


@pytest.fixture
def line(place):
    return place.room.entry


@pytest.fixture
def fatma(place, workspace) -> Person:
    made = Person(id=workspace.store.new_id(), name="Fatma Yildiz", organisation="Municipality of Kütahya")
    workspace.save(made)
    return made


def press(key, held=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QCoreApplication.instance().focusWidget(), key, held)


def type_on(text: str) -> None:
    QTest.keyClicks(QCoreApplication.instance().focusWidget(), text)


def enter(text: str) -> None:
    type_on(text)
    press(Qt.Key.Key_Return)


def offered(line) -> list[object]:
    return [offer.key for offer in line.edit.offers.rows.offers]


def the(workspace, kind):
    (only,) = workspace.store.all(kind)
    return only


# What the line becomes


def test_a_slash_in_the_empty_line_offers_what_it_can_become(line, workspace) -> None:
    type_on("/")
    assert line.edit.offers.is_open
    assert [key.kind for key in offered(line)] == [
        EntryKind.INTERVENTION,
        EntryKind.CITIZENSHIP,
        EntryKind.POLICY,
        EntryKind.INTERVENTION,
        EntryKind.INTERVENTION,
        EntryKind.LESSON,
    ]
    type_on("qu")
    press(Qt.Key.Key_Return)
    assert line.text == ""
    enter("Who pays?")
    assert the(workspace, Intervention).sort is InterventionKind.QUESTION


def test_a_slash_within_words_is_a_slash(line, workspace) -> None:
    enter("On 1/2 of the streets, or and/or")
    assert the(workspace, Intervention).text == "On 1/2 of the streets, or and/or"


def test_after_a_recommendation_the_line_is_an_intervention_again(line, workspace) -> None:
    type_on("Open the wells.")
    press(*POLICY)
    press(Qt.Key.Key_Return)
    assert line.line_kind == PLAIN
    enter("Thank you.")
    assert the(workspace, Intervention).text == "Thank you."


def test_a_kind_asked_for_twice_holds_until_another_is_chosen(line, workspace) -> None:
    type_on("Open the wells.")
    press(*POLICY)
    press(*POLICY)
    press(Qt.Key.Key_Return)
    assert line.is_locked
    enter("Plant trees.")
    assert workspace.store.count(Recommendation) == 2
    press(Qt.Key.Key_Escape)
    assert (line.line_kind, line.is_locked) == (PLAIN, False)


# What was just saved


def test_the_key_of_a_kind_on_the_empty_line_changes_what_was_just_saved(place, line, fatma, workspace) -> None:
    line.speaker.choose(fatma.id)
    enter("Open the wells.")
    said = the(workspace, Intervention)
    press(*CITIZENSHIP)
    assert workspace.store.all(Intervention) == []
    made = the(workspace, Recommendation)
    assert (made.set, made.text, made.proposer) == (RecommendationSet.CITIZENSHIP, "Open the wells.", fatma.id)
    assert made.language == said.language
    assert place.room.stream.entry.id == made.id
    assert workspace.messages.log[-1].text == "Now: Citizenship."
    press(*POLICY)
    assert the(workspace, Recommendation).id == made.id
    assert the(workspace, Recommendation).set is RecommendationSet.POLICY
    workspace.messages.log[-1].act()
    assert the(workspace, Recommendation).set is RecommendationSet.CITIZENSHIP
    workspace.steps.undo()
    assert the(workspace, Intervention).id == said.id
    assert workspace.store.all(Recommendation) == []


def test_what_was_just_saved_becomes_a_lesson_and_an_intervention_again(line, workspace) -> None:
    enter("Begin with the caretakers.")
    press(*LESSON)
    assert the(workspace, Lesson).text == "Begin with the caretakers."
    press(Qt.Key.Key_I, CONTROL)
    assert the(workspace, Intervention).text == "Begin with the caretakers."
    assert workspace.store.all(Lesson) == []


def test_something_else_that_is_selected_is_not_changed_by_the_keys_of_kinds(place, line, workspace) -> None:
    enter("One.")
    first = place.room.stream.entry.id
    enter("Two.")
    place.room.stream.choose(first)
    line.edit.setFocus()
    press(*POLICY)
    assert workspace.store.count(Intervention) == 2
    assert line.line_kind == LineKind(EntryKind.POLICY)


def test_undoing_a_line_just_saved_gives_its_words_back(line, workspace) -> None:
    type_on("Our river has no mayor.")
    press(*POLICY)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Z, CONTROL)
    assert workspace.store.all(Recommendation) == []
    assert line.text == "Our river has no mayor."
    assert line.kind is EntryKind.POLICY
    press(Qt.Key.Key_Return)
    assert the(workspace, Recommendation).text == "Our river has no mayor."


def test_words_that_stand_on_the_line_are_not_lost_to_those_that_come_back(line, workspace) -> None:
    enter("Our river has no mayor.")
    type_on("And")
    workspace.steps.undo()
    assert line.text == "And"


# Who speaks


@pytest.mark.parametrize("signs", ["@@", "@\n"])
def test_somebody_in_the_room_takes_two_keys(line, fatma, workspace, signs: str) -> None:
    line.speaker.choose(fatma.id)
    for sign in signs:
        press(Qt.Key.Key_Return) if sign == "\n" else type_on(sign)
    assert line.speaker.person is None
    enter("A man in the third row says something.")
    said = the(workspace, Intervention)
    assert (said.person, said.text) == (None, "A man in the third row says something.")


def test_backspace_at_the_start_of_the_empty_line_takes_the_speaker_off(line, fatma) -> None:
    line.speaker.choose(fatma.id)
    assert line.speaker.isVisible()
    assert line.speaker.accessibleName() == "Fatma Yildiz is speaking"
    type_on("ab")
    for _ in range(2):
        press(Qt.Key.Key_Backspace)
    assert line.speaker.person == fatma.id
    press(Qt.Key.Key_Backspace)
    assert line.speaker.person is None
    assert not line.speaker.isVisible()


def test_one_key_says_somebody_in_the_room(line, fatma) -> None:
    line.speaker.choose(fatma.id)
    press(Qt.Key.Key_N, CONTROL | SHIFT)
    assert line.speaker.person is None
    assert line.edit.hasFocus()
    assert recording.NOBODY_BY_NAME.keys == ("Ctrl+Shift+N",)


def test_a_long_phrase_after_the_sign_stays_words_and_adds_nobody(line, workspace) -> None:
    people = workspace.store.count(Person)
    type_on("@Mayor of Sucre we need water now")
    assert offered(line)[0] == KeepWords()
    press(Qt.Key.Key_Return)
    assert line.text == "@Mayor of Sucre we need water now"
    assert not line.edit.offers.is_open
    press(Qt.Key.Key_Return)
    assert the(workspace, Intervention).text == "@Mayor of Sucre we need water now"
    assert workspace.store.count(Person) == people


def test_a_person_is_added_from_her_own_row_and_taken_out_again_with_undo(line, workspace) -> None:
    people = workspace.store.count(Person)
    type_on("Water is late. @Zehra Aydin")
    assert offered(line) == [Somebody(), NewPerson("Zehra Aydin"), KeepWords()]
    press(Qt.Key.Key_Return)
    assert "Zehra Aydin" in {person.name for person in workspace.store.all(Person)}
    message = workspace.messages.log[-1]
    assert ("Zehra Aydin" in message.text, message.action) == (True, "Undo")
    message.act()
    assert workspace.store.count(Person) == people
    assert line.text == "Water is late. "
    assert line.speaker.person is None


def test_escape_leaves_the_sign_and_the_letters_as_words(line) -> None:
    type_on("@za")
    press(Qt.Key.Key_Escape)
    type_on("tar")
    assert not line.edit.offers.is_open
    assert line.text == "@zatar"


def test_the_list_of_people_opens_by_key_those_of_the_session_first(place, line, fatma, workspace) -> None:
    other = Person(id=workspace.store.new_id(), name="Ana Ruiz")
    workspace.save(other)
    workspace.save(Role(id=workspace.store.new_id(), session=place.session.id, person=fatma.id))
    line.speaker.choose(fatma.id)
    enter("One.")
    press(Qt.Key.Key_L, CONTROL)
    assert line.edit.offers.is_open
    rows = line.edit.offers.rows.offers
    assert [row.key for row in rows[:2]] == [Somebody(), fatma.id]
    assert other.id in [row.key for row in rows]
    assert (rows[1].words, rows[1].beside, rows[1].at_end) == ("Fatma Yildiz", "Municipality of Kütahya", "once")
    press(Qt.Key.Key_Escape)
    assert line.text == ""


def test_a_session_comes_back_with_its_speaker_and_its_selection(place, line, fatma, workspace) -> None:
    enter("One.")
    first = place.room.stream.entry.id
    enter("Two.")
    line.speaker.choose(fatma.id)
    place.room.stream.choose(first)
    here = place.session.id
    place.show_session(workspace.store.session("D2-WATER").id)
    assert (line.speaker.person, place.room.stream.entry) == (None, None)
    place.show_session(here)
    assert (line.speaker.person, place.room.stream.entry.id) == (fatma.id, first)


# Strands


def test_a_strand_is_named_in_any_language_and_saved_with_the_recommendation(line, workspace) -> None:
    terms = {term.key: term for term in workspace.store.terms(KnownVocabulary.STRAND)}
    planet = terms["planet"]
    type_on("Open the wells. #" + planet.label["es"][:4].lower())
    press(Qt.Key.Key_Return)
    assert line.strands == (planet.id,)
    assert line.text == "Open the wells. "
    press(*POLICY)
    press(Qt.Key.Key_Return)
    assert the(workspace, Recommendation).chosen(KnownVocabulary.STRAND) == [planet.id]
    assert line.strands == ()


def test_backspace_takes_the_strand_off_before_the_speaker(line, fatma, workspace) -> None:
    line.speaker.choose(fatma.id)
    line.choose_strands([workspace.store.terms(KnownVocabulary.STRAND)[0].id])
    press(Qt.Key.Key_Backspace)
    assert (line.strands, line.speaker.person) == ((), fatma.id)


# Words of others


def test_it_is_said_of_whose_words_a_recommendation_was_made(place, line, fatma, workspace) -> None:
    line.speaker.choose(fatma.id)
    enter("Open the wells.")
    place.room.stream.setFocus()
    press(*POLICY)
    assert workspace.messages.log[-1].text == "Recommendation made from the words of Fatma Yildiz."


def test_the_line_is_as_wide_as_the_words_and_begins_with_them(place, line) -> None:
    columns, edit = place.room.columns, line.edit
    begins = edit.mapTo(place.room, edit.rect().topLeft()).x()
    assert abs(begins + 2 - columns.gutter) <= 2
    assert line.geometry().right() >= columns.words_end
    assert 44 <= line.height() <= 50
