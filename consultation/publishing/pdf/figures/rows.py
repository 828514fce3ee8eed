"""What figures of bars share: the scale, the names of their series, rows with a bar and its numbers, and a sum."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple, TypeVar

from consultation.document import Combinations, Counts, GroupedBars, Series, SideBars, StackedBars, sum_of
from consultation.language import Translator
from consultation.publishing.look import Look
from consultation.publishing.pdf.figures.paints import Paint, readable_on
from consultation.publishing.pdf.figures.sketch import Sketch, name_lines
from consultation.publishing.pdf.lines import Line, line_width, one_line
from consultation.publishing.unfolding import number_in_words

ROW, BAR = 16.4, 10.0
NUMBER_ROOM = 44.0
AFTER_BAR = 4.0
_BEFORE_END = 3.0
_DIGIT_DROP = 2.8
"""From the middle of a bar to the foot of the number in it."""
SIGN_WIDE, SIGN_HIGH = 9.4, 6.8
_AFTER_SIGN = 4.0
_BETWEEN = 15.0
LEGEND_ROW = 13.5

Bars = TypeVar("Bars", GroupedBars, StackedBars, SideBars, Combinations)


class Legend(NamedTuple):
    """The names of series beside each other: in each row, where each starts, its paint and its words."""

    rows: list[list[tuple[float, Paint, Line]]]

    @property
    def height(self) -> float:
        """How high it is, at least one row."""
        return max(len(self.rows), 1) * LEGEND_ROW

    def draw(self, sketch: Sketch, y: float) -> None:
        """Add it below ``y``."""
        for row in self.rows:
            for start, paint, line in row:
                sketch.painted(start, y + 2.6, SIGN_WIDE, SIGN_HIGH, paint)
                sketch.write(start + SIGN_WIDE + _AFTER_SIGN, y + 9.0, line)
            y += LEGEND_ROW


def legend_of(
    series: Sequence[Series],
    paints: Sequence[Paint],
    look: Look,
    *,
    start: float,
    earliest: float = 0.0,
    total: str = "",
) -> Legend:
    """Place the names of the series from ``start`` up to the head of the sums.

    Where they need more room, from ``earliest`` on; then in several rows.
    """
    end = look.sheet.room - (line_width(one_line(total, look.table_head)) + _AFTER_SIGN if total else 0.0)
    type_ = look.label((look.table_head.size, look.note.leading))
    most = end - earliest - SIGN_WIDE - _AFTER_SIGN
    lines = [(name_lines(each.name, type_, max(most, 1.0), most=1) or [[]])[0] for each in series]
    widths = [SIGN_WIDE + _AFTER_SIGN + line_width(line) for line in lines]
    start = max(earliest, min(start, end - sum(widths) - _BETWEEN * (len(widths) - 1)))
    rows: list[list[tuple[float, Paint, Line]]] = []
    x = start
    for line, wide, paint in zip(lines, widths, paints, strict=True):
        if not rows or x + wide > end + 0.01:
            rows.append([])
            x = start
        rows[-1].append((x, paint, line))
        x += wide + _BETWEEN
    return Legend(rows)


def scale_of(counts: Sequence[int | None], room: float) -> float:
    """Say how many points one counts for, so that the longest bar fits."""
    longest = max((abs(count) for count in counts if count is not None), default=0) or 1
    return max(room, 1.0) / longest


def counts_at(series: Sequence[Series], place: int) -> Counts:
    """Return the numbers of one category; one that is not there is not known."""
    return tuple(each.values[place] if place < len(each.values) else None for each in series)


def stack_scale(rows: Sequence[Counts], room: float, look: Look, t: Translator) -> float:
    """Say how many points one counts for where the numbers of a bar may have to stand behind it."""
    aside = max((line_width(_aside(counts, look, t)) for counts in rows), default=0.0) + 2 * AFTER_BAR
    tight = scale_of([sum_of(counts) for counts in rows], room)
    return tight if all(_fits(counts, tight, look, t) for counts in rows) else tight * max(room - aside, 1.0) / room


def draw_stack(
    sketch: Sketch,
    start: float,
    middle: float,
    counts: Counts,
    scale: float,
    paints: Sequence[Paint],
    look: Look,
    t: Translator,
) -> None:
    """Draw one bar of several series; where a number does not fit into its part, all are written behind the bar."""
    fits, end = _fits(counts, scale, look, t), start
    for count, paint in zip(counts, paints, strict=True):
        long = max(count or 0, 0) * scale
        if long:
            sketch.painted(end, middle - BAR / 2, long, BAR, paint)
        if fits and count:
            type_ = look.label(look.sizes.figure_number, readable_on(paint.fill, look))
            sketch.write_to(end + long - _BEFORE_END, middle + _DIGIT_DROP, one_line(number_in_words(count, t), type_))
        end += long
    if not fits:
        sketch.write(end + AFTER_BAR, middle + _DIGIT_DROP, _aside(counts, look, t))


def draw_total(sketch: Sketch, end: float, middle: float, count: int | None, look: Look, t: Translator) -> None:
    """Write the sum of a row, which ends at ``end``."""
    line = one_line(number_in_words(count, t), look.bold(look.sizes.table_cell))
    sketch.write_to(end, middle + _DIGIT_DROP + 0.2, line)


def split(figure: Bars, size: int) -> list[Bars]:
    """Split a figure into parts of ``size`` categories."""
    return [
        replace(
            figure,
            categories=figure.categories[first : first + size],
            series=tuple(replace(series, values=series.values[first : first + size]) for series in figure.series),
        )
        for first in range(0, max(len(figure.categories), 1), max(size, 1))
    ]


def _fits(counts: Counts, scale: float, look: Look, t: Translator) -> bool:
    """Say whether every number has room inside of its part of the bar."""
    type_ = look.label(look.sizes.figure_number)
    return None not in counts and all(
        not count or line_width(one_line(number_in_words(count, t), type_)) + 1.5 * _BEFORE_END <= count * scale
        for count in counts
    )


def _aside(counts: Counts, look: Look, t: Translator) -> Line:
    """Write the numbers of a bar as they stand behind it."""
    words = " + ".join(number_in_words(count, t) for count in counts)
    return one_line(words, look.label(look.sizes.figure_number, look.colours.soft))
