"""Days and hours as people write them into tables."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from consultation.exchange.leaves import Wrong
from consultation.exchange.matched.times import DayOrder, at, order_of, read_day, read_hours, read_moment, read_month

PARIS = ZoneInfo("Europe/Paris")


@pytest.mark.parametrize(
    "text",
    [
        "2021-10-05",
        "2021-10-05 14:30",
        "5 October 2021",
        "October 5, 2021",
        "Tuesday 5th October 2021",
        "mardi 5 octobre 2021",
        "mar. 5 oct. 2021",
        "5 de octubre de 2021",
        "5.10.2021",
        "Tue 5 Oct",
        "5 oct 2021, 14h30",
    ],
)
def test_a_day_is_read_however_it_is_written(text: str) -> None:
    assert read_day(text, year=2021) == date(2021, 10, 5)


@pytest.mark.parametrize(("text", "day"), [("1er mars 2021", date(2021, 3, 1)), ("13/10/21", date(2021, 10, 13))])
def test_other_days_are_read(text: str, day: date) -> None:
    assert read_day(text) == day


@pytest.mark.parametrize(
    "text", ["soon", "31/02/2021", "5", "October 2021", "5 6 October 2021", "5 October", "1/1/1650"]
)
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(Wrong, match="is not a day such as"):
        read_day(text)


def test_figures_that_could_be_two_days_are_refused_with_both() -> None:
    with pytest.raises(Wrong, match="could be 2021-10-05 or 2021-05-10"):
        read_day("5/10/2021")
    assert read_day("5/5/2021") == date(2021, 5, 5)


def test_the_other_cells_of_a_column_tell_the_order_of_its_figures() -> None:
    assert order_of(["5/10/2021", "", "13/10/2021"]) is DayOrder.DAY_FIRST
    assert order_of(["5/10/2021", "10/13/2021"]) is DayOrder.MONTH_FIRST
    assert order_of(["5/10/2021"]) is DayOrder.UNKNOWN
    assert order_of(["10/13/2021", "13/10/2021"]) is DayOrder.UNKNOWN
    assert read_day("5/10/2021", DayOrder.DAY_FIRST) == date(2021, 10, 5)
    assert read_day("5/10/2021", DayOrder.MONTH_FIRST) == date(2021, 5, 10)


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("14:30", (time(14, 30), None)),
        ("14h", (time(14), None)),
        ("2.30 p.m.", (time(14, 30), None)),
        ("12 am", (time(0), None)),
        ("14h30 – 16h", (time(14, 30), time(16))),
        ("from 9:00 to 10:00", (time(9), time(10))),
        ("de 9h à 10h30", (time(9), time(10, 30))),
        ("2–3:30 pm", (time(14), time(15, 30))),
        ("11 - 1 pm", (time(11), time(13))),
    ],
)
def test_hours_are_read_however_they_are_written(text: str, hours: tuple[time, time | None]) -> None:
    assert read_hours(text) == hours


@pytest.mark.parametrize("text", ["25:00", "14:75", "noon", "14:30 CET", "9-10-11", "13 pm", ""])
def test_what_is_no_hour_is_refused(text: str) -> None:
    with pytest.raises(Wrong, match="is not an hour such as"):
        read_hours(text)


def test_a_month_without_a_day_is_read_and_a_day_is_none() -> None:
    assert {read_month(text) for text in ("October 2021", "octubre de 2021", "2021-10", "10/2021")} == {"2021-10"}
    assert {read_month(text) for text in ("5 October 2021", "2021-10-05", "October", "13/2021", "x", "")} == {""}


def test_a_moment_is_a_day_an_hour_or_both() -> None:
    def read(text: str) -> object:
        return read_moment(text, DayOrder.DAY_FIRST, None)

    whole = datetime(2021, 10, 5, 14, 30, tzinfo=timezone(timedelta(hours=3)))
    assert read("2021-10-05 14:30") == (date(2021, 10, 5), time(14, 30), None)
    assert read("2021-10-05T14:30+03:00") == (date(2021, 10, 5), time(14, 30), whole)
    assert read("5/10/2021 2:30 pm") == (date(2021, 10, 5), time(14, 30), None)
    assert read("14:30") == (None, time(14, 30), None)
    assert read("2021-10-05") == (date(2021, 10, 5), None, None)


def test_an_hour_that_a_change_of_the_clock_leaves_out_or_brings_twice_is_refused() -> None:
    assert at(date(2021, 3, 28), time(3, 30), PARIS).isoformat() == "2021-03-28T03:30:00+02:00"
    with pytest.raises(Wrong, match="there is no 02:30 on 2021-03-28 in Europe/Paris"):
        at(date(2021, 3, 28), time(2, 30), PARIS)
    with pytest.raises(Wrong, match=r"02:30 comes twice on 2021-10-31.*02:30\+02:00 or 2021-10-31 02:30\+01:00"):
        at(date(2021, 10, 31), time(2, 30), PARIS)
