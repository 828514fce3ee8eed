"""What a consultation is to achieve, rests on, inherits and does, in the window, by keyboard."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from consultation.model import (
    Activity,
    Evidence,
    Inheritance,
    Milestone,
    Objective,
    Record,
    Reference,
    Result,
    ResultState,
    Tagged,
    Term,
)
from consultation.preparing import new_without_kit
from consultation.reading.aims import calendar, objectives_with_results, references_with_evidence
from consultation.store import Store
from tests.ui.preparing import shown_view, window_of
from ui.prepare.aims import AimsPage
from ui.prepare.form import Chosen, TermsChosen, Typed
from ui.prepare.place import AIMS
from ui.workspace import Workspace

OBJECTIVES, DOCUMENTS, INHERITED, ACTIVITIES, CALENDAR = range(5)
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(qtbot: QtBot, bare: Workspace, folder: Path) -> AimsPage:
    path = folder / "citizens.consult"
    new_without_kit(path, "Assembly of the valley", "", "en", bare.identity).close()
    assert bare.open_now(path)
    return shown_view(window_of(bare, qtbot), AIMS, AimsPage)


@pytest.fixture
def store(page: AimsPage, bare: Workspace) -> Store:
    return bare.store


def added(page: AimsPage, words: str, below: bool = False) -> Record:
    QTest.keyClick(page, Qt.Key.Key_N, SHIFT if below else Qt.KeyboardModifier.NoModifier)
    assert page.list.adding.isVisible()
    QTest.keyClicks(page.list.adding, words)
    QTest.keyClick(page.list.adding, Qt.Key.Key_Return)
    at_hand = page.at_hand
    assert at_hand is not None
    page.list.table.setFocus()
    return at_hand


def entry(page: AimsPage, place: int) -> Typed:
    found = page.form.entries[place]
    assert isinstance(found, Typed)
    return found


def filled(page: AimsPage, place: int, text: str) -> Typed:
    found = entry(page, place)
    found.edit.setFocus()
    found.edit.selectAll()
    QTest.keyClicks(found.edit, text)
    found.flush()
    return found


def test_objectives_and_their_results_are_added_by_keyboard(page: AimsPage, store: Store) -> None:
    first = added(page, "Agree")
    result = added(page, "A declaration", below=True)
    second = added(page, "Open")
    assert isinstance(result, Result)
    assert result.objective == first.id
    found = objectives_with_results(store)
    assert [(o.id if o else None, [r.id for r in rs]) for o, rs in found] == [
        (first.id, [result.id]),
        (second.id, []),
    ]


def test_the_state_of_a_result_and_what_shows_it_are_kept(page: AimsPage, store: Store) -> None:
    added(page, "Agree")
    result = added(page, "A declaration", below=True)
    state = page.form.entries[1]
    assert isinstance(state, Chosen)
    state.box.activated.emit(list(ResultState).index(ResultState.REACHED))
    filled(page, 2, "Signed by forty towns")
    kept = store.get(Result, result.id)
    assert (kept.state, kept.shown_by) == (ResultState.REACHED, "Signed by forty towns")


def test_objectives_are_ordered_by_keys(page: AimsPage, store: Store) -> None:
    first, second = added(page, "Agree"), added(page, "Open")
    QTest.keyClick(page.list.table, Qt.Key.Key_Up, ALT)
    assert [o.id for o, _ in objectives_with_results(store) if o] == [second.id, first.id]
    assert page.at_hand is not None
    assert page.at_hand.id == second.id


def test_what_is_deleted_comes_back(page: AimsPage, store: Store, bare: Workspace) -> None:
    added(page, "Agree")
    QTest.keyClick(page.list.table, Qt.Key.Key_Delete)
    assert store.count(Objective) == 0
    assert "Agree" in bare.messages.log[-1].text
    bare.steps.undo()
    assert store.count(Objective) == 1


def test_a_document_is_quoted_by_page(page: AimsPage, store: Store) -> None:
    page.show_section(DOCUMENTS)
    study = added(page, "A study of valleys")
    later = added(page, "Half have no plan.", below=True)
    filled(page, 1, "112")
    earlier = added(page, "One in three lives there.", below=True)
    filled(page, 1, "12")
    assert page.form.entries[0].edit.toPlainText() == "One in three lives there."
    ((document, quoted),) = references_with_evidence(store)
    assert document is not None
    assert (document.id, [each.id for each in quoted]) == (study.id, [earlier.id, later.id])


def test_authors_and_year_of_a_document_are_typed_and_what_is_no_year_is_said(page: AimsPage, store: Store) -> None:
    page.show_section(DOCUMENTS)
    study = added(page, "A study of valleys")
    entry(page, 2).edit.setPlainText("Aubert, C.\nKern, A.")
    entry(page, 2).flush()
    assert "no number" in filled(page, 3, "last year").wrong
    assert filled(page, 3, "2019").wrong == ""
    kept = store.get(Reference, study.id)
    assert (kept.authors, kept.year) == (["Aubert, C.", "Kern, A."], 2019)


def test_documents_of_a_reference_manager_come_in_as_one_step(page: AimsPage, store: Store, folder: Path) -> None:
    path = folder / "refs.ris"
    path.write_text("TY  - BOOK\nTI  - An atlas\nER  - \nTY  - BOOK\nTI  - Cut\n", encoding="utf-8")
    page.show_section(DOCUMENTS)
    page.bringing_in.take_references(path)
    assert [each.title for each in store.all(Reference)] == ["An atlas"]
    assert "cut short" in page._workspace.messages.log[-1].text
    page._workspace.steps.undo()
    assert store.all(Reference) == []


def test_a_file_that_is_none_is_refused_in_words(page: AimsPage, store: Store, folder: Path) -> None:
    (folder / "refs.ris").write_text("nonsense", encoding="utf-8")
    page.bringing_in.take_references(folder / "refs.ris")
    assert "no document" in page._workspace.messages.log[-1].text
    assert store.all(Reference) == []


def test_what_an_earlier_consultation_left_is_carried_over(
    page: AimsPage, store: Store, drafted_sample: Store, folder: Path
) -> None:
    shutil.copyfile(drafted_sample.path, folder / "earlier.consult")
    page.show_section(INHERITED)
    page.bringing_in.take_earlier(folder / "earlier.consult")
    count = store.count(Inheritance)
    assert count > 10
    assert "carried over" in page._workspace.messages.log[-1].text
    page._workspace.steps.undo()
    assert store.count(Inheritance) == 0


@pytest.mark.parametrize(("section", "kind"), [(DOCUMENTS, Reference), (ACTIVITIES, Activity)])
def test_what_a_document_or_an_activity_is_about_is_chosen_and_terms_of_elsewhere_stay(
    page: AimsPage, store: Store, section: int, kind: type[Tagged]
) -> None:
    mobility = Term(id=store.new_id(), vocabulary="theme", key="mobility", label={"en": "Mobility"})
    old = Term(id=store.new_id(), vocabulary="theme", key="trams", label={"en": "Trams"}, retired=True)
    visit = Term(id=store.new_id(), vocabulary="session_kind", key="visit", label={"en": "Visit"})
    store.save_all([mobility, old, visit])
    elsewhere = uuid4()
    page.show_section(section)
    made = added(page, "Something")
    store.change(store.get(kind, made.id), terms={"theme": [old.id], "axis": [elsewhere]})
    page.read_again()
    page.show_record(made.id)
    page.open_form()
    field = page.form.entries[-1]
    assert isinstance(field, TermsChosen)
    assert field.chips.ticked() == [old.id]
    assert visit.id not in field.chips.offered
    field.chips.add()
    QTest.keyClicks(field.chips._line, "mobi")
    QTest.keyClick(field.chips._line, Qt.Key.Key_Return)
    assert store.get(kind, made.id).terms == {"axis": [elsewhere], "theme": [old.id, mobility.id]}


def test_activities_and_dates_are_kept(page: AimsPage, store: Store) -> None:
    page.show_section(ACTIVITIES)
    added(page, "Study on taxes")
    half_year = page.form.entries[2]
    assert isinstance(half_year, Chosen)
    half_year.box.activated.emit(1)
    assert store.all(Activity)[0].half_year.endswith("-H1")
    page.show_section(CALENDAR)
    added(page, "World Council")
    filled(page, 1, "14 Oct 2199")
    assert store.all(Milestone)[0].on == date(2199, 10, 14)
    filled(page, 1, "October 2199")
    (milestone,) = store.all(Milestone)
    assert (milestone.on, milestone.month) == (None, "2199-10")


def test_what_is_due_next_stands_first_and_what_is_done_last(store: Store) -> None:
    for title, on, month, done in (
        ("done", date(2021, 1, 1), "", True),
        ("later", None, "2021-12", False),
        ("next", date(2021, 10, 14), "", False),
        ("late", date(2021, 9, 1), "", False),
        ("open", None, "", False),
    ):
        store.save(Milestone(id=store.new_id(), title={"en": title}, on=on, month=month, done=done))
    found = [(each.title["en"], due.value) for each, due in calendar(store, date(2021, 10, 1))]
    assert found == [(name, name) for name in ("late", "next", "later", "open", "done")]


def test_another_language_shows_and_keeps_its_own_words(page: AimsPage, store: Store, bare: Workspace) -> None:
    bare.change(bare.consultation, languages=["en", "fr"])
    page.show_section(DOCUMENTS)
    added(page, "A study of valleys")
    finding = added(page, "Half have no plan.", below=True)
    page.speak("fr")
    filled(page, 0, "La moitie est sans plan.")
    kept = store.get(Evidence, finding.id)
    assert (kept.text, kept.translations["fr"]["text"]) == ("Half have no plan.", "La moitie est sans plan.")


def test_a_record_that_is_asked_for_is_shown_in_its_section(page: AimsPage, store: Store, bare: Workspace) -> None:
    page.show_section(DOCUMENTS)
    study = added(page, "A study of valleys")
    page.show_section(OBJECTIVES)
    page.show_record(study.id)
    assert page.at_hand is not None
    assert (page.at_hand.id, page.side.list.currentRow()) == (study.id, DOCUMENTS)


def test_the_page_is_made_again_as_it_was(page: AimsPage, bare: Workspace, qtbot: QtBot) -> None:
    page.show_section(DOCUMENTS)
    study = added(page, "A study of valleys")
    again = AimsPage(bare)
    qtbot.addWidget(again)
    again.restore(page.state())
    assert again.at_hand is not None
    assert again.at_hand.id == study.id


def test_words_typed_narrow_a_section_and_keep_what_a_row_stands_below(page: AimsPage) -> None:
    water = added(page, "Clean water for the valley")
    wells = added(page, "Ten wells are dug", below=True)
    added(page, "Warm roofs")
    page.go_find()
    QTest.keyClicks(page.list.finding, "wells")
    shown = [row.record.id for row in page.list.rows.rows if row.record is not None]
    assert shown == [water.id, wells.id]
    page.list.finding.setText("zzz")
    assert page.list._not_found.isVisible()
    assert page.list._empty.isHidden()
    page.show_record(wells.id)
    assert page.list.finding.text() == ""
    assert page.at_hand is not None
    assert page.at_hand.id == wells.id
