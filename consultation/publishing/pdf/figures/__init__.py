"""Figures: each is drawn once, for the PDF and for SVG. A kind this does not know fails the type check."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import assert_never

from reportlab.graphics import renderSVG
from reportlab.graphics.shapes import Drawing, Group

from consultation.document import Boxes, Combinations, Facts, Figure, GroupedBars, HeatGrid, SideBars, StackedBars
from consultation.language import Translator
from consultation.publishing.look import Look
from consultation.publishing.pdf.figures import bars, grid
from consultation.publishing.pdf.figures.boxes import boxes_parts, boxes_sketch
from consultation.publishing.pdf.figures.combinations import combinations_parts, combinations_sketch
from consultation.publishing.pdf.figures.facts import facts_sketch
from consultation.publishing.pdf.figures.sketch import Sketch
from consultation.publishing.pdf.fonts import OTHERS, cleaned, face
from consultation.publishing.pdf.strips import Drawn, Strip, spaced
from consultation.publishing.pdf.structure import Element, Tag
from consultation.publishing.unfolding import in_words

_TALLEST = 0.8
"""Part of a page's height beyond which a figure is drawn in parts."""
_ENDLESS = 1e6
"""The height of a page that no figure fills."""


def figure_strips(
    figure: Figure, within: Element, look: Look, t: Translator, *, from_right: bool = False
) -> list[Strip]:
    """Set a figure; one taller than a page is drawn in parts. What it says stands in its alternative."""
    element = within.below(Tag.FIGURE, alternative=cleaned(in_words(figure, t)))
    tallest = look.sheet.depth * _TALLEST
    strips = [
        Strip(sketch.drawing.height, figure=Drawn(sketch.drawing, element), before=10.0, after=4.0)
        for sketch in _sketches(figure, look, t, tallest, from_right=from_right)
    ]
    return spaced(strips, *look.spaces.figure)


def svg_text(figure: Figure, look: Look, t: Translator, *, from_right: bool = False) -> str:
    """Write the drawing of ``figure`` as SVG, with its title and what it says for those who do not see it."""
    parts = [sketch.drawing for sketch in _sketches(figure, look, t, _ENDLESS, from_right=from_right)]
    svg = str(renderSVG.drawToString(_below_each_other(parts, look), showBoundary=0))
    for name in {look.table_words.face, look.inner_title.face, look.note.face, look.table_title.face, *OTHERS}:
        svg = svg.replace(f"font-family: {name};", f"font-family: {_family(name)};")
    for tag, words in (("title", figure.title), ("desc", figure.description or in_words(figure, t))):
        svg = svg.replace(f"<{tag}>...</{tag}>", f"<{tag}>{escape(cleaned(words))}</{tag}>", 1)
    return svg


def _sketches(figure: Figure, look: Look, t: Translator, tallest: float, *, from_right: bool) -> Iterator[Sketch]:
    """Draw a figure, in parts where it is taller than ``tallest``."""
    match figure:
        case GroupedBars():
            for group in bars.grouped_parts(figure, look, tallest):
                yield bars.grouped_sketch(group, look, t, from_right=from_right)
        case StackedBars():
            for stack in bars.stacked_parts(figure, look, tallest):
                yield bars.stacked_sketch(stack, look, t, from_right=from_right)
        case SideBars():
            for side in bars.side_parts(figure, tallest):
                yield bars.side_sketch(side, look, t, from_right=from_right)
        case Combinations():
            for rows in combinations_parts(figure, tallest):
                yield combinations_sketch(rows, look, t, figure, from_right=from_right)
        case Boxes():
            for scores in boxes_parts(figure, look, tallest):
                yield boxes_sketch(scores, look, t, from_right=from_right)
        case Facts():
            yield facts_sketch(figure, look, t, from_right=from_right)
        case HeatGrid():
            for part in grid.parts_of(figure, look, t, tallest):
                yield grid.grid_sketch(part, look, t, from_right=from_right)
        case _:
            assert_never(figure)


def _below_each_other(parts: list[Drawing], look: Look) -> Drawing:
    """Make one drawing of several, the first on top."""
    whole = Drawing(parts[0].width, sum(part.height for part in parts), initialFontName=look.note.face)
    foot = whole.height
    for part in parts:
        foot -= part.height
        whole.add(Group(*part.contents, transform=(1, 0, 0, 1, 0, foot)))
    return whole


def _family(name: str) -> str:
    """Name the family of a face as style sheets do, with what to take where it is not installed."""
    font = face(name)
    kind = "serif" if "Serif" in font.family else "sans-serif"
    return f"'{font.family}', {kind}" + ("; font-weight: bold" if font.bold else "")
