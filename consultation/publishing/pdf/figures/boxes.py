"""Scores as rows of boxes: filled as far as the score goes, with the number behind them."""

from __future__ import annotations

from dataclasses import replace

from consultation.document import Boxes, numbers_of
from consultation.language import Translator
from consultation.publishing.look import Look
from consultation.publishing.pdf.figures.paints import Paint
from consultation.publishing.pdf.figures.sketch import Sketch, head_of, name_lines
from consultation.publishing.pdf.lines import one_line
from consultation.publishing.unfolding import number_in_words

_START = 152.0
_COLUMN = 63.7
_ROW = 27.0
_WIDE, _HIGH, _PITCH = 6.6, 8.0, 8.2
_NUMBER_ROOM = 20.0
_AFTER = 2.5
_BEFORE = 8.0
"""Between a name and its boxes."""
_HEAD_LINES = 3


def boxes_parts(figure: Boxes, look: Look, tallest: float) -> list[Boxes]:
    """Split a figure with too many rows for a page."""
    size = max(1, int(tallest // (_ROW + look.table_words.leading)))
    return [
        replace(
            figure,
            rows=figure.rows[first : first + size],
            values=figure.values[first : first + size],
            remarks=figure.remarks[first : first + size],
        )
        for first in range(0, max(len(figure.rows), 1), size)
    ]


def boxes_sketch(figure: Boxes, look: Look, t: Translator, *, from_right: bool) -> Sketch:
    """Draw a row of boxes for each score, below the heads of what was scored."""
    room, head = look.sheet.room, head_of(figure.title, figure.caption, look)
    column = min(_COLUMN, (room - _START) / max(len(figure.columns), 1))
    heads = [name_lines(name, look.table_head, column - _AFTER, _HEAD_LINES) for name in figure.columns]
    names = [name_lines(name, look.table_words, _START - _BEFORE, 2) for name in figure.rows]
    heights = [_ROW + max(len(lines) - 1, 0) * look.table_words.leading for lines in names]
    y = head.height + max([1, *map(len, heads)]) * look.table_head.leading + 4.2
    sketch = Sketch(y + sum(heights) + 1.0, look, from_right=from_right)
    head.draw(sketch)
    for place, lines in enumerate(heads):
        top = y - 4.2 - len(lines) * look.table_head.leading
        sketch.write_lines(_START + place * column, top, lines, look.table_head)
    sketch.rule(0.0, y, room, look.colours.ink, look.rules.block)
    small = look.label(look.sizes.band_remark, look.colours.soft)
    for place, (_, counts) in enumerate(numbers_of(figure).rows):
        below = sketch.write_lines(0.0, y + 1.8, names[place], look.table_words)
        remark = figure.remarks[place] if place < len(figure.remarks) else ""
        sketch.write_lines(0.0, below, name_lines(remark, small, _START - _BEFORE, 1), small)
        for score, count in enumerate(counts):
            _draw_score(sketch, _START + score * column, y + 4.5, count, column, figure, look, t)
        y += heights[place]
        sketch.rule(0.0, y, room, look.colours.row)
    return sketch


def _draw_score(
    sketch: Sketch, start: float, y: float, count: int | None, column: float, figure: Boxes, look: Look, t: Translator
) -> None:
    """Draw the boxes of one score and its number; of a score nobody gave, a dash."""
    pitch = min(_PITCH, (column - _NUMBER_ROOM) / max(figure.most, 1))
    for box in range(figure.most if count is not None else 0):
        accent = look.colours.accent
        paint = Paint(accent if count is not None and box < count else "#FFFFFF", accent, look.rules.thin)
        sketch.painted(start + box * pitch, y, pitch * _WIDE / _PITCH, _HIGH, paint)
    line = one_line(number_in_words(count, t), look.table_cell)
    sketch.write(start + (figure.most * pitch + _AFTER if count is not None else 0.0), y + _HIGH - 1.0, line)
