"""The details: edits are saved when a field is left or after a pause, and never lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QToolButton

from consultation.errors import NotSaved
from consultation.merging import merge
from consultation.model import (
    Intervention,
    KnownVocabulary,
    Recommendation,
    RecommendationSet,
    Reservation,
    Support,
    Term,
    texts_of,
)
from consultation.store import Store
from ui.session.agenda import agenda_item
from ui.widgets.chips import Chip


@pytest.fixture
def place(window, workspace):
    place = window.place
    place.show_session(workspace.store.session("D1-CLIMATE").id)
    place.details.show()
    return place


@pytest.fixture
def made(place, workspace) -> Recommendation:
    made = Recommendation(session=place.session.id, set=RecommendationSet.POLICY, text="Fund the buses.", language="en")
    assert workspace.save(made)
    place.show_record(made.id)
    return made


def facts(place) -> list[str]:
    """What stands below the selected entry in the stream."""
    return [fact.words for fact in place.room.stream.entry.facts]


def count(vote, number: int) -> None:
    """Type a number over what stands in a count field."""
    vote.selectAll()
    QTest.keyClicks(vote, str(number))


def page(place):
    return place.details._page()


def stored(workspace, record):
    return workspace.store.get(type(record), record.id)


def test_an_edit_is_saved_when_the_field_is_left(place, made, workspace) -> None:
    text = place.details.text
    text.setFocus()
    QTest.keyClick(text, Qt.Key.Key_End)
    QTest.keyClicks(text, " At night too.")
    place.room.entry.edit.setFocus()
    assert stored(workspace, made).text == "Fund the buses. At night too."
    assert place.room.stream.entry.text == "Fund the buses. At night too."


def test_an_edit_is_saved_after_a_pause(place, made, workspace, qtbot) -> None:
    text = place.details.text
    text.setFocus()
    QTest.keyClicks(text, "Now: ")
    qtbot.waitUntil(lambda: stored(workspace, made).text != "Fund the buses.", timeout=3000)


def test_an_edit_is_saved_when_another_entry_is_chosen(place, made, workspace) -> None:
    other = Intervention(session=place.session.id, text="Other")
    workspace.save(other)
    place.details.text.setFocus()
    QTest.keyClicks(place.details.text, "Now: ")
    place.show_record(other.id)
    assert stored(workspace, made).text == "Now: Fund the buses."
    assert place.details.text.toPlainText() == "Other"


def test_an_edit_that_cannot_be_saved_stays_typed(place, made, workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    other = Intervention(session=place.session.id, text="Other")
    workspace.save(other)

    def refuse(record, **values) -> None:
        raise NotSaved("The stick is full.")

    with monkeypatch.context() as full:
        full.setattr(workspace.store, "change", refuse)
        place.details.text.setFocus()
        QTest.keyClicks(place.details.text, "Now: ")
        place.show_record(other.id)
    assert stored(workspace, made).text == "Fund the buses."
    place.show_record(made.id)
    assert place.details.text.toPlainText() == "Now: Fund the buses."
    place.flush()
    assert stored(workspace, made).text == "Now: Fund the buses."


def test_a_text_cannot_be_emptied(place, made, workspace) -> None:
    text = place.details.text
    text.setFocus()
    text.selectAll()
    QTest.keyClick(text, Qt.Key.Key_Delete)
    place.room.entry.edit.setFocus()
    assert stored(workspace, made).text == "Fund the buses."
    assert text.toPlainText() == "Fund the buses."


def test_strands_are_ticked(place, made, workspace, qtbot) -> None:
    assert "no strand" in facts(place)
    planet = next(one for one in workspace.store.terms(KnownVocabulary.STRAND) if one.key == "planet")
    chip = next(one for one in place.details.findChildren(Chip) if one.text() == "Planet")
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert stored(workspace, made).chosen(KnownVocabulary.STRAND) == [planet.id]
    assert "no strand" not in facts(place)
    QTest.keyClick(chip, Qt.Key.Key_Space)
    assert stored(workspace, made).chosen(KnownVocabulary.STRAND) == []


def test_support_of_the_room_is_counted(place, made, workspace) -> None:
    room = page(place).support._rows[0]
    count(room.votes[0], 12)
    count(room.votes[1], 0)
    room.flush()
    (support,) = workspace.store.all(Support)
    assert (support.group, support.in_favour, support.against, support.abstain) == ("", 12, 0, None)
    assert place.room.stream.entry.counts == (12, 0, None)
    room = page(place).support._rows[0]
    count(room.votes[0], 13)
    room.flush()
    (support,) = workspace.store.all(Support)
    assert support.in_favour == 13


def test_a_count_knows_the_wording_that_was_counted(place, made, workspace) -> None:
    room = page(place).support._rows[0]
    count(room.votes[0], 12)
    room.flush()
    assert "counted on an earlier wording" not in facts(place)
    workspace.change(made, text="Pay for the buses, and for their drivers.")
    assert "counted on an earlier wording" in facts(place)
    room = page(place).support._rows[0]
    room.consensus.setCurrentIndex(0)
    room.consensus.activated.emit(0)
    room.flush()
    assert "counted on an earlier wording" in facts(place), "nobody has counted again"
    count(room.votes[0], 9)
    room.flush()
    assert "counted on an earlier wording" not in facts(place)


def test_two_counts_of_one_group_are_not_added_up(place, made, workspace) -> None:
    for hands in (12, 7):
        workspace.save(Support(id=workspace.store.new_id(), recommendation=made.id, in_favour=hands))
    assert "counted twice, not added up" in facts(place)
    assert not place.room.stream.entry.is_counted


def test_support_is_counted_by_group(place, made, workspace) -> None:
    table = page(place).support
    table.add_group()
    row = table._rows[-1]
    QTest.keyClicks(row.group, "Youth")
    count(row.votes[0], 7)
    row.flush()
    assert [(one.group, one.in_favour) for one in workspace.store.all(Support)] == [("Youth", 7)]
    assert [one.support.group for one in table._rows] == ["", "Youth"]


def test_a_reservation_is_added_and_deleted_and_comes_back(place, made, workspace) -> None:
    reservations = page(place).reservations
    reservations.add()
    card = reservations._cards[-1]
    QTest.keyClicks(card.text, "Not without the rural lines.")
    card.flush()
    QTest.keyClicks(card.who, "two mayors of the coast")
    card.flush()
    (reservation,) = workspace.store.all(Reservation)
    assert (reservation.text, reservation.who) == ("Not without the rural lines.", "two mayors of the coast")
    card.removed.emit(reservation.id)
    assert workspace.store.all(Reservation) == []
    workspace.steps.undo()
    assert len(workspace.store.all(Reservation)) == 1
    assert len(page(place).reservations._cards) == 1


def test_a_translation_is_kept_beside_the_others(place, made, workspace) -> None:
    fields = page(place)._translations
    assert set(fields) == {"fr", "es"}
    fields["fr"].edit.setPlainText("Financer les bus.")
    fields["fr"].flush()
    fields["es"].edit.setPlainText("Financiar los autobuses.")
    fields["es"].flush()
    assert texts_of(stored(workspace, made).translations) == {
        "fr": "Financer les bus.",
        "es": "Financiar los autobuses.",
    }


def test_the_source_leads_to_what_was_said(place, workspace) -> None:
    said = Intervention(session=place.session.id, text="The bus never comes.")
    made = Recommendation(
        session=place.session.id, set=RecommendationSet.POLICY, text="Fund the buses.", interventions=[said.id]
    )
    workspace.save(said)
    workspace.save(made)
    place.show_record(made.id)
    place.details.asked.emit(said.id)
    assert place.room.stream.entry.id == said.id


def test_the_history_of_what_is_shown_is_asked_for(place, made, workspace) -> None:
    asked = []
    workspace.history_asked.connect(lambda record: asked.append(record.id))
    (history,) = [button for button in place.details.findChildren(QToolButton) if button.accessibleName() == "History"]
    history.click()
    assert asked == [made.id]


def visible_chips(place) -> dict[str, Chip]:
    return {one.text(): one for one in place.details.findChildren(Chip) if one.isVisible()}


def test_a_term_that_comes_in_with_a_merge_is_offered_and_named(place, made, workspace, folder, qtbot) -> None:
    room = folder / "room.consult"
    workspace.store.send_copy(room)
    with Store.open(room, workspace.identity) as other:
        planet = next(one for one in other.terms(KnownVocabulary.STRAND) if one.key == "planet")
        rivers = Term(id=other.new_id(), vocabulary=planet.vocabulary, key="rivers", label={"en": "Rivers"})
        other.save(rivers)
        other.change(other.get(Recommendation, made.id), terms={KnownVocabulary.STRAND.value: [rivers.id]})
    with Store.open(workspace.path, workspace.identity) as writer:
        merge(writer, [room])
    workspace.reread()
    place.show_record(made.id)
    assert "Rivers" in facts(place)
    qtbot.waitUntil(lambda: "Rivers" in visible_chips(place))
    chip = visible_chips(place)["Rivers"]
    assert chip.isChecked()
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert stored(workspace, made).chosen(KnownVocabulary.STRAND) == []
    workspace.change(rivers, label={"en": "Rivers and lakes"})
    qtbot.waitUntil(lambda: "Rivers and lakes" in visible_chips(place))


def test_an_ampersand_is_shown_and_is_no_key(place, workspace, qtbot) -> None:
    said = Intervention(session=place.session.id, text="R&D for buses")
    workspace.save(said)
    workspace.save(
        Recommendation(
            session=place.session.id, set=RecommendationSet.POLICY, text="Fund R&D.", interventions=[said.id]
        )
    )
    place.show_record(said.id)
    (row,) = [one for one in page(place).made.findChildren(QToolButton) if one.isVisible()]
    assert (row.text(), row.shortcut().isEmpty()) == ("Fund R&&D.", True)
    chip = Chip(workspace.theme, "Food & water")
    qtbot.addWidget(chip)
    assert chip.shortcut().isEmpty()
    assert QAccessible.queryAccessibleInterface(chip).text(QAccessible.Text.Name) == "Food & water"
    width = chip.fontMetrics().horizontalAdvance("Food & water")
    assert chip.sizeHint().width() == width + Chip(workspace.theme, "").sizeHint().width()


def test_a_change_by_undo_is_shown_in_the_open_field(place, made, workspace) -> None:
    workspace.change(made, text="Fund the trams.")
    assert place.details.text.toPlainText() == "Fund the trams."
    workspace.steps.undo()
    assert place.details.text.toPlainText() == "Fund the buses."


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Opening 10", ("Opening", 10)),
        ("Debate with the room, 45 min", ("Debate with the room", 45)),
        ("Agenda 2030 and us", ("Agenda 2030 and us", None)),
        ("Tour de table 25'", ("Tour de table", 25)),
    ],
)
def test_minutes_are_read_from_the_end_of_an_agenda_item(typed: str, expected: tuple[str, int | None]) -> None:
    assert agenda_item(typed) == expected


def test_what_is_quoted_by_name_says_that_the_person_has_to_agree(place, workspace) -> None:
    """A person agrees to nothing until asked; so what may be quoted from the start is quoted on that condition."""
    said = Intervention(session=place.session.id, text="The bus comes twice a week.", language="en")
    assert workspace.save(said)
    place.show_record(said.id)
    (named,) = page(place).findChildren(QCheckBox)
    assert named.isChecked()
    assert named.text() == "Quote by name, if the person agrees"
    named.click()
    assert not stored(workspace, said).attributable
    assert "not to be quoted by name" in facts(place)
