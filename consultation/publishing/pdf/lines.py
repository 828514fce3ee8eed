"""Breaking styled words into lines.

Much faster than reportlab's Paragraph: a word is measured once per face, and user text is never markup here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from consultation.document import Run, Runs, Style
from consultation.publishing.pdf import look
from consultation.publishing.pdf.fonts import Face, cleaned, shared_out
from consultation.publishing.pdf.look import Type

_BREAKS = "-\u2010\u2013\u2014/"
"""Characters after which a word may be broken where it does not fit."""
_GLANCE = 240
"""More characters than any line holds."""


@dataclass(frozen=True, slots=True)
class Ink:
    """How some words are drawn."""

    face: Face
    size: float
    colour: str
    rise: float = 0.0
    target: str = ""

    def width(self, text: str) -> float:
        """Measure ``text``."""
        return self.face.width(text) * self.size


@dataclass(slots=True)
class Segment:
    """Words of one ink on one line, ``x`` from where the line starts."""

    ink: Ink
    x: float
    text: str
    width: float


Line = list[Segment]
Word = list[tuple[Ink, str, float]]
"""What stays together: parts of a word, each with its ink and width."""


def line_width(line: Line) -> float:
    """Return how far a line reaches."""
    return line[-1].x + line[-1].width if line else 0.0


def plain_lines(text: str, type_: Type, width: float) -> list[Line]:
    """Break a text without styles into lines."""
    return break_lines((Run(text),), type_, width)


def break_lines(runs: Runs, type_: Type, width: float) -> list[Line]:
    """Break ``runs`` into lines no wider than ``width``; words wider than that are cut."""
    lines: list[Line] = []
    line: Line = []
    x = 0.0
    for word in _words(_inked(runs, type_)):
        ink, _, wide = word[0]
        if len(word) > 1:
            wide = sum(part[2] for part in word)
        gap = ink.width(" ") if line else 0.0
        if x + gap + wide <= width:
            x = _append(line, x, gap, word)
            continue
        for part in _fitted(word, wide, width - x - gap, width):
            if part is None:
                lines.append(line)
                line, x, gap = [], 0.0, 0.0
            else:
                x = _append(line, x, gap, part)
                gap = 0.0
    return [*lines, line] if line else lines


def shortened(text: str, type_: Type, width: float) -> str:
    """Cut ``text`` with an ellipsis so that it fits into one line of ``width``."""
    whole = cleaned(text).strip()
    short = whole[:_GLANCE]
    while short and (short != whole or line_width(one_line(short, type_)) > width):
        candidate = short.rstrip(" .,;:") + "…"
        if line_width(one_line(candidate, type_)) <= width:
            return candidate
        short = short[:-1]
    return short


def one_line(text: str, type_: Type) -> Line:
    """Set ``text`` on a single line, however long."""
    lines = plain_lines(text, type_, float("inf"))
    return lines[0] if lines else []


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
        reference = run.style is Style.REFERENCE
        size = type_.size * look.REFERENCE_SCALE if reference else type_.size
        rise = type_.size * look.REFERENCE_RISE if reference else 0.0
        colour = look.SOFT if reference else type_.colour
        for found, part in shared_out(text, type_.face_of(run.style)):
            yield Ink(found, size, colour, rise, run.target), part


def _words(inked: Iterable[tuple[Ink, str]]) -> Iterator[Word]:
    """Split into words; parts of different inks with no space between them are one word."""
    pending: Word = []
    for ink, text in inked:
        first, *others = text.split(" ")
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


def _append(line: Line, x: float, gap: float, word: Word) -> float:
    """Put a word at the end of a line and return where the line ends now."""
    for ink, text, wide in word:
        last = line[-1] if line else None
        if last is not None and last.ink is ink:
            last.text += f" {text}" if gap else text
            last.width += gap + wide
        else:
            line.append(Segment(ink, x + gap, text, wide))
        x += gap + wide
        gap = 0.0
    return x


def _fitted(word: Word, wide: float, room: float, width: float) -> Iterator[Word | None]:
    """Break a word that does not fit into ``room``: parts of it, and None for each new line."""
    if len(word) == 1:
        ink, text, _ = word[0]
        cut = _break_before(ink, text, room)
        if cut:
            head, tail = text[:cut], text[cut:]
            yield [(ink, head, ink.width(head))]
            word, wide = [(ink, tail, ink.width(tail))], wide - ink.width(head)
    if room < width:
        yield None
    if wide <= width:
        yield word
        return
    left = width
    for ink, text, rest in word:
        start = 0
        while rest > left:
            cut = _break_before(ink, text[start : start + _GLANCE], left) or _most(ink, text, start, left)
            head = text[start : start + cut]
            if head:
                taken = sum(map(ink.face.letters.__getitem__, head)) * ink.size
                yield [(ink, head, taken)]
                start, rest = start + cut, rest - taken
            if start == len(text):
                left -= taken
                break
            yield None
            left = width
        else:
            if start < len(text):
                yield [(ink, text[start:], rest)]
                left -= rest


def _break_before(ink: Ink, text: str, room: float) -> int:
    """Find where ``text`` can be broken after a hyphen so that its head fits into ``room``; 0 for nowhere."""
    letters, size, used, found = ink.face.letters, ink.size, 0.0, 0
    for place, character in enumerate(text[:_GLANCE], 1):
        used += letters[character] * size
        if used > room:
            break
        if character in _BREAKS and 2 < place < len(text) - 1:
            found = place
    return found


def _most(ink: Ink, text: str, start: int, room: float) -> int:
    """Count the characters from ``start`` that fit into ``room``; one at least in an empty line."""
    letters, size, used = ink.face.letters, ink.size, 0.0
    for place in range(start, len(text)):
        used += letters[text[place]] * size
        if used > room:
            return max(place - start, 1)
    return len(text) - start
