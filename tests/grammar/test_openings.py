"""How the words of a recommendation open."""

from __future__ import annotations

from pathlib import Path

import pytest

from consultation.grammar import Opening, opening_of

TABLE = Path(__file__).parent / "openings.tsv"


def table() -> list[tuple[str, Opening, str]]:
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return [(language, Opening(opening), text) for language, opening, text in (line.split("\t") for line in lines)]


def test_the_table_has_a_hundred_openings_in_each_language_and_as_many_verbs_as_not() -> None:
    for language in ("en", "fr", "es"):
        openings = [opening for its_own, opening, _ in table() if its_own == language]
        assert len(openings) >= 100
        assert 0.4 <= openings.count(Opening.INFINITIVE) / len(openings) <= 0.6


def test_nearly_all_openings_are_told() -> None:
    wrong = [
        f"{language}: {text} – {told}, not {opening}"
        for language, opening, text in table()
        if (told := opening_of(text, language)) is not opening
    ]
    assert len(wrong) <= 0.02 * len(table()), "\n".join(wrong)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Work with universities", "en"),
        ("Support families", "en"),
        ("Support the families", "en"),
        ("Plan new districts", "en"),
        ("State the price of water", "en"),
        ("Open a single desk", "en"),
        ("Free schools from fees", "en"),
        ("Clean the rivers", "en"),
        ("Fund archives", "en"),
        ("Land the cables", "en"),
        ("Water the trees", "en"),
        ("Share the data", "en"),
        ("Act on heat", "en"),
        ("Build homes", "en"),
        ("Number every well", "en"),
        ("Care for rivers", "en"),
        ("House every family", "en"),
        ("Territorialise the goals", "en"),
        ("Pedestrianize centres", "en"),
        ("Electrify ferries", "en"),
        ("Repatriate archives", "en"),
        ("Re-open the line", "en"),
        ("Co-finance shelters", "en"),
        ("Systematically publish the minutes", "en"),
        ("Better inform residents", "en"),
        ("To create a fund", "en"),
        ("Se doter d’un plan", "fr"),
        ("Y consacrer un dixième", "fr"),
        ("Mieux informer les habitants", "fr"),
        ("Ne pas fermer les puits", "fr"),
        ("S’assurer que les puits restent ouverts", "fr"),
        ("Contraindre les propriétaires", "fr"),
        ("Réécrire la loi", "fr"),
        ("Faire en sorte que chacun vote", "fr"),
        ("Créer et financer un réseau", "fr"),
        ("Hacerlo público", "es"),
        ("Garantizarles una voz", "es"),
        ("Dotarse de un plan", "es"),
        ("Reconocerse como hermanas", "es"),
        ("No cerrar los pozos", "es"),
        ("Mejor informar a los vecinos", "es"),
    ],
)
def test_a_verb_is_told_where_it_stands_as_behind_to(text: str, language: str) -> None:
    assert opening_of(text, language) is Opening.INFINITIVE


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Open data portals for every city", "en"),
        ("Free public transport for the young", "en"),
        ("Work for all", "en"),
        ("Support for families", "en"),
        ("Plan of action", "en"),
        ("State aid for ports", "en"),
        ("Clean air for our children", "en"),
        ("Land reform now", "en"),
        ("Water points in every village", "en"),
        ("Share of taxes for cities", "en"),
        ("Number of wells", "en"),
        ("Care homes within walking distance", "en"),
        ("House prices in proportion to wages", "en"),
        ("Usager au cœur des services", "fr"),
        ("Levier fiscal pour les communes", "fr"),
        ("Boucher de quartier", "fr"),
        ("Leader local", "fr"),
        ("Atelier de réparation", "fr"),
        ("Foyer pour jeunes", "fr"),
        ("Chantier d’insertion", "fr"),
        ("Quartier sans voiture", "fr"),
        ("Bienestar para todas", "es"),
        ("Azar y mérito", "es"),
        ("Manglar y río", "es"),
        ("Lugar de encuentro", "es"),
        ("Hogar digno", "es"),
        ("Bar de barrio", "es"),
        ("Taller de reparación", "es"),
        ("Mujer y territorio", "es"),
        ("Alquiler justo", "es"),
    ],
)
def test_a_noun_that_looks_like_a_verb_opens_a_phrase(text: str, language: str) -> None:
    assert opening_of(text, language) is Opening.PHRASE


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The fund must be created", "en"),
        ("Cities should publish their budgets", "en"),
        ("Water is a common good", "en"),
        ("Work permits must be free", "en"),
        ("Il est nécessaire que les villes soient entendues", "fr"),
        ("Le fonds doit être créé", "fr"),
        ("Los municipios deben publicar sus cuentas", "es"),
        ("Es necesario que las ciudades sean oídas", "es"),
    ],
)
def test_a_subject_with_its_verb_is_a_sentence(text: str, language: str) -> None:
    assert opening_of(text, language) is Opening.SENTENCE


@pytest.mark.parametrize(
    ("text", "language"),
    [("Créez un fonds", "fr"), ("Créons un fonds", "fr"), ("Creen un fondo", "es"), ("Creemos un fondo", "es")],
)
def test_a_command_that_cannot_follow_to_is_a_sentence(text: str, language: str) -> None:
    assert opening_of(text, language) is Opening.SENTENCE


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Who pays?", "en"),
        ("Why not share the water", "en"),
        ("Qui paie ?", "fr"),
        ("¿Quién paga?", "es"),
        ("谁来付钱？", "zh"),
    ],
)
def test_a_question_is_told_in_any_language_that_marks_it(text: str, language: str) -> None:
    assert opening_of(text, language) is Opening.QUESTION


@pytest.mark.parametrize("text", ["", "…", "2021", "1.", "🌊"])
def test_where_there_is_no_word_nothing_is_told(text: str) -> None:
    assert opening_of(text, "en") is Opening.UNKNOWN


def test_a_language_with_a_region_has_the_rules_of_the_language() -> None:
    assert opening_of("Create a fund", "en-GB") is Opening.INFINITIVE
    assert opening_of("Criar um fundo", "pt-BR") is Opening.UNKNOWN


def test_an_acronym_is_no_verb() -> None:
    assert opening_of("ETAR para todas", "es") is Opening.PHRASE
    assert opening_of("AIR for all", "en") is Opening.PHRASE


@pytest.mark.parametrize(
    ("text", "language", "opening"),
    [
        ("A fund that is fed by tourists", "en", Opening.PHRASE),
        ("The fund that is fed by tourists must be public", "en", Opening.SENTENCE),
        ("If rivers rise, schools must open", "en", Opening.SENTENCE),
        ("Une école où l’on doit parler deux langues", "fr", Opening.PHRASE),
        ("Le fonds qui est créé doit être public", "fr", Opening.SENTENCE),
        ("Un fondo que sea público", "es", Opening.PHRASE),
        ("El fondo que se crea debe ser público", "es", Opening.SENTENCE),
    ],
)
def test_a_verb_in_a_clause_makes_no_sentence(text: str, language: str, opening: Opening) -> None:
    assert opening_of(text, language) is opening
