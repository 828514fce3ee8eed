"""A table from anybody's spreadsheet in the window: read, matched, looked at, answered, and taken in as one step."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from threading import Event
from typing import Any, NamedTuple

import openpyxl
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from consultation.exchange.grid import Grid
from consultation.exchange.matched import Answer, Listing, Standing, read_rows
from consultation.model import Interest, Organisation, Person, Record, Session, Term
from ui.actions import anywhere
from ui.prepare.place import OPEN_SPACE, PEOPLE, PROGRAMME, WORDS, PreparePlace
from ui.prepare.table_in import TableSheet
from ui.prepare.table_in.incoming import Looked
from ui.shell.main_window import MainWindow
from ui.workspace import Workspace

KEY, CONTROL, SHIFT, ALT = (
    Qt.Key,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


class Sample(NamedTuple):
    """A table of two new rows, and a column that nothing names."""

    view: str
    kind: type[Record]
    rows: Sequence[Sequence[str]]
    field: str
    """What the last column, whose head says nothing, holds."""
    held: Callable[[Workspace], set[object]]
    """What the file holds of that column once it is read."""
    two: set[object]


SAMPLES = {
    Listing.PEOPLE: Sample(
        PEOPLE,
        Person,
        [["Name", "Organisation", "Zz"], ["Ana Ruiz", "Port Council", "Mayor"], ["Bo Ek", "Atelier Nord", "Clerk"]],
        "title",
        lambda workspace: {person.title for person in workspace.store.all(Person)},
        {"Mayor", "Clerk"},
    ),
    Listing.ORGANISATIONS: Sample(
        PEOPLE,
        Organisation,
        [["Name", "Short name", "Zz"], ["Council of Portville", "CPV", "Portville"], ["Nordic Studio", "NS", "Lund"]],
        "territory",
        lambda workspace: {house.territory for house in workspace.store.all(Organisation)},
        {"Portville", "Lund"},
    ),
    Listing.PROGRAMME: Sample(
        PROGRAMME,
        Session,
        [["Code", "Title", "Zz"], ["X-1", "Wells and springs", "Hall K"], ["X-2", "A walk", "Hall L"]],
        "room",
        lambda workspace: {session.room for session in workspace.store.all(Session)},
        {"Hall K", "Hall L"},
    ),
    Listing.INTERESTS: Sample(
        OPEN_SPACE,
        Interest,
        [["Title", "Your name", "Zz"], ["Wells for all", "Ana Ruiz", "We dig one"], ["A talk", "Bo Ek", "We talk"]],
        "text",
        lambda workspace: {interest.text for interest in workspace.store.all(Interest)},
        {"We dig one", "We talk"},
    ),
    Listing.TERMS: Sample(
        WORDS,
        Term,
        [["English", "Vocabulary", "Zz"], ["Wells", "strand", "deep_wells"], ["Quays", "strand", "old_quays"]],
        "key",
        lambda workspace: {term.key for term in workspace.store.all(Term)},
        {"deep_wells", "old_quays"},
    ),
}


@pytest.fixture
def place(wide: MainWindow, qtbot: QtBot) -> PreparePlace:
    wide.go(anywhere.GO_PREPARE)
    made = wide.place
    assert isinstance(made, PreparePlace)
    wide.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is wide)
    return made


@pytest.fixture
def sheet(place: PreparePlace, request: pytest.FixtureRequest) -> TableSheet:
    """The sheet for one kind of table, shown before its view, with no table in it."""
    listing = getattr(request, "param", Listing.PEOPLE)
    place.take_table(SAMPLES[listing].view, listing)
    shown = place.sheet(SAMPLES[listing].view)
    assert shown.isVisible()
    assert not shown.incoming.is_there
    return shown


each_kind = pytest.mark.parametrize(
    ("sheet", "sample"), list(SAMPLES.items()), indirect=["sheet"], ids=[listing.value for listing in SAMPLES]
)


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    here = QApplication.focusWidget()
    assert here is not None
    QTest.keyClick(here, key, held)
    QApplication.processEvents()


def copied(rows: Sequence[Sequence[str]]) -> None:
    QApplication.clipboard().setText("\n".join("\t".join(row) for row in rows))


def as_file(folder: Path, rows: Sequence[Sequence[str]], ending: str) -> Path:
    path = folder / f"table{ending}"
    if ending == ".xlsx":
        book = openpyxl.Workbook()
        for row in rows:
            book.active.append(list(row))
        book.save(path)
    else:
        path.write_text("\n".join(";".join(row) for row in rows), "utf-8")
    return path


def looked(qtbot: QtBot, sheet: TableSheet) -> Looked:
    """What came of looking, once nothing is under way."""
    qtbot.waitUntil(lambda: not sheet.incoming.is_busy)
    QApplication.processEvents()
    return sheet.incoming.looked


def choose(sheet: TableSheet, at: int, field: str, language: str = "") -> None:
    """Choose what a column holds, as a person does."""
    box = sheet.choices.boxes[at]
    place = box.values.index((field, language))
    box.setCurrentIndex(place)
    box.activated.emit(place)


def standings(sheet: TableSheet) -> list[Standing]:
    return [row.standing for row in sheet.rows.rows]


@each_kind
def test_pasted_rows_are_looked_at_a_column_is_chosen_and_all_is_taken_in_and_undone_as_one_step(
    sheet: TableSheet, sample: Sample, workspace: Workspace, qtbot: QtBot
) -> None:
    before = workspace.store.count(sample.kind)
    copied(sample.rows)
    press(KEY.Key_V, CONTROL)
    looked(qtbot, sheet)
    assert standings(sheet) == [Standing.NEW, Standing.NEW]
    assert "2 new rows" in sheet.counts.text()
    assert sheet.choices.boxes[2].value is None
    choose(sheet, 2, sample.field)
    looked(qtbot, sheet)
    assert sheet.choices.boxes[2].value == (sample.field, "")
    assert workspace.store.count(sample.kind) == before, "nothing is written yet"
    press(KEY.Key_Return, CONTROL)
    looked(qtbot, sheet)
    assert workspace.store.count(sample.kind) == before + 2
    assert sample.two <= sample.held(workspace)
    assert not sheet.isVisible()
    assert "2 new" in workspace.messages.log[-1].text
    assert workspace.messages.log[-1].action == "Undo"
    workspace.messages.log[-1].act()
    assert workspace.store.count(sample.kind) == before
    assert not sample.two & sample.held(workspace)


@each_kind
def test_nothing_is_new_in_a_file_that_was_taken_in_before(
    sheet: TableSheet, sample: Sample, workspace: Workspace, folder: Path, qtbot: QtBot, place: PreparePlace
) -> None:
    path = as_file(folder, sample.rows, ".xlsx")
    before = workspace.store.count(sample.kind)
    for time in range(2):
        place.take_table(sample.view, sheet.incoming.listing)
        sheet.incoming.open(path)
        looked(qtbot, sheet)
        choose(sheet, 2, sample.field)
        looked(qtbot, sheet)
        if time == 0:
            press(KEY.Key_Return, CONTROL)
            looked(qtbot, sheet)
            assert workspace.store.count(sample.kind) == before + 2
            assert not sheet.isVisible()
    assert standings(sheet) == [Standing.SAME, Standing.SAME]
    assert "Nothing in it is new." in sheet.counts.text()
    assert not sheet.take_button.isEnabled()
    press(KEY.Key_Return, CONTROL)
    assert sheet.isVisible()
    assert workspace.store.count(sample.kind) == before + 2


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_a_file_is_chosen_by_key_and_stays_named(
    sheet: TableSheet, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    path = as_file(folder, SAMPLES[Listing.PEOPLE].rows, ending)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    press(KEY.Key_O, ALT)
    looked(qtbot, sheet)
    assert standings(sheet) == [Standing.NEW, Standing.NEW]
    assert sheet.source.words.whole == path.name


def test_the_keys_of_the_views_bring_their_sheets_up(place: PreparePlace, qtbot: QtBot) -> None:
    QApplication.clipboard().setText("")
    for view, keys in ((PEOPLE, (KEY.Key_V, CONTROL | SHIFT)), (PROGRAMME, (KEY.Key_I, CONTROL))):
        place.show_view(view)
        place.page(view).setFocus()
        press(*keys)
        assert place.sheet(view).isVisible()
        press(KEY.Key_Escape)
        assert place.page(view).isVisible()
    place.show_view(OPEN_SPACE)
    press(KEY.Key_I, CONTROL)
    assert place.sheet(OPEN_SPACE).isVisible()


def test_to_paste_a_table_of_people_takes_what_was_copied_at_once(place: PreparePlace, qtbot: QtBot) -> None:
    copied(SAMPLES[Listing.PEOPLE].rows)
    place.show_view(PEOPLE)
    place.page(PEOPLE).setFocus()
    press(KEY.Key_V, CONTROL | SHIFT)
    looked(qtbot, place.sheet(PEOPLE))
    assert standings(place.sheet(PEOPLE)) == [Standing.NEW, Standing.NEW]


@pytest.fixture
def doubtful(sheet: TableSheet, workspace: Workspace, qtbot: QtBot) -> TableSheet:
    """Two rows about people of whom one of the same name is in the file, elsewhere; and one that is new."""
    for name in ("Zoé Lindqvist", "Amina Berrahal"):
        workspace.save(Person(id=workspace.store.new_id(), name=name, organisation="Commune de Tizgharine"))
    copied(
        [
            ["Name", "Organisation", "Function"],
            ["Ana Ruiz", "Port Council", "Mayor"],
            ["Zoé Lindqvist", "Atelier Nord", "Designer"],
            ["Amina Berrahal", "Atelier Nord", "Clerk"],
        ]
    )
    press(KEY.Key_V, CONTROL)
    looked(qtbot, sheet)
    assert standings(sheet) == [Standing.DOUBTFUL, Standing.DOUBTFUL, Standing.NEW]
    return sheet


def test_doubtful_rows_are_decided_by_keys_and_stay_where_they_stood(
    doubtful: TableSheet, workspace: Workspace, qtbot: QtBot
) -> None:
    sheet, before = doubtful, workspace.store.count(Person)
    press(KEY.Key_D, ALT)
    assert sheet.table.row == 1
    press(KEY.Key_X)
    looked(qtbot, sheet)
    assert standings(sheet) == [Standing.DOUBTFUL, Standing.LEFT, Standing.NEW]
    assert sheet.table.row == 1
    press(KEY.Key_D, ALT)
    assert sheet.table.row == 0
    press(KEY.Key_Return)
    assert sheet.doubt.answers.hasFocus()
    (zoe,) = workspace.store.all(Person, name="Zoé Lindqvist")
    for _ in range(sheet.doubt.answers.values.index(zoe.id)):
        press(KEY.Key_Down)
    looked(qtbot, sheet)
    assert standings(sheet) == [Standing.CHANGED, Standing.LEFT, Standing.NEW]
    press(KEY.Key_Return, CONTROL)
    looked(qtbot, sheet)
    assert workspace.store.count(Person) == before + 1
    assert workspace.store.get(Person, zoe.id).title == "Designer"
    assert workspace.store.all(Person, name="Amina Berrahal")[0].title == ""
    workspace.steps.undo()
    assert workspace.store.count(Person) == before
    assert workspace.store.get(Person, zoe.id).title == ""


def test_what_nobody_has_decided_is_left_out(doubtful: TableSheet, workspace: Workspace, qtbot: QtBot) -> None:
    before = workspace.store.count(Person)
    doubtful.incoming.take_in()
    looked(qtbot, doubtful)
    assert workspace.store.count(Person) == before + 1
    assert len(workspace.store.all(Person, name="Zoé Lindqvist")) == 1


def test_another_of_the_same_name_is_taken_in_where_a_person_says_so(
    doubtful: TableSheet, workspace: Workspace, qtbot: QtBot
) -> None:
    doubtful.table.choose(0)
    doubtful.table.setFocus()
    press(KEY.Key_T)
    looked(qtbot, doubtful)
    assert doubtful.doubt.answers.value is Answer.TAKE
    doubtful.incoming.take_in()
    looked(qtbot, doubtful)
    assert len(workspace.store.all(Person, name="Zoé Lindqvist")) == 2


def test_a_row_is_left_out_where_a_person_chooses_so_from_the_list(
    doubtful: TableSheet, workspace: Workspace, qtbot: QtBot
) -> None:
    doubtful.table.choose(0)
    box = doubtful.doubt.answers
    box.setCurrentIndex(box.values.index(Answer.LEAVE))
    box.activated.emit(box.currentIndex())
    looked(qtbot, doubtful)
    assert standings(doubtful) == [Standing.LEFT, Standing.DOUBTFUL, Standing.NEW]


def test_what_is_written_meanwhile_is_seen(doubtful: TableSheet, workspace: Workspace, qtbot: QtBot) -> None:
    (zoe,) = workspace.store.all(Person, name="Zoé Lindqvist")
    workspace.change(zoe, organisation="Atelier Nord", title="Designer")
    looked(qtbot, doubtful)
    assert standings(doubtful) == [Standing.DOUBTFUL, Standing.NEW, Standing.SAME]


def test_a_table_is_there_again_after_one_has_looked_elsewhere(doubtful: TableSheet, place: PreparePlace) -> None:
    place.show_view(PROGRAMME)
    place.show_view(PEOPLE)
    assert doubtful.isVisible()
    press(KEY.Key_Escape)
    assert not doubtful.isVisible()
    place.take_table(PEOPLE, Listing.PEOPLE)
    assert len(doubtful.rows.rows) == 3


def test_the_table_and_its_answers_stay_when_the_window_speaks_another_language(
    doubtful: TableSheet, wide: MainWindow, workspace: Workspace, qtbot: QtBot
) -> None:
    doubtful.table.choose(0)
    doubtful.answer(Answer.LEAVE)
    looked(qtbot, doubtful)
    workspace.speak("fr")
    QApplication.processEvents()
    now = wide.place
    assert isinstance(now, PreparePlace)
    there = now.sheet(PEOPLE)
    assert there is not doubtful
    assert there.isVisible()
    looked(qtbot, there)
    assert standings(there) == [Standing.LEFT, Standing.DOUBTFUL, Standing.NEW]


def broken_files(folder: Path) -> dict[str, tuple[Path, str]]:
    """Files that are no table, each with words of the sentence that says so."""

    def file(name: str, data: bytes) -> Path:
        path = folder / name
        path.write_bytes(data)
        return path

    whole = as_file(folder, SAMPLES[Listing.PEOPLE].rows, ".xlsx").read_bytes()
    return {
        "no table": (file("photo.csv", b"\x89PNG\r\n\x1a\n\xff\xfe\x00"), "UTF-8"),
        "cut short": (file("cut.xlsx", whole[: len(whole) // 2]), "cut.xlsx"),
        "with a password": (file("secret.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)), "password"),
        "empty": (file("empty.csv", b""), "There is no row in the table."),
    }


@pytest.mark.parametrize("wrong", ["cut short", "empty", "no table", "with a password"])
def test_a_file_that_is_no_table_is_said_in_the_sheet_and_stays_named(
    sheet: TableSheet, workspace: Workspace, folder: Path, qtbot: QtBot, wrong: str
) -> None:
    path, said = broken_files(folder)[wrong]
    before = len(workspace.messages.log)
    sheet.incoming.open(path)
    looked(qtbot, sheet)
    assert sheet._refused.isVisible()
    assert said in sheet._refused.text.text()
    assert sheet.source.words.whole == path.name
    assert len(workspace.messages.log) == before, "it is said once"
    assert not sheet.take_button.isVisible()


def test_rows_without_heads_ask_for_the_column_that_is_needed(sheet: TableSheet, qtbot: QtBot) -> None:
    copied([["Ana Ruiz", "38"], ["Bo Ek", "41"]])
    press(KEY.Key_V, CONTROL)
    looked(qtbot, sheet)
    assert sheet.counts.text() == "No row names the columns. Choose which column holds: Name"
    assert not sheet.take_button.isEnabled()
    choose(sheet, 0, "name")
    looked(qtbot, sheet)
    assert standings(sheet) == [Standing.NEW, Standing.NEW]
    assert sheet.take_button.isEnabled()


def test_merged_cells_say_the_same_in_each_of_their_rows(
    sheet: TableSheet, folder: Path, workspace: Workspace, qtbot: QtBot
) -> None:
    book = openpyxl.Workbook()
    for row in (["Name", "Organisation"], ["Ana Ruiz", "Port Council"], ["Bo Ek", None]):
        book.active.append(row)
    book.active.merge_cells("B2:B3")
    book.save(folder / "merged.xlsx")
    sheet.incoming.open(folder / "merged.xlsx")
    looked(qtbot, sheet)
    sheet.incoming.take_in()
    looked(qtbot, sheet)
    assert workspace.store.all(Person, name="Bo Ek")[0].organisation == "Port Council"


def test_another_sheet_of_the_workbook_can_be_chosen(sheet: TableSheet, folder: Path, qtbot: QtBot) -> None:
    book = openpyxl.Workbook()
    book.active.title = "Notes"
    book.active.append(["Name", "About"])
    book.create_sheet("People").append(["Name"])
    book["People"].append(["Ana Ruiz"])
    book.save(folder / "two.xlsx")
    sheet.incoming.open(folder / "two.xlsx")
    looked(qtbot, sheet)
    assert sheet.source.sheets.isVisible()
    sheet.source.sheets.setCurrentText("People")
    sheet.source.sheets.activated.emit(1)
    looked(qtbot, sheet)
    assert [row.name for row in sheet.rows.rows] == ["Ana Ruiz"]
    assert sheet.source.sheets.currentText() == "People"


MANY = 10_000


class Heard(QObject):
    """Notes that the window has handled an event, and whether a table was being read then."""

    def __init__(self, sheet: TableSheet) -> None:
        super().__init__()
        self._sheet = sheet
        self.while_reading = 0

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.User and self._sheet.incoming.is_busy:
            self.while_reading += 1
        return super().event(event)


@pytest.fixture
def large(folder: Path) -> Path:
    path = folder / "large.csv"
    path.write_text("Name;Organisation\n" + "\n".join(f"Person {n};House {n % 90}" for n in range(MANY)), "utf-8")
    return path


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """Reading a file waits behind it until it is opened."""
    opened = Event()

    def wait_and_read(*asked: Any) -> Grid:
        assert opened.wait(60)
        return read_rows(*asked)

    monkeypatch.setattr("ui.prepare.table_in.incoming.read_rows", wait_and_read)
    yield opened
    opened.set()


def test_the_window_goes_on_while_a_large_table_is_read_and_says_so(
    sheet: TableSheet, large: Path, gate: Event, qtbot: QtBot
) -> None:
    heard = Heard(sheet)
    sheet.incoming.open(large)
    for _ in range(3):
        QCoreApplication.postEvent(heard, QEvent(QEvent.Type.User))
        QCoreApplication.processEvents()
    assert heard.while_reading == 3
    qtbot.waitUntil(sheet.source.give_up_button.isVisible)
    assert sheet.source.doing.text() == "Reading “large.csv”"
    gate.set()
    qtbot.waitUntil(lambda: not sheet.incoming.is_busy, timeout=60_000)
    assert len(sheet.rows.rows) == MANY
    assert not sheet.source.give_up_button.isVisible()


def test_one_can_give_up_reading_and_the_file_stays_named(
    sheet: TableSheet, large: Path, gate: Event, workspace: Workspace, qtbot: QtBot
) -> None:
    said = len(workspace.messages.log)
    sheet.incoming.open(large)
    press(KEY.Key_S, ALT)
    assert not sheet.incoming.is_busy
    assert sheet._refused.isVisible()
    assert "Stopped" in sheet._refused.text.text()
    assert sheet.source.words.whole == "large.csv"
    gate.set()
    qtbot.waitUntil(lambda: not workspace.jobs.running)
    assert not sheet.incoming.is_there, "what comes late is not taken"
    assert len(workspace.messages.log) == said
    sheet.incoming.open(large)
    looked(qtbot, sheet)
    assert len(sheet.rows.rows) == MANY


def test_a_large_table_is_written_beside_the_window_and_undone_as_one_step(
    sheet: TableSheet, large: Path, workspace: Workspace, qtbot: QtBot
) -> None:
    before, heard = workspace.store.count(Person), Heard(sheet)
    sheet.incoming.open(large)
    qtbot.waitUntil(lambda: not sheet.incoming.is_busy, timeout=60_000)
    sheet.incoming.take_in()
    QCoreApplication.postEvent(heard, QEvent(QEvent.Type.User))
    QCoreApplication.processEvents()
    assert heard.while_reading == 1
    qtbot.waitUntil(lambda: not sheet.incoming.is_busy, timeout=60_000)
    assert workspace.store.count(Person) == before + MANY
    workspace.steps.undo()
    assert workspace.store.count(Person) == before
