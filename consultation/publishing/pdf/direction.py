"""Which side a text starts from: the one place where start and end become left and right.

All layout counts from the start of a line. Shaping of letters belongs to `fonts` and `lines`; here is only where
things go.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ground:
    """Room to put things on: ``left`` is its left edge, ``width`` how wide it is."""

    left: float
    width: float
    from_right: bool = False
    """Whether lines start at the right, as those of Arabic do."""

    def x(self, start: float, width: float = 0.0) -> float:
        """Return the left edge of what is ``width`` wide and stands ``start`` from the start of the line."""
        if self.from_right:
            return self.left + self.width - start - width
        return self.left + start


def starts_at_right(language: str) -> bool:
    """Say whether the lines of a language start at the right."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(language, sep="-").text_direction == "rtl"
    except (UnknownLocaleError, ValueError, TypeError):
        return False
