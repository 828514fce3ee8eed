"""What a text denies and where it goes; and the words that only look like it."""

from __future__ import annotations

import pytest

from consultation.matching.facts import Facts, read_facts
from consultation.matching.folding import fold
from consultation.matching.lexicon import LANGUAGES, forms, lexicon
from consultation.matching.opposites import DENIED_BY_VERB, DENIED_OUTRIGHT, NO_DENIAL


def facts(text: str, language: str = "en") -> Facts:
    return read_facts(fold(text), language, frozenset())


def directions(text: str, language: str = "en") -> set[tuple[str, int]]:
    return {(turn.axis, turn.sign) for turn in facts(text, language).stance.turns}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The bank in the closest town works closely with bands."),
        ("en", "New shelters at bus stops close to the clinic."),
        ("en", "A non-profit bureau for papers, not only for newcomers."),
        ("en", "A report no later than May."),
        ("en", "Families who do not have a garden."),
        ("en", "People without papers."),
        ("en", "Nobody has answered."),
        ("en", "The end of term and the weekend."),
        ("fr", "La ferme pédagogique répond fermement."),
        ("fr", "Une maison pour les sans-abri."),
        ("fr", "À moins de 200 mètres de la gare."),
        ("fr", "Non seulement les gares, mais les ports."),
        ("fr", "N'importe quel habitant."),
        ("fr", "Rien n'a changé."),
        ("fr", "Des abris aux arrêts de bus."),
        ("es", "Médicos para las personas sin hogar."),
        ("es", "La parada de autobús cercana."),
        ("es", "El director y la directiva."),
        ("es", "No solo los puertos."),
        ("es", "A menos de 200 metros."),
        ("pt", "A paragem de autocarro perto da escola."),
        ("pt", "Não só os portos."),
        ("pt", "Pessoas sem-abrigo."),
        ("ru", "Прекрасный парк."),
        ("ru", "Врачи для бездомных и безработных."),
        ("ru", "Не только порты."),
        ("ru", "Ничего не изменилось."),
        ("tr", "Deprem için önlem."),
        ("tr", "Taşınmazlar ve kaçınılmaz gerçekler."),
        ("tr", "Sahilin temizlenmesi ve yolun yapılması."),
        ("tr", "Kişisel veriler ve önemli yollar."),
        ("ar", "حل لمشكلة المياه."),
        ("ar", "الشباب دون سن 18 عاما."),
        ("ar", "مواقف الحافلات، لا سيما في القرى."),
        ("zh", "不动产登记。"),
        ("zh", "特别关注无家可归者。"),
        ("zh", "未来的无障碍电梯。"),
        ("zh", "别墅区的级别。"),
    ],
)
def test_false_friends_neither_deny_nor_go_anywhere(language: str, text: str) -> None:
    stance = facts(text, language).stance
    assert stance.denial == NO_DENIAL
    assert not {turn.axis for turn in stance.turns if turn.sign < 0}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The dam must not be built."),
        ("en", "No dam on the river."),
        ("fr", "Ne pas construire le barrage."),
        ("es", "No construir la presa."),
        ("pt", "Não construir a barragem."),
        ("ru", "Плотину не следует строить."),
        ("tr", "Baraj yapılmamalı."),
        ("tr", "Baraj yapılmasın."),
        ("ar", "لا ينبغي بناء السد."),
        ("zh", "不应修建水坝。"),
    ],
)
def test_a_denial_is_outright(language: str, text: str) -> None:
    assert facts(text, language).stance.denial == DENIED_OUTRIGHT


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Stop the tests on animals."),
        ("en", "Abolish the senate."),
        ("fr", "Interdire les cirques."),
        ("es", "Prohibir los circos."),
        ("zh", "禁止马戏。"),
        ("ru", "Запретить цирки."),
        ("tr", "Sirkler yasaklansın."),
    ],
)
def test_a_verb_denies_too(language: str, text: str) -> None:
    assert facts(text, language).stance.denial == DENIED_BY_VERB


@pytest.mark.parametrize(
    ("language", "text", "axis"),
    [
        ("en", "Do not reduce wages.", ("level", 1)),
        ("en", "Do not close the school.", ("open", 1)),
        ("en", "Lift the ban on kites.", ("allowed", 1)),
        ("en", "Do not allow kites.", ("allowed", -1)),
        ("en", "Abolish the entrance fee.", ("price", 1)),
        ("en", "The entrance fee must be abolished.", ("price", 1)),
        ("en", "Prevent the privatisation of water.", ("owner", 1)),
        ("en", "Membership must not be compulsory.", ("duty", -1)),
        ("fr", "Ne réduisez pas les salaires.", ("level", 1)),
        ("es", "No recortar los salarios.", ("level", 1)),
        ("ru", "Не сокращать зарплаты.", ("level", 1)),
        ("tr", "Maaşlar düşürülmesin.", ("level", 1)),
        ("zh", "不要降低工资。", ("level", 1)),
        ("ar", "عدم خفض الأجور.", ("level", 1)),
    ],
)
def test_a_denial_turns_round_what_it_denies(language: str, text: str, axis: tuple[str, int]) -> None:
    assert axis in directions(text, language)


@pytest.mark.parametrize(
    "text",
    [
        "End hunger.",
        "Hunger must be ended.",
        "Prevent wildfires.",
        "No school without a library.",
        "Do not stop the music.",
    ],
)
def test_two_denials_and_the_denial_of_a_harm_deny_nothing(text: str) -> None:
    assert facts(text).stance.denial == NO_DENIAL


def test_two_verbs_side_by_side_do_not_cancel() -> None:
    assert facts("Stop and reverse the cuts to libraries.").stance.denial == DENIED_BY_VERB
    assert facts("Close and demolish the tower.").stance.denial == DENIED_BY_VERB


def test_what_is_only_a_purpose_yields_to_what_is_asked_for() -> None:
    assert ("level", 1) in directions("Increase bus services to reduce traffic.")


def test_a_text_that_goes_both_ways_says_nothing() -> None:
    assert not directions("Raise wages and then lower rents.") & {("level", 1), ("level", -1)}


def test_the_part_that_is_not_wanted_has_no_direction() -> None:
    assert ("exists", -1) not in directions("Give people titles instead of removing them.")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_stands_on_both_sides_of_an_axis(language: str) -> None:
    known = lexicon(language)
    for words in (known.exact, known.prefixes):
        for word, senses in words.items():
            sides = {
                (sense.name.removesuffix("_verbs"), sense.rest) for sense in senses if sense.name.startswith("axes.")
            }
            opposed = {
                (name, rest)
                for name, rest in sides
                if (name.replace("_plus", "_minus"), rest) in sides and "_plus" in name
            }
            assert not opposed, word


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lists_hold_nothing_but_words(language: str) -> None:
    known = lexicon(language)
    odd = [word for word in (*known.exact, *known.prefixes) if set(word) & set('()|*"')]
    assert not odd


def test_an_entry_stands_for_every_word_it_spells() -> None:
    assert set(forms("reduc(e|es|ing)")) == {"reduce", "reduces", "reducing"}
    assert set(forms("stop(s|)_a")) == {"stops_a", "stop_a"}


def test_a_language_without_lists_is_read_as_english() -> None:
    assert lexicon("de") is lexicon("") or lexicon("de").language == "en"
