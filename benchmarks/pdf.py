"""How long the PDF of 2,000 clauses takes, against the least that reportlab could do with the same words.

The floor breaks the same texts with reportlab's `simpleSplit` and draws the lines on a bare canvas: same fonts, same
page, no numbers, links or furniture.

python -m benchmarks.pdf
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from io import BytesIO

from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from benchmarks.ratio import show
from consultation.document import Cover, Document, NumberedParagraph, Run, Style, text_of
from consultation.publishing import pdf_bytes
from consultation.publishing.look import LOOK
from consultation.publishing.pdf.fonts import face

CLAUSES = 2_000
RUNS = 5
LIMIT = 4.0
TEXT = (
    "the cities gathered here commit to open their budgets to residents and to report every year on what was done "
    "with water, housing and public transport so that each district may judge for itself whether promises made in "
    "public meetings were kept by those who made them and what remains to be done before the networks meet again"
)
WORDS = TEXT.split()


def clause(number: int) -> NumberedParagraph:
    """Make a clause of about 45 words with a short reference."""
    words = " ".join(WORDS[(number * 7 + place) % len(WORDS)] for place in range(44))
    sources = (Run(f"R-{number}, R-{number + 1}", Style.REFERENCE, f"c{number}"),)
    return NumberedParagraph(f"{number}.", (Run(f"Clause {number} {words}."),), f"c{number}", sources=sources)


def floor(texts: list[str]) -> bytes:
    """Break and draw ``texts`` with the bare means of reportlab."""
    sheet, body = LOOK.sheet, LOOK.body
    font, size, leading = face(body.face).name, body.size, body.leading
    target = BytesIO()
    canvas = Canvas(target, pagesize=(sheet.width, sheet.height), invariant=1, initialFontName=font)
    top = sheet.height - sheet.top
    y = top
    canvas.setFont(font, size)
    for text in texts:
        for line in simpleSplit(text, font, size, sheet.measure):
            if y < sheet.height - sheet.top - sheet.depth:
                canvas.showPage()
                canvas.setFont(font, size)
                y = top
            canvas.drawString(sheet.start, y, line)
            y -= leading
        y -= 9
    canvas.save()
    return target.getvalue()


def seconds(work: Callable[[], object]) -> float:
    """Time one run of ``work``."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> bool:
    """Print the ratio; answer whether it is within the limit."""
    clauses = [clause(number) for number in range(1, CLAUSES + 1)]
    document = Document("en", Cover("Two thousand clauses"), tuple(clauses), final=True)
    texts = [text_of((*block.lead, *block.sources)) for block in clauses]
    pdf_bytes(document)
    floor(texts)
    # Turn by turn, so that a busy machine slows both.
    pairs = [(seconds(lambda: floor(texts)), seconds(lambda: pdf_bytes(document))) for _ in range(RUNS)]
    least, ours = (statistics.median(times) for times in zip(*pairs, strict=True))
    return show("PDF of 2,000 clauses, s", ours, least, LIMIT)


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
