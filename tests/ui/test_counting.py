"""Counting hands in the margin: one key, digits, Tab, digits, Tab, digits, Enter, and back in the line."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest

from consultation.model import Attendance, Recommendation, Support, fingerprint
from ui.session.counted import MOST
from ui.widgets.count import Count

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def place(wide, workspace):
    place = wide.place
    place.show_session(workspace.store.session("D1-CLIMATE").id)
    place.room.entry.edit.setFocus()
    return place


def press(key, held=Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the keyboard is."""
    QTest.keyClick(QCoreApplication.instance().focusWidget(), key, held)


def type_on(text: str) -> None:
    QTest.keyClicks(QCoreApplication.instance().focusWidget(), text)


def recommend(place, text: str) -> Recommendation:
    type_on(text)
    press(Qt.Key.Key_P, CONTROL | SHIFT)
    press(Qt.Key.Key_Return)
    (made,) = [asked for asked in place._workspace.store.all(Recommendation) if asked.text == text]
    return made


def count(*hands: str) -> None:
    press(Qt.Key.Key_Return, CONTROL)
    for place, digits in enumerate(hands):
        type_on(digits)
        if place < len(hands) - 1:
            press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)


def test_hands_are_counted_on_the_last_recommendation_and_the_keyboard_is_back_in_the_line(place, workspace) -> None:
    made = recommend(place, "Open the wells.")
    count("17", "2", "0")
    (support,) = workspace.store.all(Support)
    assert (support.in_favour, support.against, support.abstain) == (17, 2, 0)
    assert (support.group, support.recommendation) == ("", made.id)
    assert support.counted_on == fingerprint("Open the wells.")
    assert support.counted_at is not None
    assert place.room.entry.edit.hasFocus()
    message = workspace.messages.log[-1]
    assert message.text == "Number 1 counted: 17 for, 2 against, 0 abstaining."
    message.act()
    assert workspace.store.all(Support) == []


def test_counting_again_is_over_the_numbers_that_stand_there(place, workspace) -> None:
    recommend(place, "Open the wells.")
    count("17", "2", "0")
    count("18")
    (support,) = workspace.store.all(Support)
    assert (support.in_favour, support.against, support.abstain) == (18, 2, 0)


def test_the_selected_recommendation_is_counted_not_the_last_one(place, workspace) -> None:
    first = recommend(place, "Open the wells.")
    recommend(place, "Plant trees.")
    place.room.stream.choose(first.id)
    place.room.stream.setFocus()
    count("5", "1", "1")
    (support,) = workspace.store.all(Support)
    assert support.recommendation == first.id


def test_a_recommendation_still_on_the_line_is_saved_and_counted(place, workspace) -> None:
    type_on("Open the wells.")
    press(Qt.Key.Key_P, CONTROL | SHIFT)
    count("5", "1", "1")
    (made,) = workspace.store.all(Recommendation)
    (support,) = workspace.store.all(Support)
    assert support.recommendation == made.id


def test_the_fields_lie_over_the_figures_and_the_bar_grows_as_one_types(place) -> None:
    made = recommend(place, "Open the wells.")
    press(Qt.Key.Key_Return, CONTROL)
    stream, counting = place.room.stream, place.room.counting
    _, figures = stream.figures_of(made.id)
    for vote, figure in zip(counting.votes, figures, strict=True):
        lies = vote.geometry().translated(counting.pos())
        assert (lies.left(), lies.right()) == (figure.left(), figure.right())
        assert lies.intersects(figure)
    type_on("17")
    assert stream._delegate.typed == (17, None, None)


def test_escape_leaves_without_counting(place, workspace) -> None:
    recommend(place, "Open the wells.")
    press(Qt.Key.Key_Return, CONTROL)
    type_on("17")
    press(Qt.Key.Key_Escape)
    assert workspace.store.all(Support) == []
    assert place.room.entry.edit.hasFocus()
    assert not place.room.counting.isVisible()


def test_a_number_that_cannot_be_right_is_refused_where_it_stands(place, workspace) -> None:
    recommend(place, "Open the wells.")
    press(Qt.Key.Key_Return, CONTROL)
    type_on(str(MOST + 1))
    press(Qt.Key.Key_Return)
    field = QCoreApplication.instance().focusWidget()
    assert isinstance(field, Count)
    assert field.property("refused") is True
    assert workspace.store.all(Support) == []
    assert "more than can be counted" in workspace.messages.log[-1].text


def test_what_was_typed_is_saved_when_the_keyboard_goes_elsewhere(place, workspace) -> None:
    recommend(place, "Open the wells.")
    press(Qt.Key.Key_Return, CONTROL)
    type_on("17")
    place.room.entry.edit.setFocus()
    (support,) = workspace.store.all(Support)
    assert (support.in_favour, support.against) == (17, None)


def test_it_says_how_many_of_those_in_the_room_were_counted(place, workspace) -> None:
    workspace.save(Attendance(id=workspace.store.new_id(), session=place.session.id, heads=44))
    recommend(place, "Open the wells.")
    press(Qt.Key.Key_Return, CONTROL)
    type_on("19")
    assert place.room.counting._counted.text() == "19 of 44 in the room"


def test_without_a_recommendation_it_says_so(place, workspace) -> None:
    press(Qt.Key.Key_Return, CONTROL)
    assert workspace.messages.log[-1].text == "There is no recommendation in this session yet."


def test_a_count_with_three_numbers_takes_nine_keys_and_no_mouse(place, workspace) -> None:
    """Key for counting, five digits, two Tabs, Enter."""
    recommend(place, "Open the wells.")
    pressed = 1 + len("17") + 1 + len("2") + 1 + len("10") + 1
    count("17", "2", "10")
    assert workspace.store.count(Support) == 1
    assert pressed == 9


def test_a_reservation_is_added_to_the_last_recommendation_by_key(place) -> None:
    made = recommend(place, "Open the wells.")
    press(Qt.Key.Key_R, CONTROL | SHIFT)
    assert place.details.isVisible()
    assert place.details.entry.id == made.id
    assert place.details.isAncestorOf(QCoreApplication.instance().focusWidget())


@pytest.mark.parametrize("size", [(960, 600), (1100, 700)])
def test_in_a_narrow_window_the_fields_stand_in_the_line_of_the_sentence(place, workspace, qtbot, size) -> None:
    made = recommend(place, "Open the wells.")
    place.window().setMinimumSize(*size)
    place.window().resize(*size)
    qtbot.waitUntil(lambda: not place.room.columns.has_margin)
    press(Qt.Key.Key_Return, CONTROL)
    counting, stream = place.room.counting, place.room.stream
    words = stream.words_rect(place.room.model.row_of(made.id))
    assert counting.y() > words.top()
    assert counting.geometry().bottom() <= stream.viewport().height()
    type_on("5")
    press(Qt.Key.Key_Return)
    assert workspace.store.count(Support) == 1


def test_in_a_narrow_window_the_fields_stand_below_the_words_and_not_over_them(place, wide, qtbot) -> None:
    made = recommend(place, "Open the wells.")
    wide.resize(960, 600)
    qtbot.waitUntil(lambda: not place.room.stream.columns.has_margin)
    place.acts.count()
    stream, counting = place.room.stream, place.room.counting
    row = place.room.model.row_of(made.id)
    lines = stream._delegate.text.lines(place.room.model.entry(row), stream.columns)
    words_end = stream.words_rect(row).top() + lines.words_high
    for vote in counting.votes:
        assert counting.y() + vote.y() >= words_end - 2
