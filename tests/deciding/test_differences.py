"""Where two texts differ, by words: nothing is lost, and only what differs is marked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultation.deciding.differences import LONGEST, Fate, compare, redline
from tests.builders import many_examples

TEXT = st.lists(st.sampled_from(["the", "wells", "roads", "l’eau", " ", "  ", "\n", ",", ".", "Öl", "_"]), max_size=12)


def marked(text: str, other: str) -> list[str]:
    return [piece.text for piece in compare(text, other) if piece.differs]


@pytest.mark.parametrize(
    ("text", "other", "expected"),
    [
        ("Open the wells.", "Open all wells.", ["the"]),
        ("Open the old wells at night.", "Open all wells at night.", ["the old"]),
        ("Open the wells.", "Open the wells.", []),
        ("Open wells.", "Open the wells.", []),
        ("Ouvrir l’eau à tous", "Ouvrir l’air à tous", ["l’eau"]),
        ("Nothing in common", "Quelque chose", []),
    ],
)
def test_words_that_the_other_has_not_are_marked(text: str, other: str, expected: list[str]):
    assert marked(text, other) == expected


@many_examples(300)
@given(TEXT.map("".join), TEXT.map("".join))
def test_the_pieces_are_the_text(text: str, other: str):
    pieces = compare(text, other)
    assert "".join(piece.text for piece in pieces) == text
    assert all(piece.text == piece.text.strip() for piece in pieces if piece.differs), "spaces are not marked"


@many_examples(200)
@given(TEXT.map("".join))
def test_a_text_does_not_differ_from_itself(text: str):
    assert not marked(text, text)


def test_words_that_come_often_are_compared_too():
    often = "the wells, " * 150
    assert marked(f"open {often}", f"shut {often}") == ["open"]


def test_texts_too_long_to_compare_in_a_blink_are_shown_unmarked():
    text = "well " * LONGEST
    assert [(piece.text, piece.differs) for piece in compare(text, text + "more")] == [(text, False)]


def test_a_redline_shows_what_was_taken_out_before_what_was_put_in_its_place():
    shown = redline("Publish it every year.", "Publish the figure every year.")
    assert [(stretch.text, stretch.fate) for stretch in shown] == [
        ("Publish ", Fate.KEPT),
        ("it", Fate.TAKEN_OUT),
        ("the figure", Fate.PUT_IN),
        (" every year.", Fate.KEPT),
    ]


@pytest.mark.parametrize(("before", "after"), [("", "Open the wells."), ("Nothing in common", "Quelque chose")])
def test_what_has_nothing_in_common_is_not_compared(before: str, after: str):
    assert [(stretch.text, stretch.fate) for stretch in redline(before, after)] == [(after, Fate.KEPT)]


@many_examples(300)
@given(TEXT.map("".join), TEXT.map("".join))
def test_a_redline_holds_the_new_text_whole(before: str, after: str):
    shown = redline(before, after)
    assert "".join(stretch.text for stretch in shown if stretch.fate is not Fate.TAKEN_OUT) == after
