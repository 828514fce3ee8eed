"""A terminal for tests: runs a command within this process and keeps what it said."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from consultation.cli import run
from consultation.store import Identity, Store, settings_folder
from tests.drafting.rooms import a_room


@dataclass(frozen=True)
class Said:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        return json.loads(self.out)


class Terminal:
    """Runs commands in a folder."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys
        self.windows: list[Path] = []
        """The files that were to be opened in the window."""

    def __call__(self, *words: str | Path) -> Said:
        """Run one command."""
        self._capsys.readouterr()
        try:
            code = run([str(word) for word in words], self._open_window)
        except SystemExit as stopped:  # argparse, at words that make no sense
            code = int(stopped.code or 0)
        said = self._capsys.readouterr()
        return Said(code, said.out, said.err)

    def _open_window(self, path: Path) -> int:
        self.windows.append(path)
        return 7

    def done(self, *words: str | Path) -> Said:
        """Run a command that has to succeed without a remark."""
        said = self(*words)
        assert (said.code, said.err) == (0, "")
        return said

    def data(self, *words: str | Path) -> Any:
        """Run a command that has to succeed, and return its JSON."""
        said = self(*words, "--json")
        assert said.code == 0, said.err
        return said.data

    def refused(self, *words: str | Path, code: int = 1) -> str:
        """Run a command that has to be refused, with every file in the folder as it was; return the sentence."""
        before = self.contents()
        said = self(*words)
        assert (said.code, said.out) == (code, "")
        assert said.err.strip()
        assert "Traceback" not in said.err
        assert self.contents() == before
        return said.err

    def contents(self) -> dict[Path, bytes]:
        """All files in the folder."""
        return {path: path.read_bytes() for path in self.folder.rglob("*") if path.is_file()}

    def a_file(self, who: str = "Ada") -> Path:
        """A consultation file in the folder, made from the kit."""
        with a_room(self.folder, who) as store:
            return store.path

    def a_file_that_asks(self) -> Path:
        """A consultation file in the folder, with one recommendation."""
        path = self.a_file()
        self.done("add", path, "Open the wells.", "--set", "policy", "--language", "en")
        return path

    def opened(self, path: Path) -> Store:
        """The file, opened as the commands open it."""
        return Store.open(path, Identity.load(settings_folder()))
