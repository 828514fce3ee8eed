"""The programme as a timetable: blocks are chosen, moved by keys and by the mouse, and filled in beside it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from programme_window import now, placed, shown_programme
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from consultation.composing import programme
from consultation.exchange import calendar_of, export_programme
from consultation.language import translator
from consultation.model import AgendaItem, Person, ProgrammeDay, Role, RoleKind, Session, Term
from consultation.publishing import markdown_text
from consultation.reading.hours import Part, hour_shown
from ui.prepare.programme import ProgrammePage
from ui.prepare.programme.sessions import BlockWords

KEY, ALT, SHIFT = Qt.Key, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
QUARTER = timedelta(minutes=15)


@pytest.fixture
def page(wide, qtbot) -> ProgrammePage:
    return shown_programme(wide, qtbot)


def press(page: ProgrammePage, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(page.timetable, key, held)


def spot(page: ProgrammePage, session: Session, from_end: int = 0) -> QPoint:
    rect = page.timetable.visualRect(page.sessions.index(page.sessions.place_of(session.id)))
    return QPoint(rect.right() - from_end, rect.center().y()) if from_end else rect.center()


def drag(page: ProgrammePage, begins: QPoint, ends: QPoint) -> None:
    view = page.timetable.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=begins)
    for part in (1, 2, 3):
        QTest.mouseMove(view, begins + (ends - begins) * part / 3)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=ends)


def test_no_word_of_a_block_is_broken_letter_by_letter(page):
    breaking = page.timetable.plan.breaking
    for text in ("D3-WELCOME", "Coffee", "Intermediary cities"):
        lines = breaking.lines(text, 40.0, small=False, most=4)
        whole = text.replace("-", "- ").split()
        assert all(line.endswith("…") or all(word in whole for word in line.split()) for line in lines)


def test_a_narrow_block_has_its_code_where_that_has_room_and_else_its_title(page):
    plan, said = page.timetable.plan, BlockWords("Intermediary cities", "D1-TEA", "Online", "", is_quiet=False)
    assert plan.title_of(said, 300.0) == "Intermediary cities"
    assert plan.title_of(said, 45.0) == "D1-TEA"
    assert plan.title_of(said, 20.0) == "Intermediary cities"


def test_keys_move_a_session_a_quarter_of_an_hour_and_undo_brings_it_back(page):
    session = placed(page)[0]
    page.timetable.choose(session.id)
    press(page, KEY.Key_Right, ALT)
    assert now(page, session).starts == session.starts + QUARTER
    assert now(page, session).ends == session.ends + QUARTER
    assert page.timetable.session.id == session.id
    page._workspace.steps.undo()
    assert now(page, session).starts == session.starts


def test_keys_change_when_a_session_ends_but_never_to_nothing(page):
    session = placed(page)[0]
    page.timetable.choose(session.id)
    press(page, KEY.Key_Right, ALT | SHIFT)
    assert now(page, session).ends == session.ends + QUARTER
    assert now(page, session).starts == session.starts
    for _ in range(60):
        press(page, KEY.Key_Left, ALT | SHIFT)
    assert now(page, session).ends > session.starts


def test_keys_take_a_session_to_the_next_day_at_the_same_hour(page):
    session = placed(page)[0]
    zone = page._workspace.consultation.time_zone
    page.timetable.choose(session.id)
    rows = sum(len(day.lines) for day in page.sessions.shown.days[:1])
    for _ in range(rows):
        press(page, KEY.Key_Down, ALT)
    moved = now(page, session)
    assert moved.starts.date() > session.starts.date()
    assert hour_shown(moved.starts, zone) == hour_shown(session.starts, zone)


def test_arrows_go_from_block_to_block(page):
    page.timetable.choose(page.sessions.listed[0].id)
    press(page, KEY.Key_Right)
    assert page.timetable.session.id == page.sessions.listed[1].id
    press(page, KEY.Key_Down)
    assert page.timetable.visualRect(page.timetable.currentIndex()).top() > 0
    press(page, KEY.Key_Home)
    assert page.timetable.session.id == page.sessions.listed[0].id


def test_a_block_that_is_dragged_is_written_once_when_it_is_let_go(page, qtbot):
    session = placed(page)[0]
    written = []
    page._workspace.changed.connect(written.append)
    begins = spot(page, session)
    hour = round(page.timetable.plan.scale * 60)
    drag(page, begins, begins + QPoint(hour, 0))
    assert len(written) == 1
    assert abs(now(page, session).starts - session.starts - timedelta(hours=1)) <= timedelta(minutes=5)
    assert now(page, session).ends - now(page, session).starts == session.ends - session.starts


def test_the_end_of_a_block_can_be_dragged(page):
    session = placed(page)[0]
    begins = spot(page, session, from_end=3)
    drag(page, begins, begins - QPoint(round(page.timetable.plan.scale * 30), 0))
    assert now(page, session).starts == session.starts
    assert abs(session.ends - now(page, session).ends - timedelta(minutes=30)) <= timedelta(minutes=5)


def test_escape_puts_back_what_is_dragged(page):
    session = placed(page)[0]
    view, begins = page.timetable.viewport(), spot(page, session)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=begins)
    QTest.mouseMove(view, begins + QPoint(60, 0))
    assert page.timetable.is_dragging()
    page.close_peek()
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=begins + QPoint(60, 0))
    assert now(page, session).starts == session.starts


def test_a_session_without_a_time_waits_below_and_gets_one_by_a_key(page):
    page.add()
    added = page.timetable.session
    assert added.starts is None
    assert added.id not in page.sessions.blocks
    assert not page.timeless.isHidden()
    page.close_peek()
    press(page, KEY.Key_T)
    assert now(page, added).starts is not None


def test_a_room_taken_twice_is_counted_in_the_head_and_mended_in_the_form(page, qtbot):
    store = page._workspace.store
    first, second = placed(page)[:2]
    store.change(first, room="A")
    store.change(second, room="a", starts=first.ends - QUARTER, ends=first.ends + QUARTER)
    page._workspace.reread()
    assert not page.clashing.isHidden()
    assert "1" in page.clashing.text()
    page.clashing.click()
    assert page.timetable.session.id == second.id
    page.moving.mend(page.sessions.clashes[0])
    assert now(page, first).ends == first.ends - QUARTER
    assert page.clashing.isHidden()


def test_the_form_says_a_wrong_hour_and_keeps_what_is_typed(page, qtbot):
    session = placed(page)[0]
    page.show_record(session.id)
    when = page.side.session_form.when
    when.lines[Part.ENDS].setText("nonsense")
    when.flush()
    assert list(when.wrong) == [Part.ENDS]
    assert now(page, session).ends == session.ends
    assert when.lines[Part.ENDS].text() == "nonsense"
    when.lines[Part.ENDS].setText("23:45")
    when.flush()
    assert when.wrong == {}
    assert hour_shown(now(page, session).ends, page._workspace.consultation.time_zone) == "23:45"


def test_what_is_typed_for_a_session_is_saved_when_another_is_chosen(page):
    first, second = placed(page)[:2]
    page.show_record(first.id)
    edit = page.side.session_form.title.edit
    edit.setPlainText("A better title")
    page.timetable.choose(second.id)
    assert "A better title" in now(page, first).title.values()
    assert edit.toPlainText() in now(page, second).title.values()
    assert "A better title" not in now(page, second).title.values()


def test_a_code_that_another_session_has_is_refused_beside_its_field(page):
    first, second = placed(page)[:2]
    page.show_record(first.id)
    code = page.side.session_form.code
    code.edit.setText(second.code)
    code.flush()
    assert now(page, first).code == first.code
    assert code.wrong


def test_the_form_shows_and_keeps_kind_and_track(page):
    store = page._workspace.store
    session = next(each for each in placed(page) if each.kind_term is not None)
    page.show_record(session.id)
    kind = page.side.session_form.kind.box
    assert kind.currentText() == page._workspace.label(store.get(Term, session.kind_term).label)
    kind.activated.emit(0)
    assert now(page, session).kind_term is None


def test_people_and_agenda_are_added_in_the_form(page):
    store = page._workspace.store
    store.save(Person(name="Marisol Tennant"))
    session = placed(page)[0]
    page.show_record(session.id)
    page.side.session_form.roles.role.setCurrentIndex(page.side.session_form.roles.role.findData(RoleKind.MODERATOR))
    page.side.session_form.roles.add(store.all(Person, name="Marisol Tennant")[0])
    assert [role.role for role in store.all(Role, session=session.id)][-1] == RoleKind.MODERATOR
    before = store.count(AgendaItem, session=session.id)
    page.side.session_form.agenda.line.setText("Round table")
    page.side.session_form.agenda.minutes.setText("40")
    page.side.session_form.agenda.add()
    assert store.count(AgendaItem, session=session.id) == before + 1
    (added,) = [each for each in store.all(AgendaItem, session=session.id) if "Round table" in each.title.values()]
    assert added.minutes == 40


def test_what_feeds_a_session_is_kept_in_those_that_feed_it_as_one_step(page):
    first, second = placed(page)[:2]
    page.show_record(second.id)
    page.side.session_form._save_feeders([first.id])
    assert second.id in now(page, first).feeds
    page._workspace.steps.undo()
    assert now(page, first).feeds == first.feeds


def test_a_screen_reader_hears_title_hour_and_what_is_wrong(page):
    session = placed(page)[0]
    index = page.sessions.index(page.sessions.place_of(session.id))
    said = page.sessions.data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert session.code in said
    assert str(session.starts.year) in said


def test_an_empty_programme_offers_its_first_step(page):
    store = page._workspace.store
    with store.together():
        for record in (*store.all(Session), *store.all(ProgrammeDay)):
            store.delete(record)
    page._workspace.reread()
    assert page._none.isVisible()
    page.add()
    assert page.timetable.isVisible()


@pytest.mark.parametrize("ending", [".csv", ".ics", ".md", ".pdf", ".xlsx"])
def test_the_programme_is_written_in_any_form_in_the_language_asked_for(page, workspace, folder, qtbot, ending) -> None:
    path = folder / f"programme{ending}"
    with qtbot.waitSignal(page._export.documents.written, timeout=30_000):
        page._export.write(path, "fr")
    said = workspace.messages.log[-1]
    assert path.name in said.text
    assert said.action == "Show"
    store, french = workspace.store, translator("fr")
    expected = {
        ".csv": lambda: export_programme(store, french, ".csv").data,
        ".xlsx": lambda: export_programme(store, french, ".xlsx").data,
        ".ics": lambda: calendar_of(store, french).data,
        ".md": lambda: markdown_text(programme(store, french)).encode(),
    }
    written = path.read_bytes()
    assert written.startswith(b"%PDF") if ending == ".pdf" else written == expected[ending]()


def test_the_calendar_says_how_many_sessions_have_no_day(page, workspace, folder, qtbot) -> None:
    page.add()
    with qtbot.waitSignal(page._export.documents.written, timeout=30_000):
        page._export.write(folder / "programme.ics", "en")
    left_out = calendar_of(workspace.store, translator("en")).left_out
    assert left_out
    assert f"{left_out} session" in workspace.messages.log[-1].text


def test_by_key_the_language_is_asked_and_then_where(page, workspace, folder, qtbot, monkeypatch) -> None:
    asked = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *given: asked.append(given[2]) or ("", ""))
    QTest.keyClick(page.timetable, KEY.Key_E, Qt.KeyboardModifier.ControlModifier)
    menu = QApplication.activePopupWidget()
    assert [action.text() for action in menu.actions()] == ["English", "Français", "Español"]
    QTest.keyClick(menu, KEY.Key_Down)
    QTest.keyClick(menu, KEY.Key_Return)
    assert asked == [str(page._export.suggested("fr"))]
    assert page._export.suggested("fr").name != page._export.suggested("en").name
