"""The PDF as a reader program sees it: fonts, description, bookmarks, links, marks on its pages."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pikepdf
import pytest
from declarations import clause, declaration, document, figure, links, page_texts, read, sources
from pypdf import PdfReader

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
    Paragraph,
    Recital,
    Row,
    Run,
    StackedBars,
    Style,
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


def test_contents_link_to_and_number_the_page_where_the_heading_is() -> None:
    reader = read(declaration())
    texts = page_texts(reader)
    titles = ["Preamble", "What we commit to", "On citizenship", "People", "On policy", "Annex"]
    found = links(reader, 0)
    assert len(found) == len(titles)
    contents = re.sub(r"[. ]{3,}", " ", texts[0].replace("\n", " "))
    for title, (page, _, _) in zip(titles, found, strict=True):
        assert page > 0
        assert title in texts[page]
        assert f"{title} {page + 1}" in contents


def test_two_headings_with_one_anchor_are_told_apart_in_the_contents() -> None:
    reader = read(
        document(Heading(1, "First", "same"), Heading(1, "Second", "same", new_page=True), Heading(1, "None", ""))
    )
    assert [page for page, _, _ in links(reader, 0)] == [1, 2, 2]


def test_a_reference_leads_to_its_row() -> None:
    reader = read(document(Heading(1, "Text", "t"), clause(1, "source-50"), sources(60)))
    ((page, height, rectangle),) = links(reader, 1)
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
    assert [page for page, _, _ in links(reader, 1)] == [1]


def test_a_reference_to_nothing_is_only_words() -> None:
    reader = read(document(clause(1, "nowhere")))
    assert links(reader, 0) == []
    assert "R-1" in page_texts(reader)[0]


def test_every_page_says_draft_until_the_document_is_final() -> None:
    assert all("DRAFT" in text for text in page_texts(read(declaration())))
    assert not any("DRAFT" in text for text in page_texts(read(declaration(final=True))))


def test_the_watermark_is_silent_when_a_page_is_copied_or_read_out() -> None:
    page = read(declaration()).pages[1]
    contents = page.get_contents()
    assert contents is not None
    before, _, after = contents.get_data().partition(b"/Span <</ActualText ()>> BDC")
    assert b"Tj" not in before
    assert after.split(b"EMC")[0].count(b"Tj") == 1


def test_every_page_says_its_number_and_how_many_there_are() -> None:
    texts = page_texts(read(declaration()))
    assert len(texts) > 4
    for number, text in enumerate(texts, 1):
        assert f"Page {number} of {len(texts)}" in text


def test_the_words_we_add_come_from_the_translator() -> None:
    class Shouting(Translator):
        def __call__(self, message: str) -> str:
            return {"DRAFT": "BROUILLON", "Contents": "Sommaire", "Page {page} of {pages}": "{page}/{pages}"}[message]

    reader = PdfReader(BytesIO(pdf_bytes(declaration(), translator=Shouting("fr"))))
    texts = page_texts(reader)
    assert "Sommaire" in texts[0]
    assert all("BROUILLON" in text for text in texts)
    assert f"2/{len(texts)}" in texts[1]


def test_the_title_runs_above_every_page_but_the_first() -> None:
    texts = page_texts(read(declaration()))
    assert all("Declaration of Kütahya" in text for text in texts[1:])
    assert texts[0].count("Declaration of Kütahya") == 1


def test_a_long_title_is_shortened_in_the_running_header() -> None:
    long = "Declaration of all the cities that ever met " * 12
    text = page_texts(read(document(Heading(1, "One", "one"), title=long)))[1]
    header = next(line for line in text.splitlines() if line.startswith("Declaration"))
    assert header.endswith("…")
    assert len(header) < 120


def test_what_has_no_contents_needs_no_second_page() -> None:
    assert len(read(document(Paragraph(plain("A few words.")))).pages) == 1


def test_an_empty_document_is_a_page() -> None:
    assert len(read(Document("en", Cover(""))).pages) == 1


def test_styles_and_figures_are_set_in_their_fonts() -> None:
    styled = document(Paragraph((Run("a", Style.EMPHASIS), Run("b", Style.STRONG))), figure())
    names = " ".join(fonts_of(pdf_bytes(styled)))
    for name in ("NotoSerif-Italic", "NotoSerif-Bold", "NotoSans-Regular"):
        assert name in names


def test_a_figure_shows_its_numbers_and_says_what_they_are() -> None:
    (text,) = page_texts(read(document(figure())))
    for words in (
        "Recommendations by strand",
        "Citizenship",
        "Policy",
        "12",
        "14",
        "Planet & <water>",
        "Citizenship speaks",
    ):
        assert words in text


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
    )
    assert len(read(document(*blocks)).pages) == 1
