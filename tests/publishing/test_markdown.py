"""Markdown that says what the document says, and nothing people wrote becomes markup."""

from __future__ import annotations

from dataclasses import replace

import pytest
from declarations import WORDS as SPACED
from declarations import (
    banded,
    changed,
    clause,
    declaration,
    document,
    facts,
    figure,
    grid,
    lettered,
    nested,
    objected,
    run_in,
    sources,
    stacked,
)
from hypothesis import given
from hypothesis import strategies as st

from consultation.document import (
    Band,
    Block,
    Column,
    Fact,
    Facts,
    Heading,
    Item,
    NumberedParagraph,
    Paragraph,
    Row,
    Run,
    Style,
    Table,
    deleted,
    inserted,
    listed,
    plain,
)
from consultation.language import inert
from consultation.publishing import markdown_text

WORDS = f"{SPACED.strip()} \u00a0"


def body(*blocks: Block) -> str:
    """Write blocks and leave out the cover."""
    return markdown_text(document(*blocks, final=True)).split("Kütahya\n\n", 2)[-1].rstrip("\n")


def test_the_cover_opens_the_text() -> None:
    text = markdown_text(declaration())
    assert text.startswith(
        "**Draft of 8 October 2021 · 7f3a-91c2**\n\nDeclaration · UCLG\n\n# Declaration of Kütahya\n\n"
        "- **Place**: Kütahya\n"
    )


def test_a_draft_says_so_even_where_nobody_said_as_of_when() -> None:
    for final in (True, False):
        assert ("DRAFT" in markdown_text(replace(declaration(final=final), status=""))) is not final


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


def test_lettered_items_are_a_list_with_their_sources_and_notes() -> None:
    assert body(lettered(letters="ab", notes=(plain("More."),)), sources(1)).startswith(
        "**2** *People.* We, local and regional governments, undertake to:\n\n"
        f"- (a) item a: {WORDS}\\[[S1](#source-1)\\]\n  > Said in two rooms.\n"
        f"- (b) item b: {WORDS}\\[<sup>S2</sup>\\]\n\n> More.\n\n"
    )


def test_an_item_without_a_letter_runs_on_in_the_lead_in() -> None:
    assert body(run_in()) == "**8** We call on partners to open the books.\u00a0\\[<sup>7</sup>\\]\n\n> A note."


def test_an_item_can_be_linked_to() -> None:
    linked = body(lettered(letters="a"), Paragraph((Run("2 (a)", target="p2a"),)))
    assert '- <a id="p2a"></a>(a) item' in linked
    assert linked.endswith("\n\n2 (a)")


def test_lists_in_lists_stand_under_the_words_of_their_entry() -> None:
    assert body(nested()) == "- outer\n  1. first\n     - inmost\n  2. second\n- last"


def test_inserted_and_deleted_words_are_marked_and_still_escaped() -> None:
    assert body(changed()) == "a free <del>basic</del> <ins>*vital*</ins> volume of water"
    hostile = Paragraph((inserted("</ins><script>"), deleted("*x*")))
    assert body(hostile) == "<ins>\\</ins\\>\\<script\\></ins><del>\\*x\\*</del>"


def test_heads_of_rows_and_bands_stand_out() -> None:
    assert body(banded()) == (
        "**People by session**\n\n| Region | People | How |\n| --- | ---: | :---: |\n"
        "| **Climate justice** · 5 October 2021 |  |  |\n| **Africa** | 20 | online |\n"
        "| **Water justice** |  |  |\n| **Europe** | 8 | in the room |"
    )


def test_a_short_head_is_written_out_and_second_lines_stand_behind_the_first() -> None:
    columns = (Column("Agst", meaning="Hands against"), Column("Proposed by"))
    rows = (
        Row((plain("3"), plain("Hatice")), remarks=((), plain("French, R-1"))),
        Row((plain("9"), ()), total=True),
    )
    assert body(Table(columns, rows)) == (
        "| Hands against | Proposed by |\n| --- | --- |\n| 3 | Hatice · French, R-1 |\n| **9** |  |"
    )


def test_objections_are_quoted_under_their_wording() -> None:
    assert body(objected()) == (
        "**12** Ouvrir les puits. – **6 (a)** · 21 / 4 / 3\n\n"
        "> **A delegate from a delta town**: Half my city stands on drained land.\n>\n"
        "> **Not named**: Et les coûts ?\u00a0French"
    )


def test_facts_are_a_list_of_their_numbers() -> None:
    assert body(facts()).endswith("- **351** people listed or counted\n- **8** sessions\n- **–** online")


def test_sums_and_unknown_numbers_are_in_the_table_of_a_figure() -> None:
    assert "| **Consultation of May** | 2 | – | 1 | 3 |" in body(stacked())
    assert "| **Africa** | 38 | – | 38 |" in body(grid())


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("see https://example.org/a?b=c", "see https\\://example\\.org/a?b=c"),
        ("HTTP://EXAMPLE.ORG", "HTTP\\://EXAMPLE\\.ORG"),
        ("www.example.org", "www\\.example\\.org"),
        ("mailto:a@b.org", "mailto\\:a<span>@</span>b\\.org"),
        ("ask @alice", "ask <span>@</span>alice"),
        ("at 13:30, 1.5 of 2", "at 13:30, 1.5 of 2"),
        ("Rooms: one. Two @ 3", "Rooms: one. Two @ 3"),
    ],
)
def test_addresses_that_people_wrote_do_not_become_links(text: str, written: str) -> None:
    assert body(Paragraph(plain(text))) == written


@given(
    st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("\x1b\x9b\x00\x85\u202e\u2066\r\n"), max_size=80)
)
def test_nothing_that_a_terminal_obeys_is_in_the_text(text: str) -> None:
    runs = plain(text)
    table = Table((Column(text, head=True),), (Row((runs,), text), Band(runs, runs)), text)
    paragraph = NumberedParagraph(text, runs, text, (Item(runs, text, text, runs, (runs,)),), runs, (runs,))
    facts_of_text = Facts((Fact(1, text),), text, text, text)
    written = markdown_text(document(Heading(1, text, text), paragraph, table, facts_of_text, title=text))
    assert inert(written) == written


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
