"""All recommendations of a file without their words, and the numbers by which a declaration names them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from uuid import UUID

from consultation.model import Recommendation, RecommendationStatus, Session
from consultation.reading.programme import in_order
from consultation.store import Store

_PLACED = ("id", "session", "status")


@dataclass(frozen=True)
class Recommended:
    """All recommendations of a file, without their words: what a declaration is made of."""

    numbers: Mapping[UUID, int]
    """Recommendation -> its number, from 1, in that order."""
    set_aside: frozenset[UUID]
    made_in: Mapping[UUID, UUID | None]
    """Recommendation -> the session it was made in."""
    adopted: frozenset[UUID]

    def holds_after(self, store: Store, records: Collection[UUID]) -> bool:
        """Tell whether it is all true still once these records were written, be they recommendations or not."""
        written = store.columns(Recommendation, *_PLACED, "deleted", deleted=True, id=set(records))
        return all(
            not deleted
            and each in self.made_in
            and self.made_in[each] == session
            and (status is RecommendationStatus.SET_ASIDE) == (each in self.set_aside)
            and (status is RecommendationStatus.ADOPTED) == (each in self.adopted)
            for each, session, status, deleted in written
        )


def read_recommended(store: Store) -> Recommended:
    """Number the recommendations; it stays true until one of them, or a session, is written."""
    made = store.columns(Recommendation, *_PLACED)
    made_in = {each: session for each, session, _ in made}
    return Recommended(
        number_sources(made_in.items(), store.all(Session)),
        frozenset(each for each, _, status in made if status is RecommendationStatus.SET_ASIDE),
        made_in,
        frozenset(each for each, _, status in made if status is RecommendationStatus.ADOPTED),
    )


def number_sources(recommendations: Iterable[tuple[UUID, UUID | None]], sessions: Sequence[Session]) -> dict[UUID, int]:
    """Number all recommendations: by session in the order of the programme, then in the order they were made.

    Each is given with the session it was made in, oldest first.
    """
    made: dict[UUID | None, list[UUID]] = {session.id: [] for session in in_order(sessions)}
    nowhere: list[UUID] = []
    for recommendation, session in recommendations:
        made.get(session, nowhere).append(recommendation)
    return {each: number for number, each in enumerate(chain(*made.values(), nowhere), 1)}
