"""The frame of a consultation: vocabularies, organisations, people, documents, objectives."""

from __future__ import annotations

from consultation.exchange.leaves import Named, OnDay
from consultation.exchange.shapes import Numbered, One, Parts, Several
from consultation.exchange.tables.table import (
    ACTOR,
    CODE,
    CODES,
    DAY,
    GENDER,
    IN_MONTH,
    LABELS,
    LABELS_LIST,
    LANGUAGE,
    LANGUAGES,
    NUMBER,
    ORGANISATIONS,
    PERSON,
    PRIVATE,
    RANK,
    REGION,
    TAGS,
    TERRITORY,
    TEXTS,
    WORDS,
    YES_NO,
    Column,
    Table,
    choice,
    one_of,
    record,
    records,
    some_of,
)
from consultation.model import (
    Arrangement,
    Consultation,
    Contact,
    Fact,
    Milestone,
    Objective,
    Organisation,
    OrganisationPart,
    Partnership,
    Person,
    Reference,
    ReferenceKind,
    Result,
    ResultState,
    StatementKind,
    Term,
    Vocabulary,
    Voice,
)

ON_DAY = One(OnDay(as_text=True, nothing=""))
RECITAL = Parts({"text": LABELS, "needs": some_of(Fact)}, main="text", needed=())
AN_ORGANISATION = One(Named(Organisation, as_text=True))
STATEMENT = Parts(
    {"kind": one_of(StatementKind), "text": LABELS, "organisation": AN_ORGANISATION}, main="text", needed=("kind",)
)
PEOPLE = Several(Named(Person))
MANDATE = Parts({"what": LABELS, "starts": ON_DAY, "ends": ON_DAY}, main="what")
FUNCTION = Parts({"title": WORDS, "organisation": AN_ORGANISATION, "starts": ON_DAY, "ends": ON_DAY}, main="title")

TABLES = (
    Table(
        Vocabulary,
        (
            Column("key", CODE, "short name in small letters, such as strand"),
            Column("label", LABELS, "what it is called"),
            Column("description", LABELS, "what it is about"),
            Column("kinds", CODES, "kinds of record it is used on, such as recommendation"),
            Column("several", YES_NO, "yes when several of its terms may be chosen"),
            RANK,
        ),
    ),
    Table(
        Term,
        (
            Column("vocabulary", CODE, "key of its vocabulary"),
            Column("key", CODE, "short name, such as planet"),
            Column("label", LABELS, "what it is called"),
            Column("description", LABELS, "what it means"),
            RANK,
            Column("parent", record(Term), "id of the term it stands under"),
            Column("family", record(Term), "addressees: id of the term under whose heading a declaration speaks to it"),
            Column("voice", one_of(Voice), "addressees: other, or self for the signatories"),
            Column("retired", YES_NO, "yes when it is no longer offered"),
            Column("joined", record(Term), "id of the term that stands for it now"),
            Column("decides_on", DAY, "addressees: the day after which a recommendation comes too late"),
            Column("heading", LABELS, "families of addressees: what stands above all that is said to it"),
            Column("brief", LABELS, "families of addressees: the same where the declaration stands on a page"),
            Column("to_do", LABELS, "families of addressees: the phrase before items that open with an infinitive"),
            Column("following", LABELS, "families of addressees: the phrase before any other items"),
        ),
    ),
    Table(
        Organisation,
        (
            Column("name", LABELS, "full name"),
            Column("short_name", LABELS, "the name other tables call it by"),
            TERRITORY,
            REGION,
            ACTOR,
            Column("parts", some_of(OrganisationPart), "what it does in the consultation"),
            RANK,
            Column("emblem", WORDS, "a picture, as a data address"),
            Column(
                "mandates",
                Numbered(MANDATE),
                "`mandates.1.en` the office, `mandates.1.starts` and `mandates.1.ends` from when to when",
            ),
            Column("member", YES_NO, "yes or no: member of the network that consults; empty when nobody has said"),
        ),
    ),
    Table(
        Consultation,
        (
            Column("title", LABELS, "what it is called"),
            Column("host", LABELS, "who receives it"),
            Column("organisers", LABELS_LIST, "in words, where no organisation has this part: `organisers.1.en`"),
            Column("partners", LABELS_LIST, "in words, where no organisation has this part: `partners.1.en`"),
            Column("place", LABELS, "where it is held"),
            Column("starts", DAY, "first day"),
            Column("ends", DAY, "last day"),
            Column("time_zone", CODE, "IANA name of the time zone, such as Europe/Istanbul"),
            Column("languages", CODES, "codes of its languages, the first one first"),
            Column("purpose", LABELS, "what it is for"),
            Column("declaration_name", LABELS, "name of the declaration"),
            Column("opening", LABELS, "the whole opening sentence, where it is not put together from the facts"),
            Column(
                "recitals",
                Numbered(RECITAL),
                "`recitals.1.en`, opened by its participle between asterisks; `recitals.1.needs` what must be known "
                "for it: participants, sessions, languages, recommendations, reservations, practices",
            ),
            Column("declares", LABELS, "what leads from the recitals to the text"),
            Column("reporting", LABELS, "how, when and to whom those who sign it will report"),
            Column("arranged_by", one_of(Arrangement), "what its sections are made by: family or set"),
            Column("letters_at_most", NUMBER, "how many items a paragraph of the declaration has at most"),
            Column("objections_until", DAY, "the day until which one may object"),
            Column("common_ground", LABELS, "what both sets of recommendations rest on"),
            Column("common_ground_terms", records(Term), "ids of the terms that mark the common ground"),
            Column(
                "statements",
                Numbered(STATEMENT),
                "`statements.1.en` the words, `statements.1.kind` funding, disclaimer, support or contact, "
                "`statements.1.organisation` whose it is",
            ),
            Column("follows", LABELS_LIST, "what came before it: `follows.1.en`"),
            Column("feeds", LABELS_LIST, "what it goes into: `feeds.1.en`"),
            Column("kit", CODE, "name of the kit it was made from"),
        ),
    ),
    Table(
        Person,
        (
            Column("name", WORDS, "first name and surname", shown=lambda person, names: names.own_name(person)),
            Column("address", WORDS, "how the person is addressed"),
            Column("title", WORDS, "what the person is, as it was said"),
            Column("organisation", WORDS, "of which organisation, as it was said"),
            Column(
                "functions",
                Numbered(FUNCTION),
                "`functions.1` the function, `functions.1.organisation` where, `functions.1.starts` and "
                "`functions.1.ends` from when to when",
            ),
            TERRITORY,
            REGION,
            ACTOR,
            GENDER,
            Column("languages", LANGUAGES, "codes of the languages the person speaks"),
            Column("consent", YES_NO, "yes or no: agrees to be named; empty when nobody has asked"),
            Column("others", PEOPLE, "people of much the same name who are somebody else"),
            Column("joined", PERSON, "the record of the same person that stands for this one now"),
        ),
    ),
    Table(
        Contact,
        (
            Column("person", PERSON, "whom one reaches so"),
            Column("telephone", PRIVATE, "only with names"),
            Column("mail", PRIVATE, "only with names"),
            Column("note", PRIVATE, "only with names"),
            Column("checked", DAY, "day on which somebody last made sure of it"),
        ),
    ),
    Table(
        Partnership,
        (
            Column("name", LABELS, "what it is called"),
            Column("text", LABELS, "what they do together"),
            Column("organisations", ORGANISATIONS, "who works together"),
            Column("delegates", PEOPLE, "who speaks for them"),
            RANK,
            TAGS,
        ),
    ),
    Table(
        Reference,
        (
            choice("sort", ReferenceKind),
            Column("authors", TEXTS, "`authors.1`, `authors.2`"),
            Column("year", NUMBER, "year of publication"),
            Column("title", WORDS, "title"),
            Column("publisher", WORDS, "who published it"),
            Column("pages", WORDS, "which pages"),
            Column("link", WORDS, "where it can be read"),
            LANGUAGE,
            TAGS,
        ),
    ),
    Table(
        Objective,
        (
            Column("title", LABELS, "in a few words"),
            Column("text", LABELS, "what the meeting is to achieve"),
            RANK,
        ),
    ),
    Table(
        Result,
        (
            Column("objective", record(Objective), "id of the objective it belongs to"),
            Column("text", LABELS, "what is expected"),
            RANK,
            choice("state", ResultState),
            Column("shown_by", WORDS, "what shows it"),
            Column("on", DAY, "day on which that was seen"),
        ),
    ),
    Table(
        Milestone,
        (
            Column("title", LABELS, "what happens then"),
            Column("on", DAY, "which day"),
            Column("month", IN_MONTH, "such as 2021-05, where the day is not known"),
            Column("note", WORDS, "what it means for the consultation"),
            Column("done", YES_NO, "yes when it is over"),
        ),
    ),
)
