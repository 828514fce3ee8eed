"""The sentences that no recommendation brings: phrases that lead to items, the opening, and recitals that are true."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from consultation.drafting.phrases import opening
from consultation.language import translator
from consultation.model import (
    Attendance,
    Fact,
    Group,
    Intervention,
    KnownVocabulary,
    Presence,
    Reservation,
    Role,
    SectionKind,
    Term,
    Vocabulary,
)
from consultation.model.learning import Practice
from consultation.reading.material import gather
from consultation.store import Store
from tests.builders import a_store
from tests.drafting.rooms import (
    ASIDE,
    LANGUAGES,
    ROOMS,
    a_room,
    addressee,
    adopted,
    asked,
    drafted,
    paragraphs_in,
    planned,
    somebody,
    term,
)

ACTIONS = {"en": "Create a fund", "fr": "Créer un fonds", "es": "Crear un fondo"}
PHRASES = {"en": "A fund for water", "fr": "Un fonds pour l’eau", "es": "Un fondo para el agua"}
in_every_language = pytest.mark.parametrize("language", LANGUAGES)


def led(store: Store, language: str = "en") -> list[str]:
    """How the paragraphs of what is asked lead to their items."""
    return [paragraph.parts.addressed for paragraph in planned(store, language)]


# ----------------------------------------------------------------------------------------------- to the items


@in_every_language
@pytest.mark.parametrize("key", ["national_governments", "local_governments", "g20", "private_sector"])
def test_infinitives_alone_follow_the_phrase_to_do_and_anything_else_the_following_measures(
    folder: Path, language: str, key: str
) -> None:
    with a_room(folder) as store:
        named = store.get(Term, addressee(store, key))
        family = store.get(Term, named.family or named.id)
        first = adopted(store, ACTIONS[language], language=language, addressees=(key,))
        assert led(store, language) == [family.to_do[language]]
        adopted(store, PHRASES[language], language=language, addressees=(key,))
        assert led(store, language) == [family.following[language]]
        store.delete(first)
        assert led(store, language) == [family.following[language]]


@in_every_language
def test_the_phrases_of_the_kit_are_whole_sentences_up_to_the_colon(folder: Path, language: str) -> None:
    with a_room(folder) as store:
        families = [each for each in store.terms(KnownVocabulary.ADDRESSEE) if each.to_do]
        assert {each.family or each.id for each in store.terms(KnownVocabulary.ADDRESSEE)} == {
            each.id for each in families
        }
        for family in families:
            for phrase in (family.to_do[language], family.following[language]):
                assert phrase.endswith("\u00a0:" if language == "fr" else ":"), phrase
                assert phrase[0].isupper(), phrase


def test_what_is_not_translated_is_asked_how_it_opens_in_its_own_language(folder: Path) -> None:
    """The phrase leads to what stands there: words of which it is not known how they will read in translation."""
    with a_room(folder) as store:
        adopted(store, ACTIONS["fr"], language="fr", addressees=("uclg",))
        adopted(store, ACTIONS["en"], addressees=("uclg",))
        assert led(store) == ["We call on UCLG and its sections to:"]
        adopted(store, PHRASES["fr"], language="fr", addressees=("uclg",))
        assert led(store) == ["We call on UCLG and its sections to take the following measures:"]


def test_the_strand_opens_its_paragraph(folder: Path) -> None:
    with a_room(folder) as store:
        adopted(store, ACTIONS["en"], strands=("planet",))
        adopted(store, "Mend the roads.")
        assert [each.parts.lead_in for each in planned(store)] == ["Planet.", ""]
        assert [each.parts.lead_in for each in planned(store, "es")] == ["Planeta.", ""]


def test_nobody_in_particular_is_asked_by_no_name(folder: Path) -> None:
    with a_room(folder) as store:
        adopted(store, ACTIONS["en"])
        assert led(store) == ["We recommend the following:"]


def test_a_phrase_nobody_wrote_in_the_language_is_borrowed_from_no_other(folder: Path) -> None:
    with a_room(folder) as store:
        adopted(store, ACTIONS["en"], addressees=("uclg",))
        store.change(store.get(Term, addressee(store, "uclg")), to_do={"en": "We ask our union to:"}, following={})
        assert led(store) == ["We ask our union to:"]
        assert led(store, "fr") == [translator("fr")("We recommend the following:")]
        assert led(store, "fr") != led(store)


def test_the_only_item_runs_on_after_to_and_stands_after_a_colon_otherwise(folder: Path) -> None:
    with a_room(folder) as store:
        lone = adopted(store, ACTIONS["en"], addressees=("uclg",), strands=("people",))
        adopted(store, PHRASES["en"], addressees=("uclg",), strands=("planet",))
        first, second = paragraphs_in(drafted(store))
        assert f"{first.leads_on} {first.items[0].text}" == (
            "People. We call on UCLG and its sections to create a fund."
        )
        assert [item.letter for item in (*first.items, *second.items)] == ["", ""]
        assert second.leads_on == "Planet. We call on UCLG and its sections to take the following measures:"
        adopted(store, "Mend the roads.", addressees=("uclg",), strands=("people",))
        first, _ = paragraphs_in(drafted(store))
        assert first.leads_on == "People. We call on UCLG and its sections to:"
        assert [item.letter for item in first.items] == ["a", "b"]
        assert lone.id in first.sources


def test_items_close_with_a_semicolon_and_the_last_with_a_full_stop(folder: Path) -> None:
    with a_room(folder) as store:
        for text in ("Create a fund.", "Mend the roads", "Plant trees;"):
            adopted(store, text, addressees=("uclg", "g20"))
        (paragraph,) = paragraphs_in(drafted(store))
        assert [item.text for item in paragraph.items] == [
            "create a fund (with the members of the G20);",
            "mend the roads (with the members of the G20);",
            "plant trees (with the members of the G20).",
        ]


# ------------------------------------------------------------------------------------------------ the opening


@in_every_language
def test_the_opening_is_the_consultations_own(folder: Path, language: str) -> None:
    with a_room(folder) as store:
        asked(store, "Open the wells.")
        (paragraph,) = planned(store, language, SectionKind.PREAMBLE)
        own = store.consultation.opening[language]
        assert f"*{paragraph.parts.lead_in}*" == own[: len(paragraph.parts.lead_in) + 2]
        assert paragraph.parts.text == own.replace("*", "")


def test_an_opening_put_together_from_the_facts_leaves_out_what_is_not_known(folder: Path) -> None:
    with a_store(folder) as store, store.together():

        def opened() -> str:
            return opening(gather(store), translator("en")).text

        assert opened() == "We, who put forward these recommendations, for “Water for all”,"
        store.change(store.consultation, title={})
        assert opened() == "We, who put forward these recommendations,"
        store.save(Attendance(id=store.new_id(), session=store.new_id(), heads=3))
        assert opened() == "We, those who took part,"
        store.change(store.consultation, starts=date(2021, 10, 5))
        assert opened() == "We, those who took part, on 5 October 2021,"
        store.change(store.consultation, place={"en": "Kütahya"}, host={"en": "the Municipality"})
        assert opened() == (
            "We, those who took part, gathered in Kütahya, on 5 October 2021, "
            "at the invitation of our host, the Municipality,"
        )
        store.change(store.consultation, ends=date(2021, 10, 8))
        assert "from 5 to 8 October 2021" in opened()
        store.change(store.consultation, ends=date(2022, 1, 2))
        assert "from 5 October 2021 to 2 January 2022" in opened()


# ------------------------------------------------------------------------------------------------ recitals


def recitals(store: Store, language: str = "en") -> list[str]:
    return [each.parts.text for each in planned(store, language, SectionKind.RECITALS)]


def recital_of_numbers(store: Store) -> list[str]:
    """What is claimed about how many were consulted."""
    return [text for text in recitals(store) if text.startswith("Having consulted")]


@in_every_language
def test_a_recital_that_claims_nothing_stands_in_the_words_of_the_consultation(folder: Path, language: str) -> None:
    with a_room(folder) as store:
        asked(store, "Open the wells.")
        plain = [each["text"][language].replace("*", "") for each in store.consultation.recitals if not each["needs"]]
        assert recitals(store, language) == plain
        assert len(plain) < len(store.consultation.recitals)


def prove(store: Store, fact: Fact) -> None:
    """Record what proves a fact, and no more than one can help."""
    session = store.session(ROOMS[0]).id
    if fact is Fact.PARTICIPANTS:
        store.save(Attendance(id=store.new_id(), session=session, heads=2))
    elif fact is Fact.SESSIONS:
        store.save(Intervention(id=store.new_id(), session=session, text="Water.", language="en"))
    elif fact is Fact.LANGUAGES:
        store.save(Intervention(id=store.new_id(), session=session, text="L’eau.", language="fr"))
    elif fact is Fact.RESERVATIONS:
        made = asked(store, "Mend the roads.")
        store.save(Reservation(id=store.new_id(), recommendation=made.id, text="No."))
    elif fact is Fact.PRACTICES:
        store.save(Practice(id=store.new_id(), title="A map of wells"))


@pytest.mark.parametrize("fact", list(Fact))
def test_a_recital_stands_once_the_file_proves_what_it_needs(folder: Path, fact: Fact) -> None:
    with a_room(folder) as store:
        store.change(store.consultation, recitals=[{"text": {"en": "*Noting* it,"}, "needs": [fact]}])
        asked(store, "Open the wells.")
        assert ("Noting it," in recitals(store)) is (fact is Fact.RECOMMENDATIONS)
        prove(store, fact)
        assert "Noting it," in recitals(store)


def test_a_recital_that_needs_two_facts_stands_with_both(folder: Path) -> None:
    with a_room(folder) as store:
        needs = [Fact.PARTICIPANTS, Fact.LANGUAGES]
        store.change(store.consultation, recitals=[{"text": {"en": "*Noting* it,"}, "needs": needs}])
        asked(store, "Open the wells.")
        prove(store, Fact.LANGUAGES)
        assert recitals(store) == []
        prove(store, Fact.PARTICIPANTS)
        assert "Noting it," in recitals(store)


def test_a_language_nobody_noted_is_not_one_more(folder: Path) -> None:
    with a_room(folder) as store:
        store.change(store.consultation, recitals=[{"text": {"en": "*Noting* it,"}, "needs": [Fact.LANGUAGES]}])
        asked(store, "Open the wells.")
        asked(store, "Mend the roads.", language="")
        assert recitals(store) == []


def test_the_recital_of_numbers_counts_people_once_and_says_what_was_put_forward(folder: Path) -> None:
    with a_room(folder) as store, store.together():
        sessions = [store.session(code).id for code in ROOMS[:2]]
        africa, europe = (term(store, KnownVocabulary.REGION, key) for key in ("africa", "europe"))
        zoe = somebody(store, "Zoé", region=europe)
        for session in sessions:
            store.save(Role(id=store.new_id(), session=session, person=zoe.id))
        store.save(Attendance(id=store.new_id(), session=sessions[0], region=africa, heads=40))
        wells = asked(store, "Open the wells.", session=sessions[0])
        asked(store, "Sell the wells.", session=sessions[1], status=ASIDE)
        said = "Having consulted 41 participants from two regions of the world in two sessions, "
        assert recital_of_numbers(store) == [f"{said}who put forward two recommendations,"]
        store.save(Reservation(id=store.new_id(), recommendation=wells.id, text="Not ours."))
        assert recital_of_numbers(store) == [
            f"{said}who put forward two recommendations, with their agreements and their reservations,"
        ]


def test_regions_that_the_file_calls_otherwise_are_not_said_to_be_of_the_world(folder: Path) -> None:
    with a_room(folder) as store, store.together():
        room = store.session(ROOMS[0]).id
        africa = term(store, KnownVocabulary.REGION, "africa")
        store.save(Attendance(id=store.new_id(), session=room, region=africa, heads=40))
        asked(store, "Open the wells.", session=room)
        assert "one region of the world" in recital_of_numbers(store)[0]
        (regions,) = (each for each in store.all(Vocabulary) if each.key == KnownVocabulary.REGION)
        store.change(regions, label={"en": "Neighbourhoods"})
        assert recital_of_numbers(store) == [
            "Having consulted 40 participants in one session, who put forward one recommendation,"
        ]


def test_nobody_is_said_to_have_been_consulted_where_nobody_was_counted(folder: Path) -> None:
    with a_room(folder) as store, store.together():
        asked(store, "Open the wells.")
        assert recital_of_numbers(store) == []
        asked(store, "Mend the roads.", room=ROOMS[0])
        assert recital_of_numbers(store) == []
        zoe = somebody(store, "Zoé")
        role = Role(id=store.new_id(), session=store.session(ROOMS[1]).id, person=zoe.id, presence=Presence.PLANNED)
        store.save(role)
        assert recital_of_numbers(store) == []
        store.change(role, presence=Presence.PRESENT)
        assert recital_of_numbers(store) == [
            "Having consulted one participant in two sessions, who put forward two recommendations,"
        ]


@pytest.mark.parametrize("presence", [Presence.PLANNED, Presence.ABSENT, Presence.REPLACED])
def test_a_session_in_which_nothing_was_recorded_is_not_claimed_as_heard(folder: Path, presence: Presence) -> None:
    with a_room(folder) as store, store.together():
        held, empty = (store.session(code).id for code in ROOMS[:2])
        asked(store, "Open the wells.", session=held)
        store.save(Attendance(id=store.new_id(), session=held, heads=40))
        store.save(Attendance(id=store.new_id(), session=empty, heads=0))
        zoe = somebody(store, "Zoé", region=term(store, KnownVocabulary.REGION, "europe"))
        store.save(Role(id=store.new_id(), session=empty, person=zoe.id, presence=presence))
        assert recital_of_numbers(store) == [
            "Having consulted 40 participants in one session, who put forward one recommendation,"
        ]


def test_a_joint_wording_opens_as_the_paragraph_needs_it(folder: Path) -> None:
    with a_room(folder) as store:
        one, other = (adopted(store, text, addressees=("uclg",)) for text in ("Wells are a right.", "Water is life."))
        store.save(Group(id=store.new_id(), recommendations=[one.id, other.id], wording={"en": "Create a fund."}))
        assert led(store) == ["We call on UCLG and its sections to:"]
