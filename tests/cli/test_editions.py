"""The commands that freeze, list and write editions."""

from __future__ import annotations

from pathlib import Path

import pytest

from consultation.model import Edition, Recommendation
from tests.cli.terminal import Terminal

WELLS = "Open the wells"


@pytest.fixture
def drafted(terminal: Terminal) -> Path:
    """A file with a draft in English."""
    path = terminal.a_file()
    terminal.done("add", path, WELLS, "--set", "policy", "--session", "D2-WATER", "--language", "en")
    terminal.done("draft", path)
    return path


def test_an_edition_is_frozen_listed_and_written(drafted: Path, terminal: Terminal) -> None:
    digest = terminal.data("digest", drafted)["digest"]
    frozen = terminal.data("freeze", drafted, "--name", "Zero draft", "--note", "For the host city")
    assert (frozen["number"], frozen["name"], frozen["note"]) == (1, "Zero draft", "For the host city")
    assert (frozen["final"], frozen["languages"], frozen["digest"]) == (False, ["en"], digest)
    assert terminal.data("editions", drafted)["editions"] == [frozen]
    listed = terminal.done("editions", drafted).out
    for part in ("1 · Zero draft · ", frozen["mark"], "English", "For the host city"):
        assert part in listed
    terminal.done("export", drafted, "declaration", "one.pdf", "--edition", "1")
    terminal.done("export", drafted, "declaration", "again.pdf", "--edition", frozen["mark"])
    assert Path("one.pdf").read_bytes() == Path("again.pdf").read_bytes()


def test_it_is_written_with_the_same_bytes_after_the_draft_has_changed(drafted: Path, terminal: Terminal) -> None:
    terminal.done("freeze", drafted, "--name", "Zero draft")
    for ending in ("pdf", "md", "json"):
        terminal.done("export", drafted, "declaration", f"before.{ending}", "--edition", "1")
    terminal.done("add", drafted, "Plant trees", "--set", "citizenship")
    terminal.done("draft", drafted)
    assert "2" in terminal.done("freeze", drafted, "--name", "First draft").out
    for ending in ("pdf", "md", "json"):
        terminal.done("export", drafted, "declaration", f"after.{ending}", "--edition", "1")
        terminal.done("export", drafted, "declaration", f"second.{ending}", "--edition", "2")
        assert Path(f"after.{ending}").read_bytes() == Path(f"before.{ending}").read_bytes()
        assert Path(f"second.{ending}").read_bytes() != Path(f"before.{ending}").read_bytes()
    assert "lant trees" not in Path("after.md").read_text(encoding="utf-8")


def test_languages_are_chosen_when_it_is_frozen_and_when_it_is_written(drafted: Path, terminal: Terminal) -> None:
    terminal.done("draft", drafted, "--lang", "fr")
    assert terminal.data("freeze", drafted, "--name", "Both")["languages"] == ["en", "fr"]
    frozen = terminal.data("freeze", drafted, "--name", "French", "--lang", "fr")
    assert frozen["languages"] == ["fr"]
    terminal.done("export", drafted, "declaration", "fr.md", "--edition", "1", "--lang", "fr")
    terminal.done("export", drafted, "declaration", "first.md", "--edition", "2")
    for name in ("fr.md", "first.md"):
        assert "# Déclaration" in Path(name).read_text(encoding="utf-8")
    said = terminal.refused("export", drafted, "declaration", "x.md", "--edition", "2", "--lang", "en")
    assert "not frozen in English" in said


def test_what_makes_no_sense_is_refused(drafted: Path, terminal: Terminal) -> None:
    assert "needs a name" in terminal.refused("freeze", drafted, "--name", "  ")
    assert "no edition “1”" in terminal.refused("export", drafted, "declaration", "x.md", "--edition", "1")
    assert "has editions" in terminal.refused("export", drafted, "people", "x.csv", "--edition", "1", code=2)
    assert "French" in terminal.refused("freeze", drafted, "--name", "Draft", "--lang", "fr")
    assert "Nothing has been frozen" in terminal.done("editions", drafted).out


def test_freezing_before_there_is_a_draft_is_refused(terminal: Terminal) -> None:
    assert "no draft" in terminal.refused("freeze", terminal.a_file(), "--name", "Zero draft")


def test_a_final_edition_is_refused_while_something_waits_and_says_what_and_where(
    drafted: Path, terminal: Terminal
) -> None:
    terminal.done("add", drafted, "Planter des arbres", "--set", "policy", "--language", "fr", "--session", "D2-WATER")
    terminal.done("draft", drafted)
    said = terminal.refused("freeze", drafted, "--name", "Final", "--final")
    assert ": to be translated from French" in said
    assert terminal.data("freeze", drafted, "--name", "Draft")["final"] is False
    with terminal.opened(drafted) as store:
        (foreign,) = [each for each in store.all(Recommendation) if each.language == "fr"]
        store.delete(foreign)
    terminal.done("draft", drafted)
    assert terminal.data("freeze", drafted, "--name", "Final", "--final")["final"] is True
    assert " · final" in terminal.done("editions", drafted).out
    terminal.done("export", drafted, "declaration", "final.md", "--edition", "2")
    assert "Draft" not in Path("final.md").read_text(encoding="utf-8")


def test_a_number_that_two_people_gave_is_refused_naming_both(drafted: Path, terminal: Terminal) -> None:
    Path("other.consult").write_bytes(drafted.read_bytes())
    terminal.done("freeze", drafted, "--name", "Mine")
    terminal.done("freeze", "other.consult", "--name", "Yours")
    terminal("merge", drafted, "other.consult")
    said = terminal.refused("export", drafted, "declaration", "x.md", "--edition", "1")
    listed = terminal.data("editions", drafted)["editions"]
    assert [each["number"] for each in listed] == [1, 1]
    for each in listed:
        assert f"1 · {each['name']} · " in said
        assert each["mark"] in said
        terminal.done("export", drafted, "declaration", f"{each['name']}.md", "--edition", each["mark"])


def test_an_edition_that_was_only_noted_is_listed_as_such(drafted: Path, terminal: Terminal) -> None:
    with terminal.opened(drafted) as store:
        store.save(Edition(id=store.new_id(), number=3, name="By hand"))
    assert "3 · By hand · noted only" in terminal.done("editions", drafted).out
    assert "only noted" in terminal.refused("export", drafted, "declaration", "x.md", "--edition", "3")


def test_erasing_says_that_editions_keep_what_they_said(drafted: Path, terminal: Terminal) -> None:
    with terminal.opened(drafted) as store:
        first, second = store.all(Recommendation)[0], Recommendation(id=store.new_id(), set="policy", text="x")
        store.save(second)
    words = ("--field", "text", "--reason", "asked for")
    assert "edition" not in terminal("erase", drafted, str(second.id), *words).err
    terminal.done("freeze", drafted, "--name", "Zero draft")
    assert "1 edition was frozen before" in terminal("erase", drafted, str(first.id), *words).err
    terminal.done("export", drafted, "declaration", "kept.md", "--edition", "1")
    assert WELLS.lower() in Path("kept.md").read_text(encoding="utf-8").lower()
