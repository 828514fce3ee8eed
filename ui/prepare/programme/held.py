"""What the timetable reads of the file: once as a whole, and then only what was written since."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar
from uuid import UUID

from consultation.model import Person, ProgrammeDay, Record, Role, Session, SignUp, Track
from consultation.reading.clashes import Busy, Clash, Fault, clashes, faults_of, in_their_order, read_busy
from consultation.reading.open_space import Offered, with_places
from consultation.reading.timetable import Timetable, timetable, with_changed
from ui.touched import EVERYTHING, Touched
from ui.workspace import Workspace

R = TypeVar("R", bound=Record)


class Held:
    """The records of the programme, and what follows from them."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._missed = EVERYTHING
        self._sessions: dict[UUID, Session] = {}
        self._days: dict[UUID, ProgrammeDay] = {}
        self._tracks: dict[UUID, Track] = {}
        self._busy: Busy = {}
        self.shown = Timetable("", (), (), 0, 0)
        self.clashes: list[Clash] = []
        self.faults: dict[UUID, list[Fault]] = {}
        self.offered: Mapping[UUID, Offered] = {}

    def read(self, touched: Touched) -> None:
        """Read what was written, and work out what follows from it."""
        store = self._workspace.store
        zone = store.consultation.time_zone
        if zone != self.shown.time_zone:
            touched = EVERYTHING
        written = {each for each in touched.records if each in self._sessions}
        self._sessions = self._renewed(Session, self._sessions, touched)
        written |= {each for each in touched.records if each in self._sessions}
        self._days = self._renewed(ProgrammeDay, self._days, touched)
        self._tracks = self._renewed(Track, self._tracks, touched)
        if touched.concerns(ProgrammeDay, Track):
            self.shown = timetable(self._sessions.values(), self._days.values(), self._tracks.values(), zone)
        elif written:
            described = {day.on: day for day in self._days.values() if day.on is not None}
            changed = {each: self._sessions.get(each) for each in written}
            self.shown = with_changed(self.shown, changed, described, self._tracks.values())
        self._look_for_clashes(touched, written)
        if touched.everything:
            self.faults, written = {}, set(self._sessions)
        self.faults |= {each: faults_of(self._sessions[each], zone) for each in written if each in self._sessions}
        if touched.concerns(SignUp) or self._have_places(touched):
            limited = any(session.places is not None for session in self._sessions.values())
            offered = with_places(store, self._workspace.t.language) if limited else []
            self.offered = {each.session.id: each for each in offered}

    def _look_for_clashes(self, touched: Touched, written: set[UUID]) -> None:
        """Find all clashes anew, or only those of the sessions that were written."""
        store, sessions = self._workspace.store, self._sessions.values()
        if touched.concerns(Role):
            self._busy = read_busy(store)
        if touched.concerns(Role, Person):
            self.clashes = clashes(store, sessions, self._busy)
        elif written:
            others = [clash for clash in self.clashes if not {clash.first.id, clash.second.id} & written]
            self.clashes = in_their_order([*others, *clashes(store, sessions, self._busy, written)])

    def _have_places(self, touched: Touched) -> bool:
        """Tell whether places of a session that was written may be others now."""
        known = (self._sessions.get(each) for each in touched.records)
        written = any(session is not None and session.places is not None for session in known)
        return touched.everything or written or bool(touched.records & self.offered.keys())

    def _renewed(self, kind: type[R], held: dict[UUID, R], touched: Touched) -> dict[UUID, R]:
        """Return all records of a kind; those that were not written are the same as before."""
        if touched.everything:
            return {record.id: record for record in self._workspace.store.all(kind)}
        if not touched.concerns(kind):
            return held
        written = self._workspace.store.those(kind, touched.records)
        renewed = {key: written.get(key, record) for key, record in held.items()} | written
        return {key: record for key, record in renewed.items() if not record.deleted}
