"""The palette: everything that can be done now and everything in the file, by typing; it teaches the keys."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from consultation.model import Person, Recommendation
from consultation.model.choices import RecommendationSet
from ui.actions import TABLE, Action, Scope, anywhere, declaring, merging, preparing, recording
from ui.declaration import DeclarationPlace
from ui.keys import offered, shown
from ui.prepare.place import VIEWS
from ui.session import SessionPlace
from ui.shell.finding import Family
from ui.shell.palette import Palette

ELSEWHERE = {
    Scope.PALETTE: "keys of the palette itself",
    Scope.LINE: "keys of the entry line, meaningless once the keyboard has left it",
    Scope.SEARCH: "keys of a search field",
    Scope.FINDING: "keys of a search field",
    Scope.SOURCES: "leaves what the palette covers",
    Scope.WORDING: "keys of the field for another wording",
    Scope.CLAUSE: "keys of the field for a clause",
    Scope.RECENT: "the start page has no palette over a file",
    Scope.PEOPLE: "about the row of a list that has the keyboard",
    Scope.NAME: "keys of the fields of a name",
    Scope.AGENDA: "about the row of a list that has the keyboard",
    Scope.COUNTING: "keys of the fields in which hands are counted",
    Scope.DETAILS: "keys of the fields of the details",
    Scope.TRANSLATING: "keys of the field for a translation",
    Scope.QUEUE: "about the head that has the keyboard",
    Scope.TABLE_IN: "its page is made when it is asked for, and offers them then",
    Scope.PEOPLE_PAIRS: "its page is made when it is asked for, and offers them then",
    Scope.PERSON_FORM: "keys of the fields of a form",
    Scope.PROGRAMME_ROWS: "about the row of a form that has the keyboard",
    Scope.HISTORY: "its page is made when it is asked for, and offers them then",
}
"""Parts of the window whose actions the palette does not run, each with the reason."""
NOT_RUN = {
    anywhere.PALETTE: "it is open",
    preparing.SORT_ROWS: "each number is another column",
    preparing.SORT_INTERESTS: "each number is another column",
    recording.MARK: "marks letter by letter, by holding the key",
    recording.MARK_WORDS: "marks word by word, by holding the key",
    recording.LEAVE_STREAM: "leaves a list that the palette has left already",
    merging.TICK_FILE: "about the row of a table that has the keyboard",
    merging.PEEK_FILE: "about the row of a table that has the keyboard",
    merging.DROP_FILE: "about the row of a table that has the keyboard",
    merging.LOOK_AT_SAVABLE: "about the row of a table that has the keyboard",
    merging.TICK_ALL: "about the table that has the keyboard",
    declaring.USE_WORDS: "keys of the fields of a wording",
    merging.LEAVE_PEEK: "closes what the palette covers",
    merging.LEAD_GROUP: "each number is another member; they stand on the cards",
    merging.ANSWER: "each number is another answer; they stand on the answers",
}
"""Actions that the palette does not run, each with the reason."""


@pytest.fixture
def opened(window, qtbot: QtBot) -> Callable[[], Palette]:
    """Open the palette by its key, as a person does."""

    def press() -> Palette:
        qtbot.keyClick(window.focusWidget() or window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        palette = window.leading.palette
        assert palette is not None
        qtbot.waitUntil(palette.field.hasFocus)
        return palette

    return press


def look(palette: Palette, qtbot: QtBot, typed: str) -> list[str]:
    """Type and return the words of what is found."""
    palette.field.clear()
    qtbot.keyClicks(palette.field, typed)
    qtbot.waitUntil(lambda: not palette._soon.isActive())
    return [found.words for found in palette.found]


def asks(workspace, code: str, text: str) -> Recommendation:
    store = workspace.store
    made = Recommendation(
        id=store.new_id(),
        session=store.session(code).id,
        set=RecommendationSet.POLICY,
        text=text,
        language="en",
    )
    workspace.save(made)
    return made


def test_escape_goes_back_to_where_the_keyboard_was(window, opened, qtbot) -> None:
    place = window.place
    place.room.entry.setFocus()
    qtbot.keyClicks(place.room.entry.edit, "half a sent")
    palette = opened()
    qtbot.keyClicks(palette.field, "water")
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert window.leading.palette is None
    assert place.room.entry.edit.hasFocus()
    assert place.room.entry.text == "half a sent"


def test_its_own_key_closes_it_again(window, opened, qtbot) -> None:
    palette = opened()
    qtbot.keyClick(palette.field, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window.leading.palette is None


def test_without_typing_it_lists_what_can_be_done_here_first(window, opened) -> None:
    palette = opened()
    families = {found.family for found in palette.found}
    assert families == {Family.HERE}
    t = window.workspace.t
    words = [found.words for found in palette.found]
    assert words.index(t(recording.SESSIONS.words)) < words.index(t(anywhere.QUIT.words))
    assert t(declaring.DRAFT.words) not in words  # belongs to a place that is not shown
    assert t(anywhere.UNDO.words) not in words  # there is nothing to undo


def test_each_action_shows_its_key(window, opened) -> None:
    palette = opened()
    keys = {found.words: found.at_end for found in palette.found}
    assert keys[window.workspace.t(recording.SESSIONS.words)] == shown(recording.SESSIONS)


def test_enter_does_it_in_the_page_where_the_keyboard_was(window, opened, qtbot) -> None:
    palette = opened()
    look(palette, qtbot, "declaration")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert isinstance(window.place, DeclarationPlace)
    assert window.leading.palette is None


def test_enter_right_after_the_last_letter_does_what_those_letters_find(window, opened, qtbot) -> None:
    palette = opened()
    qtbot.keyClicks(palette.field, "go to merging")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.place.shown_by is anywhere.GO_MERGE


def test_families_stand_in_their_order_and_are_counted(window, workspace, opened, qtbot) -> None:
    asks(workspace, "D4-CARE", "Care for those who care.")
    workspace.save(Person(name="Carel Aarts"))
    palette = opened()
    look(palette, qtbot, "care")
    families = [found.family for found in palette.found]
    assert families == sorted(families, key=list(Family).index)
    assert set(families) >= {Family.RECOMMENDATIONS, Family.SESSIONS, Family.PEOPLE}
    assert palette._count.text() == f"{len(palette.found)} found"


def test_a_recommendation_leads_to_where_it_was_made(window, workspace, opened, qtbot) -> None:
    workspace.save(Person(name="Léa Durand"))
    asked = asks(workspace, "D2-WATER", "Give the river a guardian.")
    window.go(anywhere.GO_DECLARATION)
    palette = opened()
    assert "Give the river a guardian." in look(palette, qtbot, "guardian")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert isinstance(window.place, SessionPlace)
    assert window.place.session.code == "D2-WATER"
    assert window.place.room.stream.entry.id == asked.id


def test_a_number_finds_the_recommendation_of_the_session_at_hand_first(window, workspace, opened, qtbot) -> None:
    asks(workspace, "D1-CLIMATE", "Climate first.")
    asks(workspace, "D4-CARE", "Care first.")
    window.place.show_session(workspace.store.session("D4-CARE").id)
    palette = opened()
    assert look(palette, qtbot, "1")[:2] == ["Care first.", "Climate first."]


def test_a_session_is_gone_to(window, workspace, opened, qtbot) -> None:
    window.go(anywhere.GO_DECLARATION)
    palette = opened()
    look(palette, qtbot, "d2-wat")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert isinstance(window.place, SessionPlace), "and not where it was prepared"
    assert window.place.session.code == "D2-WATER"


def test_somebody_is_given_the_floor_from_another_place(window, workspace, opened, qtbot) -> None:
    person = Person(name="Rokia Saré", organisation="Conseil des jeunes")
    workspace.save(person)
    window.go(anywhere.GO_MERGE)
    palette = opened()
    assert look(palette, qtbot, "@sare") == ["Rokia Saré"]
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert isinstance(window.place, SessionPlace)
    assert window.place.room.entry.speaker.person == person.id


def test_a_sign_before_the_words_finds_one_family(window, workspace, opened, qtbot) -> None:
    asks(workspace, "D4-CARE", "Go on with care.")
    palette = opened()
    look(palette, qtbot, ">go")
    assert palette.found
    assert {found.family for found in palette.found} == {Family.HERE}


def test_the_numbers_that_were_not_read_yet_come_after(window, workspace, opened, qtbot) -> None:
    asks(workspace, "D4-CARE", "Care first.")
    palette = opened()
    look(palette, qtbot, "care first")
    qtbot.waitUntil(lambda: not palette._ahead.isActive())
    assert palette.found[0].number == "1"


def test_arrows_choose_and_headings_are_passed_over(window, opened, qtbot) -> None:
    palette = opened()
    look(palette, qtbot, "go to")
    first = palette.rows.current.key
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    second = palette.rows.current.key
    qtbot.keyClick(palette.field, Qt.Key.Key_Up)
    assert (first, palette.rows.current.key) == (0, 0)
    assert second == 1


def test_it_never_opens_a_window_and_fits_the_smallest_one(window, opened, qtbot) -> None:
    window.resize(960, 600)
    palette = opened()
    assert palette.window() is window
    assert window.rect().contains(palette.geometry())


def test_without_a_file_it_offers_what_can_be_done_then(window, workspace, opened, qtbot) -> None:
    workspace.close()
    palette = opened()
    words = look(palette, qtbot, "a")
    assert workspace.t(anywhere.OPEN.words) in words
    assert workspace.t(anywhere.COPY.words) not in words


def test_it_goes_when_the_file_does(window, workspace, opened) -> None:
    opened()
    workspace.close()
    assert window.leading.palette is None


def all_offered(window) -> set[Action]:
    """Return every action that some place offers, possible just now or not."""
    from ui.keys import _Offer

    window.go(anywhere.GO_PREPARE)
    for view in VIEWS:  # made when it is shown for the first time
        window.place.show_view(view)
    return {offer.action for offer in window.findChildren(_Offer)} | set(window._acts())


def test_every_action_is_run_by_the_palette_or_left_out_for_a_reason(window) -> None:
    run = all_offered(window)
    missing = [
        action.name for action in TABLE if action not in run and action.scope not in ELSEWHERE and action not in NOT_RUN
    ]
    assert not missing, " ".join(missing)
    assert offered(window)


def test_the_palette_goes_when_a_job_begins_to_write_for_the_file_cannot_be_read_then(window, opened, workspace, qtbot):
    palette = opened()
    job = workspace.jobs.run("Writing", lambda progress: None, writes=True)
    assert palette.isHidden()
    qtbot.waitUntil(lambda: not workspace.jobs.writing)
    assert job is not None
    assert window.leading.palette is None
