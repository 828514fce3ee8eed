"""Only ordinary files are read and written: what merely has a name like one is refused with a sentence."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from consultation.errors import ExportRefused, FileRefused, FileUnreachable
from consultation.files import read_whole, write_whole

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows names its pipes and devices elsewhere")


def a_pipe(folder: Path) -> Path:
    path = folder / "pipe"
    os.mkfifo(path)
    return path


def a_connection(folder: Path) -> Path:
    here = os.getcwd()
    os.chdir(folder)  # such a name may have about a hundred characters
    try:
        with socket.socket(socket.AF_UNIX) as one:
            one.bind("socket")
    finally:
        os.chdir(here)
    return folder / "socket"


def a_device(_: Path) -> Path:
    """The far end of a terminal: a device in a folder where no program can put a file in its place.

    Never one of the machine's own, such as /dev/null: run by root with the guard broken, this test would replace it.
    """
    _, end = os.openpty()
    return Path(os.ttyname(end))


def a_link_to_a_device(folder: Path) -> Path:
    path = folder / "link"
    path.symlink_to(a_device(folder))
    return path


def a_link_to_a_pipe(folder: Path) -> Path:
    path = folder / "link"
    path.symlink_to(a_pipe(folder))
    return path


no_files = pytest.mark.parametrize("made", [a_pipe, a_connection, a_device, a_link_to_a_device, a_link_to_a_pipe])


@no_files
def test_what_is_no_ordinary_file_is_not_read(tmp_path: Path, made: Callable[[Path], Path]) -> None:
    with pytest.raises(FileRefused, match=r"not an ordinary file.*Nothing was changed"):
        read_whole(made(tmp_path), 1_000)


@no_files
def test_what_is_no_ordinary_file_is_not_replaced(tmp_path: Path, made: Callable[[Path], Path]) -> None:
    path = made(tmp_path)
    before = os.stat(path)
    there = sorted(os.listdir(tmp_path))
    with pytest.raises(ExportRefused, match=r"not an ordinary file.*Nothing was changed"):
        write_whole(path, b"x")
    after = os.stat(path)
    assert (after.st_mode, after.st_ino, after.st_rdev) == (before.st_mode, before.st_ino, before.st_rdev)
    assert sorted(os.listdir(tmp_path)) == there


def test_a_link_to_a_file_stays_a_link_and_its_file_is_written(tmp_path: Path) -> None:
    file, link = tmp_path / "a.md", tmp_path / "link.md"
    file.write_bytes(b"before")
    link.symlink_to(file)
    write_whole(link, b"after")
    assert link.is_symlink()
    assert file.read_bytes() == read_whole(link, 100) == b"after"


def test_links_that_lead_in_a_circle_are_refused(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.symlink_to(other)
    other.symlink_to(one)
    with pytest.raises(ExportRefused, match="Nothing was changed"):
        write_whole(one, b"x")
    with pytest.raises(FileUnreachable):
        read_whole(one, 10)
    assert one.is_symlink()


def test_a_folder_is_not_read(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="is a folder"):
        read_whole(tmp_path, 10)


def test_a_file_that_is_missing_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(FileUnreachable, match="There is no file"):
        read_whole(tmp_path / "gone.csv", 10)


def test_a_device_that_never_ends_is_not_read() -> None:
    with pytest.raises(FileRefused, match="not an ordinary file"):
        read_whole("/dev/zero", 1_000)


def test_a_file_is_read_up_to_the_largest_size_and_not_beyond(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"x" * 2_000_000)
    assert len(read_whole(path, 2_000_000)) == 2_000_000
    with pytest.raises(FileRefused, match="at most 1 MB"):
        read_whole(path, 1_999_999)


@pytest.mark.skipif(not Path("/proc/kmsg").exists(), reason="only Linux tells a size of 0 for files that have more")
def test_a_file_that_tells_no_size_is_read_to_its_bound(tmp_path: Path) -> None:
    assert os.stat("/proc/self/status").st_size == 0
    with pytest.raises(FileRefused, match="too large"):
        read_whole("/proc/self/status", 10)
