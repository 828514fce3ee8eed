"""Hours as people type them, and those that a change of clocks leaves out or brings twice."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from consultation.errors import InvalidRecord
from consultation.model import Session
from consultation.reading.clashes import COMES_TWICE, ENDS_FIRST, THE_SECOND, faults_of
from consultation.reading.hours import (
    Hour,
    Part,
    Refused,
    comes_twice,
    hour_shown,
    hour_typed,
    hours_typed,
    moment_at,
)

ISTANBUL, PARIS = "Europe/Istanbul", "Europe/Paris"


def test_an_hour_that_clocks_leave_out_is_refused_and_one_that_comes_twice_is_the_first():
    with pytest.raises(InvalidRecord, match="02:30"):
        moment_at(date(2021, 3, 28), 2 * 60 + 30, PARIS)
    twice = moment_at(date(2021, 10, 31), 2 * 60 + 30, PARIS)
    assert twice == datetime(2021, 10, 31, 0, 30, tzinfo=UTC)
    assert comes_twice(twice, PARIS)
    assert [fault.words for fault in faults_of(Session(code="A", starts=twice), PARIS)] == [COMES_TWICE]
    assert not comes_twice(moment_at(date(2021, 3, 28), 60, PARIS), PARIS)


def test_minutes_of_more_than_a_day_go_on_to_the_next():
    moment = moment_at(date(2021, 10, 5), 25 * 60, ISTANBUL)
    assert moment == datetime(2021, 10, 5, 22, 0, tzinfo=UTC)
    assert hour_shown(moment, ISTANBUL) == "01:00"


def test_an_end_before_the_beginning_is_a_fault():
    begins, ends = datetime(2021, 10, 5, 12, tzinfo=UTC), datetime(2021, 10, 5, 11, tzinfo=UTC)
    assert [fault.words for fault in faults_of(Session(code="A", starts=begins, ends=ends), ISTANBUL)] == [ENDS_FIRST]
    assert faults_of(Session(code="A", starts=ends, ends=begins), ISTANBUL) == []


@pytest.mark.parametrize(
    ("typed", "minute"),
    [("13:30", 810), ("13h30", 810), ("13.30", 810), ("9", 540), ("9h", 540), ("24:00", 1440), (" 8:05 ", 485)],
)
def test_hours_are_read_as_people_type_them(typed, minute):
    assert hour_typed(typed) == Hour(minute)


@pytest.mark.parametrize("typed", ["", "noon", "13:75", "25", "24:01", "1330", "-3", "13:30+", "13:30 CET"])
def test_what_is_no_hour_is_none(typed):
    assert hour_typed(typed) is None


def read(on: date, begins: str, ends: str = "", zone: str = PARIS):
    found = hours_typed(on, begins, ends, zone)
    return (found.part, str(found.why)) if isinstance(found, Refused) else found


def test_an_hour_that_comes_twice_is_refused_until_somebody_says_which_is_meant():
    autumn = date(2021, 10, 31)
    part, why = read(autumn, "2:30")
    assert part is Part.BEGINS
    assert "02:30+02:00" in why
    assert "02:30+01:00" in why
    assert read(autumn, "2:30 +2") == (datetime(2021, 10, 31, 0, 30, tzinfo=UTC), None)
    assert read(autumn, "02:30+01:00") == (datetime(2021, 10, 31, 1, 30, tzinfo=UTC), None)
    assert read(autumn, "02:30+05:00")[0] is Part.BEGINS


def test_an_hour_that_comes_twice_is_shown_as_it_is_typed():
    second = datetime(2021, 10, 31, 1, 30, tzinfo=UTC)
    assert hour_shown(second, PARIS) == "02:30+01:00"
    assert read(date(2021, 10, 31), hour_shown(second, PARIS)) == (second, None)
    assert [fault.words for fault in faults_of(Session(code="A", starts=second), PARIS)] == [THE_SECOND]
    assert hour_shown(datetime(2021, 10, 5, 10, tzinfo=UTC), PARIS) == "12:00"


def test_an_hour_that_clocks_leave_out_is_said_of_the_line_in_which_it_stands():
    spring = date(2021, 3, 28)
    assert read(spring, "2:30")[0] is Part.BEGINS
    assert read(spring, "1:00", "2:30")[0] is Part.ENDS


def test_an_evening_goes_past_midnight_and_an_afternoon_does_not():
    starts, ends = read(date(2021, 10, 5), "22:00", "1:30", ISTANBUL)
    assert (ends - starts).total_seconds() == 3.5 * 3600
    assert read(date(2021, 10, 5), "15:00", "1:30", ISTANBUL) == (Part.ENDS, "It ends before it begins.")
    assert read(date(2021, 10, 5), "15:00", "noon", ISTANBUL)[0] is Part.ENDS
    assert read(date(2021, 10, 5), "noon", "", ISTANBUL)[0] is Part.BEGINS
