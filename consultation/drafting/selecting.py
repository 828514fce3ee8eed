"""Which of the wordings that the text may say stand in it: at most so many a paragraph, and nobody forgotten."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from uuid import UUID

from consultation.drafting.sifting import Place, Sifted

Choice = dict[Place, list[Sifted]]
"""What stands in each paragraph, by merit."""


def select(
    eligible: Sequence[Sifted],
    place_of: Callable[[Sifted], Place],
    at_most: int,
    wanted: frozenset[UUID] = frozenset(),
    refused: frozenset[UUID] = frozenset(),
) -> Choice:
    """Choose the items of every paragraph.

    First the best of each, ``at_most`` so many. Then every leading addressee keeps its best item, and every room
    that has something eligible at least one: the least of those that stand for nobody alone gives way.

    Args:
        eligible: what the text may say, by merit.
        place_of: tells the paragraph of a wording.
        at_most: items a paragraph has.
        wanted: recommendations that a person wants in the text: they stand, however many there are.
        refused: recommendations that a person has left out of it: they stand for nobody and take nobody's place.
    """
    at_places: Choice = defaultdict(list)
    for each in eligible:
        if refused.isdisjoint(each.wording.ids):
            at_places[place_of(each)].append(each)
    chosen = {place: _best(those, at_most, wanted) for place, those in at_places.items()}
    for standing_for in (_by_addressee, _by_room):
        for theirs in standing_for([each for those in at_places.values() for each in those]).values():
            if not any(each in chosen[place_of(each)] for each in theirs):
                best = min(theirs, key=lambda each: each.merit)
                _let_in(best, chosen[place_of(best)], chosen, at_most, wanted)
    for those in chosen.values():
        those.sort(key=lambda each: each.merit)
    return chosen


def _best(those: Sequence[Sifted], at_most: int, wanted: frozenset[UUID]) -> list[Sifted]:
    pinned = [each for each in those if _is_wanted(each, wanted)]
    others = [each for each in those if not _is_wanted(each, wanted)]
    return [*pinned, *others[: max(at_most - len(pinned), 0)]]


def _let_in(
    newcomer: Sifted,
    standing: list[Sifted],
    chosen: Choice,
    at_most: int,
    wanted: frozenset[UUID],
) -> None:
    """Put one into its paragraph; where that is full, the least that stands for nobody alone goes."""
    if len(standing) >= at_most:
        everywhere = [each for those in chosen.values() for each in those]
        for each in sorted(standing, key=lambda item: item.merit, reverse=True):
            if not _is_wanted(each, wanted) and not _stands_alone(each, everywhere):
                standing.remove(each)
                break
    standing.append(newcomer)


def _stands_alone(sifted: Sifted, everywhere: Iterable[Sifted]) -> bool:
    """Tell whether it is the only item for its leading addressee, or of one of its rooms."""
    voices = set(_voices(sifted))
    for other in everywhere:
        if other is not sifted:
            voices.difference_update(_voices(other))
    return bool(voices)


def _voices(sifted: Sifted) -> Iterator[UUID]:
    if sifted.addressee:
        yield sifted.addressee
    yield from sifted.wording.rooms


def _is_wanted(sifted: Sifted, wanted: frozenset[UUID]) -> bool:
    return not wanted.isdisjoint(sifted.wording.ids)


def _by_addressee(those: Iterable[Sifted]) -> dict[UUID, list[Sifted]]:
    found: dict[UUID, list[Sifted]] = defaultdict(list)
    for each in those:
        if each.addressee:
            found[each.addressee].append(each)
    return found


def _by_room(those: Iterable[Sifted]) -> dict[UUID, list[Sifted]]:
    found: dict[UUID, list[Sifted]] = defaultdict(list)
    for each in those:
        for room in each.wording.rooms:
            found[room].append(each)
    return found
