"""How words open a line."""

from __future__ import annotations


def as_opening(words: str) -> str:
    """Return words as the opening of a sentence, a heading or a line: "Five further …", "Mardi 12 mars"."""
    return words[:1].upper() + words[1:]
