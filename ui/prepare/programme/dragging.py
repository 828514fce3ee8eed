"""A block of the timetable on its way with the mouse: where it is now, and where it would be let go."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from PySide6.QtCore import QPointF, QRectF

from consultation.model import Session
from consultation.reading.hours import OF_A_DAY
from consultation.reading.timetable import Block
from ui.prepare.programme.plan import Plan, RowPlace

SNAP = 5
"""Minutes."""
EDGE = 7
"""Within so many pixels of its end a block is made longer, not moved."""
USUAL_LENGTH = 90
"""Minutes of a session that had no time."""
SHORTEST = 5
SLACK = 4
"""Pixels the mouse goes before a block is on its way."""


@dataclass(frozen=True)
class Held:
    """What the mouse holds: a session, from when to when in minutes of the day of a row."""

    session: UUID
    at: QPointF
    block: Block | None
    """Where it stood; None where it has no time."""
    is_longer: bool
    """Its end is moved alone."""
    begins: int
    ends: int
    row: RowPlace | None
    is_moved: bool = False

    def moved_to(self, at: QPointF, plan: Plan) -> Held:
        """Return it as it is once the mouse is there."""
        if not self.is_moved and (at - self.at).manhattanLength() <= SLACK:
            return self
        row, length = plan.row_at(at.y()) or self.row, self.ends - self.begins
        if self.block is None:
            begins = _snapped(plan.minute_at(at.x()) - length / 2)
            return replace(self, begins=begins, ends=begins + length, row=row, is_moved=True)
        by = _snapped((at.x() - self.at.x()) / plan.scale)
        if self.is_longer:
            ends = max(self.block.ends + by, self.block.starts + SHORTEST)
            return replace(self, ends=ends, is_moved=True)
        begins = min(max(self.block.starts + by, 0), OF_A_DAY - SHORTEST)
        return replace(self, begins=begins, ends=begins + length, row=row, is_moved=True)

    def rect(self, plan: Plan) -> QRectF | None:
        """Return where it is drawn now; None where it is not on its way."""
        if not self.is_moved or self.row is None:
            return None
        lane = self.block.lane if self.block is not None and self.block.lane < self.row.line.lanes else 0
        return plan.rect(self.row, self.begins, self.ends, lane)


def taken(session: Session, block: Block | None, rect: QRectF, at: QPointF, plan: Plan) -> Held:
    """Take a session with the mouse at a place of its block."""
    if block is None:
        return Held(session.id, at, None, False, 0, USUAL_LENGTH, None)
    return Held(session.id, at, block, is_at_end(rect, at), block.starts, block.ends, plan.row_at(rect.center().y()))


def is_at_end(rect: QRectF, at: QPointF) -> bool:
    """Tell whether a place in a block is where its end is moved."""
    return at.x() > rect.right() - EDGE


def _snapped(minutes: float) -> int:
    return round(minutes / SNAP) * SNAP
