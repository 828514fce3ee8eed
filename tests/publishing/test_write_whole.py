"""Publishing to a file: whole or not at all, with a sentence that helps."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from declarations import declaration

from consultation.document import Cover
from consultation.errors import ExportRefused
from consultation.publishing import FORMATS, publish, write_whole


@pytest.mark.parametrize("ending", FORMATS)
def test_the_ending_chooses_the_format(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"declaration{ending.upper()}"
    publish(declaration(), path)
    data = path.read_bytes()
    assert {".pdf": data.startswith(b"%PDF"), ".md": data.startswith(b"**Draft of"), ".json": data[:1] == b"{"}[ending]
    assert os.listdir(tmp_path) == [path.name]


@pytest.mark.parametrize("name", ["declaration.docx", "declaration", ".pdf"])
def test_another_ending_is_refused_with_the_formats(tmp_path: Path, name: str) -> None:
    with pytest.raises(ExportRefused, match=r"\.pdf, \.md or \.json"):
        publish(declaration(), tmp_path / name)
    assert os.listdir(tmp_path) == []


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ExportRefused, match="does not exist"):
        publish(declaration(), tmp_path / "gone" / "a.json")


def test_a_folder_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.md").mkdir()
    with pytest.raises(ExportRefused, match="is a folder"):
        publish(declaration(), tmp_path / "a.md")
    assert (tmp_path / "a.md").is_dir()


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.ENOSPC, "disk is full"),
        (errno.EACCES, "may not be written"),
        (errno.EROFS, "may not be written"),
        (errno.EIO, "could not be written"),
    ],
)
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_what_was_there_stays_when_writing_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, words: str, step: str
) -> None:
    path = tmp_path / "a.json"
    path.write_text("before")

    def fail(*_: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(f"consultation.files.os.{step}", fail)
    with pytest.raises(ExportRefused, match=words) as refused:
        publish(declaration(), path)
    assert "Nothing was changed" in str(refused.value)
    assert path.read_text() == "before"
    assert os.listdir(tmp_path) == ["a.json"]


def test_a_name_too_long_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ExportRefused, match="too long"):
        write_whole(tmp_path / ("é" * 200 + ".md"), b"x")
    assert os.listdir(tmp_path) == []


def test_a_long_name_the_disk_allows_is_written(tmp_path: Path) -> None:
    path = tmp_path / ("é" * 120 + ".md")
    write_whole(path, b"x")
    assert path.read_bytes() == b"x"


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text("x" * 1_000_000)
    publish(declaration(), path)
    assert json.loads(path.read_text())["format"] == "consultation-document"


def test_half_a_character_does_not_stop_the_writing(tmp_path: Path) -> None:
    broken = replace(declaration(), cover=Cover("a\ud800b"))
    for ending in FORMATS:
        publish(broken, tmp_path / f"a{ending}")


def test_reportlab_is_loaded_only_for_a_pdf() -> None:
    code = (
        "import sys; import consultation.publishing as p; from consultation.document import *; "
        "d = Document('en', Cover('x')); p.markdown_text(d); p.json_text(d); print('reportlab' in sys.modules)"
    )
    root = Path(__file__).parents[2]
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=root)
    assert shown.stdout.strip() == "False"
