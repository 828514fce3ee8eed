"""A file is opened with the system; where that has no program for it, the person is told where the file is."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices, QGuiApplication

from ui.widgets.showing import show_file


@pytest.fixture
def written(folder: Path) -> Path:
    path = folder / "declaration.pdf"
    path.write_bytes(b"%PDF-")
    return path


def test_a_file_the_system_opens_is_not_spoken_of(bare, written: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(url.toLocalFile()) or True)
    assert show_file(written, bare.t, bare.messages)
    assert asked == [str(written)]
    assert not bare.messages.log


def test_where_nothing_opens_it_its_path_is_said_and_can_be_copied(bare, written, monkeypatch) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: False)
    assert not show_file(written, bare.t, bare.messages)
    (said,) = bare.messages.log
    assert written.name in said.text
    assert str(written.parent) in said.text
    assert said.action == "Copy the path"
    assert said.act is not None
    said.act()
    assert QGuiApplication.clipboard().text() == str(written)


def test_a_file_that_went_away_meanwhile_is_said_to_be_gone(bare, written: Path) -> None:
    written.unlink()
    assert not show_file(written, bare.t, bare.messages)
    assert "no longer" in bare.messages.log[-1].text
