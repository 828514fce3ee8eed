"""The programme: sessions in order and by day, when they are, what is planned in them and what they inherit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from consultation.language import Translator
from consultation.model import AgendaItem, ProgrammeDay, Recommendation, Session, SessionStatus, Track
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


def read_programme(store: Store) -> list[Part]:
    """Read the whole programme from the file, by day."""
    return by_day(store.all(Session), store.all(ProgrammeDay), store.consultation.time_zone)


def tracks(sessions: Iterable[Session], known: Iterable[Track]) -> list[tuple[Track, tuple[Session, ...]]]:
    """Return the tracks in their order, each with its sessions in theirs."""
    tied: dict[UUID | None, list[Session]] = defaultdict(list)
    for session in in_order(sessions):
        tied[session.track].append(session)
    return [(track, tuple(tied[track.id])) for track in sorted(known, key=lambda track: (track.rank, track.id))]


def first_to_show(sessions: Iterable[Session], last: str, now: datetime) -> Session | None:
    """Choose the session to begin with: the last one here, else one that runs, else the next one."""
    ordered = in_order(sessions)
    here = [session for session in ordered if str(session.id) == last]
    running = [session for session in ordered if session.status is SessionStatus.RUNNING]
    coming = [session for session in ordered if session.starts and session.starts >= now]
    return next(iter([*here, *running, *coming, *ordered]), None)


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
