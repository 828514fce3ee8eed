"""Documents to publish in tests, and PDF files read back."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from pypdf import PdfReader

from consultation.document import (
    Block,
    Clause,
    Column,
    Cover,
    Document,
    Figure,
    Heading,
    ListBlock,
    Note,
    Paragraph,
    Recital,
    Role,
    Row,
    Run,
    Series,
    Style,
    Table,
    plain,
)
from consultation.publishing import pdf_bytes

WORDS = "open the budget of each district to those who live there and report on it every year in plain words "


def document(
    *blocks: Block, title: str = "Declaration of Kütahya", language: str = "en", final: bool = False
) -> Document:
    """Make a document of these blocks."""
    return Document(
        language, Cover(title, "Declaration", "What we say", (("Place", "Kütahya"),)), blocks, "UCLG", final
    )


def clause(number: int, target: str = "", length: int = 2) -> Clause:
    """Make a clause, with a reference when there is a ``target``."""
    reference = (Run(f" R-{number}", Style.REFERENCE, target),) if target else ()
    return Clause(f"{number}.", (Run(f"Clause {number}: we {WORDS * length}"), *reference), f"c{number}")


def sources(count: int) -> Table:
    """Make a table of sources with an anchor in each row."""
    columns = (Column("Number", 0.5), Column("Wording", 4), Column("Support", 1))
    rows = tuple(Row((plain(f"R-{n}"), plain(WORDS * 2), plain(str(n))), f"source-{n}") for n in range(1, count + 1))
    return Table(columns, rows, "Sources")


def figure() -> Figure:
    """Make a figure of two series."""
    return Figure(
        "Recommendations by strand",
        ("People", "Planet & <water>"),
        (Series("Citizenship", (12, 8), "citizenship"), Series("Policy", (5, 14), "policy")),
        "Citizenship speaks of people, policy of the planet.",
    )


def declaration(*, final: bool = False, language: str = "en") -> Document:
    """Make a document with a block of every kind, several pages long."""
    return document(
        Heading(1, "Preamble", "preamble"),
        Paragraph(plain("We, the cities gathered here,"), Role.LEAD),
        Recital((Run("Recalling", Style.EMPHASIS), Run(" what was promised before,"))),
        Note(plain("Drafted from 61 recommendations.")),
        Heading(1, "What we commit to", "commitments"),
        Heading(2, "On citizenship", "citizenship", "citizenship"),
        Heading(3, "People", "people"),
        *(clause(number, f"source-{number}") for number in range(1, 16)),
        Heading(2, "On policy", "policy", "policy"),
        *(clause(number, f"source-{number}") for number in range(16, 31)),
        Clause("31.", plain("A clause with notes."), "c31", (plain("Also said otherwise."), plain("A reservation."))),
        ListBlock((plain("One entry"), plain("Another entry")), ordered=True),
        figure(),
        Heading(1, "Annex", "annex", new_page=True),
        sources(60),
        final=final,
        language=language,
    )


def read(document: Document) -> PdfReader:
    """Publish a document as PDF and read it back."""
    return PdfReader(BytesIO(pdf_bytes(document)))


def page_texts(reader: PdfReader) -> list[str]:
    """Return the words of each page."""
    return [page.extract_text() for page in reader.pages]


def links(reader: PdfReader, page: int) -> list[tuple[int, float, Any]]:
    """List the links of a page (from 0): the page and the height each leads to, and its own rectangle."""
    found = []
    for annotation in reader.pages[page].get("/Annots", []):
        link = annotation.get_object()
        target, _, _, top, *_ = link["/Dest"]
        number = next(n for n, one in enumerate(reader.pages) if one.indirect_reference == target)
        found.append((number, float(top), link["/Rect"]))
    return found
