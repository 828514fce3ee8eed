"""Where words go on the page: what stays together, what is repeated, what hostile text cannot do."""

from __future__ import annotations

import time

import pytest
from declarations import (
    WORDS,
    clause,
    document,
    figure,
    objected,
    page_texts,
    read,
    sources,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from structure import laid, lines_of, strips_of_blocks, words_of

from consultation.document import (
    Align,
    Band,
    Column,
    Document,
    Heading,
    Item,
    Note,
    NumberedParagraph,
    Paragraph,
    Row,
    Run,
    Style,
    Table,
    plain,
)
from consultation.language import inert
from consultation.publishing import pdf_bytes
from consultation.publishing.look import LOOK
from consultation.publishing.pdf.fonts import BOX, cleaned, shared_out
from consultation.publishing.pdf.lines import break_lines, line_width


def test_no_line_is_wider_than_its_column() -> None:
    runs = (Run(WORDS * 5), Run("emphasised " * 9, Style.EMPHASIS), Run("R-1, R-2", Style.REFERENCE))
    lines = break_lines(runs, LOOK.body, 200.0)
    assert len(lines) > 10
    assert all(line_width(line) <= 200.0 for line in lines)


@given(
    st.lists(st.tuples(st.text(max_size=60) | st.text("ab- /", max_size=60), st.sampled_from(Style)), max_size=6),
    st.floats(20, 400),
)
@settings(max_examples=200, deadline=None)
def test_breaking_lines_loses_no_word(parts: list[tuple[str, Style]], width: float) -> None:
    runs = tuple(Run(text, style) for text, style in parts)
    lines = break_lines(runs, LOOK.body, width)
    whole = "".join(cleaned(run.text) for run in runs).replace(" ", "")
    shown = "".join(words_of(line) for line in lines).replace(" ", "")
    assert len(shown) == len(whole)
    assert all(there in (sign, BOX) for there, sign in zip(shown, whole, strict=True))
    assert all(line_width(line) <= width + 0.01 for line in lines)


def test_words_of_two_styles_without_a_space_stay_together() -> None:
    runs = (Run("aaaa "), Run("bbbb", Style.STRONG), Run("cccc"))
    lines = break_lines(runs, LOOK.body, 70.0)
    assert [words_of(line) for line in lines] == ["aaaa", "bbbbcccc"]


def test_a_word_is_broken_after_its_hyphen_before_it_is_cut() -> None:
    lines = break_lines(plain("participatory-budgeting"), LOOK.body, 90.0)
    assert [words_of(line) for line in lines] == ["participatory-", "budgeting"]


def test_spaces_that_do_not_break_hold_words_together() -> None:
    together = "projet\u00a0:"
    (line,) = break_lines(plain(together), LOOK.body, 400.0)
    lines = break_lines(plain(f"le {together} entier"), LOOK.body, line_width(line) + 1)
    assert [words_of(line) for line in lines] == ["le", together, "entier"]


def test_a_heading_never_stands_at_the_foot_of_a_page() -> None:
    for filling in range(1, 40):
        blocks = [Paragraph(plain("Filling.")) for _ in range(filling)]
        for page in laid(*blocks, Heading(2, "Heading", "h"), clause(1, length=4)):
            lines = list(lines_of(page))
            assert not lines or lines[-1] != "Heading"


def test_a_long_table_repeats_its_head_on_every_page() -> None:
    texts = page_texts(read(document(sources(120))))
    assert len(texts) > 4
    assert all("Wording" in text and "Support" in text for text in texts)
    assert sum(text.count("Sources") for text in texts) == 1


def test_no_row_of_a_table_is_lost_or_repeated() -> None:
    joined = "\n".join(page_texts(read(document(sources(120)))))
    assert [joined.splitlines().count(f"R-{number}") for number in range(1, 121)] == [1] * 120


def test_a_short_table_stays_on_one_page() -> None:
    for filling in range(1, 40):
        blocks = [Paragraph(plain("Filling.")) for _ in range(filling)]
        holding = [page for page in laid(*blocks, sources(4)) if any("R-" in line for line in lines_of(page))]
        assert len(holding) == 1


def test_a_cell_taller_than_a_page_runs_on() -> None:
    table = Table(
        (Column("A"), Column("B")), (Row((plain(WORDS * 120), plain("end"))), Row((plain("x"), plain("last"))))
    )
    texts = page_texts(read(document(table)))
    assert len(texts) > 2
    assert "last" in texts[-1]


def test_rows_with_too_few_or_too_many_cells_are_set() -> None:
    table = Table((Column("A"), Column("B")), (Row((plain("one"),)), Row((plain("1"), plain("2"), plain("3")))))
    assert "one" in page_texts(read(document(table)))[0]


HOSTILE = [
    '<img src="file:///etc/passwd"/>',
    "<para><b>&amp; & &#65; </i>",
    "<a href='https://example.org'>x</a>",
    ") Tj ET BT (injected) Tj \\ \\\\ \r\n (",
    "{name} %s %(x)s",
    "\x00\x01\x1f\x7f\ufeff\u202e\u200f",
    "\ud800 half a character",
    "👩‍👩‍👧 🇹🇷 ✓ → ≤",
    "سلام عليكم 世界 हिन्दी",
    "e\u0301 I\u0307 a\u0300",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_only_words(text: str) -> None:
    runs = plain(text)
    table = Table((Column(text),), (Row((runs,), text),), text)
    numbered = NumberedParagraph(text, runs, text, (Item(runs, text, text),), notes=(runs,))
    blocks = (Heading(1, text, text), Paragraph(runs), numbered, table, Note(runs), figure())
    reader = read(document(*blocks, title=text))
    assert all("/XObject" not in page.get("/Resources", {}) for page in reader.pages)
    assert not any("/URI" in str(link.get_object()) for page in reader.pages for link in page.get("/Annots", []))
    if text.isascii() and text.isprintable():
        assert "".join(text.split()) in "".join(page_texts(reader)[0].split())


def test_nothing_that_a_reader_program_obeys_is_in_the_words_of_a_page() -> None:
    obeyed = "".join(map(chr, (*range(32), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A))))
    assert cleaned(f"a{obeyed}b").replace(" ", "") == "ab"
    reader = read(document(Paragraph(plain(f"one{obeyed}two")), Heading(1, f"h{obeyed}h", "h"), title=f"t{obeyed}t"))
    words = "".join(page_texts(reader)) + str(reader.metadata)
    assert inert(words) == words


def test_a_character_of_no_font_becomes_a_box() -> None:
    ((face, text),) = shared_out("世", LOOK.body.face)
    assert text == BOX
    assert BOX in face.covers


def test_a_sign_is_taken_from_another_font_that_has_it() -> None:
    parts = shared_out("a→b✓", LOOK.body.face)
    assert "".join(text for _, text in parts) == "a→b✓"
    assert len({face.name for face, _ in parts}) == 3


def test_a_word_of_200000_characters_is_set_in_time() -> None:
    word = "x" * 200_000
    table = Table((Column(word), Column("b")), (Row((plain(word), plain(word))),))
    start = time.perf_counter()
    data = pdf_bytes(document(Paragraph(plain(word)), table))
    assert time.perf_counter() - start < 6  # about 0.5 s each on an idle machine
    assert data.startswith(b"%PDF")


@given(st.text(max_size=300))
@settings(max_examples=40, deadline=None)
def test_any_text_can_be_published(text: str) -> None:
    runs = plain(text)
    table = Table((Column(text),), (Row((runs,)),), text)
    made: Document = document(Heading(1, text, text), NumberedParagraph(text, runs, text), table, figure(), title=text)
    assert pdf_bytes(made).startswith(b"%PDF")


def test_a_band_never_stands_at_the_foot_of_a_page() -> None:
    rows = tuple(row for n in range(60) for row in (Band(plain(f"Band {n}")), Row((plain(f"Row {n}"),))))
    for page in laid(Table((Column("A"),), rows)):
        assert not list(lines_of(page))[-1].startswith("Band")


def test_a_wording_never_stands_without_its_first_objection() -> None:
    for filling in range(1, 45):
        blocks = [Paragraph(plain("Filling.")) for _ in range(filling)]
        (page,) = [page for page in laid(*blocks, objected()) if "Ouvrir les puits." in lines_of(page)]
        assert "Half my city stands on drained land." in lines_of(page)


def test_a_sign_behind_a_number_hangs_so_that_figures_stand_below_each_other() -> None:
    columns = (Column("Words", 5), Column("For", 1, Align.END), Column("Stands in", 3))
    rows = tuple(
        Row((plain("words"), cell, ())) for cell in (plain("21"), (Run("21"), Run("\u2009‡", Style.REMARK)), plain("9"))
    )
    texts = [text for strip in strips_of_blocks(Table(columns, rows)) for text in strip.texts]
    ends = {}
    for text in texts:
        first = text.line[0]
        if first.text in ("21", "9"):
            ends.setdefault(len(text.line), set()).add(round(text.start + first.start + first.width, 3))
    assert ends[1] == ends[2]
    assert len(ends[1]) == 1


def test_rules_start_where_the_words_do_and_a_sum_is_ruled_off_in_ink() -> None:
    columns = (Column("No.", 22, Align.END), Column("Words", 400))
    rows = (Row((plain("1"), plain("words"))), Row(((), plain("Sum")), total=True))
    _, first, last = strips_of_blocks(Table(columns, rows))
    (thin,), (thick,) = first.bars, last.bars
    assert thin.start > 20
    assert thin.start + thin.width == pytest.approx(LOOK.sheet.room)
    assert (thick.start, thick.width, thick.colour) == (0.0, LOOK.sheet.room, LOOK.colours.ink)
    assert first.keep, "a sum stays with the row above it"


def test_a_table_with_bands_begins_with_its_first_row_on_the_same_page() -> None:
    columns = (Column("A"), Column("B"))
    rows = (Band(plain("Session")), *(Row((plain(f"R-{n}"), plain(WORDS * 4))) for n in range(30)))
    for filling in range(20, 45):
        blocks = [Paragraph(plain("Filling.")) for _ in range(filling)]
        (page,) = [page for page in laid(*blocks, Table(columns, rows)) if "Session" in lines_of(page)]
        assert "R-0" in lines_of(page)
