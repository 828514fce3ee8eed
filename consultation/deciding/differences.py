"""Where two texts differ, word by word: plain values, so that both can be shown and tested."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

LONGEST = 4_000
"""Words from which texts are no longer compared: that would take longer than a blink."""


@dataclass(frozen=True)
class Piece:
    """A stretch of a text, and whether the other text has something else there."""

    text: str
    differs: bool


def compare(text: str, other: str) -> list[Piece]:
    """Divide ``text`` into what ``other`` has too and what it has not."""
    mine, theirs = _words(text), _words(other)
    if not mine or len(mine) + len(theirs) > LONGEST:
        return [Piece(text, differs=False)] if text else []
    pieces: list[Piece] = []
    for tag, first, last, _, _ in SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes():
        if first < last:
            pieces.append(Piece("".join(mine[first:last]), differs=tag != "equal"))
    joined = _joined(pieces)
    if all(piece.differs for piece in joined):
        return [Piece(text, differs=False)]  # nothing in common: marking everything would mark nothing
    return [part for piece in joined for part in _trimmed(piece)]


class Fate(StrEnum):
    """What became of a stretch of words."""

    KEPT = "kept"
    PUT_IN = "put in"
    TAKEN_OUT = "taken out"


@dataclass(frozen=True)
class Stretch:
    """Words that were kept, put in or taken out when a text was changed."""

    text: str
    fate: Fate


def redline(before: str, after: str) -> list[Stretch]:
    """Show in one text how ``before`` became ``after``: what was taken out stands before what was put in its place.

    Texts that have nothing in common, or are too long, are not compared: only ``after`` is shown.
    """
    old, new = _words(before), _words(after)
    if not old or not new or len(old) + len(new) > LONGEST:
        return [Stretch(after, Fate.KEPT)] if after else []
    stretches: list[Stretch] = []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if not any(old[start].strip() for start, _, size in matcher.get_matching_blocks() if size):
        return [Stretch(after, Fate.KEPT)]
    for tag, first, last, start, end in matcher.get_opcodes():
        if tag == "equal":
            stretches.append(Stretch("".join(new[start:end]), Fate.KEPT))
            continue
        for words, fate in ((old[first:last], Fate.TAKEN_OUT), (new[start:end], Fate.PUT_IN)):
            if words:
                stretches.append(Stretch("".join(words), fate))
    return stretches


def _words(text: str) -> list[str]:
    """Divide a text into words, each with the space after it kept apart."""
    return re.findall(r"\w+(?:[’'-]\w+)*|\s+|[^\w\s]", text)


def _joined(pieces: list[Piece]) -> list[Piece]:
    """Mark the space between two marked words too, so that a changed phrase is one mark."""
    joined: list[Piece] = []
    for place, piece in enumerate(pieces):
        between = 0 < place < len(pieces) - 1 and pieces[place - 1].differs and pieces[place + 1].differs
        piece = Piece(piece.text, piece.differs or (between and piece.text.isspace()))
        if joined and joined[-1].differs == piece.differs:
            joined[-1] = Piece(joined[-1].text + piece.text, piece.differs)
        else:
            joined.append(piece)
    return joined


def _trimmed(piece: Piece) -> list[Piece]:
    """Keep the space around marked words out of the mark."""
    words = piece.text.strip()
    if not piece.differs or not words:
        return [Piece(piece.text, differs=False)]
    before, after = piece.text.split(words, 1)
    return [Piece(text, text is words) for text in (before, words, after) if text]
