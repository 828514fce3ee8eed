"""Bars that lie: a group of them for each category, one with its series one after the other, or panels of them."""

from __future__ import annotations

from dataclasses import replace
from math import ceil

from consultation.document import GroupedBars, SideBars, StackedBars, sum_of
from consultation.language import Translator
from consultation.publishing.look import Look, Type
from consultation.publishing.pdf.figures.paints import Paint, paints_of
from consultation.publishing.pdf.figures.rows import (
    AFTER_BAR,
    BAR,
    NUMBER_ROOM,
    ROW,
    counts_at,
    draw_stack,
    draw_total,
    legend_of,
    scale_of,
    split,
    stack_scale,
)
from consultation.publishing.pdf.figures.sketch import Sketch, head_of, name_lines
from consultation.publishing.pdf.lines import Line, line_width, one_line
from consultation.publishing.unfolding import number_in_words

_START = 180.0
"""Where the bars start, behind the names of their categories."""
_REMARK = 128.0
"""Where the small words beside a name start."""
_GAP = 6.0
_BETWEEN, _GROUP_GAP = 2.0, 7.0
_PANEL_GAP = 17.0
_PANEL_NAMES = 0.4
"""The most of a panel that its names may take."""


def grouped_sketch(figure: GroupedBars, look: Look, t: Translator, *, from_right: bool) -> Sketch:
    """Draw one group of bars a category, each bar with its number behind it."""
    type_, room = look.table_cell, look.sheet.room
    names = [name_lines(name, type_, _START - _GAP) for name in figure.categories]
    group = _group_height(figure)
    heights = [max(group, len(lines) * type_.leading) + _GROUP_GAP for lines in names]
    head = head_of(figure.title, figure.caption, look)
    paints = paints_of([series.tone for series in figure.series], look)
    legend = legend_of(figure.series, paints, look, start=_START)
    y = head.height + legend.height
    sketch = Sketch(y + sum(heights) + 1.0, look, from_right=from_right)
    head.draw(sketch)
    legend.draw(sketch, head.height)
    sketch.rule(0.0, y, room, look.colours.ink, look.rules.block)
    values = [count for series in figure.series for count in series.values]
    scale = scale_of(values, room - _START - NUMBER_ROOM)
    number = look.bold(look.sizes.figure_number)
    for place, (lines, tall) in enumerate(zip(names, heights, strict=True)):
        _write_name(sketch, lines, y + tall / 2, type_)
        top = y + (tall - group) / 2
        for counts, paint in zip(counts_at(figure.series, place), paints, strict=True):
            long = abs(counts or 0) * scale
            sketch.painted(_START, top, long, BAR, paint)
            words = one_line(number_in_words(counts, t), number)
            sketch.write(_START + long + AFTER_BAR, top + BAR / 2 + 2.9, words)
            top += BAR + _BETWEEN
        y += tall
        sketch.rule(0.0, y, room, look.colours.row)
    return sketch


def stacked_sketch(figure: StackedBars, look: Look, t: Translator, *, from_right: bool) -> Sketch:
    """Draw one bar a category, with the number of each series inside of it and the sum at the end of the row."""
    room, type_ = look.sheet.room, look.table_cell
    wide = (_REMARK if figure.remarks else _START) - _GAP
    names = [name_lines(name, type_, wide, most=2) for name in figure.categories]
    heights = [ROW + (len(lines) - 1) * type_.leading if lines else ROW for lines in names]
    head = head_of(figure.title, figure.caption, look)
    paints = paints_of([series.tone for series in figure.series], look)
    end = room - (NUMBER_ROOM if figure.total else 0.0)
    legend = legend_of(figure.series, paints, look, start=_START, total=figure.total)
    y = head.height + legend.height
    sketch = Sketch(y + sum(heights) + 1.0, look, from_right=from_right)
    head.draw(sketch)
    legend.draw(sketch, head.height)
    sketch.write_to(room, y - 4.5, one_line(figure.total, look.table_head))
    sketch.rule(0.0, y, room, look.colours.ink, look.rules.block)
    rows = [counts_at(figure.series, place) for place in range(len(figure.categories))]
    scale = stack_scale(rows, end - _START, look, t)
    for place, (lines, tall, counts) in enumerate(zip(names, heights, rows, strict=True)):
        middle = y + tall / 2
        _write_name(sketch, lines, middle, type_)
        remark = figure.remarks[place] if place < len(figure.remarks) else ""
        _write_name(sketch, name_lines(remark, look.note, _START - _REMARK - _GAP, 2), middle, look.note, _REMARK)
        draw_stack(sketch, _START, middle, counts, scale, paints, look, t)
        if figure.total:
            draw_total(sketch, room, middle, sum_of(counts), look, t)
        y += tall
        sketch.rule(0.0, y, room, look.colours.row)
    return sketch


def side_sketch(figure: SideBars, look: Look, t: Translator, *, from_right: bool) -> Sketch:
    """Draw a panel for each series, two beside each other, all of them on one scale."""
    columns = min(len(figure.series), 2) or 1
    starts, wide = look.sheet.columns(columns, _PANEL_GAP)
    panels = [_by_size(figure, place) for place in range(len(figure.series))]
    paint = paints_of([""], look)[0]
    head = head_of(figure.title, figure.caption, look)
    heights = [
        look.note.leading + 5.0 + max(len(panel) for panel in panels[first : first + columns]) * ROW
        for first in range(0, len(panels), columns)
    ]
    gaps = max(len(heights) - 1, 0) * _PANEL_GAP
    sketch = Sketch(head.height + sum(heights) + gaps + 1.0, look, from_right=from_right)
    head.draw(sketch)
    most = [count for panel in panels for _, count in panel]
    names = _names_room([name for panel in panels for name, _ in panel], wide, look)
    scale = scale_of(most, wide - names - NUMBER_ROOM)
    y = head.height
    for place, panel in enumerate(panels):
        start = starts[place % columns]
        sketch.write(start, y + look.note.baseline, one_line(figure.series[place].name, look.note))
        _draw_panel(sketch, start, y + look.note.leading + 4.0, panel, wide, names, scale, paint, look, t)
        if place % columns == columns - 1:
            y += heights[place // columns] + _PANEL_GAP
    return sketch


def grouped_parts(figure: GroupedBars, look: Look, tallest: float) -> list[GroupedBars]:
    """Split a figure with too many categories for a page."""
    lines = max((len(name_lines(name, look.table_cell, _START - _GAP)) for name in figure.categories), default=1)
    row = max(_group_height(figure), lines * look.table_cell.leading) + _GROUP_GAP
    return split(figure, int(tallest // row))


def stacked_parts(figure: StackedBars, look: Look, tallest: float) -> list[StackedBars]:
    """Split a figure with too many categories for a page."""
    size = max(1, int(tallest // (ROW + look.table_cell.leading)))
    return [
        replace(part, remarks=figure.remarks[place * size : (place + 1) * size])
        for place, part in enumerate(split(figure, size))
    ]


def side_parts(figure: SideBars, tallest: float) -> list[SideBars]:
    """Split a figure with too many categories for a page."""
    return split(figure, int(tallest // (ROW * ceil(len(figure.series) / 2) or ROW)))


def _by_size(figure: SideBars, place: int) -> list[tuple[str, int]]:
    """Return the categories that a series knows, the largest first."""
    counts = zip(figure.categories, figure.series[place].values, strict=False)
    known = [(name, count) for name, count in counts if count is not None]
    return sorted(known, key=lambda item: -item[1])


def _names_room(names: list[str], wide: float, look: Look) -> float:
    longest = max((line_width(one_line(name, look.table_cell)) for name in names), default=0.0)
    return min(max(longest + 12.0, 52.0), wide * _PANEL_NAMES)


def _draw_panel(
    sketch: Sketch,
    start: float,
    y: float,
    panel: list[tuple[str, int]],
    wide: float,
    names: float,
    scale: float,
    paint: Paint,
    look: Look,
    t: Translator,
) -> None:
    """Draw the bars of one series, each with its name before it and its number at the end of the row."""
    sketch.rule(start, y, wide, look.colours.ink, look.rules.block)
    for name, count in panel:
        middle = y + ROW / 2
        _write_name(sketch, name_lines(name, look.table_cell, names - _GAP, 1), middle, look.table_cell, start)
        if count:
            sketch.painted(start + names, middle - BAR / 2, max(count, 0) * scale, BAR, paint)
        draw_total(sketch, start + wide, middle, count, look, t)
        y += ROW
        sketch.rule(start, y, wide, look.colours.row)


def _write_name(sketch: Sketch, lines: list[Line], middle: float, type_: Type, start: float = 0.0) -> None:
    """Write the name of a category, level with its bar."""
    sketch.write_lines(start, middle - len(lines) * type_.leading / 2, lines, type_)


def _group_height(figure: GroupedBars) -> float:
    return max(1, len(figure.series)) * (BAR + _BETWEEN) - _BETWEEN
