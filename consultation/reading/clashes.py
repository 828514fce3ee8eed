"""What cannot be as the programme says: a room taken twice, a person in two places, an end before the beginning."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from consultation.language import N_, Translator
from consultation.model import Person, Presence, Role, Session
from consultation.reading.people import plain
from consultation.reading.timetable import WITHOUT_END, comes_twice
from consultation.store import Store

ENDS_FIRST = N_("It ends before it begins.")
COMES_TWICE = N_("Clocks are put back in that hour, so it comes twice: the first is meant.")


@dataclass(frozen=True)
class Clash:
    """Two sessions that overlap, of which the ``first`` begins earlier, and what they both need."""

    first: Session
    second: Session
    person: Person | None
    room: str
    """Where it is a room that is taken twice, else nothing."""

    def other(self, session: UUID) -> Session:
        """Return the session that this one clashes with."""
        return self.second if session == self.first.id else self.first

    def on_block(self, session: UUID, t: Translator) -> str:
        """Say on the block of a session what is in the way, in few words."""
        code = self.other(session).code
        if self.person is not None:
            return t("{who} also in {code}").format(who=self.person.name, code=code)
        return t("{code} is in the same room").format(code=code)

    def in_full(self, session: UUID, t: Translator, time_zone: str) -> str:
        """Say it in the form of a session."""
        other = self.other(session)
        values = {"code": other.code, "until": t.time(_end_at(other), time_zone)}
        if self.person is not None:
            return t("{who} is in {code} until {until}:").format(who=self.person.name, **values)
        return t("{room} is taken by {code} until {until}:").format(room=self.room, **values)

    def mend(self) -> datetime | None:
        """Return when the first would have to end; None where both begin together and one has to be moved."""
        if self.first.starts is None or self.second.starts is None or self.first.starts >= self.second.starts:
            return None
        return self.second.starts


@dataclass(frozen=True)
class Fault:
    """What is wrong with one session by itself, marked for translation."""

    session: Session
    words: str

    def said(self, t: Translator) -> str:
        """Put it into words."""
        return t(self.words)


def clashes(sessions: Iterable[Session], roles: Iterable[Role], people: Iterable[Person]) -> list[Clash]:
    """Find what cannot be at one time: rooms first, then people, each by the hour."""
    timed = {session.id: session for session in sessions if session.starts is not None and not session.deleted}
    rooms: dict[str, list[Session]] = defaultdict(list)
    for session in timed.values():
        if session.room.strip():
            rooms[plain(session.room)].append(session)
    busy: dict[UUID, dict[UUID, Session]] = defaultdict(dict)
    for role in roles:
        if role.session in timed and role.presence not in (Presence.ABSENT, Presence.REPLACED):
            busy[role.person][role.session] = timed[role.session]
    known = {person.id: person for person in people}
    found = [Clash(first, second, None, first.room) for held in rooms.values() for first, second in _overlaps(held)]
    for person_id, held_by in busy.items():
        if person_id in known and len(held_by) > 1:
            pairs = _overlaps(list(held_by.values()))
            found += [Clash(first, second, known[person_id], "") for first, second in pairs]
    return sorted(found, key=_by_hour)


def read_clashes(store: Store, sessions: Sequence[Session]) -> list[Clash]:
    """Find the clashes of the file's programme; of the people only those with several roles are read."""
    roles = store.all(Role)
    several: dict[UUID, set[UUID]] = defaultdict(set)
    for role in roles:
        several[role.person].add(role.session)
    asked = {person for person, in_sessions in several.items() if len(in_sessions) > 1}
    people = [person for person in store.those(Person, asked).values() if not person.deleted]
    return clashes(sessions, roles, people)


def faults_of(session: Session, time_zone: str) -> list[Fault]:
    """Tell what is wrong with one session by itself."""
    found = []
    if session.starts is not None and session.ends is not None and session.ends <= session.starts:
        found.append(Fault(session, ENDS_FIRST))
    if any(moment is not None and comes_twice(moment, time_zone) for moment in (session.starts, session.ends)):
        found.append(Fault(session, COMES_TWICE))
    return found


def _overlaps(sessions: Sequence[Session]) -> Iterator[tuple[Session, Session]]:
    """Yield each two that are at one time, the one that begins earlier first."""
    under_way: list[Session] = []
    for session in sorted(sessions, key=lambda each: (_start_at(each), each.code, each.id)):
        under_way = [each for each in under_way if _end_at(each) > _start_at(session)]
        yield from ((each, session) for each in under_way)
        under_way.append(session)


def _start_at(session: Session) -> datetime:
    return session.starts or datetime.min.replace(tzinfo=UTC)


def _end_at(session: Session) -> datetime:
    starts = _start_at(session)
    if session.ends is not None and session.ends > starts:
        return session.ends
    return starts + timedelta(minutes=WITHOUT_END)


def _by_hour(clash: Clash) -> tuple[bool, datetime, str]:
    return clash.person is not None, _start_at(clash.second), clash.second.code
