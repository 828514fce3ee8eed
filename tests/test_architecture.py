"""Which part may know which: the direction of imports, read from the source and not run."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parent.parent

LEVELS = (
    {"collecting", "errors", "language", "document", "files", "grammar", "joining", "private", "progress"},
    {"emblems", "model"},
    {"store"},
    {"words"},
    {"reading", "merging", "matching", "kits", "preparing", "ordering"},
    {"answering", "deciding", "drafting", "exchange", "handing_out", "vocabularies", "weighing"},
    {"composing"},
    {"sample", "freezing"},
    {"demonstration"},
    {"cli"},
)
"""A part knows the parts on the levels before its own. Publishing stands aside: see below."""

PUBLISHING_KNOWS = {"document", "errors", "language", "files", "publishing"}
SQL = re.compile(r"\b(SELECT .* FROM|INSERT (OR \w+ )?INTO|UPDATE \w+ SET|DELETE FROM|PRAGMA|VACUUM)\b")
ABOVE_PUBLISHING = {"publishing", "demonstration", "cli"}


class Import(NamedTuple):
    """One import as it is written."""

    file: Path
    line: int
    module: str
    names: tuple[tuple[str, str | None], ...] = ()
    """(name, the name it is given) of ``from module import ...``."""

    def __str__(self) -> str:
        return f"{self.file.relative_to(ROOT)}:{self.line} imports {self.module}"


def imports_of(file: Path) -> Iterator[Import]:
    """Give every import, those for the type checker alone as well."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"), str(file))):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(file, node.lineno, alias.name)
        elif isinstance(node, ast.ImportFrom):
            module = node.module or ""
            if node.level:
                package = file.parent.relative_to(ROOT).parts
                module = ".".join([*package[: len(package) - node.level + 1], *([module] if module else [])])
            names = tuple((alias.name, alias.asname) for alias in node.names)
            yield Import(file, node.lineno, module, names)


def imports_in(folder: str) -> list[Import]:
    return [one for file in sorted((ROOT / folder).rglob("*.py")) for one in imports_of(file)]


def parts_of(one: Import) -> set[str]:
    """Return the parts of `consultation` that an import names."""
    words = one.module.split(".")
    if words[0] != "consultation":
        return set()
    return {words[1]} if len(words) > 1 else {name for name, _ in one.names}


def part_of(file: Path) -> str:
    return file.relative_to(ROOT / "consultation").parts[0].removesuffix(".py")


def level_of(part: str) -> int | None:
    return next((number for number, parts in enumerate(LEVELS) if part in parts), None)


def module_of(file: Path) -> str:
    return ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def circle_in(knows: dict[str, set[str]]) -> str:
    """Return a way that leads back to where it began, or nothing."""
    try:
        TopologicalSorter(knows).prepare()
    except CycleError as error:
        return " knows ".join(reversed(error.args[1]))
    return ""


def test_every_part_of_the_consultation_has_its_level():
    parts = {part_of(file) for file in (ROOT / "consultation").rglob("*.py") if file.parent.name != "__pycache__"} - {
        "__init__",
        "__main__",
        "publishing",
    }
    homeless = sorted(part for part in parts if level_of(part) is None)
    assert not homeless, f"say in LEVELS and in docs/architecture.md where these stand: {homeless}"


def test_imports_go_from_the_commands_down_to_the_records():
    wrong = []
    for one in imports_in("consultation"):
        own = level_of(part_of(one.file))
        for part in parts_of(one):
            theirs = level_of(part)
            if own is not None and theirs is not None and theirs > own:
                wrong.append(str(one))
    assert not wrong


def test_parts_do_not_import_each_other_in_circles():
    knows: dict[str, set[str]] = {}
    for one in imports_in("consultation"):
        knows.setdefault(part_of(one.file), set()).update(parts_of(one) - {part_of(one.file)})
    assert not circle_in(knows)


def test_files_do_not_import_each_other_in_circles():
    """A package that is imported for what its own file holds counts; one that only leads to a file does not."""
    files = [file for tree in ("consultation", "ui") for file in (ROOT / tree).rglob("*.py")]
    modules = {module_of(file): file for file in files}
    knows: dict[str, set[str]] = {}
    for module, file in modules.items():
        for one in imports_of(file):
            within = [f"{one.module}.{name}" for name, _ in one.names]
            found = [name if name in modules else one.module for name in within or [one.module]]
            knows.setdefault(module, set()).update(set(found) & modules.keys() - {module})
    assert len(knows) > 100
    assert not circle_in(knows)


def test_publishing_knows_the_document_alone():
    wrong = [str(one) for one in imports_in("consultation/publishing") if not parts_of(one) <= PUBLISHING_KNOWS]
    assert not wrong


def test_only_commands_and_window_know_publishing():
    wrong = [
        str(one)
        for one in imports_in("consultation")
        if "publishing" in parts_of(one) and part_of(one.file) not in ABOVE_PUBLISHING
    ]
    assert not wrong


def test_nothing_in_the_consultation_knows_the_window():
    forbidden = {"PySide6", "shiboken6", "PyQt6", "PyQt5", "qtpy", "ui", "main"}
    wrong = [str(one) for one in imports_in("consultation") if one.module.split(".")[0] in forbidden]
    assert not wrong


def part_of_window(file: Path) -> str:
    return file.relative_to(ROOT / "ui").parts[0].removesuffix(".py")


def parts_of_window(one: Import) -> set[str]:
    """Return the parts of `ui` that an import names; the package itself holds but a name."""
    words = one.module.split(".")
    if words[0] != "ui":
        return set()
    parts = {part_of_window(file) for file in (ROOT / "ui").rglob("*.py")}
    return {words[1]} if len(words) > 1 else {name for name, _ in one.names if name in parts}


def levels_of_window() -> tuple[set[str], ...]:
    """Return the parts of the window from the ground up; every folder that is none of the known ones is a place."""
    folders = {folder.name for folder in (ROOT / "ui").iterdir() if folder.is_dir() and any(folder.glob("*.py"))}
    places = folders - {"actions", "look", "widgets", "shell"}
    assert {"prepare", "session", "merge", "declaration", "start"} <= places
    return (
        {"actions", "settings", "touched", "draft_file", "saving"},
        {"look", "keys", "messages", "undo", "jobs", "recent", "drafts", "following"},
        {"widgets", "opening", "keeping"},
        {"open_file"},
        {"known_recommendations", "by_meaning"},
        {"workspace"},
        {"documents", "last_asked", "page", "waiting"},
        places,
        {"shell"},
    )


def test_every_part_of_the_window_knows_only_what_is_below_it():
    """So places know no other place, widgets no workspace, and nothing but the frame knows the places."""
    level = {part: number for number, parts in enumerate(levels_of_window()) for part in parts}
    wrong = []
    for one in imports_in("ui"):
        own = part_of_window(one.file)
        if own != "__init__":
            wrong += [str(one) for part in parts_of_window(one) - {own} if level[part] >= level[own]]
    assert not wrong


def test_there_is_no_sql_and_no_file_format_in_the_window():
    formats = {
        "sqlite3",
        "_sqlite3",
        "sqlalchemy",
        "sqlmodel",
        "csv",
        "zipfile",
        "xml",
        "reportlab",
        "openpyxl",
        "docx",
    }
    wrong = [
        str(one)
        for one in imports_in("ui")
        if one.module.split(".")[0] in formats or one.module.startswith("consultation.store.")
    ]
    for file in sorted((ROOT / "ui").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and SQL.search(str(node.value)):
                wrong.append(f"{file.relative_to(ROOT)}:{node.lineno} speaks SQL")
    assert not wrong


def test_the_session_of_sqlmodel_has_another_name_and_stays_in_the_store():
    wrong = []
    for one in [*imports_in("consultation"), *imports_in("ui")]:
        if one.module.split(".")[0] in {"sqlmodel", "sqlalchemy"}:
            for name, given in one.names:
                if name == "Session" and (given != "DbSession" or part_of(one.file) != "store"):
                    wrong.append(str(one))
    for file in [*(ROOT / "consultation").rglob("*.py"), *(ROOT / "ui").rglob("*.py")]:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Attribute)
                and node.attr == "Session"
                and isinstance(node.value, ast.Name)
                and node.value.id in {"sqlmodel", "orm"}
            ):
                wrong.append(f"{file.relative_to(ROOT)}:{node.lineno} uses {node.value.id}.Session")
    assert not wrong


@pytest.mark.parametrize("module", ["consultation.store", "consultation.merging", "consultation.cli"])
def test_starting_loads_neither_the_window_nor_the_pdf_library(module: str):
    file = ROOT.joinpath(*module.split("."))
    if not file.is_dir() and not file.with_suffix(".py").exists():
        pytest.skip(f"{module} is not written yet")
    heavy = "{'reportlab', 'PySide6', 'openpyxl', 'hypothesis'}"
    answer = subprocess.run(
        [sys.executable, "-c", f"import {module}, sys; print(sorted({heavy} & set(sys.modules)))"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert answer.stdout.strip() == "[]"
