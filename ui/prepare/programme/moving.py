"""Moving sessions in the programme: each is one step, said with Undo."""

from __future__ import annotations

from datetime import date, timedelta

from consultation.errors import InvalidRecord
from consultation.model import Session
from consultation.reading.clashes import Clash
from consultation.reading.programme import when_of
from consultation.reading.timetable import Row, moment_at
from ui.prepare.programme.sessions import Sessions
from ui.workspace import Workspace

STEP = 15
USUAL_START, USUAL_LENGTH = 9 * 60, 90


class Moving:
    """Writes when and in which track a session is."""

    def __init__(self, workspace: Workspace, sessions: Sessions) -> None:
        self._workspace, self._sessions = workspace, sessions

    def by(self, session: Session, minutes: int) -> bool:
        """Move a session so many minutes later."""
        if session.starts is None:
            return False
        later = timedelta(minutes=minutes)
        return self._write(session, starts=session.starts + later, ends=session.ends + later if session.ends else None)

    def end_by(self, session: Session, minutes: int) -> bool:
        """Have a session end so many minutes later; it stays after its beginning."""
        block = self._sessions.blocks.get(session.id)
        if session.starts is None or block is None:
            return False
        length = block.ends - block.begins + minutes
        return length >= abs(minutes) and self._write(session, ends=session.starts + timedelta(minutes=length))

    def to_row(self, session: Session, step: int) -> bool:
        """Move a session to the track or day before or after, at the same hour."""
        block = self._sessions.blocks.get(session.id)
        if block is None:
            return False
        rows = [row for day in self._sessions.shown.days for row in day.rows]
        here = next(place for place, row in enumerate(rows) if block in row.blocks)
        if not 0 <= here + step < len(rows):
            return False
        return self.put(session, rows[here + step], block.begins, block.ends)

    def put(self, session: Session, row: Row, begins: int, ends: int) -> bool:
        """Put a session on a row, from when until when in minutes since midnight there."""
        zone = self._workspace.consultation.time_zone
        try:
            starts, end = moment_at(row.on, begins, zone), moment_at(row.on, ends, zone)
        except InvalidRecord as error:
            self._workspace.messages.refuse(self._workspace.t, error)
            return False
        if session.starts is not None and session.ends is None and starts != session.starts:
            return self._write(session, starts=starts, track=row.track.id if row.track else None)
        values = {"starts": starts, "ends": end, "track": row.track.id if row.track else None}
        return self._write(session, **values, month="")

    def give_time(self, session: Session) -> bool:
        """Give a session that has no time the end of the last day, or of the consultation's first."""
        if session.starts is not None:
            return False
        days = self._sessions.shown.days
        if days and days[-1].rows:
            row = days[-1].rows[-1]
            begins = max((block.ends for block in row.blocks), default=USUAL_START)
        else:
            begins, row = USUAL_START, Row(self._workspace.consultation.starts or date.today(), None, (), 1)
        return self.put(session, row, begins, begins + USUAL_LENGTH)

    def mend(self, clash: Clash) -> bool:
        """End the first of two sessions where the second begins."""
        ends = clash.mend()
        return ends is not None and self._write(clash.first, ends=ends)

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
