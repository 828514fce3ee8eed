"""What stands around the text of every page but the cover: title, part, status, page of pages, the bar of drafts."""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas

from consultation.document import Document
from consultation.language import Translator
from consultation.publishing.look import LINE, MM, Look
from consultation.publishing.pdf.direction import Ground
from consultation.publishing.pdf.drawing import Pen, artifact, draw_bar
from consultation.publishing.pdf.lines import line_width, one_line, shortened
from consultation.publishing.pdf.pages import Page
from consultation.publishing.pdf.strips import Bar, Fill

_DRAFT_START, _DRAFT_WIDTH = -12 * MM, 1.5 * MM
"""The hatched bar of a draft, at the very edge of the paper."""
_LINE_NUMBERS_END = -9.5
_EVERY = 5
_APART = 24.0
_LONGEST_SECTION = 0.6


class Furniture:
    """The furniture of one document. All of it is artifact."""

    def __init__(self, document: Document, pages: int, ground: Ground, look: Look, t: Translator) -> None:
        self._name, self._status, self._final = document.name, document.status, document.final
        self._look, self._ground, self._pages, self._t = look, ground, pages, t

    def draw(self, canvas: Canvas, page: Page, number: int) -> None:
        """Draw what stands around ``page``, the ``number``-th, after its text."""
        if page.is_cover:
            return
        sheet = self._look.sheet
        top = sheet.height - sheet.top
        if not self._final:
            with artifact(canvas, "Layout"):
                colour = self._look.colours.hatch
                bar = Bar(_DRAFT_START, 0.0, _DRAFT_WIDTH, sheet.depth, colour, Fill.HATCHED)
                draw_bar(canvas, bar, self._ground, top)
        with artifact(canvas):
            t, pen = self._t, Pen(canvas, self._ground)
            self._write(pen, sheet.height - sheet.head, self._name, page.section)
            folio = t("{page} of {pages}").format(page=t.number(number), pages=t.number(self._pages))
            self._write(pen, sheet.foot, self._status, folio, ink=self._look.colours.ink)
            if self._look.line_numbers:
                self._number_lines(pen, page, top)
            pen.finish()

    def _write(self, pen: Pen, y: float, first: str, last: str, *, ink: str = "") -> None:
        """Write words at both ends of a line."""
        type_, room = self._look.running, self._ground.width
        end = one_line(shortened(last, type_, room * _LONGEST_SECTION), type_.in_colour(ink))
        pen.write(0.0, y, one_line(shortened(first, type_, room - line_width(end) - _APART), type_))
        pen.write(room - line_width(end), y, end)

    def _number_lines(self, pen: Pen, page: Page, top: float) -> None:
        """Write 1 and every fifth number beside the lines of text, which are counted anew on each page."""
        type_, count = self._look.label(self._look.sizes.line_number, self._look.colours.soft), 0
        for placed in page.placed:
            strip = placed.strip
            for place in range(round(strip.height / LINE) if strip.leading == LINE else 0):
                count += 1
                if count == 1 or not count % _EVERY:
                    number = one_line(self._t.number(count), type_)
                    y = placed.top + place * LINE + self._look.body.baseline
                    pen.write(_LINE_NUMBERS_END - line_width(number), top - y, number)
