"""Makes people and organisations for the tests of the lists of them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from consultation.model import Function, Organisation, Person, Term
from consultation.store import Store
from tests.builders import a_store


@contextmanager
def a_file_of_nobody(folder: Path) -> Iterator[Store]:
    """Give a file in which nobody is listed, not even who writes in it."""
    with a_store(folder) as store:
        for card in store.all(Person):
            store.delete(card)
        yield store


def a_person(store: Store, name: str, **values: Any) -> Person:
    made = Person(id=store.new_id(), name=name, **values)
    store.save(made)
    return made


def an_organisation(store: Store, name: str, **values: Any) -> Organisation:
    made = Organisation(id=store.new_id(), name={"en": name}, **values)
    store.save(made)
    return made


def a_term(store: Store, vocabulary: str, label: str, **values: Any) -> Term:
    made = Term(id=store.new_id(), vocabulary=vocabulary, key=label.casefold(), label={"en": label}, **values)
    store.save(made)
    return made


def of(organisation: Organisation, title: str = "", ends: str = "") -> Function:
    """A function at an organisation."""
    return Function(title=title, organisation=str(organisation.id), starts="", ends=ends)
