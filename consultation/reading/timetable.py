"""The programme as a timetable: time runs across, days and their tracks down, in the zone of the consultation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from consultation.language import Translator
from consultation.model import ProgrammeDay, Session, Track
from consultation.reading.hours import EARLY, OF_A_DAY
from consultation.reading.programme import in_order

USUAL = 60
"""Minutes a session is drawn with of which only the beginning is known."""
SHORTEST = 5
FIRST, LAST = 9 * 60, 18 * 60
"""The hours of a timetable in which there is no session."""
HOURS = 6
"""How many a timetable shows at least."""


@dataclass(frozen=True)
class Block:
    """A session in its place."""

    session: Session
    starts: int
    """Minutes after midnight of its day."""
    ends: int
    """The same; more than `OF_A_DAY` where it goes on after midnight."""
    lane: int
    """Where several of one line are at one time: from 0 down."""
    is_open: bool
    """Nobody has said when it ends."""

    @property
    def shown_until(self) -> int:
        """Until when a timetable shows it: of what goes on for days, no more than the night."""
        return min(self.ends, OF_A_DAY + EARLY)


@dataclass(frozen=True)
class Line:
    """What one track has on one day; ``track`` is None for sessions of none."""

    track: Track | None
    blocks: tuple[Block, ...]

    @property
    def lanes(self) -> int:
        """How many stand below each other."""
        return max((block.lane for block in self.blocks), default=0) + 1


@dataclass(frozen=True)
class Day:
    """A day, with what the programme says of it, and its lines: those of the tracks in their order, then the others."""

    on: date
    day: ProgrammeDay | None
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Timetable:
    """The whole programme in its places."""

    time_zone: str
    days: tuple[Day, ...]
    waiting: tuple[Session, ...]
    """Those without a day: by their month where that is known, then the others."""
    first: int
    """Minutes after midnight at which the earliest begins, to the hour."""
    last: int

    def blocks(self) -> list[Block]:
        """Return every block, day by day and line by line, as one reads."""
        return [block for day in self.days for line in day.lines for block in line.blocks]

    def waiting_by_month(self) -> list[tuple[str, tuple[Session, ...]]]:
        """Divide those without a day by their month, as "2021-05"; those of which not even that is known come last."""
        parted: dict[str, list[Session]] = {}
        for session in self.waiting:
            parted.setdefault(session.month, []).append(session)
        return [(month, tuple(parted[month])) for month in sorted(parted, key=lambda month: month or "~")]

    def said(self, t: Translator) -> str:
        """Sum it up: "13 sessions, 4 days, 3 tracks, 18 h 45 min"."""
        blocks = self.blocks()
        minutes = sum(block.ends - block.starts for block in blocks if block.session.recorded)
        tracks = {line.track.id for day in self.days for line in day.lines if line.track}
        number = len(blocks) + len(self.waiting)
        parts = [
            t.plural("{count} session", "{count} sessions", number),
            t.plural("{count} day", "{count} days", len(self.days)) if self.days else "",
            t.plural("{count} track", "{count} tracks", len(tracks)) if tracks else "",
            t("{hours} h {minutes} min").format(hours=t.number(minutes // 60), minutes=f"{minutes % 60:02}")
            if minutes
            else "",
        ]
        return ", ".join(part for part in parts if part)


def timetable(
    sessions: Iterable[Session], days: Iterable[ProgrammeDay], tracks: Iterable[Track], time_zone: str
) -> Timetable:
    """Put sessions into their places; a day on which there is none is there too."""
    zone, known = ZoneInfo(time_zone), {track.id: track for track in tracks}
    described: dict[date, ProgrammeDay] = {}
    for day in sorted(days, key=lambda record: record.id):
        if day.on is not None:
            described.setdefault(day.on, day)
    held: dict[date, list[Session]] = {on: [] for on in described}
    waiting: list[Session] = []
    for session in sessions:
        if session.starts is None:
            waiting.append(session)
        else:
            held.setdefault(session.starts.astimezone(zone).date(), []).append(session)
    made = [Day(on, described.get(on), _lines(held[on], known, zone)) for on in sorted(held)]
    return _whole(time_zone, made, in_order(waiting))


def with_changed(
    before: Timetable,
    changed: Mapping[UUID, Session | None],
    described: Mapping[date, ProgrammeDay],
    tracks: Iterable[Track],
) -> Timetable:
    """Return a timetable in which only some sessions are others; None for one that is there no more.

    Days on which none of them is or was are the same as before.
    """
    zone, known = ZoneInfo(before.time_zone), {track.id: track for track in tracks}
    added: dict[date, list[Session]] = defaultdict(list)
    waiting = [session for session in before.waiting if session.id not in changed]
    for session in changed.values():
        if session is not None and session.starts is not None:
            added[session.starts.astimezone(zone).date()].append(session)
        elif session is not None:
            waiting.append(session)
    made: dict[date, Day] = {}
    for day in before.days:
        there = [block.session for line in day.lines for block in line.blocks]
        left = [session for session in there if session.id not in changed]
        more = added.pop(day.on, [])
        if len(left) == len(there) and not more:
            made[day.on] = day
        elif left or more or day.day is not None:
            made[day.on] = Day(day.on, day.day, _lines([*left, *more], known, zone))
    made |= {on: Day(on, described.get(on), _lines(sessions, known, zone)) for on, sessions in added.items()}
    return _whole(before.time_zone, [made[on] for on in sorted(made)], in_order(waiting))


def _whole(time_zone: str, days: Sequence[Day], waiting: Sequence[Session]) -> Timetable:
    """Say from when until when a timetable shows: its sessions, and at least `HOURS` hours."""
    blocks = [block for day in days for line in day.lines for block in line.blocks]
    first = min((block.starts for block in blocks), default=FIRST) // 60 * 60
    last = -(-max((block.shown_until for block in blocks), default=LAST) // 60) * 60
    last = max(last, min(first + HOURS * 60, OF_A_DAY))
    return Timetable(time_zone, tuple(days), tuple(waiting), min(first, last - HOURS * 60), last)


def _lines(sessions: Iterable[Session], known: Mapping[UUID, Track], zone: ZoneInfo) -> tuple[Line, ...]:
    """Divide the sessions of a day among their tracks, in the order of these; those of none come last."""
    held: dict[UUID | None, list[Session]] = defaultdict(list)
    for session in sorted(sessions, key=lambda each: (each.starts, each.code)):
        held[session.track if session.track in known else None].append(session)
    tied = sorted((track for track in held if track is not None), key=lambda each: (known[each].rank, str(each)))
    lines = [Line(known[track], _placed(held[track], zone)) for track in tied]
    if None in held or not lines:
        lines.append(Line(None, _placed(held.get(None, []), zone)))
    return tuple(lines)


def _placed(sessions: Sequence[Session], zone: ZoneInfo) -> tuple[Block, ...]:
    """Give each the first lane that is free when it begins."""
    free: list[int] = []
    blocks: list[Block] = []
    for session in sessions:
        assert session.starts is not None
        starts, ends = minutes_of(session, zone)
        lane = next((number for number, until in enumerate(free) if until <= starts), len(free))
        free[lane : lane + 1] = [ends]
        blocks.append(Block(session, starts, ends, lane, session.ends is None))
    return tuple(blocks)


def minutes_of(session: Session, zone: ZoneInfo) -> tuple[int, int]:
    """Return what clocks there show when a session begins and ends, in minutes after midnight of its first day."""
    assert session.starts is not None
    begins = session.starts.astimezone(zone)
    starts = begins.hour * 60 + begins.minute
    if session.ends is None:
        return starts, starts + USUAL
    ends = session.ends.astimezone(zone)
    days = ends.toordinal() - begins.toordinal()
    return starts, max(days * OF_A_DAY + ends.hour * 60 + ends.minute, starts + SHORTEST)


def shifted(session: Session, minutes: int) -> tuple[datetime, datetime | None]:
    """Return when a session is that begins so many minutes later, or earlier."""
    assert session.starts is not None
    by = timedelta(minutes=minutes)
    return session.starts + by, session.ends + by if session.ends else None


def lengthened(session: Session, minutes: int) -> datetime:
    """Return when a session ends that lasts so many minutes longer, or shorter, but never less than `SHORTEST`."""
    assert session.starts is not None
    ends = (session.ends or session.starts + timedelta(minutes=USUAL)) + timedelta(minutes=minutes)
    return max(ends, session.starts + timedelta(minutes=SHORTEST))


def on_another_day(session: Session, on: date, time_zone: str) -> tuple[datetime, datetime | None]:
    """Return when a session is that is held at the same hour of another day, as long as before.

    Where a change of the clock leaves that hour out, it is at the hour the clock shows then.
    """
    assert session.starts is not None
    zone = ZoneInfo(time_zone)
    begins = session.starts.astimezone(zone)
    starts = datetime.combine(on, begins.time(), zone).astimezone(UTC).astimezone(zone)
    return starts, starts + (session.ends - session.starts) if session.ends else None
