"""docs/commands.md says all there is to say about the commands, and says it right."""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from consultation.cli.commands import COMMANDS
from consultation.cli.parser import make_parser
from consultation.exchange.interventions import COLUMNS as INTERVENTION_COLUMNS
from consultation.exchange.recommendations import COLUMNS, IN_WORDS
from consultation.language import translator
from consultation.model import Lesson
from tests.cli.terminal import Terminal

DOCUMENT = (Path(__file__).parents[2] / "docs" / "commands.md").read_text(encoding="utf-8")
SECTIONS = {part.split("\n", 1)[0].strip(): part for part in re.split(r"^## ", DOCUMENT, flags=re.MULTILINE)[1:]}
EXAMPLES = {name: json.loads(text) for name, text in re.findall(r"```json ([\w-]+)\n(.*?)```", DOCUMENT, re.DOTALL)}
OPEN_MAPS = {"title", "created", "changed", "deleted", "translations", "new_terms", "kinds", "left_out"}
"""Objects whose keys are languages, kinds or vocabularies: which of them are there differs."""


def commands() -> dict[str, argparse.ArgumentParser]:
    parser = make_parser(translator("en"))
    (choices,) = [one for one in parser._actions if isinstance(one, argparse._SubParsersAction)]
    return dict(choices.choices)


def test_the_parser_knows_exactly_the_commands_that_can_be_carried_out() -> None:
    assert set(commands()) == set(COMMANDS)
    assert " ".join(sorted(COMMANDS)) == (
        "add carry-over check conflicts demo digest draft editions erase export freeze hand-out import info kit kits "
        "matches merge merges new open priorities salvage take-back"
    )


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_with_every_option_is_documented(name: str) -> None:
    assert f"python main.py {name}" in SECTIONS[name]
    for action in commands()[name]._actions:
        for option in action.option_strings:
            if option not in ("-h", "--help"):
                assert re.search(rf"{re.escape(option)}\b", SECTIONS[name]), option
        if not action.option_strings:
            assert str(action.metavar or "{" + ",".join(action.choices or ()) + "}") in SECTIONS[name]
        for choice in action.choices or ():
            assert str(choice) in SECTIONS[name]


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_no_option_is_documented_that_is_not_there(name: str) -> None:
    known = {option for action in commands()[name]._actions for option in action.option_strings}
    shown = set(re.findall(r"--[a-z-]+", SECTIONS[name].split("```")[1]))
    assert shown <= known


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_explains_itself(name: str, terminal: Terminal) -> None:
    said = terminal(name, "--help")
    assert (said.code, said.err) == (0, "")
    assert "--json" in said.out
    for action in commands()[name]._actions:
        assert action.help


def test_the_table_at_the_top_lists_every_command_in_the_order_of_its_sections() -> None:
    listed = re.findall(r"^\| \[`([\w-]+)`\]\(#\1\) \|", DOCUMENT, re.MULTILINE)
    assert listed == [name for name in SECTIONS if name in COMMANDS]
    assert set(listed) == set(COMMANDS)


def test_all_columns_of_tables_are_documented() -> None:
    for column in {*COLUMNS, *IN_WORDS, *INTERVENTION_COLUMNS}:
        assert f"`{column}`" in SECTIONS["import"]


def test_all_exit_codes_are_documented() -> None:
    for code in (0, 1, 2):
        assert f"`{code}`" in SECTIONS["What holds for all of them"]


def differences(shown: Any, real: Any, path: str = "") -> Iterator[str]:
    """Where two JSON values are not of one shape: other keys, or other types."""
    if isinstance(shown, dict) and isinstance(real, dict):
        if path.rpartition(".")[2] in OPEN_MAPS:
            for value in real.values():
                yield from differences(next(iter(shown.values())), value, f"{path}.*")
            return
        if set(shown) != set(real):
            yield f"{path}: {sorted(set(shown) ^ set(real))}"
        if list(shown) != list(real):
            yield f"{path}: other order"
        for key in set(shown) & set(real):
            yield from differences(shown[key], real[key], f"{path}.{key}")
    elif isinstance(shown, list) and isinstance(real, list):
        if shown:
            for value in real:
                yield from differences(shown[0], value, f"{path}[]")
    elif shown is not None and real is not None and type(shown) is not type(real) and path[-6:] != ".value":
        yield f"{path}: {type(shown).__name__} is {type(real).__name__}"


def assert_as_documented(name: str, real: Any) -> None:
    assert list(differences(EXAMPLES[name], real, name)) == []


def test_every_command_that_answers_has_an_example() -> None:
    assert set(EXAMPLES) == {*COMMANDS, "recommendations", "import-listing"} - {"open"}


def test_the_answers_have_the_shapes_that_are_documented(terminal: Terminal, rooms: list[Path]) -> None:
    merged = Path("prepared.consult")
    assert_as_documented("kits", terminal.data("kits"))
    assert_as_documented("new", terminal.data("new", "a.consult", "--kit", "forum-intermediary-cities-2021"))
    assert_as_documented("merge", terminal.data("merge", merged, *rooms, "--dry-run"))
    merging = terminal.data("merge", merged, *rooms)
    assert_as_documented("merge", merging)
    assert len(merging["sources"]) == 3
    assert_as_documented("merges", terminal.data("merges", merged))
    about = terminal.data("info", merged)
    assert_as_documented("info", about)
    assert about["authors"]
    found = terminal.data("conflicts", merged)
    assert_as_documented("conflicts", found)
    assert found["conflicts"][0]["options"]
    likely = terminal.data("matches", merged, "--words-only")
    assert_as_documented("matches", likely)
    assert likely["pairs"]
    assert likely["groups"]
    assert_as_documented("add", terminal.data("add", merged, "Open the wells", "--set", "policy"))
    Path("t.csv").write_text("set,text,session,proposer,theme\npolicy,Mend.,NEW,Zoé Quill,Bridges\n")
    assert_as_documented("import", terminal.data("import", merged, "t.csv"))
    Path("people.csv").write_text("Nom,Organisme,Fonction,Région\nAna Ruiz,Habitat,Maire,Atlantis\n")
    terminal("import", merged, "people.csv", "--as", "people")
    Path("others.csv").write_text(
        "Nom,Organisme,Fonction,Région\nAna Ruiz,Habitat,Mayor,\nAna Ruiz,UCLG,,\nAwa Diop,,,Atlantis\n"
    )
    listed = terminal.data("import", merged, "others.csv", "--as", "people", "--dry-run")
    assert_as_documented("import-listing", listed)
    assert {row["standing"] for row in listed["rows"]} == {"changed", "doubtful", "new"}
    drafted = terminal.data("draft", merged)
    assert_as_documented("draft", drafted)
    assert drafted["new"]
    assert_as_documented("freeze", terminal.data("freeze", merged, "--name", "Zero draft"))
    assert_as_documented("kit", terminal.data("kit", "save", merged, "own.toml"))
    assert_as_documented("kit", terminal.data("kit", "check", "own.toml"))
    assert_as_documented("editions", terminal.data("editions", merged))
    assert_as_documented("export", terminal.data("export", merged, "declaration", "d.md"))
    terminal.done("new", "next.consult", "--title", "Assembly", "--lang", "en")
    assert_as_documented("carry-over", terminal.data("carry-over", "next.consult", merged))
    assert_as_documented("hand-out", terminal.data("hand-out", merged, "rooms.consult"))
    assert_as_documented("check", terminal.data("check", merged))
    assert_as_documented("check", terminal.data("check", merged, "--rebuild"))
    cut = Path("cut.consult")
    cut.write_bytes(rooms[0].read_bytes()[: rooms[0].stat().st_size * 9 // 10])
    saving = terminal.data("salvage", cut, "saved.consult")
    assert_as_documented("salvage", saving)
    assert saving["losses"]
    assert_as_documented("digest", terminal.data("digest", merged))
    weighed = terminal.data("priorities", merged)
    assert_as_documented("priorities", weighed)
    assert weighed["shortlist"]["recommendations"]
    with terminal.opened(merged) as store:
        lesson = store.all(Lesson)[0]
    erased = terminal("erase", merged, str(lesson.id), "--field", "text", "--reason", "x", "--json")
    assert_as_documented("erase", erased.data)
    assert_as_documented("take-back", terminal.data("take-back", merged, "1"))
    terminal.done("export", merged, "recommendations", "r.json", "--with-names")
    listed = json.loads(Path("r.json").read_text(encoding="utf-8"))
    assert_as_documented("recommendations", listed)
    assert any(one["support"] for one in listed["recommendations"])


def test_the_answer_of_the_demonstration_has_the_shape_that_is_documented(terminal: Terminal) -> None:
    assert_as_documented("demo", terminal.data("demo", "--out", "made"))


def test_a_file_with_a_session_without_hours_has_the_shape_that_is_documented(terminal: Terminal) -> None:
    path = terminal.a_file()
    Path("t.csv").write_text("set,text,session\npolicy,Mend.,NEW\n")
    terminal("import", path, "t.csv")
    about = terminal.data("info", path)
    assert_as_documented("info", about)
    assert about["sessions"][-1]["starts"] is None
