"""Which column of somebody's own table holds what."""

from __future__ import annotations

import pytest

from consultation.exchange.grid import letter_of
from consultation.exchange.matched import FIELDS, Columns, Listing, match_columns, pasted_rows, with_heads
from consultation.exchange.matched.columns import head_of
from consultation.language import DOCUMENT_LANGUAGES, translator
from tests.exchange.workbooks import grid_of


def held(columns: Columns) -> dict[str, str]:
    """Head -> what its column holds, with its language."""
    return {each.head: ".".join(filter(None, (each.field, each.language))) for each in columns.columns}


def matched(listing: Listing, *heads: str) -> dict[str, str]:
    return held(match_columns(grid_of(heads, ["x"] * len(heads)), listing))


@pytest.mark.parametrize(
    ("heads", "fields"),
    [
        (
            ("Name", "Organization", "Job title", "E-mail address", "Phone number", "Country", "Salutation"),
            ("name", "organisation", "title", "mail", "telephone", "territory", "address"),
        ),
        (
            ("Nom", "Prénom", "Organisme", "Fonction", "Courriel", "Région", "Langues parlées", "Sexe"),
            ("surname", "given_name", "organisation", "title", "mail", "region", "languages", "gender"),
        ),
        (
            ("NOMBRE", "APELLIDOS", "INSTITUCIÓN", "CARGO", "CORREO ELECTRÓNICO", "TIPO DE ACTOR"),
            ("given_name", "surname", "organisation", "title", "mail", "actor"),
        ),
        (("Nmae", "Organsation", "Telefone"), ("name", "organisation", "telephone")),
    ],
)
def test_the_heads_of_people_are_known_in_three_languages(heads: tuple[str, ...], fields: tuple[str, ...]) -> None:
    expected = dict(zip(heads, fields, strict=True))
    expected.pop("Nmae", None)  # too short to tell a misspelling from another word
    found = matched(Listing.PEOPLE, *heads)
    assert {head: found[head] for head in expected} == expected


def test_the_heads_of_a_programme_say_their_language() -> None:
    found = matched(Listing.PROGRAMME, "Date", "Horaire", "Titre (fr)", "Title in English", "Título", "Salle", "Hotel")
    assert list(found.values()) == ["day", "hours", "title.fr", "title.en", "title", "room", ""]


def test_the_questions_of_a_form_are_known_by_the_words_in_them() -> None:
    heads = ("Timestamp", "What is the proposed title of your session?", "Please give a short description", "Your name",
             "Name of your organisation", "Your e-mail address")  # fmt: skip
    found = matched(Listing.INTERESTS, *heads)
    assert list(found.values()) == ["received", "title", "text", "who", "organisation", "mail"]


def test_consent_to_be_named_is_not_taken_from_any_other_consent() -> None:
    found = matched(Listing.PEOPLE, "Name", "Consent to photographs", "Consentement droit à l'image")
    assert list(found.values()) == ["name", "", ""]


@pytest.mark.parametrize("listing", Listing)
@pytest.mark.parametrize("language", DOCUMENT_LANGUAGES)
def test_every_field_is_known_by_what_the_program_calls_it(listing: Listing, language: str) -> None:
    for field in FIELDS[listing]:
        head = head_of(translator(language), listing, field.name)
        (column,) = with_heads(grid_of([head], ["x"]), listing, 0).columns
        assert column.field == field.name, head


def test_heads_below_a_title_and_an_empty_row_are_found() -> None:
    grid = grid_of(["Participants of the Forum"], [""], ["Last update: city hall"], ["Name", "City"], ["Ana", "Vigo"])
    columns = match_columns(grid, Listing.PEOPLE)
    assert columns.heads == 2
    assert held(columns) == {"Name": "name", "City": "territory"}
    assert columns.columns[0].examples == ("Ana",)


def test_a_table_without_heads_has_none_until_somebody_says_what_it_holds() -> None:
    grid = pasted_rows("Ana Ruiz\tMayor of the city\nAwa Diop\tMinister")
    columns = match_columns(grid, Listing.PEOPLE)
    assert (columns.heads, columns.missing) == (None, ("name",))
    chosen = columns.put(0, "name").put(1, "title")
    assert (chosen.missing, chosen.unread) == ((), ())
    assert chosen.columns[1].examples == ("Mayor of the city", "Minister")


def test_a_person_changes_what_a_column_holds_and_the_other_lets_go_of_it() -> None:
    columns = match_columns(grid_of(["Name", "Badge", "City"], ["A", "B", "C"]), Listing.PEOPLE)
    changed = columns.put(1, "name")
    assert held(changed) == {"Name": "", "Badge": "name", "City": "territory"}
    assert [each.letter for each in changed.unread] == ["A"]
    assert held(changed.put(2, "")) == {"Name": "", "Badge": "name", "City": ""}
    for wrong in ((1, "colour"), (9, "name")):
        with pytest.raises(KeyError):
            columns.put(*wrong)


def test_no_field_is_held_twice() -> None:
    found = list(matched(Listing.PEOPLE, "Name", "Full name", "City", "Country").values())
    assert sorted(found) == ["", "", "name", "territory"]


def test_columns_without_head_and_cells_are_passed_over_and_letters_are_a_spreadsheets() -> None:
    columns = match_columns(grid_of(["Name", "", "City"], ["Ana", " ", "Vigo"]), Listing.PEOPLE)
    assert [each.letter for each in columns.columns] == ["A", "C"]
    assert [letter_of(at) for at in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_what_a_spreadsheet_puts_on_the_clipboard_is_read() -> None:
    text = 'Name\tNote\r\n"Ana\nRuiz"\t"says ""yes""\tand goes"\r\n\r\n5" nails\t"quoted" half\r\nlast\t""'
    assert pasted_rows(text).rows == [
        (1, ["Name", "Note"]),
        (2, ["Ana\nRuiz", 'says "yes"\tand goes']),
        (4, ['5" nails', '"quoted" half']),
        (5, ["last", ""]),
    ]
    assert pasted_rows("").rows == []
