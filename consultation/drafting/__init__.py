"""From recommendations to the draft that is kept in the file."""

from consultation.drafting.refresh import Refreshed, draft_declaration

__all__ = ["Refreshed", "draft_declaration"]
