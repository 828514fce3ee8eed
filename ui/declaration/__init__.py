"""The declaration: its clauses as they stand, where each comes from, and the documents made of it."""

from ui.declaration.place import DeclarationPlace

__all__ = ["DeclarationPlace"]
