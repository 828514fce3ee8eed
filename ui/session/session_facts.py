"""The facts of the status line: how long the session has run and has to go, who is there, and how much was said."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QTimer, Signal

from consultation.language import Translator
from consultation.model import (
    Attendance,
    Channel,
    Intervention,
    Lesson,
    Presence,
    Recommendation,
    Role,
    Session,
    SessionStatus,
)
from consultation.reading.programme import minutes_planned, started_at
from ui.session.stream_model import StreamModel
from ui.touched import Touched
from ui.workspace import Workspace

EVERY_MS = 20_000
COUNTED_AFTER_MS = 400
"""Words are counted once a session has been shown for so long, so that showing it does not wait for them."""
HOUR = 60


class SessionFacts(QObject):
    """Reads what does not change by itself once, and writes the rest anew as time goes by."""

    changed = Signal()

    def __init__(self, workspace: Workspace, model: StreamModel) -> None:
        super().__init__(model)
        self._workspace, self._model = workspace, model
        self._session: Session | None = None
        self._started: datetime | None = None
        self._time_zone = ""
        self._people: tuple[int, int] = (0, 0)
        self._words: dict[UUID, int] | None = None
        self._is_seen = False
        self._tick = QTimer(self, interval=EVERY_MS)
        self._tick.timeout.connect(self.changed)
        self._later = QTimer(self, singleShot=True, interval=COUNTED_AFTER_MS)
        self._later.timeout.connect(self._count_words)

    def show_session(self, session: Session | None) -> None:
        """Tell of another session."""
        self._session, self._words = session, None
        self._time_zone = self._workspace.consultation.time_zone if session is not None else ""
        self._read_session()
        self._read_people()
        self._count_soon()
        self.changed.emit()

    def be_seen(self, seen: bool) -> None:
        """Write anew as time goes by while the page is seen; hidden, do nothing."""
        self._is_seen = seen
        if seen:
            self._tick.start()
            self._count_soon()
            self.changed.emit()
        else:
            self._tick.stop()
            self._later.stop()

    def take(self, touched: Touched, session: Session | None) -> None:
        """Hear what was written about the session and who is there."""
        self._session = session
        if touched.concerns(Session):
            self._read_session()
        if touched.concerns(Role, Attendance):
            self._read_people()
        self.changed.emit()

    def take_said(self, touched: Touched) -> None:
        """Hear what was said, once the stream has it."""
        if touched.everything:
            self._words = None
            self._count_soon()
        elif self._words is not None:
            self._count_again(touched)
        self.changed.emit()

    def leading(self, short: bool) -> list[str]:
        """Return the facts of time and people; fewer where there is little room."""
        t, session = self._workspace.t, self._session
        if session is None:
            return []
        facts: list[str] = []
        if self._started is not None:
            run = max(int((datetime.now(UTC) - self._started).total_seconds() / 60), 0)
            if not short:
                facts.append(t("{time} since the start").format(time=spell_minutes(t, run)))
            planned = minutes_planned(session)
            if planned is not None:
                left = planned - run
                said = t("{time} to go") if left >= 0 else t("{time} over")
                facts.append(said.format(time=spell_minutes(t, abs(left))))
        people, online = self._people
        if people:
            said = t.plural("{count} person", "{count} people", people)
            if online and not short:
                said = t("{people}, {online} of them online").format(people=said, online=t.number(online))
            facts.append(said)
        return facts

    def trailing(self, short: bool) -> list[str]:
        """Return how much was said, and whose time is shown where it is not the laptop's."""
        t, model = self._workspace.t, self._model
        if self._session is None:
            return []
        said = [
            t.plural("{count} intervention", "{count} interventions", model.count(Intervention)),
            *([t.plural("{count} lesson", "{count} lessons", lessons)] if (lessons := model.count(Lesson)) else []),
        ]
        if self._words and not short:
            said.append(t.plural("{count} word", "{count} words", sum(self._words.values())))
        facts = [", ".join(said)] if model.whole else []
        return [*facts, *filter(None, [self._zone(short)])]

    def _zone(self, short: bool) -> str:
        """Say whose time is shown where it differs from the laptop's."""
        t = self._workspace.t
        there, here = datetime.now(ZoneInfo(self._time_zone)), datetime.now().astimezone()
        if there.utcoffset() == here.utcoffset():
            return ""
        place = t.zone_name(self._time_zone)
        if short:
            return t("Times of {place}").format(place=place)
        return t("Times of {place}; this laptop says {time}").format(place=place, time=t.time(here))

    def _read_session(self) -> None:
        session, self._started = self._session, None
        if session is not None and session.status is SessionStatus.RUNNING:
            self._started = started_at(self._workspace.store.history(session))

    def _read_people(self) -> None:
        """Count heads where somebody counted them, else those who are listed and came."""
        if self._session is None:
            self._people = (0, 0)
            return
        store, session = self._workspace.store, self._session.id
        heads = store.columns(Attendance, "heads", "channel", session=session)
        if heads:
            online = sum(count for count, channel in heads if channel is Channel.ONLINE)
            self._people = (sum(count for count, _ in heads), online)
            return
        listed = store.columns(Role, "person", "presence", session=session)
        gone = (Presence.ABSENT, Presence.REPLACED)
        self._people = (len({person for person, presence in listed if presence not in gone}), 0)

    def _count_soon(self) -> None:
        if self._is_seen and self._words is None:
            self._later.start()

    def _count_words(self) -> None:
        if self._session is None or not self._workspace.is_readable:
            return
        store, session = self._workspace.store, self._session.id
        self._words = {
            record: len(text.split())
            for kind in (Intervention, Recommendation, Lesson)
            for record, text in store.columns(kind, "id", "text", session=session)
        }
        self.changed.emit()

    def _count_again(self, touched: Touched) -> None:
        """Count the words of what was written, as far as it stands in the session."""
        assert self._words is not None, "words have been counted"
        for record in touched.records:
            self._words.pop(record, None)
            row = self._model.row_of(record)
            if row >= 0:
                self._words[record] = len(self._model.entry(row).text.split())


def spell_minutes(t: Translator, minutes: int) -> str:
    """Write a length of time as people say it: "42 min", "1 h 18 min"."""
    hours, rest = divmod(minutes, HOUR)
    if not hours:
        return t("{count} min").format(count=t.number(rest))
    if not rest:
        return t("{count} h").format(count=t.number(hours))
    return t("{hours} h {minutes} min").format(hours=t.number(hours), minutes=t.number(rest))
