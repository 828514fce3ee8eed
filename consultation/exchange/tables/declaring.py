"""The documents as they are being written, and what becomes of them."""

from __future__ import annotations

from consultation.exchange.shapes import Parts, PerKey
from consultation.exchange.tables.table import (
    CODES,
    DAY,
    LABELS,
    LANGUAGE,
    MOMENT,
    NUMBER,
    ORDER,
    ORGANISATION,
    ORGANISATIONS,
    PERSON,
    PRIVATE,
    RANK,
    RENDERINGS,
    TAGS,
    TRANSLATED,
    TYPED,
    WHEN,
    WHO,
    WORDS,
    YES_NO,
    Column,
    Table,
    choice,
    record,
    records,
    said,
    term,
    terms,
)
from consultation.model import (
    Amendment,
    AmendmentProposal,
    Answer,
    AnswerOutcome,
    Comment,
    CommentState,
    Commitment,
    CommitmentState,
    DocumentKind,
    Edition,
    EditionText,
    Handover,
    Inheritance,
    InheritanceState,
    Item,
    KnownVocabulary,
    Paragraph,
    ProgressNote,
    Recommendation,
    RecommendationSet,
    Record,
    Reference,
    Section,
    SectionKind,
)

PHRASES = PerKey(Parts({"lead_in": WORDS, "addressed": WORDS, "words": WORDS}, main="words"))
SOURCES = Column("sources", records(Recommendation), "ids of the recommendations it comes from, the leading first")
UNTRANSLATED = Column("untranslated", LABELS, "`untranslated.fr` the language the French text still is in")
RENDERED = Column(
    "renderings",
    RENDERINGS,
    "`renderings.fr.by` who put it into French, `renderings.fr.of` the mark of the wording, `renderings.fr.machine`",
)
LEFT_OUT = Column("left_out", YES_NO, "yes when a person does not want it in the document")
PINNED = Column("pinned", YES_NO, "yes when a person wants it there, and where it is")
DOCUMENT = choice("document", DocumentKind)
EDITION = Column("edition", record(Edition), "id of the edition")

TABLES = (
    Table(
        Section,
        (
            DOCUMENT,
            choice("part", SectionKind),
            Column("title", LABELS, "where it is not that of its set, strand or family"),
            choice("set", RecommendationSet),
            Column("strand", term(KnownVocabulary.STRAND), "strand, by its key"),
            Column("family", term(KnownVocabulary.ADDRESSEE), "family of addressees, by its key"),
            Column("criterion", term(KnownVocabulary.CRITERION), "criterion of a takeaway document, by its key"),
            RANK,
        ),
    ),
    Table(
        Paragraph,
        (
            Column("section", record(Section), "id of its section"),
            RANK,
            Column("lead_in", LABELS, "the participle or verb that opens it"),
            Column("addressees", terms(KnownVocabulary.ADDRESSEE), "to whom, by their keys"),
            Column("addressed", LABELS, "to whom, in words"),
            Column("words", LABELS, "what it says"),
            Column(
                "drafted",
                PHRASES,
                "as drafting last proposed it: `drafted.en.lead_in`, `drafted.en.addressed`, `drafted.en` the words",
            ),
            Column("drafted_section", record(Section), "id of the section drafting last put it in"),
            Column("drafted_rank", ORDER, "the place in the order drafting last gave it"),
            SOURCES,
            UNTRANSLATED,
            RENDERED,
            LEFT_OUT,
            PINNED,
        ),
    ),
    Table(
        Item,
        (
            Column("paragraph", record(Paragraph), "id of its paragraph"),
            RANK,
            Column("words", LABELS, "what it says"),
            Column("drafted", LABELS, "as drafting last proposed it"),
            Column("co_addressees", terms(KnownVocabulary.ADDRESSEE), "to whom also, by their keys"),
            SOURCES,
            UNTRANSLATED,
            RENDERED,
            LEFT_OUT,
            PINNED,
        ),
    ),
    Table(
        Comment,
        (
            Column("about", record(Record), "id of what it is about"),
            Column("text", WORDS, "the remark"),
            LANGUAGE,
            Column("person", PERSON, "who remarks"),
            WHO,
            choice("state", CommentState),
        ),
    ),
    Table(
        Amendment,
        (
            Column("about", record(Record), "id of the paragraph or item"),
            EDITION,
            Column("person", PERSON, "who proposes it"),
            Column("organisation", ORGANISATION, "which organisation proposes it"),
            WHO,
            Column("words", LABELS, "the wording that is proposed; empty to strike it out"),
            Column("reason", WORDS, "why it is proposed"),
            choice("proposal", AmendmentProposal),
            Column("why", WORDS, "why the committee proposes that"),
        ),
    ),
    Table(
        Edition,
        (
            DOCUMENT,
            Column("number", NUMBER, "number of the edition"),
            Column("name", WORDS, "such as zero draft"),
            Column("frozen_at", MOMENT, "date and time"),
            LANGUAGE,
            Column("final", YES_NO, "yes when it is the last"),
            Column("note", WORDS, "what is new in it"),
            Column("revisions", WORDS, "digest of the set of revisions it was frozen from"),
            Column("texts", PerKey(CODES), "`texts.fr` ids of the parts of its text in French, in order"),
        ),
    ),
    Table(
        EditionText,
        (
            LANGUAGE,
            Column("packed", PRIVATE, "a part of the text, packed; only where everybody is named"),
        ),
    ),
    Table(
        Commitment,
        (
            *said("what is to be done"),
            Column("organisations", ORGANISATIONS, "those who commit themselves"),
            Column("who", TYPED, "in words, beside the organisations"),
            Column("with_whom", TYPED, "with whom"),
            Column("for_whom", WORDS, "for whom"),
            Column("by", DAY, "by when"),
            Column("seen_by", WORDS, "how it will be seen that it was kept"),
            choice("state", CommitmentState),
            Column("paragraph", record(Record), "id of the paragraph or item it carries out"),
            TAGS,
        ),
    ),
    Table(
        ProgressNote,
        (
            Column("commitment", record(Commitment), "id of the commitment"),
            Column("text", WORDS, "what happened"),
            Column("difficulty", WORDS, "what was difficult"),
            LANGUAGE,
            TRANSLATED,
            WHEN,
            Column("by", PERSON, "who reports it"),
            choice("state", CommitmentState),
        ),
    ),
    Table(
        Handover,
        (
            Column("addressee", term(KnownVocabulary.ADDRESSEE), "addressee, by its key"),
            Column("to_whom", TYPED, "the person or office that took it"),
            Column("what", WORDS, "what was handed over"),
            EDITION,
            Column("by", PERSON, "who handed it over"),
            WHEN,
            Column("acknowledged", DAY, "when it was acknowledged"),
        ),
    ),
    Table(
        Answer,
        (
            Column("handover", record(Handover), "id of the handover"),
            Column("recommendation", record(Recommendation), "id of the recommendation, where it answers one alone"),
            choice("outcome", AnswerOutcome),
            Column("reason", WORDS, "why"),
            LANGUAGE,
            WHEN,
            Column("content", YES_NO, "whether those who asked are content; empty when nobody has asked them"),
        ),
    ),
    Table(
        Inheritance,
        (
            Column("reference", record(Reference), "id of the document it stands in"),
            Column("number", WORDS, "the number it has there"),
            RANK,
            *said("what it says"),
            choice("state", InheritanceState),
            Column("note", WORDS, "what shows it"),
            Column("carried_by", records(Record), "ids of the recommendations or commitments that carry it on"),
        ),
    ),
)
