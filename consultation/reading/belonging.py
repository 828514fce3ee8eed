"""What a person is and of which organisation: in the words in which it was said, and in the functions that name records.

The first function stands for `Person.title` and `Person.organisation`, as soon as the organisation is a record.
"""

from __future__ import annotations

from typing import Any

from consultation.model import Function, Person
from consultation.reading.people_list import House


def of_organisation(person: Person, said: str, house: House | None) -> dict[str, Any]:
    """Return the fields of a person who is of an organisation: of a record, or of one in words alone."""
    first, *others = person.functions or [no_function(person.title)]
    first = Function(
        title=first["title"] or person.title,
        organisation=str(house.id) if house else "",
        starts=first["starts"],
        ends=first["ends"],
    )
    tells = house is not None or first["starts"] or first["ends"] or others
    return {"organisation": house.name if house else said, "functions": [first, *others] if tells else []}


def called(person: Person, title: str) -> dict[str, Any]:
    """Return the fields of a person whose function is called ``title``."""
    if not person.functions:
        return {"title": title}
    first, *others = person.functions
    return {"title": title, "functions": [Function(**{**first, "title": title}), *others]}


def more_functions(person: Person) -> list[Function]:
    """Return the functions beside the one that the person is listed with."""
    return person.functions[1:]


def with_functions(person: Person, more: list[Function]) -> dict[str, Any]:
    """Return the fields of a person who has these functions beside the one that the person is listed with."""
    first = person.functions[0] if person.functions else no_function(person.title)
    return {"functions": [first, *more] if more or first["organisation"] else []}


def no_function(title: str = "") -> Function:
    """Make a function of which no more is known than its title."""
    return Function(title=title, organisation="", starts="", ends="")
