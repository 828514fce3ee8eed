"""The commands that take something out again: a merge as a whole, or words for good."""

from __future__ import annotations

import shutil
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from consultation.language import translator
from consultation.model import Intervention, Recommendation
from consultation.sample import make_sample
from tests.cli.terminal import Terminal

VERSION_1 = Path(__file__).parents[1] / "files" / "version-1.consult"


@pytest.fixture(scope="module")
def rooms(tmp_path_factory):
    return make_sample(tmp_path_factory.mktemp("rooms"))


@pytest.fixture
def merged(folder, rooms, terminal: Terminal):
    path = Path(shutil.copy(rooms.prepared, folder / "all.consult"))
    terminal.done("merge", path, rooms.rooms[0])
    return path


def test_a_merge_is_listed_and_taken_back_by_its_number(merged, rooms, terminal: Terminal):
    with terminal.opened(merged) as store:
        count = store.count(Recommendation)
    (listed,) = terminal.data("merges", merged)["merges"]
    assert (listed["number"], listed["name"], listed["taken_back"]) == (1, rooms.rooms[0].name, False)
    assert rooms.rooms[0].name in terminal.done("merges", merged).out
    taken = terminal.data("take-back", merged, "1")
    assert taken["entries"] > 20
    with terminal.opened(merged) as store:
        assert store.count(Recommendation) < count
        assert store.check().is_sound
    assert "taken back" in terminal.done("merges", merged).out
    assert "nothing to take back" in terminal.done("take-back", merged, "1").out
    assert "There are: 1" in terminal.refused("take-back", merged, "7")


def test_the_time_of_a_merge_is_that_of_the_consultation(merged, terminal: Terminal):
    with terminal.opened(merged) as store:
        zone = ZoneInfo(store.consultation.time_zone)
        (merge,) = store.merges()
    assert merge.when.utcoffset() != merge.when.astimezone(zone).utcoffset()
    at = translator("en").time(merge.when.astimezone(zone))
    assert at in terminal.done("merges", merged).out


def test_words_are_erased_by_the_id_of_their_entry(merged, terminal: Terminal):
    with terminal.opened(merged) as store:
        said = store.all(Intervention)[0]
    answered = terminal(
        "erase", merged, str(said.id), "--field", "text", "--reason", "asked for by the speaker", "--json"
    )
    assert (answered.data["kind"], answered.data["erased"]) == ("intervention", True)
    assert said.text[:20] not in answered.out + answered.err
    assert said.text.encode() not in merged.read_bytes()
    assert not terminal.data("erase", merged, str(said.id), "--field", "text", "--reason", "again")["erased"]
    assert terminal.done("check", merged)


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("not-an-id", "--field", "text"), 2, "is not the id of an entry"),
        (("00000000-0000-7000-8000-000000000000", "--field", "text"), 1, "no entry of that id"),
    ],
)
def test_what_cannot_be_erased_is_said(merged, terminal: Terminal, words, code, sentence):
    before = merged.read_bytes()
    assert sentence in terminal.refused("erase", merged, *words, "--reason", "x", code=code)
    assert merged.read_bytes() == before


def test_a_field_that_is_none_is_named_with_those_there_are(merged, terminal: Terminal):
    with terminal.opened(merged) as store:
        said = store.all(Intervention)[0]
    refused = terminal.refused("erase", merged, str(said.id), "--field", "colour", "--reason", "x", code=2)
    assert "“colour” is not a field" in refused
    assert "text" in refused


def test_a_file_of_an_earlier_version_is_said_to_be_kept(folder, terminal: Terminal):
    path = Path(shutil.copy(VERSION_1, folder / "forum.consult"))
    said = terminal("info", path)
    assert "forum (version 1.0).consult" in said.err
    terminal.done("info", path)
