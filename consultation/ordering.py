"""Putting records that have a rank into the order a person wants: only those are written whose rank becomes another."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from consultation.model import Record
from consultation.store import Store, Written


def put_at(store: Store, those: Sequence[Record], moved: UUID, place: int) -> Written:
    """Move one of ``those``, which are in their order now, to a place from 0."""
    others = [each for each in those if each.id != moved]
    at_hand = [each for each in those if each.id == moved]
    place = min(max(place, 0), len(others))
    wanted = [*others[:place], *at_hand, *others[place:]]
    written = Written()
    with store.together():
        for rank, each in enumerate(wanted):
            if getattr(each, "rank", rank) != rank:
                written += store.change(each, rank=rank)
    return written


def rank_behind(those: Sequence[Record]) -> int:
    """Return the rank of what is added behind all of ``those``."""
    return max((getattr(each, "rank", 0) for each in those), default=-1) + 1
