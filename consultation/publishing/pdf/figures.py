"""Figures: grouped horizontal bars with their numbers, one drawing for the PDF and for SVG."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from html import escape
from math import ceil

from reportlab.graphics import renderSVG, shapes
from reportlab.lib.colors import HexColor

from consultation.document import Figure
from consultation.language import Translator
from consultation.publishing.pdf import look
from consultation.publishing.pdf.fonts import FILES, cleaned, face
from consultation.publishing.pdf.lines import Line, line_width, one_line, plain_lines
from consultation.publishing.pdf.look import Type
from consultation.publishing.pdf.strips import Strip, kept, spaced, stacked

_TITLE = look.TABLE_TITLE
_LABEL = Type("sans", 8.5, 11.5)
_NUMBER = Type("sans-bold", 8, 11)
_LEGEND = Type("sans", 8.5, 12, look.SOFT)
_BAR, _BETWEEN, _GROUP_GAP = 9.0, 2.5, 9.0
_START = look.WIDTH * 0.32
"""Where the bars start, right of the names of the categories."""
_NUMBER_ROOM = 44.0
_LABEL_LINES = 6
_OTHER_COLOURS = ("#8A6D1D", "#6B5B95", "#6B747A", look.ACCENT)
_SVG_FONTS = {
    FILES["sans"]: "'Noto Sans', sans-serif",
    FILES["sans-bold"]: "'Noto Sans', sans-serif; font-weight: bold",
    FILES["signs"]: "'Noto Sans Math', sans-serif",
    FILES["shapes"]: "'Noto Sans Symbols 2', 'Noto Sans Symbols2', sans-serif",
}

LegendRow = list[tuple[float, int, Line]]
"""Names of series beside each other: where each starts, which series it is, and its words."""


def figure_strips(figure: Figure, t: Translator) -> list[Strip]:
    """Set a figure with its description below; one taller than a page is drawn in parts."""
    strips = []
    for part in _parts(figure, look.HEIGHT * 0.8):
        drawing = figure_drawing(part, t)
        strips.append(Strip(drawing.height, drawing=drawing, before=10.0, after=4.0))
    caption = stacked(plain_lines(figure.description, look.CAPTION, look.MEASURE), look.CAPTION)
    if caption:
        kept(strips[-1:])
    return [*strips, *spaced(caption, 4.0, 16.0)]


def svg_text(figure: Figure, t: Translator) -> str:
    """Write the drawing of ``figure`` as SVG, with its title and description for those who do not see it."""
    svg = str(renderSVG.drawToString(figure_drawing(figure, t), showBoundary=0))
    for name, family in _SVG_FONTS.items():
        svg = svg.replace(f"font-family: {name};", f"font-family: {family};")
    for tag, words in (("title", figure.title), ("desc", figure.description)):
        svg = svg.replace(f"<{tag}>...</{tag}>", f"<{tag}>{escape(cleaned(words))}</{tag}>", 1)
    return svg


def figure_drawing(figure: Figure, t: Translator) -> shapes.Drawing:
    """Draw the bars of ``figure``, as wide as the text of a page."""
    title = plain_lines(figure.title, _TITLE, look.WIDTH)
    legend = _legend(figure)
    labels = [_label(name) for name in figure.categories]
    heights = [max(_group_height(figure), len(lines) * _LABEL.leading) + _GROUP_GAP for lines in labels]
    top = len(title) * _TITLE.leading + len(legend) * _LEGEND.leading + 12.0
    # Whole points: SVG places its letters by them.
    height = ceil(top + sum(heights))
    drawing = shapes.Drawing(ceil(look.WIDTH), height, initialFontName=face("sans").name)
    colours = _colours(figure)
    _add_head(drawing, title, legend, colours)
    y = height - top
    line = shapes.Line(_START, y + 3.0, _START, y - sum(heights) + _GROUP_GAP - 3.0)
    line.strokeColor, line.strokeWidth = HexColor(look.RULE), 0.7
    drawing.add(line)
    scale = _scale(figure)
    for place, (lines, tall) in enumerate(zip(labels, heights, strict=True)):
        middle = y - (tall - _GROUP_GAP) / 2
        for number, words in enumerate(lines):
            upper = middle + len(lines) * _LABEL.leading / 2 - number * _LABEL.leading
            _write(drawing, _START - 8.0 - line_width(words), upper - _LABEL.baseline, words)
        values = [series.values[place] if place < len(series.values) else 0 for series in figure.series]
        _add_bars(drawing, middle + _group_height(figure) / 2, values, scale, colours, t)
        y -= tall
    return drawing


def _add_head(drawing: shapes.Drawing, title: list[Line], legend: list[LegendRow], colours: Sequence[str]) -> None:
    """Add the title, and below it the legend."""
    y = drawing.height
    for line in title:
        _write(drawing, 0.0, y - _TITLE.baseline, line)
        y -= _TITLE.leading
    y -= 3.0
    for row in legend:
        for x, place, line in row:
            _add_block(drawing, x, y - _LEGEND.baseline - 0.5, 7.0, 7.0, colours[place])
            _write(drawing, x + 11.0, y - _LEGEND.baseline, line)
        y -= _LEGEND.leading


def _add_bars(
    drawing: shapes.Drawing,
    top: float,
    values: Sequence[int],
    scale: float,
    colours: Sequence[str],
    t: Translator,
) -> None:
    """Add the bars of one category, each with its number."""
    foot = top - _BAR
    for value, colour in zip(values, colours, strict=True):
        long = abs(value) * scale
        _add_block(drawing, _START, foot, long, _BAR, colour)
        _write(drawing, _START + long + 4.0, foot + _BAR / 2 - 2.9, one_line(t.number(value), _NUMBER))
        foot -= _BAR + _BETWEEN


def _group_height(figure: Figure) -> float:
    return max(1, len(figure.series)) * (_BAR + _BETWEEN) - _BETWEEN


def _scale(figure: Figure) -> float:
    """Say how many points one counts for, so that the longest bar fits."""
    longest = max((abs(value) for series in figure.series for value in series.values), default=0) or 1
    return (look.WIDTH - _START - _NUMBER_ROOM) / longest


def _parts(figure: Figure, tallest: float) -> list[Figure]:
    """Split a figure with too many categories for a page."""
    lines = max((len(_label(name)) for name in figure.categories), default=1)
    each = max(_group_height(figure), lines * _LABEL.leading) + _GROUP_GAP
    size = max(1, int(tallest // each))
    parts = [slice(first, first + size) for first in range(0, max(len(figure.categories), 1), size)]
    return [
        replace(
            figure,
            categories=figure.categories[part],
            series=tuple(replace(series, values=series.values[part]) for series in figure.series),
        )
        for part in parts
    ]


def _label(name: str) -> list[Line]:
    """Break the name of a category beside its bars."""
    return plain_lines(name[:400], _LABEL, _START - 8.0)[:_LABEL_LINES]


def _legend(figure: Figure) -> list[LegendRow]:
    """Place the names of the series beside each other, in as many rows as they need."""
    rows: list[LegendRow] = []
    x = 0.0
    for place, series in enumerate(figure.series):
        line = (plain_lines(series.name[:400], _LEGEND, look.WIDTH - 12.0) or [[]])[0]
        wide = 11.0 + line_width(line)
        if not rows or x + wide > look.WIDTH:
            rows.append([])
            x = 0.0
        rows[-1].append((x, place, line))
        x += wide + 20.0
    return rows


def _colours(figure: Figure) -> list[str]:
    """Give each series a colour: that of its tone, else one of its own."""
    others = iter(_OTHER_COLOURS * (len(figure.series) // len(_OTHER_COLOURS) + 1))
    return [look.TONES.get(series.tone) or next(others) for series in figure.series]


def _add_block(drawing: shapes.Drawing, x: float, y: float, width: float, height: float, colour: str) -> None:
    """Add a filled rectangle."""
    block = shapes.Rect(x, y, width, height)
    block.fillColor, block.strokeColor, block.strokeWidth = HexColor(colour), None, 0
    drawing.add(block)


def _write(drawing: shapes.Drawing, x: float, y: float, line: Line) -> None:
    """Add a line of words."""
    for segment in line:
        # SVG keeps only whole points of twice this height.
        words = shapes.String(x + segment.x, round(2 * y) / 2, segment.text)
        words.fontName, words.fontSize = segment.ink.face.name, segment.ink.size
        words.fillColor = HexColor(segment.ink.colour)
        drawing.add(words)
