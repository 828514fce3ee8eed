"""The words of a consultation, with the keyboard as a person has it: the tree, its gaps, joining, retiring, tables."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from consultation.exchange.matched import Standing, read_rows
from consultation.model import KnownVocabulary, Recommendation, RecommendationSet, Term, Vocabulary
from consultation.preparing import new_without_kit
from consultation.vocabularies.retiring import join, retire
from tests.ui.preparing import shown_view
from ui.prepare.place import WORDS
from ui.prepare.words import WordsPage
from ui.shell.main_window import MainWindow
from ui.workspace import Workspace

ADDRESSEE = KnownVocabulary.ADDRESSEE
ALT, NONE = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier
KEY = Qt.Key


def shown(window: MainWindow) -> WordsPage:
    return shown_view(window, WORDS, WordsPage)


@pytest.fixture
def page(qtbot: QtBot, wide: MainWindow) -> WordsPage:
    found = shown(wide)
    found.open(ADDRESSEE)
    QApplication.processEvents()
    wide.activateWindow()
    qtbot.waitUntil(wide.isActiveWindow)
    found.table.setFocus()
    qtbot.waitUntil(found.table.hasFocus)
    found.held = wide  # type: ignore[attr-defined]
    return found


def keys(page: WordsPage) -> list[tuple[int, str]]:
    return [(row.depth, row.term.key) for row in page.table.rows.rows]


def press(key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, held)
    QApplication.processEvents()


def typed(text: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), text)


def term_of(workspace: Workspace, key: str, vocabulary: str = ADDRESSEE) -> Term:
    return next(term for term in workspace.store.terms(vocabulary, retired=True) if term.key == key)


def at_hand(page: WordsPage) -> Term:
    row = page.table.at_hand
    assert row is not None
    return row.term


def asked(workspace: Workspace, *addressees: UUID) -> Recommendation:
    made = Recommendation(
        id=workspace.store.new_id(), set=RecommendationSet.POLICY, text="Fund it.", addressees=list(addressees)
    )
    workspace.store.save(made)
    return made


def test_vocabularies_stand_at_the_side_with_how_many_terms_each_has(page: WordsPage, workspace: Workspace) -> None:
    listed = [page.side.list.item(row).text() for row in range(page.side.list.count())]
    assert listed[:2] == ["What recommendations are about", "Strands"]
    assert "Whom they are for" in listed
    row = listed.index("Addressees")
    assert page.side.list.currentRow() == row
    assert page.status()[0][0] == f"{workspace.store.count(Vocabulary)} vocabularies"


def test_a_term_is_added_below_the_chosen_one_by_the_keyboard_alone(page: WordsPage, workspace: Workspace) -> None:
    first = keys(page)[0]
    press(KEY.Key_N)
    typed("River councils")
    press(KEY.Key_Return)
    assert keys(page)[:2] == [first, (0, "river_councils")]
    assert at_hand(page).key == "river_councils"
    assert page.table.hasFocus()
    made = term_of(workspace, "river_councils")
    assert list(made.label.values()) == ["River councils"]
    workspace.steps.undo()
    assert workspace.store.get(Term, made.id).deleted


def test_a_name_typed_in_a_second_language_goes_to_the_same_new_term(page: WordsPage, workspace: Workspace) -> None:
    before = workspace.store.count(Term)
    press(KEY.Key_N)
    lines = list(page.form.labels.lines.items())
    (first, one), (second, other) = lines[:2]
    QTest.keyClicks(one, "councils")
    other.setFocus()
    QTest.keyClicks(other, "conseils")
    other.flush()
    assert workspace.store.count(Term) == before + 1
    assert term_of(workspace, "councils").label == {first: "councils", second: "conseils"}


def test_leaving_a_new_term_without_a_name_adds_nothing(page: WordsPage, workspace: Workspace) -> None:
    before = workspace.store.count(Term)
    press(KEY.Key_N)
    press(KEY.Key_Escape)
    assert page.table.hasFocus()
    assert not page.peek.isVisible()
    assert workspace.store.count(Term) == before


def test_a_term_goes_under_the_one_above_and_out_and_up_and_down(page: WordsPage) -> None:
    page.table.choose(1)
    first, second = keys(page)[:2]
    press(KEY.Key_Right, ALT)
    assert keys(page)[:2] == [first, (1, second[1])]
    assert at_hand(page).key == second[1]
    press(KEY.Key_Left, ALT)
    assert keys(page)[:2] == [first, second]
    press(KEY.Key_Up, ALT)
    assert keys(page)[:2] == [second, first]
    press(KEY.Key_Down, ALT)
    assert keys(page)[:2] == [first, second]


def test_the_arrows_fold_and_unfold_and_go_to_what_a_term_stands_under(page: WordsPage) -> None:
    whole = keys(page)
    place = next(row for row, (depth, _) in enumerate(whole) if depth)
    page.table.choose(place)
    press(KEY.Key_Left)
    assert page.table.row == place - 1
    press(KEY.Key_Left)
    assert len(keys(page)) < len(whole)
    press(KEY.Key_Right)
    assert keys(page) == whole
    press(KEY.Key_Right)
    assert page.table.row == place


def test_a_missing_name_is_said_in_its_place_and_filled_in_by_the_keyboard(
    page: WordsPage, workspace: Workspace
) -> None:
    first = at_hand(page)
    workspace.change(first, label={"en": first.label["en"]})
    missing = [page.table.rows.index(0, column).data() for column in range(3)]
    assert missing.count("missing") == 2
    chips = [chip for chip in page.bar.tabs.values() if not chip.isHidden()]
    assert [chip.text() for chip in chips] == ["1 without French", "1 without Spanish"]
    chips[0].click()
    assert keys(page) == [(0, first.key)]
    page.table.setFocus()
    press(KEY.Key_F2)
    typed("les premiers")
    press(KEY.Key_Return)
    assert workspace.store.get(Term, first.id).label["fr"] == "les premiers"


def test_what_is_sought_is_found_in_every_language(page: WordsPage) -> None:
    page.go_find()
    typed("gobiernos nac")
    assert [key for _, key in keys(page)] == ["national_governments"]
    press(KEY.Key_Escape)
    assert len(keys(page)) > 5
    assert page.table.hasFocus()
    page.go_find()
    typed("xyzzy")
    assert keys(page) == []
    assert not page.spread.shows_terms
    page.spread.everything.click()
    assert page.spread.shows_terms


def test_space_shows_a_term_and_the_arrows_the_next_one(page: WordsPage) -> None:
    press(KEY.Key_Space)
    assert page.peek.isVisible()
    first = page.form.name.whole
    press(KEY.Key_Down)
    assert page.form.name.whole not in ("", first)
    press(KEY.Key_Space)
    assert not page.peek.isVisible()


def test_what_has_a_term_is_listed_and_leads_there(page: WordsPage, workspace: Workspace) -> None:
    term = at_hand(page)
    record = asked(workspace, term.id)
    led: list[object] = []
    workspace.record_asked.connect(led.append)
    page.read_again()
    press(KEY.Key_Space)
    column = page.form.uses.layout()
    assert column is not None
    row = column.itemAt(1).widget()
    row.click()  # type: ignore[union-attr]
    assert led == [record.id]
    assert page.table.rows.index(0, page.table.rows.used_column).data() == "1"


def test_a_term_is_joined_by_typing_the_other_and_undone_in_one_step(page: WordsPage, workspace: Workspace) -> None:
    old, new = at_hand(page), term_of(workspace, keys(page)[3][1])
    record = asked(workspace, old.id)
    page.open_peek()
    page.form.acts.join_button.click()
    typed(new.label["en"][:18])
    press(KEY.Key_Return)
    assert workspace.store.get(Recommendation, record.id).addressees == [new.id]
    assert workspace.store.get(Term, old.id).joined == new.id
    page.choose(old.id)
    assert "stands for it now" in page.form.acts._said.text()
    late = asked(workspace, old.id)
    page.read_again()
    assert page.form.acts.move_button.isVisible()
    page.form.acts.move_button.click()
    assert workspace.store.get(Recommendation, late.id).addressees == [new.id]
    workspace.steps.undo()
    workspace.steps.undo()
    assert workspace.store.get(Recommendation, record.id).addressees == [old.id]
    assert workspace.store.get(Term, old.id).joined is None


def test_a_term_is_retired_and_brought_back(page: WordsPage, workspace: Workspace) -> None:
    term = at_hand(page)
    page.open_peek()
    page.form.acts.retire_button.click()
    assert workspace.store.get(Term, term.id).retired
    page.choose(term.id)
    assert page.form.acts.back_button.isVisible()
    assert not page.form.acts.retire_button.isVisible()
    page.form.acts.back_button.click()
    assert not workspace.store.get(Term, term.id).retired


@pytest.mark.parametrize(
    "name", ["w" * 5000, "word " * 1000, "<b>bold</b> &amp; <img src=x>", "=1+1", "ظلّ الماء (اختبار)"], ids=range(5)
)
def test_a_name_of_any_length_and_kind_is_shown_as_it_was_typed_and_moves_nothing(
    page: WordsPage, workspace: Workspace, name: str
) -> None:
    before = page.window().size()
    first, second = page.table.rows.rows[0].term, page.table.rows.rows[1].term
    asked(workspace, first.id)
    workspace.change(first, label={"en": name, "fr": name, "es": name})
    workspace.reread()
    for term in (first, second):  # it, and one that may stand under it or be joined with it
        page.choose(term.id)
        page.open_peek()
        page.form.acts.ask_other()
        page.grab()
        press(KEY.Key_Escape)
    page.choose(first.id)
    page.open_peek()
    said = " ".join(name.split())
    assert page.form.labels.lines["en"].text() == name
    assert page.table.model().index(page.table.row, 0).data() == said
    assert page.window().size() == before
    assert page.minimumSizeHint().width() <= page.width()
    assert page.peek.geometry().right() <= page.width()


def test_where_a_term_stands_is_chosen_and_never_under_itself(page: WordsPage, workspace: Workspace) -> None:
    place = next(row for row, (depth, _) in enumerate(keys(page)) if depth)
    above, below = page.table.rows.rows[place - 1].term, page.table.rows.rows[place].term
    page.choose(above.id)
    page.open_peek()
    box = page.form.parent_choice
    offered = [box.itemData(row) for row in range(box.count())]
    assert above.id not in offered
    assert below.id not in offered
    page.choose(below.id)
    box.setCurrentIndex(0)
    box.activated.emit(0)
    assert workspace.store.get(Term, below.id).parent is None


def test_phrases_of_a_family_and_a_wrong_day_are_said_beside_their_fields(
    page: WordsPage, workspace: Workspace
) -> None:
    term = at_hand(page)
    page.open_peek()
    page.form.more.open()
    heading = page.form.more._phrases["heading"].lines["en"]
    heading.setText("What we ask of you")
    heading.flush()
    assert workspace.store.get(Term, term.id).heading["en"] == "What we ask of you"
    day = page.form.more._day
    day.setText("5 October")
    day.flush()
    assert page.form.more._wrong_day.isVisible()
    assert day.text() == "5 October"
    day.setText("2021-10-05")
    day.flush()
    assert not page.form.more._wrong_day.isVisible()
    assert str(workspace.store.get(Term, term.id).decides_on) == "2021-10-05"


def test_a_vocabulary_of_our_own_is_made_and_opened(page: WordsPage, workspace: Workspace) -> None:
    page.new_vocabulary()
    typed("River basins")
    press(KEY.Key_Return)
    assert page.key == "river_basins"
    assert not page.spread.shows_terms
    page.edit_vocabulary()
    page.about.several.click()
    assert not workspace.store.all(Vocabulary, key="river_basins")[0].several


def test_once_a_new_vocabulary_has_a_name_the_keyboard_is_where_its_first_term_is_added(
    page: WordsPage, workspace: Workspace
) -> None:
    page.new_vocabulary()
    QTest.keyClicks(QApplication.focusWidget(), "Themes of our own")
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_Return)
    assert QApplication.focusWidget() is page.spread.first_term
    QTest.keyClick(page.spread.first_term, KEY.Key_Space)
    QTest.keyClicks(QApplication.focusWidget(), "Water")
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_Return)
    assert [row.term.label for row in page.table.rows.rows] == [{"en": "Water"}]


def test_without_any_vocabulary_the_first_step_is_offered(
    qtbot: QtBot, bare: Workspace, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder / "empty.consult"
    new_without_kit(path, "Water", "", "en", bare.identity).close()
    bare.open_now(path)
    window = MainWindow(bare)
    qtbot.addWidget(window)
    window.show()
    page = shown(window)
    opened: list[QMenu] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, *_: opened.append(menu))
    assert page.spread.first_vocabulary.isVisibleTo(page)
    page.spread.first_vocabulary.click()
    offered = {action.text(): action for action in opened[0].actions()}
    offered["Addressees"].trigger()
    assert page.key == ADDRESSEE
    assert [each.key for each in bare.store.all(Vocabulary)] == [ADDRESSEE]


def test_a_list_of_terms_is_about_the_vocabulary_that_is_open_and_its_names_alone_join_nothing(
    page: WordsPage, workspace: Workspace, qtbot: QtBot
) -> None:
    before = workspace.store.count(Term)
    page.import_button.click()
    place = page.window().place
    sheet = place.sheet(WORDS)
    sheet.incoming.paste("English\tFrançais\nnational governments\tles États\nThe mayors\tles maires\n")
    qtbot.waitUntil(lambda: sheet.incoming.looked.preview is not None and not sheet.incoming.is_busy)
    assert [row.standing for row in sheet.incoming.looked.preview.rows] == [Standing.DOUBTFUL, Standing.NEW]
    assert workspace.store.count(Term) == before
    governments = term_of(workspace, "national_governments")
    sheet.incoming.answer(2, governments.id)
    qtbot.waitUntil(lambda: sheet.incoming.brings == 2 and not sheet.incoming.is_busy)
    sheet.take_button.click()
    qtbot.waitUntil(lambda: page.isVisible())
    assert workspace.store.count(Term) == before + 1
    assert term_of(workspace, "national_governments").label["fr"] == "les États"
    assert term_of(workspace, "the_mayors").vocabulary == page.key
    workspace.steps.undo()
    assert workspace.store.count(Term) == before


@pytest.mark.parametrize("name", ["terms.csv", "terms.xlsx"])
def test_the_terms_of_one_vocabulary_or_of_all_are_written_to_a_table(
    page: WordsPage, folder: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    opened: list[QMenu] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, *_: opened.append(menu))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(folder / name), ""))
    page.export()
    for action, written in zip(opened[0].actions(), ({ADDRESSEE}, set(page.trees)), strict=True):
        action.trigger()
        vocabularies = {cells[1] for _, cells in read_rows(folder / name).rows[1:]}
        assert vocabularies == written


def test_a_term_and_a_vocabulary_are_shown_from_elsewhere(page: WordsPage, workspace: Workspace) -> None:
    strand = workspace.store.terms(KnownVocabulary.STRAND)[0]
    page.show_record(strand.id)
    assert page.key == KnownVocabulary.STRAND
    assert page.form.name.whole == workspace.label(strand.label)
    page.show_record(Vocabulary.id_of(KnownVocabulary.REGION))
    assert page.key == KnownVocabulary.REGION


def test_what_is_shown_is_taken_up_in_another_language(page: WordsPage) -> None:
    page.table.choose(2)
    page.open_peek()
    state = page.state()
    term = at_hand(page).id
    page.close_peek()
    page.open(KnownVocabulary.STRAND)
    page.restore(state)
    assert (page.key, at_hand(page).id, page.peek.isVisible()) == (ADDRESSEE, term, True)


def test_a_retired_term_stays_where_it_was_chosen_and_is_offered_nowhere_else(
    page: WordsPage, workspace: Workspace
) -> None:
    old, new = at_hand(page), term_of(workspace, keys(page)[3][1])
    join(workspace.store, old, new)
    retire(workspace.store, new)
    page.read_again()
    offers = page.form.acts
    page.choose(keys(page) and page.table.rows.rows[0].term.id)
    page.open_peek()
    rows = [offer.key for offer in offers._rows("") if offer is not None and hasattr(offer, "key")]
    assert old.id not in rows
    assert new.id not in rows
