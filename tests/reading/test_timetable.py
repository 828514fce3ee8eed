"""The programme as a timetable: each session in its place, in the zone of the consultation."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from consultation.language import translator
from consultation.model import ProgrammeDay, Session, Track
from consultation.model.record import derived_id
from consultation.reading.timetable import (
    lengthened,
    on_another_day,
    shifted,
    timetable,
    with_changed,
)

T = translator("en")
ISTANBUL = "Europe/Istanbul"


def a_session(code: str, hour: float | None = None, minutes: int | None = 60, day: int = 5, **values) -> Session:
    starts = datetime(2021, 10, day, tzinfo=UTC) + timedelta(hours=hour) if hour is not None else None
    ends = starts + timedelta(minutes=minutes) if starts and minutes is not None else None
    return Session(id=derived_id("session", code), code=code, starts=starts, ends=ends, **values)


def test_a_session_stands_at_its_hour_where_the_consultation_is_held():
    (day,) = timetable([a_session("D1", 21.5)], [], [], ISTANBUL).days
    assert day.on == date(2021, 10, 6)
    assert [(block.starts, block.ends) for block in day.lines[0].blocks] == [(30, 90)]


def test_tracks_come_in_their_order_before_the_sessions_of_none_and_a_day_without_any_is_there():
    hub, side = (
        Track(id=derived_id("hub"), title={"en": "Hub"}, rank=2),
        Track(id=derived_id("side"), title={"en": "S"}, rank=1),
    )
    sessions = [a_session("A", 9, track=hub.id), a_session("B", 9, track=side.id), a_session("C", 9)]
    made = timetable(sessions, [ProgrammeDay(on=date(2021, 10, 7))], [hub, side], "UTC")
    assert [[line.track.rank if line.track else None for line in day.lines] for day in made.days] == [
        [1, 2, None],
        [None],
    ]
    assert made.said(T) == "3 sessions, 2 days, 2 tracks, 3 h 00 min"


def test_what_has_no_day_waits_and_a_break_counts_no_hours():
    sessions = [a_session("LATE"), a_session("MAY", month="2021-05"), a_session("LUNCH", 12, recorded=False)]
    made = timetable(sessions, [], [], "UTC")
    assert [session.code for session in made.waiting] == ["MAY", "LATE"]
    assert made.said(T) == "3 sessions, 1 day"


def test_what_has_no_day_is_divided_by_month_and_what_has_none_comes_last():
    sessions = [a_session("LATE"), a_session("MAY", month="2021-05"), a_session("TOO", month="2021-05")]
    parted = timetable([*sessions, a_session("APRIL", month="2021-04")], [], [], "UTC").waiting_by_month()
    assert [(month, [session.code for session in held]) for month, held in parted] == [
        ("2021-04", ["APRIL"]),
        ("2021-05", ["MAY", "TOO"]),
        ("", ["LATE"]),
    ]


def test_a_session_without_an_end_is_open_and_one_beyond_midnight_is_shown_whole():
    made = timetable([a_session("A", 9, None), a_session("B", 23, 180)], [], [], "UTC")
    first, second = made.days[0].lines[0].blocks
    assert (first.is_open, first.ends - first.starts) == (True, 60)
    assert (second.starts, second.ends, second.shown_until) == (23 * 60, 26 * 60, 26 * 60)
    assert (made.first, made.last) == (9 * 60, 26 * 60)


def test_what_goes_on_for_days_is_shown_until_the_morning():
    (block,) = timetable([a_session("A", 9, 3 * 24 * 60)], [], [], "UTC").blocks()
    assert (block.ends, block.shown_until) == (81 * 60, 30 * 60)


def test_hours_are_those_that_a_clock_shows_in_the_night_in_which_it_is_put_back():
    session = a_session("A", 20, 7 * 60, day=30)  # 22:00 to 4:00 in Paris; the night is an hour longer
    (block,) = timetable([session], [], [], "Europe/Paris").blocks()
    assert (block.starts, block.ends) == (22 * 60, 28 * 60)


def test_a_timetable_shows_the_hours_of_its_sessions_and_some_more_where_there_are_few():
    assert (timetable([a_session("A", 12, 60)], [], [], "UTC").first, timetable([], [], [], "UTC").first) == (720, 540)
    late = timetable([a_session("A", 22, 60)], [], [], "UTC")
    assert (late.first, late.last) == (18 * 60, 24 * 60)


@given(st.data())
def test_reading_only_what_changed_gives_the_same_timetable(data):
    tracks = [Track(id=derived_id("hub"), title={"en": "Hub"}, rank=2)]
    days = [ProgrammeDay(id=derived_id("day"), on=date(2021, 10, 6), title={"en": "Middle"})]

    def drawn(number: int) -> Session:
        hour, track = data.draw(st.one_of(st.none(), st.integers(0, 23))), data.draw(st.booleans())
        day = data.draw(st.integers(5, 8))
        return a_session(str(number), hour, 90, day=day, track=tracks[0].id if track else None)

    before = {session.id: session for session in (drawn(number) for number in range(8))}
    places = data.draw(st.sets(st.integers(0, 9)))
    changed = {derived_id("session", str(number)): drawn(number) for number in sorted(places)}
    gone = {key: None for key in list(changed)[:1] if key in before}
    after = {key: session for key, session in (before | changed).items() if key not in gone}
    described = {day.on: day for day in days}
    made = with_changed(timetable(before.values(), days, tracks, "UTC"), changed | gone, described, tracks)
    assert made == timetable(after.values(), days, tracks, "UTC")


@given(st.lists(st.tuples(st.integers(0, 23), st.integers(1, 600)), max_size=12))
def test_no_two_blocks_of_one_lane_overlap(hours):
    sessions = [a_session(str(number), hour, minutes) for number, (hour, minutes) in enumerate(hours)]
    for day in timetable(sessions, [], [], "UTC").days:
        for line in day.lines:
            for lane in range(line.lanes):
                held = sorted((block.starts, block.ends) for block in line.blocks if block.lane == lane)
                assert all(before[1] <= after[0] for before, after in pairwise(held))


def test_another_day_keeps_the_hour_across_a_change_of_clock_and_the_length():
    session = a_session("A", 8, 90, day=29)  # 10:00 in Paris, in summer
    starts, ends = on_another_day(session, date(2021, 11, 2), "Europe/Paris")
    assert (starts.hour, starts.utcoffset(), ends - starts) == (10, timedelta(hours=1), timedelta(minutes=90))


def test_moving_and_stretching_keep_a_session_in_one_piece():
    session = a_session("A", 8, 90)
    starts, ends = shifted(session, -15)
    assert (starts.hour, starts.minute, ends - starts) == (7, 45, timedelta(minutes=90))
    assert lengthened(session, -600) - session.starts == timedelta(minutes=5)
    assert shifted(a_session("B", 8, None), 15)[1] is None
