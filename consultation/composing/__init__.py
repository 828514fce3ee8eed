"""From what the records say to the Document that is published."""

from consultation.composing.declaration import declaration

__all__ = ["declaration"]
