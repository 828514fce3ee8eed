"""A terminal in an empty folder, and the sample's files to merge."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from consultation.sample import make_sample
from tests.cli.terminal import Terminal


@pytest.fixture
def terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Return a terminal that speaks English."""
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    monkeypatch.chdir(tmp_path)
    return Terminal(tmp_path, capsys)


@pytest.fixture(scope="session")
def _sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample")
    make_sample(folder)
    return folder


@pytest.fixture
def rooms(terminal: Terminal, _sample: Path) -> list[Path]:
    """Return the three facilitators' files, beside the one that was handed out."""
    for path in _sample.iterdir():
        shutil.copyfile(path, terminal.folder / path.name)
    return sorted(terminal.folder.glob("facilitator-*.consult"))
