"""What the consultation is to achieve, what it rests on, what it inherits, and what it does through the year."""

from ui.prepare.aims.page import AimsPage

__all__ = ["AimsPage"]
