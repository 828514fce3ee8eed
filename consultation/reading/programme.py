"""The programme: sessions in order and by day, when they are, what is planned in them and what they inherit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from consultation.language import Translator
from consultation.model import AgendaItem, Intervention, ProgrammeDay, Recommendation, Session, SessionStatus, Track
from consultation.store import Change, Store


@dataclass(frozen=True)
class Part:
    """The sessions of one day; of one month, where only that is known; or those of which neither is."""

    on: date | None
    month: str
    """As "2021-05", where the day is not known; else nothing."""
    day: ProgrammeDay | None
    """What the programme says of the day, its title among it."""
    sessions: tuple[Session, ...]

    def heading(self, t: Translator) -> str:
        """Write which day or month it is; nothing where neither is known."""
        if self.on is not None:
            return t.day(self.on, "full")
        if self.month:
            year, month = self.month.split("-")
            return t.month(date(int(year), int(month), 1))
        return ""


@dataclass(frozen=True)
class Inherited:
    """A recommendation that a session was to take up, and what it did with it."""

    recommendation: Recommendation
    session: Session | None
    """Where it was made."""
    done: str | None
    """None where nobody has noted that it was taken up."""


def in_order(sessions: Iterable[Session]) -> list[Session]:
    """Sort sessions as a programme lists them."""
    return sorted(sessions, key=Session.place_in_programme)


def by_day(sessions: Iterable[Session], days: Iterable[ProgrammeDay], time_zone: str) -> list[Part]:
    """Divide a programme into its days, in the time zone of the consultation.

    A day on which there is no session is a part of it too. What is known by its month only stands after the days of
    that month, and what has no time at the end.
    """
    described: dict[date, ProgrammeDay] = {}
    for day in sorted(days, key=lambda record: record.id):
        if day.on is not None:
            described.setdefault(day.on, day)
    parted: dict[tuple[date | None, str], list[Session]] = {(on, ""): [] for on in described}
    for session in in_order(sessions):
        on = day_of(session, time_zone)
        parted.setdefault((on, "" if on else session.month), []).append(session)

    def place(part: tuple[date | None, str]) -> str:
        on, month = part
        return on.isoformat() if on else f"{month}~" if month else "~"

    return [
        Part(on, month, described.get(on) if on else None, tuple(parted[on, month]))
        for on, month in sorted(parted, key=place)
    ]


def tracks(sessions: Iterable[Session], known: Iterable[Track]) -> list[tuple[Track, tuple[Session, ...]]]:
    """Return the tracks in their order, each with its sessions in theirs."""
    tied: dict[UUID | None, list[Session]] = defaultdict(list)
    for session in in_order(sessions):
        tied[session.track].append(session)
    return [(track, tuple(tied[track.id])) for track in sorted(known, key=lambda track: (track.rank, track.id))]


def first_to_show(store: Store, last: UUID | None) -> Session | None:
    """Choose the session to begin with: the one ``last`` shown here, else the one that was last written to.

    Else the only one that runs. None: somebody has to be asked, for no rule knows in which room they are, and in a file
    that was made for the rooms what others have written says nothing.
    """
    here = store.find(Session, last) if last else None
    if here is not None and not here.deleted:
        return here
    if store.was_handed_out:
        return None
    made = [made for kind in (Intervention, Recommendation) if (made := store.latest(kind, "id", "session"))]
    for _, written in sorted(made, reverse=True):
        session = store.find(Session, written) if written else None
        if session is not None and not session.deleted:
            return session
    running = store.all(Session, status=SessionStatus.RUNNING)
    return running[0] if len(running) == 1 else None


@dataclass(frozen=True)
class Recorded:
    """How much was recorded in a session."""

    recommendations: int = 0
    interventions: int = 0


def recorded(store: Store) -> dict[UUID, Recorded]:
    """Count what was recorded in each session; one in which there is nothing is missing."""
    asked, said = (store.count_by(kind, "session") for kind in (Recommendation, Intervention))
    sessions = {session for session in (*asked, *said) if session is not None}
    return {session: Recorded(asked.get(session, 0), said.get(session, 0)) for session in sessions}


def to_write_in(store: Store) -> list[Session]:
    """Return the sessions in which somebody writes, as a programme lists them; no break, unless somebody did write."""
    found = recorded(store)
    return in_order(session for session in store.all(Session) if session.recorded or session.id in found)


def day_of(session: Session, time_zone: str) -> date | None:
    """Return the day on which a session begins where the consultation is held."""
    return session.starts.astimezone(ZoneInfo(time_zone)).date() if session.starts else None


def hours_of(session: Session, time_zone: str, t: Translator) -> str:
    """Write from when until when a session is, in the figures of the window; nothing where it is not known."""
    if session.starts is None:
        return ""
    start = t.time(session.starts, time_zone)
    return f"{start}–{t.time(session.ends, time_zone)}" if session.ends else start


def when_of(session: Session, time_zone: str, t: Translator) -> str:
    """Write the day and hours of a session as a document does, or its month; nothing where neither is known."""
    on = day_of(session, time_zone)
    if on is None or session.starts is None:
        return Part(None, session.month, None, ()).heading(t)
    return f"{t.day(on, 'medium')}, {t.hours(session.starts, session.ends, time_zone)}"


def agenda_of(items: Iterable[AgendaItem]) -> list[AgendaItem]:
    """Sort what is planned in a session."""
    return sorted(items, key=lambda item: (item.rank, item.id))


def in_hand(items: Sequence[AgendaItem], run: int) -> tuple[int, int] | None:
    """Tell by the minutes a session has ``run`` which item of its agenda is in hand, and how many minutes it has left.

    ``items`` in their order; the minutes that one took count where they are noted, else those planned. One without
    minutes is passed over. None after the last one, and where no minutes are planned.
    """
    ends = 0
    for place, item in enumerate(items):
        minutes = item.minutes if item.taken is None else item.taken
        ends += minutes or 0
        if minutes and run < ends:
            return place, ends - run
    return None


def next_rank(items: Iterable[AgendaItem]) -> int:
    """Return the rank of what is added to an agenda: the end of it."""
    return max((item.rank for item in items), default=-1) + 1


def minutes_planned(session: Session) -> int | None:
    """Return how long a session was to take; None where the programme does not say."""
    if session.starts is None or session.ends is None:
        return None
    return round((session.ends - session.starts).total_seconds() / 60)


def started_at(history: Sequence[Change]) -> datetime | None:
    """Return when somebody last started a session, from what was changed in it; None where nobody did."""
    starts = [change.when for change in history if change.values.get("status") == SessionStatus.RUNNING]
    return starts[-1] if starts else None


def inherited(store: Store, session: Session) -> list[Inherited]:
    """Return what the sessions that feed this one have recommended, and what it did with each.

    By session in the order of the programme, then in the order in which they were made; then what it took over
    though no programme says so.
    """
    done = {UUID(taken["recommendation"]): taken["done"] for taken in session.took_over if taken["recommendation"]}
    feeding = [feeder for feeder in in_order(store.all(Session)) if session.id in feeder.feeds]
    due = [
        Inherited(recommendation, feeder, done.pop(recommendation.id, None))
        for feeder in feeding
        for recommendation in store.all(Recommendation, session=feeder.id)
    ]
    for recommendation_id, words in done.items():
        recommendation = store.find(Recommendation, recommendation_id)
        if recommendation is not None and not recommendation.deleted:
            made_in = store.find(Session, recommendation.session) if recommendation.session else None
            due.append(Inherited(recommendation, made_in, words))
    return due
