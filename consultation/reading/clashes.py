"""What cannot be: one room for two sessions at one time, or one person who has a part in two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
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


def find_clashes(store: Store, sessions: Iterable[Session] | None = None) -> list[Clash]:
    """Find every clash in a file, in the order of the programme; ``sessions`` are all there are, where they were read.

    Of roles and people only those are read who are in more than one session.
    """
    held: dict[UUID, dict[UUID, set[UUID]]] = defaultdict(lambda: defaultdict(set))
    for record, person, session, role in store.columns(Role, "id", "person", "session", "role"):
        if role in BOUND:
            held[person][session].add(record)
    busy = {person: by_session for person, by_session in held.items() if len(by_session) > 1}
    roles = store.those(Role, {role for by_session in busy.values() for those in by_session.values() for role in those})
    those = store.all(Session) if sessions is None else sessions
    return clashes(those, roles.values(), store.those(Person, busy))


def clashes(sessions: Iterable[Session], roles: Iterable[Role], people: dict[UUID, Person]) -> list[Clash]:
    """Find the clashes among sessions of which both beginning and end are known.

    Whoever was absent or replaced clashes with nothing.
    """
    timed = {each.id: each for each in sessions if each.starts and each.ends and each.ends > each.starts}
    rooms: dict[str, list[Session]] = defaultdict(list)
    for session in timed.values():
        if room := plain(session.room):
            rooms[room].append(session)
    found = [Clash(*pair) for held in rooms.values() for pair in _overlapping(held)]
    busy: dict[UUID, dict[UUID, Session]] = defaultdict(dict)
    for role in roles:
        there = role.presence not in (Presence.ABSENT, Presence.REPLACED)
        if there and role.role in BOUND and role.session in timed and role.person in people:
            busy[role.person][role.session] = timed[role.session]
    found += [
        Clash(first, second, people[person])
        for person, held_by in busy.items()
        for first, second in _overlapping(list(held_by.values()))
    ]
    return sorted(found, key=lambda clash: (clash.first.starts, clash.second.starts, clash.first.id, clash.second.id))


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
