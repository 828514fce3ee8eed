"""What can be offered: rows that can be chosen, headings, rules; and where what was typed stands in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from consultation.reading.people import plain


@dataclass(frozen=True)
class Offer:
    """A row that can be chosen."""

    key: Any
    """What is meant by it; given back when it is chosen."""
    words: str
    beside: str = ""
    """Quieter, after the words: an organisation."""
    at_end: str = ""
    """At the end of the row, never shortened: keys, or how often."""
    icon: str = ""
    tone: str = "muted"
    """Of the icon and the number; that of a set without an icon draws the shape of the set."""
    number: str = ""
    """Before the words, strong."""
    marked: bool = True
    """The letters that were typed are marked in it."""

    @property
    def said(self) -> str:
        """All of its words, as a screen reader says them."""
        return " ".join(part for part in (self.number, self.words, self.beside, self.at_end) if part)


@dataclass(frozen=True)
class OfferHeading:
    """The name of the rows below it."""

    words: str
    at_end: str = ""
    """What stands at the end of the rows below it."""


Row = Offer | OfferHeading | None
"""None is a rule between rows."""


def matched_places(text: str, typed: str) -> list[tuple[int, int]]:
    """Return where in ``text`` each word that was ``typed`` stands: where a word begins with it, or else inside one.

    Case and accents make no difference.
    """
    letters = [(letter, place) for place, character in enumerate(text) for letter in plain(character) or character]
    folded = "".join(letter for letter, _ in letters)
    found = []
    for word in plain(typed).split():
        starts = [at for at in range(len(folded)) if folded.startswith(word, at)]
        begins = [at for at in starts if at == 0 or not folded[at - 1].isalnum()]
        if starts:
            at = (begins or starts)[0]
            found.append((letters[at][1], letters[at + len(word) - 1][1] + 1))
    return found
