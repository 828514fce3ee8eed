"""Tables as they come from spreadsheets: how they are read, and how a bad one is refused."""

from __future__ import annotations

import csv
import io
import os
import re
import time
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from consultation.errors import FileRefused, FileUnreachable, SourceRefused
from consultation.exchange.cells import sheet_of, table_bytes
from consultation.exchange.grid import MOST_COLUMNS
from consultation.exchange.plain_tables import read_rows
from consultation.language import inert
from consultation.model import Recommendation
from tests.builders import many_examples, public_folder, without_privileges
from tests.drafting.rooms import a_room
from tests.exchange.tables import a_table, cells, refusal, taken_in

ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30) | st.text(
    "=+-@\t\r\n'\",; a", max_size=8
)
"""Every character a text can have, and often those that mean something in a table."""


def texts_in(folder: Path, content: str | bytes) -> list[str]:
    with a_room(folder) as store:
        taken_in(store, content)
        return [one.text for one in store.all(Recommendation)]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_marks_delimiters_and_line_endings_are_recognised(
    folder: Path, mark: bytes, delimiter: str, newline: str
) -> None:
    table = newline.join(delimiter.join(row) for row in (("set", "text"), ("policy", "Ouvrir à tous"))) + newline
    assert texts_in(folder, mark + table.encode()) == ["Ouvrir à tous"]


def test_delimiters_and_newlines_inside_quotes_belong_to_the_words(folder: Path) -> None:
    words = 'one, two; three\tfour\nfive\r\nsix "seven"'
    quoted = words.replace('"', '""')
    for delimiter in ",;\t":
        place = folder / str(ord(delimiter))
        place.mkdir()
        assert texts_in(place, f'set{delimiter}text\npolicy{delimiter}"{quoted}"\n') == [words]


def test_headings_are_known_in_any_case_and_order_and_empty_rows_and_columns_are_passed_over(folder: Path) -> None:
    assert texts_in(folder, " Text ,SET,\nOpen the wells.,Policy,\n,,\n\n  ,,\nMend the roads.,policy\n") == [
        "Open the wells.",
        "Mend the roads.",
    ]


def test_a_table_without_any_row_brings_nothing(folder: Path) -> None:
    with a_room(folder) as store:
        digest = store.digest()
        assert taken_in(store, "set,text\n").records == 0
        assert store.digest() == digest


@pytest.mark.parametrize(
    ("table", "names"),
    [
        ("set\npolicy\n", ["“table.csv” has no column text", "reference, session, set", "set, text."]),
        ("text\nOpen the wells.\n", ["has no column set"]),
        ("name,place\nx,y\n", ["has no column set, text"]),
        ("set,text,colour\npolicy,x,red\n", ["a column nobody knows: colour"]),
        ("set,text,text\npolicy,x,y\n", ["has the column text more than once"]),
        ("set,text,Set\npolicy,x,policy\n", ["has the column set more than once"]),
        ("", ["“table.csv” is empty", "set, text"]),
        (b"\xef\xbb\xbf", ["“table.csv” is empty"]),
        ("\n\n", ["set, text"]),
        ("set,text\npolicy,x\npolicy,y,z\n", ["Row 3 of “table.csv” has more cells than there are columns"]),
    ],
)
def test_a_table_of_the_wrong_shape_is_refused_by_name(folder: Path, table: str | bytes, names: list[str]) -> None:
    with a_room(folder) as store:
        sentence = refusal(store, table)
        assert "Nothing was imported" in sentence
        for name in names:
            assert name in sentence


@pytest.mark.parametrize(
    ("table", "row"),
    [
        (b"set,text\npolicy,ok\npolicy,caf\xe9\n", 3),
        (b"\xff\xfes\0e\0t\0", 1),
        (b"set,text\npolicy,half \xed\xa0\x80 a character\n", 2),
        (b"set,text\npolicy,cut \xc3", 2),
        (b'set,text\npolicy,"a\nb\nc"\npolicy,caf\xe9\n', 3),
    ],
)
def test_what_is_not_utf_8_is_refused_with_its_row_and_what_to_do(folder: Path, table: bytes, row: int) -> None:
    with a_room(folder) as store:
        sentence = refusal(store, table)
        assert sentence.startswith(f"Row {row} of “table.csv” is not written in UTF-8. Nothing was imported.")
        assert "CSV UTF-8" in sentence


@pytest.mark.parametrize(
    ("table", "row"),
    [("set,text\npolicy,ok\npolicy,a\0b\n", 3), ('set,text\npolicy,"a\nb"\npolicy,a\0b\n', 3)],
)
def test_a_nul_is_refused_with_its_row(folder: Path, table: str, row: int) -> None:
    with a_room(folder) as store:
        assert refusal(store, table).startswith(f"Row {row} of “table.csv”")


@pytest.mark.parametrize("table", ['set,text\npolicy,ok\npolicy,"open\n', 'set,text\npolicy,ok\npolicy,"a" b\n'])
def test_quotes_that_do_not_fit_are_refused_with_their_row(folder: Path, table: str) -> None:
    with a_room(folder) as store:
        sentence = refusal(store, table)
        assert "Nothing was imported" in sentence
        assert "Row 3" in sentence


def test_a_folder_is_refused(folder: Path) -> None:
    with a_room(folder) as store:
        assert "is a folder" in refusal(store, folder)


def test_a_file_that_is_not_there_is_refused_by_its_name(folder: Path) -> None:
    with a_room(folder) as store:
        assert "There is no file" in refusal(store, folder / "nowhere.csv")


def test_a_file_that_may_not_be_read_is_refused() -> None:
    with public_folder() as folder:
        path = a_table(folder, "set,text\npolicy,x\n")
        path.chmod(0)
        with without_privileges(), pytest.raises(FileUnreachable, match="cannot be read"):
            sheet_of(read_rows(path))


def test_a_file_larger_than_any_table_is_refused_before_it_is_read(folder: Path) -> None:
    path = folder / "large.csv"
    with path.open("wb") as file:
        file.truncate(3 << 30)
    with pytest.raises(FileRefused, match="too large"):
        sheet_of(read_rows(path))


def test_a_picture_is_refused(folder: Path) -> None:
    with a_room(folder) as store:
        refusal(store, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")


@many_examples(200)
@given(st.binary(max_size=60) | st.text("set,text;\n\"policy'\t", max_size=40).map(str.encode))
def test_whatever_bytes_there_are_they_are_read_or_refused_with_a_sentence(folder: Path, content: bytes) -> None:
    path = a_table(folder, content)
    with suppress(SourceRefused):
        sheet_of(read_rows(path))


@many_examples(300)
@given(st.lists(st.tuples(ANY_TEXT, ANY_TEXT), max_size=4))
@example([("=1+1", "'=1"), ("''=1", "'"), ("\ufeff", "\u2028"), ("x", "\t"), ("a;=1;b", 'a;"=1'), ("a; '=1", ";'")])
def test_every_character_comes_back_as_it_was_but_what_programs_obey(folder: Path, rows: list[tuple[str, str]]) -> None:
    path = a_table(folder, table_bytes(("one", "two", "three"), [(*row, "x") for row in rows]))
    assert [tuple(cells[:2]) for _, cells in sheet_of(read_rows(path)).rows] == [
        (inert(one), inert(two)) for one, two in rows
    ]


@many_examples(300)
@given(ANY_TEXT | st.text("=;\t\n\"' a", max_size=8))
@example("a;=1+1;b")
@example('a;"=1+1";b')
@example("- one\n- two")
def test_no_cell_is_a_formula_wherever_a_spreadsheet_divides(text: str) -> None:
    table = table_bytes(("one", "two"), [("x", text)]).decode("utf-8-sig")
    for divided in (cells(table.encode())[1], re.split("[;\t\r\n]", table), *divided_at(table)):
        for cell in divided:
            assert not cell.lstrip(' "').startswith(("=", "+", "-", "@"))


def divided_at(table: str) -> list[list[str]]:
    """The cells as spreadsheets show them that divide at something else than commas."""
    return [row for mark in ";\t" for row in csv.reader(io.StringIO(table, newline=""), delimiter=mark)]


def test_words_that_begin_nothing_stay_as_they_are() -> None:
    assert cells(table_bytes(("one",), [("1 = 1; and, -5, is 'quoted'",)]))[1] == ["1 = 1; and, -5, is 'quoted'"]


def test_a_table_opens_in_a_spreadsheet_by_itself() -> None:
    table = table_bytes(("one",), [("à",)])
    assert table == '\ufeff"one"\r\n"à"\r\n'.encode()


@pytest.mark.parametrize("count", [MOST_COLUMNS + 1, 40_000, 4_000_000])
def test_more_columns_than_any_table_has_are_refused_at_once(folder: Path, count: int) -> None:
    path = a_table(folder, "text," * count + "\n")
    started = time.perf_counter()
    with pytest.raises(SourceRefused, match="has at most 1000"):
        sheet_of(read_rows(path))
    assert time.perf_counter() - started < 3


def test_as_many_columns_as_there_may_be_are_looked_at_once(folder: Path) -> None:
    with a_room(folder) as store:
        assert "more than once" in refusal(store, ",".join(["set", "text"] * (MOST_COLUMNS // 2)))


def test_a_pipe_is_refused_and_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "pipe.csv")
    with a_room(folder) as store:
        assert "not an ordinary file" in refusal(store, folder / "pipe.csv")
        assert "not an ordinary file" in refusal(store, Path("/dev/zero"))
