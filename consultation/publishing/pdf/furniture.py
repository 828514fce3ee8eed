"""What stands around the text of every page: title, page of pages, and the draft marking. All of it is artifact."""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas

from consultation.language import Translator
from consultation.publishing.look import MM, Look
from consultation.publishing.pdf.direction import Ground
from consultation.publishing.pdf.drawing import Pen, artifact, rgb
from consultation.publishing.pdf.lines import Line, line_width, one_line, shortened

_HEAD_TOP = 15 * MM
_FOOT_Y = 13 * MM
_TAG_PAD = 5.0


class Furniture:
    """The furniture of one document, measured once."""

    def __init__(self, title: str, final: bool, ground: Ground, look: Look, t: Translator) -> None:
        self._look, self._ground = look, ground
        self._page_of = t("Page {page} of {pages}")
        draft = look.bold(look.sizes.running, look.colours.open)
        self._tag = [] if final else one_line(t("DRAFT"), draft)
        self._watermark = [] if final else _grown(t("DRAFT"), look)
        room = ground.width - line_width(self._tag) - 40.0
        self._title = one_line(shortened(title, look.running, room), look.running)

    def draw_below(self, canvas: Canvas) -> None:
        """Write the draft marking across the page, too light to disturb reading, before its text."""
        if not self._watermark:
            return
        sheet = self._look.sheet
        canvas.saveState()
        with artifact(canvas, "Background"):
            canvas.translate(sheet.width / 2, sheet.height / 2)
            canvas.rotate(52)
            # Says nothing to those who copy the text of the page or have it read out: the tag says it.
            canvas.addLiteral("/Span <</ActualText ()>> BDC")
            pen = Pen(canvas, Ground(0.0, 0.0))
            size = self._watermark[0].ink.size
            pen.write(-line_width(self._watermark) / 2, -0.36 * size, self._watermark)
            pen.finish()
            canvas.addLiteral("EMC")
        canvas.restoreState()

    def draw_around(self, canvas: Canvas, page: int, pages: int) -> None:
        """Draw title, tag and number of this page, after its text."""
        with artifact(canvas):
            pen = Pen(canvas, self._ground)
            head, end = self._look.sheet.height - _HEAD_TOP, self._ground.width
            if page > 1:
                pen.write(0.0, head, self._title)
            if self._tag:
                wide = line_width(self._tag)
                box = wide + 2 * _TAG_PAD
                canvas.setStrokeColorRGB(*rgb(self._look.colours.open))
                canvas.setLineWidth(0.7)
                canvas.roundRect(self._ground.x(end - box, box), head - 4.2, box, 13.5, 2.5)
                pen.write(end - wide - _TAG_PAD, head, self._tag)
            number = one_line(self._page_of.format(page=page, pages=pages), self._look.running)
            pen.write(end - line_width(number), _FOOT_Y, number)
            pen.finish()


def _grown(word: str, look: Look) -> Line:
    """Set ``word`` large enough to cross the page."""
    size = 560.0 / max(line_width(one_line(word, look.bold((1.0, 1.0)))), 1.0)
    return one_line(word, look.bold((min(size, 160.0), 160.0), look.colours.wash))
