"""Pages → PDF: words, rules, links and bookmarks on reportlab's canvas."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from typing import assert_never

from reportlab.graphics import renderPDF
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from consultation.document import Redline
from consultation.publishing.pdf.direction import Ground
from consultation.publishing.pdf.lines import Line, Segment
from consultation.publishing.pdf.links import Place, add_link
from consultation.publishing.pdf.pages import Page
from consultation.publishing.pdf.strips import Bar, Fill, Strip

_ABOVE_FOOT = {Redline.INSERTED: -0.13, Redline.DELETED: 0.28}
"""Where the stroke of changed words runs, as parts of their size above the foot of their letters."""
_LEAST_LINK = 12.0
"""Height of the area of a link, so that a finger finds it."""
_DASHES = (1.2, 2.4)
_STROKE = 0.5


class Pen:
    """Writes the words of one page, saying font and colour only when they change."""

    def __init__(self, canvas: Canvas, ground: Ground) -> None:
        self._canvas = canvas
        self._ground = ground
        self._words: PDFTextObject = canvas.beginText()
        self._font: tuple[str, float] = ("", 0.0)
        self._colour = ""

    def write(self, start: float, y: float, line: Line) -> None:
        """Write a line ``start`` from where lines start, its letters standing on ``y``."""
        words, x = self._words, self._ground.x
        for segment in line:
            ink = segment.ink
            if self._font != (ink.face.name, ink.size):
                self._font = (ink.face.name, ink.size)
                words.setFont(*self._font)
            if self._colour != ink.colour:
                self._colour = ink.colour
                words.setFillColorRGB(*rgb(ink.colour))
            words.setTextOrigin(x(start + segment.start, segment.width), y)
            # Not textOut: that would measure the words once more.
            words.textLine(segment.text)

    def finish(self) -> None:
        """Put the words on the page."""
        self._canvas.drawText(self._words)


@cache
def rgb(colour: str) -> tuple[float, float, float]:
    """Split a colour written as #RRGGBB."""
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return red, green, blue


@contextmanager
def artifact(canvas: Canvas, kind: str = "Pagination") -> Iterator[None]:
    """Mark what is drawn meanwhile as furniture, which reader programs pass over."""
    canvas.addLiteral(f"/Artifact <</Type /{kind}>> BDC")
    yield
    canvas.addLiteral("EMC")


def draw_page(canvas: Canvas, page: Page, pen: Pen, ground: Ground, top: float, places: Mapping[str, Place]) -> None:
    """Draw what a page holds, from ``top`` downwards; ``places`` is where each anchor is."""
    for placed in page.placed:
        _draw_strip(canvas, placed.strip, ground, top - placed.top, pen, places)


def _draw_strip(
    canvas: Canvas, strip: Strip, ground: Ground, top: float, pen: Pen, places: Mapping[str, Place]
) -> None:
    for bar in strip.bars:
        draw_bar(canvas, bar, ground, top)
    for start, y, line, _ in strip.texts:
        pen.write(start, top - y, line)
        for segment in line:
            ink = segment.ink
            if ink.redline:
                _draw_stroke(canvas, segment, ground.x(start + segment.start, segment.width), top - y)
            if ink.target in places:
                left = ground.x(start + segment.start, segment.width)
                add_link(canvas, _area(left, top - y, segment), places[ink.target], ink.spoken or segment.text)
    _draw_pictures(canvas, strip, ground, top)


def _area(left: float, foot: float, segment: Segment) -> tuple[float, float, float, float]:
    """Say where words can be hit that are a link."""
    size = segment.ink.size
    more = max(_LEAST_LINK - 1.3 * size, 0.0) / 2
    return left, foot - 0.3 * size - more, left + segment.width, foot + size + more


def draw_bar(canvas: Canvas, bar: Bar, ground: Ground, top: float) -> None:
    """Draw a rectangle, ``top`` being the top of what it stands in."""
    left, foot = ground.x(bar.start, bar.width), top - bar.y - bar.height
    match bar.fill:
        case Fill.SOLID:
            canvas.setFillColorRGB(*rgb(bar.colour))
            canvas.rect(left, foot, bar.width, bar.height, stroke=0, fill=1)
        case Fill.EDGED:
            canvas.setStrokeColorRGB(*rgb(bar.colour))
            canvas.setLineWidth(bar.step)
            canvas.rect(left, foot, bar.width, bar.height, stroke=1, fill=0)
        case Fill.DOTTED:
            canvas.setStrokeColorRGB(*rgb(bar.colour))
            canvas.setLineWidth(bar.width)
            canvas.setDash(*_DASHES)
            middle = left + bar.width / 2
            canvas.line(middle, foot + bar.height, middle, foot)
            canvas.setDash()
        case Fill.HATCHED:
            canvas.setStrokeColorRGB(*rgb(bar.colour))
            canvas.setLineWidth(_STROKE)
            canvas.lines(_strokes(left, foot, bar))
        case _:
            assert_never(bar.fill)


def _strokes(left: float, foot: float, bar: Bar) -> list[tuple[float, float, float, float]]:
    """Give the rising strokes of a hatched rectangle, each cut off at its edges."""
    width, height = bar.width, bar.height
    strokes, above = [], bar.step - width
    while above < height:
        # The stroke y = x + above, from where it enters the rectangle to where it leaves it.
        first, last = max(0.0, -above), min(width, height - above)
        strokes.append((left + first, foot + first + above, left + last, foot + last + above))
        above += bar.step
    return strokes


def _draw_stroke(canvas: Canvas, segment: Segment, left: float, foot: float) -> None:
    """Underline inserted words and strike deleted ones through."""
    ink = segment.ink
    y = foot + _ABOVE_FOOT[ink.redline] * ink.size
    canvas.setFillColorRGB(*rgb(ink.colour))
    canvas.rect(left, y - 0.3, segment.width, 0.6, stroke=0, fill=1)


def _draw_pictures(canvas: Canvas, strip: Strip, ground: Ground, top: float) -> None:
    """Draw the figure and the pictures of a strip."""
    if strip.figure is not None:
        drawing = strip.figure.drawing
        renderPDF.draw(drawing, canvas, ground.x(0.0, drawing.width), top - strip.height)
    for start, y, width, height, image, _ in strip.pictures:
        canvas.drawImage(image, ground.x(start, width), top - y - height, width, height, mask="auto")
