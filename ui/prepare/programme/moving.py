"""Moving sessions in the programme: each is one step, said with Undo."""

from __future__ import annotations

from datetime import date

from consultation.errors import InvalidRecord
from consultation.model import Session, Track
from consultation.reading.clashes import Clash
from consultation.reading.hours import moment_at
from consultation.reading.programme import when_of
from consultation.reading.timetable import lengthened, shifted
from ui.prepare.programme.sessions import Sessions
from ui.workspace import Workspace

STEP = 15
USUAL_START, USUAL_LENGTH = 9 * 60, 90
LATEST = 22 * 60


class Moving:
    """Writes when and in which track a session is."""

    def __init__(self, workspace: Workspace, sessions: Sessions) -> None:
        self._workspace, self._sessions = workspace, sessions

    def by(self, session: Session, minutes: int) -> bool:
        """Move a session so many minutes later."""
        if session.starts is None:
            return False
        starts, ends = shifted(session, minutes)
        return self._write(session, starts=starts, ends=ends)

    def end_by(self, session: Session, minutes: int) -> bool:
        """Have a session end so many minutes later; it stays after its beginning."""
        if session.starts is None:
            return False
        return self._write(session, ends=lengthened(session, minutes))

    def to_row(self, session: Session, step: int) -> bool:
        """Move a session to the track or day before or after, at the same hour."""
        block = self._sessions.blocks.get(session.id)
        if block is None:
            return False
        rows = [(day.on, line) for day in self._sessions.shown.days for line in day.lines]
        here = next(place for place, (_, line) in enumerate(rows) if block in line.blocks)
        if not 0 <= here + step < len(rows):
            return False
        on, line = rows[here + step]
        return self.put(session, on, line.track, block.starts, block.ends)

    def put(self, session: Session, on: date, track: Track | None, begins: int, ends: int) -> bool:
        """Put a session on a day and track, from when until when in minutes since midnight there."""
        zone = self._workspace.consultation.time_zone
        try:
            starts, end = moment_at(on, begins, zone), moment_at(on, ends, zone)
        except InvalidRecord as error:
            self._workspace.messages.refuse(self._workspace.t, error)
            return False
        track_id = track.id if track else None
        if session.starts is not None and session.ends is None and starts != session.starts:
            return self._write(session, starts=starts, track=track_id)
        return self._write(session, starts=starts, ends=end, track=track_id, month="")

    def give_time(self, session: Session) -> bool:
        """Give a session that has no time the end of the last day, or the first hour of the consultation."""
        if session.starts is not None:
            return False
        days = self._sessions.shown.days
        if not days:
            on = self._workspace.consultation.starts or date.today()
            return self.put(session, on, None, USUAL_START, USUAL_START + USUAL_LENGTH)
        line = days[-1].lines[-1]
        begins = max((block.ends for block in line.blocks), default=USUAL_START)
        begins = min(begins, LATEST)
        return self.put(session, days[-1].on, line.track, begins, begins + USUAL_LENGTH)

    def mend(self, clash: Clash) -> bool:
        """End the first of two sessions where the second begins."""
        ends = clash.mended_by
        return ends is not None and self._write(clash.first, ends=ends)

    def put_off(self, clash: Clash) -> bool:
        """Have the second of two sessions begin once the first is over, as long as before."""
        starts, ends = clash.put_off_to
        return self._write(clash.second, starts=starts, ends=ends)

    def _write(self, session: Session, **values: object) -> bool:
        workspace, store = self._workspace, self._workspace.store
        current = store.get(Session, session.id)
        if all(getattr(current, name) == value for name, value in values.items()):
            return False
        moved = current.model_copy(update=values)
        when = when_of(moved, store.consultation.time_zone, workspace.t)
        said = workspace.t("{code}: {when}.").format(code=session.code, when=when)
        return workspace.do(said, lambda: store.change(current, **values))


def next_code(taken: set[str]) -> str:
    """Make a code for a new session: "S1", "S2"..."""
    return next(code for number in range(1, len(taken) + 2) if (code := f"S{number}") not in taken)
