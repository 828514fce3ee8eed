"""One field of a form, whatever is typed or chosen in it."""

from __future__ import annotations

from typing import Protocol

from consultation.model import Record
from ui.prepare.form.chosen import Chosen, ManyChosen, TermsChosen, Ticked
from ui.prepare.form.typed import Typed

Entry = Typed | Chosen | ManyChosen | TermsChosen | Ticked
"""Fields of a record: what is typed or chosen in them is saved at once, and what cannot be saved stays typed."""


class Shows(Protocol):
    """What every field does, those of one form alone as well."""

    def show_record(self, record: Record) -> None:
        """Show what a record holds; of another one, once what was typed is saved or put aside."""

    def flush(self) -> None:
        """Save what is typed and waits."""

    def leave(self) -> None:
        """Save what is typed, and let go of the record."""
