"""When a session is, from the columns of a programme, in the zone of the consultation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from consultation.errors import sentence
from consultation.exchange.leaves import Wrong
from consultation.exchange.matched.lister import Said
from consultation.exchange.matched.row import Row, Table
from consultation.exchange.matched.times import (
    DayOrder,
    at,
    has_hour,
    order_of,
    read_day,
    read_hours,
    read_moment,
    read_month,
)
from consultation.language import N_
from consultation.store import Store

WHEN = ("starts", "ends", "month")
_COLUMNS = ("day", "starts", "ends")


@dataclass
class _When:
    """What the cells of a row say of when it is."""

    day: date | None = None
    last_day: date | None = None
    begins: time | None = None
    finishes: time | None = None
    starts: datetime | None = None
    ends: datetime | None = None
    month: str = ""


class Hours:
    """Reads when the sessions of one table are."""

    def __init__(self, store: Store, table: Table) -> None:
        about = store.consultation if store.counts()["consultation"] else None
        self._zone = ZoneInfo(about.time_zone if about else "UTC")
        self._year = about.starts.year if about and about.starts else None
        cells = [cell for column in _COLUMNS for cell in table.column(column)]
        self._order: DayOrder = order_of(cells)

    def read(self, row: Row, said: Said) -> None:
        """Put into ``said`` when a row is; what cannot be read, or not be so, is a doubt and left out."""
        when = _When()
        for read in (self._read_day, self._read_hours, self._read_starts, self._read_ends):
            try:
                read(row, when)
            except Wrong as error:
                said.doubts.append(error.sentence)
        if when.month:
            said.values["month"] = when.month
        try:
            self._put(when, said)
        except Wrong as error:
            said.doubts.append(error.sentence)

    def _read_day(self, row: Row, when: _When) -> None:
        if text := row.get("day"):
            when.month = read_month(text)
            if when.month:
                return
            when.day = read_day(text, self._order, self._year)
            if has_hour(text):
                _, when.begins, when.starts = read_moment(text, self._order, self._year)

    def _read_hours(self, row: Row, when: _When) -> None:
        if text := row.get("hours"):
            when.begins, when.finishes = read_hours(text)

    def _read_starts(self, row: Row, when: _When) -> None:
        if text := row.get("starts"):
            day, hour, when.starts = read_moment(text, self._order, self._year)
            when.day, when.begins = day or when.day, hour or when.begins

    def _read_ends(self, row: Row, when: _When) -> None:
        if text := row.get("ends"):
            when.last_day, hour, when.ends = read_moment(text, self._order, self._year)
            when.finishes = hour or when.finishes

    def _put(self, when: _When, said: Said) -> None:
        """Put days and hours together; Wrong at the first that does not fit, with what fits put in."""
        if when.day is None:
            if (when.begins or when.finishes) and not said.doubts:
                raise Wrong(N_("it has an hour and no day"))
            return
        if when.begins is None:
            if not said.doubts:
                said.remarks.append(sentence(N_("it has a day and no hour; the month alone is kept")))
            said.values["month"] = f"{when.day.year:04}-{when.day.month:02}"
            return
        starts = when.starts or at(when.day, when.begins, self._zone)
        said.values["starts"] = starts
        if when.finishes is None:
            return
        ends = when.ends or at(when.last_day or when.day, when.finishes, self._zone)
        if ends < starts:
            raise Wrong(
                N_("it ends ({end}) before it starts ({start})"),
                start=f"{starts:%Y-%m-%d %H:%M}",
                end=f"{ends:%Y-%m-%d %H:%M}",
            )
        said.values["ends"] = ends
