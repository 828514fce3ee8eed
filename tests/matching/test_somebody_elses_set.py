"""Pairs that somebody wrote who had not seen the code: what is sure is right, and little is missed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.matching.measuring import Measured, measure, read_set


@pytest.fixture(scope="module")
def measured() -> Measured:
    labelled = read_set(Path(__file__).parent / "somebody_elses.toml")
    assert len(labelled.kinds) >= 200
    return measure(labelled)


def test_what_is_said_to_be_surely_the_same_is(measured: Measured) -> None:
    assert measured.precision >= 0.95
    assert measured.opposed_sure == 0


def test_what_is_worded_almost_alike_is_surely_found(measured: Measured) -> None:
    assert measured.sure["surface"] >= 0.98
    assert measured.sure["reordered"] >= 0.85
    assert measured.found["surface"] == 1
    assert measured.found["reordered"] >= 0.95


def test_other_words_and_other_languages_are_proposed_without_many_proposals(measured: Measured) -> None:
    assert measured.found["paraphrase"] >= 0.4
    assert measured.found["across"] >= 0.85
    assert measured.proposals <= 3


def test_most_contradictions_are_shown_as_such(measured: Measured) -> None:
    assert measured.opposed_shown >= 0.6
