"""Days, tracks, agenda and questions of the programme are edited in their place; what is refused stays typed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from programme_window import now, placed, shown_programme
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from consultation.model import AgendaItem, AgendaKind, Consultation, ProgrammeDay, Session, SessionFormat, Track
from consultation.reading.hours import Part, moment_at
from consultation.reading.programme import agenda_of, day_of
from ui.prepare.programme import ProgrammePage
from ui.prepare.programme.drawing import is_read_from_right
from ui.prepare.programme.side import Shown
from ui.prepare.programme.when_field import ON
from ui.widgets.buttons import WordButton

KEY, ALT = Qt.Key, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(wide, qtbot) -> ProgrammePage:
    return shown_programme(wide, qtbot)


def zone_of(page: ProgrammePage) -> str:
    return page._workspace.consultation.time_zone


def type_into(edit, text: str) -> None:
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, text)
    edit.flush()


def planned(page: ProgrammePage, session: Session) -> list[AgendaItem]:
    return agenda_of(page._workspace.store.all(AgendaItem, session=session.id))


def with_agenda(page: ProgrammePage) -> Session:
    session = placed(page)[0]
    page._workspace.store.change(session, questions=[{"en": "First?", "fr": "Premier ?"}, {"en": "Second?"}])
    for item in planned(page, session):
        page._workspace.store.delete(item)
    for rank, title in enumerate(("Opening", "Round table", "Debate")):
        item = AgendaItem(session=session.id, rank=rank, title={"en": title, "fr": f"{title} (fr)"}, minutes=10)
        page._workspace.store.save(item)
    page._workspace.reread()
    page.show_record(session.id)
    return now(page, session)


def test_what_is_planned_is_edited_in_its_place_and_keeps_its_other_languages(page):
    session = with_agenda(page)
    row = page.side.session_form.agenda.rows.rows[1]
    title, kind, minutes = row.entries
    type_into(title.edit, "Round tables")
    type_into(minutes.edit, "45")
    kind.box.activated.emit(list(AgendaKind).index(AgendaKind.DEBATE))
    item = planned(page, session)[1]
    assert (item.title, item.minutes) == ({"en": "Round tables", "fr": "Round table (fr)"}, 45)
    assert item.sort is AgendaKind.DEBATE
    page.side.session_form.choice.chosen.emit("fr")
    assert row.words.text() == "Round table (fr)"


def test_keys_move_what_is_planned_and_the_keyboard_goes_with_it(page):
    session = with_agenda(page)
    rows = page.side.session_form.agenda.rows
    row = rows.rows[2]
    row.words.setFocus()
    QTest.keyClick(row.words, KEY.Key_Up, ALT)
    assert [item.title["en"] for item in planned(page, session)] == ["Opening", "Debate", "Round table"]
    assert rows.rows[1] is row
    assert row.words.hasFocus()
    page._workspace.steps.undo()
    assert [item.title["en"] for item in planned(page, session)] == ["Opening", "Round table", "Debate"]


def test_keys_take_what_is_planned_away_and_not_the_session(page):
    session = with_agenda(page)
    rows = page.side.session_form.agenda.rows
    rows.focus(0)
    QTest.keyClick(rows.rows[0].words, KEY.Key_Delete, ALT)
    assert [item.title["en"] for item in planned(page, session)] == ["Round table", "Debate"]
    assert not now(page, session).deleted
    assert rows.rows[0].words.hasFocus()


def test_a_key_that_deletes_a_session_works_in_the_timetable_alone(page):
    session = placed(page)[0]
    page.show_record(session.id)
    chips = page.side.session_form.objectives.chips
    chips._add.setFocus()
    QTest.keyClick(chips._add, KEY.Key_Delete)
    assert not now(page, session).deleted
    page.timetable.setFocus()
    QTest.keyClick(page.timetable, KEY.Key_Delete)
    assert now(page, session).deleted


def test_minutes_that_are_no_number_are_refused_where_they_are_added(page):
    session = with_agenda(page)
    part = page.side.session_form.agenda
    part.line.setText("Closing")
    part.minutes.setText("ten")
    part.add()
    assert len(planned(page, session)) == 3
    assert part._wrong.isVisible()
    assert (part.line.text(), part.minutes.text()) == ("Closing", "ten")


def test_more_minutes_than_the_session_has_are_said(page):
    session = with_agenda(page)
    part = page.side.session_form.agenda
    assert part._remark.isHidden()
    type_into(part.rows.rows[0].entries[2].edit, "600")
    assert planned(page, session)[0].minutes == 600
    assert part._remark.isVisible()


def test_questions_are_edited_added_ordered_and_taken_away(page):
    session = with_agenda(page)
    part = page.side.session_form.questions
    type_into(part.rows.rows[0].words, "What now?")
    assert now(page, session).questions[0] == {"en": "What now?", "fr": "Premier ?"}
    part.line.setText("Who pays?")
    QTest.keyClick(part.line, KEY.Key_Return)
    assert [question["en"] for question in now(page, session).questions] == ["What now?", "Second?", "Who pays?"]
    part.rows.focus(2)
    QTest.keyClick(part.rows.rows[2].words, KEY.Key_Up, ALT)
    assert [question["en"] for question in now(page, session).questions] == ["What now?", "Who pays?", "Second?"]
    assert part.rows.at_hand == 1
    part.rows.taken_off.emit(0)
    assert [question["en"] for question in now(page, session).questions] == ["Who pays?", "Second?"]


def test_words_are_typed_in_the_language_that_is_chosen_and_the_lack_of_a_title_is_said(page):
    session = placed(page)[0]
    page._workspace.store.change(session, title={"en": "Care"})
    page._workspace.reread()
    page.show_record(session.id)
    form = page.side.session_form
    assert form._missing.isVisible()
    form.choice.chosen.emit("fr")
    type_into(form.title.edit, "Le soin")
    type_into(form.purpose.edit, "Compter le soin")
    assert now(page, session).title == {"en": "Care", "fr": "Le soin"}
    assert now(page, session).purpose["fr"] == "Compter le soin"


def test_a_refused_hour_is_there_again_once_one_comes_back_to_its_session(page):
    first, second = placed(page)[:2]
    page.show_record(first.id)
    when = page.side.session_form.when
    when.lines[Part.ENDS].setText("1:00")
    when.flush()
    said = when.wrong[Part.ENDS]
    page.timetable.choose(second.id)
    assert when.wrong == {}
    assert when.lines[Part.ENDS].text() != "1:00"
    page.timetable.choose(first.id)
    assert when.lines[Part.ENDS].text() == "1:00"
    assert when.wrong == {Part.ENDS: said}
    assert now(page, first).ends == first.ends
    assert now(page, second).ends == second.ends


def test_an_hour_that_clocks_leave_out_or_show_twice_is_refused(page):
    session = placed(page)[0]
    page._workspace.store.change(page._workspace.consultation, time_zone="Europe/Paris")
    page._workspace.reread()
    page.show_record(session.id)
    when = page.side.session_form.when
    for name, text in ((ON, "2021-03-28"), (Part.BEGINS, "2:30"), (Part.ENDS, "4:00")):
        when.lines[name].setText(text)
    when.flush()
    assert list(when.wrong) == [Part.BEGINS]
    when.lines[ON].setText("2021-10-31")
    when.flush()
    assert "02:30+01:00" in when.wrong[Part.BEGINS]
    assert now(page, session).starts == session.starts
    when.lines[Part.BEGINS].setText("2:30+1")
    when.flush()
    assert when.wrong == {}
    assert now(page, session).starts.isoformat().startswith("2021-10-31T01:30")
    assert when.lines[Part.BEGINS].text() == "02:30+01:00"


def test_only_a_month_is_kept_and_shown_below_the_days(page):
    session = placed(page)[0]
    page.show_record(session.id)
    when = page.side.session_form.when
    when.lines[ON].setText("2021-05")
    for name in (Part.BEGINS, Part.ENDS):
        when.lines[name].setText("")
    when.flush()
    assert (now(page, session).month, now(page, session).starts) == ("2021-05", None)
    assert when.lines[ON].text() == "May 2021"
    assert page.timetable.plan.rect_of(session.id).top() >= page.timetable.plan.loose_top
    assert session.id not in {each.id for each in page.sessions.timeless}


def test_a_session_past_midnight_is_moved_and_resized_as_a_whole(page):
    session = placed(page)[0]
    zone, on = zone_of(page), day_of(placed(page)[0], zone_of(page))
    page._workspace.store.change(session, starts=moment_at(on, 22 * 60, zone), ends=moment_at(on, 25 * 60, zone))
    page._workspace.reread()
    plan = page.timetable.plan
    assert plan.rect_of(session.id).right() > plan.x_of(24 * 60)
    page.timetable.choose(session.id)
    page.timetable.scrollTo(page.timetable.currentIndex())
    view = page.timetable.viewport()
    rect = page.timetable.visualRect(page.timetable.currentIndex())
    begins = rect.center()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=begins)
    for part in (1, 2):
        QTest.mouseMove(view, begins - QPoint(round(plan.scale * 60) * part // 2, 0))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=begins - QPoint(round(plan.scale * 60), 0))
    moved = now(page, session)
    assert moved.starts == moment_at(on, 21 * 60, zone)
    assert moved.ends - moved.starts == timedelta(hours=3)
    QTest.keyClick(page.timetable, KEY.Key_Down, ALT)
    assert now(page, session).ends - now(page, session).starts == timedelta(hours=3)
    QTest.keyClick(page.timetable, KEY.Key_Left, ALT | Qt.KeyboardModifier.ShiftModifier)
    assert now(page, session).ends - now(page, session).starts == timedelta(hours=2, minutes=45)


def test_a_block_is_drawn_where_it_will_be_before_that_is_written(page):
    session = placed(page)[0]
    before = page.timetable.plan.rect_of(session.id)
    page.timetable.foresee(session.id, by=60)
    assert page.timetable.is_dragging()
    assert page.timetable._dragged_rect().left() > before.left()
    assert now(page, session).starts == session.starts
    page.timetable.let_go()
    assert not page.timetable.is_dragging()


def test_a_day_is_opened_by_a_key_and_its_title_and_format_edited(page):
    page.timetable.choose(placed(page)[0].id)
    on = day_of(placed(page)[0], zone_of(page))
    QTest.keyClick(page.timetable, KEY.Key_D)
    assert (page.side.what, page.side.on) == (Shown.DAY, on)
    form = page.side.day_form
    assert form.title.edit.hasFocus()
    form.choice.chosen.emit("fr")
    type_into(form.title.edit, "Jour du soin")
    form.format.box.activated.emit(list(SessionFormat).index(SessionFormat.HYBRID))
    (day,) = page._workspace.store.all(ProgrammeDay, on=on)
    assert day.title["fr"] == "Jour du soin"
    assert day.format is SessionFormat.HYBRID


def test_pressing_the_name_of_a_day_opens_it(page):
    plan = page.timetable.plan
    spot = QPoint(40, round(plan.head + plan.days[1].top) + 8)
    QTest.mouseClick(page.timetable.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert (page.side.what, page.side.on) == (Shown.DAY, plan.days[1].day.on)
    spot = QPoint(round(plan.lead) - 20, round(plan.head + plan.rows[0].top) + 8)
    QTest.mouseClick(page.timetable.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert page.side.what is Shown.TRACKS


def test_a_day_is_added_behind_the_last_and_taken_away_again(page):
    last = page.sessions.shown.days[-1].on
    page.add_day()
    assert page.side.on == last + timedelta(days=1)
    assert [each.on for each in page._workspace.store.all(ProgrammeDay) if each.on > last] == [page.side.on]
    page.side.day_form._take_away()
    assert page.sessions.shown.days[-1].on == last
    assert not page.side.is_open


def test_a_day_moves_with_its_sessions_as_one_step_and_not_onto_another(page):
    day, other = page.sessions.shown.days[:2]
    session = day.lines[0].blocks[0].session
    page.open_day(day.on)
    form = page.side.day_form
    type_into(form.on, other.on.isoformat())
    assert form.wrong
    assert now(page, session).starts == session.starts
    page.open_day(other.on)
    assert form.wrong == ""
    page.open_day(day.on)
    assert (form.on.text(), bool(form.wrong)) == (other.on.isoformat(), True)
    type_into(form.on, "2021-11-20")
    assert day_of(now(page, session), zone_of(page)) == date(2021, 11, 20) == page.side.on
    assert {each.on for each in page._workspace.store.all(ProgrammeDay)} & {day.on} == set()
    page._workspace.steps.undo()
    assert now(page, session).starts == session.starts


def test_tracks_are_added_named_ordered_and_taken_away_with_keys(page):
    store = page._workspace.store
    QTest.keyClick(page.timetable, KEY.Key_K)
    form = page.side.tracks_form
    before = [track.title["en"] for track in form._tracks]
    form.line.setFocus()
    QTest.keyClicks(form.line, "Visits")
    QTest.keyClick(form.line, KEY.Key_Return)
    assert [track.title["en"] for track in form._tracks] == [*before, "Visits"]
    type_into(form.rows.rows[-1].words, "Field visits")
    QTest.keyClick(form.rows.rows[-1].words, KEY.Key_Up, ALT)
    assert [track.title["en"] for track in form._tracks][-2] == "Field visits"
    first = form._tracks[0]
    held = [session.id for session in store.all(Session, track=first.id)]
    assert held
    form.rows.focus(0)
    QTest.keyClick(form.rows.rows[0].words, KEY.Key_Delete, ALT)
    assert store.get(Track, first.id).deleted
    assert {store.get(Session, each).track for each in held} == {None}
    page._workspace.steps.undo()
    assert {store.get(Session, each).track for each in held} == {first.id}


def test_which_sessions_stand_in_a_track_is_chosen_there(page):
    store = page._workspace.store
    session = next(each for each in page.sessions.listed if each.track is None)
    page.open_tracks()
    form = page.side.tracks_form
    held = form.rows.rows[0].entries[1]
    held.chips.chosen.emit([*held.chips.ticked(), session.id])
    assert store.get(Session, session.id).track == form._tracks[0].id


def test_a_clash_is_mended_by_one_press_beside_it(page):
    first, second = placed(page)[:2]
    page._workspace.store.change(first, room="A")
    page._workspace.store.change(second, room="A", starts=first.starts, ends=first.ends)
    page._workspace.reread()
    page.clashing.click()
    (press,) = page.side.session_form.wrongs.findChildren(WordButton)
    clash = page.sessions.clashes[0]
    press.click()
    assert page.sessions.clashes == []
    assert now(page, clash.second).starts == clash.until


def test_finding_keeps_back_what_does_not_fit_and_arrows_go_through_what_does(page):
    page.go_find()
    QTest.keyClicks(page.finding, "hub open")
    found = page.sessions.found
    assert found
    assert len(found) < len(page.sessions.listed)
    assert page.timetable.session.id == found[0].id
    QTest.keyClick(page.finding, KEY.Key_Down)
    assert page.timetable.hasFocus()
    QTest.keyClick(page.timetable, KEY.Key_Right)
    assert page.timetable.session.id == found[1].id
    page.go_find()
    QTest.keyClick(page.finding, KEY.Key_Escape)
    assert page.sessions.found == page.sessions.listed


def test_what_another_has_written_is_read_and_nothing_else(page, monkeypatch):
    session = placed(page)[0]
    others = {each.id: each for each in page.sessions.listed if each.id != session.id}
    page._workspace.change(session, room="B 7")
    assert page.sessions.listed[page.sessions.place_of(session.id)].room == "B 7"
    assert all(page.sessions.listed[page.sessions.place_of(each)] is others[each] for each in others)


def test_words_that_are_read_from_the_right_are_known_by_their_first_letters():
    assert is_read_from_right("2021: المدن")
    assert not is_read_from_right("D1 المدن")
    assert not is_read_from_right("2021")


def test_another_zone_puts_every_session_at_its_hour_there(page):
    session = placed(page)[0]
    before = page.sessions.blocks[session.id].starts
    about = page._workspace.consultation
    assert isinstance(about, Consultation)
    page._workspace.change(about, time_zone="Asia/Tokyo")
    assert page.sessions.blocks[session.id].starts != before
