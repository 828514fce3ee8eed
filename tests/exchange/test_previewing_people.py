"""A table of people against the people of the file: who is surely the same, who perhaps, and what is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from consultation.errors import SourceRefused
from consultation.exchange.matched import (
    Answer,
    Answers,
    Change,
    Listing,
    Preview,
    Standing,
    match_columns,
    preview,
    take_in,
)
from consultation.exchange.matched.saying import counts_said, row_said
from consultation.language import translator
from consultation.model import Contact, Function, Gender, Organisation, Person
from consultation.store import Store
from consultation.words import lookup_in
from consultation.words.values import Values
from tests.drafting.rooms import a_room
from tests.exchange.workbooks import grid_of

NEW, CHANGED, SAME, DOUBTFUL, LEFT = Standing
HEADS = ("Name", "Organisation", "Function", "E-mail")


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    with a_room(folder) as opened:
        yield opened


def a_person(store: Store, name: str, organisation: str = "", mail: str = "", **values: Any) -> Person:
    person = Person(id=store.new_id(), name=name, organisation=organisation, **values)
    store.save(person)
    if mail:
        store.save(Contact(id=store.new_id(), person=person.id, mail=mail))
    return person


def seen(store: Store, *rows: Sequence[str], heads: Sequence[str] = HEADS, answers: Answers | None = None) -> Preview:
    grid = grid_of(heads, *rows)
    return preview(store, grid, match_columns(grid, Listing.PEOPLE), answers)


def standings(found: Preview) -> list[Standing]:
    return [row.standing for row in found.rows]


def reasons(found: Preview) -> list[str]:
    """Why the rows are doubtful, and what they may be."""
    return [str(doubt) for row in found.rows for doubt in row.doubts] + [
        f"{each.name}: {each.why}" for row in found.rows for each in row.alike
    ]


def test_who_is_not_in_the_file_is_new_and_nothing_is_written_by_looking(store: Store) -> None:
    digest = store.digest()
    found = seen(store, ("Ana Ruiz", "Habitat", "Mayor", ""), ("Awa Diop", "", "", ""))
    assert standings(found) == [NEW, NEW]
    assert [row.number for row in found.rows] == [2, 3]
    assert store.digest() == digest


@pytest.mark.parametrize("row", [("ANA  RUÍZ", "habitat", "", ""), ("Ana Ruiz", "", "", " A@x.org")])
def test_name_and_organisation_or_name_and_mail_are_surely_the_same_person(store: Store, row: Sequence[str]) -> None:
    person = a_person(store, "Ana Ruiz", "Habitat", "a@X.org")
    found = seen(store, row)
    assert (standings(found), found.rows[0].record) == ([SAME], person.id)


def test_an_organisation_of_the_file_is_the_same_by_each_of_its_names_and_by_a_function_there(store: Store) -> None:
    cities = Organisation(id=store.new_id(), name={"en": "United Cities"}, short_name={"en": "UC"})
    store.save(cities)
    a_person(store, "Ana Ruiz", "UC")
    function = Function(title="Chair", organisation=str(cities.id), starts="", ends="")
    a_person(store, "Awa Diop", functions=[function])
    found = seen(store, ("Ana Ruiz", "United Cities", "", ""), ("Awa Diop", "UC", "", ""))
    assert [bool(row.doubts) for row in found.rows] == [False, False]
    assert standings(found) == [SAME, CHANGED]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (("Ana Ruiz", "UCLG", "", ""), "the same name, another organisation: Habitat"),
        (("Ana Ruiz", "", "", ""), "the same name; of one of them no organisation is known"),
        (("Ruiz, Ana", "Habitat", "", ""), "the same name in another order"),
        (("Ana-Ruiz", "Habitat", "", ""), "the same name in another order"),
        (("A. Ruiz", "Habitat", "", "a@x.org"), "the same mail, another name"),
    ],
)
def test_the_name_alone_never_joins(store: Store, row: Sequence[str], why: str) -> None:
    person = a_person(store, "Ana Ruiz", "Habitat", "a@x.org")
    found = seen(store, row)
    assert standings(found) == [DOUBTFUL]
    assert found.rows[0].record is None
    assert [each.record for each in found.rows[0].alike] == [person.id]
    assert reasons(found) == ["it may be somebody who is in the file", f"Ana Ruiz: {why}"]
    assert take_in(store, found).left == 1
    assert store.count(Person, name=row[0]) == (row[0] == "Ana Ruiz")


def test_two_people_of_one_name_and_organisation_are_for_a_person_to_tell_apart(store: Store) -> None:
    a_person(store, "Ana Ruiz", "Habitat")
    a_person(store, "Ana Ruiz", "Habitat")
    found = seen(store, ("Ana Ruiz", "Habitat", "", ""))
    assert (standings(found), len(found.rows[0].alike)) == ([DOUBTFUL], 2)


def test_a_person_says_who_a_doubtful_row_is(store: Store) -> None:
    person = a_person(store, "Ana Ruiz", "Habitat")
    row = ("Ana Ruiz", "UCLG", "Mayor", "a@x.org")
    joined = seen(store, row, answers={2: person.id})
    assert standings(joined) == [CHANGED]
    assert set(joined.rows[0].changes) == {
        Change("organisation", "Habitat", "UCLG"),
        Change("title", None, "Mayor"),
        Change("mail", None, "a@x.org"),
    }
    assert standings(seen(store, row, answers={2: Answer.LEAVE})) == [LEFT]
    apart = seen(store, row, answers={2: Answer.TAKE})
    assert standings(apart) == [NEW]
    assert take_in(store, apart).new == 1
    assert store.count(Person, name="Ana Ruiz") == 2


def test_only_what_a_row_says_changes_and_all_of_it_is_one_step_to_undo(store: Store) -> None:
    person = a_person(store, "Ana Ruiz", "Habitat", "a@x.org", title="Mayor", territory="Vigo", consent=True)
    before, digest = store.count(Person), store.digest()
    found = seen(
        store,
        ("Ana Ruiz", "Habitat", "Deputy mayor", "a@x.org", "+34 1"),
        ("Awa Diop", "Dakar", "", "d@x.org", ""),
        heads=(*HEADS, "Telephone"),
    )
    assert standings(found) == [CHANGED, NEW]
    done = take_in(store, found)
    assert (done.new, done.changed, done.same, done.left) == (1, 1, 0, 0)
    now = store.get(Person, person.id)
    assert (now.title, now.territory, now.consent) == ("Deputy mayor", "Vigo", True)
    (contact,) = store.all(Contact, person=person.id)
    assert (contact.mail, contact.telephone) == ("a@x.org", "+34 1")
    (awa,) = store.all(Person, name="Awa Diop")
    assert done.records == (awa.id, person.id)
    assert awa.consent is None
    assert [each.mail for each in store.all(Contact, person=awa.id)] == ["d@x.org"]
    store.undo(done.written)
    assert (store.count(Person), store.get(Person, person.id).title) == (before, "Mayor")
    assert digest != store.digest()


def test_taking_a_table_in_twice_adds_nothing(store: Store) -> None:
    rows = [(f"First Last{number}", "Habitat", "Mayor", "") for number in range(30)]
    assert take_in(store, seen(store, *rows)).new == 30
    again = seen(store, *rows)
    assert standings(again) == [SAME] * 30
    assert not take_in(store, again).written


def test_who_is_twice_in_the_table_is_doubtful_the_second_time(store: Store) -> None:
    found = seen(
        store,
        ("Ana Ruiz", "Habitat", "", ""),
        ("Ana Ruiz", "Habitat", "Mayor", ""),
        ("Ana Ruiz", "UCLG", "", ""),
        ("Awa Diop", "", "", ""),
    )
    assert standings(found) == [NEW, DOUBTFUL, DOUBTFUL, NEW]
    assert reasons(found) == ["row 2 is about the same", "row 2 has the same name; it may be the same"]


def test_two_rows_that_lead_to_one_record_are_doubtful(store: Store) -> None:
    a_person(store, "Ana Ruiz", "Habitat", "a@x.org")
    found = seen(store, ("Ana Ruiz", "Habitat", "", ""), ("Ana Ruiz", "", "Mayor", "a@x.org"))
    assert standings(found) == [SAME, DOUBTFUL]


def test_a_row_that_is_left_out_makes_no_other_doubtful(store: Store) -> None:
    found = seen(store, ("Ana Ruiz", "H", "", ""), ("Ana Ruiz", "H", "", ""), answers={2: Answer.LEAVE})
    assert standings(found) == [LEFT, NEW]


def test_choices_are_read_in_three_languages_and_what_is_unknown_is_said_and_left_out(store: Store) -> None:
    heads = ("Nom", "Région", "Type d'acteur", "Genre", "Langues", "Consentement")
    found = seen(
        store,
        ("Ana Ruiz", "África", "", "Mujer", "francés, English; es", "oui"),
        ("Awa Diop", "Atlantis", "Pirates", "?", "Klingonish", "perhaps"),
        heads=heads,
    )
    assert standings(found) == [NEW, NEW]
    ana, awa = (row.said.values for row in found.rows)
    africa = next(term for term in store.terms("region") if term.key == "africa")
    assert (ana["region"], ana["gender"], ana["languages"]) == (africa.id, Gender.WOMAN, ["fr", "en", "es"])
    assert ana["consent"] is True
    assert set(awa) == {"name"}
    assert [str(remark) for remark in found.rows[1].remarks] == [
        "there is no region “Atlantis” in the file; the row is taken without it",
        "there is no kind of actor “Pirates” in the file; the row is taken without it",
        "“?” cannot be read; the row is taken without it",
        "“Klingonish” is no language the program knows; the row is taken without it",
        "“perhaps” cannot be read; the row is taken without it",
    ]


@pytest.mark.parametrize(("cells", "genders"), [("HM", "mw"), ("FM", "wm"), ("FH", "wm")])
def test_m_is_a_woman_where_men_are_h(store: Store, cells: str, genders: str) -> None:
    found = seen(store, *((f"P {letter}", letter) for letter in cells), heads=("Name", "Sexo"))
    assert "".join(row.said.values["gender"][0] for row in found.rows) == genders


def test_first_name_and_surname_are_put_together(store: Store) -> None:
    found = seen(store, ("Ruiz", "Ana"), ("", "Awa"), heads=("Nom", "Prénom"))
    assert [row.name for row in found.rows] == ["Ana Ruiz", "Awa"]


def test_a_row_without_a_name_can_only_be_left_out(store: Store) -> None:
    found = seen(store, ("", "Habitat", "", ""), answers={2: Answer.TAKE})
    assert (standings(found), found.rows[0].can_be_taken) == ([DOUBTFUL], False)
    assert take_in(store, found).new == 0


def test_a_table_without_a_column_of_names_is_refused_by_what_is_missing(store: Store) -> None:
    grid = grid_of(("City", "Country"), ("Vigo", "Spain"))
    with pytest.raises(SourceRefused, match="None of the columns holds “Name”"):
        preview(store, grid, match_columns(grid, Listing.PEOPLE))


def test_what_cannot_be_written_names_its_row_and_nothing_is_taken_in(store: Store) -> None:
    digest = store.digest()
    found = seen(store, ("Ana Ruiz", "H", "", ""), ("Awa Diop", "D", "\ud800", ""))
    with pytest.raises(SourceRefused, match="Row 3 cannot be written: the field “title” has half a character"):
        take_in(store, found)
    assert store.digest() == digest


def test_a_preview_is_said_in_words(store: Store) -> None:
    a_person(store, "Ana Ruiz", "Habitat", title="Mayor")
    t = translator("en")
    found = seen(store, ("Ana Ruiz", "Habitat", "Deputy mayor", ""), ("Awa Diop", "", "", ""))
    assert counts_said(t, found) == "1 new row and 1 changed row"
    values = Values(t, lookup_in(store))
    assert row_said(t, values, found.listing, found.rows[0]) == ["Position or title: Mayor → Deputy mayor"]
