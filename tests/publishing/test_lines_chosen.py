"""Lines are chosen over the whole paragraph, and what belongs together stays on one line."""

from __future__ import annotations

import pytest
from structure import words_of

from consultation.document import Run, Style, plain
from consultation.publishing.look import LOOK
from consultation.publishing.pdf.lines import break_lines, line_width, title_lines

WIDTH = 385.5


def broken(text: str, width: float = WIDTH) -> list[str]:
    """Break a text and return the words of its lines."""
    return [words_of(line) for line in break_lines(plain(text), LOOK.body, width)]


def test_no_word_is_left_alone_on_the_last_line_where_another_can_go_with_it() -> None:
    text = (
        "give legal personality to joint water authorities, with their own account, their own signature and "
        "access to public credit (with development banks);"
    )
    assert broken(text, 362.8)[-1] == "development banks);"


def test_lines_are_more_even_than_if_each_were_filled_in_turn() -> None:
    text = "aaaa bbb cc ddddd"
    lines = break_lines(plain(text), LOOK.body, line_width(break_lines(plain("aaaa bbb"), LOOK.body, 500.0)[0]) + 1)
    assert [words_of(line) for line in lines] == ["aaaa bbb", "cc ddddd"]


@pytest.mark.parametrize(
    "together",
    ["8 October", "8 de octubre", "paragraph 12", "2 (c)", "Annex A", "18 %", "« eau", "eau »", "ceci :", "1 octobre"],
)
def test_what_belongs_together_is_not_parted(together: str) -> None:
    wide, least = (
        line_width(break_lines(plain(text), LOOK.body, 500.0)[0]) for text in (f"xxxxxxxx {together}", together)
    )
    for less in range(1, int(wide - max(least, 50.0)) - 1, 2):
        lines = broken(f"xxxxxxxx {together} yyyyy", wide - less)
        assert any(together in line for line in lines), lines


def test_a_space_that_holds_words_together_is_drawn_as_any_other() -> None:
    assert "\u00a0" not in "".join(broken("from 5 to 8 October 2021"))


def test_a_line_rather_ends_before_a_word_of_one_letter_than_after_it() -> None:
    text = "guarantee every household a free vital volume of water, paid for by a rising tariff on the largest users"
    assert not any(line.endswith(" a") for line in broken(text, 362.8))


def test_no_line_of_a_title_ends_with_a_word_that_joins_the_next() -> None:
    for title in (
        "Kütahya Declaration of Intermediary Cities",
        "Déclaration de Kütahya des villes intermédiaires et de leurs réseaux",
        "Declaración de las ciudades intermedias y de sus redes en el mundo",
    ):
        lines = [words_of(line) for line in title_lines(title, LOOK.title((34.0, 40.3)), LOOK.sheet.room)]
        assert len(lines) > 1
        assert not any(line.split()[-1] in ("of", "de", "des", "las", "y", "et", "el", "en") for line in lines)


def test_a_word_of_5000_letters_is_cut_and_stays_within_its_column() -> None:
    for text in ("x" * 5000, "ab-" * 1700, "a" * 30 + "-" + "b" * 5000):
        lines = break_lines((Run("We "), Run(text, Style.STRONG), Run(" end")), LOOK.body, WIDTH)
        assert all(line_width(line) <= WIDTH + 0.01 for line in lines)
        assert sum(len(words_of(line).replace(" ", "")) for line in lines) == len(text) + 5
