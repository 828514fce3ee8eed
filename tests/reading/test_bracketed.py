"""Wordings among which nobody has chosen are read as one sentence, each one's own words between brackets."""

from __future__ import annotations

import pytest

from consultation.reading.versions import bracketed


@pytest.mark.parametrize(
    ("versions", "said"),
    [
        (
            ["keep a public register of the rivers", "keep a voluntary register, closed to the police, of the rivers"],
            "keep a [public register] [voluntary register, closed to the police,] of the rivers",
        ),
        (["open the wells", "mend the roads"], "[open the wells] [mend the roads]"),
        (["open the wells", "open the wells to all"], "open the wells [to all]"),
        (["open wells", "open wells"], "open wells"),
        (["open", "mend"], "[open] [mend]"),
        (["for all of us", "for some of us", "for none of us"], "for [all] [some] [none] of us"),
        (["all wells all year", "all year"], "all [wells all] year"),
        (["", "open"], "[open]"),
    ],
)
def test_common_words_stand_outside_the_brackets(versions: list[str], said: str):
    pieces = bracketed(versions)
    assert " ".join(f"[{piece.text}]" if piece.is_open else piece.text for piece in pieces) == said
