"""The frame of a consultation in the window: its form, its organisations with emblems, and what documents must say."""

from __future__ import annotations

import base64
import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from consultation.composing.front import front
from consultation.document import Cover
from consultation.language import translator
from consultation.model import Organisation, StatementKind
from consultation.preparing import new_without_kit
from consultation.reading.frame import as_printed
from tests.ui.preparing import shown_view, window_of
from ui.prepare.consultation import ConsultationPage
from ui.prepare.consultation.paper import FirstPage
from ui.prepare.form import Typed
from ui.prepare.place import CONSULTATION
from ui.workspace import Workspace

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def show(qtbot: QtBot) -> Callable[[Workspace], ConsultationPage]:
    def shown(workspace: Workspace) -> ConsultationPage:
        page = shown_view(window_of(workspace, qtbot), CONSULTATION, ConsultationPage)
        page.setFocus()
        return page

    return shown


def typed(page: ConsultationPage, name: str, text: str) -> Typed:
    entry = page.form.field(name)
    assert isinstance(entry, Typed)
    entry.edit.setFocus()
    entry.edit.selectAll()
    entry.edit.insert(text)  # test keys have no accents
    entry.flush()
    return entry


def printed(workspace: Workspace) -> list[Organisation]:
    return as_printed(workspace.store.all(Organisation))


def a_picture(folder: Path) -> Path:
    out = io.BytesIO()
    Image.new("RGB", (600, 600), "teal").save(out, "PNG")
    path = folder / "emblem.png"
    path.write_bytes(out.getvalue())
    return path


def test_what_is_typed_is_saved_in_the_language_at_hand(show, workspace: Workspace) -> None:
    page = show(workspace)
    typed(page, "title", "Forum of the valleys")
    page.speak("fr")
    typed(page, "title", "Forum des vallées")
    assert workspace.consultation.title["en"] == "Forum of the valleys"
    assert workspace.consultation.title["fr"] == "Forum des vallées"
    page.speak("en")
    assert page.form.field("title").edit.text() == "Forum of the valleys"


def test_days_that_cannot_be_are_said_and_stay_typed(show, workspace: Workspace) -> None:
    page = show(workspace)
    before = workspace.consultation.ends
    entry = typed(page, "ends", "1 Oct 2021")
    assert (entry.wrong, workspace.consultation.ends) == ("The last day would lie before the first.", before)
    assert entry.edit.text() == "1 Oct 2021"
    assert "This is no day" in typed(page, "ends", "soon").wrong
    entry = typed(page, "ends", "9 Oct 2021")
    assert (entry.wrong, workspace.consultation.ends) == ("", date(2021, 10, 9))


def test_a_zone_is_found_by_its_city_and_an_unknown_one_is_said(show, workspace: Workspace) -> None:
    page = show(workspace)
    assert "no time zone" in typed(page, "time_zone", "Kutaya").wrong
    typed(page, "time_zone", "istanbul")
    assert workspace.consultation.time_zone == "Europe/Istanbul"


def test_languages_are_ordered_by_keys_and_taking_one_off_says_what_lacks_words(show, workspace: Workspace) -> None:
    page = show(workspace)
    workspace.change(workspace.consultation, purpose={"fr": "Se parler"})
    chips = page.form.languages.chips
    chips[1].setFocus()
    QTest.keyClick(chips[1], Qt.Key.Key_Left, ALT)
    assert workspace.consultation.languages == ["fr", "en", "es"]
    assert page.form.languages.chips[0].hasFocus()
    QTest.keyClick(page.form.languages.chips[0], Qt.Key.Key_Delete)
    assert workspace.consultation.languages == ["en", "es"]
    assert "Purpose" in workspace.messages.log[-1].text
    workspace.steps.undo()
    assert workspace.consultation.languages == ["fr", "en", "es"]


def test_organisations_are_moved_by_keys_and_documents_print_them_so(show, workspace: Workspace) -> None:
    page = show(workspace)
    first, second = (each.id for each in printed(workspace)[:2])
    page.organisations.rows[0].setFocus()
    QTest.keyClick(page.organisations.rows[0], Qt.Key.Key_Down, ALT)
    assert [each.id for each in printed(workspace)[:2]] == [second, first]
    at_hand = page.organisations.at_hand
    assert at_hand is not None
    assert at_hand.organisation.id == first
    emblems = front(workspace.consultation, workspace.store.all(Organisation), translator("en")).emblems
    assert emblems[1].name == at_hand.organisation.name["en"]


def test_an_organisation_is_taken_out_and_comes_back(show, workspace: Workspace) -> None:
    page = show(workspace)
    before = [each.id for each in printed(workspace)]
    page.organisations.rows[1].setFocus()
    QTest.keyClick(page.organisations.rows[1], Qt.Key.Key_Delete)
    assert [each.id for each in printed(workspace)] == [before[0], *before[2:]]
    assert "no longer name" in workspace.messages.log[-1].text
    workspace.steps.undo()
    assert [each.id for each in printed(workspace)] == before


def test_an_emblem_is_kept_shown_and_printed(show, workspace: Workspace, folder: Path) -> None:
    page = show(workspace)
    host = printed(workspace)[0]
    page.organisations.emblem_dropped.emit(host.id, a_picture(folder))
    kept = workspace.store.get(Organisation, host.id).emblem
    picture = base64.b64decode(kept.partition(",")[2])
    assert front(workspace.consultation, printed(workspace), translator("en")).emblems[0].picture == picture
    said = page.organisations.rows[0].accessibleName()
    assert said.endswith("emblem")
    assert "no emblem" not in said


def test_a_file_that_is_no_picture_is_refused_with_a_sentence(show, workspace: Workspace, folder: Path) -> None:
    page = show(workspace)
    host = printed(workspace)[0]
    (folder / "emblem.png").write_bytes(b"<svg onload='alert(1)'/>")
    page.doing.give_emblem(host.id, folder / "emblem.png")
    assert (workspace.store.get(Organisation, host.id).emblem, "SVG" in workspace.messages.log[-1].text) == ("", True)


def test_a_drawing_in_a_merged_file_is_not_drawn(show, workspace: Workspace) -> None:
    host = printed(workspace)[0]
    workspace.change(host, emblem="data:image/svg+xml;base64," + base64.b64encode(b"<svg/>").decode())
    page = show(workspace)
    assert "no emblem" in page.organisations.rows[0].accessibleName()


def test_a_new_organisation_is_added_by_its_name(show, qtbot: QtBot, workspace: Workspace) -> None:
    page = show(workspace)
    page.adding.open()
    QTest.keyClicks(page.adding.line, "Union of the springs")
    QTest.keyClick(page.adding.line, Qt.Key.Key_Return)
    assert printed(workspace)[-1].name == {"en": "Union of the springs"}
    qtbot.waitUntil(page.peek.isVisible)
    QTest.keyClick(page.known, Qt.Key.Key_Escape)
    assert not page.peek.isVisible()


def test_an_organisation_that_is_known_is_not_made_twice_by_typing_its_name(
    show, qtbot: QtBot, workspace: Workspace
) -> None:
    known = Organisation(id=workspace.store.new_id(), name={"en": "Union of the springs"})
    workspace.save(known)
    page = show(workspace)
    page.adding.open()
    QTest.keyClicks(page.adding.line, "union of the springs")
    QTest.keyClick(page.adding.line, Qt.Key.Key_Return)
    assert printed(workspace)[-1].id == known.id
    qtbot.waitUntil(page.peek.isVisible)
    assert page.known.organisation == known.id


def test_the_front_says_that_long_statements_go_on_behind_it(show, workspace: Workspace) -> None:
    page = show(workspace)
    assert page.front.paper.says_everything
    assert page.front.behind.isHidden()
    about = workspace.consultation
    more = {
        "kind": "disclaimer",
        "text": {"en": "It does not give the views of those who pay. " * 40},
        "organisation": "",
    }
    workspace.change(about, statements=[*about.statements, more])
    assert not page.front.paper.says_everything
    assert not page.front.behind.isHidden()


def test_statements_are_written_and_stand_on_the_front(show, workspace: Workspace) -> None:
    page = show(workspace)
    count = len(workspace.consultation.statements)
    page.doing.add_statement(StatementKind.CONTACT)
    row = page.statements.rows[count]
    row.typed.edit.setFocus()
    QTest.keyClicks(row.typed.edit, "Write to us.")
    row.typed.flush()
    made = front(workspace.consultation, printed(workspace), translator("en"))
    assert made.statements[-1] == "Write to us."
    page.doing.take_statement_out(count)
    assert len(page.statements.rows) == count
    workspace.steps.undo()
    assert workspace.consultation.statements[count]["text"] == {"en": "Write to us."}


def test_the_way_through_the_gaps_leads_to_each_of_them(show, workspace: Workspace) -> None:
    workspace.change(workspace.consultation, place={"en": "Ulm"}, purpose={"en": "To speak"})
    page = show(workspace)
    page.speak("fr")
    page.go_to_gap()
    assert page.form.field("place").edit.hasFocus()
    page.go_to_gap()
    assert page.form.field("purpose").edit.hasFocus()
    for _ in page.gaps:
        page.go_to_gap()
    assert page.form.field("purpose").edit.hasFocus()


def test_a_consultation_without_a_kit_has_its_form(show, bare: Workspace, folder: Path) -> None:
    path = folder / "citizens.consult"
    new_without_kit(path, "Assembly of the valley", "", "en", bare.identity).close()
    assert bare.open_now(path)
    page = show(bare)
    assert (page.organisations.rows, page.statements.rows) == ([], [])
    typed(page, "place", "Ulm")
    assert bare.consultation.place == {"en": "Ulm"}


@pytest.mark.parametrize("title", ["Territories and crises " * 5, "Cities " * 60])
def test_a_long_title_on_the_front_ends_above_who_where_and_when(
    workspace: Workspace, qtbot: QtBot, title: str
) -> None:
    sheet = FirstPage(workspace.theme)
    qtbot.addWidget(sheet)
    sheet.resize(300, 424)
    sheet.show_front(Cover(title.strip(), columns=(("Who", "Us"),)), "front")
    drawn = sheet.grab().toImage()
    colours = {drawn.pixelColor(x, y).name() for x in range(10, 290) for y in range(192, 199)}
    assert colours == {"#ffffff"}  # nothing stands between the title and the rule below it
    assert drawn.pixelColor(30, 201).name() != "#ffffff"


def test_a_text_that_was_refused_outlives_the_file_being_closed(show, workspace: Workspace, qtbot: QtBot) -> None:
    page, path = show(workspace), workspace.path
    ends = typed(page, "ends", "someday")
    assert ends.wrong
    workspace.close()
    ends.flush()
    qtbot.wait(900)  # longer than a field waits before it saves
    assert workspace.open_now(path)
    again = show(workspace).form.field("ends")
    assert again.edit.text() == "someday"
