"""The fixed choices of the program. What belongs to one event (strands, capitals, addressees...) is a `Term`."""

from __future__ import annotations

from enum import StrEnum


class Vocabulary(StrEnum):
    """The vocabularies a kit fills with terms."""

    STRAND = "strand"
    CAPITAL = "capital"
    CRITERION = "criterion"
    AXIS = "axis"
    ADDRESSEE = "addressee"
    REGION = "region"
    ACTOR = "actor"
    SESSION_KIND = "session_kind"
    OPERATIVE_VERB = "operative_verb"


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


class InterventionKind(StrEnum):
    """What an intervention was."""

    STATEMENT = "statement"
    QUESTION = "question"
    ANSWER = "answer"
    FROM_THE_ROOM = "from_the_room"


class Gender(StrEnum):
    """As the person or the head-count says it; leaving it out is always possible."""

    WOMAN = "woman"
    MAN = "man"
    OTHER = "other"


class Decision(StrEnum):
    """A person's verdict on two recommendations."""

    SAME = "same"
    DIFFERENT = "different"
    CONTRADICT = "contradict"


class DocumentKind(StrEnum):
    """The documents that are written in sections and clauses."""

    DECLARATION = "declaration"


class SectionKind(StrEnum):
    """The parts of a declaration."""

    PREAMBLE = "preamble"
    RECITALS = "recitals"
    COMMON_GROUND = "common_ground"
    OPERATIVE = "operative"


class CommitmentState(StrEnum):
    """How far a commitment has come."""

    OPEN = "open"
    UNDER_WAY = "under_way"
    KEPT = "kept"
    NOT_KEPT = "not_kept"
