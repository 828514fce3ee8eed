"""What cannot be: one room for two sessions at one time, or one person who has a part in two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from consultation.language import N_, Translator
from consultation.model import Person, Presence, Role, RoleKind, Session
from consultation.reading.hours import comes_twice, is_the_second
from consultation.reading.people import plain
from consultation.store import Store

BOUND = (RoleKind.MODERATOR, RoleKind.SPEAKER, RoleKind.KEYNOTE_WITNESS, RoleKind.RAPPORTEUR)
"""The roles with which one cannot be elsewhere; who listens may come and go."""

ENDS_FIRST = N_("It ends before it begins.")
COMES_TWICE = N_("Clocks are put back in that hour, so it comes twice: the first is meant.")
THE_SECOND = N_("Clocks are put back in that hour, so it comes twice: the second is meant.")


@dataclass(frozen=True)
class Fault:
    """What is wrong with one session by itself."""

    session: Session
    words: str
    """Marked for translation."""

    def said_in(self, session: UUID, t: Translator, time_zone: str) -> str:
        """Put it into words."""
        return t(self.words)


@dataclass(frozen=True)
class Clash:
    """Two sessions that overlap and share a room or a person."""

    first: Session
    """The one that begins first."""
    second: Session
    person: Person | None = None
    """Who has a part in both; None where it is the room."""

    @property
    def until(self) -> datetime:
        """When the first one ends."""
        assert self.first.ends is not None
        return self.first.ends

    @property
    def mended_by(self) -> datetime | None:
        """When the first one would have to end; None where both begin at once."""
        assert self.first.starts is not None
        assert self.second.starts is not None
        return self.second.starts if self.second.starts > self.first.starts else None

    @property
    def put_off_to(self) -> tuple[datetime, datetime]:
        """From when until when the second one would be if it began once the first is over."""
        assert self.second.starts is not None
        assert self.second.ends is not None
        return self.until, self.until + (self.second.ends - self.second.starts)

    def said_in(self, session: UUID, t: Translator, time_zone: str) -> str:
        """Say what is wrong, as seen from one of the two sessions."""
        other = self.second if session == self.first.id else self.first
        hour = t.time(other.ends, time_zone) if other.ends else ""
        what = self.person.name if self.person else self.first.room
        return t("{what} is in {code} until {hour}").format(what=what, code=other.code, hour=hour)


Busy = Mapping[UUID, Collection[UUID]]
"""Who cannot be elsewhere meanwhile: person -> sessions."""


def find_clashes(store: Store, sessions: Iterable[Session] | None = None) -> list[Clash]:
    """Find every clash in a file, in the order of the programme; ``sessions``: all there are, where they were read."""
    return clashes(store, store.all(Session) if sessions is None else sessions, read_busy(store))


def read_busy(store: Store) -> Busy:
    """Read who has a part that binds in more sessions than one; whoever was absent or replaced is bound to nothing."""
    busy: dict[UUID, set[UUID]] = defaultdict(set)
    there = store.columns(Role, "person", "session", "presence", several="person", role=set(BOUND))
    for person, session, presence in there:
        if presence not in (Presence.ABSENT, Presence.REPLACED):
            busy[person].add(session)
    return {person: places for person, places in busy.items() if len(places) > 1}


def clashes(store: Store, sessions: Iterable[Session], busy: Busy, among: Container[UUID] | None = None) -> list[Clash]:
    """Find the clashes among sessions of which both beginning and end are known.

    Of the file, only those people are read who are in two places at once. With ``among``, only the clashes with one of
    these sessions.
    """
    timed = {each.id: each for each in sessions if each.starts and each.ends and each.ends > each.starts}
    rooms = _rooms(timed.values(), among)
    pairs: list[tuple[UUID | None, tuple[Session, Session]]]
    pairs = [(None, pair) for held in rooms.values() if len(held) > 1 for pair in _overlapping(held)]
    for person, places in busy.items():
        if among is None or any(place in among for place in places):
            pairs += [(person, pair) for pair in _overlapping([timed[place] for place in places if place in timed])]
    wanted = [
        (person, (first, second))
        for person, (first, second) in pairs
        if among is None or first.id in among or second.id in among
    ]
    people = store.those(Person, {person for person, _ in wanted if person is not None})
    found = [
        Clash(*pair, people.get(person) if person else None) for person, pair in wanted if person in {None, *people}
    ]
    return in_their_order(found)


def in_their_order(found: Iterable[Clash]) -> list[Clash]:
    """Sort clashes as the programme lists them."""
    return sorted(found, key=lambda clash: (clash.first.starts, clash.second.starts, clash.first.id, clash.second.id))


def _rooms(sessions: Iterable[Session], among: Container[UUID] | None) -> dict[str, list[Session]]:
    """Gather sessions by their room; with ``among``, in the rooms of these alone."""
    named: dict[str, list[Session]] = defaultdict(list)
    for session in sessions:
        if session.room:
            named[session.room].append(session)
    rooms: dict[str, list[Session]] = defaultdict(list)
    for room, held in named.items():
        rooms[plain(room)] += held
    rooms.pop("", None)
    if among is None:
        return rooms
    return {room: held for room, held in rooms.items() if any(session.id in among for session in held)}


def _overlapping(sessions: Sequence[Session]) -> Iterator[tuple[Session, Session]]:
    """Give every pair that overlaps, the one that begins first in front; one may begin when another ends."""
    going: list[Session] = []
    for session in sorted(sessions, key=lambda each: (each.starts, each.id)):
        assert session.starts is not None
        going = [each for each in going if each.ends is not None and each.ends > session.starts]
        yield from ((each, session) for each in going)
        going.append(session)


def faults_of(session: Session, time_zone: str) -> list[Fault]:
    """Tell what is wrong with one session by itself."""
    found = []
    if session.starts is not None and session.ends is not None and session.ends <= session.starts:
        found.append(Fault(session, ENDS_FIRST))
    for moment in (session.starts, session.ends):
        if moment is not None and comes_twice(moment, time_zone):
            found.append(Fault(session, THE_SECOND if is_the_second(moment, time_zone) else COMES_TWICE))
    return found
