"""The programme as a timetable: days and tracks down, time across, in the zone of the consultation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from consultation.errors import InvalidRecord, sentence
from consultation.language import N_, Translator
from consultation.model import ProgrammeDay, Session, Track
from consultation.reading.programme import day_of, in_order, minutes_planned
from consultation.store import Store

HOUR = 60
DAY = 24 * HOUR
WITHOUT_END = 60
"""Minutes a session is drawn with where nobody has said when it ends."""
USUAL_HOURS = (9 * HOUR, 18 * HOUR)
"""Shown where no session has a time."""


@dataclass(frozen=True)
class Block:
    """A session at its place: minutes since midnight where the consultation is held."""

    session: Session
    on: date
    begins: int
    ends: int
    """More than `DAY` where it goes on after midnight; guessed where nobody has said when it ends."""
    lane: int
    """Blocks of one row that overlap lie in different lanes, from 0."""


@dataclass(frozen=True)
class Row:
    """What one track has on one day."""

    on: date
    track: Track | None
    blocks: tuple[Block, ...]
    lanes: int


@dataclass(frozen=True)
class DayRows:
    """A day with its rows: tracks in their order, then what belongs to none."""

    on: date
    day: ProgrammeDay | None
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Timetable:
    """The whole programme, to be laid out."""

    days: tuple[DayRows, ...]
    loose: tuple[Session, ...]
    """Sessions of which only the month is known, and those of which nothing is."""
    first: int
    last: int
    """The hours to show, in minutes since midnight: full hours around all blocks."""

    @property
    def sessions(self) -> list[Session]:
        """Every session, as the eye meets them."""
        placed = [block.session for day in self.days for row in day.rows for block in row.blocks]
        return [*placed, *self.loose]

    @property
    def timeless(self) -> list[Session]:
        """Those of which not even the month is known."""
        return [session for session in self.loose if not session.month]

    def totals(self, t: Translator) -> str:
        """Say how much there is: "13 sessions, 4 days, 3 tracks, 18 h 45 min"."""
        sessions = self.sessions
        tracks = {row.track.id if row.track else None for day in self.days for row in day.rows if row.blocks}
        minutes = sum(max(minutes_planned(session) or 0, 0) for session in sessions)
        parts = [
            t.plural("{count} session", "{count} sessions", len(sessions)),
            t.plural("{count} day", "{count} days", len(self.days)),
        ]
        if tracks - {None}:
            parts.append(t.plural("{count} track", "{count} tracks", len(tracks)))
        if minutes:
            parts.append(length_in_words(minutes, t))
        return ", ".join(parts)


def read_timetable(store: Store) -> Timetable:
    """Read the timetable from the file."""
    return timetable(store.all(Session), store.all(ProgrammeDay), store.all(Track), store.consultation.time_zone)


def timetable(
    sessions: Iterable[Session], days: Iterable[ProgrammeDay], tracks: Iterable[Track], time_zone: str
) -> Timetable:
    """Lay a programme out; a day of the programme on which there is nothing yet is a day of it too."""
    known = {track.id: track for track in sorted(tracks, key=lambda track: (track.rank, track.id))}
    described: dict[date, ProgrammeDay] = {}
    for day in sorted(days, key=lambda record: record.id):
        if day.on is not None:
            described.setdefault(day.on, day)
    placed: dict[date, dict[UUID | None, list[Session]]] = {on: {} for on in described}
    loose = []
    for session in in_order(sessions):
        on = day_of(session, time_zone)
        if on is None:
            loose.append(session)
        else:
            track = session.track if session.track in known else None
            placed.setdefault(on, {}).setdefault(track, []).append(session)
    laid = tuple(DayRows(on, described.get(on), _rows(on, placed[on], known, time_zone)) for on in sorted(placed))
    blocks = [block for each in laid for row in each.rows for block in row.blocks]
    first, last = _hours(blocks)
    return Timetable(laid, tuple(loose), first, last)


def local_minute(moment: datetime, time_zone: str) -> int:
    """Return the minutes since midnight that a clock shows there."""
    there = moment.astimezone(ZoneInfo(time_zone))
    return there.hour * HOUR + there.minute


def moment_at(on: date, minute: int, time_zone: str) -> datetime:
    """Return the moment at which a clock there shows ``minute`` since midnight; more than a day goes on to the next.

    Of an hour that comes twice, when clocks are put back, the first is meant. InvalidRecord for an hour that is
    left out, when clocks are put forward.
    """
    day, left = divmod(minute, DAY)
    wall = datetime.combine(on + timedelta(days=day), time(left // HOUR, left % HOUR), ZoneInfo(time_zone))
    moment = wall.astimezone(UTC)
    if moment.astimezone(ZoneInfo(time_zone)).replace(tzinfo=None) != wall.replace(tzinfo=None):
        raise InvalidRecord(
            sentence(
                N_("There is no {hour} on that day where the consultation is held: clocks are put forward then."),
                hour=f"{left // HOUR:02}:{left % HOUR:02}",
            )
        )
    return moment


def comes_twice(moment: datetime, time_zone: str) -> bool:
    """Tell whether clocks there show this hour twice, because they are put back."""
    there = moment.astimezone(ZoneInfo(time_zone))
    return there.utcoffset() != there.replace(fold=1 - there.fold).utcoffset() and (
        there.replace(fold=0).utcoffset() or timedelta()
    ) > (there.replace(fold=1).utcoffset() or timedelta())


def length_in_words(minutes: int, t: Translator) -> str:
    """Write how long something takes: "18 h 45 min"."""
    hours, left = divmod(minutes, HOUR)
    if not hours:
        return t("{count} min").format(count=t.number(left))
    if not left:
        return t("{hours} h").format(hours=t.number(hours))
    return t("{hours} h {minutes} min").format(hours=t.number(hours), minutes=left)


def _rows(
    on: date, tied: dict[UUID | None, list[Session]], known: dict[UUID, Track], time_zone: str
) -> tuple[Row, ...]:
    order: list[UUID | None] = [*(track for track in known if track in tied)]
    if None in tied or not tied:
        order.append(None)
    return tuple(_row(on, known.get(track) if track else None, tied.get(track, []), time_zone) for track in order)


def _row(on: date, track: Track | None, sessions: Sequence[Session], time_zone: str) -> Row:
    blocks: list[Block] = []
    free_from: list[int] = []
    for session in sessions:
        if session.starts is None:
            continue
        begins = local_minute(session.starts, time_zone)
        planned = minutes_planned(session)
        ends = begins + (planned if planned is not None and planned > 0 else WITHOUT_END)
        lane = next((lane for lane, free in enumerate(free_from) if free <= begins), len(free_from))
        free_from[lane : lane + 1] = [ends]
        blocks.append(Block(session, on, begins, ends, lane))
    return Row(on, track, tuple(blocks), max(len(free_from), 1))


def _hours(blocks: Sequence[Block]) -> tuple[int, int]:
    if not blocks:
        return USUAL_HOURS
    first = min(block.begins for block in blocks) // HOUR * HOUR
    last = -(-max(block.ends for block in blocks) // HOUR) * HOUR
    return first, max(last, first + 4 * HOUR)


def by_session(shown: Timetable) -> dict[UUID, Block]:
    """Return the block of each session that has a time."""
    found: dict[UUID, Block] = {}
    for day in shown.days:
        for row in day.rows:
            found.update((block.session.id, block) for block in row.blocks)
    return found


TYPED_HOUR = re.compile(r"\s*(\d{1,2})\s*(?:[:.hH]\s*(\d{2})?)?\s*")


def minute_typed(text: str) -> int | None:
    """Read an hour as people type it ("13:30", "13h30", "9") into minutes since midnight; None where it is none."""
    found = TYPED_HOUR.fullmatch(text)
    if found is None:
        return None
    minute = int(found.group(1)) * HOUR + int(found.group(2) or 0)
    return minute if int(found.group(2) or 0) < HOUR and minute <= DAY else None
