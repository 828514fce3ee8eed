"""The vectors of texts, kept in a file beside the consultation file and never in it.

A line that says what it is, then records of one length: key, vector, checksum. It is only ever added to at the end, so
a program that is killed in the middle leaves a record cut short, which the next one takes away. Whatever is lost is
reckoned anew, so the file may be deleted at any time.
"""

from __future__ import annotations

import errno
import os
import stat
import zlib
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from itertools import chain, count
from pathlib import Path

from consultation.errors import ExportRefused, FileRefused
from consultation.files import read_whole, replacing

ENDING = ".vectors"
"""Behind the whole name of a consultation file."""
KEY_SIZE = 16
LARGEST = 512 * 1024 * 1024
"""Bytes; room for the vectors of 600,000 texts."""
_CHECKSUM_SIZE = 4
_HEAD_SIZE = 32


class VectorFile:
    """Vectors of ``size`` bytes by keys of 16; where it cannot be written, they are held for as long as it lives.

    The file is opened for each call alone, so that it may be deleted or moved in between.
    """

    def __init__(self, path: Path, size: int) -> None:
        self.path = path
        self._size = size
        self._head = f"consultation vectors 1 {size:>8}\n".encode()
        self._step = KEY_SIZE + size + _CHECKSUM_SIZE
        self._held: dict[bytes, bytes] = {}

    @classmethod
    def beside(cls, consultation: Path, size: int) -> VectorFile:
        """Return the one of a consultation file."""
        return cls(consultation.with_name(consultation.name + ENDING), size)

    def read(self, keys: Collection[bytes]) -> Iterator[tuple[bytes, bytes]]:
        """Give key and vector of those ``keys`` that are known; of a damaged record nothing is."""
        wanted = frozenset(keys)
        for key, vector in chain(self._records(self._content()), self._held.items()):
            if key in wanted:
                yield key, vector

    def keep(self, vectors: Mapping[bytes, bytes]) -> None:
        """Add vectors at the end."""
        records = b"".join(self._record(key, vector) for key, vector in vectors.items())
        try:
            self._put_aside_what_is_not_ours()
            with open(self.path, "ab", buffering=0) as file:
                whole = self._whole(file.tell())
                file.truncate(whole)
                file.write(records if whole else self._head + records)
        except OSError:
            self._held.update(vectors)

    def keep_only(self, keys: Collection[bytes]) -> None:
        """Forget all vectors but these, and write the file anew if there are others in it."""
        wanted = frozenset(keys)
        self._held = {key: vector for key, vector in self._held.items() if key in wanted}
        content = self._content()
        kept = {key: vector for key, vector in self._records(content) if key in wanted}
        if len(content) > _HEAD_SIZE + len(kept) * self._step:
            with suppress(ExportRefused), replacing(self.path) as part:
                part.write_bytes(self._head + b"".join(self._record(key, vector) for key, vector in kept.items()))

    def _record(self, key: bytes, vector: bytes) -> bytes:
        return key + vector + zlib.crc32(key + vector).to_bytes(_CHECKSUM_SIZE, "little")

    def _whole(self, size: int) -> int:
        """Return how long a file of ``size`` is without what was cut short at its end."""
        return 0 if size < _HEAD_SIZE else size - (size - _HEAD_SIZE) % self._step

    def _content(self) -> bytes:
        """Return the whole file, or nothing where there is none of ours."""
        try:
            content = read_whole(self.path, LARGEST)
        except FileRefused:
            return b""
        return content if content.startswith(self._head) else b""

    def _records(self, content: bytes) -> Iterator[tuple[bytes, bytes]]:
        for at in range(_HEAD_SIZE, self._whole(len(content)), self._step):
            end = at + KEY_SIZE + self._size
            if zlib.crc32(content[at:end]) == int.from_bytes(content[end : at + self._step], "little"):
                yield content[at : at + KEY_SIZE], content[at + KEY_SIZE : end]

    def _put_aside_what_is_not_ours(self) -> None:
        """Give a file of this name that begins differently another name; OSError where it is no ordinary file."""
        try:
            about = self.path.stat()
        except FileNotFoundError:
            return
        if not stat.S_ISREG(about.st_mode):
            raise OSError(errno.EINVAL, "not an ordinary file")
        with open(self.path, "rb") as file:
            beginning = file.read(_HEAD_SIZE)
        if not self._head.startswith(beginning):
            names = (self.path.with_name(f"{self.path.name}.aside{number or ''}") for number in count())
            os.replace(self.path, next(name for name in names if not os.path.lexists(name)))
