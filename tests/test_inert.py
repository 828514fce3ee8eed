"""Words from anybody's file, shown where controls and turns of direction would be obeyed."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultation.language import inert, inert_json

TURNS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@pytest.mark.parametrize(
    "text", ["\x1b[31mred", "\x9b2J", "a\x00b", "\x7f", "\x85", *TURNS, "\ud800", "\x1b]0;title\x07"]
)
def test_what_would_be_obeyed_is_shown_instead(text: str) -> None:
    shown = inert(text)
    assert "\ufffd" in shown
    assert not any(unicodedata.category(one) in ("Cc", "Cs") or one in TURNS for one in shown)


@pytest.mark.parametrize(
    "text",
    [
        "one\ntwo\tthree",
        "سلام \u200fعليكم",
        "نمی\u200cخواهم",
        "👩\u200d👩\u200d👧",
        "projet\u00a0: « eau »",
        "\ufffd",
        "",
    ],
)
def test_what_people_write_stays_as_it_is(text: str) -> None:
    assert inert(text) == text


def test_line_ends_become_newlines() -> None:
    assert inert("one\r\ntwo\rthree") == "one\ntwo\nthree"


@given(st.text())
def test_what_was_made_inert_stays_so(text: str) -> None:
    assert inert(inert(text)) == inert(text)


@given(st.text())
def test_json_says_the_same_and_holds_nothing_to_obey(text: str) -> None:
    written = inert_json(json.dumps({"words": text}, ensure_ascii=False, indent=2))
    assert json.loads(written) == {"words": text}
    assert inert(written) == written
