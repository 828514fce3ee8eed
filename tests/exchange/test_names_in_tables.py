"""Tables leave the house: they name only who agreed to be named, unless somebody asks for the names knowingly."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from consultation.exchange import TABLES, export_table
from consultation.merging import merge
from consultation.model import (
    Commitment,
    Interest,
    Intervention,
    Person,
    Recommendation,
    RecommendationSet,
    Reservation,
    Role,
)
from consultation.sample import make_merged_sample
from consultation.store import Store
from tests.builders import identity
from tests.drafting.rooms import a_room
from tests.exchange.tables import cells


def rows(store: Store, name: str, **asked: bool) -> list[dict[str, str]]:
    heading, *found = cells(export_table(store, name, ".csv", **asked).data)
    return [dict(zip(heading, row, strict=True)) for row in found]


def a_room_with_two(folder: Path) -> tuple[Store, Person, Person]:
    """A room with somebody who agreed to be named and somebody who did not."""
    store = a_room(folder)
    named = Person(id=store.new_id(), name="Ada Byron", consent=True)
    other = Person(id=store.new_id(), name="Zoé Quill", territory="Wells")
    store.save_all([named, other])
    return store, named, other


def test_the_people_who_did_not_agree_are_not_in_the_list_of_people(folder: Path) -> None:
    store, _, _ = a_room_with_two(folder)
    with store:
        assert [row["name"] for row in rows(store, "people")] == ["Ada Byron"]
        assert "Zoé Quill" in [row["name"] for row in rows(store, "people", with_names=True)]
        assert export_table(store, "people", ".csv").names_left_out
        assert not export_table(store, "people", ".csv", with_names=True).names_left_out


def test_who_proposed_is_said_of_those_alone_who_agreed(folder: Path) -> None:
    store, named, other = a_room_with_two(folder)
    with store:
        for proposer in (named, other):
            store.save(Recommendation(set=RecommendationSet.POLICY, text="Open the wells.", proposer=proposer.id))
        for full in (True, False):
            assert sorted(row["proposer"] for row in rows(store, "recommendations", full=full)) == ["", "Ada Byron"]
        assert "Zoé Quill" in [row["proposer"] for row in rows(store, "recommendations", with_names=True)]
        for full in (True, False):
            listed = json.loads(export_table(store, "recommendations", ".json", full=full).data)["recommendations"]
            assert sorted(one["proposer"] or "" for one in listed) == ["", "Ada Byron"]


def test_who_said_what_may_not_be_attributed_is_left_out(folder: Path) -> None:
    store, named, _ = a_room_with_two(folder)
    with store:
        session = store.session("D2-WATER").id
        for attributable in (True, False):
            store.save(Intervention(session=session, person=named.id, text="Dry.", attributable=attributable))
        assert {row["attributable"]: row["person"] for row in rows(store, "interventions")} == {
            "yes": "Ada Byron",
            "no": "",
        }
        assert [row["person"] for row in rows(store, "interventions", with_names=True)] == ["Ada Byron"] * 2


def test_what_was_typed_beside_somebody_who_is_not_to_be_named_is_left_out(folder: Path) -> None:
    store, named, other = a_room_with_two(folder)
    with store:
        asked = Recommendation(id=store.new_id(), set=RecommendationSet.POLICY, text="Open the wells.")
        store.save(asked)
        for person in (named, other):
            store.save(
                Reservation(recommendation=asked.id, person=person.id, who="the mayor of Wells", text="Too dear.")
            )
        found = {(row["person"], row["who"]) for row in rows(store, "reservations")}
        assert found == {("Ada Byron", "the mayor of Wells"), ("", "")}


def test_where_people_disagree_about_consent_nobody_is_named(folder: Path) -> None:
    store, _, other = a_room_with_two(folder)
    with store:
        store.send_copy(folder / "bo.consult")
        with Store.open(folder / "bo.consult", identity("Bo")) as theirs:
            theirs.change(theirs.get(Person, other.id), consent=True)
            theirs.change(theirs.get(Person, other.id), consent=False)
        store.change(other, consent=True)
        assert "Zoé Quill" in [row["name"] for row in rows(store, "people")]
        merge(store, [folder / "bo.consult"])
        assert [(one.record, one.field) for one in store.conflicts()] == [(other.id, "consent")]
        assert "Zoé Quill" not in [row["name"] for row in rows(store, "people")]


def test_a_row_that_is_about_nobody_else_is_left_out(folder: Path) -> None:
    store, named, other = a_room_with_two(folder)
    with store:
        for person in (named, other):
            store.save(Role(session=store.session("D2-WATER").id, person=person.id))
        assert [row["person"] for row in rows(store, "roles")] == ["Ada Byron"]
        assert len(rows(store, "roles", with_names=True)) == 2


def test_a_name_that_was_typed_is_left_out_too_and_so_is_how_to_reach_somebody(folder: Path) -> None:
    store, _, _ = a_room_with_two(folder)
    with store:
        asked = Recommendation(id=store.new_id(), set=RecommendationSet.POLICY, text="Open the wells.")
        store.save(asked)
        for who in ("Zoé Quill", "Two mayors"):
            store.save(Reservation(recommendation=asked.id, who=who, text="Too dear."))
            store.save(Commitment(text="Dig.", who=who, with_whom=who))
            store.save(Interest(title="Wells", who=who, contact="wells@example.org"))
        for name, column in (("reservations", "who"), ("commitments", "with_whom"), ("interests", "who")):
            assert sorted(row[column] for row in rows(store, name)) == ["", "Two mayors"], name
        assert {row["contact"] for row in rows(store, "interests")} == {""}
        assert {row["contact"] for row in rows(store, "interests", with_names=True)} == {"wells@example.org"}


@pytest.mark.parametrize("ending", [".csv", ".json"])
def test_no_table_of_the_sample_names_anybody_who_did_not_agree(folder: Path, ending: str) -> None:
    path = folder / "merged.consult"
    make_merged_sample(path, identity())
    with Store.open(path, identity()) as store:
        silent = {one.name for one in store.all(Person) if not one.consent}
        everything = "".join(
            export_table(store, name, ending, full=full).data.decode() for name in TABLES for full in (True, False)
        )
        assert silent
        assert not [name for name in silent if name in everything]
        assert any(name in export_table(store, "people", ending, with_names=True).data.decode() for name in silent)
