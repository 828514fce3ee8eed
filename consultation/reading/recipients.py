"""Who gets the file for the rooms: those who run a session, and whoever was put on the list by hand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from consultation.model import Delivery, Person, Role, RoleKind, Session
from consultation.reading.programme import in_order, recorded
from consultation.store import Store

RUNS = (RoleKind.MODERATOR, RoleKind.RAPPORTEUR)
"""The roles of those who have a file before them in the room."""


@dataclass(frozen=True)
class Recipient:
    """Somebody who is to get the file."""

    person: Person
    sessions: tuple[Session, ...]
    """Those they run, as the programme lists them."""
    delivery: Delivery | None
    """What was noted of it; None where nothing was."""
    came_back: bool
    """Something of theirs was recorded in this file: what they were given has come back."""

    @property
    def rooms(self) -> list[str]:
        """Where they are: each room once, and those online."""
        return list(dict.fromkeys(room for session in self.sessions if (room := session.room or session.channel)))

    @property
    def languages(self) -> list[str]:
        """What is spoken in their sessions; where nobody has said, what they speak themselves."""
        spoken = dict.fromkeys(language for session in self.sessions for language in session.languages)
        return list(spoken) or list(self.person.languages)


def recipients(store: Store) -> list[Recipient]:
    """List who gets the file, those whose session comes first at the top, then by name."""
    sessions = {session.id: session for session in in_order(store.all(Session))}
    place = {session: number for number, session in enumerate(sessions)}
    run: dict[UUID, set[UUID]] = defaultdict(set)
    for person, session in store.columns(Role, "person", "session", role=set(RUNS)):
        if session in sessions:
            run[person].add(session)
    noted: dict[UUID, Delivery] = {}
    for delivery in store.all(Delivery):
        noted.setdefault(delivery.person, delivery)
    found = recorded(store)
    made = []
    for each in store.those(Person, {*run, *noted}).values():
        if not each.deleted:
            held = sorted(run.get(each.id, ()), key=lambda session: place[session])
            came_back = any(session in found for session in held)
            made.append(Recipient(each, tuple(sessions[session] for session in held), noted.get(each.id), came_back))
    return sorted(made, key=lambda each: (_first(each.sessions, place), each.person.name, each.person.id))


def _first(sessions: Iterable[Session], place: dict[UUID, int]) -> int:
    return min((place[session.id] for session in sessions), default=len(place))
