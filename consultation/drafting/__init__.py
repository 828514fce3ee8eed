"""From recommendations to the draft that is kept in the file."""

from consultation.drafting.clauses import (
    make_clause,
    reword_clauses,
    still_holds,
    translate_clause,
    translate_paragraph,
    word_clause,
)
from consultation.drafting.draft import draft_declaration
from consultation.drafting.refreshed import Refreshed

__all__ = [
    "Refreshed",
    "draft_declaration",
    "make_clause",
    "reword_clauses",
    "still_holds",
    "translate_clause",
    "translate_paragraph",
    "word_clause",
]
