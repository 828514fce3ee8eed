"""Writing a file whole or not at all: the one that was there before stays until the new one is safe on disk."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
from collections.abc import Iterator
from pathlib import Path

from consultation.errors import ExportRefused, FileUnreachable
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


def unreadable(path: Path, error: OSError) -> FileUnreachable:
    """Say why the file at ``path`` could not be read."""
    if isinstance(error, FileNotFoundError):
        message = N_("There is no file “{name}”. Check the name, or whether the stick is still plugged in.")
    else:
        message = N_("“{name}” cannot be read: {reason}. Nothing was changed. Check the permissions of the file.")
    return FileUnreachable(message, name=str(path), reason=error.strerror or str(error))


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
    part = target.with_name(f".{target.name[:40]}.{secrets.token_hex(4)}.part")
    try:
        yield part
        _settle(part)
        os.replace(part, target)
        with contextlib.suppress(OSError):  # not every system lets us wait for a folder
            _settle(target.parent)
    except OSError as error:
        raise _refusal(error, target) from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def _settle(path: Path) -> None:
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
