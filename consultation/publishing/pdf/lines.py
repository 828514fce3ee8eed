"""Breaking styled words into lines.

Much faster than reportlab's Paragraph: a word is measured once per face, and user text is never markup here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from consultation.document import Redline, Run, Runs
from consultation.publishing.look import Type
from consultation.publishing.pdf.fonts import Face, cleaned, shared_out

_BREAKS = "-\u2010\u2013\u2014/"
"""Characters after which a word may be broken where it does not fit."""
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

    def width(self, text: str) -> float:
        """Measure ``text``."""
        return self.face.width(text) * self.size


@dataclass(slots=True)
class Segment:
    """Words of one ink on one line, ``start`` from where the line starts."""

    ink: Ink
    start: float
    text: str
    width: float


Line = list[Segment]
Word = list[tuple[Ink, str, float]]
"""What stays together: parts of a word, each with its ink and width."""


def line_width(line: Line) -> float:
    """Return how far a line reaches."""
    return line[-1].start + line[-1].width if line else 0.0


def plain_lines(text: str, type_: Type, width: float) -> list[Line]:
    """Break a text without styles into lines."""
    return break_lines((Run(text),), type_, width)


def balanced_lines(text: str, type_: Type, width: float) -> list[Line]:
    """Break a title into lines of about the same length, no more of them than it needs."""
    lines = plain_lines(text, type_, width)
    if not 1 < len(lines) < 5:
        return lines
    narrow, wide = width / 2, width
    for _ in range(7):
        middle = (narrow + wide) / 2
        tried = plain_lines(text, type_, middle)
        if len(tried) > len(lines):
            narrow = middle
        else:
            wide, lines = middle, tried
    return lines


def break_lines(runs: Runs, type_: Type, width: float) -> list[Line]:
    """Break ``runs`` into lines no wider than ``width``; words wider than that are cut."""
    lines: list[Line] = []
    line: Line = []
    end = 0.0
    for word in _words(_inked(runs, type_)):
        ink, _, wide = word[0]
        if len(word) > 1:
            wide = sum(part[2] for part in word)
        gap = ink.width(" ") if line else 0.0
        if end + gap + wide <= width:
            end = _append(line, end, gap, word)
            continue
        for part in _fitted(word, width - end - gap, width):
            if part is None:
                lines.append(line)
                line, end, gap = [], 0.0, 0.0
            else:
                end = _append(line, end, gap, part)
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
        name, size, colour = type_.setting(run.style)
        if run.tone:
            colour = type_.asides.tones.get(run.tone, colour)
        if run.redline:
            colour = type_.asides.colour_of(run.redline, colour)
        for found, part in shared_out(text, name):
            yield Ink(found, size, colour, run.target, run.language, run.redline), part


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


def _append(line: Line, end: float, gap: float, word: Word) -> float:
    """Put a word at the end of a line and return where the line ends now."""
    for ink, text, wide in word:
        last = line[-1] if line else None
        if last is not None and last.ink is ink:
            last.text += f" {text}" if gap else text
            last.width += gap + wide
        else:
            line.append(Segment(ink, end + gap, text, wide))
        end += gap + wide
        gap = 0.0
    return end


def _fitted(word: Word, room: float, width: float) -> Iterator[Word | None]:
    """Break a word that does not fit into ``room``: parts of it that fit, and None for each new line."""
    if len(word) == 1:
        ink, text, _ = word[0]
        hyphen, _ = _places(ink, text, 0, room)
        if hyphen:
            yield [_part(ink, text[:hyphen])]
            word = [_part(ink, text[hyphen:])]
            room = 0.0
    if room < width:
        yield None
    if sum(part[2] for part in word) <= width:
        yield word
        return
    left = width
    for ink, text, _ in word:
        start = 0
        while start < len(text):
            hyphen, most = _places(ink, text, start, left)
            if not most and left < width:
                yield None
                left = width
                continue
            end = start + (max(most, 1) if start + most == len(text) else hyphen or max(most, 1))
            part = _part(ink, text[start:end])
            yield [part]
            left, start = left - part[2], end


def _part(ink: Ink, text: str) -> tuple[Ink, str, float]:
    return ink, text, ink.width(text)


def _places(ink: Ink, text: str, start: int, room: float) -> tuple[int, int]:
    """Count the characters from ``start`` that fit into ``room``: up to a hyphen, and at most."""
    letters, size, used, hyphen, count = ink.face.letters, ink.size, 0.0, 0, 0
    for character in text[start : start + _GLANCE]:
        used += letters[character] * size
        if used > room:
            break
        count += 1
        if character in _BREAKS and 2 < count < len(text) - start - 1:
            hyphen = count
    return hyphen, count
