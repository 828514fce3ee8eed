"""What a person is and of which organisation: the first function and what the person is listed with say the same."""

from __future__ import annotations

from uuid import UUID

from consultation.model import Function, Person
from consultation.reading.belonging import called, more_functions, no_function, of_organisation, with_functions
from consultation.reading.people_list import House

COUNCIL = House(UUID(int=1), "City Council")
CHAIR = Function(title="Chair", organisation=str(UUID(int=2)), starts="2019-01-01", ends="2020-01-01")


def test_an_organisation_in_words_needs_no_function():
    assert of_organisation(Person(name="Ann", title="Mayor"), "Somewhere", None) == {
        "organisation": "Somewhere",
        "functions": [],
    }


def test_an_organisation_of_the_file_is_named_by_the_first_function_with_what_the_person_is_called():
    assert of_organisation(Person(name="Ann", title="Mayor"), "city council", COUNCIL) == {
        "organisation": "City Council",
        "functions": [Function(title="Mayor", organisation=str(COUNCIL.id), starts="", ends="")],
    }


def test_another_organisation_leaves_the_other_functions_and_the_days_as_they_are():
    first = Function(title="Mayor", organisation=str(COUNCIL.id), starts="2018-01-01", ends="")
    person = Person(name="Ann", title="Mayor", organisation="City Council", functions=[first, CHAIR])
    changed = of_organisation(person, "Somewhere", None)
    assert changed["organisation"] == "Somewhere"
    assert changed["functions"] == [Function(**{**first, "organisation": ""}), CHAIR]


def test_a_function_of_which_days_are_known_stays_when_the_organisation_is_taken_off():
    first = Function(title="Mayor", organisation=str(COUNCIL.id), starts="2018-01-01", ends="")
    changed = of_organisation(Person(name="Ann", functions=[first]), "", None)
    assert changed == {"organisation": "", "functions": [Function(**{**first, "organisation": ""})]}


def test_what_a_person_is_called_stands_in_the_first_function_too():
    assert called(Person(name="Ann"), "Mayor") == {"title": "Mayor"}
    person = Person(name="Ann", title="Mayor", functions=[no_function("Mayor"), CHAIR])
    assert called(person, "Envoy") == {"title": "Envoy", "functions": [no_function("Envoy"), CHAIR]}


def test_more_functions_stand_behind_the_one_that_the_person_is_listed_with():
    person = Person(name="Ann", title="Mayor")
    person.functions = with_functions(person, [CHAIR])["functions"]
    assert person.functions == [no_function("Mayor"), CHAIR]
    assert more_functions(person) == [CHAIR]
    assert with_functions(person, []) == {"functions": []}


def test_taking_the_other_functions_off_leaves_the_organisation_of_the_file():
    first = Function(title="Mayor", organisation=str(COUNCIL.id), starts="", ends="")
    person = Person(name="Ann", title="Mayor", functions=[first, CHAIR])
    assert with_functions(person, []) == {"functions": [first]}
