"""What a person sees of recommendations that may be the same: who asked for what, where, and what becomes of counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from consultation.deciding.judging import groups_of
from consultation.matching import Text
from consultation.model import Labels, Person, Recommendation, RecommendationStatus, Reservation, Role, Session, Support
from consultation.reading.adding import JointCount, count_together
from consultation.reading.material import listed_people
from consultation.reading.tallies import Counts, count_all
from consultation.reading.translations import current_texts
from consultation.store import Store


@dataclass(frozen=True)
class Member:
    """One of several recommendations that may be the same."""

    recommendation: Recommendation
    session: Session | None
    place: int
    """Its number among the recommendations of its session, from 1."""
    proposer: Person | None
    counts: Counts
    reservations: int


@dataclass(frozen=True)
class Card:
    """Recommendations that may be the same, or are in one group, side by side."""

    members: tuple[Member, ...]
    """In the order of the programme, then of making."""
    lead: UUID
    """The one that leads, or would: the one a person chose, an adopted one, that with most support, the oldest."""
    wording: Labels
    """Words that a person wrote for them all, by language."""
    joint: JointCount
    """What each room counted, and all together where that may be added up."""

    @property
    def texts(self) -> tuple[Text[UUID], ...]:
        """The words of the members, as they are compared."""
        records = (each.recommendation for each in self.members)
        return tuple(Text(each.id, each.text, each.language) for each in records)

    @property
    def reservations(self) -> int:
        """All reservations about any of them; they stay."""
        return sum(member.reservations for member in self.members)

    @property
    def rooms(self) -> int:
        """In how many sessions it was asked for."""
        return len({member.session.id for member in self.members if member.session})

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages it was asked for in, in the order of the members."""
        return tuple(
            dict.fromkeys(each.recommendation.language for each in self.members if each.recommendation.language)
        )

    def missing(self, languages: Sequence[str]) -> tuple[str, ...]:
        """Return the languages in which neither the leading one nor a wording for all says it."""
        lead = next(each.recommendation for each in self.members if each.recommendation.id == self.lead)
        said = {lead.language, *current_texts(lead.translations, lead.text), *self.wording}
        return tuple(language for language in languages if language not in said)


def read_card(store: Store, members: Sequence[UUID]) -> Card:
    """Read what there is to see of some recommendations; those that are deleted by now are left out."""
    found = [each for each in store.those(Recommendation, members).values() if not each.deleted]
    ids = {each.id for each in found}
    sessions = store.those(Session, (each.session for each in found if each.session))
    people = store.those(Person, (each.proposer for each in found if each.proposer))
    counts = count_all(found, store.all(Support, recommendation=ids))
    places = store.place_among(Recommendation, "session", ids)
    doubts = [about for (about,) in store.columns(Reservation, "recommendation", recommendation=ids)]
    read = [
        Member(
            each,
            sessions.get(each.session) if each.session else None,
            places.get(each.id, 0),
            people.get(each.proposer) if each.proposer else None,
            counts.get(each.id, Counts()),
            doubts.count(each.id),
        )
        for each in found
    ]
    read.sort(key=_in_programme)
    groups = groups_of(store, ids)
    chosen = next((group.lead for group in groups if group.lead in ids), None)
    listed = listed_people(store.all(Role, session=set(sessions))) if sessions else {}
    return Card(
        tuple(read),
        chosen or min(read, key=_merit).recommendation.id,
        {code: words for group in reversed(groups) for code, words in group.wording.items()},
        count_together([each.recommendation for each in read], counts, listed),
    )


def _in_programme(member: Member) -> tuple[object, ...]:
    place = member.session.place_in_programme() if member.session else ("", False, 0.0, "")
    return (member.session is None, place, member.recommendation.id)


def _merit(member: Member) -> tuple[bool, bool, int, UUID]:
    status = member.recommendation.status
    return (
        status is not RecommendationStatus.ADOPTED,
        status is RecommendationStatus.SET_ASIDE,
        -member.counts.total.net,
        member.recommendation.id,
    )
