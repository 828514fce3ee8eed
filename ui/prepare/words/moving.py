"""Moves the term at hand: up and down among its brothers, under the one above, and out again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from consultation.model import Term
from consultation.store import Store, Written
from consultation.vocabularies.ordering import move_in, move_out, shift
from ui.prepare.words.table import TermTable
from ui.workspace import Workspace


class TermMoves(QObject):
    """Moves a term; it stays chosen."""

    def __init__(self, workspace: Workspace, table: TermTable) -> None:
        super().__init__(table)
        self._workspace, self._table = workspace, table

    def is_possible(self) -> bool:
        """Tell whether a term is at hand."""
        return self._table.at_hand is not None

    def shift(self, step: int) -> None:
        """Move it up or down."""
        self._move(lambda store, term: shift(store, term, step))

    def move_in(self) -> None:
        """Put it under the one above it."""
        self._move(move_in)

    def move_out(self) -> None:
        """Take it out from under the one it stands under."""
        self._move(move_out)

    def _move(self, act: Callable[[Store, Term], Written]) -> None:
        row = self._table.at_hand
        if row is not None:
            self._workspace.do("", lambda: act(self._workspace.store, row.term))
            self._table.choose_term(row.term.id)
