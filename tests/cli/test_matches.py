"""The command that tells what is likely the same, what may contradict, and why; and joins what is identical."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest

from consultation.deciding import judging
from consultation.model import Group
from tests.builders import a_recommendation, a_session, empty_store
from tests.cli.terminal import Terminal

WELLS = "Open every public well of the old town to herders during the dry months."
FILE = "wells.consult"


@pytest.fixture
def asked(terminal: Terminal) -> dict[str, str]:
    """A file in which one thing is asked for twice, once in capitals, and its opposite; words by id."""
    with empty_store(terminal.folder, FILE) as store:
        here, there = (a_session(store, code).id for code in ("D1", "D2"))
        made = [
            a_recommendation(store, WELLS, session=here),
            a_recommendation(store, WELLS.upper(), session=there, reference="W-7"),
            a_recommendation(store, WELLS.replace("Open", "Close"), session=there),
            a_recommendation(store, "Pay the choirs of the villages for their evenings in hospitals.", session=here),
        ]
        return {str(each.id): each.text for each in made}


def test_what_is_the_same_and_what_may_contradict_is_told_with_its_reasons(terminal: Terminal, asked: dict[str, str]):
    told = terminal.data("matches", FILE, "--words-only")
    same, *others = told["pairs"]
    assert {same["a"]["text"], same["b"]["text"]} == {WELLS, WELLS.upper()}
    assert (same["band"], same["kind"]) == ("sure", "same")
    assert {same["a"]["reference"], same["b"]["reference"]} == {"D1 1", "W-7"}
    assert same["why"]
    assert {each["kind"] for each in others} == {"contradict"}
    assert [{member["id"] for member in group} for group in told["groups"]] == [{same["a"]["id"], same["b"]["id"]}]
    said = terminal.done("matches", FILE, "--words-only").out
    assert "Likely the same" in said
    assert "May contradict" in said
    assert "D2 1 (W-7)" in said


def test_what_was_decided_is_not_listed_again(terminal: Terminal, asked: dict[str, str]):
    first, second, opposite, _ = asked
    with terminal.opened(Path(FILE)) as store:
        judging.say_same(store, [UUID(first), UUID(second)], UUID(first))
    told = terminal.data("matches", FILE, "--words-only")
    assert told["groups"] == []
    assert {frozenset((pair["a"]["id"], pair["b"]["id"])) for pair in told["pairs"]} <= {
        frozenset((first, opposite)),
        frozenset((second, opposite)),
    }


def test_what_is_identical_is_joined_when_asked_for(terminal: Terminal, asked: dict[str, str]):
    first, second, *_ = asked
    told = terminal.data("matches", FILE, "--words-only", "--join-identical")
    assert told["joined"] == 1
    with terminal.opened(Path(FILE)) as store:
        (group,) = store.all(Group)
        assert [str(member) for member in group.recommendations] == [first, second]
        assert str(group.lead) == first
    assert terminal.data("matches", FILE, "--words-only", "--join-identical")["joined"] == 0


def test_pairs_below_the_threshold_are_left_out(terminal: Terminal, asked: dict[str, str]):
    told = terminal.data("matches", FILE, "--words-only", "--threshold", "1")
    assert told["threshold"] == 1
    assert all(pair["score"] >= 1 for pair in told["pairs"])


@pytest.mark.parametrize("share", ["2", "-1", "much", "nan"])
def test_a_threshold_that_is_no_share_is_refused(terminal: Terminal, asked: dict[str, str], share: str):
    said = terminal("matches", FILE, "--threshold", share)
    assert (said.code, said.out) == (2, "")
    assert "0 to 1" in said.err


def test_a_glossary_with_a_mistake_is_refused_by_line(terminal: Terminal, asked: dict[str, str]):
    Path("own.tsv").write_text("concept\tkind\ten\nwell\tnonsense\twell\n", encoding="utf-8")
    said = terminal.refused("matches", FILE, "--glossary", "own.tsv")
    assert "own.tsv" in said
    assert "2" in said


def test_a_folder_without_a_model_is_refused(terminal: Terminal, asked: dict[str, str]):
    (terminal.folder / "model").mkdir()
    assert "model" in terminal.refused("matches", FILE, "--model", "model")
