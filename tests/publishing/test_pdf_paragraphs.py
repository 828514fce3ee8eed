"""Numbered paragraphs, lists and changed words on the page, and all of it where lines start at the right."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from declarations import changed, clause, document, lettered, links, nested, page_texts, read, sources
from pypdf import PdfReader
from pypdf.generic import ContentStream
from structure import laid, lines_of, strips_of_blocks, words_of

from consultation.document import Item, ListBlock, ListItem, NumberedParagraph, Paragraph, plain
from consultation.language import Translator
from consultation.publishing import markdown_text, pdf_bytes
from consultation.publishing.look import LOOK


def test_no_line_of_a_clause_is_left_alone() -> None:
    for filling in range(1, 40):
        blocks = [Paragraph(plain("Filling.")) for _ in range(filling)]
        counts = [
            sum("Filling" not in line and line != "1." for line in lines_of(page))
            for page in laid(*blocks, clause(1, length=5))
        ]
        assert 1 not in counts


def test_the_number_of_a_clause_stands_at_the_edge_and_its_text_at_the_next_stop() -> None:
    (strip, *_) = strips_of_blocks(clause(12))
    assert [text.start for text in strip.texts][:2] == [0.0, LOOK.sheet.text]
    assert words_of(strip.texts[0].line) == "12."


def test_a_number_too_long_to_hang_still_stands_on_the_page() -> None:
    text = page_texts(read(document(NumberedParagraph("Article twelve, paragraph three", plain("Words."), "c"))))[0]
    assert "Article twelve, paragraph three" in text


def marks(page: Any) -> list[tuple[str, float]]:
    """List the words of a page as they are read, each with its left edge."""
    found: list[tuple[str, float]] = []
    page.extract_text(visitor_text=lambda text, _, matrix, *rest: found.append((text.strip(), matrix[4])))
    return [(text, left) for text, left in found if text]


@pytest.mark.parametrize("word", ["Sagnon-Ouattara", "D3-VISIT-HOUSING", "Sagnon\u2010Ouattara", "COVID-19"])
def test_names_and_codes_are_not_broken_at_their_hyphens(word: str) -> None:
    for filling in range(40, 75):
        lines = list(lines_of(laid(Paragraph(plain("x" * filling + f" {word} and so on")))[0]))
        assert any(word in line for line in lines), filling


def test_common_words_are_broken_at_their_hyphens_and_so_is_a_name_that_no_line_holds() -> None:
    for word in ("city-to-city-", "Ouattara-"):
        broken = list(lines_of(laid(Paragraph(plain(word * 20 + "end")))[0]))
        assert len(broken) > 1
        assert all(line.endswith("-") for line in broken[:-1])


@pytest.mark.parametrize(("letter", "shown"), [("({letter})", "(a)"), ("{letter})", "a)"), ("（{letter}）", "（a）")])
def test_letters_are_written_as_the_language_does(letter: str, shown: str) -> None:
    class Elsewhere(Translator):
        def context(self, context: str, message: str) -> str:
            return letter if message == "({letter})" else message

    text = page_texts(PdfReader(BytesIO(pdf_bytes(document(lettered()), translator=Elsewhere("fr")))))[0]
    assert shown.replace("（", "").replace("）", "") in text
    assert ("(a)" in text) == (shown == "(a)")
    assert f"- {shown} item a" in markdown_text(document(lettered()), translator=Elsewhere("fr"))


def test_the_number_is_read_before_its_text_and_the_letter_before_its_item() -> None:
    words = [text for text, _ in marks(read(document(lettered(letters="ab"))).pages[0])]
    order = [words.index(word) for word in ("2", "People.", "(a)", "(b)")]
    assert order == sorted(order)


def test_items_stand_further_in_than_their_lead_in_and_letters_do_not() -> None:
    left = dict(marks(read(document(lettered(letters="ab"))).pages[0]))
    item = next(x for text, x in left.items() if text.startswith("item a:"))
    assert left["2"] < left["People."] == left["(a)"] == left["(b)"] < item


def test_a_lead_in_is_never_left_without_its_first_item() -> None:
    for filling in range(1, 40):
        blocks = [Paragraph(plain("Filling.")) for _ in range(filling)]
        for page in laid(*blocks, lettered(letters="abcdef")):
            lines = list(lines_of(page))
            assert not lines[-1].startswith("People")


def test_an_item_of_up_to_six_lines_is_not_split() -> None:
    long = NumberedParagraph("1", plain("We:"), "p", (Item(plain("word " * 70), "a"), Item(plain("word " * 70), "b")))
    tall = sum("word" in line for line in lines_of(laid(long)[0])) / 2
    assert 4 <= tall <= 6
    for filling in range(1, 40):
        blocks = [Paragraph(plain("Filling.")) for _ in range(filling)]
        counts = [sum("word" in line for line in lines_of(page)) for page in laid(*blocks, long)]
        assert {count % tall for count in counts} == {0}


def test_a_list_within_a_list_stands_further_in() -> None:
    left = dict(marks(read(document(nested())).pages[0]))
    assert left["outer"] == left["last"] < left["first"] == left["second"] < left["inmost"]


def test_a_list_of_a_hundred_levels_keeps_room_for_its_words() -> None:
    deep = ListBlock((ListItem(plain("inmost words")),))
    for _ in range(100):
        deep = ListBlock((ListItem(plain("level"), deep),))
    inmost = dict(marks(read(document(deep)).pages[-1]))["inmost words"]
    assert inmost < LOOK.sheet.start + LOOK.sheet.measure


def test_inserted_words_are_underlined_and_deleted_ones_struck_through() -> None:
    page = read(document(changed())).pages[0]
    colour, strokes = "", {}
    for operands, operator in ContentStream(page.get_contents(), None).operations:
        if operator == b"rg":
            colour = "#" + "".join(f"{round(float(part) * 255):02X}" for part in operands)
        elif operator == b"re" and abs(float(operands[3]) - 0.6) < 0.01:
            strokes[colour] = float(operands[1])
    (foot,) = {foot for text, foot in heights(page) if text in ("basic", "vital")}
    assert strokes[LOOK.colours.inserted] < foot < strokes[LOOK.colours.deleted] < foot + LOOK.body.size / 2


def heights(page: Any) -> list[tuple[str, float]]:
    """List the words of a page, each with the foot of its letters."""
    found: list[tuple[str, float]] = []
    page.extract_text(visitor_text=lambda text, _, matrix, *rest: found.append((text.strip(), matrix[5])))
    return [(text, foot) for text, foot in found if text]


def test_where_lines_start_at_the_right_the_number_hangs_there() -> None:
    page = document(clause(12), sources(2), language="ar", title="Title")
    left = marks(read(page).pages[0])
    number = next(x for text, x in left if text == "12.")
    words = next(x for text, x in left if text.startswith("Clause 12"))
    assert LOOK.sheet.width - LOOK.sheet.start - LOOK.sheet.text < number < LOOK.sheet.width - LOOK.sheet.start
    assert words < LOOK.sheet.width / 2, "a full line ends where lines start, and begins far from there"
    cells = dict(left)
    assert cells["Number"] > cells["Wording"] > cells["Support"]


def test_links_follow_their_words_where_lines_start_at_the_right() -> None:
    reader = read(document(clause(1, "source-2"), sources(2), language="ar"))
    ((_, _, area),) = links(reader, 0)
    (left,) = [x for text, x in marks(reader.pages[0]) if text == "R-1"][:1]
    assert float(area[0]) == pytest.approx(left, abs=0.5)
