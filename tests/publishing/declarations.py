"""Documents to publish in tests, and PDF files read back."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import Any

from pypdf import PdfReader

from consultation.document import (
    Align,
    Band,
    Block,
    Boxes,
    Column,
    Combinations,
    Cover,
    Document,
    Fact,
    Facts,
    GroupedBars,
    Heading,
    HeatGrid,
    Item,
    ListBlock,
    ListItem,
    Note,
    NumberedParagraph,
    Objected,
    Objection,
    OnAPage,
    Paragraph,
    Recital,
    Role,
    Row,
    Run,
    Series,
    SideBars,
    Signature,
    Signatures,
    StackedBars,
    Style,
    SummaryPart,
    SummaryRow,
    Table,
    deleted,
    inserted,
    listed,
    plain,
)
from consultation.publishing import pdf_bytes

STATUS = "Draft of 8 October 2021 · 7f3a-91c2"
WORDS = "open the budget of each district to those who live there and report on it every year in plain words "


def document(
    *blocks: Block, title: str = "Declaration of Kütahya", language: str = "en", final: bool = False
) -> Document:
    """Make a document of these blocks, without a cover."""
    return Document(language, None, blocks, "UCLG", final, title, STATUS)


def covered(whole: Document) -> Document:
    """Put a cover before a document."""
    return replace(whole, cover=Cover(whole.name, "UCLG", "Declaration", columns=(("Place", "Kütahya"),)))


def clause(number: int, target: str = "", length: int = 2) -> NumberedParagraph:
    """Make a numbered paragraph without items, with a reference when there is a ``target``."""
    reference = (Run(f"R-{number}", Style.REFERENCE, target),) if target else ()
    words = (Run(f"Clause {number}: we {WORDS * length}"),)
    return NumberedParagraph(f"{number}.", words, f"c{number}", sources=reference)


def lettered(number: int = 2, letters: str = "abc", **values: Any) -> NumberedParagraph:
    """Make a numbered paragraph with items, each with a source and the first with a note."""
    items = tuple(
        Item(
            plain(f"item {letter}: {WORDS}"),
            letter,
            f"p{number}{letter}",
            (Run(f"S{place}", Style.REFERENCE, f"source-{place}"),),
            (plain("Said in two rooms."),) if letter == "a" else (),
        )
        for place, letter in enumerate(letters, 1)
    )
    lead = (Run("People.", Style.EMPHASIS), Run(" We, local and regional governments, undertake to:"))
    return NumberedParagraph(str(number), lead, f"p{number}", items, **values)


def run_in(number: int = 8) -> NumberedParagraph:
    """Make a numbered paragraph whose one item has no letter."""
    item = Item(
        plain("open the books."), anchor="only", sources=(Run("7", Style.REFERENCE),), notes=(plain("A note."),)
    )
    return NumberedParagraph(str(number), plain("We call on partners to"), f"p{number}", (item,))


def sources(count: int) -> Table:
    """Make a table of sources with an anchor in each row."""
    columns = (Column("Number", 0.5), Column("Wording", 4), Column("Support", 1))
    rows = tuple(Row((plain(f"R-{n}"), plain(WORDS * 2), plain(str(n))), f"source-{n}") for n in range(1, count + 1))
    return Table(columns, rows, "Sources")


def figure() -> GroupedBars:
    """Make a figure of two series."""
    return GroupedBars(
        "Recommendations by strand",
        ("People", "Planet & <water>"),
        (Series("Citizenship", (12, 8), "citizenship"), Series("Policy", (5, 14), "policy")),
        "Citizenship speaks of people, policy of the planet.",
    )


def stacked() -> StackedBars:
    """Make bars whose parts add up, but for one that nobody counted."""
    return StackedBars(
        "What became of it, room by room",
        ("Climate justice", "Water justice", "Consultation of May"),
        (Series("in the text", (3, 11, 2)), Series("annex only", (4, 2, None)), Series("set aside", (1, 0, 1))),
        "Most of what was asked on water is in the text.",
        caption="Recommendations of each session by where they stand.",
        total="All",
    )


def side() -> SideBars:
    """Make a panel for each series; in one of them a category is missing."""
    return SideBars(
        "In which language people spoke",
        ("Spanish", "English", "French"),
        (Series("57 interventions", (20, 19, 18)), Series("49 recommendations", (23, None, 26))),
        "Most was said in Spanish.",
    )


def combined() -> Combinations:
    """Make bars of combinations, one of them of no part."""
    return Combinations(
        "Strands and sets",
        ("People", "Planet", "Government"),
        ("People and Government", "Planet", "No strand"),
        ((True, False, True), (False, True, False), (False, False, False)),
        (Series("citizenship", (12, 1, 2), "citizenship"), Series("policy and action", (10, 6, 0), "policy")),
        "Most bear on people and government.",
        caption="Each recommendation once.",
        total="All",
        whole="15 citizenship, 16 policy and action",
    )


def boxes() -> Boxes:
    """Make scores of two practices, one of which nobody gave."""
    return Boxes(
        "Capitals of resilience",
        ("Ward vote on a fifth of the investment budget", "Desk without a counter"),
        ("Human", "Social"),
        ((3, 5), (None, 0)),
        "Two practices were scored.",
        remarks=("Mbarani",),
    )


def objected() -> Objected:
    """Make a wording with two objections."""
    return Objected(
        (Run("12", target="source-1"),),
        (Run("Ouvrir les puits.", language="fr"),),
        (Run("6 (a)", Style.STRONG, "p6a"),),
        plain("21 / 4 / 3"),
        (
            Objection(plain("A delegate from a delta town"), plain("Half my city stands on drained land.")),
            Objection(plain("Not named"), (Run("Et les coûts ?", language="fr"), Run("\u00a0French", Style.REMARK))),
        ),
        "reservations-1",
    )


def facts() -> Facts:
    """Make a row of numbers, one of them unknown."""
    return Facts((Fact(351, "people listed or counted"), Fact(8, "sessions"), Fact(None, "online")), "In figures")


def grid() -> HeatGrid:
    """Make a grid with a cell nobody counted and one that is 0."""
    return HeatGrid(
        "Who was in which room",
        ("Africa", "Europe"),
        ("Climate", "Water"),
        ((38, None), (0, 6)),
        "Most people from Africa were in the room on climate.",
        caption="People counted by head.",
        total="All rooms",
    )


def nested() -> ListBlock:
    """Make a list three deep, ordered within not ordered."""
    inmost = ListBlock((ListItem(plain("inmost")),))
    inner = ListBlock((ListItem(plain("first"), inmost), ListItem(plain("second"))), ordered=True)
    return ListBlock((ListItem(plain("outer"), inner), ListItem(plain("last"))))


def banded() -> Table:
    """Make a table with bands and cells that are the heads of their rows."""
    columns = (Column("Region", 2, head=True), Column("People", 1, Align.END), Column("How", 1, Align.CENTRE))
    rows = (
        Band(plain("Climate justice"), plain("5 October 2021"), "band-1"),
        Row((plain("Africa"), plain("20"), plain("online")), "row-1"),
        Band(plain("Water justice")),
        Row((plain("Europe"), plain("8"), plain("in the room"))),
    )
    return Table(columns, rows, "People by session")


def changed() -> Paragraph:
    """Make a paragraph between two editions."""
    words = (Run("a free "), deleted("basic"), Run(" "), inserted("vital", Style.EMPHASIS), Run(" volume of water"))
    return Paragraph(words)


def foreign() -> Paragraph:
    """Make a paragraph with words in another language."""
    return Paragraph((Run("They said: "), Run("Ouvrir les puits.", language="fr")))


def summary() -> OnAPage:
    """Make a summary of two parts."""
    rows = (SummaryRow("People", plain("open the books."), (Run("2 (a)", Style.REFERENCE, "p2a"),)),)
    parts = (SummaryPart("We undertake to", rows), SummaryPart("We do not agree", rows, open=True))
    return OnAPage("On a page", parts, (Fact(351, "people"),), plain("All of it."), plain("The rest: Annex A."))


def signatures() -> Signatures:
    """Make two lines to sign on."""
    return Signatures(
        "Adoption", plain("Left open."), (Signature("Place and date", "Kütahya"), Signature("For the host"))
    )


def everything() -> Document:
    """Make a document with a block and a figure of every kind."""
    heads = (Heading(1, "Part", "part"), Heading(2, "Set", "set", "policy"), Heading(3, "Strand", "strand"))
    texts = (Paragraph(plain("We,"), Role.LEAD), Recital(plain("Recalling,")), Note(plain("A remark.")))
    numbered = (clause(1), lettered(), run_in())
    others = (nested(), banded(), changed(), foreign(), sources(3), objected(), signatures())
    figures = (figure(), stacked(), side(), combined(), boxes(), facts(), grid())
    return document(summary(), *heads, *texts, *numbered, *others, *figures)


def declaration(*, final: bool = False, language: str = "en") -> Document:
    """Make a document with a cover and a block of nearly every kind, several pages long."""
    return covered(
        document(
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
            NumberedParagraph(
                "31.",
                plain("A clause with notes."),
                "c31",
                notes=(plain("Also said otherwise."), plain("A reservation.")),
            ),
            listed(plain("One entry"), plain("Another entry"), ordered=True),
            figure(),
            Heading(1, "Annex", "annex", new_page=True),
            sources(60),
            final=final,
            language=language,
        )
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
