"""What the kits of a mechanism, of partners who meet and of citizens hold of their own kind, and their samples."""

from __future__ import annotations

import tomllib
from collections import Counter
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from consultation.matching import Band, PairKind, Text, match
from consultation.matching.glossary import Glossary

RESOURCES = Path(__file__).parent.parent / "resources"
MECHANISM, PARTNERS, CITIZENS = "consultation-mechanism", "partnership-meeting", "citizens-consultation"
NAMES = sorted((MECHANISM, PARTNERS, CITIZENS))
AXES = ["implementation", "advocacy", "follow_up", "learning", "network"]
HALF_YEARS = ["2020-1", "2020-2", "2021-1", "2021-2"]


def kit(name: str) -> dict[str, Any]:
    return tomllib.loads((RESOURCES / "kits" / f"{name}.toml").read_text("utf-8"))


def sample(name: str) -> dict[str, Any]:
    return tomllib.loads((RESOURCES / "sample" / "kits" / f"{name}.toml").read_text("utf-8"))


def recorded(name: str) -> list[dict[str, Any]]:
    return [session for session in kit(name)["sessions"] if session.get("recorded", True)]


@pytest.mark.parametrize("name", NAMES)
def test_every_session_in_which_one_writes_says_what_it_is_for_and_asks_two_or_three_things(name: str) -> None:
    for session in recorded(name):
        assert session["purpose"], session["code"]
        assert 2 <= len(session["questions"]) <= 3, session["code"]


@pytest.mark.parametrize("name", NAMES)
def test_an_agenda_takes_all_the_time_its_session_has(name: str) -> None:
    for session in kit(name)["sessions"]:
        if "starts" in session and "agenda" in session:
            planned = timedelta(minutes=sum(item["minutes"] for item in session["agenda"]))
            assert session["starts"] + planned == session["ends"], session["code"]


@pytest.mark.parametrize("name", NAMES)
def test_every_objective_is_served_and_what_feeds_a_session_comes_before_it(name: str) -> None:
    order = {session["code"]: place for place, session in enumerate(kit(name)["sessions"])}
    for session in kit(name)["sessions"]:
        assert all(order[session["code"]] < order[fed] for fed in session.get("feeds", [])), session["code"]
    served = {key for session in recorded(name) for key in session.get("objectives", [])}
    assert served == {objective["key"] for objective in kit(name)["objectives"]}


@pytest.mark.parametrize("name", NAMES)
def test_every_family_of_addressees_has_its_phrases_and_some_speak_for_themselves(name: str) -> None:
    addressees = {term["key"]: term for term in kit(name)["terms"]["addressee"]}
    families = {term.get("family", key) for key, term in addressees.items()}
    for key, term in addressees.items():
        phrases = [phrase for phrase in ("heading", "brief", "to_do", "following") if phrase in term]
        assert len(phrases) == (4 if key in families else 0), key
    assert any(term.get("voice") == "self" for term in addressees.values())


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_has_people_who_agreed_people_who_did_not_and_people_nobody_asked(name: str) -> None:
    assert {person.get("consent") for person in sample(name)["people"]} == {True, False, None}
    spoken = {entry["language"] for entry in sample(name)["interventions"]}
    assert spoken == {"en", "fr", "es"}


def test_a_mechanism_reports_by_axis_and_half_year_and_signs_nothing() -> None:
    mechanism = kit(MECHANISM)
    assert [term["key"] for term in mechanism["terms"]["axis"]] == AXES
    assert {activity["axis"] for activity in mechanism["activities"]} == set(AXES)
    assert sorted({activity["half_year"] for activity in mechanism["activities"]}) == HALF_YEARS
    assert {activity["state"] for activity in mechanism["activities"]} == {"done", "planned", "adapted"}
    assert "declaration_name" not in mechanism["consultation"]
    editions = [each for each in mechanism["references"] if each["sort"] == "deliverable"]
    assert [each["year"] for each in editions] == [2012, 2017, 2019, 2021]
    assert len(editions[0]["terms"]) == len(mechanism["terms"]["theme"]) == 6


def test_partners_choose_among_four_visits_and_nobody_writes_during_a_break() -> None:
    sessions = kit(PARTNERS)["sessions"]
    visits = [session for session in sessions if "places" in session]
    assert [session["kind"] for session in visits] == ["visit"] * 4
    assert len({session["starts"] for session in visits}) == 1
    assert {session["kind"] for session in sessions if not session.get("recorded", True)} == {"pause", "welcome"}
    places = {session["code"]: session["places"] for session in visits}
    taken = Counter[str]()
    for entry in sample(PARTNERS)["sign_ups"]:
        taken[entry["session"]] += entry["people"]
    assert all(taken[code] <= places[code] for code in places)


def test_partners_speak_to_an_institution_level_by_level_while_it_can_still_decide() -> None:
    addressees = {term["key"]: term for term in kit(PARTNERS)["terms"]["addressee"]}
    assert addressees["eu_delegations"]["parent"] == "eu_headquarters"
    assert addressees["eu_headquarters"]["parent"] == "european_union"
    closes = next(each["on"] for each in kit(PARTNERS)["milestones"] if each["key"] == "review_closes")
    assert addressees["eu_headquarters"]["decides_on"] == closes


def test_two_groups_bring_more_lessons_than_a_list_takes_and_each_says_where_it_holds() -> None:
    lessons = sample(PARTNERS)["lessons"]
    assert sorted(Counter(lesson["session"] for lesson in lessons).values()) == [6, 6]
    assert all(lesson["conditions"] and lesson["practices"] for lesson in lessons)


def test_anybody_can_use_the_citizens_kit_on_any_day() -> None:
    citizens = kit(CITIZENS)
    assert not {"starts", "ends", "time_zone", "place", "host"} & set(citizens["consultation"])
    assert not {"days", "milestones", "references"} & set(citizens)
    assert all(not {"starts", "ends", "month"} & set(session) for session in citizens["sessions"])


def test_citizens_ask_for_the_same_in_two_rooms_and_for_two_things_that_cannot_both_be_done() -> None:
    proposals = {proposal["key"]: proposal for proposal in sample(CITIZENS)["recommendations"]}
    texts = [Text(key, proposal["text"], proposal["language"]) for key, proposal in proposals.items()]
    pairs = match(texts, Glossary.ours()).pairs
    opposed = [{pair.first, pair.second} for pair in pairs if pair.kind is PairKind.CONTRADICT]
    same = [{pair.first, pair.second} for pair in pairs if pair.band is Band.SURE]
    assert same == [{"tenth_north", "tenth_villages"}]
    assert opposed == [{"school_street_closed", "school_street_open"}]
    for keys in same + opposed:
        assert len({proposals[key]["session"] for key in keys}) == 2
