"""Styled words, each measured once: what lines are made of. User text is never markup here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from consultation.document import Redline, Runs
from consultation.publishing.look import Type
from consultation.publishing.pdf.binding import BOUND, bound
from consultation.publishing.pdf.fonts import Face, cleaned, shared_out

_HYPHEN = re.compile("[-\u2010\u2013\u2014/]")
"""Characters after which a word may be broken."""
_OF_A_NAME = ("-", "\u2010")
"""Hyphens that hold names and codes together: "Sagnon-Ouattara", "D3-HOUSING"."""
_GLANCE = 240
"""More characters than any line holds."""


@dataclass(frozen=True, slots=True)
class Ink:
    """How some words are drawn, and what they are. Words of one ink that follow each other are of one run."""

    face: Face
    size: float
    colour: str
    target: str = ""
    language: str = ""
    redline: Redline = Redline.NONE
    spoken: str = ""

    def width(self, text: str) -> float:
        """Measure ``text``."""
        return self.face.width(text) * self.size


Word = list[tuple[Ink, str, float]]
"""What stays together: parts of a word, each with its ink and width."""


class Box(NamedTuple):
    """A part of a text that a line may begin with; ``gap`` is the space before it, 0 within a word."""

    word: Word
    width: float
    gap: float


def boxes_of(runs: Runs, type_: Type, width: float) -> list[Box]:
    """Split ``runs`` where lines may end: at spaces, after hyphens, anywhere in what is wider than ``width``."""
    boxes: list[Box] = []
    last, gap = None, 0.0
    for word in _words(_inked(runs, type_)):
        ink, text, wide = word[0]
        alone = len(word) == 1
        if not alone:
            wide = sum(part[2] for part in word)
        if ink is not last:
            last, gap = ink, ink.width(" ")
        if wide > width or (alone and not text.isalpha() and _HYPHEN.search(text)):
            for place, part in enumerate(_parts(word, width)):
                boxes.append(Box([part], part[2], 0.0 if place else gap))
        else:
            boxes.append(Box(word, wide, gap))
    return boxes


def _inked(runs: Runs, type_: Type) -> Iterator[tuple[Ink, str]]:
    """Give each part of the runs its ink; two spaces that meet become one."""
    spaced = True
    for run in runs:
        text = cleaned(run.text)
        if spaced:
            text = text.removeprefix(" ")
        if not text:
            continue
        spaced = text[-1] == " "
        name, size, colour = type_.setting(run.style)
        if run.tone:
            colour = type_.asides.tones.get(run.tone, colour)
        if run.redline:
            colour = type_.asides.colour_of(run.redline, colour)
        for found, part in shared_out(text, name):
            yield Ink(found, size, colour, run.target, run.language, run.redline, run.spoken), bound(part)


def _words(inked: Iterable[tuple[Ink, str]]) -> Iterator[Word]:
    """Split into words; parts of different inks with no space between them are one word."""
    pending: Word = []
    for ink, text in inked:
        first, *others = text.split(" ")
        if BOUND in text:
            first, *others = (word.replace(BOUND, " ") for word in (first, *others))
        measure, size = ink.face.width, ink.size
        if first:
            pending.append((ink, first, measure(first) * size))
        if not others:
            continue
        if pending:
            yield pending
        last = others.pop()
        for word in others:
            yield [(ink, word, measure(word) * size)]
        pending = [(ink, last, measure(last) * size)] if last else []
    if pending:
        yield pending


def _parts(word: Word, width: float) -> Iterator[tuple[Ink, str, float]]:
    """Split a word after its hyphens, and cut what is too wide even so."""
    too_wide = sum(part[2] for part in word) > width
    for ink, text, _ in word:
        start = 0
        for stop in (*_after_hyphens(text, too_wide), len(text)):
            while start < stop:
                count, wide = _fitting(ink, text, start, stop, width)
                yield ink, text[start : start + count], wide
                start += count


def _after_hyphens(text: str, names_too: bool) -> Iterator[int]:
    """Say where a word may be broken: two characters stand before the hyphen, and two are left after it.

    ``names_too`` breaks names and codes as well, which no line holds.
    """
    last = 0
    for found in _HYPHEN.finditer(text, 2):
        if found.end() - last <= 2 or found.end() >= len(text) - 1:
            continue
        follows = text[found.end()]
        if names_too or found[0] not in _OF_A_NAME or not (follows.isupper() or follows.isdigit()):
            last = found.end()
            yield last


def _fitting(ink: Ink, text: str, start: int, stop: int, width: float) -> tuple[int, float]:
    """Count the characters from ``start`` that fit into ``width``, and measure them; at least one."""
    letters, size, used, count = ink.face.letters, ink.size, 0.0, 0
    for character in text[start : min(stop, start + _GLANCE)]:
        wider = used + letters[character] * size
        if count and wider > width:
            break
        used, count = wider, count + 1
    return count, used
