"""The people, the organisations and the partnerships."""

from __future__ import annotations

from consultation.model import Contact, Organisation, Partnership, Person, Role
from consultation.store import Store
from ui.prepare.view import View


class PeoplePage(View):
    """The people, the organisations and the partnerships."""

    kinds = (Person, Organisation, Partnership, Contact, Role)

    @classmethod
    def how_many(cls, store: Store) -> int:
        return store.count(Person)
