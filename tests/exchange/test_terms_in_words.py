"""A list from elsewhere names themes and addressees in words: terms are made of them, each once."""

from __future__ import annotations

from pathlib import Path

import pytest

from consultation.exchange import export_table
from consultation.exchange.in_words import THEME, spelt
from consultation.model import Intervention, KnownVocabulary, Recommendation, Vocabulary
from consultation.preparing import new_without_kit
from consultation.store import Store
from tests.builders import identity
from tests.drafting.rooms import a_room, term
from tests.exchange.tables import a_table, cells, refusal, taken_in

STRAND, ADDRESSEE = KnownVocabulary.STRAND, KnownVocabulary.ADDRESSEE


def a_list(folder: Path, language: str = "en", name: str = "list.consult") -> Store:
    """A consultation without a kit."""
    return new_without_kit(folder / name, "A list", "", language, identity())


def names(store: Store, vocabulary: str) -> list[dict[str, str]]:
    return [found.label for found in store.terms(vocabulary)]


def chosen(store: Store, vocabulary: str) -> list[list[str]]:
    keys = {found.id: found.key for found in store.terms(vocabulary)}
    return [[keys[each] for each in one.chosen(vocabulary)] for one in store.all(Recommendation)]


def test_where_there_are_no_strands_the_themes_become_strands_in_the_order_of_the_list(folder: Path) -> None:
    with a_list(folder, "fr") as store:
        done = taken_in(store, "set,text,theme\npolicy,a,Logement\npolicy,b,Culture\npolicy,c,\npolicy,d,Logement\n")
        assert names(store, STRAND) == [{"fr": "Logement"}, {"fr": "Culture"}]
        assert chosen(store, STRAND) == [["logement"], ["culture"], [], ["logement"]]
        assert done.new_terms == {STRAND: ["Logement", "Culture"]}
        assert [one.key for one in store.all(Vocabulary)] == [STRAND]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Housing", "  HOUSING "),
        ("Éducation", "EDUCATION"),
        ("Water & sanitation", "Water and Sanitation"),
        ("Agua y saneamiento", "AGUA, SANEAMIENTO."),
        ("E-health", "E health"),
        ("Cooperation", "Co-operation"),
        ("Eau, énergie", "eau et énergie"),
    ],
)
def test_one_theme_however_it_is_spelled_is_one_term_called_as_it_was_first(
    folder: Path, first: str, second: str
) -> None:
    with a_list(folder) as store:
        taken_in(store, f'set,text,theme\npolicy,a,"{first}"\npolicy,b,"{second}"\n')
        assert names(store, STRAND) == [{"en": first}]
        assert chosen(store, STRAND)[0] == chosen(store, STRAND)[1]


@pytest.mark.parametrize(
    ("first", "second"), [("住房", "交通"), ("हिन्दी", "हिंसा"), ("Ville", "Villes"), ("!", "?"), ("Art", "Artes")]
)
def test_themes_that_differ_in_letters_are_two(first: str, second: str) -> None:
    assert spelt(first) != spelt(second)


def test_the_strands_of_a_kit_are_found_and_what_is_none_of_them_goes_to_an_open_vocabulary(folder: Path) -> None:
    with a_room(folder) as store:
        strands = names(store, STRAND)
        done = taken_in(store, 'set,text,language,theme\npolicy,a,en,"PLANÈTE; Fishing, sea"\npolicy,b,fr,planet\n')
        assert names(store, STRAND) == strands
        assert chosen(store, STRAND) == [["planet"], ["planet"]]
        assert chosen(store, THEME) == [["fishing_sea"], []]
        assert names(store, THEME) == [{"en": "Fishing, sea"}]
        assert done.new_terms == {THEME: ["Fishing, sea"]}
        (vocabulary,) = store.all(Vocabulary, key=THEME)
        assert (vocabulary.label, vocabulary.kinds) == (
            {"en": "Theme", "fr": "Thème", "es": "Tema"},
            [Recommendation.kind()],
        )


def test_a_second_list_goes_on_with_the_strands_that_a_list_made(folder: Path) -> None:
    with a_list(folder) as store:
        taken_in(store, "set,text,theme\npolicy,a,Housing\n")
        taken_in(store, "set,text,theme\npolicy,b,Parks\npolicy,c,housing\n")
        assert names(store, STRAND) == [{"en": "Housing"}, {"en": "Parks"}]
        assert store.terms(THEME) == []


def test_importing_twice_makes_no_doubles(folder: Path) -> None:
    table = 'set,text,theme,addressed_to\npolicy,a,"Moon; Planet",The tides\npolicy,b,,\n'
    for store in (a_room(folder), a_list(folder)):
        with store:
            taken_in(store, table)
            digest = store.digest()
            again = taken_in(store, table)
            assert (again.records, again.already_there, again.new_terms) == (0, 2, {})
            assert store.digest() == digest


def test_a_list_imported_on_two_laptops_has_its_terms_once_when_they_are_merged(folder: Path) -> None:
    table = "set,text,theme,addressed_to\npolicy,a,Housing,Cities\n"
    made = []
    for name in ("here.consult", "there.consult"):
        with a_list(folder, name=name) as store:
            taken_in(store, table)
            made.append([found.id for found in (*store.terms(STRAND), *store.terms(ADDRESSEE))])
    assert made[0] == made[1]


def test_a_term_that_was_deleted_comes_back_with_the_list(folder: Path) -> None:
    with a_list(folder) as store:
        taken_in(store, "set,text,theme\npolicy,a,Housing\n")
        store.delete(store.terms(STRAND)[0])
        taken_in(store, "set,text,theme\npolicy,b,Housing\n")
        assert names(store, STRAND) == [{"en": "Housing"}]


def test_addressees_in_words_are_found_or_made_and_the_first_leads(folder: Path) -> None:
    with a_room(folder) as store:
        taken_in(store, 'set,text,addressee,addressed_to\npolicy,a,uclg,"The ferrymen; G20"\npolicy,b,,"g20, uclg"\n')
        (made,) = [found for found in store.terms(ADDRESSEE) if found.label.get("en") == "The ferrymen"]
        g20, uclg = (term(store, ADDRESSEE, key) for key in ("g20", "uclg"))
        assert [one.addressees for one in store.all(Recommendation)] == [[uclg, made.id, g20], [g20, uclg]]


def test_a_comma_is_part_of_a_name_that_is_not_there(folder: Path) -> None:
    with a_list(folder) as store:
        taken_in(store, 'set,text,addressed_to\npolicy,a,"Ministry of Health, Family and Youth"\n')
        assert names(store, ADDRESSEE) == [{"en": "Ministry of Health, Family and Youth"}]


def test_a_wrong_row_makes_no_terms(folder: Path) -> None:
    with a_list(folder) as store:
        assert "Row 3" in refusal(store, "set,text,theme\npolicy,a,Housing\nboth,b,Parks\n")
        assert store.terms(STRAND) == []


def test_words_without_a_language_are_in_the_only_one_of_the_consultation(folder: Path) -> None:
    table = "set,text,language\npolicy,a,\npolicy,b,pt\n"
    with a_list(folder, "es") as store:
        taken_in(store, table)
        assert [one.language for one in store.all(Recommendation)] == ["es", "pt"]
        taken_in(store, "session,speaker,text\nS-1,Ada Byron,Hola\n", "interventions")
        assert [one.language for one in store.all(Intervention)] == ["es"]
    with a_room(folder) as store:
        taken_in(store, table)
        assert [one.language for one in store.all(Recommendation)] == ["", "pt"]


def test_ones_own_export_adds_nothing_where_words_had_no_language_before(folder: Path) -> None:
    with a_list(folder) as store:
        taken_in(store, "set,text\npolicy,a\n")
        store.change(store.all(Recommendation)[0], language="")
        done = taken_in(store, export_table(store, "recommendations", ".csv").data)
        assert (done.records, done.already_there) == (0, 1)


def test_themes_go_out_in_words_and_come_back_in(folder: Path) -> None:
    with a_room(folder) as store:
        taken_in(store, 'set,text,language,theme\npolicy,a,en,"Fishing, sea; Ports"\npolicy,b,en,\n')
        table = export_table(store, "recommendations", ".csv").data
        assert [row[-1] for row in cells(table)] == ["theme", "Fishing, sea; Ports", ""]
        assert taken_in(store, table).already_there == 2
    (folder / "elsewhere").mkdir()
    with a_room(folder / "elsewhere", "Bo") as other:
        taken_in(other, a_table(folder, table).read_bytes())
        assert export_table(other, "recommendations", ".csv").data == table


def test_a_column_of_keys_says_which_column_makes_terms(folder: Path) -> None:
    with a_list(folder) as store:
        sentence = refusal(store, "set,text,addressee\npolicy,a,Cities\n")
        assert "the column “addressed_to” makes what there is not yet" in sentence
