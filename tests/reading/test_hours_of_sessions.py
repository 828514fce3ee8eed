"""Hours as people type them, and those that a change of clocks leaves out or brings twice."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from consultation.errors import InvalidRecord
from consultation.model import Session
from consultation.reading.clashes import COMES_TWICE, ENDS_FIRST, faults_of
from consultation.reading.hours import Hour, comes_twice, hour_typed, local_minute, moment_at

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
    assert local_minute(moment, ISTANBUL) == 60


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


@pytest.mark.parametrize("typed", ["", "noon", "13:75", "25", "24:01", "1330", "-3"])
def test_what_is_no_hour_is_none(typed):
    assert hour_typed(typed) is None
