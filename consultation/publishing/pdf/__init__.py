"""A Document as PDF: blocks are set as strips, strips fill pages, pages are drawn. Layout happens once; the numbers of
pages are known before anything is drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from consultation.document import Document
from consultation.language import Translator
from consultation.publishing.pdf import look
from consultation.publishing.pdf.blocks import block_strips
from consultation.publishing.pdf.drawing import Pen, draw_page
from consultation.publishing.pdf.fonts import cleaned, face
from consultation.publishing.pdf.front import contents_strips, cover_strips, number_contents
from consultation.publishing.pdf.furniture import Furniture
from consultation.publishing.pdf.pages import Page, paginate
from consultation.publishing.pdf.strips import Entry, Strip, entries_of


def document_bytes(document: Document, t: Translator) -> bytes:
    """Set ``document``; ``t`` has the words we add. The same document gives the same bytes."""
    entries = entries_of(document)
    contents = contents_strips(filter(None, entries), t)
    text: list[Strip] = []
    for block, entry in zip(document.blocks, entries, strict=True):
        strips = block_strips(block, t)
        if entry:
            strips[0].anchors.append(entry.anchor)
            if text and text[-1].keep:
                # A heading right below another needs less air.
                strips[0].before /= 2
        text += strips
    if contents and text:
        text[0].new_page = True
    pages = paginate([*cover_strips(document.cover), *contents, *text])
    anchors = _pages_of_anchors(pages)
    number_contents(contents, anchors)
    keys = {anchor: f"a{place}" for place, anchor in enumerate(anchors)}
    return _drawn(document, pages, list(filter(None, entries)), keys, t)


def _drawn(
    document: Document, pages: list[Page], entries: Iterable[Entry], keys: Mapping[str, str], t: Translator
) -> bytes:
    """Draw the pages of ``document``; ``keys`` names the destination of each anchor."""
    target = BytesIO()
    canvas = Canvas(
        target,
        pagesize=(look.PAGE_WIDTH, look.PAGE_HEIGHT),
        invariant=1,
        pageCompression=1,
        initialFontName=face("serif").name,  # type: ignore[arg-type]  # the stub says a number
        lang=document.language or None,
    )
    _describe(canvas, document)
    furniture = Furniture(document.cover.title, document.final, t)
    for number, page in enumerate(pages, 1):
        pen = Pen(canvas)
        furniture.draw(canvas, pen, number, len(pages))
        draw_page(canvas, page, pen, keys)
        pen.finish()
        canvas.showPage()
    _add_bookmarks(canvas, entries, keys)
    canvas.save()
    return target.getvalue()


def _add_bookmarks(canvas: Canvas, entries: Iterable[Entry], keys: Mapping[str, str]) -> None:
    """Add a bookmark for each heading, in their hierarchy."""
    depth = -1
    for entry in entries:
        # The canvas refuses a level that skips one.
        depth = min(entry.level, depth + 1)
        canvas.addOutlineEntry(_printable(entry.heading.text), keys[entry.anchor], depth, closed=depth > 0)
    if depth >= 0:
        canvas.showOutline()


def _describe(canvas: Canvas, document: Document) -> None:
    """Say what the file is, for readers and search."""
    canvas.setTitle(_printable(document.cover.title))
    canvas.setAuthor(_printable(document.author))
    canvas.setSubject(_printable(document.cover.subtitle))
    canvas.setCreator("Consultation")
    canvas.setViewerPreference("DisplayDocTitle", "true")


def _printable(text: str) -> str:
    """Leave out what cannot be written into the description of a file."""
    return cleaned(text).encode("utf-16", "replace").decode("utf-16").strip()


def _pages_of_anchors(pages: list[Page]) -> dict[str, int]:
    """Find the page of each anchor; of two blocks with the same anchor, the first counts."""
    found: dict[str, int] = {}
    for number, page in enumerate(pages, 1):
        for _, strip in page.placed:
            strip.anchors = [anchor for anchor in strip.anchors if anchor not in found]
            found.update(dict.fromkeys(strip.anchors, number))
    return found
