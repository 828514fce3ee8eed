from __future__ import annotations

import pytest

from consultation.matching.folding import fold
from consultation.matching.glossary import Glossary
from consultation.matching.keys import key_of
from consultation.matching.reader import Reader, identity_of
from consultation.matching.scoring import (
    EXCHANGED,
    JACCARD,
    Rarity,
    Side,
    across_languages,
    agreement,
    alike,
    leftovers,
    overlap,
    probability,
    within_language,
)

NOTHING = Rarity({}, 0)


def side(text: str, language: str = "en") -> Side:
    reader = Reader(Glossary.ours())
    return reader.side(reader.read(text, fold(text), language), NOTHING)


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "signing", "signature"),
        ("en", "government", "goverment"),
        ("en", "environment", "enviroment"),
        ("en", "accommodation", "acommodation"),
        ("fr", "former", "formation"),
        ("es", "reducción", "reduzca"),
        ("ru", "государство", "государственный"),
    ],
)
def test_words_that_differ_by_ending_or_slip_are_alike(language: str, one: str, other: str):
    assert alike(key_of(fold(one), language), key_of(fold(other), language))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("cities", "citizens"),
        ("transport", "transparency"),
        ("contract", "control"),
        ("nurses", "nurseries"),
        ("child", "childcare"),
        ("migrants", "emigrants"),
        ("rural", "urban"),
        ("plan", "plant"),
        ("publish", "public"),
    ],
)
def test_other_words_that_begin_alike_are_not(one: str, other: str):
    assert not alike(key_of(one, "en"), key_of(other, "en"))


def test_what_is_left_over_is_what_nothing_on_the_other_side_answers_to():
    mine, theirs = leftovers(side("Repair leaking pipes on-line"), side("Online repairs of leaking roofs"))
    assert (mine, theirs) == ({"pipe"}, {"roof"})


def test_an_exchanged_word_counts_in_full_in_a_file_that_is_full_of_it():
    reader = Reader(Glossary([]))
    rarity = Rarity({"school": 900}, 1000)
    first, second = (
        reader.side(reader.read(text, text, "en"), rarity) for text in ("paint the school", "paint the hospital")
    )
    assert within_language(first, second, rarity)[EXCHANGED] == 1


def test_a_word_left_over_on_one_side_only_is_not_exchanged():
    features = within_language(side("Paint every school"), side("Paint every school roof"), NOTHING)
    assert features[EXCHANGED] == 0
    assert 0.5 < features[JACCARD] < 1


def test_small_words_with_an_opposite_are_exchanged_for_each_other_only():
    assert (
        within_language(side("Close bars before midnight"), side("Close bars after midnight"), NOTHING)[EXCHANGED]
        > 0.65
    )
    assert within_language(side("Close bars before midnight"), side("Close noisy bars"), NOTHING)[EXCHANGED] < 1.1


def test_a_shared_idea_answers_most_of_a_word():
    exchanged = within_language(side("Collect rubbish weekly"), side("Collect garbage weekly"), NOTHING)[EXCHANGED]
    assert 0 < exchanged < 0.65


def test_languages_share_what_the_glossary_knows():
    one, other = side("Ban pesticides near schools"), side("Interdire les pesticides près des écoles", "fr")
    far = side("Ouvrir la piscine le dimanche", "fr")
    assert all(
        near >= least for near, least in zip(across_languages(one, other, NOTHING)[:3], (1, 0.5, 0.5), strict=True)
    )
    assert across_languages(one, far, NOTHING)[2] < 0.3


def test_rare_words_weigh_more_and_no_word_nothing():
    rarity = Rarity({"rare": 1, "common": 500, "everywhere": 10_000}, 1000)
    assert 1 > rarity["rare"] > rarity["common"] > rarity["everywhere"] > 0


def test_overlap_says_what_is_shared_of_all_and_of_the_smaller():
    assert overlap(2, 1, 1) == (0.5, 2 / 3)
    assert overlap(0, 1, 1) == (0, 0)
    assert overlap(1, 0, 0, doubt=1) == (0.5, 0.5)


def test_figures_agree_differ_or_are_missing():
    pairs = (("", ""), ("1", "1"), ("1", "2"), ("1", ""), ("1", "12"))
    assert [agreement(frozenset(one), frozenset(other)) for one, other in pairs] == [0, 1, -1, -0.5, 0.3]


def test_a_probability_lies_between_none_and_one_however_strong_the_evidence():
    assert probability((0.0,), (1.0,)) == 0.5
    assert 0 < probability((-999.0,), (1.0,)) < probability((999.0,), (1.0,)) <= 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("Plan A: 30 %", "plan a 30%"), ("E-Mobilität!", "e mobilität"), ("l’eau", "L'EAU")],
)
def test_what_differs_only_in_writing_has_one_identity(one: str, other: str):
    assert identity_of(fold(one)) == identity_of(fold(other))


@pytest.mark.parametrize(("one", "other"), [("30%", "30"), ("3.5", "35"), ("10 20", "1020"), ("5 €", "5 $")])
def test_figures_and_their_signs_are_part_of_an_identity(one: str, other: str):
    assert identity_of(fold(one)) != identity_of(fold(other))
