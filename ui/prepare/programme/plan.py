"""Where everything of the timetable stands: rows, blocks, and what has no time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF

from consultation.reading.timetable import Block, Day, Line, Timetable
from ui.look.folds import px
from ui.look.theme import Theme
from ui.prepare.programme.breaking import Breaking
from ui.prepare.programme.sessions import BlockWords, Sessions

HEAD, LEAD, INSIDE, GAP = 44, 224, 11, 5
HOUR_AT_LEAST = 84
ROW_AT_LEAST = 52
CHIP = 32
MOST_LINES = 4
NARROW, INSIDE_NARROW = 80, 5
"""A block that is narrower has less room around its words, and only its title: half an hour of coffee."""
INSET = 32
TRACKS = 0.5
"""The share of the leading column in which the tracks are named."""
END_PAD = 24


@dataclass(frozen=True)
class RowPlace:
    """A row and the strip it takes, from the top of the first day."""

    on: date
    line: Line
    top: float
    height: float
    lane: float
    """The height of one of its lanes."""


@dataclass(frozen=True)
class DayPlace:
    """A day and where it begins."""

    day: Day
    top: float
    height: float


@dataclass(frozen=True)
class LooseRow:
    """The name of a row below the days, and where its chips begin; a gap where not even the month is known."""

    name: str
    is_gap: bool
    top: float


class Plan:
    """Made anew when the programme, the width or the letters change."""

    def __init__(
        self, theme: Theme, breaking: Breaking, sessions: Sessions, width: float, name_of: Callable[[str], str]
    ) -> None:
        """``name_of`` names the row of those of which only the month is known, or not even that."""
        self._name_of = name_of
        self._theme, self.breaking = theme, breaking
        self.head, self.lead = px(theme, HEAD), px(theme, LEAD)
        self.lead_of_days = self.lead * (1 - TRACKS)
        """Until where days are named; tracks behind it."""
        self.room = width
        shown = sessions.shown
        self.first, self.last = shown.first, max(shown.last, shown.first + 60)
        hours = (self.last - self.first) / 60
        room = max((width - self.lead - px(theme, END_PAD)) / hours, px(theme, HOUR_AT_LEAST))
        self.scale = room / 60
        self.width = max(width, self.lead + self.scale * (self.last - self.first) + px(theme, END_PAD))
        self.rows: list[RowPlace] = []
        self.days: list[DayPlace] = []
        self._blocks: dict[UUID, tuple[RowPlace, Block]] = {}
        self._loose: dict[UUID, QRectF] = {}
        self.loose_rows: list[LooseRow] = []
        self.height = self._lay_days(shown, sessions)
        self.loose_top = self.height
        self.height += self._lay_loose(shown, sessions, width)

    def x_of(self, minute: float) -> float:
        """Return where a minute of the day stands."""
        return self.lead + (minute - self.first) * self.scale

    def minute_at(self, x: float) -> float:
        """Return the minute of the day that stands there."""
        return self.first + (x - self.lead) / self.scale

    def row_at(self, y: float) -> RowPlace | None:
        """Return the row there; None above the first and below the last."""
        return next((each for each in self.rows if each.top <= y < each.top + each.height), None)

    def rect(self, place: RowPlace, begins: float, ends: float, lane: int = 0) -> QRectF:
        """Return what a block covers."""
        top = place.top + GAP + lane * place.lane
        left, right = self.x_of(begins), self.x_of(ends)
        return QRectF(left, top, max(right - left - 3, 24), place.lane - GAP)

    def rect_of(self, session: UUID) -> QRectF | None:
        """Return what the block or chip of a session covers; None where it is not in the programme."""
        if session not in self._blocks:
            return self._loose.get(session)
        place, block = self._blocks[session]
        return self.rect(place, block.starts, block.shown_until, block.lane)

    def seen(self, part: QRectF) -> Iterator[tuple[UUID, QRectF]]:
        """Give the sessions of which something is in a part of the plan; only rows that are in it are looked at."""
        for place in self.rows:
            if place.top < part.bottom() and place.top + place.height > part.top():
                for block in place.line.blocks:
                    rect = self.rect(place, block.starts, block.shown_until, block.lane)
                    if rect.intersects(part):
                        yield block.session.id, rect
        yield from ((session, rect) for session, rect in self._loose.items() if rect.intersects(part))

    def lines(self, text: str, width: float, small: bool = False, most: int = MOST_LINES) -> tuple[str, ...]:
        """Break words into lines; what does not fit into ``most`` lines ends in dots."""
        return self.breaking.lines(text, width, small=small, most=most)

    def is_narrow(self, width: float) -> bool:
        """Tell whether a block has room for its title only."""
        return width < px(self._theme, NARROW)

    def edge_of(self, width: float) -> int:
        """Return how much room a block leaves before and after its words."""
        return INSIDE_NARROW if self.is_narrow(width) else INSIDE

    def title_of(self, said: BlockWords, width: float) -> str:
        """Return the title of a block, or its code where a word of the title has no room and the code has."""
        holds = self.breaking.holds
        return said.code if not holds(said.title, width) and holds(said.code.replace("-", "- "), width) else said.title

    def _lay_days(self, shown: Timetable, sessions: Sessions) -> float:
        top = 0.0
        for day in shown.days:
            begins = top
            for row in day.lines:
                lane = self._lane(row, sessions)
                place = RowPlace(day.on, row, top, lane * row.lanes + GAP, lane)
                self.rows.append(place)
                for block in row.blocks:
                    self._blocks[block.session.id] = place, block
                top += place.height
            low = self.breaking.title_line * 1.25 + 2 * self.breaking.small_line + 20 - (top - begins)
            if low > 0 and self.rows:
                last = self.rows[-1]
                self.rows[-1] = RowPlace(last.on, last.line, last.top, last.height + low, last.lane)
                top += low
            self.days.append(DayPlace(day, begins, top - begins))
        return top

    def _lane(self, row: Line, sessions: Sessions) -> float:
        """Return how high a lane of a row is: as its block with the most words needs."""
        high = float(px(self._theme, ROW_AT_LEAST))
        for block in row.blocks:
            width = (block.shown_until - block.starts) * self.scale - 3
            high = max(high, self._needed(sessions.words(block.session), width))
        return high + GAP

    def _needed(self, said: BlockWords, width: float) -> float:
        """Return how high a block has to be; what is far from sight is not broken into lines for that."""
        inner, breaking = width - 2 * self.edge_of(width), self.breaking
        known = breaking.heights.get((said, inner))
        if known is None:
            title = self.title_of(said, inner)
            lines = breaking.room_for(title, inner, small=False, most=MOST_LINES) * breaking.title_line
            facts = "" if self.is_narrow(width) else said.below(title)
            below = breaking.room_for(facts, inner, small=True, most=2) * breaking.small_line
            known = lines + below + (breaking.small_line if said.wrong else 0) + 2 * 7
            breaking.heights[said, inner] = known
        return known

    def _lay_loose(self, shown: Timetable, sessions: Sessions, width: float) -> float:
        """Lay what has no day below, month by month, in lines; return how high it is."""
        titles, facts = (self.breaking.of(small=small)[1] for small in (False, True))
        parted = [(self._name_of(month), month, waiting) for month, waiting in shown.waiting_by_month()]
        body = QFontMetricsF(self._theme.font())
        names = max((body.horizontalAdvance(name) for name, _, _ in parted), default=0.0)
        left, chip, y = px(self._theme, INSET) + 20 + names + 16, px(self._theme, CHIP), self.loose_top
        for name, month, waiting in parted:
            x, y = left, y + 8
            self.loose_rows.append(LooseRow(name, not month, y))
            for session in waiting:
                said = sessions.words(session)
                wide = titles.horizontalAdvance(said.title) + facts.horizontalAdvance(said.below(said.title)) + 46
                wide = min(wide, width - left - 16)
                if x > left and x + wide > width - 16:
                    x, y = left, y + chip + 6
                self._loose[session.id] = QRectF(x, y, wide, chip)
                x += wide + 8
            y += chip
        return y + 12 - self.loose_top if parted else 0.0
