"""The pages of a declaration: stops, marks beside the text, counts, what is proposed, what stays together."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from declarations import WORDS, clause, document, lettered, links, read
from demonstration import demonstration, sources
from pypdf import PdfReader
from structure import laid, lines_of, pages_of, strips_of_blocks, words_of

from consultation.document import (
    Block,
    Hands,
    Heading,
    Item,
    NumberedParagraph,
    Paragraph,
    Recital,
    Role,
    Run,
    Signature,
    Signatures,
    Style,
    plain,
)
from consultation.publishing import markdown_text, pdf_bytes
from consultation.publishing.look import LOOK
from consultation.publishing.pdf.strips import Fill, Strip

SHEET = LOOK.sheet
PROPOSED = plain("Proposed by the secretariat until adopted.")


def with_words(strips: list[Strip], start: str) -> tuple[Strip, float, float]:
    """Find the words that begin with ``start``: their strip, where they begin, and the foot of their letters."""
    return next(
        (strip, text.start, text.y) for strip in strips for text in strip.texts if words_of(text.line).startswith(start)
    )


def test_text_stands_at_its_stops() -> None:
    item = Item(plain("open the books;"), "a", sources=sources("20", "69†"))
    blocks = (
        Heading(1, "Part", "a"),
        Recital(plain("Recalling")),
        NumberedParagraph("2", plain("We undertake to:"), "b", (item,)),
    )
    strips = strips_of_blocks(*blocks)
    starts = [with_words(strips, words)[1] for words in ("Part", "2", "Recalling", "(a)", "open", "20")]
    assert starts == [0.0, 0.0, SHEET.text, SHEET.text, SHEET.item, SHEET.gloss]
    assert [round((SHEET.start + stop) / 72 * 25.4) for stop in (0.0, SHEET.text, SHEET.item)] == [22, 34, 42]


def test_marks_stand_at_the_foot_of_the_last_line_and_several_lines_of_them_go_upwards() -> None:
    many = Item(plain(WORDS * 2), "a", sources=sources("20", "21", "22", "69†", "70", "71"))
    (strip,) = strips_of_blocks(NumberedParagraph("", plain("We:"), "b", (many,)))[1:]
    words = [text for text in strip.texts if text.start == SHEET.item]
    marks = [text for text in strip.texts if text.start == SHEET.gloss]
    assert len(marks) == 2
    assert marks[-1].y == pytest.approx(words[-1].y)
    assert marks[0].y == pytest.approx(words[-1].y - LOOK.sizes.mark[1])


def test_more_marks_than_lines_lower_what_follows_and_reach_over_nothing() -> None:
    item = Item(plain("open."), "a", sources=sources(*map(str, range(100, 140))))
    (_, strip) = strips_of_blocks(NumberedParagraph("", plain("We:"), "b", (item,)))
    marks = [text for text in strip.texts if text.start == SHEET.gloss]
    assert len(marks) > 5
    assert min(text.y for text in marks) > 0
    assert max(text.y for text in marks) < strip.height


def test_brackets_on_paper_are_only_those_of_the_text() -> None:
    whole = document(clause(1, "c1"), lettered())
    assert "[" not in read(whole).pages[0].extract_text()
    assert "\\[" in markdown_text(whole)


def test_marks_of_what_runs_on_from_the_number_stand_beside_it_too() -> None:
    item = Item(plain("allocate one third."), sources=sources("1†", "19"))
    strips = strips_of_blocks(NumberedParagraph("8", plain("We call on you to"), "b", (item,)))
    strip, _, y = with_words(strips, "We call on you to")
    assert [(text.start, text.y) for text in strip.texts][-1] == (SHEET.gloss, pytest.approx(y))


def test_a_mark_is_a_link_that_a_finger_finds() -> None:
    ((page, _, area),) = links(read(document(clause(1, "c2"), clause(2))), 0)
    assert page == 0
    assert float(area[3]) - float(area[1]) >= 12.0


def test_a_link_says_where_it_leads_to_those_who_do_not_see_it() -> None:
    said = "Source 20 in Annex A, with a reservation – Kütahya"
    marks = (Run("20†", Style.REFERENCE, "c2", spoken=said), Run(", "), Run("21", Style.REFERENCE, "c2"))
    page = read(document(replace(clause(1), sources=marks), clause(2))).pages[0]
    assert [link.get_object()["/Contents"] for link in page["/Annots"]] == [said, "21"]


def inks(*blocks: Block) -> dict[str, Any]:
    """Map the words of each segment to their ink."""
    return {
        segment.text.strip(): segment.ink
        for strip in strips_of_blocks(*blocks)
        for text in strip.texts
        for segment in text.line
    }


def test_brackets_and_what_waits_for_translation_stand_out_and_stay_text_in_markdown() -> None:
    runs = (
        Run("[", Style.BRACKET),
        Run("to be translated: ", Style.AWAITING),
        Run("Ouvrir", language="fr"),
        Run("\u00a0French", Style.REMARK),
    )
    found = inks(Paragraph(runs))
    assert found["["].colour == found["to be translated:"].colour == LOOK.colours.open
    assert "Bold" in found["["].face.name
    assert found["to be translated:"].size == pytest.approx(0.86 * LOOK.body.size)
    assert (found["French"].size, found["French"].colour) == (LOOK.sizes.language, LOOK.colours.soft)
    assert found["Ouvrir"].language == "fr"
    assert "\\[to be translated: Ouvrir\u00a0French" in markdown_text(document(Paragraph(runs)))


def bars_of(*counts: int | None) -> list[tuple[Fill, float]]:
    """List the parts of the bar of a count."""
    item = Item(plain("“Let it be.”"), "a", count=Hands(*counts, plain("the count in words")))
    strip, _, _ = with_words(
        strips_of_blocks(NumberedParagraph("10", plain("We:"), "b", (item,))), "the count in words"
    )
    return [(bar.fill, bar.width) for bar in strip.bars]


def test_a_bar_shows_the_shares_of_hands_and_what_nobody_knows_has_none() -> None:
    edge, solid, hatched, _ = bars_of(14, 9, 12)
    assert edge == (Fill.EDGED, 62.0)
    assert solid == (Fill.SOLID, pytest.approx(62 * 14 / 35))
    assert hatched == (Fill.HATCHED, pytest.approx(62 * 9 / 35))
    assert [fill for fill, _ in bars_of(11, 0, 4)] == [Fill.EDGED, Fill.SOLID]
    assert bars_of(None, None, None) == bars_of(0, 0, 0) == []
    assert bars_of(5, None, 5)[1] == (Fill.SOLID, 31.0)


def test_a_count_is_said_in_words_wherever_there_is_no_bar() -> None:
    item = Item(plain("“Let it be.”"), "a", count=Hands(1, 2, 3, plain("1 for, 2 against, 3 abstaining")))
    whole = document(NumberedParagraph("10", plain("We:"), "b", (item,)))
    assert "  > 1 for, 2 against, 3 abstaining" in markdown_text(whole)


@pytest.mark.parametrize(
    "block",
    [NumberedParagraph("1", plain(WORDS), "a", proposed=PROPOSED), Recital(plain(WORDS), "a", PROPOSED)],
)
def test_what_is_proposed_has_a_dotted_rule_and_says_by_whom(block: NumberedParagraph | Recital) -> None:
    strips = strips_of_blocks(block)
    (bar,) = [bar for strip in strips for bar in strip.bars]
    assert bar.fill is Fill.DOTTED
    assert bar.start == pytest.approx(SHEET.text - 8.5)
    assert with_words(strips, "Proposed")[1] == SHEET.text
    assert "> Proposed by the secretariat" in markdown_text(document(block))
    adopted = strips_of_blocks(replace(block, proposed=()))
    assert not [bar for strip in adopted for bar in strip.bars]


def fillings() -> list[list[Block]]:
    """Make texts of every length that leave more or less of a page."""
    return [[Paragraph(plain("Filling.")) for _ in range(count)] for count in range(1, 30)]


def test_a_head_a_lead_in_and_the_first_item_stay_together() -> None:
    for filling in fillings():
        for page in laid(*filling, Heading(1, "Head", "h"), lettered(letters="abc")):
            lines = list(lines_of(page))
            assert ("Head" in lines) == ("(a)" in lines)


def test_a_count_stays_with_its_quotation_and_a_note_with_its_item() -> None:
    count = Hands(1, 1, 1, plain("COUNT"))
    item = Item(plain("QUOTED"), "a", count=count, notes=(plain("NOTE"),))
    for filling in fillings():
        for page in laid(*filling, NumberedParagraph("10", plain("We:"), "b", (Item(plain("x"), "a"), item))):
            lines = list(lines_of(page))
            assert ("QUOTED" in lines) == ("COUNT" in lines) == ("NOTE" in lines)


def test_the_words_that_declare_stay_with_the_next_head() -> None:
    for filling in fillings():
        declared = Paragraph(plain("Declare the following:"), Role.DECLARE)
        for page in laid(*filling, declared, Heading(1, "Head", "h"), clause(1)):
            assert list(lines_of(page))[-1] != "Declare the following:"


def test_a_paragraph_of_six_lines_is_not_split() -> None:
    tall = len(list(lines_of(laid(Paragraph(plain(WORDS * 4)))[0])))
    assert 5 <= tall <= 6
    for filling in fillings():
        for page in laid(*filling, Paragraph(plain(WORDS * 4))):
            assert sum("Filling" not in line for line in lines_of(page)) in (0, tall)


def test_an_annex_goes_on_where_there_is_room_and_opens_a_page_where_there_is_not() -> None:
    annex = (Heading(0, "Sessions", "c", label="Annex C"), clause(1))
    pages = [len(laid(*filling, *annex)) for filling in fillings()]
    assert pages == sorted(pages)
    room = SHEET.depth - LOOK.spaces.annex_room
    last = next(filling for filling, count in zip(fillings(), pages, strict=True) if count == 2)
    assert sum(strip.height for strip in strips_of_blocks(*last)) < room, "distances between lines are counted too"


def test_lines_to_sign_on_stay_on_one_page_and_say_what_is_known() -> None:
    lines = (Signature("Place and date", "Kütahya, 8 October 2021"), Signature("For the host"), Signature("For UCLG"))
    block = Signatures("Adoption", plain("Left open until adopted."), lines)
    for filling in fillings():
        holding = [page for page in laid(*filling, block) if {"Adoption", "For UCLG"} & set(lines_of(page))]
        assert len(holding) == 1
    text = read(document(block)).pages[0].extract_text()
    assert text.index("Adoption") < text.index("Kütahya, 8 October") < text.index("Place and date")
    assert "- Place and date: Kütahya, 8 October 2021\n- For the host: …" in markdown_text(document(block))


def test_every_fifth_line_has_its_number_where_that_is_wished() -> None:
    numbered = replace(LOOK, line_numbers=True)
    whole = document(*(clause(number, length=2) for number in range(1, 9)), Paragraph(plain("Small."), Role.CAPTION))
    first = next(iter(pages_of(whole, numbered)))
    lines = sum(round(placed.strip.height / 15.5) for placed in first.placed if placed.strip.leading == 15.5)
    found: list[tuple[str, float]] = []
    page = PdfReader(BytesIO(pdf_bytes(whole, look=numbered))).pages[0]
    page.extract_text(visitor_text=lambda text, _, matrix, *rest: found.append((text.strip(), matrix[4])))
    numbers = [int(text) for text, left in found if text.isdigit() and left < SHEET.start]
    assert numbers == [1, *range(5, lines + 1, 5)]


def test_every_block_is_set_in_the_order_in_which_it_is_read() -> None:
    pages = pages_of(demonstration())
    lines = [line for page in pages for line in lines_of(page)]
    order = [
        "Draft of 8 October 2021, 18:40 UTC · 7f3a-91c2",
        "The declaration on a page",
        "Preamble",
        "Declare the following:",
        "Where we do not agree",
        "Adoption",
        "Annex D",
        "Method and figures",
    ]
    places = [lines.index(line) for line in order]
    assert places == sorted(places)
