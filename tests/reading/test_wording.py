"""Which wordings count as the same, which words are used, and how they go on after a verb."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from consultation.model import Group, RecommendationStatus
from consultation.reading.material import gather
from consultation.reading.wording import (
    Wording,
    join_wordings,
    normalised,
    words_for,
)
from consultation.store import Store
from tests.builders import many_examples
from tests.drafting.rooms import POLICY, a_room, asked

TEXTS = st.text(max_size=40) | st.text("aà A'’\"“«»-–— .;:!?…\u00ad\u200b\u00a0\nſKßİ\u0345\u0301", max_size=12)


@many_examples(400)
@given(TEXTS)
@example("\u0345\u0301")
@example("« Ouvrir ! »")
def test_normalising_twice_is_normalising_once(text: str) -> None:
    assert normalised(normalised(text)) == normalised(text)


@many_examples(300)
@given(st.text(st.characters(categories=["Ll", "Lu", "Nd", "Zs", "Po"]), max_size=30))
def test_case_alone_never_tells_wordings_apart(text: str) -> None:
    assert normalised(text.casefold()) == normalised(text)


@many_examples(200)
@given(st.lists(st.text("abcé", min_size=1, max_size=5), min_size=1, max_size=5), st.data())
def test_spaces_alone_never_tell_wordings_apart(words: list[str], data: st.DataObject) -> None:
    spaces = st.text(" \t\n\r\u00a0\u202f\u2003", min_size=1, max_size=3)
    spaced = "".join(word + data.draw(spaces) for word in words)
    assert normalised(spaced) == normalised(" ".join(words))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Open the wells", "OPEN THE WELLS."),
        ("Open the wells", "  Open\n the   wells ;"),
        ("Open the wells!", "Open the wells…"),
        ("Open the wells", "“Open the wells.”"),
        ("the people’s wells", "the people's wells"),
        ("the “free” wells", "the «free» wells"),
        ("the “free” wells", "the « free » wells"),
        ("the “free” wells", 'the "free" wells'),
        ("water–food nexus", "water-food nexus"),
        ("water—food nexus", "water‑food nexus"),
        ("the wel\u00adls", "the wells"),
        ("the wells\u200b", "the wells"),
        ("Straße", "STRASSE"),
        ("1er puits", "1er\u00a0puits"),
        ("ﬁnance the wells", "finance the wells"),
        ("Ouvrir : les puits", "Ouvrir: les puits"),
        ("e\u0301couter", "\u00e9couter"),
    ],
)
def test_what_the_eye_passes_over_does_not_tell_wordings_apart(one: str, other: str) -> None:
    assert normalised(one) == normalised(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("los años", "los anos"),
        ("où aller", "ou aller"),
        ("Open the wells", "Open the well"),
        ("wells and roads", "roads and wells"),
        ("Open the wells", "Open the wells of 2021"),
        ("Open wells, not roads", "Open wells not roads"),
    ],
)
def test_accents_words_and_their_order_tell_wordings_apart(one: str, other: str) -> None:
    assert normalised(one) != normalised(other)


@many_examples(200)
@given(st.sampled_from("aeiouncAEIOUNC"), st.sampled_from("\u0300\u0301\u0302\u0303\u0308"))
def test_an_accent_always_tells_wordings_apart(letter: str, accent: str) -> None:
    assert normalised(f"x{unicodedata.normalize('NFC', letter + accent)}y") != normalised(f"x{letter}y")


def joined(store: Store, language: str = "en") -> list[Wording]:
    return join_wordings(gather(store), language)


def sources(wording: Wording) -> set[UUID]:
    return {one.id for one in wording.recommendations}


def test_identical_wordings_are_joined_with_all_their_sources(folder: Path) -> None:
    with a_room(folder) as store, store.together():
        same = [asked(store, text) for text in ("Open the wells.", "open the wells", "“Open the wells!”")]
        other = asked(store, "Mend the roads.")
        wordings = joined(store)
        assert [sources(one) for one in wordings] == [{one.id for one in same}, {other.id}]


def test_the_same_words_in_another_language_are_not_the_same_wording(folder: Path) -> None:
    with a_room(folder) as store, store.together():
        asked(store, "Transporter local", language="fr")
        asked(store, "Transporter local", language="es")
        assert len(joined(store)) == 2


def test_a_translation_joins_what_was_said_in_two_languages(folder: Path) -> None:
    with a_room(folder) as store, store.together():
        english = asked(store, "Open the wells.")
        french = asked(store, "Ouvrir les puits.", language="fr", translations={"en": "open the wells"})
        spanish = asked(store, "Abrir los pozos.", language="es", translations={"fr": "Ouvrir les puits"})
        (wording,) = joined(store)
        assert sources(wording) == {english.id, french.id, spanish.id}


def test_a_group_joins_what_a_person_found_to_say_the_same(folder: Path) -> None:
    with a_room(folder) as store, store.together():
        one, other = asked(store, "Open the wells."), asked(store, "Give everybody access to water.")
        twin = asked(store, "open the wells")
        apart = asked(store, "Mend the roads.")
        group = Group(id=store.new_id(), recommendations=[one.id, other.id], wording={"en": "Share the water."})
        store.save(group)
        wordings = joined(store)
        assert [sources(each) for each in wordings] == [{one.id, other.id, twin.id}, {apart.id}]
        assert wordings[0].chosen == {"en": "Share the water."}
        assert wordings[1].chosen == {}


def test_a_group_that_was_deleted_joins_nothing(folder: Path) -> None:
    with a_room(folder) as store, store.together():
        one, other = asked(store, "Open the wells."), asked(store, "Mend the roads.")
        group = Group(id=store.new_id(), recommendations=[one.id, other.id])
        store.save(group)
        store.delete(group)
        assert len(joined(store)) == 2


def test_what_a_room_set_aside_is_not_drafted(folder: Path) -> None:
    with a_room(folder) as store, store.together():
        kept = asked(store, "Open the wells.")
        asked(store, "Open the wells", status=RecommendationStatus.SET_ASIDE)
        asked(store, "Sell the wells.", status=RecommendationStatus.SET_ASIDE)
        assert [sources(one) for one in joined(store)] == [{kept.id}]


def test_the_hands_of_all_who_said_the_same_are_added(folder: Path) -> None:
    with a_room(folder) as store, store.together():
        asked(store, "Open the wells.", hands=(10, 2, 1))
        asked(store, "Open the wells", POLICY, hands=(5, 0, 3))
        (wording,) = joined(store)
        assert (wording.tally.in_favour, wording.tally.against, wording.tally.abstain) == (15, 2, 4)


def test_a_translation_is_used_and_its_absence_is_told(folder: Path) -> None:
    with a_room(folder) as store, store.together():
        said = asked(store, "Ouvrir les puits.", language="fr", translations={"en": "Open the wells.", "es": "  "})
        assert (words_for(said, "en").text, words_for(said, "en").language) == ("Open the wells.", "en")
        assert words_for(said, "fr").text == "Ouvrir les puits."
        assert (words_for(said, "es").text, words_for(said, "es").language) == ("Ouvrir les puits.", "fr")
