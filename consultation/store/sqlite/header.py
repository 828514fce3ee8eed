"""The first hundred bytes of a file: what it is, before SQLite sees a byte of it (SQLite file format, 1.3)."""

from __future__ import annotations

import stat
import struct
from pathlib import Path
from typing import NamedTuple

from consultation.errors import DamagedFile, NewerFile, NotAConsultation
from consultation.files import unreadable
from consultation.language import N_
from consultation.store.schema import APPLICATION_ID
from consultation.store.versions.number import CURRENT, Version

HEADER_SIZE = 100
MAGIC = b"SQLite format 3\0"
LARGEST_FILE = 2 << 30
"""Bytes. A thousand rooms fill a twentieth of it."""

_NOT_OURS = N_("“{name}” is not a consultation file. Nothing was changed. Choose a file that ends in .consult.")


class Header(NamedTuple):
    """What the first bytes of a file say of it."""

    page_size: int
    pages: int
    version: Version
    size: int
    """Of the file itself, in bytes."""

    @property
    def is_whole(self) -> bool:
        """Whether the file is as long as it says."""
        return self.size >= self.page_size * self.pages


def read_header(path: Path) -> Header:
    """Check, from its first bytes and its size alone, that ``path`` may be a file of ours; FileRefused if not.

    Whether it is whole is not asked here: of a file that was being written it cannot be told before the journal
    beside it has been played back.
    """
    name = path.name or str(path)
    try:
        if path.is_dir():
            raise NotAConsultation(
                N_("“{name}” is a folder, not a consultation file. Choose a file that ends in .consult."), name=name
            )
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):  # a pipe or a device, which could keep us waiting forever
            raise NotAConsultation(_NOT_OURS, name=name)
        with path.open("rb") as file:
            header = file.read(HEADER_SIZE)
    except OSError as error:
        raise unreadable(path, error) from error
    except ValueError as error:  # a name no file can have
        raise NotAConsultation(_NOT_OURS, name=name) from error
    if len(header) < HEADER_SIZE or not header.startswith(MAGIC):
        raise NotAConsultation(_NOT_OURS, name=name)
    page_size = struct.unpack_from(">H", header, 16)[0]
    pages = struct.unpack_from(">I", header, 28)[0]
    number = struct.unpack_from(">i", header, 60)[0]
    application = struct.unpack_from(">i", header, 68)[0]
    if application != APPLICATION_ID:
        raise NotAConsultation(
            N_("“{name}” belongs to another program. Nothing was changed. Choose a file that ends in .consult."),
            name=name,
        )
    version = Version.from_header(number) if number > 0 else Version(0, 0)
    if version.major > CURRENT.major:
        raise NewerFile(
            N_(
                "“{name}” was written by a newer version of this program. It was not touched. "
                "Install the newer version to open it."
            ),
            name=name,
        )
    if version.major < 1:
        raise NotAConsultation(_NOT_OURS, name=name)
    if about.st_size > LARGEST_FILE:
        raise DamagedFile(
            N_(
                "“{name}” is larger than any consultation can be, so it was not read. Nothing was changed. "
                "Ask the person it comes from how it was made."
            ),
            name=name,
        )
    return Header(65536 if page_size == 1 else page_size, pages, version, about.st_size)
