"""Writing a file whole or not at all: the one that was there before stays until the new one is safe on disk."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
from pathlib import Path

from consultation.errors import ExportRefused
from consultation.i18n import N_

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def write_whole(path: Path | str, data: bytes) -> None:
    """Write ``data`` to ``path``, replacing what is there in one step.

    Raises `ExportRefused` when that is impossible; then nothing at ``path`` was changed.
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
        _write(part, data)
        os.replace(part, target)
        _settle(target.parent)
    except OSError as error:
        raise _refusal(error, target) from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def _write(part: Path, data: bytes) -> None:
    """Write a new file and wait until it is on disk."""
    with open(part, "xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _settle(folder: Path) -> None:
    """Make the new name in ``folder`` last through a power cut, where the system lets us."""
    if os.name != "posix":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
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
