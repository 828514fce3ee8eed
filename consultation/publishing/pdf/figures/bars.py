"""Bars that lie: a group of them for each category, or one for each with its series one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from consultation.document import Counts, GroupedBars, StackedBars, sum_of
from consultation.language import Translator
from consultation.publishing.look import Look
from consultation.publishing.pdf.drawing import rgb
from consultation.publishing.pdf.figures.sketch import Sketch, head_of, name_lines
from consultation.publishing.pdf.lines import Line, line_width, one_line
from consultation.publishing.unfolding import number_in_words

_BAR, _BETWEEN, _GROUP_GAP = 9.0, 2.5, 9.0
_STACK = 11.0
_STACK_GAP = 6.5
_NAMES = 0.32
"""Part of the width for the names of the categories; the bars start behind it."""
_AFTER_NAME = 8.0
_NUMBER_ROOM = 44.0
_AFTER_BAR = 4.0
_LEGEND_GAP = 20.0
_LEGEND_RISE = 4.5

Bars = TypeVar("Bars", GroupedBars, StackedBars)


def grouped_sketch(figure: GroupedBars, look: Look, t: Translator, *, from_right: bool) -> Sketch:
    """Draw one group of bars a category, each bar with its number behind it."""
    start, type_ = look.sheet.room * _NAMES, look.label(look.sizes.note)
    names = [name_lines(name, type_, start - _AFTER_NAME) for name in figure.categories]
    group = _group_height(figure)
    heights = [max(group, len(lines) * type_.leading) + _GROUP_GAP for lines in names]
    head = head_of(figure.title, figure.caption, [series.name for series in figure.series], look)
    sketch = Sketch(head.height + sum(heights), look, from_right=from_right)
    colours = series_colours([series.tone for series in figure.series], look)
    head.draw(sketch, colours)
    y = head.height
    sketch.block(start - 0.35, y - 3.0, 0.7, max(sum(heights) - _GROUP_GAP + 6.0, 0.0), look.colours.rule)
    scale = _scale(
        [count for series in figure.series for count in series.values], look.sheet.room - start - _NUMBER_ROOM
    )
    number = look.bold(look.sizes.figure_number)
    for place, (lines, tall) in enumerate(zip(names, heights, strict=True)):
        middle = y + (tall - _GROUP_GAP) / 2
        _write_name(sketch, lines, start, middle, look)
        top = middle - group / 2
        for counts, colour in zip(_counts_at(figure, place), colours, strict=True):
            long = abs(counts or 0) * scale
            sketch.block(start, top, long, _BAR, colour)
            words = one_line(number_in_words(counts, t), number)
            sketch.write(start + long + _AFTER_BAR, top + _BAR / 2 + 2.9, words)
            top += _BAR + _BETWEEN
        y += tall
    return sketch


def stacked_sketch(figure: StackedBars, look: Look, t: Translator, *, from_right: bool) -> Sketch:
    """Draw one bar a category, with the number of each series inside of it and the sum at the end of the row."""
    room, start = look.sheet.room, look.sheet.room * _NAMES
    type_, bold = look.label(look.sizes.note), look.bold(look.sizes.note)
    names = [name_lines(name, type_, start - _AFTER_NAME) for name in figure.categories]
    heights = [max(_STACK, len(lines) * type_.leading) + _STACK_GAP for lines in names]
    head = head_of(figure.title, figure.caption, [series.name for series in figure.series], look)
    total = one_line(figure.total, look.note)
    # The head of the sums stands beside the names of the series where there is room.
    beside = bool(head.legend) and head.end + line_width(total) + _LEGEND_GAP < room
    above = head.height - _LEGEND_RISE + (type_.leading if total and not beside else 0.0)
    sketch = Sketch(above + sum(heights) + 1.0, look, from_right=from_right)
    colours = series_colours([series.tone for series in figure.series], look)
    head.draw(sketch, colours)
    sketch.write_to(room, head.foot if beside else above - _LEGEND_RISE, total)
    sketch.rule(0.0, above, room, look.colours.ink, 0.6)
    rows = [_counts_at(figure, place) for place in range(len(figure.categories))]
    sums = [sum_of(counts) or 0 for counts in rows]
    aside = max((line_width(_aside(counts, look, t)) for counts in rows), default=0.0) + 2 * _AFTER_BAR
    scale = _scale(sums, room - start - max(aside, _NUMBER_ROOM) - (_NUMBER_ROOM if figure.total else 0.0))
    y = above
    for lines, tall, counts in zip(names, heights, rows, strict=True):
        middle = y + tall / 2
        sketch.write_lines(0.0, middle - len(lines) * type_.leading / 2, lines, type_)
        _draw_stack(sketch, start, middle - _STACK / 2, counts, scale, colours, look, t)
        if figure.total:
            words = one_line(number_in_words(sum_of(counts), t), bold)
            sketch.write_to(room, middle - bold.leading / 2 + bold.baseline, words)
        y += tall
        sketch.rule(0.0, y, room, look.colours.rule)
    return sketch


def _draw_stack(
    sketch: Sketch,
    start: float,
    top: float,
    counts: Counts,
    scale: float,
    colours: Sequence[str],
    look: Look,
    t: Translator,
) -> None:
    """Draw one bar of several series; where a number does not fit into its part, all are written behind the bar."""
    known = [max(count or 0, 0) for count in counts]
    size = look.sizes.figure_number
    inside = [
        one_line(number_in_words(count, t), look.label(size, _readable_on(colour, look)))
        for count, colour in zip(counts, colours, strict=True)
    ]
    fits = (
        all(not count or line_width(line) + 5.0 <= count * scale for count, line in zip(known, inside, strict=True))
        and None not in counts
    )
    end = start
    for count, line, colour in zip(known, inside, colours, strict=True):
        long = count * scale
        # A hair of paper between the parts: neighbours are told apart in grey as well.
        sketch.block(end, top, max(long - 0.8, 0.0), _STACK, colour)
        if fits and count:
            sketch.write_to(end + long - 3.0, top + _STACK / 2 + 2.9, line)
        end += long
    if not fits:
        sketch.write(end + _AFTER_BAR, top + _STACK / 2 + 2.9, _aside(counts, look, t))


def _aside(counts: Counts, look: Look, t: Translator) -> Line:
    """Write the numbers of a bar as they stand behind it."""
    words = " + ".join(number_in_words(count, t) for count in counts)
    return one_line(words, look.label(look.sizes.figure_number, look.colours.soft))


def parts_of(figure: Bars, look: Look, tallest: float) -> list[Bars]:
    """Split a figure with too many categories for a page."""
    type_ = look.label(look.sizes.note)
    wide = look.sheet.room * _NAMES - _AFTER_NAME
    lines = max((len(name_lines(name, type_, wide)) for name in figure.categories), default=1)
    bar = _group_height(figure) + _GROUP_GAP if isinstance(figure, GroupedBars) else _STACK + _STACK_GAP
    size = max(1, int(tallest // max(bar, lines * type_.leading + _GROUP_GAP)))
    return [
        replace(
            figure,
            categories=figure.categories[first : first + size],
            series=tuple(replace(series, values=series.values[first : first + size]) for series in figure.series),
        )
        for first in range(0, max(len(figure.categories), 1), size)
    ]


def series_colours(tones: Sequence[str], look: Look) -> list[str]:
    """Give each series a colour: that of its tone, else one of its own."""
    others = look.colours.series
    taken, found = 0, []
    for tone in tones:
        colour = look.tone(tone)
        if not colour:
            colour = others[taken % len(others)]
            taken += 1
        found.append(colour)
    return found


def _write_name(sketch: Sketch, lines: list[Line], start: float, middle: float, look: Look) -> None:
    """Write the name of a category up to where its bars start, level with their middle."""
    type_ = look.label(look.sizes.note)
    y = middle - len(lines) * type_.leading / 2
    for line in lines:
        sketch.write_to(start - _AFTER_NAME, y + type_.baseline, line)
        y += type_.leading


def _counts_at(figure: GroupedBars | StackedBars, place: int) -> Counts:
    """Return the numbers of one category; one that is not there is not known."""
    return tuple(series.values[place] if place < len(series.values) else None for series in figure.series)


def _group_height(figure: GroupedBars) -> float:
    return max(1, len(figure.series)) * (_BAR + _BETWEEN) - _BETWEEN


def _scale(counts: Sequence[int | None], room: float) -> float:
    """Say how many points one counts for, so that the longest bar fits."""
    longest = max((abs(count) for count in counts if count is not None), default=0) or 1
    return max(room, 1.0) / longest


def _readable_on(colour: str, look: Look) -> str:
    """Return the colour of words on a bar: white where it is dark."""
    red, green, blue = rgb(colour)
    return look.colours.ink if 0.299 * red + 0.587 * green + 0.114 * blue > 0.55 else "#FFFFFF"
