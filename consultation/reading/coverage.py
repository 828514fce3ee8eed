"""Whose voice is in the declaration: what of each room, region, language and kind of actor, and who was absent."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from consultation.model import Intervention, KnownVocabulary, Person, Recommendation, Session, Term
from consultation.reading.material import Material
from consultation.store import Store


@dataclass(frozen=True)
class Backing:
    """Who has raised something: in which rooms and languages, people of which regions and kinds of actor.

    Region and actor are those of the people who proposed it, or said what it was made of, as far as they are noted.
    """

    rooms: frozenset[UUID]
    languages: frozenset[str]
    regions: frozenset[UUID]
    actors: frozenset[UUID]


@dataclass(frozen=True)
class Share:
    """How much of what was recommended stands in the text."""

    raised: int
    in_text: int


@dataclass(frozen=True)
class Coverage:
    """What of the recommendations stands in the declaration; those set aside by their rooms are not asked for."""

    in_text: tuple[Recommendation, ...]
    left_out: tuple[Recommendation, ...]
    rooms: Mapping[UUID, Share]
    """By session, in the order of the programme; those in which nothing was recommended are missing."""
    languages: Mapping[str, Share]
    """By code, most recommendations first; "" where nobody named the language."""
    regions: Mapping[UUID, Share]
    """By term, in the order of the vocabulary, those that raised nothing too."""
    actors: Mapping[UUID, Share]
    """As regions."""


@dataclass(frozen=True)
class Turnout:
    """Who was there: heads by region and kind of actor, of those listed by name and those counted by head."""

    regions: tuple[Term, ...]
    actors: tuple[Term, ...]
    heads: Mapping[tuple[UUID | None, UUID | None], int]
    """(region, actor) -> heads; None where nobody noted the one or the other."""

    def cell(self, region: UUID, actor: UUID) -> int | None:
        """Return how many of an actor of a region were there; None where some may be among those not noted so."""
        known = self.heads.get((region, actor), 0)
        unknown = any(self.heads.get(place, 0) for place in ((region, None), (None, actor), (None, None)))
        return None if unknown and not known else known

    def absent(self) -> list[tuple[Term, Term]]:
        """Return the regions and actors of which surely nobody was there, in the order of the vocabularies."""
        return [
            (region, actor) for region in self.regions for actor in self.actors if self.cell(region.id, actor.id) == 0
        ]


def backing_of(material: Material, recommendations: Iterable[Recommendation]) -> Backing:
    """Tell who has raised one thing, in whichever recommendations: how wide it is carried."""
    asked = list(recommendations)
    return _backing(asked, [person for recommendation in asked for person in _voices(material, recommendation)])


def _backing(asked: Collection[Recommendation], people: Collection[Person]) -> Backing:
    return Backing(
        rooms=frozenset(recommendation.session for recommendation in asked if recommendation.session),
        languages=frozenset(recommendation.language for recommendation in asked if recommendation.language),
        regions=frozenset(person.region for person in people if person.region),
        actors=frozenset(person.actor for person in people if person.actor),
    )


def read_backing(store: Store, recommendations: Collection[UUID]) -> Backing:
    """Tell who has raised one thing: reads no more of a file than that takes."""
    asked = list(store.those(Recommendation, recommendations).values())
    said = {source for recommendation in asked for source in recommendation.interventions}
    speakers = store.columns(Intervention, "person", id=said) if said else []
    named = {recommendation.proposer for recommendation in asked} | {person for (person,) in speakers}
    people = store.those(Person, (each for each in named if each is not None)).values()
    return _backing(asked, people)


def cover(material: Material, cited: Collection[UUID]) -> Coverage:
    """Tell what of the recommendations stands in a text.

    Args:
        material: what the records say.
        cited: the recommendations that the text names as its sources.
    """
    asked = material.draftable()
    voices = {recommendation.id: backing_of(material, [recommendation]) for recommendation in asked}

    def shares(parts: Callable[[Backing], Iterable[UUID]], order: Iterable[UUID]) -> dict[UUID, Share]:
        raised = Counter(part for recommendation in asked for part in parts(voices[recommendation.id]))
        in_text = Counter(
            part for recommendation in asked if recommendation.id in cited for part in parts(voices[recommendation.id])
        )
        return {part: Share(raised[part], in_text[part]) for part in order}

    rooms = shares(lambda voice: voice.rooms, (session.id for session in material.programme()))
    spoken = Counter(recommendation.language for recommendation in asked)
    printed = Counter(recommendation.language for recommendation in asked if recommendation.id in cited)
    return Coverage(
        in_text=tuple(recommendation for recommendation in asked if recommendation.id in cited),
        left_out=tuple(recommendation for recommendation in asked if recommendation.id not in cited),
        rooms={session: share for session, share in rooms.items() if share.raised},
        languages={code: Share(count, printed[code]) for code, count in _most_first(spoken)},
        regions=shares(lambda voice: voice.regions, _terms(material, KnownVocabulary.REGION)),
        actors=shares(lambda voice: voice.actors, _terms(material, KnownVocabulary.ACTOR)),
    )


def read_turnout(material: Material, session: Session | None = None) -> Turnout:
    """Count who was there, in one session or in all; a person with roles in several is one person."""
    heads: dict[tuple[UUID | None, UUID | None], int] = defaultdict(int)
    regions, actors = (material.vocabulary(key) for key in (KnownVocabulary.REGION, KnownVocabulary.ACTOR))
    known = {term.id for term in (*regions, *actors)}

    def count(region: UUID | None, actor: UUID | None, number: int) -> None:
        heads[region if region in known else None, actor if actor in known else None] += number

    for person_id in {role.person for role in material.present() if session is None or role.session == session.id}:
        person = material.people.get(person_id)
        count(person.region if person else None, person.actor if person else None, 1)
    for attendance in material.attendance:
        if session is None or attendance.session == session.id:
            count(attendance.region, attendance.actor, attendance.heads)
    return Turnout(tuple(regions), tuple(actors), {place: number for place, number in heads.items() if number})


def _voices(material: Material, recommendation: Recommendation) -> list[Person]:
    """Return who proposed a recommendation and who said what it was made of, as far as they are listed."""
    speakers = (material.speakers.get(source) for source in recommendation.interventions)
    return [material.people[who] for who in (recommendation.proposer, *speakers) if who in material.people]


def _terms(material: Material, vocabulary: KnownVocabulary) -> Sequence[UUID]:
    return [term.id for term in material.vocabulary(vocabulary)]


def _most_first(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))
