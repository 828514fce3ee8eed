"""What may not stand as it is: not translated, translated from earlier words, in conflict, contradicted, not worded."""

from __future__ import annotations

from pathlib import Path

import pytest

from consultation.drafting import translate_clause
from consultation.language import translator
from consultation.merging import merge
from consultation.model import (
    Commitment,
    Decision,
    Item,
    Paragraph,
    Recommendation,
    SectionKind,
    Verdict,
    translation,
)
from consultation.reading.needs import Need, Needs, read_needs
from consultation.reading.passages import ItemText, State
from consultation.store import Store
from tests.builders import handed_to
from tests.drafting.rooms import (
    ASIDE,
    Ticking,
    a_room,
    adopted,
    asked,
    draft,
    grouped,
    item_of,
    paragraph_of,
    promise,
    read,
    reword,
    somebody,
)

PLANET = {"strands": ("planet",)}
WELLS, PUITS = "Open the wells.", "Ouvrir les puits."


def shown(store: Store, source: Recommendation | Commitment, language: str = "en") -> ItemText:
    """The item that comes from a record, as it is read."""
    wanted = item_of(store, source).id
    (found,) = [item for each in read(store, language).paragraphs for item in each.items if item.id == wanted]
    return found


def needs(store: Store, language: str = "en") -> Needs:
    return read_needs(store, read(store, language))


# -------------------------------------------------------------------------------------------------------- stale


def test_a_translation_is_stale_once_its_recommendation_says_something_else(folder: Path) -> None:
    with a_room(folder) as store:
        made = {"fr": translation(PUITS, of=WELLS)}
        wells = adopted(store, WELLS, translations=made, **PLANET)  # type: ignore[arg-type]
        for language in ("en", "fr"):
            draft(store, language)
        assert shown(store, wells, "fr").state is State.SETTLED
        store.change(wells, text="Open all the wells.")
        for _ in range(2):
            stale = shown(store, wells, "fr")
            assert (stale.state, stale.parts.words) == (State.STALE, "ouvrir les puits")
            assert (stale.original, stale.original_language) == ("Open all the wells.", "en")
            assert needs(store, "fr").passages == {Need.STALE: (stale.id,)}
            draft(store, "fr")
        assert needs(store).passages == {}
        store.change(wells, translations={"fr": translation("Ouvrir tous les puits.", of="Open all the wells.")})
        draft(store, "fr")
        assert shown(store, wells, "fr").state is State.SETTLED


def test_a_translation_of_which_nobody_noted_the_original_is_taken_as_current(folder: Path) -> None:
    with a_room(folder) as store:
        wells = adopted(store, WELLS, translations={"fr": PUITS})
        draft(store, "fr")
        store.change(wells, text="Open all the wells.")
        assert shown(store, wells, "fr").state is State.SETTLED


def test_a_translation_is_stale_once_the_item_was_edited_in_the_original(folder: Path) -> None:
    with a_room(folder) as store:
        wells = adopted(store, WELLS, translations={"fr": translation(PUITS, of=WELLS)}, **PLANET)  # type: ignore[arg-type]
        for language in ("en", "fr"):
            draft(store, language)
        reword(store, item_of(store, wells), "dig deeper wells")
        for _ in range(2):
            stale = shown(store, wells, "fr")
            assert (stale.state, stale.original, stale.original_language) == (State.STALE, "dig deeper wells", "en")
            assert shown(store, wells).state is State.SETTLED
            draft(store, "fr")
            draft(store)
        translate_clause(store, stale.id, "creuser plus profond", translator("fr"))
        assert shown(store, wells, "fr").state is State.SETTLED
        reword(store, item_of(store, wells), "dig")
        assert shown(store, wells, "fr").state is State.STALE


def test_words_a_person_wrote_into_the_translation_itself_make_nothing_stale(folder: Path) -> None:
    with a_room(folder) as store:
        wells = adopted(store, WELLS, translations={"fr": translation(PUITS, of=WELLS)}, **PLANET)  # type: ignore[arg-type]
        for language in ("en", "fr"):
            draft(store, language)
        reword(store, item_of(store, wells), "rouvrir les puits", "fr")
        assert [shown(store, wells, language).state for language in ("en", "fr")] == [State.SETTLED] * 2


def test_what_waits_for_its_translation_shows_what_is_to_be_translated_now(folder: Path) -> None:
    with a_room(folder) as store:
        wells = adopted(store, WELLS)
        for language in ("en", "fr"):
            draft(store, language)
        waiting = shown(store, wells, "fr")
        assert (waiting.state, waiting.other_language, waiting.original) == (State.UNTRANSLATED, "en", WELLS)
        reword(store, item_of(store, wells), "dig deeper wells")
        waiting = shown(store, wells, "fr")
        assert (waiting.state, waiting.original) == (State.UNTRANSLATED, "dig deeper wells")


def test_a_translation_of_another_who_adopted_the_same_is_as_current_as_one_of_the_leading_one(folder: Path) -> None:
    with a_room(folder) as store:
        lead = adopted(store, WELLS, hands=(9, 0, 0), **PLANET)  # type: ignore[arg-type]
        french = adopted(store, PUITS, language="fr", translations={"es": translation("Abrir los pozos.", of=PUITS)})
        grouped(store, lead, french)
        draft(store, "es")
        item = shown(store, lead, "es")
        assert (item.parts.words, item.state) == ("abrir los pozos", State.SETTLED)
        store.change(french, text="Ouvrir tous les puits.")
        assert shown(store, lead, "es").state is State.STALE


def test_a_commitment_that_was_changed_makes_its_translation_stale(folder: Path) -> None:
    with a_room(folder) as store:
        adopted(store, WELLS)
        made = promise(
            store,
            "Planter des arbres.",
            "fr",
            who="Nous",
            translations={"en": translation("Plant trees.", of="Planter des arbres.")},
        )
        draft(store)
        assert shown(store, made).state is State.SETTLED
        store.change(made, text="Planter mille arbres.")
        assert (shown(store, made).state, shown(store, made).original) == (State.STALE, "Planter mille arbres.")


def test_what_is_quoted_in_the_words_of_the_room_needs_no_translation(folder: Path) -> None:
    with a_room(folder) as store:
        adopted(store, "Mend the roads.", **PLANET)  # type: ignore[arg-type]
        wells = adopted(store, PUITS, language="fr", hands=(5, 5, 0))
        draft(store)
        assert (shown(store, wells).state, shown(store, wells).other_language) == (State.SETTLED, "fr")
        assert needs(store).passages == {}


# ------------------------------------------------------------------------------------------------- in conflict


def disagreeing(store: Store, change: dict[str, object], other_change: dict[str, object], record: object) -> None:
    """Let two people change a record without knowing of each other."""
    with handed_to(store, "Bo", watch=Ticking(store.clock.now() + 60_000)) as other:
        other.change(other.get(type(record), record.id), **other_change)  # type: ignore[attr-defined]
        store.change(store.get(type(record), record.id), **change)  # type: ignore[attr-defined]
        merge(store, [other.path])


def test_an_item_in_conflict_shows_both_versions(folder: Path) -> None:
    with a_room(folder) as store:
        wells = adopted(store, WELLS, **PLANET)  # type: ignore[arg-type]
        draft(store)
        disagreeing(store, {"words": {"en": "dig"}}, {"words": {"en": "pump"}}, item_of(store, wells))
        item = shown(store, wells)
        assert (item.state, set(item.versions)) == (State.IN_CONFLICT, {"dig", "pump"})
        assert needs(store).passages == {Need.CONFLICT: (item.id,)}
        draft(store)
        assert shown(store, wells).state is State.IN_CONFLICT


def test_a_recommendation_in_conflict_brackets_the_item_that_says_it_in_its_language_alone(folder: Path) -> None:
    with a_room(folder) as store:
        wells = adopted(store, WELLS, translations={"fr": PUITS}, **PLANET)  # type: ignore[arg-type]
        for language in ("en", "fr"):
            draft(store, language)
        disagreeing(store, {"text": "Open all the wells."}, {"text": "Open two wells."}, wells)
        item = shown(store, wells)
        assert (item.state, set(item.versions)) == (State.IN_CONFLICT, {"open all the wells", "open two wells"})
        assert shown(store, wells, "fr").state is not State.IN_CONFLICT
        reword(store, item_of(store, wells), "open some wells")
        assert shown(store, wells).state is State.SETTLED


def test_a_joint_wording_or_a_commitment_in_conflict_brackets_the_item_that_says_it(folder: Path) -> None:
    with a_room(folder) as store:
        wells, water = (adopted(store, text, **PLANET) for text in (WELLS, "Share the water."))  # type: ignore[arg-type]
        group = grouped(store, wells, water, en="Give everybody water.")
        made = promise(store, "Plant trees.", who="We")
        draft(store)
        disagreeing(store, {"wording": {"en": "Give water."}}, {"wording": {"en": "Give us water."}}, group)
        item = shown(store, wells)
        assert (item.state, set(item.versions)) == (State.IN_CONFLICT, {"give water", "give us water"})
        assert shown(store, made).state is State.SETTLED
    with a_room(folder, "Cyd") as store:
        adopted(store, WELLS)
        made = promise(store, "Plant trees.", who="We")
        draft(store)
        disagreeing(store, {"text": "Plant a tree."}, {"text": "Plant ten trees."}, made)
        item = shown(store, made)
        assert (item.state, set(item.versions)) == (State.IN_CONFLICT, {"plant a tree", "plant ten trees"})


def test_where_two_parts_are_in_conflict_all_versions_are_shown(folder: Path) -> None:
    with a_room(folder) as store:
        wells = adopted(store, WELLS, **PLANET)  # type: ignore[arg-type]
        draft(store)
        mine = {"lead_in": {"en": "Planet."}, "addressed": {"en": "We ask:"}}
        theirs = {"lead_in": {"en": "Planet.", "fr": "Terre."}, "addressed": {"en": "We beg:"}}
        paragraph = paragraph_of(store, wells)
        disagreeing(store, mine | {"lead_in": {"en": "Planet.", "fr": "Planète."}}, theirs, paragraph)
        (found,) = [each for each in read(store).paragraphs if each.id == paragraph.id]
        assert (found.state, set(found.versions)) == (State.IN_CONFLICT, {"We ask:", "We beg:"})


def test_a_paragraph_in_conflict_shows_both_versions(folder: Path) -> None:
    with a_room(folder) as store:
        wells = adopted(store, WELLS, **PLANET)  # type: ignore[arg-type]
        draft(store)
        paragraph = paragraph_of(store, wells)
        disagreeing(store, {"addressed": {"en": "We ask:"}}, {"addressed": {"en": "We beg:"}}, paragraph)
        (found,) = [each for each in read(store).paragraphs if each.id == paragraph.id]
        assert (found.state, set(found.versions)) == (State.IN_CONFLICT, {"We ask:", "We beg:"})
        assert needs(store).passages == {Need.CONFLICT: (paragraph.id,)}


def test_a_disagreement_in_another_language_brackets_nothing_here(folder: Path) -> None:
    with a_room(folder) as store:
        wells = adopted(store, WELLS, translations={"fr": PUITS}, **PLANET)  # type: ignore[arg-type]
        for language in ("en", "fr"):
            draft(store, language)
        english = item_of(store, wells).words["en"]
        disagreeing(
            store,
            {"words": {"en": english, "fr": "creuser"}},
            {"words": {"en": english, "fr": "pomper"}},
            item_of(store, wells),
        )
        assert shown(store, wells, "fr").state is State.IN_CONFLICT
        assert shown(store, wells).state is State.SETTLED


# --------------------------------------------------------------------------------------- contradicted, unworded


def opposed(store: Store, first: Recommendation, second: Recommendation, decision: Decision) -> None:
    store.save(Verdict(id=store.new_id(), first=first.id, second=second.id, decision=decision))


def test_items_that_a_person_found_to_contradict_each_other_are_both_named(folder: Path) -> None:
    with a_room(folder) as store:
        opening, closing = (adopted(store, text, **PLANET) for text in (WELLS, "Close the wells."))  # type: ignore[arg-type]
        adopted(store, "Mend the roads.", **PLANET)  # type: ignore[arg-type]
        opposed(store, closing, opening, Decision.CONTRADICT)
        draft(store)
        assert needs(store).passages == {
            Need.CONTRADICTS: (item_of(store, opening).id, item_of(store, closing).id),
        }
        store.change(closing, status=ASIDE)
        draft(store)
        assert needs(store).passages == {}


@pytest.mark.parametrize("decision", [each for each in Decision if each is not Decision.CONTRADICT])
def test_no_other_decision_on_two_recommendations_stops_anything(folder: Path, decision: Decision) -> None:
    with a_room(folder) as store:
        opening, closing = (adopted(store, text, **PLANET) for text in (WELLS, "Close the wells."))  # type: ignore[arg-type]
        opposed(store, opening, closing, decision)
        draft(store)
        assert needs(store).passages == {}


def test_what_was_not_agreed_may_say_the_opposite(folder: Path) -> None:
    with a_room(folder) as store:
        opening = adopted(store, WELLS, **PLANET)  # type: ignore[arg-type]
        closing = adopted(store, "Close the wells.", hands=(5, 5, 0))
        opposed(store, opening, closing, Decision.CONTRADICT)
        draft(store)
        assert [each.part for each in read(store).paragraphs if each.part is SectionKind.DIVERGENCE]
        assert needs(store).passages == {}


def test_what_rooms_agreed_to_and_cannot_be_an_item_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Which texts cannot be an item is for the grammar to say; here it refuses what asks something."""
    for module in ("consultation.drafting.sifting", "consultation.reading.needs"):
        monkeypatch.setattr(f"{module}.unfit", lambda text, language: "asks" if text.endswith("?") else None)
    with a_room(folder) as store:
        adopted(store, WELLS, **PLANET)  # type: ignore[arg-type]
        question = adopted(store, "Who pays for the wells?")
        asked(store, "Who pays for the roads?")
        asked(store, "Who pays for the mines?", status=ASIDE)
        draft(store)
        assert needs(store).wording == (question.id,)
        grouped(store, question, en="Say who pays for the wells.")
        draft(store)
        assert needs(store).wording == ()
        assert shown(store, question).parts.words == "say who pays for the wells"


# -------------------------------------------------------------------------------------------------------- names


def test_no_words_of_a_needs_list_name_anybody_who_did_not_agree(folder: Path) -> None:
    with a_room(folder) as store:
        somebody(store, "Zoé Quill")
        adopted(store, WELLS)
        made = promise(store, "Plant trees.", who="Zoé Quill", with_whom="Quill, Zoe")
        draft(store)
        item = shown(store, made)
        assert "quill" not in f"{item.opening}{item.committed}{item.text}".casefold()
        assert item.opening == "somebody who is not named:"


def test_the_next_place_that_waits_comes_round_again(folder: Path) -> None:
    with a_room(folder) as store:
        for text in (PUITS, "Planter des arbres."):
            adopted(store, text, language="fr", **PLANET)  # type: ignore[arg-type]
        adopted(store, "Mend the roads.", **PLANET)  # type: ignore[arg-type]
        draft(store)
        waits = needs(store)
        order = [each.id for each in read(store).passages]
        first, second = waits.passages[Need.TRANSLATION]
        assert waits.after(None, order) == first
        assert waits.after(first, order) == second
        assert waits.after(second, order, Need.TRANSLATION) == first
        assert waits.after(first, order, Need.STALE) is None
        assert isinstance(store.get(Item, first), Item)
        assert {store.get(Item, each).paragraph for each in (first, second)} <= {
            each.id for each in store.all(Paragraph)
        }
