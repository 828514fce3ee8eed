"""Which session are you running? Asked once, answered by a key; afterwards the file opens on it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest

from consultation.model import Intervention, Recommendation, RecommendationSet, Session, SessionStatus
from ui.session.session_question import SESSION, TODAY
from ui.shell.main_window import MainWindow


@pytest.fixture
def asked(workspace, qtbot) -> MainWindow:
    """The window of a file of which nobody has said yet which session it is."""
    made = MainWindow(workspace)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.showNormal()
    qtbot.wait(1)  # the platform answers to both, each in its time
    made.setMinimumSize(1440, 900)
    made.resize(1440, 900)
    made.activateWindow()
    qtbot.wait(1)
    return made


def test_a_fresh_file_asks_which_session_and_enter_answers(asked, workspace, qtbot) -> None:
    question = asked.place.room.question
    assert question.isVisible()
    assert asked.place.session is None
    qtbot.waitUntil(question.list.hasFocus)
    QTest.keyClick(question.list, Qt.Key.Key_Down)
    chosen = question.list.currentItem().data(SESSION)
    QTest.keyClick(question.list, Qt.Key.Key_Return)
    assert asked.place.session.id == chosen
    assert asked.place.room.entry.edit.hasFocus()


def test_todays_sessions_come_first_and_each_says_what_is_in_it(workspace, qtbot, asked) -> None:
    store = workspace.store
    late = store.session("D4-CARE")
    now = datetime.now(UTC)
    workspace.change(late, starts=now, ends=now + timedelta(hours=1))
    workspace.change(store.session("D2-WATER"), status=SessionStatus.PLANNED)
    other = store.session("D2-HUB")
    workspace.save(Intervention(id=store.new_id(), session=other.id, text="One.", language="en"))
    workspace.save(
        Recommendation(id=store.new_id(), session=other.id, set=RecommendationSet.POLICY, text="Two.", language="en")
    )
    rows = asked.place.room.question.list
    assert rows.item(0).data(SESSION) == late.id
    assert [rows.item(row).data(TODAY) for row in range(2)] == [True, False]
    (hub,) = [rows.item(row) for row in range(rows.count()) if rows.item(row).data(SESSION) == other.id]
    assert "1\u00a0recommendation  ·  1\u00a0intervention" in hub.data(Qt.ItemDataRole.AccessibleTextRole)


def test_titles_of_sessions_are_not_cut(asked, workspace) -> None:
    rows = asked.place.room.question.list
    delegate, font = rows.itemDelegate(), workspace.theme.font("body", strong=True)
    for row in range(rows.count()):
        title, _ = delegate._places(rows.visualItemRect(rows.item(row)), rows.model().index(row, 0))
        lines = max(title.height() // QFontMetrics(font).lineSpacing(), 1)
        assert QFontMetrics(font).horizontalAdvance(rows.item(row).text()) <= title.width() * lines


def test_the_file_opens_on_the_session_that_was_written_to_last(workspace, qtbot, asked) -> None:
    water = workspace.store.session("D2-WATER")
    workspace.save(Intervention(id=workspace.store.new_id(), session=water.id, text="Water.", language="en"))
    again = MainWindow(workspace)
    qtbot.addWidget(again)
    again.show()
    qtbot.waitExposed(again)
    assert again.place.session.id == water.id


def test_the_list_of_sessions_opens_by_key_finds_and_counts(asked, workspace, qtbot) -> None:
    place, store = asked.place, workspace.store
    place.show_session(store.session("D1-CLIMATE").id)
    place.room.entry.edit.setFocus()
    QTest.keyClicks(place.room.entry.edit, "One.")
    QTest.keyClick(place.room.entry.edit, Qt.Key.Key_Return)
    QTest.keyClick(place.room.entry.edit, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    field, rows = place._sessions._field, place._sessions._rows
    qtbot.waitUntil(field.hasFocus)
    assert rows.current.key == place.session.id
    assert rows.current.at_end == "0 · 1"
    QTest.keyClicks(field, "water")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert place.session.code == "D2-WATER"
    assert not place._sessions.isVisible()
    assert place.room.entry.edit.hasFocus()


def test_without_any_session_the_first_step_is_offered(asked, workspace) -> None:
    for session in workspace.store.all(Session):
        workspace.delete(session, "Deleted.")
    question = asked.place.room.question
    assert question._none.isVisible()
    assert question._first.isVisible()


def test_facts_of_the_session_stand_in_the_status_line(asked, workspace, qtbot) -> None:
    place, store = asked.place, workspace.store
    session = store.session("D1-CLIMATE")
    workspace.change(workspace.consultation, time_zone="Pacific/Kiritimati")
    place.show_session(session.id)
    place.side.switch()
    QTest.keyClicks(place.room.entry.edit, "Our river has no mayor.")
    QTest.keyClick(place.room.entry.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any("words" in fact for fact in place.status()[1]))
    leading, trailing = place.status()
    assert leading[0] == "0 min since the start"
    assert leading[1].endswith("to go")
    assert trailing[0] == "1 intervention, 5 words"
    assert trailing[1].startswith("Times of ")
    assert "laptop says" in trailing[1]


def test_the_facts_of_the_status_line_follow_what_is_said_and_taken_back(window, workspace, qtbot) -> None:
    place = window.place
    place.show_session(workspace.store.session("D1-CLIMATE").id)
    qtbot.waitUntil(lambda: place.facts._words is not None)
    for text in ("One thing.", "And another thing."):
        qtbot.keyClicks(place.room.entry.edit, text)
        qtbot.keyClick(place.room.entry.edit, Qt.Key.Key_Return)
    assert window.frame.status.accessibleName().startswith("2 interventions, 5 words")
    workspace.steps.undo()
    assert window.frame.status.accessibleName().startswith("1 intervention, 2 words")


def test_a_session_that_was_remembered_wrongly_keeps_no_file_from_opening(window, workspace) -> None:
    path = workspace.path
    workspace.settings.keep(f"session/{workspace.consultation.id}", "not an id")
    workspace.close()
    assert workspace.open_now(path)
    assert window.place is not None
    assert window.place.session is None
