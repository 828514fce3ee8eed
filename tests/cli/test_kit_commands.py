"""A secretariat saves its consultation as a kit, looks through it and makes the next consultation from it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from consultation.kits import kits
from tests.cli.terminal import Terminal

FORUM = "forum-intermediary-cities-2021"


@pytest.fixture
def forum(terminal: Terminal) -> Path:
    terminal.done("new", "forum.consult", "--kit", FORUM)
    return Path("forum.consult")


def test_every_kit_is_listed_with_what_it_is_for(terminal: Terminal) -> None:
    listed = terminal.data("kits")["kits"]
    assert [each["name"] for each in listed] == [kit.name for kit in kits()]
    words = terminal.done("kits").out
    assert all(each["description"] in words for each in listed)


def test_a_consultation_becomes_a_kit_and_the_kit_a_consultation(terminal: Terminal, forum: Path) -> None:
    said = terminal.done("kit", "save", forum, "ours.toml", "--name", "ours-2025")
    assert "Saved the kit “ours-2025” to “ours.toml”." in said.out
    assert "private contacts are not in it" in said.out
    checked = terminal.done("kit", "check", "ours.toml")
    assert "(ours-2025, version 1) can be used." in checked.out
    assert "13 sessions" in checked.out
    terminal.done("new", "next.consult", "--kit", "ours.toml")
    first, second = terminal.data("info", forum), terminal.data("info", "next.consult")
    assert first["sessions"] == second["sessions"]
    assert first["counts"] == second["counts"]
    assert second["consultation"]["kit"] == "ours-2025"


def test_a_kit_is_called_as_its_file_where_nobody_says_otherwise(terminal: Terminal, forum: Path) -> None:
    assert terminal.data("kit", "save", forum, "ours.toml")["name"] == "ours"


def test_a_kit_of_ours_is_looked_through_by_its_name(terminal: Terminal) -> None:
    assert terminal.data("kit", "check", FORUM)["name"] == FORUM


def test_what_is_wrong_in_a_kit_is_said_with_its_line(terminal: Terminal, forum: Path) -> None:
    terminal.done("kit", "save", forum, "ours.toml")
    text = Path("ours.toml").read_text("utf-8")
    Path("ours.toml").write_text(text.replace("[[sessions]]", '[[sessions]]\ncolour = "red"', 1), "utf-8")
    line = text[: text.index("[[sessions]]")].count("\n") + 2
    for words in (("kit", "check", "ours.toml"), ("new", "next.consult", "--kit", "ours.toml")):
        said = terminal(*words)
        assert (said.code, said.out) == (1, "")
        assert f"because of sessions[1].colour (line {line}): " in said.err
    assert not Path("next.consult").exists()


def test_toml_that_is_none_is_said_with_its_line(terminal: Terminal) -> None:
    Path("ours.toml").write_text('format = 3\nname = "ours\n', "utf-8")
    said = terminal("kit", "check", "ours.toml")
    assert said.code == 1
    assert "line 2" in said.err


def test_words_in_other_languages_and_lacking_ones_are_told(terminal: Terminal) -> None:
    terminal.done("new", "bare.consult", "--title", "Meeting", "--lang", "en")
    Path("days.csv").write_text("id,code,title.de\n,A,Sitzung\n", "utf-8")
    terminal("import", "bare.consult", "days.csv", "--as", "sessions")
    said = terminal("kit", "save", "bare.consult", "ours.toml")
    assert said.code == 0
    assert "Some of its texts are not there in every language." in said.out
    assert "were left out: German." in said.err
    assert terminal.data("kit", "check", "ours.toml")["complete"] is False


@pytest.mark.parametrize(
    "words",
    [
        ("kit",),
        ("kit", "eat", "forum.consult"),
        ("kit", "save", "forum.consult"),
        ("kit", "save", "forum.consult", "ours.consult"),
        ("kit", "check", "ours.toml", "other.toml"),
        ("kit", "save", "forum.consult", f"{FORUM}.toml"),
    ],
    ids=" ".join,
)
def test_words_that_make_no_sense_change_nothing(terminal: Terminal, forum: Path, words: tuple[str, ...]) -> None:
    before = sorted(os.listdir())
    assert terminal(*words).code == 2
    assert sorted(os.listdir()) == before


def test_the_consultation_itself_is_never_overwritten_by_its_kit(terminal: Terminal, forum: Path) -> None:
    forum.rename("forum.toml")
    before = Path("forum.toml").read_bytes()
    assert terminal("kit", "save", "forum.toml", "forum.toml").code == 2
    assert Path("forum.toml").read_bytes() == before


def test_a_name_that_no_text_has_is_written_as_one(terminal: Terminal, forum: Path) -> None:
    assert terminal.data("kit", "save", forum, "ours.toml", "--name", "ours\udcff")["name"] == "ours?"
