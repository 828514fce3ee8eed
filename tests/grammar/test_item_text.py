"""What of the words of a recommendation an item of the declaration says."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultation.grammar import item_text

LANGUAGES = st.sampled_from(["en", "fr", "es", "tr", "de", "ar", "zh", "pt-BR"])
PIECES = st.lists(
    st.sampled_from(
        [
            *(
                "1.",
                "a)",
                "–",
                "•",
                "-",
                "“",
                "”",
                "«",
                "»",
                '"',
                "'",
                "’",
                "%",
                "?",
                "!",
                "…",
                ":",
                ",",
                "(",
                ")",
                "\n",
            ),
            *("Please", "To", "We call on cities to", "Il faut", "Hay que", "de", "d’", "create", "Create", "Créer"),
            *(
                "fund.",
                "fund;",
                "etc.",
                "M.",
                "Art.",
                "art. 5",
                "50 %",
                "I",
                "A",
                "İzmir",
                "Isparta",
                "UN",
                "G20",
                "n.º",
            ),
            *("n.º", "\n", "No.", "e.g.", "L’eau", "O’Brien", "qu'", "2.5", "\u00a0", "\u202f"),
        ]
    )
).map(" ".join)
TEXTS = PIECES | st.text(max_size=60) | st.text(alphabet="aA. ’'\"«»“”?!;:1)(-•İIé\n\u00a0%", max_size=30)


@pytest.mark.parametrize(
    ("text", "language", "item"),
    [
        ("Create a fund for wells.", "en", "create a fund for wells"),
        ("1. Create a fund", "en", "create a fund"),
        ("12) Create a fund", "en", "create a fund"),
        ("1.2. Create a fund", "en", "create a fund"),
        ("a) Create a fund;", "en", "create a fund"),
        ("(iv) Create a fund", "en", "create a fund"),
        ("– Create a fund…", "en", "create a fund"),
        ("• Create a fund", "en", "create a fund"),
        ("Recommendation 3: Create a fund", "en", "create a fund"),
        ("“Create a fund.”", "en", "create a fund"),
        ('"Create a fund"', "en", "create a fund"),
        ("2. “To create a fund.”", "en", "create a fund"),
        ("Please create a fund", "en", "create a fund"),
        ("Please, create a fund", "en", "create a fund"),
        ("To create a fund", "en", "create a fund"),
        ("We call on national governments to create a fund", "en", "create a fund"),
        ("We call upon cities close to rivers to create a fund", "en", "create a fund"),
        ("We must not close any well", "en", "not close any well"),
        ("Do not close any well", "en", "not close any well"),
        ("Let us create a fund", "en", "create a fund"),
        ("It is necessary to create a fund", "en", "create a fund"),
        ("Il faut créer un fonds", "fr", "créer un fonds"),
        ("Il est nécessaire d’ouvrir les puits", "fr", "ouvrir les puits"),
        ("Nous appelons les États à créer un fonds", "fr", "créer un fonds"),
        ("« Créer un fonds. »", "fr", "créer un fonds"),
        ("– de créer un fonds", "fr", "créer un fonds"),
        ("Hay que crear un fondo", "es", "crear un fondo"),
        ("Instamos a los gobiernos a crear un fondo", "es", "crear un fondo"),
        ("«Crear un fondo»", "es", "crear un fondo"),
    ],
)
def test_what_only_opens_or_closes_is_taken_off(text: str, language: str, item: str) -> None:
    assert item_text(text, language) == item


@pytest.mark.parametrize(
    ("text", "language", "item"),
    [
        ("Il faut que les puits restent ouverts", "fr", "il faut que les puits restent ouverts"),
        ("Hay que… y no se hace", "es", "hay que… y no se hace"),
        ("To date, nothing was done", "en", "to date, nothing was done"),
        ("We call on cities", "en", "we call on cities"),
        ("De l’eau pour toutes", "fr", "de l’eau pour toutes"),
        ("“Open data” for every city", "en", "“Open data” for every city"),
        ("2.5 degrees are too much", "en", "2.5 degrees are too much"),
        ("2021 was too hot", "en", "2021 was too hot"),
        ("M. Dupont propose un fonds", "fr", "M. Dupont propose un fonds"),
    ],
)
def test_what_belongs_to_the_words_stays(text: str, language: str, item: str) -> None:
    assert item_text(text, language) == item


@pytest.mark.parametrize(
    ("text", "language", "item"),
    [
        ("Create a fund. It must be public.", "en", "create a fund"),
        ("Create a fund! Now!", "en", "create a fund"),
        ("Follow art. 5 of the law. Now.", "en", "follow art. 5 of the law"),
        ("Plant trees, e.g. Oaks and elms. Now.", "en", "plant trees, e.g. Oaks and elms"),
        ("Fund St. Louis and Dr. Diop’s clinic. Now.", "en", "fund St. Louis and Dr. Diop’s clinic"),
        ("Apply Decree No. 12. Now.", "en", "apply Decree No. 12"),
        ("Keep below 1.5 degrees. Now.", "en", "keep below 1.5 degrees"),
        ("Follow the U.S. Army. Now.", "en", "follow the U.S. Army"),
        ("Aplicar la ley n.º 5. Ya.", "es", "aplicar la ley n.º 5"),
        ("Escuchar a la Sra. López. Ya.", "es", "escuchar a la Sra. López"),
        ("Écouter M. Diop. Vite.", "fr", "écouter M. Diop"),
        ("Say “Water is life. It is ours.” in schools. Now.", "en", "say “Water is life. It is ours.” in schools"),
        ("Create a fund.\n\nThe rest", "en", "create a fund"),
        ("建立基金。然后报告。", "zh", "建立基金"),
    ],
)
def test_an_item_is_the_first_sentence(text: str, language: str, item: str) -> None:
    assert item_text(text, language) == item


@pytest.mark.parametrize(
    ("text", "language", "item"),
    [
        ("UN agencies in every city", "en", "UN agencies in every city"),
        ("G20 seats for cities", "en", "G20 seats for cities"),
        ("African cities at the table", "en", "African cities at the table"),
        ("Africa’s rivers in common", "en", "Africa’s rivers in common"),
        ("New York and Lagos as twins", "en", "New York and Lagos as twins"),
        ("New roads", "en", "new roads"),
        ("I propose a fund", "en", "I propose a fund"),
        ("A fund", "en", "a fund"),
        ("L’eau pour toutes", "fr", "l’eau pour toutes"),
        ("L’ONU dans chaque ville", "fr", "l’ONU dans chaque ville"),
        ("À chaque ville son fonds", "fr", "à chaque ville son fonds"),
        ("Öffentliche Register", "de", "Öffentliche Register"),
        ("İklim için bir fon kurmak", "tr", "iklim için bir fon kurmak"),
        ("Irmakları korumak", "tr", "ırmakları korumak"),
        ("Irrigate by night", "en", "irrigate by night"),
        ("CREATE A FUND", "en", "CREATE A FUND"),
    ],
)
def test_the_first_letter_is_small_unless_a_name_or_an_acronym_opens(text: str, language: str, item: str) -> None:
    assert item_text(text, language) == item


@pytest.mark.parametrize(
    ("text", "language", "item"),
    [
        ("Keep the cities' share at 50 %", "en", "keep the cities’ share at 50%"),
        ('Say "no" to it', "en", "say “no” to it"),
        ("Don't sell land", "en", "don’t sell land"),
        ("Réserver 50% à l'eau", "fr", "réserver 50\u00a0% à l’eau"),
        ('Dire "non" : c’est tout', "fr", "dire «\u00a0non\u00a0»\u00a0: c’est tout"),
        ("Dire “non”; puis agir", "fr", "dire «\u00a0non\u00a0»\u202f; puis agir"),
        ("Ouvrir à 13:30", "fr", "ouvrir à 13:30"),
        ("Réserver 1\u202f000 puits", "fr", "réserver 1\u202f000 puits"),
        ("Reservar el 50% al agua", "es", "reservar el 50\u00a0% al agua"),
        ('Decir "no" a todo', "es", "decir «no» a todo"),
        ("Say «the “green” city» twice", "en", "say “the ‘green’ city” twice"),
        ('A 5" pipe', "en", 'a 5" pipe'),
        ("İzmir'in suyu", "tr", "İzmir’in suyu"),
    ],
)
def test_marks_are_set_as_the_language_sets_them(text: str, language: str, item: str) -> None:
    assert item_text(text, language) == item


def test_a_question_keeps_its_mark() -> None:
    assert item_text("Who pays?", "en") == "who pays?"


@given(TEXTS, LANGUAGES)
def test_an_item_of_an_item_is_the_same(text: str, language: str) -> None:
    item = item_text(text, language)
    assert item_text(item, language) == item


@given(TEXTS, LANGUAGES)
def test_a_text_with_a_letter_is_never_emptied(text: str, language: str) -> None:
    if any(letter.isalpha() for letter in text):
        assert any(letter.isalpha() for letter in item_text(text, language))


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.lower().replace("ı", "i").replace("i\u0307", "i"))


@given(TEXTS, LANGUAGES)
def test_an_item_is_one_unbroken_part_of_the_words_that_were_said(text: str, language: str) -> None:
    item, said = words(item_text(text, language)), words(text)
    assert any(said[start : start + len(item)] == item for start in range(len(said) + 1))


@given(st.lists(st.sampled_from(["fund", "wells", "water", "5", "l’eau", "city’s", "G20"]), min_size=1), LANGUAGES)
def test_every_word_behind_the_opening_stays(said: list[str], language: str) -> None:
    text = " ".join(["keep", *said])
    assert words(item_text(text, language)) == words(text)


def test_a_bare_number_before_an_infinitive_is_taken_off_and_one_that_counts_is_kept() -> None:
    assert item_text("13 to submit a report annually", "en") == "submit a report annually"
    assert item_text("100 trees to plant", "en") == "100 trees to plant"
    assert item_text("10 to 20 trees a street", "en") == "10 to 20 trees a street"


def test_a_title_keeps_its_capitals() -> None:
    assert item_text("Equal Pay for Equal Work", "en") == "Equal Pay for Equal Work"
    assert item_text("Support Kütahya in its work", "en") == "support Kütahya in its work"
