"""Picking a person by typing: by any word of the name or of the organisation, and told apart by the organisation."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from consultation.model import Person
from consultation.reading.finding import asked_words, begins_all, known_words
from consultation.reading.people import plain
from consultation.store import Store


@dataclass(frozen=True, slots=True)
class Pick:
    """A person to pick."""

    id: UUID
    name: str
    belongs: str
    """The organisation or the territory they speak for, as it was said."""
    words: str
    """What is looked in."""

    @property
    def said(self) -> str:
        """The name with what tells it from another one of the same name."""
        return f"{self.name}, {self.belongs}" if self.belongs else self.name


class PeopleToPick:
    """Everybody in a file, read once, in the order of their names."""

    def __init__(self, store: Store) -> None:
        self.people = sorted(
            (
                Pick(id_, name, organisation or territory, known_words(name, organisation, territory))
                for id_, name, organisation, territory in store.columns(
                    Person, "id", "name", "organisation", "territory"
                )
            ),
            key=lambda pick: (plain(pick.name), pick.id),
        )

    def find(self, typed: str, most: int) -> list[Pick]:
        """Return the first ``most`` of whom every word that is ``typed`` begins a word."""
        asked, found = asked_words(typed), []
        for pick in self.people:
            if begins_all(pick.words, asked):
                found.append(pick)
                if len(found) == most:
                    break
        return found
