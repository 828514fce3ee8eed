"""What drafting proposes: families and strands, whom a paragraph speaks to, what was not agreed, what was promised."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from consultation.errors import NotFound
from consultation.model import (
    Arrangement,
    CommitmentState,
    KnownVocabulary,
    Organisation,
    SectionKind,
    Term,
    Voice,
    translation,
)
from consultation.store import Store
from tests.builders import a_store
from tests.drafting.rooms import (
    ADOPTED,
    ASIDE,
    CITIZENSHIP,
    LANGUAGES,
    POLICY,
    a_room,
    addressee,
    adopted,
    asked,
    draft,
    drafted,
    paragraphs_in,
    plan,
    planned,
    promise,
    somebody,
    strand,
    words_planned,
)

DIVERGENCE, FOLLOW_UP, COMMON_GROUND = SectionKind.DIVERGENCE, SectionKind.FOLLOW_UP, SectionKind.COMMON_GROUND


def key_of(store: Store, term: UUID | None) -> str:
    return store.get(Term, term).key if term else ""


def places(store: Store, language: str = "en") -> list[tuple[str, list[str]]]:
    """The families (or sets) that are spoken to, each with the strands of its paragraphs."""
    return [
        (section.set or key_of(store, section.family), [key_of(store, each.strand) for each in section.paragraphs])
        for section in plan(store, language).sections
        if section.part is SectionKind.OPERATIVE
    ]


def test_an_empty_consultation_is_no_declaration(folder: Path) -> None:
    with a_room(folder) as store:
        digest = store.digest()
        with pytest.raises(NotFound, match="nothing to declare"):
            draft(store)
        assert store.digest() == digest


# ---------------------------------------------------------------------------------------- families and strands


def test_the_signatories_come_first_then_families_and_strands_as_the_kit_has_them_and_last_who_is_nobody(
    folder: Path,
) -> None:
    with a_room(folder) as store:
        adopted(store, "Clear the drains.")
        adopted(store, "Plant trees.", addressees=("private_sector",), strands=("planet",))
        adopted(store, "Mend the roads.", addressees=("european_union",))
        adopted(store, "Open the wells.", addressees=("national_governments",), strands=("government",))
        adopted(store, "Close the mines.", addressees=("national_governments",), strands=("people",))
        adopted(store, "Count the trees.", addressees=("local_governments",), strands=("planet",))
        wanted = [
            ("local_governments", ["planet"]),
            ("national_governments", ["people", "government"]),
            ("international_community", [""]),
            ("partners", ["planet"]),
            ("", [""]),
        ]
        for language in LANGUAGES:
            assert places(store, language) == wanted


def test_the_addressee_that_the_leading_recommendation_names_first_decides(folder: Path) -> None:
    with a_room(folder) as store:
        asked(store, "open the wells", addressees=("local_governments",), strands=("people",))
        adopted(store, "Open the wells.", addressees=("g20", "national_governments"), strands=("planet", "government"))
        assert places(store) == [("international_community", ["planet"])]


def test_where_the_leading_recommendation_names_nobody_another_says_to_whom(folder: Path) -> None:
    with a_room(folder) as store:
        adopted(store, "Open the wells.")
        asked(store, "open the wells", addressees=("uclg",), strands=("people",))
        assert places(store) == [("uclg", ["people"])]


def test_an_addressee_under_another_is_spoken_to_with_the_family_of_that(folder: Path) -> None:
    with a_room(folder) as store:
        bank = Term(
            id=store.new_id(),
            vocabulary=KnownVocabulary.ADDRESSEE,
            key="bank",
            label={"en": "the bank"},
            parent=addressee(store, "financial_institutions"),
        )
        store.save(bank)
        adopted(store, "Open the wells.", addressees=("bank",))
        assert places(store) == [("international_community", [""])]


def test_addressees_that_stand_under_each_other_are_spoken_to_all_the_same(folder: Path) -> None:
    with a_room(folder) as store:
        uclg, g20 = (store.get(Term, addressee(store, key)) for key in ("uclg", "g20"))
        store.change(uclg, parent=g20.id)
        store.change(g20, family=None, parent=uclg.id)
        adopted(store, "Open the wells.", addressees=("uclg",))
        assert len(places(store)) == 1


def test_both_sets_stand_together_where_families_arrange_the_text(folder: Path) -> None:
    with a_room(folder) as store:
        adopted(store, "Mend the roads.", POLICY)
        adopted(store, "Open the wells.", CITIZENSHIP)
        assert words_planned(store) == [["open the wells", "mend the roads"]]
        assert [section.set for section in plan(store).sections if section.part is SectionKind.OPERATIVE] == [None]


def test_a_kit_may_want_the_sets_as_parts(folder: Path) -> None:
    with a_room(folder) as store:
        store.change(store.consultation, arranged_by=Arrangement.SET)
        adopted(store, "Mend the roads.", POLICY, strands=("people",), addressees=("uclg",))
        adopted(store, "Plant trees.", POLICY, strands=("people",), addressees=("local_governments",))
        adopted(store, "Open the wells.", CITIZENSHIP, strands=("planet",), addressees=("uclg",))
        assert places(store) == [(CITIZENSHIP, ["planet"]), (POLICY, ["people", "people"])]
        assert words_planned(store) == [["open the wells"], ["plant trees"], ["mend the roads"]]
        titles = [title.text for section in drafted(store).sections for title in section.titles]
        assert titles[2:4] == ["Recommendations on citizenship", "Recommendations on policy and action"]


def test_a_strand_or_an_addressee_that_was_deleted_holds_nothing_back(folder: Path) -> None:
    with a_room(folder) as store:
        adopted(store, "Open the wells.", strands=("planet",), addressees=("uclg",))
        store.delete(store.get(Term, strand(store, "planet")))
        store.delete(store.get(Term, addressee(store, "uclg")))
        assert places(store) == [("", [""])]
        assert words_planned(store) == [["open the wells"]]


# ------------------------------------------------------------------------------------------------ beside whom


def test_those_of_other_families_act_beside_the_family_each_once_in_the_order_of_the_kit(folder: Path) -> None:
    with a_room(folder) as store:
        adopted(store, "Open the wells.", addressees=("national_governments", "private_sector", "g20"))
        asked(store, "open the wells", addressees=("g20", "uclg"))
        (paragraph,) = paragraphs_in(drafted(store))
        (item,) = paragraph.items
        assert item.beside == (
            "(with UCLG and its sections, the members of the G20, as well as companies and cooperatives)"
        )
        french = paragraphs_in(drafted(store, "fr"))[0].items[0]
        assert french.beside.startswith("(avec CGLU et ses sections, les membres du G20")


def test_nobody_of_the_family_itself_is_named_beside_it(folder: Path) -> None:
    with a_room(folder) as store:
        adopted(store, "Open the wells.", addressees=("g20", "european_union", "financial_institutions"))
        assert planned(store)[0].items[0].co_addressees == ()


# ------------------------------------------------------------------------------------------------ common ground


def test_the_common_ground_is_stated_where_something_bears_on_it_and_takes_nothing_from_the_text(folder: Path) -> None:
    with a_room(folder) as store:
        adopted(store, "Mend the roads.", capitals=("economic",))
        asked(store, "Sell the wells.", capitals=("environmental",), status=ASIDE)
        assert planned(store, part=COMMON_GROUND) == []
        adopted(store, "Open the wells.", capitals=("human", "environmental"))
        (statement,) = planned(store, part=COMMON_GROUND)
        assert statement.parts.text == store.consultation.common_ground["en"]
        assert statement.items == ()
        assert words_planned(store) == [["mend the roads", "open the wells"]]


def test_without_a_statement_there_is_no_common_ground(folder: Path) -> None:
    with a_store(folder) as store:
        asked(store, "Open the wells.")
        assert planned(store, part=COMMON_GROUND) == []


def test_what_the_kit_has_ready_is_marked_until_a_person_adopts_it(folder: Path) -> None:
    with a_room(folder) as store:
        adopted(store, "Open the wells.", capitals=("environmental",))
        standing = drafted(store)
        assert [each.part for each in standing.paragraphs if each.is_proposed] == [COMMON_GROUND, FOLLOW_UP]


# ------------------------------------------------------------------------------------------------ not agreed


def test_what_was_not_agreed_stands_in_the_words_of_the_room_most_hands_against_first(folder: Path) -> None:
    with a_room(folder) as store:
        adopted(store, "Open the wells.")
        few = adopted(store, "Mend the roads, whatever it costs.", hands=(8, 2, 0), strands=("people",))
        french = "Fermer les mines, toutes les mines ! Et vite."
        most = adopted(store, french, language="fr", hands=(30, 20, 0), translations={"en": "Close the mines."})
        reserved = asked(store, "PLANT TREES.", POLICY, reserved="Not ours.", addressees=("uclg", "g20"))
        for language in LANGUAGES:
            (paragraph,) = planned(store, language, DIVERGENCE)
            assert [(item.words, item.language) for item in paragraph.items] == [
                (french, "fr"),
                ("Mend the roads, whatever it costs.", "en"),
                ("PLANT TREES.", "en"),
            ]
            assert [item.sources for item in paragraph.items] == [(most.id,), (few.id,), (reserved.id,)]
        (paragraph,) = paragraphs_in(drafted(store), DIVERGENCE)
        assert paragraph.text == "We record, in the words of the rooms, what was put forward and not concluded:"
        assert [(item.letter, item.text, item.quoted) for item in paragraph.items] == [
            ("a", french, True),
            ("b", "Mend the roads, whatever it costs.", True),
            ("c", "PLANT TREES.", True),
        ]


def test_without_disagreement_nothing_is_recorded_of_it(folder: Path) -> None:
    with a_room(folder) as store:
        adopted(store, "Open the wells.")
        asked(store, "Mend the roads.", hands=(9, 0, 0))
        assert planned(store, part=DIVERGENCE) == []


def test_the_only_thing_that_was_not_agreed_is_quoted_under_a_letter_of_its_own(folder: Path) -> None:
    with a_room(folder) as store:
        adopted(store, "Close the mines.", hands=(5, 5, 0))
        (paragraph,) = paragraphs_in(drafted(store), DIVERGENCE)
        assert [item.letter for item in paragraph.items] == ["a"]


# ------------------------------------------------------------------------------------------------ promised


def commitments(store: Store, language: str = "en") -> list[tuple[str, str]]:
    """What opens each commitment, and its words."""
    found = [each for each in paragraphs_in(drafted(store, language), FOLLOW_UP) if each.items]
    return [(item.opening, item.said) for each in found for item in each.items]


def test_a_commitment_says_by_when_and_who_in_the_order_of_the_days(folder: Path) -> None:
    with a_room(folder) as store:
        adopted(store, "Open the wells.")
        city = Organisation(id=store.new_id(), name={"en": "the City of Wells", "fr": "la ville des Puits"})
        store.save(city)
        promise(store, "Mend the roads.", who="Two mayors of the coast")
        promise(store, "Plant trees.", organisations=[city.id], by=date(2023, 3, 31))
        promise(store, "Count the trees.", who="The villages", with_whom="their schools", by=date(2022, 3, 31))
        assert commitments(store) == [
            ("by 31 March 2022, The villages (with their schools):", "count the trees"),
            ("by 31 March 2023, the City of Wells:", "plant trees"),
            ("Two mayors of the coast:", "mend the roads"),
        ]


def test_only_what_is_still_to_be_kept_is_promised(folder: Path) -> None:
    with a_room(folder) as store:
        adopted(store, "Open the wells.")
        for state in CommitmentState:
            promise(store, f"Plant {state}.", who="We", state=state)
        assert [said for _, said in commitments(store)] == ["plant open", "plant under_way"]


def test_without_anything_still_to_be_kept_nobody_is_said_to_have_promised_anything(folder: Path) -> None:
    with a_room(folder) as store:
        adopted(store, "Open the wells.")
        promise(store, "Plant trees.", who="We", state=CommitmentState.KEPT)
        assert [each.parts.text for each in planned(store, part=FOLLOW_UP)] == [store.consultation.reporting["en"]]


@pytest.mark.parametrize("field", ["who", "with_whom"])
def test_somebody_on_the_list_who_did_not_agree_is_not_named_as_promising(folder: Path, field: str) -> None:
    with a_room(folder) as store:
        adopted(store, "Open the wells.")
        zoe = somebody(store, "Zoé Quill")
        promise(store, "Plant trees.", **{"who": "The villages", field: "Zoe QUILL, mayor"})
        (found,) = commitments(store)
        assert "quill" not in found[0].casefold()
        store.change(zoe, consent=True)
        (found,) = commitments(store)
        assert "Zoe QUILL, mayor" in found[0]


def test_a_commitment_in_another_language_is_given_in_its_translation(folder: Path) -> None:
    with a_room(folder) as store:
        adopted(store, "Open the wells.")
        made = {"en": translation("Plant trees.", of="Planter des arbres.")}
        promise(store, "Planter des arbres.", "fr", who="Nous", translations=made)
        assert [said for _, said in commitments(store)] == ["plant trees"]
        assert [said for _, said in commitments(store, "fr")] == ["planter des arbres"]


# -------------------------------------------------------------------------------------------------- the kit's own


def test_a_consultation_without_kit_or_families_speaks_to_nobody_in_particular(folder: Path) -> None:
    with a_store(folder) as store:
        city = Term(id=store.new_id(), vocabulary=KnownVocabulary.ADDRESSEE, key="city", label={"en": "the city"})
        store.save(city)
        asked(store, "Open the wells.", addressees=("city",), status=ADOPTED)
        asked(store, "Mend the roads.", status=ADOPTED)
        assert [each.parts.addressed for each in planned(store)] == ["We recommend the following:"] * 2
        titles = [title.text for section in drafted(store).sections for title in section.titles]
        assert titles == ["Preamble", "The city", "What we recommend"]


def test_the_voice_of_a_family_decides_which_comes_first(folder: Path) -> None:
    with a_room(folder) as store:
        adopted(store, "Open the wells.", addressees=("uclg",))
        adopted(store, "Mend the roads.", addressees=("national_governments",))
        assert [family for family, _ in places(store)] == ["national_governments", "uclg"]
        store.change(store.get(Term, addressee(store, "uclg")), voice=Voice.SELF)
        assert [family for family, _ in places(store)] == ["uclg", "national_governments"]
