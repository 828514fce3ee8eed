"""The PDF as a reader program sees it: fonts, description, bookmarks, links, marks on its pages."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pikepdf
import pytest
from declarations import STATUS, WORDS, clause, covered, declaration, document, figure, links, page_texts, read, sources
from pypdf import PdfReader
from pypdf.generic import ContentStream

from consultation.document import (
    Column,
    Cover,
    Document,
    Facts,
    GroupedBars,
    Heading,
    HeatGrid,
    Item,
    ListBlock,
    Note,
    NumberedParagraph,
    OnAPage,
    Paragraph,
    Recital,
    Role,
    Row,
    Run,
    Signatures,
    StackedBars,
    Style,
    SummaryPart,
    Table,
    listed,
    plain,
)
from consultation.language import Translator
from consultation.publishing import figure_svg, pdf_bytes

ROOT = Path(__file__).parents[2]


def fonts_of(data: bytes) -> dict[str, bool]:
    """Name the fonts of a PDF and say whether each is embedded."""
    found = {}
    with pikepdf.open(BytesIO(data)) as pdf:
        for item in pdf.objects:
            if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font":
                descriptor = item.get("/FontDescriptor", {})
                found[str(item["/BaseFont"])] = "/FontFile2" in descriptor
    return found


def test_every_font_is_embedded() -> None:
    fonts = fonts_of(pdf_bytes(declaration()))
    assert len(fonts) >= 4
    assert all(fonts.values()), fonts
    assert all("Noto" in name for name in fonts)


def test_language_title_and_author_are_said() -> None:
    reader = read(declaration(language="fr"))
    assert reader.root_object["/Lang"] == "fr"
    assert reader.metadata is not None
    assert reader.metadata.title == "Declaration of Kütahya"
    assert reader.metadata.author == "UCLG"
    assert str(reader.root_object["/ViewerPreferences"]["/DisplayDocTitle"]).lower() == "true"


def test_pages_are_a4() -> None:
    box = read(declaration()).pages[0].mediabox
    assert (round(box.width), round(box.height)) == (595, 842)


def test_the_same_document_gives_the_same_bytes() -> None:
    assert pdf_bytes(declaration()) == pdf_bytes(declaration())


def test_the_same_document_gives_the_same_bytes_in_another_process() -> None:
    code = (
        "import sys, hashlib; sys.path[:0] = ['tests/publishing', '.']; from declarations import declaration; "
        "from consultation.publishing import pdf_bytes; print(hashlib.sha256(pdf_bytes(declaration())).hexdigest())"
    )
    here = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert here.stdout.strip() == hashlib.sha256(pdf_bytes(declaration())).hexdigest()


def outline(items: list[Any], depth: int = 0) -> list[tuple[int, str]]:
    """Flatten bookmarks to their depth and title."""
    found: list[tuple[int, str]] = []
    for item in items:
        found += outline(item, depth + 1) if isinstance(item, list) else [(depth, item.title)]
    return found


def test_bookmarks_follow_the_hierarchy_of_headings() -> None:
    assert outline(read(declaration()).outline) == [
        (0, "Preamble"),
        (0, "What we commit to"),
        (1, "On citizenship"),
        (2, "People"),
        (1, "On policy"),
        (0, "Annex"),
    ]


def test_a_level_left_out_does_not_break_the_bookmarks() -> None:
    reader = read(document(Heading(3, "Deep", "a"), Heading(1, "Top", "b"), Heading(3, "Deep again", "c")))
    assert outline(reader.outline) == [(0, "Deep"), (0, "Top"), (1, "Deep again")]


def test_bookmarks_lead_to_the_page_of_their_heading() -> None:
    reader = read(declaration())
    texts = page_texts(reader)
    annex = reader.outline[-1]
    number = reader.get_destination_page_number(annex)
    assert number is not None
    assert "Annex" in texts[number].splitlines()


def test_a_reference_leads_to_its_row() -> None:
    reader = read(document(Heading(1, "Text", "t"), clause(1, "source-50"), sources(60)))
    ((page, height, rectangle),) = links(reader, 0)
    assert "R-50" in page_texts(reader)[page]
    placed: list[tuple[str, float]] = []
    reader.pages[page].extract_text(
        visitor_text=lambda text, _, matrix, *rest: placed.append((text.strip(), matrix[5]))
    )
    foot = next(y for text, y in placed if text == "R-50")
    assert 0 < height - foot < 30
    assert rectangle[2] > rectangle[0]


def test_a_reference_to_an_anchor_used_twice_leads_to_the_first() -> None:
    twice = (Paragraph(plain("First."), anchor="twice"), Heading(1, "End", "twice", new_page=True))
    reader = read(document(Heading(1, "Text", "t"), clause(1, "twice"), *twice))
    assert [page for page, _, _ in links(reader, 0)] == [0]


def test_a_reference_to_nothing_is_only_words() -> None:
    reader = read(document(clause(1, "nowhere")))
    assert links(reader, 0) == []
    assert "R-1" in page_texts(reader)[0]


def test_the_status_stands_on_the_cover_and_at_the_foot_of_every_page() -> None:
    for text in page_texts(read(declaration())):
        assert text.count(STATUS) == 1


def hatched(reader: PdfReader) -> list[bool]:
    """Say which pages have strokes of hatching at their edge."""
    return [
        sum(operator == b"l" for _, operator in ContentStream(page.get_contents(), None).operations) > 100
        for page in reader.pages
    ]


def test_every_page_of_a_draft_is_hatched_at_its_edge_and_none_of_a_final_text() -> None:
    first, *others = hatched(read(declaration()))
    assert not first, "the cover has a square of its own"
    assert others
    assert all(others)
    assert not any(hatched(read(declaration(final=True))))


def test_every_page_but_the_cover_says_its_number_and_how_many_there_are() -> None:
    cover, *texts = page_texts(read(declaration()))
    assert len(texts) > 3
    assert " of " not in cover.splitlines()[-1]
    for number, text in enumerate(texts, 2):
        assert f"{number} of {len(texts) + 1}" in text


def test_the_head_names_the_part_that_the_first_line_of_its_page_belongs_to() -> None:
    filling = [Paragraph(plain(WORDS * 3)) for _ in range(14)]
    reader = read(document(Heading(1, "First", "a"), *filling, Heading(1, "Second", "b"), *filling, final=True))
    heads = [text.splitlines()[-3] for text in page_texts(reader)]
    assert (heads[0], heads[1], heads[-1]) == ("First", "First", "Second")


def test_an_annex_is_named_with_its_label() -> None:
    annex = Heading(0, "Sessions and attendance", "c", label="Annex C")
    reader = read(document(annex, clause(1)))
    assert "Annex C. Sessions and attendance" in page_texts(reader)[0]
    assert outline(reader.outline) == [(0, "Annex C. Sessions and attendance")]


def test_the_words_we_add_come_from_the_translator() -> None:
    class Shouting(Translator):
        def __call__(self, message: str) -> str:
            return {"{page} of {pages}": "{page}/{pages}"}[message]

    reader = PdfReader(BytesIO(pdf_bytes(declaration(), translator=Shouting("fr"))))
    texts = page_texts(reader)
    assert f"2/{len(texts)}" in texts[1]


def test_dates_and_digest_are_those_of_what_it_was_made_from() -> None:
    whole = replace(declaration(), changed_at=datetime(2021, 10, 8, 18, 40, tzinfo=UTC), digest="7f3a-91c2")
    reader = read(whole)
    assert reader.metadata is not None
    assert reader.metadata.creation_date == reader.metadata.modification_date == whole.changed_at
    packet = reader.root_object["/Metadata"].get_data().decode()
    ElementTree.fromstring(packet)
    for words in ("2021-10-08T18:40:00Z", "7f3a-91c2", "Declaration of Kütahya", "<rdf:li>en</rdf:li>"):
        assert words in packet


@pytest.mark.parametrize("text", ["<b> & ]]>", "\x00\x0b\ufffe\uffff", "\ud800"])
def test_hostile_words_stay_words_in_the_description(text: str) -> None:
    whole = replace(document(clause(1), title=text), author=text, status=text, digest=text, keywords=(text,))
    ElementTree.fromstring(read(whole).root_object["/Metadata"].get_data())


def test_the_title_runs_above_every_page_but_the_first() -> None:
    texts = page_texts(read(declaration()))
    assert all("Declaration of Kütahya" in text for text in texts[1:])
    assert texts[0].count("Declaration of Kütahya") == 1


def test_a_long_title_is_shortened_in_the_running_header() -> None:
    long = "Declaration of all the cities that ever met " * 12
    text = page_texts(read(document(Heading(1, "One", "one"), title=long)))[0]
    header = next(line for line in text.splitlines() if line.startswith("Declaration"))
    assert header.endswith("…")
    assert len(header) < 150


def test_a_few_words_are_one_page_and_a_cover_is_another() -> None:
    whole = document(Paragraph(plain("A few words.")))
    assert [len(read(each).pages) for each in (whole, covered(whole))] == [1, 2]


def test_an_empty_document_is_a_page() -> None:
    assert len(read(Document("en", Cover(""))).pages) == 1


def test_styles_and_figures_are_set_in_their_fonts() -> None:
    styled = document(Paragraph((Run("a", Style.EMPHASIS), Run("b", Style.STRONG))), figure())
    names = " ".join(fonts_of(pdf_bytes(styled)))
    for name in ("NotoSerif-Italic", "NotoSerif-Bold", "NotoSans-Regular"):
        assert name in names


def test_a_figure_shows_its_numbers_and_what_they_are() -> None:
    (text,) = page_texts(read(document(figure())))
    for words in (
        "Recommendations by strand",
        "Citizenship",
        "Policy",
        "12",
        "14",
        "Planet & <water>",
    ):
        assert words in text
    assert "Citizenship speaks" not in text, "what it says is for those who do not see it"


def test_a_figure_is_drawn_as_svg_too() -> None:
    root = ElementTree.fromstring(figure_svg(figure(), "en"))
    words = [element.text for element in root.iter("{http://www.w3.org/2000/svg}text")]
    assert {"12", "8", "5", "14", "Citizenship", "Policy"} <= set(words)
    assert root.findtext("{http://www.w3.org/2000/svg}desc") == figure().description


def test_a_figure_with_more_categories_than_a_page_holds_is_drawn_in_parts() -> None:
    many = replace(
        figure(),
        categories=tuple(f"Category {n}" for n in range(150)),
        series=tuple(replace(series, values=tuple(range(150))) for series in figure().series),
    )
    texts = page_texts(read(document(many)))
    assert len(texts) > 2
    joined = "\n".join(texts)
    assert all(f"Category {n}" in joined for n in range(150))


@pytest.mark.parametrize("empty", [(), (Run(""),), (Run(" "),)])
def test_empty_words_are_set_without_trouble(empty: tuple[Run, ...]) -> None:
    blocks = (
        Heading(1, "", ""),
        Paragraph(empty),
        Recital(empty),
        NumberedParagraph("", empty, "", notes=(empty,)),
        NumberedParagraph("", empty, "", (Item(empty), Item(empty, "a"), Item(empty)), empty),
        listed(empty),
        ListBlock(()),
        Table((Column(""),), (Row((empty,)), Row(()))),
        Table((), ()),
        Table((Column("a", 0), Column("b", 0)), ()),
        GroupedBars("", (), (), ""),
        StackedBars("", (), (), ""),
        Facts(()),
        HeatGrid("", (), (), (), ""),
        Note(empty),
        Heading(0, "", ""),
        *(Paragraph(empty, role) for role in Role),
        Signatures("", empty, ()),
        Recital(empty, proposed=plain("Proposed.")),
    )
    assert len(read(document(*blocks)).pages) == 1
    assert len(read(document(OnAPage("", ()), OnAPage("", (SummaryPart("", ()),)))).pages) == 2
