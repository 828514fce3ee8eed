"""Tables from anybody's spreadsheet by command: looked at, taken in, written."""

from __future__ import annotations

from pathlib import Path

import openpyxl

from consultation.model import Contact, Organisation, Person, Session, Term
from tests.cli.terminal import Terminal
from tests.exchange.workbooks import a_workbook

PEOPLE = (
    ("Participants", None, None),
    ("Nom", "Prénom", "Organisme", "Courriel", "Hôtel"),
    ("Ruiz", "Ana", "Habitat", "a@x.org", "Ritz"),
    ("Ruiz", "Ana", "UCLG", "", ""),
    ("Diop", "Awa", "Dakar", "", ""),
)


def test_a_table_is_looked_at_before_it_is_taken_in(terminal: Terminal) -> None:
    path = terminal.a_file()
    a_workbook(Path(), *PEOPLE, name="people.xlsx")
    digest = terminal.data("digest", path)
    said = terminal.done("import", path, "people.xlsx", "--as", "people", "--dry-run")
    assert "“people.xlsx” would bring: 2 new rows and 1 doubtful row." in said.out
    assert "Columns that are not read: Hôtel." in said.out
    assert "Row 4, Ana Ruiz: Doubtful\n  row 3 has the same name; it may be the same" in said.out
    assert terminal.data("digest", path) == digest


def test_a_table_is_taken_in_and_what_is_doubtful_left_out_with_a_remark(terminal: Terminal) -> None:
    path = terminal.a_file()
    a_workbook(Path(), *PEOPLE, name="people.xlsx")
    said = terminal("import", path, "people.xlsx", "--as", "people")
    assert said.code == 0
    assert "Took in “people.xlsx”: 2 new rows." in said.out
    assert "1 doubtful row was left out: decide about it in the window, or mend the table." in said.err
    with terminal.opened(path) as store:
        (ana,) = store.all(Person, name="Ana Ruiz")
        assert (ana.organisation, ana.consent) == ("Habitat", None)
        assert [contact.mail for contact in store.all(Contact, person=ana.id)] == ["a@x.org"]
    again = terminal("import", path, "people.xlsx", "--as", "people", "--json").data
    assert (again["new"], again["same"], again["doubtful"]) == (0, 2, 1)


def test_a_table_of_our_own_is_read_as_it_was_written_and_looking_writes_nothing(terminal: Terminal) -> None:
    path = terminal.a_file()
    terminal.done("export", path, "organisations", "o.xlsx")
    assert terminal.data("import", path, "o.xlsx", "--as", "organisations")["imported"] == 0
    Path("functions.csv").write_text("name,functions.1\nAna Ruiz,Chair\n")
    digest = terminal.data("digest", path)
    looked = terminal.data("import", path, "functions.csv", "--as", "people", "--dry-run")
    assert (looked["dry_run"], looked["imported"]) == (True, 1)
    assert terminal.data("digest", path) == digest
    assert "would bring: 1 person" in terminal.done("import", path, "functions.csv", "--as", "people", "--dry-run").out
    assert terminal.data("import", path, "functions.csv", "--as", "people")["imported"] == 1
    with terminal.opened(path) as store:
        (ana,) = store.all(Person, name="Ana Ruiz")
        assert ana.functions[0]["title"] == "Chair"


def test_a_sheet_is_chosen_by_its_name(terminal: Terminal) -> None:
    path = terminal.a_file()
    book = openpyxl.Workbook()
    book.active.append(["Notes"])
    book.create_sheet("Houses").append(["Organisation"])
    book["Houses"].append(["House of Cities"])
    book.save("book.xlsx")
    terminal.done("import", path, "book.xlsx", "--as", "organisations", "--sheet", "Houses")
    with terminal.opened(path) as store:
        assert "House of Cities" in [each.name.get("en") for each in store.all(Organisation)]
    assert "has no sheet “Nowhere”" in terminal.refused(
        "import", path, "book.xlsx", "--as", "organisations", "--sheet", "Nowhere"
    )


def test_a_programme_goes_out_and_comes_back_and_is_not_told_of_sets(terminal: Terminal) -> None:
    path = terminal.a_file()
    terminal.done("export", path, "programme", "p.xlsx", "--lang", "fr")
    with terminal.opened(path) as store:
        count = store.count(Session)
    told = terminal.data("import", path, "p.xlsx", "--as", "programme", "--dry-run")
    assert (told["same"], told["new"], told["changed"], told["doubtful"]) == (count, 0, 0, 0)
    assert "says itself" in terminal.refused("import", path, "p.xlsx", "--as", "programme", "--set", "policy", code=2)
    assert ".csv or .xlsx" in terminal.refused("export", path, "programme", "p.docx", code=2)


def test_a_table_that_names_nobody_is_refused(terminal: Terminal) -> None:
    path = terminal.a_file()
    Path("t.csv").write_text("Hotel,Badge\nRitz,1\n")
    said = terminal.refused("import", path, "t.csv", "--as", "people")
    assert "No column of “t.csv” is called “Name”" in said
    assert "Nothing was imported. Write “Name” above the column that holds it" in said
    Path("t.csv").write_text("")
    assert "Its first row has to name the columns: Title." in terminal.refused(
        "import", path, "t.csv", "--as", "programme"
    )


def test_a_picture_called_a_workbook_is_refused_as_one(terminal: Terminal) -> None:
    path = terminal.a_file()
    Path("t.xlsx").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    assert "“t.xlsx” is no whole workbook" in terminal.refused("import", path, "t.xlsx", "--as", "people")


def test_vocabularies_go_out_for_people_and_come_in_by_their_codes(terminal: Terminal) -> None:
    path = terminal.a_file()
    terminal.done("export", path, "vocabularies", "words.xlsx", "--lang", "fr")
    heads = next(openpyxl.load_workbook("words.xlsx").active.iter_rows(values_only=True))
    assert heads[:4] == ("Code", "Vocabulaire", "Relève de", "Nom (en)")
    again = terminal.data("import", path, "words.xlsx", "--as", "terms", "--dry-run")
    assert (again["kind"], again["new"], again["changed"], again["doubtful"]) == ("terms", 0, 0, 0)
    Path("more.csv").write_text("code,vocabulary,parent,en,fr\nquays,strand,,Quays,Quais\nboats,strand,boats,Boats,\n")
    digest = terminal.data("digest", path)
    looked = terminal.done("import", path, "more.csv", "--as", "terms", "--dry-run")
    assert "“more.csv” would bring: 1 new row and 1 doubtful row." in looked.out
    assert "Row 3, Boats: Doubtful\n  “Boats” would stand under itself" in looked.out
    assert terminal.data("digest", path) == digest
    assert "1 doubtful row was left out" in terminal("import", path, "more.csv", "--as", "terms").err
    with terminal.opened(path) as store:
        (quays,) = store.all(Term, key="quays")
        assert quays.label == {"en": "Quays", "fr": "Quais"}
        assert not store.all(Term, key="boats")
    terminal.done("export", path, "vocabularies", "records.csv", "--full")
    assert Path("records.csv").read_text("utf-8-sig").startswith('"id"')
