"""The tables that people type themselves: cells by the name of their column, and a wrong one said by that name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from consultation.exchange.cells import Line
from consultation.exchange.shapes import Shape
from consultation.exchange.tables.table import IN_LANGUAGE
from consultation.exchange.taking_in import Intake
from consultation.language import N_
from consultation.model import RecommendationSet, Term
from consultation.store import Store


@dataclass(frozen=True)
class Unsaid:
    """What whoever imports a table says of all rows that do not say it themselves."""

    set: RecommendationSet | None = None
    language: str = ""

    def __bool__(self) -> bool:
        return self.set is not None or bool(self.language)


class TypedIntake(Intake):
    """Reads rows cell by cell."""

    def __init__(self, store: Store, name: str, kind: str, unsaid: Unsaid) -> None:
        super().__init__(store, name, kind)
        spoken = store.consultation.languages if store.counts()["consultation"] else []
        self._unsaid_language = unsaid.language or (spoken[0] if len(spoken) == 1 else "")
        self.first_language = spoken[0] if spoken else "und"
        """That of words of which nobody says it; "und" (undetermined, BCP 47) where the file says nothing either."""

    def language(self, line: Line) -> str:
        """Read the language of a row: what it says, else what was said of all rows, else the only one of the file."""
        language: str = self.read(line, "language", IN_LANGUAGE, self._unsaid_language)
        return language

    def words(self, line: Line, column: str) -> str:
        """Read a text that has to be there."""
        text = line.get(column)
        if not text:
            self.refuse(N_("the column “{column}” is empty"), column=column)
        return text

    def read(self, line: Line, column: str, shape: Shape, nothing: Any = None) -> Any:
        """Read a cell, an empty one as ``nothing``."""
        text = line.get(column)
        return self.cell(shape, text, column) if text else nothing

    def session(self, line: Line) -> UUID:
        """Find the session a row names, or make it."""
        return self.session_of(self.words(line, "session"))

    def person(self, line: Line, column: str) -> UUID | None:
        """Find the person a row names, or make a card without consent to be named."""
        name = line.get(column)
        return self.person_of(name) if name else None

    def keys(self, vocabulary: str, terms: list[UUID]) -> str:
        """Write terms by their keys, as a table does."""
        called = self.names.of(Term, vocabulary)
        return ", ".join(called.names[term] for term in terms)
