"""One thing said, put into words for the stream: who, what, and the facts that stand below it or in the margin."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from consultation.language import Translator
from consultation.model import (
    Intervention,
    InterventionKind,
    KnownVocabulary,
    Lesson,
    Person,
    Recommendation,
    RecommendationStatus,
    Record,
    Role,
    RoleKind,
    Term,
)
from consultation.reading.incomplete import Gap
from consultation.reading.tallies import Counts
from consultation.reading.timeline import Said
from consultation.words import choice_name, consensus_name
from ui.session.entry_kinds import EntryKind, entry_kind_name, kind_of
from ui.workspace import Workspace

ENDS = ".!?…:;»”"
"""What ends a sentence, so that no full stop need be said after it."""
NAMED_ROLES = (RoleKind.MODERATOR, RoleKind.KEYNOTE_WITNESS)
"""What people do in a session that is said beside their name."""


Hands = tuple[int | None, int | None, int | None]
"""Hands for, against and abstaining, each None where nobody counted."""


@dataclass(frozen=True)
class Fact:
    """A few words below an entry; one with a tone is a gap or a conflict, and has its hollow dot."""

    words: str
    tone: str = ""


@dataclass(frozen=True)
class Speaker:
    """Who said something, as the head of a run of entries says it."""

    name: str
    beside: str = ""
    """Organisation, and what the person does in the session."""
    person: UUID | None = None


@dataclass(frozen=True)
class StreamEntry:
    """One thing said, put into words."""

    id: UUID
    kind: EntryKind
    record: Record
    text: str
    speaker: Speaker
    when: str
    sort: InterventionKind = InterventionKind.STATEMENT
    number: int = 0
    """By which a moderator calls a recommendation; 0 for what has none."""
    counts: Hands = (None, None, None)
    uncounted: bool = False
    """A recommendation for which nobody has counted."""
    facts: tuple[Fact, ...] = field(default=())

    @property
    def is_counted(self) -> bool:
        """Hands were counted, and may be added up."""
        return self.counts != (None, None, None)


class EntryWords:
    """Puts what was read into words; knows what has to be read only once for a session."""

    def __init__(self, workspace: Workspace, session: UUID) -> None:
        self._workspace, self._t = workspace, workspace.t
        store, label = workspace.store, workspace.label
        self._strands: Mapping[UUID, str] = {
            term.id: label(term.label) for term in store.all(Term, vocabulary=KnownVocabulary.STRAND)
        }
        named = store.columns(Role, "person", "role", session=session, role=set(NAMED_ROLES))
        self._roles: Mapping[UUID, RoleKind] = dict(named)
        languages = workspace.consultation.languages
        self._language = self._t.language if self._t.language in languages or not languages else languages[0]
        self._zone = workspace.consultation.time_zone

    def tell(self, said: Said, number: int) -> StreamEntry:
        """Put one thing said into words; ``number`` is that of a recommendation."""
        record = said.record
        asked = isinstance(record, Recommendation)
        total = said.counts.total
        return StreamEntry(
            id=record.id,
            kind=kind_of(record),
            record=record,
            text=record.text if isinstance(record, Intervention | Recommendation | Lesson) else "",
            speaker=self._speaker(said),
            when=self._time(said.when),
            sort=record.sort if isinstance(record, Intervention) else InterventionKind.STATEMENT,
            number=number if asked else 0,
            counts=(total.in_favour, total.against, total.abstain),
            uncounted=Gap.COUNT in said.gaps,
            facts=tuple(self._facts(said)),
        )

    def kind_words(self, entry: StreamEntry) -> str:
        """Name what an entry is."""
        if entry.sort is not InterventionKind.STATEMENT:
            return choice_name(self._t, entry.sort)
        return entry_kind_name(self._t, entry.kind)

    def aloud(self, entry: StreamEntry) -> str:
        """Say an entry whole, as a screen reader does."""
        t = self._t
        parts = [str(entry.number) if entry.number else "", self.kind_words(entry)]
        parts += [", ".join(part for part in (entry.speaker.name, entry.speaker.beside) if part), entry.text]
        parts += [counts_in_words(t, entry.counts) if entry.is_counted else ""]
        parts += [t("not counted")] if entry.uncounted else []
        parts += [fact.words for fact in entry.facts]
        said = [part if part[-1] in ENDS else f"{part}." for part in (*parts, entry.when) if part]
        return " ".join(said)

    def _speaker(self, said: Said) -> Speaker:
        t = self._t
        if isinstance(said.record, Lesson):
            return Speaker(t("Lesson learned"))
        if said.person is None:
            return Speaker(said.who or t("Somebody in the room"))
        beside = [belongs_to(said.person)]
        if said.person.id in self._roles:
            name = choice_name(t, self._roles[said.person.id])
            beside.append(name[:1].lower() + name[1:])
        return Speaker(said.person.name, " · ".join(part for part in beside if part), said.person.id)

    def _facts(self, said: Said) -> list[Fact]:
        t, record = self._t, said.record
        facts = [Fact(t("two versions, to be decided"), "conflict")] if said.disputed else []
        if isinstance(record, Recommendation):
            facts += self._about(record, said)
        elif isinstance(record, Intervention):
            if record.sort is InterventionKind.ANSWER:
                facts.append(Fact(choice_name(t, record.sort)))
            if not record.attributable:
                facts.append(Fact(t("not to be quoted by name")))
        language = getattr(record, "language", "")
        if language and language != self._language:
            facts.append(Fact(t("in {language}").format(language=t.language_name(language))))
        return facts

    def _about(self, record: Recommendation, said: Said) -> list[Fact]:
        t = self._t
        facts = [Fact(t("no strand"), "incomplete")] if Gap.STRAND in said.gaps else []
        facts += [Fact(self._strands[term]) for term in record.chosen(KnownVocabulary.STRAND) if term in self._strands]
        if record.status is not RecommendationStatus.PROPOSED:
            facts.append(Fact(choice_name(t, record.status)))
        if Gap.COUNTED_TWICE in said.gaps:
            facts.append(Fact(t("counted twice, not added up"), "incomplete"))
        if Gap.EARLIER_COUNT in said.gaps:
            facts.append(Fact(t("counted on an earlier wording"), "incomplete"))
        facts += [Fact(words) for words in self._other_scales(said.counts)]
        if said.reservations:
            facts.append(Fact(t.plural("{count} reservation", "{count} reservations", len(said.reservations))))
        return facts

    def _other_scales(self, counts: Counts) -> list[str]:
        degrees = [count.consensus for count in counts.standing if count.consensus is not None]
        return [consensus_name(self._t, degree) for degree in degrees]

    def _time(self, moment: datetime | None) -> str:
        return self._t.time(moment, self._zone) if moment else ""


def belongs_to(person: Person) -> str:
    """Return what a person speaks for: an organisation, or else a territory."""
    return person.organisation or person.territory


def counts_in_words(t: Translator, counts: Hands) -> str:
    """Write hands for, against and abstaining as a part of a sentence; what was not counted is left out."""
    words = (t("{count} for"), t("{count} against"), t("{count} abstaining"))
    said = zip(words, counts, strict=True)
    return ", ".join(text.format(count=t.number(count)) for text, count in said if count is not None)
