from __future__ import annotations

import pytest

from consultation.matching.folding import fold
from consultation.matching.languages import LANGUAGES, base_language, guess_language, small_words


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Local governments should keep the revenue from property tax."),
        ("fr", "Baisser la vitesse maximale en ville à 30 km/h."),
        ("es", "Ampliar el horario de los centros de salud rurales."),
        ("pt", "Abrir creches públicas nas aldeias até ao fim do ano."),
        ("tr", "Sahillerde tek kullanımlık plastikler yasaklansın."),
        ("ru", "Проводить слушания по бюджету города каждый год."),
        ("ar", "زراعة مليون شجرة في الأحياء الأشد حرا."),
        ("zh", "禁止在湿地保护区内建设房地产项目。"),
        ("zh", "建议市政府在2030年前减少CO2排放"),
    ],
)
def test_the_language_of_a_sentence_is_recognised(language: str, text: str):
    assert guess_language(fold(text)) == language


def test_a_name_in_another_script_does_not_decide():
    assert guess_language(fold("Twin our town with Москва and share what we learn about rivers.")) == "en"


def test_where_little_tells_it_is_one_of_the_languages_beside_it():
    assert guess_language("plan local") != guess_language("plan local", {"pt": 40}) == "pt"
    assert guess_language(fold("Local governments should keep the revenue."), {"pt": 40}) == "en"


def test_without_a_word_there_is_still_an_answer():
    assert guess_language("2030 !") in LANGUAGES


def test_a_region_is_no_part_of_the_language():
    assert [base_language(code) for code in ("pt-BR", "zh_Hant", "FR", " en ")] == ["pt", "zh", "fr", "en"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lists_of_small_words_are_folded_and_say_one_thing_of_a_word(language: str):
    words = small_words(language)
    lists = (words.function, words.light, words.contrast)
    for listed in (*lists, words.same):
        assert all(fold(word) == word for word in listed)
    assert not words.function & words.light | words.function & words.contrast | words.light & words.contrast


def test_a_language_without_lists_has_no_small_words():
    assert not small_words("sw").function
