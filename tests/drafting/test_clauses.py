"""An item made of one recommendation, and an item put into another language: drafting again keeps both."""

from __future__ import annotations

from pathlib import Path

import pytest

from consultation.drafting import make_clause, translate_clause
from consultation.errors import Cancelled
from consultation.language import translator
from consultation.model import Commitment, Group, Item, Paragraph, Recommendation, fingerprint
from consultation.progress import Progress
from consultation.reading.passages import State
from tests.drafting.rooms import (
    ASIDE,
    a_room,
    adopted,
    asked,
    draft,
    grouped,
    in_order,
    item_of,
    paragraph_of,
    promise,
    read,
    reword,
)

EN, FR = translator("en"), translator("fr")
WATER = "Créer un fonds pour l’eau."


# ------------------------------------------------------------------------------------------- of a recommendation


def test_an_item_made_of_what_was_set_aside_stands_at_the_end_of_its_paragraph_and_stays(folder: Path) -> None:
    with a_room(folder) as store:
        adopted(store, "Open the wells.", strands=("planet",))
        aside = asked(store, "Sell the wells.", strands=("planet",), status=ASIDE, hands=(1, 9, 0))
        adopted(store, "Mend the roads.", strands=("people",))
        draft(store)
        assert read(store).unused == (aside.id,)
        made, written = make_clause(store, aside.id, EN)
        assert item_of(store, aside).id == made
        assert written.records >= {made}
        assert not read(store).unused
        assert in_order(store) == [["mend the roads"], ["open the wells", "sell the wells"]]
        again = draft(store)
        assert not again.written
        assert not again.without_source
        draft(store, "fr")
        assert in_order(store, "fr") == in_order(store)


def test_an_item_made_of_what_came_late_brings_nothing_else_with_it(folder: Path) -> None:
    with a_room(folder) as store:
        adopted(store, "Open the wells.")
        draft(store)
        late, later = adopted(store, "Mend the roads."), adopted(store, "Plant trees.")
        made, _ = make_clause(store, late.id, EN)
        assert read(store).unused == (later.id,)
        assert in_order(store) == [["open the wells", "mend the roads"]]
        draft(store)
        assert item_of(store, late).id == made
        assert sorted(in_order(store)[0]) == ["mend the roads", "open the wells", "plant trees"]


def test_an_item_is_made_in_a_paragraph_that_was_not_there_yet(folder: Path) -> None:
    with a_room(folder) as store:
        adopted(store, "Open the wells.", addressees=("local_governments",))
        draft(store)
        late = asked(store, "Mend the roads.", addressees=("national_governments",), strands=("people",))
        made, _ = make_clause(store, late.id, EN)
        paragraph = paragraph_of(store, late)
        assert paragraph.addressed == {"en": "We call on national governments to:"}
        assert [each.number for each in read(store).paragraphs if made in {item.id for item in each.items}] == ["2"]
        assert not draft(store).written


def test_what_has_more_letters_than_its_paragraph_has_room_for_is_let_in_by_a_person(folder: Path) -> None:
    with a_room(folder) as store:
        store.change(store.consultation, letters_at_most=1)
        adopted(store, "Open the wells.", hands=(9, 0, 0))
        second = adopted(store, "Mend the roads.")
        draft(store)
        make_clause(store, second.id, EN)
        assert in_order(store) == [["open the wells", "mend the roads"]]


def test_what_others_asked_for_in_the_same_words_joins_their_item(folder: Path) -> None:
    with a_room(folder) as store:
        first = adopted(store, "Open the wells.")
        draft(store)
        late = asked(store, "open the wells")
        made, _ = make_clause(store, late.id, EN)
        assert item_of(store, first).id == made
        assert set(item_of(store, first).sources) == {first.id, late.id}


def test_of_a_recommendation_that_is_gone_nothing_is_made(folder: Path) -> None:
    with a_room(folder) as store:
        adopted(store, "Open the wells.")
        draft(store)
        gone = asked(store, "Mend the roads.")
        store.delete(gone)
        digest = store.digest()
        assert make_clause(store, gone.id, EN)[0] is None
        assert store.digest() == digest


def test_making_an_item_is_undone_as_one(folder: Path) -> None:
    with a_room(folder) as store:
        adopted(store, "Open the wells.")
        aside = asked(store, "Sell the wells.", status=ASIDE, addressees=("uclg",))
        draft(store)
        before = read(store)
        _, written = make_clause(store, aside.id, EN)
        assert read(store) != before
        store.undo(written)
        assert read(store) == before


def test_an_item_that_was_left_out_comes_back_when_it_is_made_again(folder: Path) -> None:
    with a_room(folder) as store:
        first = adopted(store, "Open the wells.")
        draft(store)
        item = item_of(store, first)
        store.change(item, left_out=True)
        made, _ = make_clause(store, first.id, EN)
        assert made == item.id
        assert not store.get(Item, item.id).left_out
        assert in_order(store) == [["open the wells"]]


def test_making_an_item_can_be_stopped_before_anything_is_written(folder: Path) -> None:
    with a_room(folder) as store:
        adopted(store, "Open the wells.")
        draft(store)
        late = adopted(store, "Mend the roads.")
        digest = store.digest()
        progress = Progress(lambda *_: progress.cancel())
        with pytest.raises(Cancelled):
            make_clause(store, late.id, EN, progress)
        assert store.digest() == digest


# ------------------------------------------------------------------------------------------------ translations


def test_a_translation_written_at_an_item_belongs_to_the_recommendation_and_words_the_item(folder: Path) -> None:
    with a_room(folder) as store:
        french = adopted(store, WATER, language="fr", addressees=("national_governments",))
        draft(store)
        assert item_of(store, french).untranslated == {"en": "fr"}
        translate_clause(store, item_of(store, french).id, "Create a fund for water.", EN)
        kept = store.get(Recommendation, french.id).translations["en"]
        assert (kept["text"], kept["by"], kept["of"]) == (
            "Create a fund for water.",
            str(store.identity.author),
            fingerprint(WATER),
        )
        item = item_of(store, french)
        assert (item.words["en"], item.untranslated) == ("create a fund for water", {})
        assert not draft(store).written
        (paragraph,) = [each for each in read(store).paragraphs if each.items]
        assert (paragraph.items[0].state, paragraph.items[0].original) == (State.SETTLED, WATER)
        translate_clause(store, item.id, " ", EN)
        assert not store.get(Recommendation, french.id).translations
        draft(store)
        assert item_of(store, french).untranslated == {"en": "fr"}


def test_a_translation_of_an_item_serves_every_item_that_says_the_same_after_drafting(folder: Path) -> None:
    with a_room(folder) as store:
        lead = adopted(store, WATER, language="fr")
        twin = adopted(store, "créer un fonds pour l’eau", language="fr")
        draft(store)
        translate_clause(store, item_of(store, lead).id, "Create a fund for water.", EN)
        store.change(twin, status=ASIDE)
        store.change(twin, status="proposed")
        draft(store)
        assert in_order(store) == [["create a fund for water"]]


def test_a_joint_wording_is_translated_in_its_group(folder: Path) -> None:
    with a_room(folder) as store:
        first, second = adopted(store, "Open the wells."), adopted(store, "Share the water.")
        group = grouped(store, first, second, en="Give everybody water.")
        draft(store, "fr")
        assert item_of(store, first).untranslated == {"fr": "en"}
        translate_clause(store, item_of(store, first).id, "Donner de l’eau à chacun.", FR)
        assert store.get(Group, group.id).wording == {
            "en": "Give everybody water.",
            "fr": "Donner de l’eau à chacun.",
        }
        assert not store.get(Recommendation, first.id).translations
        assert in_order(store, "fr") == [["donner de l’eau à chacun"]]
        assert not draft(store, "fr").written


def test_a_commitment_is_translated_where_it_is_kept(folder: Path) -> None:
    with a_room(folder) as store:
        adopted(store, "Open the wells.")
        made = promise(store, "Planter des arbres.", "fr", who="Nous")
        draft(store)
        translate_clause(store, item_of(store, made).id, "Plant trees.", EN)
        assert store.get(Commitment, made.id).translations["en"]["of"] == fingerprint("Planter des arbres.")
        assert item_of(store, made).words["en"] == "plant trees"
        assert not draft(store).written


def test_what_a_person_wrote_into_an_item_is_translated_in_the_item(folder: Path) -> None:
    with a_room(folder) as store:
        wells = adopted(store, "Open the wells.")
        for language in ("en", "fr"):
            draft(store, language)
        reword(store, item_of(store, wells), "dig deeper wells")
        translate_clause(store, item_of(store, wells).id, "Creuser plus profond.", FR)
        assert not store.get(Recommendation, wells.id).translations
        item = item_of(store, wells)
        assert item.words == {"en": "dig deeper wells", "fr": "creuser plus profond"}
        assert item.renderings["fr"]["of"] == fingerprint("dig deeper wells")
        assert item.untranslated == {}
        assert not draft(store, "fr").written
        assert in_order(store, "fr") == [["creuser plus profond"]]


def test_a_translation_leaves_the_paragraph_as_a_person_wrote_it(folder: Path) -> None:
    with a_room(folder) as store:
        french = adopted(store, WATER, language="fr")
        draft(store)
        store.change(paragraph_of(store, french), addressed={"en": "Mayors, please:"})
        translate_clause(store, item_of(store, french).id, "Create a fund for water.", EN)
        assert store.get(Paragraph, paragraph_of(store, french).id).addressed == {"en": "Mayors, please:"}
