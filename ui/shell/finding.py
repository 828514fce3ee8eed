"""What the palette finds for what is typed: what can be done now, recommendations, sessions, people, in that order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import partial
from uuid import UUID

from consultation.language import N_, Translator
from consultation.model import Person, RecommendationSet
from consultation.reading.finding import (
    Finder,
    FoundRecommendation,
    FoundSession,
    asked_words,
    begins_all,
    known_words,
)
from consultation.words import counted, session_name
from ui.actions import Action, recording
from ui.keys import shown

ACTIONS_ONLY, PEOPLE_ONLY = ">", "@"
"""What is typed first to find one family alone."""
TONES = {recording.CITIZENSHIP: "citizenship", recording.POLICY: "policy"}
"""The marks of the two sets stand in their colours."""
MANY = 60
"""Rows of a family that is looked for alone."""


class Family(Enum):
    """The families of what is found; each is given its name and how many of it stand beside others."""

    HERE = (N_("Here"), 6)
    RECOMMENDATIONS = (N_("Recommendations"), 8)
    SESSIONS = (N_("Sessions"), 4)
    PEOPLE = (N_("People"), 4)

    def __init__(self, words: str, most: int) -> None:
        self.words, self.most = words, most


@dataclass(frozen=True)
class Found:
    """A row: what it says, and what is done when it is chosen."""

    family: Family
    words: str
    act: Callable[[], object]
    beside: str = ""
    after: str = ""
    """What follows that, and is never shortened: how many, or what is done."""
    at_end: str = ""
    icon: str = ""
    tone: str = "text"
    number: str = ""


@dataclass(frozen=True)
class Leads:
    """Where a row leads that is no action."""

    show_record: Callable[[UUID], object]
    give_floor: Callable[[UUID], object]


Acts = Mapping[Action, Callable[[], object]]


class Finding:
    """Finds by what is typed; ``finder`` looks in the file, and is None where none is open or it cannot be read."""

    def __init__(self, t: Translator, acts: Acts, finder: Finder | None, leads: Leads) -> None:
        self._t, self._acts, self._finder, self._leads = t, acts, finder, leads

    def read_on(self) -> bool:
        """Read some of the file ahead; tell whether there is more to read."""
        return self._finder is not None and self._finder.read_on()

    def find(self, typed: str) -> list[Found]:
        """Return what is found, family by family."""
        typed = typed.strip()
        if typed.startswith(ACTIONS_ONLY):
            return self._actions(typed[1:], MANY)
        if typed.startswith(PEOPLE_ONLY):
            return self._people(typed[1:], MANY)
        if not asked_words(typed):
            return self._actions("", MANY)
        return [
            *self._actions(typed, Family.HERE.most),
            *self._recommendations(typed),
            *self._sessions(typed),
            *self._people(typed, Family.PEOPLE.most),
        ]

    def _actions(self, typed: str, most: int) -> list[Found]:
        t, asked = self._t, asked_words(typed)
        matching = []
        for action, act in self._acts.items():
            words = t(action.words)
            if begins_all(known_words(words, t(action.label)), asked):
                tone = TONES.get(action, "text")
                matching.append(Found(Family.HERE, words, act, at_end=shown(action), icon=action.icon, tone=tone))
        return matching[:most]

    def _recommendations(self, typed: str) -> list[Found]:
        if self._finder is None:
            return []
        most = Family.RECOMMENDATIONS.most
        numbered = self._finder.numbered(int(typed), most) if typed.isdecimal() else []
        by_words = [] if numbered else self._finder.recommendations(typed, most)
        return [self._recommendation(found) for found in (*numbered, *by_words)]

    def _recommendation(self, found: FoundRecommendation) -> Found:
        t = self._t
        where = [found.session.code] if found.session else []
        if found.language and found.language != t.language:
            where.append(t("in {language}").format(language=t.language_name(found.language)))
        return Found(
            Family.RECOMMENDATIONS,
            found.text,
            partial(self._leads.show_record, found.recommendation.id),
            beside=", ".join(where),
            tone="citizenship" if found.recommendation.set is RecommendationSet.CITIZENSHIP else "policy",
            number=str(found.number or ""),
        )

    def _sessions(self, typed: str) -> list[Found]:
        found = self._finder.sessions(typed, Family.SESSIONS.most) if self._finder else []
        return [self._session(place) for place in found]

    def _session(self, found: FoundSession) -> Found:
        t, session = self._t, found.session
        count = found.recommendations
        return Found(
            Family.SESSIONS,
            session.code,
            partial(self._leads.show_record, session.id),
            beside=session_name(t, session),
            after=counted(t, "recommendation", count) if count is not None else "",
            icon="messages-square",
        )

    def _people(self, typed: str, most: int) -> list[Found]:
        found = self._finder.people(typed, most) if self._finder else []
        return [self._person(person) for person in found]

    def _person(self, person: Person) -> Found:
        return Found(
            Family.PEOPLE,
            person.name,
            partial(self._leads.give_floor, person.id),
            beside=person.organisation or person.territory,
            after=self._t("give the floor"),
            icon="user",
        )
