"""Texts of people on one line of a list."""

from __future__ import annotations


def one_line(text: str) -> str:
    """Return a text on one line, so that nothing in it can pass for a line of its own."""
    return " ".join(text.split())


def shortened(text: str, most: int = 70) -> str:
    """Return a text on one line, cut at a word where it is long."""
    line = one_line(text)
    return line if len(line) <= most else line[:most].rsplit(" ", 1)[0] + " …"
