"""Texts edited in two places are put together where no sentence was touched twice, and never at the cost of words."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from consultation.deciding.three_way import put_together, sentences_of
from tests.builders import many_examples

BEFORE = "Open the wells. Mend the roads. Plant trees along them."

WORDS = st.lists(st.sampled_from(["wells", "Roads", "Mr", "trees", "a", "3", "los", "井"]), min_size=1, max_size=3)
SENTENCE = st.builds(
    lambda words, end: " ".join(words) + end, WORDS, st.sampled_from([". ", ".\n", "! ", ".", " ", "。", "…” ", "\n\n"])
)
TEXT = st.lists(SENTENCE, max_size=5).map("".join) | st.text("Aa. \n!", max_size=10)


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def test_edits_in_different_sentences_are_put_together():
    one = "Open all wells. Mend the roads. Plant trees along them."
    other = "Open the wells. Mend the roads. Plant fruit trees along them."
    assert put_together(BEFORE, one, other) == "Open all wells. Mend the roads. Plant fruit trees along them."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Open all wells. Mend the roads. Plant trees along them.", "Open the wells at night. " + BEFORE[16:]),
        ("Open all wells. Mend the roads. Plant trees along them.", "Mend the roads. Plant trees along them."),
        ("Open the wells and mend the roads. Plant trees along them.", BEFORE.replace("Mend", "Repair")),
        (BEFORE.replace("Mend", "Soon. Mend"), BEFORE.replace("Mend", "Now. Mend")),
        (BEFORE.replace("Mend", "Soon. Mend"), BEFORE.replace("Mend the", "Mend all")),
        (BEFORE.replace("Mend", "Soon. Mend"), BEFORE.replace("Open the", "Open all")),
        (BEFORE + " Soon.", BEFORE + " Never."),
        ("Something else.", BEFORE.replace("Mend", "Repair")),
    ],
    ids=["same sentence", "taken out", "joined", "two at one place", "before", "behind", "at the end", "written anew"],
)
def test_what_touches_one_sentence_twice_is_for_a_person_to_decide(one: str, other: str):
    assert put_together(BEFORE, one, other) is None
    assert put_together(BEFORE, other, one) is None


def test_a_sentence_taken_out_and_one_changed_elsewhere_are_both_done():
    assert (
        put_together(BEFORE, BEFORE.replace("Mend the roads. ", ""), BEFORE.replace("Plant", "Water"))
        == "Open the wells. Water trees along them."
    )


def test_what_both_have_changed_alike_is_done_once():
    one = BEFORE.replace("Open the", "Open all").replace("Mend", "Repair")
    other = BEFORE.replace("Open the", "Open all").replace("Plant", "Water")
    assert put_together(BEFORE, one, other) == "Open all wells. Repair the roads. Water trees along them."


def test_texts_too_long_to_compare_in_a_blink_are_left_to_a_person_unless_they_are_equal():
    long = "Open them. " * 2000
    assert put_together(long, "Never. " + long, long + "Ever.") is None
    assert put_together(long, "Never. " + long, "Never. " + long) == "Never. " + long


def test_two_who_began_with_nothing_are_not_put_together():
    assert put_together("", "Open the wells.", "Mend the roads.") is None


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Open them. Mend them.", ["Open them. ", "Mend them."]),
        ("Yes. No.", ["Yes. No."]),
        ("See art. 3. Then go.", ["See art. 3. ", "Then go."]),
        ("Mr. Benali and A. Paz came. So?", ["Mr. Benali and A. Paz came. ", "So?"]),
        ("He said: “Go!” Then he went.", ["He said: “Go!” ", "Then he went."]),
        ("It is 3.5 m. wide.", ["It is 3.5 m. wide."]),
        ("first\nsecond", ["first\n", "second"]),
        ("打开水井。修路。", ["打开水井。", "修路。"]),
        ("Wait... what? Yes", ["Wait... what? ", "Yes"]),
        ("", []),
    ],
)
def test_a_text_is_divided_where_a_sentence_surely_ends(text: str, sentences: list[str]):
    assert sentences_of(text) == sentences


@many_examples(400)
@given(st.text("Aa.!? \n\r\t。”(井3", max_size=30) | TEXT)
def test_dividing_loses_nothing(text: str):
    assert "".join(sentences_of(text)) == text
    assert all(sentences_of(text))


@many_examples(400)
@given(TEXT, TEXT, TEXT)
@example(BEFORE, BEFORE.replace("Open", "Shut"), BEFORE.replace("Plant", "Water"))
def test_the_order_makes_no_difference(before: str, one: str, other: str):
    assert put_together(before, one, other) == put_together(before, other, one)


@many_examples(200)
@given(TEXT, TEXT)
def test_who_changed_nothing_leaves_it_to_the_other(before: str, one: str):
    assert put_together(before, before, one) == one
    assert put_together(before, one, one) == one


@many_examples(600)
@given(st.lists(SENTENCE, min_size=1, max_size=5), st.data())
def test_whatever_is_put_together_has_the_words_of_both(sentences: list[str], data: st.DataObject):
    before = "".join(sentences)

    def edited() -> str:
        kept = list(sentences)
        for place in data.draw(st.sets(st.integers(0, len(kept) - 1), max_size=2)):
            kept[place] = data.draw(st.just("") | SENTENCE.map(lambda new: f"Zebra {new}"))
        return "".join(kept)

    one, other = edited(), edited()
    together = put_together(before, one, other)
    if together is not None:
        for text in (one, other):
            written = [sentence for sentence in sentences_of(text) if sentence not in sentences_of(before)]
            assert all(sentence in together for sentence in written)
            assert set(words(text)) - set(words(before)) <= set(words(together))
        assert set(words(together)) <= set(words(one)) | set(words(other))
