"""The words for the fixed choices of the program, in the language of the window."""

from __future__ import annotations

from consultation.language import Translator
from consultation.model import (
    InterventionKind,
    Person,
    RecommendationSet,
    RecommendationStatus,
    RoleKind,
    SessionFormat,
    SessionStatus,
)


def set_name(t: Translator, which: RecommendationSet) -> str:
    """Name a set of recommendations."""
    return {
        RecommendationSet.CITIZENSHIP: t("Citizenship"),
        RecommendationSet.POLICY: t("Policy and action"),
    }[which]


def role_name(t: Translator, role: RoleKind) -> str:
    """Name what a person does in a session."""
    return {
        RoleKind.MODERATOR: t("Moderator"),
        RoleKind.SPEAKER: t("Speaker"),
        RoleKind.KEYNOTE_WITNESS: t("Keynote witness"),
        RoleKind.RAPPORTEUR: t("Rapporteur"),
        RoleKind.OBSERVER: t("Observer"),
        RoleKind.PARTICIPANT: t("Participant"),
    }[role]


def format_name(t: Translator, form: SessionFormat) -> str:
    """Name where the people of a session are."""
    return {
        SessionFormat.IN_PERSON: t("In person"),
        SessionFormat.ONLINE: t("Online"),
        SessionFormat.HYBRID: t("Hybrid"),
    }[form]


def session_status_name(t: Translator, status: SessionStatus) -> str:
    """Name how far a session has come."""
    return {
        SessionStatus.PROPOSED: t.context("session", "Proposed"),
        SessionStatus.PLANNED: t.context("session", "Planned"),
        SessionStatus.RUNNING: t.context("session", "Running"),
        SessionStatus.CLOSED: t.context("session", "Closed"),
    }[status]


def recommendation_status_name(t: Translator, status: RecommendationStatus) -> str:
    """Name how far a recommendation has come."""
    return {
        RecommendationStatus.PROPOSED: t.context("recommendation", "Proposed"),
        RecommendationStatus.ADOPTED: t.context("recommendation", "Adopted"),
        RecommendationStatus.SET_ASIDE: t.context("recommendation", "Set aside"),
    }[status]


def intervention_kind_name(t: Translator, form: InterventionKind) -> str:
    """Name what an intervention was."""
    return {
        InterventionKind.STATEMENT: t("Statement"),
        InterventionKind.QUESTION: t("Question"),
        InterventionKind.ANSWER: t("Answer"),
        InterventionKind.FROM_THE_ROOM: t("From the room"),
        InterventionKind.QUOTATION: t("Quotation"),
    }[form]


def consensus_name(t: Translator, degree: int) -> str:
    """Name a degree of the consensus scale, 1 to 5."""
    return {
        1: t("1 · blocked"),
        2: t("2 · serious doubts"),
        3: t("3 · can live with it"),
        4: t("4 · agreement"),
        5: t("5 · full agreement"),
    }[degree]


def person_line(person: Person) -> str:
    """Write a person with the organisation or territory they speak for."""
    belongs = person.organisation or person.territory
    return f"{person.name}, {belongs}" if belongs else person.name
