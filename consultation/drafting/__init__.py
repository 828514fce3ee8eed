"""From recommendations to the draft that is kept in the file."""

from consultation.drafting.clauses import make_clause, translate_clause
from consultation.drafting.refresh import Refreshed, draft_declaration

__all__ = ["Refreshed", "draft_declaration", "make_clause", "translate_clause"]
