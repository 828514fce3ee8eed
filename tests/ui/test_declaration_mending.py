"""What a declaration waits for is mended where it stands: conflicts, translations, opposites, wordings."""

from __future__ import annotations

from pathlib import Path

import pytest
from declaring import idle, shown
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from consultation.merging import merge
from consultation.model import Decision, Group, Item, Recommendation, RecommendationStatus, Verdict
from consultation.reading.needs import Need
from consultation.reading.passages import State
from tests.builders import handed_to
from tests.drafting.rooms import Ticking, a_room, asked
from ui.actions import Action, declaring
from ui.declaration.conflict_mend import ConflictMend
from ui.declaration.head import TEXT, UNUSED
from ui.declaration.opposites_mend import OppositesMend
from ui.declaration.place import DeclarationPlace
from ui.declaration.strand_mend import StrandMend
from ui.declaration.translation_mend import TranslationMend
from ui.workspace import Workspace

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
ADOPTED = {"status": RecommendationStatus.ADOPTED, "strands": ("planet",)}


def opened(qtbot: QtBot, workspace: Workspace, path: Path) -> DeclarationPlace:
    """The drafted declaration of a file."""
    assert workspace.open_now(path)
    place = shown(qtbot, workspace, 1440, 900)
    place.speak("en")
    place.make_draft()
    return idle(qtbot, place)


def item_of(place: DeclarationPlace, source: Recommendation):
    """The item that comes from a recommendation, as it is read."""
    items = [item for paragraph in place.standing.paragraphs for item in paragraph.items]
    return next(item for item in items if source.id in item.own_sources)


def press_next(qtbot: QtBot, place: DeclarationPlace) -> None:
    qtbot.keyClick(place.held, Qt.Key.Key_N, ALT)


def the_mend(place: DeclarationPlace, kind: type):
    (found,) = [mend for mend in place.spread.peek.mending.mends if isinstance(mend, kind)]
    return found


def test_alt_n_leads_to_a_translation_and_saving_it_to_the_next(qtbot: QtBot, bare: Workspace, folder: Path):
    with a_room(folder) as store:
        first = asked(store, "Créer un fonds.", language="fr", **ADOPTED)
        second = asked(store, "Ouvrir les puits.", language="fr", **ADOPTED)
    place = opened(qtbot, bare, store.path)
    assert place.spread.side.needs.rows[0].count == "2"
    press_next(qtbot, place)
    at_hand = place.text.row.passage
    assert at_hand.own_sources[0] in (first.id, second.id)
    mend = the_mend(place, TranslationMend)
    qtbot.waitUntil(mend.field.hasFocus)
    assert mend.original.toPlainText() == at_hand.original
    qtbot.keyClicks(mend.field, "Create a fund.")
    qtbot.keyClick(mend.field, Qt.Key.Key_Return, CONTROL)
    source = place._workspace.store.get(Recommendation, at_hand.own_sources[0])
    assert source.translations["en"]["text"] == "Create a fund."
    assert place.text.row.id != at_hand.id
    assert place.text.row.passage.state is State.UNTRANSLATED
    qtbot.waitUntil(the_mend(place, TranslationMend).field.hasFocus)


def test_a_stale_translation_shows_what_was_changed_and_may_still_hold(qtbot: QtBot, bare: Workspace, folder: Path):
    with a_room(folder) as store:
        source = asked(store, "Créer un fonds.", language="fr", **ADOPTED)
    place = opened(qtbot, bare, store.path)
    press_next(qtbot, place)
    mend = the_mend(place, TranslationMend)
    mend.field.setPlainText("Create a fund.")
    mend.save.click()
    bare.change(bare.store.get(Recommendation, source.id), text="Créer un fonds commun.")
    assert place.needs.passages == {Need.STALE: (item_of(place, source).id,)}
    press_next(qtbot, place)
    mend = the_mend(place, TranslationMend)
    assert mend.original.marked == ["commun"]
    assert mend.field.toPlainText() == "create a fund"
    mend.holds.click()
    assert place.needs.is_final
    assert bare.store.get(Recommendation, source.id).translations["en"]["text"] == "Create a fund."


def test_words_being_typed_stay_when_somebody_writes_elsewhere(qtbot: QtBot, bare: Workspace, folder: Path):
    with a_room(folder) as store:
        asked(store, "Créer un fonds.", language="fr", **ADOPTED)
        other = asked(store, "Mend the roads.", **ADOPTED)
    place = opened(qtbot, bare, store.path)
    press_next(qtbot, place)
    mend = the_mend(place, TranslationMend)
    qtbot.keyClicks(mend.field, "Create a")
    bare.change(bare.store.get(Item, item_of(place, other).id), words={"en": "mend every road"})
    assert the_mend(place, TranslationMend) is mend
    assert mend.field.toPlainText() == "Create a"


def test_words_that_were_not_saved_wait_at_their_clause(qtbot: QtBot, bare: Workspace, folder: Path):
    with a_room(folder) as store:
        asked(store, "Créer un fonds.", language="fr", **ADOPTED)
        asked(store, "Mend the roads.", **ADOPTED)
    place = opened(qtbot, bare, store.path)
    press_next(qtbot, place)
    waiting = place.text.row.id
    qtbot.keyClicks(the_mend(place, TranslationMend).field, "Create a")
    other = next(row.id for row in place.clauses if row.id not in (None, waiting))
    place.text.choose(other)
    place.text.choose(waiting)
    assert the_mend(place, TranslationMend).field.toPlainText() == "Create a"


def test_a_conflict_is_decided_by_its_number_and_the_item_says_what_was_chosen(
    qtbot: QtBot, bare: Workspace, folder: Path
):
    with a_room(folder) as store:
        source = asked(store, "Open the wells.", **ADOPTED)
        with handed_to(store, "Bo", watch=Ticking(store.clock.now() + 60_000)) as other:
            other.change(other.get(Recommendation, source.id), text="Open all wells.")
            store.change(source, text="Open two wells.")
            merge(store, [other.path])
    place = opened(qtbot, bare, store.path)
    assert place.needs.passages == {Need.CONFLICT: (item_of(place, source).id,)}
    press_next(qtbot, place)
    mend = the_mend(place, ConflictMend)
    qtbot.waitUntil(mend.choices[0].hasFocus)
    answers = [answer.value for answer in mend._question.answers]
    assert sorted(answers) == ["Open all wells.", "Open two wells."]
    chosen = next(answer for answer in answers if answer != bare.store.get(Recommendation, source.id).text)
    qtbot.keyClick(QApplication.focusWidget(), [Qt.Key.Key_1, Qt.Key.Key_2][answers.index(chosen)])
    idle(qtbot, place)
    assert bare.store.get(Recommendation, source.id).text == chosen
    assert place.needs.is_final
    assert item_of(place, source).parts.words == chosen[0].lower() + chosen[1:-1]


def test_another_wording_is_written_where_the_conflict_stands(qtbot: QtBot, bare: Workspace, folder: Path):
    with a_room(folder) as store:
        source = asked(store, "Open the wells.", **ADOPTED)
        with handed_to(store, "Bo", watch=Ticking(store.clock.now() + 60_000)) as other:
            other.change(other.get(Recommendation, source.id), text="Open all wells.")
            store.change(source, text="Open two wells.")
            merge(store, [other.path])
    place = opened(qtbot, bare, store.path)
    press_next(qtbot, place)
    mend = the_mend(place, ConflictMend)
    mend.write.click()
    mend.own.setPlainText("Open twelve wells.")
    qtbot.keyClick(mend.own, Qt.Key.Key_Return, CONTROL)
    idle(qtbot, place)
    assert bare.store.get(Recommendation, source.id).text == "Open twelve wells."
    assert item_of(place, source).parts.words == "open twelve wells"


def test_opposites_lead_to_each_other_and_one_can_be_left_out(qtbot: QtBot, bare: Workspace, folder: Path):
    with a_room(folder) as store:
        opening = asked(store, "Open the wells.", **ADOPTED)
        closing = asked(store, "Close the wells.", **ADOPTED)
        store.save(Verdict(id=store.new_id(), first=opening.id, second=closing.id, decision=Decision.CONTRADICT))
    place = opened(qtbot, bare, store.path)
    assert place.status()[1] == ["No final edition yet: 1 contradiction"]
    assert place.spread.side.needs.rows[0].count == "1"
    press_next(qtbot, place)
    first = place.text.row.id
    (second,) = place.needs.against(first)
    mend = the_mend(place, OppositesMend)
    mend.passage_asked.emit(second)
    assert place.text.row.id == second
    the_mend(place, OppositesMend).leave.click()
    assert bare.store.get(Item, second).left_out
    assert place.needs.is_final


def test_a_strand_is_given_where_it_is_missing(qtbot: QtBot, bare: Workspace, folder: Path):
    with a_room(folder) as store:
        source = asked(store, "Open the wells.", status=RecommendationStatus.ADOPTED)
    place = opened(qtbot, bare, store.path)
    press_next(qtbot, place)
    the_mend(place, StrandMend).strands[1].click()
    assert bare.store.get(Recommendation, source.id).terms["strand"] == [bare.store.terms("strand")[1].id]
    assert place.needs.total == 0


def test_what_cannot_be_an_item_is_worded_from_a_proposal(qtbot: QtBot, bare: Workspace, folder: Path):
    with a_room(folder) as store:
        shouted = asked(store, "OPEN THE WELLS OF EVERY TOWN AND VILLAGE.", **ADOPTED)
        asked(store, "Mend the roads.", **ADOPTED)
    place = opened(qtbot, bare, store.path)
    assert place.needs.wording == (shouted.id,)
    press_next(qtbot, place)
    idle(qtbot, place)
    assert place.spread.view == UNUSED
    (card,) = place.spread.unused.word_cards
    qtbot.waitUntil(card.fields[0].hasFocus)
    assert card.fields[0].toPlainText() == "Open the wells of every town and village."
    card.more.click()
    card.fields[1].setPlainText("close the gates")
    card.use.click()
    idle(qtbot, place)
    said = [row.passage.parts.words for row in place.clauses if shouted.id in row.passage.own_sources and row.lettered]
    assert said == ["open the wells of every town and village", "close the gates"]
    assert place.needs.wording == ()
    qtbot.keyClick(place.held, Qt.Key.Key_Z, CONTROL)
    assert place.needs.wording == (shouted.id,)
    assert bare.store.all(Group) == []


def test_without_needs_the_line_says_that_nothing_keeps_it_from_being_final(
    qtbot: QtBot, bare: Workspace, folder: Path
):
    with a_room(folder) as store:
        asked(store, "Mend the roads.", **ADOPTED)
    place = opened(qtbot, bare, store.path)
    assert place.status()[1] == ["Nothing keeps it from being final"]
    press_next(qtbot, place)
    assert place.spread.view == TEXT


@pytest.mark.parametrize("action", [declaring.TWO_LANGUAGES, declaring.NOT_USED, declaring.EDITIONS])
def test_every_view_has_a_key_and_takes_the_keyboard(qtbot: QtBot, bare: Workspace, folder: Path, action: Action):
    with a_room(folder) as store:
        asked(store, "Mend the roads.", **ADOPTED)
    place = opened(qtbot, bare, store.path)
    qtbot.keyClick(place.held, getattr(Qt.Key, f"Key_{action.keys[0][-1]}"), ALT)
    idle(qtbot, place)
    view = place.spread._parts[place.spread.view]
    assert place.spread.view != TEXT
    focus = QApplication.focusWidget()
    assert focus is not None
    assert view.isAncestorOf(focus) or focus is view
