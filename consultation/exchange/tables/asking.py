"""What the rooms ask for and what was learned: recommendations, support, practices, lessons, evidence."""

from __future__ import annotations

from consultation.exchange.tables.table import (
    IN_SESSION,
    LABELS,
    MOMENT,
    NUMBER,
    ORGANISATIONS,
    PERSON,
    RANK,
    TAGS,
    TERRITORY,
    WHEN,
    WHO,
    WORDS,
    Column,
    Table,
    choice,
    one_of,
    record,
    records,
    said,
    term,
    terms,
)
from consultation.model import (
    Decision,
    Evidence,
    EvidenceStrength,
    Group,
    Intervention,
    KnownVocabulary,
    Lesson,
    Practice,
    PracticeKind,
    Recommendation,
    RecommendationSet,
    RecommendationStatus,
    Record,
    Reference,
    Reservation,
    Score,
    Shortlist,
    Support,
    Verdict,
)

ABOUT_RECOMMENDATION = Column("recommendation", record(Recommendation), "id of the recommendation")

TABLES = (
    Table(
        Recommendation,
        (
            IN_SESSION,
            choice("set", RecommendationSet),
            *said("the words"),
            TAGS,
            Column("addressees", terms(KnownVocabulary.ADDRESSEE), "to whom, by their keys; the first leads"),
            Column("proposer", PERSON, "who proposed it"),
            Column("rationale", WORDS, "why"),
            choice("status", RecommendationStatus),
            Column("interventions", records(Intervention), "ids of the interventions it came from"),
            Column("reference", WORDS, "the source's own identifier"),
        ),
    ),
    Table(
        Support,
        (
            ABOUT_RECOMMENDATION,
            Column("group", WORDS, "who was counted; empty means the room"),
            Column("in_favour", NUMBER, "hands for it"),
            Column("against", NUMBER, "hands against it"),
            Column("abstain", NUMBER, "hands of those who abstain"),
            Column("consensus", NUMBER, "1 (blocked) to 5 (full agreement), where hands were not counted"),
            Column("dots", NUMBER, "dots people stuck to it"),
            Column("counted_on", WORDS, "mark of the wording that was counted"),
            Column("counted_at", MOMENT, "date and time"),
        ),
    ),
    Table(
        Reservation,
        (
            ABOUT_RECOMMENDATION,
            Column("person", PERSON, "who disagrees"),
            WHO,
            *said("with what, and why"),
        ),
    ),
    Table(
        Group,
        (
            Column("recommendations", records(Recommendation), "ids of those that say the same"),
            Column("lead", record(Recommendation), "id of the one whose words stand for all"),
            Column("wording", LABELS, "the joint wording"),
        ),
    ),
    Table(
        Verdict,
        (
            Column("first", record(Recommendation), "id of one recommendation"),
            Column("second", record(Recommendation), "id of the other"),
            choice("decision", Decision),
            Column("reason", WORDS, "why"),
        ),
    ),
    Table(
        Shortlist,
        (
            Column("recommendations", records(Recommendation), "ids of those to begin with, in order"),
            Column("proposed", records(Recommendation), "ids in the order the program proposed"),
            Column("size", NUMBER, "how many there are to be"),
        ),
    ),
    Table(
        Practice,
        (
            IN_SESSION,
            Column("sort", one_of(PracticeKind), "project, or agenda for a local agenda"),
            Column("title", WORDS, "what it is called"),
            *said("what was done"),
            Column("organisations", ORGANISATIONS, "whose it is"),
            TERRITORY,
            Column("did_not_work", WORDS, "what did not work"),
            Column("held_back", WORDS, "what held it back"),
            Column("helped", WORDS, "what helped"),
            TAGS,
        ),
    ),
    Table(
        Score,
        (
            Column("practice", record(Practice), "id of the practice"),
            Column("capital", term(KnownVocabulary.CAPITAL), "capital of resilience, by its key"),
            Column("value", NUMBER, "0 to 5"),
            Column("by", PERSON, "who scored it"),
            WHEN,
            Column("evidence", WORDS, "what shows it"),
        ),
    ),
    Table(
        Lesson,
        (
            IN_SESSION,
            *said("the lesson"),
            RANK,
            Column("practices", records(Practice), "ids of the practices it was learned from"),
            Column("conditions", WORDS, "under which conditions it holds"),
            TAGS,
        ),
    ),
    Table(
        Evidence,
        (
            Column("reference", record(Reference), "id of the document it is taken from"),
            Column("page", WORDS, "where in it"),
            *said("the figure or finding"),
            choice("strength", EvidenceStrength),
            Column("about", records(Record), "ids of what it is evidence for"),
        ),
    ),
)
