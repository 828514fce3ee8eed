"""The value of any field, as a person reads it: labels instead of ids, dates as they are written, lists as lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from enum import Enum
from typing import Any
from uuid import UUID

from consultation.language import Translator
from consultation.model import (
    KINDS,
    CommitmentState,
    Decision,
    DocumentKind,
    Gender,
    InterventionKind,
    KnownVocabulary,
    Person,
    RecommendationSet,
    RecommendationStatus,
    Record,
    RoleKind,
    SectionKind,
    SessionFormat,
    SessionStatus,
)
from ui.naming import (
    consensus_name,
    format_name,
    intervention_kind_name,
    person_line,
    recommendation_status_name,
    role_name,
    session_status_name,
    set_name,
)
from ui.workspace import Workspace


class Values:
    """Puts the values of fields into the words of the window."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def alternatives(self, name: str, values: Sequence[Any]) -> list[str]:
        """Put several values of one field into words; of multilingual text, only the languages that differ."""
        if all(isinstance(value, dict) for value in values) and name != "scores":
            languages = list(dict.fromkeys(code for value in values for code in value))
            telling = [code for code in languages if len({value.get(code, "") for value in values}) > 1]
            return [self._labels(value, telling or languages, name_one=len(languages) > 1) for value in values]
        return [self.words(name, value) for value in values]

    def words(self, name: str, value: Any) -> str:
        """Put one value into words."""
        t = self._workspace.t
        if value is None or value == "" or value == [] or value == {}:
            return t("Nothing is entered")
        if isinstance(value, bool):
            return t("Yes") if value else t("No")
        if isinstance(value, Enum):
            return enum_name(t, value)
        if isinstance(value, UUID):
            return self.record_words(value)
        if isinstance(value, datetime):
            return self._moment(value)
        if isinstance(value, date):
            return t.day(value)
        if isinstance(value, int):
            return consensus_name(t, value) if name == "consensus" else t.number(value)
        if isinstance(value, dict):
            return self._scores(value) if name == "scores" else self._labels(value, list(value), len(value) > 1)
        if isinstance(value, list):
            return "\n".join(self.words(name, one) for one in value)
        return t.language_name(value) if name in ("language", "languages") else str(value)

    def record_words(self, record_id: UUID) -> str:
        """Say what a record is that another refers to."""
        for kind in KINDS.values():
            record = self._workspace.store.find(kind, record_id)
            if record is not None:
                return self.gist(record)
        return self._workspace.t("An entry that is not in this file")

    def gist(self, record: Record) -> str:
        """Say what a record is about, in a few words of its own."""
        if isinstance(record, Person):
            return person_line(record)
        for name in ("text", "title", "label", "name", "wording", "who"):
            value = getattr(record, name, None)
            if value and isinstance(value, dict):
                return self._workspace.label(value)
            if value:
                return str(value)
        for name in ("person", "recommendation", "session", "commitment", "first", "strand"):
            value = getattr(record, name, None)
            if isinstance(value, UUID):
                return self.record_words(value)
        return ""

    def _labels(self, labels: dict[str, str], languages: Sequence[str], name_one: bool) -> str:
        t = self._workspace.t
        if len(languages) == 1 and not name_one:
            return labels.get(languages[0], "") or t("Nothing is entered")
        line = t("{language}: {words}")
        return "\n".join(
            line.format(language=_capital(t.language_name(code)), words=labels.get(code, "") or "–")
            for code in languages
        )

    def _scores(self, scores: dict[str, int]) -> str:
        t = self._workspace.t
        line = t("{capital}: {score} of 5")
        return "\n".join(
            line.format(capital=self.record_words(UUID(key)), score=t.number(score)) for key, score in scores.items()
        )

    def _moment(self, moment: datetime) -> str:
        t = self._workspace.t
        return t("{day}, {time}").format(day=t.day(moment.date()), time=t.time(moment))


def enum_name(t: Translator, value: Enum) -> str:
    """Name a fixed choice of the program."""
    known: dict[type[Enum], Callable[[Translator, Any], str]] = {
        RecommendationSet: set_name,
        RecommendationStatus: recommendation_status_name,
        SessionFormat: format_name,
        SessionStatus: session_status_name,
        RoleKind: role_name,
        InterventionKind: intervention_kind_name,
    }
    if type(value) in known:
        return known[type(value)](t, value)
    return _rarer(t)[value]


def _rarer(t: Translator) -> dict[Enum, str]:
    return {
        Gender.WOMAN: t("Woman"),
        Gender.MAN: t("Man"),
        Gender.OTHER: t.context("gender", "Other"),
        Decision.SAME: t("They say the same"),
        Decision.DIFFERENT: t("They are different"),
        Decision.CONTRADICT: t("They contradict each other"),
        DocumentKind.DECLARATION: t("Declaration"),
        SectionKind.PREAMBLE: t("Preamble"),
        SectionKind.RECITALS: t("Recitals"),
        SectionKind.COMMON_GROUND: t("Common ground"),
        SectionKind.OPERATIVE: t("Operative clauses"),
        CommitmentState.OPEN: t.context("commitment", "Open"),
        CommitmentState.UNDER_WAY: t.context("commitment", "Under way"),
        CommitmentState.KEPT: t.context("commitment", "Kept"),
        CommitmentState.NOT_KEPT: t.context("commitment", "Not kept"),
        KnownVocabulary.STRAND: t("Strands"),
        KnownVocabulary.CAPITAL: t("Capitals of resilience"),
        KnownVocabulary.CRITERION: t("Criteria of the takeaway documents"),
        KnownVocabulary.AXIS: t("Axes"),
        KnownVocabulary.ADDRESSEE: t("Addressees"),
        KnownVocabulary.REGION: t("Regions"),
        KnownVocabulary.ACTOR: t("Kinds of actors"),
        KnownVocabulary.SESSION_KIND: t("Kinds of sessions"),
        KnownVocabulary.OPERATIVE_VERB: t("Operative verbs"),
    }


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
