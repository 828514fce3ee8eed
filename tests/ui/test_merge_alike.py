"""What is likely the same, decided by single keys: group, part, contradiction, different; undone; looked at again."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from consultation.deciding.desk import Part
from consultation.matching import Band, Matching, Pair, PairKind, Reason, ReasonKind, Text
from consultation.model import (
    Decision,
    Group,
    KnownVocabulary,
    Recommendation,
    RecommendationSet,
    Session,
    Support,
    Verdict,
    fingerprint,
    translation,
)
from ui.actions import anywhere
from ui.merge.place import MergePlace
from ui.shell.main_window import MainWindow
from ui.workspace import Workspace

TEXTS = {
    "a": "Open one desk per city for newcomers.",
    "b": "open one desk, per city, for newcomers",
    "c": "Open one desk per city for newcomers, within a year.",
    "d": "Raise the price of water for large users.",
    "e": "Lower the price of water for large users.",
    "f": "Plant a tree for every child that is born.",
}


class Found:
    """Stands for the matcher: finds the pairs it is told of, whatever the texts say."""

    pairs: tuple[Pair[UUID], ...] = ()

    def __init__(self, glossary: object) -> None:
        self.known: set[UUID] = set()

    def add(self, texts: Iterable[Text[UUID]], progress: object) -> None:
        self.known |= {text.key for text in texts}

    def remove(self, keys: Iterable[UUID]) -> None:
        self.known -= set(keys)

    def matching(self) -> Matching[UUID]:
        return Matching(tuple(it for it in self.pairs if {it.first, it.second} <= self.known), (), 0.9)


@pytest.fixture
def asked(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> dict[str, UUID]:
    """The texts as recommendations of three sessions, and what there is to find among them."""
    monkeypatch.setattr("ui.known_recommendations.Matcher", Found)
    store = workspace.store
    strand = store.terms(KnownVocabulary.STRAND)[0].id
    addressee = store.terms(KnownVocabulary.ADDRESSEE)[0].id
    sessions = store.all(Session)[:3]
    ids: dict[str, UUID] = {}
    for number, (name, text) in enumerate(TEXTS.items()):
        made = Recommendation(
            id=store.new_id(),
            session=sessions[number % 3].id,
            set=RecommendationSet.CITIZENSHIP,
            text=text,
            language="en",
            terms={KnownVocabulary.STRAND.value: [strand]},
            addressees=[addressee],
        )
        store.save(made)
        ids[name] = made.id
    copies = (Reason(ReasonKind.IDENTICAL),)
    against = (Reason(ReasonKind.AGAINST, ("Raise",), ("Lower",)),)
    Found.pairs = (
        Pair(ids["a"], ids["b"], 1.0, Band.SURE, PairKind.SAME, copies, identical=True),
        Pair(ids["b"], ids["c"], 0.95, Band.SURE, PairKind.SAME, (Reason(ReasonKind.WORDS, ("desk",), ("desk",)),)),
        Pair(ids["d"], ids["e"], 0.8, Band.PERHAPS, PairKind.CONTRADICT, against),
        Pair(ids["d"], ids["f"], 0.4, Band.PERHAPS, PairKind.SAME, ()),
    )
    return ids


@pytest.fixture
def place(qtbot: QtBot, workspace: Workspace, asked: dict[str, UUID]) -> MergePlace:
    return shown(qtbot, workspace)


def shown(qtbot: QtBot, workspace: Workspace) -> MergePlace:
    window = MainWindow(workspace)
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.go(anywhere.GO_MERGE)
    made = window.place
    assert isinstance(made, MergePlace)
    made.held = window
    made.show_decisions()
    qtbot.waitUntil(lambda: made.decisions.open_desk.is_compared and not workspace.jobs.running)
    return made


@pytest.fixture
def press(qtbot: QtBot, place: MergePlace) -> Callable[..., None]:
    """Press a key where the keyboard is."""

    def pressed(key: Qt.Key, *held: Qt.KeyboardModifier) -> None:
        qtbot.keyClick(place.held.focusWidget(), key, *held)

    return pressed


def test_the_first_part_in_which_something_waits_is_open_and_has_the_keyboard(place: MergePlace) -> None:
    decisions = place.decisions
    assert decisions.part is Part.SURE
    assert decisions.list.hasFocus()
    assert len(decisions.list.rows) == 1
    assert len(decisions.alike.members.cards) == 3
    assert place.waiting == 3
    assert place.head._views["decide"].accessibleName() == "To decide, 3"


def test_s_makes_one_group_led_by_the_one_that_was_chosen_and_goes_on(
    place: MergePlace, press, asked: dict[str, UUID]
) -> None:
    store, decisions = place._workspace.store, place.decisions
    ids = [card.id for card in decisions.alike.members.cards]
    press(Qt.Key.Key_3)
    press(Qt.Key.Key_S)
    (group,) = store.all(Group)
    assert set(group.recommendations) == {asked["a"], asked["b"], asked["c"]}
    assert group.lead == ids[2]
    assert decisions.part is Part.PERHAPS
    assert decisions.list.hasFocus()


def test_undoing_a_verdict_brings_the_question_back_to_hand(place: MergePlace, press) -> None:
    decisions = place.decisions
    press(Qt.Key.Key_S)
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert decisions.part is Part.SURE
    assert len(decisions.alike.members.cards) == 3
    assert place._workspace.store.all(Group) == []


def test_a_card_that_is_left_aside_stays_out_of_the_group(place: MergePlace, press, asked: dict[str, UUID]) -> None:
    page = place.decisions.alike
    third = [card.id for card in page.members.cards].index(asked["c"])
    for _ in range(third):
        press(Qt.Key.Key_Right)
    assert page.members.at_hand == asked["c"]
    press(Qt.Key.Key_X)
    assert page.aside == {asked["c"]}
    press(Qt.Key.Key_S)
    (group,) = place._workspace.store.all(Group)
    assert set(group.recommendations) == {asked["a"], asked["b"]}
    verdicts = place._workspace.store.all(Verdict, decision=Decision.DIFFERENT)
    assert {verdict.first for verdict in verdicts} | {verdict.second for verdict in verdicts} >= {asked["c"]}
    assert not place.decisions.desk.asked.sure


def test_at_least_two_cards_stay(place: MergePlace, press) -> None:
    page = place.decisions.alike
    press(Qt.Key.Key_X)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_X)
    assert len(page.aside) == 1


def test_what_may_contradict_is_asked_as_such_with_the_opposed_words_said(
    place: MergePlace, press, asked: dict[str, UUID]
) -> None:
    decisions = place.decisions
    decisions.open_part(Part.CONTRADICT)
    decisions.setFocus()
    assert decisions.alike._heading.text() == "Do these contradict each other?"
    assert decisions.list.queued.index(0).data().endswith("Raise – Lower")
    marked = {card.id: card.text.marked for card in decisions.alike.members.cards}
    assert marked == {asked["d"]: ["Raise"], asked["e"]: ["Lower"]}
    press(Qt.Key.Key_C)
    (verdict,) = place._workspace.store.all(Verdict)
    assert verdict.decision is Decision.CONTRADICT
    assert not decisions.desk.asked.contradict


def test_p_says_that_the_others_are_part_of_the_one_that_leads(
    place: MergePlace, press, asked: dict[str, UUID]
) -> None:
    place.decisions.open_part(Part.PERHAPS)
    place.decisions.setFocus()
    second = place.decisions.alike.members.cards[1].id
    press(Qt.Key.Key_2)
    assert place.decisions.alike.verdicts[Decision.PART_OF].text() == "Part of no. 2"
    press(Qt.Key.Key_P)
    (verdict,) = place._workspace.store.all(Verdict)
    part, whole = (
        (verdict.first, verdict.second) if verdict.decision is Decision.PART_OF else (verdict.second, verdict.first)
    )
    assert whole == second
    assert part in asked.values()


def test_all_that_is_identical_is_put_together_by_one_key_and_undone_by_one(
    qtbot: QtBot, workspace: Workspace, asked: dict[str, UUID]
) -> None:
    Found.pairs = (Found.pairs[0], Pair(asked["d"], asked["e"], 1.0, Band.SURE, PairKind.SAME, (), identical=True))
    place = shown(qtbot, workspace)
    assert place.decisions.alike.identical.text() == "Accept all 2 identical"
    qtbot.keyClick(place.decisions.list, Qt.Key.Key_S, Qt.KeyboardModifier.ShiftModifier)
    assert len(workspace.store.all(Group)) == 2
    assert place.decisions.count() == 0
    workspace.steps.undo()
    assert workspace.store.all(Group) == []
    assert len(place.decisions.desk.asked.sure) == 2


def test_words_for_all_are_written_before_the_group_is_made(qtbot: QtBot, place: MergePlace, press) -> None:
    page = place.decisions.alike
    press(Qt.Key.Key_W)
    field = place.held.focusWidget()
    assert field is page.own.edits["fr"]
    qtbot.keyClicks(field, "Un guichet par ville.")
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert place.decisions.list.hasFocus()
    press(Qt.Key.Key_S)
    (group,) = place._workspace.store.all(Group)
    assert group.wording == {"fr": "Un guichet par ville."}


def test_no_sum_is_made_where_the_rooms_do_not_know_who_was_in_two(
    qtbot: QtBot, workspace: Workspace, asked: dict[str, UUID]
) -> None:
    for name in ("a", "b"):
        text = TEXTS[name]
        made = Support(
            id=workspace.store.new_id(),
            recommendation=asked[name],
            in_favour=9,
            against=1,
            abstain=0,
            counted_on=fingerprint(text),
        )
        workspace.save(made)
    place = shown(qtbot, workspace)
    said = place.decisions.alike.joint.sum.text()
    assert said.startswith("Asked for in 3 rooms. No sum is made: one room has no list")


def test_down_goes_on_into_the_next_part_and_up_comes_back(place: MergePlace, press) -> None:
    press(Qt.Key.Key_Down)
    assert place.decisions.part is Part.PERHAPS
    press(Qt.Key.Key_J)
    assert place.decisions.part is Part.CONTRADICT
    press(Qt.Key.Key_Up)
    assert place.decisions.part is Part.PERHAPS


def test_the_heads_are_folded_and_opened_by_keys(qtbot: QtBot, place: MergePlace) -> None:
    decisions = place.decisions
    head = decisions.side.heads[Part.PERHAPS]
    head.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(head, Qt.Key.Key_Right)
    assert decisions.part is Part.PERHAPS
    assert decisions.list.hasFocus()
    head.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(head, Qt.Key.Key_Left)
    assert decisions.part is None
    assert head.hasFocus()
    qtbot.keyClick(head, Qt.Key.Key_Down)
    assert decisions.side.heads[Part.CONTRADICT].hasFocus()


def test_a_part_in_which_all_is_decided_says_so(place: MergePlace, press) -> None:
    press(Qt.Key.Key_S)
    assert place.decisions.side.heads[Part.SURE].accessibleName() == "Likely the same, all decided"
    assert place.decisions.side.heads[Part.CONFLICTS].accessibleName() == "Conflicts, none"


def test_a_recommendation_with_other_words_is_compared_again(
    qtbot: QtBot, place: MergePlace, asked: dict[str, UUID]
) -> None:
    workspace = place._workspace
    Found.pairs = (*Found.pairs, Pair(asked["e"], asked["f"], 0.5, Band.PERHAPS, PairKind.SAME, ()))
    workspace.change(workspace.store.get(Recommendation, asked["f"]), text="Other words.")
    qtbot.waitUntil(lambda: len(place.decisions.desk.asked.perhaps) == 2)


def test_a_recommendation_that_is_deleted_is_asked_about_no_more(
    qtbot: QtBot, place: MergePlace, asked: dict[str, UUID]
) -> None:
    workspace = place._workspace
    workspace.delete(workspace.store.get(Recommendation, asked["f"]), "")
    qtbot.waitUntil(lambda: not place.decisions.desk.asked.perhaps)


def test_markup_in_a_card_is_shown_as_it_was_typed(qtbot: QtBot, workspace: Workspace, asked: dict[str, UUID]) -> None:
    workspace.change(workspace.store.get(Recommendation, asked["a"]), text="<b>Open</b> & <img src=x>")
    place = shown(qtbot, workspace)
    card = next(card for card in place.decisions.alike.members.cards if card.id == asked["a"])
    assert card.text.words == "<b>Open</b> & <img src=x>"


# Decided


def decided(qtbot: QtBot, place: MergePlace) -> None:
    qtbot.keyClick(place.decisions.list, Qt.Key.Key_S)
    place.show_view("decided")


def test_a_group_is_looked_at_again_with_how_it_came_together(qtbot: QtBot, place: MergePlace) -> None:
    decided(qtbot, place)
    page = place.decided.ruled
    assert place.decided.count() == 1
    assert len(page.members.cards) == 3
    assert page._lineage.count() == 1
    assert "put together" in page._lineage.itemAt(0).widget().text()


def test_who_comes_looks_at_what_was_decided_last(qtbot: QtBot, place: MergePlace) -> None:
    place.decisions.open_part(Part.CONTRADICT)
    qtbot.keyClick(place.decisions.list, Qt.Key.Key_C)
    place.show_view("decided")
    assert place.decided.ruled._heading.text() == "They contradict each other"
    place.show_decisions()
    qtbot.keyClick(place.decisions.list, Qt.Key.Key_S)
    place.show_view("decided")
    assert place.decided.ruled._heading.text() == "These are one recommendation"


def test_a_member_is_taken_out_and_another_leads(qtbot: QtBot, place: MergePlace) -> None:
    decided(qtbot, place)
    store, rows = place._workspace.store, place.decided.list
    second = place.decided.ruled.members.cards[1].id
    qtbot.keyClick(rows, Qt.Key.Key_2)
    assert store.all(Group)[0].lead == second
    first = place.decided.ruled.members.cards[0].id
    qtbot.keyClick(rows, Qt.Key.Key_X)
    assert first not in store.all(Group)[0].recommendations
    assert any("taken out" in place.decided.ruled._lineage.itemAt(at).widget().text() for at in range(2))


def test_a_group_is_taken_back_and_then_asked_again_or_split_and_never_asked_again(
    qtbot: QtBot, place: MergePlace
) -> None:
    decided(qtbot, place)
    store = place._workspace.store
    place.decided.list.choose(0)
    qtbot.keyClick(place.decided.list, Qt.Key.Key_T)
    assert store.all(Group) == []
    assert store.all(Verdict) == []
    place.show_decisions()
    assert len(place.decisions.desk.asked.sure) == 1
    decided(qtbot, place)
    qtbot.keyClick(place.decided.list, Qt.Key.Key_D)
    assert store.all(Group) == []
    place.show_decisions()
    assert not place.decisions.desk.asked.sure


def test_a_verdict_is_listed_and_taken_back(qtbot: QtBot, place: MergePlace) -> None:
    place.decisions.open_part(Part.CONTRADICT)
    place.decisions.setFocus()
    qtbot.keyClick(place.decisions.list, Qt.Key.Key_D)
    place.show_view("decided")
    assert place.decided.ruled._heading.text() == "Different"
    qtbot.keyClick(place.decided.list, Qt.Key.Key_T)
    assert place._workspace.store.all(Verdict) == []
    assert place.decided.count() == 0


# Incomplete


@pytest.fixture
def lacking(qtbot: QtBot, workspace: Workspace, asked: dict[str, UUID]) -> MergePlace:
    """One without strand and addressee; one with a translation and a count of earlier words."""
    store = workspace.store
    workspace.change(store.get(Recommendation, asked["a"]), terms={}, addressees=[])
    made = store.get(Recommendation, asked["f"])
    counted = Support(
        id=store.new_id(), recommendation=made.id, in_favour=4, against=0, abstain=0, counted_on=fingerprint(made.text)
    )
    workspace.save(counted)
    workspace.change(made, translations={"fr": translation("Planter un arbre.", of=made.text)})
    workspace.change(made, text="Plant two trees for every child that is born.")
    place = shown(qtbot, workspace)
    place.decisions.open_part(Part.INCOMPLETE)
    place.decisions.setFocus()
    return place


def test_what_is_lacking_is_completed_on_the_spot_and_stays_in_sight_until_one_goes_on(
    qtbot: QtBot, lacking: MergePlace, asked: dict[str, UUID]
) -> None:
    decisions, store = lacking.decisions, lacking._workspace.store
    assert [row.record.id for row in decisions.desk.incomplete] == [asked["a"], asked["f"]]
    qtbot.keyClick(decisions.list, Qt.Key.Key_Return)
    chip = lacking.held.focusWidget()
    qtbot.keyClick(chip, Qt.Key.Key_Space)
    stored = store.get(Recommendation, asked["a"])
    assert stored.chosen(KnownVocabulary.STRAND)
    assert lacking.held.focusWidget() is chip
    lacking._workspace.change(stored, addressees=[store.terms(KnownVocabulary.ADDRESSEE)[0].id])
    assert [row.record.id for row in decisions.desk.incomplete] == [asked["f"]]
    assert decisions.at_hand.record.id == asked["a"], "another strand can still be ticked"
    assert decisions.mend._heading.text() == "Nothing is lacking any more"
    decisions.step(1)
    assert decisions.at_hand.record.id == asked["f"]
    assert len(decisions.list.rows) == 1


def test_a_translation_is_made_again_and_a_count_let_hold(
    qtbot: QtBot, lacking: MergePlace, asked: dict[str, UUID]
) -> None:
    decisions, store = lacking.decisions, lacking._workspace.store
    qtbot.keyClick(decisions.list, Qt.Key.Key_Down)
    assert decisions.at_hand.record.id == asked["f"]
    qtbot.keyClick(decisions.list, Qt.Key.Key_Return)
    field = lacking.held.focusWidget()
    assert field.toPlainText() == "Planter un arbre."
    field.selectAll()
    qtbot.keyClicks(field, "Planter deux arbres.")
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert store.get(Recommendation, asked["f"]).translations["fr"]["text"] == "Planter deux arbres."
    decisions.setFocus()
    qtbot.keyClick(decisions.list, Qt.Key.Key_H)
    now = store.get(Recommendation, asked["f"])
    assert store.all(Support)[0].counted_on == fingerprint(now.text)
    assert [row.record.id for row in decisions.desk.incomplete] == [asked["a"]]
