"""Breaking styled words into lines, chosen over the whole paragraph: ragged right, no hyphenation.

Costs are those of Knuth and Plass, "Breaking Paragraphs into Lines" (1981), for text that is not stretched: a line that
leaves the share s of its width unused costs 14 s² + 20 s³, each line 1 more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import inf

from consultation.document import Run, Runs
from consultation.publishing.look import Type
from consultation.publishing.pdf.fonts import cleaned
from consultation.publishing.pdf.words import Box, Ink, boxes_of

_LONE_WORD = 2.4
_SHORT, _SHORT_SHARE = 1.2, 0.11
"""What a last line of one word costs, and one shorter than this share of the width."""
_AFTER_HYPHEN, _AFTER_LETTER = 1.5, 2.0
"""What a line costs that ends within a word, and one that ends with a word of one letter: "a", "y", "à"."""
_EMPTIEST = 0.5
"""A line leaves no more of its width unused, where there is another way."""
_HANGING = 100.0
_JOINING = re.compile(
    "an?|and|at|by|for|from|in|of|on|or|the|to|with|"
    "à|aux?|avec|de|des|du|en|et|la|les?|ou|par|pour|sur|une?|"
    "al|con|del|el?|las|los|para|por|que|su|y|com|da|das|dos?|em|na|no|os"
)
"""Words that belong to the next one: no line of a title ends with them."""
_GLANCE = 240
_TINY = 1e-6


@dataclass(slots=True)
class Segment:
    """Words of one ink on one line, ``start`` from where the line starts."""

    ink: Ink
    start: float
    text: str
    width: float


Line = list[Segment]


def line_width(line: Line) -> float:
    """Return how far a line reaches."""
    return line[-1].start + line[-1].width if line else 0.0


def plain_lines(text: str, type_: Type, width: float) -> list[Line]:
    """Break a text without styles into lines."""
    return break_lines((Run(text),), type_, width)


def break_lines(runs: Runs, type_: Type, width: float) -> list[Line]:
    """Break ``runs`` into lines no wider than ``width``; words wider than that are cut."""
    boxes = boxes_of(runs, type_, width)
    edges = _edges(boxes)
    if not boxes:
        return []
    if edges[-1][1] <= width:
        return [_line(boxes)]
    return _lines(boxes, _chosen(boxes, edges, width))


def title_lines(text: str, type_: Type, width: float) -> list[Line]:
    """Break a title into lines of about the same length, none of which ends with a word that joins the next."""
    boxes = boxes_of((Run(text),), type_, width)
    edges = _edges(boxes)
    if not boxes:
        return []
    if edges[-1][1] <= width:
        return [_line(boxes)]
    joining = [_HANGING if _JOINING.fullmatch(_text(box).lower()) else 0.0 for box in boxes]
    return _lines(boxes, _chosen(boxes, edges, width, joining))


def _text(box: Box) -> str:
    return "".join(text for _, text, _ in box.word)


def _edges(boxes: Sequence[Box]) -> list[tuple[float, float]]:
    """Say where each box would start and end on an endless line."""
    edges, end = [], 0.0
    for place, (_, wide, gap) in enumerate(boxes):
        start = end + gap if place else 0.0
        end = start + wide
        edges.append((start, end))
    return edges


def _chosen(
    boxes: Sequence[Box],
    edges: Sequence[tuple[float, float]],
    width: float,
    joining: Sequence[float] | None = None,
) -> list[int]:
    """Find the cheapest lines and return the place of the box each begins with.

    ``joining`` is what a line costs that ends with each box; where it is given, the last line counts like others.
    """
    count = len(boxes)
    starts = [start for start, _ in edges]
    best, origin = [0.0] * (count + 1), [0] * (count + 1)
    first = 0
    for last in range(count):
        limit = edges[last][1] - width
        while starts[first] < limit - _TINY and first < last:
            first += 1
        if last == count - 1 and joining is None:
            best[count], origin[count] = _last_line(best, starts, first, edges[last][1], width)
            break
        least, found = inf, first
        for place in range(first, last + 1):
            unused = (starts[place] - limit) / width
            if unused > _EMPTIEST and least < inf:
                break
            cost = best[place] + unused * unused * (14.0 + 20.0 * unused)
            if cost < least:
                least, found = cost, place
        if last + 1 < count and not boxes[last + 1].gap:
            least += _AFTER_HYPHEN
        if joining is not None:
            least += joining[last]
        elif len(boxes[last].word[0][1]) == 1 and boxes[last].word[0][1].isalpha():
            least += _AFTER_LETTER
        best[last + 1], origin[last + 1] = least + 1.0, found
    chosen = [origin[count]]
    while chosen[-1]:
        chosen.append(origin[chosen[-1]])
    return chosen[::-1]


def _last_line(
    best: Sequence[float], starts: Sequence[float], first: int, end: float, width: float
) -> tuple[float, int]:
    """Find the cheapest last line: it may be as short as it likes, but for a lone word."""
    least, found, count = inf, first, len(starts)
    for place in range(first, count):
        cost = best[place] + 1.0
        if place == count - 1:
            cost += _LONE_WORD
        if end - starts[place] < _SHORT_SHARE * width:
            cost += _SHORT
        if cost < least:
            least, found = cost, place
    return least, found


def _lines(boxes: Sequence[Box], chosen: Sequence[int]) -> list[Line]:
    stops: Iterator[int] = iter((*chosen[1:], len(boxes)))
    return [_line(boxes[start:stop]) for start, stop in zip(chosen, stops, strict=True)]


def _line(boxes: Sequence[Box]) -> Line:
    """Put boxes beside each other; words of one ink become one segment."""
    line: Line = []
    end = 0.0
    last: Segment | None = None
    for word, _, gap in boxes:
        if last is None:
            gap = 0.0
        for ink, text, wide in word:
            if last is not None and last.ink is ink:
                last.text += f" {text}" if gap else text
                last.width += gap + wide
            else:
                last = Segment(ink, end + gap, text, wide)
                line.append(last)
            end += gap + wide
            gap = 0.0
    return line


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


def cut(lines: list[Line], most: int) -> list[Line]:
    """Keep ``most`` lines, at least 1, and say that there were more."""
    return lines if len(lines) <= most else [*lines[: most - 1], ended(lines[most - 1])]


def ended(line: Line) -> Line:
    """Return a line with an ellipsis in the place of its last letters, which says that words were left out."""
    if line:
        last = line[-1]
        text = last.text[:-2].rstrip(" .,;:") + "…"
        return [*line[:-1], Segment(last.ink, last.start, text, last.ink.width(text))]
    return line


def one_line(text: str, type_: Type) -> Line:
    """Set ``text`` on a single line, however long."""
    return _line(boxes_of((Run(text),), type_, inf))
