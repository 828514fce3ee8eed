"""The program as it is really started."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
KIT = "forum-intermediary-cities-2021"


def started(folder: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run ``main.py`` in a folder, with settings of its own."""
    own = {"CONSULTATION_HOME": str(folder / ".home"), "LC_ALL": "en_GB.UTF-8", **environment}
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *words],
        cwd=folder,
        env={**os.environ, **own},
        capture_output=True,
        timeout=60,
        check=False,
    )


def test_the_path_from_a_kit_to_a_declaration(folder: Path) -> None:
    for words in (
        ("new", "a.consult", "--kit", KIT),
        ("add", "a.consult", "Ouvrir les puits à tous — «vite»", "--set", "policy", "--language", "fr"),
        ("draft", "a.consult", "--lang", "fr"),
        ("export", "a.consult", "declaration", "d.pdf"),
    ):
        done = started(folder, *words)
        assert (done.returncode, done.stderr) == (0, b""), done.stderr
    assert (folder / "d.pdf").read_bytes().startswith(b"%PDF")
    about = json.loads(started(folder, "info", "a.consult", "--json").stdout)
    assert about["counts"]["recommendations"] == 1
    assert sorted(path.name for path in folder.iterdir()) == [".home", "a.consult", "d.pdf"]


@pytest.mark.parametrize(("words", "code"), [(["info", "nowhere.consult"], 1), (["nonsense"], 2)])
def test_a_refusal_is_an_exit_code_and_a_sentence_on_stderr(folder: Path, words: list[str], code: int) -> None:
    done = started(folder, *words)
    assert (done.returncode, done.stdout) == (code, b"")
    assert words[-1] in done.stderr.decode()
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("language", ["fr_FR.UTF-8", "es_ES.UTF-8", "de_DE.UTF-8", "C", "nonsense"])
def test_in_whatever_language_the_system_speaks_there_is_an_answer(folder: Path, language: str) -> None:
    done = started(folder, "info", "nowhere.consult", LC_ALL="", LC_MESSAGES="", LANG=language)
    assert (done.returncode, done.stdout) == (1, b"")
    assert "nowhere.consult" in done.stderr.decode("utf-8")
    assert b"Traceback" not in done.stderr


def test_an_answer_is_utf_8_also_where_the_terminal_is_not(folder: Path) -> None:
    started(folder, "new", "a.consult", "--kit", KIT)
    done = started(folder, "info", "a.consult", LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 0
    assert "Kütahya" in done.stdout.decode("utf-8")


def test_whoever_stops_reading_causes_no_traceback(folder: Path) -> None:
    started(folder, "new", "a.consult", "--kit", KIT)
    piped = subprocess.run(
        f'"{sys.executable}" "{ROOT / "main.py"}" info a.consult | true',
        shell=True,
        cwd=folder,
        env={**os.environ, "CONSULTATION_HOME": str(folder / ".home")},
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert piped.stderr == b""


def test_nothing_heavy_is_imported_before_it_is_needed(folder: Path) -> None:
    started(folder, "new", "a.consult", "--kit", KIT)
    looking = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); from consultation.cli import run;"
        "run(['info', 'a.consult'], None);"
        "print(sorted(one for one in ('reportlab', 'PySide6', 'PIL', 'fontTools') if one in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", looking],
        cwd=folder,
        env={**os.environ, "CONSULTATION_HOME": str(folder / ".home")},
        capture_output=True,
        timeout=60,
        check=True,
    )
    assert done.stdout.decode().splitlines()[-1] == "[]"
