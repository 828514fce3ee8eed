from __future__ import annotations

import pytest

from consultation.matching.folding import fold
from consultation.matching.keys import factors, key_of, keys_of, units_of


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "libraries", "library"),
        ("en", "kept", "keep"),
        ("fr", "nationaux", "national"),
        ("es", "bibliotecas", "biblioteca"),
        ("pt", "municípios", "município"),
        ("ru", "больницы", "больниц"),
        ("ar", "والمدارس", "مدرسة"),
        ("ar", "للمياه", "مياه"),
        ("tr", "otobüslerin", "otobüs"),
        ("tr", "artırın", "arttırılmalı"),
    ],
)
def test_forms_of_one_word_have_one_key(language: str, one: str, other: str):
    assert key_of(fold(one), language) == key_of(fold(other), language)


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [("en", "employers", "employees"), ("en", "before", "after"), ("tr", "okul", "okuma")],
)
def test_other_words_have_other_keys(language: str, one: str, other: str):
    assert key_of(fold(one), language) != key_of(fold(other), language)


def test_formulas_and_function_words_have_no_key():
    assert keys_of(fold("We call on them to recommend that"), "en") == ()
    assert keys_of(fold("Nous demandons que l'on puisse"), "fr") == ()


def test_figures_are_no_keys():
    assert keys_of("30 % by 2030", "en") == ()


def test_keys_come_in_the_order_of_the_text_and_units_each_once():
    keys = keys_of("parks near schools and parks near rivers", "en")
    assert keys == ("park", "near", "school", "park", "near", "river")
    assert units_of(keys, "en") == ("park", "near", "school", "river")


def test_chinese_is_found_by_pairs_of_characters_and_compared_by_characters():
    keys = keys_of("修复供水管道的漏水", "zh")
    assert "供水" in keys
    assert "道漏" not in keys
    assert units_of(keys, "zh") == ("修", "复", "供", "水", "管", "道", "漏")


def test_light_and_contrasting_words_weigh_part_of_a_word():
    parts = factors("en")
    assert parts[key_of("create", "en")] < parts[key_of("before", "en")] < 1
    assert key_of("school", "en") not in parts


def test_a_language_nobody_prepared_keeps_its_words():
    assert keys_of("maji safi kwa wote", "sw") == ("maji", "safi", "kwa", "wote")
