"""Who may be the same person twice: found by name and organisation, never joined by that."""

from __future__ import annotations

import pytest

from consultation.model import Person, Role
from consultation.reading.same_person import Likeness, like_pairs
from tests.builders import a_session, empty_store


@pytest.fixture
def store(tmp_path):
    with empty_store(tmp_path) as made:
        yield made


def people(store, *names):
    made = []
    for name in names:
        called, _, organisation = name.partition(" | ")
        made.append(Person(id=store.new_id(), name=called, organisation=organisation))
        store.save(made[-1])
    return made


def found(store):
    names = {person.id: person.name for person in store.all(Person, deleted=True)}
    return [(names[pair.first], names[pair.second], pair.likeness) for pair in like_pairs(store)]


@pytest.mark.parametrize(
    ("first", "second", "likeness"),
    [
        ("Aïssata Kouldé", "AISSATA KOULDE", Likeness.EQUAL),
        ("Kouldé, Aïssata", "Aïssata Kouldé", Likeness.EQUAL),
        ("Catalina Ferreyra", "Catalina Ferreyra Doval", Likeness.PART),
        ("Graeme Tollerton", "Graeme Tolerton", Likeness.LETTER),
        ("Graeme Tollerton", "Graeme Tollertno", Likeness.LETTER),
        ("Evaristo Pachamango", "Evaristo Pachamanga", Likeness.LETTER),
        ("Hatice | Tile Makers", "Hatice Gülseven | Tile Makers", Likeness.PART),
    ],
)
def test_names_that_are_alike_are_put_side_by_side(store, first, second, likeness):
    people(store, first, second)
    assert found(store) == [(first.split(" | ")[0], second.split(" | ")[0], likeness)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Amina Berrahal", "Amina Kouldé"),
        ("Hatice | Tile Makers", "Hatice Gülseven | Port Council"),
        ("Maria Rossi | Comune di A", "Mario Rossi | Comune di B"),
        ("Ana Ruiz", "Eva Ruiz"),
        ("…", "–"),
    ],
)
def test_names_that_say_too_little_are_left_alone(store, first, second):
    people(store, first, second)
    assert not found(store)


def test_the_same_organisation_leads_among_pairs_that_are_as_alike(store):
    people(store, "Ana Ruiz", "Ana Ruiz", "Eva Sol | Port", "Eva Sol | Port")
    assert [pair[0] for pair in found(store)] == ["Eva Sol", "Ana Ruiz"]


def test_two_of_whom_somebody_said_that_they_are_two_are_not_asked_about_again(store):
    one, other = people(store, "Ana Ruiz", "Ana Ruiz")
    store.change(one, others=[other.id])
    assert not found(store)


def test_somebody_who_was_joined_is_shown_again_only_when_something_still_names_them(store):
    stands, gone = people(store, "Ana Ruiz", "Ana Ruíz")
    store.change(gone, joined=stands.id, deleted=True)
    assert not found(store)
    session = a_session(store)
    store.save(Role(id=store.new_id(), session=session.id, person=gone.id))
    assert found(store) == [("Ana Ruiz", "Ana Ruíz", Likeness.JOINED)]
