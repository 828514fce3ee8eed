"""The cover and the page that sums everything up: one page each, whatever they are given."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from demonstration import ADOPTED, cover, demonstration, on_a_page
from PIL import Image
from structure import laid, lines_of, pages_of, words_of

from consultation.document import Cover, Document, Emblem, Fact, Paragraph, SummaryPart, SummaryRow, plain
from consultation.errors import ExportRefused
from consultation.publishing import markdown_text, pdf_bytes, publish
from consultation.publishing.look import LOOK
from consultation.publishing.look.contrast import contrast, nearest_readable, readable
from consultation.publishing.pdf.pages import Page
from consultation.publishing.pdf.strips import Fill, Strip, Text

LONG = "open the budget of each district to those who live there and report on it every year " * 40


def cover_of(made: Cover, *, final: bool = False) -> Strip:
    """Set a cover."""
    page, *_ = pages_of(Document("en", made, final=final, status=ADOPTED))
    return page.placed[0].strip


def text_at(strip: Strip, words: str) -> Text:
    """Find a line of the cover."""
    return next(text for text in strip.texts if words_of(text.line).startswith(words))


def title_size(title: str) -> float:
    """Return the size of the letters of a title on a cover."""
    return text_at(cover_of(Cover(title)), title[:4]).line[0].ink.size


def test_a_long_title_is_set_smaller_but_never_smaller_than_readable_from_afar() -> None:
    title = "Kütahya Declaration of Intermediary Cities"
    assert title_size(title) == 34.0
    assert title_size(f"{title} and of their Networks") == 30.0
    assert title_size(title * 5) == title_size("x" * 5000) == 26.0


def test_only_a_draft_is_hatched_and_has_a_note() -> None:
    for final in (True, False):
        strip = cover_of(cover(final=final), final=final)
        assert any(bar.fill is Fill.HATCHED for bar in strip.bars) is not final
        assert (text_at(strip, ADOPTED).start == 0.0) is final


def test_unknown_figures_are_left_out_and_the_others_stand_from_the_start() -> None:
    facts = (Fact(None, "participants"), Fact(80, "recommendations"), Fact(0, "reservations"))
    strip = cover_of(replace(cover(), facts=facts))
    words = {words_of(text.line): text.start for text in strip.texts}
    assert "participants" not in words
    assert (words["80"], words["recommendations"]) == (0.0, 0.0)
    assert words["0"] == words["reservations"] > 0


def test_everything_on_a_cover_stays_on_it_and_nothing_stands_on_anything_else() -> None:
    emblems = tuple(Emblem(LONG) for _ in range(12))
    full = Cover(
        LONG, LONG, LONG, plain(LONG), ((LONG, LONG),) * 5, (Fact(10**30, LONG),) * 7, LONG, emblems, (LONG,) * 3, LONG
    )
    for made in (full, cover(), Cover("")):
        strip = cover_of(made)
        for text in strip.texts:
            assert 0 < text.y < LOOK.sheet.height - 30
            last = text.line[-1]
            assert text.start + last.start + last.width <= LOOK.sheet.room + 0.01
        places = sorted((round(text.start), text.y) for text in strip.texts)
        apart = [low[1] - high[1] for high, low in pairwise(places) if high[0] == low[0]]
        assert all(distance > 7 for distance in apart)


def said_on(page: Page) -> str:
    """Return the words of a page in one line."""
    return " ".join(lines_of(page))


def statement(number: int, sentences: int) -> str:
    """Make a statement that is like no other one."""
    return " ".join(
        f"This is sentence {each} of what the {number}. fund asks to be printed." for each in range(sentences)
    )


def with_statements(emblems: int, *sentences: int) -> tuple[list[str], list[Page]]:
    """Set a cover with statements of so many sentences each, and a text; return them and the pages."""
    statements = [statement(number, length) for number, length in enumerate(sentences)]
    houses = tuple(Emblem(f"House {each}") for each in range(emblems))
    made = replace(cover(), statements=tuple(statements), emblems=houses, languages="")
    return statements, pages_of(Document("en", made, (Paragraph(plain("The text.")),)))


@pytest.mark.parametrize("emblems", [0, 1, 10])
@pytest.mark.parametrize("sentences", [(1, 1), (4, 4, 30), (2, 30, 1), (60, 2), (1500,)])
def test_what_every_document_must_say_is_never_cut(emblems: int, sentences: tuple[int, ...]) -> None:
    statements, pages = with_statements(emblems, *sentences)
    whole = " ".join(map(said_on, pages))
    assert "…" not in whole
    for each in statements:
        assert each in whole
    assert whole.index(statements[-1]) >= whole.index(statements[0])
    assert said_on(pages[-1]) == "The text."


def test_statements_for_which_a_cover_has_no_room_stand_whole_on_the_page_behind_it() -> None:
    (first, second, third), (front, behind, _) = with_statements(4, 4, 20, 1)
    assert first in said_on(front)
    assert said_on(behind) == f"{second} {third}"


def test_a_first_statement_that_is_too_long_begins_on_the_cover_and_goes_on_behind_it() -> None:
    (first,), (front, behind, _) = with_statements(4, 20)
    assert first[:200] in said_on(front)
    assert first.endswith(said_on(behind))


def test_statements_on_the_cover_have_more_room_where_there_are_no_emblems() -> None:
    _, beside = with_statements(1, 14)
    _, alone = with_statements(0, 14)
    assert (len(beside), len(alone)) == (3, 2)


def picture(kind: str = "PNG") -> bytes:
    """Make a picture twice as wide as high."""
    data = BytesIO()
    Image.new("RGB", (200, 100), (110, 31, 58)).save(data, kind)
    return data.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_an_emblem_is_its_picture_or_else_its_name(kind: str) -> None:
    made = replace(cover(), emblems=(Emblem("Kütahya", picture(kind)), Emblem("Cities Alliance")))
    strip = cover_of(made)
    (drawn,) = strip.pictures
    assert (drawn.width, drawn.height) == (85.0, 42.5)
    assert drawn.element.alternative == "Kütahya"
    assert not [text for text in strip.texts if words_of(text.line) == "Kütahya"]
    assert text_at(strip, "Cities Alliance").start == pytest.approx(LOOK.sheet.columns(5, 11.34)[0][1])
    whole = Document("en", made)
    assert pdf_bytes(whole) == pdf_bytes(whole)
    assert "Kütahya, Cities Alliance" in markdown_text(whole)


def test_a_picture_that_is_none_is_refused_with_a_sentence(tmp_path: Path) -> None:
    made = replace(cover(), emblems=(Emblem("Kütahya", b"no picture"),))
    with pytest.raises(ExportRefused, match=r"“Kütahya”.*Nothing was written"):
        publish(Document("en", made), tmp_path / "a.pdf")
    assert not (tmp_path / "a.pdf").exists()


def test_the_summary_is_one_page_whatever_it_holds() -> None:
    row = SummaryRow(LONG, plain(LONG), plain(LONG))
    part = SummaryPart(LONG, (row,) * 30)
    for count in (0, 1, 4, 40):
        full = replace(on_a_page(), parts=(part,) * count, common=plain(LONG), note=plain(LONG), title=LONG)
        first, second = laid(full, Paragraph(plain("Next.")))
        assert list(lines_of(second)) == ["Next."]
        assert all(text.y < LOOK.sheet.depth for placed in first.placed for text in placed.strip.texts)


def test_a_summary_that_is_too_long_is_set_smaller_before_anything_is_left_out() -> None:
    sizes = []
    for count in range(1, 14):
        row = SummaryRow("People", plain("count unpaid care work in municipal accounts and publish it " * 4))
        parts = SummaryPart("We undertake to", (row,) * count), SummaryPart("We ask to", (row,) * 2)
        (page,) = laid(replace(on_a_page(), parts=parts))
        shown = [text for text in page.placed[0].strip.texts if words_of(text.line).startswith("count unpaid")]
        sizes.append((shown[0].line[0].ink.size, len(shown)))
    assert sizes[0] == (10.0, 3)
    smaller = [shown for size, shown in sizes if size == 9.5]
    assert max(shown for size, shown in sizes if size == 10.0) < smaller[0]
    assert smaller[-1] > 2, "more than one row of each part, as there is room"


def test_the_summary_is_text_in_markdown() -> None:
    written = markdown_text(demonstration())
    assert "## The declaration on a page\n\n- **351** participants" in written
    assert re.search(r"### We undertake to\n\n- \*People\*: count unpaid .*\n- \*Planet\*: display", written)
    assert "### We do not agree on ten points\n\n- among them a local climate clause" in written


def with_accent(colour: str) -> bytes:
    """Publish in another accent."""
    return pdf_bytes(Document("en", Cover("T")), look=replace(LOOK, colours=replace(LOOK.colours, accent=colour)))


def test_an_accent_too_light_to_be_read_is_refused_with_the_nearest_that_can() -> None:
    assert with_accent("#6E1F3A").startswith(b"%PDF")
    with pytest.raises(ExportRefused, match=r"#F0A030.*nearest colour that can be read is (#[0-9A-F]{6})") as refused:
        with_accent("#F0A030")
    nearest = re.search(r"is (#[0-9A-F]{6})", str(refused.value))
    assert nearest
    assert with_accent(nearest[1]).startswith(b"%PDF")


@pytest.mark.parametrize("colour", ["#FFFFFF", "#FFFF00", "#F0A030", "#7FB0C0", "#17505C", "#000000"])
def test_the_nearest_readable_colour_is_no_darker_than_it_must_be(colour: str) -> None:
    nearest = nearest_readable(colour, LOOK.colours)
    assert readable(nearest, LOOK.colours)
    assert nearest == colour if readable(colour, LOOK.colours) else contrast(nearest, LOOK.colours.wash) < 4.6
