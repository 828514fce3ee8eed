"""What each command does when it is asked for something that makes sense."""

from __future__ import annotations

import json
import re
import runpy
import sys
import types
from collections.abc import Callable
from pathlib import Path

import pytest

from consultation.model import Item, Person, Recommendation, RecommendationSet, Support, fingerprint
from tests.builders import sql_in
from tests.cli.terminal import Terminal

KIT = "forum-intermediary-cities-2021"


def test_the_whole_path_from_a_kit_to_a_declaration(terminal: Terminal) -> None:
    terminal.done("new", "forum.consult", "--kit", KIT)
    terminal.done("add", "forum.consult", "Open the wells", "--set", "policy", "--session", "D2-WATER")
    terminal.done("draft", "forum.consult")
    terminal.done("export", "forum.consult", "declaration", "d.pdf")
    assert Path("d.pdf").read_bytes().startswith(b"%PDF")
    assert "whole" in terminal.done("check", "forum.consult").out


def test_kits_names_the_kits(terminal: Terminal) -> None:
    assert KIT in terminal.done("kits").out
    (kit,) = [one for one in terminal.data("kits")["kits"] if one["name"] == KIT]
    assert kit["languages"] == ["en", "fr", "es"]


def test_new_makes_a_file_with_the_programme_of_the_kit(terminal: Terminal) -> None:
    said = terminal.done("new", "forum.consult", "--kit", KIT)
    assert "forum.consult" in said.out
    assert "13 sessions" in said.out
    about = terminal.data("info", "forum.consult")
    assert about["consultation"]["kit"] == KIT
    assert "D2-WATER" in [one["code"] for one in about["sessions"]]
    assert about["counts"]["recommendations"] == 0


def test_new_takes_the_language_asked_for_as_the_first(terminal: Terminal) -> None:
    terminal.done("new", "forum.consult", "--kit", KIT, "--lang", "es")
    assert terminal.data("info", "forum.consult")["consultation"]["languages"] == ["es", "en", "fr"]
    terminal.done("add", "forum.consult", "Abrir los pozos.", "--set", "policy")
    assert terminal.data("draft", "forum.consult")["language"] == "es"


def test_new_without_a_kit_makes_a_file_that_says_what_it_was_told(terminal: Terminal) -> None:
    made = terminal.data("new", "list.consult", "--title", "Our list", "--place", "Cuenca", "--lang", "es")
    assert made["kit"] == ""
    about = terminal.data("info", "list.consult")
    assert about["consultation"]["title"] == {"es": "Our list"}
    assert about["consultation"]["languages"] == ["es"]
    assert {kind for kind, count in about["counts"].items() if count} == {"consultations"}


def test_a_list_from_elsewhere_becomes_a_draft(terminal: Terminal) -> None:
    terminal.done("new", "list.consult", "--title", "Our list", "--lang", "en")
    Path("list.csv").write_text("Text,Theme,Addressed to\nBuild homes.,Housing,Cities\nOpen parks.,housing,\n")
    said = terminal("import", "list.consult", "list.csv", "--set", "policy")
    assert said.code == 0
    assert "under “Strands”: Housing." in said.err
    assert "under “Addressees”: Cities." in said.err
    assert terminal.data("import", "list.consult", "list.csv", "--set", "policy")["already_there"] == 2
    terminal.done("draft", "list.consult")
    terminal.done("export", "list.consult", "declaration", "d.md")
    assert "Housing" in Path("d.md").read_text(encoding="utf-8")


def test_import_tells_the_terms_it_made(terminal: Terminal) -> None:
    Path("t.csv").write_text("set,text,theme,addressed_to\npolicy,Mend.,Bridges,The ferrymen; The divers\n")
    made = terminal.data("import", terminal.a_file(), "t.csv")["new_terms"]
    assert made == {"theme": ["Bridges"], "addressee": ["The ferrymen", "The divers"]}


def test_what_a_table_does_not_say_is_said_beside_it(terminal: Terminal) -> None:
    path = terminal.a_file()
    Path("t.csv").write_text("text,language\nMend.,\nRéparer.,fr\n")
    assert "--set" in terminal.refused("import", path, "t.csv")
    terminal.done("import", path, "t.csv", "--set", "citizenship", "--language", "en")
    with terminal.opened(path) as store:
        asked = store.all(Recommendation)
        assert [(one.set, one.language) for one in asked] == [("citizenship", "en"), ("citizenship", "fr")]
    assert "is not a code" in terminal.refused("import", path, "t.csv", "--language", "french", code=2)
    Path("p.csv").write_text("name\nAda Byron\n")
    assert "says itself" in terminal.refused("import", path, "p.csv", "--as", "people", "--set", "policy", code=2)


def test_two_files_made_from_one_kit_are_of_two_consultations(terminal: Terminal) -> None:
    one = terminal.data("new", "one.consult", "--kit", KIT)
    other = terminal.data("new", "other.consult", "--kit", KIT)
    assert one["consultation"] != other["consultation"]
    assert "another consultation" in terminal.refused("merge", "one.consult", "other.consult")


def test_info_counts_what_is_there_and_lists_sessions_in_the_order_of_the_programme(terminal: Terminal) -> None:
    path = terminal.a_file()
    terminal.done("add", path, "Open the wells", "--set", "policy", "--session", "D2-WATER")
    about = terminal.data("info", path)
    assert about["counts"]["recommendations"] == 1
    assert about["sets"] == {"citizenship": 0, "policy": 1}
    assert {one["code"]: one["recommendations"] for one in about["sessions"]}["D2-WATER"] == 1
    codes = [one["code"] for one in about["sessions"]]
    assert codes.index("D1-CLIMATE") < codes.index("D2-WATER") < codes.index("D4-CLOSING")
    words = terminal.done("info", path).out
    assert "1 recommendation" in words
    assert "0 conflicts to decide" in words


def test_add_records_everything_it_is_told(terminal: Terminal) -> None:
    path = terminal.a_file()
    made = terminal.data(
        *("add", path, "Ouvrir les puits", "--set", "citizenship", "--session", "d2-water", "--language", "fr"),
        *("--strand", "planet", "--strand", "PEOPLE", "--strand", "planet", "--capital", "environmental"),
        *("--addressee", "g20", "--proposer", " Zoé  Quill ", "--rationale", "Il fait chaud."),
        *("--for", "12", "--against", "0"),
    )
    assert (made["session"], made["set"]) == ("D2-WATER", "citizenship")
    with terminal.opened(path) as store:
        (one,) = store.all(Recommendation)
        (hands,) = store.all(Support)
        assert str(one.id) == made["id"]
        assert (one.text, one.language, one.rationale) == ("Ouvrir les puits", "fr", "Il fait chaud.")
        assert one.set is RecommendationSet.CITIZENSHIP
        keys = {term.id: term.key for name in ("strand", "capital", "addressee") for term in store.terms(name)}
        assert [keys[each] for each in one.chosen("strand")] == ["planet", "people"]
        assert [keys[each] for each in one.chosen("capital") + one.addressees] == ["environmental", "g20"]
        person = store.get(Person, one.proposer)
        assert (person.name, person.consent) == ("Zoé Quill", None)
        assert (hands.in_favour, hands.against, hands.abstain) == (12, 0, None)
        assert hands.counted_on == fingerprint(one.text)


def test_add_knows_a_person_who_is_there(terminal: Terminal) -> None:
    path = terminal.a_file()
    for name in ("Zoé Quill", "zoé quill"):
        terminal.done("add", path, "Open the wells", "--set", "policy", "--proposer", name)
    with terminal.opened(path) as store:
        assert [one.name for one in store.all(Person)].count("Zoé Quill") == 1
        assert len({one.proposer for one in store.all(Recommendation)}) == 1


def test_import_says_what_it_took_in_and_on_stderr_what_it_made(terminal: Terminal) -> None:
    path = terminal.a_file()
    Path("notes.csv").write_text("set,session,proposer,text\npolicy,EXTRA-1,Zoé Quill,Open.\npolicy,,,Mend.\n")
    said = terminal("import", path, "notes.csv")
    assert (said.code, said.out) == (0, "Imported 2 recommendations from “notes.csv”.\n")
    assert "EXTRA-1" in said.err
    assert "Zoé Quill" in said.err
    again = terminal.done("import", path, "notes.csv")
    assert "2 rows were already in the file." in again.out


def test_import_tells_interventions_by_their_columns_or_is_told(terminal: Terminal) -> None:
    path = terminal.a_file()
    Path("said.csv").write_text("session;speaker;text\nD2-WATER;;Dry.\n")
    assert terminal.data("import", path, "said.csv")["kind"] == "interventions"
    Path("plain.csv").write_text("session,text\nD2-WATER,Wet.\n")
    terminal.refused("import", path, "plain.csv")
    assert terminal.data("import", path, "plain.csv", "--as", "interventions")["imported"] == 1
    assert terminal.data("info", path)["counts"]["interventions"] == 2


def test_merge_says_for_each_file_what_came_in_and_doing_it_again_changes_nothing(
    terminal: Terminal, rooms: list[Path]
) -> None:
    first = terminal.data("merge", "prepared.consult", *rooms)
    assert [Path(one["file"]).name for one in first["sources"]] == [path.name for path in rooms]
    assert all(one["recommendations"] >= 10 and one["sessions"] for one in first["sources"])
    assert first["conflicts"] >= 2
    digest = terminal.done("digest", "prepared.consult").out
    again = terminal.data("merge", "prepared.consult", *reversed(rooms))
    assert all(one["revisions"] == 0 and one["created"] == {} for one in again["sources"])
    assert terminal.done("digest", "prepared.consult").out == digest
    said = terminal.done("merge", "prepared.consult", rooms[0]).out
    assert said.startswith("facilitator-en.consult\n  Nothing new: everything in it is here already.\n")


def test_a_dry_run_says_what_a_merge_would_bring_and_changes_nothing(terminal: Terminal, rooms: list[Path]) -> None:
    before = terminal.contents()
    dry = terminal.data("merge", "prepared.consult", *rooms, "--dry-run")
    assert terminal.contents() == before
    assert "Nothing was changed" in terminal.done("merge", "prepared.consult", *rooms, "--dry-run").out
    real = terminal.data("merge", "prepared.consult", *rooms)
    assert dry["sources"] == real["sources"]


def test_sources_are_only_read(terminal: Terminal, rooms: list[Path]) -> None:
    before = {path: path.read_bytes() for path in rooms}
    terminal.done("merge", "prepared.consult", *rooms)
    assert {path: path.read_bytes() for path in rooms} == before


def test_another_consultation_is_taken_in_only_when_asked_for(terminal: Terminal) -> None:
    terminal.done("new", "one.consult", "--kit", KIT)
    terminal.done("new", "other.consult", "--kit", KIT)
    terminal.done("add", "other.consult", "Open the wells", "--set", "policy")
    assert "--other-consultation" in terminal.refused("merge", "one.consult", "other.consult")
    brought = terminal.data("merge", "one.consult", "other.consult", "--other-consultation")
    assert brought["sources"][0]["other_consultation"]
    assert terminal.data("info", "one.consult")["counts"]["recommendations"] == 1


def test_conflicts_shows_everything_people_wrote(terminal: Terminal, rooms: list[Path]) -> None:
    terminal.done("merge", "prepared.consult", *rooms)
    found = terminal.data("conflicts", "prepared.consult")["conflicts"]
    assert len(found) == terminal.data("info", "prepared.consult")["conflicts"]
    words = terminal.done("conflicts", "prepared.consult").out
    for one in found:
        assert len(one["options"]) >= 2
        assert one["name"] in words
        for option in one["options"]:
            assert re.fullmatch("[0-9a-f]{64}", option["revision"])
            assert option["author"] in words


def test_draft_says_what_is_new_and_what_was_kept(terminal: Terminal) -> None:
    path = terminal.a_file()
    terminal.done("add", path, "Open the wells", "--set", "policy")
    first = terminal.data("draft", path)
    assert first["clauses"] + first["items"] + first["recitals"] + 1 == len(first["new"])  # and the preamble
    assert terminal.data("draft", path)["new"] == []
    terminal.done("add", path, "Mend the roads", "--set", "policy")
    with terminal.opened(path) as store:
        (item,) = [each for each in store.all(Item) if "wells" in each.words["en"]]
        store.change(item, words={"en": "dig"})
        (source,) = [each for each in store.all(Recommendation) if "wells" in each.text]
        store.change(source, text="Open all wells")
    said = terminal.done("draft", path).out
    assert "Drafted again: 1 new clause." in said
    assert "1 clause that a person edited stays as it is" in said


def test_the_first_draft_is_not_called_new_clause_by_clause_but_counted(terminal: Terminal) -> None:
    path = terminal.a_file()
    terminal.done("add", path, "Open the wells", "--set", "policy")
    said = terminal.done("draft", path).out
    assert re.match(r"The draft is made: \d+ recitals, 2 paragraphs and 1 item\.\n$", said)  # one is on reporting


def test_words_that_no_font_can_print_are_named_before_anything_is_written(terminal: Terminal) -> None:
    path, out = terminal.a_file(), terminal.folder / "d.pdf"
    terminal.done("add", path, "Open the wells, افتحوا الآبار, to everyone", "--set", "policy")
    terminal.done("draft", path)
    refused = terminal.refused("export", path, "declaration", out)
    assert re.search(r"\d+ words in Arabic cannot be printed: ", refused)
    assert "Nothing was written" in refused
    assert not out.exists()
    terminal.done("export", path, "declaration", out.with_suffix(".md"))
    terminal.done("export", path, "declaration", out, "--anyway")
    assert out.read_bytes().startswith(b"%PDF")


def test_export_writes_the_declaration_in_every_form_and_the_same_bytes_twice(terminal: Terminal) -> None:
    path = terminal.a_file()
    terminal.done("add", path, "Open the wells", "--set", "policy")
    terminal.done("draft", path)
    for ending, start in ((".pdf", b"%PDF"), (".md", b"**Draft of "), (".json", b"{"), (".PDF", b"%PDF")):
        out = terminal.folder / f"d{ending}"
        assert out.name in terminal.done("export", path, "declaration", out).out
        first = out.read_bytes()
        assert first.startswith(start)
        terminal.done("export", path, "declaration", out)
        assert out.read_bytes() == first


def test_export_takes_the_language_there_is_a_draft_in(terminal: Terminal) -> None:
    path = terminal.a_file()
    terminal.done("add", path, "Open the wells", "--set", "policy")
    terminal.done("draft", path, "--lang", "fr")
    terminal.done("export", path, "declaration", "d.md")
    assert "Déclaration de Kütahya" in Path("d.md").read_text(encoding="utf-8")
    terminal.done("draft", path)
    terminal.done("export", path, "declaration", "d.md")
    assert "Kütahya Declaration" in Path("d.md").read_text(encoding="utf-8")
    terminal.done("export", path, "declaration", "d.md", "--lang", "fr")
    assert "Déclaration de Kütahya" in Path("d.md").read_text(encoding="utf-8")


def test_what_export_writes_import_reads_back(terminal: Terminal, rooms: list[Path]) -> None:
    terminal.done("export", rooms[0], "recommendations", "r.csv", "--with-names")
    path = terminal.a_file()
    assert terminal.data("import", path, "r.csv")["imported"] >= 20
    terminal.done("export", path, "recommendations", "again.csv", "--with-names")
    assert Path("r.csv").read_bytes() == Path("again.csv").read_bytes()
    assert terminal.data("import", rooms[0], "r.csv")["imported"] == 0


def test_a_table_names_those_who_agreed_and_says_that_others_were_left_out(
    terminal: Terminal, rooms: list[Path]
) -> None:
    with terminal.opened(rooms[0]) as store:
        silent = [one.name for one in store.all(Person) if not one.consent]
    said = terminal("export", rooms[0], "people", "p.csv")
    assert said.code == 0
    assert "--with-names" in said.err
    assert not [name for name in silent if name in Path("p.csv").read_text()]
    assert terminal.done("export", rooms[0], "people", "p.csv", "--with-names")
    assert [name for name in silent if name in Path("p.csv").read_text()] == silent


def test_every_kind_goes_out_and_comes_into_another_file(terminal: Terminal, rooms: list[Path]) -> None:
    path = terminal.a_file()
    for name in ("organisations", "people", "practices", "scores", "lessons", "recommendations"):
        terminal.done("export", rooms[0], name, f"{name}.csv", "--full", "--with-names")
        there = terminal("import", path, f"{name}.csv", "--json")
        assert (there.code, there.err) == (0, ""), name
        assert there.data["imported"] >= 1, name
        terminal.done("export", rooms[0], name, f"{name}.json", "--full", "--with-names")
        assert name in json.loads(Path(f"{name}.json").read_text())


def test_export_leaves_the_consultation_as_it_was(terminal: Terminal) -> None:
    path = terminal.a_file_that_asks()
    terminal.done("draft", path)
    before = path.read_bytes()
    terminal.done("export", path, "declaration", "d.md")
    terminal.done("export", path, "recommendations", "r.json")
    assert path.read_bytes() == before


def test_check_says_when_something_is_shown_wrongly_and_mends_it(terminal: Terminal) -> None:
    path = terminal.a_file()
    terminal.done("add", path, "Open the wells", "--set", "policy")
    with terminal.opened(path) as store:
        sql_in(store, "UPDATE recommendation SET text = 'Close the wells'")
    found = terminal("check", path)
    assert found.code == 1
    assert "--rebuild" in found.out
    assert found.err == ""
    assert terminal("check", path, "--json").data["differing"] == ["recommendation"]
    mended = terminal.data("check", path, "--rebuild")
    assert mended["sound"]
    assert mended["rebuilt"]
    with terminal.opened(path) as store:
        assert [one.text for one in store.all(Recommendation)] == ["Open the wells"]


def test_digest_is_one_line_of_hex(terminal: Terminal) -> None:
    path = terminal.a_file()
    said = terminal.done("digest", path).out
    assert re.fullmatch(r"[0-9a-f]{64}\n", said)
    assert terminal.data("digest", path) == {"digest": said.strip()}
    terminal.done("add", path, "Open the wells", "--set", "policy")
    assert terminal.done("digest", path).out != said


def test_open_opens_the_window_with_the_file_and_ends_as_it_does(terminal: Terminal) -> None:
    said = terminal("open", "forum.consult")
    assert (said.code, said.err) == (7, "")
    assert terminal.windows == [Path("forum.consult")]


def test_no_other_command_opens_the_window(terminal: Terminal) -> None:
    terminal.done("info", terminal.a_file())
    assert terminal.windows == []


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[object]]:
    """Start the program with a window that is none (real ones are tested where windows are); answer what it opened."""

    def start(*words: str) -> list[object]:
        opened: list[object] = []
        window = types.ModuleType("ui.shell.app")
        window.run = lambda arguments, file=None: opened.append(file) or 0  # type: ignore[attr-defined]
        monkeypatch.setitem(sys.modules, "ui.shell.app", window)
        monkeypatch.setattr(sys, "argv", ["main.py", *words])
        runpy.run_path(str(Path(__file__).parents[2] / "main.py"))["main"]()
        return opened

    return start


def test_the_window_opens_with_nothing_or_with_the_file_after_open(started) -> None:
    assert started() == [None]
    assert started("open", "forum.consult") == [Path("forum.consult")]


def test_a_file_alone_opens_the_window_as_after_a_double_click(started, tmp_path: Path) -> None:
    renamed = tmp_path / "forum.bak"
    renamed.write_bytes(b"")
    assert started("Forum.CONSULT") == [Path("Forum.CONSULT")]
    assert started(str(renamed)) == [renamed]


def test_a_file_called_like_a_command_does_not_hide_the_command(
    started, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("open").write_bytes(b"")
    assert started("open", "forum.consult") == [Path("forum.consult")]


def test_demo_makes_everything_and_names_the_pdf_last(terminal: Terminal) -> None:
    said = terminal.done("demo", "--out", "made")
    pdf = Path("made/declaration-en.pdf")
    assert pdf.read_bytes().startswith(b"%PDF")
    assert str(pdf) in said.out.splitlines()[-1]
    assert str(Path("made/programme-en.ics")) in said.out.splitlines()[-1]
    listed = terminal.data("demo", "--out", "made", "--lang", "es")
    assert listed["pdf"] == str(Path("made/declaration-es.pdf"))
    assert set(listed["documents"]) < set(listed["made"])
    assert all(Path(one).is_file() for one in listed["made"])
