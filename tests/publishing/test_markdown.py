"""Markdown that says what the document says, and nothing people wrote becomes markup."""

from __future__ import annotations

import pytest
from declarations import clause, declaration, document, figure, sources

from consultation.document import (
    Block,
    Column,
    Heading,
    NumberedParagraph,
    Paragraph,
    Row,
    Run,
    Style,
    Table,
    listed,
    plain,
)
from consultation.publishing import markdown_text


def body(*blocks: Block) -> str:
    """Write blocks and leave out the cover."""
    return markdown_text(document(*blocks, final=True)).split("Kütahya\n\n", 2)[-1].rstrip("\n")


def test_the_cover_opens_the_text() -> None:
    text = markdown_text(declaration())
    assert text.startswith(
        "**DRAFT**\n\nDeclaration\n\n# Declaration of Kütahya\n\n*What we say*\n\n- **Place**: Kütahya\n"
    )
    assert "DRAFT" not in markdown_text(declaration(final=True))


def test_headings_clauses_and_notes_are_written() -> None:
    assert body(Heading(2, "On citizenship", "x")) == "### On citizenship"
    written = body(
        NumberedParagraph(
            "3.", (Run("We "), Run("open", Style.STRONG), Run(" doors.")), "c", notes=(plain("A"), plain("B"))
        )
    )
    assert written == "**3\\.** We **open** doors.\n\n> A\n>\n> B"


def test_a_reference_is_a_link_to_the_anchor_it_names() -> None:
    text = body(clause(1, "source-2", length=0), sources(2))
    assert "[R-1](#source-2)" in text
    assert '<a id="source-2"></a>R-2' in text
    assert 'id="source-1"' not in text


def test_a_reference_to_nothing_is_no_link() -> None:
    assert body(clause(1, "nowhere", length=0)).endswith("\u00a0\\[<sup>R-1</sup>\\]")


def test_an_anchor_cannot_break_out_of_its_link() -> None:
    hostile = '"></a><script>'
    text = body(clause(1, hostile), Table((Column("A"),), (Row((plain("x"),), hostile),)))
    assert "<script>" not in text


def test_spaces_stay_outside_of_the_marks() -> None:
    assert body(Paragraph((Run("a"), Run(" b ", Style.EMPHASIS), Run("c")))) == "a *b* c"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("# no heading", "\\# no heading"),
        ("- no list", "\\- no list"),
        ("+ no list", "\\+ no list"),
        ("1. no list", "1\\. no list"),
        ("12) no list", "12\\) no list"),
        ("> no quote", "\\> no quote"),
        ("a | b", "a \\| b"),
        ("*a* _b_ `c`", "\\*a\\* \\_b\\_ \\`c\\`"),
        ("<script>", "\\<script\\>"),
        ("[a](b) ![c](d)", "\\[a\\](b) \\!\\[c\\](d)"),
        ("a\\b &amp; ~~x~~", "a\\\\b \\&amp; \\~\\~x\\~\\~"),
        ("===", "\\==="),
        ("line\n# next\n\n- more", "line \\# next - more"),
        ("    no code", "no code"),
        ("ceci\u00a0: cela", "ceci\u00a0: cela"),
    ],
)
def test_what_people_wrote_never_becomes_markup(text: str, written: str) -> None:
    assert body(Paragraph(plain(text))) == written


def test_a_number_made_of_two_runs_opens_no_list() -> None:
    assert body(Paragraph((Run("1"), Run(". said twice")))) == "1\\. said twice"


def test_a_table_keeps_its_columns() -> None:
    table = Table((Column("A"), Column("B|C")), (Row((plain("1"), plain("x|y"))), Row((plain("one\nline"),))), "Title")
    assert body(table) == "**Title**\n\n| A | B\\|C |\n| --- | --- |\n| 1 | x\\|y |\n| one line |  |"


def test_a_figure_is_a_table_of_its_numbers() -> None:
    text = markdown_text(document(figure()))
    assert (
        "|  | Citizenship | Policy |\n| --- | ---: | ---: |\n| **People** | 12 | 5 |\n"
        "| **Planet \\& \\<water\\>** | 8 | 14 |" in text
    )
    assert "*Citizenship speaks of people, policy of the planet.*" in text


def test_lists_are_numbered_where_they_are_ordered() -> None:
    assert body(listed(plain("a"), plain("b"), ordered=True)) == "1. a\n2. b"
    assert body(listed(plain("a"), plain("b"))) == "- a\n- b"
