"""What the fixed choices of the program are called: one table, every choice."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from consultation.language import N_, NC_, Translator
from consultation.model import choices as of
from consultation.words.marked import Marked, said

CHOICES: Mapping[type[StrEnum], Mapping[StrEnum, Marked]] = {
    of.KnownVocabulary: {
        of.KnownVocabulary.STRAND: N_("Strands"),
        of.KnownVocabulary.CAPITAL: N_("Capitals of resilience"),
        of.KnownVocabulary.CRITERION: N_("Criteria of the takeaway documents"),
        of.KnownVocabulary.AXIS: N_("Axes"),
        of.KnownVocabulary.ADDRESSEE: N_("Addressees"),
        of.KnownVocabulary.REGION: N_("Regions"),
        of.KnownVocabulary.ACTOR: N_("Kinds of actors"),
        of.KnownVocabulary.SESSION_KIND: N_("Kinds of sessions"),
        of.KnownVocabulary.GOAL: N_("Sustainable Development Goals"),
    },
    of.Voice: {
        of.Voice.OTHER: NC_("voice of an addressee", "They are asked by others"),
        of.Voice.SELF: NC_("voice of an addressee", "They speak of themselves, as signatories"),
    },
    of.OrganisationPart: {
        of.OrganisationPart.HOST: NC_("organisation", "Host"),
        of.OrganisationPart.ORGANISER: NC_("organisation", "Organiser"),
        of.OrganisationPart.PARTNER: NC_("organisation", "Partner"),
        of.OrganisationPart.SUPPORTER: NC_("organisation", "Supporter"),
        of.OrganisationPart.FACILITATOR: NC_("organisation", "Facilitator"),
        of.OrganisationPart.FUNDER: NC_("organisation", "Funder"),
        of.OrganisationPart.LEARNING_PARTNER: NC_("organisation", "Learning partner"),
    },
    of.StatementKind: {
        of.StatementKind.FUNDING: NC_("obligatory statement", "Funding"),
        of.StatementKind.DISCLAIMER: NC_("obligatory statement", "Disclaimer"),
        of.StatementKind.SUPPORT: NC_("obligatory statement", "Support"),
        of.StatementKind.CONTACT: NC_("obligatory statement", "Contact"),
    },
    of.RecommendationSet: {
        of.RecommendationSet.CITIZENSHIP: N_("Citizenship"),
        of.RecommendationSet.POLICY: N_("Policy and action"),
    },
    of.RecommendationStatus: {
        of.RecommendationStatus.PROPOSED: NC_("recommendation", "Proposed"),
        of.RecommendationStatus.ADOPTED: NC_("recommendation", "Adopted"),
        of.RecommendationStatus.SET_ASIDE: NC_("recommendation", "Set aside"),
    },
    of.SessionFormat: {
        of.SessionFormat.IN_PERSON: N_("In person"),
        of.SessionFormat.ONLINE: N_("Online"),
        of.SessionFormat.HYBRID: N_("Hybrid"),
    },
    of.SessionStatus: {
        of.SessionStatus.PROPOSED: NC_("session", "Proposed"),
        of.SessionStatus.PLANNED: NC_("session", "Planned"),
        of.SessionStatus.RUNNING: NC_("session", "Running"),
        of.SessionStatus.CLOSED: NC_("session", "Closed"),
    },
    of.RoleKind: {
        of.RoleKind.MODERATOR: N_("Moderator"),
        of.RoleKind.SPEAKER: N_("Speaker"),
        of.RoleKind.KEYNOTE_WITNESS: N_("Keynote witness"),
        of.RoleKind.RAPPORTEUR: N_("Rapporteur"),
        of.RoleKind.OBSERVER: N_("Observer"),
        of.RoleKind.PARTICIPANT: N_("Participant"),
    },
    of.Presence: {
        of.Presence.PLANNED: NC_("person in a session", "Expected"),
        of.Presence.PRESENT: NC_("person in a session", "Present"),
        of.Presence.ABSENT: NC_("person in a session", "Absent"),
        of.Presence.REPLACED: NC_("person in a session", "Replaced by somebody else"),
    },
    of.Channel: {
        of.Channel.ROOM: NC_("channel", "In the room"),
        of.Channel.ONLINE: NC_("channel", "Online"),
    },
    of.DeliveryWay: {
        of.DeliveryWay.STICK: NC_("how a file is handed out", "On a stick"),
        of.DeliveryWay.MAIL: NC_("how a file is handed out", "By mail"),
    },
    of.InterestState: {
        of.InterestState.RECEIVED: NC_("expression of interest", "Received"),
        of.InterestState.ACCEPTED: NC_("expression of interest", "Accepted"),
        of.InterestState.DECLINED: NC_("expression of interest", "Declined"),
    },
    of.AgendaKind: {
        of.AgendaKind.SPEECH: NC_("agenda", "Speech"),
        of.AgendaKind.PROTOCOL: NC_("agenda", "Protocol"),
        of.AgendaKind.DEBATE: NC_("agenda", "Debate"),
        of.AgendaKind.QUESTIONS: NC_("agenda", "Questions"),
        of.AgendaKind.BREAK: NC_("agenda", "Break"),
        of.AgendaKind.OTHER: NC_("agenda", "Other"),
    },
    of.PointKind: {
        of.PointKind.MAIN_POINT: N_("Main point to remember"),
        of.PointKind.AVENUE: N_("Avenue or perspective"),
        of.PointKind.DIVERGENCE: N_("Divergence between analyses"),
        of.PointKind.HEARD: NC_("point to remember", "Heard in the room"),
        of.PointKind.ANALYSIS: NC_("point to remember", "Analysis"),
        of.PointKind.POSITION: NC_("point to remember", "Position taken"),
    },
    of.InterventionKind: {
        of.InterventionKind.STATEMENT: N_("Statement"),
        of.InterventionKind.QUESTION: N_("Question"),
        of.InterventionKind.ANSWER: N_("Answer"),
        of.InterventionKind.FROM_THE_ROOM: N_("From the room"),
        of.InterventionKind.QUOTATION: N_("Quotation"),
    },
    of.Gender: {
        of.Gender.WOMAN: N_("Woman"),
        of.Gender.MAN: N_("Man"),
        of.Gender.OTHER: NC_("gender", "Other"),
    },
    of.Decision: {
        of.Decision.SAME: N_("They say the same"),
        of.Decision.DIFFERENT: N_("They are different"),
        of.Decision.CONTRADICT: N_("They contradict each other"),
        of.Decision.PART_OF: N_("The first is part of the second"),
        of.Decision.HOLDS: N_("The second is part of the first"),
    },
    of.PracticeKind: {
        of.PracticeKind.PROJECT: NC_("practice", "Project"),
        of.PracticeKind.AGENDA: NC_("practice", "Local agenda"),
    },
    of.ReferenceKind: {
        of.ReferenceKind.GUIDING: NC_("reference document", "Guiding document"),
        of.ReferenceKind.FRAMEWORK: NC_("reference document", "Framework that defines the words used"),
        of.ReferenceKind.SOURCE: NC_("reference document", "Source"),
        of.ReferenceKind.DELIVERABLE: NC_("reference document", "Study or publication of our own"),
    },
    of.EvidenceStrength: {
        of.EvidenceStrength.STRONG: NC_("evidence", "Strong"),
        of.EvidenceStrength.MODERATE: NC_("evidence", "Moderate"),
        of.EvidenceStrength.WEAK: NC_("evidence", "Weak"),
        of.EvidenceStrength.TESTIMONY: NC_("evidence", "Testimony"),
    },
    of.ResultState: {
        of.ResultState.OPEN: NC_("expected result", "Open"),
        of.ResultState.REACHED: NC_("expected result", "Reached"),
        of.ResultState.PARTLY: NC_("expected result", "Partly reached"),
        of.ResultState.NOT_REACHED: NC_("expected result", "Not reached"),
    },
    of.ActivityState: {
        of.ActivityState.PLANNED: NC_("activity", "Planned"),
        of.ActivityState.DONE: NC_("activity", "Done"),
        of.ActivityState.ADAPTED: NC_("activity", "Adapted"),
    },
    of.DocumentKind: {
        of.DocumentKind.DECLARATION: N_("Declaration"),
        of.DocumentKind.TAKEAWAY: N_("Takeaway document"),
        of.DocumentKind.MINUTES: NC_("document", "Minutes"),
        of.DocumentKind.REPORT: NC_("document", "Report"),
    },
    of.Arrangement: {
        of.Arrangement.FAMILY: NC_("declaration", "By addressee, then by strand"),
        of.Arrangement.SET: NC_("declaration", "By set, then by strand"),
    },
    of.Fact: {
        of.Fact.PARTICIPANTS: NC_("fact a recital needs", "Participants"),
        of.Fact.SESSIONS: NC_("fact a recital needs", "Sessions held"),
        of.Fact.LANGUAGES: NC_("fact a recital needs", "Several languages"),
        of.Fact.RECOMMENDATIONS: NC_("fact a recital needs", "Recommendations"),
        of.Fact.RESERVATIONS: NC_("fact a recital needs", "Reservations"),
        of.Fact.PRACTICES: NC_("fact a recital needs", "Practices"),
    },
    of.SectionKind: {
        of.SectionKind.PREAMBLE: N_("Preamble"),
        of.SectionKind.RECITALS: N_("Recitals"),
        of.SectionKind.COMMON_GROUND: N_("Our common ground"),
        of.SectionKind.OPERATIVE: N_("What we recommend"),
        of.SectionKind.DIVERGENCE: N_("Where we do not agree"),
        of.SectionKind.FOLLOW_UP: N_("Follow-up"),
    },
    of.CommitmentState: {
        of.CommitmentState.OPEN: NC_("commitment", "Open"),
        of.CommitmentState.UNDER_WAY: NC_("commitment", "Under way"),
        of.CommitmentState.KEPT: NC_("commitment", "Kept"),
        of.CommitmentState.NOT_KEPT: NC_("commitment", "Not kept"),
    },
    of.CommentState: {
        of.CommentState.OPEN: NC_("comment", "Open"),
        of.CommentState.SETTLED: NC_("comment", "Settled"),
    },
    of.AmendmentProposal: {
        of.AmendmentProposal.UNDECIDED: NC_("amendment", "Not decided yet"),
        of.AmendmentProposal.ACCEPT: NC_("amendment", "Accept"),
        of.AmendmentProposal.ACCEPT_IN_PART: NC_("amendment", "Accept in part"),
        of.AmendmentProposal.REJECT: NC_("amendment", "Reject"),
    },
    of.AnswerOutcome: {
        of.AnswerOutcome.ACCEPTED: NC_("answer of an addressee", "Accepted"),
        of.AnswerOutcome.PARTLY: NC_("answer of an addressee", "Accepted in part"),
        of.AnswerOutcome.REFUSED: NC_("answer of an addressee", "Refused"),
        of.AnswerOutcome.NONE: NC_("answer of an addressee", "No answer"),
    },
    of.InheritanceState: {
        of.InheritanceState.UNKNOWN: NC_("clause of an earlier declaration", "Not known"),
        of.InheritanceState.KEPT: NC_("clause of an earlier declaration", "Kept"),
        of.InheritanceState.NOT_KEPT: NC_("clause of an earlier declaration", "Not kept"),
        of.InheritanceState.CARRIED_ON: NC_("clause of an earlier declaration", "Carried on"),
    },
}
"""By their class, since choices of two classes are equal where they are written alike ("planned")."""

SET_HEADINGS = {
    of.RecommendationSet.CITIZENSHIP: N_("Recommendations on citizenship"),
    of.RecommendationSet.POLICY: N_("Recommendations on policy and action"),
}


def choice_name(t: Translator, choice: StrEnum) -> str:
    """Name a fixed choice of the program."""
    return said(t, CHOICES[type(choice)][choice])


def set_heading(t: Translator, which: of.RecommendationSet) -> str:
    """Name a set of recommendations as the heading of its part of a document."""
    return t(SET_HEADINGS[which])


def consensus_name(t: Translator, degree: int) -> str:
    """Name a degree of the consensus scale, 1 to 5."""
    return {
        1: t("1 · blocked"),
        2: t("2 · serious doubts"),
        3: t("3 · can live with it"),
        4: t("4 · agreement"),
        5: t("5 · full agreement"),
    }[degree]
