"""Pairs of our own in eight languages, of one and of two sentences: what is surely the same, and what only looks it."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from consultation.matching import Band, Matching, Pair, PairKind, Text, match
from consultation.matching.glossary import Glossary

SAME = {"base", "surface", "reordered"}
OPPOSED = {"opposite", "negation", "figure", "date", "frequency", "duration"}

Key = tuple[int, str]


def texts() -> list[Text[Key]]:
    groups = tomllib.loads((Path(__file__).parent / "traps.toml").read_text(encoding="utf-8"))["text"]
    return [
        Text((number, kind), words)
        for number, group in enumerate(groups)
        for kind, words in group.items()
        if kind != "language"
    ]


@pytest.fixture(scope="module")
def matching() -> Matching[Key]:
    return match(texts(), Glossary.ours())


def sure(matching: Matching[Key]) -> list[Pair[Key]]:
    return [pair for pair in matching.pairs if pair.band is Band.SURE]


def with_base(matching: Matching[Key]) -> dict[Key, Pair[Key]]:
    """Return for each text its pair with the first of its group."""
    pairs = {frozenset((pair.first, pair.second)): pair for pair in matching.pairs}
    keys = [text.key for text in texts() if text.key[1] != "base"]
    return {key: pairs[pair] for key in keys if (pair := frozenset((key, (key[0], "base")))) in pairs}


def test_there_are_at_least_as_many_traps_as_pairs_that_are_the_same():
    kinds = [text.key[1] for text in texts()]
    assert sum(kind not in SAME for kind in kinds) >= 60
    assert sum(kind not in SAME for kind in kinds) >= sum(kind in SAME - {"base"} for kind in kinds)


def test_what_is_surely_the_same_asks_for_the_same(matching: Matching[Key]):
    wrong = [
        pair for pair in sure(matching) if pair.first[0] != pair.second[0] or {pair.first[1], pair.second[1]} - SAME
    ]
    assert not wrong


def test_another_writing_or_order_of_the_same_is_surely_the_same(matching: Matching[Key]):
    found = {frozenset((pair.first, pair.second)) for pair in sure(matching)}
    numbers = {text.key[0] for text in texts()}
    wanted = {frozenset(((number, "base"), (number, kind))) for number in numbers for kind in SAME - {"base"}}
    assert not wanted - found


def test_opposites_and_other_figures_are_shown_as_contradictions(matching: Matching[Key]):
    pairs = with_base(matching)
    opposed = [text.key for text in texts() if text.key[1] in OPPOSED]
    shown = [key for key in opposed if key in pairs and pairs[key].kind is PairKind.CONTRADICT]
    assert len(shown) >= 0.9 * len(opposed)


def test_a_trap_is_never_said_to_be_the_same_first(matching: Matching[Key]):
    assert not [pair for key, pair in with_base(matching).items() if key[1] not in SAME and pair.band is Band.SURE]


def test_each_kept_text_has_three_proposals_at_most_on_average(matching: Matching[Key]):
    same = [pair for pair in matching.pairs if pair.kind is PairKind.SAME]
    assert 2 * len(same) <= 3 * len(texts())
