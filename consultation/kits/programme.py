"""The programme of a kit: days, tracks, sessions with their agendas, and which session feeds which."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from consultation.kits.entry import Entry
from consultation.kits.vocabularies import Known, tagged
from consultation.language import N_
from consultation.model import (
    MONTH,
    AgendaItem,
    AgendaKind,
    KnownVocabulary,
    ProgrammeDay,
    Record,
    Session,
    SessionFormat,
    SessionStatus,
    Track,
)
from consultation.model.record import derived_id

MINUTES_OF_A_DAY = 24 * 60
MOST_PLACES = 1_000_000


@dataclass(frozen=True)
class Programme:
    """The programme of one kit."""

    kit: str
    place: Entry
    terms: Known
    organisations: Mapping[str, UUID]
    objectives: Mapping[str, UUID]

    def records(self) -> Iterator[Record]:
        """Make days, tracks and sessions, each with its agenda."""
        yield from self._days()
        taken: set[str] = set()
        tracks: dict[str, UUID] = {}
        for rank, track in enumerate(self.place.tables("tracks")):
            made = track.checked(self._track(track, rank, taken))
            tracks[track.text("key")] = made.id
            yield made
        codes: set[str] = set()
        sessions = {
            entry.text("code"): self._id(Session, entry.text("code")) for entry in self.place.tables("sessions")
        }
        for entry in self.place.tables("sessions"):
            session = entry.checked(self._session(entry, codes, tracks, sessions))
            yield session
            for rank, item in enumerate(entry.tables("agenda")):
                yield item.checked(self._agenda_item(session, rank, item))

    def _id(self, kind: type[Record], key: str) -> UUID:
        return derived_id(self.kit, kind.kind(), key)

    def _days(self) -> Iterator[ProgrammeDay]:
        taken: set[str] = set()
        for day in self.place.tables("days"):
            day.only("on", "title", "format")
            on = day.optional_day("on")
            if on is None:
                raise day.refused("on", N_("it is missing"))
            if on.isoformat() in taken:
                raise day.refused("on", N_("{value} is there twice"), value=on.isoformat())
            taken.add(on.isoformat())
            yield day.checked(
                ProgrammeDay(
                    id=self._id(ProgrammeDay, on.isoformat()),
                    on=on,
                    title=day.optional_labels("title"),
                    format=day.choice("format", SessionFormat),
                )
            )

    def _track(self, place: Entry, rank: int, taken: set[str]) -> Track:
        place.only("key", "title", "description")
        return Track(
            id=self._id(Track, place.name("key", taken)),
            title=place.labels("title"),
            description=place.optional_labels("description"),
            rank=rank,
        )

    def _session(
        self, place: Entry, taken: set[str], tracks: Mapping[str, UUID], sessions: Mapping[str, UUID]
    ) -> Session:
        """Make one session of the programme; of its hours only the month may be known, or nothing."""
        place.only(
            *("code", "kind", "title", "purpose", "format", "status", "starts", "ends", "month", "room", "channel"),
            *("languages", "places", "recorded", "terms", "track", "feeds", "objectives", "organisations"),
            *("questions", "partners", "agenda"),
        )
        code = place.name("code", taken)
        starts, ends, recorded = place.moment("starts"), place.moment("ends"), place.yes("recorded")
        if starts and ends and ends <= starts:
            raise place.refused("ends", N_("the session ends before it starts"))
        return Session(
            id=sessions[code],
            code=code,
            title=place.labels("title"),
            purpose=place.optional_labels("purpose"),
            kind_term=self._kind(place),
            format=place.choice("format", SessionFormat),
            status=place.choice("status", SessionStatus, SessionStatus.PLANNED),
            starts=starts,
            ends=ends,
            month=month(place, "month"),
            room=place.optional_text("room"),
            channel=place.optional_text("channel"),
            languages=place.optional_texts("languages"),
            places=place.optional_number("places", MOST_PLACES),
            recorded=True if recorded is None else recorded,
            terms=tagged(place, self.terms),
            track=place.one_of("track", tracks),
            feeds=place.some_of("feeds", {other: id_ for other, id_ in sessions.items() if other != code}),
            objectives=place.some_of("objectives", self.objectives),
            organisations=place.some_of("organisations", self.organisations),
            questions=place.labels_list("questions"),
            partners=place.labels_list("partners"),
        )

    def _kind(self, place: Entry) -> UUID | None:
        if "kind" not in place.values and not place.complete:
            return None
        kinds = self.terms[KnownVocabulary.SESSION_KIND]
        if place.text("kind") not in kinds:
            raise place.refused("kind", N_("{value} is not a session kind of this kit"), value=place.text("kind"))
        return kinds[place.text("kind")]

    def _agenda_item(self, session: Session, rank: int, place: Entry) -> AgendaItem:
        """Make one item of a session's agenda; it is known by its place in it."""
        place.only("title", "minutes", "sort")
        return AgendaItem(
            id=self._id(AgendaItem, f"{session.code}.{rank}"),
            session=session.id,
            rank=rank,
            sort=place.choice("sort", AgendaKind, AgendaKind.OTHER),
            title=place.labels("title"),
            minutes=place.optional_number("minutes", MINUTES_OF_A_DAY),
        )


def month(place: Entry, key: str) -> str:
    """Read a month such as "2021-05"; none when the key is not there."""
    found = place.optional_text(key)
    if found and not MONTH.fullmatch(found):
        raise place.refused(key, N_("{value} is not a month such as 2021-05"), value=found)
    return found
