"""The four things a line in the room can be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID
from zoneinfo import ZoneInfo

from consultation.language import Translator
from consultation.model import Intervention, Lesson, Recommendation, RecommendationSet, Record


class Form(StrEnum):
    """What a line is turned into."""

    INTERVENTION = "intervention"
    CITIZENSHIP = "citizenship"
    POLICY = "policy"
    LESSON = "lesson"


KINDS: tuple[type[Record], ...] = (Intervention, Recommendation, Lesson)
"""The kinds of records that stand in the stream."""

ICONS = {
    Form.INTERVENTION: "message-square",
    Form.CITIZENSHIP: "users",
    Form.POLICY: "landmark",
    Form.LESSON: "lightbulb",
}
TONES = {
    Form.INTERVENTION: "muted",
    Form.CITIZENSHIP: "citizenship",
    Form.POLICY: "policy",
    Form.LESSON: "accent",
}
KEYS = {
    Form.INTERVENTION: "Ctrl+I",
    Form.CITIZENSHIP: "Ctrl+Shift+C",
    Form.POLICY: "Ctrl+Shift+P",
    Form.LESSON: "Ctrl+Shift+L",
}


@dataclass(frozen=True)
class Line:
    """What a person typed or marked, and what it is to be."""

    form: Form
    text: str
    language: str
    person: UUID | None = None
    source: UUID | None = None
    """The intervention it was marked in."""


def form_of(record: Record) -> Form:
    """Tell what a record of the stream is."""
    if isinstance(record, Recommendation):
        return Form.CITIZENSHIP if record.set == RecommendationSet.CITIZENSHIP else Form.POLICY
    return Form.LESSON if isinstance(record, Lesson) else Form.INTERVENTION


def form_name(t: Translator, form: Form) -> str:
    """Name a form."""
    return {
        Form.INTERVENTION: t("Intervention"),
        Form.CITIZENSHIP: t("Citizenship"),
        Form.POLICY: t("Policy and action"),
        Form.LESSON: t("Lesson"),
    }[form]


def prompt(t: Translator, form: Form) -> str:
    """Say what to type for a form."""
    return {
        Form.INTERVENTION: t("What is being said… Enter saves it, @ names who speaks"),
        Form.CITIZENSHIP: t("A recommendation on citizenship… Enter saves it"),
        Form.POLICY: t("A recommendation on policy and action… Enter saves it"),
        Form.LESSON: t("A lesson learned… Enter saves it"),
    }[form]


def make_record(line: Line, record_id: UUID, session: UUID, rank: int, time_zone: str) -> Record:
    """Make the record a line becomes; ``rank`` is the place of a lesson in its list."""
    if line.form == Form.INTERVENTION:
        return Intervention(
            id=record_id,
            session=session,
            person=line.person,
            text=line.text,
            language=line.language,
            said_at=datetime.now(ZoneInfo(time_zone)).replace(microsecond=0),
        )
    if line.form == Form.LESSON:
        return Lesson(id=record_id, session=session, text=line.text, language=line.language, rank=rank)
    return Recommendation(
        id=record_id,
        session=session,
        set=RecommendationSet(line.form.value),
        text=line.text,
        language=line.language,
        proposer=line.person,
        interventions=[line.source] if line.source else [],
    )
