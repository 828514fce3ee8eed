"""The files SQLite leaves beside one that it was writing: read by us before SQLite may act on them.

A rollback journal that ends in the name of a "super-journal" makes SQLite delete the file of that name once it has
played the journal back. We never write to two files in one transaction, so no journal of ours names one.
"""

from __future__ import annotations

from pathlib import Path

from consultation.errors import DamagedFile
from consultation.files import unreadable
from consultation.language import N_

_MAGIC = bytes.fromhex("d9d505f920a163d7")
"""What a rollback journal begins with; it ends with the same where it names a super-journal."""


def journal_of(path: Path) -> Path:
    """Return where the rollback journal of a file stands."""
    return path.with_name(f"{path.name}-journal")


def log_of(path: Path) -> Path:
    """Return where the write-ahead log of a file stands, if another program has made one."""
    return path.with_name(f"{path.name}-wal")


def check_journals(path: Path) -> None:
    """Refuse one's own file where what stands beside it was not left by this program: DamagedFile."""
    for beside in (journal_of(path), log_of(path)):
        if _exists(beside) and not beside.is_file():
            raise _strange(path, beside)
    journal = journal_of(path)
    if _size(journal):
        try:
            with journal.open("rb") as file:
                file.seek(-min(len(_MAGIC), _size(journal)), 2)
                end = file.read()
        except OSError as error:
            raise unreadable(journal, error) from error
        if end == _MAGIC:
            raise _strange(path, journal)


def is_being_written(path: Path) -> bool:
    """Tell whether something of a change is still beside the file: it was copied in the middle of it."""
    return any(_size(beside) for beside in (journal_of(path), log_of(path)))


def _strange(path: Path, beside: Path) -> DamagedFile:
    return DamagedFile(
        N_(
            "Beside “{name}” stands “{beside}”, which this program did not write, so “{name}” was not opened. "
            "Nothing was changed. Ask the person you have it from, and put “{beside}” in another folder."
        ),
        name=path.name,
        beside=beside.name,
    )


def _exists(path: Path) -> bool:
    try:
        path.lstat()
    except OSError:
        return False
    return True


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
