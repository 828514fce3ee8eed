"""A Document as PDF: blocks are set as strips, strips fill pages, pages are drawn. Layout happens once; the numbers of
pages are known before anything is drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from consultation.document import Document
from consultation.language import Translator
from consultation.publishing.look import Look
from consultation.publishing.pdf.blocks import strips_of
from consultation.publishing.pdf.direction import Ground, starts_at_right
from consultation.publishing.pdf.drawing import Pen, draw_page
from consultation.publishing.pdf.fonts import cleaned, face
from consultation.publishing.pdf.front import contents_strips, cover_strips, number_contents
from consultation.publishing.pdf.furniture import Furniture
from consultation.publishing.pdf.pages import Page, paginate
from consultation.publishing.pdf.strips import ContentsEntry, Strip, entries_of
from consultation.publishing.pdf.structure import Element, Tag


def document_bytes(document: Document, t: Translator, look: Look) -> bytes:
    """Set ``document``; ``t`` has the words we add. The same document gives the same bytes."""
    entries = entries_of(document)
    found = list(filter(None, entries))
    pages = laid_out(document, entries, t, look)
    anchors = _pages_of_anchors(pages)
    number_contents((placed.strip for page in pages for placed in page.placed), anchors, look)
    keys = {anchor: f"a{place}" for place, anchor in enumerate(anchors)}
    return _drawn(document, pages, found, keys, t, look)


def laid_out(document: Document, entries: list[ContentsEntry | None], t: Translator, look: Look) -> list[Page]:
    """Set ``document`` on pages, whose contents have no numbers yet."""
    whole = Element(Tag.DOCUMENT)
    cover = cover_strips(document.cover, whole, look)
    contents = contents_strips(filter(None, entries), whole, look, t)
    text: list[Strip] = []
    blocks = strips_of(document.blocks, whole, look, t, from_right=starts_at_right(document.language))
    for strips, entry in zip(blocks, entries, strict=True):
        if entry:
            strips[0].anchors.append(entry.anchor)
            if text and text[-1].keep:
                # A heading right below another needs less air.
                strips[0].before /= 2
        text += strips
    if contents and text:
        text[0].new_page = True
    return paginate([*cover, *contents, *text], look.sheet.depth)


def _drawn(
    document: Document,
    pages: list[Page],
    entries: Iterable[ContentsEntry],
    keys: Mapping[str, str],
    t: Translator,
    look: Look,
) -> bytes:
    """Draw the pages of ``document``; ``keys`` names the destination of each anchor."""
    target, sheet = BytesIO(), look.sheet
    canvas = Canvas(
        target,
        pagesize=(sheet.width, sheet.height),
        invariant=1,
        pageCompression=1,
        initialFontName=face(look.body.face).name,  # type: ignore[arg-type]  # the stub says a number
        lang=document.language or None,
    )
    _describe(canvas, document)
    ground = Ground(sheet.start, sheet.room, starts_at_right(document.language))
    furniture = Furniture(document.cover.title, document.final, ground, look, t)
    for number, page in enumerate(pages, 1):
        furniture.draw_below(canvas)
        pen = Pen(canvas, ground)
        draw_page(canvas, page, pen, ground, sheet.height - sheet.top, keys)
        pen.finish()
        furniture.draw_around(canvas, number, len(pages))
        canvas.showPage()
    _add_bookmarks(canvas, entries, keys)
    canvas.save()
    return target.getvalue()


def _add_bookmarks(canvas: Canvas, entries: Iterable[ContentsEntry], keys: Mapping[str, str]) -> None:
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
        for placed in page.placed:
            strip = placed.strip
            strip.anchors = [anchor for anchor in strip.anchors if anchor not in found]
            found.update(dict.fromkeys(strip.anchors, number))
    return found
