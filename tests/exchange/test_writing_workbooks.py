"""Tables written as workbooks: what a person wrote stays text, and everything is read back."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from consultation.errors import ExportRefused
from consultation.exchange import TABLES, export_table, import_table
from consultation.exchange.workbook import Holds, read_workbook, workbook_bytes
from consultation.exchange.workbook.writing import LONGEST_CELL
from consultation.language import inert
from consultation.model import Person, ProgrammeDay, Recommendation
from consultation.store import Store
from tests.builders import many_examples
from tests.drafting.rooms import a_room

ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30) | st.text(
    "=+-@\t\n'\"_x0041 ", max_size=10
)


def opened(data: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data)).active


@many_examples(200)
@given(st.lists(ANY_TEXT, min_size=1, max_size=4))
@example(["=1+1", "@SUM(A1)", "+1", "-1", "https://example.org", "00123", "{=1}"])
def test_no_cell_is_a_formula_a_link_or_a_number_and_every_character_comes_back(texts: list[str]) -> None:
    data = workbook_bytes("table", [f"c{at}" for at in range(len(texts))], [texts])
    assert {cell.data_type for row in opened(data).iter_rows() for cell in row if cell.value} <= {"s", "inlineStr"}
    assert "hyperlink" not in str(zipfile.ZipFile(io.BytesIO(data)).namelist())
    (_, *rows) = read_workbook("x", data).rows
    found = [*rows[0][1], *[""] * len(texts)] if rows else [""] * len(texts)
    expected = ["" if inert(text).isspace() else inert(text) for text in texts]
    assert found[: len(texts)] == expected


def test_days_hours_and_numbers_are_what_they_are_and_anything_else_stays_text() -> None:
    holds = {0: Holds.DAY, 1: Holds.HOUR, 2: Holds.NUMBER}
    rows = [("2021-10-05", "14:30", "12", "12"), ("soon", "late", "many", ""), ("1799-01-01", "", "", "")]
    sheet = opened(workbook_bytes("table", ["day", "hour", "number", "text"], rows, holds))
    found = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    assert found[0] == [datetime(2021, 10, 5), time(14, 30), 12, "12"]
    assert found[1][:3] == ["soon", "late", "many"]
    assert found[2][0] == "1799-01-01"


def test_the_heads_are_bold_and_stay_and_columns_are_as_wide_as_their_words() -> None:
    sheet = opened(workbook_bytes("table", ["short", "long"], [("a", "word " * 40)]))
    assert sheet["A1"].font.bold
    assert sheet.freeze_panes == "A2"
    assert sheet.column_dimensions["A"].width < 12 < 55 < sheet.column_dimensions["B"].width < 70


def test_the_same_table_gives_the_same_bytes() -> None:
    assert workbook_bytes("table", ["a"], [("b",)]) == workbook_bytes("table", ["a"], [("b",)])


def test_a_text_longer_than_a_cell_is_refused_by_row_and_column() -> None:
    with pytest.raises(ExportRefused, match=r"Row 3 has more words under “text”.*as \.csv"):
        workbook_bytes("table", ["text"], [("x" * LONGEST_CELL,), ("x" * (LONGEST_CELL + 1),)])


@pytest.mark.parametrize("name", sorted(TABLES))
def test_every_table_that_was_written_as_a_workbook_is_read_back_whole(folder: Path, name: str) -> None:
    with a_room(folder) as store:
        fill(store)
        path = folder / "table.xlsx"
        path.write_bytes(export_table(store, name, ".xlsx", full=True, with_names=True).data)
        if not store.all(TABLES[name].kind):
            return
        digest = store.digest()
        done = import_table(store, path, name)
        assert (done.records, done.already_there) == (0, store.count(TABLES[name].kind))
        assert store.digest() == digest


def fill(store: Store) -> None:
    person = Person(id=store.new_id(), name="=Ana+Ruiz", consent=True, languages=["fr"])
    day = ProgrammeDay(id=store.new_id(), on=date(2021, 10, 5), title={"en": "First day"})
    store.save_all([person, day])
    for number in range(3):
        store.save(Recommendation(id=store.new_id(), set="policy", text=f"Open wells {number}.", proposer=person.id))


def test_days_of_a_table_are_days_in_the_workbook_and_ids_text(folder: Path) -> None:
    with a_room(folder) as store:
        fill(store)
        sheet = opened(export_table(store, "days", ".xlsx").data)
        heads = [cell.value for cell in sheet[1]]
        column = heads.index("on") + 1
        assert datetime(2021, 10, 5) in [row[0].value for row in sheet.iter_rows(min_col=column, max_col=column)]


def test_who_has_not_agreed_to_be_named_is_in_no_workbook(folder: Path) -> None:
    with a_room(folder) as store:
        store.save(Person(id=store.new_id(), name="Secret Name", consent=False))
        table = export_table(store, "people", ".xlsx")
        named = export_table(store, "people", ".xlsx", with_names=True)
    assert (table.names_left_out, named.names_left_out) == (True, False)
    assert "Secret Name" not in str(read_workbook("x", table.data).rows)
    assert "Secret Name" in str(read_workbook("x", named.data).rows)
