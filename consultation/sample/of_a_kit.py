"""The sample of a kit, as its file says it: who was there, and what each facilitator wrote down on their laptop.

Everything in the file is looked at before anything is written; whatever is wrong is named by key and line.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from consultation.errors import NotFound
from consultation.kits import ENDING, Kit
from consultation.kits.entry import Entry
from consultation.kits.source import read_source
from consultation.language import N_
from consultation.model import Record, Session
from consultation.sample.desk import Desk
from consultation.sample.entries import AFTER_PEOPLE, BEFORE_THE_ROOMS, records_of
from consultation.sample.keys import Keys
from consultation.sample.there import person

SAMPLES_DIR = Path(__file__).parent.parent.parent / "resources" / "sample" / "kits"
NOT_USED = N_("The sample {file} was not used, because of {key}: {reason}. Nothing was made. Correct the file.")
BEGINNING = time(8, tzinfo=UTC)
A_MINUTE, A_DAY = timedelta(minutes=1), timedelta(days=1)


@dataclass(frozen=True)
class Noted:
    """A record and when it is written."""

    at: datetime
    record: Record


@dataclass(frozen=True)
class Room:
    """What one person writes down."""

    desk: Desk
    noted: tuple[Noted, ...]


@dataclass(frozen=True)
class KitSample:
    """The sample of one kit."""

    secretariat: Room
    """What is in the file before it is handed out."""
    rooms: tuple[Room, ...]

    @property
    def ends(self) -> datetime:
        """When the last of it is written."""
        return max(noted.at for room in (self.secretariat, *self.rooms) for noted in room.noted)


def read_kit_sample(kit: Kit) -> KitSample:
    """Read the sample of a kit of ours; NotFound where it has none, KitRefused where something in it is wrong."""
    path = SAMPLES_DIR / f"{kit.name}{ENDING}"
    if not path.is_file():
        raise NotFound(N_("The kit “{kit}” has no sample to demonstrate it with. Nothing was made."), kit=kit.name)
    return sample_in(path, kit)


def sample_in(path: Path, kit: Kit) -> KitSample:
    """Read the sample of a kit from a file; KitRefused where something in it is wrong."""
    source, values = read_source(path, NOT_USED)
    return _Reading(kit, Entry(source, "", values, kit.languages)).sample()


class _Reading:
    """One way through the file of a sample."""

    def __init__(self, kit: Kit, place: Entry) -> None:
        place.only("rooms", "people", *AFTER_PEOPLE)
        self._kit, self._place = kit, place
        self._sessions = {each.code: each for each in kit.records() if isinstance(each, Session)}
        self._desks: list[Desk] = []
        self._room_of: dict[str, int] = {}
        """Code of a session -> number of the room it is held in."""
        self._minutes: dict[str, int] = {}
        """Code of a session -> minutes that have passed in it; of "", before the first."""

    def sample(self) -> KitSample:
        """Read all of it."""
        self._read_rooms()
        authors = {desk.identity.name: desk.identity.author for desk in self._desks}
        keys = Keys(self._kit, {code: each.id for code, each in self._sessions.items()}, authors)
        before: list[Noted] = []
        rooms: list[list[Noted]] = [[] for _ in self._desks]
        for place in self._place.tables("people"):
            at = self._now("")
            before += [Noted(at, record) for record in person(keys, place, at)]
        for name in AFTER_PEOPLE:
            for place in self._place.tables(name):
                code = self._code(keys, name, place)
                at = self._now(code)
                noted = rooms[self._room_of[code]] if code else before
                noted += [Noted(at, record) for record in records_of(name, place, keys, at)]
        at = self._now("")
        before += [Noted(at, record) for record in keys.in_words.values()]
        secretariat = Desk(f"{self._kit.name} secretariat", {"name": "Secretariat"})
        return KitSample(
            Room(secretariat, _in_order(before)),
            tuple(Room(desk, _in_order(noted)) for desk, noted in zip(self._desks, rooms, strict=True)),
        )

    def _read_rooms(self) -> None:
        """Give every room a laptop, and every session at most one room."""
        for number, place in enumerate(self._place.tables("rooms")):
            place.only("name", "sessions")
            self._desks.append(Desk(f"{self._kit.name} {number}", {"name": place.text("name")}))
            for at, code in place.texts("sessions"):
                if code not in self._sessions:
                    raise place.refused(at, N_("the kit has nothing called {value}"), value=code)
                if code in self._room_of:
                    raise place.refused(at, N_("{value} is there twice"), value=code)
                self._room_of[code] = number

    def _code(self, keys: Keys, name: str, place: Entry) -> str:
        """Return the code of the session in whose room an entry is written, nothing for what the secretariat keeps."""
        if name in BEFORE_THE_ROOMS or (name != "reservations" and "session" not in place.values):
            return ""
        code = _session_of(place, keys) if name == "reservations" else place.text("session")
        if code not in self._room_of:
            raise place.refused("session", N_("{value} is held in none of the rooms of the sample"), value=code)
        return code

    def _now(self, code: str) -> datetime:
        """Return when the next entry of a session is written: after the kit was handed out, a minute after another."""
        minutes = self._minutes[code] = self._minutes.get(code, 0) + 1
        handed_out = datetime.combine(self._kit.date, BEGINNING)
        starts = self._sessions[code].starts if code else None
        begins = max(starts, handed_out + A_DAY) if starts else handed_out + (A_DAY if code else A_MINUTE)
        return begins + minutes * A_MINUTE


def _session_of(reservation: Entry, keys: Keys) -> str:
    """Return the code of the session of a reservation: that of what it is about."""
    key = reservation.text("recommendation")
    reservation.known("recommendation", key, keys.recommendations)
    return keys.asked_in[key]


def _in_order(noted: list[Noted]) -> tuple[Noted, ...]:
    return tuple(sorted(noted, key=lambda each: each.at))
