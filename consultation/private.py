"""A private folder for what is only needed for a while; whatever a killed program left there is cleared away."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from consultation.errors import ExportRefused
from consultation.language import N_

ENDING = ".in-use"
"""Of the file that stands beside a private folder for as long as somebody needs it."""


@contextlib.contextmanager
def private_folder() -> Iterator[Path]:
    """Make a folder that nobody else can look into or write to, for as long as it is needed.

    ExportRefused when there is no place for one.
    """
    with contextlib.ExitStack() as stack:
        try:
            home = _home()
            _clear(home)
            name = secrets.token_hex(8)
            lock = stack.enter_context((home / f"{name}{ENDING}").open("xb"))
            _take(lock)
            folder = home / name
            folder.mkdir(mode=0o700)
        except OSError as error:
            raise no_room(error) from error
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)
            with contextlib.suppress(OSError):
                Path(lock.name).unlink()


def no_room(error: Exception) -> ExportRefused:
    """Make the refusal of what needs a private copy, where none can be made."""
    return ExportRefused(
        N_(
            "There is no room for a private copy in the folder for temporary files ({reason}). "
            "Nothing was changed. Make room on that disk and try again."
        ),
        reason=getattr(error, "strerror", None) or str(error),
    )


def _home() -> Path:
    """Return the folder of this person's private folders, which must be theirs alone."""
    name = f"consultation-{os.geteuid()}" if sys.platform != "win32" else "consultation-private"
    home = Path(tempfile.gettempdir()) / name
    home.mkdir(mode=0o700, exist_ok=True)
    about = home.lstat()
    if stat.S_ISDIR(about.st_mode) and (sys.platform == "win32" or about.st_uid == os.geteuid()):
        home.chmod(0o700)
        return home
    return Path(tempfile.mkdtemp(prefix=f"{name}-"))  # somebody else has taken that name


def _clear(home: Path) -> None:
    """Take away what programs left behind that were killed: nobody holds the file beside it, or there is none."""
    for folder in home.iterdir():
        if folder.name.endswith(ENDING):
            continue
        beside = home / f"{folder.name}{ENDING}"
        try:
            with beside.open("r+b") as lock:
                _take(lock)
        except FileNotFoundError:
            pass
        except OSError:  # in use
            continue
        shutil.rmtree(folder, ignore_errors=True)
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)


def _take(lock: IO[bytes]) -> None:
    """Take a lock that goes when the program ends, however it ends; OSError when another has it."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
