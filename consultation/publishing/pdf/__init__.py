"""A Document as PDF: blocks are set as strips, strips fill pages, pages are drawn. Layout happens once; what stands on
which page is known before anything is drawn.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from consultation.document import Document, Heading, runs_of
from consultation.language import Translator
from consultation.publishing.look import Look
from consultation.publishing.pdf.blocks import strips_of
from consultation.publishing.pdf.cover import cover_strips
from consultation.publishing.pdf.description import describe, printable
from consultation.publishing.pdf.direction import Ground, starts_at_right
from consultation.publishing.pdf.drawing import Pen, draw_page
from consultation.publishing.pdf.fonts import face
from consultation.publishing.pdf.furniture import Furniture
from consultation.publishing.pdf.links import Place, places_of
from consultation.publishing.pdf.pages import Page, cover_page, paginate
from consultation.publishing.pdf.strips import Entry, Strip, entries_of
from consultation.publishing.pdf.structure import Element, Tag


def document_bytes(document: Document, t: Translator, look: Look) -> bytes:
    """Set ``document``; ``t`` has the words we add. The same document gives the same bytes."""
    entries = entries_of(document)
    pages = laid_out(document, entries, t, look)
    found = list(filter(None, entries))
    wanted = {run.target for block in document.blocks for run in runs_of(block)} | {entry.anchor for entry in found}
    places = places_of(pages, wanted, look.sheet.height - look.sheet.top)
    return _drawn(document, pages, found, places, t, look)


def laid_out(document: Document, entries: Sequence[Entry | None], t: Translator, look: Look) -> list[Page]:
    """Set ``document`` on pages; its cover has one of its own."""
    whole, sheet = Element(Tag.DOCUMENT), look.sheet
    pages = []
    if document.cover is not None:
        strip, behind = cover_strips(document.cover, document.status, document.final, whole, look, t)
        pages.append(cover_page(strip, sheet.depth, sheet.top))
        pages += paginate(behind, sheet.depth) if behind else []
    text: list[Strip] = []
    blocks = strips_of(document.blocks, whole, look, t, from_right=starts_at_right(document.language))
    below_heading = False
    for block, strips, entry in zip(document.blocks, blocks, entries, strict=True):
        if entry and strips:
            strips[0].anchors.append(entry.anchor)
            strips[0].section = entry.text if entry.level == 0 else ""
        if below_heading and strips:
            strips[0].before = 0.0
        below_heading = isinstance(block, Heading)
        text += strips
    return [*pages, *paginate(text, sheet.depth)] if text or not pages else pages


def _drawn(
    document: Document,
    pages: Sequence[Page],
    entries: Sequence[Entry],
    places: Mapping[str, Place],
    t: Translator,
    look: Look,
) -> bytes:
    """Draw the pages of ``document``; ``places`` is where each anchor is."""
    target, sheet = BytesIO(), look.sheet
    canvas = Canvas(
        target,
        pagesize=(sheet.width, sheet.height),
        invariant=1,
        pageCompression=1,
        # Or else Helvetica stays in the file, without its letters.
        initialFontName=face(look.body.face).name,  # type: ignore[arg-type]  # the stub says a number
        lang=document.language or None,
    )
    describe(canvas, document)
    ground = Ground(sheet.start, sheet.room, starts_at_right(document.language))
    furniture = Furniture(document, len(pages), ground, look, t)
    headings = defaultdict[int, list[Entry]](list)
    for entry in entries:
        headings[places[entry.anchor].page].append(entry)
    for number, page in enumerate(pages, 1):
        pen = Pen(canvas, ground)
        draw_page(canvas, page, pen, ground, sheet.height - sheet.top, places)
        for entry in headings[number]:
            canvas.bookmarkHorizontalAbsolute(entry.anchor, places[entry.anchor].height, left=0)
        pen.finish()
        furniture.draw(canvas, page, number)
        canvas.showPage()
    _add_bookmarks(canvas, entries)
    canvas.save()
    return target.getvalue()


def _add_bookmarks(canvas: Canvas, entries: Iterable[Entry]) -> None:
    """Add a bookmark for each heading, in their hierarchy."""
    depth = -1
    for entry in entries:
        # The canvas refuses a level that skips one.
        depth = min(entry.level, depth + 1)
        canvas.addOutlineEntry(printable(entry.text), entry.anchor, depth, closed=depth > 0)
    if depth >= 0:
        canvas.showOutline()
