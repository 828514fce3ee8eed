"""While a recommendation is typed, the room tells quietly that it was said already; it never gets in the way."""

from __future__ import annotations

from uuid import UUID

import pytest
from forum_file import make_file
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from consultation.model import Recommendation, RecommendationSet, RecommendationStatus
from ui import known_recommendations
from ui.actions import recording
from ui.keys import offered
from ui.session.entry_kinds import PLAIN, EntryKind

DESK = "Open a single desk for newcomers in every town hall by 2030."
SAME = "By 2030, in every town hall, open a single desk for newcomers!"
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def place(wide, workspace, qtbot):
    recommend(workspace, "D1-CLIMATE", "Plant trees along the avenues that lead to the schools.")
    recommend(workspace, "D2-WATER", "Publish what is lost in the pipes of each district.")
    recommend(workspace, "D2-WATER", DESK)
    place = wide.place
    place.show_session(workspace.store.session("D1-CLIMATE").id)
    place.room.entry.choose_kind(EntryKind.CITIZENSHIP, lock=True)
    place.room.entry.edit.setFocus()
    return place


def recommend(workspace, code: str, text: str, language: str = "en") -> UUID:
    session = workspace.store.session(code)
    made = Recommendation(session=session.id, set=RecommendationSet.POLICY, text=text, language=language)
    assert workspace.save(made)
    return made.id


def type_words(place, text: str) -> None:
    place.room.entry.edit.selectAll()
    QTest.keyClicks(place.room.entry.edit, text)


def shows(qtbot, place, words: str) -> None:
    """Wait until the note is there; it says these words."""
    note = place.room.said.note
    qtbot.waitUntil(lambda: note.isVisible() and words in note.whole, timeout=20_000)


def shows_nothing(qtbot, place) -> None:
    """Wait until what is on the line has been asked; nothing is shown."""
    said = place.room.said
    known = said._workspace.known
    qtbot.waitUntil(lambda: not said._soon.isActive() and not known._jobs, timeout=20_000)
    qtbot.wait(30)
    assert said.found is None
    assert not said.note.isVisible()


def test_what_another_session_said_in_other_order_is_told(place, qtbot) -> None:
    type_words(place, SAME)
    shows(qtbot, place, f"Already said in D2-WATER, 2: “{DESK}”")
    note = place.room.said.note
    assert note.accessibleName() == "Already said in D2-WATER, 2"
    assert DESK in note.accessibleDescription()
    assert DESK in note.toolTip()


def test_what_this_session_said_is_told_by_its_number_alone(place, qtbot) -> None:
    type_words(place, "PLANT TREES along the avenues that lead to the schools")
    shows(qtbot, place, "Already said in this session, 1: “Plant trees")


@pytest.mark.parametrize(
    "other",
    [
        "Open a single desk for newcomers in every town hall by 2040.",
        "Do not open a single desk for newcomers in every town hall by 2030.",
        "Plant vines along the rivers.",
        "Open a desk",
    ],
)
def test_what_is_not_surely_the_same_is_not_told(place, qtbot, other) -> None:
    type_words(place, other)
    shows_nothing(qtbot, place)


def test_what_somebody_says_is_no_recommendation(place, qtbot) -> None:
    place.room.entry.choose_kind(PLAIN)
    type_words(place, SAME)
    shows_nothing(qtbot, place)
    place.room.entry.choose_kind(EntryKind.POLICY)
    shows(qtbot, place, DESK)
    place.room.entry.choose_kind(EntryKind.LESSON)
    assert not place.room.said.note.isVisible()


def test_it_goes_when_the_words_become_others_and_when_the_line_is_emptied(place, qtbot) -> None:
    type_words(place, SAME)
    shows(qtbot, place, DESK)
    QTest.keyClicks(place.room.entry.edit, " But not where there is one already")
    QTest.keyClicks(place.room.entry.edit, ", and close those of the districts that nobody visits")
    shows_nothing(qtbot, place)
    type_words(place, SAME)
    shows(qtbot, place, DESK)
    place.room.entry.edit.clear()
    assert not place.room.said.note.isVisible()


def test_it_goes_when_that_recommendation_is_deleted_or_set_aside(place, qtbot, workspace) -> None:
    type_words(place, SAME)
    shows(qtbot, place, DESK)
    desk = workspace.store.get(Recommendation, place.room.said.found)
    workspace.change(desk, status=RecommendationStatus.SET_ASIDE)
    shows_nothing(qtbot, place)
    workspace.change(desk, status=RecommendationStatus.PROPOSED)
    shows(qtbot, place, DESK)
    workspace.delete(workspace.store.get(Recommendation, desk.id), "")
    shows_nothing(qtbot, place)


def test_other_words_of_that_recommendation_are_told_at_once(place, qtbot, workspace) -> None:
    type_words(place, SAME)
    shows(qtbot, place, DESK)
    desk = workspace.store.get(Recommendation, place.room.said.found)
    workspace.change(desk, text="By 2030 open a single desk for newcomers in every town hall.")
    shows(qtbot, place, "“By 2030 open")
    workspace.change(workspace.store.get(Recommendation, desk.id), text="Sell the town halls to those who want them.")
    shows_nothing(qtbot, place)


def test_what_was_just_entered_is_known_at_once(place, qtbot, workspace) -> None:
    type_words(place, SAME)
    shows(qtbot, place, DESK)
    type_words(place, "Give every street a steward who is paid for it")
    QTest.keyClick(place.room.entry.edit, Qt.Key.Key_Return)
    assert workspace.store.count(Recommendation) == 4
    assert place.room.entry.text == ""
    type_words(place, "give every street a steward, who is paid for it")
    shows(qtbot, place, "Already said in this session, 2: “Give every street")


def test_what_is_being_entered_is_never_told_of_itself(place, qtbot, monkeypatch) -> None:
    type_words(place, SAME)
    shows(qtbot, place, DESK)
    told = []
    monkeypatch.setattr(place.room.said.note, "say", lambda where, words: told.append(where))
    QTest.keyClick(place.room.entry.edit, Qt.Key.Key_Return)
    qtbot.wait(600)
    assert set(told) == {""}


def test_nothing_moves_and_the_line_keeps_the_keyboard(place, qtbot) -> None:
    room = place.room
    type_words(place, "Something else entirely that nobody has said")
    shows_nothing(qtbot, place)
    parts = room.entry, room.stream, room.head, room.entry.edit
    before = [part.geometry() for part in parts]
    assert room._hints.isVisible()
    type_words(place, SAME)
    shows(qtbot, place, DESK)
    assert [part.geometry() for part in parts] == before
    assert not room._hints.isVisible()
    assert room.entry.edit.hasFocus()
    assert room.said.note.geometry().left() > room.entry.geometry().right()
    QTest.keyClicks(room.entry.edit, " and so on")
    assert room.entry.text == SAME + " and so on"
    room.entry.edit.clear()
    assert room._hints.isVisible()


def test_in_a_narrow_window_it_lies_over_the_stream(place, qtbot, wide) -> None:
    wide.resize(1040, 700)
    qtbot.waitUntil(lambda: not place.room.columns.has_margin)
    room, note = place.room, place.room.said.note
    type_words(place, "Something else entirely that nobody has said")
    shows_nothing(qtbot, place)
    before = room.stream.geometry(), room.entry.geometry()
    type_words(place, SAME)
    shows(qtbot, place, DESK)
    assert (room.stream.geometry(), room.entry.geometry()) == before
    line = room.entry.mapTo(room, room.entry.rect().topLeft())
    assert note.geometry().bottom() < line.y()
    assert note.geometry().bottom() > line.y() - 20
    assert note.width() == room.entry.width()


def test_it_lies_over_the_stream_while_the_details_lie_over_the_margin(place, qtbot) -> None:
    room = place.room
    type_words(place, SAME)
    shows(qtbot, place, DESK)
    place.peek.switch()
    line = room.entry.mapTo(room, room.entry.rect().topLeft())
    qtbot.waitUntil(lambda: room.said.note.geometry().bottom() < line.y())
    place.peek.close()
    qtbot.waitUntil(lambda: room.said.note.geometry().left() > room.entry.geometry().right())


def test_its_key_leads_there_and_what_was_typed_waits(place, qtbot, workspace) -> None:
    type_words(place, SAME)
    shows(qtbot, place, DESK)
    found, here = place.room.said.found, place.session.id
    QTest.keyClick(place.room.entry.edit, Qt.Key.Key_A, CONTROL | SHIFT)
    assert place.session.code == "D2-WATER"
    assert place.room.stream.entry.id == found
    assert place.room.entry.text == ""
    assert not place.room.said.note.isVisible()
    message = workspace.messages.log[-1]
    assert message.text == "What you were typing waits on the line of D1-CLIMATE."
    message.act()
    assert place.session.id == here
    assert place.room.entry.text == SAME
    assert place.room.entry.kind is EntryKind.CITIZENSHIP
    shows(qtbot, place, DESK)


def test_a_click_on_it_selects_what_this_session_said(place, qtbot, workspace) -> None:
    words = "Plant trees along the avenues that lead to schools"
    recommend(workspace, "D1-CLIMATE", "Something said later in this session, about the sea.")
    type_words(place, words)
    shows(qtbot, place, "this session, 1")
    QTest.mouseClick(place.room.said.note, Qt.MouseButton.LeftButton)
    assert place.room.stream.entry.number == 1
    assert place.room.entry.text == words


def test_its_key_is_offered_only_while_there_is_something_to_see(place, qtbot, wide) -> None:
    assert recording.ALREADY_SAID not in offered(wide)
    type_words(place, SAME)
    shows(qtbot, place, DESK)
    assert recording.ALREADY_SAID in offered(wide)


def test_nothing_is_read_before_a_recommendation_is_typed_and_then_once(place, qtbot, workspace) -> None:
    begun = []
    workspace.jobs.started.connect(begun.append)
    place.room.entry.choose_kind(PLAIN)
    type_words(place, SAME)
    qtbot.wait(600)
    assert begun == []
    place.room.entry.choose_kind(EntryKind.POLICY, lock=True)
    shows(qtbot, place, DESK)
    recommend(workspace, "D2-WATER", "Dredge the harbour before the winter storms.")
    type_words(place, "Dredge the harbour before the storms of winter")
    shows(qtbot, place, "D2-WATER, 3")
    assert len(begun) == 1


def test_many_that_were_written_at_once_are_read_in_a_job(place, qtbot, workspace) -> None:
    type_words(place, SAME)
    shows(qtbot, place, DESK)
    begun = []
    workspace.jobs.started.connect(begun.append)
    with workspace.together():
        for number in range(known_recommendations.AT_ONCE + 1):
            recommend(workspace, "D2-WATER", f"Build {number + 20} new wells in the villages of the north.")
    type_words(place, "Build 25 new wells in the villages of the North")
    shows(qtbot, place, "Build 25")
    assert len(begun) == 1


def test_a_file_with_too_many_is_left_alone(place, qtbot, workspace, monkeypatch) -> None:
    monkeypatch.setattr(known_recommendations, "MOST", 2)
    begun = []
    workspace.jobs.started.connect(begun.append)
    type_words(place, SAME)
    qtbot.wait(600)
    shows_nothing(qtbot, place)
    assert begun == []


def test_a_file_that_is_closed_meanwhile_is_forgotten(place, qtbot, workspace, folder) -> None:
    said = place.room.said
    type_words(place, SAME)
    said.ask()
    assert workspace.jobs.running
    workspace.close()
    assert said.found is None
    qtbot.waitUntil(lambda: not workspace.jobs.running)
    qtbot.wait(50)
    assert said.found is None
    assert workspace.known._known.texts == {}
    assert workspace.messages.log == []


def test_another_file_is_asked_for_its_own_recommendations(place, qtbot, workspace, wide, folder) -> None:
    type_words(place, SAME)
    shows(qtbot, place, DESK)
    assert workspace.open_now(make_file(folder / "other.consult", workspace.identity))
    other = wide.place
    other.show_session(workspace.store.session("D1-CLIMATE").id)
    other.room.entry.choose_kind(EntryKind.POLICY)
    type_words(other, SAME)
    shows_nothing(qtbot, other)


def test_reading_that_is_stopped_is_not_begun_again_by_itself(place, qtbot, workspace) -> None:
    begun = []
    workspace.jobs.started.connect(begun.append)
    workspace.jobs.started.connect(lambda job: job.cancel())
    type_words(place, SAME)
    qtbot.waitUntil(lambda: bool(begun))
    shows_nothing(qtbot, place)
    type_words(place, SAME + " Now.")
    shows_nothing(qtbot, place)
    assert len(begun) == 1
