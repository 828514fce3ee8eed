"""The entries of a kit's sample, each made into the records it stands for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from uuid import UUID

from consultation.kits import Kit
from consultation.kits.entry import Entry
from consultation.kits.vocabularies import tagged
from consultation.language import N_, in_language
from consultation.model import (
    LANGUAGE_CODE,
    Attendance,
    Channel,
    Commitment,
    CommitmentState,
    Gender,
    Interest,
    InterestState,
    Intervention,
    InterventionKind,
    KnownVocabulary,
    Lesson,
    Organisation,
    Person,
    Point,
    PointKind,
    Practice,
    PracticeKind,
    Recommendation,
    RecommendationSet,
    RecommendationStatus,
    Record,
    Reservation,
    Role,
    RoleKind,
    Score,
    SignUp,
    Support,
    Translations,
    fingerprint,
    translation,
)
from consultation.model.framework import Function
from consultation.model.record import new_id
from consultation.sample.desk import chance

SCORES = 5
"""The best a practice can stand for a capital."""
MOST = 10**6
HANDS = ("in_favour", "against", "abstain")


class Entries:
    """Makes records of entries; each learns the keys that later ones lead to."""

    def __init__(self, kit: Kit, sessions: Mapping[str, UUID], authors: Mapping[str, UUID]) -> None:
        self._terms, self._organisations = kit.terms(), kit.organisations()
        called = {each.id: in_language(each.name, kit.languages[0]) for each in _organisations_of(kit)}
        self._called = {key: called[id_] for key, id_ in self._organisations.items()}
        self._sessions, self._authors = sessions, authors
        self._entropy = chance(f"{kit.name} sample")
        self._people: dict[str, UUID] = {}
        self._recommendations: dict[str, UUID] = {}
        self._practices: dict[str, UUID] = {}
        self._asked_in: dict[str, str] = {}
        """Key of a recommendation -> code of its session."""
        self._in_words: dict[str, Organisation] = {}
        """Organisations that are no record of the kit, by the words they are called."""

    def read(self, name: str, place: Entry, at: datetime) -> list[Record]:
        """Make the records of an entry of the list ``name``, written at ``at``."""
        return [place.checked(record) for record in _READ[name](self, place, at)]

    def organisations(self) -> list[Record]:
        """Return the organisations that practices name in words."""
        return list(self._in_words.values())

    def session_of(self, place: Entry) -> str:
        """Return the code of the session of a reservation: that of what it is about."""
        key = place.text("recommendation")
        place.known("recommendation", key, self._recommendations)
        return self._asked_in[key]

    def person(self, place: Entry, at: datetime) -> list[Record]:
        """Make a person; one who keeps a room has the card of that laptop."""
        place.only(
            *("key", "name", "address", "title", "organisation", "territory", "region", "actor", "gender"),
            *("languages", "consent"),
        )
        key, name, title = place.name("key", set(self._people)), place.text("name"), place.optional_text("title")
        organisation = place.optional_text("organisation")
        own = self._organisations.get(organisation)
        there = Function(title=title, organisation=str(own), starts="", ends="") if own else None
        person = Person(
            id=self._authors.get(name) or self._id(at),
            name=name,
            address=place.optional_text("address"),
            title=title,
            organisation=self._called.get(organisation, organisation),
            functions=[there] if there else [],
            territory=place.optional_text("territory"),
            region=place.one_of("region", self._terms[KnownVocabulary.REGION]),
            actor=place.one_of("actor", self._terms[KnownVocabulary.ACTOR]),
            gender=place.choice("gender", Gender) if "gender" in place.values else None,
            languages=place.optional_texts("languages"),
            consent=place.yes("consent"),
        )
        self._people[key] = person.id
        return [place.checked(person)]

    def role(self, place: Entry, at: datetime) -> Iterator[Record]:
        place.only("session", "person", "role", "minutes")
        yield Role(
            id=self._id(at),
            session=self._needed_session(place),
            person=place.known("person", place.text("person"), self._people),
            role=place.choice("role", RoleKind, RoleKind.PARTICIPANT),
            minutes=place.optional_number("minutes", MOST),
        )

    def attendance(self, place: Entry, at: datetime) -> Iterator[Record]:
        place.only("session", "region", "actor", "gender", "channel", "heads")
        yield Attendance(
            id=self._id(at),
            session=self._needed_session(place),
            region=place.one_of("region", self._terms[KnownVocabulary.REGION]),
            actor=place.one_of("actor", self._terms[KnownVocabulary.ACTOR]),
            gender=place.choice("gender", Gender) if "gender" in place.values else None,
            channel=place.choice("channel", Channel) if "channel" in place.values else None,
            heads=place.number("heads", MOST),
        )

    def intervention(self, place: Entry, at: datetime) -> Iterator[Record]:
        place.only("session", "person", "language", "text", "kind", "translations", "terms")
        text = place.text("text")
        yield Intervention(
            id=self._id(at),
            session=self._needed_session(place),
            person=place.one_of("person", self._people),
            sort=place.choice("kind", InterventionKind, InterventionKind.STATEMENT),
            text=text,
            language=place.text("language"),
            translations=_translations(place, text),
            terms=tagged(place, self._terms),
            said_at=at,
        )

    def recommendation(self, place: Entry, at: datetime) -> Iterator[Record]:
        place.only(
            *("key", "session", "set", "language", "text", "translations", "proposer", "terms", "addressees"),
            *("status", "rationale", *HANDS),
        )
        key, text = place.name("key", set(self._recommendations)), place.text("text")
        asked = Recommendation(
            id=self._id(at),
            session=self._needed_session(place),
            set=place.choice("set", RecommendationSet),
            text=text,
            language=place.text("language"),
            translations=_translations(place, text),
            proposer=place.one_of("proposer", self._people),
            terms=tagged(place, self._terms),
            addressees=place.some_of("addressees", self._terms[KnownVocabulary.ADDRESSEE]),
            status=place.choice("status", RecommendationStatus, RecommendationStatus.PROPOSED),
            rationale=place.optional_text("rationale"),
        )
        self._recommendations[key], self._asked_in[key] = asked.id, place.text("session")
        yield asked
        if any(name in place.values for name in HANDS):
            yield Support(
                id=self._id(at),
                recommendation=asked.id,
                counted_on=fingerprint(text),
                counted_at=at,
                in_favour=place.counted("in_favour", MOST),
                against=place.counted("against", MOST),
                abstain=place.counted("abstain", MOST),
            )

    def reservation(self, place: Entry, at: datetime) -> Iterator[Record]:
        place.only("recommendation", "person", "who", "language", "text", "translations")
        text = place.text("text")
        yield Reservation(
            id=self._id(at),
            recommendation=place.known("recommendation", place.text("recommendation"), self._recommendations),
            person=place.one_of("person", self._people),
            who=place.optional_text("who"),
            text=text,
            language=place.text("language"),
            translations=_translations(place, text),
        )

    def practice(self, place: Entry, at: datetime) -> Iterator[Record]:
        place.only(
            *("key", "session", "sort", "title", "text", "language", "translations", "did_not_work", "held_back"),
            *("helped", "organisations", "territory", "terms", "scores"),
        )
        key, text = place.name("key", set(self._practices)), place.optional_text("text")
        practice = Practice(
            id=self._id(at),
            session=self._session(place),
            sort=place.choice("sort", PracticeKind, PracticeKind.PROJECT),
            title=place.text("title"),
            text=text,
            language=place.text("language"),
            translations=_translations(place, text),
            organisations=self._holders(place, at),
            territory=place.optional_text("territory"),
            terms=tagged(place, self._terms),
            did_not_work=place.optional_text("did_not_work"),
            held_back=place.optional_text("held_back"),
            helped=place.optional_text("helped"),
        )
        self._practices[key] = practice.id
        yield practice
        for score in place.tables("scores"):
            yield score.checked(self._score(score, practice.id, at))

    def point(self, place: Entry, at: datetime) -> Iterator[Record]:
        place.only("session", "kind", "person", "who", "language", "text", "translations", "terms")
        text = place.text("text")
        yield Point(
            id=self._id(at),
            session=self._session(place),
            sort=place.choice("kind", PointKind),
            person=place.one_of("person", self._people),
            who=place.optional_text("who"),
            text=text,
            language=place.text("language"),
            translations=_translations(place, text),
            terms=tagged(place, self._terms),
        )

    def lesson(self, place: Entry, at: datetime) -> Iterator[Record]:
        place.only("session", "language", "text", "translations", "practices", "conditions", "rank", "terms")
        text = place.text("text")
        yield Lesson(
            id=self._id(at),
            session=self._session(place),
            text=text,
            language=place.text("language"),
            translations=_translations(place, text),
            practices=place.some_of("practices", self._practices),
            conditions=place.optional_text("conditions"),
            rank=place.optional_number("rank", MOST) or 0,
            terms=tagged(place, self._terms),
        )

    def interest(self, place: Entry, at: datetime) -> Iterator[Record]:
        place.only("title", "text", "who", "contact", "language", "state", "reason", "session", "received")
        who = place.optional_text("who")
        yield Interest(
            id=self._id(at),
            title=place.text("title"),
            text=place.optional_text("text"),
            person=self._people.get(who),
            who="" if who in self._people else who,
            contact=place.optional_text("contact"),
            language=place.text("language"),
            state=place.choice("state", InterestState, InterestState.RECEIVED),
            reason=place.optional_text("reason"),
            session=self._session(place),
            received=place.optional_day("received"),
        )

    def sign_up(self, place: Entry, at: datetime) -> Iterator[Record]:
        place.only("session", "who", "people")
        who = place.text("who")
        yield SignUp(
            id=self._id(at),
            session=self._needed_session(place),
            person=self._people.get(who),
            who="" if who in self._people else who,
            people=place.optional_number("people", MOST) or 1,
            on=at.date(),
        )

    def commitment(self, place: Entry, at: datetime) -> Iterator[Record]:
        place.only("text", "language", "translations", "who", "with_whom", "for_whom", "by", "seen_by", "state")
        text = place.text("text")
        yield Commitment(
            id=self._id(at),
            text=text,
            language=place.text("language"),
            translations=_translations(place, text),
            by=place.optional_day("by"),
            state=place.choice("state", CommitmentState, CommitmentState.OPEN),
            who=place.optional_text("who"),
            with_whom=place.optional_text("with_whom"),
            for_whom=place.optional_text("for_whom"),
            seen_by=place.optional_text("seen_by"),
        )

    def _score(self, place: Entry, practice: UUID, at: datetime) -> Score:
        place.only("capital", "value", "by", "on", "evidence")
        return Score(
            id=self._id(at),
            practice=practice,
            capital=place.known("capital", place.text("capital"), self._terms[KnownVocabulary.CAPITAL]),
            value=place.counted("value", SCORES),
            by=place.one_of("by", self._people),
            on=place.optional_day("on") or at.date(),
            evidence=place.optional_text("evidence"),
        )

    def _holders(self, place: Entry, at: datetime) -> list[UUID]:
        """Find the organisations of a practice: by their keys, else in words, which make one."""
        found = []
        for name in place.optional_texts("organisations"):
            if name not in self._organisations and name not in self._in_words:
                made = Organisation(id=self._id(at), name={place.text("language"): name})
                self._in_words[name] = place.checked(made)
            found.append(self._organisations.get(name) or self._in_words[name].id)
        return found

    def _session(self, place: Entry) -> UUID | None:
        return place.one_of("session", self._sessions)

    def _needed_session(self, place: Entry) -> UUID:
        return place.known("session", place.text("session"), self._sessions)

    def _id(self, at: datetime) -> UUID:
        return new_id(int(at.timestamp() * 1000), self._entropy)


def _organisations_of(kit: Kit) -> list[Organisation]:
    return [each for each in kit.records() if isinstance(each, Organisation)]


def _translations(place: Entry, of: str) -> Translations:
    """Read what a facilitator made of a text in other languages."""
    if "translations" not in place.values:
        return {}
    own = place.table("translations")
    for language in own.values:
        if not LANGUAGE_CODE.fullmatch(language) or language == place.text("language"):
            raise own.refused(language, N_("a text is translated into other languages, by their codes"))
    return {language: translation(own.text(language), of) for language in own.values}


_READ: dict[str, Callable[[Entries, Entry, datetime], Iterator[Record]]] = {
    "roles": Entries.role,
    "attendance": Entries.attendance,
    "interventions": Entries.intervention,
    "recommendations": Entries.recommendation,
    "reservations": Entries.reservation,
    "practices": Entries.practice,
    "points": Entries.point,
    "lessons": Entries.lesson,
    "interests": Entries.interest,
    "sign_ups": Entries.sign_up,
    "commitments": Entries.commitment,
}
AFTER_PEOPLE = tuple(_READ)
"""The lists of a sample, in the order in which they are read."""
BEFORE_THE_ROOMS = ("interests", "sign_ups", "commitments")
"""Lists that the secretariat keeps."""
