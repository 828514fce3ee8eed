"""Whatever people wrote into a file, nothing of it is obeyed by the terminal that shows it (F15)."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path
from typing import Any

import pytest

from consultation.merging import merge
from consultation.model import Item, Person, Recommendation, RecommendationSet, Session
from consultation.store import Identity, Store, settings_folder
from tests.builders import handed_to
from tests.cli.terminal import Terminal

ROOT = Path(__file__).parents[2]
RETITLED = "\x1b]0;mine\x07"
CLEARED = "\x9b2J"
TURNED = "\u202etxt.exe\u202c"
ISOLATED = "\u2066left\u2069"
RETURNED = "\rEverything is well"
FORGED = "\n0 conflicts to decide"
HOSTILE = f"Water{RETITLED}{CLEARED}{TURNED}{ISOLATED}{RETURNED}{FORGED}\x7f"

OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@pytest.fixture
def hostile(terminal: Terminal) -> Path:
    """A file whose every word is an attack, two conflicts among them; its name is one too."""
    path = terminal.a_file(who=f"Mallory{TURNED}")
    with Store.open(path, Identity.load(settings_folder())) as store:
        store.change(store.consultation, title={"en": HOSTILE})
        card = Person(id=store.identity.author, name=HOSTILE)
        store.save(card)
        session = Session(id=store.new_id(), code=f"S{CLEARED}{TURNED}{FORGED}", title={"en": HOSTILE})
        store.save(session)
        asked = Recommendation(
            id=store.new_id(),
            set=RecommendationSet.POLICY,
            text=HOSTILE,
            session=session.id,
            proposer=card.id,
            language="en",
        )
        store.save(asked)
        with handed_to(store, "Ada", name="other.consult") as other:
            other.change(other.get(Recommendation, asked.id), text=f"{HOSTILE} no")
            other.change(other.get(Session, session.id), title={"en": f"{HOSTILE} no"})
        store.change(asked, text=f"{HOSTILE} yes")
        store.change(session, title={"en": f"{HOSTILE} yes"})
        merge(store, [other.path])
        assert len(store.conflicts()) == 2
    return path.rename(path.with_name(f"a{RETITLED}{TURNED}b\udce9.consult"))


def every_answer(terminal: Terminal, path: Path) -> list[tuple[str, ...]]:
    """The words of commands that show what is in a file, or repeat what they were asked."""
    name = str(path)
    Path("notes.csv").write_text(f'set,session,proposer,text\npolicy,"NEW{TURNED}","Zoé{CLEARED}",Open.\n')
    return [
        ("info", name),
        ("conflicts", name),
        ("add", name, f"Open {TURNED}", "--set", "policy"),
        ("add", name, "Open", "--set", "policy", "--session", f"NO{CLEARED}"),
        ("add", name, "Open", "--set", "policy", "--strand", f"moon{TURNED}"),
        ("add", name, "Open", "--set", "policy", "--for", f"{CLEARED}1"),
        ("add", name, "Open", "--set", f"{RETITLED}"),
        ("import", name, "notes.csv"),
        ("merge", name, "other.consult", "--dry-run"),
        ("merge", name, "other.consult"),
        ("merge", name, f"nowhere{TURNED}{CLEARED}.consult"),
        ("draft", name),
        ("export", name, "declaration", f"d{TURNED}.md"),
        ("export", name, "declaration", f"nowhere{RETITLED}/d.md"),
        ("check", name),
        ("digest", name),
        ("new", name, "--kit", "forum-intermediary-cities-2021"),
        ("new", "b.consult", "--kit", f"kit{TURNED}"),
        ("info", f"{RETITLED}nowhere"),
        (f"nonsense{CLEARED}{TURNED}",),
        ("info", name, f"--nonsense{CLEARED}"),
    ]


def test_no_answer_and_no_refusal_has_anything_in_it_that_a_terminal_obeys(terminal: Terminal, hostile: Path) -> None:
    for words in every_answer(terminal, hostile):
        for options in ((), ("--json",)):
            said = terminal(*words, *options)
            assert said.out or said.err, words
            assert not OBEYED.search(said.out), words
            assert not OBEYED.search(said.err), words


def strings(data: Any) -> list[str]:
    if isinstance(data, dict):
        return [one for value in data.values() for one in strings(value)]
    if isinstance(data, list):
        return [one for value in data for one in strings(value)]
    return [data] if isinstance(data, str) else []


def test_json_says_all_of_it_in_escapes(terminal: Terminal, hostile: Path) -> None:
    said = terminal("info", hostile, "--json")
    assert json.loads(said.out)["consultation"]["title"] == {"en": HOSTILE}
    for escape in (r"\u001b", r"\u009b", r"\u202e", r"\u2066", r"\u007f", r"\r", r"\n"):
        assert escape in said.out
    found = strings(terminal.data("conflicts", hostile))
    assert f"{HOSTILE} yes" in found
    assert f"{HOSTILE} no" in found


def test_what_people_wrote_cannot_pass_for_a_line_of_the_answer(terminal: Terminal, hostile: Path) -> None:
    for command in ("info", "conflicts"):
        lines = terminal.done(command, hostile).out.splitlines()
        assert not [line for line in lines if line.strip().startswith("0 conflicts to decide")]
        assert "2 conflicts to decide" in lines


def test_words_in_any_script_are_shown_as_they_are(terminal: Terminal) -> None:
    path = terminal.a_file()
    for words in ("Ouvrir les puits à tous — «vite»", "افتحوا الآبار للجميع", "पानी सबके लिए", "水给所有人", "Water 💧"):
        assert words in terminal.done("add", path, words, "--set", "policy").out


def test_commands_print_in_one_place_only() -> None:
    found = []
    for file in [*(ROOT / "consultation").rglob("*.py"), ROOT / "main.py"]:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            prints = isinstance(node, ast.Call) and getattr(node.func, "id", "") == "print"
            streams = isinstance(node, ast.Attribute) and node.attr in ("stdout", "stderr")
            if prints or streams:
                found.append(str(file.relative_to(ROOT)))
    assert set(found) == {"consultation/cli/terminal.py"}


def test_a_draft_of_hostile_words_is_told_without_them(terminal: Terminal, hostile: Path) -> None:
    with terminal.opened(hostile) as store:
        (asked,) = store.all(Recommendation)
        store.resolve(Recommendation, asked.id, "text", f"Open the wells{RETITLED}{TURNED} to all")
    terminal.done("draft", hostile)
    with terminal.opened(hostile) as store:
        assert any(RETITLED in item.words.get("en", "") for item in store.all(Item))
