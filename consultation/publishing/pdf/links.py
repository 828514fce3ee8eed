"""Links within a document, written as they stand in the file: a document has thousands, and reportlab takes its time
over each.
"""

from __future__ import annotations

from codecs import BOM_UTF16_BE
from collections.abc import Container, Iterable
from typing import NamedTuple

from reportlab.pdfbase.pdfdoc import PDFObject, PDFObjectReference
from reportlab.pdfgen.canvas import Canvas

from consultation.publishing.pdf.pages import Page

Area = tuple[float, float, float, float]
"""Left, foot, right, head."""

_ABOVE = 8.0
"""How much of what stands above a place is shown with it."""


class Place(NamedTuple):
    """Where a link leads: a page, from 1, and a height on it, from its lower edge."""

    page: int
    height: float


def places_of(pages: Iterable[Page], wanted: Container[str], top: float) -> dict[str, Place]:
    """Find the places that something leads to; of two blocks with the same anchor, the first counts.

    ``top`` is the height of the top of the text.
    """
    found: dict[str, Place] = {}
    for number, page in enumerate(pages, 1):
        for placed in page.placed:
            for anchor in placed.strip.anchors:
                if anchor in wanted and anchor not in found:
                    found[anchor] = Place(number, top - placed.top + _ABOVE)
    return found


class _Link(PDFObject):
    """An area that leads to a place (ISO 32000-1, 12.5.6.5)."""

    def __init__(self, area: Area, place: Place, words: str) -> None:
        self._area, self._place, self._words = area, place, words

    def format(self, document: object) -> bytes:
        """Write it; by now the number of the page's object is known."""
        page = PDFObjectReference(f"Page{self._place.page}").format(document).decode("ascii")
        area = " ".join(f"{edge:.2f}" for edge in self._area)
        leads = f"[ {page} /XYZ 0 {self._place.height:.2f} 0 ]"
        words = (BOM_UTF16_BE + self._words.encode("utf-16-be", "replace")).hex()
        said = f"/F 4 /Border [ 0 0 0 ] /Contents <{words}>"
        return f"<< /Type /Annot /Subtype /Link {said} /Rect [ {area} ] /Dest {leads} >>".encode("ascii")


def add_link(canvas: Canvas, area: Area, place: Place, words: str) -> None:
    """Make an area of this page a link; ``words`` say to those who do not see it where it leads."""
    # The canvas has methods only for links of its own making.
    canvas._addAnnotation(_Link(area, place, words))  # type: ignore[attr-defined]
