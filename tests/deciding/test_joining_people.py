"""Two records of one person made one: everything that named the one names the other, in one step."""

from __future__ import annotations

import pytest
from hypothesis import given

from consultation.deciding.same_person import differing, join, say_two, which_to_keep
from consultation.exchange.tables import TABLES
from consultation.exchange.tables.framework import PEOPLE
from consultation.exchange.tables.table import PERSON
from consultation.model import Contact, Function, Gender, Partnership, Person, Recommendation, Role, RoleKind
from consultation.reading.references import id_fields, naming
from consultation.reading.same_person import like_pairs
from tests.builders import a_recommendation, a_session, empty_store, many_examples
from tests.exchange.complete import complete

NAMING = sorted(
    (table.kind.kind(), column.field)
    for table in TABLES.values()
    for column in table.columns
    if column.shape in (PERSON, PEOPLE) and table.kind is not Person
)


@pytest.fixture
def store(tmp_path):
    with empty_store(tmp_path) as made:
        yield made


def two_people(store, **second):
    first = Person(id=store.new_id(), name="Ana Ruiz", organisation="Port Council")
    other = Person(id=store.new_id(), **{"name": "Ana Ruíz", "organisation": "Port Council", **second})
    store.save_all([first, other])
    return first.id, other.id


def test_every_field_that_tables_know_to_name_a_person_is_looked_at():
    single, several = id_fields()
    assert {*NAMING} <= {(kind.kind(), name) for kind, name in (*single, *several)}
    assert len(NAMING) > 15


@pytest.mark.parametrize(("kind", "field"), NAMING)
def test_whatever_named_the_one_names_the_other_and_undoing_puts_it_back(tmp_path, kind, field):
    @many_examples(1)
    @given(complete(kind))
    def joined(record):
        with empty_store(tmp_path, f"{record.id}.consult") as store:
            kept, gone = two_people(store)
            several = isinstance(getattr(record, field), list)
            setattr(record, field, [gone, kept] if several else gone)
            store.save(record)
            written = join(store, kept, gone)
            assert getattr(store.get(type(record), record.id), field) == ([kept] if several else kept)
            assert not list(naming(store, gone))
            store.undo(written)
            assert getattr(store.get(type(record), record.id), field) == ([gone, kept] if several else gone)
            assert not store.get(Person, gone).deleted

    joined()


def test_what_was_deleted_names_the_one_that_is_kept_when_it_is_brought_back(store):
    kept, gone = two_people(store)
    recommendation = a_recommendation(store, proposer=gone)
    partnership = Partnership(id=store.new_id(), name={"en": "Coasts"}, delegates=[gone])
    store.save(partnership)
    for record in (recommendation, partnership):
        store.delete(record)
    join(store, kept, gone)
    for record in (recommendation, partnership):
        store.restore(record)
    assert store.get(Recommendation, recommendation.id).proposer == kept
    assert store.get(Partnership, partnership.id).delegates == [kept]


def test_what_only_one_of_them_has_is_kept_and_what_differs_is_chosen(store):
    there = Function(title="mayor", organisation="", starts="", ends="")
    kept, gone = two_people(
        store,
        organisation="Port Ellery Council",
        title="Mayor",
        gender=Gender.WOMAN,
        languages=["fr"],
        functions=[there],
    )
    store.change(store.get(Person, kept), languages=["es"])
    assert [each.name for each in differing(store, kept, gone)] == ["name", "organisation"]
    join(store, kept, gone, {("organisation", False): "Port Ellery Council"})
    person = store.get(Person, kept)
    assert (person.name, person.organisation, person.title) == ("Ana Ruiz", "Port Ellery Council", "Mayor")
    assert (person.gender, person.languages, person.functions) == (Gender.WOMAN, ["es", "fr"], [there])


def test_who_said_no_to_being_named_is_not_named_unless_somebody_chooses_it(store):
    kept, gone = two_people(store, consent=False)
    store.change(store.get(Person, kept), consent=True)
    written = join(store, kept, gone)
    assert store.get(Person, kept).consent is False
    store.undo(written)
    join(store, kept, gone, {("consent", False): True})
    assert store.get(Person, kept).consent is True


def test_how_the_person_is_reached_becomes_one_record(store):
    kept, gone = two_people(store)
    store.save(Contact(id=store.new_id(), person=kept, telephone="123"))
    store.save(Contact(id=store.new_id(), person=gone, telephone="456", mail="ana@example.org"))
    assert [(each.name, each.of_contact) for each in differing(store, kept, gone)] == [
        ("name", False),
        ("telephone", True),
    ]
    join(store, kept, gone, {("telephone", True): "456"})
    (contact,) = store.all(Contact)
    assert (contact.person, contact.telephone, contact.mail) == (kept, "456", "ana@example.org")


def test_the_same_part_in_the_same_session_stands_once_with_its_minutes(store):
    kept, gone = two_people(store)
    session = a_session(store)
    for person, role, minutes in [
        (kept, RoleKind.SPEAKER, None),
        (gone, RoleKind.SPEAKER, 15),
        (gone, RoleKind.RAPPORTEUR, None),
    ]:
        store.save(Role(id=store.new_id(), session=session.id, person=person, role=role, minutes=minutes))
    join(store, kept, gone)
    assert [(role.person, role.role, role.minutes) for role in store.all(Role)] == [
        (kept, RoleKind.SPEAKER, 15),
        (kept, RoleKind.RAPPORTEUR, None),
    ]


def test_what_a_merged_file_still_gives_to_the_one_that_is_gone_can_be_joined_again(store):
    kept, gone = two_people(store, consent=False)
    store.change(store.get(Person, kept), consent=True)
    join(store, kept, gone, {("consent", False): True})
    assert not like_pairs(store)
    recommendation = a_recommendation(store, proposer=gone)
    (pair,) = like_pairs(store)
    assert which_to_keep(store, pair.first, pair.second) == (kept, gone)
    join(store, kept, gone)
    assert store.get(Recommendation, recommendation.id).proposer == kept
    assert store.get(Person, kept).consent is True
    assert not like_pairs(store)


def test_two_who_are_two_stay_so_when_one_of_them_is_joined_with_a_third(store):
    kept, gone = two_people(store)
    third = Person(id=store.new_id(), name="Ana Ruiz")
    store.save(third)
    say_two(store, gone, third.id)
    say_two(store, gone, third.id)
    assert store.get(Person, gone).others == [third.id]
    join(store, kept, gone)
    assert not like_pairs(store)


def test_who_writes_in_the_file_is_kept(store):
    me = Person(id=store.identity.author, name="Ada Byron")
    older = Person(id=store.new_id(), name="Ada Byron")
    store.save_all([older, me])
    assert which_to_keep(store, older.id, me.id) == (me.id, older.id)
