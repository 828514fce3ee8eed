"""What was said, as the sample of a kit says it: each entry made into the records it stands for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from consultation.kits.entry import Entry
from consultation.kits.vocabularies import tagged
from consultation.model import (
    Commitment,
    CommitmentState,
    Intervention,
    InterventionKind,
    KnownVocabulary,
    Lesson,
    Point,
    PointKind,
    Practice,
    PracticeKind,
    Recommendation,
    RecommendationSet,
    RecommendationStatus,
    Record,
    Reservation,
    Score,
    Support,
    fingerprint,
)
from consultation.sample.keys import Keys, translations

SCORES = 5
"""The best a practice can stand for a capital."""
MOST = 10**6
"""Of anything that is counted."""
HANDS = ("in_favour", "against", "abstain")


def intervention(keys: Keys, place: Entry, at: datetime) -> Iterator[Record]:
    """Make what one person said."""
    place.only("session", "person", "language", "text", "kind", "translations", "terms")
    text = place.text("text")
    yield Intervention(
        id=keys.new_id(at),
        session=keys.needed_session(place),
        person=place.one_of("person", keys.people),
        sort=place.choice("kind", InterventionKind, InterventionKind.STATEMENT),
        text=text,
        language=place.text("language"),
        translations=translations(place, text),
        terms=tagged(place, keys.terms),
        said_at=at,
    )


def recommendation(keys: Keys, place: Entry, at: datetime) -> Iterator[Record]:
    """Make what a room asks for, with the hands that were counted for it."""
    place.only(
        *("key", "session", "set", "language", "text", "translations", "proposer", "terms", "addressees"),
        *("status", "rationale", *HANDS),
    )
    key, text = place.name("key", set(keys.recommendations)), place.text("text")
    asked = Recommendation(
        id=keys.new_id(at),
        session=keys.needed_session(place),
        set=place.choice("set", RecommendationSet),
        text=text,
        language=place.text("language"),
        translations=translations(place, text),
        proposer=place.one_of("proposer", keys.people),
        terms=tagged(place, keys.terms),
        addressees=place.some_of("addressees", keys.terms[KnownVocabulary.ADDRESSEE]),
        status=place.choice("status", RecommendationStatus, RecommendationStatus.PROPOSED),
        rationale=place.optional_text("rationale"),
    )
    keys.recommendations[key], keys.asked_in[key] = asked.id, place.text("session")
    yield asked
    if any(name in place.values for name in HANDS):
        yield Support(
            id=keys.new_id(at),
            recommendation=asked.id,
            counted_on=fingerprint(text),
            counted_at=at,
            in_favour=place.counted("in_favour", MOST),
            against=place.counted("against", MOST),
            abstain=place.counted("abstain", MOST),
        )


def reservation(keys: Keys, place: Entry, at: datetime) -> Iterator[Record]:
    """Make a disagreement with a recommendation."""
    place.only("recommendation", "person", "who", "language", "text", "translations")
    text = place.text("text")
    yield Reservation(
        id=keys.new_id(at),
        recommendation=place.known("recommendation", place.text("recommendation"), keys.recommendations),
        person=place.one_of("person", keys.people),
        who=place.optional_text("who"),
        text=text,
        language=place.text("language"),
        translations=translations(place, text),
    )


def practice(keys: Keys, place: Entry, at: datetime) -> Iterator[Record]:
    """Make a practice and how it stands for each capital."""
    place.only(
        *("key", "session", "sort", "title", "text", "language", "translations", "did_not_work", "held_back"),
        *("helped", "organisations", "territory", "terms", "scores"),
    )
    key, text = place.name("key", set(keys.practices)), place.optional_text("text")
    practice = Practice(
        id=keys.new_id(at),
        session=keys.session(place),
        sort=place.choice("sort", PracticeKind, PracticeKind.PROJECT),
        title=place.text("title"),
        text=text,
        language=place.text("language"),
        translations=translations(place, text),
        organisations=keys.holders(place, at),
        territory=place.optional_text("territory"),
        terms=tagged(place, keys.terms),
        did_not_work=place.optional_text("did_not_work"),
        held_back=place.optional_text("held_back"),
        helped=place.optional_text("helped"),
    )
    keys.practices[key] = practice.id
    yield practice
    for score in place.tables("scores"):
        yield score.checked(_score(keys, score, practice.id, at))


def _score(keys: Keys, place: Entry, practice: UUID, at: datetime) -> Score:
    place.only("capital", "value", "by", "on", "evidence")
    return Score(
        id=keys.new_id(at),
        practice=practice,
        capital=place.known("capital", place.text("capital"), keys.terms[KnownVocabulary.CAPITAL]),
        value=place.counted("value", SCORES),
        by=place.one_of("by", keys.people),
        on=place.optional_day("on") or at.date(),
        evidence=place.optional_text("evidence"),
    )


def point(keys: Keys, place: Entry, at: datetime) -> Iterator[Record]:
    """Make what somebody notes of a session."""
    place.only("session", "kind", "person", "who", "language", "text", "translations", "terms")
    text = place.text("text")
    yield Point(
        id=keys.new_id(at),
        session=keys.session(place),
        sort=place.choice("kind", PointKind),
        person=place.one_of("person", keys.people),
        who=place.optional_text("who"),
        text=text,
        language=place.text("language"),
        translations=translations(place, text),
        terms=tagged(place, keys.terms),
    )


def lesson(keys: Keys, place: Entry, at: datetime) -> Iterator[Record]:
    """Make a lesson learned."""
    place.only("session", "language", "text", "translations", "practices", "conditions", "rank", "terms")
    text = place.text("text")
    yield Lesson(
        id=keys.new_id(at),
        session=keys.session(place),
        text=text,
        language=place.text("language"),
        translations=translations(place, text),
        practices=place.some_of("practices", keys.practices),
        conditions=place.optional_text("conditions"),
        rank=place.optional_number("rank", MOST) or 0,
        terms=tagged(place, keys.terms),
    )


def commitment(keys: Keys, place: Entry, at: datetime) -> Iterator[Record]:
    """Make who, an organisation by its key or in words, does what by when."""
    place.only("text", "language", "translations", "who", "with_whom", "for_whom", "by", "seen_by", "state")
    text, who = place.text("text"), place.optional_text("who")
    own = keys.organisations.get(who)
    yield Commitment(
        id=keys.new_id(at),
        text=text,
        language=place.text("language"),
        translations=translations(place, text),
        by=place.optional_day("by"),
        state=place.choice("state", CommitmentState, CommitmentState.OPEN),
        organisations=[own] if own else [],
        who="" if own else who,
        with_whom=place.optional_text("with_whom"),
        for_whom=place.optional_text("for_whom"),
        seen_by=place.optional_text("seen_by"),
    )
