"""The programme by day, in the time zone of the consultation, and what one session inherits from another."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from consultation.language import translator
from consultation.model import (
    AgendaItem,
    Intervention,
    ProgrammeDay,
    Recommendation,
    RecommendationSet,
    Session,
    SessionStatus,
    Track,
)
from consultation.reading.programme import (
    Recorded,
    agenda_of,
    by_day,
    first_to_show,
    hours_of,
    in_hand,
    inherited,
    minutes_planned,
    next_rank,
    recorded,
    started_at,
    tracks,
    when_of,
)
from consultation.store import Store
from tests.builders import Watch, a_recommendation, a_session, a_store

ISTANBUL = "Europe/Istanbul"
"""Three hours ahead of UTC."""
EN = translator("en")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with a_store(tmp_path) as made:
        yield made


def at(day: int, hour: int, minute: int = 0, month: int = 10) -> datetime:
    return datetime(2021, month, day, hour, minute, tzinfo=UTC)


def named(code: str, starts: datetime | None = None, **values: object) -> Session:
    return Session(code=code, starts=starts, **values)


def test_sessions_are_parted_by_the_day_it_is_where_they_are_held():
    late, next_morning = named("LATE", at(5, 20)), named("MORNING", at(5, 21, 30))
    parts = by_day([next_morning, late], [], ISTANBUL)
    assert [(part.on, [one.code for one in part.sessions]) for part in parts] == [
        (date(2021, 10, 5), ["LATE"]),
        (date(2021, 10, 6), ["MORNING"]),
    ]
    assert len(by_day([next_morning, late], [], "UTC")) == 1


def test_what_has_only_a_month_stands_after_its_days_and_what_has_no_time_at_the_end():
    sessions = [
        named("NEVER"),
        named("NOVEMBER", at(2, 9, month=11)),
        named("SOME-OCTOBER", month="2021-10"),
        named("OCTOBER", at(31, 9)),
        named("MAY", month="2021-05"),
    ]
    parts = by_day(sessions, [], ISTANBUL)
    assert [[one.code for one in part.sessions] for part in parts] == [
        ["MAY"],
        ["OCTOBER"],
        ["SOME-OCTOBER"],
        ["NOVEMBER"],
        ["NEVER"],
    ]
    assert [part.heading(EN) for part in parts] == [
        "May 2021",
        "Sunday, 31 October 2021",
        "October 2021",
        "Tuesday, 2 November 2021",
        "",
    ]


def test_a_day_is_what_the_programme_says_of_it_with_sessions_or_without(tmp_path: Path):
    with a_store(tmp_path) as store:
        store.change(store.consultation, time_zone=ISTANBUL)
        visits = ProgrammeDay(id=store.new_id(), on=date(2021, 10, 7), title={"en": "Visits"})
        opening = ProgrammeDay(id=store.new_id(), on=date(2021, 10, 5), title={"en": "Opening"})
        for day in (visits, opening, ProgrammeDay(id=store.new_id(), title={"en": "Some day"})):
            store.save(day)
        a_session(store, "S1", starts=at(5, 9))
        parts = by_day(store.all(Session), store.all(ProgrammeDay), ISTANBUL)
        assert [(part.on.day, part.day.title, len(part.sessions)) for part in parts] == [
            (5, {"en": "Opening"}, 1),
            (7, {"en": "Visits"}, 0),
        ]


def test_when_a_session_is_is_written_in_the_zone_of_the_consultation():
    session = named("S1", at(5, 21, 30), ends=at(5, 23))
    assert hours_of(session, ISTANBUL, EN) == "00:30–02:00"
    assert when_of(session, ISTANBUL, EN).startswith("6 Oct 2021, ")
    assert when_of(named("S2", month="2021-05"), ISTANBUL, translator("fr")) == "mai 2021"
    assert when_of(named("S3"), ISTANBUL, EN) == hours_of(named("S3"), ISTANBUL, EN) == ""


def test_tracks_tie_sessions_of_several_days():
    learning, open_space = Track(title={"en": "Learning"}, rank=2), Track(title={"en": "Open space"}, rank=1)
    sessions = [
        named("B", at(6, 9), track=open_space.id),
        named("A", at(5, 9), track=open_space.id),
        named("C", at(5, 9)),
    ]
    assert [
        (track.title["en"], [one.code for one in tied]) for track, tied in tracks(sessions, [learning, open_space])
    ] == [("Open space", ["A", "B"]), ("Learning", [])]


def test_a_session_inherits_what_those_that_feed_it_recommend(tmp_path: Path):
    with a_store(tmp_path, watch=Watch()) as store:
        final = a_session(store, "FINAL", starts=at(8, 9))
        later = a_session(store, "LATER", starts=at(7, 9), feeds=[final.id])
        earlier = a_session(store, "EARLIER", starts=at(6, 9), feeds=[final.id])
        apart = a_session(store, "APART", starts=at(6, 9))
        wells = a_recommendation(store, "Open the wells.", session=later.id)
        roads = a_recommendation(store, "Mend the roads.", session=earlier.id)
        trees = a_recommendation(store, "Plant trees.", session=apart.id)
        a_recommendation(store, "Nobody takes this up.", session=apart.id)
        took_over = [
            {"recommendation": str(wells.id), "done": "Adopted as it is."},
            {"recommendation": str(trees.id), "done": ""},
            {"recommendation": "", "done": "Something nobody can find."},
        ]
        store.change(final, took_over=took_over)
        due = inherited(store, store.get(Session, final.id))
        assert [(one.recommendation.text, one.session.code, one.done) for one in due] == [
            (roads.text, "EARLIER", None),
            (wells.text, "LATER", "Adopted as it is."),
            (trees.text, "APART", ""),
        ]
        assert inherited(store, apart) == []


def test_the_session_to_begin_with_is_the_last_one_here_else_the_one_last_written_to(store: Store) -> None:
    first, second, third = (named(code, at(day, 9)) for code, day in (("FIRST", 5), ("SECOND", 6), ("THIRD", 7)))
    for session in (first, second, third):
        store.save(session)
    assert first_to_show(store, None) is None
    store.save(Intervention(id=store.new_id(), session=second.id, text="Our river has no mayor."))
    assert first_to_show(store, None).code == "SECOND"
    asked = Recommendation(id=store.new_id(), session=third.id, set=RecommendationSet.POLICY, text="Open the wells.")
    store.save(asked)
    assert first_to_show(store, None).code == "THIRD"
    assert first_to_show(store, first.id).code == "FIRST"
    store.delete(asked)
    assert first_to_show(store, None).code == "SECOND"


def test_nobody_knows_the_session_to_begin_with_unless_one_alone_runs(store: Store) -> None:
    store.save(named("A", at(5, 9), status=SessionStatus.RUNNING))
    assert first_to_show(store, None).code == "A"
    store.save(named("B", at(6, 9), status=SessionStatus.RUNNING))
    assert first_to_show(store, None) is None


def test_what_was_recorded_in_each_session_is_counted(store: Store) -> None:
    session, empty = named("A", at(5, 9)), named("B", at(6, 9))
    store.save(session)
    store.save(empty)
    for text in ("One.", "Two."):
        store.save(Intervention(id=store.new_id(), session=session.id, text=text))
    store.save(
        Recommendation(id=store.new_id(), session=session.id, set=RecommendationSet.POLICY, text="Open the wells.")
    )
    assert recorded(store) == {session.id: Recorded(recommendations=1, interventions=2)}


def test_an_agenda_has_its_order_and_an_end():
    items = [AgendaItem(rank=rank) for rank in (2, 0, 1)]
    assert [one.rank for one in agenda_of(items)] == [0, 1, 2]
    assert next_rank(items) == 3
    assert next_rank([]) == 0


def test_how_long_a_session_was_to_take_and_when_it_began(tmp_path: Path):
    elsewhere = timezone(timedelta(hours=-5))
    assert minutes_planned(named("S1", at(5, 9), ends=datetime(2021, 10, 5, 5, 30, tzinfo=elsewhere))) == 90
    assert minutes_planned(named("S1", at(5, 9))) is None
    watch = Watch()
    with a_store(tmp_path, watch=watch) as store:
        session = a_session(store)
        assert started_at(store.history(session)) is None
        for status in (SessionStatus.RUNNING, SessionStatus.CLOSED, SessionStatus.RUNNING):
            watch.forward(60_000)
            store.change(session, status=status)
        watch.forward(60_000)
        store.change(session, room="Great hall")
        assert started_at(store.history(session)) == datetime.fromtimestamp(watch.now_ms / 1000 - 60, UTC)


@pytest.mark.parametrize(
    ("run", "expected"),
    [(0, (0, 10)), (9, (0, 1)), (10, (2, 25)), (34, (2, 1)), (35, (3, 30)), (64, (3, 1)), (65, None)],
)
def test_the_item_in_hand_is_known_by_the_minutes_gone(run: int, expected: tuple[int, int] | None):
    opening = AgendaItem(title={"en": "Opening"}, minutes=15, taken=10)
    silence = AgendaItem(title={"en": "Silence"})
    debate, vote = AgendaItem(title={"en": "Debate"}, minutes=25), AgendaItem(title={"en": "Vote"}, minutes=30)
    assert in_hand([opening, silence, debate, vote], run) == expected


def test_without_planned_minutes_nothing_is_in_hand():
    assert in_hand([AgendaItem(title={"en": "Opening"})], 3) is None
