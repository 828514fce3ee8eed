"""Pages → PDF: words, rules, links and bookmarks on reportlab's canvas."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache

from reportlab.graphics import renderPDF
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from consultation.document import Redline
from consultation.publishing.pdf.direction import Ground
from consultation.publishing.pdf.lines import Line, Segment
from consultation.publishing.pdf.pages import Page
from consultation.publishing.pdf.strips import Strip

_ABOVE_FOOT = {Redline.INSERTED: -0.13, Redline.DELETED: 0.28}
"""Where the stroke of changed words runs, as parts of their size above the foot of their letters."""


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


def draw_page(canvas: Canvas, page: Page, pen: Pen, ground: Ground, top: float, keys: Mapping[str, str]) -> None:
    """Draw what a page holds, from ``top`` downwards; ``keys`` names the destination of each anchor."""
    for placed in page.placed:
        _draw_strip(canvas, placed.strip, ground, top - placed.top, pen, keys)


def _draw_strip(canvas: Canvas, strip: Strip, ground: Ground, top: float, pen: Pen, keys: Mapping[str, str]) -> None:
    for start, y, width, height, colour in strip.bars:
        canvas.setFillColorRGB(*rgb(colour))
        canvas.rect(ground.x(start, width), top - y - height, width, height, stroke=0, fill=1)
    for anchor in strip.anchors:
        canvas.bookmarkHorizontalAbsolute(keys[anchor], top + 8.0, left=0)
    for start, y, line, _ in strip.texts:
        pen.write(start, top - y, line)
        for segment in line:
            ink = segment.ink
            if ink.redline:
                _draw_stroke(canvas, segment, ground.x(start + segment.start, segment.width), top - y)
            if ink.target in keys:
                left, foot = ground.x(start + segment.start, segment.width), top - y
                area = (left, foot - 0.3 * ink.size, left + segment.width, foot + ink.size)
                canvas.linkAbsolute("", keys[ink.target], area)
    for start, y, width, height, target, _ in strip.links:
        if target in keys:
            left = ground.x(start, width)
            canvas.linkAbsolute("", keys[target], (left, top - y - height, left + width, top - y))
    _draw_pictures(canvas, strip, ground, top - strip.height)


def _draw_stroke(canvas: Canvas, segment: Segment, left: float, foot: float) -> None:
    """Underline inserted words and strike deleted ones through."""
    ink = segment.ink
    y = foot + _ABOVE_FOOT[ink.redline] * ink.size
    canvas.setFillColorRGB(*rgb(ink.colour))
    canvas.rect(left, y - 0.3, segment.width, 0.6, stroke=0, fill=1)


def _draw_pictures(canvas: Canvas, strip: Strip, ground: Ground, foot: float) -> None:
    """Draw the figure and the picture of a strip."""
    if strip.figure is not None:
        drawing = strip.figure.drawing
        renderPDF.draw(drawing, canvas, ground.x(0.0, drawing.width), foot)
    if strip.picture is not None:
        image, width, _ = strip.picture
        canvas.drawImage(image, ground.x(0.0, width), foot, width, strip.height, mask="auto")
