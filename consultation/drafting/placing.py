"""Where passages come to stand when drafting writes them again: a person's choice first, then the plan."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Generic
from uuid import UUID

from consultation.drafting.known import HOLDERS, Known, Passage
from consultation.drafting.places import ranked
from consultation.model import Item, Paragraph


class Placing(Generic[Passage]):
    """Where passages come to stand: a person's choice first, then the plan."""

    def __init__(self, known: Known, passages: Mapping[UUID, Passage], proposed: set[UUID]) -> None:
        self._known = known
        self._passages: Mapping[UUID, Passage] = passages
        self._proposed = proposed
        self._in_place: dict[UUID, list[Passage]] = {}
        for passage in passages.values():
            if not passage.deleted and not passage.left_out:
                self._in_place.setdefault(_holder(passage), []).append(passage)

    def ranks(self, place: UUID, planned: Sequence[UUID]) -> dict[UUID, int]:
        """Give a rank to each of the ``planned`` that goes where drafting puts it.

        What a person has put somewhere keeps its place, and so does what a person wrote or edited and no proposal is
        about.
        """
        standing: dict[UUID, int] = {}
        fixed: dict[UUID, int] = {}
        for passage in self._in_place.get(place, []):
            stays = self._stays(passage) if passage.id in self._proposed else self._known.is_somebodys(passage)
            (fixed if stays else standing)[passage.id] = passage.rank
        going = [each for each in planned if each in fixed or not self._is_elsewhere(each)]
        return ranked(going, standing, fixed)

    def _stays(self, passage: Passage) -> bool:
        return not passage.deleted and self._known.is_moved(passage)

    def _is_elsewhere(self, passage: UUID) -> bool:
        return passage in self._passages and self._stays(self._passages[passage])


def _holder(passage: Paragraph | Item) -> UUID:
    holder: UUID = getattr(passage, HOLDERS[type(passage)])
    return holder


def last_rank(passages: Iterable[Paragraph | Item], place: UUID) -> int:
    """Return the highest rank among what stands in a place; -1 where nothing does."""
    return max((each.rank for each in passages if _holder(each) == place and not each.deleted), default=-1)
