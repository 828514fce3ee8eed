"""A private folder is there while it is needed, and what a killed program left of it is cleared at the next start."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from consultation.errors import ExportRefused
from consultation.private import private_folder

HOLD = (
    "import sys, time\n"
    "from consultation.private import private_folder\n"
    "with private_folder() as folder:\n"
    "    (folder / 'somebody.consult').write_text('words')\n"
    "    print(folder, flush=True)\n"
    "    time.sleep(60)\n"
)


@pytest.fixture
def temporary(tmp_path, monkeypatch):
    """A folder for temporary files of this test alone."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return tmp_path


def holding() -> tuple[subprocess.Popen[str], Path]:
    """Start a program that holds a private folder; return it and its folder."""
    child = subprocess.Popen([sys.executable, "-c", HOLD], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    with child.stdout as said:
        return child, Path(said.readline().strip())


def test_it_is_ours_alone_and_gone_afterwards(temporary):
    with private_folder() as folder:
        (folder / "file").write_text("words")
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        assert stat.S_IMODE(folder.parent.stat().st_mode) == 0o700
    assert not folder.exists()


def test_what_a_killed_program_left_is_cleared_and_what_is_in_use_is_not(temporary):
    killed, left = holding()
    living, in_use = holding()
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    try:
        assert (left / "somebody.consult").exists()
        with private_folder():
            assert not left.exists()
            assert (in_use / "somebody.consult").exists()
    finally:
        living.kill()
        living.wait()


def test_a_folder_somebody_else_put_there_is_not_used(temporary):
    elsewhere = temporary / "elsewhere"
    elsewhere.mkdir()
    (temporary / f"consultation-{os.geteuid()}").symlink_to(elsewhere)
    with private_folder() as folder:
        assert elsewhere not in folder.resolve().parents
        assert not list(elsewhere.iterdir())


def test_nobody_else_may_look_into_it_whatever_it_was_before(temporary):
    (temporary / f"consultation-{os.geteuid()}").mkdir(mode=0o755)
    with private_folder() as folder:
        assert stat.S_IMODE(folder.parent.stat().st_mode) == 0o700


def test_no_room_for_it_is_said(temporary):
    (temporary / f"consultation-{os.geteuid()}").write_text("in the way")
    with pytest.raises(ExportRefused, match="private copy"), private_folder():
        pass
