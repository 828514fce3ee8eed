"""What each part of a page is: enough for a tagged PDF, in the order in which it is read."""

from __future__ import annotations

from dataclasses import replace

import pikepdf
import pytest
from declarations import (
    banded,
    changed,
    clause,
    covered,
    document,
    everything,
    figure,
    foreign,
    lettered,
    nested,
    objected,
    read,
    run_in,
    sources,
)
from structure import outlined, pages_of, said, tree_of

from consultation.document import Block, Column, Heading, NumberedParagraph, Paragraph, Redline, Row, Table, plain
from consultation.publishing import pdf_bytes
from consultation.publishing.pdf.structure import ARTIFACT, Tag


def body(*blocks: Block) -> str:
    """Outline the elements of some blocks."""
    return " ".join(outlined(kid) for kid in tree_of(document(*blocks))[1])


def test_a_numbered_paragraph_is_an_item_whose_number_comes_first() -> None:
    two = (NumberedParagraph("1", plain("We open."), "a"), NumberedParagraph("2", plain("We close."), "b"))
    assert body(*two) == 'L(LI(Lbl"1" LBody(P"We open.")) LI(Lbl"2" LBody(P"We close.")))'


def test_a_heading_ends_the_list_of_numbered_paragraphs() -> None:
    two = (NumberedParagraph("1", plain("A."), ""), Paragraph(plain("B.")), NumberedParagraph("2", plain("C."), ""))
    assert body(*two) == 'L(LI(Lbl"1" LBody(P"A."))) P"B." L(LI(Lbl"2" LBody(P"C.")))'


def test_lettered_items_are_a_list_inside_of_their_paragraph() -> None:
    outline = body(lettered(letters="ab", notes=(plain("More in the annex."),)))
    assert outline.startswith(
        'L(LI(Lbl"2" LBody(P"People. We, local and regional governments, undertake to:" L(LI(Lbl"(a)"'
    )
    assert outline.count("LI(") == 3
    assert 'P"Said in two rooms."' in outline
    assert outline.endswith('P"More in the annex.")))')


def test_an_item_without_a_letter_runs_on_in_the_lead_in() -> None:
    assert 'LBody(P"We call on partners to open the books.' in body(run_in())
    assert "Lbl" not in body(run_in()).replace('Lbl"8"', "")


def test_lists_in_lists_are_inside_of_their_entries() -> None:
    assert body(nested()) == (
        'L(LI(Lbl"•" LBody(P"outer" L(LI(Lbl"1." LBody(P"first" L(LI(Lbl"·" LBody(P"inmost")))))'
        ' LI(Lbl"2." LBody(P"second"))))) LI(Lbl"•" LBody(P"last")))'
    )


def test_heads_of_columns_rows_and_bands_are_heads_with_their_scope() -> None:
    assert body(banded()) == (
        'Table(Caption"People by session" TR(TH"Region" TH"People" TH"How")'
        ' TR(TH"Climate justice 5 October 2021") TR(TH"Africa" TD"20" TD"online")'
        ' TR(TH"Water justice") TR(TH"Europe" TD"8" TD"in the room"))'
    )
    heads = [element for page in pages_of(document(banded())) for placed in page.placed for element, _ in said(placed)]
    scopes = [str(element.scope) for element in dict.fromkeys(heads) if element.tag is Tag.HEAD_CELL]
    assert scopes == ["Column"] * 3 + ["RowGroup", "Row"] * 2


def test_a_short_head_says_what_it_stands_for_and_a_second_line_is_in_its_cell() -> None:
    columns = (Column("Agst", meaning="Hands against"), Column("Proposed by"))
    table = Table(columns, (Row((plain("3"), plain("Hatice")), remarks=((), plain("French"))),))
    assert body(table) == 'Table(TR(TH"Agst" TH"Proposed by") TR(TD"3" TD"Hatice French"))'
    first = next(element for page in pages_of(document(table)) for placed in page.placed for element, _ in said(placed))
    assert first.alternative == "Hands against"


def test_a_wording_is_read_with_its_number_before_and_its_objections_behind_it() -> None:
    assert body(objected()) == (
        'P"12 Ouvrir les puits. 6 (a) 21 / 4 / 3"'
        ' BlockQuote(P"A delegate from a delta town" P"Half my city stands on drained land.")'
        ' BlockQuote(P"Not named" P"Et les coûts ? \u00a0French")'
    )


def test_a_head_repeated_on_another_page_is_read_only_once() -> None:
    (table,) = [kid for kid in tree_of(document(sources(120)))[1] if kid[0] == Tag.TABLE]
    assert outlined(table).count('TH"Wording"') == 1
    assert sum(placed.repeated for page in pages_of(document(sources(120))) for placed in page.placed) >= 3


def test_a_row_split_between_pages_is_one_row() -> None:
    outline = body(replace(sources(1), rows=(replace(sources(1).rows[0], cells=(plain("x " * 9000), plain("y"))),)))
    assert outline.count("TR(") == 2


def test_a_figure_says_its_title_what_it_shows_and_all_of_its_numbers() -> None:
    outline = body(figure())
    assert outline.startswith('Figure"Recommendations by strand. Citizenship speaks of people')
    assert "People: Citizenship 12, Policy 5; Planet & <water>: Citizenship 8, Policy 14" in outline


def test_headings_have_their_level() -> None:
    heads = (Heading(1, "One", "a"), Heading(2, "Two", "b"), Heading(3, "Three", "c"))
    title = Heading(0, "Sessions", "d", label="Annex C")
    outline = outlined(tree_of(covered(document(*heads, title))))
    assert 'H1"One" H2"Two" H3"Three" H1"Annex C Sessions"' in outline
    assert 'Title"Declaration of Kütahya"' in outline


def test_every_word_of_a_document_has_its_element() -> None:
    for page in pages_of(everything()):
        for placed in page.placed:
            for text in placed.strip.texts:
                assert text.element is ARTIFACT or [*text.element.path()][-1].tag is Tag.DOCUMENT


def test_words_keep_their_language_and_what_became_of_them() -> None:
    inks = [
        segment.ink
        for page in pages_of(document(foreign(), changed()))
        for placed in page.placed
        for text in placed.strip.texts
        for segment in text.line
    ]
    assert [ink.language for ink in inks if ink.language] == ["fr"]
    assert [ink.redline for ink in inks if ink.redline] == [Redline.DELETED, Redline.INSERTED]


@pytest.mark.parametrize("final", [True, False])
def test_furniture_is_marked_and_nothing_else_is(final: bool) -> None:
    whole = document(clause(1), lettered(), final=final)
    data = read(whole).pages[0].get_contents()
    assert data is not None
    marked = [part.split(b"EMC")[0] for part in data.get_data().split(b"/Artifact")[1:]]
    assert len(marked) == (1 if final else 2)
    assert sum(part.count(b"Tj") for part in marked) >= 1
    assert data.get_data().rstrip().endswith(b"EMC") or data.get_data().rindex(b"EMC") > data.get_data().rindex(b"Tj")


def test_marks_are_closed_on_every_page(tmp_path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf_bytes(everything()))
    with pikepdf.open(path) as pdf:
        for page in pdf.pages:
            names = [str(one.operator) for one in pikepdf.parse_content_stream(page)]
            assert names.count("BDC") == names.count("EMC") > 0
