"""The families of addressees, under whose headings a declaration speaks to them."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from consultation.model import Term


def family_of(addressee: UUID, addressees: Mapping[UUID, Term]) -> UUID:
    """Return the term under whose heading an addressee is spoken to: its family, else that of what it stands under."""
    seen: set[UUID] = set()
    term = addressees[addressee]
    while term.id not in seen:
        seen.add(term.id)
        if term.family in addressees and term.family is not None:
            return term.family
        if term.parent not in addressees or term.parent is None:
            break
        term = addressees[term.parent]
    return term.id
