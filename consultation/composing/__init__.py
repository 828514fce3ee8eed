"""From what the records say to the Document that is published."""

from consultation.composing.declaration import declaration
from consultation.composing.programme import programme

__all__ = ["declaration", "programme"]
