"""What a file says of itself: title, language, dates and digest, in its properties and as XMP."""

from __future__ import annotations

from datetime import UTC, datetime
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFStream
from reportlab.pdfgen.canvas import Canvas

from consultation.document import Document
from consultation.publishing.pdf.fonts import cleaned

_CREATOR = "Consultation"
_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
"""The date of what has none: the same bytes whenever it is made."""
_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"\
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
{properties}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


def describe(canvas: Canvas, document: Document) -> None:
    """Say what the file is, for readers and search; its dates are those of the last change to what it was made of."""
    changed = (document.changed_at or _LONG_AGO).astimezone(UTC)
    canvas.setTitle(printable(document.name))
    canvas.setAuthor(printable(document.author))
    canvas.setSubject(printable(document.status))
    canvas.setKeywords(printable(", ".join(document.keywords)))
    canvas.setCreator(_CREATOR)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.setDateFormatter(lambda *_: changed.strftime("D:%Y%m%d%H%M%S+00'00'"))
    canvas.addPageLabel(0, "ARABIC", 1)
    packet = _PACKET.format(properties="\n".join(_properties(document, changed)))
    entries = {"Type": PDFName("Metadata"), "Subtype": PDFName("XML")}
    # Not compressed: programs that know nothing of PDF look for it. The canvas has no method for it.
    canvas._doc.Catalog.Metadata = PDFStream(PDFDictionary(entries), packet.encode("utf-8"), filters=[])  # type: ignore[attr-defined]


def printable(text: str) -> str:
    """Leave out what cannot be written into the description of a file."""
    return cleaned(text).encode("utf-16", "replace").decode("utf-16").strip()


def _properties(document: Document, changed: datetime) -> list[str]:
    """Write the properties there are."""
    date = changed.strftime("%Y-%m-%dT%H:%M:%SZ")
    keywords = ", ".join(document.keywords)
    written = {
        "dc:title": _alternatives(document.name),
        "dc:creator": _listed("Seq", document.author),
        "dc:description": _alternatives(document.status),
        "dc:language": _listed("Bag", document.language),
        "dc:subject": _listed("Bag", *document.keywords),
        "dc:identifier": _escaped(document.digest),
        "pdf:Keywords": _escaped(keywords),
        "xmp:CreatorTool": _CREATOR,
        "xmp:CreateDate": date,
        "xmp:ModifyDate": date,
    }
    return ["<dc:format>application/pdf</dc:format>"] + [
        f"<{name}>{words}</{name}>" for name, words in written.items() if words
    ]


def _alternatives(text: str) -> str:
    words = _escaped(text)
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{words}</rdf:li></rdf:Alt>' if words else ""


def _listed(kind: str, *texts: str) -> str:
    entries = "".join(f"<rdf:li>{words}</rdf:li>" for words in map(_escaped, texts) if words)
    return f"<rdf:{kind}>{entries}</rdf:{kind}>" if entries else ""


def _escaped(text: str) -> str:
    """Write words as XML allows: no controls, and none of the two characters that are none."""
    return escape("".join(sign for sign in printable(text) if sign not in "\ufffe\uffff"))
