"""Pages → PDF: words, rules, links and bookmarks on reportlab's canvas."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from reportlab.graphics import renderPDF
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from consultation.publishing.pdf import look
from consultation.publishing.pdf.lines import Line
from consultation.publishing.pdf.pages import Page
from consultation.publishing.pdf.strips import Strip


class Pen:
    """Writes the words of one page, saying font and colour only when they change."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._words: PDFTextObject = canvas.beginText()
        self._font: tuple[str, float] = ("", 0.0)
        self._colour = ""

    def write(self, x: float, y: float, line: Line) -> None:
        """Write a line that starts at ``x``, its letters standing on ``y``."""
        words = self._words
        for segment in line:
            ink = segment.ink
            if self._font != (ink.face.name, ink.size):
                self._font = (ink.face.name, ink.size)
                words.setFont(*self._font)
            if self._colour != ink.colour:
                self._colour = ink.colour
                words.setFillColorRGB(*rgb(ink.colour))
            words.setTextOrigin(x + segment.x, y + ink.rise)
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


def draw_page(canvas: Canvas, page: Page, pen: Pen, keys: Mapping[str, str]) -> None:
    """Draw what a page holds; ``keys`` names the destination of each anchor."""
    for top, strip in page.placed:
        _draw_strip(canvas, strip, look.PAGE_HEIGHT - look.MARGIN - top, pen, keys)


def _draw_strip(canvas: Canvas, strip: Strip, top: float, pen: Pen, keys: Mapping[str, str]) -> None:
    left = look.MARGIN
    for x, y, width, height, colour in strip.bars:
        canvas.setFillColorRGB(*rgb(colour))
        canvas.rect(left + x, top - y - height, width, height, stroke=0, fill=1)
    for anchor in strip.anchors:
        canvas.bookmarkHorizontalAbsolute(keys[anchor], top + 8.0, left=0)
    for x, y, line in strip.texts:
        pen.write(left + x, top - y, line)
        for segment in line:
            if segment.ink.target in keys:
                size = segment.ink.size
                foot = top - y + segment.ink.rise
                area = (
                    left + x + segment.x,
                    foot - 0.3 * size,
                    left + x + segment.x + segment.width,
                    foot + size,
                )
                canvas.linkAbsolute("", keys[segment.ink.target], area)
    for x, y, width, height, target in strip.links:
        if target in keys:
            canvas.linkAbsolute("", keys[target], (left + x, top - y - height, left + x + width, top - y))
    if strip.drawing is not None:
        renderPDF.draw(strip.drawing, canvas, left, top - strip.height)
