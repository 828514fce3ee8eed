"""What an entry in the room can be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID
from zoneinfo import ZoneInfo

from consultation.language import Translator
from consultation.model import (
    Intervention,
    InterventionKind,
    KnownVocabulary,
    Lesson,
    Recommendation,
    RecommendationSet,
    Record,
)
from ui.actions import recording


class EntryKind(StrEnum):
    """What a line is turned into."""

    INTERVENTION = "intervention"
    CITIZENSHIP = "citizenship"
    POLICY = "policy"
    LESSON = "lesson"


KINDS: tuple[type[Record], ...] = (Intervention, Recommendation, Lesson)
"""The kinds of records that stand in the stream."""

ACTIONS = {
    EntryKind.INTERVENTION: recording.INTERVENTION,
    EntryKind.CITIZENSHIP: recording.CITIZENSHIP,
    EntryKind.POLICY: recording.POLICY,
    EntryKind.LESSON: recording.LESSON,
}
"""The action that makes a line each of them; it has its name, icon and keys."""
TONES = {
    EntryKind.INTERVENTION: "muted",
    EntryKind.CITIZENSHIP: "citizenship",
    EntryKind.POLICY: "policy",
    EntryKind.LESSON: "accent",
}
FROM_WORDS = (EntryKind.CITIZENSHIP, EntryKind.POLICY, EntryKind.LESSON)
"""What can be made of the words somebody has said."""


@dataclass(frozen=True)
class LineKind:
    """What the line becomes: a kind of entry, and of an intervention what it was."""

    kind: EntryKind
    sort: InterventionKind = InterventionKind.STATEMENT

    @property
    def is_plain(self) -> bool:
        """It is what a line is when nobody says otherwise."""
        return self == PLAIN


PLAIN = LineKind(EntryKind.INTERVENTION)
QUESTION = LineKind(EntryKind.INTERVENTION, InterventionKind.QUESTION)
QUOTATION = LineKind(EntryKind.INTERVENTION, InterventionKind.QUOTATION)
LINE_KINDS = {
    PLAIN: recording.INTERVENTION,
    LineKind(EntryKind.CITIZENSHIP): recording.CITIZENSHIP,
    LineKind(EntryKind.POLICY): recording.POLICY,
    QUESTION: recording.QUESTION,
    QUOTATION: recording.QUOTATION,
    LineKind(EntryKind.LESSON): recording.LESSON,
}
"""What the line can become, in the order in which it is offered, and the action that makes it so."""


@dataclass(frozen=True)
class TypedEntry:
    """What a person typed or marked, and what it is to be."""

    kind: EntryKind
    text: str
    language: str
    person: UUID | None = None
    source: UUID | None = None
    """The intervention it was marked in."""
    sort: InterventionKind = InterventionKind.STATEMENT
    strands: tuple[UUID, ...] = ()
    """Of a recommendation."""


def kind_of(record: Record) -> EntryKind:
    """Tell what a record of the stream is."""
    if isinstance(record, Recommendation):
        return EntryKind.CITIZENSHIP if record.set == RecommendationSet.CITIZENSHIP else EntryKind.POLICY
    return EntryKind.LESSON if isinstance(record, Lesson) else EntryKind.INTERVENTION


def entry_kind_name(t: Translator, kind: EntryKind) -> str:
    """Name a kind of entry."""
    return t(ACTIONS[kind].label)


def glyph_of(kind: EntryKind, sort: InterventionKind = InterventionKind.STATEMENT) -> str:
    """Return the icon that stands in the gutter; nothing for what somebody simply said."""
    found = LINE_KINDS.get(LineKind(kind, sort))
    return "" if found is None or found is recording.INTERVENTION else found.icon


def prompt(t: Translator, kind: LineKind) -> str:
    """Say what to type for a kind of entry."""
    if kind.sort is InterventionKind.QUESTION:
        return t("What is being asked")
    if kind.sort is InterventionKind.QUOTATION:
        return t("Words to be quoted")
    return {
        EntryKind.INTERVENTION: t("What is being said"),
        EntryKind.CITIZENSHIP: t("A recommendation on citizenship"),
        EntryKind.POLICY: t("A recommendation on policy and action"),
        EntryKind.LESSON: t("A lesson learned"),
    }[kind.kind]


def make_record(typed: TypedEntry, record_id: UUID, session: UUID, rank: int, time_zone: str) -> Record:
    """Make the record an entry becomes; ``rank`` is the place of a lesson in its list."""
    if typed.kind == EntryKind.INTERVENTION:
        return Intervention(
            id=record_id,
            session=session,
            person=typed.person,
            sort=typed.sort,
            text=typed.text,
            language=typed.language,
            said_at=datetime.now(ZoneInfo(time_zone)).replace(microsecond=0),
        )
    if typed.kind == EntryKind.LESSON:
        return Lesson(id=record_id, session=session, text=typed.text, language=typed.language, rank=rank)
    return Recommendation(
        id=record_id,
        session=session,
        set=RecommendationSet(typed.kind.value),
        text=typed.text,
        language=typed.language,
        proposer=typed.person,
        interventions=[typed.source] if typed.source else [],
        terms={KnownVocabulary.STRAND: list(typed.strands)} if typed.strands else {},
    )
