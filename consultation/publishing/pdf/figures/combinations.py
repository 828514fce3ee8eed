"""Bars of combinations: joined dots say to which parts a row belongs, so that each thing is in one row only."""

from __future__ import annotations

from dataclasses import replace

from consultation.document import Combinations, sum_of
from consultation.language import Translator
from consultation.publishing.look import Look
from consultation.publishing.pdf.figures.paints import paints_of
from consultation.publishing.pdf.figures.rows import (
    NUMBER_ROOM,
    ROW,
    counts_at,
    draw_stack,
    draw_total,
    legend_of,
    split,
    stack_scale,
)
from consultation.publishing.pdf.figures.sketch import Sketch, head_of, name_lines
from consultation.publishing.pdf.lines import Line, line_width, one_line

_START = 166.0
_FIRST, _PITCH = 20.0, 48.0
_DOTS = 146.0
"""Room for the dots of all parts."""
_RADIUS, _ABSENT = 3.0, 0.8
_JOINT = 1.1
_HEAD_LINES = 3
_OVER = 1.1
"""Times the room of its dots that the name of a part may take."""


def combinations_parts(figure: Combinations, tallest: float) -> list[Combinations]:
    """Split a figure with too many rows for a page; the last part has the sum of all."""
    size = max(1, int(tallest // ROW))
    parts = [
        replace(part, members=figure.members[place * size : (place + 1) * size])
        for place, part in enumerate(split(figure, size))
    ]
    return [*(replace(part, whole="") for part in parts[:-1]), *parts[-1:]]


def combinations_sketch(
    figure: Combinations, look: Look, t: Translator, whole: Combinations, *, from_right: bool
) -> Sketch:
    """Draw one part of ``whole``: a row for each combination, its dots before its bar."""
    room, head = look.sheet.room, head_of(figure.title, figure.caption, look)
    paints = paints_of([series.tone for series in figure.series], look)
    end = room - (NUMBER_ROOM if figure.total else 0.0)
    legend = legend_of(figure.series, paints, look, start=_START, earliest=_START, total=figure.total)
    names = [_head_lines(name, _pitch(figure), look) for name in figure.parts]
    above = max(legend.height, max(map(len, names), default=1) * look.table_head.leading + 4.2)
    y = head.height + above
    rows = len(figure.categories) + bool(figure.whole)
    sketch = Sketch(y + rows * ROW + 1.0, look, from_right=from_right)
    head.draw(sketch)
    legend.draw(sketch, y - legend.height)
    for place, lines in enumerate(names):
        top = y - 4.2 - len(lines) * look.table_head.leading
        for line in lines:
            top += look.table_head.leading
            start = _place(figure, place) - line_width(line) / 2
            sketch.write(max(start, 0.0), top - 0.8, line)
    sketch.write_to(room, y - 4.5, one_line(figure.total, look.table_head))
    sketch.rule(0.0, y, room, look.colours.ink, look.rules.block)
    every = [counts_at(whole.series, place) for place in range(len(whole.categories))]
    scale = stack_scale(every, end - _START, look, t)
    for place in range(len(figure.categories)):
        middle = y + ROW / 2
        _draw_dots(sketch, figure, place, middle, look)
        counts = counts_at(figure.series, place)
        draw_stack(sketch, _START, middle, counts, scale, paints, look, t)
        if figure.total:
            draw_total(sketch, room, middle, sum_of(counts), look, t)
        y += ROW
        sketch.rule(0.0, y, room, look.colours.row)
    if figure.whole:
        middle = y + ROW / 2
        sketch.write(_START, middle + 2.9, one_line(figure.whole, look.table_cell))
        draw_total(sketch, room, middle, sum_of(tuple(map(sum_of, every))), look, t)
        sketch.rule(0.0, y + ROW, room, look.colours.ink, look.rules.block)
    return sketch


def _draw_dots(sketch: Sketch, figure: Combinations, place: int, middle: float, look: Look) -> None:
    """Draw the dots of a row, joined; a row of no part says in words what it is."""
    members = figure.members[place] if place < len(figure.members) else ()
    present = [_place(figure, part) for part, is_member in enumerate(members) if is_member]
    if not present:
        lines = name_lines(figure.categories[place], look.note, _START - 8.0, 1)
        sketch.write_lines(0.0, middle - look.note.leading / 2, lines, look.note)
        return
    sketch.rule(present[0], middle - _JOINT / 2, present[-1] - present[0], look.colours.ink, _JOINT)
    for part in range(len(figure.parts)):
        at = _place(figure, part)
        if at in present:
            sketch.dot(at, middle, _RADIUS, look.colours.ink)
        else:
            sketch.dot(at, middle, _ABSENT, look.colours.rule)


def _head_lines(name: str, pitch: float, look: Look) -> list[Line]:
    """Break the name of a part above its dots, between its words where they are not much too long."""
    longest = max((line_width(one_line(word, look.table_head)) for word in name.split()), default=0.0)
    return name_lines(name, look.table_head, max(pitch - 4.0, min(longest, pitch * _OVER) + 0.1), _HEAD_LINES)


def _pitch(figure: Combinations) -> float:
    return min(_PITCH, _DOTS / max(len(figure.parts), 1))


def _place(figure: Combinations, part: int) -> float:
    """Say where the dots of a part stand."""
    return min(_FIRST, _pitch(figure) / 2) + part * _pitch(figure)
