"""The views around the text: two languages side by side, what is not used and why, editions, exporting."""

from __future__ import annotations

from pathlib import Path

import pytest
from declaring import idle, shown
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from consultation.drafting.fates import Fate
from consultation.language import translator
from consultation.model import Edition, Item, Person, Recommendation, RecommendationStatus, Session
from consultation.reading.passages import State
from consultation.store import Store
from tests.drafting.rooms import a_room, asked
from ui.actions import declaring
from ui.declaration.coverage_side import By
from ui.declaration.head import EDITIONS, TEXT, TWO, UNUSED
from ui.declaration.place import DeclarationPlace
from ui.declaration.two_languages import TwoLanguages
from ui.workspace import Workspace

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
ADOPTED = {"status": RecommendationStatus.ADOPTED, "strands": ("planet",)}


def opened(qtbot: QtBot, workspace: Workspace, path: Path, *languages: str) -> DeclarationPlace:
    """The declaration of a file, drafted in these languages and then in English."""
    assert workspace.open_now(path)
    place = shown(qtbot, workspace, 1440, 900)
    for language in (*languages, "en"):
        place.speak(language)
        place.make_draft()
        idle(qtbot, place)
    return place


def beside(qtbot: QtBot, place: DeclarationPlace) -> TwoLanguages:
    """The view of two languages, French at the right."""
    place.head.choose(TWO)
    two = place.spread.two
    assert two.language == "fr"
    qtbot.waitUntil(lambda: two.list.viewport().width() > 800)
    return two


def two_wells(folder: Path) -> tuple[Path, Recommendation, Recommendation]:
    """A file with two English recommendations that nobody has translated."""
    with a_room(folder) as store:
        wells = asked(store, "Open the wells.", **ADOPTED)
        roads = asked(store, "Mend the roads.", **ADOPTED)
        return store.path, wells, roads


# ------------------------------------------------------------------------------------------ two languages


def test_both_sides_have_the_same_numbers_and_letters_in_one_list(qtbot: QtBot, bare: Workspace, folder: Path):
    path, *_ = two_wells(folder)
    two = beside(qtbot, opened(qtbot, bare, path, "fr"))
    rows = [row for row in two.list.rows.rows if row.id]
    assert all(row.left.passage.id == row.right.passage.id for row in rows)
    assert [row.label for row in rows if row.is_lettered] == ["a", "b"]
    assert any("undertake" in row.left.text or "call" in row.left.text for row in rows)
    assert two.said[0].text() == "2 of 2 items"
    assert two.said[1].text() == "0 of 2 items"


def test_enter_saves_a_translation_and_opens_the_next_bracket(qtbot: QtBot, bare: Workspace, folder: Path):
    path, wells, roads = two_wells(folder)
    place = opened(qtbot, bare, path, "fr")
    two = beside(qtbot, place)
    assert place.head.brackets.text() == "2 brackets in French"
    qtbot.keyClick(place.held, Qt.Key.Key_N, ALT)
    first = two.list.editing
    assert first.field.hasFocus()
    qtbot.keyClicks(first.field, "ouvrir les puits")
    qtbot.keyClick(first.field, Qt.Key.Key_Return)
    second = two.list.editing
    assert second is not first
    assert second.field.hasFocus()
    assert second.typed.words == ""
    qtbot.keyClicks(second.field, "ouvrir les routes")
    qtbot.keyClick(second.field, Qt.Key.Key_Return)
    assert two.list.editing is None
    said = {bare.store.get(Recommendation, source.id).translations["fr"]["text"] for source in (wells, roads)}
    assert said == {"ouvrir les puits", "ouvrir les routes"}
    assert not place.head.brackets.isVisible()
    assert two.said[1].text() == "2 of 2 items"


def test_below_a_translation_stands_who_made_it_and_when(qtbot: QtBot, bare: Workspace, folder: Path):
    path, *_ = two_wells(folder)
    place = opened(qtbot, bare, path, "fr")
    two = beside(qtbot, place)
    two.go_on()
    qtbot.keyClicks(two.list.editing.field, "ouvrir")
    qtbot.keyClick(two.list.editing.field, Qt.Key.Key_Escape)
    row = two.list.row
    two.facts.remark(row)
    qtbot.waitUntil(lambda: two.facts.remark(row).text.startswith("translated by Amira Ben Salah, "))


def test_what_was_changed_since_is_marked_in_the_original_and_it_may_still_hold(
    qtbot: QtBot, bare: Workspace, folder: Path
):
    path, wells, _ = two_wells(folder)
    place = opened(qtbot, bare, path, "fr")
    two = beside(qtbot, place)
    item = next(each for each in bare.store.all(Item) if wells.id in each.sources)
    two.choose(item.id)
    two.edit()
    qtbot.keyClicks(two.list.editing.field, "ouvrir les puits")
    qtbot.keyClick(two.list.editing.field, Qt.Key.Key_Escape)
    bare.change(bare.store.get(Recommendation, wells.id), text="Open the wells at night.")
    place.make_draft()
    idle(qtbot, place)
    place.head.choose(TWO)
    two.choose(item.id)
    row = two.list.row
    assert row.right.passage.state is State.STALE
    two.facts.changed(row)
    qtbot.waitUntil(lambda: bool(two.facts.changed(row)))
    assert [row.left.drawn[start : start + length] for start, length in two.facts.changed(row)] == ["at night"]
    link = two.list.delegate.link_place(two.list.visualRect(two.list.currentIndex()), row, False)
    qtbot.mouseClick(two.list.viewport(), Qt.MouseButton.LeftButton, pos=link.center())
    assert two.list.row.right.passage.state is State.SETTLED
    assert two.list.editing is None
    assert bare.store.get(Recommendation, wells.id).translations["fr"]["text"] == "ouvrir les puits"


def test_a_click_on_the_translation_writes_there_and_nothing_typed_is_lost(qtbot: QtBot, bare: Workspace, folder: Path):
    path, wells, _ = two_wells(folder)
    place = opened(qtbot, bare, path, "fr")
    two = beside(qtbot, place)
    item = next(each for each in bare.store.all(Item) if wells.id in each.sources)
    two.choose(item.id)
    box = two.list.delegate.right_box(two.list.visualRect(two.list.currentIndex()))
    qtbot.mouseClick(two.list.viewport(), Qt.MouseButton.LeftButton, pos=box.topLeft() + QPoint(40, 12))
    qtbot.keyClicks(two.list.editing.field, "ouvrir")
    place.head.choose(TEXT)
    assert bare.store.get(Recommendation, wells.id).translations["fr"]["text"] == "ouvrir"


def test_the_same_language_at_both_sides_lets_them_change_places(qtbot: QtBot, bare: Workspace, folder: Path):
    path, *_ = two_wells(folder)
    place = opened(qtbot, bare, path, "fr")
    two = beside(qtbot, place)
    two.languages[1].chosen.emit("en")
    assert (place.language, two.language) == ("fr", "en")


def test_a_language_without_a_draft_offers_to_make_one(qtbot: QtBot, bare: Workspace, folder: Path):
    path, *_ = two_wells(folder)
    place = opened(qtbot, bare, path)
    two = beside(qtbot, place)
    assert two.make.isVisible()
    two.make.click()
    idle(qtbot, place)
    assert two.list.isVisible()
    assert [row.label for row in two.list.rows.rows if row.is_lettered] == ["a", "b"]


# ----------------------------------------------------------------------------------- what is not in the text


def uneven(folder: Path) -> Path:
    """A file with one paragraph that holds one item, and recommendations that went everywhere."""
    with a_room(folder) as store:
        store.change(store.consultation, letters_at_most=1)
        rooms = store.all(Session)
        if not rooms:
            for code in ("HALL", "YARD"):
                store.save(Session(id=store.new_id(), code=code, title=code))
            rooms = store.all(Session)
        speaker = Person(id=store.new_id(), name="Bo", region=store.terms("region")[0].id)
        store.save(speaker)
        where = {"session": rooms[0].id, "proposer": speaker.id}
        asked(store, "Open the wells.", hands=(30, 0, 0), **where, **ADOPTED)
        asked(store, "Mend the roads.", hands=(3, 0, 3), **where, **ADOPTED)
        asked(store, "Vendre les puits.", language="fr", hands=(9, 9, 0), session=rooms[1].id, **ADOPTED)
        asked(store, "Close the school.", session=rooms[1].id, status=RecommendationStatus.SET_ASIDE)
        return store.path


def test_each_says_why_it_is_not_in_the_text_and_the_shares_filter(qtbot: QtBot, bare: Workspace, folder: Path):
    place = opened(qtbot, bare, uneven(folder))
    place.head.choose(UNUSED)
    idle(qtbot, place)
    view = place.spread.unused
    assert [fated.fate for fated in view.accounts.fates.values()] == [Fate.FURTHER, Fate.NOT_AGREED, Fate.SET_ASIDE]
    said = [entry.source.recommendation.text for entry in view.unused.entries]
    assert said == ["Mend the roads.", "Vendre les puits.", "Close the school."]
    figures = {key: row.figures for key, row in view.side.rows.items()}
    rooms = [figures for (by, _), figures in figures.items() if by is By.ROOM]
    assert sorted(rooms) == ["0 of 1", "1 of 2"]
    assert figures[By.LANGUAGE, "fr"] == "0 of 1"
    assert [value for (by, _), value in figures.items() if by is By.REGION] == ["1 of 2"]
    view.side.choose(By.LANGUAGE, "fr")
    assert [entry.source.recommendation.text for entry in view.unused.entries] == ["Vendre les puits."]
    view.side.rows[By.LANGUAGE, "fr"].click()
    assert len(view.unused.entries) == 3


def test_the_line_above_the_text_accounts_for_every_recommendation(qtbot: QtBot, bare: Workspace, folder: Path):
    place = opened(qtbot, bare, uneven(folder))
    line = place.spread.page.coverage
    bare.change(bare.store.all(Recommendation)[0], reference="A-1")
    assert all(part.isVisible() and part.height() > 8 for part in (line._facts, *line._said()))
    facts = line.facts
    assert facts[:4] == ["4 recommendations", "1 in the text", "2 in Annex A only", "1 not agreed"]


def test_what_is_not_agreed_leads_to_where_it_is_recorded(qtbot: QtBot, bare: Workspace, folder: Path):
    place = opened(qtbot, bare, uneven(folder))
    place.head.choose(UNUSED)
    idle(qtbot, place)
    view = place.spread.unused
    fated = next(fated for fated in view.accounts.fates.values() if fated.fate is Fate.NOT_AGREED)
    view.passage_asked.emit(fated.passage)
    assert place.spread.view == TEXT
    assert place.text.row.id in (fated.passage, next(iter(bare.store.all(Item, id=fated.passage))).paragraph)


def test_the_peek_says_in_how_many_rooms_a_thing_was_raised(qtbot: QtBot, bare: Workspace, folder: Path):
    place = opened(qtbot, bare, uneven(folder))
    row = next(row for row in place.clauses if row.passage.sources and not getattr(row.passage, "quoted", False))
    place.text.choose(row.id)
    place.spread.open_peek()
    assert place.spread.peek.why.said.text() == "Raised in 1 room, 1 region and 1 language. Adopted in 1 room."


# ------------------------------------------------------------------------------------------------ editions


def test_an_edition_is_frozen_listed_and_taken_back(qtbot: QtBot, bare: Workspace, folder: Path):
    path, *_ = two_wells(folder)
    place = opened(qtbot, bare, path, "fr")
    qtbot.keyClick(place.held, Qt.Key.Key_F, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    form = place.spread.editions.form
    assert place.spread.view == EDITIONS
    assert form.name.hasFocus()
    assert form.name.text() == "Zero draft"
    form.note.setPlainText("To the rooms.")
    qtbot.keyClick(form.name, Qt.Key.Key_Return)
    idle(qtbot, place)
    (entry,) = place.spread.editions.entries
    record = entry.edition.record
    assert (record.number, record.name, record.note, record.final) == (1, "Zero draft", "To the rooms.", False)
    assert entry.edition.languages == ("en", "fr")
    assert form.name.text() == "First draft"
    qtbot.keyClick(place.held, Qt.Key.Key_Z, CONTROL)
    assert bare.store.count(Edition) == 0
    assert place.spread.editions.entries == []


def test_what_may_contradict_is_named_before_an_edition_is_frozen_and_keeps_nobody_from_it(
    qtbot: QtBot, bare: Workspace, folder: Path
):
    path, wells, _ = two_wells(folder)
    with Store.open(path, bare.identity) as store:
        for text in (
            "Raise the price of water for all farms by 2030.",
            "Lower the price of water for all farms by 2030.",
        ):
            made = Recommendation(id=store.new_id(), session=wells.session, set=wells.set, text=text, language="en")
            store.save(made)
    place = opened(qtbot, bare, path)
    place.head.choose(EDITIONS)
    form = place.spread.editions.form
    qtbot.waitUntil(form.opposed.isVisible)
    assert "“Raise the price of water" in form.opposed.text()
    assert form.decide.isVisible()
    assert form.do.isEnabled()


def test_a_final_edition_waits_until_all_is_mended_and_leads_there(qtbot: QtBot, bare: Workspace, folder: Path):
    path, *_ = two_wells(folder)
    place = opened(qtbot, bare, path, "fr")
    place.head.choose(EDITIONS)
    form = place.spread.editions.form
    form.final.setChecked(True)
    idle(qtbot, place)
    assert not form.do.isEnabled()
    assert len(form.waiting) == 2
    form.waiting[0].click()
    assert (place.language, place.spread.view) == ("fr", TEXT)
    assert place.text.row.passage.state is State.UNTRANSLATED
    assert place.spread.peek.mending.mends


def test_an_edition_is_exported_as_it_was(qtbot: QtBot, bare: Workspace, folder: Path, monkeypatch: pytest.MonkeyPatch):
    path, wells, _ = two_wells(folder)
    place = opened(qtbot, bare, path)
    place.head.choose(EDITIONS)
    place.spread.editions.form.freeze()
    idle(qtbot, place)
    bare.change(bare.store.get(Recommendation, wells.id), text="Close the wells.")
    place.make_draft()
    idle(qtbot, place)
    written = folder / "zero.md"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(written), ""))
    place.head.choose(EDITIONS)
    place.spread.editions.entries[0].exports[0].click()
    idle(qtbot, place)
    assert "open the wells" in written.read_text("utf-8").casefold()
    assert "close the wells" not in written.read_text("utf-8").casefold()


def test_words_that_cannot_be_printed_are_named_before_anything_is_written(qtbot: QtBot, bare: Workspace, folder: Path):
    with a_room(folder) as store:
        asked(store, "Open the wells ᠮᠣᠩᠭᠣᠯ.", **ADOPTED)
    place = opened(qtbot, bare, store.path)
    target = folder / "out.pdf"
    place._export.write(target, "en")
    idle(qtbot, place)
    message = place.held.message_line.message
    assert "cannot be printed: ᠮᠣᠩᠭᠣᠯ" in message.text
    assert not target.exists()
    assert [offer.words for offer in message.offers] == ["As Markdown", "Write it all the same"]
    message.offers[0].act()
    idle(qtbot, place)
    assert "ᠮᠣᠩᠭᠣᠯ" in (folder / "out.md").read_text("utf-8")


def test_every_view_speaks_the_language_of_the_window(qtbot: QtBot, bare: Workspace, folder: Path):
    path, *_ = two_wells(folder)
    bare.speak("fr")
    place = opened(qtbot, bare, path)
    t = translator("fr")
    names = [t(action.label) for action in (declaring.TEXT_VIEW, declaring.TWO_LANGUAGES, declaring.NOT_USED)]
    assert [tab.text() for tab in place.head._views.values()][:3] == names
