"""The programme as a timetable: time runs across, days and their tracks down, in the zone of the consultation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from consultation.language import Translator
from consultation.model import ProgrammeDay, Session, Track
from consultation.reading.hours import EARLY, OF_A_DAY, local_minute
from consultation.reading.programme import in_order
from consultation.store import Store

USUAL = 60
"""Minutes a session is drawn with of which only the beginning is known."""
SHORTEST = 5
FIRST, LAST = 9 * 60, 18 * 60
"""The hours that a timetable shows at least."""


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

    def said(self, t: Translator) -> str:
        """Sum it up: "13 sessions, 4 days, 3 tracks, 18 h 45 min"."""
        blocks = self.blocks()
        minutes = sum(block.ends - block.starts for block in blocks if block.session.recorded)
        tracks = {line.track.id for day in self.days for line in day.lines if line.track}
        number = len(blocks) + len(self.waiting)
        parts = [
            t.plural("{count} session", "{count} sessions", number),
            t.plural("{count} day", "{count} days", len(self.days)),
            t.plural("{count} track", "{count} tracks", len(tracks)) if tracks else "",
            t("{hours} h {minutes} min").format(hours=t.number(minutes // 60), minutes=f"{minutes % 60:02}"),
        ]
        return ", ".join(part for part in parts if part)


def read_timetable(store: Store) -> Timetable:
    """Read the programme from the file."""
    return timetable(store.all(Session), store.all(ProgrammeDay), store.all(Track), store.consultation.time_zone)


def timetable(
    sessions: Iterable[Session], days: Iterable[ProgrammeDay], tracks: Iterable[Track], time_zone: str
) -> Timetable:
    """Put sessions into their places; a day on which there is none is there too."""
    zone, known = ZoneInfo(time_zone), {track.id: track for track in tracks}
    described: dict[date, ProgrammeDay] = {}
    for day in sorted(days, key=lambda record: record.id):
        if day.on is not None:
            described.setdefault(day.on, day)
    held: dict[date, dict[UUID | None, list[Session]]] = {on: {} for on in described}
    waiting: list[Session] = []
    for session in in_order(sessions):
        if session.starts is None:
            waiting.append(session)
            continue
        track = session.track if session.track in known else None
        held.setdefault(session.starts.astimezone(zone).date(), defaultdict(list))
        held[session.starts.astimezone(zone).date()].setdefault(track, []).append(session)
    order = {track.id: (track.rank, str(track.id)) for track in known.values()}
    made = tuple(Day(on, described.get(on), tuple(_lines(held[on], known, order, zone))) for on in sorted(held))
    blocks = [block for day in made for line in day.lines for block in line.blocks]
    first = min([FIRST, *(block.starts for block in blocks)]) // 60 * 60
    last = -(-max([LAST, *(block.shown_until for block in blocks)]) // 60) * 60
    return Timetable(time_zone, made, tuple(waiting), first, last)


def _lines(
    held: dict[UUID | None, list[Session]],
    known: dict[UUID, Track],
    order: dict[UUID, tuple[int, str]],
    zone: ZoneInfo,
) -> list[Line]:
    tied = sorted((track for track in held if track is not None), key=lambda track: order[track])
    lines = [Line(known[track], _placed(held[track], zone)) for track in tied]
    if None in held or not lines:
        lines.append(Line(None, _placed(held.get(None, []), zone)))
    return lines


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
    starts = local_minute(session.starts, zone.key)
    if session.ends is None:
        return starts, starts + USUAL
    days = (session.ends.astimezone(zone).date() - session.starts.astimezone(zone).date()).days
    return starts, max(days * OF_A_DAY + local_minute(session.ends, zone.key), starts + SHORTEST)


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
