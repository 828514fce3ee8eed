"""Which wordings count as the same, which words are used, and how they go on after a verb."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from consultation.deciding.cards import read_card
from consultation.model import Decision, Verdict, fingerprint, translation
from consultation.reading.material import gather
from consultation.reading.wording import Wording, join_wordings, normalised, worded, words_of
from consultation.store import Store
from tests.builders import many_examples
from tests.drafting.rooms import ASIDE, POLICY, a_room, adopted, asked, grouped

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


def joined(store: Store) -> list[Wording]:
    return join_wordings(gather(store))


def sources(wording: Wording) -> set[UUID]:
    return {each.id for each in wording.recommendations}


# ------------------------------------------------------------------------------------------------ who says the same


def test_identical_wordings_are_joined_with_all_their_sources(folder: Path) -> None:
    with a_room(folder) as store, store.together():
        same = [asked(store, text) for text in ("Open the wells.", "open the wells", "“Open the wells!”")]
        other = asked(store, "Mend the roads.")
        assert [sources(each) for each in joined(store)] == [{each.id for each in same}, {other.id}]


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


def test_a_translation_of_an_earlier_text_joins_nothing(folder: Path) -> None:
    with a_room(folder) as store, store.together():
        asked(store, "Open the wells.")
        stale = {"en": translation("Open the wells.", of="Ouvrir les puits.")}
        asked(store, "Fermer les puits.", language="fr", translations=stale)
        assert len(joined(store)) == 2


def test_a_group_joins_what_a_person_found_to_say_the_same(folder: Path) -> None:
    with a_room(folder) as store, store.together():
        wells, water = asked(store, "Open the wells."), asked(store, "Give everybody access to water.")
        twin = asked(store, "open the wells")
        apart = asked(store, "Mend the roads.")
        grouped(store, wells, water, en="Share the water.", fr=" ")
        wordings = joined(store)
        assert [sources(each) for each in wordings] == [{wells.id, water.id, twin.id}, {apart.id}]
        assert [each.chosen for each in wordings] == [{"en": "Share the water."}, {}]


def test_a_group_that_was_deleted_or_whose_members_are_gone_joins_nothing(folder: Path) -> None:
    with a_room(folder) as store, store.together():
        wells, roads = asked(store, "Open the wells."), asked(store, "Mend the roads.")
        group = grouped(store, wells, roads, en="Mend all.")
        assert len(joined(store)) == 1
        store.delete(group)
        assert len(joined(store)) == 2
        grouped(store, wells, roads, en="Mend all.")
        store.delete(roads)
        (wording,) = joined(store)
        assert (sources(wording), wording.chosen) == ({wells.id}, {"en": "Mend all."})


def test_what_one_room_set_aside_is_joined_too_and_told(folder: Path) -> None:
    with a_room(folder) as store, store.together():
        kept = asked(store, "Open the wells.")
        aside = asked(store, "Open the wells", status=ASIDE)
        (wording,) = joined(store)
        assert sources(wording) == {kept.id, aside.id}
        assert (wording.set_aside, wording.adopted, wording.lead.id) == (True, False, kept.id)


def test_hands_of_one_room_that_was_asked_twice_are_not_added(folder: Path) -> None:
    with a_room(folder) as store, store.together():
        asked(store, "Open the wells.", hands=(10, 2, 1))
        asked(store, "Open the wells", POLICY, hands=(5, 0, 3))
        (wording,) = joined(store)
        assert not wording.count.total.is_counted
        assert [room.counts.total.in_favour for room in wording.count.rooms] == [10, 5]


def test_the_one_a_person_chose_leads_and_its_words_stand_for_all(folder: Path) -> None:
    with a_room(folder) as store, store.together():
        many = adopted(store, "Open the wells.", hands=(90, 0, 0))
        few = asked(store, "Let every well be open.", hands=(5, 0, 0))
        group = grouped(store, many, few)
        assert joined(store)[0].lead.id == many.id
        store.change(group, lead=few.id)
        (wording,) = joined(store)
        assert (wording.lead.id, worded(wording, "en").text) == (few.id, "Let every well be open.")
        store.change(group, wording={"fr": "Ouvrir tous les puits"})
        (wording,) = joined(store)
        assert [worded(wording, language).text for language in ("en", "fr", "es")] == [
            "Let every well be open.",
            "Ouvrir tous les puits",
            "Ouvrir tous les puits",
        ]
        store.change(group, recommendations=[many.id])
        assert {each.lead.id for each in joined(store)} == {many.id, few.id}


def test_where_groups_share_a_member_that_of_the_oldest_says_which_leads_and_in_which_words(folder: Path) -> None:
    with a_room(folder) as store, store.together():
        first, shared, last = (
            asked(store, "Open the wells."),
            asked(store, "Open wells."),
            asked(store, "Wells for all."),
        )
        later = grouped(store, shared, last, en="Open every well.", fr="Ouvrir les puits.")
        store.change(later, lead=last.id)
        oldest = grouped(store, first, shared, en="Let the wells be open.")
        store.change(oldest, lead=shared.id)
        (wording,) = joined(store)
        card = read_card(store, [first.id, shared.id, last.id])
        assert wording.lead.id == card.lead == shared.id
        assert wording.chosen == card.wording == {"en": "Let the wells be open.", "fr": "Ouvrir les puits."}


def test_what_a_person_found_to_be_the_same_is_one_without_a_group_too(folder: Path) -> None:
    with a_room(folder) as store, store.together():
        here, there = asked(store, "Open the wells."), asked(store, "Let wells be open.")
        store.save(Verdict.on(here.id, there.id, Decision.SAME))
        assert [set(wording.ids) for wording in joined(store)] == [{here.id, there.id}]


def test_the_same_words_stay_apart_where_a_person_found_them_different(folder: Path) -> None:
    with a_room(folder) as store, store.together():
        here, there = asked(store, "Open the wells."), asked(store, "open the wells")
        assert len(joined(store)) == 1
        store.save(Verdict.on(here.id, there.id, Decision.DIFFERENT))
        assert len(joined(store)) == 2


def test_in_how_many_rooms_it_was_asked_counts_no_room_twice_and_none_that_is_unknown(folder: Path) -> None:
    with a_room(folder) as store, store.together():
        for room in ("D1-CLIMATE", "D2-WATER", "D2-WATER", ""):
            asked(store, "Open the wells.", room=room)
        (wording,) = joined(store)
        assert wording.rooms == {store.session(code).id for code in ("D1-CLIMATE", "D2-WATER")}


# ------------------------------------------------------------------------------------------------ in which words


def words(store: Store, language: str) -> tuple[str, str, bool]:
    """What the one wording there is says in a language, the language it is in, and whether it is stale."""
    (wording,) = joined(store)
    said = worded(wording, language)
    return said.text, said.language, said.stale


def test_a_translation_is_used_and_its_absence_is_told(folder: Path) -> None:
    with a_room(folder) as store, store.together():
        made = {"en": translation("Open the wells.", of="Ouvrir les puits."), "es": "  "}
        said = asked(store, "Ouvrir les puits.", language="fr", translations=made)
        assert words(store, "en") == ("Open the wells.", "en", False)
        assert words(store, "fr") == ("Ouvrir les puits.", "fr", False)
        assert words(store, "es") == ("Ouvrir les puits.", "fr", False)
        rendering = words_of(said, "en").rendering
        assert rendering is not None
        assert rendering["of"] == fingerprint("Ouvrir les puits.")
        assert words_of(said, "fr").rendering is None
        store.change(said, text="Fermer les puits.")
        assert words(store, "en") == ("Open the wells.", "en", True)


def test_the_joint_wording_comes_before_everything(folder: Path) -> None:
    with a_room(folder) as store, store.together():
        wells, water = adopted(store, "Open the wells."), adopted(store, "Partager l’eau.", language="fr")
        grouped(store, wells, water, en="Water for all.")
        assert words(store, "en") == ("Water for all.", "en", False)
        assert words(store, "fr") == ("Water for all.", "en", False), "to be translated: it is what was agreed"


def test_an_adopted_members_own_words_come_before_a_translation_of_the_leading_one(folder: Path) -> None:
    with a_room(folder) as store, store.together():
        made = {"fr": translation("Ouvrir des puits.", of="Open the wells.")}
        lead = adopted(store, "Open the wells.", hands=(9, 0, 0), translations=made)
        other = adopted(store, "Ouvrir les puits.", language="fr")
        grouped(store, lead, other)
        assert words(store, "fr") == ("Ouvrir les puits.", "fr", False)


def test_what_nobody_adopted_does_not_come_before_a_current_translation_of_what_was(folder: Path) -> None:
    """A person found them to say the same; still it is the adopted words that are agreed."""
    with a_room(folder) as store, store.together():
        made = {"fr": translation("Ouvrir les puits.", of="Open the wells.")}
        lead = adopted(store, "Open the wells.", translations=made)
        other = asked(store, "Donner de l’eau.", language="fr")
        grouped(store, lead, other)
        assert words(store, "fr") == ("Ouvrir les puits.", "fr", False)
        store.change(lead, text="Open all the wells.")
        assert words(store, "fr") == ("Donner de l’eau.", "fr", False), "rather than an earlier text"


def test_a_current_translation_comes_before_one_of_an_earlier_text(folder: Path) -> None:
    with a_room(folder) as store, store.together():
        lead = adopted(
            store,
            "Open the wells.",
            hands=(9, 0, 0),
            translations={"es": translation("Cerrar los pozos.", of="Close the wells.")},
        )
        other = adopted(
            store,
            "Ouvrir les puits.",
            language="fr",
            translations={"es": translation("Abrir los pozos.", of="Ouvrir les puits.")},
        )
        grouped(store, lead, other)
        assert words(store, "es") == ("Abrir los pozos.", "es", False)


def test_where_nothing_was_adopted_whoever_said_it_in_the_language_is_heard(folder: Path) -> None:
    with a_room(folder) as store, store.together():
        asked(store, "Créer un fonds", language="fr", translations={"es": "Crear un fondo"})
        asked(store, "Make a fund", translations={"es": "crear un fondo"})
        assert words(store, "en") == ("Make a fund", "en", False)
        assert words(store, "fr") == ("Créer un fonds", "fr", False)


def test_words_of_which_nobody_noted_the_language_are_taken_as_they_are(folder: Path) -> None:
    with a_room(folder) as store, store.together():
        asked(store, "Water!", language="")
        for language in ("en", "fr"):
            assert words(store, language) == ("Water!", language, False)
