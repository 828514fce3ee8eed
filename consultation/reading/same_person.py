"""Who may be the same person twice in a file: by name, and by where they are from. Nobody is ever joined by that alone.

Two are put side by side whose names are the same but for case, accents, punctuation and the order of their words, whose
name holds every word of the other's, or is one letter apart from it. Pairs of which somebody has said that they are two
people (`Person.others`) are not asked about again; whoever was joined before and is named anew, by a file that was
merged since, is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import combinations
from uuid import UUID

from consultation.language import N_
from consultation.model import Person
from consultation.reading.people import plain
from consultation.reading.references import named_among
from consultation.store import Store

LONG_WORD = 4
"""Letters from which a word that is one letter apart is taken for a slip."""
CROWD = 60
"""So many people who share all but one word of their names share nothing that tells."""


class Likeness(IntEnum):
    """How alike two names are, the most telling first."""

    JOINED = 0
    """They were joined, and something that came since names the one that is gone."""
    EQUAL = 1
    PART = 2
    """Every word of the one name is in the other."""
    LETTER = 3
    """One letter apart."""


WHY = {
    Likeness.JOINED: N_("joined before, and named again by a file that was merged since"),
    Likeness.EQUAL: N_("the same name"),
    Likeness.PART: N_("all words of one name are in the other"),
    Likeness.LETTER: N_("one letter apart"),
}


@dataclass(frozen=True)
class LikePair:
    """Two records that may be of the same person, the older first; of those that were joined, the one that stands."""

    first: UUID
    second: UUID
    likeness: Likeness
    same_organisation: bool


@dataclass(frozen=True, slots=True)
class _Called:
    """What a person is called, folded."""

    id: UUID
    words: tuple[str, ...]
    organisation: str


def like_pairs(store: Store) -> list[LikePair]:
    """Return the pairs that may be the same person, the most telling first."""
    people = store.columns(Person, "id", "name", "organisation", "others")
    called = [_Called(id_, tuple(_words(name)), plain(organisation)) for id_, name, organisation, _ in people]
    known = {frozenset((id_, other)) for id_, *_, others in people for other in others}
    found: dict[frozenset[UUID], LikePair] = {}
    for first, second, likeness in _alike(called):
        pair = frozenset((first.id, second.id))
        if pair not in known and pair not in found and _tells(first, second, likeness):
            found[pair] = _pair(first, second, likeness)
    pairs = [*_named_again(store), *found.values()]
    return sorted(pairs, key=lambda pair: (pair.likeness, not pair.same_organisation, pair.first, pair.second))


def _named_again(store: Store) -> Iterator[LikePair]:
    """Give those who were joined and are named again, each with the one that stands for them."""
    joined = {id_: by for id_, by in store.columns(Person, "id", "joined", deleted=True) if by is not None}
    stands = {person for (person,) in store.columns(Person, "id")} if joined else set()
    for gone in named_among(store, joined.keys() - stands):
        if joined[gone] in stands:
            yield LikePair(joined[gone], gone, Likeness.JOINED, True)


def _alike(called: Sequence[_Called]) -> Iterator[tuple[_Called, _Called, Likeness]]:
    """Give each two whose names are alike, the closest likeness first."""
    yield from _equal(called)
    yield from _parts(called)
    yield from _one_letter(called)


def _equal(called: Iterable[_Called]) -> Iterator[tuple[_Called, _Called, Likeness]]:
    same: dict[tuple[str, ...], list[_Called]] = defaultdict(list)
    for each in called:
        if each.words:
            same[tuple(sorted(each.words))].append(each)
    for those in same.values():
        for first, second in combinations(those, 2):
            yield first, second, Likeness.EQUAL


def _parts(called: Sequence[_Called]) -> Iterator[tuple[_Called, _Called, Likeness]]:
    """Give those of whose words the other has all: found by the rarest of them."""
    holding: dict[str, list[_Called]] = defaultdict(list)
    for each in called:
        for word in set(each.words):
            holding[word].append(each)
    for each in called:
        own = set(each.words)
        there = min((holding[word] for word in own), key=len, default=[])
        for other in there:
            if len(other.words) > len(each.words) and own < set(other.words):
                yield each, other, Likeness.PART


def _one_letter(called: Iterable[_Called]) -> Iterator[tuple[_Called, _Called, Likeness]]:
    """Give those whose names differ by one letter in one long word: found by the words they share and one letter less.

    Two words are one letter apart where taking a letter off one of them, or off both, makes them the same.
    """
    near: dict[tuple[tuple[str, ...], str], list[tuple[str, _Called]]] = defaultdict(list)
    sharing: dict[tuple[str, ...], list[tuple[str, _Called]]] = defaultdict(list)
    for each in called:
        for place, word in enumerate(each.words):
            if len(word) >= LONG_WORD:
                sharing[tuple(sorted(each.words[:place] + each.words[place + 1 :]))].append((word, each))
    for rest, those in sharing.items():
        if len(those) < 2 or (not rest and len(those) > CROWD):
            continue
        for word, each in those:
            for less in {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}:
                near[rest, less].append((word, each))
    for those in near.values():
        for (word, first), (other, second) in combinations(those, 2):
            if first is not second and word != other and _is_one_apart(word, other):
                yield first, second, Likeness.LETTER


def _is_one_apart(word: str, other: str) -> bool:
    """Tell whether one letter more, less or another, or two neighbours turned round, makes one of the other."""
    if abs(len(word) - len(other)) > 1:
        return False
    begin = next((at for at, pair in enumerate(zip(word, other, strict=False)) if pair[0] != pair[1]), None)
    if begin is None or len(word) != len(other):
        return begin is None or word[begin + 1 :] == other[begin:] or word[begin:] == other[begin + 1 :]
    turned = word[begin : begin + 2] == other[begin : begin + 2][::-1] and word[begin + 2 :] == other[begin + 2 :]
    return turned or word[begin + 1 :] == other[begin + 1 :]


def _tells(first: _Called, second: _Called, likeness: Likeness) -> bool:
    """Tell whether names that are so alike say enough: fewer words, or another organisation, ask for more."""
    if likeness is Likeness.EQUAL:
        return len(first.words) > 1 or _meet(first, second)
    if likeness is Likeness.PART and min(len(first.words), len(second.words)) > 1:
        return True
    return _meet(first, second) or len(first.words) > 2


def _meet(first: _Called, second: _Called) -> bool:
    """Tell whether two are of one organisation, as far as is known."""
    return not first.organisation or not second.organisation or first.organisation == second.organisation


def _pair(first: _Called, second: _Called, likeness: Likeness) -> LikePair:
    older, newer = sorted((first, second), key=lambda each: each.id)
    same = bool(first.organisation) and first.organisation == second.organisation
    return LikePair(older.id, newer.id, likeness, same)


def _words(name: str) -> list[str]:
    return re.findall(r"[^\W_]+", plain(name).replace("'", "").replace("’", ""))
