"""The people as rows of a table: found by words, sorted as people read names, counted by what is missing."""

from __future__ import annotations

import pytest

from consultation.model import Gender, KnownVocabulary, Role, RoleKind
from consultation.reading.people_list import Missing, Organisations, PeopleColumn, PeopleList
from tests.builders import a_session
from tests.reading.listed import a_file_of_nobody, a_person, a_term, an_organisation, of


@pytest.fixture
def store(tmp_path):
    with a_file_of_nobody(tmp_path) as made:
        yield made


def names(rows):
    return [row.name for row in rows]


def test_names_are_sorted_as_people_read_them_whatever_their_accents(store):
    for name in ("Zoé Quilter", "Étienne Vasseroy", "Evaristo Pachamango", "Øystein Dahl", "Omar Said", "élise Abel"):
        a_person(store, name)
    listed = PeopleList(store, "en")
    rising = [
        "élise Abel",
        "Étienne Vasseroy",
        "Evaristo Pachamango",
        "Omar Said",
        "Øystein Dahl",
        "Zoé Quilter",
    ]
    assert names(listed.show()) == rising
    assert names(listed.show(falling=True)) == rising[::-1]


def test_whoever_has_nothing_in_a_column_stands_at_its_end_whichever_way_it_is_sorted(store):
    for name, organisation in (("Ann", "Éclat"), ("Ben", ""), ("Cas", "Dune"), ("Dee", "")):
        a_person(store, name, organisation=organisation)
    listed = PeopleList(store, "en")
    assert names(listed.show(by=PeopleColumn.ORGANISATION)) == ["Cas", "Ann", "Ben", "Dee"]
    assert names(listed.show(by=PeopleColumn.ORGANISATION, falling=True)) == ["Ann", "Cas", "Ben", "Dee"]


def test_parts_are_sorted_as_people_are_listed_in_a_session(store):
    room, hall = a_session(store, "S1"), a_session(store, "S2")
    ann, ben, cas = (a_person(store, name) for name in ("Ann", "Ben", "Cas"))
    a_person(store, "Dee")
    for person, session, role in (
        (ann, room, RoleKind.OBSERVER),
        (ben, room, RoleKind.SPEAKER),
        (cas, room, RoleKind.SPEAKER),
        (cas, hall, RoleKind.SPEAKER),
    ):
        store.save(Role(session=session.id, person=person.id, role=role))
    listed = PeopleList(store, "en")
    assert names(listed.show(by=PeopleColumn.PART)) == ["Cas", "Ben", "Ann", "Dee"]
    assert [(row.part, len(row.parts)) for row in listed.show()] == [
        (RoleKind.OBSERVER, 1),
        (RoleKind.SPEAKER, 1),
        (RoleKind.SPEAKER, 2),
        (None, 0),
    ]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", ["Aïssata Kouldé", "Bo Lund"]),
        ("aissata", ["Aïssata Kouldé"]),
        ("KOULDE aï", ["Aïssata Kouldé"]),
        ("harb", ["Bo Lund"]),
        ("mayor", ["Aïssata Kouldé"]),
        ("treasurer", ["Aïssata Kouldé"]),
        ("coast lund", ["Bo Lund"]),
        ("ouldé", []),
        ("aissata harbour", []),
    ],
)
def test_every_word_that_is_typed_begins_a_word_of_what_is_known(store, typed, found):
    council = an_organisation(store, "City Council")
    a_person(
        store,
        "Aïssata Kouldé",
        title="Mayor",
        organisation="City Council",
        functions=[of(council, "Mayor"), of(council, "Treasurer")],
    )
    a_person(store, "Bo Lund", organisation="Harbour Board", territory="North Coast")
    assert names(PeopleList(store, "en").show(typed)) == found


def test_what_is_missing_is_counted_and_shown_alone(store):
    council = an_organisation(store, "City Council")
    a_person(store, "Ann", consent=True, organisation="Harbour Board")
    a_person(store, "Ben", consent=False)
    a_person(store, "Cas", functions=[of(council)])
    listed = PeopleList(store, "en")
    assert (listed.count(Missing.NOT_ASKED), listed.count(Missing.NO_ORGANISATION)) == (1, 1)
    assert names(listed.show(missing=Missing.NOT_ASKED)) == ["Cas"]
    assert names(listed.show(missing=Missing.NO_ORGANISATION)) == ["Ben"]
    assert names(listed.show("b", Missing.NOT_ASKED)) == []


def test_women_and_men_are_counted_and_those_of_whom_it_was_not_said(store):
    for name, gender in (("Ann", Gender.WOMAN), ("Ben", Gender.MAN), ("Cas", Gender.WOMAN), ("Dee", None)):
        a_person(store, name, gender=gender)
    assert PeopleList(store, "en").genders() == {Gender.WOMAN: 2, Gender.MAN: 1, None: 1}


def test_region_and_kind_of_actor_come_from_the_organisation_where_the_person_has_none(store):
    coast, hills = (a_term(store, KnownVocabulary.REGION, label) for label in ("Coast", "Hills"))
    official = a_term(store, KnownVocabulary.ACTOR, "Officials")
    council = an_organisation(store, "City Council", region=coast.id, actor=official.id)
    a_person(store, "Ann", functions=[of(council)])
    a_person(store, "Ben", organisation="city council", region=hills.id)
    assert [(row.region, row.actor) for row in PeopleList(store, "en").show()] == [
        ("Coast", "Officials"),
        ("Hills", "Officials"),
    ]


def test_a_region_that_is_retired_keeps_its_name_with_those_who_have_it(store):
    coast = a_term(store, KnownVocabulary.REGION, "Coast", retired=True)
    a_person(store, "Ann", region=coast.id)
    assert [row.region for row in PeopleList(store, "en").show()] == ["Coast"]


def test_a_function_that_ended_still_tells_of_which_organisation_somebody_is_listed(store):
    council = an_organisation(store, "City Council")
    a_person(store, "Ann", functions=[of(council, "Mayor", ends="2019-05-01")])
    listed = PeopleList(store, "en")
    assert [row.organisation for row in listed.show()] == ["City Council"]
    assert listed.count(Missing.NO_ORGANISATION) == 0


def test_somebody_of_an_organisation_that_is_deleted_is_of_none(store):
    council = an_organisation(store, "City Council")
    a_person(store, "Ann", functions=[of(council)])
    store.delete(council)
    assert names(PeopleList(store, "en").show(missing=Missing.NO_ORGANISATION)) == ["Ann"]


def test_only_those_who_were_changed_are_read_again(store):
    ann, ben = a_person(store, "Ann"), a_person(store, "Ben")
    listed = PeopleList(store, "en")
    listed.show("ann")
    untouched = listed.rows[ben.id]
    store.change(ann, name="Zoé", organisation="Harbour Board")
    new = a_person(store, "Cas")
    listed.read_again({ann.id, new.id})
    assert names(listed.show()) == ["Ben", "Cas", "Zoé"]
    assert names(listed.show("zoe harb")) == ["Zoé"]
    assert listed.rows[ben.id] is untouched
    store.delete(ann)
    listed.read_again({ann.id})
    assert names(listed.show()) == ["Ben", "Cas"]


def test_a_name_that_two_organisations_have_is_that_of_neither(store):
    mine = an_organisation(store, "City Council", short_name={"en": "CC"})
    an_organisation(store, "Climate Club", short_name={"en": "CC"})
    there = Organisations(store, "en")
    assert there.called("CITY council").id == mine.id
    assert there.called("CC") is None
    assert there.called("") is None
    assert there.of("CC", [of(mine)]).id == mine.id
