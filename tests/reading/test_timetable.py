"""The programme as a timetable, what clashes in it, and hours that a change of clocks leaves out or brings twice."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from consultation.errors import InvalidRecord
from consultation.language import translator
from consultation.model import Person, Presence, ProgrammeDay, Role, Session, Track
from consultation.reading.clashes import COMES_TWICE, ENDS_FIRST, clashes, faults_of
from consultation.reading.timetable import Timetable, by_session, comes_twice, moment_at, timetable

ISTANBUL, PARIS = "Europe/Istanbul", "Europe/Paris"
EN = translator("en")


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of October 2021, by the clock of Istanbul."""
    return datetime(2021, 10, day, hour - 3, minute, tzinfo=UTC)


def held(code: str, starts: datetime | None = None, ends: datetime | None = None, **values: object) -> Session:
    return Session(code=code, starts=starts, ends=ends, **values)


def laid(*sessions: Session, days: tuple[ProgrammeDay, ...] = (), tracks: tuple[Track, ...] = ()) -> Timetable:
    return timetable(sessions, days, tracks, ISTANBUL)


def in_two(person: Person, *sessions: Session, presence: Presence = Presence.PLANNED) -> list[Role]:
    return [Role(session=session.id, person=person.id, presence=presence) for session in sessions]


def test_a_block_lies_at_the_hour_of_the_place_where_the_consultation_is_held():
    shown = laid(held("A", at(5, 13, 30), at(5, 15, 30)))
    block = by_session(shown)[shown.sessions[0].id]
    assert (block.on, block.begins, block.ends) == (date(2021, 10, 5), 13 * 60 + 30, 15 * 60 + 30)
    assert (shown.first, shown.last) == (13 * 60, 17 * 60)


def test_tracks_are_rows_in_their_order_and_what_has_none_comes_last():
    hub, visits = Track(title={"en": "Hub"}, rank=1), Track(title={"en": "Visits"}, rank=0)
    shown = laid(
        held("A", at(5, 12), track=hub.id),
        held("B", at(5, 13)),
        held("C", at(5, 14), track=visits.id),
        held("D", at(5, 14), track=UUID(int=7)),
        tracks=(hub, visits),
    )
    rows = shown.days[0].rows
    assert [row.track for row in rows] == [visits, hub, None]
    assert [block.session.code for block in rows[2].blocks] == ["B", "D"]


def test_sessions_of_one_row_that_overlap_lie_in_lanes():
    shown = laid(
        held("A", at(5, 12), at(5, 14)),
        held("B", at(5, 13), at(5, 15)),
        held("C", at(5, 14), at(5, 15)),
    )
    row = shown.days[0].rows[0]
    assert [block.lane for block in row.blocks] == [0, 1, 0]
    assert row.lanes == 2


def test_what_has_no_time_waits_and_a_day_without_sessions_is_there():
    day = ProgrammeDay(on=date(2021, 10, 6))
    shown = laid(held("A"), held("B", month="2021-05"), days=(day,))
    assert [session.code for session in shown.loose] == ["B", "A"]
    assert [session.code for session in shown.timeless] == ["A"]
    assert [each.on for each in shown.days] == [day.on]
    assert len(shown.days[0].rows) == 1
    assert (shown.first, shown.last) == (9 * 60, 18 * 60)


def test_an_end_before_the_start_is_drawn_and_said():
    wrong = held("A", at(5, 15), at(5, 14))
    block = laid(wrong).days[0].rows[0].blocks[0]
    assert block.ends - block.begins == 60
    assert [fault.words for fault in faults_of(wrong, ISTANBUL)] == [ENDS_FIRST]
    assert faults_of(held("B", at(5, 15), at(5, 16)), ISTANBUL) == []


def test_the_totals_count_sessions_days_tracks_and_hours():
    hub = Track(title={"en": "Hub"})
    shown = laid(
        held("A", at(5, 12), at(5, 14)), held("B", at(6, 12), at(6, 13, 45), track=hub.id), held("C"), tracks=(hub,)
    )
    assert shown.totals(EN) == "3 sessions, 2 days, 2 tracks, 3 h 45 min"


def test_an_hour_that_clocks_leave_out_is_refused_and_one_that_comes_twice_is_the_first():
    with pytest.raises(InvalidRecord, match="02:30"):
        moment_at(date(2021, 3, 28), 2 * 60 + 30, PARIS)
    twice = moment_at(date(2021, 10, 31), 2 * 60 + 30, PARIS)
    assert twice == datetime(2021, 10, 31, 0, 30, tzinfo=UTC)
    assert comes_twice(twice, PARIS)
    assert [fault.words for fault in faults_of(held("A", twice), PARIS)] == [COMES_TWICE]
    assert not comes_twice(moment_at(date(2021, 3, 28), 60, PARIS), PARIS)


def test_minutes_of_more_than_a_day_go_on_to_the_next():
    assert moment_at(date(2021, 10, 5), 25 * 60, ISTANBUL) == datetime(2021, 10, 5, 22, 0, tzinfo=UTC)


def test_a_room_that_is_taken_twice_clashes_however_it_is_written():
    first, second = held("A", at(5, 12), at(5, 14), room="Sala Évora"), held("B", at(5, 13), room="sala evora")
    after = held("C", at(5, 14), at(5, 15), room="Sala Évora")
    (found,) = clashes([second, first, held("D", at(5, 12), at(5, 14))], [], [])
    assert (found.first.code, found.second.code) == ("A", "B")
    assert found.mend() == at(5, 13)
    assert found.on_block(first.id, EN) == "B is in the same room"
    assert not clashes([first, after], [], [])


def test_a_person_in_two_sessions_at_once_clashes_and_what_would_mend_it_is_said():
    hub, care = held("D4-HUB", at(8, 12), at(8, 13, 45)), held("D4-CARE", at(8, 13, 30), at(8, 15, 30))
    person = Person(name="Marisol Tennant")
    (found,) = clashes([hub, care], in_two(person, hub, care, hub), [person])
    assert found.on_block(hub.id, EN) == "Marisol Tennant also in D4-CARE"
    assert found.in_full(care.id, EN, ISTANBUL).startswith("Marisol Tennant is in D4-HUB until 1")
    assert found.mend() == at(8, 13, 30)


def test_two_that_begin_together_are_not_mended_by_an_earlier_end():
    first, second = held("A", at(5, 12), at(5, 14), room="1"), held("B", at(5, 12), at(5, 13), room="1")
    (found,) = clashes([first, second], [], [])
    assert found.mend() is None


def test_who_was_replaced_is_in_no_two_places():
    first, second = held("A", at(5, 12), at(5, 14)), held("B", at(5, 12), at(5, 13))
    person = Person(name="Marisol Tennant")
    assert not clashes([first, second], in_two(person, first, second, presence=Presence.REPLACED), [person])
