"""What stands around the text of every page: title, page of pages, and the draft marking."""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas

from consultation.language import Translator
from consultation.publishing.pdf import look
from consultation.publishing.pdf.drawing import Pen, rgb
from consultation.publishing.pdf.lines import Line, line_width, one_line, shortened
from consultation.publishing.pdf.look import Type

_HEAD_Y = look.PAGE_HEIGHT - 15 * look.MM
_FOOT_Y = 13 * look.MM
_TAG_PAD = 5.0


class Furniture:
    """The furniture of one document, measured once."""

    def __init__(self, title: str, final: bool, t: Translator) -> None:
        self._page_of = t("Page {page} of {pages}")
        self._tag = [] if final else one_line(t("DRAFT"), look.DRAFT_TAG)
        self._watermark = [] if final else _grown(t("DRAFT"))
        room = look.WIDTH - line_width(self._tag) - 40.0
        self._title = one_line(shortened(title, look.RUNNING, room), look.RUNNING)

    def draw(self, canvas: Canvas, pen: Pen, page: int, pages: int) -> None:
        """Draw what belongs on this page, below its text."""
        self._draw_watermark(canvas)
        right = look.MARGIN + look.WIDTH
        if page > 1:
            pen.write(look.MARGIN, _HEAD_Y, self._title)
        if self._tag:
            wide = line_width(self._tag)
            canvas.setStrokeColorRGB(*rgb(look.DRAFT_TAG.colour))
            canvas.setLineWidth(0.7)
            canvas.roundRect(right - wide - 2 * _TAG_PAD, _HEAD_Y - 4.2, wide + 2 * _TAG_PAD, 13.5, 2.5)
            pen.write(right - wide - _TAG_PAD, _HEAD_Y, self._tag)
        number = one_line(self._page_of.format(page=page, pages=pages), look.RUNNING)
        pen.write(right - line_width(number), _FOOT_Y, number)

    def _draw_watermark(self, canvas: Canvas) -> None:
        """Write the draft marking across the page, too light to disturb reading."""
        if not self._watermark:
            return
        canvas.saveState()
        canvas.translate(look.PAGE_WIDTH / 2, look.PAGE_HEIGHT / 2)
        canvas.rotate(52)
        # Says nothing to those who copy the text of the page or have it read out: the tag above says it.
        canvas.addLiteral("/Span <</ActualText ()>> BDC")
        pen = Pen(canvas)
        size = self._watermark[0].ink.size
        pen.write(-line_width(self._watermark) / 2, -0.36 * size, self._watermark)
        pen.finish()
        canvas.addLiteral("EMC")
        canvas.restoreState()


def _grown(word: str) -> Line:
    """Set ``word`` large enough to cross the page."""
    size = 560.0 / max(line_width(one_line(word, Type("sans-bold", 1.0, 1.0))), 1.0)
    return one_line(word, Type("sans-bold", min(size, 160.0), 160.0, look.WATERMARK))
