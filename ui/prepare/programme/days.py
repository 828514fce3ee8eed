"""What is done with a day of the programme as a whole."""

from __future__ import annotations

from datetime import date, timedelta

from consultation.model import ProgrammeDay
from consultation.reading.timetable import on_another_day
from ui.prepare.programme.sessions import Sessions
from ui.workspace import Workspace


class Days:
    """Adds days, says something of them, moves them with their sessions; each is one step, said with Undo."""

    def __init__(self, workspace: Workspace, sessions: Sessions) -> None:
        self._workspace, self._sessions = workspace, sessions

    def add(self) -> date | None:
        """Add the day after the last one, or the first of the consultation; None where that is refused."""
        known = [day.on for day in self._sessions.shown.days]
        first = self._workspace.consultation.starts or date.today()
        on = max(known) + timedelta(days=1) if known else first
        return on if self.describe(on) else None

    def describe(self, on: date) -> bool:
        """Have the programme say something of a day."""
        t = self._workspace.t
        return self._workspace.save(ProgrammeDay(on=on), t("Added {day}.").format(day=t.day(on, "full")))

    def is_there(self, on: date) -> bool:
        """Tell whether the programme has that day."""
        return any(day.on == on for day in self._sessions.shown.days)

    def move(self, on: date, to: date) -> bool:
        """Move a day with its sessions, at the same hours; False where there is a day already, or it is refused."""
        if to == on or self.is_there(to):
            return False
        workspace, zone = self._workspace, self._workspace.consultation.time_zone
        (day,) = (day for day in self._sessions.shown.days if day.on == on)
        with workspace.together() as step:
            step.name = workspace.t("{day} is now {other}.").format(
                day=workspace.t.day(on, "medium"), other=workspace.t.day(to, "medium")
            )
            if day.day is not None:
                workspace.change(day.day, on=to)
            for block in (block for line in day.lines for block in line.blocks):
                starts, ends = on_another_day(block.session, to, zone)
                workspace.change(block.session, starts=starts, ends=ends)
        return step.done

    def take_away(self, day: ProgrammeDay) -> bool:
        """Have the programme say nothing of a day any more; its sessions stay where they are."""
        t = self._workspace.t
        said = t("Took away the title of {day}.").format(day=t.day(day.on, "full") if day.on else "")
        return self._workspace.delete(day, said)
