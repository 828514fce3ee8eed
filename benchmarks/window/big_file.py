"""A file as large as a consultation gets: 40,000 entries in 60 sessions, 300 conflicts, a declaration of 500 clauses.

The same words in the same places at every run. Conflicts are made while the file is small: two people change the same
recommendations, each in a copy, and the copies are merged.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from pathlib import Path
from uuid import UUID, uuid4

from consultation.kits import read_kit
from consultation.merging import merge
from consultation.model import (
    Intervention,
    Item,
    KnownVocabulary,
    Paragraph,
    Person,
    Recommendation,
    RecommendationSet,
    Record,
    Reservation,
    Role,
    Section,
    SectionKind,
    Session,
    Support,
    fingerprint,
)
from consultation.preparing import new_consultation
from consultation.store import Identity, Store

KIT = "forum-intermediary-cities-2021"
SESSIONS, PEOPLE, PEOPLE_OF_A_SESSION = 60, 600, 25
RECOMMENDATIONS, INTERVENTIONS = 20_000, 20_000
IN_THE_FULL_SESSION = 2_500
"""Recommendations, and as many interventions."""
CONFLICTS, CLAUSES, ITEMS = 300, 500, 6
"""Fields in dispute; items of the declaration, and how many of them a paragraph has."""
WORDS, LEAST_WORDS, MOST_WORDS = 4_000, 12, 32
COUNTED, RESERVED = 0.6, 0.1
"""Shares of the recommendations."""

_SYLLABLES = ("wa", "ter", "ri", "ver", "ci", "ty", "ma", "yor", "ho", "me", "po", "li", "cy", "ca", "re", "bud", "get")


@dataclass(frozen=True)
class BigFile:
    """Where the file is, and where to look in it."""

    path: Path
    full: UUID
    """The session of 5,000 entries."""
    usual: UUID
    """A session as most are."""
    words: tuple[str, ...]
    """The words that are said in it, the most frequent first."""


def make_small(path: Path, identity: Identity) -> Path:
    """Make the file the kit gives."""
    new_consultation(path, read_kit(KIT), identity).close()
    return path


def make_big(path: Path, identity: Identity) -> BigFile:
    """Make the big file; some ten seconds."""
    chance = random.Random(6)
    words = _vocabulary(chance)
    with new_consultation(path, read_kit(KIT), identity) as store:
        made = _Making(store, chance, words)
        sessions = made.sessions()
        store.save_all(made.people(sessions))
        full, usual = sessions[0], sessions[1]
        disputed = list(made.recommendations(usual, CONFLICTS))
        store.save_all(disputed)
        _dispute(store, [record.id for record in disputed])
        store.save_all(made.said(full, IN_THE_FULL_SESSION, IN_THE_FULL_SESSION))
        store.save_all(made.rest(sessions[1:]))
        store.save_all(made.opinions())
        store.save_all(made.declaration())
    return BigFile(path, full, usual, tuple(words))


def _vocabulary(chance: random.Random) -> list[str]:
    """Make words of two to four syllables."""
    found: dict[str, None] = {}
    while len(found) < WORDS:
        found["".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4)))] = None
    return list(found)


def _dispute(store: Store, disputed: list[UUID]) -> None:
    """Change the same recommendations here and in somebody else's copy, and merge it."""
    path = store.path.with_name("other.consult")
    store.send_copy(path)
    with Store.open(path, Identity(uuid4(), uuid4(), "Benedetta Okoro"), as_it_is=True) as other:
        _reword(other, disputed, "and not only where it is asked for")
    _reword(store, disputed, "and everywhere at once")
    merge(store, [path])
    path.unlink()


def _reword(store: Store, records: list[UUID], more: str) -> None:
    with store.together():
        for record_id in records:
            record = store.get(Recommendation, record_id)
            store.change(record, text=f"{record.text} {more}")


class _Making:
    """Makes the records, which refer to each other."""

    def __init__(self, store: Store, chance: random.Random, words: list[str]) -> None:
        self._store, self._chance, self._words = store, chance, words
        self._strands = [term.id for term in store.terms(KnownVocabulary.STRAND)]
        self._addressees = [term.id for term in store.terms(KnownVocabulary.ADDRESSEE)]
        self._likely = list(accumulate(1 / (place + 1) for place in range(len(words))))  # as in any language
        self._listed: list[UUID] = []
        self._asked: list[tuple[UUID, str]] = []

    def sessions(self) -> list[UUID]:
        """Add sessions to those of the kit; return all."""
        there = [session.id for session in self._store.all(Session)]
        first = datetime(2021, 10, 5, 8, tzinfo=UTC)
        more = [
            Session(
                id=self._store.new_id(),
                code=f"R{number:02}",
                title={"en": self._text()},
                starts=first + timedelta(hours=number),
                ends=first + timedelta(hours=number + 1),
            )
            for number in range(SESSIONS - len(there))
        ]
        self._store.save_all(more)
        return [*(session.id for session in more), *there]

    def people(self, sessions: list[UUID]) -> Iterator[Record]:
        """Make people, and where they were."""
        for number in range(PEOPLE):
            name = f"{self._chance.choice(self._words).title()} {self._chance.choice(self._words).title()} {number}"
            person = Person(id=self._store.new_id(), name=name, organisation=self._text(3), consent=number % 3 > 0)
            self._listed.append(person.id)
            yield person
        for session in sessions:
            for person_id in self._chance.sample(self._listed, PEOPLE_OF_A_SESSION):
                yield Role(id=self._store.new_id(), session=session, person=person_id)

    def rest(self, sessions: list[UUID]) -> Iterator[Record]:
        """Make what is said in all other sessions."""
        asked = RECOMMENDATIONS - IN_THE_FULL_SESSION - CONFLICTS
        spoken = INTERVENTIONS - IN_THE_FULL_SESSION
        for number, session in enumerate(sessions):
            first, last = number / len(sessions), (number + 1) / len(sessions)
            shares = (round(whole * last) - round(whole * first) for whole in (asked, spoken))
            yield from self.said(session, *shares)

    def said(self, session: UUID, asked: int, spoken: int) -> Iterator[Record]:
        """Make recommendations and interventions of one session in turns."""
        recommendations, interventions = self.recommendations(session, asked), self.interventions(session, spoken)
        for _ in range(max(asked, spoken)):
            yield from (record for record in (next(interventions, None), next(recommendations, None)) if record)

    def interventions(self, session: UUID, number: int) -> Iterator[Record]:
        """Make what people said."""
        for _ in range(number):
            who = self._chance.choice(self._listed)
            yield Intervention(id=self._store.new_id(), session=session, person=who, text=self._text(), language="en")

    def recommendations(self, session: UUID, number: int) -> Iterator[Recommendation]:
        """Make what is asked for."""
        for _ in range(number):
            text = self._text()
            strand = [self._chance.choice(self._strands)] if self._chance.random() > RESERVED else []
            made = Recommendation(
                id=self._store.new_id(),
                session=session,
                set=self._chance.choice(list(RecommendationSet)),
                text=text,
                language="en",
                terms={KnownVocabulary.STRAND: strand} if strand else {},
                addressees=self._chance.sample(self._addressees, 2),
                proposer=self._chance.choice(self._listed),
            )
            self._asked.append((made.id, text))
            yield made

    def opinions(self) -> Iterator[Record]:
        """Make counts of hands and reservations."""
        for recommendation, text in self._asked:
            if self._chance.random() < COUNTED:
                yield Support(
                    id=self._store.new_id(),
                    recommendation=recommendation,
                    in_favour=self._chance.randint(5, 90),
                    against=self._chance.randint(0, 20),
                    abstain=self._chance.randint(0, 9),
                    counted_on=fingerprint(text),
                )
            if self._chance.random() < RESERVED:
                who = self._chance.choice(self._listed)
                yield Reservation(
                    id=self._store.new_id(), recommendation=recommendation, person=who, text=self._text(), language="en"
                )

    def declaration(self) -> Iterator[Record]:
        """Make sections, paragraphs with their strands, and items that name their sources."""
        sections = [
            Section(id=self._store.new_id(), part=SectionKind.OPERATIVE, set=chosen, rank=rank)
            for rank, chosen in enumerate(RecommendationSet)
        ]
        yield from sections
        count = -(-CLAUSES // ITEMS)
        for rank in range(count):
            phrase = {"lead_in": "Water.", "addressed": "We call on national governments to:", "words": ""}
            paragraph = Paragraph(
                id=self._store.new_id(),
                section=sections[rank * len(sections) // count].id,
                rank=rank,
                strand=self._strands[rank % len(self._strands)],
                lead_in={"en": phrase["lead_in"]},
                addressed={"en": phrase["addressed"]},
                drafted={"en": phrase},
            )
            yield paragraph
            yield from (self._item(paragraph.id, place) for place in range(min(ITEMS, CLAUSES - rank * ITEMS)))

    def _item(self, paragraph: UUID, rank: int) -> Item:
        words = self._text()
        return Item(
            id=self._store.new_id(),
            paragraph=paragraph,
            rank=rank,
            words={"en": words},
            drafted={"en": words},
            sources=[source for source, _ in self._chance.sample(self._asked, 3)],
        )

    def _text(self, most: int = 0) -> str:
        number = most or self._chance.randint(LEAST_WORDS, MOST_WORDS)
        return " ".join(self._chance.choices(self._words, cum_weights=self._likely, k=number)).capitalize()
