"""Whatever is wrong in a kit is named with the line on which it stands, however the TOML is written."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from typing import Any

import pytest

from consultation.kits import KITS_DIR
from consultation.kits.lines import lines_of, nearest

SAMPLE_DIR = KITS_DIR.parent / "sample"
FILES = sorted([*KITS_DIR.glob("*.toml"), *SAMPLE_DIR.glob("**/*.toml")])

WRITTEN = '''# a remark with = and [[
title = "one # no remark"
"a key" = 1
dotted.inside = """two
lines with [[sessions]] and \\"quotes\\" and a = b"""   # a remark
list = [ # in a list
  1,
  { a = "x", b = [2,
    3] },
]
literal = \'\'\'
[[no]] \'\'it\'s\'\'\'\'

[table]
here = 1979-05-27T07:32:00Z
[[sessions]]
code = "A"
[sessions.title]
en = "A"
[[sessions.agenda]]
minutes = 1
[[sessions.agenda]]
minutes = 2
[[ sessions ]]
code = 'B'
title = { en = "B", fr = "B" }
'''


def paths_in(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Give the path of everything in what `tomllib` read, with the key it ends in."""
    if isinstance(value, dict):
        for key, part in value.items():
            inside = f"{path}.{key}" if path else key
            yield inside, key
            yield from paths_in(part, inside)
    elif isinstance(value, list):
        for number, part in enumerate(value, 1):
            yield f"{path}[{number}]", ""
            yield from paths_in(part, f"{path}[{number}]")


def test_every_way_of_writing_has_its_line() -> None:
    found = lines_of(WRITTEN)
    for path, line in {
        "title": 2,
        "a key": 3,
        "dotted.inside": 4,
        "list": 6,
        "list[1]": 7,
        "list[2].a": 8,
        "list[2].b": 8,
        "list[2].b[2]": 9,
        "literal": 11,
        "table": 14,
        "table.here": 15,
        "sessions[1]": 16,
        "sessions[1].title": 18,
        "sessions[1].title.en": 19,
        "sessions[1].agenda[2]": 22,
        "sessions[1].agenda[2].minutes": 23,
        "sessions[2].code": 25,
        "sessions[2].title.fr": 26,
    }.items():
        assert (path, found[path]) == (path, line)


def test_what_is_missing_has_the_line_of_what_it_should_stand_in() -> None:
    found = lines_of(WRITTEN)
    assert nearest(found, "sessions[2].title.es") == 26
    assert nearest(found, "sessions[1].kind") == 16
    assert nearest(found, "table.there.below") == 14
    assert nearest(found, "version") is None


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_everything_tomllib_reads_in_a_file_of_ours_has_a_line_that_names_it(file: Any) -> None:
    text = file.read_text("utf-8")
    found, lines = lines_of(text), text.splitlines()
    paths = list(paths_in(tomllib.loads(text)))
    assert len(paths) > 20
    for path, key in paths:
        assert key in lines[found[path] - 1], path


def test_a_list_written_in_tables_has_the_line_of_each() -> None:
    assert tomllib.loads(WRITTEN)["sessions"][1]["code"] == "B"
    assert {path for path, _ in paths_in(tomllib.loads(WRITTEN))} <= set(lines_of(WRITTEN))
