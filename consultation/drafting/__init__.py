"""From recommendations to documents: the draft that is kept in the file, and the Document made of it."""

from consultation.drafting.declaration import declaration
from consultation.drafting.refresh import Refreshed, draft_declaration, is_edited

__all__ = ["Refreshed", "declaration", "draft_declaration", "is_edited"]
