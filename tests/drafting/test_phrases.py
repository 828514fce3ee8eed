"""What drafting proposes: order, verbs, addressees, places, and what it says about itself."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from consultation.drafting.plan import preamble
from consultation.language import translator
from consultation.model import (
    Attendance,
    Group,
    KnownVocabulary,
    Person,
    Presence,
    RecommendationSet,
    RecommendationStatus,
    Role,
    SectionKind,
    Term,
)
from consultation.reading.material import gather
from consultation.store import Store
from tests.builders import a_store
from tests.drafting.rooms import CITIZENSHIP, POLICY, a_room, asked, plan, planned, term

ADOPTED = RecommendationStatus.ADOPTED


def test_adopted_come_first_then_the_most_supported_then_the_most_often_said_then_the_oldest(folder: Path) -> None:
    with a_room(folder) as store, store.together():
        old = asked(store, "Old.")
        asked(store, "Said twice.")
        asked(store, "said twice")
        asked(store, "Little support.", hands=(3, 1, 0))
        asked(store, "Much support.", hands=(30, 1, 0))
        asked(store, "Much noise.", hands=(40, 39, 0))
        asked(store, "Refused.", hands=(1, 9, 0))
        asked(store, "Adopted.", status=ADOPTED)
        asked(store, "Adopted with support.", status=ADOPTED, hands=(5, 0, 0))
        order = [clause.parts.text.split(": ")[1] for clause in planned(store)]
        assert order == [
            "Adopted with support.",
            "Adopted.",
            "Much support.",
            "Little support.",
            "Much noise.",
            "Said twice.",
            "Old.",
            "Refused.",
        ]
        assert planned(store)[6].sources == (old.id,)


def test_the_words_used_are_the_adopted_ones_and_name_all_sources_them_first(folder: Path) -> None:
    with a_room(folder) as store, store.together():
        first = asked(store, "open the wells")
        adopted = asked(store, "Open the wells!", status=ADOPTED)
        (clause,) = planned(store)
        assert clause.sources == (adopted.id, first.id)
        assert clause.parts.text == "Call on all those concerned to open the wells!"


@pytest.mark.parametrize(
    ("language", "action", "statement", "opening", "joiner"),
    [
        ("en", "Create a fund", "A fund is needed", "Call on national governments", " to "),
        ("fr", "Créer un fonds", "Il faut un fonds", "Appelons les gouvernements nationaux", " à "),
        ("es", "Crear un fondo", "Hace falta un fondo", "Llamamos a los gobiernos nacionales", " a "),
    ],
)
def test_an_action_goes_on_after_the_verb_and_anything_else_follows_a_colon(
    folder: Path, language: str, action: str, statement: str, opening: str, joiner: str
) -> None:
    with a_room(folder) as store, store.together():
        for text in (action, statement):
            asked(store, text, language=language, addressees=("national_governments",), status=ADOPTED)
        first, second = (clause.parts.text for clause in planned(store, language))
        assert first == f"{opening}{joiner}{action[0].lower()}{action[1:]}."
        assert second.startswith(opening)
        assert second.removeprefix(opening).strip(" \u00a0\u202f") == f": {statement}."


def test_untranslated_words_are_kept_as_they_are_after_a_colon_and_marked(folder: Path) -> None:
    with a_room(folder) as store, store.together():
        asked(store, "Créer un fonds", language="fr")
        (clause,) = planned(store, "en")
        assert clause.parts.text == "Ask all those concerned: Créer un fonds."
        assert clause.untranslated == "fr"


def test_a_translation_is_used_as_if_it_had_been_said(folder: Path) -> None:
    with a_room(folder) as store, store.together():
        asked(store, "Créer un fonds", language="fr", translations={"en": "Create a fund"})
        (clause,) = planned(store, "en")
        assert clause.parts.text == "Ask all those concerned to create a fund."
        assert clause.untranslated == ""


def test_words_said_in_the_language_of_the_document_are_preferred_to_a_translation_and_to_another(
    folder: Path,
) -> None:
    with a_room(folder) as store, store.together():
        asked(store, "Créer un fonds", language="fr", translations={"es": "Crear un fondo"}, hands=(9, 0, 0))
        asked(store, "Make a fund", translations={"es": "crear un fondo"})
        assert len(planned(store, "en")) == 1
        assert planned(store, "en")[0].parts.text.endswith("make a fund.")
        assert planned(store, "en")[0].untranslated == ""


def test_the_wording_chosen_for_a_group_is_used(folder: Path) -> None:
    with a_room(folder) as store, store.together():
        one = asked(store, "Créer un fonds", language="fr")
        other = asked(store, "Wells are a right.")
        store.save(
            Group(id=store.new_id(), recommendations=[one.id, other.id], wording={"en": "Protect the right to water"})
        )
        (clause,) = planned(store, "en")
        assert clause.parts.text == "Ask all those concerned to protect the right to water."
        assert clause.untranslated == ""
        assert set(clause.sources) == {one.id, other.id}


@pytest.mark.parametrize(
    ("values", "citizenship", "policy"),
    [
        ({"status": ADOPTED}, "Call on", "Call on"),
        ({"status": ADOPTED, "reserved": "Not us."}, "Call on", "Call on"),
        ({"hands": (3, 1, 0)}, "Encourage", "Urge"),
        ({"hands": (3, 0, 1)}, "Encourage", "Urge"),
        ({"hands": (74, 1, 25)}, "Invite", "Encourage"),
        ({"hands": (3, 2, 0)}, "Invite", "Encourage"),
        ({}, "Ask", "Invite"),
        ({"hands": (0, 0, 0)}, "Ask", "Invite"),
        ({"hands": (2, 2, 0)}, "Appeal to", "Appeal to"),
        ({"hands": (1, 2, 0)}, "Appeal to", "Appeal to"),
        ({"hands": (0, 0, 5)}, "Appeal to", "Appeal to"),
        ({"hands": (99, 0, 0), "reserved": "Not us."}, "Appeal to", "Appeal to"),
    ],
)
def test_the_verb_says_how_far_the_room_went(
    folder: Path, values: dict[str, object], citizenship: str, policy: str
) -> None:
    with a_room(folder) as store, store.together():
        asked(store, "Open the wells.", CITIZENSHIP, **values)  # type: ignore[arg-type]
        asked(store, "Mend the roads.", POLICY, **values)  # type: ignore[arg-type]
        verbs = [clause.parts.lead_in for clause in planned(store)]
        assert verbs == [citizenship, policy]


def test_without_any_verb_in_the_file_a_plain_one_is_used(folder: Path) -> None:
    with a_store(folder) as store, store.together():
        asked(store, "Open the wells.")
        assert [clause.parts.text for clause in planned(store)] == ["Call on all those concerned to open the wells."]


def test_every_addressee_is_named_once_in_the_order_of_the_vocabulary(folder: Path) -> None:
    with a_room(folder) as store, store.together():
        asked(store, "Open the wells.", addressees=("g20", "local_governments"), status=ADOPTED)
        asked(store, "open the wells", addressees=("local_governments", "national_governments"))
        assert [clause.parts.text for clause in planned(store)] == [
            "Call on national governments, local and regional governments and the members of the G20 to open the wells."
        ]


def places(store: object) -> list[tuple[RecommendationSet | None, str, int]]:
    """The operative sections: set, strand and number of clauses."""
    keys = {one.id: one.key for one in store.terms(KnownVocabulary.STRAND)}  # type: ignore[attr-defined]
    return [
        (section.set, keys.get(section.strand, ""), len(section.paragraphs))  # type: ignore[arg-type]
        for section in plan(store)  # type: ignore[arg-type]
        if section.part is SectionKind.OPERATIVE
    ]


def test_clauses_stand_by_set_then_strand_in_the_order_of_the_vocabulary_and_last_without_one(folder: Path) -> None:
    with a_room(folder) as store, store.together():
        asked(store, "Seven.", POLICY)
        asked(store, "Six.", POLICY, strands=("planet",))
        asked(store, "Five.", POLICY, strands=("people",))
        asked(store, "Four.", CITIZENSHIP)
        asked(store, "Three.", CITIZENSHIP, strands=("government",))
        asked(store, "Two.", CITIZENSHIP, strands=("planet",))
        asked(store, "One.", CITIZENSHIP, strands=("planet", "people"))
        assert places(store) == [
            (CITIZENSHIP, "planet", 2),
            (CITIZENSHIP, "government", 1),
            (CITIZENSHIP, "", 1),
            (POLICY, "people", 1),
            (POLICY, "planet", 1),
            (POLICY, "", 1),
        ]


def test_a_wording_stands_in_the_strand_most_rooms_named_first_and_only_there(folder: Path) -> None:
    with a_room(folder) as store, store.together():
        asked(store, "Open the wells.", strands=("people", "government"))
        asked(store, "open the wells", strands=("planet", "people"))
        asked(store, "Open the wells!", strands=("planet",))
        assert places(store) == [(CITIZENSHIP, "planet", 1)]


def test_what_both_sets_ask_for_in_the_same_words_is_common_ground_and_stands_nowhere_else(folder: Path) -> None:
    with a_room(folder) as store, store.together():
        one = asked(store, "Open the wells.", CITIZENSHIP, strands=("planet",))
        other = asked(store, "open the wells", POLICY, strands=("planet",))
        alone = asked(store, "Mend the roads.", POLICY)
        common = planned(store, part=SectionKind.COMMON_GROUND)
        assert [set(clause.sources) for clause in common] == [{one.id, other.id}]
        assert [clause.sources for clause in planned(store)] == [(alone.id,)]


def test_the_statement_of_common_ground_names_all_that_speak_of_it(folder: Path) -> None:
    with a_room(folder) as store, store.together():
        speaking = [
            asked(store, "Open the wells.", capitals=("human", "environmental")),
            asked(store, "Plant trees.", POLICY, capitals=("environmental",)),
        ]
        asked(store, "Mend the roads.", capitals=("economic",))
        asked(store, "Cut trees.", capitals=("environmental",), status=RecommendationStatus.SET_ASIDE)
        (statement,) = planned(store, part=SectionKind.COMMON_GROUND)
        assert statement.parts.text == store.consultation.common_ground["en"]
        assert set(statement.sources) == {one.id for one in speaking}
        assert len(planned(store)) == 3


def test_without_a_statement_and_without_shared_wordings_there_is_no_common_ground(folder: Path) -> None:
    with a_store(folder) as store, store.together():
        asked(store, "Open the wells.")
        assert planned(store, part=SectionKind.COMMON_GROUND) == []


def test_the_preamble_leaves_out_what_is_not_known(folder: Path) -> None:
    with a_store(folder) as store, store.together():
        who = "*We*, the representatives of local and regional governments and their partners"
        assert preamble(gather(store), translator("en")) == f"{who}, for “Water for all”,"
        store.change(store.consultation, title={})
        assert preamble(gather(store), translator("en")) == f"{who},"
        store.change(store.consultation, starts=date(2021, 10, 5))
        assert preamble(gather(store), translator("en")) == f"{who}, on 5 October 2021,"
        store.change(store.consultation, place={"en": "Kütahya"}, host={"en": "the Municipality"})
        assert (
            preamble(gather(store), translator("en"))
            == f"{who}, gathered in Kütahya, on 5 October 2021, at the invitation of our host, the Municipality,"
        )
        store.change(store.consultation, ends=date(2021, 10, 8))
        assert "from 5 to 8 October 2021" in preamble(gather(store), translator("en"))
        store.change(store.consultation, ends=date(2022, 1, 2))
        assert "from 5 October 2021 to 2 January 2022" in preamble(gather(store), translator("en"))


def test_the_recital_of_numbers_counts_people_once_and_says_what_was_put_forward(folder: Path) -> None:
    with a_room(folder) as store, store.together():
        sessions = [store.session(code).id for code in ("D1-CLIMATE", "D2-WATER")]
        africa, europe = (term(store, KnownVocabulary.REGION, key) for key in ("africa", "europe"))
        person = Person(id=store.new_id(), name="Zoé", region=europe)
        store.save(person)
        for session in sessions:
            store.save(Role(id=store.new_id(), session=session, person=person.id))
        store.save(Attendance(id=store.new_id(), session=sessions[0], region=africa, heads=40))
        asked(store, "Open the wells.", session=sessions[0])
        asked(store, "Sell the wells.", session=sessions[1], status=RecommendationStatus.SET_ASIDE)
        recital = planned(store, part=SectionKind.RECITALS)[-1].parts.text
        assert recital == (
            "Having consulted 41 participants from two regions of the world in two sessions, "
            "who put forward two recommendations;"
        )


def test_the_recital_of_numbers_is_left_out_before_any_session_was_held(folder: Path) -> None:
    with a_room(folder) as store, store.together():
        asked(store, "Open the wells.")
        assert not any("Having consulted" in one.parts.text for one in planned(store, part=SectionKind.RECITALS))


def test_the_recitals_are_those_of_the_consultation_in_the_language_asked_for(folder: Path) -> None:
    with a_room(folder) as store, store.together():
        for language in ("en", "fr", "es"):
            written = [one.parts for one in planned(store, language, SectionKind.RECITALS)]
            assert [f"*{one.lead_in}* {one.words}" for one in written] == [
                one[language] for one in store.consultation.recitals
            ]


def test_a_strand_of_the_vocabulary_that_was_deleted_holds_no_clause_back(folder: Path) -> None:
    with a_room(folder) as store, store.together():
        one = asked(store, "Open the wells.", strands=("planet",))
        store.delete(store.get(Term, term(store, KnownVocabulary.STRAND, "planet")))
        assert [clause.sources for clause in planned(store)] == [(one.id,)]


def test_nobody_is_said_to_have_been_consulted_where_nobody_was_counted(folder: Path) -> None:
    with a_room(folder) as store, store.together():
        session, other = (store.session(code).id for code in ("D1-CLIMATE", "D2-WATER"))
        asked(store, "Open the wells.", session=session)
        assert recital_of_numbers(store) == []
        person = Person(id=store.new_id(), name="Zoé")
        store.save(person)
        role = Role(id=store.new_id(), session=other, person=person.id, presence=Presence.PLANNED)
        store.save(role)
        assert recital_of_numbers(store) == []
        store.change(role, presence=Presence.PRESENT)
        assert recital_of_numbers(store) == [
            "Having consulted one participant in two sessions, who put forward one recommendation;"
        ]


@pytest.mark.parametrize("presence", [Presence.PLANNED, Presence.ABSENT, Presence.REPLACED])
def test_a_session_in_which_nothing_was_recorded_is_not_claimed_as_heard(folder: Path, presence: Presence) -> None:
    with a_room(folder) as store, store.together():
        held, empty = (store.session(code).id for code in ("D1-CLIMATE", "D2-WATER"))
        asked(store, "Open the wells.", session=held)
        store.save(Attendance(id=store.new_id(), session=held, heads=40))
        store.save(Attendance(id=store.new_id(), session=empty, heads=0))
        europe = term(store, KnownVocabulary.REGION, "europe")
        person = Person(id=store.new_id(), name="Zoé", region=europe)
        store.save(person)
        store.save(Role(id=store.new_id(), session=empty, person=person.id, presence=presence))
        assert recital_of_numbers(store) == [
            "Having consulted 40 participants in one session, who put forward one recommendation;"
        ]


def recital_of_numbers(store: Store) -> list[str]:
    """What is claimed about how many were consulted."""
    recitals = [each.parts for each in planned(store, part=SectionKind.RECITALS)]
    return [parts.text for parts in recitals if parts.lead_in == "Having consulted"]
