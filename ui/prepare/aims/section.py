"""A section of the aims: what it lists, what is added to it, and the fields of a record of it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Any, ClassVar
from uuid import UUID

from consultation.language import in_language
from consultation.model import KnownVocabulary, Organisation, Record, Reference, Tagged
from consultation.reading.vocabularies import named_terms, terms_to_tag
from consultation.words import choice_name, field_name
from ui.actions import Action
from ui.prepare.aims.rows import Row
from ui.prepare.form import Chosen, Entry, Part, Plain, Said, TermsChosen, Translated, Typed, line_for, text_for
from ui.widgets.table import Column
from ui.workspace import Workspace

STATE_WIDTH = 150
"""Of the column that says how a record stands, in pixels of the design."""


class Section(ABC):
    """Base of the sections; ``language`` says in which language words are shown and typed."""

    kinds: ClassVar[tuple[type[Record], ...]]
    """The records it lists; the first is what is added, the second what is added below one."""
    ordered: ClassVar[bool] = False
    """People put them into order."""

    def __init__(self, workspace: Workspace, language: Callable[[], str]) -> None:
        self.workspace, self.language = workspace, language
        self.t = workspace.t

    name: ClassVar[str]
    empty: ClassVar[str]
    """What an empty section says, marked for translation as ``name`` is."""
    add: ClassVar[str]
    add_below: ClassVar[str] = ""
    brings: ClassVar[Action | None] = None
    """What takes something into it that stands elsewhere."""

    @abstractmethod
    def columns(self) -> Sequence[Column]:
        """Return the columns of its table."""

    @abstractmethod
    def rows(self) -> list[Row]:
        """Read what it lists."""

    @abstractmethod
    def made(self, typed: str, at_hand: Record | None) -> Record:
        """Make a record of what was typed."""

    def made_below(self, typed: str, at_hand: Record) -> Record | None:
        """Make a record that stands below the one at hand; None where none can."""
        return None

    @abstractmethod
    def entries(self, kind: type[Record]) -> list[Entry]:
        """Make the fields of a kind of record."""

    def siblings(self, record: Record) -> list[Record]:
        """Return those among which a record has its place, in their order."""
        return []

    def count(self) -> int:
        """Count what it lists."""
        return self.workspace.store.count(self.kinds[0])

    def words(self, labels: dict[str, str]) -> str:
        """Return the text of labels in the language at hand, or another."""
        return in_language(labels, self.language())

    def lacks(self, labels: dict[str, str]) -> bool:
        """Tell whether labels have no words in the language at hand."""
        return not labels.get(self.language(), "").strip()

    def said_line(self, kind: type[Record], name: str, label: str = "") -> Typed:
        """Make a field of a text in the language at hand."""
        return text_for(self.workspace, label or self.field(kind, name), Said(name, self.language))

    def line(self, kind: type[Record], name: str, *, required: bool = False) -> Typed:
        """Make a field of one line."""
        return line_for(self.workspace, self.field(kind, name), Plain(name), required=required)

    def text(self, kind: type[Record], name: str, lines: int = 1, *, required: bool = False) -> Typed:
        """Make a field of several lines."""
        return text_for(self.workspace, self.field(kind, name), Plain(name), lines, required=required)

    def typed(self, kind: type[Record], name: str, part: Part) -> Typed:
        """Make a field of one line for a part."""
        return line_for(self.workspace, self.field(kind, name), part)

    def translated(self, kind: type[Record], name: str, lines: int = 2) -> Typed:
        """Make a field of the record's words, in the language at hand."""
        author = lambda: self.workspace.identity.author  # noqa: E731
        part = Translated(name, self.language, author)
        return text_for(self.workspace, self.field(kind, name), part, lines)

    def choice(self, kind: type[Record], name: str, of: type[StrEnum], none: str = "") -> Chosen:
        """Make a field to choose one of the program's choices; ``none`` are the words for none of them."""
        offered: list[tuple[Any, str]] = [(value, choice_name(self.t, value)) for value in of]
        return Chosen(self.workspace, self.field(kind, name), name, [(None, none), *offered] if none else offered)

    def field(self, kind: type[Record], name: str) -> str:
        """Name a field."""
        return field_name(self.t, kind.kind(), name)

    def own_words(self, record: Any, name: str = "text") -> str:
        """Return the words of a record in the language at hand where they are translated, else as they were written."""
        kept = record.translations.get(self.language())
        return str(kept["text"] if kept and record.language != self.language() else getattr(record, name))

    def documents(self) -> list[tuple[UUID, str]]:
        """Return the documents that can be referred to."""
        return [(each.id, each.title) for each in self.workspace.store.all(Reference)]

    def organisations(self) -> list[tuple[UUID, str]]:
        """Return the organisations that can be named."""
        return [(each.id, self.words(each.name)) for each in self.workspace.store.all(Organisation)]

    def terms(self, vocabulary: KnownVocabulary) -> list[tuple[UUID, str]]:
        """Return the terms of a vocabulary."""
        return named_terms(self.workspace.store, vocabulary, self.language()).offered

    def chosen_terms(self, kind: type[Tagged]) -> TermsChosen:
        """Make a field of what a record is about: terms of every vocabulary."""
        named = terms_to_tag(self.workspace.store, self.language())
        return TermsChosen(self.workspace, self.field(kind, "terms"), named)
