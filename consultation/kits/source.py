"""A file in TOML that is read entry by entry, and how it is refused: by the key and the line of what is wrong."""

from __future__ import annotations

import re
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

NOT_TOML = N_(
    "The kit {file} was not used: from line {line} on it is not written as a kit is, in TOML. "
    "Nothing was changed. Correct the file, or choose another kit."
)
NOT_UTF_8 = N_(
    "The kit {file} was not used: its text is not in UTF-8. "
    "Nothing was changed. Save it as UTF-8, or choose another kit."
)
TOO_DEEP = N_(
    "The kit {file} was not used: tables stand in one another more deeply than in any kit. "
    "Nothing was changed. Correct the file, or choose another kit."
)
_LINE = re.compile(r"\(at line (\d+),")


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
        text = read_whole(path, LARGEST).decode("utf-8-sig")
        return Source(path.name, text, not_used), tomllib.loads(text)
    except FileRefused as error:
        raise KitRefused(error.sentence) from error
    except UnicodeDecodeError as error:
        raise KitRefused(NOT_UTF_8, file=path.name) from error
    except RecursionError as error:
        raise KitRefused(TOO_DEEP, file=path.name) from error
    except tomllib.TOMLDecodeError as error:
        found = _LINE.search(str(error))
        line = int(found[1]) if found else text.count("\n") + 1  # "(at end of document)"
        raise KitRefused(NOT_TOML, file=path.name, line=line) from error
