"""The organisations and the partnerships as rows of tables, and who is of which organisation."""

from __future__ import annotations

import pytest

from consultation.model import Function, KnownVocabulary, Mandate, Organisation, OrganisationPart, Partnership
from consultation.reading.organisation_list import (
    OrganisationColumn,
    PartnershipColumn,
    list_organisations,
    list_partnerships,
    people_by_organisation,
    show_organisations,
    show_partnerships,
)
from tests.reading.listed import a_file_of_nobody, a_person, a_term, an_organisation, of


@pytest.fixture
def store(tmp_path):
    with a_file_of_nobody(tmp_path) as made:
        yield made


def shown(store, typed="", by=OrganisationColumn.NAME, falling=False):
    return [row.name for row in show_organisations(list_organisations(store, "en"), typed, by, falling)]


def test_names_are_sorted_whatever_their_accents_and_either_way(store):
    for name in ("Zeta", "École du port", "Echo", "Ågård", "eden"):
        an_organisation(store, name)
    rising = ["Ågård", "Echo", "École du port", "eden", "Zeta"]
    assert shown(store) == rising
    assert shown(store, falling=True) == rising[::-1]


def test_parts_are_sorted_as_documents_print_them_and_those_without_stand_at_the_end(store):
    an_organisation(store, "Alder")
    an_organisation(store, "Birch", parts=[OrganisationPart.PARTNER], rank=2)
    an_organisation(store, "Cedar", parts=[OrganisationPart.PARTNER], rank=1)
    an_organisation(store, "Dune", parts=[OrganisationPart.FUNDER, OrganisationPart.HOST])
    assert shown(store, by=OrganisationColumn.PART) == ["Dune", "Cedar", "Birch", "Alder"]
    assert shown(store, by=OrganisationColumn.PART, falling=True)[-1] == "Alder"


def test_members_stand_before_those_who_are_not_and_those_of_whom_nobody_said(store):
    for name, member in (("Alder", None), ("Birch", False), ("Cedar", True)):
        an_organisation(store, name, member=member)
    assert shown(store, by=OrganisationColumn.MEMBER) == ["Cedar", "Birch", "Alder"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("union", ["Union of Cities"]),
        ("uc", ["Union of Cities"]),
        ("ville", ["Union of Cities"]),
        ("cities ellery", []),
    ],
)
def test_organisations_are_found_by_each_of_their_names_and_by_their_territory(store, typed, found):
    store.save(Organisation(name={"en": "Union of Cities", "fr": "Union des villes"}, short_name={"en": "UC"}))
    an_organisation(store, "Harbour Board", territory="Port Ellery")
    assert shown(store, typed) == found
    assert shown(store, "ellery") == ["Harbour Board"]


def test_an_organisation_without_a_name_in_this_language_is_called_by_another_or_by_its_short_name(store):
    store.save(Organisation(name={"fr": "Union des villes"}))
    store.save(Organisation(short_name={"en": "UC"}))
    assert shown(store) == ["UC", "Union des villes"]


def test_region_is_written_and_sorted_and_one_that_is_retired_keeps_its_name(store):
    hills = a_term(store, KnownVocabulary.REGION, "Hills")
    coast = a_term(store, KnownVocabulary.REGION, "Coast", retired=True)
    an_organisation(store, "Alder", region=hills.id)
    an_organisation(store, "Birch", region=coast.id)
    an_organisation(store, "Cedar")
    rows = show_organisations(list_organisations(store, "en"), "", OrganisationColumn.REGION, False)
    assert [(row.name, row.region) for row in rows] == [("Birch", "Coast"), ("Alder", "Hills"), ("Cedar", "")]


def test_a_mandate_that_ended_leaves_an_organisation_in_the_list(store):
    ended = Mandate(what={"en": "Chair"}, starts="2012-01-01", ends="2014-01-01")
    an_organisation(store, "Alder", mandates=[ended], parts=[OrganisationPart.HOST])
    assert shown(store, by=OrganisationColumn.PART) == ["Alder"]


def test_people_are_of_each_organisation_that_a_function_names_and_of_the_one_they_are_said_to_be_of(store):
    board, council = an_organisation(store, "Harbour Board"), an_organisation(store, "City Council")
    ann = a_person(store, "Ann", functions=[of(council, "Mayor"), of(board, "Chair", ends="2014-01-01")])
    ben = a_person(store, "Ben", organisation="HARBOUR board")
    a_person(store, "Cas", organisation="Somewhere else")
    a_person(store, "Dee")
    assert people_by_organisation(store, "en") == {council.id: [ann.id], board.id: [ann.id, ben.id]}
    rows = show_organisations(list_organisations(store, "en"), "", OrganisationColumn.PEOPLE, False)
    assert [(row.name, len(row.people)) for row in rows] == [("Harbour Board", 2), ("City Council", 1)]


def test_a_function_of_no_organisation_is_counted_with_none(store):
    an_organisation(store, "City Council")
    a_person(store, "Ann", functions=[Function(title="Mayor", organisation="", starts="", ends="")])
    assert people_by_organisation(store, "en") == {}


def test_partnerships_name_those_who_are_still_there_and_are_found_by_them(store):
    board, council = an_organisation(store, "Harbour Board"), an_organisation(store, "City Council")
    ann, ben = a_person(store, "Ann"), a_person(store, "Ben")
    store.save(
        Partnership(name={"en": "Water"}, organisations=[board.id, council.id], delegates=[ben.id, ann.id], rank=1)
    )
    store.save(Partnership(name={"en": "Éclat"}, rank=2))
    store.delete(ben)
    store.delete(board)
    rows = list_partnerships(store, "en")
    assert [(row.name, row.organisations, row.delegates) for row in rows] == [
        ("Water", ("City Council",), ("Ann",)),
        ("Éclat", (), ()),
    ]
    assert [row.name for row in show_partnerships(rows, "ann city", PartnershipColumn.NAME, False)] == ["Water"]
    assert [row.name for row in show_partnerships(rows, "", PartnershipColumn.NAME, False)] == ["Éclat", "Water"]
    assert [row.name for row in show_partnerships(rows, "", PartnershipColumn.DELEGATES, False)] == ["Water", "Éclat"]
