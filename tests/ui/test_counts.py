"""Counts of hands: click or come by keyboard, type digits, Enter; what stands there is what is saved."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from consultation.model import Recommendation, RecommendationSet, Session, Support
from ui.session.new_session import NewSessionDialog
from ui.widgets.fields import PAUSE_MS

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def place(window, workspace):
    place = window.place
    place.show_session(workspace.store.session("D1-CLIMATE").id)
    place.details.show()
    return place


@pytest.fixture
def made(place, workspace) -> Recommendation:
    made = Recommendation(session=place.session.id, set=RecommendationSet.POLICY, text="Fund the buses.", language="en")
    assert workspace.save(made)
    place.show_record(made.id)
    return made


@pytest.fixture
def table(place, made):
    return place.details.recommendation.support


@pytest.fixture
def votes(table):
    """For, Against and Abstain of the room."""
    return table._rows[0].votes


def counted(workspace) -> list[tuple[str, int | None, int | None, int | None]]:
    found = workspace.store.all(Support)
    return [(support.group, support.in_favour, support.against, support.abstain) for support in found]


@pytest.mark.parametrize("at", ["start", "end"])
def test_a_click_and_digits_make_that_number(votes, workspace, at: str) -> None:
    field = votes[0]
    assert (field.text(), field.placeholderText()) == ("", "–")
    for number in ("34", "5"):
        x = 8 if at == "start" else field.width() - 8
        QTest.mouseClick(field, LEFT, pos=QPoint(x, field.height() // 2))
        assert field.hasFocus()
        QTest.keyClicks(field, number)
        assert field.text() == number
        votes[1].setFocus()
        assert counted(workspace) == [("", int(number), None, None)]


def test_a_hand_that_shakes_while_it_clicks_types_over_the_whole_number(votes) -> None:
    field = votes[0]
    field.show_number(1234)
    middle = QPoint(20, field.height() // 2)
    QTest.mousePress(field, LEFT, pos=middle)
    QTest.mouseMove(field, middle + QPoint(4, 0))
    QTest.mouseRelease(field, LEFT, pos=middle + QPoint(4, 0))
    QTest.keyClicks(field, "5")
    assert field.text() == "5"


def test_a_second_click_puts_the_caret_between_the_digits(votes) -> None:
    field = votes[0]
    field.show_number(34)
    for _ in range(2):
        QTest.mouseClick(field, LEFT, pos=QPoint(field.width() - 4, field.height() // 2))
    QTest.keyClicks(field, "5")
    assert field.text() == "345"


def test_tab_and_digits_make_that_number(votes, workspace) -> None:
    votes[0].setFocus()
    for field, number in zip(votes, ("34", "5", "0"), strict=True):
        assert field.hasFocus()
        QTest.keyClicks(field, number)
        QTest.keyClick(field, Qt.Key.Key_Tab)
    assert counted(workspace) == [("", 34, 5, 0)]


def test_enter_goes_through_the_counts_and_back_to_the_entry_line(place, table, made, workspace) -> None:
    workspace.save(Support(recommendation=made.id, group="Youth", in_favour=1))
    fields = [vote for row in table._rows for vote in row.votes]
    assert len(fields) == 6
    fields[0].setFocus()
    for number, field in enumerate(fields, 10):
        assert field.hasFocus()
        QTest.keyClicks(field, str(number))
        QTest.keyClick(field, Qt.Key.Key_Return if number % 2 else Qt.Key.Key_Enter)
    assert place.room.entry.edit.hasFocus()
    assert sorted(counted(workspace)) == [("", 10, 11, 12), ("Youth", 13, 14, 15)]


def test_nothing_is_not_counted_and_nought_is(votes, workspace) -> None:
    for typed in ("7", "0"):
        votes[0].setFocus()
        votes[0].selectAll()
        QTest.keyClicks(votes[0], typed)
        votes[1].setFocus()
        assert counted(workspace) == [("", int(typed), None, None)]
    votes[0].setFocus()
    QTest.keyClick(votes[0], Qt.Key.Key_Delete)
    votes[1].setFocus()
    assert counted(workspace) == [("", None, None, None)]


def test_only_digits_can_be_typed_or_pasted(votes) -> None:
    field = votes[0]
    field.setFocus()
    QTest.keyClicks(field, "-1.x2")
    assert field.text() == "12"
    field.selectAll()
    QGuiApplication.clipboard().setText("3 of 4")
    field.paste()
    assert field.text() == "12"


def test_a_number_that_is_too_large_is_said_to_be_so_and_not_saved(place, votes, made, workspace) -> None:
    for field, number in zip(votes, ("1234567", "3"), strict=False):
        field.setFocus()
        QTest.keyClicks(field, number)
    place.room.entry.edit.setFocus()
    assert (votes[0].text(), votes[0].is_refused, votes[0].number) == ("1234567", True, None)
    assert counted(workspace) == []
    assert workspace.messages.log[-1].text.startswith("1234567 is more than can be counted")
    place.show_session(workspace.store.session("D2-WATER").id)
    place.show_record(made.id)
    field = place.details.recommendation.support._rows[0].votes[0]
    assert field.text() == "1234567"
    QTest.mouseClick(field, LEFT)
    QTest.keyClicks(field, "123")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert counted(workspace) == [("", 123, 3, None)]


def test_a_number_is_not_saved_half_typed(votes, workspace, qtbot) -> None:
    votes[0].setFocus()
    QTest.keyClicks(votes[0], "3")
    qtbot.wait(PAUSE_MS + 200)
    assert counted(workspace) == []
    QTest.keyClicks(votes[0], "4")
    QTest.keyClick(votes[0], Qt.Key.Key_Return)
    assert counted(workspace) == [("", 34, None, None)]


def test_closing_saves_the_number_in_which_the_keyboard_is(place, votes, workspace) -> None:
    votes[0].setFocus()
    QTest.keyClicks(votes[0], "34")
    place.flush()
    assert counted(workspace) == [("", 34, None, None)]


@pytest.mark.parametrize("typed", ["", "3", "601"])
def test_a_session_of_no_usual_length_is_not_made_with_another(workspace, qtbot, typed: str) -> None:
    dialog = NewSessionDialog(workspace)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    dialog.code.setText("S99")
    field = dialog._minutes
    assert field.number == 90
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, typed)
    dialog.accept()
    assert dialog.session is None
    assert dialog._refusal.text() == "How many minutes is the session? Write a number from 5 to 600."
    field.selectAll()
    QTest.keyClicks(field, "45")
    dialog.accept()
    stored = workspace.store.get(Session, dialog.session.id)
    assert (stored.ends - stored.starts).total_seconds() == 45 * 60
