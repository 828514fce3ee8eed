"""The fixed choices of the program. What belongs to one event (strands, capitals, addressees...) is a `Term`."""

from __future__ import annotations

from enum import StrEnum


class KnownVocabulary(StrEnum):
    """The vocabularies that the program itself speaks of, by their keys; a kit may bring any others."""

    STRAND = "strand"
    CAPITAL = "capital"
    CRITERION = "criterion"
    AXIS = "axis"
    ADDRESSEE = "addressee"
    REGION = "region"
    ACTOR = "actor"
    SESSION_KIND = "session_kind"
    GOAL = "goal"
    """The sustainable development goals."""


class Voice(StrEnum):
    """Who speaks of an addressee: others ask it, or it undertakes something itself, being a signatory."""

    OTHER = "other"
    SELF = "self"


class OrganisationPart(StrEnum):
    """What an organisation does in a consultation."""

    HOST = "host"
    ORGANISER = "organiser"
    PARTNER = "partner"
    SUPPORTER = "supporter"
    FACILITATOR = "facilitator"
    FUNDER = "funder"
    LEARNING_PARTNER = "learning_partner"


class StatementKind(StrEnum):
    """Why a statement has to stand on every document."""

    FUNDING = "funding"
    DISCLAIMER = "disclaimer"
    SUPPORT = "support"
    CONTACT = "contact"
    """To whom a reader writes."""


class RecommendationSet(StrEnum):
    """The two sets of recommendations."""

    CITIZENSHIP = "citizenship"
    POLICY = "policy"


class RecommendationStatus(StrEnum):
    """How far a recommendation has come."""

    PROPOSED = "proposed"
    ADOPTED = "adopted"
    SET_ASIDE = "set_aside"
    """Kept in the file and shown, but not drafted."""


class SessionFormat(StrEnum):
    """Where the people of a session are."""

    IN_PERSON = "in_person"
    ONLINE = "online"
    HYBRID = "hybrid"


class SessionStatus(StrEnum):
    """How far a session has come; a proposed one came by an expression of interest."""

    PROPOSED = "proposed"
    PLANNED = "planned"
    RUNNING = "running"
    CLOSED = "closed"


class RoleKind(StrEnum):
    """What a person does in a session."""

    MODERATOR = "moderator"
    SPEAKER = "speaker"
    KEYNOTE_WITNESS = "keynote_witness"
    RAPPORTEUR = "rapporteur"
    OBSERVER = "observer"
    PARTICIPANT = "participant"


class Presence(StrEnum):
    """Whether a person with a role in a session was there."""

    PLANNED = "planned"
    PRESENT = "present"
    ABSENT = "absent"
    REPLACED = "replaced"


class Channel(StrEnum):
    """How people take part in a session."""

    ROOM = "room"
    ONLINE = "online"


class DeliveryWay(StrEnum):
    """How somebody gets the file for the rooms."""

    STICK = "stick"
    MAIL = "mail"


class InterestState(StrEnum):
    """What became of an expression of interest."""

    RECEIVED = "received"
    ACCEPTED = "accepted"
    DECLINED = "declined"


class AgendaKind(StrEnum):
    """What the minutes of an agenda item go to."""

    SPEECH = "speech"
    PROTOCOL = "protocol"
    DEBATE = "debate"
    QUESTIONS = "questions"
    BREAK = "break"
    OTHER = "other"


class PointKind(StrEnum):
    """What somebody notes of a session beside what was said."""

    MAIN_POINT = "main_point"
    AVENUE = "avenue"
    DIVERGENCE = "divergence"
    """Between analyses, not between wordings."""
    HEARD = "heard"
    ANALYSIS = "analysis"
    POSITION = "position"


class InterventionKind(StrEnum):
    """What an intervention was."""

    STATEMENT = "statement"
    QUESTION = "question"
    ANSWER = "answer"
    FROM_THE_ROOM = "from_the_room"
    QUOTATION = "quotation"
    """Words of an intervention that may stand by themselves in a document."""


class Gender(StrEnum):
    """As the person or the head-count says it; leaving it out is always possible."""

    WOMAN = "woman"
    MAN = "man"
    OTHER = "other"


class Decision(StrEnum):
    """A person's verdict on two recommendations, the first and the second."""

    SAME = "same"
    DIFFERENT = "different"
    CONTRADICT = "contradict"
    PART_OF = "part_of"
    """All that the first asks for is asked for by the second, which asks for more."""
    HOLDS = "holds"
    """The other way round: the second is part of the first."""


class PracticeKind(StrEnum):
    """What a practice is."""

    PROJECT = "project"
    AGENDA = "agenda"
    """A local agenda: a programme of several projects."""


class ReferenceKind(StrEnum):
    """What a document is to the consultation."""

    GUIDING = "guiding"
    FRAMEWORK = "framework"
    """It defines the words the consultation uses."""
    SOURCE = "source"
    DELIVERABLE = "deliverable"
    """The consultation brings it out itself: a study, of which each year may have an edition."""


class EvidenceStrength(StrEnum):
    """How far a finding bears."""

    STRONG = "strong"
    MODERATE = "moderate"
    WEAK = "weak"
    TESTIMONY = "testimony"


class ResultState(StrEnum):
    """How far an expected result was reached."""

    OPEN = "open"
    REACHED = "reached"
    PARTLY = "partly"
    NOT_REACHED = "not_reached"


class ActivityState(StrEnum):
    """How far an activity of a consultation mechanism has come."""

    PLANNED = "planned"
    DONE = "done"
    ADAPTED = "adapted"


class DocumentKind(StrEnum):
    """The documents that are written in sections and paragraphs."""

    DECLARATION = "declaration"
    TAKEAWAY = "takeaway"
    MINUTES = "minutes"
    REPORT = "report"


class Arrangement(StrEnum):
    """What the operative sections of a declaration are made by."""

    FAMILY = "family"
    """By whom it speaks to, then by strand."""
    SET = "set"
    """By set of recommendations, then by strand."""


class Fact(StrEnum):
    """What a file must prove before a recital may say it."""

    PARTICIPANTS = "participants"
    SESSIONS = "sessions"
    LANGUAGES = "languages"
    """More than one was spoken."""
    RECOMMENDATIONS = "recommendations"
    RESERVATIONS = "reservations"
    PRACTICES = "practices"


class SectionKind(StrEnum):
    """The parts of a declaration."""

    PREAMBLE = "preamble"
    RECITALS = "recitals"
    COMMON_GROUND = "common_ground"
    OPERATIVE = "operative"
    DIVERGENCE = "divergence"
    FOLLOW_UP = "follow_up"


class CommitmentState(StrEnum):
    """How far a commitment has come."""

    OPEN = "open"
    UNDER_WAY = "under_way"
    KEPT = "kept"
    NOT_KEPT = "not_kept"


class CommentState(StrEnum):
    """Whether a remark still waits for somebody."""

    OPEN = "open"
    SETTLED = "settled"


class AmendmentProposal(StrEnum):
    """What the drafting committee proposes to do with an amendment."""

    UNDECIDED = "undecided"
    ACCEPT = "accept"
    ACCEPT_IN_PART = "accept_in_part"
    REJECT = "reject"


class AnswerOutcome(StrEnum):
    """What an addressee did with what it was handed."""

    ACCEPTED = "accepted"
    PARTLY = "partly"
    REFUSED = "refused"
    NONE = "none"


class InheritanceState(StrEnum):
    """What became of a clause of an earlier declaration."""

    UNKNOWN = "unknown"
    KEPT = "kept"
    NOT_KEPT = "not_kept"
    CARRIED_ON = "carried_on"
