"""Bad input by way of the commands: a sentence on stderr, an exit code, and every file as it was."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from consultation.kits import KITS_DIR
from tests.builders import empty_store, public_folder, with_sql, without_privileges
from tests.cli.terminal import Terminal

KIT = "forum-intermediary-cities-2021"
READING = ("info", "conflicts", "check", "digest", "draft")


def a_text_file(path: Path) -> Path:
    target = path.with_name("text.consult")
    target.write_text("This is not a database. " * 20)
    return target


def a_foreign_database(path: Path) -> Path:
    target = path.with_name("foreign.consult")
    database = sqlite3.connect(target)
    database.execute("CREATE TABLE songs (title TEXT)")
    database.commit()
    database.close()
    return target


def a_newer_file(path: Path) -> Path:
    return with_sql(path, "PRAGMA user_version = 999", name="newer.consult")


def a_truncated_file(path: Path) -> Path:
    target = path.with_name("cut.consult")
    whole = path.read_bytes()
    target.write_bytes(whole[: len(whole) // 2])
    return target


def a_file_with_a_trigger(path: Path) -> Path:
    return with_sql(
        path, "CREATE TRIGGER t AFTER INSERT ON revision BEGIN DELETE FROM revision; END", name="trigger.consult"
    )


def an_empty_file(path: Path) -> Path:
    target = path.with_name("empty.consult")
    target.touch()
    return target


def a_folder(path: Path) -> Path:
    target = path.with_name("folder.consult")
    target.mkdir()
    return target


def nothing(path: Path) -> Path:
    return path.with_name("nowhere.consult")


def open_to_all(folder: Path) -> Path:
    folder.mkdir()
    folder.chmod(0o777)
    return folder


BAD_FILES = [
    (a_text_file, "is not a consultation file"),
    (a_foreign_database, "belongs to another program"),
    (a_newer_file, "newer version of this program"),
    (a_truncated_file, "is cut short"),
    (a_file_with_a_trigger, "trigger.consult"),
    (an_empty_file, "is not a consultation file"),
    (a_folder, "is a folder"),
    (nothing, "There is no file"),
]


@pytest.mark.parametrize(("make", "words"), BAD_FILES)
def test_a_file_that_is_not_ours_to_open_is_refused_by_every_command(
    terminal: Terminal, make: object, words: str
) -> None:
    bad = make(terminal.a_file())  # type: ignore[operator]
    Path("t.csv").write_text("set,text\npolicy,Open.\n")
    for command in READING:
        sentence = terminal.refused(command, bad)
        assert words in sentence
        assert bad.name in sentence
    assert words in terminal.refused("add", bad, "Open the wells", "--set", "policy")
    assert words in terminal.refused("import", bad, "t.csv")
    assert words in terminal.refused("export", bad, "recommendations", "r.csv")
    assert words in terminal.refused("info", bad, "--json")


@pytest.mark.parametrize(("make", "words"), BAD_FILES)
def test_a_source_that_is_not_ours_to_read_is_refused_alone_or_among_others(
    terminal: Terminal, rooms: list[Path], make: Callable[[Path], Path], words: str
) -> None:
    bad = make(rooms[0])
    for options in ([], ["--dry-run"], ["--json"]):
        sentence = terminal.refused("merge", "prepared.consult", bad, *options)
        assert words in sentence
        assert bad.name in sentence
    said = terminal("merge", "prepared.consult", bad, rooms[1], "--json")
    assert said.code == 1
    assert words in said.err
    refused, merged = said.data["sources"]
    assert words in refused["refusal"]
    assert (refused["revisions"], merged["refusal"]) == (0, None)
    assert (
        merged["created"]["recommendations"]
        == terminal.data("info", "prepared.consult")["counts"]["recommendations"] - 4
    )


def test_of_several_refused_files_each_says_why(terminal: Terminal) -> None:
    path = terminal.a_file()
    bad = [make(path) for make in (a_text_file, a_foreign_database, nothing)]
    sentences = terminal.refused("merge", path, *bad).splitlines()
    assert len(sentences) == 3
    for one, sentence in zip(bad, sentences, strict=True):
        assert one.name in sentence


def test_a_flipped_byte_is_found_by_check_and_by_merge(terminal: Terminal, rooms: list[Path]) -> None:
    bad = with_sql(
        rooms[0],
        "UPDATE revision SET body = replace(body, 'city', 'cite') WHERE kind = 'recommendation'"
        " AND instr(body, 'city') > 0",
        name="flipped.consult",
    )
    said = terminal("check", bad)
    assert said.code == 1
    assert "damaged" in said.out + said.err
    assert "flipped.consult" in terminal.refused("merge", "prepared.consult", bad)


def test_a_file_that_may_not_be_read_is_refused(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    with public_folder() as folder:
        monkeypatch.setenv("CONSULTATION_HOME", str(open_to_all(folder / "home")))
        path = shutil.copyfile(terminal.a_file(), folder / "closed.consult")
        path.chmod(0)
        with without_privileges():
            said = terminal("info", path)
        assert said.code == 1
        assert "cannot be read" in said.err


def test_a_file_that_may_not_be_written_is_refused_and_stays(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    with public_folder() as folder:
        monkeypatch.setenv("CONSULTATION_HOME", str(open_to_all(folder / "home")))
        path = shutil.copyfile(terminal.a_file(), folder / "fixed.consult")
        path.chmod(0o444)
        before = path.read_bytes()
        with without_privileges():
            said = terminal("add", path, "Open the wells", "--set", "policy")
        assert (said.code, said.out) == (1, "")
        assert "read-only" in said.err
        assert path.read_bytes() == before


def test_a_file_is_not_merged_into_itself_by_whatever_name(terminal: Terminal) -> None:
    path = terminal.a_file()
    link = terminal.folder / "link.consult"
    link.symlink_to(path)
    for name in (path, path.name, f"./{path.name}", link):
        assert "is the file that is open" in terminal.refused("merge", path, name)


def test_export_does_not_make_a_folder_nor_write_into_one(terminal: Terminal) -> None:
    path = terminal.a_file_that_asks()
    terminal.done("draft", path)
    assert "does not exist" in terminal.refused("export", path, "declaration", "nowhere/d.pdf")
    assert "does not exist" in terminal.refused("export", path, "recommendations", "nowhere/r.csv")
    Path("folder.pdf").mkdir()
    assert "is a folder" in terminal.refused("export", path, "declaration", "folder.pdf")


def test_export_to_a_folder_that_may_not_be_written_leaves_what_was_there(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    with public_folder() as folder:
        monkeypatch.setenv("CONSULTATION_HOME", str(open_to_all(folder / "home")))
        path = shutil.copyfile(terminal.a_file(), folder / "a.consult")
        closed = folder / "closed"
        closed.mkdir()
        (closed / "r.csv").write_text("before")
        closed.chmod(0o555)
        with without_privileges():
            said = terminal("export", path, "recommendations", closed / "r.csv")
        assert (said.code, said.out) == (1, "")
        assert "may not be written" in said.err
        assert [(one.name, one.read_text()) for one in closed.iterdir()] == [("r.csv", "before")]


def test_export_never_writes_over_the_consultation(terminal: Terminal) -> None:
    path = terminal.a_file_that_asks()
    terminal.done("draft", path)
    disguised = terminal.folder / "a.json"
    path.rename(disguised)
    for what in ("declaration", "recommendations"):
        assert "is the consultation file itself" in terminal.refused("export", disguised, what, "a.json", code=2)


@pytest.mark.parametrize(
    ("what", "out", "endings"),
    [
        ("declaration", "d.docx", ".pdf, .md or .json"),
        ("declaration", "d", ".pdf, .md or .json"),
        ("declaration", "d.csv", ".pdf, .md or .json"),
        ("recommendations", "r.pdf", ".csv, .xlsx or .json"),
    ],
)
def test_export_names_the_endings_it_can_write(terminal: Terminal, what: str, out: str, endings: str) -> None:
    assert endings in terminal.refused("export", terminal.a_file(), what, out, code=2)


def test_export_before_any_draft_says_to_make_one(terminal: Terminal) -> None:
    path = terminal.a_file_that_asks()
    assert "Make the draft first" in terminal.refused("export", path, "declaration", "d.pdf")
    terminal.done("draft", path, "--lang", "en")
    assert "Make the draft first" in terminal.refused("export", path, "declaration", "d.pdf", "--lang", "fr")


def test_the_sentence_about_a_missing_draft_names_its_language_in_the_language_of_the_sentence(
    terminal: Terminal,
) -> None:
    path = terminal.a_file()
    assert "in French yet" in terminal.refused("export", path, "declaration", "d.pdf", "--lang", "fr")


def test_without_any_recommendation_there_is_no_draft_and_so_no_declaration(terminal: Terminal) -> None:
    path = terminal.a_file()
    assert "so there is nothing to declare" in terminal.refused("draft", path)
    assert "so there is nothing to declare" in terminal.refused("draft", path, "--json")
    assert "Make the draft first" in terminal.refused("export", path, "declaration", "d.pdf")


def a_kit(terminal: Terminal, *changes: tuple[str, str]) -> Path:
    text = (KITS_DIR / f"{KIT}.toml").read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path = terminal.folder / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_kit_file_of_ones_own_is_used(terminal: Terminal) -> None:
    kit = a_kit(terminal, ('name = "forum-intermediary-cities-2021"', 'name = "mine"'))
    assert terminal.data("new", "a.consult", "--kit", kit)["kit"] == "mine"


@pytest.mark.parametrize(
    ("change", "key"),
    [
        (('version = "2.4"\n', ""), "version"),
        (("starts = 2021-10-05\n", "starts = 2021-10-09\n"), "consultation.ends (line"),
        (('key = "people"\n', ""), "terms.strand[1].key"),
        (('fr = "Personnes", ', ""), "terms.strand[1].label.fr"),
        (("[title]", "[title"), "mine.toml"),
    ],
)
def test_a_kit_with_something_missing_is_refused_by_its_key_and_no_file_is_left(
    terminal: Terminal, change: tuple[str, str], key: str
) -> None:
    kit = a_kit(terminal, change)
    sentence = terminal.refused("new", "a.consult", "--kit", kit)
    assert key in sentence
    assert "mine.toml" in sentence


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ((), "either --kit"),
        (("--lang", "fr"), "either --kit"),
        (("--kit", KIT, "--title", "A list", "--lang", "fr"), "either --kit"),
        (("--kit", KIT, "--place", "Cuenca"), "--place goes with --title"),
        (("--title", "A list"), "--lang"),
        (("--title", "  ", "--lang", "fr"), "title is empty"),
    ],
)
def test_new_says_what_is_wrong_with_its_words(terminal: Terminal, words: tuple[str, ...], sentence: str) -> None:
    assert sentence in terminal.refused("new", "a.consult", *words, code=2)


def test_new_names_the_kits_there_are(terminal: Terminal) -> None:
    assert KIT in terminal.refused("new", "a.consult", "--kit", "nope")
    terminal.refused("new", "a.consult", "--kit", "nope.toml")
    terminal.refused("new", "a.consult", "--kit", "../../etc/passwd")


def test_new_touches_no_file_that_is_there_and_makes_no_folder(terminal: Terminal) -> None:
    Path("notes.txt").write_text("mine")
    assert "already a file" in terminal.refused("new", "notes.txt", "--kit", KIT)
    assert "already a file" in terminal.refused("new", "notes.txt", "--title", "A list", "--lang", "en")
    assert "no folder" in terminal.refused("new", "nowhere/a.consult", "--kit", KIT)


@pytest.mark.parametrize(
    ("table", "words"),
    [
        (b"set\npolicy\n", "has no column text"),
        (b"set,text\npolicy,Open.\nneither,Mend.\n", "Row 3"),
        (b"set,text\npolicy,caf\xe9\n", "not written in UTF-8"),
        (b"set,text\npolicy,a\0b\n", "Row 2"),
        (b"", "is empty"),
        (b"set,text,session\npolicy,Open.,NEW\npolicy,,\n", "Row 3"),
    ],
)
def test_a_table_that_is_wrong_is_refused_whole(terminal: Terminal, table: bytes, words: str) -> None:
    path = terminal.a_file()
    Path("t.csv").write_bytes(table)
    assert words in terminal.refused("import", path, "t.csv")
    assert words in terminal.refused("import", path, "t.csv", "--json", "--as", "recommendations")


def test_a_table_that_is_a_folder_or_not_there_or_a_consultation_is_refused(terminal: Terminal) -> None:
    path = terminal.a_file()
    Path("folder.csv").mkdir()
    assert "is a folder" in terminal.refused("import", path, "folder.csv")
    assert "There is no file" in terminal.refused("import", path, "nowhere.csv")
    terminal.refused("import", path, path)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--session", "NOPE"], ["“NOPE”", "D2-WATER"]),
        (["--strand", "moon"], ["“moon”", "people, planet, government"]),
        (["--capital", "gold"], ["“gold”", "environmental"]),
        (["--addressee", "me"], ["“me”", "g20"]),
        (["--language", "not a language"], ["not a code of a language"]),
    ],
)
def test_add_refuses_what_the_file_does_not_know(terminal: Terminal, options: list[str], words: list[str]) -> None:
    sentence = terminal.refused("add", terminal.a_file(), "Open the wells", "--set", "policy", *options)
    for word in words:
        assert word in sentence


@pytest.mark.parametrize("text", ["", "  ", "half \udce9 a character"])
def test_add_refuses_words_that_are_none(terminal: Terminal, text: str) -> None:
    terminal.refused("add", terminal.a_file(), text, "--set", "policy")


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["nonsense"],
        ["info"],
        ["add", "a.consult", "Open", "--set", "both"],
        ["add", "a.consult", "Open", "--set", "policy", "--for", "-1"],
        ["add", "a.consult", "Open"],
        ["add", "a.consult", "Open", "--set", "policy", "--for", "many"],
        ["merge", "a.consult"],
        ["new", "a.consult", "--title", "A list", "--lang", "de"],
        ["new", "a.consult", "--title", "A list", "--lang", "none"],
        ["draft", "a.consult", "--lang", "de"],
        ["check", "a.consult", "--repair"],
    ],
)
def test_words_that_make_no_sense_are_exit_code_2(terminal: Terminal, words: list[str]) -> None:
    assert "usage" in terminal.refused(*words, code=2)


def test_demo_does_not_take_a_file_for_a_folder(terminal: Terminal) -> None:
    Path("made").write_text("mine")
    assert "is not a folder" in terminal.refused("demo", "--out", "made")


def test_a_file_without_a_consultation_is_refused_with_what_to_do(terminal: Terminal) -> None:
    with empty_store(terminal.folder) as store:
        path = store.path
    for command in ("info", "draft"):
        assert "holds no consultation" in terminal.refused(command, path)


def test_settings_that_cannot_be_read_are_said_and_nothing_is_written(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = terminal.a_file()
    home = terminal.folder / "home"
    home.mkdir()
    (home / "identity.json").write_text("{")
    monkeypatch.setenv("CONSULTATION_HOME", str(home))
    assert "settings file" in terminal.refused("add", path, "Open the wells", "--set", "policy")


@pytest.mark.parametrize(
    "words", [["export", "a.consult", "poems", "p.pdf"], ["import", "a.consult", "t.csv", "--as", "poems"]]
)
def test_a_table_of_nothing_is_exit_code_2_and_those_there_are_are_named(terminal: Terminal, words: list[str]) -> None:
    sentence = terminal.refused(*words, code=2)
    assert "“poems”" in sentence
    assert "recommendations" in sentence


def test_import_refuses_a_pipe_and_does_not_wait_for_it(terminal: Terminal) -> None:
    path = terminal.a_file()
    os.mkfifo("table.csv")
    assert "not an ordinary file" in terminal.refused("import", path, "table.csv")
