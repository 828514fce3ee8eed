"""What stands against "the same": found between opposed texts, not between two ways of asking for one thing."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from consultation.matching.facts import Clash, ClashKind, Facts, clashes, read_facts
from consultation.matching.folding import fold

HERE = Path(__file__).parent
OPPOSED = tomllib.loads((HERE / "opposed.toml").read_text("utf-8"))
REWORDED = tomllib.loads((HERE / "reworded.toml").read_text("utf-8"))
ACROSS = REWORDED.pop("across")
TAILS = {
    "en": " Nothing has changed in ten years, and families who cannot pay suffer most.",
    "fr": " Rien n'a changé depuis dix ans.",
    "es": " Afecta sobre todo a quienes no pueden pagar.",
    "ru": " Ничего не изменилось за десять лет.",
    "zh": "这对没有住房的家庭尤其重要。",
}


def facts(text: str, language: str = "en", actors: tuple[str, ...] = ()) -> Facts:
    return read_facts(fold(text), language, frozenset(actors))


def clash(mine: str, theirs: str, language: str = "en") -> tuple[Clash, ...]:
    return clashes(facts(mine, language), facts(theirs, language))


def kinds(mine: str, theirs: str, language: str = "en") -> set[ClashKind]:
    return {found.kind for found in clash(mine, theirs, language)}


@pytest.mark.parametrize(
    ("language", "mine", "theirs"), [(language, *pair) for language in OPPOSED for pair in OPPOSED[language]]
)
def test_opposed_texts_clash_from_either_side(language: str, mine: str, theirs: str) -> None:
    assert clash(mine, theirs, language)
    assert clash(theirs, mine, language)


@pytest.mark.parametrize(
    ("language", "mine", "theirs"), [(language, *pair) for language in REWORDED for pair in REWORDED[language]]
)
def test_one_thing_in_other_words_does_not_clash(language: str, mine: str, theirs: str) -> None:
    assert not clash(mine, theirs, language)
    assert not clash(theirs, mine, language)


@pytest.mark.parametrize(("language", "mine", "other", "theirs"), ACROSS)
def test_one_thing_in_another_language_does_not_clash(language: str, mine: str, other: str, theirs: str) -> None:
    assert not clashes(facts(mine, language), facts(theirs, other))


@pytest.mark.parametrize("language", TAILS)
def test_a_second_sentence_that_only_tells_decides_nothing(language: str) -> None:
    opposed = [bool(clash(mine + TAILS[language], theirs, language)) for mine, theirs in OPPOSED[language]]
    reworded = [bool(clash(mine + TAILS[language], theirs, language)) for mine, theirs in REWORDED[language]]
    assert sum(opposed) >= 0.9 * len(opposed)
    assert sum(reworded) <= 0.1 * len(reworded)


@pytest.mark.parametrize(
    ("kind", "mine", "theirs"),
    [
        (ClashKind.PERCENT, "Give young people 30 % of seats.", "Give young people half of the seats."),
        (ClashKind.DATE, "Electric ferries by 2030.", "Electric ferries by 2040."),
        (ClashKind.FREQUENCY, "Meet every year.", "Meet every five years."),
        (ClashKind.DURATION, "Answer in 30 days.", "Answer within three months."),
        (ClashKind.FIGURE, "Towns above 50,000 people.", "Towns above 500,000 people."),
        (ClashKind.NEGATION, "Teach Latin.", "Do not teach Latin."),
        (ClashKind.DIRECTION, "Raise wages.", "Lower wages."),
        (ClashKind.DIRECTION, "Loans with a guarantee.", "Loans without a guarantee."),
        (ClashKind.DIRECTION, "For pupils under 18.", "For pupils over 18."),
        (ClashKind.DIRECTION, "Vote before the summer.", "Vote after the summer."),
        (ClashKind.REVERSED, "Trams instead of buses.", "Buses instead of trams."),
        (ClashKind.REVERSED, "Replace buses with trams.", "Trams should be replaced, so replace trams with buses."),
    ],
)
def test_each_kind_is_told_apart(kind: ClashKind, mine: str, theirs: str) -> None:
    assert kind in kinds(mine, theirs)


def test_a_clash_says_what_stands_against_what() -> None:
    assert clash("Answer in 30 days.", "Answer within three months.") == (
        Clash(ClashKind.DURATION, "30 days", "three months"),
    )
    assert clash("Raise wages.", "Lower wages.") == (Clash(ClashKind.DIRECTION, "raise", "lower"),)
    assert clash("Teach Latin.", "Do not teach Latin.") == (Clash(ClashKind.NEGATION, "", "not"),)


def test_a_figure_that_only_one_text_gives_is_no_clash_but_not_the_same() -> None:
    mine, theirs = facts("Plant 500 trees by 2030."), facts("Plant 500 trees.")
    assert not clashes(mine, theirs)
    assert mine.figures != theirs.figures


def test_the_same_figures_written_otherwise_are_equal() -> None:
    assert (
        facts("Review it twice a year, within 30 days.").figures
        == facts("Within a month, review it every six months.").figures
    )


def test_addressees_clash_when_each_text_has_one_of_its_own() -> None:
    mine, theirs = facts("Act.", actors=("city", "youth")), facts("Act.", actors=("state", "youth"))
    assert clashes(mine, theirs) == (Clash(ClashKind.ADDRESSEE, "city", "state"),)
    assert not clashes(mine, facts("Act.", actors=("city",)))
    assert not clashes(mine, facts("Act."))


def test_facts_can_be_kept_in_a_set() -> None:
    assert len({facts("Raise wages."), facts("Raise wages."), facts("Lower wages.")}) == 2
