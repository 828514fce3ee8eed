"""Two ways of writing one text are one folded text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultation.matching.folding import fold


@pytest.mark.parametrize(
    ("one_way", "another"),
    [
        ("Créer UN FONDS", "creer un fonds"),
        ("ÇĞİÖŞÜ", "cgiosu"),
        ("ILIMAN ışık", "ıliman işik"),
        ("İSTANBUL", "istanbul"),
        ("Straße", "STRASSE"),
        ("cœur", "coeur"),
        ("Ёлка", "елка"),
        ("إنشاء", "انشاء"),
        ("مدينة", "مدينه"),
        ("مُدُن", "مدن"),
        ("مـــدن", "مدن"),
        ("على", "علي"),
        ("٥٠٬٠٠٠", "50,000"),
        ("٣٠٪", "30%"),
        ("Ｗｉｄｅ １２", "wide 12"),
        ("30\u202f%", "30 %"),
        ("l’eau", "l'eau"),
        ("soft\u00adhyphen", "softhyphen"),
        ("l'été", unicodedata.normalize("NFD", "l'été")),
        ("мой", unicodedata.normalize("NFD", "мой")),
    ],
)
def test_two_ways_of_writing_are_one(one_way: str, another: str) -> None:
    assert fold(one_way) == fold(another)


def test_letters_that_differ_stay_apart() -> None:
    assert fold("мои") != fold("мой")
    assert fold("دعم") != fold("دم")


def test_a_fraction_does_not_run_into_the_figure_before_it() -> None:
    assert fold("1½") == "1 1/2"


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)
