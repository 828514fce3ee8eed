"""What somebody types finds sessions, people and recommendations, accents or not, where a word begins with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from consultation.kits import read_kit
from consultation.model import Person, Recommendation
from consultation.model.choices import RecommendationSet
from consultation.model.record import translation
from consultation.preparing import new_consultation
from consultation.reading.finding import Finder, from_the_match
from consultation.store import Identity, Store

KIT = "forum-intermediary-cities-2021"


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    with new_consultation(folder / "forum.consult", read_kit(KIT), Identity.load(folder / "home")) as made:
        yield made


def asks(store: Store, code: str, text: str, **more: object) -> Recommendation:
    made = Recommendation(
        id=store.new_id(),
        session=store.session(code).id,
        set=RecommendationSet.CITIZENSHIP,
        text=text,
        language="en",
        **more,
    )
    store.save(made)
    return made


def finder(store: Store, here: str = "") -> Finder:
    made = Finder(store, store.session(here).id if here else None, "en")
    while made.read_on():
        pass
    return made


def test_a_session_is_found_by_its_code_and_by_its_title(store: Store) -> None:
    code = finder(store).sessions("d4-care", 3)
    assert [found.session.code for found in code] == ["D4-CARE"]
    title = code[0].session.title["en"].split()[-1]
    assert "D4-CARE" in [found.session.code for found in finder(store).sessions(title.upper(), 9)]


def test_a_session_says_how_many_recommendations_it_has_once_that_is_read(store: Store) -> None:
    asks(store, "D4-CARE", "Pay those who care.")
    assert Finder(store, None, "en").sessions("D4-CARE", 3)[0].recommendations is None
    assert finder(store).sessions("D4-CARE", 3)[0].recommendations == 1


def test_people_are_found_without_their_accents_and_by_any_word(store: Store) -> None:
    store.save(Person(name="Hélène Ferrand-Resnais", organisation="Cités Unies France"))
    store.save(Person(name="Theresa May"))
    assert [person.name for person in finder(store).people("resn", 5)] == ["Hélène Ferrand-Resnais"]
    assert [person.name for person in finder(store).people("helene cites", 5)] == ["Hélène Ferrand-Resnais"]
    assert not finder(store).people("esnais", 5)


def test_a_number_finds_the_recommendation_of_the_session_at_hand_first(store: Store) -> None:
    asks(store, "D2-WATER", "Water first.")
    asks(store, "D4-CARE", "Care first.")
    second = asks(store, "D4-CARE", "Care again.")
    found = finder(store, "D4-CARE").numbered(1, 5)
    assert [place.text for place in found] == ["Care first.", "Water first."]
    assert [place.recommendation.id for place in finder(store, "D2-WATER").numbered(2, 5)] == [second.id]


def test_a_deleted_recommendation_is_not_found_and_keeps_its_number(store: Store) -> None:
    gone = asks(store, "D4-CARE", "Care first.")
    asks(store, "D4-CARE", "Care again.")
    store.delete(gone)
    assert not finder(store, "D4-CARE").numbered(1, 5)
    (found,) = finder(store, "D4-CARE").recommendations("care", 5)
    assert (found.text, found.number) == ("Care again.", 2)


def test_a_recommendation_is_shown_in_the_wording_that_was_found(store: Store) -> None:
    text = "Open the accounts of the city every year."
    made = translation("Ouvrir chaque année les comptes de la ville.", text)
    asks(store, "D4-CARE", text, translations={"fr": made})
    (found,) = finder(store).recommendations("comptes", 5)
    assert (found.language, found.text) == ("fr", made["text"])


def test_a_long_text_begins_shortly_before_what_was_looked_for() -> None:
    text = "We ask every mayor of the region to publish, before the end of the year, the accounts of the water fund."
    short = from_the_match(text, ["accoun"])
    assert short.startswith("… ")
    assert 0 < short.index("accounts") < 72
    assert from_the_match(f"{text} {text}", ["accoun"]).index("accounts") < 30
    assert from_the_match(text, ["every"]) == text
    assert from_the_match(text, []) == text
