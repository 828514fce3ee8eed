"""Numbers by two sides in a grid of cells, darker where they are larger."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from consultation.document import Counts, HeatGrid, numbers_of
from consultation.language import Translator
from consultation.publishing.look import Look
from consultation.publishing.pdf.drawing import rgb
from consultation.publishing.pdf.figures.sketch import Sketch, head_of, name_lines
from consultation.publishing.pdf.lines import line_width, one_line
from consultation.publishing.unfolding import number_in_words

_NAMES = 0.3
_ROW, _CELL = 15.5, 13.4
_GAP = 3.0
_PAD = 4.0
_NARROWEST, _WIDEST = 27.0, 62.0
_HEAD_LINES = 4


@dataclass(frozen=True)
class GridPart:
    """The rows and columns of a grid that are drawn together."""

    figure: HeatGrid
    rows: tuple[tuple[str, Counts], ...]
    heads: tuple[str, ...]
    pitch: float
    first: float
    """Where the first of its columns starts."""
    titled: bool
    """Whether the title stands above it; the columns that go on below need none."""
    sums: bool
    """Whether its last column is that of the sums."""
    most: int
    """The largest number of the whole grid."""


def parts_of(figure: HeatGrid, look: Look, t: Translator, tallest: float) -> list[GridPart]:
    """Split a grid that is too wide or too high into parts that stand below each other."""
    numbers = numbers_of(figure)
    most = max((count for row in figure.values for count in row if count is not None), default=0)
    shown = {count for _, row in numbers.rows for count in row if count is not None}
    room = look.sheet.room * (1 - _NAMES)
    widest = max((line_width(one_line(t.number(count), look.table_cell)) for count in shown), default=0.0)
    words = [word for head in numbers.heads for word in head.split()]
    longest = max((line_width(one_line(word[:60], look.table_head)) for word in words), default=0.0)
    pitch = min(max(_NARROWEST, widest + 2 * _PAD, min(longest, _WIDEST)) + _GAP, room)
    across = max(1, int(room // pitch))
    across = max(1, min(across, len(numbers.heads)))
    pitch = min(max(pitch, room / across), _WIDEST + _GAP)
    down = max(1, int(tallest // _ROW))
    return [
        GridPart(
            figure,
            tuple((name, row[first : first + across]) for name, row in numbers.rows[top : top + down]),
            numbers.heads[first : first + across],
            pitch,
            look.sheet.room - across * pitch,
            not first,
            bool(figure.total) and first + across >= len(numbers.heads),
            most,
        )
        for top in range(0, max(len(numbers.rows), 1), down)
        for first in range(0, max(len(numbers.heads), 1), across)
    ]


def grid_sketch(part: GridPart, look: Look, t: Translator, *, from_right: bool) -> Sketch:
    """Draw one part of a grid: heads above a rule, a row of cells for each name."""
    figure, room, small, cell = part.figure, look.sheet.room, look.table_head, look.table_cell
    heads = [name_lines(head, small, part.pitch - _GAP, _HEAD_LINES) for head in part.heads]
    names = [name_lines(name, cell, part.first - _PAD, most=3) for name, _ in part.rows]
    heights = [max(_ROW, len(lines) * cell.leading + 4.5) for lines in names]
    above = head_of(figure.title if part.titled else "", figure.caption if part.titled else "", look)
    top = above.height + max([1, *map(len, heads)]) * small.leading + 4.2
    sketch = Sketch(top + sum(heights) + 1.0, look, from_right=from_right)
    above.draw(sketch)
    for place, lines in enumerate(heads):
        end = part.first + (place + 1) * part.pitch - _PAD
        for up, line in enumerate(reversed(lines)):
            sketch.write_to(end, top - 4.5 - up * small.leading, line)
    sketch.write(0.0, top - 4.5, one_line(figure.row_head, small))
    sketch.rule(0.0, top, room, look.colours.ink, look.rules.block)
    y = top
    for (_, counts), lines, tall in zip(part.rows, names, heights, strict=True):
        sketch.write_lines(0.0, y + (tall - len(lines) * cell.leading) / 2 + 0.3, lines, cell)
        _draw_cells(sketch, y + (tall - _CELL) / 2 + 0.3, counts, part, look, t)
        y += tall
        sketch.rule(0.0, y, room, look.colours.row)
    return sketch


def _draw_cells(
    sketch: Sketch, top: float, counts: Sequence[int | None], part: GridPart, look: Look, t: Translator
) -> None:
    """Draw the cells of a row; the sum has no shade, and what nobody counted has nothing."""
    for place, count in enumerate(counts):
        start = part.first + place * part.pitch
        is_sum = part.sums and place == len(counts) - 1
        if count is not None and count > 0 and not is_sum:
            shade = _shade(count / part.most, look)
            sketch.block(start + _GAP, top, part.pitch - _GAP, _CELL, shade)
        if count is not None or is_sum:
            type_ = look.bold(look.sizes.table_cell) if is_sum else look.table_cell
            line = one_line(number_in_words(count, t), type_)
            sketch.write_to(start + part.pitch - _PAD, top + _CELL / 2 + 3.0, line)


def _shade(part: float, look: Look) -> str:
    """Return the colour between few and many."""
    ends = zip(rgb(look.colours.few), rgb(look.colours.many), strict=True)
    return "#" + "".join(f"{round(255 * (few + (many - few) * part)):02X}" for few, many in ends)
