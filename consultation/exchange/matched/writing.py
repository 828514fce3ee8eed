"""The programme as a table for people, in the order in which it goes; `matched` reads it back as it was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from consultation.exchange.leaves import Wrong
from consultation.exchange.matched.columns import head_of
from consultation.exchange.matched.fields import Listing
from consultation.exchange.matched.roles import ROLES, written
from consultation.exchange.matched.times import at
from consultation.exchange.tabular import Tabular
from consultation.exchange.workbook import Holds
from consultation.language import Translator, in_language
from consultation.model import Organisation, Person, Record, Role, Session, Term, Track
from consultation.reading.people import who_may_be_named
from consultation.reading.programme import in_order
from consultation.store import Store
from consultation.words.choices import choice_name

Place = tuple[str, str]
"""Field and language of a column."""

_HOLDS = {"day": Holds.DAY, "starts": Holds.HOUR, "ends": Holds.HOUR, "places": Holds.NUMBER}
_ALWAYS = ("code", "day", "starts", "ends", "title")
_ORDER = (
    *("code", "day", "starts", "ends", "title", "room", "channel", "kind_term", "format", "languages", "places"),
    *("track", "organisations", *ROLES, "purpose"),
)


def programme_tabular(store: Store, t: Translator, with_names: bool = False) -> Tabular:
    """Put the sessions into rows in their order, columns and choices in the language of ``t``.

    Of the people only those stand in it who may be named, or, ``with_names``, all.
    """
    about = store.consultation
    writing = _Writing(store, t, ZoneInfo(about.time_zone), with_names)
    rows = [dict(writing.cells(session)) for session in in_order(store.all(Session))]
    places = list(_places({place for row in rows for place in row}, about.languages))
    headings = [head_of(t, Listing.PROGRAMME, *place) for place in places]
    holds = {number: _HOLDS[field] for number, (field, _) in enumerate(places) if field in _HOLDS}
    return Tabular(
        Listing.PROGRAMME,
        headings,
        [[row.get(place, "") for place in places] for row in rows],
        writing.names_left_out,
        holds,
    )


class _Writing:
    """Writes the sessions of one file."""

    def __init__(self, store: Store, t: Translator, zone: ZoneInfo, with_names: bool) -> None:
        self._t, self._zone = t, zone
        self._kinds = self._labels(store, Term, "label")
        self._tracks = self._labels(store, Track, "title")
        short = self._labels(store, Organisation, "short_name")
        named = self._labels(store, Organisation, "name")
        self._organisations = {record: named[record] or short[record] for record in named}
        self._people = {
            person.id: written(person.name, self._house_of(person))
            for person in (store.all(Person) if with_names else who_may_be_named(store).named.values())
        }
        self._roles: dict[UUID, dict[str, list[str]]] = {}
        self.names_left_out = False
        """Somebody has a part in a session and may not be named."""
        for session, role, person in sorted(store.columns(Role, "session", "role", "person")):
            if person in self._people:
                self._roles.setdefault(session, {}).setdefault(role.value, []).append(self._people[person])
            else:
                self.names_left_out = True

    def cells(self, session: Session) -> Iterator[tuple[Place, str]]:
        """Give the cells of a session in which something stands."""
        yield ("code", ""), session.code
        for place, text in (*self._when(session), *self._what(session)):
            if text:
                yield place, text

    def _when(self, session: Session) -> Iterator[tuple[Place, str]]:
        if session.starts is None:
            yield ("day", ""), session.month
            return
        starts = session.starts.astimezone(self._zone)
        yield ("day", ""), starts.date().isoformat()
        yield ("starts", ""), self._hour(starts)
        if session.ends is not None:
            ends = session.ends.astimezone(self._zone)
            is_other_day = ends.date() != starts.date()
            yield ("ends", ""), f"{ends:%Y-%m-%d %H:%M}" if is_other_day else self._hour(ends)

    def _what(self, session: Session) -> Iterator[tuple[Place, str]]:
        for field in ("title", "purpose"):
            for language, text in getattr(session, field).items():
                yield (field, language), text
        partners = [in_language(labels, self._t.language) for labels in session.partners]
        yield ("room", ""), session.room
        yield ("channel", ""), session.channel
        yield ("kind_term", ""), self._kinds.get(session.kind_term, "") if session.kind_term else ""
        yield ("format", ""), choice_name(self._t, session.format)
        yield ("languages", ""), ", ".join(session.languages)
        yield ("places", ""), "" if session.places is None else str(session.places)
        yield ("track", ""), self._tracks.get(session.track, "") if session.track else ""
        held = [self._organisations.get(record, "") for record in session.organisations]
        yield ("organisations", ""), "; ".join(filter(None, (*held, *partners)))
        for role, people in self._roles.get(session.id, {}).items():
            yield (role, ""), "; ".join(people)

    def _house_of(self, person: Person) -> str:
        """Return the organisation by which a person is told from others of that name."""
        offices = (
            self._organisations.get(UUID(each["organisation"]), "") for each in person.functions if each["organisation"]
        )
        return person.organisation or next(filter(None, offices), "")

    def _hour(self, moment: datetime) -> str:
        """Write an hour; with its day and offset where the zone has that hour twice."""
        naive = moment.replace(tzinfo=None)
        try:
            at(naive.date(), naive.time(), self._zone)
        except Wrong:
            return moment.isoformat(timespec="minutes")
        return f"{moment:%H:%M}"

    def _labels(self, store: Store, kind: type[Record], field: str) -> Mapping[UUID, str]:
        return {record: in_language(labels, self._t.language) for record, labels in store.columns(kind, "id", field)}


def _places(used: set[Place], languages: list[str]) -> Iterator[Place]:
    """Give the columns in their order: those of several languages as the consultation lists these."""
    for field in _ORDER:
        spoken = [language for named, language in used if named == field]
        if field in ("title", "purpose"):
            known = [language for language in languages if language in spoken or field == "title"]
            for language in [*known, *sorted(set(spoken) - set(known))]:
                yield field, language
        elif spoken or field in _ALWAYS:
            yield field, ""
