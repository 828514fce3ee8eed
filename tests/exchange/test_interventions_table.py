"""Interventions from a table: what somebody typed elsewhere while people spoke."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from consultation.exchange import guess, read_rows
from consultation.exchange.cells import sheet_of
from consultation.model import Intervention, InterventionKind, Person
from tests.drafting.rooms import a_room
from tests.exchange.tables import a_table, refusal, taken_in

FORM = "interventions"


def test_only_session_and_text_are_needed(folder: Path) -> None:
    with a_room(folder) as store:
        done = taken_in(store, "session,text\nD2-WATER,The wells are dry.\n", FORM)
        (one,) = store.all(Intervention)
        assert (done.kind, done.records) == ("intervention", 1)
        assert (one.session, one.text, one.person) == (store.session("D2-WATER").id, "The wells are dry.", None)
        assert (one.sort, one.attributable, one.said_at) == (InterventionKind.STATEMENT, True, None)


def test_every_column_is_taken_in(folder: Path) -> None:
    with a_room(folder) as store:
        done = taken_in(
            store,
            "session,speaker,kind,language,time,attributable,text\n"
            "NEW-1,Zoé Quill,from the room,fr,2021-10-05 14:30,no,Les puits sont à sec.\n"
            "new-1,zoé quill,Question,,2021-10-05T14:30:00+03:00,yes,Why?\n",
            FORM,
        )
        first, second = store.all(Intervention)
        assert (done.new_sessions, done.new_people) == (["NEW-1"], ["Zoé Quill"])
        assert first.sort is InterventionKind.FROM_THE_ROOM
        assert (first.language, first.attributable) == ("fr", False)
        assert first.said_at == datetime.fromisoformat("2021-10-05T14:30:00+02:00")
        assert second.said_at == datetime.fromisoformat("2021-10-05T14:30:00+03:00")
        assert first.person == second.person
        assert not store.get(Person, first.person).consent


def test_importing_twice_adds_nothing(folder: Path) -> None:
    with a_room(folder) as store:
        table = "session,speaker,time,text\nD2-WATER,Zoé,2021-10-05 14:30,Dry.\nD2-WATER,,,Wet.\n"
        taken_in(store, table, FORM)
        digest = store.digest()
        again = taken_in(store, table, FORM)
        assert (again.records, again.already_there) == (0, 2)
        assert store.digest() == digest


@pytest.mark.parametrize(
    ("column", "value", "names"),
    [
        ("session", "", ["the column “session” is empty"]),
        ("text", " ", ["the column “text” is empty"]),
        ("kind", "shout", ["“shout”", "statement, question, answer, from_the_room"]),
        ("language", "french", ["“french”"]),
        ("time", "yesterday", ["“yesterday”", "2021-10-05 14:30"]),
        ("time", "2021-13-05 14:30", ["“2021-13-05 14:30”"]),
        ("attributable", "maybe", ["“maybe”", "“attributable”", "neither yes nor no"]),
    ],
)
def test_a_wrong_cell_is_named_with_its_row_and_nothing_is_imported(
    folder: Path, column: str, value: str, names: list[str]
) -> None:
    columns = ["session", "speaker", "text", "kind", "language", "time", "attributable"]
    good = {"session": "NEW", "speaker": "Somebody New", "text": "Dry."}
    rows = [",".join(row.get(name, "") for name in columns) for row in (good, {**good, column: value})]
    with a_room(folder) as store:
        sentence = refusal(store, "\n".join([",".join(columns), *rows]), FORM)
        assert sentence.startswith("Row 3 of “table.csv”: ")
        for name in names:
            assert name in sentence


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("set,text", "recommendations"),
        ("session,set,text", "recommendations"),
        ("session,text", "recommendations"),
        ("session;speaker;text", "interventions"),
        ("\ufeffSession\tText\tTime", "interventions"),
        ("", "recommendations"),
    ],
)
def test_what_a_table_holds_is_told_from_its_columns(folder: Path, heading: str, kind: str) -> None:
    assert guess(sheet_of(read_rows(a_table(folder, f"{heading}\n" if heading else "")))) == kind


@pytest.mark.parametrize("table", ["text\nDry.\n", "session\nD2-WATER\n", "session,text,set\nD2-WATER,Dry.,policy\n"])
def test_a_table_of_the_wrong_shape_is_refused(folder: Path, table: str) -> None:
    with a_room(folder) as store:
        assert "column" in refusal(store, table, FORM)
