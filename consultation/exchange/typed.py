"""The tables that people type themselves: cells by the name of their column, and a wrong one said by that name."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum
from functools import partial
from typing import Any, TypeVar
from uuid import UUID

from consultation.exchange.cells import Line
from consultation.exchange.leaves import LARGEST_NUMBER, NO, YES, Named, Wrong, several
from consultation.exchange.taking_in import Intake
from consultation.language import N_
from consultation.model import LANGUAGE_CODE, Term
from consultation.store import Store

Choice = TypeVar("Choice", bound=StrEnum)
Value = TypeVar("Value")


class TypedIntake(Intake):
    """Reads rows cell by cell; what many rows say alike is read once."""

    def __init__(self, store: Store, name: str, kind: str) -> None:
        super().__init__(store, name, kind)
        self._known: dict[tuple[str, str], Any] = {}

    def words(self, line: Line, column: str) -> str:
        """Read a text that has to be there."""
        text = line.get(column)
        if not text:
            self.refuse(N_("the column “{column}” is empty"), column=column)
        return text

    def session(self, line: Line) -> UUID:
        """Find the session a row names, or make it."""
        return self._once("session", self.words(line, "session"), self.session_of)

    def person(self, line: Line, column: str) -> UUID | None:
        """Find the person a row names, or make a card without consent to be named."""
        name = line.get(column)
        return self._once("person", name, self.person_of) if name else None

    def terms(self, line: Line, column: str, vocabulary: str) -> list[UUID]:
        """Find the terms a cell names by key or by label in any language, divided by commas or semicolons."""
        text = line.get(column)
        return self._once(column, text, partial(self._terms, vocabulary)) if text else []

    def _terms(self, vocabulary: str, text: str) -> list[UUID]:
        return several(Named(Term, vocabulary, there=True), text, self)

    def keys(self, vocabulary: str, terms: list[UUID]) -> str:
        """Write terms by their keys, as a table does."""
        called = self.names.of(Term, vocabulary)
        return ", ".join(called.names[one] for one in terms)

    def choice(self, line: Line, column: str, choices: type[Choice], default: Choice | None = None) -> Choice:
        """Read one of the program's fixed choices."""
        text = line.get(column)
        if not text and default is not None:
            return default
        return self._once(column, text, partial(_chosen, column, choices))

    def yes(self, line: Line, column: str) -> bool:
        """Read a yes or a no; empty is yes."""
        text = line.get(column).casefold()
        if text and text not in (*YES, *NO):
            self.refuse(
                N_("“{value}” in the column “{column}” is not one of: {choices}"),
                value=text,
                column=column,
                choices="yes, no",
            )
        return not text or text in YES

    def count(self, line: Line, column: str) -> int | None:
        """Read a number of hands, or nothing."""
        text = line.get(column)
        if not text:
            return None
        if not re.fullmatch(r"[0-9]{1,10}", text) or int(text) > LARGEST_NUMBER:
            self.refuse(N_("“{value}” in the column “{column}” is not a number of people"), value=text, column=column)
        return int(text)

    def language(self, line: Line) -> str:
        """Read a language code, or nothing."""
        code = line.get("language")
        return self._once("language", code, _language_code) if code else ""

    def _once(self, column: str, text: str, read: Callable[[str], Value]) -> Value:
        """Read a cell; what stands in many rows is read at the first of them."""
        key = (column, text)
        if key not in self._known:
            try:
                self._known[key] = read(text)
            except Wrong as error:
                self.refuse(error.sentence.message, **dict(error.sentence.values))
        found: Value = self._known[key]
        return found


def _chosen(column: str, choices: type[Choice], said: str) -> Choice:
    chosen = said.casefold().replace(" ", "_").replace("-", "_")
    if chosen not in list(choices):
        raise Wrong(
            N_("“{value}” in the column “{column}” is not one of: {choices}"),
            value=said,
            column=column,
            choices=", ".join(choices),
        )
    return choices(chosen)


def _language_code(code: str) -> str:
    if not LANGUAGE_CODE.fullmatch(code):
        raise Wrong(N_("“{value}” is not a code of a language, such as en, fr or es"), value=code)
    return code
