"""The records of a consultation, each written once and used everywhere.

A reference to another record is its id and nothing more: records of several files arrive in any order, so the
database holds no foreign keys.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from annotated_types import Interval
from sqlalchemy import JSON
from sqlmodel import Field

from consultation.model.columns import enum_column, enum_list_column
from consultation.model.record import (
    Count,
    Labels,
    LanguageCode,
    Moment,
    Rank,
    Record,
    Text,
    Words,
    day,
    ids,
    labels,
    link,
    listing,
    moment,
    reference,
)
from consultation.model.vocabulary import (
    CommitmentState,
    Decision,
    DocumentKind,
    Gender,
    InterventionKind,
    RecommendationSet,
    RecommendationStatus,
    RoleKind,
    SectionKind,
    SessionFormat,
    SessionStatus,
    Vocabulary,
)


class Consultation(Record, table=True):
    """The whole process, from kit to declaration."""

    title: Labels = labels()
    host: Labels = labels()
    organisers: list[Labels] = listing()
    partners: list[Labels] = listing()
    place: Labels = labels()
    starts: date | None = day()
    ends: date | None = day()
    time_zone: Text = "UTC"
    """IANA name, e.g. Europe/Istanbul."""
    languages: list[Text] = listing()
    purpose: Labels = labels()
    declaration_name: Labels = labels()
    recitals: list[Labels] = listing()
    """Each opened by its participle between asterisks: "*Recalling* the ..."."""
    common_ground: Labels = labels()
    """What both sets of recommendations rest on."""
    common_ground_terms: list[UUID] = ids()
    """The terms (strands or capitals) that mark a recommendation as common ground."""
    kit: Text = ""


class Term(Record, table=True):
    """One entry of a vocabulary."""

    vocabulary: Vocabulary = Field(sa_type=enum_column(Vocabulary))
    key: Words
    """Short name that commands and files use ("planet")."""
    label: Labels = labels()
    description: Labels = labels()
    rank: Rank = 0
    before: Labels = labels()
    """Operative verbs only: the word before each addressee, where a language has one ("a los gobiernos")."""
    joiner: Labels = labels()
    """Operative verbs only: the word between addressees and action ("to", "à", "a")."""
    sets: list[RecommendationSet] = Field(default_factory=list, sa_type=enum_list_column(RecommendationSet))
    """Operative verbs only: the sets it opens clauses of; empty means both."""


class Session(Record, table=True):
    """One meeting in one room."""

    code: Words
    title: Labels = labels()
    kind_term: UUID | None = reference()
    format: SessionFormat = Field(default=SessionFormat.IN_PERSON, sa_type=enum_column(SessionFormat))
    starts: Moment | None = moment()
    ends: Moment | None = moment()
    room: Text = ""
    status: SessionStatus = Field(default=SessionStatus.PLANNED, sa_type=enum_column(SessionStatus))
    questions: list[Labels] = listing()
    """Guiding questions."""
    partners: list[Labels] = listing()

    @classmethod
    def spoken(cls) -> tuple[str, ...]:
        return ("code", "title")

    def place_in_programme(self) -> tuple[bool, float, str]:
        """Return what sorts sessions as a programme lists them: by time, those without one last, then by code."""
        return (self.starts is None, self.starts.timestamp() if self.starts else 0.0, self.code)


class AgendaItem(Record, table=True):
    """What is planned in a session."""

    session: UUID = link()
    rank: Rank = 0
    title: Labels = labels()
    minutes: Count | None = None


class Person(Record, table=True):
    """A person who speaks, proposes or records."""

    name: Words
    title: Text = ""
    organisation: Text = ""
    territory: Text = ""
    region: UUID | None = reference()
    actor: UUID | None = reference()
    gender: Gender | None = Field(default=None, sa_type=enum_column(Gender))
    consent: bool = False
    """The person agrees to be named in documents."""

    @classmethod
    def spoken(cls) -> tuple[str, ...]:
        return ("name", "organisation", "territory")


class Role(Record, table=True):
    """A person in a session."""

    session: UUID = link()
    person: UUID = link()
    role: RoleKind = Field(default=RoleKind.PARTICIPANT, sa_type=enum_column(RoleKind))


class Attendance(Record, table=True):
    """A head-count in a session, for those not listed by name."""

    session: UUID = link()
    region: UUID | None = reference()
    actor: UUID | None = reference()
    gender: Gender | None = Field(default=None, sa_type=enum_column(Gender))
    heads: Count = 0


class Intervention(Record, table=True):
    """What one person said."""

    session: UUID = link()
    person: UUID | None = reference()
    form: InterventionKind = Field(default=InterventionKind.STATEMENT, sa_type=enum_column(InterventionKind))
    text: Words
    language: LanguageCode = ""
    said_at: Moment | None = moment()
    attributable: bool = True

    @classmethod
    def spoken(cls) -> tuple[str, ...]:
        return ("text",)


class Recommendation(Record, table=True):
    """What a room asks for."""

    session: UUID | None = reference()
    set: RecommendationSet = Field(sa_type=enum_column(RecommendationSet))
    text: Words
    language: LanguageCode = ""
    strands: list[UUID] = ids()
    capitals: list[UUID] = ids()
    addressees: list[UUID] = ids()
    proposer: UUID | None = reference()
    rationale: Text = ""
    status: RecommendationStatus = Field(
        default=RecommendationStatus.PROPOSED, sa_type=enum_column(RecommendationStatus)
    )
    interventions: list[UUID] = ids()
    translations: Labels = labels()
    reference: Text = ""
    """The identifier a source gave it, kept and shown."""

    @classmethod
    def spoken(cls) -> tuple[str, ...]:
        return ("text", "rationale", "translations", "reference")


class Support(Record, table=True):
    """What one group of people thinks of a recommendation."""

    recommendation: UUID = link()
    group: Text = ""
    """Who was counted; empty means the room."""
    in_favour: Count | None = None
    against: Count | None = None
    abstain: Count | None = None
    consensus: Annotated[int, Interval(ge=1, le=5)] | None = None
    """1 (blocked) to 5 (full agreement), where hands were not counted."""


class Reservation(Record, table=True):
    """A recorded disagreement with a recommendation or part of it."""

    recommendation: UUID = link()
    person: UUID | None = reference()
    who: Text = ""
    """Where the person is not listed: "two mayors of the coast"."""
    text: Words
    language: LanguageCode = ""

    @classmethod
    def spoken(cls) -> tuple[str, ...]:
        return ("text", "who")


class Practice(Record, table=True):
    """A concrete project or agenda, with what did not work."""

    session: UUID | None = reference()
    title: Words
    text: Text = ""
    language: LanguageCode = ""
    territory: Text = ""
    scores: dict[Text, Annotated[int, Interval(ge=0, le=5)]] = Field(default_factory=dict, sa_type=JSON)
    """Capital (id as text) -> 0 to 5."""
    did_not_work: Text = ""

    @classmethod
    def spoken(cls) -> tuple[str, ...]:
        return ("title", "text", "did_not_work")


class Lesson(Record, table=True):
    """A lesson learned."""

    session: UUID | None = reference()
    text: Words
    language: LanguageCode = ""
    rank: Rank = 0

    @classmethod
    def spoken(cls) -> tuple[str, ...]:
        return ("text",)


class Group(Record, table=True):
    """Recommendations that say the same thing, with the wording chosen for them."""

    recommendations: list[UUID] = ids()
    wording: Labels = labels()


class Verdict(Record, table=True):
    """A person's decision on a pair of recommendations, remembered."""

    first: UUID = link()
    second: UUID = link()
    decision: Decision = Field(sa_type=enum_column(Decision))
    reason: Text = ""


class Section(Record, table=True):
    """A part of a document that is being written."""

    document: DocumentKind = Field(default=DocumentKind.DECLARATION, sa_type=enum_column(DocumentKind))
    form: SectionKind = Field(sa_type=enum_column(SectionKind))
    set: RecommendationSet | None = Field(default=None, sa_type=enum_column(RecommendationSet))
    strand: UUID | None = reference()
    rank: Rank = 0


class Clause(Record, table=True):
    """A recital or an operative clause; it names its sources."""

    section: UUID = link()
    rank: Rank = 0
    text: Labels = labels()
    """As it stands, by language of the document; the opening verb between asterisks."""
    drafted: Labels = labels()
    """As drafting last proposed it: where ``text`` differs, a person has edited it."""
    sources: list[UUID] = ids()
    """The recommendations it comes from, the one whose words it uses first."""
    left_out: bool = False
    """A person does not want it in the document; drafting does not bring it back."""
    untranslated: Labels = labels()
    """Language of the document -> language the words are in, where no translation was there."""

    @classmethod
    def spoken(cls) -> tuple[str, ...]:
        return ("text",)


class Edition(Record, table=True):
    """A frozen, numbered state of a document."""

    document: DocumentKind = Field(default=DocumentKind.DECLARATION, sa_type=enum_column(DocumentKind))
    number: Count
    frozen_at: Moment | None = moment()
    language: LanguageCode = ""
    final: bool = False
    note: Text = ""
    revisions: Text = ""
    """Digest of the set of revisions it was frozen from."""


class Commitment(Record, table=True):
    """Who does what, with whom, by when."""

    text: Words
    language: LanguageCode = ""
    who: Text = ""
    with_whom: Text = ""
    by: date | None = day()
    state: CommitmentState = Field(default=CommitmentState.OPEN, sa_type=enum_column(CommitmentState))
    clause: UUID | None = reference()

    @classmethod
    def spoken(cls) -> tuple[str, ...]:
        return ("text", "who", "with_whom")


class ProgressNote(Record, table=True):
    """What happened to a commitment."""

    commitment: UUID = link()
    text: Words
    language: LanguageCode = ""
    on: date | None = day()
    state: CommitmentState = Field(default=CommitmentState.OPEN, sa_type=enum_column(CommitmentState))


KINDS: dict[str, type[Record]] = {
    kind.kind(): kind
    for kind in (
        Consultation,
        Term,
        Session,
        AgendaItem,
        Person,
        Role,
        Attendance,
        Intervention,
        Recommendation,
        Support,
        Reservation,
        Practice,
        Lesson,
        Group,
        Verdict,
        Section,
        Clause,
        Edition,
        Commitment,
        ProgressNote,
    )
}
"""Every kind of record by its name in revisions."""
