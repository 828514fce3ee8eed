"""The programme as a timetable: time runs across, days and their tracks down, in the zone of the consultation."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from consultation.errors import InvalidRecord, sentence
from consultation.language import N_, Translator
from consultation.model import ProgrammeDay, Session, Track
from consultation.reading.programme import in_order
from consultation.store import Store

OF_A_DAY = 24 * 60
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
    """The same; at most `OF_A_DAY`, where it goes on beyond midnight."""
    lane: int
    """Where several of one line are at one time: from 0 down."""
    is_open: bool
    """Nobody has said when it ends."""


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
    last = -(-max([LAST, *(block.ends for block in blocks)]) // 60) * 60
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
    """Return when a session begins and ends, in minutes after midnight of the day on which it begins."""
    assert session.starts is not None
    begins = session.starts.astimezone(zone)
    starts = begins.hour * 60 + begins.minute
    if session.ends is None:
        return starts, min(starts + USUAL, OF_A_DAY)
    lasts = int((session.ends - session.starts).total_seconds() // 60)
    return starts, min(starts + max(lasts, SHORTEST), OF_A_DAY)


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


def placed_at(on: date, minutes: int, lasts: int, time_zone: str) -> tuple[datetime, datetime]:
    """Return when a session is that begins so many minutes after midnight of a day."""
    zone = ZoneInfo(time_zone)
    midnight = datetime.combine(on, datetime.min.time(), zone)
    starts = (midnight.replace(tzinfo=None) + timedelta(minutes=minutes)).replace(tzinfo=zone)
    starts = starts.astimezone(UTC).astimezone(zone)
    return starts, starts + timedelta(minutes=lasts)


def local_minute(moment: datetime, time_zone: str) -> int:
    """Return the minutes since midnight that a clock shows there."""
    there = moment.astimezone(ZoneInfo(time_zone))
    return there.hour * 60 + there.minute


def moment_at(on: date, minute: int, time_zone: str) -> datetime:
    """Return the moment at which a clock there shows ``minute`` since midnight; more than a day goes on to the next.

    Of an hour that comes twice, when clocks are put back, the first is meant. InvalidRecord for an hour that is
    left out, when clocks are put forward.
    """
    day, left = divmod(minute, OF_A_DAY)
    wall = datetime.combine(on + timedelta(days=day), time(left // 60, left % 60), ZoneInfo(time_zone))
    moment = wall.astimezone(UTC)
    if moment.astimezone(ZoneInfo(time_zone)).replace(tzinfo=None) != wall.replace(tzinfo=None):
        raise InvalidRecord(
            sentence(
                N_("There is no {hour} on that day where the consultation is held: clocks are put forward then."),
                hour=f"{left // 60:02}:{left % 60:02}",
            )
        )
    return moment


def comes_twice(moment: datetime, time_zone: str) -> bool:
    """Tell whether clocks there show this hour twice, because they are put back."""
    there = moment.astimezone(ZoneInfo(time_zone))
    return there.utcoffset() != there.replace(fold=1 - there.fold).utcoffset() and (
        there.replace(fold=0).utcoffset() or timedelta()
    ) > (there.replace(fold=1).utcoffset() or timedelta())


TYPED_HOUR = re.compile(r"\s*(\d{1,2})\s*(?:[:.hH]\s*(\d{2})?)?\s*")


def minute_typed(text: str) -> int | None:
    """Read an hour as people type it ("13:30", "13h30", "9") into minutes since midnight; None where it is none."""
    found = TYPED_HOUR.fullmatch(text)
    if found is None:
        return None
    minute = int(found.group(1)) * 60 + int(found.group(2) or 0)
    return minute if int(found.group(2) or 0) < 60 and minute <= OF_A_DAY else None
