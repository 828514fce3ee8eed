"""Reading and writing ordinary files whole or not at all.

The file that was there before stays until the new one is safe on disk. Devices, pipes and connections have names like
files, but reading them may never end and writing beside them would put a file in their place: they are refused.
"""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import stat
from collections.abc import Iterator
from pathlib import Path

from consultation.errors import ExportRefused, FileRefused, FileUnreachable
from consultation.language import N_

ENDING = ".consult"
"""What the names of consultation files end in."""
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def is_same_file(path: Path, other: Path) -> bool:
    """Tell whether both names lead to one file; names that lead nowhere do not."""
    try:
        return path.samefile(other)
    except OSError:
        return False


def make_folder(folder: Path) -> None:
    """Make a folder, and those it lies in, unless it is there; ExportRefused when it cannot be made."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportRefused(
            N_("The folder “{folder}” cannot be made: {reason}. No file was made. Choose another folder."),
            folder=str(folder),
            reason=error.strerror or str(error),
        ) from error


def place_of(path: Path) -> tuple[int, int] | None:
    """Return where on which disk the file at ``path`` lies; None when there is none."""
    try:
        about = path.stat()
    except OSError:
        return None
    return about.st_dev, about.st_ino


def unreadable(path: Path, error: OSError) -> FileUnreachable:
    """Say why the file at ``path`` could not be read."""
    if isinstance(error, FileNotFoundError):
        message = N_("There is no file “{name}”. Check the name, or whether the stick is still plugged in.")
    else:
        message = N_("“{name}” cannot be read: {reason}. Nothing was changed. Check the permissions of the file.")
    return FileUnreachable(message, name=str(path), reason=error.strerror or str(error))


def read_whole(path: Path | str, largest: int) -> bytes:
    """Read the ordinary file at ``path``, which may have at most ``largest`` bytes.

    Raises `FileUnreachable` when it is missing or may not be read, `FileRefused` when it is a folder, a device, a pipe
    or a connection, or larger than that. Never waits for the other end of a pipe.
    """
    path = Path(path)
    try:
        # Looked at first, since opening some devices already does something; and again, in case it was replaced.
        _ordinary(path, os.stat(path))
        with open(path, "rb", opener=_opened_at_once) as file:
            _ordinary(path, os.fstat(file.fileno()))
            data = file.read(largest + 1)
    except OSError as error:
        raise unreadable(path, error) from error
    if len(data) > largest:
        raise FileRefused(
            N_(
                "“{name}” is too large to be read here: at most {largest} MB are taken. Nothing was changed. "
                "Check whether it is the right file."
            ),
            name=path.name,
            largest=max(1, largest // 1_000_000),
        )
    return data


def _opened_at_once(path: str, flags: int) -> int:
    """Open without waiting for anybody to write into a pipe."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0))


def _ordinary(path: Path, found: os.stat_result) -> None:
    """Refuse what is no ordinary file to read."""
    if stat.S_ISDIR(found.st_mode):
        raise FileRefused(
            N_("“{name}” is a folder, not a file. Nothing was changed. Choose a file in it."), name=path.name
        )
    if not stat.S_ISREG(found.st_mode):
        raise FileRefused(
            N_(
                "“{name}” is not an ordinary file but a device, a pipe or a connection, so it was not read. "
                "Nothing was changed. Choose a file on a disk or a stick."
            ),
            name=path.name,
        )


def write_whole(path: Path | str, data: bytes) -> None:
    """Write ``data`` to ``path``, replacing what is there in one step.

    Raises `ExportRefused` when that is impossible; then nothing at ``path`` was changed.
    """
    with replacing(Path(path)) as part, open(part, "xb") as file:
        file.write(data)


@contextlib.contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give the name of a file to write beside ``path``, which takes its place once it is whole and on disk.

    Raises `ExportRefused` when that is impossible; then, as when the writing itself raises, nothing at ``path``
    was changed and nothing is left beside it.
    """
    target = Path(os.path.realpath(path))
    # Not Path.is_dir: it raises where a name is too long or a folder may not be looked into.
    if os.path.isdir(target):
        raise ExportRefused(
            N_("“{name}” is a folder, so no file of that name was written. Nothing was changed. Choose another name."),
            name=target.name,
        )
    if not os.path.isdir(target.parent):
        raise ExportRefused(
            N_(
                "The folder “{folder}” does not exist, so “{name}” was not written. "
                "Nothing was changed. Choose a folder that exists, or put the stick back."
            ),
            folder=str(target.parent),
            name=target.name,
        )
    _refuse_to_replace(target)
    part = target.with_name(f".{target.name[:40]}.{secrets.token_hex(4)}.part")
    try:
        yield part
        settle(part)
        os.replace(part, target)
        with contextlib.suppress(OSError):  # not every system lets us wait for a folder
            settle(target.parent)
    except OSError as error:
        raise _refusal(error, target) from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def _refuse_to_replace(target: Path) -> None:
    """Refuse to put a file in the place of what is none: a device, a pipe, a connection."""
    try:
        found = os.stat(target)
    except OSError as error:
        if isinstance(error, FileNotFoundError):
            return
        raise _refusal(error, target) from error
    if not stat.S_ISREG(found.st_mode):
        raise ExportRefused(
            N_(
                "“{name}” is not an ordinary file but a device, a pipe or a connection, so it was not replaced. "
                "Nothing was changed. Choose another name."
            ),
            name=target.name,
        )


def settle(path: Path) -> None:
    """Wait until a file, or the names in a folder, are on the disk and not only on their way there."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _refusal(error: OSError, target: Path) -> ExportRefused:
    """Say why ``target`` could not be written."""
    if error.errno in _FULL:
        message = N_(
            "The disk is full, so “{name}” was not written. Nothing was changed. "
            "Make room or choose another disk, then try again."
        )
    elif error.errno == errno.ENAMETOOLONG:
        message = N_("The name “{name}” is too long for this disk. Nothing was changed. Choose a shorter one.")
    elif error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        message = N_(
            "“{name}” may not be written in “{folder}”. Nothing was changed. "
            "Close it if it is open in another program, or choose another folder."
        )
    else:
        message = N_(
            "“{name}” could not be written in “{folder}” ({reason}). Nothing was changed. "
            "Choose another folder, then try again."
        )
    return ExportRefused(message, name=target.name, folder=str(target.parent), reason=error.strerror or str(error))
