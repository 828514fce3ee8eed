"""A file in TOML that is read entry by entry, and how it is refused: by the key and the line of what is wrong."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from consultation.errors import FileRefused, KitRefused, Sentence, sentence
from consultation.files import read_whole
from consultation.kits.lines import lines_of, nearest
from consultation.language import N_

LARGEST = 4 * 1024 * 1024
"""Bytes; a kit is a text of a few pages, so anything larger is something else."""

KIT_NOT_USED = N_(
    "The kit {file} was not used, because of {key}: {reason}. "
    "Nothing was changed. Correct the file, or choose another kit."
)


@dataclass(frozen=True)
class Source:
    """One such file."""

    file: str
    """Its name, for messages."""
    text: str = field(repr=False)
    not_used: str = KIT_NOT_USED
    """The sentence that refuses it: a message with ``file``, ``key`` and ``reason``."""

    def refused(self, path: str, reason: Sentence) -> KitRefused:
        """Build the refusal of what stands at ``path`` ("sessions[2].title.fr")."""
        line = nearest(lines_of(self.text), path)
        key = sentence(N_("{key} (line {line})"), key=path, line=line) if line else path
        return KitRefused(self.not_used, file=self.file, key=key, reason=reason)


def read_source(path: Path, not_used: str = KIT_NOT_USED) -> tuple[Source, dict[str, Any]]:
    """Read a file in TOML; KitRefused where it cannot be read or is no TOML."""
    try:
        text = read_whole(path, LARGEST).decode("utf-8")
        return Source(path.name, text, not_used), tomllib.loads(text)
    except FileRefused as error:
        raise KitRefused(error.sentence) from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise KitRefused(
            N_(
                "The kit {file} was not used: it is not written as a kit is, in TOML ({detail}). "
                "Nothing was changed. Correct the file, or choose another kit."
            ),
            file=path.name,
            detail=str(error),
        ) from error
