"""Workbooks as they come from spreadsheets: what is read of them, and how a bad one is refused."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultation.errors import SourceRefused
from consultation.exchange import import_table
from consultation.exchange.cells import sheet_of
from consultation.exchange.matched import read_rows
from consultation.exchange.workbook import reading
from consultation.exchange.workbook.package import MOST_UNPACKED
from consultation.model import Person
from tests.builders import many_examples
from tests.drafting.rooms import a_room
from tests.exchange.tables import a_table
from tests.exchange.workbooks import a_workbook, cells_in, drawn, fill, with_parts

SHEET = "xl/worksheets/sheet1.xml"


def test_words_numbers_dates_and_hours_are_read_as_a_person_would_write_them(folder: Path) -> None:
    path = a_workbook(
        folder,
        ("text", "whole", "part", "day", "moment", "hour", "yes"),
        ("Ça\nva", 42, 1.5, date(2021, 10, 5), datetime(2021, 10, 5, 14, 30), time(9, 5), True),
    )
    assert cells_in(path)[1] == ["Ça\nva", "42", "1.5", "2021-10-05", "2021-10-05 14:30", "09:05", "yes"]


def test_what_openpyxl_reads_is_what_is_read_here(folder: Path) -> None:
    rows = [(f"Name {row}", row * 7, None, f"<&> '{row}' \t ✓") for row in range(50)]
    path = a_workbook(folder, *rows)
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    theirs = [["" if cell is None else str(cell) for cell in row] for row in book.active.iter_rows(values_only=True)]
    assert cells_in(path) == theirs


def test_rows_keep_the_numbers_a_spreadsheet_shows_and_empty_ones_are_passed_over(folder: Path) -> None:
    book = openpyxl.Workbook()
    book.active["B3"] = "Name"
    book.active["B9"] = "Ana"
    book.active["D9"] = "  "
    book.save(folder / "table.xlsx")
    assert read_rows(folder / "table.xlsx").rows == [(3, ["", "Name"]), (9, ["", "Ana"])]


def test_cells_merged_downwards_say_the_same_in_each_of_their_rows(folder: Path) -> None:
    path = a_workbook(
        folder,
        ("Day", "Title"),
        ("2021-10-05", "Opening"),
        ("", "Water"),
        ("2021-10-06", "Closing"),
        merged=["A2:A3", "A4:B4"],
    )
    assert cells_in(path) == [["Day", "Title"], ["2021-10-05", "Opening"], ["2021-10-05", "Water"], ["2021-10-06"]]


def test_of_a_formula_what_it_last_came_to_is_read(folder: Path) -> None:
    path = drawn(folder, lambda book, sheet: sheet.write_formula("A1", "=1+1", None, 2))
    assert cells_in(path) == [["2"]]
    path = drawn(folder, lambda book, sheet: sheet.write_formula("A1", '="a"&"b"', None, "ab"))
    assert cells_in(path) == [["ab"]]


def test_a_formula_without_a_result_is_named_with_its_cell_and_nothing_is_imported(folder: Path) -> None:
    path = a_workbook(folder, ("name", "title"), ("Ana", '="May"&"or"'))
    with a_room(folder) as store:
        before = store.count(Person)
        with pytest.raises(SourceRefused, match=r"Row 2 of “table.xlsx”: the formula in the cell B2 has no result"):
            import_table(store, path, "people")
        assert store.count(Person) == before


def test_a_cell_that_shows_an_error_is_named(folder: Path) -> None:
    path = drawn(folder, lambda book, sheet: sheet.write_formula("C1", "=NA()", None, "#N/A"))
    (fault,) = read_rows(path).faults
    assert (fault.row, fault.at, str(fault.reason)) == (1, 2, "the cell C1 shows an error: #N/A")


def two_sheets(folder: Path, **states: str) -> Path:
    book = openpyxl.Workbook()
    book.active.title = "Empty"
    for name in ("Secret", "People"):
        fill(book.create_sheet(name), [[name]])
    for name, state in states.items():
        book[name].sheet_state = state
    book.save(folder / "sheets.xlsx")
    return folder / "sheets.xlsx"


def test_the_first_sheet_that_is_not_hidden_and_has_something_in_it_is_read(folder: Path) -> None:
    grid = read_rows(two_sheets(folder, Secret="hidden"))
    assert (grid.sheet, grid.sheets, grid.rows) == ("People", ("Empty", "People"), [(1, ["People"])])
    assert read_rows(two_sheets(folder, Secret="veryHidden")).sheet == "People"


def test_a_sheet_that_is_asked_for_is_read_and_one_that_is_not_there_refused_with_those_that_are(folder: Path) -> None:
    path = two_sheets(folder, Secret="hidden")
    assert cells_in(path, "Secret") == [["Secret"]]
    with pytest.raises(SourceRefused, match=r"has no sheet “Nobody”.*Its sheets are: Empty, People"):
        read_rows(path, "Nobody")


def test_shared_texts_in_several_pieces_are_whole_and_reading_aids_left_out(folder: Path) -> None:
    def draw(book: Any, sheet: Any) -> None:
        bold = book.add_format({"bold": True})
        sheet.write_rich_string("A1", "one ", bold, "two")
        sheet.write_string("A2", "_x0041_ stays")
        sheet.write_string("A3", "東京")

    def change(part: str, data: bytes) -> bytes:
        aid = '<t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh>'
        return data.replace("<t>東京</t>".encode(), aid.encode()) if part == "xl/sharedStrings.xml" else data

    assert cells_in(with_parts(drawn(folder, draw), change)) == [["one two"], ["_x0041_ stays"], ["東京"]]


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ('<c r="A1" t="inlineStr"><is>\n<t>in</t>\n<r><t xml:space="preserve"> line</t></r>\n</is></c>', "in line"),
        ('<c r="A1" t="str"><f>x()</f><v>formula</v>\n</c>', "formula"),
        ('<c t="d"><v>2021-10-05T00:00:00</v></c>', "2021-10-05"),
        ('<c t="b"><v>0</v></c>', "no"),
        ("<c><v>3.3612345678E10</v></c>", "33612345678"),
        ("<c><v>0.30000000000000004</v></c>", "0.3"),
        ('<c t="inlineStr"><is><t>a_x000A_c</t></is></c>', "a\nc"),
    ],
)
def test_every_way_of_writing_a_cell_is_read(folder: Path, cell: str, words: str) -> None:
    assert cells_in(with_cells(folder, f"<row>{cell}</row>")) == [[words]]


def test_names_with_a_prefix_are_the_same_names(folder: Path) -> None:
    row = '<x:row r="2"><x:c r="B2"><x:v>7</x:v></x:c></x:row>'
    sheet = f'<x:worksheet xmlns:x="m"><x:sheetData>{row}</x:sheetData></x:worksheet>'
    path = with_parts(a_workbook(folder, ("x",)), lambda part, data: sheet.encode() if part == SHEET else data)
    assert read_rows(path).rows == [(2, ["", "7"])]


@pytest.mark.parametrize(
    ("counted", "shown_as", "words"),
    [
        (44474, "yyyy-mm-dd", "2021-10-05"),
        (44474, "[$-40C]d mmm yyyy", "2021-10-05"),
        (44474.604166667, "yyyy-mm-dd hh:mm", "2021-10-05 14:30"),
        (44474.999999999, "yyyy-mm-dd", "2021-10-06"),
        (0.25, "hh:mm", "06:00"),
        (0.25001, "hh:mm:ss", "06:00:01"),
        (0, "hh:mm", "00:00"),
        (0.375, "[h]:mm", "09:00"),
        (1.25, "[h]:mm", "30:00"),
        (1, "yyyy-mm-dd", "1900-01-01"),
        (61, "yyyy-mm-dd", "1900-03-01"),
        (44474, '"day" 0', "44474"),
        (1e12, "yyyy-mm-dd", "1000000000000"),
    ],
)
def test_days_and_hours_are_read_as_the_spreadsheet_shows_them(
    folder: Path, counted: float, shown_as: str, words: str
) -> None:
    path = drawn(folder, lambda book, sheet: sheet.write(0, 0, counted, book.add_format({"num_format": shown_as})))
    assert cells_in(path) == [[words]]


def test_days_counted_from_1904_are_the_same_days(folder: Path) -> None:
    book = openpyxl.Workbook()
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    book.active["A1"] = date(2021, 10, 5)
    book.save(folder / "mac.xlsx")
    assert cells_in(folder / "mac.xlsx") == [["2021-10-05"]]


def test_ten_thousand_rows_are_read(folder: Path) -> None:
    path = drawn(folder, lambda book, sheet: [sheet.write_row(row, 0, ["Ana", row]) for row in range(10_000)])
    assert cells_in(path)[-1] == ["Ana", "9999"]


def refused(path: Path) -> str:
    with pytest.raises(SourceRefused) as error:
        read_rows(path)
    return str(error.value)


def test_what_unpacks_to_more_than_any_table_is_refused_before_it_is_unpacked(folder: Path) -> None:
    path = folder / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("_rels/.rels", "<x/>")
        file.writestr(SHEET, b" " * (MOST_UNPACKED + 1))
    assert path.stat().st_size < 1_000_000
    assert "too large to be read here: unpacked, at most 128 MB" in refused(path)


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/sharedStrings.xml", SHEET])
def test_a_part_that_declares_entities_is_refused(folder: Path, part: str) -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><x>&b;</x>'
    path = with_parts(
        drawn(folder, lambda book, sheet: sheet.write("A1", "x")), lambda name, data: bomb if name == part else data
    )
    assert "is no whole workbook" in refused(path)


def with_cells(folder: Path, cells: str) -> Path:
    """A workbook whose only sheet has these cells."""
    sheet = f'<worksheet xmlns="m"><sheetData>{cells}</sheetData></worksheet>'
    return with_parts(a_workbook(folder, ("x",)), lambda part, data: sheet.encode() if part == SHEET else data)


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ('<row r="1"><c r="A1" t="s"><v>5000</v></c></row>', "is no whole workbook"),
        ('<row r="1"><c r="ZZZZ1"><v>1</v></c></row>', "has 475254 columns; a table has at most 1000"),
        ('<row r="1"><c r="A1"><v>1</v></c><c r="XFD1048576"><v>1</v></c></row>', "reach as far as XFD1048576"),
        ('<row r="99999999999"><c><v>1</v></c></row>', "reach as far as A99999999"),
        ("<row><c><v>1</v></c></row>" * 3000 + "<row>" + "<c><v>1</v></c>" * 3000 + "</row>", "as far as DKJ3001"),
    ],
)
def test_what_no_table_looks_like_is_refused(folder: Path, cells: str, words: str) -> None:
    assert words in refused(with_cells(folder, cells))


def test_a_sheet_whose_text_is_cut_short_is_refused(folder: Path) -> None:
    path = with_parts(a_workbook(folder, ("x",), ("y",)), lambda part, data: data[:-40] if part == SHEET else data)
    assert "is no whole workbook" in refused(path)


def test_what_the_library_itself_fails_at_is_a_sentence(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Panic(BaseException):
        """As the library's own: no Exception."""

    def fail(*_: object) -> None:
        raise Panic

    monkeypatch.setattr(reading, "_read", fail)
    assert "is no whole workbook" in refused(a_workbook(folder, ("x",)))


def test_cells_far_to_the_right_and_merged_to_the_end_cost_nothing(folder: Path) -> None:
    def change(part: str, data: bytes) -> bytes:
        merged = b'</sheetData><mergeCells><mergeCell ref="A1:A1048576"/><mergeCell ref="A1:XFD1048576"/></mergeCells>'
        dimension = b'<dimension ref="A1:XFD1048576"/>'
        return data.replace(b"</sheetData>", merged).replace(b"<sheetData>", dimension + b"<sheetData>")

    path = with_parts(a_workbook(folder, ("x",), ("",), ("", "y")), lambda part, data: change(part, data))
    assert cells_in(path) == [["x"], ["x", "y"]]
    wide = openpyxl.Workbook()
    wide.active.cell(1, 1001, "x")
    wide.save(folder / "wide.xlsx")
    assert "has 1001 columns" in refused(folder / "wide.xlsx")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "protected by a password, or a workbook of the time before"),
        (b"PK\x03\x04" + bytes(40), "no whole workbook"),
    ],
)
def test_what_only_looks_like_a_workbook_is_refused_with_what_to_do(folder: Path, data: bytes, words: str) -> None:
    sentence = refused(a_table(folder, data, "table.xlsx"))
    assert words in sentence
    assert "Nothing was imported" in sentence


def test_another_programs_archive_is_refused(folder: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        file.writestr("content.xml", "<x/>")
    assert "no whole workbook" in refused(a_table(folder, out.getvalue(), "table.ods"))


def test_a_workbook_cut_short_is_refused(folder: Path) -> None:
    whole = a_workbook(folder, ("name",), ("Ana",)).read_bytes()
    for length in range(5, len(whole) - 1, 97):
        assert "Nothing was imported" in refused(a_table(folder, whole[:length], "cut.xlsx"))


@many_examples(200)
@given(st.lists(st.tuples(st.integers(4, 4500), st.integers(0, 255)), min_size=1, max_size=8))
def test_whatever_is_wrong_in_a_workbook_it_is_read_or_refused(folder: Path, wrong: list[tuple[int, int]]) -> None:
    whole = bytearray(a_workbook(folder, ("name", "day"), ("Ana", date(2021, 10, 5))).read_bytes())
    for place, byte in wrong:
        whole[place] = byte
    with suppress(SourceRefused):
        read_rows(a_table(folder, bytes(whole), "broken.xlsx"))


@many_examples(200)
@given(st.text("<>/cvrtsis= \"'rowA1x:&;0", max_size=60))
def test_whatever_stands_in_a_sheet_it_is_read_or_refused_with_a_sentence(folder: Path, inside: str) -> None:
    with suppress(SourceRefused):
        read_rows(with_cells(folder, f"<row>{inside}</row>"))


def test_every_table_of_ours_may_be_a_workbook(folder: Path) -> None:
    path = a_workbook(folder, ("set", "text", None, "for"), ("policy", "Open the wells.", None, 12))
    with a_room(folder) as store:
        assert import_table(store, path).records == 1
        assert import_table(store, path).already_there == 1


def test_an_empty_workbook_says_which_columns_it_should_have(folder: Path) -> None:
    with a_room(folder) as store, pytest.raises(SourceRefused, match=r"“table.xlsx” is empty.*set, text"):
        import_table(store, a_workbook(folder))
    assert sheet_of(read_rows(a_workbook(folder))).heading == ()
