"""Spaces at which no line of a page ends."""

import pytest

from consultation.publishing.pdf.binding import BOUND, bound


@pytest.mark.parametrize("text", ["Wonder, circle A", "Room 3", "Visit 12"])
def test_the_letter_or_number_a_text_ends_with_stays_with_its_word(text):
    assert bound(text).count(BOUND) == 1
    assert bound(text).replace(BOUND, " ") == text


def test_words_are_parted_as_always():
    assert bound("A room of one floor") == "A room of one floor"
