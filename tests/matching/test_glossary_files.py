"""The glossary that comes with the program is whole in eight languages, and no word of it leads astray."""

from __future__ import annotations

import pytest

from consultation.matching.folding import fold
from consultation.matching.glossary import Glossary, TermKind, our_files

LANGUAGES = ("en", "fr", "es", "pt", "ar", "tr", "ru", "zh")
AMBIGUOUS = {
    ("ar", "تبني"): "to adopt, and is built: written alike",
    ("fr", "milieu naturel"): "nature, and one of its ecosystems",
    ("tr", "kaldirmak"): "to abolish a rule, and to remove a thing",
    ("tr", "sahil"): "the coast, and a beach",
}
"""Words that two concepts of one kind share, each with why."""


@pytest.fixture(scope="module")
def ours() -> Glossary:
    return Glossary.ours()


def test_there_are_five_hundred_concepts_and_every_kind(ours: Glossary) -> None:
    assert len(our_files()) >= 2
    assert len(ours.concepts) >= 500
    assert {concept.kind for concept in ours.concepts.values()} == set(TermKind)


def test_it_is_read_once() -> None:
    assert Glossary.ours() is Glossary.ours()


def test_every_concept_has_words_in_every_language(ours: Glossary) -> None:
    gaps = [
        (concept.name, language)
        for concept in ours.concepts.values()
        for language in LANGUAGES
        if not concept.terms.get(language)
    ]
    assert gaps == []


def test_no_cell_names_a_word_twice_or_leaves_one_empty() -> None:
    careless = [
        (file.name, line, cell)
        for file in our_files()
        for line, row in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1)
        if not row.startswith("#")
        for cell in row.split("\t")
        for terms in [[fold(term.strip()) for term in cell.split(";")]]
        if "" in terms or len(set(terms)) < len(terms)
    ]
    assert careless == []


def test_every_word_is_found_as_what_it_stands_for_and_as_nothing_else_of_its_kind(ours: Glossary) -> None:
    lost, astray = [], []
    for concept in ours.concepts.values():
        for language, terms in concept.terms.items():
            for term in (term.lstrip("=") for term in terms):
                found = {found.concept for found in ours.find(term, language) if found.end - found.start == len(term)}
                if concept.name not in found:
                    lost.append((concept.name, language, term))
                others = {name for name in found - {concept.name} if ours.concepts[name].kind is concept.kind}
                if others and (language, term) not in AMBIGUOUS:
                    astray.append((concept.name, language, term, others))
    assert lost == []
    assert astray == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "National governments should train city librarians; women and refugees receive grants every year."),
        (
            "fr",
            "Les gouvernements nationaux formeront les agents ; les femmes et les réfugiés reçoivent des dotations.",
        ),
        ("es", "Los gobiernos nacionales formarán al personal; las mujeres y los refugiados reciben subvenciones."),
        ("pt", "Os governos nacionais formam o pessoal; as mulheres e os refugiados recebem subsídios."),
        ("ar", "على الحكومات الوطنية تدريب الموظفين، وتحصل النساء واللاجئون على إعانات."),
        ("tr", "Ulusal hükümetler personeli eğitmelidir; kadınlara ve mültecilere hibeler verilsin."),
        ("ru", "Национальным правительствам следует обучать персонал; женщины и беженцы получают субсидии."),
        ("zh", "中央政府应培训人员；妇女和难民获得补助。"),
    ],
)
def test_a_sentence_speaks_of_the_same_people_in_every_language(ours: Glossary, language: str, text: str) -> None:
    found = {found.concept for found in ours.find(fold(text), language)}
    assert found >= {"national_government", "woman", "refugee", "grant"}


@pytest.mark.parametrize(
    ("language", "text", "wrong"),
    [
        ("en", "an important policy on universal access", "police university trade"),
        ("fr", "le bien commun est important", "local_government trade"),
        ("es", "cada parte de la comunidad", "political_party information give"),
        ("pt", "como pode a forma de cada parte", "powers train political_party"),
        ("ar", "الوضع لدينا اليوم إنها الحياة", "create debt stop"),
        ("tr", "başka yaşam yarın", "law half"),
        ("ru", "в области красивое платье", "region pay_for fee"),
        ("zh", "节省时间", "region"),
    ],
)
def test_words_that_only_look_alike_name_nothing(ours: Glossary, language: str, text: str, wrong: str) -> None:
    assert {found.concept for found in ours.find(fold(text), language)}.isdisjoint(wrong.split())
